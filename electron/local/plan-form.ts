/** The flat form that a small model fills in about a message. Every field is always there; what the message does not say is "", 0 or []: small models lose optional fields and invent nested ones. */
import { z } from 'zod'

/** For these device ids. Times are free text here; the code that reads the form decides what is a time. */
export const planForm = (deviceIds: readonly string[]) => {
  const time = z.string().max(40)
  const quote = z.string().max(300)
  return z.strictObject({
    kind: z.enum(['plan', 'question', 'unclear']),
    objective: z.enum(['cost', 'earliest']),
    from: time,
    until: time,
    loads: z.array(z.strictObject({
      device: z.enum(deviceIds.length === 0 ? [''] : deviceIds),
      quote,
      not_before: time,
      done_by: time,
      between_from: time,
      between_to: time,
      minutes: z.number().int().min(0).max(1440),
      leaves_at: time,
      after: z.enum([...deviceIds, '']),
    })).max(20),
    quiet: z.array(z.strictObject({ from: time, to: time, quote })).max(20),
    ask: z.string().max(300),
    choices: z.array(z.string().max(120)).max(3),
    not_understood: z.array(z.string().max(500)).max(20),
  })
}
export type PlanForm = z.infer<ReturnType<typeof planForm>>
