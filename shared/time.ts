/** Time as the whole app writes it: instants in UTC, wall-clock times with their zone beside them, and a clock that is passed in. */
import { z } from 'zod'
import { Temporal } from 'temporal-polyfill'

export { Temporal }
export { systemClock, type Clock } from './clock.ts'

/** A UTC instant to the second or millisecond, e.g. `2026-11-22T17:45:00Z`. */
export const Instant = z.string().regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,3})?Z$/).refine((s) => !Number.isNaN(Date.parse(s)), 'not a time')
export type Instant = string

/** An IANA zone name known to this runtime, e.g. `Europe/Berlin`. */
export const Zone = z.string().max(64).refine((zone) => isZone(zone), 'not a time zone')

/** A wall-clock time of day, `HH:MM`, 00:00 to 23:59. */
export const ClockTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'not a time of day')
export type ClockTime = string
/** A calendar date, `YYYY-MM-DD`. */
export const PlainDate = z.iso.date()
/** A wall-clock date and time without zone, `YYYY-MM-DDTHH:MM`. */
export const WallTime = z.string().regex(/^\d{4}-\d\d-\d\dT([01]\d|2[0-3]):[0-5]\d$/)
export type WallTime = string

export const toInstant = (epochMs: number): Instant => new Date(epochMs).toISOString().replace(/\.000Z$/, 'Z')
export const fromInstant = (instant: Instant): number => Date.parse(instant)

/** From and to of all that a calendar can hold. */
export const ALWAYS = ['0001-01-01T00:00:00Z', '9999-12-31T00:00:00Z'] as const

/** Wall time in a zone → instant. A time that a clock change skips moves forward by the gap; one that occurs twice means the first (RFC 5545 §3.3.5). */
export const wallToInstant = (wall: WallTime, zone: string): Instant => toInstant(Temporal.PlainDateTime.from(wall).toZonedDateTime(zone, { disambiguation: 'compatible' }).epochMilliseconds)
/** Instant → wall time in a zone, to the minute. */
export const instantToWall = (instant: Instant, zone: string): WallTime => Temporal.Instant.from(instant).toZonedDateTimeISO(zone).toPlainDateTime().toString({ smallestUnit: 'minute' })

/** A half-open span of time, start included, end not. */
export const Span = z.strictObject({ from: Instant, to: Instant })
export type Span = z.infer<typeof Span>

/** Asking the runtime costs more than all other checks of an event together, so a yes is remembered. */
const knownZones = new Set<string>()
const isZone = (zone: string): boolean => {
  try {
    if (!knownZones.has(zone)) {
      new Intl.DateTimeFormat('en', { timeZone: zone })
      knownZones.add(zone)
    }
    return true
  } catch { return false }
}
