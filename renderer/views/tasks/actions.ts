/** What is done about tasks: each says so at the edge of the window, with a way back. */
import type { Household } from '../../../shared/household.ts'
import type { Problem } from '../../../shared/problems.ts'
import { isOpen, turnOf, type Task, type TaskDraft, type TaskMark } from '../../../shared/tasks.ts'
import { useTasks } from '../../state/tasks.ts'
import { notifyDone, notifyProblem } from '../../ui/toasts.tsx'
import { strings } from './strings.ts'
import { dueInWords, momentInWords, nameOf } from './words.ts'

interface Place { readonly household: Household; readonly now: number }

/** Marks a task. The problem, when there is one, belongs where it was asked for. */
export const markTask = async (task: Task, mark: TaskMark, place: Place): Promise<Problem | null> => {
  const after = await useTasks.getState().mark(task.id, mark)
  if (!after.ok) return after.problem
  notifyDone(sayMark(after.value.task, mark, place), wayBack(after.value.changeSetId))
  return null
}

/** Tasks as they were when something was done about them: a second press before that shows is meant for what no longer stands there. */
const marked = new WeakSet<Task>()

/** The same where only the edge of the window can say what went wrong. */
export const markOrSay = async (task: Task, mark: TaskMark, place: Place): Promise<void> => {
  if (marked.has(task)) return
  marked.add(task)
  const refused = await markTask(task, mark, place)
  if (refused === null) return
  marked.delete(task)
  notifyProblem(refused)
}

/** Ticks without a word at the edge; the answer is what to say in the view. Null when it was refused. */
export const tick = async (id: string, mark: TaskMark): Promise<Task | null> => {
  const after = await useTasks.getState().mark(id, mark)
  if (after.ok) return after.value.task
  notifyProblem(after.problem)
  return null
}

export const saveTask = async (id: string | null, draft: TaskDraft): Promise<Problem | null> => {
  const saved = await useTasks.getState().save(id, draft)
  if (!saved.ok) return saved.problem
  notifyDone(id === null ? strings.said.added(draft.title) : strings.said.changed(draft.title), wayBack(saved.value.changeSetId))
  return null
}

/** Removes them together, and says `said`. */
export const removeTasks = async (tasks: readonly Task[], said: string): Promise<Problem | null> => {
  const removed = await useTasks.getState().remove(tasks.map(({ id }) => id))
  if (!removed.ok) return removed.problem
  notifyDone(said, wayBack(removed.value.changeSetId))
  return null
}

const wayBack = (changeSetId: string | null): { readonly label: string; readonly onPress: () => void } => ({ label: strings.undo, onPress: () => { void undo(changeSetId) } })

const undo = async (changeSetId: string | null): Promise<void> => {
  const undone = await useTasks.getState().undo(changeSetId)
  if (undone.ok) notifyDone(undone.value.label)
  else notifyProblem(undone.problem)
}

/** What happened, and when it is due next and for whom. */
function sayMark(task: Task, mark: TaskMark, { household, now }: Place): string {
  const { title } = task, { said } = strings
  switch (mark.kind) {
    case 'done': return `${said.done(title)}${sayNext(task, household, now)}`
    case 'skip': return `${said.skipped(title)}${sayNext(task, household, now)}`
    case 'snooze': return said.snoozed(title, momentInWords(mark.until, household.zone, now))
    case 'move': return said.moved(title, dueInWords(mark.due, household.zone, now))
    case 'swap': return said.swapped(title, nameOf(household, mark.with))
    case 'open': return said.opened(title)
    case 'check': return ''
  }
}

const sayNext = (task: Task, household: Household, now: number): string => {
  if (!isOpen(task) || task.due === undefined) return ''
  const turn = turnOf(task)
  return strings.said.next(turn === undefined ? null : nameOf(household, turn), dueInWords(task.due, household.zone, now))
}
