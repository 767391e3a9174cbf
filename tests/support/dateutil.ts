/** python3-dateutil as a second opinion on recurrence rules, where this computer has it. */
import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import type { GeneratedRule } from './generated-rules.ts'

/** Debian's own Python first: its dateutil is what `apt-get install python3-dateutil` puts there. */
const python = ['/usr/bin/python3', 'python3'].find((name) => spawnSync(name, ['-c', 'import dateutil']).status === 0)

/** Why there is no second opinion here; undefined when there is one. */
export const noDateutil = python === undefined ? 'python3-dateutil is not installed here (apt-get install python3-dateutil)' : undefined

/** The first `limit` instants of each rule, or what dateutil failed with. */
export function expandWithDateutil(rules: readonly GeneratedRule[], limit: number): readonly (readonly string[] | string)[] {
  if (python === undefined) throw new Error(noDateutil)
  const run = spawnSync(python, [fileURLToPath(new URL('./expand_with_dateutil.py', import.meta.url))], { input: rules.map((rule) => `${JSON.stringify({ ...rule, limit })}\n`).join(''), encoding: 'utf8', maxBuffer: 2 ** 28 })
  if (run.status !== 0) throw new Error(run.stderr)
  return run.stdout.trim().split('\n').map((line) => JSON.parse(line) as readonly string[] | string)
}

interface Reading {
  /** Where dateutil reads otherwise. */
  readonly about: string
  /** What the standard says, or what in dateutil is a mistake by its own definition. */
  readonly settled: string
  /** Whether a rule, or dateutil's failure on it, is of this kind. */
  readonly meets: (rule: string, theirs: readonly string[] | string) => boolean
  /** A rule with what the standard gives, counted by hand. */
  readonly example: GeneratedRule & { readonly right: readonly string[] }
}

const dateNumbers = (rule: string, part: string): readonly number[] => new RegExp(`${part}=([^;]+)`).exec(rule)?.[1]?.split(',').map(Number) ?? []
const has = (rule: string, part: string): boolean => rule.includes(`${part}=`)

/** Every kind of difference between dateutil 2.8 or 2.9 and RFC 5545 §3.3.10 that generated rules have shown. */
export const dateutilReadsOtherwise: readonly Reading[] = [
  {
    about: 'BYWEEKNO without a day: dateutil gives the whole week',
    settled: '“If the BYMINUTE, BYHOUR, BYDAY, BYMONTHDAY, or BYMONTH rule part were missing, the appropriate minute, hour, day, or month would have been retrieved from the DTSTART property.”',
    meets: (rule) => has(rule, 'BYWEEKNO') && !has(rule, 'BYDAY') && !has(rule, 'BYMONTHDAY') && !has(rule, 'BYYEARDAY'),
    example: { dtstart: '2026-01-01T09:00:00Z', rrule: 'FREQ=YEARLY;BYWEEKNO=20', to: '2028-01-01T00:00:00Z', right: ['2026-05-14T09:00:00Z', '2027-05-20T09:00:00Z'] },
  },
  {
    about: 'BYWEEKNO=-52 or -53, where that week begins before the turn of the year: dateutil leaves its first days out (its source: “TODO: Check -numweeks for next year”)',
    settled: '“Valid values are 1 to 53 or -53 to -1”: in a year of 53 weeks, -53 is week 1 with all its days.',
    meets: (rule) => dateNumbers(rule, 'BYWEEKNO').some((n) => n === -52 || n === -53),
    example: { dtstart: '2025-01-01T09:00:00Z', rrule: 'FREQ=YEARLY;BYWEEKNO=-53;BYDAY=WE', to: '2026-12-30T00:00:00Z', right: ['2025-12-31T09:00:00Z'] },
  },
  {
    about: 'BYWEEKNO=52 or 53 on the first days of a year: dateutil takes the length of this year for that of the last, and so miscounts its weeks',
    settled: '“Week number one of the calendar year is the first week that contains at least four (4) days in that calendar year”: 1 January 2039 lies in week 52 of 2038, as date.isocalendar() says too.',
    meets: (rule) => dateNumbers(rule, 'BYWEEKNO').some((n) => n === 52 || n === 53),
    example: { dtstart: '2038-01-01T09:00:00Z', rrule: 'FREQ=YEARLY;BYWEEKNO=53;BYDAY=SA', to: '2039-12-01T00:00:00Z', right: ['2038-01-02T09:00:00Z'] },
  },
  {
    about: 'BYSETPOS in the week of DTSTART: dateutil begins that week with DTSTART',
    settled: '“A set of recurrence instances starts at the beginning of the interval defined by the FREQ rule part.”',
    meets: (rule) => rule.includes('FREQ=WEEKLY') && has(rule, 'BYSETPOS'),
    example: { dtstart: '2026-11-26T09:00:00Z', rrule: 'FREQ=WEEKLY;BYDAY=MO,TH,SA;BYSETPOS=2', to: '2026-12-05T00:00:00Z', right: ['2026-11-26T09:00:00Z', '2026-12-03T09:00:00Z'] },
  },
  {
    about: 'BYDAY with numbered and unnumbered days: dateutil asks for both at once',
    settled: '“The BYDAY rule part specifies a COMMA-separated list of days of the week”: one of the list is enough.',
    meets: (rule) => { const days = /BYDAY=([^;]+)/.exec(rule)?.[1]?.split(',') ?? []; return days.some((day) => day.length === 2) && days.some((day) => day.length > 2) },
    example: { dtstart: '2026-06-01T09:00:00Z', rrule: 'FREQ=MONTHLY;BYDAY=MO,1FR', to: '2026-06-20T00:00:00Z', right: ['2026-06-01T09:00:00Z', '2026-06-05T09:00:00Z', '2026-06-08T09:00:00Z', '2026-06-15T09:00:00Z'] },
  },
  {
    about: 'a 20th or 53rd weekday of a month: dateutil fails with an IndexError',
    settled: '“Recurrence rules may generate recurrence instances with an invalid date […]. Such recurrence instances MUST be ignored.”',
    meets: (rule, theirs) => theirs === 'IndexError: list index out of range' && /(?:20|53)[A-Z]{2}/.test(rule) && has(rule, 'BYMONTH'),
    example: { dtstart: '2026-01-01T09:00:00Z', rrule: 'FREQ=YEARLY;BYMONTH=12;BYDAY=53MO,-1TH', to: '2028-01-01T00:00:00Z', right: ['2026-12-31T09:00:00Z', '2027-12-30T09:00:00Z'] },
  },
]
