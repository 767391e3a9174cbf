/** Decimals of a problem as whole numbers in the same ratios. */
import type { PlanningProblem } from '../../shared/planning.ts'

const DIGITS = 9

export interface Powers {
  /** Power of each job per slot of its run; one number for a job that may be split. */
  readonly jobs: readonly (readonly number[])[]
  /** What is left for jobs in each slot, never below 0, and the most of these. */
  readonly room: readonly number[]
  readonly cap: number
  /** What the roof gives above the base load; below 0 where it gives less. */
  readonly surplus: readonly number[]
}

/** How many units make a kilowatt, so that every power is whole; what cannot be told apart by four decimals is rounded. */
export function scaleOf({ jobs, base = [], solar = [], objective }: PlanningProblem): number {
  const powers = [...jobs.flatMap((job) => job.profile ?? [job.kw]), ...(objective === 'self-use' ? [...base, ...solar] : [])]
  const unit = 10 ** ([0, 1, 2, 3].find((digits) => powers.every((kw) => isWhole(kw * 10 ** digits))) ?? 4)
  const divisor = powers.map((kw) => units(kw, unit)).reduce(gcd, objective === 'spread' && jobs.some((job) => job.kw === 0) ? unit : 0) || 1
  return unit / divisor
}

/** Jobs are rounded up and the cap down, to the safe side. */
export function powersOf({ slots, jobs, capKw = Infinity, caps, base, solar, }: PlanningProblem, scale: number): Powers {
  const own = jobs.map((job) => (job.profile ?? Array.from({ length: job.contiguous ? job.length : 1 }, () => job.kw)).map((kw) => units(kw, scale)))
  const all = jobs.reduce((sum, job, i) => sum + Math.max(...(own[i] ?? [0])) * (job.repeat === undefined ? 1 : 'times' in job.repeat ? job.repeat.times : job.repeat.within.length), 0)
  const each = (list: (slot: number) => number): number[] => Array.from({ length: slots }, (_, slot) => list(slot))
  const room = each((slot) => Math.max(0, Math.min(all, Math.floor((Math.min(capKw, caps?.[slot] ?? Infinity) - (base?.[slot] ?? 0)) * scale + 1e-6))))
  return { jobs: own, room, cap: Math.max(0, ...room), surplus: each((slot) => Math.round(((solar?.[slot] ?? 0) - (base?.[slot] ?? 0)) * scale)) }
}

/** Whole numbers in the same ratios, none larger than `most`. */
export function wholeNumbers(values: readonly number[], most: number): number[] {
  const largest = Math.max(...values.map(Math.abs))
  const digits = Array.from({ length: DIGITS + 1 }, (_, n) => n).find((n) => values.every((value) => isWhole(value * 10 ** n))) ?? DIGITS
  const wanted = values.map((value) => Math.round(value * 10 ** digits))
  const divisor = wanted.reduce(gcd, 0) || 1
  const reduced = wanted.map((value) => value / divisor)
  return (largest * 10 ** digits) / divisor <= most ? reduced : values.map((value) => Math.round((value / largest) * most))
}

const units = (kw: number, scale: number): number => Math.ceil(kw * scale - 1e-6)
const isWhole = (value: number): boolean => Math.abs(value - Math.round(value)) <= 1e-9 * Math.max(1, Math.abs(value))
const gcd = (a: number, b: number): number => (b === 0 ? Math.abs(a) : gcd(b, a % b))
