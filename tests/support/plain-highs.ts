/** The named peer: a planning problem as the time-indexed model of a textbook, given to HiGHS as it is. Shares no code with the planner. */
import loadHighs, { type ModelData } from 'highs'
import type { Job, Placement, PlanningProblem } from '../../shared/planning.ts'

export interface PlainAnswer {
  readonly status: 'optimal' | 'infeasible' | 'timeout'
  readonly objective: number | undefined
  readonly plan: Placement[] | undefined
  /** No plan is below this. */
  readonly bound: number
}

export type PlainHighs = (problem: PlanningProblem, seconds: number) => PlainAnswer

interface Way { readonly start: number; readonly resource: string | undefined; readonly column: number }
interface Run { readonly job: Job; readonly ways: readonly Way[] }

export async function openPlainHighs(): Promise<PlainHighs> {
  const highs = await loadHighs()
  const { modelStatus, solutionStatus } = highs.constants
  return (problem, seconds) => {
    const { data, runs } = plainModel(problem)
    if (runs.some(({ job, ways }) => ways.length < (job.contiguous ? 1 : job.length))) return { status: 'infeasible', objective: undefined, plan: undefined, bound: Infinity }
    return highs.withModel(data, (model): PlainAnswer => {
      model.options.set({ output_flag: false, time_limit: seconds, mip_rel_gap: 0, mip_abs_gap: 1e-7 })
      model.run()
      const status = model.getModelStatus(), bound = Number(model.info.get('mip_dual_bound'))
      if (status === modelStatus.infeasible || status === modelStatus.unboundedOrInfeasible) return { status: 'infeasible', objective: undefined, plan: undefined, bound }
      if (Number(model.info.get('primal_solution_status')) !== solutionStatus.feasible) return { status: 'timeout', objective: undefined, plan: undefined, bound }
      const { colValue } = model.getSolution()
      const plan = runs.map(({ job, ways }): Placement => {
        const chosen = ways.filter(({ column }) => (colValue[column] ?? 0) > 0.5).sort((a, b) => a.start - b.start), first = chosen[0]
        return { job: job.id, start: first?.start ?? 0, ...(job.contiguous ? {} : { slots: chosen.map(({ start }) => start) }), ...(first?.resource === undefined ? {} : { with: first.resource }) }
      })
      return { status: status === modelStatus.optimal ? 'optimal' : 'timeout', objective: model.getObjectiveValue(), plan, bound }
    })
  }
}

