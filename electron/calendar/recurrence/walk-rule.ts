/** Walks along the wall-clock times that a rule gives, in order, doing no more work than it was allowed. Knows no time zones. */
import { DAY_MS, dateOf, dayNumber, daysInMonth, daysInYear, modulo, weekdayOf } from './days.ts'
import { dayFilter, type FindDays } from './day-filter.ts'
import { isWithinDay, type Rule } from './rule.ts'

/** A wall-clock time: the milliseconds from 1970-01-01T00:00 to it, as if every day had 24 hours. */
export type Wall = number

export interface Span {
  /** Times before it are counted by COUNT and not handed out. */
  readonly from: Wall
  /** Excluded. */
  readonly to: Wall
}

/** The last day that ISO 8601 and iCalendar can write. */
const LAST_DAY = dayNumber(9999, 12, 31)

/** Days looked at and times tried for one rule: some 30 ms of work. The rules of a household need a thousandth of it. */
const WORK_LIMIT = 1_000_000
/** What else costs, in the same measure: beginning a period, and asking whether a time is real. */
const CALL = 8
const ASKING = 4

/** Thrown when a rule needs more work than `WORK_LIMIT`; expected, and made a named problem by whoever called. */
export class TooMuchWork extends Error {}

/**
 * Hands every time of the rule in `span` to `take`, in ascending order, until `take` says false. `start` is DTSTART, which is one of them
 * only if the rule gives it. Without COUNT it begins near `span.from`, however long ago DTSTART was. A repetition within the day
 * leaves out times that are not `real`, and does not count them. Throws `TooMuchWork`.
 */
export function walkRule(rule: Rule, start: Wall, { from, to }: Span, real: (wall: Wall) => boolean, take: (wall: Wall) => boolean): void {
  const startDay = Math.floor(start / DAY_MS)
  const walk: Walk = { rule, start, startDay, from, to, findDays: dayFilter(rule, startDay), real, take, work: 0, left: rule.count ?? Infinity }
  if (start >= to) return
  if (isWithinDay(rule.frequency)) walkWithinDays(walk)
  else walkPeriods(walk)
}

interface Walk extends Span {
  readonly rule: Rule
  readonly start: Wall
  readonly startDay: number
  readonly findDays: FindDays
  readonly real: (wall: Wall) => boolean
  readonly take: (wall: Wall) => boolean
  work: number
  /** How many times COUNT still allows. */
  left: number
}

function spend(walk: Walk, work: number): void {
  walk.work += work
  if (walk.work > WORK_LIMIT) throw new TooMuchWork()
}

/** False when the walk is over. */
function offer(walk: Walk, wall: Wall): boolean {
  if (wall < walk.start) return true
  if (wall >= walk.to || walk.left === 0) return false
  walk.left--
  return wall < walk.from || walk.take(wall)
}

/** DAILY, WEEKLY, MONTHLY, YEARLY: period by period, its days, and on each the same times. */
function walkPeriods(walk: Walk): void {
  const { rule, start, startDay, from, to } = walk
  const periodOf = periods(rule, startDay), times = timesOfDay(rule, start), days: number[] = []
  const fromDay = Math.floor(from / DAY_MS), toDay = Math.min(LAST_DAY, Math.floor(to / DAY_MS))
  // Days outside the window matter only where they are counted.
  const earliest = rule.count === undefined && rule.bySetPosition === undefined ? Math.max(startDay, fromDay) : -Infinity
  const latest = rule.bySetPosition === undefined ? toDay : LAST_DAY
  for (let index = rule.count === undefined ? periodOf.indexOf(fromDay) : 0; ; index++) {
    const [first, last] = periodOf.bounds(index)
    if (first > toDay) return
    days.length = 0
    spend(walk, CALL + walk.findDays(Math.max(first, earliest), Math.min(last, latest), days))
    const size = days.length * times.length
    const positions = rule.bySetPosition === undefined ? undefined : positionsIn(rule.bySetPosition, size)
    const length = positions?.length ?? size
    // What lies before the window is only counted: whole periods, and whole days where no place in the period is asked for.
    const mayPass = first > startDay || rule.count === undefined
    const passed = !mayPass ? 0 : last < fromDay ? length : positions === undefined ? countBefore(days, fromDay) * times.length : 0
    if (walk.left < passed) return
    walk.left -= passed
    for (let i = passed; i < length; i++) {
      const place = positions?.[i] ?? i
      if (!offer(walk, (days[Math.floor(place / times.length)] ?? 0) * DAY_MS + (times[place % times.length] ?? 0))) return
      spend(walk, 1)
    }
  }
}

function countBefore(days: readonly number[], limit: number): number {
  const index = days.findIndex((day) => day >= limit)
  return index === -1 ? days.length : index
}

interface Periods {
  /** First and last day of the n-th period, of which the 0th holds DTSTART. */
  readonly bounds: (index: number) => readonly [number, number]
  /** The last period that begins on this day or before it, or the 0th. */
  readonly indexOf: (day: number) => number
}

