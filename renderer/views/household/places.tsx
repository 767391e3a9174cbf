/** The places of the household, and the form of one. */
import { MapPin } from 'lucide-react'
import type { ReactNode } from 'react'
import { Place, type Household } from '../../../shared/household.ts'
import { TextArea, TextField } from '../../ui/field.tsx'
import { TagField } from '../../ui/tag-field.tsx'
import { toNumber, unlessEmpty } from './checks.ts'
import { keep, keepOrSay, newId, put, withoutPlace } from './edits.ts'
import { FormDialog, type Saved } from './form-dialog.tsx'
import { Row, RowLine, Section } from './section.tsx'
import { strings } from './strings.ts'
import { useForm } from './use-form.ts'

const words = strings.places

export const Places = ({ household }: { readonly household: Household }): ReactNode => (
  <Section
    words={words} list="place" icon={<MapPin size={24} />} items={household.places} nameOf={(place) => place.name} removal={() => words.removal}
    onRemove={(place) => { void keepOrSay(withoutPlace(household, place.id), strings.removed(place.name)) }}
    row={(place, left) => (
      <Row name={place.name}>
        <RowLine parts={[place.aliases.length === 0 ? null : strings.aliasesLine(place.aliases), place.address, place.phone, place.travelMinutes === undefined ? null : words.travelLine(place.travelMinutes)]} />
        <RowLine parts={[place.note]} />
        {left}
      </Row>
    )}
    form={(place, close) => <PlaceForm household={household} place={place} onClose={close} />}
  />
)

const PlaceForm = ({ household, place, onClose }: { readonly household: Household; readonly place: Place | null; readonly onClose: () => void }): ReactNode => {
  const { form, change, errors, check } = useForm(() => ({ name: place?.name ?? '', aliases: place?.aliases ?? [], address: place?.address ?? '', phone: place?.phone ?? '', travel: place?.travelMinutes === undefined ? '' : String(place.travelMinutes), note: place?.note ?? '' }), words.errors)
  const save = async (): Saved => {
    const next: Place = { id: place?.id ?? newId(), name: form.name.trim(), aliases: form.aliases, ...unlessEmpty('address', form.address), ...unlessEmpty('phone', form.phone), ...(form.travel.trim() === '' ? {} : { travelMinutes: toNumber(form.travel) }), ...unlessEmpty('note', form.note) }
    return check(Place, next) ? keep({ ...household, places: put(household.places, next) }, place === null ? strings.added(next.name) : strings.changed(next.name)) : 'stay'
  }
  return (
    <FormDialog title={place === null ? words.addTitle : words.editTitle} isNew={place === null} onSave={save} onClose={onClose}>
      <TextField label={words.name} value={form.name} onChange={(name) => { change({ name }) }} error={errors.name} autoFocus />
      <TagField label={words.aliases} value={form.aliases} onChange={(aliases) => { change({ aliases }) }} description={words.aliasesHint} error={errors.aliases} />
      <div className="grid grid-cols-[1fr_12rem] gap-4">
        <TextField label={words.address} value={form.address} onChange={(address) => { change({ address }) }} error={errors.address} />
        <TextField type="tel" label={words.phone} value={form.phone} onChange={(phone) => { change({ phone }) }} error={errors.phone} />
      </div>
      <TextField label={words.travel} description={words.travelHint} trailing="min" value={form.travel} onChange={(travel) => { change({ travel }) }} error={errors.travelMinutes} className="max-w-48" />
      <TextArea label={words.note} value={form.note} onChange={(note) => { change({ note }) }} error={errors.note} rows={2} maxLength={4100} />
    </FormDialog>
  )
}
