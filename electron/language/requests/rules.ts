/** Repetition put into an RFC 5545 rule (§3.3.10), with its first date. Writes rules; expanding them is the calendar's. */
import type { WallTime } from '../../../shared/time.ts'
import { Temporal, wallToInstant } from '../../../shared/time.ts'
import { weekdayCodes } from './calendar-words.ts'
import type { Repeat } from './repeats.ts'

export type Bound = { readonly kind: 'count'; readonly count: number } | { readonly kind: 'until'; /** the last day */ readonly date: Temporal.PlainDate }

/** The rule; UNTIL is a date for whole days, and the end of the last day in UTC where the series has a time. */
export const ruleText = (repeat: Repeat, bound: Bound | undefined, zone: string, hasTime: boolean): string => {
  const parts = [`FREQ=${repeat.freq}`]
  if (repeat.interval > 1) parts.push(`INTERVAL=${repeat.interval}`)
  if (repeat.byMonth !== undefined) parts.push(`BYMONTH=${repeat.byMonth}`)
  if (repeat.byMonthDay !== undefined) parts.push(`BYMONTHDAY=${repeat.byMonthDay.join(',')}`)
  if (repeat.byDay !== undefined) parts.push(`BYDAY=${[...repeat.byDay].sort((a, b) => (a.nth ?? 0) - (b.nth ?? 0) || weekdayCodes.indexOf(a.day) - weekdayCodes.indexOf(b.day)).map(({ nth, day }) => `${nth ?? ''}${day}`).join(',')}`)
  if (repeat.bySetPos !== undefined) parts.push(`BYSETPOS=${repeat.bySetPos}`)
  if (bound?.kind === 'count') parts.push(`COUNT=${bound.count}`)
  if (bound?.kind === 'until') parts.push(`UNTIL=${hasTime ? utcEndOf(bound.date, zone) : bound.date.toString().replaceAll('-', '')}`)
  return parts.join(';')
}

/** One second before the next midnight of the zone, in UTC: `20280630T215959Z`. */
const utcEndOf = (date: Temporal.PlainDate, zone: string): string => {
  const midnight: WallTime = `${date.add({ days: 1 }).toString()}T00:00`
  return Temporal.Instant.from(wallToInstant(midnight, zone)).subtract({ seconds: 1 }).toString().replace(/[-:]/g, '').replace(/\.\d+/, '')
}

/** As far ahead as a first date is looked for: the 29th of February may be eight years off. */
const SEARCH_DAYS = 8 * 366 + 1

/** The first date on or after `from` that the rule falls on; for "every three days" that is `from` itself. Undefined when there is none in eight years. */
export const firstDate = (repeat: Repeat, from: Temporal.PlainDate): Temporal.PlainDate | undefined => {
  let date = from
  for (let i = 0; i < SEARCH_DAYS; i++, date = date.add({ days: 1 })) if (fallsOn(repeat, date)) return date
  return undefined
}

const fallsOn = (repeat: Repeat, date: Temporal.PlainDate): boolean => {
  const { byMonth, byMonthDay, byDay, bySetPos } = repeat
  if (byMonth !== undefined && date.month !== byMonth) return false
  if (byMonthDay !== undefined && !byMonthDay.some((day) => (day > 0 ? date.day === day : date.daysInMonth + day + 1 === date.day))) return false
  if (byDay === undefined) return true
  const onDay = (d: Temporal.PlainDate): boolean => byDay.some(({ nth, day }) => weekdayCodes[d.dayOfWeek - 1] === day && (nth === undefined || nth === nthOf(d, nth < 0)))
  if (!onDay(date)) return false
  if (bySetPos === undefined) return true
  const inMonth = Array.from({ length: date.daysInMonth }, (_, i) => date.with({ day: i + 1 })).filter(onDay)
  return inMonth.at(bySetPos > 0 ? bySetPos - 1 : bySetPos)?.equals(date) === true
}

/** Which of its weekday in the month a date is, from the front or the back (−1 = the last). */
const nthOf = (date: Temporal.PlainDate, fromBack: boolean): number => (fromBack ? -(Math.floor((date.daysInMonth - date.day) / 7) + 1) : Math.floor((date.day - 1) / 7) + 1)

/** How many occurrences so many days hold: "every Monday for six weeks". Undefined where the rule and the length do not divide evenly. */
export const countWithin = (repeat: Repeat, minutes: number): number | undefined => {
  const days = minutes / 1440
  if (repeat.freq === 'DAILY' && days % repeat.interval === 0) return days / repeat.interval
  if (repeat.freq === 'WEEKLY' && days % (7 * repeat.interval) === 0) return (days / (7 * repeat.interval)) * (repeat.byDay?.length ?? 1)
  return undefined
}
