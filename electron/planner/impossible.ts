/** Why nothing fits: the smallest reason, first of one job alone, then of a smallest set of jobs together. */
import type { Infeasibility, Job, PlanningProblem } from '../../shared/planning.ts'
import { canRun, toExact } from './exact.ts'
import { allowed } from './expand.ts'

/** Powers are told apart by far more than this, in kilowatts. */
const TOLERANCE_KW = 1e-6

/** The reason why a job cannot run whatever the others do; the first such job in the order of the list. `longest` counts all free slots for a job that may be split. */
export function impossibleAlone(problem: PlanningProblem): Infeasibility | undefined {
  const { jobs, slots, capKw, resources = [] } = problem
  for (const job of jobs) {
    const windows = allowed(job).map(([from, to]) => Math.min(to, slots) - from)
    const free = windows.reduce((sum, length) => sum + Math.max(0, length), 0)
    if (free === 0) return { kind: 'no-window', job: job.id }
    const longest = job.contiguous ? Math.max(...windows) : free
    if (longest < job.length) return { kind: 'too-short', job: job.id, longest, needed: job.length }
    if (capKw !== undefined && job.kw > capKw + TOLERANCE_KW) return { kind: 'cap', job: job.id, kw: job.kw, capKw }
    const named = [...(job.needs ?? []), ...(job.oneOf ?? [])]
    if (named.length === 0 || !resources.some(({ busy }) => busy !== undefined)) continue
    const alone = only(problem, [job])
    if (placeable(only({ ...problem, resources: resources.map(({ busy, ...rest }) => rest) }, [job])) && !placeable(alone)) return { kind: 'resource', job: job.id, resources: named }
  }
  return undefined
}

/** Whether each run of this part has a place as far as windows, cap, resources and order go. */
const placeable = (part: PlanningProblem): boolean => toExact(part).jobs.every(canRun)

/**
 * The jobs that cannot all run, for a problem known to be infeasible: one job that cannot run as often as it should, else one pair if a pair
 * is enough, else a set from which no job can be left out. `impossible` must only say yes when it is certain; where it cannot tell in time,
 * the set stays larger than need be.
 */
export async function impossibleTogether(problem: PlanningProblem, impossible: (part: PlanningProblem) => Promise<boolean>): Promise<Infeasibility> {
  const together = (jobs: readonly Job[]): Infeasibility => ({ kind: 'together', jobs: jobs.map((job) => job.id) })
  for (const job of problem.jobs) if (await impossible(only(problem, [job]))) return together([job])
  for (const [i, one] of problem.jobs.entries()) {
    for (const other of problem.jobs.slice(i + 1)) if (await impossible(only(problem, [one, other]))) return together([one, other])
  }
  let left = problem.jobs
  for (const job of problem.jobs) {
    const rest = left.filter((other) => other !== job)
    if (await impossible(only(problem, rest))) left = rest
  }
  return together(left)
}

/** The same problem with these jobs only. */
export function only(problem: PlanningProblem, jobs: readonly Job[]): PlanningProblem {
  const ids = new Set(jobs.map((job) => job.id))
  return { ...problem, jobs: jobs.map(({ after, gaps, ...job }) => ({ ...job, ...(after === undefined ? {} : { after: after.filter((id) => ids.has(id)) }), ...(gaps === undefined ? {} : { gaps: gaps.filter((gap) => ids.has(gap.job)) }) })) }
}
