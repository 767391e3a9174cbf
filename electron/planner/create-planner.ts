/** The planner over its worker: one problem at a time, and a thread that is ended when it must stop, so that nothing can hang. */
import { Worker } from 'node:worker_threads'
import type { PlanningProblem, Solved } from '../../shared/planning.ts'
import type { Planner } from './planner.ts'
import type { Answer, Task } from './worker.ts'

/** How much longer than its own limit a search may take before its thread is ended. */
const GRACE_MS = 2000
const gaveUp: Solved = { status: 'timeout', plan: undefined, objective: undefined, gap: undefined }

/** The thread starts with the first problem. Aborting, or overrunning the limit, ends it; the next problem starts a new one. A crash counts as no plan found. */
export function createPlanner({ workerUrl }: { readonly workerUrl: URL }): Planner {
  let worker: Worker | undefined
  let queue: Promise<unknown> = Promise.resolve()

  const end = async (): Promise<void> => {
    const ending = worker
    worker = undefined
    await ending?.terminate()
  }

  const start = (): Worker => {
    const thread = new Worker(workerUrl)
    thread.unref()
    // An error is followed by the exit, which says the same to whoever waits.
    return thread.on('error', () => undefined).once('exit', () => { if (worker === thread) worker = undefined })
  }

  const ask = (task: Task, signal: AbortSignal): Promise<Solved> => new Promise((resolve) => {
    if (signal.aborted) { resolve(gaveUp); return }
    const thread = (worker ??= start())
    let best = gaveUp
    const overrun = setTimeout(stop, task.limitMs + GRACE_MS)
    function settle(solved: Solved): void {
      clearTimeout(overrun)
      signal.removeEventListener('abort', stop)
      thread.off('message', listen).off('exit', crashed)
      resolve(solved)
    }
    function listen({ kind, solved }: Answer): void { if (kind === 'incumbent') best = solved; else settle(solved) }
    function crashed(): void { settle(best) }
    function stop(): void { void end().then(() => { settle(best) }) }
    signal.addEventListener('abort', stop)
    thread.on('message', listen).once('exit', crashed)
    thread.postMessage(task)
  })

  return {
    solve: (problem: PlanningProblem, { limitMs, signal }) => {
      const result = queue.then(() => ask({ problem, limitMs }, signal))
      queue = result
      return result
    },
    close: end,
  }
}
