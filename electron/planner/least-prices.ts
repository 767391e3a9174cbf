/** Minimal disclosure of prices: their steps, or only their order, or nothing. */
import type { PlanningProblem } from '../../shared/planning.ts'
import { ownBests } from './alone.ts'
import { toExact, type Exact } from './exact.ts'
import type { Note } from './minimal.ts'

/** The largest price a problem may hold. */
const MOST_PRICE = 10_000

/** `least` has all but its prices. */
export function leastPrices(least: PlanningProblem, all: readonly number[], note: Note): PlanningProblem {
  const prices = all.slice(0, least.slots)
  const usable = prices.map((_, slot) => least.jobs.some((job) => job.windows.some(([from, to]) => slot >= from && slot < to)))
  note(prices.some((price, slot) => price !== 0 && usable[slot] !== true), 'Prices of hours in which nothing can run')
  const steps = stepsOf(prices, usable)
  if (steps.every((step) => step === 0)) {
    note(true, 'Your prices, which are the same at all times')
    return { ...least, objective: 'earliest' }
  }
  note(JSON.stringify(steps) !== JSON.stringify(prices), 'How high prices are: only how far they lie apart')
  const withSteps: PlanningProblem = { ...least, prices: steps }
  const ranked: PlanningProblem = { ...least, prices: ranksOf(steps, usable) }
  if (JSON.stringify(ranked) === JSON.stringify(withSteps) || !sameBests(toExact(withSteps), toExact(ranked))) return withSteps
  note(true, 'How far prices lie apart: only which hour is dearer')
  return ranked
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

/** Whether each run, alone, has exactly the same best times under both, and these fit together. (The best times of a split job follow from the order of prices alone.) */
function sameBests(one: Exact, other: Exact): boolean {
  return ownBests(one) !== undefined && one.jobs.every((job, i) => {
    const twin = other.jobs[i]
    if (!job.contiguous || twin === undefined) return true
    const best = (costs: readonly number[]): string => { const lowest = Math.min(...costs); return JSON.stringify(job.options.filter((_, k) => costs[k] === lowest)) }
    return best(job.costs) === best(twin.costs)
  })
}
