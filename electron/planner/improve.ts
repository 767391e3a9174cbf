/** Makes a plan better by taking a few runs out and putting them back otherwise (large neighbourhood search, Shaw 1998). Deterministic. */
import type { Found } from './bound.ts'
import { costOf, type Exact, type Seat } from './exact.ts'
import { bestSeat, settleDown } from './greedy.ts'
import { emptyOccupancy, occupy } from './occupancy.ts'

/** How much dearer than the best a plan may be to go on from, at the beginning (record-to-record travel, Dueck 1993); it shrinks to nothing. */
const SLACK = 0.003

/** How many runs are taken out at once, at most. */
const MOST_OUT = 5

/**
 * `rounds` is how often some are taken out, the same ones at every call; `least` is what no plan is below: a plan less than one above is the best.
 * Plans of equal cost are kept too, so that it does not stand still on a plain.
 */
export function improve(exact: Exact, start: Found, { rounds, least, expired }: { readonly rounds: number; readonly least: number; readonly expired: () => boolean }): Found {
  const { jobs } = exact
  const random = randomNumbers()
  const occupancy = emptyOccupancy(exact)
  let seats = [...start.seats], cost = start.cost, best: Found = start
  jobs.forEach((job, i) => { occupy(exact, occupancy, job, seats[i] ?? [], 1) })
  const neighbours = touching(exact)
  const slack = SLACK * Math.abs(start.cost)

  for (let round = 0; round < rounds && best.cost >= least + 1 && !((round & 15) === 0 && expired()); round++) {
    const out = chooseOut(jobs.length, neighbours, random)
    const before = seats.slice()
    for (const i of out) { const job = jobs[i]; if (job !== undefined) { occupy(exact, occupancy, job, seats[i] ?? [], -1); seats[i] = [] } }
    const open: (Seat | undefined)[] = seats.map((seat, i) => (out.includes(i) ? undefined : seat))
    let whole = true
    for (const i of out) {
      const job = jobs[i], seat = bestSeat(exact, occupancy, open, i)
      if (job === undefined || seat === undefined) { whole = false; break }
      open[i] = seat
      occupy(exact, occupancy, job, seat, 1)
    }
    const next = open.map((seat) => seat ?? [])
    const nextCost = whole ? costOf(exact, next) : Infinity
    if (nextCost <= Math.max(cost, best.cost + slack * (1 - round / rounds))) {
      seats = next
      if (nextCost < cost) settleDown(exact, occupancy, seats)
      cost = nextCost < cost ? costOf(exact, seats) : nextCost
      if (cost < best.cost) best = { seats: seats.slice(), cost }
      continue
    }
    for (const i of out) { const job = jobs[i], seat = open[i]; if (job !== undefined && seat !== undefined) occupy(exact, occupancy, job, seat, -1) }
    for (const i of out) { const job = jobs[i]; if (job !== undefined) occupy(exact, occupancy, job, before[i] ?? [], 1) }
    seats = before
  }
  return best
}

/** Some runs that may be in each other's way, in the order in which they are put back. */
function chooseOut(count: number, neighbours: readonly (readonly number[])[], random: (below: number) => number): number[] {
  const first = random(count), out = [first], near = neighbours[first] ?? []
  const wanted = Math.min(count, 2 + random(MOST_OUT - 1))
  for (let tries = 0; out.length < wanted && tries < 4 * MOST_OUT; tries++) {
    const other = near.length > 0 && random(4) > 0 ? near[random(near.length)] ?? first : random(count)
    if (!out.includes(other)) out.push(other)
  }
  for (let i = out.length - 1; i > 0; i--) { const j = random(i + 1), held = out[i] ?? 0; out[i] = out[j] ?? 0; out[j] = held }
  return out
}

/** For each run those that share power, a resource or an order with it. */
const touching = ({ jobs, cap }: Exact): number[][] => jobs.map((job, i) => jobs.flatMap((other, k) => (k !== i && (job.kw + other.kw > cap / 2 || [...job.needs, ...job.choices].some((r) => other.needs.includes(r) || other.choices.includes(r)) || [...job.after, ...job.before].some((link) => link.job === k)) ? [k] : [])))

/** Mulberry32 from a fixed seed: chance that is the same at every run. */
function randomNumbers(): (below: number) => number {
  let state = 1
  return (below) => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return Math.floor((((t ^ (t >>> 14)) >>> 0) / 4_294_967_296) * below)
  }
}
