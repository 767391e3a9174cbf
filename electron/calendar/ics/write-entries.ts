/** Events and tasks → VEVENT and VTODO. An entry that came with a file is that entry again, with only those properties written anew that say something else by now. */
import { isDeepStrictEqual } from 'node:util'
import type { CalendarEvent } from '../../../shared/calendar.ts'
import type { Person, Place } from '../../../shared/household.ts'
import type { Task } from '../../../shared/tasks.ts'
import type { Instant } from '../../../shared/time.ts'
import { countedFrom, minutesOf, readCommon, triggerOf, type CountedFrom } from './fields.ts'
import { first, textOf, type Component, type Property } from './jcal.ts'
import { eventAsRead, keptOf, taskAsRead } from './kept.ts'
import type { EventFields } from './read-event.ts'
import type { TaskFields } from './read-task.ts'
import { stamp, timeProperty, timesProperties } from './times.ts'

export interface WriteContext { readonly people: readonly Person[]; readonly places: readonly Place[]; readonly now: Instant }

/** The UID of an event or a task that came with no file. */
export const ownUid = (id: string): string => `${id}@lares`

/** Which properties say what. Those that say it in another way too go when it changes. */
const said = {
  title: ['summary'],
  note: ['description', 'x-alt-desc'],
  place: ['location', 'geo', 'x-apple-structured-location'],
  people: ['attendee'],
  when: ['dtstart', 'dtend', 'duration', 'x-microsoft-cdo-alldayevent'],
  repeats: ['rrule', 'rdate', 'exdate'],
  free: ['transp', 'x-microsoft-cdo-busystatus'],
  due: ['due', 'dtstart', 'duration'],
  done: ['completed', 'status', 'percent-complete'],
} as const
type Said = keyof typeof said
/** What is read to the full; what else stands in an entry is kept, and of an attendee much. */
export const understood: ReadonlySet<string> = new Set(['summary', 'description', 'location', 'dtstart', 'dtend', 'duration', 'rrule', 'rdate', 'exdate', 'transp', 'due', 'completed', 'status', 'uid', 'recurrence-id', 'dtstamp', 'sequence', 'last-modified', 'created'])

/** `seriesUid` is the UID of the series an event is a time of. Its cancelled times follow a series. */
export function writeEvent(event: CalendarEvent, context: WriteContext, seriesUid?: string): readonly Component[] {
  const kept = keptOf(event.ical), base = kept === undefined ? undefined : eventAsRead(kept)
  const at = event.instanceOf?.at
  const groups: [Said, boolean, readonly Property[]][] = [
    ['title', event.title !== base?.title, [['summary', {}, 'text', event.title]]],
    ['note', event.note !== base?.note, noted(event.note)],
    ['place', event.placeId !== base?.placeId, placed(event.placeId, context)],
    ['when', !sameTimes(event, base), [timeProperty('dtstart', event.start, event), timeProperty('dtend', event.end, event)]],
    ['repeats', !isDeepStrictEqual(event.repeats, base?.repeats) || (base !== undefined && event.repeats !== undefined && !sameTimes(event, base)), repeated(event)],
    ['free', event.free !== base?.free, event.free === true ? [['transp', {}, 'text', 'TRANSPARENT']] : []],
  ]
  const written = rewritten(kept?.entry, 'vevent', groups, { event, base, context })
  const uid = seriesUid ?? textOf(first(written, 'uid')) ?? event.ical?.uid ?? ownUid(event.id)
  const named = withUid(written, uid)
  const placedInSeries = at === undefined || kept?.at === at ? named : { ...named, properties: [...named.properties.filter(([name]) => name !== 'recurrence-id'), timeProperty('recurrence-id', at, event)] }
  return [placedInSeries, ...(kept?.cancelled ?? [])]
}

export function writeTask(task: Task, context: WriteContext): Component {
  const kept = keptOf(task.ical), base = kept === undefined ? undefined : taskAsRead(kept), { due } = task
  const isNewDue = !isDeepStrictEqual(due, base?.due), since = task.repeats?.from === 'due' ? task.repeats.since : undefined
  const rrule = task.repeats?.from === 'due' ? task.repeats.rrule : undefined
  const groups: [Said, boolean, readonly Property[]][] = [
    ['title', task.title !== base?.title, [['summary', {}, 'text', task.title]]],
    ['note', task.note !== base?.note, noted(task.note)],
    ['due', isNewDue || !isDeepStrictEqual(task.repeats, base?.repeats), due === undefined ? [] : [...(since === undefined ? [] : [timeProperty('dtstart', since, due)]), timeProperty('due', due.at, due)]],
    ['repeats', !isDeepStrictEqual(task.repeats, base?.repeats), rrule === undefined || due === undefined ? [] : [['rrule', {}, 'unknown', rrule]]],
    ['done', task.doneAt !== base?.doneAt, task.doneAt === undefined ? [['status', {}, 'text', 'NEEDS-ACTION']] : [['status', {}, 'text', 'COMPLETED'], stamp('completed', task.doneAt), ['percent-complete', {}, 'integer', 100]]],
  ]
  const written = rewritten(kept?.entry, 'vtodo', groups, { event: task, base, context })
  return withUid(written, textOf(first(written, 'uid')) ?? task.ical?.uid ?? ownUid(task.id))
}

