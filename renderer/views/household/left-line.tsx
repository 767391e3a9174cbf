/** Whether an entry of the household ever left this computer, and as what; leads to its receipts. */
import { ScrollText } from 'lucide-react'
import type { ReactNode } from 'react'
import type { Seen } from '../../../shared/departure.ts'
import { engineName } from '../../../shared/engines.ts'
import { useZone } from '../../state/home.ts'
import { useLedger } from '../../state/ledger.ts'
import { useNavigation } from '../../state/navigation.ts'
import { IconButton } from '../../ui/button.tsx'
import { stampInWords } from '../../ui/dates.ts'
import { strings } from './strings.ts'

const words = strings.left

/** How an entry left, over all providers; practice stays in this computer. Null = never. */
export const leftOf = (seen: readonly Seen[], entity: string): { readonly times: number; readonly last: string; readonly provider: string; readonly how: 'hidden' | 'reworded' | 'released' } | null => {
  const own = seen.filter((one) => one.entity === entity && !one.practice)
  const newest = own.toSorted((a, b) => (a.last < b.last ? 1 : -1))[0]
  if (newest === undefined) return null
  const hows = new Set(own.flatMap(({ as }) => as.map(({ how }) => how)))
  return { times: own.reduce((sum, { times }) => sum + times, 0), last: newest.last, provider: newest.provider, how: hows.has('released') ? 'released' : hows.has('reworded') ? 'reworded' : 'hidden' }
}

export const LeftLine = ({ entity, name }: { readonly entity: string; readonly name: string }): ReactNode => {
  const all = useLedger((state) => state.seen)
  const go = useNavigation((state) => state.go)
  const zone = useZone()
  if (all === null) return null
  const left = leftOf(all.seen, entity)
  if (left === null) return <p className="text-xs text-muted">{all.unrecorded > 0 ? words.neverRecorded(all.unrecorded) : words.never}</p>
  return (
    <p className="flex flex-wrap items-center gap-1 text-xs text-muted">
      <span>{words.times(left.times)} {words.how[left.how]} {words.last(stampInWords(left.last, zone), engineName(left.provider))}</span>
      <span className="-my-2"><IconButton small label={words.show(name)} icon={<ScrollText size={14} aria-hidden />} onPress={() => { go('ledger', { kind: 'entry', entity }) }} /></span>
    </p>
  )
}
