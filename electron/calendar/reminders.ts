/** What is to be reminded of, and when: the moments of events and tasks, and which of them are due. Pure. */
import type { CalendarEvent } from '../../shared/calendar.ts'
import { MORNING, type About } from '../../shared/reminders.ts'
import type { Task } from '../../shared/tasks.ts'
import { fromInstant, Temporal, wallToInstant, type Instant } from '../../shared/time.ts'
import { quietUntil, type QuietHours } from './quiet-hours.ts'

/** One moment at which something is to be reminded of. `key` is the same whenever it is worked out, and another one when the thing moves. */
export interface Moment {
  readonly key: string
  /** Milliseconds since 1970. */
  readonly at: number
  /** `asked`: a snooze that a person chose. `nag`: once more, because it is not done. */
  readonly kind: 'before' | 'asked' | 'nag'
}

/** Something to be reminded of. All moments in milliseconds since 1970. */
export interface Thing {
  readonly about: About
  readonly event: CalendarEvent | null
  readonly task: Task | null
  readonly moments: readonly Moment[]
  /** When it begins or is due; of whole days the morning. Null for a to-do without a day. */
  readonly starts: number | null
  /** From when a reminder of it comes too late to act on at once. */
  readonly over: number
  /** Until when a reminder that was missed is still of use; a task is until it is done. */
  readonly ofUseUntil: number
  readonly medicine: boolean
}

const MINUTE = 60_000, HOUR = 60 * MINUTE, DAY = 24 * HOUR
/** What has no length of its own is current for so long. */
const CURRENT = 15 * MINUTE
/** A missed reminder of an event is of use for so long after it is over. */
const OF_USE = 12 * HOUR
/** A reminder that comes later than this was missed. */
const LATE = 5 * MINUTE
/** The window of the calendar that can matter: back for what was put off until tomorrow, ahead for the earliest reminder (`reminders` of CalendarEvent) and the time between two looks. */
export const LOOK_BACK = OF_USE + 2 * DAY
export const LOOK_AHEAD = 28 * DAY + HOUR
/** Of more than that the soonest are looked at. */
const MOST_THINGS = 5000

/**
 * Everything with a reminder, and its moments.
 * - *So many minutes before*: whole days count by the wall clock of the event, the rest by the clock (RFC 5545 §3.3.6), so that "a day before"
 *   stays at the same time of day over a clock change. When the event itself falls into the hour that does not exist, the calendar has moved it by
 *   the gap, and its reminders with it; of an hour that comes twice the first is meant.
 * - *Whole days*: counted from 09:00 of the household's zone on the first day: "0 minutes before" is that morning, "1440" the morning before.
 * - *A task* that nags: when it is due and every so many minutes after, until it is done; of those only the newest counts. A snooze silences
 *   everything before its end, reminds at its end, and the nagging goes on from there. Without a day it is reminded of only at the end of a snooze.
 */
export function thingsToRemindOf(events: readonly CalendarEvent[], tasks: readonly Task[], { now, zone }: { readonly now: number; readonly zone: string }): readonly Thing[] {
  const things = [...events.map((event) => ofEvent(event, zone)), ...tasks.map((task) => ofTask(task, now, zone))].filter(({ moments }) => moments.length > 0)
  return things.sort((a, b) => (a.starts ?? 0) - (b.starts ?? 0)).slice(0, MOST_THINGS)
}

function ofEvent(event: CalendarEvent, zone: string): Thing {
  const starts = startOf(event.start, event.allDay, event.zone, zone), over = Math.max(fromInstant(event.end), starts + CURRENT)
  const offsets = [...new Set(event.reminders ?? [])]
  return {
    about: { kind: 'event', id: event.id }, event, task: null, starts, over, ofUseUntil: over + OF_USE, medicine: false,
    moments: offsets.map((minutes) => ({ key: `event ${event.id} ${event.start} ${minutes}`, at: before(starts, minutes, event.allDay ? zone : event.zone), kind: 'before' })),
  }
}

function ofTask(task: Task, now: number, zone: string): Thing {
  const { due } = task
  const starts = due === undefined ? null : startOf(due.at, due.allDay, due.zone, zone)
  const snoozed = task.snoozedUntil === undefined ? null : fromInstant(task.snoozedUntil)
  const isSilent = (at: number): boolean => snoozed !== null && at < snoozed
  const moments: Moment[] = []
  if (task.doneAt === undefined) {
    if (starts !== null) for (const minutes of new Set(task.reminders)) {
      const at = before(starts, minutes, due === undefined || due.allDay ? zone : due.zone)
      if (!isSilent(at)) moments.push({ key: `task ${task.id} ${due?.at ?? ''} ${minutes}`, at, kind: 'before' })
    }
    if (snoozed !== null) moments.push({ key: `task ${task.id} snoozed ${task.snoozedUntil ?? ''}`, at: snoozed, kind: 'asked' })
    if (task.nag !== undefined && (starts !== null || snoozed !== null)) {
      const first = Math.max(starts ?? snoozed ?? 0, snoozed ?? starts ?? 0), step = task.nag * MINUTE, passed = Math.floor((now - first) / step)
      const taken = new Set(moments.map(({ at }) => at))
      for (const count of passed < 0 ? [0] : [passed, passed + 1]) {
        const at = first + count * step
        if (!taken.has(at)) moments.push({ key: `task ${task.id} nag ${at}`, at, kind: count === 0 ? 'before' : 'nag' })
      }
    }
  }
  return { about: { kind: 'task', id: task.id }, event: null, task, moments, starts, over: (starts ?? 0) + CURRENT, ofUseUntil: Infinity, medicine: task.medicine }
}

