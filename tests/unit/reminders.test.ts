/** Reminders: each at its moment, once, never in quiet hours unless the rule says so, and nothing of a locked vault. */
import { describe, expect, it } from 'vitest'
import { quietUntil } from '../../electron/calendar/quiet-hours.ts'
import { whenInWords } from '../../shared/reminder-words.ts'
import { fromInstant, toInstant, wallToInstant } from '../../shared/time.ts'
import { eventAt, simulate, taskOf, ZONE, type Simulation } from '../support/simulated-days.ts'

const berlin = (wall: string): string => wallToInstant(wall, ZONE)
const at = (wall: string): number => fromInstant(berlin(wall))
/** What was given, on the clock of Berlin. */
const givenAt = (simulation: Simulation): string[] => simulation.given.map(({ at: moment }) => new Date(moment).toLocaleString('sv', { timeZone: ZONE }).slice(0, 16))
const shown = (simulation: Simulation): string[] => simulation.notices.map(({ notice }) => `${notice.title} | ${notice.body}`)

describe('a reminder', () => {
  it('comes at its moment, several for one event, each once', async () => {
    const s = await simulate(berlin('2026-11-23T08:00'))
    s.events.set('dentist', eventAt('dentist', berlin('2026-11-24T10:00'), 60, { reminders: [1440, 60, 15, 15] }))
    await s.changed()
    await s.passTo(at('2026-11-25T08:00'))
    expect(givenAt(s)).toEqual(['2026-11-23 10:00', '2026-11-24 09:00', '2026-11-24 09:45'])
    expect(shown(s)).toEqual(['Event dentist | tomorrow at 10:00', 'Event dentist | today at 10:00', 'Event dentist | in 15 minutes'])
  })

  it('is not given where its moment had passed before it was set', async () => {
    const s = await simulate(berlin('2026-11-23T08:00'))
    await s.passTo(at('2026-11-23T09:30'))
    s.events.set('e', eventAt('e', berlin('2026-11-23T11:00'), 60, { reminders: [1440, 120, 60] }))
    await s.changed()
    await s.restart()
    await s.passTo(at('2026-11-23T12:00'))
    expect(givenAt(s)).toEqual(['2026-11-23 10:00'])
  })

  it('comes anew for the new time of an event that was moved, and no more for the old one', async () => {
    const s = await simulate(berlin('2026-11-23T08:00'))
    s.events.set('e', eventAt('e', berlin('2026-11-23T11:00'), 60, { reminders: [30] }))
    await s.changed()
    await s.passTo(at('2026-11-23T10:00'))
    s.events.set('e', eventAt('e', berlin('2026-11-23T15:00'), 60, { reminders: [30] }))
    await s.changed()
    await s.passTo(at('2026-11-23T14:45'))
    s.events.set('e', eventAt('e', berlin('2026-11-23T18:00'), 60, { reminders: [30] }))
    await s.changed()
    expect(s.standing()).toEqual([])
    await s.passTo(at('2026-11-23T23:00'))
    expect(givenAt(s)).toEqual(['2026-11-23 14:30', '2026-11-23 17:30'])
  })

  it('of something removed never comes, and stands no more', async () => {
    const s = await simulate(berlin('2026-11-23T08:00'))
    s.events.set('e', eventAt('e', berlin('2026-11-23T11:00'), 60, { reminders: [30, 10] }))
    await s.changed()
    await s.passTo(at('2026-11-23T10:35'))
    expect(s.standing()).toHaveLength(1)
    s.events.delete('e')
    await s.changed()
    await s.passTo(at('2026-11-23T12:00'))
    expect([givenAt(s), s.standing()]).toEqual([['2026-11-23 10:30'], []])
  })

  it('says where, whose turn and who', async () => {
    const s = await simulate(berlin('2026-11-23T08:00'))
    s.household.value = { ...s.household.value, people: [{ id: 'tom', name: 'Tom', role: 'adult', aliases: [], hue: 1 }], places: [{ id: 'hall', name: 'Village hall', aliases: [] }] }
    s.events.set('e', eventAt('e', berlin('2026-11-23T09:00'), 60, { reminders: [30], people: ['tom'], placeId: 'hall' }))
    s.tasks.set('bins', taskOf('bins', { title: 'Bins', people: ['tom'], rotation: 'fixed', turn: 'tom', due: { at: berlin('2026-11-23T09:00'), zone: ZONE, allDay: false }, reminders: [30] }))
    await s.changed()
    await s.passTo(at('2026-11-23T08:30'))
    expect(shown(s)).toEqual(['Event e | in 30 minutes · Village hall · Tom', 'Bins | in 30 minutes · Tom’s turn'])
  })

  it('of a series comes for each time, on both sides of a clock change, also in the night in which 02:30 does not exist', async () => {
    const s = await simulate(berlin('2026-03-27T12:00'), { quiet: null })
    s.events.set('night', eventAt('night', berlin('2026-03-27T02:30'), 30, { reminders: [0, 1440], repeats: { rrule: 'FREQ=DAILY', rdates: [], exdates: [] } }))
    await s.changed()
    await s.passTo(at('2026-03-30T12:00'))
    // On the 29th the clock goes from 02:00 to 03:00: that time is at 03:30, and “a day before” the 30th is 02:30 of the 29th, which is 03:30 too.
    expect(givenAt(s)).toEqual(['2026-03-28 02:30', '2026-03-28 03:30', '2026-03-29 03:30', '2026-03-29 03:30', '2026-03-30 02:30', '2026-03-30 02:30'].sort())
  })

  it('a day before is the same time of day over a clock change, an hour before is an hour', async () => {
    const s = await simulate(berlin('2026-10-23T12:00'), { quiet: null })
    s.events.set('e', eventAt('e', berlin('2026-10-25T12:00'), 30, { reminders: [1440] }))
    s.events.set('f', eventAt('f', berlin('2026-10-25T03:30'), 30, { reminders: [120] }))
    await s.changed()
    await s.passTo(at('2026-10-26T12:00'))
    expect(s.given.map(({ at: moment }) => toInstant(moment))).toEqual(['2026-10-24T10:00:00Z', '2026-10-25T00:30:00Z'])
  })

  it('of a whole day comes in the morning of the household’s zone', async () => {
    const s = await simulate(berlin('2026-11-22T08:00'))
    const tokyo = { zone: 'Asia/Tokyo', allDay: true, reminders: [0, 1440] } as const
    s.events.set('e', { ...eventAt('e', wallToInstant('2026-11-24T00:00', 'Asia/Tokyo'), 1440), ...tokyo, reminders: [...tokyo.reminders] })
    await s.changed()
    await s.passTo(at('2026-11-25T08:00'))
    expect(givenAt(s)).toEqual(['2026-11-23 09:00', '2026-11-24 09:00'])
    expect(shown(s)).toEqual(['Event e | tomorrow', 'Event e | today'])
  })
})

