/** Recomputes a plan from the problem alone. Shares no code with the solver: what the solver gets wrong, this must still see. */
import type { Job, PlanFault, Placement, PlanningProblem, Verdict } from '../../shared/planning.ts'

const TOLERANCE_KW = 1e-6

interface Run { readonly slots: readonly number[]; readonly resource: string | undefined }

/**
 * Checks every run, window, length, piece, order, gap, repeat, resource and cap; then the objective and its distance to `optimum`
 * (relative; 0 when unknown). Runs of a repeated job are taken in the order of time.
 */
export function verifyPlan(problem: PlanningProblem, placements: readonly Placement[], optimum: number | undefined): Verdict {
  const faults: PlanFault[] = placements.filter((p) => !problem.jobs.some((job) => job.id === p.job)).map((p) => ({ kind: 'unknown', job: p.job }))
  const runs = runsOf(problem, placements)
  for (const job of problem.jobs) faults.push(...alone(problem, job, runs.get(job.id) ?? []))
  for (const job of problem.jobs) faults.push(...order(job, runs))
  faults.push(...crowded(problem, runs), ...overloaded(problem, runs))
  if (faults.length > 0) return { ok: false, faults }
  const objective = worth(problem, runs)
  const gap = optimum === undefined ? 0 : Math.max(0, objective - optimum) / Math.max(1e-9, Math.abs(optimum))
  return { ok: true, objective, gap: gap < 1e-9 ? 0 : gap }
}

/** The objective of a plan, whether it holds or not. */
export const objectiveOf = (problem: PlanningProblem, placements: readonly Placement[]): number => worth(problem, runsOf(problem, placements))

const runsOf = (problem: PlanningProblem, placements: readonly Placement[]): ReadonlyMap<string, readonly Run[]> => new Map(problem.jobs.map((job) => [job.id, placements.filter((p) => p.job === job.id).map((p): Run => ({ slots: occupied(p, job.length), resource: p.with })).sort((a, b) => (a.slots[0] ?? 0) - (b.slots[0] ?? 0))]))

function occupied(placement: Placement, length: number): number[] {
  if (placement.slots !== undefined) return [...placement.slots].sort((a, b) => a - b)
  // A job that may be split can also be given by its start alone: then it is meant in one piece.
  return Array.from({ length }, (_, i) => placement.start + i)
}

const within = (ranges: readonly (readonly [number, number])[] | undefined, slot: number): boolean => ranges?.some(([from, to]) => slot >= from && slot < to) === true

/** What is wrong with the runs of one job whatever the others do. */
function alone(problem: PlanningProblem, job: Job, runs: readonly Run[]): PlanFault[] {
  const faults: PlanFault[] = []
  const wanted = job.repeat === undefined ? 1 : 'times' in job.repeat ? job.repeat.times : job.repeat.within.length
  if (runs.length < wanted) faults.push({ kind: 'missing', job: job.id })
  if (runs.length > wanted) faults.push({ kind: 'twice', job: job.id })
  runs.forEach(({ slots, resource }, turn) => {
    const first = slots[0] ?? 0
    if (slots.length !== job.length || new Set(slots).size !== slots.length) faults.push({ kind: 'wrong-length', job: job.id, slot: first })
    const gap = job.contiguous ? slots.find((slot, i) => i > 0 && slot !== (slots[i - 1] ?? 0) + 1) : undefined
    if (gap !== undefined) faults.push({ kind: 'not-contiguous', job: job.id, slot: gap })
    const outside = slots.find((slot) => !Number.isInteger(slot) || slot < 0 || slot >= problem.slots || !within(job.windows, slot))
    if (outside !== undefined) faults.push({ kind: 'outside-window', job: job.id, slot: outside })
    // Windows that touch are one stretch of time, but a run in one piece lies in one window.
    else if (job.contiguous && !job.windows.some((window) => slots.every((slot) => within([window], slot)))) faults.push({ kind: 'outside-window', job: job.id, slot: slots.at(-1) ?? 0 })
    const shut = slots.find((slot) => within(job.forbidden, slot))
    if (shut !== undefined) faults.push({ kind: 'forbidden', job: job.id, slot: shut })
    if (job.repeat !== undefined && 'within' in job.repeat) {
      const own = job.repeat.within[turn], late = slots.find((slot) => own === undefined || !within([own], slot))
      if (late !== undefined) faults.push({ kind: 'too-close', job: job.id, slot: late })
    } else if (turn > 0 && first < (runs[turn - 1]?.slots.at(-1) ?? -1) + 1 + (job.repeat?.apart ?? 0)) faults.push({ kind: 'too-close', job: job.id, slot: first })
    if (job.oneOf === undefined ? resource !== undefined : resource === undefined || !job.oneOf.includes(resource)) faults.push({ kind: 'wrong-resource', job: job.id })
  })
  return faults
}

