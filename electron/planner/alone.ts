/** Each run by itself: its own best seat, and whether all of these fit together, which proves the optimum without any search. */
import { canRun, fits, type Exact, type ExactJob, type Seat, type Seats } from './exact.ts'

/** The cheapest seat of a run as if it were alone, the earliest of equals; undefined when it cannot run. */
export function bestAlone(job: ExactJob, allowed: (option: number) => boolean = () => true, costs: ArrayLike<number> = job.costs): Seat | undefined {
  if (!job.contiguous) {
    const ranked = job.options.map((option, k) => ({ option, cost: costs[k] ?? 0 })).filter(({ option }) => allowed(option)).sort((a, b) => a.cost - b.cost || a.option - b.option)
    return ranked.length < job.length ? undefined : ranked.slice(0, job.length).map(({ option }) => option).sort((a, b) => a - b)
  }
  const { options } = job
  let best: number | undefined, least = Infinity
  for (let k = 0; k < options.length; k++) {
    const cost = costs[k] ?? 0, option = options[k] ?? 0
    if (cost < least && allowed(option)) { least = cost; best = option }
  }
  return best === undefined ? undefined : [best]
}

/** The plan in which every run has its own best seat, when costs just add up and these fit together. No plan is cheaper, and among equals none is earlier. */
export function ownBests(exact: Exact): Seats | undefined {
  if (exact.goal.kind !== 'sum' || !exact.jobs.every(canRun)) return undefined
  const seats = exact.jobs.map((job) => bestAlone(job) ?? [])
  return fits(exact, seats) ? seats : undefined
}
