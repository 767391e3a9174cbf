/** What one event shows of itself, in a block of the week, a line of the month or a row of the agenda; read aloud, it says when and with whom. */
import type { EventDisplayInfo } from '@fullcalendar/react'
import { Plug, Repeat } from 'lucide-react'
import type { ReactNode } from 'react'
import { isDeviceRun, type CalendarEvent } from '../../../shared/calendar.ts'
import { toInstant } from '../../../shared/time.ts'
import type { Household, Person } from '../../../shared/household.ts'
import { classes, personHue } from '../../ui/classes.ts'
import { clockTime } from '../../ui/when.ts'
import { isOfSeries, shownTimes } from './event-times.ts'
import { strings } from './strings.ts'

/** An event with the names it needs to be shown. */
export interface NamedEvent { readonly event: CalendarEvent; readonly people: readonly Person[]; readonly place: string | null; /** null when it is no device's run. */ readonly device: string | null; /** The device that is taken along; null when there is none. */ readonly takes: string | null }

/** Names events by the household, whose lists are looked through once for all of them. */
export const namer = (household: Household): ((event: CalendarEvent) => NamedEvent) => {
  const people = new Map(household.people.map((person) => [person.id, person]))
  const places = new Map(household.places.map(({ id, name }) => [id, name]))
  const devices = new Map(household.devices.map(({ id, name }) => [id, name]))
  return (event) => {
    const device = event.deviceId === undefined ? null : devices.get(event.deviceId) ?? strings.someDevice
    const isRun = isDeviceRun(event)
    return {
      event,
      people: event.people.flatMap((id) => people.get(id) ?? []),
      place: event.placeId === undefined ? null : places.get(event.placeId) ?? null,
      device: isRun ? device : null,
      takes: isRun ? null : device,
    }
  }
}

/** The colours of an event: moss for a device's run, else the hue of the first person, else plain. */
export const eventColours = ({ device, people }: NamedEvent): string => {
  if (device !== null) return 'bg-moss-tint text-moss border-dashed'
  const [first] = people
  return first === undefined ? 'bg-hover text-ink' : personHue(first.hue)
}

/** "with Emma, Jonas; at Dr Weber; takes the Zoe" */
const more = ({ event, people, place, device, takes }: NamedEvent): string => [
  ...(device === null || event.title.includes(device) ? [] : [strings.deviceRun(device)]),
  ...(people.length === 0 ? [] : [strings.withPeople(people.map((person) => person.name))]),
  ...(place === null ? [] : [strings.at(place)]),
  ...(takes === null ? [] : [strings.takes(takes)]),
].join('; ')

interface EventFaceProps { readonly shown: NamedEvent; readonly info: EventDisplayInfo; readonly zone: string }

export const EventFace = ({ shown, info, zone }: EventFaceProps): ReactNode => {
  const event = carried(shown.event, info)
  const time = event.allDay ? null : `${clockTime(event.start, zone)} – ${clockTime(event.end, zone)}`
  const details = more(shown)
  const spoken = [strings.when(shownTimes(event), zone), details, ...(isOfSeries(event) ? [strings.repeats] : [])].filter((part) => part !== '').map((part) => `, ${part}`).join('')
  if (info.view.type === 'agenda') return <AgendaFace shown={shown} time={time} details={details} spoken={spoken} />
  if ((info.view.type === 'week' || info.view.type === 'day') && !event.allDay) return <BlockFace shown={shown} time={time} start={clockTime(event.start, zone)} details={details} spoken={spoken} isShort={info.isShort} />
  return (
    <span className="flex min-w-0 grow items-center gap-1 text-xs [container-type:inline-size]">
      <DeviceMark shown={shown} />
      <span title={event.title} className="truncate font-medium">{event.title}</span>
      {!event.allDay && <span aria-hidden className="shrink-0 [@container(max-width:104px)]:hidden">{clockTime(event.start, zone)}</span>}
      <span className="sr-only">{spoken}</span>
      <span aria-hidden className="ml-auto flex shrink-0 items-center gap-1"><SeriesMark shown={shown} /><Others shown={shown} /></span>
    </span>
  )
}

