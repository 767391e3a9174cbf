import ICAL from 'ical.js'
import { describe, expect, it } from 'vitest'
import { writeComponent } from '../../electron/calendar/ics/jcal.ts'
import { writeZone } from '../../electron/calendar/ics/write-zone.ts'
import type { CalendarEvent } from '../../shared/calendar.ts'
import type { Task } from '../../shared/tasks.ts'
import { Temporal } from '../../shared/time.ts'
import { bytesOf, calendarOf, changesOf, eventOf, held, importing, taskOf, written } from '../support/importing.ts'

const zones = ['Europe/Berlin', 'Europe/London', 'America/New_York', 'America/Sao_Paulo', 'Australia/Lord_Howe', 'Asia/Kolkata', 'Africa/Casablanca', 'Pacific/Apia', 'Asia/Gaza', 'UTC']

describe('VTIMEZONE', () => {
  it.each(zones)('%s: ical.js works out of it what the runtime knows, around every clock change and twice a month from 2005 to 2037', (zone) => {
    const component = new ICAL.Component(ICAL.parse(writeComponent(writeZone(zone, zone, 2005, 2037)).trim()) as never), read = new ICAL.Timezone(component)
    const wrong: string[] = []
    const times: Temporal.PlainDateTime[] = []
    for (let at = Temporal.PlainDateTime.from('2005-01-01T00:30'); at.year < 2038; at = at.add({ days: 15 })) times.push(at)
    for (let at = Temporal.PlainDateTime.from('2005-01-02T00:00').toZonedDateTime(zone).getTimeZoneTransition('next'); at !== null && at.year < 2038; at = at.getTimeZoneTransition('next')) times.push(...[-26, -5, 5, 26].map((hours) => at.add({ hours }).toPlainDateTime()))
    for (const at of times) {
      const earlier = at.toZonedDateTime(zone, { disambiguation: 'earlier' }), later = at.toZonedDateTime(zone, { disambiguation: 'later' })
      // A time that a clock change skips or repeats is read differently by different readers.
      if (earlier.epochMilliseconds !== later.epochMilliseconds) continue
      const offset = read.utcOffset(ICAL.Time.fromString(at.toString({ smallestUnit: 'second' }), undefined))
      if (offset !== earlier.offsetNanoseconds / 1e9) wrong.push(`${at.toString()} ${String(offset)}`)
    }
    expect(wrong.slice(0, 3)).toEqual([])
  })
  it('a rule goes on without end, and another name than the zone’s own says which it is', () => {
    const text = writeComponent(writeZone('W. Europe Standard Time', 'Europe/Berlin', 2026, 2037))
    expect(text).toContain('RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU')
    expect(text).toContain('X-LIC-LOCATION:Europe/Berlin')
  })
})

const event: CalendarEvent = { id: 'dentist', title: 'Dentist; Dr. Müller, upstairs', start: '2026-12-02T08:00:00Z', end: '2026-12-02T08:30:00Z', zone: 'Europe/Berlin', allDay: false, people: ['tom', 'emma'], placeId: 'home', note: 'Card\nand slip \\ form', reminders: [30, 1440], free: true }
const series: CalendarEvent = { id: 'piano', title: 'Piano', start: '2026-09-07T13:30:00Z', end: '2026-09-07T14:15:00Z', zone: 'Europe/Berlin', allDay: false, people: [], repeats: { rrule: 'FREQ=WEEKLY;BYDAY=MO', rdates: [], exdates: ['2026-11-02T14:30:00Z'] } }
const { repeats: _, ...single } = series
const moved: CalendarEvent = { ...single, id: 'piano-x', start: '2026-11-10T15:00:00Z', end: '2026-11-10T15:45:00Z', instanceOf: { seriesId: 'piano', at: '2026-11-09T14:30:00Z' } }
const days: CalendarEvent = { id: 'autumn', title: 'Autumn', start: '2026-10-11T22:00:00Z', end: '2026-10-24T22:00:00Z', zone: 'Europe/Berlin', allDay: true, people: [], reminders: [0, 900] }
const second: CalendarEvent = { id: 'night', title: 'Second 02:30', start: '2026-10-25T01:30:00Z', end: '2026-10-25T02:30:00Z', zone: 'Europe/Berlin', allDay: false, people: [] }
const task: Task = { id: 'plants', title: 'Water the plants', people: ['emma'], rotation: 'together', due: { at: '2026-11-02T23:00:00Z', zone: 'Europe/Berlin', allDay: true }, repeats: { from: 'due', rrule: 'FREQ=WEEKLY', since: '2026-10-31T23:00:00Z' }, effort: 20, checklist: [], reminders: [60], medicine: false, done: [] }
const all = { events: [event, series, moved, days, second], tasks: [task] }

