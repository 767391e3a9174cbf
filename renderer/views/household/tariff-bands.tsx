/** Prices through the day, a line each. */
import { Plus, X } from 'lucide-react'
import type { ReactNode } from 'react'
import { Button, IconButton } from '../../ui/button.tsx'
import { TextField, hintClass, labelClass } from '../../ui/field.tsx'
import { TimeField } from '../../ui/time-field.tsx'
import { strings } from './strings.ts'
import type { TariffErrors, TariffFields } from './tariff-form.ts'

interface BandsProps { readonly fields: Pick<TariffFields, 'bands' | 'currency'>; readonly errors: TariffErrors; readonly change: (part: { readonly bands: TariffFields['bands'] }) => void }

const words = strings.tariffs

export const Bands = ({ fields: { bands, currency }, errors, change }: BandsProps): ReactNode => (
  <fieldset className="flex flex-col gap-2.5">
    <legend className={labelClass}>{words.bands}</legend>
    <p className={hintClass}>{words.bandsHint}</p>
    {bands.map((band, index) => (
      <div key={index} className="flex items-start gap-3">
        <TimeField label={words.fromRow(index + 1)} isLabelHidden value={band.from} onChange={(from) => { change({ bands: bands.with(index, { ...band, from }) }) }} error={errors.bands[index]?.from} className="w-36" />
        <TextField label={words.priceRow(index + 1)} isLabelHidden value={band.price} onChange={(price) => { change({ bands: bands.with(index, { ...band, price }) }) }} error={errors.bands[index]?.price} trailing={currency.toUpperCase()} className="w-44" />
        <IconButton label={words.removeBand(band.from)} icon={<X size={16} aria-hidden />} isDisabled={index === 0} onPress={() => { change({ bands: bands.filter((_, other) => other !== index) }) }} />
      </div>
    ))}
    {(errors.fields.bands ?? '') !== '' && <p role="alert" className="text-xs text-wine">{errors.fields.bands}</p>}
    <div><Button small icon={<Plus size={14} aria-hidden />} isDisabled={bands.length >= 48} onPress={() => { change({ bands: [...bands, { from: '', price: '' }] }) }}>{words.addBand}</Button></div>
  </fieldset>
)
