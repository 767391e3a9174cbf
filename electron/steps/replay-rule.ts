/** What a standing rule would have changed: past messages sanitised again, without the rule and with it. Nothing of this leaves or is kept. */
import type { Turn } from '../../shared/conversation.ts'
import type { Receipt, Replay } from '../../shared/departure.ts'
import type { Household, StandingRule } from '../../shared/household.ts'
import { problem } from '../../shared/problems.ts'
import { fail, ok, type Result } from '../../shared/result.ts'
import type { KnownValue } from '../privacy/finding.ts'
import { openTokenBook } from '../privacy/placeholders.ts'
import { sanitizeText } from '../privacy/sanitize-text.ts'
import type { Vocabulary } from '../privacy/vocabulary.ts'
import { standingReleases } from './sanitize.ts'

export interface ReplayDeps {
  readonly household: () => Promise<Result<Household>>
  readonly vocabulary: () => Promise<Vocabulary>
  readonly known: (household: Household, vocabulary: Vocabulary) => Promise<Result<readonly KnownValue[]>>
  /** Newest first. */
  readonly receipts: () => Promise<Result<readonly Receipt[]>>
  readonly turn: (id: string) => Promise<Result<Turn>>
}

/** As many departures are looked at, the newest. */
const MOST = 500
const MOST_SHOWN = 50

/**
 * Looks at the departures whose message is still in the vault; `gone` counts those whose conversation was deleted. Both texts are made by
 * today's vault and today's checks, so a difference is the rule's alone. Nothing is promised about what a cloud would have answered.
 */
export const createReplay = (deps: ReplayDeps) => async (rule: Pick<StandingRule, 'kind' | 'phrase'>): Promise<Result<Replay>> => {
  const household = await deps.household(), receipts = await deps.receipts()
  if (!household.ok) return household
  if (!receipts.ok) return receipts
  const vocabulary = await deps.vocabulary()
  const others = household.value.rules.filter((other) => other.phrase.toLowerCase() !== rule.phrase.toLowerCase())
  const without: Household = { ...household.value, rules: others }
  const withRule: Household = { ...household.value, rules: [...others, { id: 'replayed', since: '1970-01-01T00:00:00Z', ...rule }] }
  const before = await deps.known(without, vocabulary), after = await deps.known(withRule, vocabulary)
  if (!before.ok) return before
  if (!after.ok) return after

  const left = (text: string, house: Household, known: readonly KnownValue[]): string =>
    sanitizeText({ text, known, vocabulary, given: [], redacted: [], changed: [], released: standingReleases(house), tokens: openTokenBook(new Map(), text), cues: false }).text
  const changed: Replay['changed'] = []
  let looked = 0, gone = 0
  try {
    for (const receipt of receipts.value.filter(({ outcome }) => outcome !== 'not-sent').slice(0, MOST)) {
      const turn = await deps.turn(receipt.turnId)
      if (!turn.ok) { gone++; continue }
      looked++
      const [was, would] = [left(turn.value.text, without, before.value), left(turn.value.text, withRule, after.value)]
      if (was !== would && changed.length < MOST_SHOWN) changed.push({ number: receipt.number, at: receipt.at, provider: receipt.provider, before: was, after: would })
    }
  } catch {
    return fail(problem('privacy.detector-failed', { check: 'replaying a rule' }))
  }
  return ok({ looked, gone, changed })
}
