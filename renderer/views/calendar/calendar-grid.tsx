/** The grid of the calendar: day, week, month or agenda. It shows events and reports what a hand did to them; it changes nothing itself. */
import '@fullcalendar/react/skeleton.css'
import Calendar, { type CalendarController, type CalendarOptions, type EventInput } from '@fullcalendar/react'
import dayGridPlugin from '@fullcalendar/react/daygrid'
import interactionPlugin from '@fullcalendar/react/interaction'
import listPlugin from '@fullcalendar/react/list'
import timeGridPlugin from '@fullcalendar/react/timegrid'
import { X } from 'lucide-react'
import { memo, useMemo, type ReactNode } from 'react'
import type { CalendarEvent, EventDraft } from '../../../shared/calendar.ts'
import type { Household } from '../../../shared/household.ts'
import { language, locale } from '../../../shared/language.ts'
import { toInstant } from '../../../shared/time.ts'
import type { CalendarLook } from '../../state/calendar.ts'
import { classes } from '../../ui/classes.ts'
import { dayInWords } from '../../ui/dates.ts'
import { firstWeekday, hourInWords, is12Hours } from '../../ui/habits.ts'
import { clockParts } from '../../ui/when.ts'
import { EventFace, eventColours, type NamedEvent } from './event-face.tsx'
import { dateOf, movedTo, resizedTo, shownTimes, type ShownTimes } from './event-times.ts'
import { agendaLook, gridLook, monthLook } from './grid-look.ts'
import { strings } from './strings.ts'

interface CalendarGridProps {
  readonly controller: CalendarController
  readonly household: Household
  readonly shown: readonly NamedEvent[]
  readonly look: CalendarLook
  /** Where to begin; null = today. */
  readonly date: string | null
  /** The stretch in view, as instants, and the first date of it. */
  readonly onSpan: (span: { readonly from: string; readonly to: string }, date: string) => void
  readonly onOpen: (id: string) => Promise<void>
  readonly onCreate: (slot: ShownTimes) => void
  /** A drag or a resize. Answers false when it was refused, and the event goes back. */
  readonly onRetime: (event: CalendarEvent, draft: EventDraft) => Promise<boolean>
  /** The number of a day was chosen. */
  readonly onDay: (date: string) => void
  /** The id of the element that explains the keys of an event. */
  readonly keysId: string
}

const plugins = [timeGridPlugin, dayGridPlugin, listPlugin, interactionPlugin]

const views: NonNullable<CalendarOptions['views']> = {
  day: { type: 'timeGrid', duration: { days: 1 } },
  week: { type: 'timeGrid', duration: { weeks: 1 } },
  month: { type: 'dayGrid', duration: { months: 1 }, fixedWeekCount: false, navLinks: true, ...monthLook },
  agenda: { type: 'list', duration: { days: 28 }, dateAlignment: 'day', ...agendaLook },
}

/** A click without a drag marks one snap of the grid; it means an hour. */
const SNAP = 15 * 60_000
const HOUR = 60 * 60_000

