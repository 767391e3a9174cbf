/** Which tasks stand under which heading: overdue, today, the next days, later, some day. Pure. */
import { byDue, dueDay, isOpen, turnOf, type Task } from '../../../shared/tasks.ts'
import { fromInstant, instantToWall, Temporal, toInstant } from '../../../shared/time.ts'

export const dueGroups = ['overdue', 'today', 'soon', 'later', 'someday'] as const
export type DueGroup = (typeof dueGroups)[number]

/** How many days after today are soon. */
const SOON_DAYS = 7

/** By when it is due or, snoozed for longer than that, until when. A moment that has passed today is overdue; a day only once it is over. */
export function groupOf(task: Pick<Task, 'due' | 'snoozedUntil'>, now: number, zone: string): DueGroup {
  const { due, snoozedUntil } = task
  const today = instantToWall(toInstant(now), zone).slice(0, 10)
  const snoozedTo = snoozedUntil !== undefined && fromInstant(snoozedUntil) > now ? instantToWall(snoozedUntil, zone).slice(0, 10) : undefined
  if (due === undefined && snoozedTo === undefined) return 'someday'
  const isOver = due !== undefined && snoozedTo === undefined && (due.allDay ? dueDay(due, zone) < today : fromInstant(due.at) < now)
  if (isOver) return 'overdue'
  const [day = today] = [due === undefined ? undefined : dueDay(due, zone), snoozedTo].filter((one) => one !== undefined).sort().reverse()
  if (day <= today) return 'today'
  return day <= Temporal.PlainDate.from(today).add({ days: SOON_DAYS }).toString() ? 'soon' : 'later'
}

/** Whose task it is now: whose turn it is or, without turns, everybody it is for. */
export const mine = (task: Task): readonly string[] => { const turn = turnOf(task); return turn === undefined ? task.people : [turn] }

/** What is open and belongs to one of them (nobody = everybody), by heading, in the order of the days; an item of a list only where it has a day. Headings without tasks are left out. */
export function grouped(tasks: readonly Task[], only: readonly string[], now: number, zone: string): readonly { readonly group: DueGroup; readonly tasks: readonly Task[] }[] {
  const shown = tasks.filter((task) => isOpen(task) && (task.list === undefined || task.due !== undefined) && (only.length === 0 || mine(task).some((id) => only.includes(id))))
  return dueGroups
    .map((group) => ({ group, tasks: shown.filter((task) => groupOf(task, now, zone) === group).sort(byDue(zone)) }))
    .filter((one) => one.tasks.length > 0)
}
