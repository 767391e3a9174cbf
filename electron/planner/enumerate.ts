/** Tries the cheapest places of every run, one after the other: settles the evenings in which few runs are in each other's way, and says which of equal plans comes first. */
import { bestAlone } from './alone.ts'
import type { Found } from './bound.ts'
import { costOf, endOf, seatCost, startOf, startsAt, waysOf, type Exact, type ExactJob, type Seat, type Seats } from './exact.ts'
import { emptyOccupancy, occupy, opening } from './occupancy.ts'

export interface Enumerated {
  readonly found: Found | undefined
  /** `found` is the best there is, of equals the earliest, of these the first in the order of the list; undefined when nothing fits. */
  readonly proven: boolean
}

/** Costs must just add up, and at most one run may be split: its slots are then a choice of the cheapest that are left. */
export const enumerable = ({ goal, jobs }: Exact): boolean => goal.kind === 'sum' && jobs.filter((job) => !job.contiguous).length <= 1

/**
 * Depth first, the largest run first, its cheapest place first. `checks` is how many places may be looked at; past that the best found is
 * the answer, unproven. Only plans at least as good as `start` are looked for.
 */
export function enumerate(exact: Exact, start: Found | undefined, checks: number): Enumerated {
  const { slots, jobs, room, resources } = exact
  const { weight, least, values, sorted } = ranked(exact)
  const order = jobs.map((_, i) => i).sort((a, b) => Number(jobs[b]?.contiguous) - Number(jobs[a]?.contiguous) || energy(jobs[b]) - energy(jobs[a]) || a - b)
  const tail = new Float64Array(order.length + 1)
  for (let depth = order.length - 1; depth >= 0; depth--) tail[depth] = (tail[depth + 1] ?? 0) + (least[order[depth] ?? 0] ?? 0)
  const splitAbove = jobs.map((job) => (job.contiguous ? 0 : job.costs.toSorted((a, b) => a - b).slice(0, job.length).reduce((a, b) => a + b, 0)))
  const valueOf = (i: number, job: ExactJob, seat: Seat): number => (seatCost({ ...exact, paysEnd: exact.paysEnd && job.contiguous }, job, seat) - (job.contiguous ? cheapestOf(job) : splitAbove[i] ?? 0)) * weight + endOf(job, seat) * (exact.paysEnd && !job.contiguous ? weight + 1 : 1)

  const occupancy = emptyOccupancy(exact), { load, used } = occupancy
  const seats: (Seat | undefined)[] = jobs.map(() => undefined)
  let best: Seats | undefined = start?.seats
  let limit = best === undefined ? Infinity : jobs.reduce((sum, job, i) => sum + valueOf(i, job, best?.[i] ?? []), 0)
  let looked = 0, stopped = false as boolean

  const free = (job: ExactJob, from: number, chosen: number | undefined): boolean => {
    for (let offset = 0; offset < job.length; offset++) {
      const slot = from + offset, kw = job.power?.[offset] ?? job.kw
      if (kw > 0 && (load[slot] ?? 0) + kw > (room[slot] ?? 0)) return false
      for (const r of job.needs) if ((used[r]?.[slot] ?? 0) >= (resources[r]?.[slot] ?? 0)) return false
      if (chosen !== undefined && (used[chosen]?.[slot] ?? 0) >= (resources[chosen]?.[slot] ?? 0)) return false
    }
    return true
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
      if (sum < limit || best === undefined || comesFirst(jobs, plan, best)) { best = plan; limit = sum }
      return
    }
    let from = 0, to = slots, last = Infinity
    for (const { job: a, min, max } of job.after) { const seat = seats[a], first = jobs[a]; if (seat !== undefined && first !== undefined) { const end = endOf(first, seat); from = Math.max(from, end + min); last = Math.min(last, end + max) } }
    for (const { job: b, min, max } of job.before) { const seat = seats[b], next = jobs[b]; if (seat !== undefined && next !== undefined) { const begins = startsAt(next, seat); to = Math.min(to, begins - min); from = Math.max(from, begins - max - job.length) } }
    if (!job.contiguous) {
      looked += job.options.length
      const seat = bestAlone(job, opening(exact, occupancy, job, from, to))
      const total = seat === undefined ? Infinity : sum + valueOf(i, job, seat)
      if (seat !== undefined && total <= limit) put(i, job, seat, depth, total)
      return
    }
    const own = values[i], ways = waysOf(job), rest = sum + (tail[depth + 1] ?? 0)
    for (const k of sorted[i] ?? []) {
      const value = own?.[k] ?? 0
      if (rest + value > limit) return
      if (++looked > checks) { stopped = true; return }
      const option = job.options[k] ?? 0, begins = ways === 1 ? option : startOf(job, option)
      if (begins < from || begins + job.length > to || begins > last || !free(job, begins, job.choices.length === 0 ? undefined : job.choices[option % ways])) continue
      put(i, job, [option], depth, sum + value)
      if (stopped) return
    }
  }

  place(0, 0)
  return { found: best === undefined ? undefined : { seats: best, cost: costOf(exact, best) }, proven: !stopped }
}

/** For each run one value per option that counts first what it costs above its cheapest, then its end: no sum of ends reaches a single step of cost. */
function ranked(exact: Exact): { readonly weight: number; readonly least: readonly number[]; readonly values: readonly Float64Array[]; readonly sorted: readonly Uint16Array[] } {
  const weight = 1 + exact.jobs.length * (exact.slots + 1)
  const values = exact.jobs.map((job) => {
    const cheapest = cheapestOf(job)
    return Float64Array.from(job.options, (option, k) => (job.contiguous ? ((job.costs[k] ?? 0) - cheapest) * weight + startOf(job, option) + job.length : 0))
  })
  const sorted = exact.jobs.map((job, i) => { const own = values[i] ?? new Float64Array(); return job.contiguous ? Uint16Array.from(own.keys()).sort((a, b) => (own[a] ?? 0) - (own[b] ?? 0) || a - b) : new Uint16Array() })
  // The end of a split run is at least where it could end first; where ends are the cost, it is paid in full.
  const least = exact.jobs.map((job, i) => (job.contiguous ? values[i]?.[sorted[i]?.[0] ?? 0] ?? 0 : ((job.options[job.length - 1] ?? 0) + 1) * (exact.paysEnd ? weight + 1 : 1)))
  return { weight, least, values, sorted }
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
