/** How far something has come that takes its time: a bar, and the same in words. */
import type { ReactNode } from 'react'
import { Label } from 'react-aria-components/Label'
import { ProgressBar as AriaProgressBar } from 'react-aria-components/ProgressBar'
import { classes } from './classes.ts'

interface ProgressProps {
  readonly label: string
  /** 0 to 1; null = nobody knows how much there is. */
  readonly share: number | null
  /** Stands at the right: "4.1 of 9.6 GB". */
  readonly text: string
  /** Resting: what is there stays, but nothing moves. */
  readonly isResting?: boolean
}

export const Progress = ({ label, share, text, isResting = false }: ProgressProps): ReactNode => (
  <AriaProgressBar value={(share ?? 0) * 100} isIndeterminate={share === null && !isResting} valueLabel={text} className="flex flex-col gap-1.5">
    <span className="flex flex-wrap items-baseline justify-between gap-x-4">
      <Label className="min-w-0 font-medium wrap-anywhere">{label}</Label>
      <span className="text-xs text-muted">{text}</span>
    </span>
    <span aria-hidden className="h-2 overflow-hidden rounded-full border bg-sunken">
      <span className={classes('block h-full rounded-full', isResting ? 'bg-edge' : 'bg-ember', share === null && !isResting ? 'w-1/3 animate-glow' : 'transition-[width] duration-200')} style={share === null ? undefined : { width: `${String(share * 100)}%` }} />
    </span>
  </AriaProgressBar>
)
