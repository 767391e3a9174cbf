/** A household told in chat: what is read of it in both languages, what is left to be read otherwise, and what one proposal makes of it. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { isToldInGerman, readTelling, type Told } from '../../electron/steps/arrange/telling.ts'
import { emptyHousehold } from '../../shared/household.ts'
import { openHouse, valueOf, type House } from '../support/house.ts'

const brief = ({ people, devices, address, price }: Told): string => [
  ...people.map(({ name, role, isMe, born, age }) => [name, role, isMe === true ? 'me' : undefined, born, age].filter((part) => part !== undefined).join(' ')),
  ...devices.map(({ kind }) => kind), address, price,
].filter((part) => part !== undefined).join('; ')

describe('what is told of a household', () => {
  it.each([
    ["I'm Ada, my husband is Tom and our kids are Mia and Max", 'Ada adult me; Tom adult; Mia child; Max child'],
    ['Ich bin Ada, mein Mann heißt Tom und unsere Kinder sind Mia und Max', 'Ada adult me; Tom adult; Mia child; Max child'],
    ['We are Ada, Tom, Mia (7) and the cat Minka', 'Ada; Tom; Mia child 7; Minka pet'],
    ['Wir sind Ada, Tom, Mia (7) und die Katze Minka.', 'Ada; Tom; Mia child 7; Minka pet'],
    ['My name is Ada Winter', 'Ada Winter adult me'],
    ['We have two kids, Mia and Max', 'Mia child; Max child'],
    ['Wir haben einen Hund namens Bruno', 'Bruno pet'],
    ['Mia is our daughter, born 4 March 2019', 'Mia child 2019-03-04'],
    ['Unser Sohn heißt Max, geboren am 4.3.2019', 'Max child 2019-03-04'],
    ['Mia was born in 2019', 'Mia 2019'],
    ['We have a dishwasher and an electric car', 'dishwasher; car'],
    ['Wir haben eine Spülmaschine, eine Waschmaschine und ein Elektroauto', 'dishwasher; washer; car'],
    ['We live at 14 Birch Lane, Hilltown', '14 Birch Lane, Hilltown'],
    ['Wir wohnen in der Birkenstraße 14', 'Birkenstraße 14'],
    ['Electricity costs 31 cents per kWh', '0.31'],
    ['Strom kostet 0,31 Euro pro kWh', '0.31'],
    ["I'm Ada. We have a dishwasher. Power is 29.5 ct/kWh", 'Ada adult me; dishwasher; 0.295'],
  ])('%s', (text, expected) => { expect(brief(readTelling(text)!)).toBe(expected) })

  it.each([
    'My husband is sick', 'Is Mia our daughter?', 'We have a meeting on Friday', 'We are free on Saturday', 'Wir sind am Samstag weg', 'Our kids are Mia and tired',
    'Tom has the car', 'I am Ada and the dentist is on Friday', 'Mia was born on 3/4/2019', 'Mia was born on 31.2.2019', 'We have a dishwasher and a problem', 'Emma is allergic to peanuts', 'We live in a house', '',
    'My husband is German', 'We are Methodist', 'Our kids are French and English',
  ])('not: %s', (text) => { expect(readTelling(text)).toBeUndefined() })

  it('knows the language it was told in', () => {
    expect([isToldInGerman('Strom kostet 31 Cent pro kWh'), isToldInGerman("I'm Ada, my husband is Tom")]).toEqual([true, false])
  })
})

describe('one proposal of it', () => {
  let house: House
  beforeAll(async () => {
    house = await openHouse()
    valueOf(await house.handlers.household.write(emptyHousehold('Europe/Berlin')))
  })
  afterAll(async () => { await house.close() })
  const home = async () => valueOf(await house.handlers.household.read(null))

  it('is in the household after the yes, knows whom it knows, and goes with one undo', async () => {
    const turn = await house.say('Ich bin Ada, mein Mann heißt Tom und unser Sohn heißt Max. Wir haben ein Elektroauto', 'auto')
    expect((await home()).people).toEqual([])
    const accepted = valueOf(await house.handlers.calendar.accept({ turnId: turn.id, without: [] }))
    expect(accepted.answer.proposal?.status).toBe('accepted')
    const after = await home()
    expect(after.people.map(({ name, role }) => `${name} ${role}`)).toEqual(['Ada adult', 'Tom adult', 'Max child'])
    expect(after.people.find(({ id }) => id === after.meId)?.name).toBe('Ada')
    expect(after.devices).toMatchObject([{ name: 'Elektroauto', vehicle: true }])

    const again = await house.say('Max is 7', 'auto')
    expect(again.answer.proposal?.changes).toMatchObject([{ kind: 'household', after: { list: 'people', entry: { id: after.people[2]?.id, role: 'child', born: '2019' } } }])
    valueOf(await house.handlers.calendar.accept({ turnId: again.id, without: [] }))
    expect((await house.say('How old is Max?', 'auto')).answer.text).toContain('2019')
    expect((await house.say('Mein Name ist Ada', 'auto')).answer.text).toContain('schon bekannt')

    valueOf(await house.handlers.calendar.undo({ changeSetId: null }))
    valueOf(await house.handlers.calendar.undo({ changeSetId: null }))
    expect(await home()).toMatchObject({ people: [], devices: [] })
  })
})
