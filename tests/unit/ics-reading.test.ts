import { describe, expect, it } from 'vitest'
import { planImport } from '../../electron/calendar/ics/plan-import.ts'
import { instanceId } from '../../electron/calendar/series.ts'
import type { CalendarEvent } from '../../shared/calendar.ts'
import { wording } from '../../shared/problems.ts'
import { instantToWall } from '../../shared/time.ts'
import { bytesOf, calendarOf, changesOf, eventOf, held, importing, now, taskOf } from '../support/importing.ts'
import { testHousehold } from '../support/test-household.ts'

const read = (...lines: readonly string[]): CalendarEvent => {
  const plan = importing(calendarOf(eventOf(...lines))), [event] = held(changesOf(plan)).events
  if (event === undefined) throw new Error(plan.unreadable.map(({ problem }) => wording(problem).says).join())
  return event
}
const refusal = (...lines: readonly string[]): string => importing(calendarOf(eventOf(...lines))).unreadable.map(({ problem }) => String(problem.detail['what'])).join()
const remarks = (...lines: readonly string[]): readonly string[] => importing(calendarOf(eventOf(...lines))).rows.flatMap(({ row }) => row.remarks)
const berlin = (event: CalendarEvent): string => `${instantToWall(event.start, 'Europe/Berlin')} – ${instantToWall(event.end, 'Europe/Berlin')}${event.allDay ? ' all day' : ''}`

