/** What is to be known for marking a task, brought together: the task and all others, who is in the household, the moment. Writes nothing itself. */
import type { Household } from '../../shared/household.ts'
import { problem } from '../../shared/problems.ts'
import { fail, ok, type Result } from '../../shared/result.ts'
import type { Task, TaskMark } from '../../shared/tasks.ts'
import { toInstant, type Clock } from '../../shared/time.ts'
import { marked, type MarkDeps } from './chores.ts'

export interface MarkingDeps extends Pick<MarkDeps, 'expand' | 'draw'> {
  readonly tasks: () => Promise<Result<readonly Task[]>>
  readonly household: () => Promise<Result<Household>>
  readonly clock: Clock
}

/** The task before and after, and what was done. Refuses with `tasks.not-found`, and as `marked` does. */
export type Marking = (id: string, mark: TaskMark) => Promise<Result<{ readonly before: Task; readonly after: Task; readonly label: string }>>

export const createMarking = ({ tasks, household, clock, expand, draw }: MarkingDeps): Marking => async (id, mark) => {
  const [all, home] = await Promise.all([tasks(), household()])
  if (!all.ok) return all
  if (!home.ok) return home
  const before = all.value.find((task) => task.id === id)
  if (before === undefined) return fail(problem('tasks.not-found'))
  // Who is no longer in the household takes no turns.
  const people = before.people.filter((one) => home.value.people.some(({ id: present }) => present === one))
  const after = await marked({ ...before, people }, mark, { now: toInstant(clock.now()), expand, draw, all: all.value })
  return after.ok ? ok({ before, after: after.value.task, label: after.value.label }) : after
}
