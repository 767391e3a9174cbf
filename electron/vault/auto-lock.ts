/** Locks the vault after a stretch without use. */
export interface AutoLock {
  /** The person did something. */
  readonly touch: () => void
  /** 0 = never. */
  readonly set: (minutes: number) => void
  readonly stop: () => void
}

/** `after` calls back after so many milliseconds unless cancelled. */
export function createAutoLock(lock: () => void, after: (ms: number, call: () => void) => () => void): AutoLock {
  let minutes = 0
  let cancel: (() => void) | undefined
  const restart = (): void => {
    cancel?.()
    cancel = minutes === 0 ? undefined : after(minutes * 60_000, lock)
  }
  return { touch: restart, set: (next) => { minutes = next; restart() }, stop: () => { cancel?.(); cancel = undefined } }
}
