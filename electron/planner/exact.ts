/** The problem in whole numbers, one entry per run: costs and powers compare exactly, so that no rounding error ever decides between two plans. */
import type { Placement, PlanningProblem } from '../../shared/planning.ts'
import { powersOf, scaleOf, wholeNumbers } from './whole-numbers.ts'
import { linked, runsOf, type Link } from './expand.ts'

/** One run of a job. */
export interface ExactJob {
  /** Which job of the problem this is a run of. */
  readonly source: number
  /** The highest power of it, and that of each slot where these differ. */
  readonly kw: number
  readonly power?: readonly number[]
  readonly length: number
  readonly contiguous: boolean
  /**
   * Ascending. Contiguous: every start at which it can still fit, times how many may be chosen from, plus the place of the chosen one among
   * `choices`; split: every slot it may still use.
   */
  readonly options: readonly number[]
  /** Cost of each option, a whole number. */
  readonly costs: readonly number[]
  readonly after: readonly Link[]
  readonly before: readonly Link[]
  /** Resources it uses, all of `needs` and one of `choices`. */
  readonly needs: readonly number[]
  readonly choices: readonly number[]
}

/** What is minimised. `sum`: the costs of the options. The others are about what the runs come to together; their options cost nothing. */
export type Goal =
  | { readonly kind: 'sum' }
  /** Σ over slots of load above surplus, on top of what is drawn anyway. */
  | { readonly kind: 'grid'; readonly surplus: readonly number[]; readonly anyway: number }
  /** The largest sum of weights in a stretch. `stretch` is −1 outside all of them. */
  | { readonly kind: 'peak'; readonly stretch: readonly number[]; readonly stretches: number; readonly unit: number }
  /** The difference between the most and the least used of these resources. */
  | { readonly kind: 'fair'; readonly among: readonly number[]; readonly done: readonly number[] }

export interface Exact {
  readonly slots: number
  /** The most that can be drawn in any slot, and what is left of it in each slot. */
  readonly cap: number
  readonly room: readonly number[]
  /** How many runs each resource can serve in each slot. */
  readonly resources: readonly (readonly number[])[]
  readonly jobs: readonly ExactJob[]
  readonly goal: Goal
  /** How many units of power make a kilowatt, and how many whole numbers make one of the objective's own. */
  readonly perKw: number
  readonly unit: number
  /** True when a split job pays its last slot + 1 on top of its options. (The starts of a contiguous job say it all.) */
  readonly paysEnd: boolean
}

/** Where one run is: its option, or, split, its slots, ascending. */
export type Seat = readonly number[]
export type Seats = readonly Seat[]

/** Total cost stays below this, so that sums are exact and bounds in floating point are good to far less than one. */
const MOST = 1e11

/**
 * Order between runs is already drawn into the options: what would start too early for its predecessors, or end too late for its
 * successors, is gone, and so is every option at which a resource is busy or the cap too low for this run alone. Prices and powers keep
 * their decimals as long as the total fits; beyond that they are rounded to eleven digits.
 */
