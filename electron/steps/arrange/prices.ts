/** "When is electricity cheapest tomorrow?": what the household's tariff says of a stretch of time. */
import { pricesOf } from '../../../shared/prices.ts'
import { fromInstant, Temporal, toInstant, type Instant } from '../../../shared/time.ts'
import type { HouseholdRequest } from '../../../shared/understanding.ts'
import { instantOf, says, type Made, type World } from './world.ts'

const HOUR = 3_600_000
/** As long as a wash or a meal takes: what is named as cheapest and dearest. */
const WINDOW = 3

/** Of the day or the stretch that is named, else of the next 24 hours: the cheapest and the dearest hours in a row, from the tariff in use. */
export function prices({ start, end }: HouseholdRequest, { household, words, now }: World): Made {
  const { zone } = household, tariff = household.tariffs.find(({ id }) => id === household.tariffId) ?? household.tariffs[0]
  if (tariff === undefined) return says(words.noTariff)
  const day = start === undefined ? undefined : Temporal.PlainDate.from(start.slice(0, 10))
  const from = Math.max(start === undefined ? 0 : fromInstant(instantOf(start, zone)), Math.floor(fromInstant(now) / HOUR) * HOUR)
  const to = end !== undefined ? fromInstant(instantOf(end, zone)) : day === undefined ? from + 24 * HOUR : fromInstant(instantOf(day.add({ days: 1 }).toString(), zone))
  const hours = Array.from({ length: Math.max(0, Math.min(72, Math.ceil((to - from) / HOUR))) }, (_, i) => toInstant(from + i * HOUR))
  const known = pricesOf(tariff, hours, zone).flatMap((price, i) => { const at = hours[i]; return price === undefined || at === undefined ? [] : [{ at, price }] })
  if (known.length === 0) return says(words.noPrices(day === undefined ? '' : words.day(instantOf(day.toString(), zone), zone)))
  const all = known.map(({ price }) => price), low = Math.min(...all), high = Math.max(...all)
  if (low === high) return says(words.samePrice(words.money(low, tariff.currency)))
  const length = Math.min(WINDOW, known.length)
  const runs = known.slice(0, known.length - length + 1).map((_, i) => known.slice(i, i + length)).filter((run) => fromInstant(run.at(-1)?.at ?? now) - fromInstant(run[0]?.at ?? now) === (length - 1) * HOUR)
  const mean = (run: typeof known): number => run.reduce((sum, { price }) => sum + price, 0) / run.length
  const cheapest = runs.toSorted((a, b) => mean(a) - mean(b))[0] ?? known.slice(0, 1), dearest = runs.toSorted((a, b) => mean(b) - mean(a))[0] ?? known.slice(0, 1)
  const when = (run: typeof known): string => { const first: Instant = run[0]?.at ?? now, last: Instant = run.at(-1)?.at ?? now; return words.when({ start: first, end: toInstant(fromInstant(last) + HOUR), allDay: false, zone }) }
  return says(words.cheapest(when(cheapest), words.money(mean(cheapest), tariff.currency)), words.dearest(when(dearest), words.money(mean(dearest), tariff.currency)))
}
