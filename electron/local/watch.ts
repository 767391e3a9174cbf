/** One wait with two ends: the person's stop button and a time limit, whichever comes first. */
import { problem } from '../../shared/problems.ts'
import type { Problem } from '../../shared/problems.ts'

/** Calls `fire` once after so many milliseconds; the function returned cancels it. Passed in, so that tests own the waiting. */
export type After = (milliseconds: number, fire: () => void) => () => void

export const realAfter: After = (milliseconds, fire) => {
  const timer = setTimeout(fire, milliseconds)
  return () => { clearTimeout(timer) }
}

export interface Watch {
  /** Aborted at either end. */
  readonly signal: AbortSignal
  /** Rejects at either end and never resolves; raced against work that might not listen to the signal. */
  readonly over: Promise<never>
  /** Which end it was: `local.stopped` or `local.slow`; undefined while it runs. */
  readonly problem: () => Problem | undefined
  /** Something has moved: the time starts anew. */
  readonly renew: () => void
  /** Lets go of the timer and the button. Call it when the work is done, however it ended. */
  readonly end: () => void
}

/** Starts waiting. `limitMs` counts from now, or from the last `renew`; without a `button` only time ends it. */
export const createWatch = (button: AbortSignal | undefined, limitMs: number, after: After): Watch => {
  const controller = new AbortController()
  const { promise, reject } = Promise.withResolvers<never>()
  promise.catch(() => undefined)
  let why: Problem | undefined
  const finish = (reason: Problem): void => {
    if (why !== undefined) return
    why = reason
    controller.abort()
    reject(new Error(reason.name))
  }
  const stopped = (): void => { finish(problem('local.stopped')) }
  const start = (): (() => void) => after(limitMs, () => { finish(problem('local.slow', { seconds: Math.ceil(limitMs / 1000) })) })
  let cancel = start()
  if (button?.aborted === true) stopped()
  button?.addEventListener('abort', stopped, { once: true })
  return {
    signal: controller.signal,
    over: promise,
    problem: () => why,
    renew: () => {
      if (why !== undefined) return
      cancel()
      cancel = start()
    },
    end: () => { cancel(); button?.removeEventListener('abort', stopped) },
  }
}
