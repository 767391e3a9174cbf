/** The HiGHS solver (wasm), loaded once, behind the one question the planner asks it. */
import loadHighs, { type ModelData } from 'highs'

export interface Minimised {
  readonly status: 'optimal' | 'infeasible' | 'timeout'
  /** The best solution's columns, when one was found. */
  readonly values: Float64Array | undefined
  /** No solution is below this. */
  readonly bound: number
}

export interface Highs {
  /** Minimises a model whose objective only takes whole numbers. `seconds` is the time limit; `start` a solution known already. The same question gives the same answer, unless time runs out. */
  readonly minimise: (model: ModelData, seconds: number, start?: Float64Array) => Minimised
}

/** Two different costs differ by one at least, so a smaller gap proves the optimum. */
const GAP = 0.5

export async function openHighs(): Promise<Highs> {
  const highs = await loadHighs()
  const { modelStatus, solutionStatus } = highs.constants
  return {
    minimise: (data, seconds, start) => highs.withModel(data, (model): Minimised => {
      model.options.set({ output_flag: false, time_limit: Math.max(0.01, seconds), mip_rel_gap: 0, mip_abs_gap: GAP, random_seed: 1 })
      if (start !== undefined) model.setSolution({ colValue: start })
      model.run()
      const status = model.getModelStatus()
      if (status === modelStatus.infeasible || status === modelStatus.unboundedOrInfeasible) return { status: 'infeasible', values: undefined, bound: Infinity }
      const values = Number(model.info.get('primal_solution_status')) === solutionStatus.feasible ? model.getSolution().colValue : undefined
      return { status: status === modelStatus.optimal ? 'optimal' : 'timeout', values, bound: Number(model.info.get('mip_dual_bound')) }
    }),
  }
}