describe('quiet hours', () => {
  it('hold a reminder until their end, except where the event begins before, and for a medicine', async () => {
    const s = await simulate(berlin('2026-11-23T20:00'))
    s.events.set('late', eventAt('late', berlin('2026-11-24T10:00'), 60, { reminders: [660] }))
    s.events.set('early', eventAt('early', berlin('2026-11-24T05:00'), 60, { reminders: [60] }))
    s.tasks.set('pill', taskOf('pill', { medicine: true, due: { at: berlin('2026-11-24T02:00'), zone: ZONE, allDay: false }, reminders: [0], nag: 120 }))
    s.tasks.set('bins', taskOf('bins', { due: { at: berlin('2026-11-23T21:30'), zone: ZONE, allDay: false }, reminders: [0], nag: 60 }))
    await s.changed()
    await s.passTo(at('2026-11-24T07:15'))
    expect(s.given.map(({ key, at: moment }) => `${key.split(' ')[1] ?? ''} ${new Date(moment).toLocaleTimeString('sv', { timeZone: ZONE }).slice(0, 5)}`)).toEqual(
      ['bins 21:30', 'pill 02:00', 'pill 04:00', 'early 04:00', 'pill 06:00', 'bins 07:00', 'late 07:00'])
  })

  it('hold what was missed by day and is found by night', async () => {
    const s = await simulate(berlin('2026-11-23T15:00'))
    s.events.set('e', eventAt('e', berlin('2026-11-23T18:00'), 120, { reminders: [30] }))
    await s.changed()
    s.sleep()
    await s.passTo(at('2026-11-23T23:00'))
    await s.wake(true)
    await s.passTo(at('2026-11-24T07:30'))
    expect(givenAt(s)).toEqual(['2026-11-24 07:00'])
    expect(shown(s)).toEqual(['While you were away | Event e, yesterday at 18:00'])
  })

  it.each([
    ['before', '2026-11-23T21:59', null], ['at their beginning', '2026-11-23T22:00', '2026-11-24T07:00'], ['after midnight', '2026-11-24T03:00', '2026-11-24T07:00'], ['at their end', '2026-11-24T07:00', null],
    ['over the change to summer', '2026-03-29T01:59', '2026-03-29T07:00'],
  ])('%s', (_name, wall, end) => {
    expect(quietUntil(at(wall), { from: '22:00', to: '07:00' }, ZONE)).toBe(end === null ? null : at(end))
  })

  it('are one span where an edge of theirs comes twice or not at all', () => {
    const quiet = { from: '01:00', to: '02:30' }
    expect(toInstant(quietUntil(fromInstant('2026-10-25T00:29:00Z'), quiet, ZONE) ?? 0)).toBe('2026-10-25T00:30:00Z')
    expect(quietUntil(fromInstant('2026-10-25T01:15:00Z'), quiet, ZONE)).toBeNull()
    expect(toInstant(quietUntil(fromInstant('2026-03-29T01:10:00Z'), quiet, ZONE) ?? 0)).toBe('2026-03-29T01:30:00Z')
  })

  it('there may be none', () => { expect(quietUntil(0, null, ZONE)).toBeNull() })
})

