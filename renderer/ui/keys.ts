/** Keys as they are pressed, and as they are written: "Ctrl+Shift+O", in German "Strg+Umschalt+O", on a Mac "⇧⌘O". */
import { language } from '../../shared/language.ts'

/** Pressed with Ctrl, or Cmd on a Mac. `key` is what the keyboard writes, in lower case. */
export interface Keys { readonly key: string; readonly shift: boolean }

export const plain = (key: string): Keys => ({ key, shift: false })
export const shifted = (key: string): Keys => ({ key, shift: true })

/** Whether this computer is a Mac. */
export const isThisMac = /\bMac OS X\b/.test(navigator.userAgent)

/** Whether these are the keys. Of signs, which are written with or without Shift on one keyboard or another, only the sign counts. */
export const isPressed = ({ key, shift }: Keys, pressed: { readonly key: string; readonly shiftKey: boolean }): boolean =>
  pressed.key.toLowerCase() === key && (pressed.shiftKey === shift || !/[a-z0-9]/.test(key))

export const keysInWords = ({ key, shift }: Keys, isMac = isThisMac, isGerman = language() === 'de'): string =>
  isMac ? `${shift ? '⇧' : ''}⌘${key.toUpperCase()}` : [isGerman ? 'Strg' : 'Ctrl', ...(shift ? [isGerman ? 'Umschalt' : 'Shift'] : []), key.toUpperCase()].join('+')

/** As words that are written once in each language need it. */
export const keysInEnglish = (keys: Keys): string => keysInWords(keys, isThisMac, false)
export const keysInGerman = (keys: Keys): string => keysInWords(keys, isThisMac, true)
