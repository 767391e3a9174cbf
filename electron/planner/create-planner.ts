/** The planner over its worker: one problem at a time, and a thread that is ended when it must stop, so that nothing can hang. */
import { Worker } from 'node:worker_threads'
import type { Solved } from '../../shared/planning.ts'
import type { Planner } from './planner.ts'
import type { Answer, Task } from './worker.ts'

/** How much longer than its own limit a search may take before its thread is ended. */
const GRACE_MS = 2000
const gaveUp: Solved = { status: 'timeout', plan: undefined, objective: undefined, gap: undefined }

interface Waiting { readonly task: Task; readonly signal: AbortSignal; readonly answer: (solved: Solved) => void; readonly progress: (soFar: Solved) => void }

/**
 * The thread starts with the first problem; problems are solved in the order they came. Aborting, or overrunning the limit, ends the
 * thread, and the next problem starts a new one; what had been found by then is the answer, as it is after a crash. A problem that is
 * aborted before its turn is answered at once. Never rejects.
 */
export function createPlanner({ workerUrl, graceMs = GRACE_MS }: { readonly workerUrl: URL; readonly graceMs?: number }): Planner {
  const waiting: Waiting[] = []
  let worker: Worker | undefined
  let busy = false, closed = false

  const next = (): void => {
    const turn = busy ? undefined : waiting.shift()
    if (turn === undefined) return
    busy = true
    void ask(turn).then((solved) => {
      busy = false
      turn.answer(solved)
      next()
    })
  }

  const ask = ({ task, signal, progress }: Waiting): Promise<Solved> => new Promise((resolve) => {
    const thread = (worker ??= start())
    let best = gaveUp
    const overrun = setTimeout(stop, task.limitMs + graceMs)
    function settle(solved: Solved): void {
      clearTimeout(overrun)
      signal.removeEventListener('abort', stop)
      thread.off('message', listen).off('exit', ended)
      resolve(solved)
    }
    function listen({ kind, solved }: Answer): void { if (kind === 'incumbent') { best = solved; progress(solved) } else settle(solved) }
    function ended(): void { settle(best) }
    function stop(): void { void end().then(ended) }
    signal.addEventListener('abort', stop)
    thread.on('message', listen).once('exit', ended)
    thread.postMessage(task)
  })

  const start = (): Worker => {
    const thread = new Worker(workerUrl)
    thread.unref()
    // An error is followed by the exit, which says the same to whoever waits.
    return thread.on('error', () => undefined).once('exit', () => { if (worker === thread) worker = undefined })
  }

  const end = async (): Promise<void> => {
    const ending = worker
    worker = undefined
    await ending?.terminate()
  }

  return {
    solve: (problem, { limitMs, signal, onProgress }) => new Promise((resolve) => {
      if (closed || signal.aborted) { resolve(gaveUp); return }
      const turn: Waiting = { task: { problem, limitMs }, signal, progress: (soFar) => { onProgress?.(soFar) }, answer: (solved) => { signal.removeEventListener('abort', leave); resolve(solved) } }
      function leave(): void {
        const place = waiting.indexOf(turn)
        if (place !== -1) { waiting.splice(place, 1); turn.answer(gaveUp) }
      }
      signal.addEventListener('abort', leave)
      waiting.push(turn)
      next()
    }),
    close: async () => {
      closed = true
      for (const turn of waiting.splice(0)) turn.answer(gaveUp)
      await end()
    },
  }
}
