/** Rules that the standard allows, by chance that is the same at every run, each with the window in which it is looked at. */
import { randomFrom, type Random } from './random.ts'

export interface GeneratedRule { readonly dtstart: string; readonly rrule: string; readonly to: string }

const starts = ['2026-01-01T09:00:00', '2024-02-29T09:00:00', '2026-12-31T23:30:00', '2026-01-31T23:59:59', '2027-01-03T00:00:00', '2021-01-02T06:15:00', '2023-03-26T02:30:00']
const weekdays = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU']

/** How many days a rule is looked at, so that a slow implementation ends too. */
const frequencies: readonly (readonly [string, number])[] = [['YEARLY', 12_000], ['YEARLY', 12_000], ['YEARLY', 12_000], ['MONTHLY', 4000], ['MONTHLY', 4000], ['WEEKLY', 1500], ['DAILY', 1500], ['HOURLY', 150], ['MINUTELY', 4], ['SECONDLY', 0.2]]

export function generateRules(seed: number, count: number): readonly GeneratedRule[] {
  const random = randomFrom(seed)
  return Array.from({ length: count }, () => generateRule(random))
}

function generateRule(random: Random): GeneratedRule {
  const chance = (percent: number): boolean => random(100) < percent
  const numbers = (least: number, most: number): number[] => Array.from({ length: most - least + 1 }, (_, i) => least + i)
  const some = (list: readonly (string | number)[], most: number): string => [...new Set(Array.from({ length: 1 + random(most) }, () => random.of(list)))].join(',')
  const [frequency, days] = random.of(frequencies), dtstart = random.of(starts)
  const parts = [`FREQ=${frequency}`], add = (percent: number, name: string, list: readonly (string | number)[], most: number): void => { if (chance(percent)) parts.push(`${name}=${some(list, most)}`) }
  add(40, 'INTERVAL', [1, 2, 3, 5, 7, 13], 1)
  add(30, 'BYMONTH', numbers(1, 12), 4)
  const byWeek = frequency === 'YEARLY' && chance(30), within = ['HOURLY', 'MINUTELY', 'SECONDLY'].includes(frequency)
  if (byWeek) add(100, 'BYWEEKNO', [1, 2, 20, 51, 52, 53, -1, -2, -52, -53], 3)
  if (frequency === 'YEARLY' || within) add(20, 'BYYEARDAY', [1, 2, 60, 100, 200, 365, 366, -1, -2, -366, -100], 4)
  if (frequency !== 'WEEKLY') add(30, 'BYMONTHDAY', [...numbers(1, 31), -1, -2, -31], 6)
  const numbered = (frequency === 'MONTHLY' || frequency === 'YEARLY') && !byWeek && chance(60)
  add(50, 'BYDAY', numbered ? weekdays.flatMap((day) => ['', '1', '2', '5', '+3', '-1', '-2', ...(frequency === 'YEARLY' ? ['20', '53'] : [])].map((n) => `${n}${day}`)) : weekdays, 4)
  add(15, 'BYHOUR', numbers(0, 23), 3)
  add(15, 'BYMINUTE', [0, 15, 30, 59], 2)
  add(8, 'BYSECOND', [0, 30, 59], 2)
  if (parts.some((part) => part.startsWith('BY'))) add(25, 'BYSETPOS', [1, 2, 3, -1, -2], 2)
  add(25, 'WKST', ['SU', 'MO', 'SA', 'WE'], 1)
  if (chance(30)) add(100, 'COUNT', [1, 5, 10, 40], 1)
  else add(20, 'UNTIL', ['20270131T000000Z', '20270601T120000Z', '20400101T000000Z'], 1)
  return { dtstart: `${dtstart}Z`, rrule: parts.join(';'), to: new Date(Date.parse(`${dtstart}Z`) + days * 86_400_000).toISOString().replace('.000Z', 'Z') }
}
