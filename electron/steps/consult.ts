/**
 * Stages 3 → 8, the one way out: compose → seal → last check → the person's decision → the wire → the answer.
 * The sole importer of approval/ and cloud/. Every change the person makes starts again at compose, with new bytes and a new hash.
 */
import type { Ask } from '../../shared/ask.ts'
import type { Departure, Told } from '../../shared/departure.ts'
import type { PlanningProblem } from '../../shared/planning.ts'
import { problem } from '../../shared/problems.ts'
import { fail, ok, type Result } from '../../shared/result.ts'
import type { Blocked, Cleared, CloudAnswer, Sanitized } from '../../shared/stages.ts'
import type { Clock } from '../../shared/time.ts'
import { WAIT_MS, type Desk } from '../approval/desk.ts'
import type { CloudProvider } from '../cloud/provider.ts'
import type { Arrival, Ledger } from '../cloud/receipts.ts'
import type { Wire } from '../cloud/wire.ts'
import { carries, leakCheck, type Forbidden } from '../privacy/leak-check.ts'
import type { Released } from '../privacy/sanitize-text.ts'
import { seal } from '../privacy/seal.ts'
import { departureOf, outgoing } from './departure-view.ts'
import { go, halt, orHalt, unamended, type Amendments, type Outcome, type Step, type Walk } from './step.ts'

export interface ConsultDeps {
  readonly clock: Clock
  readonly newId: () => string
  readonly desk: Desk
  readonly wire: Wire
  readonly ledger: Ledger
  /** The one that is set up, or for an exercise the practice cloud. */
  readonly provider: (practice: boolean) => Promise<Result<CloudProvider>>
  /** What so many tokens cost by the household's own prices; nothing when it has none. */
  readonly cost: (tokens: { readonly in: number; readonly out: number }) => Promise<{ readonly cost?: { readonly amount: number; readonly currency: string } }>
  /** A receipt was written. */
  readonly onLedger: () => void
  /** Everything that may not stand in outgoing bytes, but for what the household's rules and these releases let through. */
  readonly forbidden: (released: readonly Released[]) => Promise<Result<readonly Forbidden[]>>
}

interface Candidate { readonly departure: Departure; readonly checked: Cleared | Blocked; readonly ask: Ask; readonly told: readonly Told[]; readonly frame: { readonly body: string } }

export const createConsult = (deps: ConsultDeps): Step<Sanitized, CloudAnswer> => async (first, walk) => {
  try {
    return await consult(deps, first, walk)
  } catch (bug) {
    // Whoever waits for a new revision must not wait for ever, and nothing stays on the desk.
    deps.desk.abandon(problem('internal', { code: 'consult' }))
    throw bug
  }
}

async function consult(deps: ConsultDeps, first: Sanitized, walk: Walk): Promise<Outcome<CloudAnswer>> {
  const provider = await deps.provider(walk.practice === true)
  if (!provider.ok) return orHalt(provider)
  const id = deps.newId()
  const expires = deps.clock.now() + WAIT_MS
  let amendments = unamended
  let sanitized = first

  for (let revision = 1; ; revision++) {
    const candidate = await prepare(deps, { id, revision, walk, sanitized, provider: provider.value, expires, released: amendments.released })
    if (!candidate.ok) { deps.desk.abandon(candidate.problem); return orHalt(candidate) }
    walk.show({ status: 'waiting' })
    const { departure, checked, ask, told, frame } = candidate.value
    const decision = await deps.desk.present(departure, 'hits' in checked ? undefined : checked, walk.signal)
    switch (decision.kind) {
      case 'refused': return halt({ kind: 'problem', problem: decision.problem })
      case 'here': return halt({ kind: 'here' })
      case 'approved': {
        // The household may have changed while the departure waited: what it knows by now may not leave either.
        const forbidden = await deps.forbidden(amendments.released)
        if (!forbidden.ok) return orHalt(forbidden)
        const still = leakCheck(decision.approved.cleared.sealed, frame, forbidden.value)
        if (!still.ok) return orHalt(still)
        if ('hits' in still.value) return halt({ kind: 'problem', problem: problem('privacy.leak') })
        return send(deps, walk, provider.value, { ask, told, departure }, decision.approved)
      }
      case 'amend': {
        amendments = amend(amendments, decision.amendment)
        const again = await walk.resanitize?.(amendments)
        if (again?.ok !== true) {
          const reason = again?.problem ?? problem('privacy.detector-failed', { check: 'sanitising' })
          deps.desk.abandon(reason)
          return halt({ kind: 'problem', problem: reason })
        }
        sanitized = again.value
      }
    }
  }
}

