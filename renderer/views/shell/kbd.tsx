/** Keys as they stand beside what they do. */
import type { ReactNode } from 'react'
import { keysInWords, type Keys } from '../../ui/keys.ts'

export const Kbd = ({ keys }: { readonly keys: Keys }): ReactNode => <kbd className="shrink-0 rounded-chip border bg-sunken px-1.5 font-mono text-xs text-muted">{keysInWords(keys)}</kbd>
