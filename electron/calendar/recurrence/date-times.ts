/** Dates and times as iCalendar and ISO 8601 write them, read and written; what a time means in a zone is not decided here. */
import { DAY_MS, dateOf, dayNumber, daysInMonth } from './days.ts'
import type { Wall } from './walk-rule.ts'

/** How a value was written: a date, a wall-clock time (floating, or of a zone named elsewhere), an instant in UTC, or an instant with its offset. */
export type Form = 'date' | 'local' | 'utc' | 'offset'

export interface DateTime {
  readonly form: Form
  /** The digits as written. */
  readonly wall: Wall
  /** Milliseconds east of UTC; 0 unless the form is `offset`. */
  readonly offset: number
  /** The zone written behind it, in brackets (RFC 9557) or before it (`TZID=…:`). */
  readonly zone: string | undefined
}

const pattern = /^(?:TZID=([^:;]{1,64}):)?(\d{4})(-?)(\d\d)\3(\d\d)(?:[T ](\d\d):?(\d\d)(?::?(\d\d)(?:\.0+)?)?(Z|[+-]\d\d:?\d\d)?)?(?:\[([^\]]{1,64})\])?$/i

/**
 * Reads `2026-03-29`, `2026-03-29T02:30[:00]`, either followed by `Z`, `+01:00` or `[Europe/Berlin]`, and the short forms of
 * iCalendar (`20260329T023000Z`, `TZID=Europe/Berlin:20260329T023000`). Years 1 to 9999; 60 seconds are taken for 59.
 * Undefined when it is none of these or no such date or time of day.
 */
export function readDateTime(text: string): DateTime | undefined {
  const match = text.length > 160 ? null : pattern.exec(text.trim())
  if (match === null) return undefined
  const number = (group: number): number => Number(match[group] ?? 0)
  const year = number(2), month = number(4), day = number(5), hours = number(6), minutes = number(7), seconds = number(8)
  if (year < 1 || month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month) || hours > 23 || minutes > 59 || seconds > 60) return undefined
  const suffix = match[9]?.toUpperCase()
  return {
    form: match[6] === undefined ? 'date' : suffix === undefined ? 'local' : suffix === 'Z' ? 'utc' : 'offset',
    wall: dayNumber(year, month, day) * DAY_MS + hours * 3_600_000 + minutes * 60_000 + Math.min(seconds, 59) * 1000,
    offset: suffix === undefined || suffix === 'Z' ? 0 : (suffix.startsWith('-') ? -1 : 1) * (Number(suffix.slice(1, 3)) * 60 + Number(suffix.slice(-2))) * 60_000,
    zone: match[1] ?? match[10],
  }
}

/** `2026-03-29` for a date, else `2026-03-29T02:30:00` and what the form adds; `offset` in milliseconds. */
export function writeDateTime(wall: Wall, form: Form, offset = 0): string {
  const days = Math.floor(wall / DAY_MS), { year, month, day } = dateOf(days)
  const date = `${String(year).padStart(4, '0')}-${two(month)}-${two(day)}`
  if (form === 'date') return date
  const seconds = Math.floor((wall - days * DAY_MS) / 1000)
  const time = `${date}T${two(Math.floor(seconds / 3600))}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`
  if (form === 'local') return time
  const minutes = Math.abs(Math.round(offset / 60_000))
  return form === 'utc' ? `${time}Z` : `${time}${offset < 0 ? '-' : '+'}${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`
}

const two = (value: number): string => (value < 10 ? `0${value}` : String(value))
