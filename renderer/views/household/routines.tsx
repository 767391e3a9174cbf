/** The routines of the household, and the form of one. */
import { Repeat, VolumeX } from 'lucide-react'
import type { ReactNode } from 'react'
import { Routine, Weekday, type Household } from '../../../shared/household.ts'
import { Badge, Chip } from '../../ui/chip.tsx'
import { TextField } from '../../ui/field.tsx'
import { Switch } from '../../ui/switch.tsx'
import { TagField } from '../../ui/tag-field.tsx'
import { timeInWords, weekOrder } from '../../ui/habits.ts'
import { TimeField, tidyTime } from '../../ui/time-field.tsx'
import { ToggleChips } from '../../ui/toggle-chips.tsx'
import { keep, keepOrSay, newId, put, withoutRoutine } from './edits.ts'
import { FormDialog, type Saved } from './form-dialog.tsx'
import { Row, RowLine, Section } from './section.tsx'
import { strings } from './strings.ts'
import { useForm } from './use-form.ts'

const words = strings.routines

export const Routines = ({ household }: { readonly household: Household }): ReactNode => (
  <Section
    words={words} list="routine" icon={<Repeat size={24} />} items={household.routines} nameOf={(routine) => routine.name} removal={() => words.removal}
    onRemove={(routine) => { void keepOrSay(withoutRoutine(household, routine.id), strings.removed(routine.name)) }}
    row={(routine, left) => (
      <Row name={routine.name} facts={<>
        {routine.quiet && <Badge icon={<VolumeX size={12} aria-hidden />}>{words.quietBadge}</Badge>}
        {household.people.filter((person) => routine.people.includes(person.id)).map((person) => <Chip key={person.id} hue={person.hue}>{person.name}</Chip>)}
      </>}>
        <RowLine parts={[`${daysInWords(routine.days)}, ${timeInWords(routine.from)} – ${timeInWords(routine.to)}`, routine.aliases.length === 0 ? null : strings.aliasesLine(routine.aliases)]} />
        {left}
      </Row>
    )}
    form={(routine, close) => <RoutineForm household={household} routine={routine} onClose={close} />}
  />
)

const daysInWords = (days: Routine['days']): string => {
  const chosen = Weekday.options.filter((day) => days.includes(day))
  if (chosen.length === 7) return words.everyDay
  if (chosen.join() === 'mo,tu,we,th,fr') return words.workdays
  return chosen.map((day) => strings.weekdays[day][chosen.length === 1 ? 1 : 0]).join(', ')
}

const RoutineForm = ({ household, routine, onClose }: { readonly household: Household; readonly routine: Routine | null; readonly onClose: () => void }): ReactNode => {
  const { form, change, errors, check } = useForm(() => ({ name: routine?.name ?? '', aliases: routine?.aliases ?? [], people: routine?.people ?? [], days: routine?.days ?? [...Weekday.options], from: routine?.from ?? '', to: routine?.to ?? '', quiet: routine?.quiet ?? false }), words.errors)
  const [from, to] = [tidyTime(form.from), tidyTime(form.to)]
  const save = async (): Saved => {
    const next: Routine = { id: routine?.id ?? newId(), name: form.name.trim(), aliases: form.aliases, people: form.people, days: form.days, from, to, quiet: form.quiet }
    return check(Routine, next) ? keep({ ...household, routines: put(household.routines, next) }, routine === null ? strings.added(next.name) : strings.changed(next.name)) : 'stay'
  }
  return (
    <FormDialog title={routine === null ? words.addTitle : words.editTitle} isNew={routine === null} onSave={save} onClose={onClose}>
      <TextField label={words.name} value={form.name} onChange={(name) => { change({ name }) }} error={errors.name} autoFocus />
      <TagField label={words.aliases} value={form.aliases} onChange={(aliases) => { change({ aliases }) }} description={words.aliasesHint} error={errors.aliases} />
      <ToggleChips label={words.days} items={weekOrder(Weekday.options).map((id) => ({ id, label: strings.weekdays[id][0] }))} value={form.days} onChange={(chosen) => { change({ days: Weekday.options.filter((day) => chosen.includes(day)) }) }} error={errors.days} />
      <div className="flex flex-col gap-1.5">
        <div className="flex gap-4">
          <TimeField label={words.from} value={form.from} onChange={(value) => { change({ from: value }) }} error={errors.from} className="w-32" />
          <TimeField label={words.to} value={form.to} onChange={(value) => { change({ to: value }) }} error={errors.to} className="w-32" />
        </div>
        {from !== '' && to !== '' && to <= from && <p className="text-xs text-muted">{words.nextDay}</p>}
      </div>
      {household.people.length > 0 && <ToggleChips label={words.people} items={household.people.map((person) => ({ id: person.id, label: person.name, hue: person.hue }))} value={form.people} onChange={(people) => { change({ people }) }} error={errors.people} />}
      <Switch label={words.quiet} isSelected={form.quiet} onChange={(quiet) => { change({ quiet }) }} description={words.quietHint} />
    </FormDialog>
  )
}
