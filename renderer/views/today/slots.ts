/** What a kilowatt hour costs hour by hour, and which hours of the night are cheap. Pure. */
import type { Tariff } from '../../../shared/household.ts'
import { pricesOf } from '../../../shared/prices.ts'
import { fromInstant, toInstant, wallToInstant } from '../../../shared/time.ts'
import { addDays, dateAt, startOf } from './days.ts'

/** A stretch of time in epoch milliseconds, its end excluded. */
export interface Stretch { readonly from: number; readonly to: number }
/** A stretch of one price, an hour at most; `price` is per kWh. */
export interface PriceSlot extends Stretch { readonly price: number }

const QUARTER = 15 * 60_000, HOUR = 60 * 60_000

/**
 * The prices from the first to before the last date, by the hours of each local day: 23 or 25 of them when the clocks change, and of the hour
 * that comes twice each has its own. An hour whose price changes within it is several slots. Where the tariff has no price there is none.
 */
export const slotsOf = (tariff: Tariff, first: string, last: string, zone: string): readonly PriceSlot[] => {
  const slots: PriceSlot[] = []
  for (let date = first; date < last; date = addDays(date, 1)) {
    const [start, end] = [startOf(date, zone), startOf(addDays(date, 1), zone)]
    const quarters = Array.from({ length: Math.ceil((end - start) / QUARTER) }, (_, i) => start + i * QUARTER)
    for (const [i, price] of pricesOf(tariff, quarters.map(toInstant), zone).entries()) {
      const from = start + i * QUARTER, before = slots.at(-1)
      if (price === undefined) continue
      if (before?.to === from && before.price === price && (from - start) % HOUR !== 0) slots[slots.length - 1] = { ...before, to: from + QUARTER }
      else slots.push({ from, to: from + QUARTER, price })
    }
  }
  return slots
}

/** The night that is meant by "tonight": from six in the evening to eight in the morning; before five in the morning the one that is going on. */
export const nightOf = (now: number, zone: string): Stretch => {
  const today = dateAt(now, zone)
  const at = (date: string, clock: string): number => fromInstant(wallToInstant(`${date}T${clock}`, zone))
  const evening = now < at(today, '05:00') ? addDays(today, -1) : today
  return { from: at(evening, '18:00'), to: at(addDays(evening, 1), '08:00') }
}

/** So much of a night is called cheap, and what costs the same as the dearest of it. */
const CHEAP_MS = 4 * HOUR

/** The cheap slots of a stretch that are not over yet; none where every price is the same. */
export const cheapSlots = (slots: readonly PriceSlot[], within: Stretch, now: number): readonly PriceSlot[] => {
  const left = slots.filter(({ from, to }) => from >= within.from && to <= within.to && to > now)
  const byPrice = [...left].sort((a, b) => a.price - b.price)
  const [cheapest, dearest] = [byPrice[0], byPrice.at(-1)]
  if (cheapest === undefined || cheapest.price === dearest?.price) return []
  let [taken, limit] = [0, cheapest.price]
  for (const { from, to, price } of byPrice) {
    if (taken >= CHEAP_MS) break
    taken += to - from
    limit = price
  }
  return limit === dearest?.price ? left.filter(({ price }) => price < limit) : left.filter(({ price }) => price <= limit)
}

/** Slots that follow one another without a gap, as one. */
export const joined = (slots: readonly Stretch[]): readonly Stretch[] => {
  const whole: Stretch[] = []
  for (const { from, to } of slots) {
    const before = whole.at(-1)
    if (before?.to === from) whole[whole.length - 1] = { from: before.from, to }
    else whole.push({ from, to })
  }
  return whole
}
