/** The planner's own thread: solves one problem at a time. */
import '../cloud/no-network.ts'
import { parentPort } from 'node:worker_threads'
import type { PlanningProblem, Solved } from '../../shared/planning.ts'
import { openHighs, type Highs } from './highs.ts'
import { solve } from './solve.ts'

export interface Task { readonly problem: PlanningProblem; readonly limitMs: number }
/** `incumbent` may come any number of times before `solved`: each the best so far, with its gap once there is a bound. */
export interface Answer { readonly kind: 'incumbent' | 'solved'; readonly solved: Solved }

let opened: Promise<Highs> | undefined
const highs = (): Promise<Highs> => (opened ??= openHighs())

const say = (answer: Answer): void => { parentPort?.postMessage(answer) }

parentPort?.on('message', ({ problem, limitMs }: Task) => {
  // A bug ends the thread; whoever asked is told so.
  solve(problem, limitMs, { highs, elapsed: () => performance.now(), onIncumbent: (solved) => { say({ kind: 'incumbent', solved }) } })
    .then((solved) => { say({ kind: 'solved', solved }) }, (error: unknown) => { setImmediate(() => { throw error }) })
})
