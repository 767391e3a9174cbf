/** Wall-clock times of a zone and instants, both ways, fast enough for thousands of occurrences: clock changes are asked for once a year and zone. */
import { Temporal } from '../../../shared/time.ts'
import { DAY_MS, dateOf, dayNumber, daysInYear, weekdayOf } from './days.ts'
import type { Wall } from './walk-rule.ts'

/** Milliseconds since 1970-01-01T00:00Z. */
export type EpochMs = number

export interface ZoneClock {
  /**
   * RFC 5545 §3.3.5: a time that does not occur is read with the offset before the gap, so 02:30 becomes 03:30 of summer time; one that
   * occurs twice means the first.
   */
  readonly toInstant: (wall: Wall) => EpochMs
  readonly toWall: (instant: EpochMs) => Wall
}

interface ClockChange { readonly at: EpochMs; readonly before: number; readonly after: number }
interface Year { readonly offset: number; readonly changes: readonly ClockChange[] }

/** For floating times and dates: the wall clock is the only one. */
export const noZone: ZoneClock = { toInstant: (wall) => wall, toWall: (instant) => instant }

const clocks = new Map<string, ZoneClock>()
/** A file may name many zones and years; what was learnt is forgotten rather than kept without end. */
const MAX_ZONES = 600

/** `zone` is an IANA name or an offset such as `+01:00`, in any case; undefined when this runtime does not know it. */
export function zoneClock(zone: string): ZoneClock | undefined {
  const known = clocks.get(zone)
  if (known !== undefined) return known
  try {
    const made = createClock(Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(zone).timeZoneId)
    if (clocks.size >= MAX_ZONES) clocks.clear()
    clocks.set(zone, made)
    return made
  } catch (error) {
    if (error instanceof RangeError) return undefined
    throw error
  }
}

function createClock(zone: string): ZoneClock {
  if (zone === 'UTC') return noZone
  const years = new Map<number, Year>(), askedOnce = new Set<number>()
  const yearOf = (time: number): number => dateOf(Math.floor(time / DAY_MS)).year
  const readOnce = (year: number): Year => {
    const known = years.get(year)
    if (known !== undefined) return known
    const like = yearLike(year)
    const read = like === year ? readYear(zone, year) : shifted(readOnce(like), (dayNumber(year, 1, 1) - dayNumber(like, 1, 1)) * DAY_MS)
    years.set(year, read)
    return read
  }
  return {
    toInstant: (wall) => {
      const { offset, changes } = readOnce(yearOf(wall))
      // Until the later of its two readings the clock before a change holds: through a gap, and for the first of two equal times.
      const past = changes.findLast(({ at, before, after }) => wall >= at + Math.max(before, after))
      return wall - (past?.after ?? offset)
    },
    toWall: (instant) => {
      // A year is not worth reading for the one DTSTART that lies in it.
      const year = yearOf(instant)
      if (!years.has(year) && !askedOnce.has(year)) {
        askedOnce.add(year)
        return instant + offsetOf(Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(zone))
      }
      const { offset, changes } = readOnce(year)
      return instant + (changes.findLast(({ at }) => instant >= at)?.after ?? offset)
    },
  }
}

/** Before it no zone had a clock change. */
const FIRST_YEAR = 1800
/** From it on zones change their clocks by weekday, month and nothing else, as far as anyone knows. */
const LAST_YEAR = 2100

/** A year with the same clock changes, so that a rule of ten thousand years costs no more than one of a hundred. */
function yearLike(year: number): number {
  if (year < FIRST_YEAR) return FIRST_YEAR
  if (year < LAST_YEAR) return year
  // Within 28 years every kind of year occurs: with and without a leap day, beginning on each weekday.
  const weekday = weekdayOf(dayNumber(year, 1, 1)), length = daysInYear(year)
  for (let like = LAST_YEAR - 28; ; like++) if (daysInYear(like) === length && weekdayOf(dayNumber(like, 1, 1)) === weekday) return like
}

const shifted = ({ offset, changes }: Year, by: number): Year => ({ offset, changes: changes.map(({ at, before, after }) => ({ at: at + by, before, after })) })

/** The clock changes of a year in UTC with two days more at both ends, so that it serves the wall clock's year too. */
function readYear(zone: string, year: number): Year {
  const end = (dayNumber(year + 1, 1, 1) + 2) * DAY_MS, changes: ClockChange[] = []
  let time = Temporal.Instant.fromEpochMilliseconds((dayNumber(year, 1, 1) - 2) * DAY_MS).toZonedDateTimeISO(zone)
  const offset = offsetOf(time)
  for (;;) {
    const next = time.getTimeZoneTransition('next')
    if (next === null || next.epochMilliseconds >= end) return { offset, changes }
    changes.push({ at: next.epochMilliseconds, before: offsetOf(time), after: offsetOf(next) })
    time = next
  }
}

const offsetOf = (time: Temporal.ZonedDateTime): number => time.offsetNanoseconds / 1_000_000
