/** Loaded before a program (node --import): kills it, as by kill -9, just before the KILL_AT-th time one of its threads changes or syncs something below KILL_BELOW. */
import fs from 'node:fs'
import { syncBuiltinESMExports } from 'node:module'

const at = Number(process.env['KILL_AT'])
const below = process.env['KILL_BELOW'] ?? ''
const watched = ['mkdirSync', 'chmodSync', 'openSync', 'writeSync', 'fsyncSync', 'renameSync', 'rmSync'] as const
const handles = new Set<unknown>()
let steps = 0

for (const name of watched) {
  const original = fs[name] as (...given: unknown[]) => unknown
  const counted = (...given: unknown[]): unknown => {
    const inside = typeof given[0] === 'number' ? handles.has(given[0]) : String(given[0]).startsWith(below)
    if (inside && ++steps === at) process.kill(process.pid, 'SIGKILL')
    const result = original(...given)
    if (inside && name === 'openSync') handles.add(result)
    return result
  }
  Object.assign(fs, { [name]: counted })
}
syncBuiltinESMExports()
