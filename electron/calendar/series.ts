/** What a series is made of: the ids of its times, its recurrence set for the engine, and what moving or parting it does to its rule. Pure. */
import { endFrom, type CalendarEvent, type Repeats } from '../../shared/calendar.ts'
import { problem } from '../../shared/problems.ts'
import { fail, ok, type Result } from '../../shared/result.ts'
import type { Due, TaskRepeats } from '../../shared/tasks.ts'
import { fromInstant, Temporal, toInstant, type Instant } from '../../shared/time.ts'
import { modulo } from './recurrence/days.ts'
import type { Series } from './recurrence/expand.ts'
import { weekdays } from './recurrence/rule.ts'

/** Of a series and the start that the series gives it: the same whether that time is only worked out or has become an event of its own. Seconds since 1970 behind a t, before it behind an n. */
export const instanceId = (seriesId: string, at: Instant): string => { const seconds = Math.floor(fromInstant(at) / 1000); return `${seriesId}-${seconds < 0 ? 'n' : 't'}${Math.abs(seconds).toString(36)}` }
/** What an id says, where it is one of a time of a series. */
export function readInstanceId(id: string): { readonly seriesId: string; readonly at: Instant } | undefined {
  const [, seriesId, side, code = ''] = /^(.+)-([tn])([0-9a-z]{1,8})$/.exec(id) ?? []
  const seconds = parseInt(code, 36) * (side === 'n' ? -1 : 1)
  return seriesId === undefined || !(Math.abs(seconds) < 2.5e11) ? undefined : { seriesId, at: toInstant(seconds * 1000) }
}

/** What a series is worked out from. */
export type Recurring = Pick<CalendarEvent, 'start' | 'zone' | 'allDay' | 'repeats'>
/** The same of a task that comes back by a rule. Of when it is due only the zone counts, and whether that is a day. */
export const recurringTask = ({ rrule, since }: Extract<TaskRepeats, { readonly from: 'due' }>, { zone, allDay }: Pick<Due, 'zone' | 'allDay'>): Recurring => ({ start: since, zone, allDay, repeats: { rrule, rdates: [], exdates: [] } })

/** As the engine is asked. */
export function seriesOf({ start, zone, allDay, repeats }: Recurring, window: Pick<Series, 'from' | 'to' | 'limit'>): Series {
  const write = (instant: Instant): string => (allDay ? dateOf(instant, zone) : instant)
  return { dtstart: allDay ? dateOf(start, zone) : start, tz: zone, rrule: repeats?.rrule, exdate: repeats?.exdates.map(write), rdate: repeats?.rdates.map(write), ...window }
}
/** What the engine answers, as instants. */
export const startOf = (occurrence: string, { zone, allDay }: Pick<CalendarEvent, 'zone' | 'allDay'>): Instant =>
  allDay ? toInstant(Temporal.PlainDate.from(occurrence).toZonedDateTime(zone).epochMilliseconds) : toInstant(Date.parse(occurrence))

/** That time of the series: as long as the first one by the wall clock for whole days, by the clock for the rest (RFC 5545 §3.8.5.3). */
export function occurrenceOf(series: CalendarEvent, at: Instant): CalendarEvent {
  const { repeats: _, ical: __, ...rest } = series
  return { ...rest, id: instanceId(series.id, at), start: at, end: endFrom(series, at), instanceOf: { seriesId: series.id, at } }
}
/** By how much a start moves on the wall clock: days, then minutes of the day. */
export interface Move { readonly days: number; readonly minutes: number }
export function moveBetween(from: Instant, to: Instant, zone: string): Move {
  const [a, b] = [from, to].map((instant) => Temporal.Instant.from(instant).toZonedDateTimeISO(zone).toPlainDateTime()) as [Temporal.PlainDateTime, Temporal.PlainDateTime]
  const minuteOf = (time: Temporal.PlainDateTime): number => time.hour * 60 + time.minute
  return { days: a.toPlainDate().until(b.toPlainDate()).days, minutes: minuteOf(b) - minuteOf(a) }
}
export const moved = (instant: Instant, { days, minutes }: Move, zone: string): Instant =>
  toInstant(Temporal.Instant.from(instant).toZonedDateTimeISO(zone).toPlainDateTime().add({ days, minutes }).toZonedDateTime(zone).epochMilliseconds)

