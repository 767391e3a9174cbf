/** A yes or a no that is typed: about what waits last, by the same doors as the buttons, in English and German. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { verdictOf } from '../../electron/language/verdict.ts'
import { openHouse, valueOf, type House } from '../support/house.ts'

let house: House
beforeEach(async () => { house = await openHouse() })
afterEach(async () => { await house.close() })

const titles = async (): Promise<readonly string[]> => valueOf(await house.handlers.calendar.between({ from: '2026-11-23T00:00:00Z', to: '2026-12-24T00:00:00Z' })).map(({ title }) => title)

describe('a typed yes or no', () => {
  it.each([['yes please', 'Done: Chess club'], ['Ja, mach das.', 'Erledigt: Chess club']])('takes what waits: %s', async (yes, says) => {
    const asked = await house.say('Chess club on Thursday 3 December at 5pm', 'here')
    expect(asked.answer.proposal?.status).toBe('open')
    const answered = await house.say(yes, 'here')
    expect(answered.answer.text).toContain(says)
    expect(await titles()).toContain('Chess club')
    expect((await house.turns()).find(({ id }) => id === asked.id)?.answer.proposal?.status).toBe('accepted')
    const undone = await house.say('undo', 'here')
    await house.say('ok', 'here')
    expect(undone.answer.proposal).not.toBeNull()
    expect(await titles()).not.toContain('Chess club')
  })
  it.each([['never mind', 'Dropped: Chess club'], ['cancel that', 'Dropped: Chess club'], ['no', 'Dropped: Chess club'], ['doch nicht', 'Verworfen: Chess club'], ['Vergiss es!', 'Verworfen: Chess club']])('drops what waits: %s', async (no, says) => {
    const asked = await house.say('Chess club on Thursday 3 December at 5pm', 'here')
    expect((await house.say(no, 'here')).answer.text).toContain(says)
    expect(await titles()).not.toContain('Chess club')
    expect((await house.turns()).find(({ id }) => id === asked.id)?.answer.proposal?.status).toBe('dismissed')
    // What was dropped cannot be taken any more.
    expect((await house.say('yes', 'here')).answer.text).toContain('Nothing waits')
    expect(await titles()).not.toContain('Chess club')
  })
  it('says why it cannot be taken, and keeps it waiting', async () => {
    const asked = await house.say('Run the dishwasher tonight, done by 7', 'here')
    const run = asked.answer.proposal?.changes[0]
    if (run?.kind !== 'add') throw new Error('nothing was planned')
    valueOf(await house.handlers.calendar.save({ id: null, scope: 'one', event: { title: 'By hand', start: run.after.start, end: run.after.end, zone: run.after.zone, allDay: false, people: [], deviceId: 'dishwasher' } }))
    expect((await house.say('yes', 'here')).answer.problem?.name).toBe('plan.clash')
    expect((await house.turns()).find(({ id }) => id === asked.id)?.answer.proposal?.status).toBe('open')
  })
})

it.each(['Yes, but at five', 'no, on Friday', 'Nein, um 17 Uhr', 'forget the dentist', 'Vergiss den Zahnarzt nicht', 'okay then, dentist at 9', 'Ja, und danach der Trockner', 'cancel that dentist appointment'])('is more than a verdict: %s', (text) => { expect(verdictOf(text)).toBeUndefined() })
