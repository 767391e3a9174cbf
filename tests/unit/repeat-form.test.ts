/** The event form of something that repeats: what its fields say of a rule, the rule they write, and what they leave as it is. */
import { describe, expect, it } from 'vitest'
import type { CalendarEvent, Repeats } from '../../shared/calendar.ts'
import { expand } from '../../electron/calendar/recurrence/expand.ts'
import { formOf, newForm, readForm, withStart, withWeekdays, type EventForm } from '../../renderer/views/calendar/event-form.ts'
import { movedTo, resizedTo, shifted } from '../../renderer/views/calendar/event-times.ts'
import { readReminder, withReminder } from '../../renderer/views/calendar/reminder-form.ts'
import { byDaysFor, repeatInWords, withRepeat, type RepeatForm } from '../../renderer/views/calendar/repeat-form.ts'
import { reminderInWords } from '../../renderer/ui/reminder-words.ts'

const zone = 'Europe/Berlin'
/** Tuesday, 24 November 2026, 16:00 in Berlin. */
const single: CalendarEvent = { id: 'e1', title: 'Football', start: '2026-11-24T15:00:00Z', end: '2026-11-24T16:00:00Z', zone, allDay: false, people: [] }
const seriesBy = (rrule: string, part: Partial<CalendarEvent> = {}): CalendarEvent => ({ ...single, repeats: { rrule, rdates: [], exdates: [] }, ...part })
/** The time of the series that starts at that moment. */
const timeAt = (series: CalendarEvent, start: string, end: string): CalendarEvent => { const { repeats: _, ...rest } = series; return { ...rest, id: 'e1-t1', start, end, instanceOf: { seriesId: series.id, at: start } } }
const fresh = (part: Partial<RepeatForm> = {}): EventForm => { const form = newForm({ start: single.start, end: single.end, allDay: false }, zone); return { ...form, title: 'x', repeat: withRepeat(form.repeat, part) } }

const draftOf = (form: EventForm, original: CalendarEvent | null = null) => {
  const read = readForm(form, zone, original)
  if ('errors' in read) throw new Error(JSON.stringify(read.errors))
  return read.draft
}
const ruleOf = (form: EventForm, original: CalendarEvent | null = null): string | undefined => draftOf(form, original).repeats?.rrule
const errorsOf = (part: Partial<RepeatForm>): readonly string[] => { const read = readForm(fresh(part), zone, null); return 'errors' in read ? Object.keys(read.errors.repeat ?? {}) : [] }

