/** A repetition with its first occurrence, its end and its exceptions. */
import type { WallTime } from '../../../shared/time.ts'
import { Temporal } from '../../../shared/time.ts'
import type { DayRef } from '../days.ts'
import { codeOf } from './calendar-words.ts'
import type { Setting } from './dates.ts'
import { at, placeDay } from './dates.ts'
import { endAfter } from './lengths.ts'
import type { Placed } from './placing.ts'
import type { Repeat } from './repeats.ts'
import type { Bound } from './rules.ts'
import { countWithin, firstDate, ruleText } from './rules.ts'
import type { Length, TimePhrase } from './time-phrases.ts'
import type { VagueDay } from './vague.ts'

export interface SeriesWords {
  /** A day named beside the rule: "every year on 14 May", "every two weeks on Sunday", "every Monday from …". */
  readonly day: DayRef | VagueDay | undefined
  /** Minutes after midnight. */
  readonly start?: number
  readonly end?: number
  readonly length: Length | undefined
  readonly from: DayRef | VagueDay | undefined
  /** The last day or month of the series. */
  readonly until: DayRef | VagueDay | undefined
}

type Series = Pick<Placed, 'start' | 'end' | 'says' | 'repetition' | 'doubt'>

/** Puts a series on the calendar. Its first occurrence is the first the rule allows from now, or from the day it starts. */
export const placeSeries = (setting: Setting, phrases: readonly TimePhrase[], said: SeriesWords): Series => {
  const { when } = setting
  const parts = phrases.flatMap((found) => (found.phrase.kind === 'repeat' ? [{ found, repeat: found.phrase.repeat }] : []))
  const [main] = parts
  if (main === undefined) return {}
  const vague = parts.find(({ repeat }) => repeat.unsaid !== undefined)
  if (vague !== undefined) return { doubt: { kind: 'unsaid', why: (doubts) => doubts.when(vague.repeat.unsaid ?? ''), choices: [], phrase: vague.found } }
  const excluded = phrases.flatMap(({ phrase }) => (phrase.kind === 'except-days' ? phrase.weekdays : []))
  const rule = without(withDay(setting, parts.slice(1).reduce((all, { repeat }) => joined(all, repeat), main.repeat), said.day), excluded)
  const begin = said.from === undefined ? (said.day !== undefined && rule.byDay === undefined && rule.byMonthDay === undefined ? said.day : undefined) : said.from
  const placed = begin === undefined ? undefined : placeDay(setting, begin)
  if (placed?.kind === 'impossible') return { doubt: { kind: 'impossible', why: placed.why, choices: placed.choices.map((d) => d.toString()), phrase: main.found } }
  const earliest = placed?.from ?? when.today
  const minutes = said.start ?? (rule.freq === 'HOURLY' ? Number(when.now.slice(11, 13)) * 60 + Number(when.now.slice(14, 16)) : undefined)
  const here = firstDate(rule, earliest)
  const first = here !== undefined && said.start !== undefined && at(when, here, said.start) < when.now ? firstDate(rule, here.add({ days: 1 })) : here
  if (first === undefined) return { doubt: { kind: 'impossible', why: ({ noDate }) => noDate, choices: [], phrase: main.found } }
  const start = at(when, first, minutes)
  const bound = boundOf(setting, phrases, rule, first, said)
  const end = said.end !== undefined ? at(when, first, said.end) : said.length === undefined || start.length === 10 ? undefined : endAfter(when, start, said.length)
  const exdates = phrases.flatMap(({ phrase }) => (phrase.kind === 'except-days' ? phrase.days : [])).flatMap((ref) => datesWithin(setting, ref)).map((date) => at(when, date, minutes))
  const exceptions = phrases.flatMap(({ phrase }) => (phrase.kind === 'except-named' ? [phrase.words] : []))
  return {
    start, says: said.start === undefined ? 'day' : 'both', ...(end === undefined ? {} : { end }),
    repetition: { rrule: ruleText(rule, bound, when.zone, start.length > 10), start, exdates: exdates.slice(0, 60), exceptions: exceptions.slice(0, 5) },
  }
}

