/**
 * One type per place in the walk from a sentence to the calendar. A value of one stage cannot be passed where another is expected.
 * `Cleared` and `Approved` are minted in one file each, which also remembers every one it minted: a cast does not forge them.
 */
import type { Ask, Edit, Occasion, OutlinePlan, OutlineShape } from './ask.ts'
import type { Household } from './household.ts'
import type { Change } from './calendar.ts'
import type { OtherAnswer, PlannedRun, Route } from './conversation.ts'
import type { Fact, Guess, LeakHit, Replacement, Told } from './departure.ts'
import type { PlanningProblem, Placement } from './planning.ts'
import type { Instant, WallTime } from './time.ts'
import type { HouseholdRequest, PlanRequest, QuestionRequest } from './understanding.ts'

declare const stage: unique symbol
type Stage<Name extends string, T> = T & { readonly [stage]: Name }

/** 1 · What the person sent. Private. */
export type Message = Stage<'message', { readonly text: string; readonly route: Route; readonly turnId: string; readonly conversationId: string; readonly at: Instant }>

/** 2 · What was understood, with everything the household knows about it. Private. */
export type Understanding = Stage<'understanding', { readonly message: Message; readonly household: Household; readonly task: Task }>
export type Task =
  | { readonly kind: 'plan'; readonly request: PlanRequest; readonly situation: Situation }
  | { readonly kind: 'question'; readonly request: QuestionRequest; readonly topic: Topic }
  | { readonly kind: 'why-not'; readonly situation: Situation; /** which job of it, and the stretch of wall time that is meant */ readonly asked: { readonly jobId: string; readonly from: WallTime; readonly to: WallTime; readonly phrase: string } }
  | { readonly kind: 'write'; readonly letter: LetterRequest }
  | { readonly kind: 'outline'; readonly undertaking: Undertaking }
  | { readonly kind: 'arrange'; readonly arrangement: Arrangement }

/** What is asked of calendar, tasks and household: to be looked up, made, moved, cancelled. Only this computer can. */
export interface Arrangement {
  readonly requests: readonly HouseholdRequest[]
  readonly language: 'en' | 'de'
  /** What was chosen of what was asked before, and is not read as part of the sentence. */
  readonly answers: readonly string[]
  /** What this conversation arranged last. */
  readonly last: LastArranged | undefined
}
export interface LastArranged { readonly turnId: string; readonly changes: readonly Change[]; readonly status: 'open' | 'accepted' }

/** A yes or a no to what waits for one. `drop`: that it is not wanted any more, in more words than a no. */
export interface Verdict { readonly is: 'yes' | 'no' | 'drop'; readonly language: 'en' | 'de' }

/** What a question is about, where a second opinion is worth having. */
export type Topic = 'general' | 'money' | 'health' | 'travel'

/** Something to be written to somebody outside. Private: `to` and `about` are the person's own words. */
export interface LetterRequest { /** of the request */ readonly language: 'en' | 'de'; readonly form: 'letter' | 'message'; readonly to: string | null; readonly about: string }

/** What an undertaking says of itself, before the household and the calendar are asked. */
export interface UndertakingWords { readonly occasion: Occasion; readonly title: string; readonly guests: number | null; /** days */ readonly lasts: number; readonly minutesPerDay: number }
export type TaskWords = { readonly kind: 'write'; readonly letter: LetterRequest } | { readonly kind: 'outline'; readonly undertaking: UndertakingWords }

/** Something that takes preparation. `day` (a date in the household's zone), `title` stays; only the shape leaves. */
export interface Undertaking { readonly title: string; readonly day: string; readonly shape: OutlineShape }

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
  readonly ask: Ask
  /** What was sanitised: the message, or the draft made from it. Private. */
  readonly source: string
  readonly replacements: readonly Replacement[]
  readonly facts: readonly Fact[]
  readonly guesses: readonly Guess[]
  /** For the receipt: everything of the household that stands in `ask`, and as what. */
  readonly told: readonly Told[]
}>

/** 4 · The exact request. */
export type Sealed = Stage<'sealed', { readonly url: string; readonly headers: readonly (readonly [string, string])[]; readonly body: Uint8Array<ArrayBuffer>; readonly sha256: string }>

/** 5 · A sealed request in which the independent last check found nothing. */
export type Cleared = Stage<'cleared', { readonly sealed: Sealed }>
export interface Blocked { readonly sealed: Sealed; readonly hits: readonly LeakHit[] }

/** 6 · A cleared request that a person approved, once. */
export type Approved = Stage<'approved', { readonly cleared: Cleared; readonly departureId: string }>

/** 8 · What came back. Untrusted. */
export type CloudAnswer = Stage<'cloud-answer', { readonly asked: Ask; readonly plan: readonly Placement[] | null; readonly outline: OutlinePlan | null; readonly edits: readonly Edit[] | null; readonly text: string; readonly engine: string }>

/** 9 · The answer in the household's own terms. Private again. Placements still to be checked. */
export type Grounded = Stage<'grounded', {
  readonly placements: readonly Placement[] | null
  readonly outline: OutlinePlan | null
  /** Changes that were asked for outright. */
  readonly changes: readonly Change[]
  readonly text: string
  readonly remarks: readonly string[]
  /** Who made it: "here", or the cloud's label. */
  readonly by: string
  /** What else was made on the way: the draft before it was refined, the other opinion. */
  readonly others: readonly { readonly by: string; readonly text: string; readonly placements: readonly Placement[] | null }[]
}>

/** 10 · Recomputed from the true data by code. */
export type Verified = Stage<'verified', { readonly runs: readonly PlannedRun[]; readonly changes: readonly Change[]; readonly text: string; readonly checks: readonly string[]; readonly others: readonly OtherAnswer[] }>
