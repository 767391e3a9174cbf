/** P7 over days of use: no reminder is missed or doubled, and the program does not grow. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { createCounter, type Tally } from './tally.ts'

const script = fileURLToPath(new URL('../support/days-child.ts', import.meta.url))
/** Of the heap after a collection, from the first day to any later one. */
const MOST_GROWTH = 4 * 1024 * 1024

/** The heap at the end of each day, and each reminder of so many hours, once. */
export async function proveDays(hours: number): Promise<Tally> {
  const { count, tally } = createCounter(), folder = mkdtempSync(join(tmpdir(), 'lares-days-'))
  try {
    const child = spawn(process.execPath, ['--expose-gc', '--no-warnings', script, String(hours), join(folder, 'vault')], { stdio: ['ignore', 'pipe', 'pipe'] })
    let output = '', errors = ''
    child.stdout.on('data', (chunk: Buffer) => { output += chunk.toString() })
    child.stderr.on('data', (chunk: Buffer) => { errors += chunk.toString() })
    await once(child, 'close')
    count(`it ended with ${errors.slice(0, 400)}`, output !== '')
    const { heaps, bugs, missed, doubled, came } = JSON.parse(output === '' ? '{"heaps":[],"bugs":[],"missed":[],"doubled":[],"came":0}' : output) as { readonly heaps: readonly number[]; readonly bugs: readonly string[]; readonly missed: readonly string[]; readonly doubled: readonly string[]; readonly came: number }
    const expected = hours + Math.ceil(hours / 3)
    for (let at = 0; at < expected; at += 1) count(`missed: ${missed.join(', ')}; doubled: ${doubled.join(', ')}`, at >= missed.length + doubled.length)
    count(`only ${String(came)} came`, came >= expected)
    count(`it broke: ${bugs.join('; ')}`, bugs.length === 0)
    const [first = 0] = heaps
    for (const [day, heap] of heaps.entries()) count(`after day ${String(day + 1)} the heap has grown by ${String(heap - first)} bytes`, heap - first < MOST_GROWTH)
    count(`${String(heaps.length)} days were measured`, heaps.length === Math.floor(hours / 24))
    return tally()
  } finally { rmSync(folder, { recursive: true, force: true }) }
}
