/** Why a plan is as it is: what keeps each job from a better time, and why a job does not run at a given time. Facts, no sentences. */
import type { Infeasibility, Job, Placement, PlanningProblem, Solved } from '../../shared/planning.ts'
import { objectiveOf } from './verify.ts'

/** What stands in the way of a run at some start. `slot` is the first slot concerned. */
export type Obstacle =
  | { readonly kind: 'outside-window' | 'forbidden'; readonly slot: number }
  /** It is where it is by its nature; nothing else is asked. */
  | { readonly kind: 'fixed' }
  | { readonly kind: 'waits-for' | 'waited-for'; readonly job: string }
  /** It would be farther from the other than it may be. */
  | { readonly kind: 'too-far-from'; readonly job: string }
  /** Another run of the same job is too near, or has the range to itself. */
  | { readonly kind: 'too-close'; readonly slot: number }
  | { readonly kind: 'over-cap'; readonly slot: number; readonly kw: number; readonly capKw: number; readonly beside: readonly string[] }
  /** `beside` uses the resource then; empty when it is busy with something else. */
  | { readonly kind: 'resource-taken'; readonly resource: string; readonly slot: number; readonly beside: readonly string[] }

/** A better start that a job cannot have while the others stay where they are, by how much it would be better, and what alone prevents it. */
export interface Binding { readonly job: string; readonly start: number; readonly gain: number; readonly by: Obstacle['kind']; readonly obstacles: readonly Obstacle[] }

/** Why a job does not run from `start` on: obstacles, or, where there are none, how much more it would cost there than where it is (below 0: less). */
export interface WhyNot { readonly obstacles: readonly Obstacle[]; readonly more: number }

/**
 * `plan` is one that the verifier accepts; all other runs stay where it puts them. A job that may be split is looked at as one piece
 * from `start` on; of a repeated job it is the run that is `turn`th in time that moves. `more` is in the problem's objective. Who was chosen
 * stays chosen. Throws for a job that the problem does not have.
 */
export function whyNot(problem: PlanningProblem, plan: readonly Placement[], jobId: string, start: number, turn = 0): WhyNot {
  const job = find(problem, jobId), moved = runsOf(plan, jobId)[turn]
  return { obstacles: obstaclesAt(problem, plan, job, moved, start), more: objectiveOf(problem, movedTo(plan, moved, start)) - objectiveOf(problem, plan) }
}

/** What keeps a job out of a stretch when all others may move: the reason that nothing fits, or by how much the best plan is worse (0: not at all). */
export type WhyNotWithin = { readonly kind: 'impossible'; readonly why: Infeasibility } | { readonly kind: 'worse'; readonly by: number; readonly plan: readonly Placement[] } | { readonly kind: 'unknown' }

/** "Why not on Saturday?": solves the problem once more with all runs of the job inside [from, to). `best` is the proven optimum. */
export async function whyNotWithin(problem: PlanningProblem, best: number, jobId: string, [from, to]: readonly [number, number], solve: (changed: PlanningProblem) => Promise<Solved>): Promise<WhyNotWithin> {
  find(problem, jobId)
  const solved = await solve({ ...problem, jobs: problem.jobs.map((job) => (job.id === jobId ? inside(job, from, to) : job)) })
  if (solved.status === 'infeasible') return { kind: 'impossible', why: solved.why }
  return solved.status === 'optimal' ? { kind: 'worse', by: Math.max(0, Number((solved.objective - best).toPrecision(12))), plan: solved.plan } : { kind: 'unknown' }
}

/** A fixed job that does not lie in the stretch has no place there. */
function inside({ fixed, ...job }: Job, from: number, to: number): Job {
  const windows = job.windows.map(([a, b]): [number, number] => [Math.max(a, from), Math.min(b, to)]).filter(([a, b]) => a < b)
  return fixed === true && JSON.stringify(windows) === JSON.stringify(job.windows) ? { ...job, fixed } : { ...job, windows: fixed === true ? [] : windows }
}

