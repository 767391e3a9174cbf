/**
 * One type per place in the walk from a sentence to the calendar. A value of one stage cannot be passed where another is expected.
 * `Cleared` and `Approved` are minted in one file each, which also remembers every one it minted: a cast does not forge them.
 */
import type { Household } from './household.ts'
import type { Change } from './calendar.ts'
import type { PlannedRun, Route } from './conversation.ts'
import type { Fact, Guess, LeakHit, Replacement } from './departure.ts'
import type { PlanningProblem, Placement } from './planning.ts'
import type { Instant } from './time.ts'
import type { PlanRequest, QuestionRequest } from './understanding.ts'

declare const stage: unique symbol
type Stage<Name extends string, T> = T & { readonly [stage]: Name }

/** 1 · What the person sent. Private. */
export type Message = Stage<'message', { readonly text: string; readonly route: Route; readonly turnId: string; readonly conversationId: string; readonly at: Instant }>

/** 2 · What was understood, with everything the household knows about it. Private. */
export type Understanding = Stage<'understanding', { readonly message: Message; readonly household: Household; readonly task: Task }>
export type Task =
  | { readonly kind: 'plan'; readonly request: PlanRequest; readonly situation: Situation }
  | { readonly kind: 'question'; readonly request: QuestionRequest }

/** The true planning problem and the key that turns slots and job ids back into times and devices. Private: the key never leaves. */
export interface Situation {
  readonly problem: PlanningProblem
  /** Start of slot 0. */
  readonly origin: Instant
  readonly zone: string
  readonly jobs: readonly { readonly id: string; readonly deviceId: string; readonly title: string; /** planned already: part of the problem, not of the plan */ readonly fixed?: true }[]
  /** Price per kWh of each slot in `currency`; absent when the objective needs none. */
  readonly prices?: readonly number[]
  readonly currency?: string
  /** Events and routines that shaped the windows, for explanations. */
  readonly because: readonly Fact[]
}

/** 3 · What may leave, before it is put into bytes. Not private any more; `replacements` and `facts` are for the panel only and are never composed. */
export type Sanitized = Stage<'sanitized', {
  /** The person's words, sanitised; null when withheld. */
  readonly words: string | null
  readonly problem: PlanningProblem | null
  readonly replacements: readonly Replacement[]
  readonly facts: readonly Fact[]
  readonly guesses: readonly Guess[]
}>

/** 4 · The exact request. */
export type Sealed = Stage<'sealed', { readonly url: string; readonly headers: readonly (readonly [string, string])[]; readonly body: Uint8Array<ArrayBuffer>; readonly sha256: string }>

/** 5 · A sealed request in which the independent last check found nothing. */
export type Cleared = Stage<'cleared', { readonly sealed: Sealed }>
export interface Blocked { readonly sealed: Sealed; readonly hits: readonly LeakHit[] }

/** 6 · A cleared request that a person approved, once. */
export type Approved = Stage<'approved', { readonly cleared: Cleared; readonly departureId: string }>

/** 8 · What came back. Untrusted. */
export type CloudAnswer = Stage<'cloud-answer', { readonly plan: readonly Placement[] | null; readonly text: string; readonly engine: string }>

/** 9 · The answer in the household's own terms. Private again. Placements still to be checked. */
export type Grounded = Stage<'grounded', { readonly placements: readonly Placement[] | null; readonly text: string; readonly remarks: readonly string[]; /** who made it: "here", or the cloud's label */ readonly by: string }>

/** 10 · Recomputed from the true data by code. */
export type Verified = Stage<'verified', { readonly runs: readonly PlannedRun[]; readonly changes: readonly Change[]; readonly text: string; readonly checks: readonly string[] }>
