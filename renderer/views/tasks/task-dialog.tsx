/** The form of one task: new, or opened from a list. */
import { Trash2 } from 'lucide-react'
import { useState, type ReactNode } from 'react'
import type { Household } from '../../../shared/household.ts'
import type { Problem } from '../../../shared/problems.ts'
import type { Task } from '../../../shared/tasks.ts'
import { instantToWall, toInstant } from '../../../shared/time.ts'
import { useTasks } from '../../state/tasks.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { labelClass, TextArea, TextField } from '../../ui/field.tsx'
import { More } from '../../ui/more.tsx'
import { reminderInWords, usualReminders } from '../../ui/reminder-words.ts'
import { SegmentedControl } from '../../ui/segmented-control.tsx'
import { Select } from '../../ui/select.tsx'
import { ErrorCard } from '../../ui/states.tsx'
import { Switch } from '../../ui/switch.tsx'
import { TimeField, tidyTime } from '../../ui/time-field.tsx'
import { ToggleChips } from '../../ui/toggle-chips.tsx'
import { removeTasks, saveTask } from './actions.ts'
import { listNames } from './list-names.ts'
import { strings } from './strings.ts'
import { formOf, readForm, ruleUnits, withPeople, type TaskErrors, type TaskForm } from './task-form.ts'
import { nameOf } from './words.ts'

interface TaskDialogProps { /** null for a new one. */ readonly task: Task | null; readonly tasks: readonly Task[]; readonly household: Household; readonly now: number; readonly onClose: () => void }

interface PartProps { readonly form: TaskForm; readonly errors: TaskErrors; readonly onChange: (part: Partial<TaskForm>) => void }

const words = strings.form
const NO_LIST = 'no list'

export const TaskDialog = ({ task, tasks, household, now, onClose }: TaskDialogProps): ReactNode => {
  const [form, setForm] = useState(() => formOf(task, household.zone, instantToWall(toInstant(now), household.zone).slice(0, 10)))
  const [errors, setErrors] = useState<TaskErrors>({})
  const [problem, setProblem] = useState<Problem | null>(null)
  const [isBusy, setBusy] = useState(false)
  const change = (part: Partial<TaskForm>): void => {
    setForm((former) => ({ ...former, ...part }))
    setErrors({})
  }
  const finish = async (work: Promise<Problem | null>): Promise<void> => {
    setBusy(true)
    const refused = await work
    setBusy(false)
    if (refused === null) onClose()
    else setProblem(refused)
  }
  const save = (): void => {
    // Enter saves without leaving the field that would have tidied itself.
    const read = readForm({ ...form, time: tidyTime(form.time) }, household.zone, task)
    if ('errors' in read) setErrors(read.errors)
    else void finish(saveTask(task?.id ?? null, read.draft))
  }
  return (
    <Dialog
      isOpen onClose={onClose} title={task === null ? words.newTitle : words.editTitle}
      actions={<>
        {task !== null && <Button tone="danger" isDisabled={isBusy} icon={<Trash2 size={16} aria-hidden />} className="mr-auto" onPress={() => { void finish(removeTasks([task], strings.said.removed(task.title))) }}>{words.remove}</Button>}
        <Button onPress={onClose}>{strings.cancel}</Button>
        <Button tone="primary" isDisabled={isBusy} onPress={save}>{task === null ? words.add : words.save}</Button>
      </>}
    >
      <form className="flex flex-col gap-5" onSubmit={(event) => { event.preventDefault(); save() }}>
        {problem !== null && <ErrorCard problem={problem} />}
        <TextField label={words.title} value={form.title} onChange={(title) => { change({ title }) }} error={errors.title} placeholder={words.titlePlaceholder} maxLength={320} autoFocus />
        <div className="grid grid-cols-[1fr_8rem] gap-4">
          <ListField form={form} tasks={tasks} onChange={change} />
          <TextField label={words.effort} value={form.effort} onChange={(effort) => { change({ effort }) }} error={errors.effort} trailing={words.minutes} maxLength={5} />
        </div>
        <When form={form} errors={errors} onChange={change} />
        <People form={form} household={household} onChange={change} />
        <More label={words.moreFields} isOpenAtFirst={task !== null && (task.checklist.length > 0 || task.reminders.length > 0 || task.medicine || task.note !== undefined)}>
          <Further form={form} errors={errors} onChange={change} />
        </More>
        <button type="submit" hidden />
      </form>
    </Dialog>
  )
}

const ListField = ({ form, tasks, onChange }: Pick<PartProps, 'form' | 'onChange'> & { readonly tasks: readonly Task[] }): ReactNode => {
  const newLists = useTasks((state) => state.newLists)
  return <Select label={words.list} options={[{ id: NO_LIST, label: words.noList }, ...listNames(tasks, newLists).map((list) => ({ id: list, label: list }))]} value={form.list === '' ? NO_LIST : form.list} onChange={(list) => { onChange({ list: list === NO_LIST ? '' : list }) }} />
}

