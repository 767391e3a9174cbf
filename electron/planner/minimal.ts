/** Minimal disclosure: leaves out of a problem what provably cannot change its answer. */
import type { Job, PlanningProblem } from '../../shared/planning.ts'


export interface Minimal {
  readonly problem: PlanningProblem
  /** What was left out, in words for a person. */
  readonly dropped: readonly string[]
}

/**
 * Every rule keeps the set of feasible plans and their order by objective, so the answer is the same by construction:
 * a cap that all jobs together cannot reach binds nothing; a window too short for a run in one piece holds no plan; a slot outside
 * every window is never run, so its price is never paid; slots after the last window are never used.
 */
export function minimal(problem: PlanningProblem): Minimal {
  const dropped: string[] = []
  const jobs = problem.jobs.map((job): Job => ({ ...job, windows: job.windows.filter(([from, to]) => !job.contiguous || to - from >= job.length) }))
  if (jobs.some((job, i) => job.windows.length < (problem.jobs[i]?.windows.length ?? 0))) dropped.push('Free times too short to be of use')
  const slots = Math.max(1, ...jobs.flatMap((job) => job.windows.map(([, to]) => to)))
  if (slots < problem.slots) dropped.push('The hours after the last possible moment')
  const { capKw, prices, ...rest } = problem
  const capMatters = capKw !== undefined && jobs.reduce((sum, job) => sum + job.kw, 0) > capKw + 1e-6
  if (capKw !== undefined && !capMatters) dropped.push('What your connection carries')
  const usable = (slot: number): boolean => jobs.some((job) => job.windows.some(([from, to]) => slot >= from && slot < to))
  const least = prices?.slice(0, slots).map((price, slot) => (usable(slot) ? price : 0))
  if (prices?.slice(0, slots).some((price, slot) => price !== 0 && !usable(slot)) === true) dropped.push('Prices of hours in which nothing can run')
  return { problem: { ...rest, slots, jobs, ...(capMatters ? { capKw } : {}), ...(least === undefined ? {} : { prices: least }) }, dropped }
}
