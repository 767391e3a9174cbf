/** A day's prices as 24 quiet bars, the dear hours taller; a picture beside the words, never instead of them. */
import type { ReactNode } from 'react'
import type { Tariff } from '../../../shared/household.ts'
import { classes } from '../../ui/classes.ts'
import { dateInWords } from '../../ui/dates.ts'
import { hourInWords, is12Hours } from '../../ui/habits.ts'
import { money } from './days-table.tsx'
import { strings } from './strings.ts'

/** The prices of the hours of one day: the first day it knows, or any day. */
const hoursOf = (tariff: Tariff): { readonly prices: readonly number[]; readonly date: string | null } | null => {
  switch (tariff.kind) {
    case 'flat': return null
    case 'time-of-use': return { date: null, prices: Array.from({ length: 24 }, (_, hour) => tariff.bands.findLast((band) => band.from <= `${String(hour).padStart(2, '0')}:00`)?.price ?? 0) }
    case 'day-ahead': return tariff.days[0] === undefined ? null : tariff.days[0]
  }
}

export const PriceBars = ({ tariff }: { readonly tariff: Tariff }): ReactNode => {
  const shown = hoursOf(tariff)
  if (shown === null) return null
  const [low, high] = [Math.min(...shown.prices, 0), Math.max(...shown.prices)]
  const cheap = [...shown.prices].sort((a, b) => a - b)[5] ?? low
  const name = strings.tariffs.bars(shown.date === null ? null : dateInWords(shown.date), money(Math.min(...shown.prices)), money(high), tariff.currency)
  return (
    <figure className="mt-2 flex flex-col gap-1">
      <div role="img" aria-label={name} className="flex h-10 w-72 items-end gap-0.5">
        {shown.prices.map((price, hour) => <span key={hour} className={classes('grow rounded-t-[2px]', price <= cheap ? 'bg-moss' : 'bg-moss-edge')} style={{ height: `${Math.max(6, high === low ? 100 : ((price - low) / (high - low)) * 100)}%` }} />)}
      </div>
      <div aria-hidden className="flex w-72 justify-between text-xs text-muted">{[0, 6, 12, 18, 24].map((hour) => <span key={hour}>{is12Hours() ? hourInWords(hour % 24) : hour}</span>)}</div>
      <figcaption className="text-xs text-muted">{name}</figcaption>
    </figure>
  )
}
