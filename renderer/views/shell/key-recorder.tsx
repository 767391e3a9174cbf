/** Waits for the keys that shall call a command: Escape leaves all as it was, Backspace takes the keys away. */
import { useEffect, type ReactNode } from 'react'
import type { Keys } from '../../ui/keys.ts'
import { strings } from './strings.ts'

interface KeyRecorderProps { readonly label: string; /** null = none shall. */ readonly onKeys: (keys: Keys | null) => void; readonly onCancel: () => void }

export const KeyRecorder = ({ label, onKeys, onCancel }: KeyRecorderProps): ReactNode => {
  useEffect(() => {
    // Before anything else hears them: while they are chosen, keys do nothing.
    const listen = (event: KeyboardEvent): void => {
      if (['Control', 'Shift', 'Meta', 'Alt', 'AltGraph', 'CapsLock', 'Dead'].includes(event.key)) return
      event.preventDefault()
      event.stopImmediatePropagation()
      if (event.key === 'Escape' || event.key === 'Tab') onCancel()
      else if (event.key === 'Backspace' || event.key === 'Delete') onKeys(null)
      else if ((event.ctrlKey || event.metaKey) && !event.altKey && /^[!-~¡-ÿ]$/u.test(event.key)) onKeys({ key: event.key.toLowerCase(), shift: event.shiftKey && /[a-z0-9]/i.test(event.key) })
    }
    window.addEventListener('keydown', listen, { capture: true })
    return () => { window.removeEventListener('keydown', listen, { capture: true }) }
  }, [onKeys, onCancel])
  return <p role="status" aria-label={label} className="text-sm text-ember">{strings.keys.press}</p>
}
