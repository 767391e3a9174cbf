/** VEVENT → event. What is not understood is no loss: the component is kept as it stood (kept.ts), and goes out again. */
import type { CalendarEvent, Repeats } from '../../../shared/calendar.ts'
import type { Remark } from '../../../shared/ical.ts'
import { type Instant } from '../../../shared/time.ts'
import { DAY_MS, modulo } from '../recurrence/days.ts'
import { readCommon, remindersOf, soundRule, type ReadContext } from './fields.ts'
import { all, first, textOf, type Component } from './jcal.ts'
import { after, lengthOf, midnight, momentIn, momentsOf, onClock, Unreadable, wallOf, type Moment } from './times.ts'

/** What a file says of an event; the rest is the household's own. */
export type EventFields = Pick<CalendarEvent, 'title' | 'start' | 'end' | 'zone' | 'allDay' | 'people' | 'placeId' | 'note' | 'repeats' | 'reminders' | 'free'>

/** An entry without length is drawn as one of a quarter of an hour. */
const NO_LENGTH = 900_000
const MAX_DATES = 1000

/**
 * Throws `Unreadable`. Where the standard leaves a choice, or is broken often:
 * - A floating time is read on the household's clock. A time in UTC of an entry that does not repeat is shown in the household's zone; a series in UTC stays there.
 * - Whole days are DATE, or midnights with X-MICROSOFT-CDO-ALLDAYEVENT:TRUE; their end is excluded, and where it is missing or not later the entry is one day long.
 * - A date in EXDATE or RDATE of a series with times means that day at the time of the series; of times in a series of days the date as written counts.
 * - RDATE with periods: the starts count, the length is that of the series.
 * - Two rules, or EXRULE (RFC 2445), are refused: half a series would be wrong.
 */
export function readEvent(component: Component, context: ReadContext, remark: (remark: Remark) => void): EventFields {
  const start = momentIn(component, 'dtstart', context)
  if (start === undefined) throw new Unreadable('it has no DTSTART')
  const isRepeating = first(component, 'rrule') !== undefined || first(component, 'rdate') !== undefined
  const zone = start.form === 'utc' && !isRepeating ? context.zone : start.zone
  const end = momentIn(component, 'dtend', context), length = lengthOf(textOf(first(component, 'duration')) ?? '')
  const allDay = start.form === 'date' || isMidnightToMidnight(component, start, end)
  if (start.byOffsets || end?.byOffsets === true) remark('zone by offsets')
  const times = allDay ? wholeDays(start, end, length?.days, zone) : clockTimes(start, end?.at ?? (length === undefined ? undefined : after(start, length)), remark)
  const repeats = readRepeats(component, { ...start, ...times, zone, allDay }, context, remark), reminders = remindersOf(component)
  return {
    ...readCommonFields(component, context, remark), ...times, zone, allDay,
    ...(repeats === undefined ? {} : { repeats }),
    ...(reminders.length === 0 ? {} : { reminders }),
    ...(textOf(first(component, 'transp'))?.toUpperCase() === 'TRANSPARENT' ? { free: true as const } : {}),
  }
}

function readCommonFields(component: Component, context: ReadContext, remark: (remark: Remark) => void): Pick<EventFields, 'title' | 'note' | 'people' | 'placeId'> {
  const { people, ...rest } = readCommon(component, context, remark)
  return { ...rest, people: [...people] }
}

function isMidnightToMidnight(component: Component, start: Moment, end: Moment | undefined): boolean {
  return textOf(first(component, 'x-microsoft-cdo-alldayevent'))?.toUpperCase() === 'TRUE' && start.form !== 'utc' && start.wall % DAY_MS === 0 && end !== undefined && end.wall % DAY_MS === 0
}

function wholeDays(start: Moment, end: Moment | undefined, days: number | undefined, zone: string): { start: Instant; end: Instant } {
  const first = Math.floor(start.wall / DAY_MS) * DAY_MS, last = end === undefined ? first + (days ?? 1) * DAY_MS : Math.floor(end.wall / DAY_MS) * DAY_MS
  if (last < first) throw new Unreadable('it ends before it begins')
  return { start: midnight(first, zone), end: midnight(Math.max(last, first + DAY_MS), zone) }
}
function clockTimes(start: Moment, end: Instant | undefined, remark: (remark: Remark) => void): { start: Instant; end: Instant } {
  const from = Date.parse(start.at), to = end === undefined ? from : Date.parse(end)
  if (to < from) throw new Unreadable('it ends before it begins')
  if (to > from && end !== undefined) return { start: start.at, end }
  remark('no length')
  return { start: start.at, end: after(start, { days: 0, ms: NO_LENGTH }) }
}

interface Begun { readonly start: Instant; readonly zone: string; readonly allDay: boolean; readonly byOffsets: boolean }

function readRepeats(component: Component, begun: Begun, context: ReadContext, remark: (remark: Remark) => void): Repeats | undefined {
  const rules = all(component, 'rrule')
  if (rules.length > 1) throw new Unreadable('it repeats by more than one rule')
  if (first(component, 'exrule') !== undefined) throw new Unreadable('it leaves out times by a rule (EXRULE)')
  const [rule] = rules, rrule = rule === undefined ? undefined : soundRule(rule)
  const rdates = dates(component, 'rdate', begun, context), exdates = dates(component, 'exdate', begun, context)
  if (all(component, 'rdate').some((property) => property[2] === 'period')) remark('periods')
  return rrule === undefined && rdates.length === 0 ? undefined : { ...(rrule === undefined ? {} : { rrule }), rdates, exdates }
}

function dates(component: Component, name: string, begun: Begun, context: ReadContext): Instant[] {
  const found = all(component, name).filter((property) => property.slice(3).some((value) => value !== '')).flatMap((property) => momentsOf(property, context)).map((moment) => inSeries(moment, begun))
  if (found.length > MAX_DATES) throw new Unreadable(`it has more than ${MAX_DATES} single dates`)
  return [...new Set(found)]
}

/** The start that a series has at that moment. */
export function inSeries(moment: Moment, { start, zone, allDay }: Pick<Begun, 'start' | 'zone' | 'allDay'>): Instant {
  if (allDay) return midnight(moment.wall, zone)
  return moment.form === 'date' ? onClock(Math.floor(moment.wall / DAY_MS) * DAY_MS + modulo(wallOf(start, zone), DAY_MS), zone) : moment.at
}

/** The moment in RECURRENCE-ID. Throws `Unreadable` for one that is none, and for RANGE=THISANDFUTURE: a change of all later times at once that the calendar cannot keep apart from its series. */
export function recurrenceId(component: Component, context: ReadContext): Moment | undefined {
  const property = first(component, 'recurrence-id')
  if (property === undefined) return undefined
  if (property[1]['range'] !== undefined) throw new Unreadable('it changes all later times of its series at once (RANGE)')
  return momentsOf(property, context)[0]
}
