/** Which events become a calendar file: those in view, some of them, or everything. */
import { useState, type ReactNode } from 'react'
import type { CalendarEvent } from '../../../shared/calendar.ts'
import type { ExportWhat } from '../../../shared/ical.ts'
import type { Problem } from '../../../shared/problems.ts'
import { useIcs } from '../../state/ics.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { SegmentedControl } from '../../ui/segmented-control.tsx'
import { ErrorCard } from '../../ui/states.tsx'
import { Checkbox } from '../../ui/switch.tsx'
import { notifyDone } from '../../ui/toasts.tsx'
import { timesInWords, words } from './import-strings.ts'

type What = keyof typeof words.what
const ways = ['shown', 'chosen', 'all'] as const

interface SaveDialogProps { readonly shown: readonly CalendarEvent[]; readonly zone: string; readonly onClose: () => void }

export const SaveDialog = ({ shown, zone, onClose }: SaveDialogProps): ReactNode => {
  const [what, setWhat] = useState<What>('shown')
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const [problem, setProblem] = useState<Problem | null>(null)
  const [isSaving, setSaving] = useState(false)
  const events = whole(shown), ids = what === 'chosen' ? [...chosen] : events.map(({ id }) => id)
  const save = async (): Promise<void> => {
    setSaving(true)
    setProblem(null)
    const asked: ExportWhat = what === 'all' ? { what } : { what: 'events', ids }
    const saved = await useIcs.getState().save(asked)
    setSaving(false)
    if (!saved.ok) { setProblem(saved.problem); return }
    if (saved.value === null) return
    onClose()
    notifyDone(words.saved(saved.value.entries, saved.value.file))
  }
  return (
    <Dialog
      isOpen onClose={onClose} title={words.saveTitle}
      actions={<><Button onPress={onClose}>{words.cancel}</Button><Button tone="primary" isDisabled={what !== 'all' && ids.length === 0} isWaiting={isSaving} onPress={() => { void save() }}>{words.confirm}</Button></>}
    >
      <div className="flex flex-col gap-4">
        <p className="text-muted">{words.saveLead}</p>
        <SegmentedControl label={words.which} items={ways.map((id) => ({ id, label: words.what[id] }))} value={what} onChange={setWhat} className="self-start" />
        {what === 'all' ? <p>{words.all}</p> : events.length === 0 ? <p>{words.nothingShown}</p> : what === 'shown' ? <p>{words.shown(events.length)}</p> : (
          <ul className="flex flex-col gap-1.5" aria-label={words.what.chosen}>
            {events.map((event) => (
              <li key={event.id}>
                <Checkbox
                  isSelected={chosen.has(event.id)} onChange={(on) => { setChosen(new Set(on ? [...chosen, event.id] : [...chosen].filter((id) => id !== event.id))) }}
                  label={<span className="flex flex-col"><span className="font-medium wrap-anywhere">{event.title}</span><span className="text-xs text-muted">{timesInWords(event, zone)}{event.instanceOf !== undefined && ` · ${words.repeats}`}</span></span>}
                />
              </li>
            ))}
          </ul>
        )}
        {problem !== null && <ErrorCard problem={problem} />}
      </div>
    </Dialog>
  )
}

/** A series is saved as a whole, so one of its times stands for it. */
const whole = (events: readonly CalendarEvent[]): readonly CalendarEvent[] => [...new Map(events.map((event) => [event.instanceOf?.seriesId ?? event.id, event])).values()]
