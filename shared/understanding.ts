/** What a local step (built-in rules or a local model) makes of a message. Private: it names devices, people and times. */
import { z } from 'zod'
import { Id } from './household.ts'
import { WallTime } from './time.ts'

/** A half-open range of UTF-16 offsets in the message. */
export const TextSpan = z.strictObject({ start: z.number().int().min(0), end: z.number().int().min(0) })
export type TextSpan = z.infer<typeof TextSpan>

/** One thing that was understood, in a sentence the person can check: "Dishwasher: done by Mon 07:00". `span` is the phrase it came from. */
export const Reading = z.strictObject({ says: z.string().max(300), span: TextSpan.optional() })
export type Reading = z.infer<typeof Reading>

/** A phrase that was not understood. Never guessed at, always shown. */
export const Unread = z.strictObject({ text: z.string().max(500), span: TextSpan })
export type Unread = z.infer<typeof Unread>

/** One run of one device. Wall times are in the household's zone. */
export const LoadRequest = z.strictObject({
  deviceId: Id,
  /** Not before this; absent = from now. */
  notBefore: WallTime.optional(),
  /** Finished by this; absent = the end of the horizon. */
  doneBy: WallTime.optional(),
  /** Must fall inside this range of wall times when given ("between 9 and 11"). */
  between: z.tuple([WallTime, WallTime]).optional(),
  /** Length of this run in minutes when the message says so; absent = the device's usual. */
  minutes: z.number().int().min(5).max(24 * 60).optional(),
  /** The device leaves the house then (a car): it can only run before. */
  leavesAt: WallTime.optional(),
})
export type LoadRequest = z.infer<typeof LoadRequest>

export const PlanRequest = z.strictObject({
  intent: z.literal('plan'),
  loads: z.array(LoadRequest).min(1).max(20),
  /** Devices in the order they must run, when the message says "before"/"after" between them. */
  order: z.array(z.tuple([Id, Id])).max(50),
  objective: z.enum(['cost', 'earliest']),
  /** The stretch of time the message speaks of ("tonight"). */
  horizon: z.tuple([WallTime, WallTime]),
  /** Stretches in which nothing noisy may run, beyond the household's quiet routines. */
  quiet: z.array(z.tuple([WallTime, WallTime])).max(20),
  readings: z.array(Reading).max(60),
  unread: z.array(Unread).max(60),
})
export type PlanRequest = z.infer<typeof PlanRequest>

/** Anything that is not a plan of loads: answered in words, by a local model or, sanitised, by the cloud. */
export const QuestionRequest = z.strictObject({ intent: z.literal('question'), readings: z.array(Reading).max(60), unread: z.array(Unread).max(60) })
export type QuestionRequest = z.infer<typeof QuestionRequest>
/** Something that needs an answer from the person before it can be planned. */
export const UnclearRequest = z.strictObject({ intent: z.literal('unclear'), ask: z.string().max(300), choices: z.array(z.string().max(120)).max(3), readings: z.array(Reading).max(60), unread: z.array(Unread).max(60) })

export const Request = z.discriminatedUnion('intent', [PlanRequest, QuestionRequest, UnclearRequest])
export type Request = z.infer<typeof Request>
