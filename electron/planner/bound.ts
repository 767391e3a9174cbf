/**
 * How cheap a plan could be at best: a Lagrangian bound. Running in a slot is charged, per job and slot, so that jobs left to
 * themselves avoid crowded slots; what the best set of jobs under the cap would pay is given back. No plan costs less than the rest.
 */
import { canRun, costOf, range, slotsOf, type Exact, type ExactJob, type Seat, type Seats } from './exact.ts'
import { greedy } from './greedy.ts'

export interface Found { readonly seats: Seats; readonly cost: number }

export interface Bound {
  /** No plan costs less. Above every possible cost when nothing fits. */
  readonly value: number
  /** charges[job][slot], at which `value` was reached. */
  readonly charges: readonly Float64Array[]
  /** The best plan met on the way. */
  readonly found: Found | undefined
}

/** Steps per job: more do not pay, since the search behind the bound is quick where there are few. */
const CAP_STEPS = 10
const SET_STEPS = 40
/** More sets of jobs than this, and only the plain charge per kilowatt is used. */
const MOST_SETS = 400
const GREEDY_EVERY = 50

/** No plan costs as much as this. */
export const aboveAll = (exact: Exact): number => 1 + exact.jobs.reduce((sum, job) => sum + Math.max(0, ...job.costs) * (job.contiguous ? 1 : job.length) + exact.slots, 0)

/** The cost of each option plus what its slots are charged. */
export function charged(job: ExactJob, charge: Float64Array): Float64Array {
  const { options, costs, length } = job, total = new Float64Array(options.length)
  if (!job.contiguous) {
    for (let k = 0; k < total.length; k++) total[k] = (costs[k] ?? 0) + (charge[options[k] ?? 0] ?? 0)
    return total
  }
  const sums = new Float64Array(charge.length + 1)
  for (let slot = 0; slot < charge.length; slot++) sums[slot + 1] = (sums[slot] ?? 0) + (charge[slot] ?? 0)
  for (let k = 0; k < total.length; k++) {
    const start = options[k] ?? 0
    total[k] = (costs[k] ?? 0) + (sums[start + length] ?? 0) - (sums[start] ?? 0)
  }
  return total
}

/** The least a job pays for any seat at these charged costs. */
export const leastOf = (exact: Exact, job: ExactJob, costs: Float64Array): number => cheapest(exact, job, costs).value

export function bound(exact: Exact, start: Found | undefined, expired: () => boolean): Bound {
  const { slots, jobs, cap } = exact
  const ceiling = aboveAll(exact)
  let found = start ?? improved(exact, undefined, greedy(exact))
  if (!jobs.every(canRun)) return { value: ceiling, charges: jobs.map(() => new Float64Array(slots)), found: undefined }

  let step = 0
  const choose = (chargesOf: (i: number) => Float64Array, on: (i: number, slot: number) => void): number => {
    const costs = jobs.map((job, i) => charged(job, chargesOf(i)))
    if (step++ % GREEDY_EVERY === 1) found = improved(exact, found, greedy(exact, costs))
    return jobs.reduce((sum, job, i) => {
      const { value, seat } = cheapest(exact, job, costs[i] ?? new Float64Array())
      for (const slot of slotsOf(job, seat)) on(i, slot)
      return sum + value
    }, 0)
  }

  // First one charge per slot and kilowatt: quick, and a good place to start from.
  const perKw = ascend(new Float64Array(slots), CAP_STEPS * jobs.length, 1, () => found?.cost ?? ceiling, expired, (at, slope) => {
    slope.fill(-cap)
    const value = choose((i) => at.map((charge) => charge * (jobs[i]?.kw ?? 0)), (i, slot) => { slope[slot] = (slope[slot] ?? 0) + (jobs[i]?.kw ?? 0) })
    return value - cap * at.reduce((sum, charge) => sum + charge, 0)
  })
  const fromKw = new Float64Array(jobs.length * slots)
  jobs.forEach((job, i) => { for (const option of job.options) for (const slot of slotsOf(job, [option])) fromKw[i * slots + slot] = (perKw.at[slot] ?? 0) * job.kw })

  // Then one charge per job and slot, against the sets of jobs that can really run together: much tighter.
  const sets = largestSets(exact)
  const perJob = sets === undefined ? { at: fromKw, value: perKw.value } : ascend(fromKw, SET_STEPS * jobs.length, 0.5, () => found?.cost ?? ceiling, expired, (at, slope) => {
    slope.fill(0)
    let value = choose((i) => at.subarray(i * slots, (i + 1) * slots), (i, slot) => { slope[i * slots + slot] = 1 })
    for (let slot = 0; slot < slots; slot++) {
      let most = 0, chosen: readonly number[] | undefined
      for (const set of sets) {
        let sum = 0
        for (const i of set) sum += at[i * slots + slot] ?? 0
        if (sum > most) { most = sum; chosen = set }
      }
      value -= most
      for (const i of chosen ?? []) slope[i * slots + slot] = (slope[i * slots + slot] ?? 0) - 1
    }
    return value
  })
  const best = perJob.value >= perKw.value ? perJob : { at: fromKw, value: perKw.value }
  return { value: best.value, charges: jobs.map((_, i) => best.at.slice(i * slots, (i + 1) * slots)), found }
}

