/** Tries the cheapest places of every run, one after the other: settles the evenings in which few runs are in each other's way, and says which of equal plans comes first. */
import { bestAlone } from './alone.ts'
import type { Found } from './bound.ts'
import { chosenOf, costOf, endOf, powerAt, range, seatCost, startOf, startsAt, type Exact, type ExactJob, type Seat, type Seats } from './exact.ts'
import { emptyOccupancy, occupy } from './occupancy.ts'

export interface Enumerated {
  readonly found: Found | undefined
  /** `found` is the best there is, of equals the earliest, of these the first in the order of the list; undefined when nothing fits. */
  readonly proven: boolean
}

/** Costs must just add up, and at most one run may be split: its slots are then a choice of the cheapest that are left. */
export const enumerable = ({ goal, jobs }: Exact): boolean => goal.kind === 'sum' && jobs.filter((job) => !job.contiguous).length <= 1

/**
 * Depth first, the largest run first, its cheapest place first; turns back where even the cheapest free place of each run that is left, whatever
 * the others of these do, comes to too much. `checks` is how many places may be looked at; past that the best found is the answer, unproven.
 * Only plans at least as good as `start` are looked for.
 */
export function enumerate(exact: Exact, start: Found | undefined, checks: number): Enumerated {
  const { slots, jobs, room, resources } = exact
  const { weight, values, sorted, leastEnd } = ranked(exact)
  const order = jobs.map((_, i) => i).sort((a, b) => Number(jobs[b]?.contiguous) - Number(jobs[a]?.contiguous) || energy(jobs[b]) - energy(jobs[a]) || a - b)
  const splitAbove = jobs.map((job) => (job.contiguous ? 0 : job.costs.toSorted((a, b) => a - b).slice(0, job.length).reduce((a, b) => a + b, 0)))
  const endWeight = exact.paysEnd ? weight + 1 : 1
  const valueOf = (i: number, job: ExactJob, seat: Seat): number => (seatCost({ ...exact, paysEnd: exact.paysEnd && job.contiguous }, job, seat) - (job.contiguous ? cheapestOf(job) : splitAbove[i] ?? 0)) * weight + endOf(job, seat) * (job.contiguous ? 1 : endWeight)

  const occupancy = emptyOccupancy(exact), { load, used } = occupancy
  const seats: (Seat | undefined)[] = jobs.map(() => undefined)
  // heads[depth][run]: before this place in its ranking nothing is free, nor will be further down.
  const heads = range(0, jobs.length + 1).map(() => new Uint16Array(jobs.length))
  let best: Seats | undefined = start?.seats
  // Below infinity, which is what a run costs that has no place left.
  let limit = best === undefined ? Number.MAX_VALUE : jobs.reduce((sum, job, i) => sum + valueOf(i, job, best?.[i] ?? []), 0)
  let looked = 0

  const free = (job: ExactJob, option: number, { from, to, last }: Span): boolean => {
    const begins = startOf(job, option), piece = job.contiguous ? job.length : 1, chosen = chosenOf(job, option)
    looked++
    if (begins < from || begins + piece > to || begins > last) return false
    for (let offset = 0; offset < piece; offset++) {
      const slot = begins + offset, kw = powerAt(job, offset)
      if (kw > 0 && (load[slot] ?? 0) + kw > (room[slot] ?? 0)) return false
      for (const r of job.needs) if ((used[r]?.[slot] ?? 0) >= (resources[r]?.[slot] ?? 0)) return false
      if (chosen !== undefined && (used[chosen]?.[slot] ?? 0) >= (resources[chosen]?.[slot] ?? 0)) return false
    }
    return true
  }

  /** Where the order lets a run be beside those that have a place. */
  const spanOf = (job: ExactJob): Span => {
    let from = 0, to = slots, last = Infinity
    for (const { job: a, min, max } of job.after) { const seat = seats[a], first = jobs[a]; if (seat !== undefined && first !== undefined) { const end = endOf(first, seat); from = Math.max(from, end + min); last = Math.min(last, end + max) } }
    for (const { job: b, min, max } of job.before) { const seat = seats[b], next = jobs[b]; if (seat !== undefined && next !== undefined) { const begins = startsAt(next, seat); to = Math.min(to, begins - min); from = Math.max(from, begins - max - job.length) } }
    return { from, to, last }
  }

  /** The least value of a run beside those that have a place, from its head on. */
  const leastNow = (i: number, job: ExactJob, head: Uint16Array): number => {
    const span = spanOf(job), own = values[i], ranking = sorted[i] ?? new Uint16Array()
    if (job.contiguous) {
      let k = head[i] ?? 0
      while (k < ranking.length && !free(job, job.options[ranking[k] ?? 0] ?? 0, span)) k++
      head[i] = k
      return k < ranking.length ? own?.[ranking[k] ?? 0] ?? 0 : Infinity
    }
    let cost = -(splitAbove[i] ?? 0), count = 0
    for (let k = 0; k < ranking.length && count < job.length; k++) if (free(job, job.options[ranking[k] ?? 0] ?? 0, span)) { cost += job.costs[ranking[k] ?? 0] ?? 0; count++ }
    return count < job.length ? Infinity : cost * weight + (leastEnd[i] ?? 0) * endWeight
  }

  const put = (i: number, job: ExactJob, seat: Seat, depth: number, sum: number): void => {
    seats[i] = seat
    occupy(exact, occupancy, job, seat, 1)
    place(depth + 1, sum)
    occupy(exact, occupancy, job, seat, -1)
    seats[i] = undefined
  }

  const place = (depth: number, sum: number): void => {
    const i = order[depth], job = i === undefined ? undefined : jobs[i]
    if (i === undefined || job === undefined) {
      const plan = seats.map((seat) => seat ?? [])
      if (best === undefined || sum < limit || comesFirst(jobs, plan, best)) { best = plan; limit = sum }
      return
    }
    if (!job.contiguous) {
      const span = spanOf(job), seat = bestAlone(job, (option) => free(job, option, span))
      const total = seat === undefined ? Infinity : sum + valueOf(i, job, seat)
      if (seat !== undefined && total <= limit) put(i, job, seat, depth, total)
      return
    }
    const head = heads[depth + 1]
    if (head === undefined) return
    head.set(heads[depth] ?? head)
    let rest = sum
    for (const k of order.slice(depth)) { const other = jobs[k]; if (other !== undefined && (rest += leastNow(k, other, head)) > limit) return }
    const own = values[i], span = spanOf(job), ranking = sorted[i] ?? new Uint16Array(), first = head[i] ?? 0
    rest -= own?.[ranking[first] ?? 0] ?? 0
    for (let n = first; n < ranking.length; n++) {
      const k = ranking[n] ?? 0, value = own?.[k] ?? 0, option = job.options[k] ?? 0
      if (rest + value > limit || looked > checks) return
      if (free(job, option, span)) put(i, job, [option], depth, sum + value)
    }
  }

  place(0, 0)
  return { found: best === undefined ? undefined : { seats: best, cost: costOf(exact, best) }, proven: looked <= checks }
}

