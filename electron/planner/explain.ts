/** Why a plan is as it is: what keeps each job from a better time, and why a job does not run at a given time. Facts, no sentences. */
import type { Job, Placement, PlanningProblem } from '../../shared/planning.ts'

/** What stands in the way of a job at some start. `slot` is the first slot concerned. */
export type Obstacle =
  | { readonly kind: 'outside-window'; readonly slot: number }
  | { readonly kind: 'waits-for' | 'waited-for'; readonly job: string }
  | { readonly kind: 'over-cap'; readonly slot: number; readonly kw: number; readonly capKw: number; readonly beside: readonly string[] }

/** A better start that a job cannot have while the others stay where they are, by how much it would be better, and what alone prevents it. */
export interface Binding { readonly job: string; readonly start: number; readonly gain: number; readonly by: Obstacle['kind']; readonly obstacles: readonly Obstacle[] }

/** Why a job does not run from `start` on: obstacles, or, where there are none, how much more it would cost there than where it is (below 0: less). */
export interface WhyNot { readonly obstacles: readonly Obstacle[]; readonly more: number }

/**
 * `plan` is one that the verifier accepts; all other jobs stay where it puts them. A job that may be split is looked at as one piece
 * from `start` on. Throws for a job that the problem does not have.
 */
export function whyNot(problem: PlanningProblem, plan: readonly Placement[], jobId: string, start: number): WhyNot {
  const job = find(problem, jobId)
  const slots = run(job, { job: jobId, start })
  return { obstacles: obstaclesAt(problem, plan, job, slots), more: worth(problem, job, slots) - worth(problem, job, placed(problem, plan, jobId)) }
}

/**
 * For each job in one piece the best start that one kind of limit alone denies it: these are the limits that decide the plan. Ordered as
 * the jobs are; of equally good starts the earliest. Empty when every job has its own best time.
 */
export function bindings(problem: PlanningProblem, plan: readonly Placement[]): Binding[] {
  return problem.jobs.filter((job) => job.contiguous).flatMap((job) => {
    const now = worth(problem, job, placed(problem, plan, job.id))
    const best = new Map<Obstacle['kind'], Binding>()
    for (let start = 0; start + job.length <= problem.slots; start++) {
      const slots = run(job, { job: job.id, start })
      const gain = now - worth(problem, job, slots)
      if (gain <= 1e-9) continue
      const obstacles = obstaclesAt(problem, plan, job, slots)
      const [by, ...more] = new Set(obstacles.map((obstacle) => obstacle.kind))
      if (by !== undefined && more.length === 0 && gain > (best.get(by)?.gain ?? 0) + 1e-9) best.set(by, { job: job.id, start, gain, by, obstacles })
    }
    return [...best.values()]
  })
}

function obstaclesAt(problem: PlanningProblem, plan: readonly Placement[], job: Job, slots: readonly number[]): Obstacle[] {
  const first = slots[0] ?? 0, last = slots.at(-1) ?? 0
  const inOne = job.windows.some(([from, to]) => first >= from && last < Math.min(to, problem.slots))
  const outside = slots.find((slot) => slot >= problem.slots || !job.windows.some(([from, to]) => slot >= from && slot < to)) ?? last
  const others = problem.jobs.filter((other) => other.id !== job.id).map((other) => ({ other, slots: placed(problem, plan, other.id) }))
  const order = others.flatMap(({ other, slots: theirs }): Obstacle[] => {
    if (job.after?.includes(other.id) === true && (theirs.at(-1) ?? -1) >= first) return [{ kind: 'waits-for', job: other.id }]
    return other.after?.includes(job.id) === true && (theirs[0] ?? Infinity) <= last ? [{ kind: 'waited-for', job: other.id }] : []
  })
  const crowd = slots.map((slot) => {
    const beside = others.filter(({ slots: theirs }) => theirs.includes(slot)).map(({ other }) => other)
    return { slot, kw: beside.reduce((sum, other) => sum + other.kw, job.kw), beside: beside.map((other) => other.id) }
  }).find(({ kw }) => problem.capKw !== undefined && kw > problem.capKw + 1e-6)
  return [
    ...(inOne ? [] : [{ kind: 'outside-window' as const, slot: outside }]),
    ...order,
    ...(crowd === undefined || problem.capKw === undefined ? [] : [{ kind: 'over-cap' as const, ...crowd, capKw: problem.capKw }]),
  ]
}

function find(problem: PlanningProblem, id: string): Job {
  const job = problem.jobs.find((j) => j.id === id)
  if (job === undefined) throw new RangeError(`there is no job ${id}`)
  return job
}

const placed = (problem: PlanningProblem, plan: readonly Placement[], id: string): readonly number[] => {
  const placement = plan.find((p) => p.job === id)
  return placement === undefined ? [] : run(find(problem, id), placement)
}

const run = (job: Job, { start, slots }: Placement): readonly number[] => slots ?? Array.from({ length: job.length }, (_, i) => start + i)

const worth = (problem: PlanningProblem, job: Job, slots: readonly number[]): number =>
  problem.objective === 'earliest' ? (slots.at(-1) ?? 0) + 1 : slots.reduce((sum, slot) => sum + (problem.prices?.[slot] ?? 0) * job.kw, 0)
