/** Stage 2 → 9 on this computer: the planner proves a plan, or a local model answers in words. Nothing leaves. */
import { problem } from '../../shared/problems.ts'
import type { Result } from '../../shared/result.ts'
import type { Grounded, Understanding } from '../../shared/stages.ts'
import { toInstant, type Clock } from '../../shared/time.ts'
import type { LocalModel } from '../local/model.ts'
import type { Planner } from '../planner/planner.ts'
import { infeasibleWords } from './runs.ts'
import { go, halt, orHalt, type Step } from './step.ts'

/** How long the planner may search before it hands over the best plan found. */
export const PLAN_LIMIT_MS = 8000

export interface AnswerHereDeps { readonly clock: Clock; readonly planner: Planner; readonly engine: () => Promise<Result<LocalModel>> }

export const createAnswerHere = ({ clock, planner, engine }: AnswerHereDeps): Step<Understanding, Grounded> => async ({ task, household, message }, walk) => {
  if (task.kind === 'plan') {
    walk.record({ engine: 'Planner on this computer' })
    const solved = await planner.solve(task.situation.problem, { limitMs: PLAN_LIMIT_MS, signal: walk.signal })
    if (solved.status === 'infeasible') return halt({ kind: 'problem', problem: problem('plan.infeasible', { ...infeasibleWords(solved.why, task.situation) }) })
    if (solved.plan === undefined) return halt({ kind: 'problem', problem: problem('plan.timeout') })
    return go({ placements: solved.plan, text: '', remarks: [], by: 'here' } as Partial<Grounded> as Grounded)
  }
  const model = await engine()
  if (!model.ok) return orHalt(model)
  if (model.value.converse === null) return halt({ kind: 'problem', problem: problem('understand.nothing') })
  const answer = await model.value.converse({ text: message.text, now: toInstant(clock.now()), household, signal: walk.signal }, (soFar) => { walk.show({ text: soFar }) })
  if (!answer.ok) return orHalt(answer)
  return go({ placements: null, text: answer.value, remarks: [], by: 'here' } as Partial<Grounded> as Grounded)
}