export function toExact(problem: PlanningProblem): Exact {
  const { slots, jobs, objective } = problem
  const scale = scaleOf(problem), power = powersOf(problem, scale)
  const runs = runsOf(problem)
  const ids = new Map((problem.resources ?? []).map((resource, r) => [resource.id, r]))
  const resources = (problem.resources ?? []).map(({ capacity = 1, busy = [] }) => range(0, slots).map((slot) => (busy.some(([from, to]) => slot >= from && slot < to) ? 0 : capacity)))
  const energy = runs.reduce((sum, { source }) => sum + (power.jobs[source] ?? []).reduce((a, b) => a + b, 0) * (jobs[source]?.contiguous === false ? jobs[source].length : 1), 0)
  const prices = wholeNumbers(range(0, slots).map((slot) => (objective === 'cost' ? problem.prices?.[slot] ?? 0 : 0)), MOST / Math.max(1, energy))

  const open = runs.map(({ source, windows }) => {
    const job = jobs[source], own = power.jobs[source] ?? []
    if (job === undefined) return []
    const needs = (job.needs ?? []).map((id) => resources[ids.get(id) ?? -1]), choices = (job.oneOf ?? []).map((id) => resources[ids.get(id) ?? -1]), ways = Math.max(1, choices.length)
    const piece = job.contiguous ? job.length : 1, most = Math.max(...own), flat = own.every((kw) => kw === most)
    // blocked[slot]: how many slots before this one cannot be used at all.
    const blocked = (shut: (slot: number) => boolean): Int32Array => { const sums = new Int32Array(slots + 1); for (let slot = 0; slot < slots; slot++) sums[slot + 1] = (sums[slot] ?? 0) + (shut(slot) ? 1 : 0); return sums }
    const always = blocked((slot) => (flat && most > (power.room[slot] ?? 0)) || needs.some((capacity) => (capacity?.[slot] ?? 0) === 0)), each = choices.map((capacity) => blocked((slot) => (capacity?.[slot] ?? 0) === 0))
    const found: number[] = []
    for (const [from, to] of windows) {
      for (let start = from, end = from + piece; end <= Math.min(to, slots); start++, end++) {
        if (always[end] !== always[start] || (!flat && own.some((kw, offset) => kw > (power.room[start + offset] ?? 0)))) continue
        for (let way = 0; way < ways; way++) if (each[way]?.[end] === each[way]?.[start]) found.push(start * ways + way)
      }
    }
    return found
  })
  const { options, after, before } = linked(problem, runs, open)
  return {
    slots, cap: power.cap, room: power.room, resources, paysEnd: objective === 'earliest', perKw: scale, unit: objective === 'spread' || objective === 'self-use' ? scale : 1,
    goal: goalOf(problem, power.surplus, scale),
    jobs: runs.map(({ source }, i): ExactJob => {
      const job = jobs[source], profile = power.jobs[source] ?? [], own = options[i] ?? [], ways = Math.max(1, job?.oneOf?.length ?? 0), kw = Math.max(0, ...profile)
      const length = job?.length ?? 1, contiguous = job?.contiguous ?? true
      const price = (option: number): number => {
        if (objective === 'earliest') return contiguous ? Math.floor(option / ways) + length : 0
        if (objective !== 'cost') return 0
        if (!contiguous) return (prices[option] ?? 0) * kw
        let sum = 0
        for (let offset = 0, start = Math.floor(option / ways); offset < length; offset++) sum += (prices[start + offset] ?? 0) * (profile[offset] ?? 0)
        return sum
      }
      return {
        source, kw, length, contiguous, options: own, costs: own.map(price), after: after[i] ?? [], before: before[i] ?? [],
        ...(job?.profile === undefined || profile.every((value) => value === kw) ? {} : { power: profile }),
        needs: (job?.needs ?? []).map((id) => ids.get(id) ?? -1), choices: (job?.oneOf ?? []).map((id) => ids.get(id) ?? -1),
      }
    }),
  }
}

function goalOf({ objective, slots, jobs, days, resources = [] }: PlanningProblem, surplus: readonly number[], scale: number): Goal {
  switch (objective) {
    case 'cost': case 'earliest': return { kind: 'sum' }
    case 'self-use': return { kind: 'grid', surplus: surplus.map((kw) => Math.max(0, kw)), anyway: surplus.reduce((sum, kw) => sum + Math.max(0, -kw), 0) }
    case 'spread': {
      const stretches = days ?? range(0, slots).map((slot) => [slot, slot + 1] as const)
      return { kind: 'peak', unit: scale, stretches: stretches.length, stretch: range(0, slots).map((slot) => stretches.findIndex(([from, to]) => slot >= from && slot < to)) }
    }
    case 'fair': {
      const among = resources.flatMap(({ id }, r) => (jobs.some((job) => job.oneOf?.includes(id) === true) ? [r] : []))
      return { kind: 'fair', among, done: among.map((r) => resources[r]?.done ?? 0) }
    }
  }
}

export function range(from: number, to: number): number[] {
  const list: number[] = []
  for (let n = from; n < to; n++) list.push(n)
  return list
}

/** Whether a run has options enough to run at all. */
export const canRun = (job: ExactJob): boolean => job.options.length >= (job.contiguous ? 1 : job.length)

