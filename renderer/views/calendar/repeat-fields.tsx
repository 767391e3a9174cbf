/** The fields that say how an event repeats, with the rule in words below. */
import { Repeat } from 'lucide-react'
import type { ReactNode } from 'react'
import { TextField } from '../../ui/field.tsx'
import { weekdayCodes, type WeekdayCode } from '../../ui/plain-rule.ts'
import { weekOrder } from '../../ui/habits.ts'
import { dayOfMonthInWords, shortWeekday } from '../../ui/rule-words.ts'
import { Select } from '../../ui/select.tsx'
import { ToggleChips } from '../../ui/toggle-chips.tsx'
import { byDaysFor, repeatInWords, withRepeat, type RepeatErrors, type RepeatForm } from './repeat-form.ts'
import { strings } from './strings.ts'

interface RepeatFieldsProps {
  readonly repeat: RepeatForm
  /** Of the start, `YYYY-MM-DD`, or what is being typed. */
  readonly date: string
  readonly errors: RepeatErrors
  readonly onChange: (repeat: RepeatForm) => void
  readonly onWeekdays: (weekdays: readonly WeekdayCode[]) => void
}

const words = strings.form.repeat

export const RepeatFields = ({ repeat, date, errors, onChange, onWeekdays }: RepeatFieldsProps): ReactNode => {
  const change = (part: Partial<RepeatForm>): void => { onChange(withRepeat(repeat, part)) }
  const { every } = repeat
  const kinds = [...(repeat.isRich ? ['kept'] as const : []), 'never', 'daily', 'weekly', 'monthly', 'yearly'] as const
  const chosen = every === 'never' || every === 'kept' ? null : every
  return (
    <div className="flex flex-col gap-3">
      <div className="grid grid-cols-2 gap-4">
        <Select label={words.label} options={kinds.map((id) => ({ id, label: words.every[id] }))} value={every} onChange={(id) => { change({ every: id }) }} />
        {chosen !== null && <TextField label={words.interval} value={repeat.interval} onChange={(interval) => { change({ interval }) }} error={errors.interval} maxLength={4} trailing={words.units[chosen][repeat.interval.trim() === '1' ? 0 : 1]} />}
      </div>
      {chosen === 'weekly' && <ToggleChips label={words.weekdays} items={weekOrder(weekdayCodes).map((id) => ({ id, label: shortWeekday(id) }))} value={repeat.weekdays} onChange={(chosen) => { onWeekdays(weekdayCodes.filter((code) => chosen.includes(code))) }} error={errors.weekdays} />}
      {chosen !== null && (
        <div className="grid grid-cols-2 gap-4">
          {(chosen === 'monthly' || chosen === 'yearly') && /^\d{4}-\d\d-\d\d$/.test(date) && <Select label={words.by} options={byDaysFor(date).map(({ id, on }) => ({ id, label: dayOfMonthInWords(on) }))} value={repeat.by} onChange={(by) => { change({ by }) }} />}
          <Select label={words.ends} options={endings.map((id) => ({ id, label: words.endings[id] }))} value={repeat.ends} onChange={(ends) => { change({ ends }) }} />
          {repeat.ends === 'until' && <TextField type="date" label={words.until} value={repeat.until} onChange={(until) => { change({ until }) }} error={errors.until} />}
          {repeat.ends === 'count' && <TextField label={words.count} value={repeat.count} onChange={(count) => { change({ count }) }} error={errors.count} maxLength={4} trailing={words.times} />}
        </div>
      )}
      <RuleLine repeat={repeat} date={date} />
    </div>
  )
}

const endings = ['never', 'until', 'count'] as const

/** Announced, because every field above changes it. */
const RuleLine = ({ repeat, date }: Pick<RepeatFieldsProps, 'repeat' | 'date'>): ReactNode => {
  const said = repeatInWords(repeat, date)
  return (
    <div role="status" className="flex flex-col gap-1">
      {said !== null && <p className="flex items-center gap-1.5 text-xs text-muted"><Repeat size={13} aria-hidden className="shrink-0" />{said.says}</p>}
      {said !== null && said.rule !== null && <code className="font-mono text-xs wrap-anywhere text-muted">{said.rule}</code>}
      {repeat.every === 'kept' && <p className="text-xs text-muted">{words.isKept}</p>}
    </div>
  )
}