describe('what was missed', () => {
  it('comes once, together, and only while it is of use', async () => {
    const s = await simulate(berlin('2026-11-23T08:00'))
    s.events.set('old', eventAt('old', berlin('2026-11-23T09:00'), 30, { reminders: [10] }))
    s.events.set('a', eventAt('a', berlin('2026-11-24T09:00'), 60, { reminders: [1440, 60] }))
    s.tasks.set('t', taskOf('t', { due: { at: berlin('2026-11-23T10:00'), zone: ZONE, allDay: false }, reminders: [0], nag: 30 }))
    await s.changed()
    s.sleep()
    await s.passTo(at('2026-11-24T08:37'))
    await s.wake(false)
    expect(shown(s)).toEqual(['While you were away: 2 reminders | Task t, yesterday at 10:00\nEvent a, in 23 minutes'])
    await s.restart()
    expect(s.notices).toHaveLength(1)
    expect(s.standing().map(({ title }) => title)).toEqual(['Task t', 'Event a'])
  })

  it('comes after a restart, and what was given before it does not come again but stands', async () => {
    const s = await simulate(berlin('2026-11-23T08:00'))
    s.events.set('e', eventAt('e', berlin('2026-11-23T11:00'), 60, { reminders: [30, 10] }))
    await s.changed()
    await s.passTo(at('2026-11-23T10:30'))
    s.sleep()
    await s.passTo(at('2026-11-23T10:58'))
    await s.restart()
    expect(shown(s)).toEqual(['Event e | in 30 minutes', 'While you were away | Event e, in 2 minutes'])
    expect(s.standing()).toHaveLength(1)
    expect(s.standing()[0]?.keys).toHaveLength(2)
  })
})

