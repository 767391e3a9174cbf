/** The form of one event: new, opened from the calendar, or from a proposal before its yes. */
import { Trash2 } from 'lucide-react'
import { useState, type ReactNode } from 'react'
import type { CalendarEvent, EventDraft } from '../../../shared/calendar.ts'
import type { Household } from '../../../shared/household.ts'
import type { Problem } from '../../../shared/problems.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { TextArea, TextField } from '../../ui/field.tsx'
import { Select } from '../../ui/select.tsx'
import { ErrorCard } from '../../ui/states.tsx'
import { Switch } from '../../ui/switch.tsx'
import { TimeField, tidyTime } from '../../ui/time-field.tsx'
import { ToggleChips } from '../../ui/toggle-chips.tsx'
import { clockRemark, hasStart, readForm, withStart, withWeekdays, type EventForm, type FormErrors } from './event-form.ts'
import { ReminderFields } from './reminder-fields.tsx'
import { RepeatFields } from './repeat-fields.tsx'
import { strings } from './strings.ts'

interface EventDialogProps {
  /** What the form begins with. */
  readonly initial: EventForm
  /** null for a new event. */
  readonly event: CalendarEvent | null
  readonly household: Household
  /** The word on the button that takes it. */
  readonly confirm: string
  readonly onClose: () => void
  /** Answers with a problem, which the form shows; else whoever opened it closes it, or leaves it open. */
  readonly onSave: (draft: EventDraft) => Promise<Problem | null>
  /** As for saving. Not offered of a new event. */
  readonly onRemove?: (event: CalendarEvent) => Promise<Problem | null>
  readonly onMove?: (event: CalendarEvent) => void
}

const NONE = 'none'
const words = strings.form

export const EventDialog = ({ initial, event, household, confirm, onClose, onSave, onRemove, onMove }: EventDialogProps): ReactNode => {
  const [form, setForm] = useState(initial)
  const [errors, setErrors] = useState<FormErrors>({})
  const [problem, setProblem] = useState<Problem | null>(null)
  const [isBusy, setBusy] = useState(false)
  // A time whose series is not at hand has no rule of its own to give it.
  const canRepeat = event?.instanceOf === undefined || initial.repeat.before !== null
  const change = (part: Partial<EventForm>): void => {
    setForm({ ...form, ...part })
    setErrors({})
  }
  const save = async (): Promise<void> => {
    // Enter saves without leaving the field that would have tidied itself.
    const read = readForm({ ...form, startTime: tidyTime(form.startTime), endTime: tidyTime(form.endTime) }, household.zone, event)
    if ('errors' in read) {
      setErrors(read.errors)
      return
    }
    await decide(() => onSave(read.draft))
  }
  const decide = async (decision: () => Promise<Problem | null>): Promise<void> => {
    setBusy(true)
    setProblem(await decision())
    setBusy(false)
  }
  return (
    <Dialog
      isOpen onClose={onClose} title={event === null ? words.newTitle : words.editTitle}
      actions={<>
        {event !== null && onRemove !== undefined && <Button tone="danger" onPress={() => { void decide(() => onRemove(event)) }} isWaiting={isBusy} icon={<Trash2 size={16} aria-hidden />} className="mr-auto">{words.remove}</Button>}
        {event !== null && onMove !== undefined && <Button tone="quiet" onPress={() => { onMove(event) }}>{words.move}</Button>}
        <Button onPress={onClose}>{words.cancel}</Button>
        <Button tone="primary" onPress={() => { void save() }} isWaiting={isBusy}>{confirm}</Button>
      </>}
    >
      <form className="flex flex-col gap-5" onSubmit={(submit) => { submit.preventDefault(); void save() }}>
        {problem !== null && <ErrorCard problem={problem} />}
        <TextField label={words.name} value={form.title} onChange={(title) => { change({ title }) }} error={errors.title} placeholder={words.namePlaceholder} autoFocus maxLength={320} />
        <Times form={form} errors={errors} zone={household.zone} onChange={change} />
        {canRepeat && <RepeatFields repeat={form.repeat} date={form.startDate} errors={errors.repeat ?? {}} onChange={(repeat) => { change({ repeat }) }} onWeekdays={(weekdays) => { change(withWeekdays(form, weekdays)) }} />}
        {household.people.length === 0
          ? <p className="text-xs text-muted">{words.nobody}</p>
          : <ToggleChips label={words.people} items={household.people.map((person) => ({ id: person.id, label: person.name, hue: person.hue }))} value={form.people} onChange={(people) => { change({ people }) }} />}
        <div className="grid grid-cols-2 gap-4">
          <Select label={words.place} options={[{ id: NONE, label: words.noPlace }, ...household.places.map(({ id, name }) => ({ id, label: name }))]} value={form.placeId === '' ? NONE : form.placeId} onChange={(id) => { change({ placeId: id === NONE ? '' : id }) }} />
          <Select label={words.device} options={[{ id: NONE, label: words.noDevice }, ...household.devices.map(({ id, name }) => ({ id, label: name }))]} value={form.deviceId === '' ? NONE : form.deviceId} onChange={(id) => { change({ deviceId: id === NONE ? '' : id }) }} description={deviceRemark(form)} />
        </div>
        <ReminderFields value={form.reminders} allDay={form.allDay} onChange={(reminders) => { change({ reminders }) }} />
        <Switch label={words.free} description={words.freeHint} isSelected={form.free} onChange={(free) => { change({ free }) }} />
        <TextArea label={words.note} value={form.note} onChange={(note) => { change({ note }) }} error={errors.note} rows={2} maxLength={4100} />
        <button type="submit" hidden />
      </form>
    </Dialog>
  )
}