async function prepare(deps: ConsultDeps, at: { id: string; revision: number; walk: Walk; sanitized: Sanitized; provider: CloudProvider; expires: number; released: readonly Released[] }): Promise<Result<Candidate>> {
  const { ask } = at.sanitized
  const composed = await at.provider.compose(ask)
  if (!composed.ok) return composed
  const sealed = seal(composed.value)
  if (!sealed.ok) return sealed
  const frame = await at.provider.compose(emptied(ask))
  if (!frame.ok) return frame
  const forbidden = await deps.forbidden(at.released)
  if (!forbidden.ok) return forbidden
  // The model's name was typed by the person: it is not the app's own text.
  const own = { body: JSON.stringify({ ...(JSON.parse(frame.value.body) as object), model: '' }) }
  const checked = leakCheck(sealed.value, own, forbidden.value)
  if (!checked.ok) return checked
  return ok({ departure: departureOf({ ...at, sealed: sealed.value, hits: 'hits' in checked.value ? checked.value.hits : [] }), checked: checked.value, ask, told: at.sanitized.told, frame: own })
}

/** The same kind of request with nothing of the household in it. */
function emptied(ask: Ask): Ask {
  switch (ask.kind) {
    case 'solve': return { kind: 'solve', problem: EMPTY_PROBLEM, words: ask.words === null ? null : '' }
    case 'answer': return { kind: 'answer', words: '' }
    case 'outline': return ask
    case 'refine': return { kind: 'refine', draft: '' }
  }
}

/** The least problem there is: what a composed request has in common with it is the app's own text. */
const EMPTY_PROBLEM: PlanningProblem = { slots: 1, slotMinutes: 15, jobs: [{ id: 'J1', length: 1, kw: 0, contiguous: true, windows: [[0, 1]] }], objective: 'earliest' }

function amend(sofar: Amendments, amendment: Parameters<Desk['amend']>[2]): Amendments {
  if (amendment.kind === 'again') return sofar
  if (amendment.kind === 'words') return { ...sofar, withhold: amendment.withhold }
  // A phrase has one fate: the last that was chosen for it.
  const { phrase } = amendment, other = (it: string): boolean => it.toLowerCase() !== phrase.toLowerCase()
  const rest: Amendments = { ...sofar, redacted: sofar.redacted.filter(other), changed: sofar.changed.filter((change) => other(change.phrase)), released: sofar.released.filter((release) => other(release.phrase)) }
  switch (amendment.kind) {
    case 'redact': return { ...rest, redacted: [...rest.redacted, phrase] }
    case 'unredact': return rest
    case 'release': return { ...rest, released: [...rest.released, { phrase, known: amendment.known }] }
    case 'change': return { ...rest, changed: [...rest.changed, { phrase, into: amendment.into }] }
  }
}

/** Writes the receipt before the first byte leaves, sends once, reads the answer, and finishes the receipt whatever came. */
async function send(deps: ConsultDeps, walk: Walk, provider: CloudProvider, { ask, told, departure }: Pick<Candidate, 'ask' | 'told' | 'departure'>, approved: Parameters<Wire['send']>[0]): Promise<Outcome<CloudAnswer>> {
  walk.show({ status: 'sending' })
  const opened = await deps.ledger.open({ conversationId: departure.conversationId, turnId: departure.turnId, provider: provider.label, practice: provider.practice, model: provider.model, pattern: departure.pattern, request: outgoing(approved.cleared.sealed), replaced: departure.replacements.length, told: [...told] })
  if (!opened.ok) return orHalt(opened)
  // Until something better is known, and whatever breaks on the way, the bytes count as gone.
  let arrival: Arrival = { outcome: 'interrupted', status: null, answer: null, tokensIn: null, tokensOut: null }
  try {
    const { left, status, result } = await deps.wire.send(approved, walk.signal)
    walk.record({ receiptId: opened.value.id, bytesLeft: left ? departure.request.bytes : 0 })
    arrival = { ...arrival, outcome: !left ? 'not-sent' : result.ok ? 'sent' : 'interrupted', status, answer: result.ok ? result.value.body : null }
    if (!result.ok) return orHalt(result)
    const read = await provider.read(ask, result.value)
    if (read.ok) arrival = { ...arrival, tokensIn: read.value.tokensIn, tokensOut: read.value.tokensOut }
    const trusted = await withoutCanary(deps, result.value.body)
    if (!trusted.ok) return orHalt(trusted)
    if (!read.ok) return orHalt(read)
    walk.record({ engine: `${provider.label} (${provider.model})` })
    const { plan, outline, edits, text, tokensIn, tokensOut } = read.value
    if (tokensIn !== null && tokensOut !== null) walk.record({ tokens: { in: tokensIn, out: tokensOut }, ...(walk.practice === true ? {} : await deps.cost({ in: tokensIn, out: tokensOut })) })
    return go({ asked: ask, plan, outline, edits, text, engine: provider.label } as Partial<CloudAnswer> as CloudAnswer)
  } finally {
    await deps.ledger.close(opened.value, arrival)
    deps.onLedger()
  }
}

/** A canary in an answer, in any disguise, means that the vault has leaked by another way. Without the canaries no answer can be trusted. */
async function withoutCanary(deps: ConsultDeps, body: Uint8Array): Promise<Result<null>> {
  const forbidden = await deps.forbidden([])
  if (!forbidden.ok) return forbidden
  const canaries = forbidden.value.filter((entry) => entry.kind === 'canary')
  return carries(new TextDecoder().decode(body), canaries) ? fail(problem('cloud.canary')) : ok(null)
}
