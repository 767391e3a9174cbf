/** Stage 9 → 10, code only: every plan is recomputed from the true data. A wrong or worse plan is replaced by the proven one, and the answer says so. */
import { problem } from '../../shared/problems.ts'
import type { PlanFault, Placement } from '../../shared/planning.ts'
import type { Grounded, Situation, Understanding, Verified } from '../../shared/stages.ts'
import type { Planner } from '../planner/planner.ts'
import { verifyPlan } from '../planner/verify.ts'
import { PLAN_LIMIT_MS } from './answer-here.ts'
import { describeRuns } from './describe-runs.ts'
import { changesOf, infeasibleWords, runsOf } from './runs.ts'
import { slotWall } from './situation.ts'
import { go, halt, type Step } from './step.ts'

/** A cloud plan this close to the proven optimum is taken as it is. */
const GOOD_ENOUGH = 0.01

export interface VerifyDeps { readonly planner: Planner; readonly newId: () => string }

export const createVerify = ({ planner, newId }: VerifyDeps): Step<Grounded, Verified> => async (grounded, walk) => {
  const understanding = walk.understanding
  if (understanding === undefined) throw new Error('verify before understand')
  if (understanding.task.kind === 'question') return go(verified({ runs: [], changes: [], text: grounded.text, checks: [...grounded.remarks] }))
  const { situation } = understanding.task
  const best = await planner.solve(situation.problem, { limitMs: PLAN_LIMIT_MS, signal: walk.signal })
  if (best.status === 'infeasible') return halt({ kind: 'problem', problem: problem('plan.infeasible', { ...infeasibleWords(best.why, situation) }) })

  const judged = judge(grounded, situation, best.objective)
  const placements = judged.accepted ?? best.plan
  if (placements === undefined) return halt({ kind: 'problem', problem: problem('plan.timeout') })
  const proof = best.status === 'optimal' ? provenWords(understanding) : `Time ran out before the proof; at most ${percent(best.gap ?? 1)} from the best possible.`
  if (judged.accepted === undefined) {
    walk.record({ engine: 'Planner on this computer' })
    for (const remark of judged.says) walk.record({ remark })
  }
  const runs = runsOf(situation, understanding.household, placements)
  return go(verified({ runs, changes: changesOf(runs, situation, newId), text: describeRuns(runs, situation), checks: [...(judged.accepted === undefined ? [] : judged.says), proof, ...grounded.remarks] }))
}

const verified = (value: { [K in 'runs' | 'changes' | 'text' | 'checks']: Verified[K] }): Verified => Object.freeze(value) as Partial<Verified> as Verified
const percent = (share: number): string => `${(share * 100).toFixed(1)} %`
const provenWords = ({ task }: Understanding): string => (task.kind === 'plan' && task.situation.problem.objective === 'earliest' ? 'Proven: nothing that fits is done sooner.' : 'Proven: no plan that fits is cheaper.')

/** Whether the given placements stand, and what code has to say about them. */
function judge(grounded: Grounded, situation: Situation, optimum: number | undefined): { accepted: readonly Placement[] | undefined; says: string[] } {
  if (grounded.by === 'here') {
    const own = grounded.placements === null ? undefined : verifyPlan(situation.problem, grounded.placements, optimum)
    return own?.ok === true ? { accepted: grounded.placements ?? undefined, says: ['Checked by code: every limit holds.'] } : { accepted: undefined, says: [] }
  }
  if (grounded.placements === null) return { accepted: undefined, says: [`${grounded.by} gave no plan, so this one was made on this computer.`] }
  const verdict = verifyPlan(situation.problem, grounded.placements, optimum)
  if (!verdict.ok) return { accepted: undefined, says: [`${grounded.by} gave a plan that does not work: ${faultWords(verdict.faults[0], situation)}. This one was made on this computer instead.`] }
  if (verdict.gap > GOOD_ENOUGH) return { accepted: undefined, says: [`${grounded.by} gave a plan that works but is ${percent(verdict.gap)} from the best. The best one was made on this computer instead.`] }
  return { accepted: grounded.placements, says: [`${grounded.by} made this plan; checked by code: every limit holds.`] }
}

/** The counter-example, in the household's words. */
function faultWords(fault: PlanFault | undefined, situation: Situation): string {
  if (fault === undefined) return 'a limit is broken'
  const at = (slot: number): string => slotWall(situation, slot).slice(11)
  const title = (job: string): string => situation.jobs.find((j) => j.id === job)?.title ?? 'something it invented'
  switch (fault.kind) {
    case 'missing': return `it forgot ${title(fault.job)}`
    case 'unknown': return 'it planned something nobody asked for'
    case 'twice': return `it planned ${title(fault.job)} twice`
    case 'outside-window': return `${title(fault.job)} would run at ${at(fault.slot)}, when it may not`
    case 'wrong-length': return `${title(fault.job)} would run for the wrong time`
    case 'not-contiguous': return `${title(fault.job)} would be interrupted at ${at(fault.slot)}`
    case 'too-early': return `${title(fault.job)} would start at ${at(fault.slot)}, before what must come first`
    case 'forbidden': return `${title(fault.job)} would run at ${at(fault.slot)}, in forbidden hours`
    case 'too-late': return `${title(fault.job)} would start at ${at(fault.slot)}, too long after what comes before it`
    case 'too-close': return `${title(fault.job)} would run at ${at(fault.slot)}, too close to its other times`
    case 'wrong-resource': return `nobody who can do it was chosen for ${title(fault.job)}`
    case 'resource-taken': return `at ${at(fault.slot)} what ${title(fault.job)} needs is taken`
    case 'over-cap': return `at ${at(fault.slot)} it would draw ${fault.kw} kW of ${fault.capKw} kW`
  }
}
