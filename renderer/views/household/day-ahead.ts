/** Hour-by-hour prices as a supplier lists them: lines of `date,h00,…,h23`, read strictly, each fault with its line. */
import type { Tariff } from '../../../shared/household.ts'
import { PlainDate, Temporal } from '../../../shared/time.ts'
import { toNumber } from './checks.ts'
import { strings } from './strings.ts'

export type PricedDay = Extract<Tariff, { readonly kind: 'day-ahead' }>['days'][number]

/** More faults than these are counted, not listed. */
const FAULTS = 8
const says = strings.tariffs.lines

/**
 * Reads lines of a date and one price per kWh for each hour of that day in `zone`: 24, or 23 and 25 when the clocks change.
 * Fields are divided by commas; or by semicolons or tabs, and then a decimal comma is a point. A first line without a date is a heading.
 * All lines are good, or none is taken.
 */
export const readDays = (text: string, zone: string): { readonly days: readonly PricedDay[] } | { readonly faults: readonly string[] } => {
  const lines = text.split(/\r?\n/).map((line, index) => ({ number: index + 1, text: line.trim() })).filter((line) => line.text !== '')
  const rows = lines.filter((line, index) => !(index === 0 && /^\W*[a-z]/i.test(line.text)))
  if (rows.length === 0) return { faults: [says.empty] }
  const seen = new Set<string>()
  const faults: string[] = []
  const days: PricedDay[] = []
  for (const row of rows) {
    const [date = '', ...prices] = cells(row.text)
    const found = PlainDate.safeParse(date).success ? (seen.has(date) ? [says.twice(row.number, date)] : faultsOf(row.number, date, prices, zone)) : [says.date(row.number, date)]
    seen.add(date)
    faults.push(...found)
    if (found.length === 0) days.push({ date, prices: prices.map(toNumber) })
  }
  if (faults.length === 0) return { days }
  return { faults: faults.length <= FAULTS ? faults : [...faults.slice(0, FAULTS), says.more(faults.length - FAULTS)] }
}

/** The days of a tariff with those just read in the place of former ones, in order. */
export const mergeDays = (former: readonly PricedDay[], read: readonly PricedDay[]): PricedDay[] => {
  const byDate = new Map([...former, ...read].map((day) => [day.date, day]))
  return [...byDate.values()].sort((a, b) => (a.date < b.date ? -1 : 1))
}

/** Whether a day is missing between the first and the last. */
export const hasGaps = (days: readonly PricedDay[]): boolean => {
  const [first, last] = [days[0], days.at(-1)]
  return first !== undefined && last !== undefined && Temporal.PlainDate.from(first.date).until(Temporal.PlainDate.from(last.date), { largestUnit: 'day' }).days + 1 > days.length
}

const cells = (line: string): string[] => {
  const divider = line.includes('\t') ? '\t' : line.includes(';') ? ';' : ','
  return line.split(divider).map((cell) => cell.trim().replaceAll('"', ''))
}

const faultsOf = (line: number, date: string, prices: readonly string[], zone: string): string[] => {
  const hours = Math.ceil(Temporal.PlainDate.from(date).toZonedDateTime(zone).hoursInDay)
  if (prices.length !== hours) return [says.count(line, date, hours, prices.length)]
  return prices.flatMap((price, hour) => {
    const value = toNumber(price)
    if (Number.isNaN(value)) return [says.price(line, String(hour).padStart(2, '0'), price)]
    return Math.abs(value) > 100 ? [says.range(line, String(hour).padStart(2, '0'), price)] : []
  })
}
