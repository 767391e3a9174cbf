/** How reminders come: whether the desktop shows them, what they say there, and when it is quiet. */
import { useState, type FocusEvent, type ReactNode } from 'react'
import { ClockTime } from '../../../shared/time.ts'
import type { ReminderSettings, Settings } from '../../../shared/settings.ts'
import { useSettings } from '../../state/settings.ts'
import { SegmentedControl } from '../../ui/segmented-control.tsx'
import { Switch } from '../../ui/switch.tsx'
import { TimeField, tidyTime } from '../../ui/time-field.tsx'
import { Section } from './parts.tsx'
import { strings } from './strings.ts'

const words = strings.reminders
const usualQuiet = { from: '22:00', to: '07:00' }

export const RemindersSection = ({ settings: { reminders } }: { readonly settings: Settings }): ReactNode => {
  const write = useSettings((state) => state.change)
  const change = (part: Partial<ReminderSettings>): void => { void write({ reminders: { ...reminders, ...part } }) }
  return (
    <Section title={words.title} text={words.text}>
      <Switch label={words.notify} description={words.notifyHint} isSelected={reminders.notify} onChange={(notify) => { change({ notify }) }} />
      <div className="flex flex-col gap-1.5">
        <SegmentedControl label={words.says} value={reminders.text} isDisabled={!reminders.notify} onChange={(text) => { change({ text }) }} className="self-start" items={[{ id: 'discreet', label: words.texts.discreet }, { id: 'full', label: words.texts.full }]} />
        <p className="text-xs text-muted">{words.textHints[reminders.text]}</p>
      </div>
      <div className="flex flex-col gap-3">
        <Switch label={words.quiet} description={words.quietHint} isSelected={reminders.quiet !== null} onChange={(isQuiet) => { change({ quiet: isQuiet ? usualQuiet : null }) }} />
        {reminders.quiet !== null && <QuietFields quiet={reminders.quiet} onCommit={(quiet) => { change({ quiet }) }} />}
      </div>
    </Section>
  )
}

type Quiet = NonNullable<ReminderSettings['quiet']>

/** Written once both are times of day and differ, when the pair is left or Enter is pressed. */
const QuietFields = ({ quiet, onCommit }: { readonly quiet: Quiet; readonly onCommit: (quiet: Quiet) => void }): ReactNode => {
  const [form, setForm] = useState(quiet)
  const [isWrong, setWrong] = useState<Partial<Record<keyof Quiet, string>>>({})
  const commit = (): void => {
    const tidy = { from: tidyTime(form.from), to: tidyTime(form.to) }
    const wrong = { ...(isTime(tidy.from) ? {} : { from: words.timeWrong }), ...(!isTime(tidy.to) ? { to: words.timeWrong } : tidy.from === tidy.to ? { to: words.sameWrong } : {}) }
    setWrong(wrong)
    setForm(tidy)
    if (Object.keys(wrong).length === 0 && (tidy.from !== quiet.from || tidy.to !== quiet.to)) onCommit(tidy)
  }
  const put = (field: keyof Quiet) => (text: string): void => { setForm({ ...form, [field]: text }); setWrong({}) }
  // Going from one field to the next is not yet being done.
  const onBlur = (event: FocusEvent): void => { if (!event.currentTarget.contains(event.relatedTarget)) commit() }
  return (
    <div role="group" aria-label={words.quiet} onBlur={onBlur} onKeyDown={(event) => { if (event.key === 'Enter') commit() }} className="grid max-w-64 grid-cols-2 items-start gap-3 pl-12">
      <TimeField label={words.quietFrom} value={form.from} onChange={put('from')} error={isWrong.from} />
      <TimeField label={words.quietTo} value={form.to} onChange={put('to')} error={isWrong.to} />
    </div>
  )
}

const isTime = (text: string): boolean => ClockTime.safeParse(text).success
