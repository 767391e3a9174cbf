/** Layer 4: a local model looks at what would leave as a stranger would. What it finds is held back or said vaguer, and its guess is shown. It can only take away, never let through. */
import type { Guess } from '../../shared/departure.ts'
import { wording } from '../../shared/problems.ts'
import type { LocalModel } from '../local/model.ts'
import type { Finding } from '../privacy/finding.ts'
import { occurrences } from '../privacy/sanitize-text.ts'
import { maskUnknown, type Vocabulary } from '../privacy/vocabulary.ts'
import { strings } from './remark-strings.ts'

export interface SecondLook { readonly findings: readonly Finding[]; readonly guesses: readonly Guess[] }

const nothing: SecondLook = { findings: [], guesses: [] }

/**
 * `outgoing` is the sanitised text, `source` what it was made of. Without a model nothing is found. A model that fails holds nothing up,
 * for the other layers do not rest on it; the panel says that it did not look.
 */
export async function secondLook(review: NonNullable<LocalModel['review']> | null, outgoing: string, source: string, vocabulary: Vocabulary, signal: AbortSignal): Promise<SecondLook> {
  if (review === null) return nothing
  const seen = await review({ text: outgoing, signal })
  if (!seen.ok) return { findings: [], guesses: [{ words: [], says: strings.notSeen(wording(seen.problem).says).slice(0, 300) }] }
  const { telling, who } = seen.value
  return {
    findings: telling.flatMap(({ words, why, vaguer }) => occurrences(source, words).map((at): Finding => ({
      ...at, layer: 'model', kind: 'detail', entity: `detail/${words.toLowerCase()}`, why: why === '' ? strings.pointsToYou : strings.modelSays(why).slice(0, 300), release: 'once',
      ...(vaguer !== null && isPublic(vaguer, vocabulary) ? { cue: vaguer } : {}),
    }))),
    guesses: who === null ? [] : [{ words: [], says: strings.modelGuess(who).slice(0, 300) }],
  }
}

/** Whether a model's own words may leave in place of the person's: a few common public words, no figures, nothing like a mark. */
const isPublic = (vaguer: string, vocabulary: Vocabulary): boolean => vaguer.length <= 40 && /^[\p{L} ’'-]+$/u.test(vaguer) && maskUnknown(vaguer.toLowerCase(), vocabulary).length === 0
