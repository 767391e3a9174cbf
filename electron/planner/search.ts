/** The exact search: places job after job, the largest first, and turns back as soon as the bound shows that nothing better can follow. */
import { bestAlone } from './alone.ts'
import { aboveAll, bound, leastOf, onlyPower, type Bound, type Found } from './bound.ts'
import { endOf, seatCost, startsAt, type Exact, type ExactJob, type Seat } from './exact.ts'

export interface SearchLimits {
  /** How many partial plans may be opened. */
  readonly nodes: number
  readonly expired: () => boolean
}

export interface Searched {
  /** The best plan found; with `proven`, the optimum, or undefined when nothing fits. */
  readonly found: Found | undefined
  readonly proven: boolean
  /** No plan costs less. */
  readonly bound: number
  /** The same problem with only the options that a plan as cheap as the one found could use. */
  readonly narrowed: Exact
  /** The charges behind the bound, where there are any. */
  readonly charges: readonly Float64Array[] | undefined
}

/** Numbers kept for the look-ahead: 48 MB at most. */
const MOST_ENTRIES = 6e6
/** Far below one, the least by which two costs differ, and far above the rounding of a bound. */
const ROUNDING = 0.01

/** Looks for plans cheaper than `start`, when given. Deterministic for a given number of nodes, as long as time does not expire. */
export const search = (exact: Exact, limits: SearchLimits, start?: Found, near?: readonly Float64Array[]): Searched => searchFrom(exact, bound(exact, start, limits.expired, near), limits)

/** The same from a bound that is known already. */
export function searchFrom(exact: Exact, root: Bound, limits: SearchLimits): Searched {
  const limit = root.found?.cost ?? aboveAll(exact)
  const { reduced, charges } = root
  if (reduced === undefined) return { found: root.found, proven: root.value > limit - 1 + ROUNDING, bound: Math.min(root.value, limit), narrowed: exact, charges }
  const narrowed: Exact = { ...exact, jobs: exact.jobs.map((job, i) => {
    const own = reduced[i] ?? new Float64Array()
    // Having to use one option costs at least what it is dearer than the dearest that is used anyway.
    const anyway = own.toSorted()[job.contiguous ? 0 : job.length - 1] ?? Infinity
    const kept = job.options.map((_, k) => root.value + Math.max(0, (own[k] ?? 0) - anyway) <= limit + ROUNDING)
    return { ...job, options: job.options.filter((_, k) => kept[k]), costs: job.costs.filter((_, k) => kept[k]) }
  }) }
  if (root.value > limit - 1 + ROUNDING) return { found: root.found, proven: true, bound: limit, narrowed, charges }
  if (charges === undefined || !searchable(exact)) return { found: root.found, proven: false, bound: root.value, narrowed, charges }
  const least = exact.jobs.map((job, i) => leastOf(exact, job, reduced[i] ?? new Float64Array()))
  return { ...descend(narrowed, { found: root.found, value: root.value, charges }, least, limits), narrowed, charges }
}

/** At most one run may be split (its slots are then a choice of the cheapest that are left), nothing but power may tie runs together, and the look-ahead must stay small. */
export const searchable = (exact: Exact): boolean => onlyPower(exact) && small(exact)
const small = ({ jobs, slots, cap }: Exact): boolean => jobs.filter((job) => !job.contiguous).length <= 1 && (jobs.length + 1) * slots * (cap + 1) <= MOST_ENTRIES

