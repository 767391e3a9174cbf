/** What the departure panel gets to see: the sealed request decoded from its own bytes, and what stands behind it. */
import { wordsOfAsk } from '../../shared/ask.ts'
import type { Departure, LeakHit, OutgoingRequest } from '../../shared/departure.ts'
import { cut } from '../../shared/printable.ts'
import type { Sanitized, Sealed } from '../../shared/stages.ts'
import { toInstant } from '../../shared/time.ts'
import type { CloudProvider } from '../cloud/provider.ts'
import type { Walk } from './step.ts'

/** The request exactly as sealed. */
export const outgoing = (sealed: Sealed): OutgoingRequest => ({
  method: 'POST',
  url: sealed.url,
  headers: sealed.headers.map(([name, value]) => [name, value]),
  body: new TextDecoder('utf-8', { fatal: true }).decode(sealed.body),
  bytes: sealed.body.byteLength,
  sha256: sealed.sha256,
})

export interface DepartureParts {
  readonly id: string
  readonly revision: number
  readonly walk: Walk
  readonly sanitized: Sanitized
  readonly sealed: Sealed
  readonly provider: CloudProvider
  readonly hits: readonly LeakHit[]
  /** Epoch milliseconds. */
  readonly expires: number
}

export function departureOf({ id, revision, walk, sanitized, sealed, provider, hits, expires }: DepartureParts): Departure {
  const request = outgoing(sealed)
  return {
    id,
    revision,
    conversationId: walk.message.conversationId,
    turnId: walk.message.turnId,
    pattern: walk.patternTitle,
    why: walk.whyCloud,
    wrote: sanitized.source,
    replacements: [...sanitized.replacements],
    // As long as `Departure` allows; a label can be the title of an event, which has more room in the calendar.
    facts: sanitized.facts.map(({ label, leaves, why }) => ({ label: cut(label, 200), leaves: leaves === null ? null : cut(leaves, 300), why })),
    guesses: sanitized.guesses.map(({ words, says }) => ({ words: [...words], says })),
    request,
    provider: { label: provider.label, practice: provider.practice, model: provider.model },
    tokens: Math.ceil(request.body.trimEnd().length / CHARACTERS_PER_TOKEN),
    hits: [...hits],
    wordsWithheld: wordsOfAsk(sanitized.ask) === null,
    canWithholdWords: sanitized.ask.kind === 'solve',
    expiresAt: toInstant(expires),
  }
}

/** A usual rate for English and JSON; only an estimate is shown. */
const CHARACTERS_PER_TOKEN = 3.5