const When = ({ form, errors, onChange }: PartProps): ReactNode => {
  const repeats = (['never', 'due', 'done', ...(form.repeat === 'own' ? ['own' as const] : [])] as const).map((id) => ({ id, label: words.repeat[id], ...(id === 'never' ? {} : { hint: words.repeatHints[id] }) }))
  return (
    <div className="flex flex-col gap-4">
      <div className="flex flex-wrap items-start gap-x-3 gap-y-4">
        <div className="flex flex-col gap-1.5">
          <span aria-hidden className={labelClass}>{words.when}</span>
          <SegmentedControl label={words.when} items={(['none', 'day', 'time'] as const).map((id) => ({ id, label: words.whens[id] }))} value={form.when} onChange={(when) => { onChange({ when }) }} />
          {form.when === 'none' && errors.date !== undefined && <p role="alert" className="text-xs text-wine">{errors.date}</p>}
        </div>
        {form.when !== 'none' && <TextField type="date" label={words.date} value={form.date} onChange={(date) => { onChange({ date }) }} error={errors.date} className="w-38" />}
        {form.when === 'time' && <TimeField label={words.time} value={form.time} onChange={(time) => { onChange({ time }) }} error={errors.time} className="w-22" />}
      </div>
      <div className="grid grid-cols-[1fr_6rem_8rem] items-start gap-4">
        <Select label={words.repeats} options={repeats} value={form.repeat} onChange={(repeat) => { onChange({ repeat, ...(repeat !== 'never' && form.when === 'none' ? { when: 'day' as const } : {}) }) }} description={form.repeat === 'never' ? undefined : words.repeatHints[form.repeat]} />
        {form.repeat === 'due' && <TextField label={words.every} value={form.every} onChange={(every) => { onChange({ every }) }} error={errors.every} maxLength={3} />}
        {form.repeat === 'due' && <Select label={words.unit} options={ruleUnits.map((id) => ({ id, label: words.unitOf(id, form.every) }))} value={form.unit} onChange={(unit) => { onChange({ unit }) }} />}
        {form.repeat === 'done' && <TextField label={words.after} value={form.days} onChange={(days) => { onChange({ days }) }} error={errors.days} maxLength={5} />}
      </div>
    </div>
  )
}

const People = ({ form, household, onChange }: Pick<PartProps, 'form' | 'onChange'> & { readonly household: Household }): ReactNode => {
  if (household.people.length === 0) return <p className="text-xs text-muted">{words.noPeople}</p>
  const names = form.people.map((id) => nameOf(household, id)), isShared = form.people.length > 1
  return (
    <div className="flex flex-col gap-4">
      <ToggleChips
        label={words.people} items={household.people.map(({ id, name, hue }) => ({ id, label: nameOf(household, id), name, hue }))} value={form.people} onChange={(people) => { onChange(withPeople(form, people)) }}
        description={isShared && form.rotation === 'fixed' ? words.order(names) : undefined}
      />
      {isShared && (
        <div className="grid grid-cols-2 items-start gap-4">
          <Select label={words.rotation} options={(['together', 'fixed', 'fair', 'random'] as const).map((id) => ({ id, label: words.rotations[id], hint: words.rotationHints[id] }))} value={form.rotation} onChange={(rotation) => { onChange({ rotation }) }} description={words.rotationHints[form.rotation]} />
          {form.rotation !== 'together' && <Select label={words.turn} options={form.people.map((id) => ({ id, label: nameOf(household, id) }))} value={form.people.includes(form.turn) ? form.turn : form.people[0] ?? null} onChange={(turn) => { onChange({ turn }) }} />}
        </div>
      )}
    </div>
  )
}

/** What is offered; what a task has besides is offered too. */
const NAGS = [0, 15, 30, 60, 180]
const numbers = (offered: readonly number[], own: readonly number[]): readonly number[] => [...new Set([...offered, ...own])].sort((a, b) => a - b)

const Further = ({ form, errors, onChange }: PartProps): ReactNode => {
  const hasDay = form.when !== 'none', isDay = form.when === 'day'
  return (
    <div className="flex flex-col gap-5 pt-2">
      <TextArea label={words.checklist} value={form.checklist} onChange={(checklist) => { onChange({ checklist }) }} error={errors.checklist} description={words.checklistHint} rows={3} maxLength={31_000} />
      {hasDay
        ? (
          <div className="flex flex-col gap-4">
            <ToggleChips label={words.reminders} items={numbers(usualReminders(isDay), form.reminders).map((minutes) => ({ id: String(minutes), label: minutes === 0 && !isDay ? words.whenDue : reminderInWords(minutes, isDay) }))} value={form.reminders.map(String)} onChange={(chosen) => { onChange({ reminders: chosen.map(Number) }) }} />
            <Select label={words.nag} options={numbers(NAGS, [form.nag]).map((minutes) => ({ id: String(minutes), label: words.nags(minutes) }))} value={String(form.nag)} onChange={(nag) => { onChange({ nag: Number(nag) }) }} className="w-72" />
          </div>
        )
        : <p className="text-muted">{words.remindersNeedDay}</p>}
      <Switch label={words.medicine} isSelected={form.medicine} onChange={(medicine) => { onChange({ medicine }) }} description={words.medicineHint} />
      <TextArea label={words.note} value={form.note} onChange={(note) => { onChange({ note }) }} error={errors.note} rows={2} maxLength={4100} />
    </div>
  )
}