describe('the fields of a new rule', () => {
  it.each<[string | undefined, Partial<RepeatForm>]>([
    [undefined, {}],
    ['FREQ=DAILY', { every: 'daily' }],
    ['FREQ=WEEKLY;BYDAY=TU', { every: 'weekly' }],
    ['FREQ=WEEKLY;INTERVAL=2;BYDAY=TU,TH;COUNT=10', { every: 'weekly', interval: '2', weekdays: ['TU', 'TH'], ends: 'count' }],
    ['FREQ=MONTHLY;BYMONTHDAY=24', { every: 'monthly' }],
    ['FREQ=MONTHLY;BYDAY=4TU', { every: 'monthly', by: 'weekday' }],
    ['FREQ=MONTHLY;BYDAY=-1TU', { every: 'monthly', by: 'last-weekday' }],
    ['FREQ=YEARLY', { every: 'yearly' }],
    ['FREQ=YEARLY;BYMONTH=11;BYDAY=4TU;UNTIL=20300630T215959Z', { every: 'yearly', by: 'weekday', ends: 'until', until: '2030-06-30' }],
  ])('write %s, whose first time is the start', (rrule, part) => {
    expect(ruleOf(fresh(part))).toBe(rrule)
    if (rrule !== undefined) expect(expand({ dtstart: single.start, tz: zone, rrule, limit: 1 })).toMatchObject({ ok: true, value: { occurrences: [single.start] } })
  })

  it('say for each what is wrong with it', () => {
    expect(errorsOf({ every: 'weekly', interval: '0', weekdays: [] })).toEqual(['interval', 'weekdays'])
    expect(errorsOf({ every: 'daily', ends: 'until', until: '2026-11-23' })).toEqual(['until'])
    expect(errorsOf({ every: 'daily', ends: 'until', until: '2026-11-24' })).toEqual([])
    expect(errorsOf({ every: 'daily', ends: 'count', count: 'ten' })).toEqual(['count'])
    expect(errorsOf({ interval: '0' })).toEqual([])
  })

  it('end an all-day rule on a date, without a time', () => {
    expect(ruleOf({ ...fresh({ every: 'daily', ends: 'until', until: '2026-12-24' }), allDay: true })).toBe('FREQ=DAILY;UNTIL=20261224')
  })

  it('go along with the start, and the start with the weekdays', () => {
    const weekly = fresh({ every: 'weekly' })
    expect(withStart(weekly, { date: '2026-11-26', time: '16:00' }).repeat.weekdays).toEqual(['TH'])
    expect(withWeekdays(weekly, ['MO', 'FR'])).toMatchObject({ startDate: '2026-11-27', endDate: '2026-11-27', repeat: { weekdays: ['MO', 'FR'] } })
    expect(withWeekdays(weekly, ['TU', 'FR']).startDate).toBe('2026-11-24')
    expect(withWeekdays(weekly, [])).toMatchObject({ startDate: '2026-11-24', repeat: { weekdays: [] } })
    expect(withStart(fresh({ every: 'monthly', by: 'last-weekday' }), { date: '2026-12-01', time: '16:00' }).repeat.by).toBe('date')
  })

  it('offer the days of the month that the start can stand for', () => {
    expect(byDaysFor('2026-11-30').map(({ id }) => id)).toEqual(['date', 'last-weekday', 'last-day'])
    expect(byDaysFor('2026-11-24').map(({ id }) => id)).toEqual(['date', 'weekday', 'last-weekday'])
    expect(byDaysFor('2026-11-10').map(({ id }) => id)).toEqual(['date', 'weekday'])
  })
})

describe('the fields of a rule that is there', () => {
  it.each<[string, Partial<RepeatForm>]>([
    ['FREQ=WEEKLY;INTERVAL=2;UNTIL=20270630T215959Z', { every: 'weekly', interval: '2', weekdays: ['TU'], ends: 'until', until: '2027-06-30' }],
    ['FREQ=MONTHLY;BYDAY=-1TU;COUNT=3', { every: 'monthly', by: 'last-weekday', ends: 'count', count: '3' }],
    ['FREQ=YEARLY;BYMONTH=11;BYMONTHDAY=24', { every: 'yearly', by: 'date' }],
    ['FREQ=MONTHLY;BYMONTHDAY=1', { every: 'kept' }],
    ['FREQ=YEARLY;BYMONTH=5', { every: 'kept' }],
    ['FREQ=YEARLY;BYWEEKNO=20', { every: 'kept' }],
  ])('read %s, and leave it to the letter until one is chosen', (rrule, part) => {
    const series = seriesBy(rrule)
    const form = formOf(series, zone)
    expect(form.repeat).toMatchObject(part)
    expect(draftOf(form, series).repeats).toBe(series.repeats)
    // Another title, another day: how it repeats was not touched.
    expect(ruleOf(withStart({ ...form, title: 'Other' }, { date: '2026-11-26', time: '16:00' }), series)).toBe(rrule)
    expect(ruleOf({ ...form, repeat: withRepeat(form.repeat, { every: 'daily', interval: '3', ends: 'never' }) }, series)).toBe('FREQ=DAILY;INTERVAL=3')
  })

  it('are those of the series, whichever of its times is open', () => {
    const series = seriesBy('FREQ=MONTHLY;BYDAY=4TU')
    const open = timeAt(series, '2026-12-22T15:00:00Z', '2026-12-22T16:00:00Z')
    const form = formOf(open, zone, series)
    expect(form).toMatchObject({ startDate: '2026-12-22', repeat: { every: 'monthly', by: 'weekday' } })
    expect(draftOf(form, open)).toMatchObject({ repeats: series.repeats, instanceOf: open.instanceOf })
    expect(repeatInWords(form.repeat, form.startDate)?.says).toBe('Every month on the fourth Tuesday')
  })

  it('keep a rich rule, also when another was looked at first', () => {
    const { repeat } = formOf(seriesBy('FREQ=YEARLY;BYWEEKNO=20'), zone)
    expect(repeatInWords(repeat, '2026-11-24')).toEqual({ says: 'Repeats by a rule of its own', rule: 'FREQ=YEARLY;BYWEEKNO=20' })
    const back = withRepeat(withRepeat(repeat, { every: 'weekly' }), { every: 'kept' })
    expect(back).toMatchObject({ every: 'kept', isChosen: false })
    expect(repeatInWords(withRepeat(repeat, { every: 'weekly' }), '2026-11-24')?.says).toBe('Every Tuesday')
    expect(ruleOf({ ...formOf(seriesBy('FREQ=YEARLY;BYWEEKNO=20'), zone), repeat: withRepeat(repeat, { every: 'never' }) }, single)).toBeUndefined()
  })
})

