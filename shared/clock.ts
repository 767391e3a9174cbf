/** Where "now" comes from; passed to everything that needs it, so that tests own the time. */
export interface Clock { readonly now: () => number /* epoch milliseconds */ }

export const systemClock: Clock = { now: () => Date.now() }
