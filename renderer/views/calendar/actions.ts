/** What the calendar does for a hand or a key: each change says so at the edge of the window, with a way back. */
import type { CalendarEvent, EventDraft, Scope } from '../../../shared/calendar.ts'
import type { Problem } from '../../../shared/problems.ts'
import { useCalendar } from '../../state/calendar.ts'
import { notifyDone, notifyProblem } from '../../ui/toasts.tsx'
import { shifted, shownTimes } from './event-times.ts'
import { strings } from './strings.ts'

/** Saves a form. The problem, when there is one, belongs into the form. */
export const saveEvent = async (id: string | null, draft: EventDraft, scope: Scope = 'one'): Promise<{ readonly id: string } | { readonly problem: Problem }> => {
  const saved = await useCalendar.getState().save(id, draft, scope)
  if (!saved.ok) return { problem: saved.problem }
  notifyDone(id === null ? strings.added(draft.title) : strings.changed(draft.title), wayBack(saved.value.changeSetId))
  return { id: saved.value.event.id }
}

/** Puts an event at another time; false when that was refused. */
export const moveEvent = async (id: string, draft: EventDraft, scope: Scope = 'one'): Promise<boolean> => {
  const saved = await useCalendar.getState().save(id, draft, scope)
  if (!saved.ok) {
    notifyProblem(saved.problem)
    return false
  }
  notifyDone(strings.moved(draft.title, strings.when(shownTimes(saved.value.event), draft.zone)), wayBack(saved.value.changeSetId))
  return true
}

/** Moves by days and minutes. Answers with where the event is now; null when it stayed. */
export const shiftEvent = async (event: CalendarEvent, by: { readonly days: number; readonly minutes: number }, zone: string): Promise<EventDraft | null> => {
  const draft = shifted(event, by, zone)
  if (draft === null) notifyDone(strings.allDayMoves)
  return draft !== null && await moveEvent(event.id, draft) ? draft : null
}

export const removeEvent = async (event: CalendarEvent, scope: Scope = 'one'): Promise<Problem | null> => {
  const removed = await useCalendar.getState().remove(event.id, scope)
  if (!removed.ok) return removed.problem
  notifyDone(strings.deleted(event.title), wayBack(removed.value.changeSetId))
  return null
}

/** Undoes that change, or the newest one for null. */
export const undoChange = async (changeSetId: string | null): Promise<void> => {
  const undone = await useCalendar.getState().undo(changeSetId)
  if (undone.ok) notifyDone(undone.value.label)
  else notifyProblem(undone.problem)
}

const wayBack = (changeSetId: string | null): { readonly label: string; readonly onPress: () => void } => ({ label: strings.undo, onPress: () => { void undoChange(changeSetId) } })