/** Depth first, the most promising start first. `least` is what each job pays at best under the charges of `root`. */
function descend(exact: Exact, root: { readonly found: Found | undefined; readonly value: number; readonly charges: readonly Float64Array[] }, least: readonly number[], { nodes, expired }: SearchLimits): Omit<Searched, 'narrowed' | 'charges'> {
  const { slots, cap, jobs } = exact
  const order = jobs.map((_, i) => i).sort((a, b) => Number(jobs[b]?.contiguous) - Number(jobs[a]?.contiguous) || energy(jobs[b]) - energy(jobs[a]) || a - b)
  const row = cap + 1, given = givenBack(exact, order, root.charges), twin = twins(jobs)
  const costAt = jobs.map((job) => { const costs = new Float64Array(slots); job.options.forEach((option, k) => { costs[option] = job.costs[k] ?? 0 }); return costs })
  const scratch = jobs.map(() => ({ lost: new Float64Array(slots + 1), full: new Int32Array(slots + 1) }))
  const rest = new Float64Array(order.length + 1)
  for (let depth = order.length - 1; depth >= 0; depth--) rest[depth] = (rest[depth + 1] ?? 0) + (least[order[depth] ?? 0] ?? 0)
  const load = Int32Array.from(exact.room, (room) => cap - room)
  const seats: (Seat | undefined)[] = jobs.map(() => undefined)
  let found = root.found, limit = found?.cost ?? aboveAll(exact), opened = 0, stopped = false as boolean

  const place = (depth: number, cost: number): void => {
    const i = order[depth], job = i === undefined ? undefined : jobs[i]
    if (i === undefined || job === undefined) {
      found = { seats: seats.map((seat) => seat ?? []), cost }
      limit = cost
      return
    }
    if (++opened > nodes || ((opened & 255) === 0 && expired())) { stopped = true; return }
    const from = Math.max(0, ...job.after.map(({ job: a, min }) => { const first = jobs[a], seat = seats[a]; return first === undefined || seat === undefined ? 0 : endOf(first, seat) + min }))
    const to = Math.min(slots, ...job.before.map(({ job: b, min }) => { const next = jobs[b], seat = seats[b]; return next === undefined || seat === undefined ? slots : startsAt(next, seat) - min }))
    if (!job.contiguous) {
      // It is the last: the cheapest slots that are left are its best.
      const seat = bestAlone(job, (slot) => slot >= from && slot < to && (load[slot] ?? 0) + job.kw <= cap)
      const total = seat === undefined ? Infinity : cost + seatCost(exact, job, seat)
      if (total < limit) { seats[i] = seat; place(depth + 1, total) }
      return
    }
    const sibling = twin[i]
    const first = Math.max(from, sibling === undefined ? 0 : seats[sibling]?.[0] ?? 0)
    for (const child of children(depth, job, costAt[i], cost, first, to)) {
      if (child.bound > limit - 1 + ROUNDING) return
      seats[i] = [child.start]
      shift(child.start, job.length, job.kw)
      place(depth + 1, child.cost)
      shift(child.start, job.length, -job.kw)
      if (stopped) return
    }
    seats[i] = undefined
  }

  const shift = (start: number, length: number, kw: number): void => { for (let slot = start; slot < start + length; slot++) load[slot] = (load[slot] ?? 0) + kw }

  /** The starts in [from, to) at which the job fits and something cheaper than `limit` could still follow, by their bounds. */
  const children = (depth: number, job: ExactJob, costs: Float64Array | undefined, cost: number, from: number, to: number): { readonly start: number; readonly cost: number; readonly bound: number }[] => {
    const ahead = given[depth + 1], buffers = scratch[depth]
    if (ahead === undefined || buffers === undefined) return []
    // lost: how much less is given back to the jobs still to come when this one takes the slots before.
    const { lost, full } = buffers
    let base = cost + (rest[depth + 1] ?? 0)
    for (let slot = 0; slot < slots; slot++) {
      const room = cap - (load[slot] ?? 0), back = ahead[slot * row + room] ?? 0, blocked = room < job.kw
      base -= back
      full[slot + 1] = (full[slot] ?? 0) + (blocked ? 1 : 0)
      lost[slot + 1] = (lost[slot] ?? 0) + (blocked ? 0 : back - (ahead[slot * row + room - job.kw] ?? 0))
    }
    const open: { readonly start: number; readonly cost: number; readonly bound: number }[] = []
    for (const start of job.options) {
      const end = start + job.length
      if (start < from || end > to || full[end] !== full[start]) continue
      const own = costs?.[start] ?? 0, bound = base + own + (lost[end] ?? 0) - (lost[start] ?? 0)
      if (bound <= limit - 1 + ROUNDING) open.push({ start, cost: cost + own, bound })
    }
    return open.sort((a, b) => a.bound - b.bound || a.start - b.start)
  }

  place(0, 0)
  return { found, proven: !stopped, bound: stopped ? root.value : limit }
}

const energy = (job: ExactJob | undefined): number => (job === undefined ? 0 : job.kw * job.length)

/** given[depth][slot · (cap + 1) + room]: the most that jobs from this depth on could be given back in a slot with this much power left. */
function givenBack({ jobs, slots, cap }: Exact, order: readonly number[], charges: readonly Float64Array[]): Float64Array[] {
  const row = cap + 1
  const given: Float64Array[] = [new Float64Array(slots * row)]
  for (const i of order.toReversed()) {
    const after = given[0] ?? new Float64Array(), here = after.slice(), kw = jobs[i]?.kw ?? 0
    for (let slot = 0; slot < slots; slot++) {
      const charge = charges[i]?.[slot] ?? 0
      if (charge > 0) for (let at = slot * row + kw; at < (slot + 1) * row; at++) here[at] = Math.max(here[at] ?? 0, charge + (after[at - kw] ?? 0))
    }
    given.unshift(here)
  }
  return given
}

/** For each job the one listed before it that is the same in everything: of two such, the first never starts later. */
function twins(jobs: readonly ExactJob[]): (number | undefined)[] {
  const seen = new Map<string, number>()
  return jobs.map(({ source, ...job }, i) => {
    const alike = JSON.stringify(job)
    const earlier = seen.get(alike)
    seen.set(alike, i)
    return earlier
  })
}
