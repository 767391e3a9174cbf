/** The problem in whole numbers: costs and powers compare exactly, so that no rounding error ever decides between two plans. */
import type { Job, Placement, PlanningProblem } from '../../shared/planning.ts'

export interface ExactJob {
  readonly kw: number
  readonly length: number
  readonly contiguous: boolean
  /** Ascending. Contiguous: every start at which it can still fit; split: every slot it may still use. */
  readonly options: readonly number[]
  /** Cost of each option, a whole number. */
  readonly costs: readonly number[]
  /** Positions of the jobs that must have ended before it starts, and of those that wait for it. */
  readonly after: readonly number[]
  readonly before: readonly number[]
}

export interface Exact {
  readonly slots: number
  readonly cap: number
  readonly jobs: readonly ExactJob[]
  /** True when a split job pays its last slot + 1 on top of its options. (The starts of a contiguous job say it all.) */
  readonly paysEnd: boolean
}

/** Where one job runs: its start, or, split, its slots, ascending. */
export type Seat = readonly number[]
export type Seats = readonly Seat[]

/** Total cost stays below this, so that sums are exact and bounds in floating point are good to far less than one. */
const MOST = 1e11
const DIGITS = 9

/**
 * Order between jobs is already drawn into the options: what would start too early for its predecessors, or end too late for its
 * successors, is gone. Prices and powers keep their decimals as long as the total fits; beyond that they are rounded to eleven digits.
 */
export function toExact(problem: PlanningProblem): Exact {
  const position = new Map(problem.jobs.map((job, i) => [job.id, i]))
  const after = problem.jobs.map((job) => (job.after ?? []).map((id) => position.get(id) ?? -1))
  const before = problem.jobs.map((_, a) => problem.jobs.flatMap((__, b) => (after[b]?.includes(a) === true ? [b] : [])))
  const { cap, kw } = powers(problem)
  const energy = problem.jobs.reduce((sum, job, i) => sum + job.length * (kw[i] ?? 0), 0)
  const prices = wholeNumbers(Array.from({ length: problem.slots }, (_, slot) => (problem.objective === 'cost' ? problem.prices?.[slot] ?? 0 : 0)), MOST / Math.max(1, energy))
  const options = ordered(problem.jobs, after, before, problem.slots)
  const jobs = problem.jobs.map((job, i): ExactJob => {
    const own = options[i] ?? [], power = kw[i] ?? 0
    const price = (slot: number): number => (prices[slot] ?? 0) * power
    const costOf = (option: number): number => {
      if (problem.objective === 'earliest') return job.contiguous ? option + job.length : 0
      return job.contiguous ? range(option, option + job.length).reduce((sum, slot) => sum + price(slot), 0) : price(option)
    }
    return { kw: power, length: job.length, contiguous: job.contiguous, options: own, costs: own.map(costOf), after: after[i] ?? [], before: before[i] ?? [] }
  })
  return { slots: problem.slots, cap, jobs, paysEnd: problem.objective === 'earliest' }
}

export const range = (from: number, to: number): number[] => Array.from({ length: Math.max(0, to - from) }, (_, i) => from + i)

/** Every start at which a contiguous job lies inside one window; for a split job every slot of its windows. Slots past the end do not exist. */
export const optionsOf = (job: Job, slots: number): number[] => job.windows.flatMap(([from, to]) => range(from, Math.min(to, slots) - (job.contiguous ? job.length - 1 : 0)))

/** Whether a job has options enough to run at all. */
export const canRun = (job: ExactJob): boolean => job.options.length >= (job.contiguous ? 1 : job.length)

export const endOf = (job: ExactJob, seat: Seat): number => (job.contiguous ? (seat[0] ?? 0) + job.length : (seat.at(-1) ?? 0) + 1)

export const slotsOf = (job: ExactJob, seat: Seat): Seat => (job.contiguous ? range(seat[0] ?? 0, (seat[0] ?? 0) + job.length) : seat)

