/** Dates as a person reads them, in words; times of day are in when.ts. */
import { language } from '../../shared/language.ts'
import type { Instant } from '../../shared/time.ts'
import { clockTime, format, shortDay } from './when.ts'

/** A date has no zone: it is written as the middle of that day in UTC. */
const noon = (date: string): Date => new Date(`${date}T12:00:00Z`)

/** "Monday 23 November" */
export const dayInWords = (instant: Instant, zone: string): string => format(zone, { weekday: 'long', day: 'numeric', month: 'long' }).format(new Date(instant))
/** "Mon 23 Nov, 14:05" */
export const momentInWords = (instant: Instant, zone: string): string => `${shortDay(instant, zone)}, ${clockTime(instant, zone)}`
/** "23 Nov 2026, 14:05" */
export const stampInWords = (instant: Instant, zone: string): string => `${format(zone, { day: 'numeric', month: 'short', year: 'numeric' }).format(new Date(instant))}, ${clockTime(instant, zone)}`
/** A calendar date: "23 November 2026" */
export const dateInWords = (date: string): string => format('UTC', { day: 'numeric', month: 'long', year: 'numeric' }).format(noon(date))
/** A calendar date with its weekday: "Monday 23 November" */
export const weekdayInWords = (date: string): string => format('UTC', { weekday: 'long', day: 'numeric', month: 'long' }).format(noon(date))
/** A calendar date without its year: "23 November" */
export const dayAndMonth = (date: string): string => format('UTC', { day: 'numeric', month: 'long' }).format(noon(date))
/** "November 2026" */
export const monthInWords = (date: string): string => format('UTC', { month: 'long', year: 'numeric' }).format(noon(date))

/** "November" */
export const monthAlone = (date: string): string => format('UTC', { month: 'long' }).format(noon(date))

/** From a date to another, both included: "23 – 29 November 2026", "28 Nov – 4 Dec 2026". */
export const rangeInWords = (from: string, to: string): string => {
  if (from === to) return dateInWords(from)
  if (from.slice(0, 7) === to.slice(0, 7)) return `${Number(from.slice(8))}${language() === 'de' ? '.' : ''} – ${dateInWords(to)}`
  const short = format('UTC', { day: 'numeric', month: 'short' })
  const isSameYear = from.slice(0, 4) === to.slice(0, 4)
  return `${short.format(noon(from))}${isSameYear ? '' : ` ${from.slice(0, 4)}`} – ${short.format(noon(to))} ${to.slice(0, 4)}`
}