describe('when an entry is', () => {
  it.each([
    ['an IANA zone', ['DTSTART;TZID=America/New_York:20261202T090000', 'DTEND;TZID=America/New_York:20261202T100000'], '2026-12-02T15:00 – 2026-12-02T16:00'],
    ['Microsoft’s name of a zone', ['DTSTART;TZID=Eastern Standard Time:20261202T090000', 'DURATION:PT1H'], '2026-12-02T15:00 – 2026-12-02T16:00'],
    ['UTC', ['DTSTART:20260702T090000Z', 'DTEND:20260702T100000Z'], '2026-07-02T11:00 – 2026-07-02T12:00'],
    ['a floating time is the household’s', ['DTSTART:20261202T090000', 'DTEND:20261202T100000'], '2026-12-02T09:00 – 2026-12-02T10:00'],
    ['an end in another zone', ['DTSTART;TZID=Europe/Berlin:20261202T090000', 'DTEND;TZID=Europe/London:20261202T100000'], '2026-12-02T09:00 – 2026-12-02T11:00'],
    ['days of a length go by the calendar, over a clock change', ['DTSTART;TZID=Europe/Berlin:20261024T120000', 'DURATION:P1D'], '2026-10-24T12:00 – 2026-10-25T12:00'],
    ['one day', ['DTSTART;VALUE=DATE:20261202'], '2026-12-02T00:00 – 2026-12-03T00:00 all day'],
    ['days, the end excluded', ['DTSTART;VALUE=DATE:20261202', 'DTEND;VALUE=DATE:20261205'], '2026-12-02T00:00 – 2026-12-05T00:00 all day'],
    ['days by length', ['DTSTART;VALUE=DATE:20261202', 'DURATION:P1W'], '2026-12-02T00:00 – 2026-12-09T00:00 all day'],
    ['a date without VALUE=DATE', ['DTSTART:20261202', 'DTEND:20261203'], '2026-12-02T00:00 – 2026-12-03T00:00 all day'],
    ['a day that ends when it begins, as Outlook once wrote it', ['DTSTART;VALUE=DATE:20261202', 'DTEND;VALUE=DATE:20261202'], '2026-12-02T00:00 – 2026-12-03T00:00 all day'],
    ['midnight to midnight that Exchange calls a whole day', ['DTSTART;TZID=W. Europe Standard Time:20261202T000000', 'DTEND;TZID=W. Europe Standard Time:20261203T000000', 'X-MICROSOFT-CDO-ALLDAYEVENT:TRUE'], '2026-12-02T00:00 – 2026-12-03T00:00 all day'],
    ['without length, a quarter of an hour', ['DTSTART:20261202T090000'], '2026-12-02T09:00 – 2026-12-02T09:15'],
    ['a time that the clock change skips', ['DTSTART;TZID=Europe/Berlin:20270328T023000', 'DURATION:PT1H'], '2027-03-28T03:30 – 2027-03-28T04:30'],
  ])('%s', (_name, lines, expected) => { expect(berlin(read('SUMMARY:x', ...lines))).toBe(expected) })

  it.each([
    ['no start', ['SUMMARY:x'], 'it has no DTSTART'],
    ['a start that is none', ['DTSTART:tomorrow'], 'its start (DTSTART) is no date or time'],
    ['a day that does not exist', ['DTSTART;VALUE=DATE:20260230'], 'its start (DTSTART) is no date or time'],
    ['an end before the start', ['DTSTART:20261202T090000Z', 'DTEND:20261202T080000Z'], 'it ends before it begins'],
    ['a zone nobody knows', ['DTSTART;TZID=Mars/Olympus:20261202T090000'], 'its start (DTSTART) is in a time zone that cannot be found (Mars/Olympus)'],
    ['two rules', ['DTSTART:20261202T090000Z', 'RRULE:FREQ=DAILY', 'RRULE:FREQ=WEEKLY'], 'it repeats by more than one rule'],
    ['a rule of exceptions', ['DTSTART:20261202T090000Z', 'RRULE:FREQ=DAILY', 'EXRULE:FREQ=WEEKLY'], 'it leaves out times by a rule (EXRULE)'],
    ['a rule that no rule may be', ['DTSTART:20261202T090000Z', 'RRULE:FREQ=DAILY;COUNT=0'], 'its rule says what no rule may: COUNT'],
    ['a change of all later times at once', ['DTSTART:20261202T090000Z', 'RECURRENCE-ID;RANGE=THISANDFUTURE:20261202T090000Z'], 'it changes all later times of its series at once (RANGE)'],
    ['more single dates than are kept', ['DTSTART:20260101T000000Z', ...Array.from({ length: 1001 }, (_, n) => `RDATE:2026${String(1 + (n % 12)).padStart(2, '0')}01T${String(Math.floor(n / 12) % 24).padStart(2, '0')}${String(n % 60).padStart(2, '0')}00Z`)], 'it has more than 1000 single dates'],
    ['a year beyond the calendar', ['DTSTART:99991231T233000Z', 'DURATION:P9999D'], 'a date or a text in it is beyond what the calendar holds'],
  ])('refuses %s', (_name, lines, what) => { expect(refusal('SUMMARY:x', ...lines)).toBe(what) })

  it('a zone without a name is found by the hours of its VTIMEZONE, and said; one like no other is refused', () => {
    const zone = (standard: string, daylight: string): readonly string[] => ['BEGIN:VTIMEZONE', 'TZID:Ours', 'BEGIN:STANDARD', 'DTSTART:16011104T020000', 'RRULE:FREQ=YEARLY;BYDAY=1SU;BYMONTH=11', `TZOFFSETFROM:${daylight}`, `TZOFFSETTO:${standard}`, 'END:STANDARD', 'BEGIN:DAYLIGHT', 'DTSTART:16010311T020000', 'RRULE:FREQ=YEARLY;BYDAY=2SU;BYMONTH=3', `TZOFFSETFROM:${standard}`, `TZOFFSETTO:${daylight}`, 'END:DAYLIGHT', 'END:VTIMEZONE']
    const entry = eventOf('SUMMARY:x', 'DTSTART;TZID=Ours:20261202T090000', 'DURATION:PT1H')
    const found = importing(calendarOf(zone('-0500', '-0400'), entry))
    expect(held(changesOf(found)).events[0]).toMatchObject({ zone: 'America/New_York', start: '2026-12-02T14:00:00Z' })
    expect(found.rows[0]?.row.remarks).toEqual(['zone by offsets'])
    expect(importing(calendarOf(zone('+0117', '+0217'), entry)).unreadable).toHaveLength(1)
  })
})

