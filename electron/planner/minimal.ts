/** Minimal disclosure: leaves out of a problem what provably cannot change its answer. */
import type { Gap, Job, PlanningProblem } from '../../shared/planning.ts'
import { toExact, type ExactJob, startOf, type Exact } from './exact.ts'
import { leastPrices } from './least-prices.ts'
import { leastResources } from './least-resources.ts'

export interface Minimal {
  readonly problem: PlanningProblem
  /** What was left out, in words for a person. */
  readonly dropped: readonly string[]
}

/** Says of a part that it was left out, when it was. */
export type Note = (changed: boolean, label: string) => void

/** Powers are told apart by far more than this, in kilowatts. */
const TOLERANCE_KW = 1e-6

/**
 * Nothing here rests on trust in a solver. What goes has no part in any plan, or leaves every plan and the order of plans by objective
 * as they were: free times in which no run can lie; forbidden hours, which are no free times; an order that the times keep anyway; a cap
 * that is out of reach in every slot; people and rooms that nobody else wants at the same time; prices of slots that nobody can use, and
 * what is the same in all others. Only the order of the prices is sent where each job's own best times stay exactly the same by it and all
 * of them fit together, for then these, and no others, are the best plans.
 */
export function minimal(problem: PlanningProblem): Minimal {
  const exact = toExact(problem)
  const least = leastWith(problem, exact, true)
  // Busy hours became free times; where these cannot say the same, run by run, they stay.
  return samePlaces(exact, toExact(least.problem)) ? least : leastWith(problem, exact, false)
}

const samePlaces = (one: Exact, other: Exact): boolean => one.jobs.every((job, i) => JSON.stringify(job.options) === JSON.stringify(other.jobs[i]?.options))

function leastWith(problem: PlanningProblem, exact: Exact, busyAsFreeTimes: boolean): Minimal {
  const dropped: string[] = []
  const note: Note = (changed, label) => { if (changed && !dropped.includes(label)) dropped.push(label) }
  const named = busyAsFreeTimes ? leastResources(problem, exact, note) : { jobs: problem.jobs, resources: problem.resources ?? [] }
  const jobs = named.jobs.map((job, i) => leastJob(job, runsOf(exact, i), note))
  const slots = Math.max(1, ...jobs.flatMap((job) => job.windows.map(([, to]) => to)))
  note(slots < problem.slots, 'The hours after the last possible moment')
  const ordered = jobs.map((job) => clipped(leastOrder(job, jobs, note), slots))

  const { capKw, caps, base, solar, days, prices, resources, ...rest } = problem
  const most = loads(exact, slots), above = (limit: (slot: number) => number | undefined): boolean => most.some((kw, slot) => kw > 0 && kw + (base?.[slot] ?? 0) > (limit(slot) ?? Infinity) + TOLERANCE_KW)
  const keep = !busyAsFreeTimes, capMatters = capKw !== undefined && (keep || above(() => capKw)), capsMatter = caps !== undefined && (keep || above((slot) => caps[slot]))
  note(capKw !== undefined && !capMatters, 'What your connection carries')
  note(caps !== undefined && !capsMatter, 'What your connection carries at which time')
  const grid = problem.objective === 'self-use', baseMatters = capMatters || capsMatter
  note(base !== undefined && !baseMatters, 'What the house draws by itself')
  note(solar !== undefined && !grid, 'What your roof gives')
  note(days !== undefined && problem.objective !== 'spread', 'Which hours make a day')
  note(prices !== undefined && problem.objective !== 'cost', 'Your prices, which decide nothing here')
  const least: PlanningProblem = {
    ...rest, slots, jobs: ordered.map((job) => leastPower(job, capMatters || capsMatter || !['earliest', 'fair'].includes(problem.objective), note)),
    ...(capKw !== undefined && capMatters ? { capKw } : {}), ...(caps !== undefined && capsMatter ? { caps: caps.slice(0, slots) } : {}),
    ...(base !== undefined && baseMatters ? { base: base.slice(0, slots) } : {}),
    // What the roof gives beyond the house's own need is all that a job can use.
    ...(solar !== undefined && grid ? { solar: solar.slice(0, slots).map((kw, slot) => (baseMatters ? kw : Math.max(0, Math.round((kw - (base?.[slot] ?? 0)) * 1e6) / 1e6))) } : {}),
    ...(days !== undefined && problem.objective === 'spread' ? { days } : {}),
    ...(named.resources.length === 0 ? {} : { resources: named.resources.map((resource) => clippedBusy(resource, slots)) }),
  }
  return { problem: problem.objective === 'cost' && prices !== undefined ? leastPrices(least, prices, note) : least, dropped }
}

const runsOf = (exact: Exact, source: number): readonly ExactJob[] => exact.jobs.filter((job) => job.source === source)

/** The most that could run in each slot, kilowatts, each run counted wherever it may be. */
function loads(exact: Exact, slots: number): number[] {
  const most = new Array<number>(slots).fill(0)
  for (const job of exact.jobs) {
    const peak = new Array<number>(slots).fill(0), kw = job.kw
    for (const option of job.options) { const start = startOf(job, option); for (let slot = start; slot < start + (job.contiguous ? job.length : 1); slot++) peak[slot] = kw }
    peak.forEach((value, slot) => { most[slot] = (most[slot] ?? 0) + value })
  }
  return most.map((value) => value / exact.perKw)
}

