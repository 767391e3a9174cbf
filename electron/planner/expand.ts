/** Repeated jobs as single runs, and the order between runs drawn into where each may be. */
import { timesOf, type Job, type PlanningProblem } from '../../shared/planning.ts'

/** Between the end of one run and the start of another lie at least `min` and at most `max` slots. `job` is the position of the other. */
export interface Link { readonly job: number; readonly min: number; readonly max: number }

/** One run of the job at `source`, and where it may be. */
export interface RunOf { readonly source: number; readonly windows: readonly (readonly [number, number])[] }

type Range = readonly [number, number]

/** The runs of all jobs, in the order of the list and of time. */
export const runsOf = ({ jobs }: PlanningProblem): RunOf[] => jobs.flatMap((job, source) => Array.from({ length: timesOf(job) }, (_, turn): RunOf => {
  const range = job.repeat !== undefined && 'within' in job.repeat ? job.repeat.within[turn] : undefined
  return { source, windows: allowed(job, range) }
}))

/** The windows of a job without its forbidden hours, inside `range` when it is given. */
export const allowed = (job: Pick<Job, 'windows' | 'forbidden'>, range?: Range): Range[] => (job.forbidden ?? []).reduce<Range[]>(
  (windows, [from, to]) => windows.flatMap(([a, b]): Range[] => (to <= a || from >= b ? [[a, b]] : [...(a < from ? [[a, from] as const] : []), ...(to < b ? [[to, b] as const] : [])])),
  job.windows.flatMap(([a, b]): Range[] => { const from = Math.max(a, range?.[0] ?? 0), to = Math.min(b, range?.[1] ?? Infinity); return from < to ? [[from, to]] : [] }))

/** The options of each run that leave room for what must come before and after it, and the links both ways. Runs that wait for each other in a circle end with no options. */
export function linked({ jobs }: PlanningProblem, runs: readonly RunOf[], open: readonly (readonly number[])[]): { readonly options: readonly (readonly number[])[]; readonly after: readonly (readonly Link[])[]; readonly before: readonly (readonly Link[])[] } {
  const after = linksOf(jobs, runs)
  const before = runs.map((): Link[] => [])
  after.forEach((links, b) => { for (const { job: a, ...gap } of links) before[a]?.push({ job: b, ...gap }) })

  const options = open.map((list) => list)
  const shape = (i: number): { own: readonly number[]; ways: number; piece: number; count: number } => {
    const job = jobs[runs[i]?.source ?? -1]
    return { own: options[i] ?? [], ways: Math.max(1, job?.oneOf?.length ?? 0), piece: job?.contiguous === false ? 1 : job?.length ?? 1, count: job?.contiguous === false ? job.length : 1 }
  }
  const earliestEnd = (i: number): number => { const { own, ways, piece, count } = shape(i); return Math.floor((own[count - 1] ?? Infinity) / ways) + piece }
  const latestStart = (i: number): number => { const { own, ways, count } = shape(i); return Math.floor((own.at(-count) ?? -Infinity) / ways) }
  const latestEnd = (i: number): number => { const { own, ways, piece } = shape(i); return Math.floor((own.at(-1) ?? -Infinity) / ways) + piece }
  const earliestStart = (i: number): number => { const { own, ways } = shape(i); return Math.floor((own[0] ?? Infinity) / ways) }
  for (let changed = true; changed;) {
    changed = false
    runs.forEach((_, i) => {
      const { own, ways, piece, count } = shape(i)
      const earlier = after[i] ?? [], later = before[i] ?? []
      const from = Math.max(0, ...earlier.map((link) => earliestEnd(link.job) + link.min)), to = Math.min(Infinity, ...later.map((link) => latestStart(link.job) - link.min))
      const last = Math.min(Infinity, ...earlier.map((link) => latestEnd(link.job) + link.max)), soonest = Math.max(-Infinity, ...later.map((link) => earliestStart(link.job) - link.max))
      const kept = own.filter((option) => { const start = Math.floor(option / ways); return start >= from && start + piece <= to && (count > 1 || (start <= last && start + piece >= soonest)) })
      changed ||= kept.length < own.length
      options[i] = kept
    })
  }
  return { options, after, before }
}

/** For each run what it follows: the last run of a job before the first of the next, and each run of a repeated job before the one after it. */
function linksOf(jobs: readonly Job[], runs: readonly RunOf[]): Link[][] {
  const first = (id: string): number => runs.findIndex(({ source }) => jobs[source]?.id === id), last = (id: string): number => runs.findLastIndex(({ source }) => jobs[source]?.id === id)
  return runs.map(({ source }, i): Link[] => {
    const job = jobs[source]
    if (job === undefined) return []
    if (i > 0 && runs[i - 1]?.source === source) return [{ job: i - 1, min: job.repeat !== undefined && 'times' in job.repeat ? job.repeat.apart ?? 0 : 0, max: Infinity }]
    const gaps = [...(job.after ?? []).map((id) => ({ job: id, min: 0, max: Infinity })), ...(job.gaps ?? []).map(({ job: id, min = 0, max = Infinity }) => ({ job: id, min, max }))]
    return i === first(job.id) ? gaps.map((gap) => ({ ...gap, job: last(gap.job) })) : []
  })
}
