/** What would have to give way for everything to fit: the smallest step of each kind, each proven by solving the problem with it. */
import { contradiction, type Infeasibility, type Job, type PlanningProblem, type Solved } from '../../shared/planning.ts'
import { allowed } from './expand.ts'

/** One step, and the least of its kind that helps. */
export type Relaxation =
  /** The last window of the job ends so many slots later. */
  | { readonly kind: 'later'; readonly job: string; readonly slots: number }
  /** It may run in its forbidden hours from `from` to `to`. */
  | { readonly kind: 'allow'; readonly job: string; readonly from: number; readonly to: number }
  /** The resource is not busy from `from` to `to`. */
  | { readonly kind: 'free'; readonly resource: string; readonly from: number; readonly to: number }
  /** The cap is so high instead, kilowatts. */
  | { readonly kind: 'cap'; readonly capKw: number }
  | { readonly kind: 'drop'; readonly job: string }

export interface Relaxed {
  readonly relaxation: Relaxation
  /** The problem with it; a plan for it was found. */
  readonly problem: PlanningProblem
  /** Every smaller step of its kind is proven not to help. */
  readonly smallest: boolean
}

/** Steps of the cap, kilowatts. */
const CAP_STEP = 0.1
/** A job that is fixed is never moved and never dropped. */
const free = (job: Job): boolean => job.fixed !== true

/**
 * For a problem known to be infeasible, because of `why`. What the household can decide by itself comes first (a later end, then quiet hours),
 * then what others must agree to (somebody's time), what money must change (the cap), and giving something up; within a kind the smallest
 * step first, then in the order of the jobs. `solve` is asked with `earliest` as objective, for whether anything fits is all that counts;
 * what it cannot tell counts as not fitting, and then nothing is called smallest.
 */
export async function relax(problem: PlanningProblem, why: Infeasibility, solve: (changed: PlanningProblem) => Promise<Solved>): Promise<Relaxed[]> {
  const { prices, solar, ...rest } = problem
  const verdicts = new Map<string, Promise<'fits' | 'impossible' | 'unknown'>>()
  const judge = (changed: PlanningProblem): Promise<'fits' | 'impossible' | 'unknown'> => {
    const key = JSON.stringify(changed), known = verdicts.get(key)
    if (known !== undefined) return known
    const asked = contradiction(changed) !== undefined ? Promise.resolve('impossible' as const) : solve(changed).then((solved) => (solved.status === 'infeasible' ? 'impossible' : solved.plan === undefined ? 'unknown' : 'fits'))
    verdicts.set(key, asked)
    return asked
  }
  const base: PlanningProblem = { ...rest, objective: 'earliest' }
  /** The least step from 1 to `most` that helps; a larger step always allows what a smaller one does. */
  const least = async (most: number, change: (step: number) => PlanningProblem): Promise<{ readonly step: number; readonly smallest: boolean } | undefined> => {
    let low = 0, high = most, certain = true
    if (most < 1 || await judge(change(most)) !== 'fits') return undefined
    while (high - low > 1) {
      const middle = (low + high) >> 1, verdict = await judge(change(middle))
      if (verdict === 'fits') high = middle
      else { low = middle; certain &&= verdict === 'impossible' }
    }
    return { step: high, smallest: certain }
  }

  const blamed = why.kind === 'together' ? why.jobs : [why.job]
  const jobs = problem.jobs.filter((job) => blamed.includes(job.id))
  const changed = (id: string, change: (job: Job) => Job) => (of: PlanningProblem): PlanningProblem => ({ ...of, jobs: of.jobs.map((job) => (job.id === id ? change(job) : job)) })
  const found: { readonly relaxation: Relaxation; readonly apply: (of: PlanningProblem) => PlanningProblem; readonly size: number; readonly smallest: boolean }[] = []

  for (const job of jobs.filter(free)) {
    const end = job.windows.at(-1)?.[1] ?? 0
    const later = (step: number): ((of: PlanningProblem) => PlanningProblem) => changed(job.id, (own) => ({ ...own, windows: own.windows.length === 0 ? [[0, step]] : own.windows.map(([from, to], i): [number, number] => [from, i === own.windows.length - 1 ? to + step : to]) }))
    const step = await least(problem.slots - end, (n) => later(n)(base))
    if (step !== undefined) found.push({ relaxation: { kind: 'later', job: job.id, slots: step.step }, apply: later(step.step), size: step.step, smallest: step.smallest })
  }
  for (const job of jobs.filter(free)) {
    for (const [from, to] of job.forbidden ?? []) {
      // Hours outside its windows are no loss.
      if (allowed({ windows: job.windows }, [from, to]).length === 0) continue
      const apply = changed(job.id, ({ forbidden, ...own }) => { const left = forbidden?.filter(([start]) => start !== from) ?? []; return { ...own, ...(left.length === 0 ? {} : { forbidden: left }) } })
      if (await judge(apply(base)) === 'fits') found.push({ relaxation: { kind: 'allow', job: job.id, from, to }, apply, size: to - from, smallest: true })
    }
  }
  const used = new Set(jobs.flatMap((job) => [...(job.needs ?? []), ...(job.oneOf ?? [])]))
  for (const { id, busy = [] } of problem.resources ?? []) {
    if (!used.has(id)) continue
    for (const [from, to] of busy) {
      const apply = (of: PlanningProblem): PlanningProblem => ({ ...of, resources: (of.resources ?? []).map((resource) => (resource.id === id ? { ...resource, busy: (resource.busy ?? []).filter(([start]) => start !== from) } : resource)) })
      if (await judge(apply(base)) === 'fits') found.push({ relaxation: { kind: 'free', resource: id, from, to }, apply, size: to - from, smallest: true })
    }
  }
  if (problem.capKw !== undefined) {
    const now = problem.capKw, raised = (step: number): number => Math.round((now + step * CAP_STEP) * 10) / 10
    const step = await least(Math.max(0, Math.floor((100 - now) / CAP_STEP)), (n) => ({ ...base, capKw: raised(n) }))
    if (step !== undefined) found.push({ relaxation: { kind: 'cap', capKw: raised(step.step) }, apply: (of) => ({ ...of, capKw: raised(step.step) }), size: step.step, smallest: step.smallest })
  }
  for (const job of jobs.filter(free)) {
    if (problem.jobs.length === 1) continue
    const apply = (of: PlanningProblem): PlanningProblem => ({ ...of, jobs: of.jobs.filter(({ id }) => id !== job.id).map(({ after, gaps, ...other }) => ({ ...other, ...(after === undefined ? {} : { after: after.filter((id) => id !== job.id) }), ...(gaps === undefined ? {} : { gaps: gaps.filter((gap) => gap.job !== job.id) }) })) })
    if (await judge(apply(base)) === 'fits') found.push({ relaxation: { kind: 'drop', job: job.id }, apply, size: job.length, smallest: true })
  }
  const ranks: readonly Relaxation['kind'][] = ['later', 'allow', 'free', 'cap', 'drop']
  return found.map((entry, place) => ({ ...entry, place })).sort((a, b) => ranks.indexOf(a.relaxation.kind) - ranks.indexOf(b.relaxation.kind) || a.size - b.size || a.place - b.place)
    .map(({ relaxation, apply, smallest }) => ({ relaxation, problem: apply(problem), smallest }))
}
