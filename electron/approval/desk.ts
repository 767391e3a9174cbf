/** DOOR: the departure desk. The only file that mints `Approved`: one approval of exactly what was shown, used once, within five minutes. */
import type { Amendment, Departure } from '../../shared/departure.ts'
import { problem, type Problem } from '../../shared/problems.ts'
import { fail, ok, type Result } from '../../shared/result.ts'
import type { Approved, Cleared, Sealed } from '../../shared/stages.ts'
import type { Clock } from '../../shared/time.ts'

/** How long a departure waits for a decision. */
export const WAIT_MS = 5 * 60_000

export type Decision =
  | { readonly kind: 'approved'; readonly approved: Approved }
  | { readonly kind: 'amend'; readonly amendment: Amendment }
  | { readonly kind: 'here' }
  | { readonly kind: 'refused'; readonly problem: Problem }

export interface Desk {
  /** Shows a departure and waits. `cleared` is absent when the last check found something: then it can be amended or refused, never approved. */
  readonly present: (departure: Departure, cleared: Cleared | undefined, signal: AbortSignal) => Promise<Decision>
  /** Tells whoever amended that there will be no new revision. */
  readonly abandon: (problem: Problem) => void
  readonly waiting: () => Departure | null
  readonly approve: (shown: { readonly id: string; readonly revision: number; readonly sha256: string }) => Result<null>
  readonly refuse: (id: string) => Result<null>
  readonly answerHere: (id: string) => Result<null>
  /** Resolves with the next revision, as sealed anew. */
  readonly amend: (id: string, revision: number, amendment: Amendment) => Promise<Result<Departure>>
  /** The wire's one-time check: an approval this desk minted, not used before. Using it spends it. */
  readonly spend: (approved: Approved) => Result<Sealed>
}

export interface DeskDeps {
  readonly clock: Clock
  /** Calls back after so many milliseconds unless cancelled. */
  readonly after: (ms: number, call: () => void) => () => void
  readonly isCleared: (cleared: Cleared) => boolean
  /** Called whenever what waits has changed. */
  readonly onChange: (departure: Departure | null) => void
}

interface Waiting { readonly departure: Departure; readonly cleared: Cleared | undefined; readonly decide: (decision: Decision) => void }

export function createDesk({ clock, after, isCleared, onChange }: DeskDeps): Desk {
  const minted = new WeakSet(), spent = new WeakSet()
  let waiting: Waiting | undefined
  let amender: ((result: Result<Departure>) => void) | undefined

  const answerAmender = (result: Result<Departure>): void => { const answer = amender; amender = undefined; answer?.(result) }
  const decide = (decision: Decision): void => { const now = waiting; waiting = undefined; now?.decide(decision) }
  const overdue = (departure: Departure): boolean => clock.now() > Date.parse(departure.expiresAt)
  const stale = fail(problem('departure.stale'))
  const current = (id: string, revision?: number): Waiting | undefined => (waiting?.departure.id === id && (revision === undefined || waiting.departure.revision === revision) ? waiting : undefined)

  return {
    present: (departure, cleared, signal) => new Promise((resolve) => {
      const cancelTimer = after(WAIT_MS, () => { if (waiting === mine) decide({ kind: 'refused', problem: problem('departure.expired') }) })
      const onAbort = (): void => { if (waiting === mine) decide({ kind: 'refused', problem: problem('departure.refused') }) }
      const mine: Waiting = {
        departure, cleared,
        decide: (decision) => { cancelTimer(); signal.removeEventListener('abort', onAbort); if (decision.kind !== 'amend') onChange(null); resolve(decision) },
      }
      waiting = mine
      if (signal.aborted) { onAbort(); answerAmender(fail(problem('departure.refused'))); return }
      signal.addEventListener('abort', onAbort)
      onChange(departure)
      answerAmender(ok(departure))
    }),
    abandon: (reason) => { answerAmender(fail(reason)); onChange(null) },
    waiting: () => waiting?.departure ?? null,
    approve: ({ id, revision, sha256 }) => {
      const now = current(id, revision)
      if (now?.cleared === undefined || !isCleared(now.cleared) || now.cleared.sealed.sha256 !== sha256) return stale
      if (overdue(now.departure)) { decide({ kind: 'refused', problem: problem('departure.expired') }); return fail(problem('departure.expired')) }
      const approved = Object.freeze({ cleared: now.cleared, departureId: id }) as Approved
      minted.add(approved)
      decide({ kind: 'approved', approved })
      return ok(null)
    },
    refuse: (id) => { if (current(id) === undefined) return stale; decide({ kind: 'refused', problem: problem('departure.refused') }); return ok(null) },
    answerHere: (id) => { if (current(id) === undefined) return stale; decide({ kind: 'here' }); return ok(null) },
    amend: (id, revision, amendment) => {
      if (current(id, revision) === undefined) return Promise.resolve(stale)
      return new Promise((resolve) => { amender = resolve; decide({ kind: 'amend', amendment }) })
    },
    spend: (approved) => {
      if (!minted.has(approved) || !isCleared(approved.cleared)) return fail(problem('departure.stale'))
      if (spent.has(approved)) return fail(problem('departure.used'))
      spent.add(approved)
      return ok(approved.cleared.sealed)
    },
  }
}
