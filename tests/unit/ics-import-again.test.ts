import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { CalendarEvent } from '../../shared/calendar.ts'
import type { ImportRow } from '../../shared/ical.ts'
import { openHouse, valueOf, type House } from '../support/house.ts'
import { calendarOf, changesOf, eventOf, held, importing, taskOf, type Held } from '../support/importing.ts'

const lesson = (time: string, ...more: readonly string[]): readonly string[] => eventOf('UID:lesson', 'SUMMARY:Lesson', `DTSTART;TZID=Europe/Berlin:20261202T${time}00`, 'DURATION:PT1H', ...more)
const first = (...entries: readonly (readonly string[])[]): Held => held(changesOf(importing(calendarOf(...entries))))
const row = (there: Held, ...entries: readonly (readonly string[])[]): ImportRow | undefined => importing(calendarOf(...entries), there).rows[0]?.row

describe('a file that comes again', () => {
  const there = first(lesson('1500')), mine = there.events[0]!
  const edited = (change: Partial<CalendarEvent>): Held => ({ events: [{ ...mine, ...change }], tasks: [] })
  const after = (before: Held, ...entries: readonly (readonly string[])[]): CalendarEvent | undefined => held(changesOf(importing(calendarOf(...entries), before)), before).events[0]

  it('says what differs', () => {
    expect(row(there, lesson('1600', 'DESCRIPTION:Bring the book'))).toMatchObject({ status: 'changed', differences: [{ field: 'when', before: { start: '2026-12-02T14:00:00Z' }, after: { start: '2026-12-02T15:00:00Z' } }, { field: 'note', before: '', after: 'Bring the book' }] })
  })
  it('leaves what was changed here where the file has not', () => {
    expect(row(edited({ title: 'Cello lesson' }), lesson('1500'))?.status).toBe('unchanged')
    expect(after(edited({ title: 'Cello lesson' }), lesson('1600'))).toMatchObject({ title: 'Cello lesson', start: '2026-12-02T15:00:00Z' })
  })
  it('new stamps alone are no change; details that are only kept are one', () => {
    expect(row(there, lesson('1500').map((line) => (line.startsWith('DTSTAMP') ? 'DTSTAMP:20270101T000000Z' : line)))?.status).toBe('unchanged')
    expect(row(there, lesson('1500', 'X-ROOM:7'))).toMatchObject({ status: 'changed', differences: [{ field: 'kept' }] })
  })
  it('an older version is said to be one', () => {
    expect(row(first(lesson('1500', 'SEQUENCE:3')), lesson('1600', 'SEQUENCE:2'))?.remarks).toEqual(['older'])
  })
  it('what it calls off is removed where it is known, with its times, and else said', () => {
    expect(importing(calendarOf(lesson('1500', 'STATUS:CANCELLED')), there).rows.map(({ row: { status }, changes }) => [status, changes])).toEqual([['removed', [{ kind: 'remove', before: mine }]]])
    expect(importing(calendarOf(lesson('1500', 'STATUS:CANCELLED'))).unreadable.map(({ title }) => title)).toEqual(['Lesson'])
  })
  it('a series gets and loses times of its own; what was changed here stays', () => {
    const weekly = lesson('1500', 'RRULE:FREQ=WEEKLY'), time = eventOf('UID:lesson', 'RECURRENCE-ID;TZID=Europe/Berlin:20261209T150000', 'SUMMARY:Lesson', 'DTSTART;TZID=Europe/Berlin:20261210T150000', 'DURATION:PT1H')
    const series = first(weekly), withTime = held(changesOf(importing(calendarOf(weekly, time), series)), series)
    expect(withTime.events).toHaveLength(2)
    expect(row(withTime, weekly)).toMatchObject({ status: 'changed', differences: [{ field: 'single times', before: '1', after: '0' }] })
    expect(held(changesOf(importing(calendarOf(weekly), withTime)), withTime).events).toHaveLength(1)
    const touched = { ...withTime, events: withTime.events.map((one) => (one.instanceOf === undefined ? one : { ...one, title: 'At grandmother’s' })) }
    expect(row(touched, weekly)?.status).toBe('unchanged')
  })
  it('tasks too', () => {
    const before = first(taskOf('SUMMARY:Tax', 'DUE;VALUE=DATE:20261231'))
    expect(row(before, taskOf('SUMMARY:Tax', 'DUE;VALUE=DATE:20270131'))).toMatchObject({ kind: 'task', status: 'changed', differences: [{ field: 'when' }] })
  })
})

