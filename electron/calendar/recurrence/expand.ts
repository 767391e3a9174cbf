/** The recurrence set of a calendar entry (RFC 5545 §3.8.5): DTSTART, RRULE and RDATE without EXDATE, in a window of time. */
import { problem } from '../../../shared/problems.ts'
import { fail, ok, type Result } from '../../../shared/result.ts'
import { readDateTime, writeDateTime, type DateTime } from './date-times.ts'
import { DAY_MS } from './days.ts'
import { isWithinDay, readRule, type Rule } from './rule.ts'
import { TooMuchWork, walkRule, type Wall } from './walk-rule.ts'
import { noZone, zoneClock, type EpochMs, type ZoneClock } from './zone-clock.ts'

/** Every time is text in a form that `readDateTime` reads. */
export interface Series {
  /** A date: an all-day series. A wall-clock time: of `tz`, or floating without one. An instant: its rule runs on the clock of `tz`, or of UTC or its offset. */
  readonly dtstart: string
  /** An IANA name. */
  readonly tz?: string | undefined
  /** The value of an RRULE; without one the series is DTSTART and RDATE. */
  readonly rrule?: string | undefined
  readonly exdate?: readonly string[] | undefined
  readonly rdate?: readonly string[] | undefined
  /** Occurrences that start at or after it. */
  readonly from?: string | undefined
  /** Occurrences that start before it. */
  readonly to?: string | undefined
  /** At most so many occurrences; 10,000 when absent, and never more. */
  readonly limit?: number | undefined
}

export interface Occurrences {
  /** Starts in ascending order, each once, in the form of DTSTART: dates, wall-clock times of its zone, or instants, with seconds. */
  readonly occurrences: readonly string[]
  /** Whether there is more: than `limit` allowed or, without `to`, than could be looked at, which is a thousand years or more. */
  readonly more: boolean
}

const MAX_OCCURRENCES = 10_000
const MAX_LISTED = 10_000

/**
 * Where the standard leaves a choice:
 * - DTSTART is an occurrence where the rule gives it; where it does not, the standard leaves the set undefined, and DTSTART is none.
 * - A time of a rule that a clock change skips moves by the gap, and one that comes twice means the first (§3.3.5, §3.3.10); a rule that repeats
 *   within the day leaves skipped times out, since the next one follows anyway. Steps are those of the wall clock.
 * - COUNT counts what the rule gives, whether or not EXDATE takes it away; RDATE is not counted.
 * - A date in UNTIL or EXDATE of a series with times means that whole day; a date in RDATE is that day at DTSTART's time.
 *   Of times in an all-day series the date counts.
 * - BYHOUR, BYMINUTE and BYSECOND of an all-day series are ignored, as they must be.
 * What it refuses: `calendar.rule-unreadable` for a rule, time or zone that cannot be read or is forbidden, `calendar.rule-too-much` for more work
 * than any household needs. Pure and deterministic, but it may take as long as the limits on work allow: the app calls it in a thread of its own.
 */
export function expand(series: Series): Result<Occurrences> {
  const { exdate = [], rdate = [], limit = MAX_OCCURRENCES } = series
  if (exdate.length > MAX_LISTED || rdate.length > MAX_LISTED) return fail(problem('calendar.rule-too-much', { what: 'too many single dates' }))
  const setting = settle(series)
  if ('unreadable' in setting) return unreadable(setting.unreadable)
  const [from = -Infinity, to = Infinity] = [series.from, series.to].map((text) => (text === undefined ? undefined : setting.place(text) ?? NaN))
  const added = rdate.map((text) => setting.added(text)), excluded = setting.excluded(exdate)
  if (Number.isNaN(from) || Number.isNaN(to)) return unreadable('the window')
  if (added.includes(undefined)) return unreadable('RDATE')
  if (excluded === undefined) return unreadable('EXDATE')
  if (!Number.isSafeInteger(limit) || limit < 0) return unreadable('the limit')

  const wanted = Math.min(limit, MAX_OCCURRENCES), found = new Set<EpochMs>()
  const wants = (at: EpochMs): boolean => at >= from && at < to && !excluded(at)
  let complete: EpochMs = Infinity
  if (series.rrule === undefined) { const at = setting.toInstant(setting.startWall); if (wants(at)) found.add(at) } else {
    const rule = readRule(series.rrule)
    if (!rule.ok) return rule
    const until = addRule(rule.value, setting, { from, to, wants, wanted }, found)
    if (!until.ok) return until
    complete = until.value
  }
  for (const at of added) if (at !== undefined && wants(at)) found.add(at)
  const all = [...found].filter((at) => at <= complete).sort((a, b) => a - b)
  return ok({ occurrences: all.slice(0, wanted).map(setting.write), more: all.length > wanted || complete < Infinity })
}

const unreadable = (what: string): ReturnType<typeof fail> => fail(problem('calendar.rule-unreadable', { what }))

interface Window { readonly from: EpochMs; readonly to: EpochMs; readonly wants: (at: EpochMs) => boolean; readonly wanted: number }

