/** Which pattern runs: a table with a reason per row. The person's choice always wins; nothing moves to the cloud by itself. */
import type { PatternName, Route } from '../../shared/conversation.ts'

interface Row { readonly route: Route; readonly pattern: PatternName; readonly why: string }

const table: readonly Row[] = [
  { route: 'cloud', pattern: 'sanitize-and-solve', why: 'You asked for the cloud. It gets what you see below, and nothing else.' },
  { route: 'here', pattern: 'answered-here', why: 'You asked for an answer on this computer.' },
  { route: 'auto', pattern: 'answered-here', why: 'This computer can work it out by itself, so nothing needs to leave.' },
]

/** The row for a route; there is one for each. */
export function choose(route: Route): Row {
  const row = table.find((r) => r.route === route)
  if (row === undefined) throw new Error(`no pattern for ${route}`)
  return row
}

/** The row that runs when the person, at the desk, has it answered here instead. */
export const insteadOfLeaving: Row = { route: 'here', pattern: 'answered-here', why: 'You kept it here and had this computer answer.' }
