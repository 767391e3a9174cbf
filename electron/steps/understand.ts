/** Stage 1 → 2: a local model or the built-in rules read the message; what they found is joined with what the household knows. */
import type { CalendarEvent } from '../../shared/calendar.ts'
import type { Household } from '../../shared/household.ts'
import { problem, wording } from '../../shared/problems.ts'
import type { Result } from '../../shared/result.ts'
import type { Message, Understanding } from '../../shared/stages.ts'
import type { Clock, Instant } from '../../shared/time.ts'
import { toInstant, wallToInstant } from '../../shared/time.ts'
import type { LocalContext, LocalModel } from '../local/model.ts'
import { impossibleAlone } from '../planner/impossible.ts'
import { infeasibleWords } from './runs.ts'
import { buildSituation } from './situation.ts'
import { go, halt, orHalt, type Step } from './step.ts'

export interface UnderstandDeps {
  readonly clock: Clock
  readonly household: () => Promise<Result<Household>>
  readonly events: (from: Instant, to: Instant) => Promise<Result<readonly CalendarEvent[]>>
  /** The engine the household chose. */
  readonly engine: () => Promise<Result<LocalModel>>
  readonly builtin: LocalModel
}

/** Asks back when the message is unclear; never passes it on to a cloud instead. A local model that fails is replaced by the built-in rules, and the answer says so. */
export const createUnderstand = ({ clock, household, events, engine, builtin }: UnderstandDeps): Step<Message, Understanding> => async (message, walk) => {
  const home = await household()
  if (!home.ok) return orHalt(home)
  const model = await engine()
  if (!model.ok) return orHalt(model)
  const now = toInstant(clock.now())
  const context: LocalContext = { text: message.text, now, household: home.value, signal: walk.signal }

  let request = await model.value.understand(context)
  let reader = model.value
  if (!request.ok && reader !== builtin && request.problem.name !== 'local.stopped') {
    walk.record({ remark: `${wording(request.problem).says} The built-in rules read your message instead.` })
    reader = builtin
    request = await builtin.understand(context)
  }
  if (!request.ok) return orHalt(request)
  walk.record({ engine: reader.label })
  const { readings, unread } = request.value
  walk.show({ readings, unread })

  if (request.value.intent === 'unclear') return halt({ kind: 'ask', ask: request.value.ask, choices: request.value.choices, readings, unread })
  if (request.value.intent === 'question') return go(understood({ message, household: home.value, task: { kind: 'question', request: request.value } }, walk))

  const [from, to] = request.value.horizon
  const around = await events(wallToInstant(from, home.value.zone), wallToInstant(to, home.value.zone))
  if (!around.ok) return orHalt(around)
  const situation = buildSituation({ request: request.value, household: home.value, events: around.value, now })
  if (!situation.ok) return orHalt(situation)
  // What cannot be placed at all is said here; asking a cloud would only show it the question.
  const impossible = impossibleAlone(situation.value.problem)
  if (impossible !== undefined) return halt({ kind: 'problem', problem: problem('plan.infeasible', { ...infeasibleWords(impossible, situation.value) }) })
  if (request.value.objective === 'cost' && situation.value.problem.objective === 'earliest') walk.record({ remark: 'No electricity price is set up, so this is the earliest time, not the cheapest. You can add one under Household → Tariff.' })
  return go(understood({ message, household: home.value, task: { kind: 'plan', request: request.value, situation: situation.value } }, walk))
}

function understood(value: { [K in 'message' | 'household' | 'task']: Understanding[K] }, walk: Parameters<Step<Message, Understanding>>[1]): Understanding {
  const understanding = Object.freeze(value) as Understanding
  walk.understanding = understanding
  return understanding
}
