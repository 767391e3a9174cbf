/** Handlers of chores, to-dos and lists. */
import type { Handlers } from '../../shared/ipc/contract.ts'
import { problem } from '../../shared/problems.ts'
import { fail, ok } from '../../shared/result.ts'
import { toInstant, type Clock } from '../../shared/time.ts'
import type { Calendar } from '../calendar/changes.ts'
import { marked, type MarkDeps } from '../calendar/chores.ts'

export interface TaskHandlerDeps { readonly calendar: Calendar; readonly clock: Clock; readonly expand: MarkDeps['expand']; readonly draw: MarkDeps['draw'] }

export const taskHandlers = ({ calendar, clock, expand, draw }: TaskHandlerDeps): Handlers<'tasks'> => ({
  list: async () => { const tasks = await calendar.tasks(); return tasks.ok ? ok([...tasks.value]) : tasks },
  save: ({ id, task }) => calendar.saveTask(id, task),
  remove: ({ id }) => calendar.removeTask(id),
  mark: async ({ id, mark }) => {
    const all = await calendar.tasks()
    if (!all.ok) return all
    const before = all.value.find((task) => task.id === id)
    if (before === undefined) return fail(problem('tasks.not-found'))
    const after = await marked(before, mark, { now: toInstant(clock.now()), expand, draw, all: all.value })
    return after.ok ? calendar.changeTask(before, after.value.task, after.value.label) : after
  },
})
