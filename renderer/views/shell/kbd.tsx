/** Keys as they stand beside what they do. */
import type { ReactNode } from 'react'
import type { Keys } from './commands.ts'
import { keysInWords } from './key-names.ts'

const isMac = /\bMac OS X\b/.test(navigator.userAgent)

export const Kbd = ({ keys }: { readonly keys: Keys }): ReactNode => <kbd className="shrink-0 rounded-chip border bg-sunken px-1.5 font-mono text-xs text-muted">{keysInWords(keys, isMac)}</kbd>
