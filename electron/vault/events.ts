/** Calendar events and the history of all changes. Events, tasks and entries change together through change sets, so that every change can be undone. */
import { z } from 'zod'
import { CalendarEvent, ChangeSet, ChangeSummary, InstanceOf, isEventChange, type Change, type EntryChange, type EventChange, type TaskChange } from '../../shared/calendar.ts'
import { Id } from '../../shared/household.ts'
import { fromInstant, Instant } from '../../shared/time.ts'
import { changeEntry } from './household.ts'
import { accept, refusal, stored } from './refusal.ts'
import { changeTask } from './tasks.ts'
import { transaction, type Database } from './database.ts'

const MOST_AT_ONCE = 10_000
/** As far as a date goes. */
const NEVER = 8.64e15
const DAY_MS = 86_400_000

/** Every event that overlaps [from, to), by start. One without length counts where it stands; one that begins a series, for as long as its series may go on. */
export const eventsBetween = (database: Database, from: Instant, to: Instant): readonly CalendarEvent[] => {
  const [start, end] = [fromInstant(accept(Instant, from)), fromInstant(accept(Instant, to))]
  return database.prepare<[number, number, number], string>('SELECT body FROM events WHERE starts < ? AND (ends > ? OR starts >= ?) ORDER BY starts, ends, id').pluck().all(end, start, start).map(eventOf)
}

/** Those of them that exist, by start. */
export const eventsById = (database: Database, ids: readonly string[]): readonly CalendarEvent[] => {
  const wanted = accept(z.array(Id).max(MOST_AT_ONCE), ids)
  return database.prepare<[string], string>('SELECT body FROM events WHERE id IN (SELECT value FROM json_each(?)) ORDER BY starts, ends, id').pluck().all(JSON.stringify(wanted)).map(eventOf)
}

/** The times of these series that are events of their own, wherever they stand by now, by start. */
export const eventsOfSeries = (database: Database, seriesIds: readonly string[]): readonly CalendarEvent[] => {
  const wanted = accept(z.array(Id).max(MOST_AT_ONCE), seriesIds)
  return database.prepare<[string], string>('SELECT body FROM events WHERE series_id IN (SELECT value FROM json_each(?)) ORDER BY starts, ends, id').pluck().all(JSON.stringify(wanted)).map(eventOf)
}

/** The same without their events: which times of which series they are. */
export const instancesOfSeries = (database: Database, seriesIds: readonly string[]): readonly InstanceOf[] => {
  const wanted = accept(z.array(Id).max(MOST_AT_ONCE), seriesIds)
  return database.prepare<[string], string>("SELECT body -> '$.instanceOf' FROM events WHERE series_id IN (SELECT value FROM json_each(?))").pluck().all(JSON.stringify(wanted)).map((json) => stored(InstanceOf, 'events', json))
}

/**
 * Applies a change set in order and remembers it, all or nothing. Refuses with `calendar.changed` when what is to be added is there already,
 * or what is to be edited or removed is not as `before` says; with `calendar.nothing-to-undo` when `undoes` names no set that still stands.
 */
export const applyChanges = (database: Database, input: ChangeSet, undoes?: string): null => {
  const set = accept(ChangeSet, input)
  return transaction(database, () => {
    for (const change of set.changes) applyChange(database, change)
    database.prepare('INSERT INTO change_sets (id, undone, body) VALUES (?, ?, ?)').run(set.id, set.undone ? 1 : 0, JSON.stringify(set))
    if (undoes !== undefined && database.prepare('UPDATE change_sets SET undone = 1 WHERE id = ? AND undone = 0').run(accept(Id, undoes)).changes !== 1) throw refusal('calendar.nothing-to-undo')
    return null
  })
}

/** What the newest change sets are, newest first. */
export const changeSummaries = (database: Database, limit: number): readonly ChangeSummary[] =>
  database.prepare<[number], { id: string; at: string; label: string; source: string; undone: number }>("SELECT id, body ->> '$.at' AS at, body ->> '$.label' AS label, body ->> '$.source' AS source, undone FROM change_sets ORDER BY position DESC LIMIT ?")
    .all(accept(z.number().int().min(1).max(MOST_AT_ONCE), limit))
    .map((row) => stored(ChangeSummary, 'change_sets', JSON.stringify({ ...row, undone: row.undone === 1 })))

/** One change set. Refuses with `calendar.nothing-to-undo` when there is none. */
export const readChangeSet = (database: Database, id: string): ChangeSet => {
  const row = database.prepare<[string], { undone: number; body: string }>('SELECT undone, body FROM change_sets WHERE id = ?').get(accept(Id, id))
  if (row === undefined) throw refusal('calendar.nothing-to-undo')
  return { ...stored(ChangeSet, 'change_sets', row.body), undone: row.undone === 1 }
}

/** The newest change sets, newest first. */
export const changeHistory = (database: Database, limit: number): readonly ChangeSet[] =>
  database.prepare<[number], { undone: number; body: string }>('SELECT undone, body FROM change_sets ORDER BY position DESC LIMIT ?')
    .all(accept(z.number().int().min(1).max(MOST_AT_ONCE), limit))
    .map((row) => ({ ...stored(ChangeSet, 'change_sets', row.body), undone: row.undone === 1 }))

const applyChange = (database: Database, change: Change): void => {
  if (isEventChange(change)) changeEvent(database, change)
  else if (change.kind === 'household') changeEntry(database, change satisfies EntryChange)
  else changeTask(database, change satisfies TaskChange)
}

const changeEvent = (database: Database, change: EventChange): void => {
  if (change.kind === 'edit' && change.before.id !== change.after.id) throw refusal('input.invalid', { what: 'changes (an edit keeps the id)' })
  const id = change.kind === 'add' ? change.after.id : change.before.id
  const body = database.prepare<[string], string>('SELECT body FROM events WHERE id = ?').pluck().get(id)
  const expected = change.kind === 'add' ? undefined : JSON.stringify(change.before)
  // Both sides were written by the same schema, whose fields always come in the same order.
  if ((body === undefined ? undefined : JSON.stringify(eventOf(body))) !== expected) throw refusal('calendar.changed')
  if (change.kind === 'remove') { database.prepare('DELETE FROM events WHERE id = ?').run(id); return }
  const { after } = change
  database.prepare('INSERT OR REPLACE INTO events (id, starts, ends, series_id, body) VALUES (?, ?, ?, ?, ?)').run(id, firstOf(after), lastOf(after), after.instanceOf?.seriesId ?? null, JSON.stringify(after))
}

/** Added dates may lie before the start. */
const firstOf = ({ start, repeats }: CalendarEvent): number => Math.min(fromInstant(start), ...(repeats?.rdates ?? []).map(fromInstant))

/** When nothing of it can follow: without a bound in its rule, never. Two days more than UNTIL says, because it may be a date of any zone. */
const lastOf = ({ start, end, repeats }: CalendarEvent): number => {
  if (repeats === undefined) return fromInstant(end)
  const length = fromInstant(end) - fromInstant(start), [, year, month, day] = /UNTIL=(\d{4})(\d\d)(\d\d)/i.exec(repeats.rrule ?? '') ?? []
  const until = repeats.rrule === undefined ? fromInstant(start) : year === undefined ? NEVER : Date.UTC(Number(year), Number(month) - 1, Number(day)) + 2 * DAY_MS
  return Math.min(NEVER, Math.max(until, fromInstant(start), ...repeats.rdates.map(fromInstant)) + length)
}

const eventOf = (body: string): CalendarEvent => stored(CalendarEvent, 'events', body)
