/** Puts a text into the clipboard, and says whether that went well. */
import { Check, Copy } from 'lucide-react'
import { useState, type ReactNode } from 'react'
import { Button, IconButton } from './button.tsx'
import { strings } from './strings.ts'
import { notifyDone } from './toasts.tsx'

interface CopyButtonProps {
  readonly text: string
  /** The accessible name: what is copied. */
  readonly what: string
  /** Said when it is, where "Copied." is not enough. */
  readonly done?: string
  /** Only the picture, where words would be too much. */
  readonly isQuiet?: boolean
  readonly className?: string
}

export const CopyButton = ({ text, what, done = strings.copied, isQuiet = false, className }: CopyButtonProps): ReactNode => {
  const [copied, setCopied] = useState<string | null>(null)
  const copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(text)
      setCopied(text)
      notifyDone(done)
    } catch {
      notifyDone(strings.copyFailed)
    }
  }
  const given = { label: what, icon: copied === text ? <Check size={14} aria-hidden /> : <Copy size={14} aria-hidden />, onPress: () => { void copy() }, ...(className === undefined ? {} : { className }) }
  return isQuiet ? <IconButton small {...given} /> : <Button small {...given}>{strings.copy}</Button>
}
