/** The form of one tariff: a flat price, prices by time of day, or hour by hour. */
import { useState, type ReactNode } from 'react'
import type { Household, Tariff } from '../../../shared/household.ts'
import { Button } from '../../ui/button.tsx'
import { TextArea, TextField, labelClass } from '../../ui/field.tsx'
import { SegmentedControl } from '../../ui/segmented-control.tsx'
import { mergeDays, readDays } from './day-ahead.ts'
import { DaysTable } from './days-table.tsx'
import { keep, newId, put } from './edits.ts'
import { FormDialog, type Saved } from './form-dialog.tsx'
import { strings } from './strings.ts'
import { Bands } from './tariff-bands.tsx'
import { kinds, noErrors, readTariff, tariffFields, type TariffErrors, type TariffFields } from './tariff-form.ts'

interface TariffDialogProps { readonly household: Household; readonly tariff: Tariff | null; readonly onClose: () => void }

const words = strings.tariffs

export const TariffDialog = ({ household, tariff, onClose }: TariffDialogProps): ReactNode => {
  const [fields, setFields] = useState(() => tariffFields(tariff))
  const [errors, setErrors] = useState(noErrors)
  const change = (part: Partial<TariffFields>): void => {
    setFields({ ...fields, ...part })
    setErrors(noErrors)
  }
  const save = async (): Saved => {
    const read = readTariff(tariff?.id ?? newId(), fields, household.zone)
    if ('errors' in read) {
      setErrors(read.errors)
      return 'stay'
    }
    const next = { ...household, tariffs: put(household.tariffs, read.tariff) }
    // The first tariff is meant to be used.
    return keep(household.tariffs.length === 0 ? { ...next, tariffId: read.tariff.id } : next, tariff === null ? strings.added(read.tariff.name) : strings.changed(read.tariff.name))
  }
  const parts = { fields, errors, change, zone: household.zone }
  return (
    <FormDialog title={tariff === null ? words.addTitle : words.editTitle} isNew={tariff === null} onSave={save} onClose={onClose}>
      <div className="grid grid-cols-[1fr_8rem] gap-4">
        <TextField label={words.name} value={fields.name} onChange={(name) => { change({ name }) }} error={errors.fields.name} autoFocus />
        <TextField label={words.currency} value={fields.currency} onChange={(currency) => { change({ currency }) }} error={errors.fields.currency} maxLength={3} />
      </div>
      <div className="flex flex-col items-start gap-1.5">
        <span aria-hidden className={labelClass}>{words.kind}</span>
        <SegmentedControl label={words.kind} items={kinds.map((id) => ({ id, label: words.kinds[id] }))} value={fields.kind} onChange={(kind) => { change({ kind }) }} />
      </div>
      {fields.kind === 'flat' && <TextField label={words.price} value={fields.price} onChange={(price) => { change({ price }) }} error={errors.fields.price} trailing={fields.currency.toUpperCase()} className="w-60" />}
      {fields.kind === 'time-of-use' && <Bands {...parts} />}
      {fields.kind === 'day-ahead' && <Days {...parts} onErrors={setErrors} />}
    </FormDialog>
  )
}

interface PartProps { readonly fields: TariffFields; readonly errors: TariffErrors; readonly change: (part: Partial<TariffFields>) => void; readonly zone: string }

const Days = ({ fields: { days, pasted, currency }, errors, change, onErrors, zone }: PartProps & { readonly onErrors: (errors: TariffErrors) => void }): ReactNode => {
  const [taken, setTaken] = useState<number | null>(null)
  const take = (): void => {
    const read = readDays(pasted, zone)
    setTaken('days' in read ? read.days.length : null)
    if ('days' in read) change({ days: mergeDays(days, read.days), pasted: '' })
    else onErrors({ ...noErrors, lines: read.faults })
  }
  return (
    <div className="flex flex-col gap-4">
      <div className="flex flex-col gap-1.5">
        <h3 className={labelClass}>{words.days}</h3>
        <DaysTable days={days} currency={currency} onRemove={(date) => { change({ days: days.filter((day) => day.date !== date) }) }} />
        {errors.fields.days !== undefined && <p role="alert" className="text-xs text-wine">{errors.fields.days}</p>}
      </div>
      <TextArea label={words.paste} value={pasted} onChange={(text) => { setTaken(null); change({ pasted: text }) }} description={words.pasteHint} placeholder={words.pastePlaceholder} rows={3} maxLength={200_000} isMono />
      {errors.lines.length > 0 && <div role="alert" className="flex flex-col gap-1 text-xs text-wine">{errors.lines.map((line) => <p key={line}>{line}</p>)}</div>}
      <div className="flex items-center gap-3">
        <Button small isDisabled={pasted.trim() === ''} onPress={take}>{words.take}</Button>
        <span role="status" className="text-xs text-moss">{taken === null ? '' : words.taken(taken)}</span>
      </div>
    </div>
  )
}