/**
 * The recurrence of a series all of whose times move: single dates move along, and of the rule what names days. Refuses with `calendar.rule-unreadable`
 * where another day cannot be written into the rule; then it has to be said anew how it repeats.
 */
export function movedRepeats(repeats: Repeats, by: Move, start: Instant, zone: string): Result<Repeats> {
  const along = (dates: readonly Instant[]): Instant[] => dates.map((at) => moved(at, by, zone))
  const rule = repeats.rrule === undefined || by.days === 0 ? ok(repeats.rrule) : movedRule(repeats.rrule, by.days, plainDate(moved(start, by, zone), zone))
  return rule.ok ? ok({ ...(rule.value === undefined ? {} : { rrule: rule.value }), rdates: along(repeats.rdates), exdates: along(repeats.exdates) }) : rule
}

/** `day` is the new first day. */
function movedRule(rule: string, days: number, day: Temporal.PlainDate): Result<string> {
  const parts = rule.split(';').map((part) => part.split('=') as [string, string])
  const by = parts.filter(([name]) => name.startsWith('BY') && !/^BY(HOUR|MINUTE|SECOND)$/.test(name))
  const refused = fail(problem('calendar.rule-unreadable', { what: 'it repeats on certain days, and the new day does not fit them' }))
  if (by.length === 0) return ok(rule)
  const weekly = parts.some(([name, value]) => name === 'FREQ' && value === 'WEEKLY')
  const monthly = parts.some(([name, value]) => name === 'FREQ' && value === 'MONTHLY')
  const [[name, value] = ['', '']] = by
  const rewritten = (next: string): Result<string> => ok(parts.map(([n, v]) => `${n}=${n === name ? next : v}`).join(';'))
  if (by.length > 1) return refused
  if (weekly && name === 'BYDAY') return rewritten(value.split(',').map((one) => weekdays[modulo(weekdays.indexOf(one) + days, 7)] ?? one).join(','))
  if (monthly && name === 'BYMONTHDAY' && /^\d+$/.test(value)) return rewritten(String(day.day))
  if (monthly && name === 'BYDAY' && /^-?\d[A-Z]{2}$/.test(value)) {
    const last = value.startsWith('-1') && day.add({ days: 7 }).month !== day.month
    return rewritten(`${last ? -1 : Math.ceil(day.day / 7)}${weekdays[day.dayOfWeek - 1] ?? ''}`)
  }
  return refused
}

/** The rule until just before a time of it; what counted its times is counted no more. */
export function endedBefore(repeats: Repeats, at: Instant, { zone, allDay }: Pick<CalendarEvent, 'zone' | 'allDay'>): Repeats {
  const until = allDay ? plainDate(at, zone).subtract({ days: 1 }).toString().replaceAll('-', '') : toInstant(fromInstant(at) - 1000).replace(/[-:]/g, '')
  const before = (dates: readonly Instant[]): Instant[] => dates.filter((date) => fromInstant(date) < fromInstant(at))
  return { ...(repeats.rrule === undefined ? {} : { rrule: `${withoutEnd(repeats.rrule)};UNTIL=${until}` }), rdates: before(repeats.rdates), exdates: before(repeats.exdates) }
}
/** The rest of it, from that time on; `passed` times of its COUNT are over. */
export function goingOnFrom(repeats: Repeats, at: Instant, passed: number): Repeats {
  const from = (dates: readonly Instant[]): Instant[] => dates.filter((date) => fromInstant(date) >= fromInstant(at))
  const rrule = repeats.rrule?.replace(/COUNT=(\d+)/i, (_, count: string) => `COUNT=${Math.max(1, Number(count) - passed)}`)
  return { ...(rrule === undefined ? {} : { rrule }), rdates: from(repeats.rdates), exdates: from(repeats.exdates) }
}
const withoutEnd = (rule: string): string => rule.split(';').filter((part) => !/^(UNTIL|COUNT)=/i.test(part)).join(';')

const plainDate = (instant: Instant, zone: string): Temporal.PlainDate => Temporal.Instant.from(instant).toZonedDateTimeISO(zone).toPlainDate()
const dateOf = (instant: Instant, zone: string): string => plainDate(instant, zone).toString()
