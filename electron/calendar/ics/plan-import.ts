/** What a calendar file would change: each entry compared with what is there, as a row a person can choose and the changes it stands for. Pure. */
import { isDeepStrictEqual } from 'node:util'
import { CalendarEvent, type Change } from '../../../shared/calendar.ts'
import type { Household } from '../../../shared/household.ts'
import type { ImportRow, Remark, Times, Unreadable } from '../../../shared/ical.ts'
import { problem } from '../../../shared/problems.ts'
import { ok, type Result } from '../../../shared/result.ts'
import { Task } from '../../../shared/tasks.ts'
import type { Instant } from '../../../shared/time.ts'
import { instanceId } from '../series.ts'
import { eventDifferences, isAsRead, mergedEvent, mergedTask, remainder, taskDifferences } from './compare.ts'
import { readEntries, sequenceOf, type CalledOff, type FoundEvent, type FoundSeries, type FoundTask, type FoundTime } from './entries.ts'
import type { Component } from './jcal.ts'
import { eventAsRead, keep, keptOf, taskAsRead } from './kept.ts'
import { readEvent } from './read-event.ts'
import { readTask } from './read-task.ts'
import { ownUid, writeEvent, writeTask } from './write-entries.ts'

export interface Plan { readonly calendar: string; readonly rows: readonly PlannedRow[]; readonly unreadable: readonly Unreadable[] }
/** `line` is where it begins in the file. */
export interface PlannedRow { readonly row: ImportRow; readonly line: number; readonly changes: readonly Change[] }

export interface ImportContext {
  readonly household: Pick<Household, 'zone' | 'people' | 'places'>
  /** All there are. */
  readonly events: readonly CalendarEvent[]
  readonly tasks: readonly Task[]
  readonly now: Instant
  readonly newId: () => string
}

/**
 * Entries are known again by their UID. Of a known one each thing is taken from the file only where the file says something else than when it last came, so that what was changed here
 * since stays; of an entry that went out from here, where it says something else than it went out with.
 */
export function planImport(file: Uint8Array, context: ImportContext): Result<Plan> {
  const found = readEntries(file, context.household, context.now)
  if (!found.ok) return found
  const there = index(context), unreadable = [...found.value.unreadable], rows: PlannedRow[] = []
  for (const entry of found.value.entries) {
    const planned = entry.kind === 'event' ? planSeries(entry, there, context) : entry.kind === 'task' ? planTask(entry, there, context) : planCalledOff(entry, there)
    if ('what' in planned) unreadable.push({ title: planned.title, line: entry.line, problem: problem('ics.entry', { what: planned.what }) })
    else rows.push({ line: entry.line, changes: planned.changes, row: { ...planned.row, row: rows.length } })
  }
  return ok({ calendar: found.value.calendar, rows, unreadable: unreadable.sort((a, b) => a.line - b.line) })
}

interface There { readonly events: ReadonlyMap<string, CalendarEvent>; readonly times: ReadonlyMap<string, readonly CalendarEvent[]>; readonly tasks: ReadonlyMap<string, Task> }
function index({ events, tasks }: ImportContext): There {
  const times = Map.groupBy(events.filter(({ instanceOf }) => instanceOf !== undefined), ({ instanceOf }) => instanceOf?.seriesId ?? '')
  return {
    events: new Map(events.filter(({ instanceOf }) => instanceOf === undefined).map((event) => [event.ical?.uid ?? ownUid(event.id), event])),
    times,
    tasks: new Map(tasks.map((task) => [task.ical?.uid ?? ownUid(task.id), task])),
  }
}

type Planned = { readonly row: Omit<ImportRow, 'row'>; readonly changes: readonly Change[] } | { readonly title: string; readonly what: string }

const OUT_OF_RANGE = 'a date or a text in it is beyond what the calendar holds'
const TOO_LARGE = 'there is more in it than the calendar keeps with an entry'

function planSeries(entry: FoundSeries, there: There, context: ImportContext): Planned {
  const remarks = new Set<Remark>(entry.remarks), before = there.events.get(entry.uid), { title } = entry.fields
  const main = planEvent(entry, before, { id: before?.id ?? context.newId() }, context, remarks)
  if (typeof main === 'string') return { title, what: main }
  const own = new Map((there.times.get(main.after.id) ?? []).map((time) => [time.instanceOf?.at ?? '', time])), changes: Change[] = [...main.changes]
  let single = 0
  for (const time of entry.times) {
    const planned = planTime(time, main.after.id, own.get(time.at), context, remarks)
    if (typeof planned === 'string') return { title, what: `the time on ${time.at.slice(0, 10)}: ${planned}` }
    own.delete(time.at)
    single++
    changes.push(...planned.changes)
  }
  // What the file once had as a time of its own, and has no longer, follows its series again. What was changed here stays.
  if (before !== undefined) for (const time of own.values()) { const kept = keptOf(time.ical); if (kept !== undefined && isAsRead(time, eventAsRead(kept))) changes.push({ kind: 'remove', before: time }) }
  return {
    changes,
    row: {
      kind: 'event', status: before === undefined ? 'new' : changes.length === 0 ? 'unchanged' : 'changed', title, times: timesOf(main.after), repeats: main.after.repeats !== undefined, single, place: entry.place,
      differences: before === undefined ? [] : [...main.differences, ...(changes.length > main.changes.length ? [{ field: 'single times' as const, before: String((there.times.get(main.after.id) ?? []).length), after: String(single) }] : [])],
      remarks: [...remarks],
    },
  }
}

interface PlannedEvent { readonly after: CalendarEvent; readonly changes: readonly Change[]; readonly differences: ImportRow['differences'] }

