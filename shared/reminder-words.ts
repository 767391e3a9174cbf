/** When something is, in words relative to now, as a reminder says it. */
import { timeOfDay, type Habits } from './habits.ts'
import { language, locale, translated } from './language.ts'
import { Temporal, type Instant } from './time.ts'

/**
 * "now", "in 15 minutes", "5 minutes ago" within the hour; else "today at 14:00", "tomorrow at 14:00", "Mon 23 Nov at 14:00", by the household's clock. Of whole days only
 * the day. `zone` is the household's; the date of a whole day is read in its own zone, `dayZone`.
 */
export function whenInWords({ at, allDay, dayZone, now, zone, clock }: { readonly at: Instant; readonly allDay: boolean; readonly dayZone: string; readonly now: number; readonly zone: string; readonly clock: Habits['clock'] }): string {
  const minutes = Math.round((Date.parse(at) - now) / 60_000)
  if (!allDay && minutes === 0) return words.now
  if (!allDay && Math.abs(minutes) < 60) return minutes > 0 ? words.ahead(minutes) : words.ago(-minutes)
  const there = Temporal.Instant.from(at).toZonedDateTimeISO(allDay ? dayZone : zone)
  const day = dayNamed(there.toPlainDate(), Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO(zone).toPlainDate())
  return allDay ? day : words.dayAt(day, timeOfDay(there.toPlainTime().toString({ smallestUnit: 'minute' }), clock))
}

/** "today", "tomorrow", "yesterday", so many days from today; undefined for other days. */
export const dayNearby = (days: number): string | undefined => (days === 0 ? words.today : days === 1 ? words.tomorrow : days === -1 ? words.yesterday : undefined)

/** "Mon 23 Nov": no comma in English; "Mo., 23. Nov." in German. */
export const withoutComma = (date: string): string => (language() === 'de' ? date : date.replace(',', ''))

const dayNamed = (day: Temporal.PlainDate, today: Temporal.PlainDate): string =>
  dayNearby(today.until(day).days) ?? withoutComma(day.toLocaleString(locale(), { weekday: 'short', day: 'numeric', month: 'short' }))

const counted = (minutes: number): string => (minutes === 1 ? '1 minute' : `${minutes} minutes`)

const words = translated(
  { now: 'now', ahead: (minutes: number): string => `in ${counted(minutes)}`, ago: (minutes: number): string => `${counted(minutes)} ago`, today: 'today', tomorrow: 'tomorrow', yesterday: 'yesterday', dayAt: (day: string, time: string): string => `${day} at ${time}` },
  { now: 'jetzt', ahead: (minutes) => `in ${minutes === 1 ? '1 Minute' : `${minutes} Minuten`}`, ago: (minutes) => `vor ${minutes === 1 ? '1 Minute' : `${minutes} Minuten`}`, today: 'heute', tomorrow: 'morgen', yesterday: 'gestern', dayAt: (day, time) => `${day} um ${time}` },
)