/** One binary per start and resource (per slot for a job that may be split); assignment, capacity and order row by row; order by the sums of starts. */
function plainModel(problem: PlanningProblem): { readonly data: ModelData; readonly runs: readonly Run[] } {
  const { slots, jobs, objective } = problem
  const cost: number[] = [], lower: number[] = [], upper: number[] = [], whole: (0 | 1)[] = [], rowLower: number[] = [], rowUpper: number[] = [], starts = [0], indices: number[] = [], values: number[] = []
  const column = (price: number, most: number, integer: boolean, least = 0): number => { cost.push(price); lower.push(least); upper.push(most); whole.push(integer ? 1 : 0); return cost.length - 1 }
  const row = (terms: readonly (readonly [number, number])[], least: number, most: number): void => { for (const [c, v] of terms) { indices.push(c); values.push(v) } starts.push(indices.length); rowLower.push(least); rowUpper.push(most) }
  const inside = (ranges: readonly (readonly [number, number])[] | undefined, slot: number): boolean => ranges?.some(([from, to]) => slot >= from && slot < to) === true
  const power = (job: Job, offset: number): number => job.profile?.[offset] ?? job.kw

  const runs = jobs.flatMap((job) => {
    const within = job.repeat !== undefined && 'within' in job.repeat ? job.repeat.within : undefined
    const times = job.repeat === undefined ? 1 : 'times' in job.repeat ? job.repeat.times : job.repeat.within.length
    return Array.from({ length: times }, (_, turn): Run => {
      const length = job.contiguous ? job.length : 1
      const ways = Array.from({ length: slots }, (__, start) => start).filter((start) => {
        const all = Array.from({ length }, (__, i) => start + i)
        return start + length <= slots && job.windows.some((window) => all.every((slot) => inside([window], slot))) && all.every((slot) => !inside(job.forbidden, slot) && (within === undefined || inside([within[turn] ?? [0, 0]], slot)))
      }).flatMap((start) => (job.oneOf ?? [undefined]).map((resource): Way => ({
        start, resource,
        column: column(objective === 'cost' ? Array.from({ length }, (__, i) => (problem.prices?.[start + i] ?? 0) * power(job, i)).reduce((a, b) => a + b, 0) : objective === 'earliest' && job.contiguous ? start + length : 0, 1, true),
      })))
      row(ways.map((way) => [way.column, 1]), job.contiguous ? 1 : job.length, job.contiguous ? 1 : job.length)
      return { job, ways }
    })
  })
  const using = (run: Run, slot: number): (readonly [Way, number])[] => run.ways.filter(({ start }) => slot >= start && slot < start + (run.job.contiguous ? run.job.length : 1)).map((way) => [way, slot - way.start])

  const ends = new Map<Run, number>()
  const endOf = (run: Run): readonly (readonly [number, number])[] => {
    if (run.job.contiguous) return run.ways.map((way) => [way.column, way.start + run.job.length])
    let end = ends.get(run)
    if (end === undefined) { end = column(0, slots, false); ends.set(run, end); for (const way of run.ways) row([[end, 1], [way.column, -(way.start + 1)]], 0, Infinity) }
    return [[end, 1]]
  }
  const startOf = (run: Run): readonly (readonly [number, number])[] => {
    if (run.job.contiguous) return run.ways.map((way) => [way.column, way.start])
    const begin = column(0, slots, false)
    for (const way of run.ways) row([[begin, 1], [way.column, slots - way.start]], -Infinity, slots)
    return [[begin, 1]]
  }
  const order = (first: Run | undefined, then: Run | undefined, min: number, max: number): void => {
    if (first === undefined || then === undefined) return
    if (first === then) { row([], 1, 1); return }
    row([...startOf(then), ...endOf(first).map(([c, v]) => [c, -v] as const)], min, max)
  }
  for (const job of jobs) {
    const own = runs.filter((run) => run.job === job)
    own.slice(1).forEach((run, i) => { order(own[i], run, job.repeat !== undefined && 'times' in job.repeat ? job.repeat.apart ?? 0 : 0, Infinity) })
    for (const { job: id, min = 0, max = Infinity } of [...(job.after ?? []).map((name) => ({ job: name })), ...(job.gaps ?? [])] as { job: string; min?: number; max?: number }[]) order(runs.findLast((run) => run.job.id === id), own[0], min, max)
  }
  if (objective === 'earliest') for (const run of runs) if (!run.job.contiguous) for (const [c] of endOf(run)) cost[c] = 1

  for (let slot = 0; slot < slots; slot++) {
    const load = runs.flatMap((run) => using(run, slot).map(([way, offset]) => [way.column, power(run.job, offset)] as const)).filter(([, kw]) => kw > 0)
    const cap = Math.min(problem.capKw ?? Infinity, problem.caps?.[slot] ?? Infinity) - (problem.base?.[slot] ?? 0)
    if (load.length > 0 && cap < Infinity) row(load, -Infinity, Math.max(0, cap) + 1e-9)
    for (const { id, capacity = 1, busy } of problem.resources ?? []) {
      const users = runs.flatMap((run) => using(run, slot).filter(([way]) => run.job.needs?.includes(id) === true || way.resource === id).map(([way]) => [way.column, 1] as const))
      if (users.length > 0) row(users, -Infinity, inside(busy, slot) ? 0 : capacity)
    }
    if (objective === 'self-use') { const grid = column(1, Infinity, false); row([[grid, 1], ...load.map(([c, kw]) => [c, -kw] as const)], (problem.base?.[slot] ?? 0) - (problem.solar?.[slot] ?? 0), Infinity) }
  }
  if (objective === 'spread') {
    const peak = column(1, Infinity, false)
    for (const [from, to] of problem.days ?? Array.from({ length: slots }, (_, slot) => [slot, slot + 1] as const)) {
      const sums = new Map<number, number>()
      for (let slot = from; slot < to; slot++) for (const run of runs) for (const [way, offset] of using(run, slot)) sums.set(way.column, (sums.get(way.column) ?? 0) + (run.job.kw === 0 ? 1 : power(run.job, offset)))
      row([[peak, 1], ...[...sums].map(([c, v]) => [c, -v] as const)], 0, Infinity)
    }
  }
  const named = (problem.resources ?? []).filter(({ id }) => jobs.some((job) => job.oneOf?.includes(id) === true))
  if (objective === 'fair' && named.length > 0) {
    const most = column(1, Infinity, false), least = column(-1, Infinity, false)
    for (const { id, done = 0 } of named) {
      const had = runs.flatMap((run) => run.ways.filter((way) => way.resource === id).map((way) => [way.column, -run.job.length] as const))
      row([[most, 1], ...had], done, Infinity)
      row([[least, 1], ...had], -Infinity, done)
    }
  }
  return { runs, data: { numCols: cost.length, numRows: rowLower.length, colCost: cost, colLower: lower, colUpper: upper, rowLower, rowUpper, integrality: whole, matrix: { format: 'csr', numRows: rowLower.length, numCols: cost.length, starts, indices, values } } }
}
