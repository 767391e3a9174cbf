/** The people of the household, and the form of one. */
import { Users } from 'lucide-react'
import type { ReactNode } from 'react'
import { Person, Role, type Household } from '../../../shared/household.ts'
import { Badge } from '../../ui/chip.tsx'
import { classes, personHue } from '../../ui/classes.ts'
import { bornInWords, readBorn } from '../../ui/born.ts'
import { TextArea, TextField } from '../../ui/field.tsx'
import { Select } from '../../ui/select.tsx'
import { Checkbox } from '../../ui/switch.tsx'
import { TagField } from '../../ui/tag-field.tsx'
import { unlessEmpty } from './checks.ts'
import { keep, keepOrSay, newId, put, withoutPerson } from './edits.ts'
import { FormDialog, type Saved } from './form-dialog.tsx'
import { HueField } from './hue-field.tsx'
import { Row, RowLine, Section } from './section.tsx'
import { strings } from './strings.ts'
import { useForm } from './use-form.ts'

const words = strings.people

export const People = ({ household }: { readonly household: Household }): ReactNode => (
  <Section
    words={words} list="person" icon={<Users size={24} />} items={household.people} nameOf={(person) => person.name} removal={(person) => words.removal(person.name)}
    onRemove={(person) => { void keepOrSay(withoutPerson(household, person.id), strings.removed(person.name)) }}
    row={(person, left) => (
      <Row mark={<Initial person={person} />} name={person.name} facts={<Badge>{strings.roles[person.role]}</Badge>}>
        <RowLine parts={[person.aliases.length === 0 ? null : strings.aliasesLine(person.aliases), person.born === undefined ? null : words.bornLine(bornInWords(person.born)), person.phone, person.email]} />
        <RowLine parts={[person.note]} />
        {left}
      </Row>
    )}
    form={(person, close) => <PersonForm household={household} person={person} onClose={close} />}
  />
)

const Initial = ({ person }: { readonly person: Person }): ReactNode => (
  <span aria-hidden className={classes('flex size-9 shrink-0 items-center justify-center rounded-full text-sm font-semibold', personHue(person.hue))}>{String.fromCodePoint(person.name.codePointAt(0) ?? 0)}</span>
)

/** Whether that person is who usually sits here; there is one at most. */
const withMe = ({ meId, ...household }: Household, id: string, isMe: boolean): Household => ({ ...household, ...(isMe ? { meId: id } : meId === undefined || meId === id ? {} : { meId }) })

/** The first hue nobody has yet. */
const freeHue = ({ people }: Household): number => [0, 1, 2, 3, 4, 5, 6, 7].find((hue) => people.every((person) => person.hue !== hue)) ?? people.length % 8

const PersonForm = ({ household, person, onClose }: { readonly household: Household; readonly person: Person | null; readonly onClose: () => void }): ReactNode => {
  const { form, change, errors, check } = useForm(() => ({
    name: person?.name ?? '', role: person?.role ?? 'adult', aliases: person?.aliases ?? [], born: person?.born ?? '', phone: person?.phone ?? '', email: person?.email ?? '',
    hue: person?.hue ?? freeHue(household), note: person?.note ?? '', isMe: person !== null && household.meId === person.id,
  }), words.errors)
  const save = async (): Saved => {
    const next: Person = {
      id: person?.id ?? newId(), name: form.name.trim(), role: form.role, aliases: form.aliases, hue: form.hue,
      ...unlessEmpty('born', readBorn(form.born)), ...unlessEmpty('phone', form.phone), ...unlessEmpty('email', form.email), ...unlessEmpty('note', form.note),
    }
    return check(Person, next) ? keep(withMe({ ...household, people: put(household.people, next) }, next.id, form.isMe), person === null ? strings.added(next.name) : strings.changed(next.name)) : 'stay'
  }
  return (
    <FormDialog title={person === null ? words.addTitle : words.editTitle} isNew={person === null} onSave={save} onClose={onClose}>
      <div className="grid grid-cols-[1fr_10rem] gap-4">
        <TextField label={words.name} value={form.name} onChange={(name) => { change({ name }) }} error={errors.name} autoFocus />
        <Select label={words.role} options={Role.options.map((id) => ({ id, label: strings.roles[id] }))} value={form.role} onChange={(role) => { change({ role }) }} error={errors.role} />
      </div>
      <TagField label={words.aliases} value={form.aliases} onChange={(aliases) => { change({ aliases }) }} description={words.aliasesHint} error={errors.aliases} />
      <Checkbox label={words.isMe} description={words.isMeHint} isSelected={form.isMe} onChange={(isMe) => { change({ isMe }) }} />
      <HueField label={words.hue} value={form.hue} onChange={(hue) => { change({ hue }) }} />
      <div className="grid grid-cols-3 gap-4">
        <TextField label={words.born} placeholder={words.bornExample} value={form.born} onChange={(born) => { change({ born }) }} error={errors.born} />
        <TextField type="tel" label={words.phone} value={form.phone} onChange={(phone) => { change({ phone }) }} error={errors.phone} />
        <TextField type="email" label={words.email} value={form.email} onChange={(email) => { change({ email }) }} error={errors.email} />
      </div>
      <TextArea label={words.note} value={form.note} onChange={(note) => { change({ note }) }} error={errors.note} rows={2} maxLength={4100} />
    </FormDialog>
  )
}
