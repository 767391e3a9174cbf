/** What is said of how something repeats. */
import { translated } from '../../shared/language.ts'
import type { WeekdayCode } from './plain-rule.ts'
import { german } from './rule-german.ts'

const ordinals = ['first', 'second', 'third', 'fourth', 'fifth']
const ordinal = (number: number): string => `${number}${[11, 12, 13].includes(number) ? 'th' : ['th', 'st', 'nd', 'rd'][number % 10] ?? 'th'}`
const count = (number: number, what: string): string => `${number} ${what}${number === 1 ? '' : 's'}`
const every = (interval: number, unit: string): string => (interval === 1 ? `Every ${unit}` : interval === 2 ? `Every other ${unit}` : `Every ${interval} ${unit}s`)
const listed = (words: readonly string[]): string => (words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1) ?? ''}`)

const weekdays = { MO: 'Monday', TU: 'Tuesday', WE: 'Wednesday', TH: 'Thursday', FR: 'Friday', SA: 'Saturday', SU: 'Sunday' } satisfies Record<WeekdayCode, string>

const english = {
  weekdays,
  short: { MO: 'Mon', TU: 'Tue', WE: 'Wed', TH: 'Thu', FR: 'Fri', SA: 'Sat', SU: 'Sun' } satisfies Record<WeekdayCode, string>,
  own: 'Repeats by a rule of its own',
  on: (dates: readonly string[]): string => `On ${listed(dates)}`,
  onMany: (dates: number): string => `On ${count(dates, 'date')}`,
  added: (dates: number): string => `, and on ${count(dates, 'more date')}`,
  left: (dates: number): string => `, without ${count(dates, 'date')}`,
  nthWeekday: (nth: number, weekday: WeekdayCode): string => `the ${nth === -1 ? 'last' : ordinals[nth - 1] ?? ordinal(nth)} ${weekdays[weekday]}`,
  lastDay: 'the last day',
  nthDay: (day: number): string => `the ${ordinal(day)}`,
  daily: (interval: number): string => every(interval, 'day'),
  weekly: (interval: number, days: readonly WeekdayCode[]): string => {
    const isWorkweek = days.join() === 'MO,TU,WE,TH,FR', names = listed(days.map((code) => weekdays[code]))
    if (interval === 1) return days.length === 7 ? 'Every day' : isWorkweek ? 'Every day from Monday to Friday' : `Every ${names}`
    if (interval === 2 && days.length === 1) return `Every other ${names}`
    return `${every(interval, 'week')} ${days.length === 7 ? 'on every day' : isWorkweek ? 'from Monday to Friday' : `on ${names}`}`
  },
  monthly: (interval: number, day: string): string => `${every(interval, 'month')} on ${day}`,
  yearly: (interval: number, date: string): string => `${every(interval, 'year')} on ${date}`,
  yearlyOn: (interval: number, day: string, month: string): string => `${every(interval, 'year')} on ${day} of ${month}`,
  times: (count: number): string => `, ${count === 1 ? 'once' : `${count} times`}`,
  until: (day: string): string => ` until ${day}`,
}
export type English = typeof english

export const strings = translated(english, german)
