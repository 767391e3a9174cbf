/** Ways to join a step that answers here with one that goes through the cloud: only when in doubt, or both and compared. */
import { engineSubject } from '../../shared/engines.ts'
import { wording } from '../../shared/problems.ts'
import type { Grounded, Understanding } from '../../shared/stages.ts'
import type { Placement } from '../../shared/planning.ts'
import { grounded } from './ground.ts'
import { strings } from './remark-strings.ts'
import { go, type Outcome, type Step, type Stop, type Walk } from './step.ts'

/** Why a cloud may not be asked at all; undefined when it may. */
export type CloudOff = () => Promise<string | undefined>

/** What is too hard for this computer. An engine that is down or broken is not: that is said, and is for the person to mend. */
const hard = (stop: Stop): string | undefined => (stop.kind === 'problem' && /^(?:understand\.no-words|plan\.timeout)$/.test(stop.problem.name) ? wording(stop.problem).says : undefined)
/** What one of two may fail with while the other still answers. */
const failed = (stop: Stop): string | undefined => (stop.kind === 'problem' && stop.problem.name.startsWith('local.') && stop.problem.name !== 'local.stopped' ? wording(stop.problem).says : hard(stop))

/**
 * Answers here. Only when the answer failed, or code has measured a doubt about it, is the cloud asked, with that as the reason the panel
 * shows; without a cloud the answer made here stands, and says what is doubtful.
 */
export const whenUnsure = (here: Step<Understanding, Grounded>, there: Step<Understanding, Grounded>, off: CloudOff): Step<Understanding, Grounded> => async (understanding, walk) => {
  walk.wantsDoubt = true
  const first = await here(understanding, walk)
  const doubt = first.ok ? walk.doubt : hard(first.stop)
  if (doubt === undefined) return first
  const why = await off()
  if (why !== undefined) return first.ok ? go(grounded({ ...first.value, remarks: [...first.value.remarks, `${strings.doubtful(doubt)} ${why}`] })) : first
  walk.whyCloud = strings.notSure(doubt).replace(/\.?$/, '.')
  const second = await there(understanding, walk)
  return second.ok ? second : keptHere(first, second, (answer) => grounded({ ...answer, remarks: [...answer.remarks, strings.doubtful(doubt)] }))
}

/** Drafts here, then has it refined. Whatever becomes of that, the draft is not lost. */
export const refined = (here: Step<Understanding, Grounded>, there: Step<Understanding, Grounded>): Step<Understanding, Grounded> => async (understanding, walk) => {
  const draft = await here(understanding, walk)
  if (!draft.ok) return draft
  const polished = await there(understanding, walk)
  return polished.ok ? polished : go(grounded({ ...draft.value, remarks: [...draft.value.remarks, strings.draftAsMade(reasonOf(polished.stop))] }))
}

/** Both answer, and neither sees the other's answer. The one from here counts unless it failed; the verifier decides what it can. */
export const both = (here: Step<Understanding, Grounded>, there: Step<Understanding, Grounded>): Step<Understanding, Grounded> => async (understanding, walk) => {
  const first = await here(understanding, walk)
  if (!first.ok && failed(first.stop) === undefined) return first
  const second = await there(understanding, walk)
  if (!second.ok) return keptHere(first, second, (answer) => grounded({ ...answer, remarks: [...answer.remarks, strings.noSecond(reasonOf(second.stop))] }))
  if (!first.ok) return go(grounded({ ...second.value, remarks: [...second.value.remarks, strings.noneHere(failed(first.stop) ?? '')] }))
  return go(compared(first.value, second.value, walk))
}

/** The answer from here stands when the way through the cloud ended; a stop by the person ends everything. */
function keptHere(first: Outcome<Grounded>, second: Outcome<Grounded> & { readonly ok: false }, say: (answer: Grounded) => Grounded): Outcome<Grounded> {
  if (!first.ok) return second.stop.kind === 'here' ? first : second
  return go(say(first.value))
}

const reasonOf = (stop: Stop): string => (stop.kind === 'problem' ? wording(stop.problem).says : strings.keptHere)

function compared(here: Grounded, there: Grounded, walk: Walk): Grounded {
  const other = { by: there.by, text: there.text, placements: there.placements }
  if (here.placements !== null && there.placements !== null && normal(here.placements) === normal(there.placements)) return grounded({ ...here, remarks: [...here.remarks, ...there.remarks, strings.samePlan(engineSubject(there.by))] })
  if (here.placements !== null) walk.record({ remark: strings.otherPlan(engineSubject(there.by)) })
  return grounded({ ...here, remarks: [...here.remarks, ...there.remarks], others: [other] })
}

/** The same plan in whatever order and form it is written. */
const normal = (plan: readonly Placement[]): string => JSON.stringify(plan.map(({ job, start, slots }) => [job, ...(slots ?? [start])]).sort((a, b) => String(a[0]).localeCompare(String(b[0]))))
