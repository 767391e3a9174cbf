/** A proposal in words: what differs of an event, a task or an entry of the household, and which changes belong together. */
import { describe as group, expect, test } from 'vitest'
import type { CalendarEvent, Change } from '../../shared/calendar.ts'
import type { Task } from '../../shared/tasks.ts'
import { describe, type Described } from '../../renderer/views/proposal/diff.ts'
import { isSharedOut, rowsOf, seen } from '../../renderer/views/proposal/rows.ts'

const zone = 'Europe/Berlin'
const household = {
  people: [{ id: 'emma', name: 'Emma', role: 'child' as const, aliases: [], hue: 1 }, { id: 'tom', name: 'Tom', role: 'adult' as const, aliases: [], hue: 2 }],
  places: [{ id: 'hall', name: 'Sports hall', aliases: [] }],
  devices: [],
}
/** Sunday evening, 22 November 2026. */
const known = { household, now: Date.parse('2026-11-22T16:50:00Z') }
const event: CalendarEvent = { id: 'e1', title: 'Football', start: '2026-11-24T15:00:00Z', end: '2026-11-24T16:00:00Z', zone, allDay: false, people: ['emma'] }
const series: CalendarEvent = { ...event, repeats: { rrule: 'FREQ=WEEKLY', rdates: [], exdates: [] } }
const task: Task = { id: 't1', title: 'Bins', people: ['emma', 'tom'], rotation: 'fixed', turn: 'tom', due: { at: '2026-11-24T23:00:00Z', zone, allDay: true }, repeats: { from: 'due', rrule: 'FREQ=WEEKLY', since: '2026-11-24T23:00:00Z' }, effort: 10, checklist: [], reminders: [720], medicine: false, done: [] }

const told = (change: Change): Described => describe(change, known)
/** "Label: before → after" */
const lines = (change: Change): readonly string[] => told(change).lines.map(({ label, before, after }) => `${label}: ${before === null ? '' : `${before} → `}${after ?? 'nothing'}`)

group('an event', () => {
  test('that is new says all there is to it', () => {
    const change: Change = { kind: 'add', after: { ...series, placeId: 'hall', reminders: [30, 1440], free: true, note: 'bring shoes' } }
    expect(told(change)).toMatchObject({ sort: 'add', title: 'Football', kind: null, when: { before: null, after: 'Tue 24 Nov 16:00 – 17:00' } })
    expect(lines(change)).toEqual(['Who: Emma', 'Where: Sports hall', 'Repeats: Every Tuesday', 'Reminders: 30 min before, 1 day before', 'Time: takes nobody’s time', 'Note: bring shoes'])
  })

  test('that is edited says only what differs', () => {
    const after: CalendarEvent = { ...event, title: 'Football match', start: '2026-11-24T15:30:00Z', people: ['emma', 'gone'], placeId: 'hall' }
    expect(told({ kind: 'edit', before: event, after }).when).toEqual({ before: 'Tue 24 Nov 16:00 – 17:00', after: 'Tue 24 Nov 16:30 – 17:00' })
    expect(lines({ kind: 'edit', before: event, after })).toEqual(['Title: Football → Football match', 'Who: Emma → Emma, Somebody', 'Where: Sports hall'])
    expect(lines({ kind: 'edit', before: { ...event, placeId: 'hall', note: 'shoes' }, after: { ...event, note: 'shoes\nwater' } })).toEqual(['Where: Sports hall → nothing', 'Added to note: water'])
    expect(told({ kind: 'edit', before: event, after: { ...event, note: 'x' } }).when).toEqual({ before: null, after: 'Tue 24 Nov 16:00 – 17:00' })
  })

  test('of whole days names its days, and tomorrow by name', () => {
    const days = (start: string, end: string): string | null => told({ kind: 'add', after: { ...event, allDay: true, start, end } }).when.after
    expect(days('2026-11-22T23:00:00Z', '2026-11-23T23:00:00Z')).toBe('tomorrow')
    expect(days('2026-11-24T23:00:00Z', '2026-11-26T23:00:00Z')).toBe('Wed 25 Nov – Thu 26 Nov')
  })

  test('of a series: another rule, a time taken out, and a time that differs from now on', () => {
    const ended: CalendarEvent = { ...series, repeats: { rrule: 'FREQ=WEEKLY;UNTIL=20261208T145959Z', rdates: [], exdates: [] } }
    expect(lines({ kind: 'edit', before: series, after: ended })).toEqual(['Repeats: Every Tuesday → Every Tuesday until 7 December'])
    expect(lines({ kind: 'edit', before: series, after: { ...series, repeats: { rrule: 'FREQ=WEEKLY', rdates: [], exdates: ['2026-12-01T15:00:00Z'] } } })).toEqual(['Left out: Tue 1 Dec'])
    expect(lines({ kind: 'edit', before: event, after: { ...event, repeats: { rrule: 'FREQ=YEARLY;BYWEEKNO=20', rdates: [], exdates: [] } } })).toEqual(['Repeats: Repeats by a rule of its own: FREQ=YEARLY;BYWEEKNO=20'])
    const one: Change = { kind: 'add', after: { ...event, id: 'e1-t1', start: '2026-12-01T16:00:00Z', end: '2026-12-01T17:00:00Z', instanceOf: { seriesId: 'e1', at: '2026-12-01T15:00:00Z' } } }
    expect(told(one)).toMatchObject({ sort: 'edit', kind: 'Only this time', when: { before: 'Tue 1 Dec 16:00', after: 'Tue 1 Dec 17:00 – 18:00' } })
    expect(told({ kind: 'remove', before: series })).toMatchObject({ sort: 'remove', lines: [{ label: 'Repeats', after: 'Every Tuesday' }] })
  })
})