describe('how it repeats', () => {
  it('rule, added and left out dates; dates take the time of the series', () => {
    expect(read('SUMMARY:x', 'DTSTART;TZID=Europe/Berlin:20260907T153000', 'DURATION:PT45M', 'RRULE:FREQ=WEEKLY;BYDAY=MO', 'EXDATE;VALUE=DATE:20261026', 'EXDATE;TZID=Europe/Berlin:20260914T153000,20260921T153000', 'RDATE:20260909T133000Z').repeats).toEqual({ rrule: 'FREQ=WEEKLY;BYDAY=MO', rdates: ['2026-09-09T13:30:00Z'], exdates: ['2026-10-26T14:30:00Z', '2026-09-14T13:30:00Z', '2026-09-21T13:30:00Z'] })
  })
  it('a series in UTC stays in UTC, so that the clock change does not move it', () => { expect(read('SUMMARY:x', 'DTSTART:20260907T130000Z', 'DURATION:PT1H', 'RRULE:FREQ=WEEKLY').zone).toBe('UTC') })
  it('periods count by their starts, and are remarked', () => {
    const lines = ['SUMMARY:x', 'DTSTART:20260907T130000Z', 'DURATION:PT1H', 'RDATE;VALUE=PERIOD:20260908T130000Z/PT3H,20260909T130000Z/20260909T140000Z']
    expect(read(...lines).repeats?.rdates).toEqual(['2026-09-08T13:00:00Z', '2026-09-09T13:00:00Z'])
    expect(remarks(...lines)).toEqual(['periods'])
  })
  it('times that differ belong to their series, cancelled ones are left out of it, and one whose series is not in the file stands alone', () => {
    const plan = importing(calendarOf(
      eventOf('UID:s', 'SUMMARY:Piano', 'DTSTART;TZID=Europe/Berlin:20260907T150000', 'DURATION:PT1H', 'RRULE:FREQ=WEEKLY'),
      eventOf('UID:s', 'RECURRENCE-ID;TZID=Europe/Berlin:20260914T150000', 'SUMMARY:Piano late', 'DTSTART;TZID=Europe/Berlin:20260914T170000', 'DURATION:PT1H'),
      eventOf('UID:s', 'RECURRENCE-ID;VALUE=DATE:20260921', 'SUMMARY:Piano', 'DTSTART;TZID=Europe/Berlin:20260921T150000', 'STATUS:CANCELLED'),
      eventOf('UID:other', 'RECURRENCE-ID:20260921T130000Z', 'SUMMARY:Invited once', 'DTSTART:20260921T140000Z', 'DURATION:PT1H'),
    )), { events } = held(changesOf(plan))
    expect(plan.rows.map(({ row }) => [row.title, row.single])).toEqual([['Piano', 1], ['Invited once', 0]])
    expect(events.map(({ id, title, instanceOf }) => [id, title, instanceOf])).toEqual([['id-1', 'Piano', undefined], [instanceId('id-1', '2026-09-14T13:00:00Z'), 'Piano late', { seriesId: 'id-1', at: '2026-09-14T13:00:00Z' }], ['id-2', 'Invited once', undefined]])
    expect(events[0]?.repeats?.exdates).toEqual(['2026-09-21T13:00:00Z'])
  })
})

describe('P10 what it says is text', () => {
  it('people by address and by name, whoever declined and rooms are nobody; a known place; reminders before the start', () => {
    expect(read(
      'SUMMARY:x', 'DTSTART:20261202T090000Z', 'DURATION:PT1H', 'LOCATION:St. Mary’s Hospital\\, 14 Linden Lane\\, 10115 Berlin', 'TRANSP:TRANSPARENT', 'DESCRIPTION:one\\ntwo\\, three',
      'ATTENDEE;CN=T:MAILTO:Tom.Bergmann@example.org', 'ATTENDEE;CN=emmi:mailto:e@x', 'ATTENDEE;CN=Rose;PARTSTAT=DECLINED:mailto:r@x', 'ATTENDEE;CN=Mum;CUTYPE=ROOM:mailto:m@x', 'ATTENDEE;CN=Stranger:mailto:s@x',
      ...['-PT15M', 'PT0S', '-P1DT1H', 'PT9H', '-PT90S'].flatMap((trigger) => ['BEGIN:VALARM', 'ACTION:DISPLAY', `TRIGGER:${trigger}`, 'END:VALARM']), 'BEGIN:VALARM', 'ACTION:EMAIL', 'TRIGGER:-PT5M', 'END:VALARM',
    )).toMatchObject({ people: ['tom', 'emma'], placeId: 'hospital', reminders: [15, 0, 1500], free: true, note: 'one\ntwo, three' })
  })
  it('of whole days the alarms count from midnight, the reminders from the morning', () => {
    const alarms = (...triggers: readonly string[]): readonly string[] => triggers.flatMap((trigger) => ['BEGIN:VALARM', 'ACTION:DISPLAY', `TRIGGER:${trigger}`, 'END:VALARM'])
    expect(read('SUMMARY:x', 'DTSTART;VALUE=DATE:20261202', ...alarms('-PT6H', 'PT9H', '-P1D', 'PT10H')).reminders).toEqual([900, 0, 1980])
    expect(held(changesOf(importing(calendarOf(taskOf('SUMMARY:Tax', 'DUE;VALUE=DATE:20261103', ...alarms('PT8H')))))).tasks[0]?.reminders).toEqual([60])
  })
  it('without markup read, without hidden characters, never empty, never too long', () => {
    expect(read('SUMMARY:<img src=x>\\n\u202Eevil\u200B\u0007', 'DTSTART:20261202T090000Z').title).toBe('<img src=x> evil')
    expect(read('DTSTART:20261202T090000Z').title).toBe('Without a title')
    expect(read(`SUMMARY:${'ä'.repeat(4000)}`, 'DTSTART:20261202T090000Z').title).toHaveLength(300)
    expect(remarks(`DESCRIPTION:${'a'.repeat(5000)}`, 'DTSTART:20261202T090000Z', 'DURATION:PT1H')).toEqual(['cut'])
  })
  it('an attachment inside the file that is too large to keep is left out and said; the entry stays', () => {
    const line = (size: number): readonly string[] => ['SUMMARY:x', 'DTSTART:20261202T090000Z', 'DURATION:PT1H', `ATTACH;ENCODING=BASE64;VALUE=BINARY:${'QUJD'.repeat(size)}`]
    expect(remarks(...line(13_000))).toEqual(['too long'])
    const [a, b] = [9000, 8000].map((size) => line(size)[3] ?? '')
    const event = read('SUMMARY:x', 'DTSTART:20261202T090000Z', 'DURATION:PT1H', a ?? '', b ?? '')
    expect(event.ical?.rest.length).toBeLessThan(60_000)
    expect(event.ical?.rest).toContain('QUJD')
  })
})

