/** The keys of the calendar: t today, arrows earlier and later, n new, 1 2 3 4 day, week, month, agenda; and what moves the event in focus. */
import { useEffect, useRef } from 'react'
import type { CalendarLook } from '../../state/calendar.ts'

export interface CalendarKeys {
  readonly today: () => void
  readonly earlier: () => void
  readonly later: () => void
  readonly create: () => void
  readonly look: (look: CalendarLook) => void
  readonly shift: (eventId: string, by: { readonly days: number; readonly minutes: number }) => void
  readonly move: (eventId: string) => void
  readonly remove: (eventId: string) => void
}

const shifts: Readonly<Record<string, { readonly days: number; readonly minutes: number }>> = {
  ArrowUp: { days: 0, minutes: -15 }, ArrowDown: { days: 0, minutes: 15 }, ArrowLeft: { days: -1, minutes: 0 }, ArrowRight: { days: 1, minutes: 0 },
}

/** Listens while the calendar is shown. Keys rest while something is typed, and while a dialog is open. */
export const useCalendarKeys = (keys: CalendarKeys): void => {
  const newest = useRef(keys)
  useEffect(() => { newest.current = keys })
  useEffect(() => {
    const listen = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || !(event.target instanceof Element)) return
      if (event.target.closest('input, textarea, select, [contenteditable]') !== null || document.querySelector('[role="dialog"], [role="alertdialog"]') !== null) return
      const action = actionFor(event, event.target, newest.current)
      if (action === null) return
      event.preventDefault()
      action()
    }
    window.addEventListener('keydown', listen)
    return () => { window.removeEventListener('keydown', listen) }
  }, [])
}

const actionFor = (event: KeyboardEvent, target: Element, keys: CalendarKeys): (() => void) | null => {
  const holder = target.closest<HTMLElement>('[data-event]')
  const eventId = holder?.dataset['event']
  const shift = shifts[event.key]
  if (eventId !== undefined) {
    if (event.altKey) return shift === undefined ? null : () => { keys.shift(eventId, shift) }
    if (event.key === 'm') return () => { keys.move(eventId) }
    if (event.key === 'Delete' || event.key === 'Backspace') return () => { keys.remove(eventId) }
  }
  if (event.altKey || event.shiftKey) return null
  switch (event.key) {
    case 't': return keys.today
    case 'n': return keys.create
    case '1': return () => { keys.look('day') }
    case '2': return () => { keys.look('week') }
    case '3': return () => { keys.look('month') }
    case '4': return () => { keys.look('agenda') }
    // Inside a group of choices the arrows choose.
    case 'ArrowLeft': return target.closest('[role="radiogroup"], [role="toolbar"]') === null ? keys.earlier : null
    case 'ArrowRight': return target.closest('[role="radiogroup"], [role="toolbar"]') === null ? keys.later : null
    default: return null
  }
}
