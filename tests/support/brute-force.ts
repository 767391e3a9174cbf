/** Every plan of a small problem, one by one: the independent second opinion on the planner. Shares no code with it. */
import type { Job, Placement, PlanningProblem } from '../../shared/planning.ts'

interface Run { readonly job: Job; readonly slots: readonly number[]; readonly resource: string | undefined }

export interface Best { readonly objective: number; /** sum of finishing slots */ readonly ends: number; /** of equals the one whose runs, in the order of the list, are first */ readonly plan: readonly Placement[] }

/** The best of all plans, of equals the earliest, of these the first; undefined when there is no plan. Takes time without limit: keep problems small. */
export function bruteForce(problem: PlanningProblem): Best | undefined {
  const turns = problem.jobs.flatMap((job) => Array.from({ length: job.repeat === undefined ? 1 : 'times' in job.repeat ? job.repeat.times : job.repeat.within.length }, (_, turn) => everyRun(problem, job, turn)))
  let best: Best | undefined
  const extend = (depth: number, runs: readonly Run[]): void => {
    const choices = turns[depth]
    if (choices === undefined) {
      if (!keepsOrder(problem, runs)) return
      const objective = objectiveOf(problem, runs), ends = runs.reduce((sum, run) => sum + end(run), 0)
      // Runs are tried in the order of the list and of time, so that of equals the first comes first.
      if (best === undefined || objective < best.objective - 1e-6 || (objective < best.objective + 1e-6 && ends < best.ends)) best = { objective, ends, plan: runs.map(placementOf) }
      return
    }
    for (const run of choices) {
      const more = [...runs, run]
      if (isRoom(problem, more, run.slots)) extend(depth + 1, more)
    }
  }
  extend(0, [])
  return best
}

const placementOf = ({ job, slots, resource }: Run): Placement => ({ job: job.id, start: slots[0] ?? 0, ...(job.contiguous ? {} : { slots: [...slots] }), ...(resource === undefined ? {} : { with: resource }) })
const end = (run: Run): number => Math.max(...run.slots) + 1
const inside = (ranges: readonly (readonly [number, number])[] | undefined, slot: number): boolean => ranges?.some(([from, to]) => slot >= from && slot < to) === true

/** Every place and person for one run of a job, whatever the others do. */
function everyRun({ slots }: PlanningProblem, job: Job, turn: number): Run[] {
  const range = job.repeat !== undefined && 'within' in job.repeat ? job.repeat.within[turn] : undefined
  const open = Array.from({ length: slots }, (_, slot) => slot).filter((slot) => inside(job.windows, slot) && !inside(job.forbidden, slot) && (range === undefined || inside([range], slot)))
  const choose = (from: number, left: number): number[][] => (left === 0 ? [[]] : open.filter((slot) => slot >= from).flatMap((slot) => choose(slot + 1, left - 1).map((rest) => [slot, ...rest])))
  const places = job.contiguous
    ? open.map((start) => Array.from({ length: job.length }, (_, i) => start + i)).filter((run) => run.every((slot) => open.includes(slot)) && job.windows.some((window) => run.every((slot) => inside([window], slot))))
    : choose(0, job.length)
  return places.flatMap((place) => (job.oneOf ?? [undefined]).map((resource) => ({ job, slots: place, resource })))
}

const drawn = (runs: readonly Run[], slot: number): number => runs.reduce((sum, { job, slots }) => sum + (slots.includes(slot) ? job.profile?.[slots.indexOf(slot)] ?? job.kw : 0), 0)

/** Whether cap and resources hold in these slots. */
function isRoom({ capKw, caps, base, resources }: PlanningProblem, runs: readonly Run[], slots: readonly number[]): boolean {
  return slots.every((slot) => {
    const kw = drawn(runs, slot)
    if (kw > 0 && kw + (base?.[slot] ?? 0) > Math.min(capKw ?? Infinity, caps?.[slot] ?? Infinity) + 1e-9) return false
    return (resources ?? []).every(({ id, capacity = 1, busy }) => {
      const users = runs.filter((run) => run.slots.includes(slot) && (run.resource === id || run.job.needs?.includes(id) === true)).length
      return users === 0 || (users <= capacity && !inside(busy, slot))
    })
  })
}

function keepsOrder({ jobs }: PlanningProblem, runs: readonly Run[]): boolean {
  return jobs.every((job) => {
    const own = runs.filter((run) => run.job === job)
    if (job.repeat !== undefined && own.some((run, i) => i > 0 && (run.slots[0] ?? 0) < end(own[i - 1] ?? run) + ('times' in job.repeat! ? job.repeat.apart ?? 0 : 0))) return false
    const first = Math.min(...own.flatMap((run) => run.slots))
    const ended = (id: string): number => Math.max(...runs.filter((run) => run.job.id === id).map(end))
    return (job.after ?? []).every((id) => first >= ended(id)) && (job.gaps ?? []).every((gap) => first - ended(gap.job) >= (gap.min ?? 0) && first - ended(gap.job) <= (gap.max ?? Infinity))
  })
}

function objectiveOf({ objective, slots, jobs, prices, base, solar, days, resources }: PlanningProblem, runs: readonly Run[]): number {
  const line = Array.from({ length: slots }, (_, slot) => slot)
  switch (objective) {
    case 'cost': return line.reduce((sum, slot) => sum + (prices?.[slot] ?? 0) * drawn(runs, slot), 0)
    case 'earliest': return runs.reduce((sum, run) => sum + end(run), 0)
    case 'self-use': return line.reduce((sum, slot) => sum + Math.max(0, drawn(runs, slot) + (base?.[slot] ?? 0) - (solar?.[slot] ?? 0)), 0)
    case 'spread': {
      const weight = (slot: number): number => drawn(runs, slot) + runs.filter((run) => run.job.kw === 0 && run.slots.includes(slot)).length
      return (days ?? line.map((slot) => [slot, slot + 1] as const)).reduce((most, [from, to]) => Math.max(most, line.filter((slot) => slot >= from && slot < to).reduce((sum, slot) => sum + weight(slot), 0)), 0)
    }
    case 'fair': {
      const shares = (resources ?? []).filter(({ id }) => jobs.some((job) => job.oneOf?.includes(id) === true)).map(({ id, done = 0 }) => done + runs.reduce((sum, run) => sum + (run.resource === id ? run.job.length : 0), 0))
      return shares.length === 0 ? 0 : Math.max(...shares) - Math.min(...shares)
    }
  }
}
