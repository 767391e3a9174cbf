/** The bell in the rail: how many reminders wait, and the list of them behind it. */
import { Bell } from 'lucide-react'
import { useRef, type ReactNode } from 'react'
import { Button } from 'react-aria-components/Button'
import { whenInWords } from '../../../shared/reminder-words.ts'
import type { Reminder } from '../../../shared/reminders.ts'
import { systemClock, type Clock } from '../../../shared/time.ts'
import { useZone } from '../../state/home.ts'
import { useReminders } from '../../state/reminders.ts'
import { is12Hours } from '../../ui/habits.ts'
import { Popover } from '../../ui/popover.tsx'
import { useNow } from '../../ui/use-now.ts'
import { ReminderItem } from './reminder-item.tsx'
import { strings } from './strings.ts'

export const RemindersBell = ({ className, clock = systemClock }: { readonly className: string; readonly clock?: Clock }): ReactNode => {
  const { reminders, arrived, isOpen, setOpen } = useReminders()
  // What was answered is gone and cannot keep the focus; the list takes it.
  const list = useRef<HTMLDivElement>(null)
  const zone = useZone(), now = useNow(clock)
  const when = ({ at, allDay, zone: dayZone }: Reminder): string => (at === null ? '' : whenInWords({ at, allDay, dayZone, now, zone, clock: is12Hours() ? '12' : '24' }))
  return (
    <>
      <Popover
        title={strings.title} isOpen={isOpen} onOpenChange={setOpen} placement="right bottom" className="w-96"
        trigger={(
          <Button className={className}>
            <span className="relative">
              <Bell size={20} strokeWidth={1.75} aria-hidden />
              {reminders.length > 0 && <span aria-hidden className="absolute -top-1.5 left-3 flex h-4 min-w-4 items-center justify-center rounded-full bg-ember px-1 text-[10px] leading-none font-semibold text-on-ember">{reminders.length > 99 ? '99+' : reminders.length}</span>}
            </span>
            <span>{strings.title}{reminders.length > 0 && <span className="sr-only">{strings.wait(reminders.length)}</span>}</span>
          </Button>
        )}
      >
        <div ref={list} tabIndex={-1}>
          {reminders.length === 0
            ? <p className="px-4 py-5 text-muted">{strings.empty}</p>
            : <ul className="divide-y">{reminders.map((reminder) => <ReminderItem key={reminder.keys[0]} reminder={reminder} when={when(reminder)} onGone={() => { list.current?.focus() }} />)}</ul>}
        </div>
      </Popover>
      <span role="status" className="sr-only">{arrived.length === 0 ? '' : strings.arrived(arrived.map((one) => [one.title, when(one)].filter((part) => part !== '').join(', ')))}</span>
    </>
  )
}