interface Alarmed { readonly event: Pick<EventFields | TaskFields, 'people' | 'reminders' | 'title'>; readonly base: EventFields | TaskFields | undefined; readonly context: WriteContext }

/** As it was but for what changed; all of it anew where there was nothing. Something that changed is a later version: SEQUENCE and the stamps say so (§3.8.7.4). */
function rewritten(entry: Component | undefined, name: string, groups: readonly [Said, boolean, readonly Property[]][], { event, base, context }: Alarmed): Component {
  const changed = groups.filter(([, isChanged]) => isChanged || entry === undefined)
  const isPeople = !isDeepStrictEqual([...event.people].sort(), [...(base?.people ?? [])].sort()), isReminders = !isDeepStrictEqual(event.reminders ?? [], base?.reminders ?? [])
  if (entry !== undefined && changed.length === 0 && !isPeople && !isReminders) return entry
  const gone = new Set<string>([...changed.flatMap(([group]) => said[group]), 'sequence', 'dtstamp', 'last-modified'])
  const old = entry?.properties.filter(([property]) => !gone.has(property)) ?? []
  const sequence = Number(textOf(entry === undefined ? undefined : first(entry, 'sequence')) ?? 0) || 0
  const stamps: Property[] = [stamp('dtstamp', context.now), ...(entry === undefined ? [] : [stamp('last-modified', context.now), ['sequence', {}, 'integer', sequence + 1] as const])]
  const written: Component = { name, properties: [...withPeople(old, isPeople ? event.people : undefined, base?.people ?? [], context), ...changed.flatMap(([, , properties]) => properties), ...stamps], inside: entry?.inside ?? [] }
  // What alarms count from may be another: a day that has become an hour.
  const from = countedFrom(written)
  return isReminders || (entry !== undefined && !isDeepStrictEqual(from, countedFrom(entry))) ? { ...written, inside: withReminders(written, event.reminders ?? [], event.title, from) } : written
}

const noted = (note: string | undefined): readonly Property[] => (note === undefined ? [] : [['description', {}, 'text', note]])
function placed(placeId: string | undefined, { places }: WriteContext): readonly Property[] {
  const place = places.find(({ id }) => id === placeId)
  return place === undefined ? [] : [['location', {}, 'text', place.address === undefined ? place.name : `${place.name}, ${place.address}`]]
}
function repeated(event: CalendarEvent): readonly Property[] {
  const { repeats } = event
  if (repeats === undefined) return []
  return [...(repeats.rrule === undefined ? [] : [['rrule', {}, 'unknown', repeats.rrule] as const]), ...timesProperties('rdate', repeats.rdates, event), ...timesProperties('exdate', repeats.exdates, event)]
}
const sameTimes = (event: EventFields, base: EventFields | undefined): boolean => base !== undefined && (['start', 'end', 'zone', 'allDay'] as const).every((key) => event[key] === base[key])
const withUid = (component: Component, uid: string): Component => (textOf(first(component, 'uid')) === uid ? component : { ...component, properties: [['uid', {}, 'text', uid], ...component.properties.filter(([name]) => name !== 'uid')] })

/** Attendees that are nobody of the household stay; `people` undefined leaves all of them. Who has no address gets the one that calendars write for none. */
function withPeople(properties: readonly Property[], people: readonly string[] | undefined, before: readonly string[], { people: known }: WriteContext): readonly Property[] {
  if (people === undefined) return properties
  const idOf = (attendee: Property): string | undefined => readCommon({ name: 'vevent', properties: [attendee], inside: [] }, { people: known, places: [] }, () => undefined).people[0]
  const staying = properties.filter((property) => { const id = property[0] === 'attendee' ? idOf(property) : undefined; return id === undefined || people.includes(id) || !before.includes(id) })
  const there = new Set(staying.flatMap((property) => (property[0] === 'attendee' ? idOf(property) ?? [] : [])))
  const added = known.filter(({ id }) => people.includes(id) && !there.has(id)).map(({ name, email }): Property => ['attendee', { cn: name }, 'cal-address', email === undefined ? 'invalid:nomail' : `mailto:${email}`])
  return [...staying, ...added]
}

/** Alarms that say something else stay. */
function withReminders({ inside }: Component, reminders: readonly number[], title: string, from: CountedFrom): readonly Component[] {
  const staying = inside.filter((alarm) => { const minutes = minutesOf(alarm, from); return minutes === undefined || reminders.includes(minutes) })
  const there = new Set(staying.map((alarm) => minutesOf(alarm, from))), related = from.side === 'START' ? {} : { related: 'END' }
  const added = reminders.filter((minutes) => !there.has(minutes)).map((minutes): Component => ({ name: 'valarm', inside: [], properties: [['action', {}, 'text', 'DISPLAY'], ['description', {}, 'text', title], ['trigger', related, 'duration', triggerOf(minutes, from)]] }))
  return [...staying, ...added]
}
