/** A sentence of nobody's is read, sanitised and searched, so that the first departure does not wait for code that has never run. Nothing of it is kept, cleared or sent. */
import type { Household } from '../../shared/household.ts'
import type { Result } from '../../shared/result.ts'
import { toInstant, type Clock } from '../../shared/time.ts'
import type { LocalModel } from '../local/model.ts'
import type { KnownValue } from '../privacy/finding.ts'
import { carries, type Forbidden } from '../privacy/leak-check.ts'
import { openTokenBook } from '../privacy/placeholders.ts'
import { sanitizeText } from '../privacy/sanitize-text.ts'
import type { Vocabulary } from '../privacy/vocabulary.ts'
import type { SanitizeDeps } from './sanitize.ts'
import type { UnderstandDeps } from './understand.ts'

export interface RehearseDeps {
  readonly clock: Clock
  readonly household: () => Promise<Result<Household>>
  /** The built-in rules, whatever engine was chosen: a model that is asked has to load first. */
  readonly builtin: LocalModel
  readonly readRequests: UnderstandDeps['readRequests']
  readonly findTimes: SanitizeDeps['findTimes']
  readonly vocabulary: () => Promise<Vocabulary>
  readonly known: (household: Household, vocabulary: Vocabulary) => Promise<Result<readonly KnownValue[]>>
  readonly forbidden: () => Promise<Result<readonly Forbidden[]>>
}

const SENTENCE = 'Could somebody bring a cake to the lesson on Saturday at four, and is it true that number 0123 456789 is off because the hall at 12 Long Road is being cleaned? '.repeat(3)

export async function rehearse({ clock, household, builtin, readRequests, findTimes, ...deps }: RehearseDeps): Promise<void> {
  const now = toInstant(clock.now()), home = await household()
  if (!home.ok) return
  await builtin.understand({ text: SENTENCE, now, household: home.value, signal: new AbortController().signal })
  readRequests(SENTENCE, { now, household: home.value })
  findTimes(SENTENCE, { now, zone: home.value.zone })
  const vocabulary = await deps.vocabulary(), known = await deps.known(home.value, vocabulary), forbidden = await deps.forbidden()
  if (!known.ok || !forbidden.ok) return
  const { text } = sanitizeText({ text: SENTENCE, known: known.value, vocabulary, given: [], redacted: [], changed: [], released: [], tokens: openTokenBook(new Map(), SENTENCE), cues: true })
  carries(JSON.stringify({ input: [{ content: text }] }), forbidden.value)
}
