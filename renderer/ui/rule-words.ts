/** How something repeats, as a person says it: "Every other Tuesday until 30 June". */
import type { CalendarEvent } from '../../shared/calendar.ts'
import { instantToWall, type Instant } from '../../shared/time.ts'
import { dateInWords, dayAndMonth } from './dates.ts'
import { readPlainRule, weekdayCodes, type DayOfMonth, type PlainRule, type RuleEnd, type WeekdayCode } from './plain-rule.ts'

/** What is said, and the rule itself where words are not enough for it. */
export interface RepeatWords { readonly says: string; readonly rule: string | null }

/** Of an event with `repeats`. Dates added to or taken out of a rule are counted. */
export const repeatsInWords = ({ repeats, start, zone }: Pick<CalendarEvent, 'repeats' | 'start' | 'zone'>): RepeatWords | null => {
  if (repeats === undefined) return null
  const { rrule, rdates, exdates } = repeats
  const first = instantToWall(start, zone).slice(0, 10)
  if (rrule === undefined) {
    const dates = [start, ...rdates].filter((date) => !exdates.includes(date)).sort()
    return { says: dates.length > MOST_NAMED ? `On ${count(dates.length, 'date')}` : `On ${listed(dates.map((date) => dayInYear(instantToWall(date, zone).slice(0, 10), first)))}`, rule: null }
  }
  const words = ruleInWords(rrule, start, zone)
  const added = rdates.length === 0 ? '' : `, and on ${count(rdates.length, 'more date')}`
  const left = exdates.length === 0 ? '' : `, without ${count(exdates.length, 'date')}`
  return { says: `${words ?? OWN}${added}${left}`, rule: words === null ? rrule : null }
}

/** The value of an RRULE that runs from `start`; null where it takes more than a line. */
export const ruleInWords = (rrule: string, start: Instant, zone: string): string | null => {
  const rule = readPlainRule(rrule, start, zone)
  return rule === null ? null : plainRuleInWords(rule, instantToWall(start, zone).slice(0, 10))
}

/** `first` is the date it runs from: it gives what the rule leaves open, and the year that need not be said. */
export const plainRuleInWords = (rule: PlainRule, first: string): string => `${timesOf(rule, first)}${endInWords(rule.end, first)}`

/** "the second Tuesday", "the 14th", "the last day" */
export const dayOfMonthInWords = (on: DayOfMonth): string => {
  if (on.kind === 'weekday') return `the ${on.nth === -1 ? 'last' : ordinals[on.nth - 1] ?? ordinal(on.nth)} ${weekdayNames[on.weekday]}`
  return on.day === -1 ? 'the last day' : `the ${ordinal(on.day)}`
}

export const weekdayNames: Readonly<Record<WeekdayCode, string>> = { MO: 'Monday', TU: 'Tuesday', WE: 'Wednesday', TH: 'Thursday', FR: 'Friday', SA: 'Saturday', SU: 'Sunday' }

/** The weekday of a date. */
export const weekdayOf = (date: string): WeekdayCode => weekdayCodes[(new Date(`${date}T00:00:00Z`).getUTCDay() + 6) % 7] ?? 'MO'

/** So many dates are named one by one. */
const MOST_NAMED = 4
const OWN = 'Repeats by a rule of its own'
const ordinals = ['first', 'second', 'third', 'fourth', 'fifth']

const timesOf = ({ frequency, interval, weekdays, on, month }: PlainRule, first: string): string => {
  switch (frequency) {
    case 'daily': return every(interval, 'day')
    case 'weekly': return weekly(interval, weekdays.length === 0 ? [weekdayOf(first)] : weekdays)
    case 'monthly': return `${every(interval, 'month')} on ${dayOfMonthInWords(on ?? { kind: 'date', day: Number(first.slice(8)) })}`
    case 'yearly': {
      const inMonth = month ?? Number(first.slice(5, 7))
      const day = on ?? { kind: 'date', day: Number(first.slice(8)) }
      if (day.kind === 'date' && day.day > 0) return `${every(interval, 'year')} on ${dayAndMonth(`2024-${two(inMonth)}-${two(day.day)}`)}`
      return `${every(interval, 'year')} on ${dayOfMonthInWords(day)} of ${dayAndMonth(`2024-${two(inMonth)}-01`).replace(/^\d+ /, '')}`
    }
  }
}

const weekly = (interval: number, weekdays: readonly WeekdayCode[]): string => {
  const names = weekdays.map((code) => weekdayNames[code])
  const isWorkweek = weekdays.join() === 'MO,TU,WE,TH,FR'
  if (interval === 1) return weekdays.length === 7 ? 'Every day' : isWorkweek ? 'Every day from Monday to Friday' : `Every ${listed(names)}`
  if (interval === 2 && names.length === 1) return `Every other ${names.join('')}`
  return `${every(interval, 'week')} ${weekdays.length === 7 ? 'on every day' : isWorkweek ? 'from Monday to Friday' : `on ${listed(names)}`}`
}

const every = (interval: number, unit: string): string => (interval === 1 ? `Every ${unit}` : interval === 2 ? `Every other ${unit}` : `Every ${interval} ${unit}s`)

const endInWords = (end: RuleEnd, first: string): string => (end.kind === 'never' ? '' : end.kind === 'count' ? `, ${end.count === 1 ? 'once' : `${end.count} times`}` : ` until ${dayInYear(end.date, first)}`)

/** The year is said only where it is another one. */
const dayInYear = (date: string, first: string): string => (date.slice(0, 4) === first.slice(0, 4) ? dayAndMonth(date) : dateInWords(date))

const listed = (words: readonly string[]): string => (words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1) ?? ''}`)
const count = (number: number, what: string): string => `${number} ${what}${number === 1 ? '' : 's'}`
const two = (number: number): string => String(number).padStart(2, '0')
const ordinal = (number: number): string => `${number}${[11, 12, 13].includes(number) ? 'th' : ['th', 'st', 'nd', 'rd'][number % 10] ?? 'th'}`
