/** Handlers of the reminders that stand in the window. */
import type { Handlers } from '../../shared/ipc/contract.ts'
import { ok } from '../../shared/result.ts'
import type { ReminderClock } from '../calendar/reminder-clock.ts'

export const reminderHandlers = (reminders: ReminderClock): Handlers<'reminders'> => ({
  standing: () => Promise.resolve(ok([...reminders.standing()])),
  answer: ({ keys, answer }) => reminders.answer(keys, answer),
})
