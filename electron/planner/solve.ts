/** Solves a planning problem exactly: a short cut, then a search of our own, then HiGHS; and says why when nothing fits. */
import type { Placement, PlanningProblem, Solved } from '../../shared/planning.ts'
import { ownBests } from './alone.ts'
import type { Found } from './bound.ts'
import { canRun, costOf, endOf, fits, toExact, toPlacements, type Exact, type Seats } from './exact.ts'
import { greedy } from './greedy.ts'
import type { Highs } from './highs.ts'
import { impossibleAlone, impossibleTogether } from './impossible.ts'
import { modelOf, sizeOf } from './model.ts'
import { search, searchable } from './search.ts'

export interface SolveDeps {
  /** Opened only for what the search cannot settle. */
  readonly highs: () => Promise<Highs>
  /** Milliseconds since some fixed moment, for the time limit. */
  readonly elapsed: () => number
  /** Told of a plan that holds while the search for the best goes on, so that it is not lost when the search is ended from outside. */
  readonly onIncumbent?: (soFar: Solved) => void
}

/** `narrowed` still holds every plan as cheap as the one found. */
interface Settled { readonly found: Found | undefined; readonly proven: boolean; readonly bound: number; readonly narrowed: Exact }

/** Partial plans opened: to prove the optimum, to choose the earliest among equals, and to see whether some jobs fit at all. */
const PROOF_NODES = 2_000_000
const TIE_NODES = 50_000
const FIT_NODES = 20_000
/** A larger model would fill the memory before it fills the time. */
const MODEL_SIZE = 3_000_000
/** The share of the time limit after which the search hands over to HiGHS, which finds good plans where it finds no proof. */
const SEARCH_SHARE = 0.4

/**
 * The cheapest plan, and among equals one whose ends sum to the least; or the smallest reason why nothing fits; past the limit
 * (milliseconds) the best plan found, with its gap. The same problem gives the same plan, unless time runs out. Costs are compared
 * exactly. Throws on a problem that contradicts itself: an order between jobs that do not exist, costs without prices.
 */
export async function solve(problem: PlanningProblem, limitMs: number, deps: SolveDeps): Promise<Solved> {
  assertSane(problem)
  const alone = impossibleAlone(problem)
  if (alone !== undefined) return { status: 'infeasible', why: alone }
  const exact = toExact(problem)
  const easy = ownBests(exact)
  if (easy !== undefined) return { status: 'optimal', ...priced(problem, exact, easy) }

  const deadline = deps.elapsed() + limitMs
  const plan = greedy(exact)
  if (plan !== undefined) deps.onIncumbent?.({ status: 'timeout', ...priced(problem, exact, plan), gap: undefined })
  const settled = await settle(exact, deadline, deps)
  if (settled.found === undefined) {
    if (!settled.proven) return { status: 'timeout', plan: undefined, objective: undefined, gap: undefined }
    return { status: 'infeasible', why: await impossibleTogether(problem, (part) => nothingFits(toExact(part), deadline, deps)) }
  }
  if (!settled.proven) return { status: 'timeout', ...priced(problem, exact, settled.found.seats), gap: (settled.found.cost - settled.bound) / Math.max(1, Math.abs(settled.found.cost)) }
  return { status: 'optimal', ...priced(problem, exact, await earliestOfEquals(settled.narrowed, settled.found, deadline, deps)) }
}

function assertSane({ jobs, slots, objective, prices }: PlanningProblem): void {
  const ids = new Set(jobs.map((job) => job.id))
  const stranger = jobs.flatMap((job) => job.after ?? []).find((id) => !ids.has(id))
  if (stranger !== undefined) throw new RangeError(`a job waits for ${stranger}, which does not exist`)
  if (objective === 'cost' && (prices?.length ?? 0) < slots) throw new RangeError('a cost needs a price for every slot')
}

