/** P8 after a lock: of what a household wrote nothing is left in any heap of the process, and no channel answers with any of it. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { registerIpc } from '../../electron/ipc/register.ts'
import { channels, type Feature } from '../../shared/ipc/channels.ts'
import { Problem } from '../../shared/problem-schema.ts'
import { wording } from '../../shared/problems.ts'
import type { Result } from '../../shared/result.ts'
import { digitsOf, fillHouse } from '../support/filled-house.ts'
import { PLACES, plantedWord } from '../support/planted.ts'
import { good } from './requests.ts'
import { createCounter, type Tally } from './tally.ts'

const product = fileURLToPath(new URL('../support/locked-heap-child.ts', import.meta.url))
const KEPT = 'kept on purpose'
/** Of a number its last digits, as some parts keep no others. */
const asWritten = (run: string, place: string): string => (place === 'telephone' ? digitsOf(plantedWord(run, place)).slice(-7) : plantedWord(run, place).toLowerCase())
const found = (text: string, run: string): readonly string[] => PLACES.filter((place) => text.includes(asWritten(run, place)))

/** Each place in each heap, so many times; what was kept on purpose must be found. Not `all`: only the heap of the main thread, only after the lock; before it most of it must be there. `script` is another child than the product's. */
export async function proveForgotten(runs: number, all: boolean, script = product): Promise<Tally> {
  const { count, tally } = createCounter()
  for (let at = 0; at < runs; at += 1) {
    const folder = mkdtempSync(join(tmpdir(), 'lares-heap-')), run = `run ${String(at)}`
    try {
      const child = spawn(process.execPath, ['--expose-gc', '--no-warnings', script, run, folder, ...(all ? ['all'] : [])], { stdio: ['ignore', 'ignore', 'pipe'] })
      let errors = ''
      child.stderr.on('data', (chunk: Buffer) => { errors += chunk.toString() })
      const [code] = await once(child, 'close') as [number | null]
      count(`${run}: the child ended with ${String(code)}: ${errors.slice(0, 400)}`, code === 0)
      const heap = (file: string): string => readFileSync(join(folder, file), 'utf8').toLowerCase()
      const locked = readdirSync(folder).filter((file) => /^locked.*\.heapsnapshot$/.test(file))
      count(`${run}: only ${String(locked.length)} heaps`, locked.length >= (all ? 2 : 1))
      for (const file of locked) {
        const text = heap(file), left = found(text, run)
        if (file === 'locked.heapsnapshot') count(`${run}: what was kept on purpose is not found`, text.includes(plantedWord(run, KEPT).toLowerCase()))
        for (const place of PLACES) count(`${run}, ${file}: ${place} is left`, !left.includes(place))
      }
      if (all) count(`${run}: before the lock there is little: ${found(heap('open.heapsnapshot'), run).join(', ')}`, found(heap('open.heapsnapshot'), run).length > 25)
    } finally { rmSync(folder, { recursive: true, force: true }) }
  }
  return tally()
}

/** What may be told while the vault is locked: that it is, that nothing waits, and what this computer is set to; where a file is to be picked, none was. */
const TOLD: ReadonlySet<string> = new Set(['vault.state', 'vault.lock', 'backups.list', 'chat.stop', 'departure.waiting', 'ics.given', 'ics.open', 'ics.stop', 'ics.close', 'reminders.standing', 'models.stopPull', 'models.dismissPull', 'models.stopTest', 'chat.openFile', 'ledger.compareHead', 'settings.system', 'settings.hasTray'])

/** Every channel with its good request, at a house that is full and locked: a named problem, or what may be told, and nothing of the household. The same channels tell most of it before. */
export async function proveLockedChannels(): Promise<Tally> {
  const { count, tally } = createCounter(), folder = mkdtempSync(join(tmpdir(), 'lares-locked-')), run = 'channels'
  const listeners = new Map<string, (event: unknown, request: unknown) => Promise<Result<unknown>>>()
  const house = await fillHouse(join(folder, 'vault'), (place) => plantedWord(run, place))
  try {
    registerIpc(house.handlers, { ipcMain: { handle: (channel, listener) => { listeners.set(channel, listener as never) } }, isOwnPage: () => true, onUse: () => undefined, onBug: (code, error) => { throw new Error(code, { cause: error }) } })
    const ask = (channel: string, request: unknown): Promise<Result<unknown> | undefined> => listeners.get(channel)?.({ senderFrame: { url: 'x', parent: null } }, request) ?? Promise.resolve(undefined)
    const before = new Set<string>()
    for (const channel of ['household.read', 'tasks.list', 'calendar.history', 'chat.conversations', 'chat.drafts', 'ledger.list', 'departure.waiting', 'reminders.standing']) for (const place of found(JSON.stringify(await ask(channel, null)).toLowerCase(), run)) before.add(place)
    count(`open, they tell only of ${[...before].join(', ')}`, before.size > 20)
    await house.lock()
    for (const feature of Object.keys(channels) as Feature[]) for (const name of channels[feature]) {
      const channel = `${feature}.${name}`, reply = await ask(channel, (good[feature] as Readonly<Record<string, unknown>>)[name])
      const named = Problem.safeParse(reply?.ok === false ? reply.problem : undefined), left = found(JSON.stringify(reply).toLowerCase(), run)
      const isRefused = named.success && wording(named.data).says !== '' && wording(named.data).todo !== ''
      count(`${channel} answers ${JSON.stringify(reply).slice(0, 200)}`, isRefused || (reply?.ok === true && TOLD.has(channel)))
      count(`${channel} tells of ${left.join(', ')}`, left.length === 0)
    }
    return tally()
  } finally { await house.close(); rmSync(folder, { recursive: true, force: true }) }
}
