/**
 * How cheap a plan could be at best: a Lagrangian bound. Running in a slot is charged, so that runs left to themselves avoid crowded slots;
 * what the best use of the cap and the resources would pay is given back. No plan costs less than the rest.
 */
import { bestAlone } from './alone.ts'
import { canRun, chosenOf, costOf, place, powerAt, range, slotsOf, startOf, waysOf, weightAt, type Exact, type ExactJob, type Seat, type Seats } from './exact.ts'
import { ascend } from './ascend.ts'
import { greedy } from './greedy.ts'

export interface Found { readonly seats: Seats; readonly cost: number }

export interface Bound {
  /** No plan costs less. Above every possible cost when nothing fits. */
  readonly value: number
  /** What each option of each run costs with its charges, at which `value` was reached; undefined where costs do not just add up. */
  readonly reduced: readonly Float64Array[] | undefined
  /** charges[run][slot] behind these, where every charge is for power in a slot alone. */
  readonly charges: readonly Float64Array[] | undefined
  /** The best plan met on the way. */
  readonly found: Found | undefined
}

/** Steps per run: more do not pay, since the search behind the bound is quick where there are few. The first only lead up to the second where these follow. */
const ROW_STEPS = 10
const FIRST_STEPS = 5
const SET_STEPS = 24
const NEAR_STEPS = 4
/** More sets of runs than this, and only the plain charge per slot is used. */
const MOST_SETS = 400
const GREEDY_EVERY = 50

/** No plan costs as much as this. */
export function aboveAll(exact: Exact): number {
  const { goal, jobs, slots } = exact
  switch (goal.kind) {
    case 'sum': return 1 + jobs.reduce((sum, job) => sum + Math.max(0, ...job.costs) * (job.contiguous ? 1 : job.length) + slots, 0)
    case 'grid': return 1 + goal.anyway + jobs.reduce((sum, job) => sum + job.kw * job.length, 0)
    case 'peak': return 1 + jobs.reduce((sum, job) => sum + weightAt(job, 0, goal.unit) * job.length + job.kw * job.length, 0)
    case 'fair': return 1 + Math.max(0, ...goal.done) + jobs.reduce((sum, job) => sum + job.length, 0)
  }
}

/** Whether nothing but power, one cap and the order tie the runs together: what the search of our own can deal with. */
export const onlyPower = (exact: Exact): boolean => exact.goal.kind === 'sum' && exact.jobs.every((job) => job.power === undefined && job.needs.length === 0 && job.choices.length === 0 && [...job.after, ...job.before].every(({ max }) => max === Infinity))

