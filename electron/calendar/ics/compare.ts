/** An entry as it is here, as its file last gave it, and as the file gives it now: what comes out of the three, and how that differs from what is here. */
import { isDeepStrictEqual } from 'node:util'
import type { CalendarEvent } from '../../../shared/calendar.ts'
import type { Household } from '../../../shared/household.ts'
import type { Difference } from '../../../shared/ical.ts'
import { cut } from '../../../shared/printable.ts'
import type { Task } from '../../../shared/tasks.ts'
import { countedFrom, minutesOf, oneLine } from './fields.ts'
import { writeComponent, writeProperty, type Component } from './jcal.ts'
import type { EventFields } from './read-event.ts'
import type { TaskFields } from './read-task.ts'
import { understood } from './write-entries.ts'

const ofEvent = [['title'], ['start', 'end', 'zone', 'allDay'], ['repeats'], ['people'], ['placeId'], ['note'], ['reminders'], ['free']] as const satisfies readonly (readonly (keyof EventFields)[])[]
const ofTask = [['title'], ['due', 'repeats'], ['people'], ['note'], ['reminders'], ['doneAt']] as const satisfies readonly (readonly (keyof TaskFields)[])[]

/** Without `ical`. A rule goes with the times it counts from. */
export function mergedEvent(mine: CalendarEvent, last: EventFields, file: EventFields): Omit<CalendarEvent, 'ical'> {
  const { ical: _, ...merged } = merge(mine, last, file, ofEvent)
  const isMoved = file.repeats !== undefined && !equal(file, last, ['start', 'end', 'zone', 'allDay'])
  return isMoved ? { ...merged, repeats: file.repeats } : merged
}
export function mergedTask(mine: Task, last: TaskFields, file: TaskFields): Omit<Task, 'ical'> {
  const { ical: _, ...merged } = merge(mine, last, file, ofTask)
  return merged
}

/** Each group of fields that belong together is taken from the file where it changed there. */
function merge<F extends object, M extends F>(mine: M, last: F, file: F, groups: readonly (readonly (keyof F)[])[]): M {
  let merged = mine
  for (const group of groups) {
    if (equal(file, last, group)) continue
    const taken = Object.fromEntries(group.filter((key) => file[key] !== undefined).map((key) => [key, file[key]]))
    merged = { ...Object.fromEntries(Object.entries(merged).filter(([key]) => !(group as readonly PropertyKey[]).includes(key))), ...taken } as M
  }
  return merged
}
const equal = <F extends object>(a: F, b: F, keys: readonly (keyof F)[]): boolean => keys.every((key) => isDeepStrictEqual(a[key], b[key]))

type Names = Pick<Household, 'people' | 'places'>

export function eventDifferences(before: CalendarEvent, after: CalendarEvent, names: Names): Difference[] {
  const times = ({ start, end, zone, allDay }: CalendarEvent): { start: string; end: string; zone: string; allDay: boolean } => ({ start, end, zone, allDay })
  return [
    ...(isDeepStrictEqual(times(before), times(after)) ? [] : [{ field: 'when' as const, before: times(before), after: times(after) }]),
    ...inWords([
      ['title', before.title, after.title], ['note', before.note, after.note], ['people', peopleIn(before.people, names), peopleIn(after.people, names)],
      ['place', placeIn(before.placeId, names), placeIn(after.placeId, names)], ['repeats', repeatsIn(before), repeatsIn(after)],
      ['reminders', (before.reminders ?? []).join(', '), (after.reminders ?? []).join(', ')], ['free', before.free === true ? 'free' : '', after.free === true ? 'free' : ''],
    ]),
  ]
}
export function taskDifferences(before: Task, after: Task, names: Names): Difference[] {
  const times = ({ due }: Task): { start: string; end: string; zone: string; allDay: boolean } | null => (due === undefined ? null : { start: due.at, end: due.at, zone: due.zone, allDay: due.allDay })
  const rule = ({ repeats }: Task): string => (repeats === undefined ? '' : repeats.from === 'due' ? repeats.rrule : `${repeats.days} days after it is done`)
  return [
    ...(isDeepStrictEqual(times(before), times(after)) ? [] : [{ field: 'when' as const, before: times(before), after: times(after) }]),
    ...inWords([
      ['title', before.title, after.title], ['note', before.note, after.note], ['people', peopleIn(before.people, names), peopleIn(after.people, names)],
      ['repeats', rule(before), rule(after)], ['reminders', before.reminders.join(', '), after.reminders.join(', ')], ['done', before.doneAt ?? '', after.doneAt ?? ''],
    ]),
  ]
}

type Words = readonly [Exclude<Difference['field'], 'when' | 'kept'>, string | undefined, string | undefined]
const inWords = (rows: readonly Words[]): Difference[] => rows.filter(([, before, after]) => (before ?? '') !== (after ?? '')).map(([field, before, after]) => ({ field, before: short(before), after: short(after) }))
const short = (text: string | undefined): string => cut(oneLine(text ?? ''), 300)
const peopleIn = (ids: readonly string[], { people }: Names): string => ids.map((id) => people.find((person) => person.id === id)?.name ?? id).join(', ')
const placeIn = (id: string | undefined, { places }: Names): string | undefined => (id === undefined ? undefined : places.find((place) => place.id === id)?.name ?? id)
const repeatsIn = ({ repeats }: CalendarEvent): string => (repeats === undefined ? '' : [repeats.rrule ?? '', ...repeats.rdates.map((at) => `+${at.slice(0, 10)}`), ...repeats.exdates.map((at) => `−${at.slice(0, 10)}`)].filter((part) => part !== '').join(' '))

/** What an entry says that is only kept, in no order. */
export const remainder = (entry: Component): readonly string[] => [...entry.properties.filter(([name]) => !understood.has(name)).map((property) => writeProperty(property)), ...entry.inside.filter((alarm) => minutesOf(alarm, { ...countedFrom(entry), side: 'either' }) === undefined).map(writeComponent)].sort()
/** Whether nothing was changed here since its file gave it so. */
export const isAsRead = (mine: CalendarEvent, last: EventFields): boolean => ofEvent.every((group) => equal<EventFields>(mine, last, group))
