/** Climbs a concave function of charges along its slopes (subgradient ascent with Polyak's step), for the Lagrangian bound. */

export interface Climb {
  readonly steps: number
  /** The share of Polyak's step that is taken; shortened when it stalls. */
  readonly pace: number
  /** Charges lie between 0 and these; absent: no upper limit. */
  readonly most: Float64Array | undefined
  /** What the function cannot exceed, as far as is known. */
  readonly goal: () => number
  readonly expired: () => boolean
}

/** Keeps the best. `evaluate` gives the value at some charges and writes their slope. */
export function ascend(from: Float64Array, { steps, pace, most, goal, expired }: Climb, evaluate: (at: Float64Array, slope: Float64Array) => number): { readonly at: Float64Array; readonly value: number } {
  const at = from.slice(), slope = new Float64Array(from.length)
  let best = from, value = -Infinity, stalled = 0, stride = pace
  // Costs are whole numbers: a bound less than one below the goal cannot be improved upon. One evaluation there must be, for a value at all.
  for (let n = 0; n < Math.max(1, steps) && value <= goal() - 1 && (n === 0 || !expired()); n++) {
    const here = evaluate(at, slope)
    stalled = here > value + Math.abs(value) * 1e-5 ? 0 : stalled + 1
    if (here > value) { value = here; best = at.slice() }
    if (stalled > 12) { stride *= 0.7; stalled = 0 }
    let square = 0
    for (let k = 0; k < at.length; k++) { const s = slope[k] ?? 0; if (s > 0 || (at[k] ?? 0) > 0) square += s * s }
    if (square === 0) break
    const move = (stride * Math.max(goal() - here, 1e-9)) / square
    for (let k = 0; k < at.length; k++) { const s = slope[k] ?? 0; if (s !== 0) at[k] = Math.max(0, Math.min(most?.[k] ?? Infinity, (at[k] ?? 0) + move * s)) }
  }
  return { at: best, value }
}
