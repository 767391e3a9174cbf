/** The planner as the steps see it: solve exactly, away from the main thread, and stop when told to. */
import type { PlanningProblem, Solved } from '../../shared/planning.ts'

export interface SolveOptions { readonly limitMs: number; readonly signal: AbortSignal; readonly onProgress?: (soFar: Solved) => void }

export interface Planner {
  /** Proves the optimum, or says why there is none; after `limitMs` the best found so far with its gap. `onProgress` hears of each better plan and bound meanwhile. */
  readonly solve: (problem: PlanningProblem, options: SolveOptions) => Promise<Solved>
  readonly close: () => Promise<void>
}
