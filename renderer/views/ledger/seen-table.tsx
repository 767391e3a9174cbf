/** What each provider was told of each entry of the household over time. */
import { ScrollText } from 'lucide-react'
import { useEffect, useMemo, useState, type ReactNode } from 'react'
import type { Seen } from '../../../shared/departure.ts'
import { engineName } from '../../../shared/engines.ts'
import { useLedger } from '../../state/ledger.ts'
import { IconButton } from '../../ui/button.tsx'
import { Badge } from '../../ui/chip.tsx'
import { stampInWords } from '../../ui/dates.ts'
import { SegmentedControl } from '../../ui/segmented-control.tsx'
import { Skeleton } from '../../ui/states.tsx'
import { entryName } from './entries.ts'
import { strings } from './strings.ts'

const words = strings.seen

interface SeenTableProps { readonly zone: string; readonly names: ReadonlyMap<string, string>; /** Shows the receipts of an entry at a provider. */ readonly onShow: (seen: Seen) => void }

export const SeenTable = ({ zone, names, onShow }: SeenTableProps): ReactNode => {
  const { seen: all, problem, loadSeen } = useLedger()
  useEffect(() => { void loadSeen() }, [loadSeen])
  const providers = useMemo(() => [...Map.groupBy(all?.seen ?? [], ({ provider, practice }) => JSON.stringify([provider, practice])).values()], [all])
  const [chosen, setChosen] = useState(0)
  const rows = providers[chosen] ?? providers[0] ?? []
  // Where it could not be read, the room says so.
  if (all === null) return problem === null ? <Skeleton className="px-8 pt-5" lines={[60, 90, 90]} /> : null
  return (
    <div className="flex flex-col gap-4 overflow-y-auto px-8 pt-5 pb-28 low:overflow-visible">
      <p className="max-w-prose text-muted">{providers.length === 0 ? words.nothing : words.says}</p>
      {all.unrecorded > 0 && <p className="max-w-prose text-muted">{words.unrecorded(all.unrecorded)}</p>}
      {providers.length > 1 && <SegmentedControl small label={words.provider} items={providers.map((list, index) => ({ id: String(index), label: nameOf(list[0]) }))} value={String(providers[chosen] === undefined ? 0 : chosen)} onChange={(index) => { setChosen(Number(index)) }} />}
      {rows.length > 0 && (
        <div className="shrink-0 overflow-x-auto" tabIndex={0} role="region" aria-label={words.table(nameOf(rows[0]))}>
          <table className="text-sm">
            <caption className="pb-2 text-left font-medium">{nameOf(rows[0])}{rows[0]?.practice === true && <Badge className="ml-2">{strings.practice}</Badge>}</caption>
            <thead><tr className="text-left text-muted">{words.columns.map((column, index) => <th key={column} scope="col" className={index === 2 ? 'pr-8 pb-1 text-right font-normal' : 'pr-8 pb-1 font-normal'}>{column}</th>)}</tr></thead>
            <tbody>
              {rows.map((row) => (
                <tr key={row.entity} className="border-t align-top">
                  <th scope="row" className="py-2 pr-8 text-left font-medium">
                    <span className="flex items-center gap-1">
                      {entryName(row.entity, names)}
                      {row.entity !== null && <span className="-my-2"><IconButton small label={words.show(entryName(row.entity, names))} icon={<ScrollText size={14} aria-hidden />} onPress={() => { onShow(row) }} /></span>}
                    </span>
                  </th>
                  <td className="py-2 pr-8"><ul>{row.as.map(({ kind, how, times }) => <li key={`${kind} ${how}`}>{words.as(kind, how, times)}</li>)}</ul></td>
                  <td className="py-2 pr-8 text-right tabular-nums">{words.times(row.times)}</td>
                  <td className="py-2 pr-8 whitespace-nowrap">{stampInWords(row.first, zone)}</td>
                  <td className="py-2 pr-8 whitespace-nowrap">{stampInWords(row.last, zone)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </div>
  )
}

const nameOf = (row: Seen | undefined): string => engineName(row?.provider ?? '')
