/** Writes a problem as a mixed-integer model for HiGHS, and reads its solutions back. */
import type { ModelData } from 'highs'
import { chosenOf, costOf, place, powerAt, range, slotsOf, startOf, weightAt, type Exact, type ExactJob, type Seats } from './exact.ts'

/** What is minimised: the objective, or, among plans in which it is at most this (and ends cost nothing), the sum of the ends of all runs. */
export type Aim = { readonly kind: 'cost' } | { readonly kind: 'ends'; readonly atMost: number }

export interface Model {
  readonly data: ModelData
  /** The seats of a solution: binaries above one half count as chosen. */
  readonly seats: (values: ArrayLike<number>) => Seats
  /** The values of the columns for these seats, to start from. */
  readonly values: (seats: Seats) => Float64Array
}

type Term = readonly [column: number, factor: number]

/**
 * Time-indexed: one binary per option. A split run whose end matters also has, per slot, a column that says "not finished yet" (1 up to its
 * last slot, then 0; surely 1 before it can have run long enough). Order is tight, aggregated over starts: in no slot may one run not be
 * finished and its successor have started (Christofides, Alvarez-Valdes and Tamarit 1987). Columns of the goal stand for what comes from the
 * grid per slot, the peak, and the most and least used of those who may be chosen.
 */
export function modelOf(exact: Exact, aim: Aim): Model {
  const { jobs, slots, goal } = exact
  const build = columnsAndRows()
  const { column, row } = build
  const paysEnd = aim.kind === 'ends' || exact.paysEnd

  // Small numbers keep the solver's tolerances far below one step of cost: what every plan pays stands apart.
  const above = jobs.map((job) => { const least = leastIn(job.costs); return job.costs.map((cost) => cost - least) })
  const paidAnyway = jobs.reduce((sum, job) => sum + leastIn(job.costs) * seatSize(job), 0)
  const chosen = jobs.map((job, i) => job.options.map((option, k) => column(aim.kind === 'cost' ? above[i]?.[k] ?? 0 : job.contiguous ? startOf(job, option) + job.length : 0, 1, true)))
  const unfinished = jobs.map((job) => (!job.contiguous && (paysEnd || job.before.length > 0) ? range(0, slots).map((slot) => column(paysEnd ? 1 : 0, 1, false, slot <= (job.options[job.length - 1] ?? -1) ? 1 : 0)) : undefined))

  // running[i][slot]: the columns of run i that would use a slot, with the place of the slot in the run.
  const running = jobs.map((job, i) => {
    const list: { readonly k: number; readonly offset: number }[][] = Array.from({ length: slots }, () => [])
    job.options.forEach((option, k) => { const start = startOf(job, option); for (let offset = 0; offset < pieceOf(job); offset++) list[start + offset]?.push({ k, offset }) })
    return list.map((cell) => cell.map(({ k, offset }) => ({ c: chosen[i]?.[k] ?? 0, option: job.options[k] ?? 0, offset })))
  })

  jobs.forEach((job, i) => {
    row((chosen[i] ?? []).map((c) => [c, 1]), seatSize(job), seatSize(job))
    unfinished[i]?.forEach((c, slot, all) => {
      const next = all[slot + 1]
      if (next !== undefined) row([[c, 1], [next, -1]], 0, Infinity)
      for (const run of running[i]?.[slot] ?? []) row([[c, 1], [run.c, -1]], 0, Infinity)
      if (slot <= (job.options[job.length - 1] ?? -1)) return
      // A share of the job still to run is at least that share of not being finished.
      const later = columnsWhere(job, chosen[i], (start) => start >= slot)
      if (later.length > 0) row([[c, Math.min(job.length, later.length)], ...later.map((other) => [other, -1] as const)], 0, Infinity)
    })
  })

  for (let slot = 0; slot < slots; slot++) {
    const room = exact.room[slot] ?? 0
    if (jobs.reduce((sum, job, i) => sum + (running[i]?.[slot]?.length === 0 ? 0 : job.kw), 0) > room) {
      row(jobs.flatMap((job, i) => (running[i]?.[slot] ?? []).map(({ c, offset }) => [c, powerAt(job, offset)] as const)).filter(([, kw]) => kw > 0), -Infinity, room)
    }
    exact.resources.forEach((capacity, r) => {
      const users = jobs.map((job, i) => (job.needs.includes(r) ? running[i]?.[slot] ?? [] : job.choices.includes(r) ? (running[i]?.[slot] ?? []).filter(({ option }) => chosenOf(job, option) === r) : []))
      if (users.filter((list) => list.length > 0).length > (capacity[slot] ?? 0)) row(users.flatMap((list) => list.map(({ c }) => [c, 1] as const)), -Infinity, capacity[slot] ?? 0)
    })
    jobs.forEach((job, b) => {
      for (const { job: a, min, max } of job.after) {
        const first = jobs[a]
        if (first === undefined) continue
        const begun = columnsWhere(job, chosen[b], (start) => (job.contiguous ? start <= slot : start === slot))
        const wait = unfinished[a]?.[Math.max(0, slot - min)]
        const busy = wait !== undefined ? [wait] : columnsWhere(first, chosen[a], (start) => start + pieceOf(first) + min > slot)
        if (busy.length > 0 && begun.length > 0) row([...busy, ...begun].map((c) => [c, 1]), -Infinity, 1)
        if (max === Infinity) continue
        // It has ended by now, and its successor starts later than it may.
        const over = columnsWhere(first, chosen[a], (start) => start + first.length <= slot), late = columnsWhere(job, chosen[b], (start) => start > slot + max)
        if (over.length > 0 && late.length > 0) row([...over, ...late].map((c) => [c, 1]), -Infinity, 1)
      }
    })
  }

  const extra = goalColumns(exact, aim, build, running, chosen)
  if (aim.kind === 'ends' && goal.kind === 'sum') row(chosen.flatMap((columns, i) => columns.map((c, k) => [c, above[i]?.[k] ?? 0] as const)), -Infinity, aim.atMost - paidAnyway)
  return {
    data: build.data(aim.kind === 'cost' ? paidAnyway + (goal.kind === 'grid' ? goal.anyway : 0) : 0),
    seats: (values) => jobs.map((job, i) => job.options.filter((_, k) => (values[chosen[i]?.[k] ?? -1] ?? 0) > 0.5)),
    values: (seats) => {
      const values = new Float64Array(build.size())
      jobs.forEach((job, i) => {
        for (const option of seats[i] ?? []) values[chosen[i]?.[place(job.options, option)] ?? 0] = 1
        unfinished[i]?.forEach((c, slot) => { values[c] = slot <= (seats[i]?.at(-1) ?? -1) ? 1 : 0 })
      })
      extra(values, seats)
      return values
    },
  }
}

