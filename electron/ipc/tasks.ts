/** Handlers of chores, to-dos and lists. */
import type { Household } from '../../shared/household.ts'
import type { Handlers } from '../../shared/ipc/contract.ts'
import { problem } from '../../shared/problems.ts'
import { fail, ok, type Result } from '../../shared/result.ts'
import { toInstant, type Clock } from '../../shared/time.ts'
import type { Calendar } from '../calendar/changes.ts'
import { marked, type MarkDeps } from '../calendar/chores.ts'

export interface TaskHandlerDeps { readonly calendar: Calendar; readonly household: () => Promise<Result<Household>>; readonly clock: Clock; readonly expand: MarkDeps['expand']; readonly draw: MarkDeps['draw'] }

export const taskHandlers = ({ calendar, household, clock, expand, draw }: TaskHandlerDeps): Handlers<'tasks'> => ({
  list: async () => { const tasks = await calendar.tasks(); return tasks.ok ? ok([...tasks.value]) : tasks },
  save: ({ id, task }) => calendar.saveTask(id, task),
  remove: ({ ids }) => calendar.removeTasks(ids),
  mark: async ({ id, mark }) => {
    const [all, home] = await Promise.all([calendar.tasks(), household()])
    if (!all.ok) return all
    if (!home.ok) return home
    const before = all.value.find((task) => task.id === id)
    if (before === undefined) return fail(problem('tasks.not-found'))
    // Who is no longer in the household takes no turns.
    const people = before.people.filter((one) => home.value.people.some(({ id: present }) => present === one))
    const after = await marked({ ...before, people }, mark, { now: toInstant(clock.now()), expand, draw, all: all.value })
    return after.ok ? calendar.changeTask(before, after.value.task, after.value.label) : after
  },
})
