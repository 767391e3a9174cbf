/**
 * Loaded before a program (node --import): lets something happen just before the KILL_AT-th time one of its threads changes something
 * below KILL_BELOW. KILL_HOW says what: `kill` (also when it is absent) as by kill -9; `torn` the same in the middle of a write;
 * `power-cut` the same, with everything lost that was written and not synced; anything else is the code of an error that this
 * step ends with, which is said on standard error.
 */
import fs from 'node:fs'
import { syncBuiltinESMExports } from 'node:module'

const FAILED = 'failed on purpose'
const at = Number(process.env['KILL_AT'])
const below = process.env['KILL_BELOW'] ?? ''
const how = process.env['KILL_HOW'] ?? 'kill'
const { truncateSync, writeSync } = fs
/** What is open, by descriptor. */
const opened = new Map<unknown, string>()
/** What a power cut would take: files with something in them that was never synced. */
const unsynced = new Set<string>()
let steps = 0

const end = (): void => { process.kill(process.pid, 'SIGKILL') }
const happen = (name: string, given: readonly unknown[]): void => {
  switch (how) {
    case 'kill': end(); return
    case 'torn':
      if (name === 'writeSync') writeSync(Number(given[0]), String(given[1]).slice(0, String(given[1]).length >> 1))
      end()
      return
    case 'power-cut':
      for (const path of unsynced) truncateSync(path, 0)
      end()
      return
    default:
      // So that a test knows it came this far, also where nobody minds.
      writeSync(2, `${FAILED}\n`)
      throw Object.assign(new Error(`${how} on purpose`), { code: how })
  }
}
const remember = (name: string, given: readonly unknown[], result: unknown): void => {
  const path = opened.get(given[0])
  if (name === 'openSync') opened.set(result, String(given[0]))
  if (name === 'writeSync' && path !== undefined) unsynced.add(path)
  if (name === 'fsyncSync' && path !== undefined) unsynced.delete(path)
  if (name === 'renameSync' && unsynced.delete(String(given[0]))) unsynced.add(String(given[1]))
  if (name === 'copyFileSync') unsynced.add(String(given[1]))
  if (name === 'rmSync') unsynced.delete(String(given[0]))
  if (name === 'closeSync') opened.delete(given[0])
}

for (const name of ['mkdirSync', 'openSync', 'writeSync', 'fsyncSync', 'closeSync', 'renameSync', 'rmSync', 'copyFileSync'] as const) {
  const original = fs[name] as (...given: unknown[]) => unknown
  const counted = (...given: unknown[]): unknown => {
    const isBelow = name === 'writeSync' || name === 'fsyncSync' || name === 'closeSync' ? opened.has(given[0]) : String(given[0]).startsWith(below)
    // Closing changes nothing that lasts, nor does opening what is only read.
    const changes = isBelow && name !== 'closeSync' && !(name === 'openSync' && given[1] === 'r')
    if (changes && ++steps === at) happen(name, given)
    const result = original(...given)
    if (isBelow) remember(name, given, result)
    return result
  }
  Object.assign(fs, { [name]: counted })
}
syncBuiltinESMExports()
