/** What the provider charges per million tokens: optional, kept as soon as all three fields are right or empty. */
import { useState, type FocusEvent, type KeyboardEvent, type ReactNode } from 'react'
import type { Settings } from '../../../shared/settings.ts'
import { useSettings } from '../../state/settings.ts'
import { TextField } from '../../ui/field.tsx'
import { formOf, readPrices, type PricesErrors, type PricesForm } from './prices-form.ts'
import { strings } from './strings.ts'

const words = strings.prices

export const Prices = ({ cloud }: { readonly cloud: Settings['cloud'] }): ReactNode => {
  const change = useSettings((state) => state.change)
  const [form, setForm] = useState(() => formOf(cloud.prices))
  const [errors, setErrors] = useState<PricesErrors>({})
  const commit = (): void => {
    const read = readPrices(form)
    if ('errors' in read) { setErrors(read.errors); return }
    setErrors({})
    setForm(formOf(read.prices))
    if (JSON.stringify(read.prices) !== JSON.stringify(cloud.prices)) void change({ cloud: { ...cloud, prices: read.prices } })
  }
  const put = (field: keyof PricesForm) => (text: string): void => {
    setForm({ ...form, [field]: text })
    setErrors({})
  }
  // Going from one field to the next is not yet being done.
  const onBlur = (event: FocusEvent): void => { if (!event.currentTarget.contains(event.relatedTarget)) commit() }
  const onKeyDown = (event: KeyboardEvent): void => { if (event.key === 'Enter') commit() }
  return (
    <fieldset onBlur={onBlur} onKeyDown={onKeyDown} aria-describedby="prices-hint" className="flex flex-col gap-2">
      <legend className="pb-2 text-sm font-medium">{words.title}</legend>
      <div className="grid grid-cols-[1fr_1fr_6.5rem] items-start gap-3">
        <TextField isMono label={words.in} value={form.in} onChange={put('in')} error={errors.in && words.amountWrong} maxLength={12} />
        <TextField isMono label={words.out} value={form.out} onChange={put('out')} error={errors.out && words.amountWrong} maxLength={12} />
        <TextField isMono label={words.currency} value={form.currency} onChange={put('currency')} error={errors.currency && words.currencyWrong} maxLength={3} placeholder="EUR" />
      </div>
      <p id="prices-hint" className="text-xs text-muted">{words.hint}</p>
    </fieldset>
  )
}
