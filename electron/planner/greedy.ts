/** A good plan fast: jobs one after the other, each at its best free seat, then moved one by one while that helps. No promise of finding one. */
import { bestAlone } from './alone.ts'
import { costOf, endOf, slotsOf, type Exact, type ExactJob, type Seat, type Seats } from './exact.ts'

/**
 * `steer` gives each option of each job a cost to choose by when seats are first given; absent, the true costs. Large jobs go first,
 * none before its predecessors. The same input gives the same plan.
 */
export function greedy(exact: Exact, steer?: readonly ArrayLike<number>[]): Seats | undefined {
  const { jobs } = exact
  const load = new Float64Array(exact.slots)
  const seats: Seat[] = jobs.map(() => [])
  const occupy = (job: ExactJob, seat: Seat, kw: number): void => { for (const slot of slotsOf(job, seat)) load[slot] = (load[slot] ?? 0) + kw }

  for (const i of sequence(exact)) {
    const job = jobs[i]
    if (job === undefined) return undefined
    const from = Math.max(0, ...job.after.map((a) => endAt(exact, seats, a)))
    const seat = bestAlone(job, room(exact, job, load, from, exact.slots), steer?.[i])
    if (seat === undefined) return undefined
    seats[i] = seat
    occupy(job, seat, job.kw)
  }

  for (let moved = true; moved;) {
    moved = false
    jobs.forEach((job, i) => {
      const old = seats[i] ?? []
      occupy(job, old, -job.kw)
      const from = Math.max(0, ...job.after.map((a) => endAt(exact, seats, a))), to = Math.min(exact.slots, ...job.before.map((b) => seats[b]?.[0] ?? 0))
      const better = bestAlone(job, room(exact, job, load, from, to)) ?? old
      const gain = seatCost(exact, job, old) - seatCost(exact, job, better)
      const seat = gain > 0 ? better : old
      moved ||= gain > 0
      seats[i] = seat
      occupy(job, seat, job.kw)
    })
  }
  return seats
}

const endAt = ({ jobs }: Exact, seats: Seats, i: number): number => { const job = jobs[i]; return job === undefined ? 0 : endOf(job, seats[i] ?? []) }
const seatCost = (exact: Exact, job: ExactJob, seat: Seat): number => costOf({ ...exact, jobs: [job] }, [seat])

/** Jobs by energy, the largest first, but none before one it waits for. */
function sequence({ jobs }: Exact): number[] {
  const waiting = jobs.map((_, i) => i).sort((a, b) => energy(jobs[b]) - energy(jobs[a]) || a - b), done: number[] = []
  for (let next = 0; next !== -1;) {
    next = waiting.findIndex((i) => jobs[i]?.after.every((a) => done.includes(a)) === true)
    if (next !== -1) done.push(...waiting.splice(next, 1))
  }
  return done
}
const energy = (job: ExactJob | undefined): number => (job === undefined ? 0 : job.kw * job.length)

/** Whether an option lies in [from, to) and has power left in every slot it would run. */
function room(exact: Exact, job: ExactJob, load: Float64Array, from: number, to: number): (option: number) => boolean {
  const full = new Int32Array(exact.slots + 1)
  load.forEach((kw, slot) => { full[slot + 1] = (full[slot] ?? 0) + (kw + job.kw > exact.cap ? 1 : 0) })
  const length = job.contiguous ? job.length : 1
  return (option) => option >= from && option + length <= to && full[option + length] === full[option]
}
