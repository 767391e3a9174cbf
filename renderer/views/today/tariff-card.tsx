/** What electricity costs today and tonight, which hours of the night are cheap, and when devices run. */
import { Zap } from 'lucide-react'
import { useMemo, type ReactNode } from 'react'
import { isDeviceRun, type CalendarEvent } from '../../../shared/calendar.ts'
import type { Household, Tariff } from '../../../shared/household.ts'
import { fromInstant, toInstant } from '../../../shared/time.ts'
import { useNavigation } from '../../state/navigation.ts'
import { Button } from '../../ui/button.tsx'
import { momentInWords } from '../../ui/dates.ts'
import { energyPrice } from '../../ui/money.ts'
import { More } from '../../ui/more.tsx'
import { clockTime } from '../../ui/when.ts'
import { priceChart } from './chart.ts'
import { addDays, startOf } from './days.ts'
import { PriceDrawing } from './price-chart.tsx'
import { PriceTable } from './price-table.tsx'
import { cheapSlots, joined, nightOf, slotsOf, type PriceSlot } from './slots.ts'
import { strings } from './strings.ts'

interface TariffCardProps { readonly household: Household; readonly events: readonly CalendarEvent[]; readonly today: string; readonly now: number }

export const TariffCard = (props: TariffCardProps): ReactNode => {
  const { household } = props
  const tariff = household.tariffs.find(({ id }) => id === household.tariffId)
  return (
    <section aria-labelledby="energy" className="flex flex-col gap-3 rounded-card border bg-raised px-5 py-4">
      <h2 id="energy" className="flex items-center gap-2 font-serif text-lg"><Zap size={17} aria-hidden className="text-ember" />{strings.energy}</h2>
      {tariff === undefined ? <Missing>{strings.noTariff}</Missing> : <Prices key={tariff.id} tariff={tariff} {...props} />}
    </section>
  )
}

const Missing = ({ children }: { readonly children: string }): ReactNode => {
  const go = useNavigation((state) => state.go)
  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
      <p className="min-w-0 grow text-muted">{children}</p>
      <Button small onPress={() => { go('household') }}>{strings.toHousehold}</Button>
    </div>
  )
}

const Prices = ({ tariff, household, events, today, now }: TariffCardProps & { readonly tariff: Tariff }): ReactNode => {
  const { zone } = household, { currency } = tariff
  const tomorrow = addDays(today, 1)
  // The night that goes on began yesterday; what is drawn begins today.
  const slots = useMemo(() => slotsOf(tariff, today, addDays(today, 2), zone), [tariff, today, zone])
  const cheap = cheapSlots(slots, nightOf(now, zone), now)
  const [first, last] = [startOf(today, zone), startOf(tomorrow, zone)]
  const end = slots.some(({ from }) => from >= last) ? startOf(addDays(today, 2), zone) : last
  if (slots.length === 0) return <Missing>{strings.noPrices}</Missing>
  const span = { from: first, to: end }
  const chart = priceChart(slots, events, span, zone)
  const drawn = events.filter((event) => isDeviceRun(event) && fromInstant(event.start) < span.to && fromInstant(event.end) > span.from)
  const prices = slots.map(({ price }) => price)
  const label = strings.chart(momentInWords(toInstant(span.from), zone), momentInWords(toInstant(span.to), zone), energyPrice(Math.min(...prices), currency), energyPrice(Math.max(...prices), currency))
  return (
    <>
      <p>{sayNow(slots, now, currency)} {sayCheap(tariff, cheap, zone)}</p>
      <figure className="flex flex-col gap-3 pt-2">
        <PriceDrawing chart={chart} cheap={cheap} span={span} currency={currency} household={household} now={now} label={label} />
        <figcaption className="flex flex-wrap gap-x-5 gap-y-1 pl-[6.25rem] text-xs text-muted">
          <Key className="bg-moss-edge">{strings.legend.price}</Key>
          {cheap.length > 0 && <Key className="bg-moss">{strings.legend.cheap}</Key>}
          <Key className="bg-hairline">{strings.legend.over}</Key>
          {drawn.length > 0 && <Key className="border border-moss bg-moss-tint">{strings.legend.run}</Key>}
          <Key className="w-0.5! bg-ember">{strings.legend.now}</Key>
        </figcaption>
      </figure>
      {drawn.length === 0 && <p className="text-muted">{strings.noRuns}</p>}
      <More label={strings.table}><PriceTable slots={slots} cheap={cheap} events={drawn} currency={currency} household={household} /></More>
    </>
  )
}

const Key = ({ className, children }: { readonly className: string; readonly children: string }): ReactNode => <span className="inline-flex items-center gap-1.5"><span aria-hidden className={`h-3 w-3 rounded-[3px] ${className}`} />{children}</span>

const sayNow = (slots: readonly PriceSlot[], now: number, currency: string): string => {
  const current = slots.find(({ from, to }) => from <= now && now < to)
  return current === undefined ? '' : strings.now(energyPrice(current.price, currency))
}

const sayCheap = (tariff: Tariff, cheap: readonly PriceSlot[], zone: string): string => {
  if (tariff.kind === 'flat') return strings.flat(energyPrice(tariff.price, tariff.currency))
  if (cheap.length === 0) return strings.noCheap
  const prices = cheap.map(({ price }) => price)
  return strings.cheap(joined(cheap).map(({ from, to }) => `${clockTime(toInstant(from), zone)}–${clockTime(toInstant(to), zone)}`), energyPrice(Math.min(...prices), tariff.currency), energyPrice(Math.max(...prices), tariff.currency))
}