export function costOf(exact: Exact, seats: Seats): number {
  return exact.jobs.reduce((sum, job, i) => {
    const seat = seats[i] ?? []
    return sum + seat.reduce((cost, option) => cost + (job.costs[job.options.indexOf(option)] ?? 0), 0) + (exact.paysEnd && !job.contiguous ? endOf(job, seat) : 0)
  }, 0)
}

/** Whether these seats keep the cap and the order. (Windows and lengths are kept by choosing among the options.) */
export function fits(exact: Exact, seats: Seats): boolean {
  const load = new Float64Array(exact.slots)
  return exact.jobs.every((job, i) => {
    const seat = seats[i] ?? []
    if (job.after.some((a) => { const first = exact.jobs[a]; return first === undefined || endOf(first, seats[a] ?? []) > (seat[0] ?? 0) })) return false
    return slotsOf(job, seat).every((slot) => (load[slot] = (load[slot] ?? 0) + job.kw) <= exact.cap)
  })
}

export const toPlacements = (problem: PlanningProblem, seats: Seats): Placement[] =>
  problem.jobs.map((job, i) => { const seat = seats[i] ?? []; return { job: job.id, start: seat[0] ?? 0, ...(job.contiguous ? {} : { slots: [...seat] }) } })

/** Powers and cap in the same unit; what cannot be told apart by four decimals is rounded to the safe side. */
function powers({ jobs, capKw }: PlanningProblem): { cap: number; kw: number[] } {
  const unit = 10 ** (range(0, 4).find((digits) => jobs.every((job) => isWhole(job.kw * 10 ** digits))) ?? 4)
  const exact = jobs.map((job) => Math.ceil(job.kw * unit - 1e-6))
  const divisor = exact.reduce(gcd, 0) || 1
  const kw = exact.map((power) => power / divisor), all = kw.reduce((sum, power) => sum + power, 0)
  return { kw, cap: capKw === undefined ? all : Math.min(all, Math.floor((capKw * unit + 1e-6) / divisor)) }
}

/** Whole numbers in the same ratios, none larger than `most`. */
function wholeNumbers(values: readonly number[], most: number): number[] {
  const largest = Math.max(...values.map(Math.abs))
  const digits = range(0, DIGITS + 1).find((n) => values.every((value) => isWhole(value * 10 ** n))) ?? DIGITS
  const wanted = values.map((value) => Math.round(value * 10 ** digits))
  const divisor = wanted.reduce(gcd, 0) || 1
  const reduced = wanted.map((value) => value / divisor)
  return (largest * 10 ** digits) / divisor <= most ? reduced : values.map((value) => Math.round((value / largest) * most))
}

const isWhole = (value: number): boolean => Math.abs(value - Math.round(value)) <= 1e-9 * Math.max(1, Math.abs(value))
const gcd = (a: number, b: number): number => (b === 0 ? Math.abs(a) : gcd(b, a % b))

/** The options of each job that leave room for what must come before and after it. */
function ordered(jobs: readonly Job[], after: readonly (readonly number[])[], before: readonly (readonly number[])[], slots: number): number[][] {
  const options = jobs.map((job) => optionsOf(job, slots))
  const earliestEnd = (i: number): number => { const job = jobs[i], own = options[i] ?? []; return job === undefined ? 0 : (own[job.contiguous ? 0 : job.length - 1] ?? Infinity) + (job.contiguous ? job.length : 1) }
  const latestStart = (i: number): number => { const job = jobs[i], own = options[i] ?? []; return job === undefined ? 0 : own.at(job.contiguous ? -1 : -job.length) ?? -Infinity }
  // A limit passes along the whole chain; jobs that wait for each other in a circle end with no options at all.
  for (let changed = true; changed;) {
    changed = false
    jobs.forEach((job, i) => {
      const from = Math.max(0, ...(after[i] ?? []).map(earliestEnd)), to = Math.min(Infinity, ...(before[i] ?? []).map(latestStart))
      const own = options[i] ?? [], kept = own.filter((option) => option >= from && option + (job.contiguous ? job.length : 1) <= to)
      changed ||= kept.length < own.length
      options[i] = kept
    })
  }
  return options
}
