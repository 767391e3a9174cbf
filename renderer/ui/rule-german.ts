/** What is said of how something repeats, in German. */
import type { Wording } from '../../shared/language.ts'
import type { WeekdayCode } from './plain-rule.ts'
import type { English } from './rule-strings.ts'

const ordinals = ['ersten', 'zweiten', 'dritten', 'vierten', 'fünften']
/** Each one, each second one, and several of them. */
const day = ['Jeden Tag', 'Jeden zweiten Tag', 'Tage'] as const, week = ['Jede Woche', 'Jede zweite Woche', 'Wochen'] as const
const month = ['Jeden Monat', 'Jeden zweiten Monat', 'Monate'] as const, year = ['Jedes Jahr', 'Jedes zweite Jahr', 'Jahre'] as const
const every = (interval: number, [each, second, many]: readonly [string, string, string]): string => (interval === 1 ? each : interval === 2 ? second : `Alle ${interval} ${many}`)
const listed = (words: readonly string[]): string => (words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} und ${words.at(-1) ?? ''}`)

const weekdays: Readonly<Record<WeekdayCode, string>> = { MO: 'Montag', TU: 'Dienstag', WE: 'Mittwoch', TH: 'Donnerstag', FR: 'Freitag', SA: 'Samstag', SU: 'Sonntag' }

export const german: Wording<English> = {
  weekdays,
  short: { MO: 'Mo', TU: 'Di', WE: 'Mi', TH: 'Do', FR: 'Fr', SA: 'Sa', SU: 'So' },
  own: 'Wiederholt sich nach eigener Regel',
  on: (dates) => `Am ${listed(dates)}`,
  onMany: (dates) => `An ${dates} Tagen`,
  added: (dates) => `, und an ${dates === 1 ? '1 weiteren Tag' : `${dates} weiteren Tagen`}`,
  left: (dates) => `, ohne ${dates === 1 ? '1 Tag' : `${dates} Tage`}`,
  nthWeekday: (nth, weekday) => `${nth === -1 ? 'letzten' : ordinals[nth - 1] ?? `${nth}.`} ${weekdays[weekday]}`,
  lastDay: 'letzten Tag',
  nthDay: (nth) => `${nth}.`,
  daily: (interval) => every(interval, day),
  weekly: (interval, days) => {
    const isWorkweek = days.join() === 'MO,TU,WE,TH,FR', names = listed(days.map((code) => weekdays[code]))
    if (interval === 1) return days.length === 7 ? 'Jeden Tag' : isWorkweek ? 'Jeden Tag von Montag bis Freitag' : `Jeden ${names}`
    if (interval === 2 && days.length === 1) return `Jeden zweiten ${names}`
    return `${every(interval, week)} ${days.length === 7 ? 'an jedem Tag' : isWorkweek ? 'von Montag bis Freitag' : `am ${names}`}`
  },
  monthly: (interval, on) => `${every(interval, month)} am ${on}`,
  yearly: (interval, date) => `${every(interval, year)} am ${date}`,
  yearlyOn: (interval, on, inMonth) => `${every(interval, year)} am ${on} im ${inMonth}`,
  times: (count) => `, ${count === 1 ? 'einmal' : `${count}-mal`}`,
  until: (last) => ` bis ${last}`,
}
