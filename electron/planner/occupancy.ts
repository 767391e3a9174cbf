/** What some runs already take: power and resources per slot; what else fits beside them, and what it would add to the objective. */
import { chosenOf, powerAt, slotsOf, startOf, waysOf, weightAt, type Exact, type ExactJob, type Seat } from './exact.ts'

export interface Occupancy {
  readonly load: Float64Array
  readonly used: readonly Int32Array[]
  /** For `peak`: what each stretch carries; for `fair`: what each of those who may be chosen has had. */
  readonly shares: Float64Array
}

export function emptyOccupancy({ slots, resources, goal }: Exact): Occupancy {
  return { load: new Float64Array(slots), used: resources.map(() => new Int32Array(slots)), shares: goal.kind === 'peak' ? new Float64Array(goal.stretches) : goal.kind === 'fair' ? Float64Array.from(goal.done) : new Float64Array() }
}

/** Adds a run, or, with `sign` −1, takes it away again. */
export function occupy({ goal }: Exact, { load, used, shares }: Occupancy, job: ExactJob, seat: Seat, sign: 1 | -1): void {
  const chosen = chosenOf(job, seat[0] ?? 0)
  slotsOf(job, seat).forEach((slot, offset) => {
    load[slot] = (load[slot] ?? 0) + sign * powerAt(job, offset)
    for (const r of job.needs) { const use = used[r]; if (use !== undefined) use[slot] = (use[slot] ?? 0) + sign }
    const use = chosen === undefined ? undefined : used[chosen]
    if (use !== undefined) use[slot] = (use[slot] ?? 0) + sign
    const stretch = goal.kind === 'peak' ? goal.stretch[slot] ?? -1 : -1
    if (goal.kind === 'peak' && stretch >= 0) shares[stretch] = (shares[stretch] ?? 0) + sign * weightAt(job, offset, goal.unit)
  })
  if (goal.kind === 'fair' && chosen !== undefined) { const k = goal.among.indexOf(chosen); shares[k] = (shares[k] ?? 0) + sign * job.length }
}

/** Whether an option of a run lies in [from, to), starting no later than `last`, and finds power and resources free in all its slots. */
export function opening(exact: Exact, { load, used }: Occupancy, job: ExactJob, from: number, to: number, last = Infinity): (option: number) => boolean {
  const { slots, room, resources } = exact, piece = job.contiguous ? job.length : 1, ways = waysOf(job)
  const taken = (r: number, slot: number): boolean => (used[r]?.[slot] ?? 0) >= (resources[r]?.[slot] ?? 0)
  const prefix = (blocked: (slot: number) => boolean): Int32Array => {
    const sums = new Int32Array(slots + 1)
    for (let slot = 0; slot < slots; slot++) sums[slot + 1] = (sums[slot] ?? 0) + (blocked(slot) ? 1 : 0)
    return sums
  }
  const uniform = job.power === undefined && job.kw > 0
  const full = prefix((slot) => (uniform && (load[slot] ?? 0) + job.kw > (room[slot] ?? 0)) || job.needs.some((r) => taken(r, slot)))
  const each = job.choices.map((r) => prefix((slot) => taken(r, slot)))
  return (option) => {
    const start = startOf(job, option), end = start + piece
    if (start < from || start > last || end > to || full[end] !== full[start]) return false
    const own = each[option % ways]
    if (own !== undefined && own[end] !== own[start]) return false
    return job.power === undefined || job.power.every((kw, offset) => kw === 0 || (load[start + offset] ?? 0) + kw <= (room[start + offset] ?? 0))
  }
}

/**
 * What each option would add to the objective beside these runs. For `peak` and `fair`, where only the extreme counts, it is the growth of
 * the sum of squares instead, which leads the same way.
 */
export function addedCosts(exact: Exact, { load, shares }: Occupancy, job: ExactJob): ArrayLike<number> {
  const { goal, slots } = exact
  if (goal.kind === 'sum') return job.costs
  const ways = waysOf(job)
  if (goal.kind === 'fair') {
    const each = job.choices.map((r) => { const had = shares[goal.among.indexOf(r)] ?? 0; return (had + job.length) ** 2 - had ** 2 })
    return job.options.map((option) => each[option % ways] ?? 0)
  }
  const at = (slot: number, offset: number): number => {
    if (goal.kind === 'grid') { const spare = (goal.surplus[slot] ?? 0) - (load[slot] ?? 0); return Math.max(0, powerAt(job, offset) - Math.max(0, spare)) }
    const stretch = goal.stretch[slot] ?? -1
    return stretch < 0 ? 0 : weightAt(job, offset, goal.unit)
  }
  if (goal.kind === 'peak') {
    return job.options.map((option) => {
      const adds = new Map<number, number>(), start = startOf(job, option)
      for (let offset = 0; offset < (job.contiguous ? job.length : 1); offset++) {
        const stretch = goal.stretch[start + offset] ?? -1
        if (stretch >= 0) adds.set(stretch, (adds.get(stretch) ?? 0) + at(start + offset, offset))
      }
      return [...adds].reduce((sum, [stretch, weight]) => sum + ((shares[stretch] ?? 0) + weight) ** 2 - (shares[stretch] ?? 0) ** 2, 0)
    })
  }
  if (job.power !== undefined) return job.options.map((option) => { let sum = 0; for (let offset = 0; offset < job.length; offset++) sum += at(startOf(job, option) + offset, offset); return sum })
  const sums = new Float64Array(slots + 1), piece = job.contiguous ? job.length : 1
  for (let slot = 0; slot < slots; slot++) sums[slot + 1] = (sums[slot] ?? 0) + at(slot, 0)
  return job.options.map((option) => { const start = startOf(job, option); return (sums[start + piece] ?? 0) - (sums[start] ?? 0) })
}