/** The columns and rows that say what the runs come to together; gives what fills these columns for given seats. */
function goalColumns(exact: Exact, aim: Aim, { column, row }: Build, running: readonly (readonly (readonly { readonly c: number; readonly option: number; readonly offset: number }[])[])[], chosen: readonly (readonly number[])[]): (values: Float64Array, seats: Seats) => void {
  const { goal, jobs, slots } = exact
  const price = aim.kind === 'cost' ? 1 : 0
  const all = (slot: number, weigh: (job: ExactJob, offset: number) => number): Term[] => jobs.flatMap((job, i) => (running[i]?.[slot] ?? []).map(({ c, offset }) => [c, weigh(job, offset)] as const)).filter(([, weight]) => weight > 0)
  switch (goal.kind) {
    case 'sum': return () => undefined
    case 'grid': {
      const grid = range(0, slots).map((slot) => {
        const load = all(slot, powerAt)
        if (load.length === 0) return undefined
        const c = column(price, Infinity, false)
        row([[c, 1], ...load.map(([other, kw]) => [other, -kw] as const)], -(goal.surplus[slot] ?? 0), Infinity)
        return c
      })
      if (aim.kind === 'ends') row(grid.flatMap((c) => (c === undefined ? [] : [[c, 1] as const])), -Infinity, aim.atMost - goal.anyway)
      return (values, seats) => {
        const load = new Float64Array(slots)
        jobs.forEach((job, i) => { slotsOf(job, seats[i] ?? []).forEach((slot, offset) => { load[slot] = (load[slot] ?? 0) + powerAt(job, offset) }) })
        grid.forEach((c, slot) => { if (c !== undefined) values[c] = Math.max(0, (load[slot] ?? 0) - (goal.surplus[slot] ?? 0)) })
      }
    }
    case 'peak': {
      const peak = column(price, aim.kind === 'ends' ? aim.atMost : Infinity, false)
      for (let stretch = 0; stretch < goal.stretches; stretch++) {
        const weights = new Map<number, number>()
        range(0, slots).filter((slot) => goal.stretch[slot] === stretch).forEach((slot) => { for (const [c, weight] of all(slot, (job, offset) => weightAt(job, offset, goal.unit))) weights.set(c, (weights.get(c) ?? 0) + weight) })
        if (weights.size > 0) row([[peak, 1], ...[...weights].map(([c, weight]) => [c, -weight] as const)], 0, Infinity)
      }
      return (values, seats) => { values[peak] = costOf(exact, seats) }
    }
    case 'fair': {
      if (goal.among.length === 0) return () => undefined
      const most = column(price, Infinity, false), least = column(-price, Infinity, false)
      goal.among.forEach((r, k) => {
        const had = jobs.flatMap((job, i) => job.options.flatMap((option, o) => (chosenOf(job, option) === r ? [[chosen[i]?.[o] ?? 0, job.length] as const] : [])))
        row([[most, 1], ...had.map(([c, length]) => [c, -length] as const)], goal.done[k] ?? 0, Infinity)
        row([[least, 1], ...had.map(([c, length]) => [c, -length] as const)], -Infinity, goal.done[k] ?? 0)
      })
      if (aim.kind === 'ends') row([[most, 1], [least, -1]], -Infinity, aim.atMost)
      return (values, seats) => {
        const done = goal.among.map((r, k) => jobs.reduce((sum, job, i) => sum + (chosenOf(job, seats[i]?.[0] ?? 0) === r ? job.length : 0), goal.done[k] ?? 0))
        values[most] = Math.max(...done)
        values[least] = Math.min(...done)
      }
    }
  }
}