/**
 * For each job in one piece that runs once the best start that one kind of limit alone denies it: these are the limits that decide the plan.
 * Ordered as the jobs are; of equally good starts the earliest. Empty when every job has its own best time.
 */
export function bindings(problem: PlanningProblem, plan: readonly Placement[]): Binding[] {
  const now = objectiveOf(problem, plan)
  return problem.jobs.filter((job) => job.contiguous && job.repeat === undefined && job.fixed !== true).flatMap((job) => {
    const best = new Map<Obstacle['kind'], Binding>(), moved = runsOf(plan, job.id)[0]
    for (let start = 0; start + job.length <= problem.slots; start++) {
      const gain = now - objectiveOf(problem, movedTo(plan, moved, start))
      if (gain <= 1e-9) continue
      const obstacles = obstaclesAt(problem, plan, job, moved, start)
      const [by, ...more] = new Set(obstacles.map((obstacle) => obstacle.kind))
      if (by !== undefined && more.length === 0 && gain > (best.get(by)?.gain ?? 0) + 1e-9) best.set(by, { job: job.id, start, gain: Number(gain.toPrecision(12)), by, obstacles })
    }
    return [...best.values()]
  })
}

function obstaclesAt(problem: PlanningProblem, plan: readonly Placement[], job: Job, moved: Placement | undefined, start: number): Obstacle[] {
  if (job.fixed === true && start !== job.windows[0]?.[0]) return [{ kind: 'fixed' }]
  const slots = Array.from({ length: job.length }, (_, i) => start + i)
  const others = plan.filter((placement) => placement !== moved).flatMap((placement) => { const other = problem.jobs.find((one) => one.id === placement.job); return other === undefined ? [] : [{ other, placement, slots: slotsOf(other, placement) }] })
  return [...outside(problem, job, slots), ...order(problem, job, slots, others), ...again(job, slots, plan, moved), ...overload(problem, job, slots, others), ...taken(problem, job, slots, moved, others)]
}

interface Other { readonly other: Job; readonly placement: Placement; readonly slots: readonly number[] }

const within = (ranges: readonly (readonly [number, number])[] | undefined, slot: number): boolean => ranges?.some(([from, to]) => slot >= from && slot < to) === true

function outside(problem: PlanningProblem, job: Job, slots: readonly number[]): Obstacle[] {
  const last = slots.at(-1) ?? 0
  const inOne = job.windows.some((window) => slots.every((slot) => within([window], slot))) && last < problem.slots
  const shut = slots.find((slot) => within(job.forbidden, slot))
  return [
    ...(inOne ? [] : [{ kind: 'outside-window' as const, slot: slots.find((slot) => slot >= problem.slots || !within(job.windows, slot)) ?? last }]),
    ...(shut === undefined ? [] : [{ kind: 'forbidden' as const, slot: shut }]),
  ]
}

function order(problem: PlanningProblem, job: Job, slots: readonly number[], others: readonly Other[]): Obstacle[] {
  // A repeated job starts with its first run and ends with its last.
  const spans = new Map<string, { readonly first: number; readonly end: number }>()
  for (const { other, slots: theirs } of [...others, { other: job, slots }]) {
    const had = spans.get(other.id)
    spans.set(other.id, { first: Math.min(had?.first ?? Infinity, ...theirs), end: Math.max(had?.end ?? 0, ...theirs.map((slot) => slot + 1)) })
  }
  const own = spans.get(job.id)
  return problem.jobs.filter((other) => other.id !== job.id).flatMap((other): Obstacle[] => {
    const theirs = spans.get(other.id)
    if (own === undefined || theirs === undefined) return []
    const later = gapsOf(job, other.id).map((gap) => ({ gap, wait: own.first - theirs.end, kind: 'waits-for' as const })), earlier = gapsOf(other, job.id).map((gap) => ({ gap, wait: theirs.first - own.end, kind: 'waited-for' as const }))
    return [...later, ...earlier].flatMap(({ gap, wait, kind }): Obstacle[] => (wait < gap.min ? [{ kind, job: other.id }] : wait > gap.max ? [{ kind: 'too-far-from', job: other.id }] : []))
  })
}

