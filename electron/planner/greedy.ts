/** A good plan fast: runs one after the other, each at its best free seat, then moved one by one while that helps. No promise of finding one. */
import { bestAlone } from './alone.ts'
import { endOf, seatCost, startsAt, type Exact, type ExactJob, type Seat, type Seats } from './exact.ts'
import { addedCosts, emptyOccupancy, occupy, opening, type Occupancy } from './occupancy.ts'

const ATTEMPTS = 40
const EJECTIONS = 600

/**
 * `steer` gives each option of each run a cost to choose by when seats are first given; absent, what it adds to the objective. What has one
 * place only goes first, then the largest, none before its predecessors; other attempts go in other orders. The same input gives the same plan.
 */
export function greedy(exact: Exact, steer?: readonly ArrayLike<number>[], attempt = 0): Seats | undefined {
  const { jobs } = exact
  const occupancy = emptyOccupancy(exact)
  const seats: (Seat | undefined)[] = jobs.map(() => undefined)
  for (const i of sequence(exact, attempt)) {
    const job = jobs[i], seat = job && bestSeat(exact, occupancy, seats, i, steer?.[i])
    if (job === undefined || seat === undefined) return undefined
    seats[i] = seat
    occupy(exact, occupancy, job, seat, 1)
  }
  const placed = seats.map((seat) => seat ?? [])
  settleDown(exact, occupancy, placed)
  return placed
}

/** A plan, after a few attempts; a tight cap can need several, and then room made by taking others out again. */
export function anyPlan(exact: Exact): Seats | undefined {
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) { const seats = greedy(exact, undefined, attempt); if (seats !== undefined) return seats }
  return byEjection(exact)
}

/** Places run after run wherever the fewest others must leave, who are then placed anew; the longer ago a run was moved, the sooner it is moved again. */
function byEjection(exact: Exact): Seats | undefined {
  const { jobs } = exact
  const occupancy = emptyOccupancy(exact)
  const seats: (Seat | undefined)[] = jobs.map(() => undefined), moved = jobs.map(() => 0)
  const waiting = sequence(exact, 0)
  const leave = (i: number): void => { const job = jobs[i], seat = seats[i]; if (job !== undefined && seat !== undefined) { occupy(exact, occupancy, job, seat, -1); seats[i] = undefined; waiting.push(i) } }
  for (let step = 1; step <= EJECTIONS && waiting.length > 0; step++) {
    const i = waiting.shift() ?? 0, job = jobs[i]
    if (job === undefined) return undefined
    let seat = bestSeat(exact, occupancy, seats, i)
    if (seat === undefined) {
      if (!job.contiguous) return undefined
      const age = (option: number): number => { const start = startsAt(job, [option]); return jobs.reduce((sum, other, k) => { const at = seats[k]; return at !== undefined && inTheWay(other, at, start, start + job.length) ? sum + weightOf(other) / (step - (moved[k] ?? 0)) : sum }, 0) }
      const least = job.options.map((option) => ({ option, cost: age(option) })).reduce((a, b) => (b.cost < a.cost ? b : a), { option: job.options[0] ?? 0, cost: Infinity })
      const start = startsAt(job, [least.option])
      jobs.forEach((other, k) => { const at = seats[k]; if (at !== undefined && (inTheWay(other, at, start, start + job.length) || job.after.some((link) => link.job === k) || job.before.some((link) => link.job === k))) leave(k) })
      seat = [least.option]
    }
    seats[i] = seat
    moved[i] = step
    occupy(exact, occupancy, job, seat, 1)
  }
  if (waiting.length > 0) return undefined
  const placed = seats.map((seat) => seat ?? [])
  settleDown(exact, occupancy, placed)
  return placed
}

const inTheWay = (job: ExactJob, seat: Seat, from: number, to: number): boolean => startsAt(job, seat) < to && endOf(job, seat) > from

/** Moves runs one by one to better seats until none has one. */
export function settleDown(exact: Exact, occupancy: Occupancy, seats: Seat[]): void {
  // Where only the extreme counts, sums of squares guide, and moves that gain nothing there end it.
  for (let moved = true, rounds = 0; moved && rounds < 50; rounds++) {
    moved = false
    exact.jobs.forEach((job, i) => {
      const old = seats[i] ?? []
      occupy(exact, occupancy, job, old, -1)
      const costs = addedCosts(exact, occupancy, job)
      const better = bestSeat(exact, occupancy, seats, i, costs) ?? old
      const gain = seatCost(exact, { ...job, costs: costs as readonly number[] }, old) - seatCost(exact, { ...job, costs: costs as readonly number[] }, better)
      const seat = gain > 0 ? better : old
      moved ||= gain > 0
      seats[i] = seat
      occupy(exact, occupancy, job, seat, 1)
    })
  }
}

/** The best free seat of one run beside those that have a seat, or undefined. */
export function bestSeat(exact: Exact, occupancy: Occupancy, seats: readonly (Seat | undefined)[], i: number, costs?: ArrayLike<number>): Seat | undefined {
  const job = exact.jobs[i]
  if (job === undefined) return undefined
  let from = 0, to = exact.slots, last = Infinity
  for (const { job: a, min, max } of job.after) {
    const seat = seats[a], first = exact.jobs[a]
    if (seat !== undefined && first !== undefined) { const end = endOf(first, seat); from = Math.max(from, end + min); last = Math.min(last, end + max) }
  }
  for (const { job: b, min, max } of job.before) {
    const seat = seats[b], next = exact.jobs[b]
    if (seat !== undefined && next !== undefined) { const start = startsAt(next, seat); to = Math.min(to, start - min); if (max < Infinity) from = Math.max(from, start - max - job.length) }
  }
  return bestAlone(job, opening(exact, occupancy, job, from, to, last), costs ?? addedCosts(exact, occupancy, job))
}

/** Runs by energy, the largest first, but none before one it waits for. */
function sequence({ jobs }: Exact, attempt: number): number[] {
  // An irrational rotation spreads the orders of later attempts evenly, and is the same at every run.
  const weights = jobs.map((job, i) => (job.options.length === 1 ? Infinity : weightOf(job) / (attempt % 2 === 0 ? 1 : job.options.length)) * (1 + (attempt === 0 ? 0 : 2 * ((attempt * (i + 1) * 0.6180339887) % 1))))
  const waiting = jobs.map((_, i) => i).sort((a, b) => compare(weights[b] ?? 0, weights[a] ?? 0) || a - b), done: number[] = []
  const ready = new Set<number>()
  for (let next = 0; next !== -1;) {
    next = waiting.findIndex((i) => jobs[i]?.after.every(({ job }) => ready.has(job)) === true)
    if (next !== -1) for (const i of waiting.splice(next, 1)) { done.push(i); ready.add(i) }
  }
  return done
}
/** Energy; what uses no power counts by its length. */
const weightOf = (job: ExactJob | undefined): number => (job === undefined ? 0 : Math.max(job.kw, 0.1) * job.length)
/** Infinity equals Infinity. */
const compare = (a: number, b: number): number => (a === b ? 0 : a - b)
