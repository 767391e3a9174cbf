/**
 * Ten years of a family: how long what people do takes in a vault of 100,000 events (3,000 of them series), 50,000 messages, 5,000
 * receipts and a household of many people and places, and how each grows from a hundredth of that. The house is the app's own, without its
 * window; keys are cheap, so that opening is what comes after the key. `--sizes 1000,10000` measures other sizes.
 */
import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import process from 'node:process'
import { fileURLToPath } from 'node:url'
import { build as viteBuild } from 'vite'
import { createLedger } from '../electron/cloud/receipts.ts'
import { createVault } from '../electron/vault/connection.ts'
import type { Vault } from '../electron/vault/vault.ts'
import type { CalendarEvent } from '../shared/calendar.ts'
import type { Conversation, Turn } from '../shared/conversation.ts'
import type { Result } from '../shared/result.ts'
import { toInstant } from '../shared/time.ts'
import { buildIfStale } from '../scripts/build-if-stale.ts'
import { largeHousehold } from '../tests/support/large-household.ts'
import { randomFrom, type Random } from '../tests/support/random.ts'
import type { Figures } from './run.ts'

/** As they are built, so that their memory is the app's. */
const built = (name: string): URL => new URL(`../out/main/${name}-worker.js`, import.meta.url)
const workers = { vault: built('vault'), planner: built('planner'), recurrence: built('recurrence'), ics: built('ics') }
const PASSPHRASE = 'four unrelated words', DAY = 86_400_000
const NOW = Date.UTC(2026, 10, 22, 16, 50), FIRST = NOW - 3287 * DAY
const cheap = { memoryKib: 64, passes: 1, lanes: 1 }
const clock = { now: () => NOW }
const AT_ONCE = 5000
const MESSAGE = 'Please ask whether Ada could bring the cake on Saturday at four, and tell everybody that the swimming lesson on Monday is off because the hall is being cleaned. '.repeat(6)

export async function measure(flags: readonly string[]): Promise<Figures> {
  const sizes = flags.includes('--sizes') ? (flags[flags.indexOf('--sizes') + 1] ?? '').split(',').map(Number) : [1000, 10_000, 100_000]
  if (!buildIfStale()) throw new Error('the app could not be built')
  await buildHouse()
  const measured: (readonly [size: number, of: Readonly<Record<string, number>>])[] = []
  for (const size of sizes) measured.push([size, await measureSize(size)])
  const named = (size: number): string => `${size.toLocaleString('en')} events`
  const figures: Record<string, number | string> = {}
  for (const [size, of] of measured) for (const [what, value] of Object.entries(of)) figures[`${named(size)}: ${what}`] = value
  for (const { what, from, to, times } of growth(measured)) figures[`${named(from)} → ${named(to)}: ${what}`] = times
  return figures
}

/** How each figure grows from the least size to the most, but for what is done for the first time, and for what takes no time at the least. */
function growth(measured: readonly (readonly [size: number, of: Readonly<Record<string, number>>])[]): readonly { readonly what: string; readonly from: number; readonly to: number; readonly times: string }[] {
  const [from, least] = measured[0] ?? [0, {}], [to, most] = measured.at(-1) ?? [0, {}]
  if (from === to) return []
  return Object.entries(least).flatMap(([what, value]) => (value > 0 && !what.endsWith(', first') ? [{ what, from, to, times: `× ${((most[what] ?? 0) / value).toFixed(1)}` }] : []))
}

async function measureSize(events: number): Promise<Record<string, number>> {
  const folder = mkdtempSync(join(tmpdir(), 'lares-scale-'))
  try {
    // In a process of its own, so that what building takes is not counted as memory.
    execFileSync(process.execPath, [...process.execArgv, fileURLToPath(import.meta.url), 'build', folder, String(events)], { stdio: ['ignore', 'ignore', 'inherit'] })
    return { ...inHouse(folder), ...inHouse(folder, 'at-once'), 'vault on disk, MB': Math.round(statSync(join(folder, 'vault.db')).size / 1e6) }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** The house and what is done in it, from built code, beside the workers it needs. */
async function buildHouse(): Promise<void> {
  await viteBuild({
    root: join(import.meta.dirname, '..'), configFile: false, logLevel: 'warn', ssr: { noExternal: true, external: ['@node-rs/argon2', 'better-sqlite3-multiple-ciphers', 'highs'] },
    build: { ssr: join(import.meta.dirname, 'scale-house.ts'), outDir: '.cache/bench', target: 'node22', rolldownOptions: { output: { entryFileNames: 'scale-house.js' } } },
  })
}

const inHouse = (folder: string, ...how: readonly string[]): Record<string, number> =>
  JSON.parse(execFileSync(process.execPath, [fileURLToPath(new URL('../.cache/bench/scale-house.js', import.meta.url)), folder, fileURLToPath(new URL('../out/main', import.meta.url)), ...how], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] })) as Record<string, number>

const valueOf = <T>(result: Result<T>): T => {
  if (!result.ok) throw new Error(JSON.stringify(result.problem))
  return result.value
}