/** The optimum of a problem whose jobs can each run alone, or the best known when time runs out. */
async function settle(exact: Exact, deadline: number, { highs, elapsed }: SolveDeps): Promise<Settled> {
  if (!exact.jobs.every(canRun)) return { found: undefined, proven: true, bound: Infinity, narrowed: exact }
  const handOver = elapsed() + (deadline - elapsed()) * SEARCH_SHARE
  const searched = search(exact, { nodes: PROOF_NODES, expired: () => elapsed() > handOver })
  const { narrowed } = searched
  if (searched.proven || sizeOf(narrowed) > MODEL_SIZE) return searched
  const model = modelOf(narrowed, { kind: 'cost' })
  const solver = await highs()
  const answer = solver.minimise(model.data, (deadline - elapsed()) / 1000, searched.found && model.values(searched.found.seats))
  const found = better(exact, searched.found, answer.values && model.seats(answer.values))
  // What the search has found stands, whatever HiGHS may say.
  if (answer.status === 'infeasible') return { found, proven: found === undefined, bound: searched.bound, narrowed }
  return { found, narrowed, proven: answer.status === 'optimal' && found !== undefined && found.cost - answer.bound < 1, bound: Math.max(searched.bound, answer.bound) }
}

/** Among plans that cost as little as `best`, one whose ends sum to the least, as far as the remaining time and nodes allow. */
async function earliestOfEquals(exact: Exact, best: Found, deadline: number, { highs, elapsed }: SolveDeps): Promise<Seats> {
  if (exact.paysEnd) return best.seats
  if (searchable(exact)) {
    // One cost that counts money first and ends second: no sum of ends reaches a single step of money.
    const weight = 1 + exact.jobs.length * exact.slots
    const jobs = exact.jobs.map((job) => {
      const least = Math.min(...job.costs)
      return { ...job, costs: job.options.map((option, k) => ((job.costs[k] ?? 0) - least) * weight + (job.contiguous ? option + job.length : 0)) }
    })
    const tied: Exact = { ...exact, jobs, paysEnd: true }
    return search(tied, { nodes: TIE_NODES, expired: () => elapsed() > deadline }, { seats: best.seats, cost: costOf(tied, best.seats) }).found?.seats ?? best.seats
  }
  if (sizeOf(exact) > MODEL_SIZE) return best.seats
  const model = modelOf(exact, { kind: 'ends', atMost: best.cost })
  const answer = (await highs()).minimise(model.data, (deadline - elapsed()) / 1000, model.values(best.seats))
  const seats = answer.values && model.seats(answer.values)
  return seats !== undefined && valid(exact, seats) && costOf(exact, seats) === best.cost && ends(exact, seats) < ends(exact, best.seats) ? seats : best.seats
}

/** Whether it is certain that these jobs cannot all run. */
async function nothingFits(exact: Exact, deadline: number, { highs, elapsed }: SolveDeps): Promise<boolean> {
  if (!exact.jobs.every(canRun)) return true
  if (greedy(exact) !== undefined || elapsed() > deadline) return false
  const searched = search(exact, { nodes: FIT_NODES, expired: () => elapsed() > deadline })
  if (searched.proven || searched.found !== undefined || sizeOf(exact) > MODEL_SIZE) return searched.proven && searched.found === undefined
  return (await highs()).minimise(modelOf(exact, { kind: 'cost' }).data, (deadline - elapsed()) / 1000).status === 'infeasible'
}

/** The cheaper of a plan and seats that may not hold. */
function better(exact: Exact, old: Found | undefined, seats: Seats | undefined): Found | undefined {
  if (seats === undefined || !valid(exact, seats)) return old
  const cost = costOf(exact, seats)
  return old === undefined || cost < old.cost ? { seats, cost } : old
}

const valid = (exact: Exact, seats: Seats): boolean => exact.jobs.every((job, i) => seats[i]?.length === (job.contiguous ? 1 : job.length)) && fits(exact, seats)
const ends = (exact: Exact, seats: Seats): number => exact.jobs.reduce((sum, job, i) => sum + endOf(job, seats[i] ?? []), 0)

/** The plan in the problem's own terms, with its true objective. */
function priced(problem: PlanningProblem, exact: Exact, seats: Seats): { plan: Placement[]; objective: number } {
  if (problem.objective === 'earliest') return { plan: toPlacements(problem, seats), objective: ends(exact, seats) }
  const cost = problem.jobs.reduce((sum, job, i) => {
    const seat = seats[i] ?? [], first = seat[0] ?? 0
    const prices = job.contiguous ? problem.prices?.slice(first, first + job.length) : seat.map((slot) => problem.prices?.[slot] ?? 0)
    return sum + job.kw * (prices ?? []).reduce((total, price) => total + price, 0)
  }, 0)
  // Sums of decimals: the noise in the last digits means nothing.
  return { plan: toPlacements(problem, seats), objective: Number(cost.toPrecision(12)) }
}
