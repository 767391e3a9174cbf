/** What a local step (built-in rules or a local model) makes of a message. Private: it names devices, people and times. */
import { z } from 'zod'
import { Id } from './household.ts'
import { PlainDate, WallTime } from './time.ts'

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

/** What a message wants of the household: `list` shows or keeps a list, `rule` and `fact` are to be remembered, `plan` is for the planner, `ask` never changes anything. */
export const HouseholdIntent = z.enum(['create', 'move', 'cancel', 'change', 'ask', 'remind', 'list', 'undo', 'plan', 'write', 'rule', 'fact'])
export type HouseholdIntent = z.infer<typeof HouseholdIntent>

/** A wall time, or a date alone for what takes whole days. */
const DayOrTime = z.union([WallTime, PlainDate])

/** A person or a place: as the message writes it, and who or what that is where the household knows exactly one. */
export const Mention = z.strictObject({ name: z.string().min(1).max(120), id: Id.optional() })
export type Mention = z.infer<typeof Mention>

/** ISO 8601, with a sign only for a shift backwards: `PT1H30M`, `-PT30M`, `P2W`. */
const IsoDuration = z.string().regex(/^-?P(?=\d|T\d)(\d+Y)?(\d+M)?(\d+W)?(\d+D)?(T(?=\d)(\d+H)?(\d+M)?)?$/)

/** RFC 5545: the rule (§3.3.10), its DTSTART and its EXDATEs, of one kind, all in the household's zone; UNTIL in UTC as §3.3.10 asks where DTSTART has a time. */
export const Repetition = z.strictObject({
  rrule: z.string().max(300),
  start: DayOrTime,
  exdates: z.array(DayOrTime).max(60),
  /** Exceptions that name no dates, in the words of the message: "in the holidays". To be asked for or looked up, never dropped. */
  exceptions: z.array(z.string().max(120)).max(5),
})
export type Repetition = z.infer<typeof Repetition>

/** One thing a message asks for. Nothing in it has been looked up in the calendar, and nothing counts before it was shown. */
export const HouseholdRequest = z.strictObject({
  intent: HouseholdIntent,
  /** What it is about, in the words of the message. */
  title: z.string().min(1).max(300).optional(),
  /** Begin of what is made or asked about; for a move where it goes, for a cancellation which one. */
  start: DayOrTime.optional(),
  /** Not included; a date when `start` is one. */
  end: DayOrTime.optional(),
  /** To be done by then. */
  due: DayOrTime.optional(),
  /** What of `start` the message says. A day or a time it does not say is the event's own, where there is one. */
  says: z.enum(['day', 'time', 'both']).optional(),
  /** As stated; how long it takes. */
  duration: IsoDuration.optional(),
  /** By how much it is to be moved, or made longer. */
  shift: IsoDuration.optional(),
  /** The one that is to be moved, or replaced: "from Tuesday to Wednesday", "at 3 instead of 2". */
  source: DayOrTime.optional(),
  repetition: Repetition.optional(),
  /** Which of a series: one, that and all later ones, or all. */
  scope: z.enum(['one', 'following', 'all']).optional(),
  people: z.array(Mention).max(50),
  /** The people take turns. */
  rotates: z.boolean(),
  places: z.array(Mention).max(20),
  /** How long before it. */
  reminders: z.array(IsoDuration).max(10),
  /** It mends what was asked for last, and is that as mended. */
  corrects: z.literal(true).optional(),
  readings: z.array(Reading).max(60),
  /** What has to be asked first, and up to three answers; one is given by sending the message again with " — " and the answer behind it. */
  unclear: z.strictObject({ ask: z.string().max(300), choices: z.array(z.string().max(120)).max(3) }).optional(),
})
export type HouseholdRequest = z.infer<typeof HouseholdRequest>

/** What a message asks for, in its order. */
export const Requests = z.array(HouseholdRequest).max(20)
export type Requests = z.infer<typeof Requests>
