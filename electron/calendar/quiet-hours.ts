/** When it is quiet: a stretch of the day by the household's clock, as spans of real time. Pure. */
import type { ReminderSettings } from '../../shared/settings.ts'
import { fromInstant, Temporal, wallToInstant } from '../../shared/time.ts'

export type QuietHours = ReminderSettings['quiet']

/**
 * When the quiet hours that `now` lies in end, in milliseconds since 1970; null outside of them. They begin and end as any time of day does: one
 * that a clock change skips is later by the gap, one that comes twice means the first, so what is quiet is one span, never two.
 */
export function quietUntil(now: number, quiet: QuietHours, zone: string): number | null {
  if (quiet === null) return null
  const today = Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO(zone).toPlainDate()
  for (const day of [today, today.subtract({ days: 1 })]) {
    const on = (date: Temporal.PlainDate, time: string): number => fromInstant(wallToInstant(`${date.toString()}T${time}`, zone))
    const end = on(quiet.to > quiet.from ? day : day.add({ days: 1 }), quiet.to)
    if (on(day, quiet.from) <= now && now < end) return end
  }
  return null
}