/** The cheaper of two plans. */
function improved(exact: Exact, old: Found | undefined, seats: Seats | undefined): Found | undefined {
  const cost = seats === undefined ? Infinity : costOf(exact, seats)
  return seats !== undefined && cost < (old?.cost ?? Infinity) ? { seats, cost } : old
}

function cheapest(exact: Exact, job: ExactJob, costs: Float64Array): { readonly value: number; readonly seat: Seat } {
  if (job.contiguous) {
    let k = 0
    for (let j = 1; j < costs.length; j++) if ((costs[j] ?? 0) < (costs[k] ?? 0)) k = j
    return { value: costs[k] ?? 0, seat: [job.options[k] ?? 0] }
  }
  const ranked = range(0, costs.length).sort((a, b) => (costs[a] ?? 0) - (costs[b] ?? 0) || a - b).slice(0, job.length)
  // Which slot will be the last is left open: the earliest it could be is a bound.
  const end = exact.paysEnd ? (job.options[job.length - 1] ?? 0) + 1 : 0
  return { value: ranked.reduce((sum, k) => sum + (costs[k] ?? 0), end), seat: ranked.map((k) => job.options[k] ?? 0) }
}

/** Climbs a concave function of charges ≥ 0 along its slopes; Polyak's step towards `goal`, shortened when it stalls. Keeps the best. */
function ascend(from: Float64Array, steps: number, pace: number, goal: () => number, expired: () => boolean, evaluate: (at: Float64Array, slope: Float64Array) => number): { readonly at: Float64Array; readonly value: number } {
  const at = from.slice(), slope = new Float64Array(from.length)
  let best = from, value = -Infinity, stalled = 0, stride = pace
  // Costs are whole numbers: a bound less than one below the goal cannot be improved upon.
  for (let n = 0; n < steps && value <= goal() - 1 && !expired(); n++) {
    const here = evaluate(at, slope)
    stalled = here > value + Math.abs(value) * 1e-5 ? 0 : stalled + 1
    if (here > value) { value = here; best = at.slice() }
    if (stalled > 12) { stride *= 0.7; stalled = 0 }
    let square = 0
    for (let k = 0; k < at.length; k++) { const s = slope[k] ?? 0; if (s > 0 || (at[k] ?? 0) > 0) square += s * s }
    if (square === 0) break
    const move = (stride * Math.max(goal() - here, 1e-9)) / square
    for (let k = 0; k < at.length; k++) { const s = slope[k] ?? 0; if (s !== 0) at[k] = Math.max(0, (at[k] ?? 0) + move * s) }
  }
  return { at: best, value }
}

/** Every set of jobs that may run at once and to which no other job can be added; undefined when there are too many. */
function largestSets({ jobs, cap }: Exact): (readonly number[])[] | undefined {
  const sets: (readonly number[])[] = []
  let tried = 0
  const extend = (next: number, set: readonly number[], load: number, leftOut: number): void => {
    if (sets.length > MOST_SETS || ++tried > MOST_SETS * 100) return
    const job = jobs[next]
    if (job === undefined) { if (load + leftOut > cap) sets.push(set); return }
    if (load + job.kw <= cap) extend(next + 1, [...set, next], load + job.kw, leftOut)
    extend(next + 1, set, load, Math.min(leftOut, job.kw))
  }
  extend(0, [], 0, Infinity)
  return sets.length > MOST_SETS || tried > MOST_SETS * 100 ? undefined : sets
}