interface Span { readonly from: number; readonly to: number; readonly last: number }

/**
 * For each run one value per option and the options by it. In one piece it counts first what the option costs above the cheapest, then its end: no
 * sum of ends reaches a single step of cost. Of a split run it is the cost alone; `leastEnd` is where that could end first.
 */
function ranked(exact: Exact): { readonly weight: number; readonly leastEnd: readonly number[]; readonly values: readonly Float64Array[]; readonly sorted: readonly Uint16Array[] } {
  const weight = 1 + exact.jobs.length * (exact.slots + 1)
  const values = exact.jobs.map((job) => {
    const cheapest = cheapestOf(job)
    return Float64Array.from(job.options, (option, k) => (job.contiguous ? ((job.costs[k] ?? 0) - cheapest) * weight + startOf(job, option) + job.length : job.costs[k] ?? 0))
  })
  const sorted = values.map((own) => Uint16Array.from(own.keys()).sort((a, b) => (own[a] ?? 0) - (own[b] ?? 0) || a - b))
  return { weight, leastEnd: exact.jobs.map((job) => (job.options[job.length - 1] ?? 0) + 1), values, sorted }
}

const cheapestOf = (job: ExactJob): number => job.costs.reduce((least, cost) => Math.min(least, cost), Infinity)
const energy = (job: ExactJob | undefined): number => (job === undefined ? 0 : Math.max(job.kw, 0.1) * job.length)

/** Whether, run by run in the order of the list, this plan is the first to start earlier, or to choose somebody named earlier. */
function comesFirst(jobs: readonly ExactJob[], plan: Seats, other: Seats): boolean {
  for (let i = 0; i < jobs.length; i++) {
    const one = plan[i] ?? [], two = other[i] ?? []
    for (let k = 0; k < one.length; k++) if (one[k] !== two[k]) return (one[k] ?? 0) < (two[k] ?? 0)
  }
  return false
}
