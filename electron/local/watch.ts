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
  /** Lets go of the timer and the button. Call it when the work is done, however it ended. */
  readonly end: () => void
}

/** Starts waiting. `limitMs` counts from now; without a `button` only time ends it. */
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
  const cancel = after(limitMs, () => { finish(problem('local.slow', { seconds: Math.ceil(limitMs / 1000) })) })
  if (button?.aborted === true) stopped()
  button?.addEventListener('abort', stopped, { once: true })
  return {
    signal: controller.signal,
    over: promise,
    problem: () => why,
    end: () => { cancel(); button?.removeEventListener('abort', stopped) },
  }
}