/** Free times cut to where its runs can be. What makes it fixed or forbidden, and what kind it is, says nothing more. */
function leastJob({ kind, fixed, forbidden, ...job }: Job, runs: readonly ExactJob[], note: Note): Job {
  const piece = job.contiguous ? job.length : 1
  const starts = runs.flatMap((run) => run.options.map((option) => startOf(run, option)))
  const first = starts.reduce((a, b) => Math.min(a, b), Infinity), end = starts.reduce((a, b) => Math.max(a, b), -Infinity) + piece
  const open = new Set(starts.flatMap((start) => Array.from({ length: piece }, (_, i) => start + i)))
  note(kind !== undefined, 'What kind of thing it is')
  note(fixed === true, 'That it may not be moved: it has one free time only')
  note(forbidden !== undefined, 'Which hours are forbidden: they are no free times')
  const free = (forbidden === undefined ? job.windows : job.windows.flatMap((window) => cut(window, forbidden)))
  const windows = free.map(([from, to]): [number, number] => [Math.max(from, first), Math.min(to, end)]).filter(([from, to]) => to - from >= piece)
  // Where a resource is busy or the cap too low for it alone it cannot be: these hours go as well, when nothing else is lost with them.
  const tight = windows.flatMap((window) => stretches(window, open)).filter(([from, to]) => to - from >= piece)
  const exactly = tight.every(([from, to]) => Array.from({ length: to - from - piece + 1 }, (_, i) => from + i).every((start) => starts.includes(start)))
  const kept = exactly ? tight : windows
  note(JSON.stringify(kept) !== JSON.stringify(free), 'Free times in which nothing could run')
  return { ...job, windows: kept }
}

const cut = (window: readonly [number, number], forbidden: readonly (readonly [number, number])[]): [number, number][] => stretches(window, { has: (slot) => !forbidden.some(([from, to]) => slot >= from && slot < to) })

/** The parts of a window whose slots are open. */
function stretches([from, to]: readonly [number, number], open: { readonly has: (slot: number) => boolean }): [number, number][] {
  const parts: [number, number][] = []
  for (let slot = from; slot < to; slot++) {
    const last = parts.at(-1)
    if (!open.has(slot)) continue
    if (last?.[1] === slot) last[1] = slot + 1
    else parts.push([slot, slot + 1])
  }
  return parts
}

/** Its order without what the free times keep by themselves. */
function leastOrder(job: Job, jobs: readonly Job[], note: Note): Job {
  const { after, gaps, ...rest } = job
  const start = job.windows[0]?.[0] ?? 0, latest = (job.windows.at(-1)?.[1] ?? 0) - job.length
  const endsBy = (id: string): number => Math.max(0, ...(jobs.find((other) => other.id === id)?.windows.map(([, to]) => to) ?? []))
  const endsFrom = (id: string): number => { const other = jobs.find((one) => one.id === id); return (other?.windows[0]?.[0] ?? 0) + (other?.length ?? 0) }
  const left = after?.filter((id) => endsBy(id) > start)
  const apart = gaps?.flatMap((gap): Gap[] => {
    const min = gap.min !== undefined && endsBy(gap.job) + gap.min <= start ? undefined : gap.min, max = gap.max !== undefined && latest <= endsFrom(gap.job) + gap.max ? undefined : gap.max
    return endsBy(gap.job) <= start && min === undefined && max === undefined ? [] : [{ job: gap.job, ...(min === undefined ? {} : { min }), ...(max === undefined ? {} : { max }) }]
  })
  note((left?.length ?? 0) < (after?.length ?? 0) || JSON.stringify(apart) !== JSON.stringify(gaps), 'An order that the free times keep by themselves')
  return { ...rest, ...(left === undefined || left.length === 0 ? {} : { after: left }), ...(apart === undefined || apart.length === 0 ? {} : { gaps: apart }) }
}

/** Power slot by slot, only where it decides anything. */
function leastPower({ profile, ...job }: Job, matters: boolean, note: Note): Job {
  const same = profile?.every((kw) => kw === job.kw) === true
  note(profile !== undefined && (same || !matters), 'How the power changes while it runs')
  return { ...job, ...(profile === undefined || same || !matters ? {} : { profile }) }
}

/** Nothing beyond the last slot. */
function clipped(job: Job, slots: number): Job {
  if (job.repeat === undefined || 'times' in job.repeat || job.repeat.within.some(([from]) => from >= slots)) return job
  return { ...job, repeat: { within: job.repeat.within.map(([from, to]): [number, number] => [from, Math.min(to, slots)]) } }
}
const clippedBusy = <R extends { busy?: [number, number][] | undefined }>({ busy, ...resource }: R, slots: number): Omit<R, 'busy'> & { busy?: [number, number][] } => {
  const kept = busy?.filter(([from]) => from < slots).map(([from, to]): [number, number] => [from, Math.min(to, slots)])
  return { ...resource, ...(kept === undefined || kept.length === 0 ? {} : { busy: kept }) }
}
