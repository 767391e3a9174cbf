/** The HiGHS solver (wasm), loaded once, behind the one question the planner asks it. */
import loadHighs, { type ModelData } from 'highs'

export interface Minimised {
  readonly status: 'optimal' | 'infeasible' | 'timeout'
  /** The best solution's columns, when one was found. */
  readonly values: Float64Array | undefined
  /** No solution is below this. */
  readonly bound: number
}

export interface Asked {
  /** A solution known already. */
  readonly start?: Float64Array | undefined
  /** Told of the bound, and of every better solution, as they come. */
  readonly said?: (bound: number, values: Float64Array | undefined) => void
}

export interface Highs {
  /** Minimises a model whose objective only takes whole numbers. `seconds` is the time limit. The same question gives the same answer, unless time runs out. */
  readonly minimise: (model: ModelData, seconds: number, asked?: Asked) => Minimised
}

/** Two different costs differ by one at least, so a smaller gap proves the optimum. */
const GAP = 0.5

export async function openHighs(): Promise<Highs> {
  const highs = await loadHighs()
  const { modelStatus, solutionStatus, callbackType } = highs.constants
  return {
    minimise: (data, seconds, { start, said } = {}) => highs.withModel(data, (model): Minimised => {
      model.options.set({ output_flag: false, time_limit: Math.max(0.01, seconds), mip_rel_gap: 0, mip_abs_gap: GAP, random_seed: 1 })
      if (start !== undefined) model.setSolution({ colValue: start })
      model.run(said === undefined ? {} : {
        [callbackType.mipImprovingSolution]: ({ data: seen }) => { said(seen.mip_dual_bound ?? -Infinity, seen.mip_solution); return undefined },
        [callbackType.mipLogging]: ({ data: seen }) => { said(seen.mip_dual_bound ?? -Infinity, undefined); return undefined },
      })
      const status = model.getModelStatus()
      if (status === modelStatus.infeasible || status === modelStatus.unboundedOrInfeasible) return { status: 'infeasible', values: undefined, bound: Infinity }
      const values = Number(model.info.get('primal_solution_status')) === solutionStatus.feasible ? model.getSolution().colValue : undefined
      return { status: status === modelStatus.optimal ? 'optimal' : 'timeout', values, bound: Number(model.info.get('mip_dual_bound')) }
    }),
  }
}