describe('P11 through the house', () => {
  let house: House
  beforeAll(async () => { house = await openHouse() })
  afterAll(() => house.close())
  beforeEach(async () => { while ((await house.handlers.calendar.undo({ changeSetId: null })).ok); })
  const read = async (...entries: readonly (readonly string[])[]): Promise<{ readonly id: string; readonly rows: number }> => valueOf(await house.handlers.ics.read({ name: 'a.ics', bytes: Uint8Array.from(calendarOf(...entries)) }))
  const titles = async (): Promise<readonly string[]> => valueOf(await house.handlers.calendar.between({ from: '2026-12-02T00:00:00Z', to: '2026-12-03T00:00:00Z' })).map(({ title }) => title)

  it('reading changes nothing; the yes is one change set, undone as one', async () => {
    const { id } = await read(lesson('1500'), eventOf('UID:2', 'SUMMARY:Other', 'DTSTART:20261202T090000Z', 'DURATION:PT1H'), taskOf('SUMMARY:Tax'))
    expect(await titles()).not.toContain('Lesson')
    const imported = valueOf(await house.handlers.ics.accept({ id, rows: [0, 2] }))
    expect(await titles()).toContain('Lesson')
    expect(await titles()).not.toContain('Other')
    expect(valueOf(await house.handlers.tasks.list(null)).map(({ title }) => title)).toContain('Tax')
    expect(valueOf(await house.handlers.calendar.undo({ changeSetId: imported.changeSetId })).changes).toHaveLength(2)
    expect(await titles()).not.toContain('Lesson')
    expect(valueOf(await house.handlers.tasks.list(null)).map(({ title }) => title)).not.toContain('Tax')
  })
  it('a file is taken once, and not when the calendar changed meanwhile; nothing chosen is nothing done', async () => {
    valueOf(await house.handlers.ics.accept({ id: (await read(lesson('1500'))).id, rows: [0] }))
    const stored = valueOf(await house.handlers.calendar.between({ from: '2026-12-02T00:00:00Z', to: '2026-12-03T00:00:00Z' })).find(({ title }) => title === 'Lesson')!
    const { id } = await read(lesson('1600')), { id: eventId, ...draft } = stored
    expect(await house.handlers.ics.accept({ id, rows: [] })).toMatchObject({ problem: { name: 'ics.nothing-chosen' } })
    valueOf(await house.handlers.calendar.save({ id: eventId, event: { ...draft, title: 'Renamed' }, scope: 'one' }))
    expect(await house.handlers.ics.accept({ id, rows: [0] })).toMatchObject({ problem: { name: 'ics.changed' } })
    const again = await read(lesson('1600'))
    valueOf(await house.handlers.ics.accept({ id: again.id, rows: [0] }))
    expect(await house.handlers.ics.accept({ id: again.id, rows: [0] })).toMatchObject({ problem: { name: 'ics.gone' } })
    expect(await titles()).toContain('Renamed')
  })
  it('an event that is edited by hand keeps what its file said beyond it', async () => {
    valueOf(await house.handlers.ics.accept({ id: (await read(lesson('1500', 'X-ROOM:7'))).id, rows: [0] }))
    const { id, ical, ...draft } = valueOf(await house.handlers.calendar.between({ from: '2026-12-02T00:00:00Z', to: '2026-12-03T00:00:00Z' })).find(({ title }) => title === 'Lesson')!
    const saved = valueOf(await house.handlers.calendar.save({ id, event: { ...draft, title: 'Edited' }, scope: 'one' }))
    expect(saved.ical).toEqual(ical)
  })
  it('more than one change set holds: as many as fit, and how many are left', async () => {
    const { id, rows } = await read(...Array.from({ length: 5100 }, (_, n) => eventOf(`UID:n${String(n)}`, `SUMMARY:N${String(n)}`, 'DTSTART:20270102T090000Z', 'DURATION:PT1H')))
    expect(valueOf(await house.handlers.ics.accept({ id, rows: Array.from({ length: rows }, (_, n) => n) }))).toMatchObject({ rows: 5000, left: 100 })
  }, 120_000)
  it('a locked vault forgets the file', async () => {
    const { id } = await read(lesson('1500'))
    await house.canaries()
    expect(await house.handlers.ics.accept({ id, rows: [0] })).toMatchObject({ problem: { name: 'ics.gone' } })
  })
  it('nobody picks: nothing is read, nothing saved', async () => {
    expect(valueOf(await house.handlers.ics.open(null))).toBeNull()
    expect(valueOf(await house.handlers.ics.save({ what: 'all' }))).toBeNull()
    expect(await house.handlers.ics.save({ what: 'events', ids: ['nobody'] })).toMatchObject({ problem: { name: 'ics.nothing-to-save' } })
  })
})
