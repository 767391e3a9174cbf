/** Each run by itself: its own best seat, and whether all of these fit together, which proves the optimum without any search. */
import { canRun, fits, type Exact, type ExactJob, type Seat, type Seats } from './exact.ts'

/** The cheapest seat of a run as if it were alone, the earliest of equals; undefined when it cannot run. */
export function bestAlone(job: ExactJob, allowed: (option: number) => boolean = () => true, costs: ArrayLike<number> = job.costs): Seat | undefined {
  const { options, length } = job
  if (job.contiguous) {
    let best: number | undefined, least = Infinity
    for (let k = 0; k < options.length; k++) {
      const cost = costs[k] ?? 0, option = options[k] ?? 0
      if (cost < least && allowed(option)) { least = cost; best = option }
    }
    return best === undefined ? undefined : [best]
  }
  const open: number[] = []
  for (let k = 0; k < options.length; k++) if (allowed(options[k] ?? 0)) open.push(k)
  if (open.length < length) return undefined
  const sorted = new Float64Array(open.length)
  open.forEach((k, at) => { sorted[at] = costs[k] ?? 0 })
  const dearest = sorted.sort()[length - 1] ?? 0, below = sorted.indexOf(dearest)
  const seat: number[] = []
  let equals = length - below
  for (const k of open) { const cost = costs[k] ?? 0; if (cost < dearest || (cost === dearest && equals-- > 0)) seat.push(options[k] ?? 0) }
  return seat
}

/** The plan in which every run has its own best seat, when costs just add up and these fit together. No plan is cheaper, and among equals none is earlier. */
export function ownBests(exact: Exact): Seats | undefined {
  if (exact.goal.kind !== 'sum' || !exact.jobs.every(canRun)) return undefined
  const seats = exact.jobs.map((job) => bestAlone(job) ?? [])
  return fits(exact, seats) ? seats : undefined
}
