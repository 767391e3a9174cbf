/** Who and when, in the words of a task. */
import type { Household } from '../../../shared/household.ts'
import type { Due, Task } from '../../../shared/tasks.ts'
import type { Instant } from '../../../shared/time.ts'
import { clockTime, namedDay } from '../../ui/when.ts'
import { strings } from './strings.ts'

export const firstName = (name: string): string => name.split(' ')[0] ?? name

/** A person's first name. */
export const nameOf = (household: Household, id: string): string => { const person = household.people.find((one) => one.id === id); return person === undefined ? strings.somebody : firstName(person.name) }
export const hueOf = (household: Household, id: string): number | undefined => household.people.find((one) => one.id === id)?.hue

/** "today", "Thu 26 Nov, 19:00" */
export const dueInWords = (due: Due, zone: string, now: number): string => (due.allDay ? namedDay(due.at, due.zone, now) : momentInWords(due.at, zone, now))
export const momentInWords = (at: Instant, zone: string, now: number): string => `${namedDay(at, zone, now)}, ${clockTime(at, zone)}`

/** Who marks it done, unless somebody else is chosen: whose turn it is, or the only one it is for. */
export const doer = (task: Task, turn: string | undefined): string | null => turn ?? (task.people.length === 1 ? task.people[0] ?? null : null)
