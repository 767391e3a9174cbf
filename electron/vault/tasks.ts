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

const Keys = z.array(z.string().min(1).max(200)).max(10_000)

/** Which of these reminders were given already. */
export const remindersGiven = (database: Database, keys: readonly string[]): readonly string[] =>
  database.prepare<[string], string>('SELECT key FROM reminders_given WHERE key IN (SELECT value FROM json_each(?))').pluck().all(JSON.stringify(accept(Keys, keys)))

/** Remembers that they were given, `at` in milliseconds since 1970, and forgets those given before `before`. */
export const giveReminders = (database: Database, keys: readonly string[], at: number, before: number): null =>
  transaction(database, () => {
    const give = database.prepare('INSERT OR IGNORE INTO reminders_given (key, at) VALUES (?, ?)')
    for (const key of accept(Keys, keys)) give.run(key, at)
    database.prepare('DELETE FROM reminders_given WHERE at < ?').run(before)
    return null
  })

const taskOf = (body: string): Task => stored(Task, 'tasks', body)
