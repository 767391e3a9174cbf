/** What a kilowatt hour costs at given moments under a tariff. */
import type { Tariff } from './household.ts'
import { Temporal, type Instant } from './time.ts'

/** The price at each instant; undefined where the tariff has none. */
export const pricesOf = (tariff: Tariff, instants: readonly Instant[], zone: string): (number | undefined)[] =>
  instants.map((instant) => priceAt(tariff, Temporal.Instant.from(instant).toZonedDateTimeISO(zone)))

function priceAt(tariff: Tariff, at: Temporal.ZonedDateTime): number | undefined {
  switch (tariff.kind) {
    case 'flat': return tariff.price
    case 'time-of-use': {
      const clock = at.toPlainTime().toString({ smallestUnit: 'minute' })
      return tariff.bands.findLast((band) => band.from <= clock)?.price
    }
    case 'day-ahead': {
      // Hours are counted along the day, so that the hour that a clock change repeats has a price of its own.
      const hour = Math.floor(at.startOfDay().until(at, { largestUnit: 'hour' }).hours)
      return tariff.days.find((day) => day.date === at.toPlainDate().toString())?.prices[hour]
    }
  }
}
