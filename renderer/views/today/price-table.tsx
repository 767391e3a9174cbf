/** The prices hour by hour, for those who would rather read them. */
import type { ReactNode } from 'react'
import { isDeviceRun, type CalendarEvent } from '../../../shared/calendar.ts'
import type { Household } from '../../../shared/household.ts'
import { fromInstant, toInstant } from '../../../shared/time.ts'
import { energyPrice } from '../../ui/money.ts'
import { clockTime, shortDay } from '../../ui/when.ts'
import type { PriceSlot } from './slots.ts'
import { strings } from './strings.ts'

interface PriceTableProps { readonly slots: readonly PriceSlot[]; readonly cheap: readonly PriceSlot[]; readonly events: readonly CalendarEvent[]; readonly currency: string; readonly household: Household }

const cell = 'px-3 py-1.5 text-left font-normal'

export const PriceTable = ({ slots, cheap, events, currency, household }: PriceTableProps): ReactNode => {
  const { zone } = household
  const named = slots.map((slot) => ({ slot, hour: `${shortDay(toInstant(slot.from), zone)}, ${clockTime(toInstant(slot.from), zone)} – ${clockTime(toInstant(slot.to), zone)}` }))
  const runs = events.filter(isDeviceRun)
  return (
    <div tabIndex={0} role="group" aria-label={strings.hours} className="max-h-72 overflow-y-auto rounded-card border">
      <table className="w-full text-xs">
        <thead className="sticky top-0 bg-sunken text-muted">
          <tr>{[strings.hour, strings.price, strings.remarks].map((title) => <th key={title} scope="col" className={cell}>{title}</th>)}</tr>
        </thead>
        <tbody className="divide-y">
          {named.map(({ slot, hour }, index) => (
            <tr key={slot.from}>
              <th scope="row" className={cell}>{hour}</th>
              <td className={cell}>{energyPrice(slot.price, currency)}</td>
              <td className={cell}>
                {[
                  ...(named.slice(0, index).some((other) => other.hour === hour) ? [strings.again] : []),
                  ...(cheap.includes(slot) ? [strings.legend.cheap] : []),
                  ...new Set(runs.filter((run) => fromInstant(run.start) < slot.to && fromInstant(run.end) > slot.from).map((run) => strings.runsThen(household.devices.find(({ id }) => id === run.deviceId)?.name ?? strings.someDevice))),
                ].join(', ')}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