/** `near` gives charges that are known to be good, for power alone: then only a few steps are made from there. */
export function bound(exact: Exact, start: Found | undefined, expired: () => boolean, near?: readonly Float64Array[]): Bound {
  const { jobs } = exact
  const ceiling = aboveAll(exact)
  let found = start ?? improved(exact, undefined, greedy(exact))
  if (!jobs.every(canRun)) return { value: ceiling, reduced: undefined, charges: undefined, found: undefined }
  if (exact.goal.kind === 'peak' || exact.goal.kind === 'fair') return { value: atLeast(exact), reduced: undefined, charges: undefined, found }

  let step = 0
  const choose = (reduced: readonly Float64Array[], on: (i: number, seat: Seat) => void): number => {
    if (step++ % GREEDY_EVERY === 1) found = improved(exact, found, greedy(exact, reduced))
    return jobs.reduce((sum, job, i) => {
      const { value, seat } = cheapest(exact, job, reduced[i] ?? new Float64Array())
      on(i, seat)
      return sum + value
    }, 0)
  }

  // First one charge per slot for power, for each resource and for what comes from the grid: quick, and a good place to start from.
  const rows = rowsOf(exact)
  const perRow = ascend(new Float64Array(rows.capacity.length), { steps: near === undefined ? (onlyPower(exact) ? FIRST_STEPS : ROW_STEPS) * jobs.length : 1, pace: 1, most: rows.most, goal: () => found?.cost ?? ceiling, expired }, (at, slope) => {
    rows.capacity.forEach((capacity, k) => { slope[k] = -capacity })
    const value = choose(jobs.map((job) => charged(exact, job, rows, at)), (i, seat) => {
      const job = jobs[i]
      if (job === undefined) return
      const chosen = chosenOf(job, seat[0] ?? 0)
      slotsOf(job, seat).forEach((slot, offset) => {
        for (const row of [rows.power, rows.grid]) if (row >= 0) slope[row + slot] = (slope[row + slot] ?? 0) + powerAt(job, offset)
        for (const r of chosen === undefined ? job.needs : [...job.needs, chosen]) { const row = rows.resources[r] ?? -1; if (row >= 0) slope[row + slot] = (slope[row + slot] ?? 0) + 1 }
      })
    })
    return value + rows.anyway - at.reduce((sum, charge, k) => sum + charge * (rows.capacity[k] ?? 0), 0)
  })
  if (!onlyPower(exact)) return { value: perRow.value, reduced: jobs.map((job) => charged(exact, job, rows, perRow.at)), charges: undefined, found }

  // Then one charge per run and slot, against the sets of runs that can really be at once: much tighter.
  const { slots } = exact
  const fromRows = new Float64Array(jobs.length * slots)
  jobs.forEach((job, i) => { for (const option of job.options) for (const slot of slotsOf(job, [option])) fromRows[i * slots + slot] = (rows.power < 0 ? 0 : perRow.at[rows.power + slot] ?? 0) * job.kw })
  const sets = rows.power < 0 ? undefined : largestSets(exact)
  if (sets !== undefined) near?.forEach((charge, i) => { fromRows.set(charge, i * slots) })
  const perRun = sets === undefined ? { at: fromRows, value: perRow.value } : ascend(fromRows, { steps: (near === undefined ? SET_STEPS : NEAR_STEPS) * jobs.length, pace: 0.5, most: undefined, goal: () => found?.cost ?? ceiling, expired }, (at, slope) => {
    slope.fill(0)
    let value = choose(jobs.map((job, i) => withCharge(job, at.subarray(i * slots, (i + 1) * slots))), (i, seat) => { const job = jobs[i]; if (job !== undefined) for (const slot of slotsOf(job, seat)) slope[i * slots + slot] = 1 })
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
  // From `near` the charges per slot are gone; what was reached from there is a bound all the same.
  const best = perRun.value >= perRow.value || near !== undefined ? perRun : { at: fromRows, value: perRow.value }
  const charges = jobs.map((_, i) => best.at.slice(i * slots, (i + 1) * slots))
  return { value: best.value, reduced: jobs.map((job, i) => withCharge(job, charges[i] ?? new Float64Array())), charges, found }
}

/** The least a run pays for any seat at these charged costs. */
export const leastOf = (exact: Exact, job: ExactJob, costs: Float64Array): number => cheapest(exact, job, costs).value

/** Where in the vector of charges each kind begins (−1: it cannot bind), what is given back per charge, and the most that may be charged. */
interface Rows { readonly power: number; readonly grid: number; readonly resources: readonly number[]; readonly capacity: readonly number[]; readonly most: Float64Array | undefined; readonly anyway: number }

function rowsOf({ slots, jobs, room, resources, goal, cap }: Exact): Rows {
  const capacity: number[] = []
  const begin = (list: readonly number[]): number => { capacity.push(...list); return capacity.length - list.length }
  const power = jobs.reduce((sum, job) => sum + job.kw, 0) > Math.min(cap, ...room) ? begin(room) : -1
  const users = resources.map((_, r) => jobs.filter((job) => job.needs.includes(r) || job.choices.includes(r)).length)
  const rows = resources.map((list, r) => ((users[r] ?? 0) > Math.min(...list.filter((n) => n > 0)) ? begin(list) : -1))
  const grid = goal.kind === 'grid' ? begin(goal.surplus) : -1
  return { power, grid, resources: rows, capacity, anyway: goal.kind === 'grid' ? goal.anyway : 0, most: grid === -1 ? undefined : Float64Array.from(capacity, (_, k) => (k >= grid && k < grid + slots ? 1 : Infinity)) }
}

/** The cost of each option plus what its slots are charged. */
function charged({ slots }: Exact, job: ExactJob, rows: Rows, at: Float64Array): Float64Array {
  const { options, costs } = job, piece = job.contiguous ? job.length : 1, ways = waysOf(job), total = new Float64Array(options.length)
  const perKw = (slot: number): number => (rows.power < 0 ? 0 : at[rows.power + slot] ?? 0) + (rows.grid < 0 ? 0 : at[rows.grid + slot] ?? 0)
  const uses = (r: number, slot: number): number => { const row = rows.resources[r] ?? -1; return row < 0 ? 0 : at[row + slot] ?? 0 }
  const sum = (charge: (slot: number) => number): Float64Array => { const sums = new Float64Array(slots + 1); for (let slot = 0; slot < slots; slot++) sums[slot + 1] = (sums[slot] ?? 0) + charge(slot); return sums }
  const flat = sum((slot) => (job.power === undefined ? perKw(slot) * job.kw : 0) + job.needs.reduce((all, r) => all + uses(r, slot), 0))
  const each = job.choices.map((r) => sum((slot) => uses(r, slot)))
  for (let k = 0; k < total.length; k++) {
    const option = options[k] ?? 0, start = startOf(job, option), own = each[option % ways]
    let cost = (costs[k] ?? 0) + (flat[start + piece] ?? 0) - (flat[start] ?? 0)
    if (own !== undefined) cost += (own[start + piece] ?? 0) - (own[start] ?? 0)
    if (job.power !== undefined) for (let offset = 0; offset < piece; offset++) cost += perKw(start + offset) * powerAt(job, offset)
    total[k] = cost
  }
  return total
}

/** The same for a charge of its own per slot. */
function withCharge(job: ExactJob, charge: Float64Array): Float64Array {
  const { options, costs } = job, piece = job.contiguous ? job.length : 1, total = new Float64Array(options.length), sums = new Float64Array(charge.length + 1)
  for (let slot = 0; slot < charge.length; slot++) sums[slot + 1] = (sums[slot] ?? 0) + (charge[slot] ?? 0)
  for (let k = 0; k < total.length; k++) { const start = options[k] ?? 0; total[k] = (costs[k] ?? 0) + (sums[start + piece] ?? 0) - (sums[start] ?? 0) }
  return total
}

/** The cheaper of two plans. */
export function improved(exact: Exact, old: Found | undefined, seats: Seats | undefined): Found | undefined {
  const cost = seats === undefined ? Infinity : costOf(exact, seats)
  return seats !== undefined && cost < (old?.cost ?? Infinity) ? { seats, cost } : old
}

/** For a peak: what the heaviest run brings at best, and the mean of all stretches. For fairness: nothing. */
function atLeast({ goal, jobs }: Exact): number {
  if (goal.kind !== 'peak') return 0
  const inside = (job: ExactJob): boolean => job.options.every((option) => range(startOf(job, option), startOf(job, option) + (job.contiguous ? job.length : 1)).every((slot) => (goal.stretch[slot] ?? -1) >= 0))
  const whole = (job: ExactJob): number => range(0, job.length).reduce((sum, offset) => sum + weightAt(job, offset, goal.unit), 0)
  const mean = Math.ceil(jobs.reduce((sum, job) => sum + (inside(job) ? whole(job) : 0), 0) / Math.max(1, goal.stretches) - 1e-9)
  return Math.max(mean, ...jobs.map((job) => (inside(job) ? Math.max(...range(0, job.length).map((offset) => weightAt(job, offset, goal.unit))) : 0)))
}

function cheapest(exact: Exact, job: ExactJob, costs: Float64Array): { readonly value: number; readonly seat: Seat } {
  const seat = bestAlone(job, undefined, costs) ?? []
  // Which slot will be the last is left open: the earliest it could be is a bound.
  const end = exact.paysEnd && !job.contiguous ? (job.options[job.length - 1] ?? 0) + 1 : 0
  return { value: seat.reduce((sum, option) => sum + (costs[place(job.options, option)] ?? 0), end), seat }
}

/** Every set of runs that may be at once and to which no other can be added; undefined when there are too many. */
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
