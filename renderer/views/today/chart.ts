/** Where everything stands in the drawing of the prices, in percent of its width and height. Pure. */
import type { CalendarEvent } from '../../../shared/calendar.ts'
import { isDeviceRun } from '../../../shared/calendar.ts'
import { fromInstant, wallToInstant } from '../../../shared/time.ts'
import { addDays, dateAt } from './days.ts'
import type { PriceSlot, Stretch } from './slots.ts'

interface Bar { readonly slot: PriceSlot; readonly x: number; readonly width: number; readonly y: number; readonly height: number }
interface Run { readonly event: CalendarEvent; readonly x: number; readonly width: number }

export interface PriceChart {
  readonly bars: readonly Bar[]
  /** Where nothing is paid; what stands below is negative. */
  readonly zero: number
  readonly low: number
  readonly high: number
  /** Every six hours of the local clock. */
  readonly ticks: readonly { readonly at: number; readonly x: number; readonly hour: number }[]
  /** One row for each device, in the order of its first run. */
  readonly rows: readonly { readonly deviceId: string; readonly runs: readonly Run[] }[]
}

/** Half a percent of the height, so that an hour that costs nothing is seen. */
const LEAST = 0.5

/** Time runs evenly along `span`, so that an hour is as wide on a day of 23 or 25 hours as on any other. Heights share one scale that holds zero. */
export const priceChart = (slots: readonly PriceSlot[], events: readonly CalendarEvent[], span: Stretch, zone: string): PriceChart => {
  const x = (at: number): number => ((Math.min(Math.max(at, span.from), span.to) - span.from) / (span.to - span.from)) * 100
  const prices = slots.map(({ price }) => price)
  const [low, high] = [Math.min(0, ...prices), Math.max(0, ...prices)]
  const scale = high === low ? 0 : 100 / (high - low)
  const zero = high === low ? 100 : high * scale
  const bars = slots.map((slot) => {
    const height = Math.max(Math.abs(slot.price) * scale, LEAST)
    return { slot, x: x(slot.from), width: x(slot.to) - x(slot.from), y: slot.price < 0 ? zero : zero - height, height }
  })
  const runs = events.filter((event) => isDeviceRun(event) && fromInstant(event.start) < span.to && fromInstant(event.end) > span.from)
  const byDevice = Map.groupBy(runs, ({ deviceId }) => deviceId ?? '')
  const rows = [...byDevice].map(([deviceId, own]) => ({
    deviceId,
    runs: own.map((event) => ({ event, x: x(fromInstant(event.start)), width: x(fromInstant(event.end)) - x(fromInstant(event.start)) })),
  }))
  return { bars, zero, low, high, ticks: ticksOf(span, zone).map((tick) => ({ ...tick, x: x(tick.at) })), rows }
}

const ticksOf = ({ from, to }: Stretch, zone: string): readonly { readonly at: number; readonly hour: number }[] => {
  const ticks = []
  for (let date = dateAt(from, zone); date <= dateAt(to - 1, zone); date = addDays(date, 1)) {
    for (const hour of [0, 6, 12, 18]) ticks.push({ at: fromInstant(wallToInstant(`${date}T${String(hour).padStart(2, '0')}:00`, zone)), hour })
  }
  return ticks.filter(({ at }) => at >= from && at < to)
}
