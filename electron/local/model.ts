/** What a local step must be able to do. The built-in rules and Ollama both do it; nothing above can tell them apart. */
import type { Household } from '../../shared/household.ts'
import type { Result } from '../../shared/result.ts'
import type { LetterRequest } from '../../shared/stages.ts'
import type { Request } from '../../shared/understanding.ts'
import type { Instant } from '../../shared/time.ts'

export interface LocalContext {
  readonly text: string
  readonly now: Instant
  readonly household: Household
  readonly signal: AbortSignal
  /** Which sample of several answers to the same question; the first when absent. */
  readonly sample?: number
}

/** What a stranger could tell from a text that is about to leave. */
export interface Review {
  /** Passages of the text that could point to the household, and what could be said instead. */
  readonly telling: readonly { readonly words: string; readonly why: string; readonly vaguer: string | null }[]
  /** Who it could be, in a sentence. */
  readonly who: string | null
}

export interface LocalModel {
  /** Shown with every answer: "built-in rules", "gemma4:e4b on this computer". */
  readonly label: string
  /** Reads a message. Never guesses silently: what was not understood comes back as `unread` or as a question. */
  readonly understand: (context: LocalContext) => Promise<Result<Request>>
  /** Answers a question in words, piece by piece. `null` when this engine cannot converse. */
  readonly converse: ((context: LocalContext, onText: (soFar: string) => void) => Promise<Result<string>>) | null
  /** Looks at an outgoing text as a stranger would. `null` when this engine cannot. */
  readonly review: ((context: Pick<LocalContext, 'text' | 'signal'>) => Promise<Result<Review>>) | null
  /** Says a request to the calendar again, a plain sentence for each thing; none where it cannot tell when something is meant. `null` when this engine cannot. */
  readonly restate: ((context: LocalContext) => Promise<Result<readonly string[]>>) | null
  /** Drafts a letter or message, piece by piece. `null` when this engine cannot write. */
  readonly draft: ((context: LocalContext, letter: LetterRequest, onText: (soFar: string) => void) => Promise<Result<string>>) | null
}
