/** VTODO → task. */
import type { Remark } from '../../../shared/ical.ts'
import type { Due, Task, TaskRepeats } from '../../../shared/tasks.ts'
import type { Instant } from '../../../shared/time.ts'
import { readCommon, remindersOf, soundRule, type ReadContext } from './fields.ts'
import { all, first, textOf, type Component } from './jcal.ts'
import { after, lengthOf, midnight, momentIn, Unreadable, type Moment } from './times.ts'

/** What a file says of a task; turns, effort, checklist and nagging are the household's own. */
export type TaskFields = Pick<Task, 'title' | 'people' | 'due' | 'repeats' | 'reminders' | 'doneAt' | 'note'>

/**
 * Throws `Unreadable`. Due is DUE, else DTSTART with DURATION, else DTSTART. A rule counts from DTSTART where it has one (§3.8.5.3), else from DUE. A completed task without
 * COMPLETED was done when it was last touched, else at `now`. A rule with single dates beside it, and one time of a repeating task, are refused: a task keeps neither.
 */
export function readTask(component: Component, context: ReadContext, now: Instant, remark: (remark: Remark) => void): TaskFields {
  if (first(component, 'recurrence-id') !== undefined) throw new Unreadable('it is one time of a task that repeats')
  const { title, note, people } = readCommon(component, context, remark)
  const start = momentIn(component, 'dtstart', context), length = lengthOf(textOf(first(component, 'duration')) ?? '')
  const end = momentIn(component, 'due', context), due = end ?? start
  if (due?.byOffsets === true) remark('zone by offsets')
  const at = end === undefined && start !== undefined && length !== undefined && start.form !== 'date' ? after(start, length) : due?.at
  const doneAt = doneOf(component, context, now), repeats = readRepeats(component, start ?? due)
  const reminders = remindersOf(component)
  return {
    title, people: [...people], reminders,
    ...(due === undefined || at === undefined ? {} : { due: dueAt(due, at, context.zone) }),
    ...(repeats === undefined ? {} : { repeats }),
    ...(doneAt === undefined ? {} : { doneAt }),
    ...(note === undefined ? {} : { note }),
  }
}

const dueAt = (moment: Moment, at: Instant, household: string): Due => {
  const zone = moment.form === 'utc' ? household : moment.zone
  return moment.form === 'date' ? { at: midnight(moment.wall, zone), zone, allDay: true } : { at, zone, allDay: false }
}

function doneOf(component: Component, context: ReadContext, now: Instant): Instant | undefined {
  const done = momentIn(component, 'completed', context)
  if (done !== undefined) return done.at
  if (textOf(first(component, 'status'))?.toUpperCase() !== 'COMPLETED') return undefined
  return momentIn(component, 'last-modified', context)?.at ?? momentIn(component, 'dtstamp', context)?.at ?? now
}

function readRepeats(component: Component, since: Moment | undefined): TaskRepeats | undefined {
  const [rule, second] = all(component, 'rrule')
  if (first(component, 'rdate') !== undefined || first(component, 'exdate') !== undefined || first(component, 'exrule') !== undefined || second !== undefined) throw new Unreadable('it repeats by more than a rule')
  if (rule === undefined) return undefined
  const rrule = soundRule(rule)
  if (since === undefined) throw new Unreadable('it repeats, and does not say from when')
  return { from: 'due', rrule, since: since.at }
}
