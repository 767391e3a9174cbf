/** Tasks at rest, and which reminders were given. Tasks change only through change sets. */
import { z } from 'zod'
import type { TaskChange } from '../../shared/calendar.ts'
import { Task } from '../../shared/tasks.ts'
import { fromInstant } from '../../shared/time.ts'
import { accept, refusal, stored } from './refusal.ts'
import { transaction, type Database } from './database.ts'

/** All of them, in the order they were made. */
export const listTasks = (database: Database): readonly Task[] => database.prepare<[], string>('SELECT body FROM tasks ORDER BY position').pluck().all().map(taskOf)

/** As one change of a change set; `calendar.changed` when what is there is not what the change was made for. */
export const changeTask = (database: Database, change: TaskChange): void => {
  if (change.kind === 'edit-task' && change.before.id !== change.after.id) throw refusal('input.invalid', { what: 'changes (an edit keeps the id)' })
  const id = change.kind === 'add-task' ? change.after.id : change.before.id
  const body = database.prepare<[string], string>('SELECT body FROM tasks WHERE id = ?').pluck().get(id)
  const expected = change.kind === 'add-task' ? undefined : JSON.stringify(change.before)
  if ((body === undefined ? undefined : JSON.stringify(taskOf(body))) !== expected) throw refusal('calendar.changed')
  if (change.kind === 'remove-task') { database.prepare('DELETE FROM tasks WHERE id = ?').run(id); return }
  const { due, doneAt } = change.after
  database.prepare('INSERT INTO tasks (id, due, body) VALUES (?, ?, ?) ON CONFLICT (id) DO UPDATE SET due = excluded.due, body = excluded.body')
    .run(id, due === undefined || doneAt !== undefined ? null : fromInstant(due.at), JSON.stringify(change.after))
}

const Keys = z.array(z.string().min(1).max(200)).max(100_000)
const Moment = z.number().int().min(-8.64e15).max(8.64e15)

/** Of a reminder that was given: when, whether it was answered, and when it comes again if it was put off; in milliseconds since 1970. */
export interface GivenReminder { readonly key: string; readonly at: number; readonly answered: boolean; readonly again: number | null }

/** What is remembered of these reminders; of one not given yet nothing. */
export const remindersGiven = (database: Database, keys: readonly string[]): readonly GivenReminder[] =>
  database.prepare<[string], { key: string; at: number; answered: number; again: number | null }>('SELECT key, at, answered, again FROM reminders_given WHERE key IN (SELECT value FROM json_each(?))')
    .all(JSON.stringify(accept(Keys, keys))).map((row) => ({ ...row, answered: row.answered === 1 }))

/** What is given now, what is never to be given because its moment had passed when it was set, and what can be forgotten. Moments in milliseconds since 1970. */
export const GivenNow = z.strictObject({ at: Moment, given: Keys, passed: Keys, forget: z.strictObject({ /** what was given before it */ before: Moment, /** but not these */ except: Keys }) })
export type GivenNow = z.infer<typeof GivenNow>

/** Remembers them, in one transaction: one that was put off is given anew and waits for an answer again. */
export const giveReminders = (database: Database, input: GivenNow): null => {
  const { at, given, passed, forget } = accept(GivenNow, input)
  return transaction(database, () => {
    const remember = database.prepare('INSERT OR REPLACE INTO reminders_given (key, at, answered, again) VALUES (?, ?, ?, NULL)')
    for (const key of given) remember.run(key, at, 0)
    for (const key of passed) remember.run(key, at, 1)
    database.prepare('DELETE FROM reminders_given WHERE at < ? AND key NOT IN (SELECT value FROM json_each(?))').run(forget.before, JSON.stringify(forget.except))
    return null
  })
}

/** Remembers the answer: done with (`again` null), or to come again then. Of one that was not given nothing. */
export const answerReminders = (database: Database, keys: readonly string[], again: number | null): null => {
  database.prepare('UPDATE reminders_given SET answered = ?, again = ? WHERE key IN (SELECT value FROM json_each(?))').run(again === null ? 1 : 0, accept(Moment.nullable(), again), JSON.stringify(accept(Keys, keys)))
  return null
}

const taskOf = (body: string): Task => stored(Task, 'tasks', body)
