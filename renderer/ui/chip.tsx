/** Small words about a thing: chips name it, badges say its state. Colour never speaks alone. */
import type { ReactNode } from 'react'
import { classes, personHue } from './classes.ts'

type Tone = 'plain' | 'ember' | 'stays' | 'leaves' | 'refused'

const toneClasses: Record<Tone, string> = {
  plain: 'bg-sunken text-muted border-hairline',
  ember: 'bg-ember-tint text-ember border-transparent',
  stays: 'bg-moss-tint text-moss border-moss-edge',
  leaves: 'bg-amber-tint text-amber border-amber-edge',
  refused: 'bg-wine-tint text-wine border-wine-edge',
}

interface BadgeProps { readonly tone?: Tone; readonly icon?: ReactNode; readonly children: ReactNode; readonly className?: string }

/** A state in a word, with its icon: "stays here", "practice", "sent". */
export const Badge = ({ tone = 'plain', icon, children, className }: BadgeProps): ReactNode => (
  <span className={classes('inline-flex items-center gap-1.5 rounded-chip border px-2 py-0.5 text-xs font-medium whitespace-nowrap', toneClasses[tone], className)}>{icon}{children}</span>
)

interface ChipProps { /** A person's hue, 0–7; absent = plain. */ readonly hue?: number | undefined; readonly icon?: ReactNode; readonly children: ReactNode; readonly className?: string }

/** A name: a person in their hue, or a device or place. */
export const Chip = ({ hue, icon, children, className }: ChipProps): ReactNode => (
  <span className={classes('inline-flex items-center gap-1.5 rounded-chip px-2 py-0.5 text-xs font-medium', hue === undefined ? 'bg-sunken text-ink' : personHue(hue), className)}>{icon}{children}</span>
)
