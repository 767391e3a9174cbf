/** Which pattern runs: a table with a reason per row. The person's choice always wins; nothing moves to the cloud by itself. */
import type { PatternName, Route } from '../../shared/conversation.ts'
import type { Task, Topic } from '../../shared/stages.ts'

export interface Row { readonly pattern: PatternName; readonly why: string }

type What = 'plan' | 'question' | 'costly' | 'write' | 'outline'

const table: Readonly<Record<Route, Readonly<Record<What, Row>>>> = {
  auto: {
    plan: { pattern: 'escalate-on-hard', why: 'The planner on this computer can prove the answer; only if time runs out is a cloud worth asking.' },
    question: { pattern: 'escalate-on-hard', why: 'This computer answers; only if that fails is a cloud worth asking, and you decide.' },
    costly: { pattern: 'cross-check', why: 'Money, health and travel: two answers that do not know of each other are worth it.' },
    write: { pattern: 'answered-here', why: 'The draft is written here. Choose “Ask the cloud” to have it polished without its names.' },
    outline: { pattern: 'answered-here', why: 'The usual steps are known here. Choose “Ask the cloud” for steps made for this very occasion.' },
  },
  here: {
    plan: { pattern: 'answered-here', why: 'You asked for an answer on this computer.' },
    question: { pattern: 'answered-here', why: 'You asked for an answer on this computer.' },
    costly: { pattern: 'answered-here', why: 'You asked for an answer on this computer.' },
    write: { pattern: 'answered-here', why: 'You asked for an answer on this computer.' },
    outline: { pattern: 'answered-here', why: 'You asked for an answer on this computer.' },
  },
  cloud: {
    plan: { pattern: 'sanitize-and-solve', why: 'You asked for the cloud. It gets what you see below, and nothing else.' },
    question: { pattern: 'sanitize-and-solve', why: 'You asked for the cloud. It gets what you see below, and nothing else.' },
    costly: { pattern: 'sanitize-and-solve', why: 'You asked for the cloud. It gets what you see below, and nothing else.' },
    write: { pattern: 'draft-then-refine', why: 'You asked for the cloud. It polishes the draft that was made here, and sees it as it stands below.' },
    outline: { pattern: 'plan-then-ground', why: 'You asked for the cloud. It thinks of the steps and sees only the shape below.' },
  },
  check: {
    plan: { pattern: 'cross-check', why: 'You asked for two answers.' },
    question: { pattern: 'cross-check', why: 'You asked for two answers.' },
    costly: { pattern: 'cross-check', why: 'You asked for two answers.' },
    write: { pattern: 'draft-then-refine', why: 'You asked for two versions: the draft from here, and the polished one.' },
    outline: { pattern: 'plan-then-ground', why: 'Steps are not right or wrong, so the cloud thinks of them and this computer checks that they fit.' },
  },
}

/** The row for a route and a task; there is one for each. Without a cloud no row that needs one is chosen by `auto`. */
export function choose(route: Route, task: Pick<Task, 'kind'> & { readonly topic?: Topic }, hasCloud: boolean): Row {
  if (task.kind === 'why-not') return { pattern: 'answered-here', why: 'Only this computer knows the plan that is meant, and the planner proves the reason.' }
  if (task.kind === 'arrange') return { pattern: 'answered-here', why: 'Your calendar, tasks and household are on this computer and nowhere else.' }
  const what: What = task.kind === 'question' && task.topic !== undefined && task.topic !== 'general' ? 'costly' : task.kind
  const row = table[route][what]
  return route === 'auto' && row.pattern === 'cross-check' && !hasCloud ? { pattern: 'escalate-on-hard', why: 'A second opinion would be worth it here, but no cloud is set up; this computer answers alone.' } : row
}

/** What is shown before it is known what the message is about. */
export const beforeReading: Row = { pattern: 'answered-here', why: 'Lares is reading your message on this computer.' }

/** The row that runs when the person, at the desk, has it answered here instead. */
export const insteadOfLeaving: Row = { pattern: 'answered-here', why: 'You kept it here and had this computer answer.' }
