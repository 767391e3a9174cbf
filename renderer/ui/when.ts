/** Times as a person reads them, in the household's zone, by the clock it reads (habits.ts). */
import { is12Hours } from './habits.ts'
import { locale } from '../../shared/language.ts'
import { dayNearby, withoutComma } from '../../shared/reminder-words.ts'
import { Temporal, type Instant } from '../../shared/time.ts'

const formats = new Map<string, Intl.DateTimeFormat>()
/** A formatter in the language of the window with the given parts; one of each is kept, because they are slow to make. */
export const format = (zone: string, options: Intl.DateTimeFormatOptions, tag = locale()): Intl.DateTimeFormat => {
  const key = tag + zone + JSON.stringify(options)
  const known = formats.get(key) ?? new Intl.DateTimeFormat(tag, { timeZone: zone, ...options })
  formats.set(key, known)
  return known
}

const dayOf = (instant: Instant, zone: string): Temporal.PlainDate => Temporal.Instant.from(instant).toZonedDateTimeISO(zone).toPlainDate()

/** "23:30", or "11:30 pm"; figures alone, in every language. */
export const clockTime = (instant: Instant, zone: string): string => format(zone, clockParts(), 'en-GB').format(new Date(instant))

/** A time of day by the household's clock, as `Intl` is asked for it. */
export const clockParts = (): { readonly hour: 'numeric' | '2-digit'; readonly minute: '2-digit'; readonly hourCycle: 'h12' | 'h23' } => (is12Hours() ? { hour: 'numeric', minute: '2-digit', hourCycle: 'h12' } : { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' })

/** "Mon 23 Nov", "Mo., 23. Nov." */
export const shortDay = (instant: Instant, zone: string): string => withoutComma(format(zone, { weekday: 'short', day: 'numeric', month: 'short' }).format(new Date(instant)))

/** "Mon 23:30–02:15"; the day of the end is named only when it is more than the following night away. */
export const weekdayRange = (from: Instant, to: Instant, zone: string): string => {
  const day = format(zone, { weekday: 'short' })
  const isFar = dayOf(from, zone).until(dayOf(to, zone)).days > 1
  return `${day.format(new Date(from))} ${clockTime(from, zone)}–${isFar ? `${day.format(new Date(to))} ` : ''}${clockTime(to, zone)}`
}

/** "today", "tomorrow", "yesterday", else "Mon 23 Nov". */
export const namedDay = (instant: Instant, zone: string, now: number): string => {
  const days = Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO(zone).toPlainDate().until(dayOf(instant, zone)).days
  return dayNearby(days) ?? shortDay(instant, zone)
}

/** The day so many days after a moment: "12 December". */
export const daysAhead = (now: number, days: number, zone: string): string => format(zone, { day: 'numeric', month: 'long' }).format(now + days * 86_400_000)
