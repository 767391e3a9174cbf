/** Another time for a task: until when it is snoozed, or when it is due this once. */
import { useState, type ReactNode } from 'react'
import type { Household } from '../../../shared/household.ts'
import type { Problem } from '../../../shared/problems.ts'
import { dueDay, type Task } from '../../../shared/tasks.ts'
import { instantToWall, toInstant, wallToInstant } from '../../../shared/time.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { TextField } from '../../ui/field.tsx'
import { ErrorCard } from '../../ui/states.tsx'
import { TimeField, tidyTime } from '../../ui/time-field.tsx'
import { markTask } from './actions.ts'
import { strings } from './strings.ts'
import { isDate, isTime } from './task-form.ts'

interface WhenDialogProps { readonly kind: 'snooze' | 'move'; readonly task: Task; readonly household: Household; readonly now: number; readonly onClose: () => void }

const words = strings.when

export const WhenDialog = ({ kind, task, household, now, onClose }: WhenDialogProps): ReactNode => {
  const { zone } = household
  const hasTime = kind === 'snooze' || task.due?.allDay === false
  const [today = '', hour = ''] = instantToWall(toInstant(now + 3_600_000), zone).split('T')
  const [date, setDate] = useState(() => (kind === 'move' && task.due !== undefined ? dueDay(task.due, zone) : today))
  const [time, setTime] = useState(() => (kind === 'move' && task.due?.allDay === false ? instantToWall(task.due.at, zone).slice(11, 16) : hour))
  const [errors, setErrors] = useState<{ readonly date?: string; readonly time?: string }>({})
  const [problem, setProblem] = useState<Problem | null>(null)
  const confirm = async (): Promise<void> => {
    const tidy = tidyTime(time)
    const found = { ...(isDate(date) ? {} : { date: strings.form.errors.date }), ...(!hasTime || isTime(tidy) ? {} : { time: strings.form.errors.time }) }
    setErrors(found)
    if (Object.keys(found).length > 0) return
    const at = wallToInstant(`${date}T${hasTime ? tidy : '00:00'}`, zone)
    const refused = await markTask(task, kind === 'snooze' ? { kind, until: at } : { kind, due: { at, zone, allDay: !hasTime } }, { household, now })
    if (refused === null) onClose()
    else setProblem(refused)
  }
  return (
    <Dialog
      isOpen onClose={onClose} title={words[kind](task.title)} size="small"
      actions={<><Button onPress={onClose}>{strings.cancel}</Button><Button tone="primary" onPress={() => { void confirm() }}>{kind === 'snooze' ? words.confirmSnooze : words.confirmMove}</Button></>}
    >
      <form className="flex flex-col gap-4" onSubmit={(event) => { event.preventDefault(); void confirm() }}>
        {problem !== null && <ErrorCard problem={problem} />}
        <div className="flex gap-4">
          <TextField type="date" label={words.date} value={date} onChange={(value) => { setDate(value); setErrors({}) }} error={errors.date} autoFocus className="w-40" />
          {hasTime && <TimeField label={words.time} value={time} onChange={(value) => { setTime(value); setErrors({}) }} error={errors.time} className="w-24" />}
        </div>
        {kind === 'move' && task.repeats?.from === 'due' && <p className="text-xs text-muted">{words.moveHint}</p>}
        <button type="submit" hidden />
      </form>
    </Dialog>
  )
}
