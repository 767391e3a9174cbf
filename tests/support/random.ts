/** Chance that is the same at every run. */

export interface Random {
  /** A whole number from 0 up to and without `below`. */
  (below: number): number
  readonly of: <T>(list: readonly T[]) => T
}

/** Mulberry32, seeded. */
export function randomFrom(seed: number): Random {
  let state = seed | 0
  const random = (below: number): number => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return Math.floor((((t ^ (t >>> 14)) >>> 0) / 4_294_967_296) * below)
  }
  return Object.assign(random, { of: <T>(list: readonly T[]): T => {
    if (list.length === 0) throw new Error('nothing to choose from')
    return list[random(list.length)] as T
  } })
}
