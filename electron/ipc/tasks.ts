/** Handlers of chores, to-dos and lists. */
import type { Handlers } from '../../shared/ipc/contract.ts'
import { ok } from '../../shared/result.ts'
import type { Calendar } from '../calendar/changes.ts'
import type { Marking } from '../calendar/marking.ts'

export const taskHandlers = (calendar: Calendar, marking: Marking): Handlers<'tasks'> => ({
  list: async () => { const tasks = await calendar.tasks(); return tasks.ok ? ok([...tasks.value]) : tasks },
  save: ({ id, task }) => calendar.saveTask(id, task),
  remove: ({ ids }) => calendar.removeTasks(ids),
  mark: async ({ id, mark }) => {
    const one = await marking(id, mark)
    return one.ok ? calendar.changeTask(one.value.before, one.value.after, one.value.label) : one
  },
})
