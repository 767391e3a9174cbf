/** What became of a departure, as a word, an icon and a colour. */
import { ArrowUpRight, ShieldCheck, Unplug } from 'lucide-react'
import type { ReactNode } from 'react'
import type { Receipt } from '../../../shared/departure.ts'
import { Badge } from '../../ui/chip.tsx'
import { strings } from './strings.ts'

const looks = {
  sent: { tone: 'leaves', icon: <ArrowUpRight size={12} aria-hidden /> },
  interrupted: { tone: 'refused', icon: <Unplug size={12} aria-hidden /> },
  'not-sent': { tone: 'stays', icon: <ShieldCheck size={12} aria-hidden /> },
} as const satisfies Record<Receipt['outcome'], unknown>

/** With a status, an answer is told by it. */
export const Outcome = ({ outcome, status = null }: { readonly outcome: Receipt['outcome']; readonly status?: number | null }): ReactNode => (
  <Badge {...looks[outcome]}>{outcome === 'sent' && status !== null ? strings.sentWith(status) : strings.outcomes[outcome]}</Badge>
)

export const Practice = ({ receipt }: { readonly receipt: Receipt }): ReactNode => receipt.practice ? <Badge>{strings.practice}</Badge> : null
