/** The recurrence rules a person can say in a line (RFC 5545 §3.3.10), read from an RRULE and written back. What they mean in time is worked out in main. */
import { fromInstant, instantToWall, toInstant, wallToInstant, type Instant } from '../../shared/time.ts'

/** As an RRULE names them, Monday first. */
export const weekdayCodes = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'] as const
export type WeekdayCode = (typeof weekdayCodes)[number]

export type Frequency = 'daily' | 'weekly' | 'monthly' | 'yearly'

/** Which day of a month: by its number, −1 for the last one, or the n-th of a weekday, −1 for the last. */
export type DayOfMonth = { readonly kind: 'date'; readonly day: number } | { readonly kind: 'weekday'; readonly nth: number; readonly weekday: WeekdayCode }

export type RuleEnd =
  | { readonly kind: 'never' }
  /** The last day on which it may take place, `YYYY-MM-DD`. */
  | { readonly kind: 'until'; readonly date: string }
  | { readonly kind: 'count'; readonly count: number }

export interface PlainRule {
  readonly frequency: Frequency
  /** Every so many days, weeks, months or years; 1 is each of them. */
  readonly interval: number
  /** Of a weekly rule, in the order of the week; none = the weekday of its first day. */
  readonly weekdays: readonly WeekdayCode[]
  /** Of a monthly or yearly rule; null = that of its first day. */
  readonly on: DayOfMonth | null
  /** Of a yearly rule, from 1; null = that of its first day. */
  readonly month: number | null
  readonly end: RuleEnd
}

/** Reads the value of an RRULE that runs from `start` on the clock of `zone`; null for what takes more than a line to say, and for what is no rule. */
export const readPlainRule = (rrule: string, start: Instant, zone: string): PlainRule | null => {
  const parts = new Map(rrule.trim().toUpperCase().replace(/^RRULE:/, '').split(';').map((part) => { const [name = '', value = ''] = part.split('='); return [name, value] as const }))
  if ([...parts.keys()].some((name) => !known.has(name))) return null
  const frequency = frequencies.get(parts.get('FREQ') ?? '')
  const interval = numberOf(parts.get('INTERVAL') ?? '1', 1, 999)
  const end = endOf(parts, start, zone)
  if (frequency === undefined || interval === null || end === null) return null
  // Where a week begins tells only which weeks of several are meant.
  if (interval > 1 && (parts.get('WKST') ?? 'MO') !== 'MO') return null
  const days = daysOf(frequency, interval, parts)
  return days === null ? null : { frequency, interval, weekdays: [], on: null, month: null, end, ...days }
}

/** The value of an RRULE. An end on a day lasts until that day is over in `zone`; of an all-day event it is the date itself. */
export const writePlainRule = ({ frequency, interval, weekdays, on, month, end }: PlainRule, { zone, allDay }: { readonly zone: string; readonly allDay: boolean }): string => [
  `FREQ=${frequency.toUpperCase()}`,
  ...(interval === 1 ? [] : [`INTERVAL=${interval}`]),
  ...(month === null ? [] : [`BYMONTH=${month}`]),
  ...(weekdays.length === 0 ? [] : [`BYDAY=${weekdays.join(',')}`]),
  ...(on === null ? [] : [on.kind === 'date' ? `BYMONTHDAY=${on.day}` : `BYDAY=${on.nth}${on.weekday}`]),
  ...(end.kind === 'count' ? [`COUNT=${end.count}`] : []),
  ...(end.kind === 'until' ? [`UNTIL=${allDay ? end.date.replaceAll('-', '') : endOfDay(end.date, zone)}`] : []),
].join(';')

const frequencies = new Map<string, Frequency>([['DAILY', 'daily'], ['WEEKLY', 'weekly'], ['MONTHLY', 'monthly'], ['YEARLY', 'yearly']])
const known = new Set(['FREQ', 'INTERVAL', 'COUNT', 'UNTIL', 'WKST', 'BYDAY', 'BYMONTHDAY', 'BYMONTH', 'BYSETPOS'])

type Parts = ReadonlyMap<string, string>

const numberOf = (text: string, least: number, most: number): number | null => {
  const value = /^-?\d{1,6}$/.test(text) ? Number(text) : NaN
  return value >= least && value <= most ? value : null
}

