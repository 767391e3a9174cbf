/** Vaults for tests: in their own folders, with keys that cost nothing, closed and removed afterwards. */
import { spawn, type ChildProcessWithoutNullStreams } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { createVault, type VaultDeps } from '../../electron/vault/connection.ts'
import type { Vault } from '../../electron/vault/vault.ts'
import type { CalendarEvent, ChangeSet } from '../../shared/calendar.ts'
import type { Conversation, Turn } from '../../shared/conversation.ts'
import type { Receipt } from '../../shared/departure.ts'
import type { Household } from '../../shared/household.ts'
import type { Result } from '../../shared/result.ts'

export const workerUrl = new URL('../../electron/vault/worker.ts', import.meta.url)
export const cheap = { memoryKib: 64, passes: 1, lanes: 1 }
export const passphrase = 'four unrelated words'

const folders: string[] = []
const vaults: Vault[] = []

/** An empty folder's not yet existing child, where a vault may go. */
export const newFolder = (): string => {
  const parent = mkdtempSync(join(tmpdir(), 'lares-vault-'))
  folders.push(parent)
  return join(parent, 'vault')
}

export const vaultIn = (folder: string, deps: Partial<VaultDeps> = {}): Vault => {
  const vault = createVault({ folder, workerUrl, clock: { now: () => Date.UTC(2026, 10, 22, 9) }, ...deps, engine: { argon: cheap, ...deps.engine } })
  vaults.push(vault)
  return vault
}

/** A vault that was just made, open, with its recovery words. */
export const freshVault = async (deps: Partial<VaultDeps> = {}): Promise<{ vault: Vault; folder: string; words: string }> => {
  const folder = newFolder()
  const vault = vaultIn(folder, deps)
  const { recoveryWords } = value(await vault.create(passphrase))
  return { vault, folder, words: recoveryWords.join(' ') }
}

/** For `afterEach`. */
export const closeVaults = async (): Promise<void> => {
  await Promise.all(vaults.splice(0).map((vault) => vault.close()))
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true })
}

/** The value of a result that must have gone well. */
export const value = <T>(result: Result<T>): T => {
  if (!result.ok) throw new Error(`refused: ${JSON.stringify(result.problem)}`)
  return result.value
}

/** The name of the problem, or 'ok'. */
export const outcome = (result: Result<unknown>): string => (result.ok ? 'ok' : result.problem.name)

/** What a child compiled is there for the next one: most of its time is its start. */
const compiled = fileURLToPath(new URL('../../.cache/compiled', import.meta.url))

/** Starts tests/support/vault-child.ts, or a copy of it, with plain Node. */
export const startChild = (command: string, folder: string, options: { script?: string; nodeArgs?: readonly string[]; env?: Record<string, string>; uid?: number; cwd?: string } = {}): ChildProcessWithoutNullStreams => {
  const { script = fileURLToPath(new URL('vault-child.ts', import.meta.url)), nodeArgs = [], env = {}, ...rest } = options
  return spawn(process.execPath, [...nodeArgs, script, command, folder], { env: { PATH: process.env['PATH'] ?? '', NODE_COMPILE_CACHE: compiled, ...env }, ...rest, ...(rest.uid === undefined ? {} : { gid: rest.uid }) })
}

/** Runs it to its end: what it printed, and how it ended. */
export const runChild = async (...given: Parameters<typeof startChild>): Promise<{ output: string; errors: string; code: number | null; signal: string | null }> => {
  const child = startChild(...given)
  let output = '', errors = ''
  child.stdout.on('data', (text: Buffer) => { output += text.toString() })
  child.stderr.on('data', (text: Buffer) => { errors += text.toString() })
  const [code, signal] = await once(child, 'close') as [number | null, string | null]
  return { output: output.trim(), errors, code, signal }
}

export const event = (id: string, over: Partial<CalendarEvent> = {}): CalendarEvent => ({ id, title: `Event ${id}`, start: '2026-11-22T17:00:00Z', end: '2026-11-22T18:00:00Z', zone: 'Europe/Berlin', allDay: false, people: [], ...over })

export const adding = (id: string, ...events: readonly CalendarEvent[]): ChangeSet => ({ id, at: '2026-11-22T09:00:00Z', label: `Add ${id}`, source: 'hand', changes: events.map((after) => ({ kind: 'add', after })), undone: false })

/** The events of a change set that a child saves. */
export const eventsOf = (set: string): CalendarEvent[] => Array.from({ length: 60 }, (_, i) => event(`${set}-${i}`, { note: 'x'.repeat(500) }))

export const conversation = (id: string, over: Partial<Conversation> = {}): Conversation => ({ id, title: `Talk ${id}`, startedAt: '2026-11-22T09:00:00Z', lastAt: '2026-11-22T09:00:00Z', ...over })

export const turn = (id: string, conversationId: string, text = `Said in ${id}`): Turn => ({
  id, conversationId, at: '2026-11-22T09:00:00Z', text, route: 'auto',
  answer: {
    status: 'done', text: 'Done.', readings: [], unread: [], choices: [], runs: [], others: [], proposal: null, problem: null,
    provenance: { pattern: 'answered-here', direction: 'here', trigger: 'always', purpose: 'privacy', why: 'it could', engines: ['built-in rules'], bytesLeft: 0, receiptIds: [], checks: [], tokens: null, cost: null, milliseconds: 3 },
  },
})

const hash = (digit: string): string => digit.repeat(64)
export const receipt = (number: number, over: Partial<Receipt> = {}): Receipt => ({
  id: `r${number}`, number, at: '2026-11-22T09:00:00Z', conversationId: 'talk', turnId: 't1', provider: 'Practice cloud', practice: true, model: 'gpt-5.4', pattern: 'sanitize-and-solve',
  request: { method: 'POST', url: 'http://127.0.0.1:1/v1', headers: [['content-type', 'application/json']], body: '{"jobs":[]}', bytes: 11, sha256: hash('e') },
  outcome: 'interrupted', status: null, answer: null, tokensIn: null, tokensOut: null, replaced: 2, previous: hash(String(number - 1)), hash: hash(String(number)), ...over,
})

export const household: Household = {
  name: 'The Lindqvist house', zone: 'Europe/Berlin', capKw: 7.4, tariffId: 'night',
  people: [{ id: 'emma', name: 'Emma Lindqvist', role: 'child', aliases: ['Emmi', 'the little one'], born: '2019-03-02', phone: '+49 30 5550100', hue: 3 }, { id: 'anna', name: 'Anna Lindqvist', role: 'adult', aliases: [], hue: 0, note: 'Nurse at the Charité' }],
  places: [{ id: 'home', name: 'Home', aliases: [], address: 'Wiesenweg 12, Potsdam' }],
  devices: [{ id: 'dishwasher', name: 'Dishwasher', aliases: ['the washer'], powerKw: 1.8, runMinutes: 150, contiguous: true, noisy: true, vehicle: false }],
  tariffs: [{ id: 'night', name: 'Night tariff', kind: 'time-of-use', currency: 'EUR', bands: [{ from: '00:00', price: 0.21 }, { from: '06:00', price: 0.34 }] }, { id: 'flat', name: 'Flat', kind: 'flat', price: 0.3, currency: 'EUR' }],
  routines: [{ id: 'sleep', name: 'Emma sleeps', aliases: [], people: ['emma'], days: ['mo', 'tu'], from: '19:30', to: '06:30', quiet: true }],
  rules: [],
  notes: [{ id: 'n2', title: 'Alarm', text: 'The code is 4711' }, { id: 'n1', title: 'Boiler', text: 'Serviced in May' }],
}
