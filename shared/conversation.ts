/** A conversation and its turns, as kept in the vault and shown in the chat. */
import { z } from 'zod'
import { Proposal } from './calendar.ts'
import { Problem } from './problem-schema.ts'
import { Instant } from './time.ts'
import { Reading, Unread } from './understanding.ts'

/** Where the person wants the answer from. `auto` lets the table in `electron/patterns/choose.ts` decide; `check` wants two answers, one from here and one from the cloud. */
export const Route = z.enum(['auto', 'here', 'cloud', 'check'])
export type Route = z.infer<typeof Route>

export const PatternName = z.enum(['answered-here', 'sanitize-and-solve', 'plan-then-ground', 'escalate-on-hard', 'draft-then-refine', 'cross-check'])
export type PatternName = z.infer<typeof PatternName>

/** One row of a finished plan, in the household's own words. */
export const PlannedRun = z.strictObject({ deviceId: z.string().max(64), title: z.string().max(300), /** one or more stretches, UTC */ spans: z.array(z.strictObject({ from: Instant, to: Instant })).min(1).max(100), kwh: z.number(), /** in the tariff's currency; null without a price */ cost: z.number().nullable(), currency: z.string().length(3).nullable() })
export type PlannedRun = z.infer<typeof PlannedRun>

/** Another answer to the same message, shown beside the one that counts: the draft before it was refined, the other opinion. */
export const OtherAnswer = z.strictObject({ by: z.string().max(120), text: z.string().max(20_000), /** what differs from the answer that counts, a sentence each */ differs: z.array(z.string().max(300)).max(20) })
export type OtherAnswer = z.infer<typeof OtherAnswer>

export const Answer = z.strictObject({
  /** thinking → (waiting → sending →) done | problem | stopped */
  status: z.enum(['thinking', 'waiting', 'sending', 'done', 'problem', 'stopped']),
  /** The answer in words; restored to real names. Plain text, never markup. */
  text: z.string().max(20_000),
  readings: z.array(Reading).max(60),
  unread: z.array(Unread).max(60),
  /** Choices when Lares has to ask back. */
  choices: z.array(z.string().max(120)).max(3),
  runs: z.array(PlannedRun).max(50),
  others: z.array(OtherAnswer).max(3).default([]),
  proposal: Proposal.nullable(),
  problem: Problem.nullable(),
  provenance: z.strictObject({
    pattern: PatternName,
    direction: z.string().max(200),
    trigger: z.string().max(200),
    purpose: z.string().max(200),
    /** Why this pattern. */
    why: z.string().max(300),
    /** Who worked: "built-in rules", "gemma4:e4b on this computer", "Practice cloud". */
    engines: z.array(z.string().max(120)).max(6),
    /** Bytes of request body that left; 0 = nothing left. */
    bytesLeft: z.number().int().min(0),
    receiptIds: z.array(z.string().max(64)).max(10),
    /** What the cloud counted; null when nothing left or it did not say. */
    tokens: z.strictObject({ in: z.number().int().min(0), out: z.number().int().min(0) }).nullable().default(null),
    /** What that cost by the prices in the settings; null without them. */
    cost: z.strictObject({ amount: z.number(), currency: z.string().length(3) }).nullable().default(null),
    /** What code checked: "proven cheapest", "replaced: the cloud's plan clashed with …". */
    checks: z.array(z.string().max(400)).max(20),
    milliseconds: z.number().int().min(0),
  }),
})
export type Answer = z.infer<typeof Answer>

export const Turn = z.strictObject({
  id: z.string().max(64),
  conversationId: z.string().max(64),
  at: Instant,
  /** What the person wrote. */
  text: z.string().min(1).max(8000),
  route: Route,
  answer: Answer,
})
export type Turn = z.infer<typeof Turn>

/** The longest title, in UTF-16 code units. */
export const MAX_TITLE = 120

export const Conversation = z.strictObject({
  id: z.string().max(64), title: z.string().max(MAX_TITLE), startedAt: Instant, lastAt: Instant,
  /** Kept at the top of the list. */
  pinned: z.literal(true).optional(),
  /** When it was read from a file; what it says was not said here. */
  importedAt: Instant.optional(),
})
export type Conversation = z.infer<typeof Conversation>

/** The longest message accepted, in UTF-16 code units. */
export const MAX_MESSAGE = 8000
/** The longest draft kept. Longer than a message, because shortening it is part of writing. */
export const MAX_DRAFT = 100_000

/** What was typed and not sent; `conversationId` is null for what belongs to no conversation yet. */
export const Draft = z.strictObject({ conversationId: z.string().max(64).nullable(), text: z.string().max(MAX_DRAFT) })
export type Draft = z.infer<typeof Draft>

/** A stretch of a found text; joined they are the excerpt. */
const Excerpt = z.array(z.strictObject({ text: z.string(), /** whether this is what was searched for */ isMatch: z.boolean() }))
export const FoundTurn = z.strictObject({ turnId: z.string(), conversationId: z.string(), title: z.string(), at: Instant, question: Excerpt, answer: Excerpt })
export type FoundTurn = z.infer<typeof FoundTurn>

/** `turns` are the newest of them, `total` is how many there are. */
export const Found = z.strictObject({ turns: z.array(FoundTurn), total: z.number().int().min(0) })
export type Found = z.infer<typeof Found>
/** The longest query, in UTF-16 code units. */
export const MAX_QUERY = 200
