/** The keys that work everywhere: Ctrl or Cmd with 1–6 rooms, K a new sentence, F search in the chat, L lock, Z undo in the calendar and of tasks. */
import { useEffect } from 'react'
import { bridge } from '../../bridge.ts'
import { useChat } from '../../state/chat.ts'
import { useChatSearch } from '../../state/chat-search.ts'
import { useDeparture } from '../../state/departure.ts'
import { useNavigation, views } from '../../state/navigation.ts'
import { useSession } from '../../state/session.ts'
import { notifyDone, notifyProblem } from '../../ui/toasts.tsx'

export const useShortcuts = (): void => {
  useEffect(() => {
    const listen = (event: KeyboardEvent): void => {
      if (!(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey || event.defaultPrevented) return
      const action = actionFor(event)
      if (action === null) return
      event.preventDefault()
      action()
    }
    window.addEventListener('keydown', listen)
    return () => { window.removeEventListener('keydown', listen) }
  }, [])
}

const actionFor = (event: KeyboardEvent): (() => void) | null => {
  const key = event.key.toLowerCase()
  if (key === 'l') return () => { void useSession.getState().lock() }
  // While something asks to be decided, the keys of the rooms behind it rest.
  if (useDeparture.getState().departure !== null || document.querySelector('[role="dialog"], [role="alertdialog"]') !== null) return null
  const view = views[Number(key) - 1]
  if (view !== undefined) return () => { useNavigation.getState().go(view) }
  if (key === 'k') return () => { useNavigation.getState().go('chat'); useChat.getState().askForComposer() }
  if (key === 'f' && useNavigation.getState().view === 'chat') return () => { useChatSearch.getState().askForField() }
  if (key === 'z' && !isEditable(event.target)) return () => { void undoLast() }
  return null
}

const isEditable = (target: EventTarget | null): boolean => target instanceof HTMLElement && (target.isContentEditable || target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement)

const undoLast = async (): Promise<void> => {
  const answer = await bridge.calendar.undo({ changeSetId: null })
  if (answer.ok) notifyDone(answer.value.label)
  else notifyProblem(answer.problem)
}
