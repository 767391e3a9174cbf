/** A step is one arrow between two stages. Steps are joined by `pipe`, which only accepts stages that fit. */
import type { Answer } from '../../shared/conversation.ts'
import type { Problem } from '../../shared/problems.ts'
import type { Result } from '../../shared/result.ts'
import type { Message, Sanitized, Understanding } from '../../shared/stages.ts'
import type { Reading, Unread } from '../../shared/understanding.ts'
import type { Changed, Released } from '../privacy/sanitize-text.ts'

/** Why a walk ended before its last stage. */
export type Stop =
  | { readonly kind: 'problem'; readonly problem: Problem }
  /** Lares has to ask back. */
  | { readonly kind: 'ask'; readonly ask: string; readonly choices: readonly string[]; readonly readings: readonly Reading[]; readonly unread: readonly Unread[] }
  /** The person chose, at the desk, to have it answered on this computer. */
  | { readonly kind: 'here' }

export type Outcome<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly stop: Stop }

export const go = <T>(value: T): Outcome<T> => ({ ok: true, value })
export const halt = (stop: Stop): { readonly ok: false; readonly stop: Stop } => ({ ok: false, stop })
/** A failed result ends the walk with its problem. */
export const orHalt = <T>(result: Result<T>): Outcome<T> => (result.ok ? result : halt({ kind: 'problem', problem: result.problem }))

/** What the person changed about a departure so far. */
export interface Amendments { readonly redacted: readonly string[]; readonly changed: readonly Changed[]; readonly released: readonly Released[]; readonly withhold: boolean }
export const unamended: Amendments = { redacted: [], changed: [], released: [], withhold: false }

/** One walk from a message to a verified answer. Later steps look back at earlier stages here; each is written once. */
export interface Walk {
  readonly message: Message
  /** Set once it is known which pattern runs. */
  patternTitle: string
  whyCloud: string
  readonly signal: AbortSignal
  /** An exercise: of all clouds only the practice cloud may be asked. */
  readonly practice?: boolean
  /** Shows progress in the chat. */
  readonly show: (progress: Partial<Pick<Answer, 'status' | 'text' | 'readings' | 'unread'>>) => void
  /** Adds to the provenance. */
  readonly record: (entry: { readonly engine?: string; /** part of the answer itself: something the person must not overlook */ readonly remark?: string; readonly receiptId?: string; readonly bytesLeft?: number; readonly tokens?: { readonly in: number; readonly out: number }; readonly cost?: { readonly amount: number; readonly currency: string } }) => void
  understanding?: Understanding
  /** What was drafted here, when something is to be written. */
  draft?: string
  /** Why the answer made here may not be good enough: measured, never the model's own word. */
  doubt?: string
  /** The local model failed in this walk already; it is not asked again. */
  modelFailed?: boolean
  /** The turn whose open proposal this answer takes the place of. */
  supersedes?: string
  /** Whether it is worth a second answer to find out. */
  wantsDoubt?: boolean
  /** Sanitises again with the person's amendments; set by the sanitising step. */
  resanitize?: (amendments: Amendments) => Promise<Result<Sanitized>>
}

export type Step<From, To> = (from: From, walk: Walk) => Promise<Outcome<To>>

export function pipe<A, B>(a: Step<A, B>): Step<A, B>
export function pipe<A, B, C>(a: Step<A, B>, b: Step<B, C>): Step<A, C>
export function pipe<A, B, C, D>(a: Step<A, B>, b: Step<B, C>, c: Step<C, D>): Step<A, D>
export function pipe<A, B, C, D, E>(a: Step<A, B>, b: Step<B, C>, c: Step<C, D>, d: Step<D, E>): Step<A, E>
export function pipe<A, B, C, D, E, F>(a: Step<A, B>, b: Step<B, C>, c: Step<C, D>, d: Step<D, E>, e: Step<E, F>): Step<A, F>
export function pipe(...steps: readonly Step<never, unknown>[]): Step<never, unknown> {
  return async (from, walk) => {
    let value: unknown = from
    for (const step of steps) {
      if (walk.signal.aborted) return halt({ kind: 'problem', problem: { name: 'local.stopped', detail: {} } })
      const outcome = await step(value as never, walk)
      if (!outcome.ok) return outcome
      value = outcome.value
    }
    return go(value)
  }
}
