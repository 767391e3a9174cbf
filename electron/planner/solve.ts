/** Solves a planning problem exactly: a short cut, then a search of our own, then HiGHS; and says why when nothing fits. */
import { contradiction, type Placement, type PlanningProblem, type Solved } from '../../shared/planning.ts'
import { ownBests } from './alone.ts'
import { bound, improved, type Found } from './bound.ts'
import { canRun, costOf, endOf, fits, slotsOf, toExact, toPlacements, type Exact, type Seats } from './exact.ts'
import { anyPlan } from './greedy.ts'
import type { Highs } from './highs.ts'
import { impossibleAlone, impossibleTogether } from './impossible.ts'
import { improve } from './improve.ts'
import { modelOf, secondsFor } from './model.ts'
import { enumerable, enumerate } from './enumerate.ts'
import { search, searchFrom } from './search.ts'
import { earliestOfEquals } from './ties.ts'

export interface SolveDeps {
  /** Opened only for what the search cannot settle. */
  readonly highs: () => Promise<Highs>
  /** Milliseconds since some fixed moment, for the time limit. */
  readonly elapsed: () => number
  /** Told of every better plan, and of its gap once there is a bound, while the search for the best goes on. */
  readonly onIncumbent?: (soFar: Solved) => void
}

/** `narrowed` still holds every plan as cheap as the one found. */
interface Settled { readonly found: Found | undefined; readonly proven: boolean; readonly bound: number; readonly narrowed: Exact; readonly charges: readonly Float64Array[] | undefined }

/** Partial plans opened to prove the optimum, and to see whether some jobs fit at all. */
const PROOF_NODES = 2_000_000
const FIT_NODES = 20_000
/** Places looked at before anything else: a few milliseconds. */
const QUICK_CHECKS = 60_000
/**
 * What comes before HiGHS, as shares of the time limit up to which it may go on: the bound, the improvement of the plan, the search of our
 * own. The search moreover ends after some milliseconds per option: what it has not settled by then, HiGHS settles sooner.
 */
const BOUND_SHARE = 0.25
const IMPROVE_SHARE = 0.45
/** The same where nothing comes after it: too many runs for the search, too little time for HiGHS. */
const IMPROVE_ALONE_SHARE = 0.75
const SEARCH_SHARE = 0.7
const SEARCH_MS_PER_OPTION = 2
/** With more runs than this the search proves nothing, unless the bound is near. */
const MOST_SEARCHED = 14
const NEAR = 0.002
/**
 * The best plan, of equals the earliest (see `PlanningProblem.objective`), as far as nodes and time allow; or the smallest reason why
 * nothing fits; past the limit (milliseconds) the best plan found, with its gap. The same problem gives the same plan, unless time runs
 * out. Costs are compared exactly. Throws a RangeError on a problem that contradicts itself.
 */
export async function solve(problem: PlanningProblem, limitMs: number, deps: SolveDeps): Promise<Solved> {
  const wrong = contradiction(problem)
  if (wrong !== undefined) throw new RangeError(wrong)
  const alone = impossibleAlone(problem)
  if (alone !== undefined) return { status: 'infeasible', why: alone }
  const exact = toExact(problem)
  const easy = ownBests(exact)
  if (easy !== undefined) return { status: 'optimal', ...priced(problem, exact, easy) }

  const deadline = deps.elapsed() + limitMs
  const first = exact.jobs.every(canRun) ? improved(exact, undefined, anyPlan(exact)) : undefined
  const quick = exact.jobs.every(canRun) && enumerable(exact) ? enumerate(exact, first, QUICK_CHECKS) : undefined
  if (quick?.proven === true && quick.found !== undefined) return { status: 'optimal', ...priced(problem, exact, quick.found.seats) }
  const report = ({ found, bound }: Pick<Settled, 'found' | 'bound'>): void => { if (found !== undefined) deps.onIncumbent?.({ status: 'timeout', ...priced(problem, exact, found.seats), gap: gapOf(found.cost, bound) }) }
  const settled = await settle(exact, quick?.found ?? first, deadline, deps, report)
  if (settled.found === undefined) {
    if (!settled.proven) return { status: 'timeout', plan: undefined, objective: undefined, gap: undefined }
    return { status: 'infeasible', why: await impossibleTogether(problem, (part) => nothingFits(toExact(part), deadline, deps)) }
  }
  if (!settled.proven) return { status: 'timeout', ...priced(problem, exact, settled.found.seats), gap: gapOf(settled.found.cost, settled.bound) }
  return { status: 'optimal', ...priced(problem, exact, await earliestOfEquals(settled.narrowed, settled.found, settled.charges, deadline, deps)) }
}

/** Undefined before there is a bound. */
const gapOf = (cost: number, bound: number): number | undefined => (bound === -Infinity ? undefined : Math.max(0, cost - bound) / Math.max(1, Math.abs(cost)))

