/** When something is, in words relative to now, as a reminder says it. */
import { timeOfDay, type Habits } from './habits.ts'
import { Temporal, type Instant } from './time.ts'

/**
 * "now", "in 15 minutes", "5 minutes ago" within the hour; else "today at 14:00", "tomorrow at 14:00", "Mon 23 Nov at 14:00", by the household's clock. Of whole days only
 * the day. `zone` is the household's; the date of a whole day is read in its own zone, `dayZone`.
 */
export function whenInWords({ at, allDay, dayZone, now, zone, clock }: { readonly at: Instant; readonly allDay: boolean; readonly dayZone: string; readonly now: number; readonly zone: string; readonly clock: Habits['clock'] }): string {
  const minutes = Math.round((Date.parse(at) - now) / 60_000)
  if (!allDay && minutes === 0) return 'now'
  if (!allDay && Math.abs(minutes) < 60) return minutes > 0 ? `in ${counted(minutes)}` : `${counted(-minutes)} ago`
  const there = Temporal.Instant.from(at).toZonedDateTimeISO(allDay ? dayZone : zone)
  const day = dayNamed(there.toPlainDate(), Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO(zone).toPlainDate())
  return allDay ? day : `${day} at ${timeOfDay(there.toPlainTime().toString({ smallestUnit: 'minute' }), clock)}`
}

const counted = (minutes: number): string => (minutes === 1 ? '1 minute' : `${minutes} minutes`)

function dayNamed(day: Temporal.PlainDate, today: Temporal.PlainDate): string {
  const days = today.until(day).days
  if (days === 0) return 'today'
  if (days === 1) return 'tomorrow'
  return days === -1 ? 'yesterday' : day.toLocaleString('en-GB', { weekday: 'short', day: 'numeric', month: 'short' }).replace(',', '')
}
