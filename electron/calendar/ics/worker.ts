/** The thread in which calendar files are read and written: what comes from outside is parsed here only, and the thread can be ended at any moment. */
import '../../cloud/no-network.ts'
import { randomUUID } from 'node:crypto'
import { parentPort } from 'node:worker_threads'
import type { CalendarEvent } from '../../../shared/calendar.ts'
import type { Household } from '../../../shared/household.ts'
import type { Unreadable } from '../../../shared/ical.ts'
import type { Problem } from '../../../shared/problems.ts'
import type { Task } from '../../../shared/tasks.ts'
import type { Instant } from '../../../shared/time.ts'
import { planImport, type PlannedRow } from './plan-import.ts'
import { writeFile } from './write-file.ts'

type Names = Pick<Household, 'zone' | 'people' | 'places'>
/** First what there is, in parts; then what to do with it, once; then, part by part, what came of it. */
export type Order =
  | { readonly kind: 'there'; readonly events: readonly CalendarEvent[]; readonly tasks: readonly Task[] }
  | { readonly kind: 'read'; readonly file: Uint8Array; readonly household: Names; readonly now: Instant }
  | { readonly kind: 'write'; readonly household: Names; readonly now: Instant }
  | { readonly kind: 'more' }
/** Rows in parts, each when it is asked for, so that taking them over never holds up whoever asked; then the end. */
export type Answer =
  | { readonly kind: 'rows'; readonly rows: readonly PlannedRow[] }
  | { readonly kind: 'read'; readonly calendar: string; readonly unreadable: readonly Unreadable[] }
  | { readonly kind: 'refused'; readonly problem: Problem }
  | { readonly kind: 'written'; readonly file: Uint8Array }

const PART = 200
const events: CalendarEvent[] = [], tasks: Task[] = []
let parts: Answer[] = []
const say = (answer: Answer): void => { parentPort?.postMessage(answer) }

parentPort?.on('message', (order: Order) => {
  if (order.kind === 'there') {
    events.push(...order.events)
    tasks.push(...order.tasks)
  } else if (order.kind === 'more') sayNext()
  else if (order.kind === 'write') say({ kind: 'written', file: writeFile({ ...order, events, tasks }) })
  else {
    const plan = planImport(order.file, { ...order, events, tasks, newId: randomUUID })
    if (!plan.ok) { say({ kind: 'refused', problem: plan.problem }); return }
    const { rows, calendar, unreadable } = plan.value
    for (let at = 0; at < rows.length; at += PART) parts.push({ kind: 'rows', rows: rows.slice(at, at + PART) })
    parts.push({ kind: 'read', calendar, unreadable })
    sayNext()
  }
})

function sayNext(): void {
  const [next, ...rest] = parts
  parts = rest
  if (next !== undefined) say(next)
}
