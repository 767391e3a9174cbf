/** Which pattern runs: a table with a reason per row. The person's choice always wins; nothing moves to the cloud by itself. */
import type { PatternName, Route } from '../../shared/conversation.ts'
import type { Task, Topic } from '../../shared/stages.ts'
import { strings } from './strings.ts'

export interface Row { readonly pattern: PatternName; readonly why: string }

/** The reason is said in the language of the moment it is read. */
const because = (pattern: PatternName, reason: keyof typeof strings): Row => ({ pattern, get why() { return strings[reason] } })

type What = 'plan' | 'question' | 'costly' | 'write' | 'outline'

const table: Readonly<Record<Route, Readonly<Record<What, Row>>>> = {
  auto: {
    plan: because('escalate-on-hard', 'proves'),
    question: because('escalate-on-hard', 'answers'),
    costly: because('cross-check', 'costly'),
    write: because('answered-here', 'drafts'),
    outline: because('answered-here', 'steps'),
  },
  here: {
    plan: because('answered-here', 'here'),
    question: because('answered-here', 'here'),
    costly: because('answered-here', 'here'),
    write: because('answered-here', 'here'),
    outline: because('answered-here', 'here'),
  },
  cloud: {
    plan: because('sanitize-and-solve', 'cloud'),
    question: because('sanitize-and-solve', 'cloud'),
    costly: because('sanitize-and-solve', 'cloud'),
    write: because('draft-then-refine', 'polish'),
    outline: because('plan-then-ground', 'shape'),
  },
  check: {
    plan: because('cross-check', 'two'),
    question: because('cross-check', 'two'),
    costly: because('cross-check', 'two'),
    write: because('draft-then-refine', 'versions'),
    outline: because('plan-then-ground', 'fit'),
  },
}

/** The row for a route and a task; there is one for each. Without a cloud no row that needs one is chosen by `auto`. */
export function choose(route: Route, task: Pick<Task, 'kind'> & { readonly topic?: Topic }, hasCloud: boolean): Row {
  if (task.kind === 'why-not') return because('answered-here', 'whyNot')
  if (task.kind === 'arrange') return because('answered-here', 'arrange')
  const what: What = task.kind === 'question' && task.topic !== undefined && task.topic !== 'general' ? 'costly' : task.kind
  const row = table[route][what]
  return route === 'auto' && row.pattern === 'cross-check' && !hasCloud ? because('escalate-on-hard', 'alone') : row
}

/** What is shown before it is known what the message is about. */
export const beforeReading: Row = because('answered-here', 'reading')

/** The row that runs when the person, at the desk, has it answered here instead. */
export const insteadOfLeaving: Row = because('answered-here', 'kept')
