/**
 * The anonymous problem and its plan: the only shape in which scheduling leaves the house.
 * It is an allow-list: what has no field here cannot leave. No date, no zone, no name.
 * Slots are numbered 0 … slots-1 from a hidden origin and last `slotMinutes` each. Every power is in kilowatts, rounded to 0.1.
 */
import { z } from 'zod'

const MAX_SLOTS = 1000
/** The most runs all jobs of a problem may have together, repeats counted. */
export const MAX_RUNS = 200
const Slot = z.number().int().min(0).max(MAX_SLOTS)
const Kw = z.number().min(0).max(50)
export const JobId = z.string().regex(/^J[1-9]\d{0,2}$/)
export const ResourceId = z.string().regex(/^R[1-9]\d{0,2}$/)
/** Half-open slot ranges [from, to), ascending and disjoint. */
const Ranges = z.array(z.tuple([Slot, Slot])).max(200).refine((w) => w.every(([a, b], i) => a < b && (i === 0 || (w[i - 1]?.[1] ?? 0) <= a)), 'windows ascend and do not overlap')
const Resources = z.array(ResourceId).min(1).max(20).refine((ids) => new Set(ids).size === ids.length, 'each resource is named once')

/** Somebody or something that a job needs while it runs: a person, a room, a car. Which of these it is does not leave. */
export const Resource = z.strictObject({
  id: ResourceId,
  /** How many runs may use it at once. Absent: one. */
  capacity: z.number().int().min(1).max(50).optional(),
  /** When it cannot be used at all. */
  busy: Ranges.optional(),
  /** Slots of work it has had before, which `fair` counts along. Absent: none. */
  done: z.number().int().min(0).max(100_000).optional(),
})
export type Resource = z.infer<typeof Resource>

export const Gap = z.strictObject({
  /** The job that comes first. */
  job: JobId,
  /** At least, and at most, this many slots lie between its end and the start of this one. Absent: 0, and without limit. */
  min: Slot.optional(),
  max: Slot.optional(),
})
export type Gap = z.infer<typeof Gap>

export const Job = z.strictObject({
  id: JobId,
  /** How many slots it runs, each time. */
  length: z.number().int().min(1).max(MAX_SLOTS),
  /** Power while running; with a profile, the highest of it. 0 for what uses no power. */
  kw: Kw,
  /** True: the slots it runs are consecutive. False: it may be split. */
  contiguous: z.boolean(),
  /** Where it may run. A contiguous run lies in one of them. */
  windows: Ranges,
  /** Jobs that must have ended before this one starts. */
  after: z.array(JobId).max(50).optional(),
  /** What it is, for a reader; it decides nothing. Absent: a load. All but a load use no power. */
  kind: z.enum(['load', 'chore', 'appointment', 'practice']).optional(),
  /** Power in each slot of a contiguous run. */
  profile: z.array(Kw).min(1).max(MAX_SLOTS).optional(),
  /** Where it may not run although a window allows it: quiet hours, nobody at home. No slot of a run lies in them. */
  forbidden: Ranges.optional(),
  /** It has one possible place, its window, which is as long as it runs: a medication, an appointment. No solver and no relaxation moves it. */
  fixed: z.literal(true).optional(),
  /** Resources that every run uses, all of them. */
  needs: Resources.optional(),
  /** Resources of which every run uses one, chosen by the solver; only for contiguous jobs. */
  oneOf: Resources.optional(),
  /** Like `after`, with a distance; `max` only between contiguous jobs. A repeated job starts with its first run and ends with its last. */
  gaps: z.array(Gap).max(50).optional(),
  /** It runs several times: so often, with at least `apart` slots from the end of a run to the next start (absent: 0); or once in each range. */
  repeat: z.union([z.strictObject({ times: z.number().int().min(2).max(100), apart: Slot.optional() }), z.strictObject({ within: Ranges.min(1) })]).optional(),
})
export type Job = z.infer<typeof Job>

export const PlanningProblem = z.strictObject({
  slots: z.number().int().min(1).max(MAX_SLOTS),
  slotMinutes: z.union([z.literal(5), z.literal(10), z.literal(15), z.literal(30), z.literal(60)]),
  jobs: z.array(Job).min(1).max(50).refine((jobs) => new Set(jobs.map((j) => j.id)).size === jobs.length, 'job ids are unique'),
  /** What all running jobs and the base load together may draw. Absent when it cannot matter. */
  capKw: z.number().positive().max(100).optional(),
  /** The same per slot; where both are given, both hold. */
  caps: z.array(z.number().min(0).max(100)).max(MAX_SLOTS).optional(),
  /** Relative price of each slot, scaled so that only ratios survive; may be negative. Absent when the objective is not `cost`. */
  prices: z.array(z.number().min(-10000).max(10000)).max(MAX_SLOTS).optional(),
  /** What the house draws in each slot whatever is planned. */
  base: z.array(Kw).max(MAX_SLOTS).optional(),
  /** What the roof gives in each slot: only `self-use` asks for it. */
  solar: z.array(Kw).max(MAX_SLOTS).optional(),
  resources: z.array(Resource).max(50).refine((list) => new Set(list.map((r) => r.id)).size === list.length, 'resource ids are unique').optional(),
  /** The stretches between which `spread` levels the load: days, mornings. Absent: every slot is one. */
  days: Ranges.optional(),
  /**
   * cost: least total of price × kW over the slots run. earliest: least sum of finishing slots. spread: the most that runs in any one of
   * `days` is least, where a run counts its kW in each slot, and 1 when its job uses no power. self-use: least drawn from the grid, the
   * sum over all slots of what base and jobs draw above `solar`. fair: least difference between the most and the least busy of all
   * resources named in `oneOf`, counted in slots, `done` included.
   * Of equals the earliest (least sum of finishing slots); of these the one whose jobs, in the order of the list, start first.
   */
  objective: z.enum(['cost', 'earliest', 'spread', 'self-use', 'fair']),
})
export type PlanningProblem = z.infer<typeof PlanningProblem>