group('a task', () => {
  test('that is new: when it is due, how it comes back, whose turn it is', () => {
    expect(told({ kind: 'add-task', after: task })).toMatchObject({ sort: 'add', title: 'Bins', kind: 'Chore', when: { after: 'due Wed 25 Nov' } })
    expect(lines({ kind: 'add-task', after: task })).toEqual(['Repeats: Every Wednesday', 'Who: In turn: Emma, Tom', 'Next turn: Tom', 'Takes: 10 min', 'Reminders: The day before at 21:00'])
    // What stands on a list is bought or packed, and takes no time of its own.
    expect(lines({ kind: 'add-task', after: { ...task, list: 'Shopping' } }).join()).not.toContain('Takes')
    const { due: _, repeats: __, turn: ___, ...item } = task
    expect(told({ kind: 'add-task', after: { ...item, list: 'Shopping', people: [], rotation: 'together', reminders: [] } })).toMatchObject({ kind: 'Shopping', when: { after: null } })
  })

  test('that is edited or removed', () => {
    const after: Task = { ...task, turn: 'emma', repeats: { from: 'done', days: 3 }, due: { at: '2026-11-23T17:00:00Z', zone, allDay: false }, checklist: [{ text: 'paper', done: true }, { text: 'glass', done: false }] }
    expect(told({ kind: 'edit-task', before: task, after }).when).toEqual({ before: 'due Wed 25 Nov', after: 'due tomorrow 18:00' })
    expect(lines({ kind: 'edit-task', before: task, after })).toEqual(['Repeats: Every Wednesday → 3 days after it was last done', 'Next turn: Tom → Emma', 'Checklist: paper ✓, glass', 'Reminders: The day before at 21:00 → 12 h before'])
    expect(told({ kind: 'remove-task', before: task })).toMatchObject({ sort: 'remove', title: 'Bins', lines: [] })
  })
})