function planEvent(entry: FoundEvent, before: CalendarEvent | undefined, identity: Pick<CalendarEvent, 'id' | 'instanceOf'>, context: ImportContext, remarks: Set<Remark>): PlannedEvent | string {
  const ical = keep(entry.uid, entry.kept, (remark) => remarks.add(remark))
  if (ical === undefined) return TOO_LARGE
  const last = before === undefined ? undefined : lastOfEvent(before, context)
  const after = CalendarEvent.safeParse({ ...(before === undefined || last === undefined ? entry.fields : mergedEvent(before, last.fields, entry.fields)), ...identity, ical })
  if (!after.success) return OUT_OF_RANGE
  if (before === undefined || last === undefined) return { after: after.data, changes: [{ kind: 'add', after: after.data }], differences: [] }
  if (sequenceOf({ component: entry.kept.entry }) < sequenceOf({ component: last.entry })) remarks.add('older')
  const differences = eventDifferences(before, after.data, context.household)
  const kept = isDeepStrictEqual(remainder(entry.kept.entry), remainder(last.entry)) ? [] : [{ field: 'kept' as const }]
  return differences.length + kept.length === 0 ? { after: before, changes: [], differences: [] } : { after: after.data, changes: [{ kind: 'edit', before, after: after.data }], differences: [...differences, ...kept] }
}

function planTime(time: FoundTime, seriesId: string, before: CalendarEvent | undefined, context: ImportContext, remarks: Set<Remark>): PlannedEvent | string {
  return planEvent(time, before, { id: instanceId(seriesId, time.at), instanceOf: { seriesId, at: time.at } }, context, remarks)
}

/** How an event was when its file last came, or as it would go out from here. */
function lastOfEvent(before: CalendarEvent, context: ImportContext): { readonly fields: ReturnType<typeof eventAsRead>; readonly entry: Component } {
  const kept = keptOf(before.ical)
  if (kept !== undefined) return { fields: eventAsRead(kept), entry: kept.entry }
  const [entry] = writeEvent(before, { ...context.household, now: context.now })
  if (entry === undefined) throw new Error('an event is written as one')
  return { fields: readEvent(entry, { ...context.household, zoneOf: (tzid) => ({ zone: tzid, byOffsets: false }) }, () => undefined), entry }
}
function lastOfTask(before: Task, context: ImportContext): { readonly fields: ReturnType<typeof taskAsRead>; readonly entry: Component } {
  const kept = keptOf(before.ical)
  if (kept !== undefined) return { fields: taskAsRead(kept), entry: kept.entry }
  const entry = writeTask(before, { ...context.household, now: context.now })
  return { fields: readTask(entry, { ...context.household, zoneOf: (tzid) => ({ zone: tzid, byOffsets: false }) }, context.now, () => undefined), entry }
}

/** Minutes a task takes where nobody said. */
const EFFORT = 15

function planTask(entry: FoundTask, there: There, context: ImportContext): Planned {
  const remarks = new Set<Remark>(entry.remarks), { title } = entry.fields, before = there.tasks.get(entry.uid)
  const ical = keep(entry.uid, entry.kept, (remark) => remarks.add(remark))
  if (ical === undefined) return { title, what: TOO_LARGE }
  const last = before === undefined ? undefined : lastOfTask(before, context)
  const after = Task.safeParse({ rotation: 'together', effort: EFFORT, checklist: [], medicine: false, done: [], ...(before === undefined || last === undefined ? entry.fields : mergedTask(before, last.fields, entry.fields)), id: before?.id ?? context.newId(), ical })
  if (!after.success) return { title, what: OUT_OF_RANGE }
  const { due } = after.data, row = { kind: 'task' as const, title, times: due === undefined ? null : { start: due.at, end: due.at, zone: due.zone, allDay: due.allDay }, repeats: after.data.repeats !== undefined, single: 0, place: '' }
  if (before === undefined || last === undefined) return { changes: [{ kind: 'add-task', after: after.data }], row: { ...row, status: 'new', differences: [], remarks: [...remarks] } }
  if (sequenceOf({ component: entry.kept.entry }) < sequenceOf({ component: last.entry })) remarks.add('older')
  const differences = [...taskDifferences(before, after.data, context.household), ...(isDeepStrictEqual(remainder(entry.kept.entry), remainder(last.entry)) ? [] : [{ field: 'kept' as const }])]
  return differences.length === 0
    ? { changes: [], row: { ...row, status: 'unchanged', differences, remarks: [...remarks] } }
    : { changes: [{ kind: 'edit-task', before, after: after.data }], row: { ...row, status: 'changed', differences, remarks: [...remarks] } }
}

/** What a file calls off is removed where it is known; else there is nothing to do about it, which is said. */
function planCalledOff({ uid, title }: CalledOff, there: There): Planned {
  const event = there.events.get(uid), task = there.tasks.get(uid)
  if (event !== undefined) return { changes: [{ kind: 'remove', before: event }, ...(there.times.get(event.id) ?? []).map((before): Change => ({ kind: 'remove', before }))], row: { kind: 'event', status: 'removed', title: event.title, times: timesOf(event), repeats: event.repeats !== undefined, single: 0, place: '', differences: [], remarks: ['cancelled'] } }
  if (task !== undefined) return { changes: [{ kind: 'remove-task', before: task }], row: { kind: 'task', status: 'removed', title: task.title, times: null, repeats: task.repeats !== undefined, single: 0, place: '', differences: [], remarks: ['cancelled'] } }
  return { title, what: 'it is called off, and is not in your calendar' }
}

const timesOf = ({ start, end, zone, allDay }: CalendarEvent): Times => ({ start, end, zone, allDay })
