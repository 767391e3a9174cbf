/** What the calendar and the tasks say, each text once with how often: what the privacy layers have to know of them. */
import { z } from 'zod'
import type { CalendarEvent, Change, ChangeSet } from '../../shared/calendar.ts'
import type { Task } from '../../shared/tasks.ts'
import type { Database } from './database.ts'
import { accept, parseJson } from './refusal.ts'

/** The words of one event or task, and of an imported one who comes to it and where it is. */
export interface Written { readonly text: string; readonly names: readonly string[]; readonly addresses: readonly string[]; readonly places: readonly string[] }

/** What is said, and how many entries say it or, where words went, no longer do. */
export interface Said { readonly written: Written; readonly times: number }

/** As of the change set with this position. `whole`: everything that is there; otherwise what came and went since the position that was asked from. `more`: the rest is asked for next. */
export interface Words { readonly at: number; readonly whole: boolean; readonly added: readonly Said[]; readonly gone: readonly Said[]; readonly more: boolean }

type Worded = Pick<CalendarEvent, 'title' | 'note' | 'ical'>

export const wordsOfEvent = ({ title, note = '', ical }: Worded): Written => ({ text: `${title}\n${note}`, ...ofFile(ical?.rest ?? '') })
export const wordsOfTask = ({ title, list = '', checklist, note, ical }: Pick<Task, 'title' | 'list' | 'checklist' | 'note' | 'ical'>): Written =>
  wordsOfEvent({ title, note: [list, ...checklist.map(({ text }) => text), note].join('\n'), ...(ical === undefined ? {} : { ical }) })

/** Who comes to an imported entry or sends it, by name and address, and where it is. `rest` is jCal (RFC 7265): names stand behind CN, addresses behind mailto. */
function ofFile(rest: string): Omit<Written, 'text'> {
  const texts = (pattern: RegExp): string[] => rest === '' ? [] : [...new Set([...rest.matchAll(pattern)].flatMap(([, json]) => { const value: unknown = JSON.parse(`"${json ?? ''}"`); return typeof value === 'string' ? [value] : [] }))]
  return { names: texts(/"cn":"((?:[^"\\]|\\.)*)"/gi), addresses: texts(/"mailto:((?:[^"\\]|\\.)*)"/gi), places: texts(/\["location",\{[^\]]*?\},"text","((?:[^"\\]|\\.)*)"/gi) }
}

export const identityOf = (written: Written): string => JSON.stringify(written)

/** Everything that is there is read and told in parts, so that nobody waits long for anything else. */
interface Reading { readonly at: number; readonly texts: Map<string, { readonly written: Written; times: number }>; readonly tables: readonly ('events' | 'tasks')[]; readonly row: number; readonly told: number }

const readings = new WeakMap<Database, Reading>()
const ROWS_AT_ONCE = 2000, TEXTS_AT_ONCE = 300

/** What came and went since `since`; where that is null, or so much happened that reading everything is no more work, the first part of everything. */
export const readWords = (database: Database, since: number | null): Words => {
  const from = accept(z.int().min(0).nullable(), since), at = newestChange(database)
  readings.delete(database)
  const changes = from === null ? null : changesSince(database, from)
  if (changes !== null) return { at, whole: false, ...changes, more: false }
  readings.set(database, { at, texts: new Map(), tables: ['events', 'tasks'], row: 0, told: 0 })
  return readMoreWords(database)
}

/** The next part. What changed meanwhile makes it begin anew: `whole` again says that what was told before counts no more. */
export const readMoreWords = (database: Database): Words => {
  const reading = readings.get(database)
  if (reading === undefined || (reading.tables.length > 0 && reading.at !== newestChange(database))) return readWords(database, null)
  const [table] = reading.tables
  return table === undefined ? tell(database, reading) : read(database, reading, table)
}

function read(database: Database, reading: Reading, table: 'events' | 'tasks'): Words {
  const column = table === 'events' ? 'rowid' : 'position'
  const rows = database.prepare<[number, number], { row: number; body: string }>(`SELECT ${column} AS row, body FROM ${table} WHERE ${column} > ? ORDER BY ${column} LIMIT ?`).all(reading.row, ROWS_AT_ONCE)
  for (const { body } of rows) {
    const written = table === 'events' ? wordsOfEvent(parseJson(body) as CalendarEvent) : wordsOfTask(parseJson(body) as Task), key = identityOf(written), before = reading.texts.get(key)
    if (before === undefined) reading.texts.set(key, { written, times: 1 })
    else before.times += 1
  }
  const last = rows.at(-1), isDone = last === undefined || rows.length < ROWS_AT_ONCE
  readings.set(database, { ...reading, ...(isDone ? { tables: reading.tables.slice(1), row: 0 } : { row: last.row }) })
  return { at: reading.at, whole: true, added: [], gone: [], more: true }
}

function tell(database: Database, reading: Reading): Words {
  const added = [...reading.texts.values().drop(reading.told).take(TEXTS_AT_ONCE)], told = reading.told + added.length, more = told < reading.texts.size
  if (more) readings.set(database, { ...reading, told })
  else readings.delete(database)
  return { at: reading.at, whole: reading.told === 0, added, gone: [], more }
}

const newestChange = (database: Database): number => database.prepare<[], number>('SELECT coalesce(max(position), 0) FROM change_sets').pluck().get() ?? 0

function changesSince(database: Database, since: number): Pick<Words, 'added' | 'gone'> | null {
  const { sets, length } = database.prepare<[number], { sets: number; length: number }>('SELECT count(*) AS sets, coalesce(sum(length(body)), 0) AS length FROM change_sets WHERE position > ?').get(since) ?? { sets: 0, length: 0 }
  if (sets > MOST_SETS || length > LONGEST_SETS) return null
  const added: Said[] = [], gone: Said[] = []
  for (const body of database.prepare<[number], string>('SELECT body FROM change_sets WHERE position > ? ORDER BY position').pluck().iterate(since))
    for (const change of (parseJson(body) as ChangeSet).changes) {
      const [before, after] = bothOf(change)
      if (before !== undefined && after !== undefined && identityOf(before) === identityOf(after)) continue
      if (before !== undefined) gone.push({ written: before, times: 1 })
      if (after !== undefined) added.push({ written: after, times: 1 })
    }
  return { added, gone }
}

const MOST_SETS = 200, LONGEST_SETS = 2_000_000

/** What a change finds and what it leaves; neither for an entry of the household, which is read as it is. */
function bothOf(change: Change): readonly [before: Written | undefined, after: Written | undefined] {
  switch (change.kind) {
    case 'add': return [undefined, wordsOfEvent(change.after)]
    case 'edit': return [wordsOfEvent(change.before), wordsOfEvent(change.after)]
    case 'remove': return [wordsOfEvent(change.before), undefined]
    case 'add-task': return [undefined, wordsOfTask(change.after)]
    case 'edit-task': return [wordsOfTask(change.before), wordsOfTask(change.after)]
    case 'remove-task': return [wordsOfTask(change.before), undefined]
    case 'household': return [undefined, undefined]
  }
}
