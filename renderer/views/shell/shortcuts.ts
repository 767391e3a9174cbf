/** Listens to the keys that work everywhere; what they do stands in commands.ts. */
import { useEffect } from 'react'
import { useDeparture } from '../../state/departure.ts'
import { useOverlay } from '../../state/overlay.ts'
import { isPressed } from '../../ui/keys.ts'
import { commands, PALETTE } from './commands.ts'
import { keysOf, ownKeys } from './own-keys.ts'

export const useShortcuts = (): void => {
  useEffect(() => {
    const listen = (event: KeyboardEvent): void => {
      if (event.altKey || event.defaultPrevented) return
      const action = event.ctrlKey || event.metaKey ? actionFor(event) : event.key === '?' && !isTypedInto(event.target) && !isBusy() ? () => { useOverlay.getState().show('shortcuts') } : null
      if (action === null) return
      event.preventDefault()
      action()
    }
    window.addEventListener('keydown', listen)
    return () => { window.removeEventListener('keydown', listen) }
  }, [])
}

const actionFor = (event: KeyboardEvent): (() => void) | null => {
  const { shown, show, close } = useOverlay.getState(), own = ownKeys()
  const calls = (one: Parameters<typeof keysOf>[0]): boolean => { const keys = keysOf(one, own); return keys !== undefined && isPressed(keys, event) }
  if (calls(PALETTE)) return shown === 'commands' ? close : isBusy() ? null : () => { show('commands') }
  const command = commands.find(calls)
  if (command === undefined || (isBusy() && command.isAlways !== true) || (command.isTyping === true && isTypedInto(event.target))) return null
  return command.run
}

/** While something asks to be decided, the keys of the rooms behind it rest; what is only fading away asks nothing any more. */
const isBusy = (): boolean => useDeparture.getState().departure !== null || document.querySelector(':is([role="dialog"], [role="alertdialog"]):not([data-exiting] *)') !== null

const isTypedInto = (target: EventTarget | null): boolean => target instanceof HTMLElement && (target.isContentEditable || target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement)