describe('a task', () => {
  it('reminds again until it is done or put off', async () => {
    const s = await simulate(berlin('2026-11-23T08:00'))
    const task = taskOf('t', { due: { at: berlin('2026-11-23T10:00'), zone: ZONE, allDay: false }, reminders: [30], nag: 20 })
    s.tasks.set('t', task)
    await s.changed()
    await s.passTo(at('2026-11-23T10:25'))
    s.tasks.set('t', { ...task, snoozedUntil: berlin('2026-11-23T11:10') })
    await s.changed()
    expect(s.standing()).toEqual([])
    await s.passTo(at('2026-11-23T11:35'))
    s.tasks.set('t', { ...task, doneAt: berlin('2026-11-23T11:35') })
    await s.changed()
    await s.passTo(at('2026-11-23T20:00'))
    expect(givenAt(s).map((wall) => wall.slice(11))).toEqual(['09:30', '10:00', '10:20', '11:10', '11:30'])
    expect(s.standing()).toEqual([])
  })

  it('without a day is reminded of only when a snooze ends', async () => {
    const s = await simulate(berlin('2026-11-23T08:00'))
    s.tasks.set('t', taskOf('t', { reminders: [0, 60] }))
    s.tasks.set('u', taskOf('u', { snoozedUntil: berlin('2026-11-23T12:00') }))
    await s.changed()
    await s.passTo(at('2026-11-25T12:00'))
    expect(s.given.map(({ key }) => key)).toEqual([`task u snoozed ${berlin('2026-11-23T12:00')}`])
    expect(shown(s)).toEqual(['Task u | '])
  })
})

describe('an answer', () => {
  const withOne = async (): Promise<Simulation> => {
    const s = await simulate(berlin('2026-11-23T20:00'))
    s.events.set('e', eventAt('e', berlin('2026-11-23T21:50'), 60, { reminders: [30, 10] }))
    await s.changed()
    await s.passTo(at('2026-11-23T21:45'))
    return s
  }
  const keysOf = (s: Simulation): readonly string[] => s.standing()[0]?.keys ?? []

  it('dismisses all that was given of a thing, also after a restart', async () => {
    const s = await withOne()
    expect(keysOf(s)).toHaveLength(2)
    expect((await s.answer(keysOf(s).slice(0, 1), { kind: 'dismiss' })).ok).toBe(true)
    expect(s.standing()).toEqual([])
    await s.restart()
    await s.passTo(at('2026-11-24T12:00'))
    expect([s.standing(), s.given.length]).toEqual([[], 2])
  })

  it('puts an event off: it comes again then, once, also in quiet hours and after a restart', async () => {
    const s = await withOne()
    await s.answer(keysOf(s), { kind: 'snooze', for: '1-hour' })
    expect(s.standing()).toEqual([])
    await s.restart()
    await s.passTo(at('2026-11-24T12:00'))
    expect(givenAt(s)).toEqual(['2026-11-23 21:20', '2026-11-23 21:40', '2026-11-23 22:45', '2026-11-23 22:45'])
    expect(s.notices).toHaveLength(3)
  })

  it('puts an event off until tomorrow although it is over by then', async () => {
    const s = await withOne()
    await s.answer(keysOf(s), { kind: 'snooze', for: 'tomorrow' })
    await s.passTo(at('2026-11-24T08:59'))
    expect(s.standing()).toEqual([])
    await s.passTo(at('2026-11-24T11:59'))
    expect(s.standing()).toHaveLength(1)
    expect(shown(s).at(-1)).toBe('Event e | yesterday at 21:50')
  })

  it('is refused for what stands no more, and “done” for an event', async () => {
    const s = await withOne()
    expect(await s.answer(['event gone'], { kind: 'dismiss' })).toMatchObject({ ok: false, problem: { name: 'tasks.not-found' } })
    expect(await s.answer(keysOf(s), { kind: 'done' })).toMatchObject({ ok: false, problem: { name: 'input.invalid' } })
    expect(s.standing()).toHaveLength(1)
  })
})

