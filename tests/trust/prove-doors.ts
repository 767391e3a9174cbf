/** P3 by a second opinion on the lint: every file of the product is read for what it imports, against a list of powers of its own. */
import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { createCounter, type Tally } from './tally.ts'

const root = join(import.meta.dirname, '../..')

/** What may be imported where. */
const POWERS: readonly (readonly [modules: RegExp, files: readonly string[]])[] = [
  [/^electron(?:\/.+)?$/, ['electron/main.ts', 'electron/preload.ts', 'electron/window/app-scheme.ts', 'electron/window/open-window.ts', 'electron/window/notifications.ts', 'electron/window/picked-files.ts', 'electron/window/keychain.ts', 'electron/window/tray.ts']],
  [/^(?:node:)?(?:net|tls|http|https|http2|dns|dns\/promises|dgram|undici|ws)$/, ['electron/cloud/wire.ts', 'electron/cloud/door-fetch.ts', 'electron/cloud/practice.ts', 'electron/cloud/tripwire.ts', 'electron/cloud/address.ts']],
  [/^(?:node:)?(?:child_process|cluster|vm|repl|inspector)$/, ['electron/cloud/tripwire.ts', 'electron/cloud/no-network.ts']],
  [/^better-sqlite3/, ['electron/vault/database.ts']],
  [/^ollama(?:\/|$)/, ['electron/local/ollama-door.ts']],
  [/^openai(?:\/|$)/, ['electron/cloud/providers/openai-chat.ts']],
  [/^ical\.js$/, ['electron/calendar/ics/jcal.ts']],
]

const importsOf = (source: string): readonly string[] => [...source.matchAll(/^(?:import\s+(?!type\b)(?:[\w*{},\s$]+?\sfrom\s+)?|export\s+(?!type\b)[\w*{},\s$]+?\sfrom\s+)['"]([^'"]+)['"]|\bimport\(\s*['"]([^'"]+)['"]|\brequire\(\s*['"]([^'"]+)['"]/gm)].map(([, from, loaded, required]) => from ?? loaded ?? required ?? '')

/** Each power against each file; `planted` are files that only the caller knows. */
export function proveDoors(planted: Readonly<Record<string, string>> = {}): Promise<Tally> {
  const { count, tally } = createCounter()
  const files = new Map(globSync('{electron,renderer,shared}/**/*.{ts,tsx}', { cwd: root }).map((path) => [path, readFileSync(join(root, path), 'utf8')]))
  for (const [path, source] of [...files, ...Object.entries(planted)]) {
    const imports = importsOf(source)
    for (const [modules, doors] of POWERS) count(`${path} imports ${imports.filter((name) => modules.test(name)).join(', ')}`, doors.includes(path) || !imports.some((name) => modules.test(name)))
  }
  for (const [, doors] of POWERS) for (const door of doors) count(`there is no ${door}`, files.has(door))
  return Promise.resolve(tally())
}