const startOf = (at: Instant, allDay: boolean, ownZone: string, zone: string): number =>
  allDay ? fromInstant(wallToInstant(`${Temporal.Instant.from(at).toZonedDateTimeISO(ownZone).toPlainDate().toString()}T${MORNING}`, zone)) : fromInstant(at)

const before = (at: number, minutes: number, zone: string): number => {
  const days = Math.floor(minutes / 1440)
  return (days === 0 ? at : Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone).subtract({ days }).epochMilliseconds) - (minutes % 1440) * MINUTE
}

/** What is remembered of a moment that was given. */
export interface Remembered { /** when it was given */ readonly at: number; readonly answered: boolean; /** when it comes again, if it was put off */ readonly again: number | null }

export interface Look {
  readonly things: readonly Thing[]
  readonly remembered: ReadonlyMap<string, Remembered>
  /** The look before this one, since the vault was opened: what there was then. Null for the first. */
  readonly last: { readonly at: number; readonly keys: ReadonlySet<string> } | null
  readonly now: number
  readonly quiet: QuietHours
  readonly zone: string
}

export interface Due { readonly thing: Thing; /** what is given now, and what of it still stands */ readonly keys: readonly string[]; /** It should have come earlier, and could not. */ readonly missed: boolean }

export interface Found {
  readonly due: readonly Due[]
  /** Moments to remember as given now. */
  readonly given: readonly string[]
  /** Moments that had passed already when they were set: never given. */
  readonly passed: readonly string[]
  /** What was given, also now, and waits for an answer, by when it starts. */
  readonly standing: readonly Pick<Due, 'thing' | 'keys'>[]
  /** When to look again; null when nothing is ahead. */
  readonly next: number | null
}

/**
 * Which reminders are due. Each moment is given once; whoever gives it remembers its key first.
 * - *Quiet hours*: a reminder waits until their end. Not if what it reminds of begins before then and is not over; not for a medicine; not at the
 *   end of a snooze, which somebody chose. What is due in them is a matter of when it can be given: one missed by day does not come by night.
 * - *Missed* (the app closed, the computer asleep, the vault locked): given at the first look after, as long as it is of use: an event until twelve
 *   hours after it is over, a task until it is done. Several moments of one thing are one reminder. One that was given stands as long, at least twelve hours.
 * - *Set too late*: a moment that had passed before it was set is not given at all: who enters an appointment for this afternoon needs no "a day before".
 * - *Moved*: another time is another key: reminded of anew for the new time, no more for the old one. *Removed* or *done*: no more.
 */
export function whatIsDue({ things, remembered, last, now, quiet, zone }: Look): Found {
  const due: Due[] = [], given: string[] = [], passed: string[] = [], standing: { thing: Thing; keys: string[] }[] = []
  let next = Infinity
  for (const thing of things) {
    const keys: string[] = [], fresh: boolean[] = []
    let waits = false
    for (const moment of thing.moments) {
      const known = remembered.get(moment.key)
      if (known?.answered === true) continue
      if (known?.again === null) { keys.push(moment.key); waits ||= now < Math.max(thing.ofUseUntil, known.at + OF_USE); continue }
      const at = known?.again ?? moment.at, kind = known === undefined ? moment.kind : 'asked'
      if (known === undefined && last !== null && at < last.at && !last.keys.has(moment.key)) { passed.push(moment.key); continue }
      // It can only come later than its moment: what is behind the next one needs no more thought.
      if (at > now && at >= next) continue
      const held = (when: number): number | null => heldUntil(thing, kind, when, quiet, zone)
      const comes = held(at) ?? at
      if (comes > now) { next = Math.min(next, comes); continue }
      if (now >= Math.max(thing.ofUseUntil, kind === 'asked' ? at + OF_USE : 0)) continue
      const until = held(now)
      if (until !== null) { next = Math.min(next, until); continue }
      keys.push(moment.key)
      given.push(moment.key)
      fresh.push(now - comes > LATE)
    }
    if (waits || fresh.length > 0) standing.push({ thing, keys })
    if (fresh.length > 0) due.push({ thing, keys, missed: fresh.every(Boolean) })
  }
  return { due, given, passed, standing, next: next === Infinity ? null : next }
}

function heldUntil({ starts, over, medicine }: Thing, kind: Moment['kind'], at: number, quiet: QuietHours, zone: string): number | null {
  const end = quietUntil(at, quiet, zone)
  if (end === null || medicine || kind === 'asked') return null
  return kind === 'before' && starts !== null && starts < end && at < over ? null : end
}
