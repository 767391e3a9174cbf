/** The sums of the ledger, folded away under one line that says the most of it. */
import { useMemo, type ReactNode } from 'react'
import type { Receipt } from '../../../shared/departure.ts'
import { engineName } from '../../../shared/engines.ts'
import { Badge } from '../../ui/chip.tsx'
import { stampInWords } from '../../ui/dates.ts'
import { More } from '../../ui/more.tsx'
import { strings } from './strings.ts'
import { totalsOf } from './totals.ts'

const words = strings.totals

export const TotalsTable = ({ receipts, zone }: { readonly receipts: readonly Receipt[]; readonly zone: string }): ReactNode => {
  const totals = useMemo(() => totalsOf(receipts), [receipts])
  const sum = (of: 'requests' | 'bytes'): number => totals.reduce((all, total) => all + total[of], 0)
  return (
    <div className="px-8 pb-4">
      <More label={words.line(sum('requests'), sum('bytes'))}>
        <div className="overflow-x-auto">
          <table className="text-sm">
            <thead><tr className="text-left text-muted">{words.columns.map((column, index) => <th key={column} scope="col" className={index === 0 || index === 5 ? 'pr-8 pb-1 font-normal' : 'pr-8 pb-1 text-right font-normal'}>{column}</th>)}</tr></thead>
            <tbody>
              {totals.map(({ provider, practice, requests, bytes, tokens, replaced, last }) => (
                <tr key={provider} className="border-t">
                  <th scope="row" className="py-1.5 pr-8 text-left font-medium">{engineName(provider)}{practice && <Badge className="ml-2">{strings.practice}</Badge>}</th>
                  {[requests, bytes, tokens, replaced].map((figure, index) => <td key={index} className="pr-8 text-right tabular-nums">{figure.toLocaleString('en-GB')}</td>)}
                  <td className="pr-8">{stampInWords(last, zone)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </More>
    </div>
  )
}
