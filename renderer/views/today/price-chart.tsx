/** The prices as a drawing: a bar for each hour, the cheap ones of the night marked, and under them when devices run. The table beside it says the same. */
import type { ReactNode } from 'react'
import type { Household } from '../../../shared/household.ts'
import { toInstant } from '../../../shared/time.ts'
import { classes } from '../../ui/classes.ts'
import { hourInWords } from '../../ui/habits.ts'
import { energyPrice } from '../../ui/money.ts'
import { clockTime, format } from '../../ui/when.ts'
import type { PriceChart } from './chart.ts'
import type { PriceSlot, Stretch } from './slots.ts'
import { strings } from './strings.ts'

interface ChartProps {
  readonly chart: PriceChart
  readonly cheap: readonly PriceSlot[]
  readonly span: Stretch
  readonly currency: string
  readonly household: Household
  readonly now: number
  /** What a screen reader hears in place of the drawing. */
  readonly label: string
}

const percent = (share: number): string => `${String(share)}%`

export const PriceDrawing = ({ chart, cheap, span, currency, household, now, label }: ChartProps): ReactNode => {
  const { zone } = household
  const nowAt = ((now - span.from) / (span.to - span.from)) * 100
  return (
    <div role="img" aria-label={label} className="grid grid-cols-[5.5rem_minmax(0,1fr)] gap-x-3 text-xs text-muted">
      <div className="relative h-36 text-right">
        <span className="absolute top-0 right-0 -translate-y-1/2">{energyPrice(chart.high, currency)}</span>
        {chart.low < 0 && <span className="absolute right-0 bottom-0 translate-y-1/2">{energyPrice(chart.low, currency)}</span>}
        {(chart.low === 0 || (chart.zero > 15 && chart.zero < 85)) && <span className="absolute right-0 -translate-y-1/2" style={{ top: percent(chart.zero) }}>0</span>}
      </div>
      <div className="relative h-36">
        <svg viewBox="0 0 100 100" preserveAspectRatio="none" className="absolute inset-0 size-full overflow-visible">
          {chart.bars.map(({ slot, x, width, y, height }) => (
            <rect key={slot.from} x={x + width * 0.08} width={width * 0.84} y={y} height={height} className={slot.to <= now ? 'fill-hairline' : cheap.includes(slot) ? 'fill-moss' : 'fill-moss-edge'}>
              <title>{`${clockTime(toInstant(slot.from), zone)}: ${energyPrice(slot.price, currency)}`}</title>
            </rect>
          ))}
          <line x1="0" x2="100" y1={chart.zero} y2={chart.zero} vectorEffect="non-scaling-stroke" className="stroke-edge" />
        </svg>
        {chart.ticks.filter(({ hour }) => hour === 0).map(({ at, x }) => <span key={at} className="absolute inset-y-0 border-l border-dashed" style={{ left: percent(x) }} />)}
        {nowAt > 0 && nowAt < 100 && <span className="absolute -inset-y-1 border-l-2 border-ember" style={{ left: percent(nowAt) }} />}
      </div>
      <span />
      <div className="relative h-6">
        {chart.ticks.map(({ at, x, hour }) => (
          <span key={at} className={classes('absolute top-1.5 whitespace-nowrap', hour === 0 && 'font-medium text-ink')} style={{ left: percent(x) }}>{hour === 0 ? format(zone, { weekday: 'short' }).format(at) : hourInWords(hour)}</span>
        ))}
      </div>
      {chart.rows.map(({ deviceId, runs }) => {
        const name = household.devices.find(({ id }) => id === deviceId)?.name ?? strings.someDevice
        return [
          <span key={`${deviceId} name`} className="truncate text-right leading-5">{name}</span>,
          <div key={deviceId} className="relative my-0.5 h-4 rounded-[3px] bg-sunken">
            {runs.map(({ event, x, width }) => <span key={event.id} title={`${clockTime(event.start, zone)} – ${clockTime(event.end, zone)}`} className="absolute inset-y-0 rounded-[3px] border border-moss bg-moss-tint" style={{ left: percent(x), width: percent(width) }} />)}
          </div>,
        ]
      })}
    </div>
  )
}
