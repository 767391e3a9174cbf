/** The count of a proof: how often a promise was tried and how often it held, with the first failures for whoever mends it. */

export interface Tally { readonly tried: number; readonly held: number; /** What did not hold, the first few. */ readonly failures: readonly string[] }

export interface Counter {
  /** One attempt at breaking a promise; `what` says which one, where it succeeds. */
  readonly count: (what: string | (() => string), holds: boolean) => void
  readonly tally: () => Tally
}

/** Few enough to read. */
const MOST_FAILURES = 5

export function createCounter(): Counter {
  const failures: string[] = []
  let tried = 0, held = 0
  return {
    count: (what, holds) => {
      tried += 1
      if (holds) held += 1
      else if (failures.length < MOST_FAILURES) failures.push(typeof what === 'string' ? what : what())
    },
    tally: () => ({ tried, held, failures }),
  }
}
