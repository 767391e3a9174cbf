/** The form of the house itself: its name, its zone, and what its connection carries. */
import type { ReactNode } from 'react'
import { Household } from '../../../shared/household.ts'
import { householdName } from '../../../shared/household-name.ts'
import { TextField } from '../../ui/field.tsx'
import { Select } from '../../ui/select.tsx'
import { zonesWith } from '../../ui/zones.ts'
import { toNumber } from './checks.ts'
import { keep } from './edits.ts'
import { FormDialog, type Saved } from './form-dialog.tsx'
import { strings } from './strings.ts'
import { useForm } from './use-form.ts'

const words = strings.house

export const HouseDialog = ({ household, onClose }: { readonly household: Household; readonly onClose: () => void }): ReactNode => {
  const { form, change, errors, check } = useForm(() => ({ name: householdName(household), zone: household.zone, cap: String(household.capKw) }), words.errors)
  const save = async (): Saved => {
    const next: Household = { ...household, name: form.name.trim(), zone: form.zone, capKw: toNumber(form.cap) }
    return check(Household, next) ? keep(next, strings.changed(next.name)) : 'stay'
  }
  return (
    <FormDialog title={words.title} isNew={false} onSave={save} onClose={onClose}>
      <TextField label={words.name} value={form.name} onChange={(name) => { change({ name }) }} error={errors.name} autoFocus />
      <Select label={words.zone} options={zonesWith(household.zone)} value={form.zone} onChange={(zone) => { change({ zone }) }} description={words.zoneHint} error={errors.zone} />
      <TextField label={words.cap} value={form.cap} onChange={(cap) => { change({ cap }) }} description={words.capHint} error={errors.capKw} trailing={strings.units.kw} className="w-60" />
    </FormDialog>
  )
}