group('an entry of the household', () => {
  test('a person’s note says what is added, a rule what it does', () => {
    const [emma] = household.people
    if (emma === undefined) throw new Error('Emma is gone')
    const change: Change = { kind: 'household', before: { list: 'people', entry: { ...emma, note: 'likes tea' } }, after: { list: 'people', entry: { ...emma, note: 'likes tea; allergic to nuts', aliases: ['Emmi'] } } }
    expect(told(change)).toMatchObject({ sort: 'edit', title: 'Emma', kind: 'Person' })
    expect(lines(change)).toEqual(['Also called: Emmi', 'Added to note: allergic to nuts'])
    expect(lines({ kind: 'household', before: null, after: { list: 'rules', entry: { id: 'r', kind: 'forbid', phrase: 'nuts', since: event.start } } })).toEqual(['Means: this phrase never leaves'])
    expect(lines({ kind: 'household', before: null, after: { list: 'notes', entry: { id: 'n', title: 'Bins', text: 'Blue on Tuesdays' } } })).toEqual(['Text: Blue on Tuesdays'])
    expect(lines({ kind: 'household', before: null, after: { list: 'routines', entry: { id: 'q', name: 'Nap', aliases: [], people: ['emma'], days: ['sa', 'su'], from: '13:00', to: '14:00', quiet: true } } })).toEqual(['Days: Sat, Sun', 'Time: 13:00 – 14:00', 'Who: Emma', 'Quiet: nothing noisy may run'])
    expect(told({ kind: 'household', before: { list: 'places', entry: household.places[0] ?? { id: 'x', name: 'x', aliases: [] } }, after: null })).toMatchObject({ sort: 'remove', title: 'Sports hall', kind: 'Place', lines: [] })
  })
})

group('rows', () => {
  const at = (changes: readonly Change[]): readonly (readonly number[])[] => rowsOf(changes).map((row) => row.map((placed) => placed.at))

  test('events by their times, then the rest, each with its place in the proposal', () => {
    expect(at([{ kind: 'add-task', after: task }, { kind: 'add', after: { ...event, id: 'late', start: '2026-12-24T15:00:00Z' } }, { kind: 'add', after: event }])).toEqual([[2], [1], [0]])
  })

  test('a series that is parted is one yes: its end, its new part, and the times that differ', () => {
    const ended: CalendarEvent = { ...series, repeats: { rrule: 'FREQ=WEEKLY;UNTIL=20261208T145959Z', rdates: [], exdates: [] } }
    const part: CalendarEvent = { ...series, id: 'e2', start: '2026-12-08T16:00:00Z', end: '2026-12-08T17:00:00Z' }
    const one: CalendarEvent = { ...event, id: 'e1-t1', instanceOf: { seriesId: 'e1', at: '2026-12-15T15:00:00Z' } }
    const changes: Change[] = [{ kind: 'add', after: { ...event, id: 'other' } }, { kind: 'edit', before: series, after: ended }, { kind: 'add', after: part }, { kind: 'remove', before: one }, { kind: 'add', after: { ...one, id: 'e2-t1', instanceOf: { seriesId: 'e2', at: '2026-12-15T16:00:00Z' } } }]
    expect(at(changes)).toEqual([[0], [1, 2, 3, 4]])
    expect(seen(changes.slice(1, 3))).toEqual([{ id: 'e2', at: '2026-12-08T16:00:00Z' }])
  })

  test('two new series of the same name are two', () => {
    expect(at([{ kind: 'add', after: series }, { kind: 'add', after: { ...series, id: 'e2' } }])).toEqual([[0], [1]])
  })

  test('what can be looked at: of a series the time that was taken out, of a removal nothing', () => {
    expect(seen([{ kind: 'edit', before: series, after: { ...series, repeats: { rrule: 'FREQ=WEEKLY', rdates: [], exdates: ['2026-12-01T15:00:00Z'] } } }])).toEqual([{ id: 'e1', at: '2026-12-01T15:00:00Z' }])
    expect(seen([{ kind: 'remove', before: event }, { kind: 'add-task', after: task }])).toEqual([])
  })

  test('a proposal is shared out when it only gives people things to do', () => {
    const add = (part: Partial<CalendarEvent>): Change => ({ kind: 'add', after: { ...event, ...part } })
    expect(isSharedOut([add({}), add({ id: 'e2' })])).toBe(true)
    expect(isSharedOut([add({})])).toBe(false)
    expect(isSharedOut([add({}), add({ people: [] })])).toBe(false)
    expect(isSharedOut([add({}), { kind: 'remove', before: event }])).toBe(false)
  })
})
