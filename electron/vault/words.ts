/** What the calendar and the tasks say, each text once: what the privacy layers have to know of them. */
import { z } from 'zod'
import type { CalendarEvent, Change, ChangeSet } from '../../shared/calendar.ts'
import type { Task } from '../../shared/tasks.ts'
import type { Database } from './database.ts'
import { accept, parseJson } from './refusal.ts'

/** The words of one event or task, and of an imported one who comes to it and where it is. */
export interface Written { readonly text: string; readonly names: readonly string[]; readonly addresses: readonly string[]; readonly places: readonly string[] }

/** As of the change set with this position. `whole`: everything that is there; otherwise what came since the position that was asked from. */
export interface Words { readonly at: number; readonly whole: boolean; readonly written: readonly Written[] }

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

/** Everything there is, or, where nothing was taken away or reworded since `since`, only what was added. */
export const readWords = (database: Database, since: number | null): Words => {
  const from = accept(z.int().min(0).nullable(), since)
  const at = database.prepare<[], number>('SELECT coalesce(max(position), 0) FROM change_sets').pluck().get() ?? 0
  const added = from === null ? null : addedSince(database, from)
  if (added !== null) return { at, whole: false, written: added }
  const all = new Map<string, Written>()
  const take = (written: Written): void => { all.set(identityOf(written), written) }
  for (const body of database.prepare<[], string>('SELECT body FROM events').pluck().iterate()) take(wordsOfEvent(parseJson(body) as CalendarEvent))
  for (const body of database.prepare<[], string>('SELECT body FROM tasks').pluck().iterate()) take(wordsOfTask(parseJson(body) as Task))
  return { at, whole: true, written: [...all.values()] }
}

/** Null when words went, or so much happened that reading everything is no more work. */
function addedSince(database: Database, since: number): readonly Written[] | null {
  const bodies = database.prepare<[number, number], string>('SELECT body FROM change_sets WHERE position > ? ORDER BY position LIMIT ?').pluck().all(since, MOST_SETS + 1)
  if (bodies.length > MOST_SETS) return null
  const written: Written[] = []
  for (const change of bodies.flatMap((body) => (parseJson(body) as ChangeSet).changes)) {
    const [before, after] = bothOf(change)
    if (before !== undefined && (after === undefined || identityOf(before) !== identityOf(after))) return null
    if (before === undefined && after !== undefined) written.push(after)
  }
  return written
}

const MOST_SETS = 200

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
