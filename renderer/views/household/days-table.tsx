/** The days a tariff has prices for, one compact line each. */
import { X } from 'lucide-react'
import type { ReactNode } from 'react'
import { IconButton } from '../../ui/button.tsx'
import { dateInWords, rangeInWords } from '../../ui/dates.ts'
import { hasGaps, type PricedDay } from './day-ahead.ts'
import { strings } from './strings.ts'

interface DaysTableProps { readonly days: readonly PricedDay[]; readonly currency: string; /** Absent = only to be read. */ readonly onRemove?: (date: string) => void }

const words = strings.tariffs
const cell = 'px-3 py-1.5 text-right font-normal'

/** How many days are covered, in a sentence. */
export const coverage = (days: readonly PricedDay[]): string => {
  const [first, last] = [days[0], days.at(-1)]
  if (first === undefined || last === undefined) return words.noDays
  const range = rangeInWords(first.date, last.date)
  return hasGaps(days) ? words.coveredWithGaps(days.length, range) : words.covered(days.length, range)
}

export const DaysTable = ({ days, currency, onRemove }: DaysTableProps): ReactNode => (
  <>
    <p className="text-xs text-muted">{coverage(days)}</p>
    {days.length > 0 && (
      <div tabIndex={0} role="group" aria-label={words.days} className="max-h-56 overflow-y-auto rounded-card border">
        <table className="w-full text-xs">
          <thead className="sticky top-0 bg-sunken text-muted">
            <tr>
              <th scope="col" className={`${cell} text-left!`}>{words.day}</th>
              {[words.hours, words.lowest, words.mean, words.highest].map((title) => <th key={title} scope="col" className={cell}>{title}</th>)}
              {onRemove !== undefined && <th scope="col"><span className="sr-only">{words.actions}</span></th>}
            </tr>
          </thead>
          <tbody className="divide-y">
            {days.map(({ date, prices }) => (
              <tr key={date}>
                <th scope="row" className={`${cell} text-left!`}>{dateInWords(date)}</th>
                <td className={cell}>{prices.length}</td>
                <td className={cell}>{money(Math.min(...prices))}</td>
                <td className={cell}>{money(prices.reduce((sum, price) => sum + price, 0) / prices.length)}</td>
                <td className={cell}>{money(Math.max(...prices))} {currency.toUpperCase()}</td>
                {onRemove !== undefined && <td className="w-10 text-right"><IconButton small label={words.removeDay(dateInWords(date))} icon={<X size={14} aria-hidden />} onPress={() => { onRemove(date) }} /></td>}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    )}
  </>
)

/** A price per kWh, in at most tenths of a cent. */
export const money = (price: number): string => price.toFixed(3).replace(/0$/, '')