/** Where a job runs: the slots of a contiguous job are start … start+length-1 and `slots` is absent; a split job lists its slots, ascending. */
export const Placement = z.strictObject({
  job: JobId,
  start: Slot,
  slots: z.array(Slot).max(MAX_SLOTS).optional(),
  /** Which resource of `oneOf` was chosen. */
  with: ResourceId.optional(),
})
export type Placement = z.infer<typeof Placement>

/** One placement per run: a repeated job has several, in the order of time. */
export const Plan = z.strictObject({
  plan: z.array(Placement).max(MAX_RUNS),
  /** In the solver's words, which limits decided: never shown as fact without being checked. */
  binding: z.array(z.string().max(200)).max(20).optional(),
})
export type Plan = z.infer<typeof Plan>

/** How often a job runs. */
export const timesOf = ({ repeat }: Pick<Job, 'repeat'>): number => (repeat === undefined ? 1 : 'times' in repeat ? repeat.times : repeat.within.length)

/** What is wrong with a problem whose fields are each valid, in half a sentence; undefined when nothing is. */
export function contradiction({ slots, jobs, objective, prices, caps, base, solar, resources = [] }: PlanningProblem): string | undefined {
  const ids = new Set(jobs.map((job) => job.id)), known = new Set(resources.map((r) => r.id)), split = new Set(jobs.filter((job) => !job.contiguous).map((job) => job.id))
  const short = (list: readonly unknown[] | undefined): boolean => list !== undefined && list.length < slots
  if (objective === 'cost' && (prices?.length ?? 0) < slots) return 'a cost needs a price for every slot'
  if (objective === 'self-use' && solar === undefined) return 'self-use needs what the roof gives'
  if (short(caps) || short(base) || short(solar)) return 'caps, base and solar need a number for every slot'
  if (jobs.reduce((sum, job) => sum + timesOf(job), 0) > MAX_RUNS) return `there are more than ${MAX_RUNS} runs`
  for (const job of jobs) {
    const stranger = [...(job.after ?? []), ...(job.gaps ?? []).map((gap) => gap.job)].find((id) => !ids.has(id)) ?? [...(job.needs ?? []), ...(job.oneOf ?? [])].find((id) => !known.has(id))
    if (stranger !== undefined) return `${job.id} names ${stranger}, which does not exist`
    if ((job.kind ?? 'load') !== 'load' && job.kw > 0) return `${job.id} is no load but uses power`
    if (job.profile !== undefined && (!job.contiguous || job.profile.length !== job.length || Math.max(...job.profile) !== job.kw)) return `the profile of ${job.id} is not that of its run`
    if (job.oneOf !== undefined && (!job.contiguous || job.oneOf.some((id) => job.needs?.includes(id) === true))) return `${job.id} may be split or needs whom it could choose`
    if (job.gaps?.some((gap) => (gap.max ?? Infinity) < (gap.min ?? 0) || (gap.max !== undefined && (split.has(job.id) || split.has(gap.job)))) === true) return `a gap of ${job.id} cannot be kept or measured`
    if (job.fixed === true && (!job.contiguous || job.repeat !== undefined || job.windows.length !== 1 || (job.windows[0]?.[1] ?? 0) - (job.windows[0]?.[0] ?? 0) !== job.length)) return `${job.id} is fixed but has more than one place`
  }
  return undefined
}

/** The objective is that of the problem; see there. Timeout: time ran out before the proof. */
export type Solved =
  | { readonly status: 'optimal'; readonly plan: Placement[]; readonly objective: number }
  | { readonly status: 'timeout'; readonly plan: Placement[] | undefined; readonly objective: number | undefined; /** relative, 0.02 = at most 2 % off */ readonly gap: number | undefined }
  | { readonly status: 'infeasible'; readonly why: Infeasibility }

/** Why nothing fits: the smallest reason found. */
export type Infeasibility =
  | { readonly kind: 'no-window'; readonly job: string }
  | { readonly kind: 'too-short'; readonly job: string; /** longest free stretch, slots */ readonly longest: number; readonly needed: number }
  | { readonly kind: 'cap'; readonly job: string; readonly kw: number; readonly capKw: number }
  /** It has no place at which the resources it needs are free. */
  | { readonly kind: 'resource'; readonly job: string; readonly resources: readonly string[] }
  | { readonly kind: 'together'; readonly jobs: readonly string[] }

/** What `verify` recomputes from the true data. */
export type Verdict =
  | { readonly ok: true; readonly objective: number; /** relative to the proven optimum; 0 = optimal */ readonly gap: number }
  | { readonly ok: false; readonly faults: readonly PlanFault[] }

export type PlanFault =
  | { readonly kind: 'missing' | 'unknown' | 'twice'; readonly job: string }
  | { readonly kind: 'outside-window' | 'forbidden' | 'wrong-length' | 'not-contiguous' | 'too-early' | 'too-late' | 'too-close'; readonly job: string; readonly slot: number }
  | { readonly kind: 'over-cap'; readonly slot: number; readonly kw: number; readonly capKw: number }
  /** Nobody, or somebody it may not have, was chosen. */
  | { readonly kind: 'wrong-resource'; readonly job: string }
  /** It is busy, or more runs use it than it can serve. */
  | { readonly kind: 'resource-taken'; readonly resource: string; readonly slot: number; readonly job: string }