type Build = ReturnType<typeof columnsAndRows>

/** Collects a model column by column and row by row. */
function columnsAndRows() {
  const price: number[] = [], lower: number[] = [], upper: number[] = [], integrality: (0 | 1)[] = []
  const rowLower: number[] = [], rowUpper: number[] = [], starts: number[] = [0], indices: number[] = [], values: number[] = []
  return {
    size: (): number => price.length,
    column: (cost: number, most: number, whole: boolean, least = 0): number => { price.push(cost); lower.push(least); upper.push(most); integrality.push(whole ? 1 : 0); return price.length - 1 },
    row: (terms: readonly Term[], least: number, most: number): void => {
      for (const [c, factor] of terms) { indices.push(c); values.push(factor) }
      starts.push(indices.length)
      rowLower.push(least)
      rowUpper.push(most)
    },
    data: (offset: number): ModelData => ({
      numCols: price.length, numRows: rowLower.length, offset, colCost: price, colLower: lower, colUpper: upper, rowLower, rowUpper, integrality,
      matrix: { format: 'csr', numRows: rowLower.length, numCols: price.length, starts, indices, values },
    }),
  }
}

/** A larger model would fill the memory before it fills the time. */
const MOST_NUMBERS = 3_000_000
/** HiGHS looks at the clock now and then only, the more seldom the larger the model: this is kept for that, and for writing the model. */
const SPARE_SHARE = 0.1
const SPARE_MS = 100
const SPARE_MS_PER_NUMBER = 0.006
/** A small model is solved in the first of these; a large one has its first relaxation by the second, before which HiGHS knows no more than it was told. */
const leastMs = (numbers: number): number => Math.min(numbers * 0.1, 1500 + numbers * 0.008)

/** How many seconds HiGHS may be given for the model of a problem, to be done in `leftMs`: 0 when these are too few for it to get anywhere. */
export function secondsFor(exact: Exact, leftMs: number): number {
  const numbers = sizeOf(exact), limitMs = leftMs * (1 - SPARE_SHARE) - SPARE_MS - numbers * SPARE_MS_PER_NUMBER
  return numbers > MOST_NUMBERS || limitMs <= leastMs(numbers) ? 0 : limitMs / 1000
}

/** About how many numbers the model of a problem holds. */
const sizeOf = ({ jobs, slots }: Exact): number => jobs.reduce((sum, job) => sum + job.options.length * pieceOf(job) * (1 + job.needs.length + Math.sign(job.choices.length)) + (job.contiguous ? 0 : slots * slots / 2) + job.after.length * slots * job.options.length, 0)

/** How many options a run is given, and how many slots one of them runs. */
const seatSize = (job: ExactJob): number => (job.contiguous ? 1 : job.length)
const pieceOf = (job: ExactJob): number => (job.contiguous ? job.length : 1)
const leastIn = (costs: readonly number[]): number => costs.reduce((least, cost) => Math.min(least, cost), Infinity)

const columnsWhere = (job: ExactJob, columns: readonly number[] | undefined, wanted: (start: number) => boolean): number[] => (columns ?? []).filter((_, k) => wanted(startOf(job, job.options[k] ?? -1)))
