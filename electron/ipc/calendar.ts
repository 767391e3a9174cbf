/** Handlers of the calendar: by hand, by proposal, and undo. */
import type { Handlers } from '../../shared/ipc/contract.ts'
import { ok } from '../../shared/result.ts'
import type { Calendar } from '../calendar/changes.ts'
import type { Chat } from '../chat/chat.ts'

export const calendarHandlers = (calendar: Calendar, chat: Chat): Handlers<'calendar'> => ({
  between: async ({ from, to }) => { const events = await calendar.between(from, to); return events.ok ? ok([...events.value]) : events },
  save: ({ id, event }) => calendar.save(id, event),
  remove: ({ id }) => calendar.remove(id),
  accept: ({ turnId }) => chat.accept(turnId),
  dismiss: ({ turnId }) => chat.dismiss(turnId),
  undo: async ({ changeSetId }) => {
    const undone = await calendar.undo(changeSetId)
    if (undone.ok) await chat.undone(undone.value.undid)
    return undone.ok ? ok(undone.value.set) : undone
  },
  history: async () => { const history = await calendar.history(); return history.ok ? ok([...history.value]) : history },
})
