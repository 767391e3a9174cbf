/** What electricity costs, in its two short forms; a tariff that is there already is only named. */
import type { ReactNode } from 'react'
import type { Household } from '../../../shared/household.ts'
import type { SetupForm } from '../../../shared/setup.ts'
import { TextField } from '../../ui/field.tsx'
import { SegmentedControl } from '../../ui/segmented-control.tsx'
import { Bands } from '../household/tariff-bands.tsx'
import type { TariffErrors } from '../household/tariff-form.ts'
import { strings } from './strings.ts'

interface TariffPartProps {
  readonly household: Household
  readonly tariff: SetupForm['tariff']
  readonly errors: TariffErrors
  readonly onChange: (tariff: SetupForm['tariff']) => void
}

const words = strings.house
const kinds = ['none', 'flat', 'time-of-use'] as const

export const TariffPart = ({ household, tariff, errors, onChange }: TariffPartProps): ReactNode => {
  const [first] = household.tariffs
  if (first !== undefined) return <p>{words.tariffThere((household.tariffs.find(({ id }) => id === household.tariffId) ?? first).name)}</p>
  const change = (part: Partial<SetupForm['tariff']>): void => { onChange({ ...tariff, ...part }) }
  const currency = <TextField label={words.currency} value={tariff.currency} onChange={(text) => { change({ currency: text }) }} error={errors.fields.currency} maxLength={3} className="w-28" />
  return (
    <div className="flex flex-col items-start gap-4">
      <SegmentedControl label={words.tariff} items={kinds.map((id) => ({ id, label: words.tariffKinds[id] }))} value={tariff.kind} onChange={(kind) => { change({ kind }) }} />
      {tariff.kind === 'flat' && (
        <div className="flex flex-wrap items-start gap-3">
          <TextField label={words.price} value={tariff.price} onChange={(price) => { change({ price }) }} error={errors.fields.price} trailing={tariff.currency.toUpperCase()} className="w-52" />
          {currency}
        </div>
      )}
      {tariff.kind === 'time-of-use' && <>{currency}<Bands fields={tariff} errors={errors} change={({ bands }) => { change({ bands: [...bands] }) }} /></>}
    </div>
  )
}