/** While it is dragged or resized, an event shows the times it would have. */
const carried = (event: CalendarEvent, { isMirror, event: { start, end, allDay } }: EventDisplayInfo): CalendarEvent =>
  isMirror && !allDay && start !== null && end !== null ? { ...event, allDay, start: toInstant(start.getTime()), end: toInstant(end.getTime()) } : event

interface FaceProps { readonly shown: NamedEvent; readonly time: string | null; readonly details: string; readonly spoken: string }

/** What does not fit is left out line by line rather than cut through: names first, then the end of the time, then the time. */
const BlockFace = ({ shown, time, start, details, spoken, isShort }: FaceProps & { readonly start: string; readonly isShort: boolean }): ReactNode => (
  <span className={classes('flex min-w-0 grow text-xs [container-type:size]', isShort ? 'items-center gap-1.5' : 'flex-col')}>
    <span className={classes('flex min-w-0 items-center gap-1', !isShort && 'shrink-0')}>
      <DeviceMark shown={shown} />
      <span className={classes('font-semibold', isShort ? 'truncate' : 'line-clamp-2 wrap-break-word')}>{shown.event.title}</span>
      <SeriesMark shown={shown} />
    </span>
    {isShort
      ? <ShortTime time={time} start={start} isMarked={isOfSeries(shown.event)} />
      : <>
        <span aria-hidden className="shrink-0 [@container(max-height:30px)]:hidden [@container(max-width:104px)]:hidden">{time}</span>
        <span aria-hidden className="hidden shrink-0 [@container(min-height:50px)_and_(max-width:104px)]:inline">{start}</span>
      </>}
    {!isShort && details !== '' && <span aria-hidden className="hidden shrink-0 truncate [@container(min-height:56px)]:inline">{shown.people.length > 0 ? shown.people.map((person) => person.name).join(', ') : details}</span>}
    <span className="sr-only">{spoken}</span>
  </span>
)

/** Behind the title, where there is room: from and to, or only from; the sign of a series takes some of it. */
const ShortTime = ({ time, start, isMarked }: { readonly time: string | null; readonly start: string; readonly isMarked: boolean }): ReactNode => isMarked
  ? <>
    <span aria-hidden className="hidden shrink-0 [@container(min-width:200px)]:inline">{time}</span>
    <span aria-hidden className="hidden shrink-0 [@container(min-width:120px)_and_(max-width:199.9px)]:inline">{start}</span>
  </>
  : <>
    <span aria-hidden className="shrink-20 truncate [@container(max-width:104px)]:hidden">{time}</span>
    <span aria-hidden className="hidden truncate [@container(min-width:72px)_and_(max-width:104px)]:inline">{start}</span>
  </>

const AgendaFace = ({ shown, time, details, spoken }: FaceProps): ReactNode => (
  <span className="flex min-w-0 grow items-baseline gap-4 text-sm">
    <span aria-hidden className="w-28 shrink-0">{time ?? strings.allDay}</span>
    <span className="flex min-w-0 grow flex-col">
      <span className="flex min-w-0 items-center gap-1.5"><DeviceMark shown={shown} /><span title={shown.event.title} className="truncate font-semibold">{shown.event.title}</span><SeriesMark shown={shown} /></span>
      {details !== '' && <span aria-hidden className="truncate text-xs">{details}</span>}
      <span className="sr-only">{spoken}</span>
    </span>
  </span>
)

const DeviceMark = ({ shown }: { readonly shown: NamedEvent }): ReactNode => shown.device === null ? null : <Plug size={12} aria-hidden className="shrink-0" />

/** A quiet sign; in words it stands with the times. */
const SeriesMark = ({ shown }: { readonly shown: NamedEvent }): ReactNode => isOfSeries(shown.event) ? <Repeat size={11} aria-hidden className="shrink-0 opacity-75 [@container(max-width:72px)]:hidden" /> : null

/** A dot for each further person. */
const Others = ({ shown }: { readonly shown: NamedEvent }): ReactNode => {
  const others = shown.device === null ? shown.people.slice(1) : shown.people
  return others.length === 0 ? null : <span className="flex gap-0.5">{others.slice(0, 4).map((person) => <span key={person.id} className={classes('size-1.5 rounded-full', personHue(person.hue), 'bg-current!')} />)}</span>
}
