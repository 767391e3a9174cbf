/** Among plans that are equally good, one that is earliest, and of these the first in the order of the list. */
import type { Found } from './bound.ts'
import { costOf, endOf, fits, startOf, type Exact, type Seats } from './exact.ts'
import { enumerable, enumerate } from './enumerate.ts'
import type { Highs } from './highs.ts'
import { modelOf, secondsFor } from './model.ts'
import { search, searchable } from './search.ts'

/** Partial plans opened. */
const TIE_NODES = 4_000
/** Places looked at. */
const TIE_CHECKS = 30_000

/** Among plans that cost as little as `best`, one whose ends sum to the least, as far as the remaining time and nodes allow. `exact` still holds all of them; `charges` are those behind its bound, where there are any. */
export async function earliestOfEquals(exact: Exact, best: Found, charges: readonly Float64Array[] | undefined, deadline: number, { highs, elapsed }: { readonly highs: () => Promise<Highs>; readonly elapsed: () => number }): Promise<Seats> {
  if (enumerable(exact)) {
    const { found, proven } = enumerate(exact, best, TIE_CHECKS)
    if (proven && found !== undefined) return found.seats
  }
  if (exact.paysEnd) return best.seats
  if (searchable(exact)) {
    // One cost that counts money first and ends second: no sum of ends reaches a single step of money.
    const weight = 1 + exact.jobs.length * exact.slots
    const jobs = exact.jobs.map((job) => {
      const least = job.costs.reduce((a, b) => Math.min(a, b), Infinity)
      return { ...job, costs: job.options.map((option, k) => ((job.costs[k] ?? 0) - least) * weight + (job.contiguous ? startOf(job, option) + job.length : 0)) }
    })
    const tied: Exact = { ...exact, jobs, paysEnd: true }
    return search(tied, { nodes: TIE_NODES, expired: () => elapsed() > deadline }, { seats: best.seats, cost: costOf(tied, best.seats) }, charges?.map((list) => list.map((charge) => charge * weight))).found?.seats ?? best.seats
  }
  const seconds = secondsFor(exact, deadline - elapsed())
  if (seconds === 0) return best.seats
  const model = modelOf(exact, { kind: 'ends', atMost: best.cost })
  const answer = (await highs()).minimise(model.data, seconds, { start: model.values(best.seats) })
  const seats = answer.values && model.seats(answer.values)
  return seats !== undefined && valid(exact, seats) && costOf(exact, seats) === best.cost && ends(exact, seats) < ends(exact, best.seats) ? seats : best.seats
}

const valid = (exact: Exact, seats: Seats): boolean => exact.jobs.every((job, i) => seats[i]?.length === (job.contiguous ? 1 : job.length)) && fits(exact, seats)
const ends = (exact: Exact, seats: Seats): number => exact.jobs.reduce((sum, job, i) => sum + endOf(job, seats[i] ?? []), 0)