/** The optimum of a problem whose runs can each be placed alone, or the best known when time runs out. */
async function settle(exact: Exact, first: Found | undefined, deadline: number, { highs, elapsed }: Pick<SolveDeps, 'highs' | 'elapsed'>, report: (soFar: Pick<Settled, 'found' | 'bound'>) => void): Promise<Settled> {
  if (!exact.jobs.every(canRun)) return { found: undefined, proven: true, bound: Infinity, narrowed: exact, charges: undefined }
  const start = elapsed(), limit = deadline - start
  const past = (share: number, most = Infinity): (() => boolean) => { const end = Math.min(start + limit * share, elapsed() + most); return () => elapsed() > end }
  report({ found: first, bound: -Infinity })
  const root = bound(exact, first, past(BOUND_SHARE))
  const isLast = exact.jobs.length > MOST_SEARCHED && secondsFor(exact, limit * (1 - IMPROVE_SHARE)) === 0
  const better = root.found && improve(exact, root.found, { rounds: roundsFor(exact.jobs.length), least: root.value, expired: past(isLast ? IMPROVE_ALONE_SHARE : IMPROVE_SHARE) })
  report({ found: better, bound: root.value })
  const options = exact.jobs.reduce((sum, job) => sum + job.options.length, 0)
  const worthIt = exact.jobs.length <= MOST_SEARCHED || (better !== undefined && (gapOf(better.cost, root.value) ?? 1) < NEAR)
  const searched = searchFrom(exact, { ...root, found: better }, { nodes: worthIt ? PROOF_NODES : 0, expired: past(SEARCH_SHARE, options * SEARCH_MS_PER_OPTION) })
  const { narrowed, charges } = searched
  report(searched)
  if (searched.proven) return searched
  const solver = await highs(), seconds = secondsFor(narrowed, deadline - elapsed())
  if (seconds === 0) return searched
  const model = modelOf(narrowed, { kind: 'cost' })
  const said = (bound: number, values: Float64Array | undefined): void => { report({ found: cheaper(exact, searched.found, values && model.seats(values)), bound: Math.max(searched.bound, bound) }) }
  const answer = solver.minimise(model.data, seconds, { start: searched.found && model.values(searched.found.seats), said })
  const found = cheaper(exact, searched.found, answer.values && model.seats(answer.values))
  // What the search has found stands, whatever HiGHS may say.
  if (answer.status === 'infeasible') return { found, proven: found === undefined, bound: searched.bound, narrowed, charges }
  return { found, narrowed, charges, proven: answer.status === 'optimal' && found !== undefined && found.cost - answer.bound < 1, bound: Math.max(searched.bound, answer.bound) }
}

/** Few runs are searched through anyway; the more there are, the more a good plan is worth. */
const roundsFor = (runs: number): number => (runs <= 8 ? 40 * runs : 20 * runs ** 2)

/** Whether it is certain that these jobs cannot all run. */
async function nothingFits(exact: Exact, deadline: number, { highs, elapsed }: SolveDeps): Promise<boolean> {
  if (!exact.jobs.every(canRun)) return true
  if (anyPlan(exact) !== undefined || elapsed() > deadline) return false
  const searched = search(exact, { nodes: FIT_NODES, expired: () => elapsed() > deadline })
  const seconds = secondsFor(exact, deadline - elapsed())
  if (searched.proven || searched.found !== undefined || seconds === 0) return searched.proven && searched.found === undefined
  return (await highs()).minimise(modelOf(exact, { kind: 'cost' }).data, seconds).status === 'infeasible'
}

/** The cheaper of a plan and seats that may not hold. */
function cheaper(exact: Exact, old: Found | undefined, seats: Seats | undefined): Found | undefined {
  return seats !== undefined && exact.jobs.every((job, i) => seats[i]?.length === (job.contiguous ? 1 : job.length)) && fits(exact, seats) ? improved(exact, old, seats) : old
}

/** The plan in the problem's own terms, with its true objective. */
function priced(problem: PlanningProblem, exact: Exact, seats: Seats): { plan: Placement[]; objective: number } {
  const objective = problem.objective === 'earliest' ? exact.jobs.reduce((sum, job, i) => sum + endOf(job, seats[i] ?? []), 0)
    : problem.objective === 'cost' ? exact.jobs.reduce((sum, job, i) => sum + slotsOf(job, seats[i] ?? []).reduce((cost, slot, offset) => cost + (problem.prices?.[slot] ?? 0) * (problem.jobs[job.source]?.profile?.[offset] ?? problem.jobs[job.source]?.kw ?? 0), 0), 0)
      : costOf(exact, seats) / exact.unit
  // Sums of decimals: the noise in the last digits means nothing.
  return { plan: toPlacements(problem, exact, seats), objective: Number(objective.toPrecision(12)) }
}