/** Drawn anew only when its events or its look change, not when a dialog opens over it. */
export const CalendarGrid = memo(({ controller, household, shown, look, date, onSpan, onOpen, onCreate, onRetime, onDay, keysId }: CalendarGridProps): ReactNode => {
  const { zone } = household
  const byId = useMemo(() => new Map(shown.map((one) => [one.event.id, one])), [shown])
  const events = useMemo(() => shown.map((one): EventInput => ({ id: one.event.id, title: one.event.title, ...shownTimes(one.event), className: eventColours(one) })), [shown])
  const retime = async (id: string, draftOf: (one: NamedEvent) => EventDraft, revert: () => void): Promise<void> => {
    const one = byId.get(id)
    if (one === undefined || !await onRetime(one.event, draftOf(one))) revert()
  }
  return (
    <Calendar
      {...gridLook}
      controller={controller} plugins={plugins} views={views} initialView={look} {...(date === null ? {} : { initialDate: date })}
      timeZone={zone} locale={language() === 'de' ? locale() : 'en'} headerToolbar={false} height="100%" firstDay={firstWeekday()} borderless
      slotDuration="00:30:00" snapDuration="00:15:00" slotHeaderInterval="01:00:00" scrollTime="05:45:00" scrollTimeReset={false} nowIndicator
      dayMaxEvents slotEventOverlap={false} forceEventDuration eventShortHeight={44} eventMinHeight={20}
      allDayText={strings.allDay} timedText={strings.hours} eventsHint={strings.events} closeHint={strings.close} moreLinkText={strings.more} moreLinkHint={strings.more}
      slotHeaderContent={({ time, text }) => (time === undefined || !is12Hours() ? text : hourInWords(time.milliseconds / HOUR))} slotHeaderFormat={{ hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }}
      dayHeaderContent={(day) => (day.inPopover ? day.text : <DayHead weekday={day.weekdayText} number={day.dayNumberText} isToday={day.isToday} />)}
      dayHeaderFormat={{ weekday: look === 'day' ? 'long' : 'short', ...(look === 'day' || look === 'week' ? { day: 'numeric' } : {}) }}
      dayCellTopContent={(day) => <span className={classes('flex h-6 min-w-6 items-center justify-center rounded-full px-1 text-xs', day.isToday ? 'bg-ember font-semibold text-on-ember' : day.isOther ? 'text-muted' : 'text-ink')}>{day.dayNumberText}</span>}
      listDayHeaderContent={(day) => (day.level > 0 ? null : <AgendaHead day={dayInWords(toInstant(day.date.getTime()), zone)} isToday={day.isToday} />)}
      popoverFormat={{ weekday: 'long', day: 'numeric', month: 'long' }} popoverCloseContent={() => <X size={16} aria-hidden />}
      events={events} eventInteractive eventTimeFormat={clockParts()}
      eventContent={(info) => { const one = byId.get(info.event.id); return one === undefined ? <span className="text-xs">{strings.create} {info.timeText}</span> : <EventFace shown={one} info={info} zone={zone} /> }}
      eventDidMount={({ el, event }) => { el.dataset['event'] = event.id; el.setAttribute('aria-describedby', keysId) }}
      eventClick={({ event }) => { void onOpen(event.id) }}
      navLinkHint={(_, day) => strings.openDay(dayInWords(toInstant(day.getTime()), zone))} navLinkDayClick={(day) => { onDay(dateOf(toInstant(day.getTime()), zone)) }}
      selectable selectMirror
      select={({ start, end, startStr, endStr, allDay, view }) => {
        view.calendar.unselect()
        if (allDay) { onCreate({ start: startStr, end: endStr, allDay }); return }
        const length = end.getTime() - start.getTime()
        onCreate({ start: toInstant(start.getTime()), end: toInstant(start.getTime() + (length <= SNAP ? HOUR : length)), allDay })
      }}
      editable eventResizableFromStart allDayMaintainDuration
      eventDrop={({ event, revert }) => { void retime(event.id, (one) => movedTo(one.event, startOf(event), event.allDay, zone), revert) }}
      eventResize={({ event, revert }) => { void retime(event.id, (one) => resizedTo(one.event, startOf(event), endOf(event), zone), revert) }}
      dayLaneDidMount={({ el }) => { if (el.previousElementSibling === null) el.tabIndex = 0 /* so that the keys can scroll the hours of a week without events */ }}
      datesSet={({ start, end, view }) => { onSpan({ from: toInstant(start.getTime()), to: toInstant(end.getTime()) }, dateOf(toInstant(view.currentStart.getTime()), zone)) }}
    />
  )
})
CalendarGrid.displayName = 'CalendarGrid'

interface Edges { readonly allDay: boolean; readonly start: Date | null; readonly end: Date | null; readonly startStr: string; readonly endStr: string }
const startOf = ({ allDay, start, startStr }: Edges): string => (allDay || start === null ? startStr.slice(0, 10) : toInstant(start.getTime()))
const endOf = ({ allDay, end, endStr }: Edges): string => (allDay || end === null ? endStr.slice(0, 10) : toInstant(end.getTime()))

const AgendaHead = ({ day, isToday }: { readonly day: string; readonly isToday: boolean }): ReactNode => (
  <span className="flex flex-col text-sm">
    {isToday && <span className="font-semibold text-ember">{strings.today}</span>}
    <span className="font-medium">{day}</span>
  </span>
)

const DayHead = ({ weekday, number, isToday }: { readonly weekday: string; readonly number: string; readonly isToday: boolean }): ReactNode => (
  <span className="flex items-center justify-center gap-1.5">
    <span className={classes('text-xs', isToday ? 'font-semibold text-ember' : 'text-muted')}>{weekday}</span>
    {number !== '' && <span className={classes('flex h-7 min-w-7 items-center justify-center rounded-full px-1 text-sm font-semibold', isToday && 'bg-ember text-on-ember')}>{number}</span>}
  </span>
)
