/**
 * The anonymous problem and its plan: the only shape in which scheduling leaves the house.
 * It is an allow-list: what has no field here cannot leave. No date, no zone, no name.
 * Slots are numbered 0 … slots-1 from a hidden origin and last `slotMinutes` each.
 */
import { z } from 'zod'

const MAX_SLOTS = 1000
const Slot = z.number().int().min(0).max(MAX_SLOTS)
export const JobId = z.string().regex(/^J[1-9]\d{0,2}$/)

export const Job = z.strictObject({
  id: JobId,
  /** How many slots it runs. */
  length: z.number().int().min(1).max(MAX_SLOTS),
  /** Power while running, kilowatts, rounded to 0.1. */
  kw: z.number().min(0).max(50),
  /** True: the slots it runs are consecutive. False: it may be split. */
  contiguous: z.boolean(),
  /** Where it may run: half-open slot ranges [from, to), ascending and disjoint. A contiguous run lies in one of them. */
  windows: z.array(z.tuple([Slot, Slot])).max(200).refine((w) => w.every(([a, b], i) => a < b && (i === 0 || (w[i - 1]?.[1] ?? 0) <= a)), 'windows ascend and do not overlap'),
  /** Jobs that must have ended before this one starts. */
  after: z.array(JobId).max(50).optional(),
})
export type Job = z.infer<typeof Job>

export const PlanningProblem = z.strictObject({
  slots: z.number().int().min(1).max(MAX_SLOTS),
  slotMinutes: z.union([z.literal(5), z.literal(10), z.literal(15), z.literal(30), z.literal(60)]),
  jobs: z.array(Job).min(1).max(50).refine((jobs) => new Set(jobs.map((j) => j.id)).size === jobs.length, 'job ids are unique'),
  /** What all running jobs together may draw, kilowatts. Absent when it cannot matter. */
  capKw: z.number().positive().max(100).optional(),
  /** Relative price of each slot, scaled so that only ratios survive; may be negative. Absent for `earliest`. */
  prices: z.array(z.number().min(-10000).max(10000)).max(MAX_SLOTS).optional(),
  /** cost: least total price; ties → earliest. earliest: least sum of finishing slots. */
  objective: z.enum(['cost', 'earliest']),
})
export type PlanningProblem = z.infer<typeof PlanningProblem>

/** Where a job runs: the slots of a contiguous job are start … start+length-1 and `slots` is absent; a split job lists its slots, ascending. */
export const Placement = z.strictObject({ job: JobId, start: Slot, slots: z.array(Slot).max(MAX_SLOTS).optional() })
export type Placement = z.infer<typeof Placement>

export const Plan = z.strictObject({
  plan: z.array(Placement).max(50),
  /** In the solver's words, which limits decided: never shown as fact without being checked. */
  binding: z.array(z.string().max(200)).max(20).optional(),
})
export type Plan = z.infer<typeof Plan>

/** Cost: Σ price × kW over the slots run. Earliest: Σ of each job's last slot + 1. */
export type Solved =
  | { readonly status: 'optimal'; readonly plan: Placement[]; readonly objective: number }
  | { readonly status: 'timeout'; readonly plan: Placement[] | undefined; readonly objective: number | undefined; /** relative, 0.02 = at most 2 % off */ readonly gap: number | undefined }
  | { readonly status: 'infeasible'; readonly why: Infeasibility }

/** Why nothing fits: the smallest reason found. */
export type Infeasibility =
  | { readonly kind: 'no-window'; readonly job: string }
  | { readonly kind: 'too-short'; readonly job: string; /** longest free stretch, slots */ readonly longest: number; readonly needed: number }
  | { readonly kind: 'cap'; readonly job: string; readonly kw: number; readonly capKw: number }
  | { readonly kind: 'together'; readonly jobs: readonly string[] }

/** What `verify` recomputes from the true data. */
export type Verdict =
  | { readonly ok: true; readonly objective: number; /** relative to the proven optimum; 0 = optimal */ readonly gap: number }
  | { readonly ok: false; readonly faults: readonly PlanFault[] }

export type PlanFault =
  | { readonly kind: 'missing' | 'unknown' | 'twice'; readonly job: string }
  | { readonly kind: 'outside-window' | 'wrong-length' | 'not-contiguous' | 'too-early'; readonly job: string; readonly slot: number }
  | { readonly kind: 'over-cap'; readonly slot: number; readonly kw: number; readonly capKw: number }