describe('what the form and a hand leave as it is', () => {
  const repeats: Repeats = { rrule: 'FREQ=WEEKLY', rdates: ['2026-11-26T15:00:00Z'], exdates: ['2026-12-01T15:00:00Z'] }
  const full: CalendarEvent = { ...single, repeats, reminders: [0, 1440], free: true, ical: { uid: 'u', rest: 'X-A:1' }, note: 'n' }

  it('comes back from the form and from a move to the letter', () => {
    expect({ id: full.id, ...draftOf(formOf(full, zone), full) }).toEqual(full)
    const { id: _, ...rest } = full
    expect(shifted(full, { days: 0, minutes: 15 }, zone)).toEqual({ ...rest, start: '2026-11-24T15:15:00Z', end: '2026-11-24T16:15:00Z' })
  })

  it('a series keeps the zone on whose clock its rule runs; a single event takes that of the household', () => {
    const away: CalendarEvent = { ...full, zone: 'America/New_York' }
    expect(draftOf(formOf(away, zone), away).zone).toBe('America/New_York')
    expect(shifted(away, { days: 1, minutes: 0 }, zone)?.zone).toBe('America/New_York')
    const { repeats: __, ...once } = away
    expect(draftOf(formOf(once, zone), once).zone).toBe(zone)
    expect(movedTo({ ...away, allDay: true, start: '2026-11-24T05:00:00Z', end: '2026-11-25T05:00:00Z' }, '2026-11-26', true, zone)).toMatchObject({ start: '2026-11-26T05:00:00Z', end: '2026-11-27T05:00:00Z' })
    expect(resizedTo({ ...away, allDay: true }, '2026-11-26', '2026-11-28', zone)).toMatchObject({ start: '2026-11-26T05:00:00Z', end: '2026-11-28T05:00:00Z' })
    // Said anew it is said by the household's clock.
    const form = formOf(away, zone)
    expect(draftOf({ ...form, repeat: withRepeat(form.repeat, { every: 'daily' }) }, away).zone).toBe(zone)
  })
})

describe('reminders', () => {
  it('are read as minutes, up to four weeks and ten of them', () => {
    expect([readReminder('2', 'hours'), readReminder(' 4 ', 'weeks'), readReminder('5', 'weeks'), readReminder('1.5', 'hours'), readReminder('', 'days')]).toEqual([120, 40_320, null, null, null])
    expect(withReminder([60, 10], 30)).toEqual([10, 30, 60])
    expect(withReminder([10], 10)).toEqual([10])
    expect(withReminder([1, 2, 3, 4, 5, 6, 7, 8, 9, 10], 11)).toBeNull()
  })

  it.each([[0, false, 'At the start'], [30, false, '30 min before'], [90, false, '1 h 30 min before'], [1440, false, '1 day before'], [20_160, false, '2 weeks before'], [0, true, 'On the day at 09:00'], [60, true, 'On the day at 08:00'], [540, true, 'On the day at 00:00'], [541, true, 'The day before at 23:59'], [900, true, 'The day before at 18:00'], [1440, true, 'The day before at 09:00'], [2880, true, '2 days before at 09:00']])('%i minutes, all day: %s, is “%s”', (minutes, allDay, words) => {
    expect(reminderInWords(minutes, allDay)).toBe(words)
  })
})
