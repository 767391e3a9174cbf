/** The guided form: what its rows make of a household, what must be corrected, and what waits unsaved. */
import { describe, expect, it } from 'vitest'
import { bornInWords, readBorn } from '../../renderer/ui/born.ts'
import { formOf, householdAfter, newDevice, newPerson, newPlace } from '../../renderer/views/setup/form.ts'
import { emptyHousehold, Household, Person } from '../../shared/household.ts'
import type { SetupForm } from '../../shared/setup.ts'

const bare = emptyHousehold('Europe/Berlin')
const tom: Person = { id: 'tom', name: 'Tom', role: 'adult', aliases: ['Dad', 'Daddy'], phone: '123', born: '1985-03-04', hue: 3, note: 'Nurse.' }
const lived = Household.parse({ ...bare, people: [tom], routines: [{ id: 'shift', name: 'Shift', aliases: [], people: ['tom'], days: ['mo'], from: '07:00', to: '16:00', quiet: false }], meId: 'tom' })
const made = (household: Household, form: SetupForm, what: 'people' | 'all' = 'all'): Household => { const after = householdAfter(household, form, what); if ('errors' in after) throw new Error(JSON.stringify(after.errors)); return after.household }
const wrong = (household: Household, form: SetupForm) => { const after = householdAfter(household, form, 'all'); return 'errors' in after ? after.errors : null }

describe('the guided form', () => {
  it('changes nothing of a household as it found it, and leaves out rows that say nothing', () => {
    expect(made(lived, formOf(lived, null))).toEqual(lived)
    expect(made(bare, formOf(bare, null))).toEqual(bare)
  })
  it('makes people, places, devices and the tariff in use', () => {
    const [mia, home, washer] = [{ ...newPerson(), name: ' Mia ', aliases: 'Mimi, the little one,', born: '4.3.2019' }, { ...newPlace('Home'), address: '14 Birch Lane' }, newDevice('washer')]
    const after = made(bare, { ...formOf(bare, null), people: [mia, newPerson()], me: mia.id, places: [home, newPlace()], devices: [washer], tariff: { kind: 'flat', currency: 'eur', price: '0,31', bands: [] } })
    expect(Household.parse(after)).toEqual(after)
    expect(after).toMatchObject({
      people: [{ id: mia.id, name: 'Mia', aliases: ['Mimi', 'the little one'], born: '2019-03-04', hue: 0 }], meId: mia.id, places: [{ name: 'Home', address: '14 Birch Lane' }],
      devices: [{ name: 'Washing machine', powerKw: 2, runMinutes: 120, contiguous: true, noisy: true }], tariffs: [{ kind: 'flat', price: 0.31, currency: 'EUR' }],
    })
    expect(after.tariffId).toBe(after.tariffs[0]?.id)
    expect(made(bare, { ...formOf(bare, null), people: [mia], devices: [washer] }, 'people').devices).toEqual([])
  })
  it('keeps of an entry what it has no field for', () => {
    const form = formOf(lived, null), [row] = form.people
    if (row === undefined) throw new Error('no row')
    expect(made(lived, { ...form, people: [{ ...row, name: 'Thomas', born: '' }] }).people).toEqual([{ id: 'tom', name: 'Thomas', role: 'adult', aliases: ['Dad', 'Daddy'], phone: '123', hue: 3, note: 'Nurse.' }])
  })
  it('takes out only what was taken out, and that from routines too', () => {
    const form = formOf(lived, null)
    expect(made(lived, { ...form, people: [] }).people).toEqual([tom])
    expect(made(lived, { ...form, people: [], removed: ['tom'] })).toMatchObject({ people: [], routines: [{ people: [] }] })
    expect(made(lived, { ...form, people: [], removed: ['tom'] })).not.toHaveProperty('meId')
  })
  it('goes on with what was typed, beside what moved in meanwhile', () => {
    const typed = { ...formOf(bare, null), people: [{ ...newPerson(), name: 'Mia' }] }
    expect(formOf(lived, typed).people.map(({ name }) => name)).toEqual(['Mia', 'Tom'])
    expect(formOf(lived, { ...typed, removed: ['tom'] }).people.map(({ name }) => name)).toEqual(['Mia'])
  })
  it('names the field of each row that must be corrected', () => {
    const [nameless, device] = [{ ...newPerson(), born: '3/4/2019' }, { ...newDevice('car'), power: 'much' }]
    expect(wrong(bare, { ...formOf(bare, null), people: [nameless], devices: [device], tariff: { kind: 'time-of-use', currency: 'EUR', price: '', bands: [{ from: '00:00', price: 'x' }] } })).toMatchObject({
      rows: { [nameless.id]: { name: 'A name, at most 120 letters.', born: 'As 2019, or 2019-03-04.' }, [device.id]: { powerKw: 'Kilowatts above 0, at most 50.' } }, tariff: { bands: { 0: { price: 'Give a price, such as 0.32.' } } },
    })
  })
})

describe('when somebody was born', () => {
  it.each([['2019', '2019'], [' 2019-03-04 ', '2019-03-04'], ['4.3.2019', '2019-03-04'], ['04. 03. 2019', '2019-03-04'], ['3/4/2019', '3/4/2019'], ['31.2.2019', '31.2.2019'], ['', '']])('%j is read as %j', (typed, read) => { expect(readBorn(typed)).toBe(read) })
  it('may be the year alone, and no other part of a date', () => {
    expect(['2019', '2019-03-04', '1899'].every((born) => Person.safeParse({ ...tom, born }).success)).toBe(true)
    expect(['19', '2019-03', '3/4/2019', '2100', '31.2.2019'].some((born) => Person.safeParse({ ...tom, born }).success)).toBe(false)
    expect([bornInWords('2019'), bornInWords('2019-03-04')]).toEqual(['2019', '4 March 2019'])
  })
})
