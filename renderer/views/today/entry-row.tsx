/** One line of a day: an event that leads to the calendar, or a task that is done with one press. */
import { Check, CircleAlert, Pill, Plug } from 'lucide-react'
import type { ReactNode } from 'react'
import { Button } from 'react-aria-components/Button'
import type { CalendarEvent } from '../../../shared/calendar.ts'
import type { Household } from '../../../shared/household.ts'
import { turnOf, type Task } from '../../../shared/tasks.ts'
import { fromInstant } from '../../../shared/time.ts'
import { useNavigation } from '../../state/navigation.ts'
import { Badge, Chip } from '../../ui/chip.tsx'
import { clockTime } from '../../ui/when.ts'
import { markOrSay } from '../tasks/actions.ts'
import { strings as tasks } from '../tasks/strings.ts'
import { doer, hueOf, momentInWords, nameOf } from '../tasks/words.ts'
import { addDays, startOf, type Entry, type Whose } from './days.ts'
import { strings } from './strings.ts'

export interface EntryPlace { readonly household: Household; readonly now: number; readonly date: string; readonly whose: Whose }

export const EntryRow = ({ entry, ...place }: EntryPlace & { readonly entry: Entry }): ReactNode =>
  entry.kind === 'event' ? <EventRow event={entry.event} {...place} /> : <TaskRow task={entry.task} isOverdue={entry.isOverdue} {...place} />

const timeClass = 'w-24 shrink-0 text-muted'

const EventRow = ({ event, household, date, whose }: EntryPlace & { readonly event: CalendarEvent }): ReactNode => {
  const go = useNavigation((state) => state.go)
  const place = household.places.find(({ id }) => id === event.placeId)?.name
  return (
    <li className="flex items-baseline gap-3 py-1.5">
      <span className={timeClass}>{timeOn(event, date, household.zone)}</span>
      <span className="flex min-w-0 grow flex-wrap items-baseline gap-x-2 gap-y-1">
        <Button aria-label={strings.show(event.title)} onPress={() => { go('calendar', { kind: 'event', at: event.start, ids: [event.id] }) }} className="cursor-default rounded-chip text-left font-medium wrap-anywhere hover:underline hover:decoration-edge hover:underline-offset-4">
          {whose.kind === 'devices' && <Plug size={13} aria-hidden className="mr-1.5 inline text-moss" />}
          {event.title}
        </Button>
        {place !== undefined && <span className="text-muted wrap-anywhere">{place}</span>}
        {whose.kind === 'together' && <People ids={event.people} household={household} />}
      </span>
    </li>
  )
}

const TaskRow = ({ task, isOverdue, household, now, date, whose }: EntryPlace & { readonly task: Task; readonly isOverdue: boolean }): ReactNode => {
  const by = doer(task, turnOf(task)), { due } = task
  const time = due === undefined ? '' : isOverdue ? strings.overdue : due.allDay || !isWithin(due.at, date, household.zone) ? strings.anyTime : clockTime(due.at, household.zone)
  return (
    <li data-task={task.id} className="flex items-baseline gap-3 py-1.5">
      <span className={timeClass}>{isOverdue ? <span className="inline-flex items-center gap-1 font-medium text-wine"><CircleAlert size={13} aria-hidden />{time}</span> : time}</span>
      <span className="flex min-w-0 grow flex-wrap items-center gap-x-2 gap-y-1">
        <span className="font-medium wrap-anywhere">{task.title}</span>
        {isOverdue && due !== undefined && <span className="text-muted">{momentInWords(due.at, due.allDay ? due.zone : household.zone, now).split(',')[0]}</span>}
        {task.medicine && <Badge icon={<Pill size={12} aria-hidden />}>{tasks.medicine}</Badge>}
        {whose.kind === 'together' && <People ids={task.people} household={household} />}
      </span>
      <Button
        data-control="done" aria-label={tasks.markDone(task.title, by === null ? null : nameOf(household, by))} onPress={() => { void markOrSay(task, { kind: 'done', by }, { household, now }) }}
        className="group flex size-6 shrink-0 cursor-default items-center justify-center self-center rounded-full border border-edge bg-raised text-moss transition-colors duration-150 hover:border-moss hover:bg-moss-tint data-pressed:bg-moss-tint"
      >
        <Check size={14} aria-hidden className="opacity-0 transition-opacity duration-150 group-data-focus-visible:opacity-60 group-data-hovered:opacity-100" />
      </Button>
    </li>
  )
}

const People = ({ ids, household }: { readonly ids: readonly string[]; readonly household: Household }): ReactNode =>
  ids.map((id) => <Chip key={id} hue={hueOf(household, id)}>{nameOf(household, id)}</Chip>)

const isWithin = (at: string, date: string, zone: string): boolean => { const ms = fromInstant(at); return ms >= startOf(date, zone) && ms < startOf(addDays(date, 1), zone) }

/** "09:30 – 10:15"; of an event that began before or ends after this date only what is of it. */
const timeOn = (event: CalendarEvent, date: string, zone: string): string => {
  if (event.allDay) return strings.allDay
  const [start, end] = [clockTime(event.start, zone), clockTime(event.end, zone)]
  const [from, to] = [startOf(date, zone), startOf(addDays(date, 1), zone)]
  const [isBefore, isAfter] = [fromInstant(event.start) < from, fromInstant(event.end) > to]
  if (isBefore) return isAfter ? strings.allDay : strings.until(end)
  return isAfter ? strings.from(start) : start === end ? start : `${start} – ${end}`
}