function periods({ frequency: written, interval, weekStart, bySetPosition }: Rule, startDay: number): Periods {
  const start = dateOf(startDay)
  // Without gaps between them, days and weeks can be looked at by the month, where the months that a rule excludes cost nothing.
  const frequency = interval === 1 && bySetPosition === undefined && written !== 'YEARLY' ? 'MONTHLY' : written
  const steps = (distance: number): number => Math.max(0, Math.floor(distance / interval))
  switch (frequency) {
    case 'YEARLY': return {
      bounds: (index) => { const year = start.year + index * interval, first = dayNumber(year, 1, 1); return [first, first + daysInYear(year) - 1] },
      indexOf: (day) => (day <= startDay ? 0 : steps(dateOf(day).year - start.year)),
    }
    case 'MONTHLY': return {
      bounds: (index) => {
        const months = start.month - 1 + index * interval, year = start.year + Math.floor(months / 12), month = (months % 12) + 1, first = dayNumber(year, month, 1)
        return [first, first + daysInMonth(year, month) - 1]
      },
      indexOf: (day) => { if (day <= startDay) return 0; const { year, month } = dateOf(day); return steps((year - start.year) * 12 + month - start.month) },
    }
    case 'WEEKLY': {
      const firstWeek = startDay - modulo(weekdayOf(startDay) - weekStart, 7)
      return { bounds: (index) => { const first = firstWeek + index * interval * 7; return [first, first + 6] }, indexOf: (day) => steps((day - firstWeek) / 7) }
    }
    default: return { bounds: (index) => { const day = startDay + index * interval; return [day, day] }, indexOf: (day) => steps(day - startDay) }
  }
}

/** HOURLY, MINUTELY, SECONDLY: day by day, so that days which cannot be are passed in one step. */
function walkWithinDays(walk: Walk): void {
  const { rule, start, from, to } = walk
  const unit = rule.frequency === 'HOURLY' ? 3_600_000 : rule.frequency === 'MINUTELY' ? 60_000 : 1000
  const perDay = DAY_MS / unit, startUnit = Math.floor(start / unit), inUnit = timesInUnit(rule, start, unit)
  const fits = unitFilter(rule, unit), days: number[] = []
  if (inUnit.length === 0) return
  const lastDay = Math.min(LAST_DAY, Math.floor(to / DAY_MS))
  /** The first unit that matters: only COUNT asks for those before the window. */
  const earliest = rule.count === undefined ? Math.max(startUnit, Math.floor(from / unit)) : startUnit
  for (let day = Math.floor(earliest / perDay); day <= lastDay;) {
    const begin = Math.max(earliest, day * perDay)
    const firstUnit = begin + modulo(startUnit - begin, rule.interval) - day * perDay
    if (firstUnit >= perDay) { day += Math.floor(firstUnit / perDay); continue }
    days.length = 0
    spend(walk, CALL + walk.findDays(day, day, days))
    for (let of = firstUnit; days.length > 0 && of < perDay; of += rule.interval) {
      spend(walk, 1)
      if (!fits(of)) continue
      for (const time of inUnit) {
        const wall = day * DAY_MS + of * unit + time
        if (walk.real(wall) && !offer(walk, wall)) return
        spend(walk, ASKING)
      }
    }
    day++
  }
}

/** Whether a unit of the day, by its number, passes the parts that limit it. */
function unitFilter({ byHour, byMinute, bySecond }: Rule, unit: number): (ofDay: number) => boolean {
  const seconds = leapless(bySecond)
  const allows = (list: readonly number[] | undefined, value: number): boolean => list === undefined || list.includes(value)
  return (ofDay) => {
    const second = (ofDay * unit) / 1000
    return allows(byHour, Math.floor(second / 3600)) && (unit > 60_000 || allows(byMinute, Math.floor(second / 60) % 60)) && (unit > 1000 || allows(seconds, second % 60))
  }
}

/** What one hour, minute or second expands to, from its beginning. */
function timesInUnit(rule: Rule, start: Wall, unit: number): readonly number[] {
  const minutes = unit > 60_000 ? rule.byMinute ?? [Math.floor(start / 60_000)] : [0]
  const seconds = unit > 1000 ? leapless(rule.bySecond) ?? [Math.floor(start / 1000)] : [0]
  const times = minutes.flatMap((minute) => seconds.map((second) => (modulo(minute, 60) * 60 + modulo(second, 60)) * 1000))
  return rule.bySetPosition === undefined ? times : positionsIn(rule.bySetPosition, times.length).flatMap((place) => times[place] ?? [])
}

/** The times at which a rule of whole days takes place, as milliseconds of the day. */
function timesOfDay(rule: Rule, start: Wall): readonly number[] {
  const hours = rule.byHour ?? [modulo(Math.floor(start / 3_600_000), 24)]
  const inHour = timesInUnit({ ...rule, bySetPosition: undefined }, start, 3_600_000)
  return hours.flatMap((hour) => inHour.map((time) => hour * 3_600_000 + time))
}

/** A clock without leap seconds takes 60 for 59 (RFC 5545 §3.3.5 and §3.3.12). */
const leapless = (seconds: readonly number[] | undefined): readonly number[] | undefined => (seconds === undefined ? undefined : [...new Set(seconds.map((second) => Math.min(second, 59)))])

/** BYSETPOS: the places, from 0, that are meant in a set of this size, in order. */
const positionsIn = (bySetPosition: readonly number[], size: number): readonly number[] =>
  [...new Set(bySetPosition.map((position) => (position > 0 ? position - 1 : size + position)))].filter((place) => place >= 0 && place < size).sort((a, b) => a - b)
