/** Stage 2 → 9 on this computer: the planner proves a plan, a local model or plain rules write, usual steps are known. Nothing leaves. */
import type { OutlinePlan, OutlineShape } from '../../shared/ask.ts'
import { PLANNER, RULES } from '../../shared/engines.ts'
import type { Solved } from '../../shared/planning.ts'
import { problem, wording } from '../../shared/problems.ts'
import { fail, ok, type Result } from '../../shared/result.ts'
import type { Arrangement, Grounded, LetterRequest, Understanding } from '../../shared/stages.ts'
import { toInstant, type Clock } from '../../shared/time.ts'
import type { LocalContext, LocalModel } from '../local/model.ts'
import type { Planner } from '../planner/planner.ts'
import type { Arranged } from './arrange/world.ts'
import { grounded } from './ground.ts'
import { infeasible } from './infeasible.ts'
import { strings } from './remark-strings.ts'
import { go, halt, orHalt, type Outcome, type Step, type Walk } from './step.ts'
import { whyNotText } from './why-not.ts'

/** How long the planner may search before it hands over the best plan found. */
export const PLAN_LIMIT_MS = 8000

export interface AnswerHereDeps {
  readonly clock: Clock
  readonly planner: Planner
  readonly engine: () => Promise<Result<LocalModel>>
  /** The usual steps of an undertaking. */
  readonly outlineOf: (shape: OutlineShape) => OutlinePlan
  /** A letter by plain rules, signed by nobody when it is not known who writes. */
  readonly plainLetter: (letter: LetterRequest, from: string | null) => string
  /** Calendar, tasks and household: what would change, or what they say. */
  readonly arrange: (understanding: Understanding, arrangement: Arrangement, signal: AbortSignal) => Promise<Arranged>
}

export const createAnswerHere = (deps: AnswerHereDeps): Step<Understanding, Grounded> => async (understanding, walk) => {
  const { task, household, message } = understanding
  switch (task.kind) {
    case 'plan': {
      walk.record({ engine: PLANNER })
      const solved = await deps.planner.solve(task.situation.problem, { limitMs: PLAN_LIMIT_MS, signal: walk.signal, onProgress: (soFar) => { walk.show({ text: progressOf(soFar) }) } })
      if (solved.status === 'infeasible') return halt({ kind: 'problem', problem: await infeasible(deps.planner, solved.why, task.situation, walk.signal) })
      if (solved.plan === undefined) return halt({ kind: 'problem', problem: problem('plan.timeout') })
      if (solved.status === 'timeout') walk.doubt = strings.timeRanOut(((solved.gap ?? 1) * 100).toFixed(0))
      return go(grounded({ placements: solved.plan, by: 'here' }))
    }
    case 'why-not': {
      walk.record({ engine: PLANNER })
      return go(grounded({ text: await whyNotText(deps.planner, task.situation, household, task.asked, PLAN_LIMIT_MS, walk.signal), by: 'here' }))
    }
    case 'outline': return go(grounded({ outline: deps.outlineOf(task.undertaking.shape), by: 'here' }))
    case 'write': {
      const draft = await draftOf(deps, task.letter, { text: message.text, now: toInstant(deps.clock.now()), household, signal: walk.signal }, walk)
      if (!draft.ok) return orHalt(draft)
      walk.draft = draft.value
      return go(grounded({ text: draft.value, by: 'here' }))
    }
    case 'arrange': {
      const { arrangement } = task
      const arranged = await deps.arrange(understanding, arrangement, walk.signal)
      if ('problem' in arranged) return halt({ kind: 'problem', problem: arranged.problem })
      if ('unanswered' in arranged) {
        const model = await deps.engine()
        if (!model.ok) return orHalt(model)
        return model.value.converse === null ? go(grounded({ text: arranged.unanswered, by: 'here' })) : answer(deps, { text: message.text, now: toInstant(deps.clock.now()), household, signal: walk.signal }, walk)
      }
      if ('ask' in arranged) return halt({ kind: 'ask', ask: arranged.ask, choices: arranged.choices, readings: arrangement.requests.flatMap(({ readings }) => readings).slice(0, 60), unread: [] })
      if (arrangement.last?.status === 'open' && arrangement.requests[0]?.corrects === true && arranged.changes.length > 0) walk.supersedes = arrangement.last.turnId
      return go(grounded({ text: arranged.says.join('\n'), changes: arranged.changes, remarks: arranged.checks, by: 'here' }))
    }
    case 'question': return answer(deps, { text: message.text, now: toInstant(deps.clock.now()), household, signal: walk.signal }, walk)
  }
}

/** What is known while the planner still looks; the answer takes its place. */
const progressOf = (soFar: Solved): string => (soFar.status === 'timeout' && soFar.gap !== undefined ? strings.soFar(Math.max(1, Math.ceil(soFar.gap * 100))) : strings.found)

async function draftOf(deps: AnswerHereDeps, letter: LetterRequest, context: LocalContext, walk: Walk): Promise<Result<string>> {
  const model = await deps.engine()
  if (!model.ok) return model
  if (model.value.draft !== null) {
    const written = await model.value.draft(context, letter, (soFar) => { walk.show({ text: soFar }) })
    if (written.ok) { walk.record({ engine: model.value.label }); return written }
    if (written.problem.name === 'local.stopped') return written
    walk.modelFailed = true
    walk.record({ remark: strings.draftInstead(wording(written.problem).says) })
  }
  walk.record({ engine: RULES })
  return ok(deps.plainLetter(letter, null))
}

/** Two answers to the same question tell more of a small model than its own word for it. */
async function answer(deps: AnswerHereDeps, context: LocalContext, walk: Walk): Promise<Outcome<Grounded>> {
  const model = await deps.engine()
  if (!model.ok) return orHalt(model)
  const { converse } = model.value
  if (converse === null) return orHalt(fail(problem('understand.no-words')))
  let isFirst = true
  const first = await converse(context, (soFar) => {
    // Whose words these are is known from the first on: they are set accordingly.
    if (isFirst) walk.record({ engine: model.value.label })
    isFirst = false
    walk.show({ text: soFar })
  })
  if (!first.ok) { walk.modelFailed = true; return orHalt(first) }
  walk.record({ engine: model.value.label })
  if (walk.wantsDoubt === true) {
    const second = await converse({ ...context, sample: 2 }, () => undefined)
    if (!second.ok) { if (second.problem.name === 'local.stopped') return orHalt(second) } else {
      const apart = contradictionOf(first.value, second.value)
      if (apart !== undefined) walk.doubt = strings.disagree(apart)
    }
  }
  return go(grounded({ text: first.value, by: 'here' }))
}

/** Figures, yes or no: what two answers may not differ in. Undefined when they agree. */
export function contradictionOf(a: string, b: string): string | undefined {
  const figures = (text: string): Set<string> => new Set([...text.matchAll(/\d+(?:[.,:]\d+)*/g)].map(([figure]) => figure.replace(',', '.')))
  const [inA, inB] = [figures(a), figures(b)]
  const onlyA = [...inA].find((figure) => !inB.has(figure)), onlyB = [...inB].find((figure) => !inA.has(figure))
  if (onlyA !== undefined && onlyB !== undefined) return strings.against(onlyA, onlyB)
  const verdict = (text: string): string | undefined => /^\W*(yes|no|ja|nein)\b/i.exec(text)?.[1]?.toLowerCase()
  const [yesA, yesB] = [verdict(a), verdict(b)]
  return yesA !== undefined && yesB !== undefined && yesA !== yesB ? strings.against(yesA, yesB) : undefined
}
