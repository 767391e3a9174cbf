/** When an event reminds: a few usual times as chips, and any other by number and unit. */
import { Plus } from 'lucide-react'
import { useState, type ReactNode } from 'react'
import { Button } from '../../ui/button.tsx'
import { TextField } from '../../ui/field.tsx'
import { More } from '../../ui/more.tsx'
import { reminderInWords, usualReminders } from '../../ui/reminder-words.ts'
import { Select } from '../../ui/select.tsx'
import { ToggleChips } from '../../ui/toggle-chips.tsx'
import { readReminder, withReminder, type ReminderUnit } from './reminder-form.ts'
import { strings } from './strings.ts'

interface ReminderFieldsProps { readonly value: readonly number[]; readonly allDay: boolean; readonly onChange: (value: number[]) => void }

const words = strings.form
const units = ['minutes', 'hours', 'days', 'weeks'] as const

export const ReminderFields = ({ value, allDay, onChange }: ReminderFieldsProps): ReactNode => {
  const [number, setNumber] = useState('2')
  const [unit, setUnit] = useState<ReminderUnit>('hours')
  const [error, setError] = useState<string>()
  const shown = [...new Set([...usualReminders(allDay), ...value])].sort((a, b) => a - b)
  const add = (): void => {
    const minutes = readReminder(number, unit)
    const next = minutes === null ? null : withReminder(value, minutes)
    setError(minutes === null ? words.badReminder : next === null ? words.fullReminders : undefined)
    if (next !== null) onChange(next)
  }
  return (
    <div className="flex flex-col gap-2">
      <ToggleChips
        label={words.reminders} items={shown.map((minutes) => ({ id: String(minutes), label: reminderInWords(minutes, allDay) }))} value={value.map(String)}
        onChange={(ids) => { onChange(ids.map(Number)) }}
      />
      <More small label={words.otherReminder}>
        <div className="grid grid-cols-[1fr_1fr_auto] items-start gap-2">
          <TextField label={words.reminderNumber} value={number} onChange={(next) => { setNumber(next); setError(undefined) }} error={error} maxLength={6} />
          <Select label={words.reminderUnit} options={units.map((id) => ({ id, label: words.reminderUnits[id] }))} value={unit} onChange={setUnit} />
          <Button onPress={add} icon={<Plus size={16} aria-hidden />} className="mt-6.5 h-10">{words.addReminder}</Button>
        </div>
      </More>
    </div>
  )
}