/** How many options share a start. */
export const waysOf = (job: ExactJob): number => (job.choices.length > 1 ? job.choices.length : 1)
export const startOf = (job: ExactJob, option: number): number => (job.choices.length > 1 ? Math.floor(option / job.choices.length) : option)
export const startsAt = (job: ExactJob, seat: Seat): number => startOf(job, seat[0] ?? 0)
/** The resource chosen from those it may choose from, if any. */
export const chosenOf = (job: ExactJob, option: number): number | undefined => (job.choices.length === 0 ? undefined : job.choices[option % job.choices.length])
export const endOf = (job: ExactJob, seat: Seat): number => (job.contiguous ? startsAt(job, seat) + job.length : (seat.at(-1) ?? 0) + 1)
export const slotsOf = (job: ExactJob, seat: Seat): Seat => (job.contiguous ? range(startsAt(job, seat), startsAt(job, seat) + job.length) : seat)
/** What it draws in the slot that is the `offset`th of its run. */
export const powerAt = (job: ExactJob, offset: number): number => job.power?.[offset] ?? job.kw
/** What it weighs for `peak`: its power, or, without any, one. */
export const weightAt = (job: ExactJob, offset: number, unit: number): number => (job.kw === 0 ? unit : powerAt(job, offset))

/** What one run pays by itself. */
export const seatCost = ({ paysEnd }: Exact, job: ExactJob, seat: Seat): number => seat.reduce((cost, option) => cost + (job.costs[place(job.options, option)] ?? 0), 0) + (paysEnd && !job.contiguous ? endOf(job, seat) : 0)

/** Where a value stands in an ascending list that holds it. */
export function place(list: readonly number[], value: number): number {
  let low = 0, high = list.length - 1
  while (low < high) { const middle = (low + high) >> 1; if ((list[middle] ?? 0) < value) low = middle + 1; else high = middle }
  return low
}

/** The objective, in whole numbers. */
export function costOf(exact: Exact, seats: Seats): number {
  const { goal, jobs } = exact
  switch (goal.kind) {
    case 'sum': return jobs.reduce((sum, job, i) => sum + seatCost(exact, job, seats[i] ?? []), 0)
    case 'grid': {
      const load = new Float64Array(exact.slots)
      jobs.forEach((job, i) => { slotsOf(job, seats[i] ?? []).forEach((slot, offset) => { load[slot] = (load[slot] ?? 0) + powerAt(job, offset) }) })
      return load.reduce((sum, kw, slot) => sum + Math.max(0, kw - (goal.surplus[slot] ?? 0)), goal.anyway)
    }
    case 'peak': {
      const weight = new Float64Array(goal.stretches)
      jobs.forEach((job, i) => { slotsOf(job, seats[i] ?? []).forEach((slot, offset) => { const at = goal.stretch[slot] ?? -1; if (at >= 0) weight[at] = (weight[at] ?? 0) + weightAt(job, offset, goal.unit) }) })
      return Math.max(0, ...weight)
    }
    case 'fair': {
      const done = goal.among.map((r, k) => jobs.reduce((sum, job, i) => sum + (chosenOf(job, seats[i]?.[0] ?? 0) === r ? job.length : 0), goal.done[k] ?? 0))
      return done.length === 0 ? 0 : Math.max(...done) - Math.min(...done)
    }
  }
}

/** Whether these seats keep the cap, the order and the resources. (Windows and lengths are kept by choosing among the options.) */
export function fits(exact: Exact, seats: Seats): boolean {
  const left = Float64Array.from(exact.room), free = exact.resources.map((capacity) => Int32Array.from(capacity))
  return exact.jobs.every((job, i) => {
    const seat = seats[i] ?? []
    if (job.after.some(({ job: a, min, max }) => { const first = exact.jobs[a], wait = first === undefined ? 0 : startsAt(job, seat) - endOf(first, seats[a] ?? []); return wait < min || wait > max })) return false
    const chosen = chosenOf(job, seat[0] ?? 0), uses = chosen === undefined ? job.needs : [...job.needs, chosen]
    return slotsOf(job, seat).every((slot, offset) => {
      const kw = powerAt(job, offset)
      if (kw > 0 && (left[slot] = (left[slot] ?? 0) - kw) < 0) return false
      return uses.every((r) => { const one = free[r]; return one !== undefined && (one[slot] = (one[slot] ?? 0) - 1) >= 0 })
    })
  })
}

/** One placement per run, job after job. */
export const toPlacements = (problem: PlanningProblem, exact: Exact, seats: Seats): Placement[] => problem.jobs.flatMap(({ id }, source) => exact.jobs.flatMap((job, i): Placement[] => {
  if (job.source !== source) return []
  const seat = seats[i] ?? [], chosen = chosenOf(job, seat[0] ?? 0), name = chosen === undefined ? undefined : problem.resources?.[chosen]?.id
  return [{ job: id, start: startsAt(job, seat), ...(job.contiguous ? {} : { slots: [...seat] }), ...(name === undefined ? {} : { with: name }) }]
}))