/** Returns until when what it found is all there is; Infinity but for an endless question that took more work than is allowed. */
function addRule(written: Rule, setting: Setting, { from, to, wants, wanted }: Window, found: Set<EpochMs>): Result<EpochMs> {
  const { clock, allDay, startWall } = setting
  if (allDay && isWithinDay(written.frequency)) return unreadable(`${written.frequency} with a date`)
  const rule = allDay ? { ...written, byHour: undefined, byMinute: undefined, bySecond: undefined } : written
  const until = rule.until === undefined ? Infinity : setting.until(rule.until)
  if (until === undefined) return unreadable('UNTIL')
  const end = Math.min(to, until + 1)
  let latest = -Infinity
  try {
    // An instant and its wall clock are never further apart than a day.
    walkRule(rule, startWall, { from: from - DAY_MS, to: end + 2 * DAY_MS }, (wall) => clock.toWall(clock.toInstant(wall)) === wall, (wall) => {
      const at = setting.toInstant(wall)
      if (at < end && wants(at)) found.add(at)
      // A time moved by a gap may come after later ones, so the walk ends only behind one that was not.
      const inOrder = at >= latest && (found.size <= wanted || clock.toWall(at) === wall)
      latest = Math.max(latest, at)
      return !inOrder || found.size <= wanted
    })
    return ok(Infinity)
  } catch (error) {
    if (!(error instanceof TooMuchWork)) throw error
    return to === Infinity && found.size > 0 ? ok(latest) : fail(problem('calendar.rule-too-much', { what: 'its rule gives too many times to look at' }))
  }
}

/** What DTSTART and its zone settle for all other times: one line on which they lie, of instants, or of wall-clock times for dates and floating times. */
interface Setting {
  readonly clock: ZoneClock
  readonly allDay: boolean
  readonly startWall: Wall
  /** As the clock does, but DTSTART's wall-clock time is DTSTART, though it may be the second of two. */
  readonly toInstant: (wall: Wall) => EpochMs
  readonly place: (text: string) => EpochMs | undefined
  readonly added: (text: string) => EpochMs | undefined
  readonly excluded: (exdate: readonly string[]) => ((at: EpochMs) => boolean) | undefined
  /** The last moment that UNTIL includes. */
  readonly until: (text: string) => EpochMs | undefined
  readonly write: (at: EpochMs) => string
}

function settle({ dtstart, tz }: Series): Setting | { readonly unreadable: string } {
  const read = readDateTime(dtstart)
  if (read === undefined) return { unreadable: 'DTSTART' }
  const named = tz ?? read.zone, fixed = read.offset
  const zone = named === undefined ? (read.form === 'offset' ? offsetClock(fixed) : noZone) : zoneClock(named)
  if (zone === undefined) return { unreadable: 'the time zone' }
  const allDay = read.form === 'date', clock = allDay ? noZone : zone
  const day = (at: EpochMs): number => Math.floor(clock.toWall(at) / DAY_MS)

  /** Where a time lies; undefined also for one with a zone that is unknown. */
  const placeOf = (time: DateTime | undefined): EpochMs | undefined => {
    if (time === undefined) return undefined
    const own = time.zone === undefined ? undefined : zoneClock(time.zone)
    if (time.zone !== undefined && own === undefined) return undefined
    const isInstant = time.form === 'utc' || time.form === 'offset'
    if (!allDay) return isInstant ? time.wall - time.offset : (own ?? clock).toInstant(time.wall)
    return isInstant || own !== undefined ? zone.toWall(isInstant ? time.wall - time.offset : (own ?? zone).toInstant(time.wall)) : time.wall
  }
  /** Of an all-day series only the date counts, as it was written. */
  const dateOfTime = (time: DateTime | undefined): EpochMs | undefined => (time === undefined ? undefined : Math.floor(time.wall / DAY_MS) * DAY_MS)
  const start = read.form === 'utc' || read.form === 'offset' ? read.wall - read.offset : undefined
  const startWall = start === undefined ? read.wall : clock.toWall(start)

  return {
    clock, allDay, startWall,
    toInstant: (wall) => (wall === startWall && start !== undefined ? start : clock.toInstant(wall)),
    place: (text) => placeOf(readDateTime(text)),
    added: (text) => {
      const time = readDateTime(text)
      if (allDay) return dateOfTime(time)
      return time?.form === 'date' ? clock.toInstant(time.wall + startWall - Math.floor(startWall / DAY_MS) * DAY_MS) : placeOf(time)
    },
    excluded: (exdate) => {
      const moments = new Set<EpochMs>(), days = new Set<number>()
      for (const text of exdate) {
        const time = readDateTime(text), at = placeOf(time)
        if (time === undefined || at === undefined) return undefined
        if (allDay || time.form === 'date') days.add(Math.floor(time.wall / DAY_MS))
        else moments.add(at)
      }
      return (at) => moments.has(at) || (days.size > 0 && days.has(day(at)))
    },
    until: (text) => {
      const time = readDateTime(text)
      if (allDay) return dateOfTime(time)
      return time?.form === 'date' ? clock.toInstant(time.wall + DAY_MS) - 1 : placeOf(time)
    },
    write: (at) => { const wall = clock.toWall(at); return read.form === 'utc' ? writeDateTime(at, 'utc') : writeDateTime(wall, read.form, wall - at) },
  }
}

/** A clock that is always as far from UTC. */
const offsetClock = (offset: number): ZoneClock => ({ toInstant: (wall) => wall - offset, toWall: (instant) => instant + offset })
