/** Keys as they are pressed, and as they are written: "Ctrl+Shift+O", on a Mac "⇧⌘O". Pure. */
import type { Keys } from './commands.ts'

/** Whether these are the keys. Of signs, which are written with or without Shift on one keyboard or another, only the sign counts. */
export const isPressed = ({ key, shift }: Keys, pressed: { readonly key: string; readonly shiftKey: boolean }): boolean =>
  pressed.key.toLowerCase() === key && (pressed.shiftKey === shift || !/[a-z0-9]/.test(key))

export const keysInWords = ({ key, shift }: Keys, isMac: boolean): string =>
  isMac ? `${shift ? '⇧' : ''}⌘${key.toUpperCase()}` : ['Ctrl', ...(shift ? ['Shift'] : []), key.toUpperCase()].join('+')
