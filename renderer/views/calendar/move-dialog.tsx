/** Moving an event without a mouse: steps of a quarter of an hour, a day, a week, and where they lead. */
import { ArrowRight } from 'lucide-react'
import { useState, type ReactNode } from 'react'
import type { CalendarEvent, EventDraft } from '../../../shared/calendar.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { shifted, shownTimes } from './event-times.ts'
import { strings } from './strings.ts'

interface MoveDialogProps { readonly event: CalendarEvent; readonly zone: string; readonly onClose: () => void; readonly onMove: (draft: EventDraft) => void }

const words = strings.move
const steps = [
  { name: 'earlier', days: 0, minutes: -15 }, { name: 'later', days: 0, minutes: 15 },
  { name: 'dayEarlier', days: -1, minutes: 0 }, { name: 'dayLater', days: 1, minutes: 0 },
  { name: 'weekEarlier', days: -7, minutes: 0 }, { name: 'weekLater', days: 7, minutes: 0 },
] as const

export const MoveDialog = ({ event, zone, onClose, onMove }: MoveDialogProps): ReactNode => {
  const [by, setBy] = useState({ days: 0, minutes: 0 })
  const draft = shifted(event, by, zone)
  const isMoved = draft !== null && (by.days !== 0 || by.minutes !== 0)
  return (
    <Dialog
      isOpen onClose={onClose} title={words.title(event.title)} size="small"
      actions={<>
        <Button onPress={onClose}>{strings.form.cancel}</Button>
        <Button tone="primary" isDisabled={!isMoved} onPress={() => { if (draft !== null) onMove(draft) }}>{words.confirm}</Button>
      </>}
    >
      <div className="flex flex-col gap-5">
        <dl className="grid grid-cols-[auto_1fr] items-baseline gap-x-4 gap-y-1">
          <dt className="text-muted">{words.now}</dt>
          <dd>{strings.when(shownTimes(event), zone)}</dd>
          <dt className="flex items-center gap-1 text-muted">{words.then}<ArrowRight size={12} aria-hidden /></dt>
          <dd aria-live="polite" className={isMoved ? 'font-medium text-ember' : undefined}>{strings.when(shownTimes({ ...event, ...draft }), zone)}</dd>
        </dl>
        <div className="grid grid-cols-2 gap-2">
          {steps.map((step) => event.allDay && step.minutes !== 0
            ? null
            : <Button key={step.name} small onPress={() => { setBy({ days: by.days + step.days, minutes: by.minutes + step.minutes }) }}>{words[step.name]}</Button>)}
        </div>
      </div>
    </Dialog>
  )
}