const endOf = (parts: Parts, start: Instant, zone: string): RuleEnd | null => {
  const [until, count] = [parts.get('UNTIL'), parts.get('COUNT')]
  if (until === undefined && count === undefined) return { kind: 'never' }
  if (until === undefined) { const times = numberOf(count ?? '', 1, 100_000); return times === null ? null : { kind: 'count', count: times } }
  const [, year, month, day, time, isUtc] = /^(\d{4})(\d\d)(\d\d)(?:T(\d{6})(Z)?)?$/.exec(until) ?? []
  if (count !== undefined || year === undefined || month === undefined || day === undefined) return null
  const date = `${year}-${month}-${day}`
  if (Number.isNaN(Date.parse(date))) return null
  if (time === undefined) return { kind: 'until', date }
  const [hour, minute, second] = [time.slice(0, 2), time.slice(2, 4), time.slice(4)]
  if (Number(hour) > 23 || Number(minute) > 59 || Number(second) > 59) return null
  const wall = isUtc === undefined ? `${date}T${hour}:${minute}` : instantToWall(`${date}T${hour}:${minute}:${second}Z`, zone)
  // An end before the time of day at which it takes place leaves that day out: so a part of a series ends where another begins.
  return { kind: 'until', date: wall.slice(11) < instantToWall(start, zone).slice(11) ? dayAfter(wall.slice(0, 10), -1) : wall.slice(0, 10) }
}

const isWeekday = (code: string): code is WeekdayCode => weekdayCodes.some((one) => one === code)
/** Plain weekdays in the order of the week; null when one carries a number. */
const weekdaysOf = (text: string): readonly WeekdayCode[] | null => {
  const codes = text.split(',')
  return codes.every(isWeekday) ? weekdayCodes.filter((code) => codes.includes(code)) : null
}

const daysOf = (frequency: Frequency, interval: number, parts: Parts): Partial<PlainRule> | null => {
  const [byDay, byMonthDay, byMonth, byPosition] = ['BYDAY', 'BYMONTHDAY', 'BYMONTH', 'BYSETPOS'].map((name) => parts.get(name))
  if (frequency === 'daily' || frequency === 'weekly') {
    if (byMonthDay !== undefined || byMonth !== undefined || byPosition !== undefined) return null
    if (byDay === undefined) return {}
    const weekdays = weekdaysOf(byDay)
    if (weekdays === null || (frequency === 'daily' && interval > 1)) return null
    return { frequency: 'weekly', weekdays }
  }
  const month = byMonth === undefined ? null : numberOf(byMonth, 1, 12)
  if (byMonth !== undefined && (month === null || frequency === 'monthly')) return null
  const on = dayOfMonth(byDay, byMonthDay, byPosition)
  // A day without a month is one of every month, and the n-th weekday then counts through the year.
  if (on === undefined || (frequency === 'yearly' && on !== null && month === null)) return null
  return { on, month }
}

/** undefined when it takes more than one day to say. */
const dayOfMonth = (byDay: string | undefined, byMonthDay: string | undefined, byPosition: string | undefined): DayOfMonth | null | undefined => {
  if (byDay === undefined) {
    if (byMonthDay === undefined) return byPosition === undefined ? null : undefined
    const day = numberOf(byMonthDay, -1, 31)
    return day === null || day === 0 || byPosition !== undefined ? undefined : { kind: 'date', day }
  }
  const [, ordinal = '', code = ''] = /^([+-]?\d)?([A-Z]{2})$/.exec(byDay) ?? []
  const nth = Number(ordinal === '' ? byPosition ?? NaN : ordinal)
  if (byMonthDay !== undefined || (ordinal !== '' && byPosition !== undefined) || !isWeekday(code)) return undefined
  return [-1, 1, 2, 3, 4, 5].includes(nth) ? { kind: 'weekday', nth, weekday: code } : undefined
}

/** The last second of a day, as UNTIL writes an instant. */
const endOfDay = (date: string, zone: string): string => {
  return toInstant(fromInstant(wallToInstant(`${dayAfter(date, 1)}T00:00`, zone)) - 1000).replace(/[-:]/g, '')
}
const dayAfter = (date: string, days: number): string => toInstant(Date.parse(`${date}T00:00:00Z`) + days * 86_400_000).slice(0, 10)
