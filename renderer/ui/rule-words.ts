/** How something repeats, as a person says it: "Every other Tuesday until 30 June". */
import type { CalendarEvent } from '../../shared/calendar.ts'
import { instantToWall, type Instant } from '../../shared/time.ts'
import { dateInWords, dayAndMonth, monthAlone } from './dates.ts'
import { readPlainRule, weekdayCodes, type DayOfMonth, type PlainRule, type RuleEnd, type WeekdayCode } from './plain-rule.ts'
import { strings } from './rule-strings.ts'

/** What is said, and the rule itself where words are not enough for it. */
export interface RepeatWords { readonly says: string; readonly rule: string | null }

/** Of an event with `repeats`. Dates added to or taken out of a rule are counted. */
export const repeatsInWords = ({ repeats, start, zone }: Pick<CalendarEvent, 'repeats' | 'start' | 'zone'>): RepeatWords | null => {
  if (repeats === undefined) return null
  const { rrule, rdates, exdates } = repeats
  const first = instantToWall(start, zone).slice(0, 10)
  if (rrule === undefined) {
    const dates = [start, ...rdates].filter((date) => !exdates.includes(date)).sort()
    return { says: dates.length > MOST_NAMED ? strings.onMany(dates.length) : strings.on(dates.map((date) => dayInYear(instantToWall(date, zone).slice(0, 10), first))), rule: null }
  }
  const words = ruleInWords(rrule, start, zone)
  return { says: `${words ?? strings.own}${rdates.length === 0 ? '' : strings.added(rdates.length)}${exdates.length === 0 ? '' : strings.left(exdates.length)}`, rule: words === null ? rrule : null }
}

/** The value of an RRULE that runs from `start`; null where it takes more than a line. */
export const ruleInWords = (rrule: string, start: Instant, zone: string): string | null => {
  const rule = readPlainRule(rrule, start, zone)
  return rule === null ? null : plainRuleInWords(rule, instantToWall(start, zone).slice(0, 10))
}

/** `first` is the date it runs from: it gives what the rule leaves open, and the year that need not be said. */
export const plainRuleInWords = (rule: PlainRule, first: string): string => `${timesOf(rule, first)}${endInWords(rule.end, first)}`

/** "the second Tuesday", "the 14th", "the last day"; in German as it follows "am". */
export const dayOfMonthInWords = (on: DayOfMonth): string => (on.kind === 'weekday' ? strings.nthWeekday(on.nth, on.weekday) : on.day === -1 ? strings.lastDay : strings.nthDay(on.day))

/** "Mon" */
export const shortWeekday = (code: WeekdayCode): string => strings.short[code]

/** The weekday of a date. */
export const weekdayOf = (date: string): WeekdayCode => weekdayCodes[(new Date(`${date}T00:00:00Z`).getUTCDay() + 6) % 7] ?? 'MO'

/** So many dates are named one by one. */
const MOST_NAMED = 4

const timesOf = ({ frequency, interval, weekdays, on, month }: PlainRule, first: string): string => {
  switch (frequency) {
    case 'daily': return strings.daily(interval)
    case 'weekly': return strings.weekly(interval, weekdays.length === 0 ? [weekdayOf(first)] : weekdays)
    case 'monthly': return strings.monthly(interval, dayOfMonthInWords(on ?? { kind: 'date', day: Number(first.slice(8)) }))
    case 'yearly': {
      const inMonth = month ?? Number(first.slice(5, 7))
      const day = on ?? { kind: 'date', day: Number(first.slice(8)) }
      if (day.kind === 'date' && day.day > 0) return strings.yearly(interval, dayAndMonth(`2024-${two(inMonth)}-${two(day.day)}`))
      return strings.yearlyOn(interval, dayOfMonthInWords(day), monthAlone(`2024-${two(inMonth)}-01`))
    }
  }
}

const endInWords = (end: RuleEnd, first: string): string => (end.kind === 'never' ? '' : end.kind === 'count' ? strings.times(end.count) : strings.until(dayInYear(end.date, first)))

/** The year is said only where it is another one. */
const dayInYear = (date: string, first: string): string => (date.slice(0, 4) === first.slice(0, 4) ? dayAndMonth(date) : dateInWords(date))

const two = (number: number): string => String(number).padStart(2, '0')
