/** Loaded before a program (node --import): kills it, as by kill -9, just before the KILL_AT-th time one of its threads changes something below KILL_BELOW. */
import fs from 'node:fs'
import { syncBuiltinESMExports } from 'node:module'

const at = Number(process.env['KILL_AT'])
const below = process.env['KILL_BELOW'] ?? ''
const written = new Set<unknown>()
let steps = 0

for (const name of ['mkdirSync', 'openSync', 'writeSync', 'renameSync', 'rmSync', 'copyFileSync'] as const) {
  const original = fs[name] as (...given: unknown[]) => unknown
  const counted = (...given: unknown[]): unknown => {
    const changes = name === 'writeSync' ? written.has(given[0]) : String(given[0]).startsWith(below) && !(name === 'openSync' && given[1] === 'r')
    if (changes && ++steps === at) process.kill(process.pid, 'SIGKILL')
    const result = original(...given)
    if (changes && name === 'openSync') written.add(result)
    return result
  }
  Object.assign(fs, { [name]: counted })
}
syncBuiltinESMExports()