async function build(folder: string, events: number): Promise<void> {
  const vault = createVault({ folder, workerUrl: workers.vault, clock, engine: { argon: cheap } }), random = randomFrom(events)
  valueOf(await vault.create(PASSPHRASE))
  valueOf(await vault.household.write(largeHousehold(200, 500)))
  for (let from = 0; from < events; from += AT_ONCE) {
    const changes = Array.from({ length: Math.min(AT_ONCE, events - from) }, (_, i) => ({ kind: 'add' as const, after: eventOf(from + i, random) }))
    valueOf(await vault.events.apply({ id: `set${String(from)}`, at: toInstant(FIRST), label: 'Ten years', source: 'import', changes, undone: false }))
  }
  await talk(vault, Math.ceil(events / 2), random)
  const ledger = createLedger({ receipts: vault.receipts, clock, newId: (() => { let n = 0; return () => `r${String(++n)}` })() })
  for (let i = 0; i < events / 20; i++) {
    const body = JSON.stringify({ request: `${random.of(WORDS)} ${MESSAGE.slice(0, 400)}` })
    const receipt = valueOf(await ledger.open({ conversationId: `c${String(i % 50)}`, turnId: `t${String(i)}`, provider: 'OpenAI', practice: false, model: 'gpt-5.4', pattern: 'sanitize-and-solve', request: { method: 'POST', url: 'https://api.openai.com/v1/chat/completions', headers: [['content-type', 'application/json']], body, bytes: body.length, sha256: 'e'.repeat(64) }, replaced: 3 }))
    valueOf(await ledger.close(receipt, { outcome: 'sent', status: 200, tokensIn: 200, tokensOut: 300, answer: Buffer.from(`{"choices":[{"message":{"content":"${'An answer. '.repeat(40)}"}}]}`) }))
  }
  await vault.close()
}

const WORDS = 'dentist swimming football choir piano shopping laundry meeting dinner cinema birthday holiday vaccination haircut parents garden garage library museum concert training running visit repair'.split(' ')
const NAMES = 'Ada Ben Okafor Lindqvist Nguyen Kowalski Ferreira Haddad Sato Ivanova Moreau Rossi'.split(' ')
const RULES = ['FREQ=WEEKLY;BYDAY=MO', 'FREQ=WEEKLY;INTERVAL=2;BYDAY=TU', 'FREQ=MONTHLY;BYDAY=2TU', 'FREQ=YEARLY', 'FREQ=DAILY;COUNT=200', 'FREQ=WEEKLY;BYDAY=WE,FR;UNTIL=20220101T000000Z']

/** Three in a hundred begin a series; one in five has a note, one in ten came from a file. */
function eventOf(i: number, random: Random): CalendarEvent {
  const start = FIRST + random(3650) * DAY + random(56) * 900_000, title = `${random.of(WORDS)} with ${random.of(NAMES)}`
  return {
    id: `e${String(i)}`, title, start: toInstant(start), end: toInstant(start + 3_600_000), zone: 'Europe/Berlin', allDay: false, people: random(3) === 0 ? [`p${String(random(200))}`] : [],
    ...(i % 33 === 0 ? { repeats: { rrule: random.of(RULES), rdates: [], exdates: [] } } : {}),
    ...(i % 5 === 0 ? { note: `Bring the folder number ${String(10_000 + random(80_000))}, ask for ${random.of(NAMES)} at the desk` } : {}),
    ...(i % 10 === 0 ? { ical: { uid: `${String(i)}@example.org`, rest: JSON.stringify(['vevent', [['attendee', { cn: `${random.of(NAMES)} ${String(i % 400)}` }, 'cal-address', `mailto:${random.of(NAMES).toLowerCase()}${String(i % 400)}@example.org`]], []]) } } : {}),
  }
}

async function talk(vault: Vault, messages: number, random: Random): Promise<void> {
  const conversations = Array.from({ length: 50 }, (_, c): Conversation => ({ id: `c${String(c)}`, title: `About ${random.of(WORDS)}`, startedAt: toInstant(FIRST + c * DAY), lastAt: toInstant(NOW - c * DAY) }))
  valueOf(await vault.chat.add(conversations, []))
  for (let from = 0; from < messages; from += AT_ONCE) {
    valueOf(await vault.chat.add([], Array.from({ length: Math.min(AT_ONCE, messages - from) }, (_, i): Turn => ({
      id: `t${String(from + i)}`, conversationId: `c${String((from + i) % 50)}`, at: toInstant(FIRST + (from + i) * 60_000), text: `What about the ${random.of(WORDS)} with ${random.of(NAMES)} on ${random.of(['Monday', 'Friday'])}?`, route: 'auto',
      answer: { status: 'done', text: `The ${random.of(WORDS)} is on Friday at four. ${MESSAGE.slice(0, 200)}`, readings: [], unread: [], choices: [], runs: [], others: [], proposal: null, problem: null, provenance: { pattern: 'answered-here', direction: 'here', trigger: 'always', purpose: 'privacy', why: 'it could', engines: ['built-in rules'], bytesLeft: 0, receiptIds: [], checks: [], tokens: null, cost: null, milliseconds: 3 } },
    }))))
  }
}

const [, script, command, folder, events] = process.argv
if (script === fileURLToPath(import.meta.url) && command === 'build' && folder !== undefined) await build(folder, Number(events))