describe('what was made here goes out', () => {
  it('as other programs expect it', () => {
    const text = written(all)
    for (const line of ['SUMMARY:Dentist\\; Dr. Müller\\, upstairs', 'DESCRIPTION:Card\\nand slip \\\\ form', 'LOCATION:Home\\, Kastanienallee 7a\\, 10435 Berlin', 'TRANSP:TRANSPARENT', 'ATTENDEE;CN=Tom Bergmann:mailto:tom.bergmann@example.org', 'ATTENDEE;CN=Emma Bergmann:invalid:nomail', 'TRIGGER:-PT30M', 'DTSTART;TZID=Europe/Berlin:20260907T153000', 'EXDATE;TZID=Europe/Berlin:20261102T153000', 'RECURRENCE-ID;TZID=Europe/Berlin:20261109T153000', 'UID:piano@lares', 'DTSTART;VALUE=DATE:20261012', 'DTEND;VALUE=DATE:20261025', 'TRIGGER:PT540M', 'TRIGGER:-PT360M', 'TRIGGER;RELATED=END:PT480M', 'DTSTART:20261025T013000Z', 'DUE;VALUE=DATE:20261103', 'RRULE:FREQ=WEEKLY']) expect(text.split('\r\n')).toContain(line)
  })
  it('and is the same when it comes back: here it is known again, elsewhere it is made anew', () => {
    expect(changesOf(importing(bytesOf(written(all)), all))).toEqual([])
    const elsewhere = held(changesOf(importing(bytesOf(written(all)))))
    const said = (one: CalendarEvent): unknown => ({ ...one, id: '', ical: undefined, instanceOf: one.instanceOf?.at, people: [...one.people].sort() })
    expect(elsewhere.events.map(said).sort()).toEqual(all.events.map(said).sort())
    expect(elsewhere.tasks[0]).toMatchObject({ title: task.title, due: task.due, repeats: task.repeats, reminders: task.reminders, people: task.people })
  })
})

describe('what came with a file and changed here', () => {
  const file = calendarOf(eventOf('SUMMARY;LANGUAGE=de:Klavier', 'SEQUENCE:4', 'DTSTART;TZID=W. Europe Standard Time:20261202T153000', 'DURATION:PT45M', 'X-KEPT;P=1:yes', 'ATTACH:https://example.org/a.pdf', 'ATTENDEE;CN=Tom;PARTSTAT=ACCEPTED:mailto:tom.bergmann@example.org', 'ATTENDEE;CN=Ada:mailto:ada@example.org', 'BEGIN:VALARM', 'ACTION:EMAIL', 'TRIGGER:-PT1H', 'END:VALARM'), taskOf('SUMMARY:Tax', 'PRIORITY:1', 'STATUS:NEEDS-ACTION'))
  const there = held(changesOf(importing(file))), [imported] = there.events, [todo] = there.tasks
  const out = (change: Partial<CalendarEvent>): readonly string[] => written({ events: [{ ...imported!, ...change }], tasks: [] }).replaceAll('\r\n ', '').split('\r\n')
  it('says so in the properties of what changed, as a later version, and keeps the rest', () => {
    const lines = out({ title: 'Geige', people: [], reminders: [10] })
    expect(lines).toEqual(expect.arrayContaining(['SUMMARY:Geige', 'SEQUENCE:5', 'LAST-MODIFIED:20261122T165000Z', 'X-KEPT;P=1:yes', 'ATTACH:https://example.org/a.pdf', 'ATTENDEE;CN=Ada:mailto:ada@example.org', 'ACTION:EMAIL', 'TRIGGER:-PT10M', 'DTSTART;TZID=W. Europe Standard Time:20261202T153000', 'DURATION:PT45M']))
    expect(lines.filter((line) => line.includes('Klavier') || line.includes('tom.bergmann'))).toEqual([])
  })
  it('another time is written on the clock of its zone', () => { expect(out({ start: '2026-12-02T15:30:00Z', end: '2026-12-02T16:00:00Z' })).toEqual(expect.arrayContaining(['DTSTART;TZID=Europe/Berlin:20261202T163000', 'DTEND;TZID=Europe/Berlin:20261202T170000'])) })
  it('made a whole day, its alarms count from midnight', () => {
    const timed = held(changesOf(importing(calendarOf(eventOf('SUMMARY:Trip', 'DTSTART;TZID=Europe/Berlin:20261202T090000', 'DURATION:PT1H', 'BEGIN:VALARM', 'ACTION:DISPLAY', 'TRIGGER:-PT30M', 'END:VALARM'))))).events[0]!
    const text = written({ events: [{ ...timed, allDay: true, start: '2026-12-01T23:00:00Z', end: '2026-12-02T23:00:00Z' }], tasks: [] })
    expect(text.split('\r\n').filter((line) => line.startsWith('TRIGGER'))).toEqual(['TRIGGER:PT510M'])
  })
  it('a task that is done says so', () => { expect(written({ events: [], tasks: [{ ...todo!, doneAt: '2026-11-20T10:00:00Z' }] }).split('\r\n')).toEqual(expect.arrayContaining(['STATUS:COMPLETED', 'COMPLETED:20261120T100000Z', 'PERCENT-COMPLETE:100', 'PRIORITY:1'])) })
  it('two files that mean different zones by one name: the second takes the zone’s own', () => {
    const custom = (offset: string): Uint8Array => calendarOf(['BEGIN:VTIMEZONE', 'TZID:Ours', 'BEGIN:STANDARD', 'DTSTART:19700101T000000', `TZOFFSETFROM:${offset}`, `TZOFFSETTO:${offset}`, 'END:STANDARD', 'END:VTIMEZONE'], eventOf(`UID:${offset}`, 'SUMMARY:x', 'DTSTART;TZID=Ours:20261202T090000', 'DURATION:PT1H'))
    const both = held([...changesOf(importing(custom('+0530'))), ...changesOf(importing(custom('+0900')))].map((change, n) => (change.kind === 'add' ? { ...change, after: { ...change.after, id: `id-${String(n)}` } } : change)))
    expect(written(both).split('\r\n').filter((line) => line.startsWith('DTSTART;')).sort()).toEqual(['DTSTART;TZID=Asia/Tokyo:20261202T090000', 'DTSTART;TZID=Ours:20261202T090000'])
  })
})
