/** A reminder as main gives it and the window shows it, what can be answered to it, and what is asked of the desktop. */
import { z } from 'zod'
import { Id } from './household.ts'
import { Instant, Temporal, wallToInstant, type ClockTime } from './time.ts'

/** What it reminds of: an event, or one time of a series by its own id; or a task. */
export const About = z.strictObject({ kind: z.enum(['event', 'task']), id: Id })
export type About = z.infer<typeof About>

export const Reminder = z.strictObject({
  /** Every reminder of this thing that was given and not answered; answering one answers all. */
  keys: z.array(z.string().min(1).max(200)).min(1).max(20),
  about: About,
  title: z.string(),
  /** When it starts or is due; null for a to-do without a day. For whole days local midnight of `zone`. */
  at: Instant.nullable(),
  zone: z.string(),
  allDay: z.boolean(),
  place: z.string().optional(),
  /** Whose turn it is. */
  turn: z.string().optional(),
  people: z.array(z.string()),
  medicine: z.boolean(),
})
export type Reminder = z.infer<typeof Reminder>

export const snoozes = ['10-minutes', '1-hour', 'tomorrow'] as const
export type Snooze = (typeof snoozes)[number]

/** `done` is for tasks; whose turn it is has done it. */
export const ReminderAnswer = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('done') }),
  z.strictObject({ kind: z.literal('dismiss') }),
  z.strictObject({ kind: z.literal('snooze'), for: z.enum(snoozes) }),
])
export type ReminderAnswer = z.infer<typeof ReminderAnswer>

/** When something without a time of its own comes: whole days, and what is put off until tomorrow. In the household's zone. */
export const MORNING: ClockTime = '09:00'

/** When a snooze ends, in milliseconds since 1970. */
export function snoozedUntil(snooze: Snooze, now: number, zone: string): number {
  switch (snooze) {
    case '10-minutes': return now + 600_000
    case '1-hour': return now + 3_600_000
    case 'tomorrow': return Date.parse(wallToInstant(`${Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO(zone).toPlainDate().add({ days: 1 }).toString()}T${MORNING}`, zone))
  }
}

/** What the desktop is asked to show. `reminder` is what a click opens and an action answers; null for several at once and for a locked vault. */
export interface Notice { readonly title: string; readonly body: string; readonly reminder: Reminder | null }

/** The desktop's notifications. */
export interface Notices {
  readonly show: (notice: Notice) => void
  /** Takes back what still stands, as far as the desktop lets it: all, or what reminds of these. */
  readonly clear: (keys?: readonly string[]) => void
}
