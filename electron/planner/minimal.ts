/** Minimal disclosure: leaves out of a problem what provably cannot change its answer. */
import type { Job, PlanningProblem } from '../../shared/planning.ts'
import { ownBests } from './alone.ts'
import { toExact, type Exact } from './exact.ts'

export interface Minimal {
  readonly problem: PlanningProblem
  /** What was left out, in words for a person. */
  readonly dropped: readonly string[]
}

/** Powers are told apart by far more than this, in kilowatts. */
const TOLERANCE_KW = 1e-6
/** The largest price a problem may hold. */
const MOST_PRICE = 10_000

/**
 * Nothing here rests on trust in a solver. What goes has no part in any plan, or leaves every plan and the order of plans by objective
 * as they were: free times in which no run can lie; an order that the times keep anyway; a cap that is out of reach in every slot;
 * prices of slots that nobody can use, and what is the same in all others. Only the order of the prices is sent where each job's own
 * best times stay exactly the same by it and all of them fit together, for then these, and no others, are the best plans.
 */
export function minimal(problem: PlanningProblem): Minimal {
  const dropped: string[] = []
  const note = (changed: boolean, label: string): void => { if (changed && !dropped.includes(label)) dropped.push(label) }

  const options = toExact(problem).jobs.map((job) => job.options)
  const jobs = problem.jobs.map((job, i): Job => {
    const own = options[i] ?? [], first = own[0] ?? 0, end = (own.at(-1) ?? -1) + (job.contiguous ? job.length : 1)
    const windows = job.windows.map(([from, to]): [number, number] => [Math.max(from, first), Math.min(to, end)]).filter(([from, to]) => to - from >= (job.contiguous ? job.length : 1))
    note(JSON.stringify(windows) !== JSON.stringify(job.windows), 'Free times in which nothing could run')
    return { ...job, windows }
  })
  const ordered = jobs.map((job): Job => {
    const after = job.after?.filter((id) => Math.max(0, ...(jobs.find((other) => other.id === id)?.windows.map(([, to]) => to) ?? [])) > (job.windows[0]?.[0] ?? 0))
    note((after?.length ?? 0) < (job.after?.length ?? 0), 'An order that the free times keep by themselves')
    const { id, length, kw, contiguous, windows } = job
    return { id, length, kw, contiguous, windows, ...(after === undefined || after.length === 0 ? {} : { after }) }
  })

  const slots = Math.max(1, ...jobs.flatMap((job) => job.windows.map(([, to]) => to)))
  note(slots < problem.slots, 'The hours after the last possible moment')
  const mayRun = (job: Job, slot: number): boolean => job.windows.some(([from, to]) => slot >= from && slot < to)
  const most = Math.max(...Array.from({ length: slots }, (_, slot) => jobs.reduce((sum, job) => sum + (mayRun(job, slot) ? job.kw : 0), 0)))
  const capMatters = problem.capKw !== undefined && most > problem.capKw + TOLERANCE_KW
  note(problem.capKw !== undefined && !capMatters, 'What your connection carries')

  const { capKw, prices, ...rest } = problem
  const least: PlanningProblem = { ...rest, slots, jobs: ordered, ...(capKw !== undefined && capMatters ? { capKw } : {}) }
  if (prices === undefined) return { problem: least, dropped }

  const usable = Array.from({ length: slots }, (_, slot) => jobs.some((job) => mayRun(job, slot)))
  note(prices.slice(0, slots).some((price, slot) => price !== 0 && usable[slot] !== true), 'Prices of hours in which nothing can run')
  const steps = stepsOf(prices.slice(0, slots), usable)
  if (steps.every((step) => step === 0)) {
    note(true, 'Your prices, which are the same at all times')
    return { problem: { ...least, objective: 'earliest' }, dropped }
  }
  note(JSON.stringify(steps) !== JSON.stringify(prices.slice(0, slots)), 'How high prices are: only how far they lie apart')
  const withSteps: PlanningProblem = { ...least, prices: steps }
  const ranked: PlanningProblem = { ...least, prices: ranksOf(steps, usable) }
  if (JSON.stringify(ranked) === JSON.stringify(withSteps) || !sameBests(toExact(withSteps), toExact(ranked))) return { problem: withSteps, dropped }
  note(true, 'How far prices lie apart: only which hour is dearer')
  return { problem: ranked, dropped }
}

/** Whole prices above the lowest usable one, in the largest unit that keeps them whole; 0 where nothing can run. Adding to all prices, or scaling them, changes no order between plans. */
function stepsOf(prices: readonly number[], usable: readonly boolean[]): number[] {
  const lowest = Math.min(...prices.filter((_, slot) => usable[slot]))
  const steps = prices.map((price, slot) => (usable[slot] === true ? price - lowest : 0))
  if (!steps.every((step) => Number.isSafeInteger(step) && step <= MOST_PRICE)) return prices.map((price, slot) => (usable[slot] === true ? price : 0))
  const unit = steps.reduce(greatestCommonDivisor, 0) || 1
  return steps.map((step) => step / unit)
}

const greatestCommonDivisor = (a: number, b: number): number => (b === 0 ? a : greatestCommonDivisor(b, a % b))

/** The place of each usable price among the different prices, from 0. */
function ranksOf(prices: readonly number[], usable: readonly boolean[]): number[] {
  const different = [...new Set(prices.filter((_, slot) => usable[slot]))].sort((a, b) => a - b)
  return prices.map((price, slot) => (usable[slot] === true ? different.indexOf(price) : 0))
}

/** Whether each job, alone, has exactly the same best times under both, and these fit together. (The best times of a split job follow from the order of prices alone.) */
function sameBests(one: Exact, other: Exact): boolean {
  return ownBests(one) !== undefined && one.jobs.every((job, i) => {
    const twin = other.jobs[i]
    if (!job.contiguous || twin === undefined) return true
    const best = (costs: readonly number[]): string => { const lowest = Math.min(...costs); return JSON.stringify(job.options.filter((_, k) => costs[k] === lowest)) }
    return best(job.costs) === best(twin.costs)
  })
}
