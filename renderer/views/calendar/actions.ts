/** What the calendar does for a hand or a key: each change says so at the edge of the window, with a way back. */
import type { CalendarEvent, EventDraft, Scope } from '../../../shared/calendar.ts'
import type { Problem } from '../../../shared/problems.ts'
import { useCalendar } from '../../state/calendar.ts'
import { notifyDone, notifyProblem } from '../../ui/toasts.tsx'
import { shownTimes } from './event-times.ts'
import { strings } from './strings.ts'

/** Saves a form. The problem, when there is one, belongs into the form. */
export const saveEvent = async (id: string | null, draft: EventDraft, scope: Scope): Promise<{ readonly saved: CalendarEvent } | { readonly problem: Problem }> => {
  const saved = await useCalendar.getState().save(id, draft, scope)
  if (!saved.ok) return { problem: saved.problem }
  notifyDone(id === null ? strings.added(draft.title) : strings.changed(draft.title, scope), wayBack(saved.value.changeSetId))
  return { saved: saved.value.event }
}

/** Puts an event at another time. Answers with what was saved; null when it was refused. */
export const moveEvent = async (id: string, draft: EventDraft, scope: Scope): Promise<CalendarEvent | null> => {
  const saved = await useCalendar.getState().save(id, draft, scope)
  if (!saved.ok) {
    notifyProblem(saved.problem)
    return null
  }
  const { event, changeSetId } = saved.value
  notifyDone(strings.moved(draft.title, scope, strings.when(shownTimes(event), draft.zone)), wayBack(changeSetId))
  return event
}

export const removeEvent = async (event: CalendarEvent, scope: Scope): Promise<Problem | null> => {
  const removed = await useCalendar.getState().remove(event.id, scope)
  if (!removed.ok) return removed.problem
  notifyDone(strings.deleted(event.title, scope), wayBack(removed.value.changeSetId))
  return null
}

/** Undoes that change, or the newest one for null. */
export const undoChange = async (changeSetId: string | null): Promise<void> => {
  const undone = await useCalendar.getState().undo(changeSetId)
  if (undone.ok) notifyDone(undone.value.label)
  else notifyProblem(undone.problem)
}

const wayBack = (changeSetId: string | null): { readonly label: string; readonly onPress: () => void } => ({ label: strings.undo, onPress: () => { void undoChange(changeSetId) } })