describe('tasks', () => {
  it('due, repeating, reminded, done', () => {
    const { tasks } = held(changesOf(importing(calendarOf(taskOf('SUMMARY:Plants', 'DTSTART;VALUE=DATE:20261101', 'DUE;VALUE=DATE:20261103', 'RRULE:FREQ=WEEKLY', 'STATUS:COMPLETED', 'COMPLETED:20261104T080000Z', 'ATTENDEE;CN=Emmi:mailto:x@y', 'BEGIN:VALARM', 'ACTION:DISPLAY', 'TRIGGER;RELATED=END:-PT2H', 'END:VALARM')))))
    expect(tasks[0]).toMatchObject({ title: 'Plants', due: { at: '2026-11-02T23:00:00Z', zone: 'Europe/Berlin', allDay: true }, repeats: { from: 'due', rrule: 'FREQ=WEEKLY', since: '2026-10-31T23:00:00Z' }, reminders: [660], doneAt: '2026-11-04T08:00:00Z', people: ['emma'] })
  })
  it('what a task cannot keep is refused by name', () => {
    expect(importing(calendarOf(taskOf('SUMMARY:x', 'RRULE:FREQ=DAILY'))).unreadable[0]?.problem.detail['what']).toBe('it repeats, and does not say from when')
    expect(importing(calendarOf(taskOf('SUMMARY:x', 'DUE:20261101T000000Z', 'RRULE:FREQ=DAILY', 'EXDATE:20261102T000000Z'))).unreadable[0]?.problem.detail['what']).toBe('it repeats by more than a rule')
  })
})

describe('P12 a broken entry is reported by name, and the rest is imported', () => {
  it('by its name and the line it begins at', () => {
    const plan = importing(calendarOf(eventOf('UID:1', 'SUMMARY:Good', 'DTSTART:20261202T090000Z'), ['BEGIN:VEVENT', 'SUMMARY:Without end', 'DTSTART:20261202T090000Z'], eventOf('UID:2', 'SUMMARY:Broken', 'DTSTART:never'), ['BEGIN:VJOURNAL', 'SUMMARY:Diary', 'END:VJOURNAL'], eventOf('UID:3', 'SUMMARY:Also good', 'DTSTART:20261202T090000Z')))
    expect(plan.rows.map(({ row }) => row.title)).toEqual(['Good', 'Also good'])
    expect(plan.unreadable.map(({ title, line, problem }) => [title, line, problem.detail['what']])).toEqual([['Without end', 10, 'its end is missing'], ['Broken', 13, 'its start (DTSTART) is no date or time'], ['Diary', 19, 'Lares has events and tasks, and this is a VJOURNAL']])
  })
  it('a line that is none is left out of its entry and said', () => { expect(remarks('SUMMARY:x', 'this is no line', 'DTSTART:20261202T090000Z', 'DURATION:PT1H', 'X-A;B:c')).toEqual(['lines left out']) })
  it('quoted-printable is refused for that entry; vCalendar 1.0 as a whole, and what is no calendar', () => {
    expect(refusal('SUMMARY;ENCODING=QUOTED-PRINTABLE:M=FCll', 'DTSTART:20261202T090000Z')).toContain('quoted-printable')
    const whole = (text: string): string => { const plan = planImport(bytesOf(text), { household: testHousehold, events: [], tasks: [], now, newId: () => 'x' }); return plan.ok ? 'read' : plan.problem.name }
    expect(whole('BEGIN:VCALENDAR\r\nVERSION:1.0\r\nBEGIN:VEVENT\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n')).toBe('ics.old-format')
    expect(['', '<!doctype html>', 'BEGIN:VCARD\r\nEND:VCARD', '\u0000\u0001', 'PK\u0003\u0004'].map(whole)).toEqual(Array(5).fill('ics.not-a-calendar'))
  })
})