describe('a locked vault', () => {
  it('P8 tells at the next reminder’s moment that it is locked, once, and nothing else; unlocked, it comes', async () => {
    const s = await simulate(berlin('2026-11-23T08:00'))
    s.events.set('e', eventAt('e', berlin('2026-11-23T11:00'), 60, { reminders: [60, 30, 5] }))
    await s.changed()
    await s.lock()
    expect(s.standing()).toEqual([])
    await s.passTo(at('2026-11-23T10:40'))
    expect(shown(s)).toEqual(['A reminder from Lares | The vault is locked. Unlock it to see what it is.'])
    await s.unlock()
    expect(shown(s).slice(1)).toEqual(['While you were away | Event e, in 20 minutes'])
    await s.passTo(at('2026-11-23T12:00'))
    expect(shown(s).slice(2)).toEqual(['Event e | in 5 minutes'])
  })

  it('waits for a moment that is further away than a timer can be set', async () => {
    const s = await simulate(berlin('2026-11-01T08:00'))
    s.events.set('e', eventAt('e', berlin('2026-11-28T11:00'), 60, { reminders: [0] }))
    await s.changed()
    await s.lock()
    await s.passTo(at('2026-11-28T10:59'))
    expect(s.notices).toEqual([])
    await s.passTo(at('2026-11-29T10:59'))
    expect(s.notices.map(({ at: moment }) => moment)).toEqual([at('2026-11-28T11:00')])
  })
})

describe('a notification', () => {
  it('says nothing of the household unless it may', async () => {
    const s = await simulate(berlin('2026-11-23T08:00'), { text: 'discreet' })
    for (const id of ['a', 'b', 'c', 'd']) s.events.set(id, eventAt(id, berlin('2026-11-23T11:00'), 60, { reminders: [60, 5] }))
    await s.changed()
    await s.passTo(at('2026-11-23T10:00'))
    s.sleep()
    await s.passTo(at('2026-11-23T11:10'))
    await s.wake(true)
    expect(new Set(shown(s))).toEqual(new Set(['A reminder from Lares | Open Lares to see it.']))
    expect(s.notices).toHaveLength(2)
  })

  it('of more than three at once is one', async () => {
    const s = await simulate(berlin('2026-11-23T08:00'))
    for (const id of ['a', 'b', 'c', 'd', 'e', 'f']) s.events.set(id, eventAt(id, berlin('2026-11-23T11:00'), 60, { reminders: [60] }))
    await s.changed()
    await s.passTo(at('2026-11-23T10:00'))
    expect(shown(s)).toEqual([`6 reminders | ${['a', 'b', 'c', 'd', 'e'].map((id) => `Event ${id}, today at 11:00`).join('\n')}\nand 1 more`])
  })

  it('is not shown where they are off, and the reminder stands all the same', async () => {
    const s = await simulate(berlin('2026-11-23T08:00'), { notify: false })
    s.events.set('e', eventAt('e', berlin('2026-11-23T11:00'), 60, { reminders: [60] }))
    await s.changed()
    await s.passTo(at('2026-11-23T10:00'))
    expect([s.notices.length, s.standing().length]).toEqual([0, 1])
  })

  it('is not shown before the vault remembers it, and comes once it does', async () => {
    const s = await simulate(berlin('2026-11-23T08:00'))
    s.events.set('e', eventAt('e', berlin('2026-11-23T11:00'), 60, { reminders: [60] }))
    await s.changed()
    s.refuse(true)
    await s.passTo(at('2026-11-23T10:07'))
    expect([s.notices.length, s.standing().length]).toEqual([0, 0])
    s.refuse(false)
    await s.passTo(at('2026-11-23T10:30'))
    expect(s.notices).toHaveLength(1)
  })
})

describe('when something is, in words', () => {
  const now = at('2026-11-23T14:00')
  it.each([
    ['2026-11-23T14:00', 'now'], ['2026-11-23T14:01', 'in 1 minute'], ['2026-11-23T13:15', '45 minutes ago'], ['2026-11-23T15:00', 'today at 15:00'],
    ['2026-11-24T01:00', 'tomorrow at 01:00'], ['2026-11-22T23:00', 'yesterday at 23:00'], ['2026-12-01T09:05', 'Tue 1 Dec at 09:05'],
  ])('%s is %s', (wall, words) => {
    expect(whenInWords({ at: berlin(wall), allDay: false, dayZone: ZONE, now, zone: ZONE, clock: '24' })).toBe(words)
  })
  it('by a clock of twelve hours', () => {
    expect(whenInWords({ at: berlin('2026-11-24T00:05'), allDay: false, dayZone: ZONE, now, zone: ZONE, clock: '12' })).toBe('tomorrow at 12:05 am')
  })
})
