/** Writes a problem as a mixed-integer model for HiGHS, and reads its solutions back. */
import type { ModelData } from 'highs'
import type { Exact, ExactJob, Seats } from './exact.ts'

/** What is minimised: the cost, or, among plans that cost at most this much (where ends cost nothing), the sum of the ends of all jobs. */
export type Aim = { readonly kind: 'cost' } | { readonly kind: 'ends'; readonly atMost: number }

export interface Model {
  readonly data: ModelData
  /** The seats of a solution: binaries above one half count as chosen. */
  readonly seats: (values: ArrayLike<number>) => Seats
  /** The values of the columns for these seats, to start from. */
  readonly values: (seats: Seats) => Float64Array
}

type Terms = (readonly [column: number, factor: number])[]

/**
 * One binary per option. A split job whose end matters also has, per slot, a column that says "not finished yet" (1 up to its last slot,
 * then 0; surely 1 before it can have run long enough). Order is tight: in no slot may one job not be finished and its successor have started.
 */
export function modelOf(exact: Exact, aim: Aim): Model {
  const { jobs, slots, cap } = exact
  const price: number[] = [], integer: boolean[] = []
  const column = (cost: number, whole: boolean): number => { price.push(cost); integer.push(whole); return price.length - 1 }
  const sure = new Set<number>()
  const rows: { readonly terms: Terms; readonly lower: number; readonly upper: number }[] = []

  // Small numbers keep the solver's tolerances far below one step of cost: what every plan pays stands apart.
  const above = jobs.map((job) => { const least = Math.min(...job.costs); return job.costs.map((cost) => cost - least) })
  const paidAnyway = jobs.reduce((sum, job) => sum + Math.min(...job.costs) * seatSize(job), 0)
  const chosen = jobs.map((job, i) => job.options.map((option, k) => column(aim.kind === 'cost' ? above[i]?.[k] ?? 0 : job.contiguous ? option + job.length : 0, true)))
  const paysEnd = aim.kind === 'ends' || exact.paysEnd
  const unfinished = jobs.map((job) => (!job.contiguous && (paysEnd || job.before.length > 0) ? Array.from({ length: slots }, () => column(paysEnd ? 1 : 0, false)) : undefined))

  jobs.forEach((job, i) => {
    rows.push({ terms: (chosen[i] ?? []).map((c) => [c, 1]), lower: seatSize(job), upper: seatSize(job) })
    unfinished[i]?.forEach((c, slot, all) => {
      const next = all[slot + 1], run = chosen[i]?.[job.options.indexOf(slot)]
      if (next !== undefined) rows.push({ terms: [[c, 1], [next, -1]], lower: 0, upper: Infinity })
      if (run !== undefined) rows.push({ terms: [[c, 1], [run, -1]], lower: 0, upper: Infinity })
      if (slot <= (job.options[job.length - 1] ?? -1)) { sure.add(c); return }
      // A share of the job still to run is at least that share of not being finished.
      const later = columnsWhere(job, chosen[i], (option) => option >= slot)
      if (later.length > 0) rows.push({ terms: [[c, Math.min(job.length, later.length)], ...later.map((column) => [column, -1] as const)], lower: 0, upper: Infinity })
    })
  })

  for (let slot = 0; slot < slots; slot++) {
    const running = jobs.map((job, i) => columnsWhere(job, chosen[i], (option) => option <= slot && slot < option + pieceOf(job)))
    const most = jobs.reduce((sum, job, i) => sum + (running[i]?.length === 0 ? 0 : job.kw), 0)
    if (most > cap) rows.push({ terms: jobs.flatMap((job, i) => (running[i] ?? []).map((c) => [c, job.kw] as const)), lower: -Infinity, upper: cap })
    jobs.forEach((job, b) => {
      for (const a of job.after) {
        const first = jobs[a], wait = unfinished[a]?.[slot]
        if (first === undefined) continue
        const busy = wait === undefined ? columnsWhere(first, chosen[a], (option) => option + pieceOf(first) > slot) : [wait]
        const begun = columnsWhere(job, chosen[b], (option) => (job.contiguous ? option <= slot : option === slot))
        if (busy.length > 0 && begun.length > 0) rows.push({ terms: [...busy, ...begun].map((c) => [c, 1]), lower: -Infinity, upper: 1 })
      }
    })
  }
  if (aim.kind === 'ends') rows.push({ terms: chosen.flatMap((columns, i) => columns.map((c, k) => [c, above[i]?.[k] ?? 0] as const)), lower: -Infinity, upper: aim.atMost - paidAnyway })

  const terms = rows.map((row) => row.terms)
  return {
    data: {
      numCols: price.length, numRows: rows.length, offset: aim.kind === 'cost' ? paidAnyway : 0, colCost: price, colLower: price.map((_, c) => (sure.has(c) ? 1 : 0)), colUpper: price.map(() => 1),
      rowLower: rows.map((row) => row.lower), rowUpper: rows.map((row) => row.upper), integrality: integer.map((whole) => (whole ? 1 : 0)),
      matrix: { format: 'csr', numRows: rows.length, numCols: price.length, starts: terms.reduce<number[]>((starts, row) => { starts.push((starts.at(-1) ?? 0) + row.length); return starts }, [0]), indices: terms.flatMap((row) => row.map(([c]) => c)), values: terms.flatMap((row) => row.map(([, factor]) => factor)) },
    },
    seats: (values) => jobs.map((job, i) => job.options.filter((_, k) => (values[chosen[i]?.[k] ?? -1] ?? 0) > 0.5)),
    values: (seats) => {
      const values = new Float64Array(price.length)
      jobs.forEach((job, i) => {
        for (const option of seats[i] ?? []) values[chosen[i]?.[job.options.indexOf(option)] ?? 0] = 1
        unfinished[i]?.forEach((c, slot) => { values[c] = slot <= (seats[i]?.at(-1) ?? -1) ? 1 : 0 })
      })
      return values
    },
  }
}

/** About how many numbers the model of a problem holds. */
export const sizeOf = ({ jobs, slots }: Exact): number => jobs.reduce((sum, job) => sum + job.options.length * pieceOf(job) + (job.contiguous ? 0 : slots * slots / 2) + job.after.length * slots * job.options.length, 0)

/** How many options a job is given, and how many slots one of them runs. */
const seatSize = (job: ExactJob): number => (job.contiguous ? 1 : job.length)
const pieceOf = (job: ExactJob): number => (job.contiguous ? job.length : 1)

const columnsWhere = (job: ExactJob, columns: readonly number[] | undefined, wanted: (option: number) => boolean): number[] => (columns ?? []).filter((_, k) => wanted(job.options[k] ?? -1))
