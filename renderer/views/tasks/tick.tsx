/** A box that is ticked at once, and unticked again when main refuses; what follows before the answer waits for it. */
import { useState, type ReactNode } from 'react'
import { classes } from '../../ui/classes.ts'
import { Checkbox } from '../../ui/switch.tsx'

interface TickProps { readonly text: string; readonly isDone: boolean; /** Resolves once main has answered. */ readonly onChange: (isDone: boolean) => Promise<void> }

export const Tick = ({ text, isDone, onChange }: TickProps): ReactNode => {
  const [wanted, setWanted] = useState<boolean | null>(null)
  const shown = wanted ?? isDone
  const change = async (next: boolean): Promise<void> => {
    if (wanted !== null) return
    setWanted(next)
    await onChange(next)
    setWanted(null)
  }
  return <Checkbox label={<span className={classes('wrap-anywhere', shown && 'text-muted line-through')}>{text}</span>} isSelected={shown} onChange={(next) => { void change(next) }} />
}