const gapsOf = (job: Job, first: string): { readonly min: number; readonly max: number }[] => [
  ...(job.after?.includes(first) === true ? [{ min: 0, max: Infinity }] : []),
  ...(job.gaps ?? []).filter((gap) => gap.job === first).map(({ min = 0, max = Infinity }) => ({ min, max })),
]

/** Other runs of the same job. */
function again(job: Job, slots: readonly number[], plan: readonly Placement[], moved: Placement | undefined): Obstacle[] {
  const { repeat } = job
  if (repeat === undefined) return []
  const rest = plan.filter((placement) => placement.job === job.id && placement !== moved).map((placement) => slotsOf(job, placement)), first = slots[0] ?? 0, last = slots.at(-1) ?? 0
  if ('times' in repeat) return rest.some((theirs) => first <= (theirs.at(-1) ?? -1) + (repeat.apart ?? 0) && (theirs[0] ?? Infinity) <= last + (repeat.apart ?? 0)) ? [{ kind: 'too-close', slot: first }] : []
  const own = repeat.within.find((range) => slots.every((slot) => within([range], slot)))
  return own === undefined || rest.some((theirs) => within([own], theirs[0] ?? -1)) ? [{ kind: 'too-close', slot: first }] : []
}

function overload(problem: PlanningProblem, job: Job, slots: readonly number[], others: readonly Other[]): Obstacle[] {
  const crowd = slots.map((slot, offset) => {
    const beside = others.filter(({ slots: theirs }) => theirs.includes(slot)), capKw = Math.min(problem.capKw ?? Infinity, problem.caps?.[slot] ?? Infinity), own = job.profile?.[offset] ?? job.kw
    return { slot, own, kw: beside.reduce((sum, { other, slots: theirs }) => sum + (other.profile?.[theirs.indexOf(slot)] ?? other.kw), own + (problem.base?.[slot] ?? 0)), capKw, beside: beside.map(({ other }) => other.id) }
  }).find(({ own, kw, capKw }) => own > 0 && kw > capKw + 1e-6)
  return crowd === undefined ? [] : [{ kind: 'over-cap', slot: crowd.slot, kw: crowd.kw, capKw: crowd.capKw, beside: crowd.beside }]
}

/** For each resource that the run would use the first slot in which it is busy or fully used. */
function taken(problem: PlanningProblem, job: Job, slots: readonly number[], moved: Placement | undefined, others: readonly Other[]): Obstacle[] {
  const uses = [...(job.needs ?? []), ...(moved?.with === undefined ? [] : [moved.with])]
  return (problem.resources ?? []).filter(({ id }) => uses.includes(id)).flatMap(({ id, capacity = 1, busy }): Obstacle[] => {
    const users = (slot: number): string[] => others.filter(({ other, placement, slots: theirs }) => theirs.includes(slot) && (other.needs?.includes(id) === true || placement.with === id)).map(({ other }) => other.id)
    const slot = slots.find((at) => within(busy, at) || users(at).length >= capacity)
    return slot === undefined ? [] : [{ kind: 'resource-taken', resource: id, slot, beside: within(busy, slot) ? [] : users(slot) }]
  })
}

function find(problem: PlanningProblem, id: string): Job {
  const job = problem.jobs.find((j) => j.id === id)
  if (job === undefined) throw new RangeError(`there is no job ${id}`)
  return job
}

const slotsOf = (job: Job, { start, slots }: Placement): readonly number[] => slots ?? Array.from({ length: job.length }, (_, i) => start + i)
const runsOf = (plan: readonly Placement[], id: string): Placement[] => plan.filter((placement) => placement.job === id).sort((a, b) => a.start - b.start)
const movedTo = (plan: readonly Placement[], moved: Placement | undefined, start: number): Placement[] => plan.map((placement) => (placement === moved ? { job: placement.job, start, ...(placement.with === undefined ? {} : { with: placement.with }) } : placement))
