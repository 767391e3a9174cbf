/** Whose day holds what: events and due tasks of one date, by person. Pure. */
import { isDeviceRun, type CalendarEvent } from '../../../shared/calendar.ts'
import type { Household, Person } from '../../../shared/household.ts'
import { dueDay, isOpen, type Task } from '../../../shared/tasks.ts'
import { fromInstant, instantToWall, Temporal, toInstant, wallToInstant } from '../../../shared/time.ts'
import { groupOf, mine } from '../tasks/due-groups.ts'

export type Entry =
  | { readonly kind: 'event'; readonly event: CalendarEvent }
  | { readonly kind: 'task'; readonly task: Task; readonly isOverdue: boolean }

/** One person's, what several share, the runs of devices, or what is nobody's in particular. Every entry stands in one group only. */
export type Whose = { readonly kind: 'person'; readonly person: Person } | { readonly kind: 'together' | 'devices' | 'nobody' }
export interface DayGroup { readonly whose: Whose; readonly entries: readonly Entry[] }

export interface Day { readonly date: string; /** Tasks that are overdue stand on this day. */ readonly isToday: boolean }

export const dateAt = (now: number, zone: string): string => instantToWall(toInstant(now), zone).slice(0, 10)
export const addDays = (date: string, days: number): string => Temporal.PlainDate.from(date).add({ days }).toString()
/** The first moment of a date, which a clock change may put after midnight. */
export const startOf = (date: string, zone: string): number => fromInstant(wallToInstant(`${date}T00:00`, zone))

/** Whether an event touches a date. An all-day one keeps its dates in whichever zone it was planned; a timed one that ends at midnight is over by then. */
export const isOn = (event: Pick<CalendarEvent, 'start' | 'end' | 'zone' | 'allDay'>, date: string, zone: string): boolean => {
  if (event.allDay) return instantToWall(event.start, event.zone).slice(0, 10) <= date && date < instantToWall(event.end, event.zone).slice(0, 10)
  const [start, end] = [fromInstant(event.start), fromInstant(event.end)]
  return start < startOf(addDays(date, 1), zone) && (end > startOf(date, zone) || (start === end && start >= startOf(date, zone)))
}

/** The groups of one date that hold something: people in the order of the household, then what is shared, devices, and the rest. */
export const dayGroups = ({ date, isToday }: Day, events: readonly CalendarEvent[], tasks: readonly Task[], household: Household, now: number): readonly DayGroup[] => {
  const { zone } = household
  const entries = [
    ...events.filter((event) => isOn(event, date, zone)).map((event) => ({ kind: 'event', event }) as const),
    ...tasks.flatMap((task) => {
      const isOverdue = isToday && groupOf(task, now, zone) === 'overdue'
      return isTaskOn(task, { date, isToday }, zone, now) ? [{ kind: 'task', task, isOverdue } as const] : []
    }),
  ].sort((a, b) => placeOf(a, date, zone) - placeOf(b, date, zone))
  const known = new Map(household.people.map((person) => [person.id, person]))
  const keyed = Map.groupBy(entries, (entry) => whoseKey(entry, known))
  const order: readonly { readonly key: string; readonly whose: Whose }[] = [
    ...household.people.map((person) => ({ key: `person ${person.id}`, whose: { kind: 'person', person } as const })),
    ...(['together', 'devices', 'nobody'] as const).map((kind) => ({ key: kind, whose: { kind } as const })),
  ]
  return order.flatMap(({ key, whose }) => { const under = keyed.get(key); return under === undefined ? [] : [{ whose, entries: under }] })
}

const isTaskOn = (task: Task, { date, isToday }: Day, zone: string, now: number): boolean => {
  if (!isOpen(task) || task.due === undefined) return false
  const group = groupOf(task, now, zone)
  return isToday ? group === 'overdue' || group === 'today' : group === 'soon' && dueDay(task.due, zone) === date
}

const whoseKey = (entry: Entry, known: ReadonlyMap<string, Person>): string => {
  if (entry.kind === 'event' && isDeviceRun(entry.event)) return 'devices'
  const people = (entry.kind === 'event' ? entry.event.people : mine(entry.task)).filter((id) => known.has(id))
  return people.length > 1 ? 'together' : people[0] === undefined ? 'nobody' : `person ${people[0]}`
}

/** Overdue first, then whole days, then by the clock. */
const placeOf = (entry: Entry, date: string, zone: string): number => {
  if (entry.kind === 'task') return entry.isOverdue ? 0 : entry.task.due?.allDay === false ? fromInstant(entry.task.due.at) : 2
  return entry.event.allDay ? 1 : Math.max(fromInstant(entry.event.start), startOf(date, zone))
}
