/** Handlers of the calendar: by hand, by proposal, and undo. */
import type { Handlers } from '../../shared/ipc/contract.ts'
import { ok } from '../../shared/result.ts'
import type { Agenda } from '../calendar/agenda.ts'
import type { Calendar } from '../calendar/changes.ts'
import type { Chat } from '../chat/chat.ts'

export const calendarHandlers = (calendar: Calendar, agenda: Agenda, chat: Chat): Handlers<'calendar'> => ({
  between: async ({ from, to }) => { const events = await calendar.between(from, to); return events.ok ? ok([...events.value]) : events },
  series: ({ id }) => agenda.seriesOf(id),
  save: ({ id, event, scope }) => calendar.save(id, event, scope),
  remove: ({ id, scope }) => calendar.remove(id, scope),
  accept: ({ turnId, without }) => chat.accept(turnId, without),
  amend: ({ turnId, at, event }) => chat.amend(turnId, at, event),
  dismiss: ({ turnId }) => chat.dismiss(turnId),
  undo: async ({ changeSetId }) => {
    const undone = await calendar.undo(changeSetId)
    if (undone.ok) await chat.undone(undone.value.undid)
    return undone.ok ? ok(undone.value.set) : undone
  },
  history: async () => { const history = await calendar.history(); return history.ok ? ok([...history.value]) : history },
})
