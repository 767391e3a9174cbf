/** Settings, and the secrets of providers: those go in, and come out for the wire alone. */
import { z } from 'zod'
import { defaultSettings, Settings } from '../../shared/settings.ts'
import { accept, stored } from './refusal.ts'
import type { Database } from './database.ts'

const Name = z.string().min(1).max(120)

/** What was last written, or the defaults. */
export const readSettings = (database: Database): Settings => {
  const body = database.prepare<[], string>('SELECT body FROM settings').pluck().get()
  return body === undefined ? defaultSettings : stored(Settings, 'settings', body)
}

export const writeSettings = (database: Database, settings: Settings): null => {
  database.prepare('INSERT OR REPLACE INTO settings (only, body) VALUES (1, ?)').run(JSON.stringify(accept(Settings, settings)))
  return null
}

/** The secret of that name, or null. */
export const readSecret = (database: Database, name: string): string | null => database.prepare<[string], string>('SELECT value FROM secrets WHERE name = ?').pluck().get(accept(Name, name)) ?? null

/** Keeps a secret; an empty one removes what was there. */
export const writeSecret = (database: Database, name: string, value: string): null => {
  const [key, secret] = [accept(Name, name), accept(z.string().max(4000), value)]
  if (secret === '') database.prepare('DELETE FROM secrets WHERE name = ?').run(key)
  else database.prepare('INSERT OR REPLACE INTO secrets (name, value) VALUES (?, ?)').run(key, secret)
  return null
}