/** Whether a job starts too early or too late for those it follows. */
function order(job: Job, runs: ReadonlyMap<string, readonly Run[]>): PlanFault[] {
  const first = runs.get(job.id)?.[0]?.slots[0]
  if (first === undefined) return []
  return [...(job.after ?? []).map((id) => ({ job: id, min: 0, max: undefined })), ...(job.gaps ?? [])].flatMap((gap): PlanFault[] => {
    const end = Math.max(-1, ...(runs.get(gap.job) ?? []).flatMap((run) => run.slots)) + 1
    if (first < end + (gap.min ?? 0)) return [{ kind: 'too-early', job: job.id, slot: first }]
    return gap.max !== undefined && first > end + gap.max ? [{ kind: 'too-late', job: job.id, slot: first }] : []
  })
}

/** The first slot of each resource in which it is busy or too many runs use it. */
function crowded({ slots, jobs, resources = [] }: PlanningProblem, runs: ReadonlyMap<string, readonly Run[]>): PlanFault[] {
  return resources.flatMap(({ id, capacity = 1, busy }): PlanFault[] => {
    for (let slot = 0; slot < slots; slot++) {
      const users = jobs.filter((job) => runs.get(job.id)?.some((run) => run.slots.includes(slot) && (job.needs?.includes(id) === true || run.resource === id)) === true)
      const many = jobs.reduce((sum, job) => sum + (runs.get(job.id) ?? []).filter((run) => run.slots.includes(slot) && (job.needs?.includes(id) === true || run.resource === id)).length, 0)
      const last = users.at(-1)
      if (last !== undefined && (many > capacity || within(busy, slot))) return [{ kind: 'resource-taken', resource: id, slot, job: last.id }]
    }
    return []
  })
}

const powerAt = (job: Job, run: Run, slot: number): number => {
  const place = run.slots.indexOf(slot)
  return place === -1 ? 0 : job.profile?.[place] ?? job.kw
}

/** What all runs draw in a slot, without the base load. */
const drawn = (problem: PlanningProblem, runs: ReadonlyMap<string, readonly Run[]>, slot: number): number =>
  problem.jobs.reduce((sum, job) => sum + (runs.get(job.id) ?? []).reduce((kw, run) => kw + powerAt(job, run, slot), 0), 0)

/** The first slot over the cap. A base load that is over it by itself is nobody's fault as long as nothing adds to it. */
function overloaded(problem: PlanningProblem, runs: ReadonlyMap<string, readonly Run[]>): PlanFault[] {
  for (let slot = 0; slot < problem.slots; slot++) {
    const capKw = Math.min(problem.capKw ?? Infinity, problem.caps?.[slot] ?? Infinity), jobs = drawn(problem, runs, slot), kw = jobs + (problem.base?.[slot] ?? 0)
    if (jobs > TOLERANCE_KW && kw > capKw + TOLERANCE_KW) return [{ kind: 'over-cap', slot, kw: Math.round(kw * 10) / 10, capKw }]
  }
  return []
}

function worth(problem: PlanningProblem, runs: ReadonlyMap<string, readonly Run[]>): number {
  const each = problem.jobs.flatMap((job) => (runs.get(job.id) ?? []).map((run) => ({ job, run })))
  const slots = Array.from({ length: problem.slots }, (_, slot) => slot)
  switch (problem.objective) {
    case 'cost': return each.reduce((sum, { job, run }) => sum + run.slots.reduce((cost, slot) => cost + (problem.prices?.[slot] ?? 0) * powerAt(job, run, slot), 0), 0)
    case 'earliest': return each.reduce((sum, { run }) => sum + Math.max(...run.slots) + 1, 0)
    case 'self-use': return slots.reduce((sum, slot) => sum + Math.max(0, (problem.base?.[slot] ?? 0) + drawn(problem, runs, slot) - (problem.solar?.[slot] ?? 0)), 0)
    case 'spread': {
      const busy = (slot: number): number => each.reduce((sum, { job, run }) => sum + (job.kw === 0 ? Number(run.slots.includes(slot)) : powerAt(job, run, slot)), 0)
      return Math.max(0, ...(problem.days ?? slots.map((slot): [number, number] => [slot, slot + 1])).map(([from, to]) => slots.slice(from, to).reduce((sum, slot) => sum + busy(slot), 0)))
    }
    case 'fair': {
      const named = (problem.resources ?? []).filter(({ id }) => problem.jobs.some((job) => job.oneOf?.includes(id) === true))
      const loads = named.map(({ id, done }) => each.reduce((sum, { job, run }) => sum + (run.resource === id ? job.length : 0), done ?? 0))
      return loads.length === 0 ? 0 : Math.max(...loads) - Math.min(...loads)
    }
  }
}
