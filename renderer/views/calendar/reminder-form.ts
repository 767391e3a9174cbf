/** Reminders as they are chosen: a number with a unit read as minutes. */

const unitMinutes = { minutes: 1, hours: 60, days: 1440, weeks: 10_080 } as const
export type ReminderUnit = keyof typeof unitMinutes

/** Four weeks, as an event allows. */
const FURTHEST = 40_320
/** As many as an event has room for. */
const MOST = 10

/** Whole minutes; null for what is no whole number or too far ahead. */
export const readReminder = (number: string, unit: ReminderUnit): number | null => {
  const minutes = /^\d{1,5}$/.test(number.trim()) ? Number(number) * unitMinutes[unit] : NaN
  return minutes <= FURTHEST ? minutes : null
}

/** With one more, in order; null when there is no room for it. */
export const withReminder = (value: readonly number[], minutes: number): number[] | null => {
  const next = [...new Set([...value, minutes])].sort((a, b) => a - b)
  return next.length > MOST ? null : next
}