/** "Every other Sunday" and "Sundays": what one leaves open the other fills. */
const joined = (a: Repeat, b: Repeat): Repeat => {
  if (a.freq === 'WEEKLY' && b.freq === 'WEEKLY' && a.interval === b.interval && a.byDay !== undefined && b.byDay !== undefined) return { ...a, byDay: [...a.byDay, ...b.byDay.filter(({ day }) => a.byDay?.every((d) => d.day !== day))] }
  // "Monthly on the first Monday", "every month on the 15th": the finer one says it.
  const finer = b.byDay !== undefined || b.byMonthDay !== undefined ? b : a
  return { ...finer, interval: Math.max(a.interval, b.interval), ...(a.part === undefined ? {} : { part: a.part }) }
}

/** "Every two weeks on Sunday", "every year on 14 May", "monthly on the 1st": the day named beside fills the rule. */
const withDay = (setting: Setting, rule: Repeat, day: DayRef | VagueDay | undefined): Repeat => {
  if (day === undefined || rule.byDay !== undefined || rule.byMonthDay !== undefined) return rule
  if (rule.freq === 'WEEKLY' && day.kind === 'weekday') return { ...rule, byDay: [{ day: codeOf(day.weekday) }] }
  if (rule.freq === 'MONTHLY' && day.kind === 'day-of-month') return { ...rule, byMonthDay: [day.day] }
  if (rule.freq !== 'YEARLY') return rule
  if (day.kind === 'nth-weekday' && day.month.kind === 'month') return { ...rule, byMonth: day.month.month, byDay: [{ nth: day.nth, day: codeOf(day.weekday) }] }
  if (day.kind !== 'date' && day.kind !== 'numeric') return rule
  const placed = placeDay(setting, day)
  return placed.kind === 'impossible' ? rule : { ...rule, byMonth: placed.from.month, byMonthDay: [placed.from.day] }
}

const without = (rule: Repeat, excluded: readonly string[]): Repeat => {
  const left = (rule.byDay ?? []).filter(({ day }) => !excluded.includes(day))
  if (excluded.length === 0) return rule
  if (rule.byDay !== undefined) return { ...rule, byDay: left }
  const others = (['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'] as const).filter((day) => !excluded.includes(day))
  return rule.freq === 'DAILY' && rule.interval === 1 ? { ...rule, freq: 'WEEKLY', byDay: others.map((day) => ({ day })) } : rule
}

const boundOf = (setting: Setting, phrases: readonly TimePhrase[], rule: Repeat, first: Temporal.PlainDate, { until }: SeriesWords): Bound | undefined => {
  for (const { phrase } of phrases) {
    if (phrase.kind === 'times') return { kind: 'count', count: phrase.count }
    if (phrase.kind !== 'length' || (phrase.length.minutes < 1440 && phrase.length.months === 0)) continue
    const count = phrase.length.months > 0 ? undefined : countWithin(rule, phrase.length.minutes)
    const last: WallTime = endAfter(setting.when, first.toString(), phrase.length)
    return count === undefined ? { kind: 'until', date: Temporal.PlainDate.from(last).subtract({ days: 1 }) } : { kind: 'count', count }
  }
  if (until === undefined) return undefined
  const placed = placeDay(setting, until)
  if (placed.kind === 'impossible') return undefined
  let last = placed.to.subtract({ days: 1 })
  // "From September until June" ends in the June after that September.
  while (Temporal.PlainDate.compare(last, first) < 0) last = last.add({ years: 1 })
  return { kind: 'until', date: last }
}

const datesWithin = (setting: Setting, ref: DayRef): Temporal.PlainDate[] => {
  const placed = placeDay(setting, ref)
  if (placed.kind === 'impossible') return []
  const days: Temporal.PlainDate[] = []
  for (let date = placed.from; Temporal.PlainDate.compare(date, placed.to) < 0 && days.length < 60; date = date.add({ days: 1 })) days.push(date)
  return days
}