/** What the chosen device means here. */
const deviceRemark = (form: EventForm): string | undefined => {
  if (form.deviceId === '') return undefined
  return form.people.length === 0 && form.placeId === '' ? words.deviceRun : words.deviceTaken
}

interface TimesProps { readonly form: EventForm; readonly errors: FormErrors; readonly zone: string; readonly onChange: (part: Partial<EventForm>) => void }

const Times = ({ form, errors, zone, onChange }: TimesProps): ReactNode => {
  // While a start is typed it is none; the end goes along from the one before.
  const [before, setBefore] = useState({ date: form.startDate, time: form.startTime })
  const from = hasStart(form) ? { date: form.startDate, time: form.startTime } : before
  const begin = (start: { readonly date: string; readonly time: string }): void => {
    setBefore(from)
    onChange(withStart({ ...form, startDate: from.date, startTime: from.time }, start))
  }
  const remark = clockRemark(form, zone)
  return (
    <div className="flex flex-col gap-3">
      <Switch label={words.allDay} isSelected={form.allDay} onChange={(allDay) => { onChange({ allDay }) }} />
      <div className="grid grid-cols-2 gap-x-4 gap-y-3">
        <div className="flex gap-2">
          <TextField type="date" label={words.startDate} value={form.startDate} onChange={(date) => { begin({ date, time: form.startTime }) }} error={errors.startDate} className="min-w-0 grow" />
          {!form.allDay && <TimeField label={words.startTime} value={form.startTime} onChange={(time) => { begin({ date: form.startDate, time }) }} error={errors.startTime} className="w-24 shrink-0" />}
        </div>
        <div className="flex gap-2">
          <TextField type="date" label={form.allDay ? words.lastDay : words.endDate} value={form.endDate} onChange={(endDate) => { onChange({ endDate }) }} error={errors.endDate} className="min-w-0 grow" />
          {!form.allDay && <TimeField label={words.endTime} value={form.endTime} onChange={(endTime) => { onChange({ endTime }) }} error={errors.endTime} className="w-24 shrink-0" />}
        </div>
      </div>
      <p className="text-xs text-muted">{remark ?? (form.allDay ? null : words.zone(zone))}</p>
    </div>
  )
}
