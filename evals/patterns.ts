/** How the patterns do on household tasks, and what leaves for them: `{"id","text"}` and, where wanted, household, events, route, now and what is expected. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { performance } from 'node:perf_hooks'
import { z } from 'zod'
import { installTripwire } from '../electron/cloud/tripwire.ts'
import { readTask } from '../electron/language/tasks.ts'
import { createLares, type Lares } from '../electron/lares.ts'
import { carries } from '../electron/privacy/leak-check.ts'
import { sampleHousehold } from '../electron/vault/sample.ts'
import { CalendarEvent } from '../shared/calendar.ts'
import { PatternName, Route, type Answer, type Turn } from '../shared/conversation.ts'
import type { Departure, OutgoingRequest } from '../shared/departure.ts'
import { emptyHousehold, Household } from '../shared/household.ts'
import type { News } from '../shared/ipc/contract.ts'
import { wording } from '../shared/problems.ts'
import { ok, type Result } from '../shared/result.ts'
import { fromInstant, Instant, Temporal, toInstant } from '../shared/time.ts'
import type { Evaluated } from './run.ts'

/** Where a line names no other. */
const ZONE = 'Europe/Berlin'

const Kind = z.enum(['plan', 'question', 'write', 'outline', 'unclear'])
/** `2026-11-22T16:50:00Z`, or a wall time with its zone as `2026-11-22T17:50[Europe/Berlin]`. */
const Now = z.union([Instant, z.string().regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d)?\[[\w+/-]+\]$/).transform((text, context) => {
  try { return toInstant(Temporal.ZonedDateTime.from(text).epochMilliseconds) } catch { context.addIssue('no such time or zone'); return z.NEVER }
})])
const Line = z.strictObject({
  id: z.string(), text: z.string().min(1).max(8000), route: Route.default('auto'), now: Now.default('2026-11-22T16:50:00Z'),
  /** What is not said of it is as in an empty household; not said at all, it is the app's sample with its appointments. */
  household: z.looseObject({}).transform((own): unknown => ({ ...emptyHousehold(ZONE), ...own })).pipe(z.unknown().transform((whole, context) => { const household = Household.safeParse(whole); if (household.success) return household.data; context.addIssue(z.prettifyError(household.error)); return z.NEVER })).optional(), events: z.array(CalendarEvent.partial({ id: true, zone: true, allDay: true, people: true })).optional(),
  expect: z.strictObject({ pattern: PatternName, kind: Kind, /** may not stand in anything that leaves */ private: z.array(z.string().min(2)) }).partial().default({}),
})
type Line = z.infer<typeof Line>

interface Options { readonly engine: 'builtin' | 'ollama'; readonly model: string | undefined; readonly address: string | undefined }

interface Measured { readonly id: string; readonly pattern: PatternName; readonly kind: z.infer<typeof Kind>; readonly status: Answer['status']; readonly problem: string | null; /** bytes */ readonly left: number; readonly leaks: readonly string[]; readonly checks: readonly string[]; readonly ms: number }
interface Refused { readonly id: string; readonly error: string }

const ALWAYS = { from: '0001-01-01T00:00:00Z', to: '9999-12-31T00:00:00Z' }
const workers = { vault: new URL('../electron/vault/worker.ts', import.meta.url), planner: new URL('../electron/planner/worker.ts', import.meta.url), recurrence: new URL('../electron/calendar/recurrence/worker.ts', import.meta.url), ics: new URL('../electron/calendar/ics/worker.ts', import.meta.url) }

/**
 * Says each line to the same house, built as the app builds it, in a conversation of its own, and gives per line which pattern ran, how it
 * ended, the bytes that left, the private strings found in them, what code checked, and the milliseconds from message to answer.
 *
 * EVERY DEPARTURE IS APPROVED AT ONCE, BY THIS EVALUATION ONLY: nobody looks at a panel here. It goes to the practice cloud inside this
 * process and nowhere else, and one in which the last check has found something cannot be approved here either. The practice cloud
 * plans and tidies by rules, so this measures what leaves and what this computer makes of it, not how clever a cloud is.
 *
 * `--engine ollama --model NAME [--address URL]` lets an Ollama on this computer read and write; no other address is accepted.
 * A string counts as leaked when it stands in the outgoing words or address as it is written, in any case, or disguised as the leak check knows it.
 * A line that cannot be read gets `{"id","error"}`, and the rest goes on.
 */
export async function evaluatePatterns(lines: readonly string[], options: readonly string[]): Promise<Evaluated> {
  const chosen = readOptions(options)
  const read = lines.map(readLine)
  const house = await openHouse(chosen)
  try {
    const results: (Measured | Refused)[] = []
    for (const line of read) results.push('error' in line ? line : await house.measure(line))
    return { lines: results.map((result) => JSON.stringify(result)), summary: summaryOf(results, read) }
  } finally {
    await house.close()
  }
}

function readOptions(options: readonly string[]): Options {
  const option = (name: string): string | undefined => (options.includes(name) ? options[options.indexOf(name) + 1] : undefined)
  const engine = z.enum(['builtin', 'ollama']).safeParse(option('--engine') ?? 'builtin')
  if (!engine.success) throw new Error('Use --engine builtin or --engine ollama.')
  return { engine: engine.data, model: option('--model'), address: option('--address') }
}

function readLine(text: string, index: number): Line | Refused {
  let json: unknown
  try { json = JSON.parse(text) } catch { return { id: `line ${index + 1}`, error: 'This line is not JSON.' } }
  const parsed = Line.safeParse(json), named = z.object({ id: z.string() }).safeParse(json)
  return parsed.success ? parsed.data : { id: named.success ? named.data.id : `line ${index + 1}`, error: parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`).join('; ') }
}

interface MeasuringHouse { readonly measure: (line: Line) => Promise<Measured>; readonly close: () => Promise<void> }

async function openHouse({ engine, model, address }: Options): Promise<MeasuringHouse> {
  const folder = mkdtempSync(join(tmpdir(), 'lares-eval-'))
  let now = 0, hear: (news: News) => void = () => undefined
  const tripwire = installTripwire({ onTrip: (what) => { throw new Error(`something else tried to use a ${what}`) }, workers: Object.values(workers) })
  const lares = createLares({ folder, workers, files: { pick: () => Promise.resolve(ok(null)), read: () => Promise.reject(new Error('no file is handed over')), save: () => Promise.resolve(ok(null)) }, clock: { now: () => now }, tripwire, log: (code, error) => { console.error(code, error) }, onNews: (news) => { hear(news) } })
  const { handlers } = lares
  valueOf(await handlers.vault.create({ passphrase: 'only for this evaluation' }))
  const settings = valueOf(await handlers.settings.read(null))
  valueOf(await handlers.settings.write({ ...settings, autoLockMinutes: 0, engine, ollama: { ...settings.ollama, ...(model === undefined ? {} : { model }), ...(address === undefined ? {} : { address }) }, cloud: { ...settings.cloud, provider: 'practice' } }))

  return {
    measure: async (line) => {
      now = fromInstant(line.now)
      await furnish(handlers, line)
      const departures: Departure[] = [], start = performance.now()
      const { answer } = await say(handlers, line, (listener) => { hear = listener }, async (departure) => {
        const { id, revision, hits, request: { sha256 } } = departure
        if (hits.length > 0) { valueOf(await handlers.departure.refuse({ id })); return }
        valueOf(await handlers.departure.approve({ id, revision, sha256 }))
        departures.push(departure)
      })
      const ms = Math.round(performance.now() - start)
      return {
        id: line.id, pattern: answer.provenance.pattern, kind: kindOf(line.text, answer), status: answer.status, problem: answer.problem?.name ?? null,
        left: answer.provenance.bytesLeft, leaks: leaksIn(departures.map(({ request }) => request), line.expect.private ?? []), checks: answer.provenance.checks, ms,
      }
    },
    close: async () => { await lares.close(); tripwire.uninstall(); rmSync(folder, { recursive: true, force: true }) },
  }
}

/** The household and the calendar of the line, and nothing of the one before. */
async function furnish({ household, calendar }: Lares['handlers'], { household: own, events: ownEvents, now }: Line): Promise<void> {
  const sample = sampleHousehold(now, own?.zone ?? ZONE), home = own ?? sample.household
  for (const { id } of valueOf(await calendar.between(ALWAYS))) valueOf(await calendar.remove({ id, scope: 'all' }))
  valueOf(await household.write(home))
  for (const { id: _, zone = home.zone, allDay = false, people = [], ...event } of ownEvents ?? (own === undefined ? sample.events : [])) valueOf(await calendar.save({ id: null, event: { ...event, zone, allDay, people }, scope: 'one' }))
}

/** Says the line in a conversation of its own, and waits for the end of the answer. */
async function say({ chat }: Lares['handlers'], { text, route }: Line, listen: (listener: (news: News) => void) => void, decide: (departure: Departure) => Promise<void>): Promise<Turn> {
  const conversation = valueOf(await chat.start(null))
  const { promise, resolve, reject } = Promise.withResolvers<Turn>()
  listen((news) => {
    if (news.kind === 'departure' && news.departure !== null) decide(news.departure).catch(reject)
    if (news.kind === 'turn' && news.turn.conversationId === conversation.id && ['done', 'problem', 'stopped'].includes(news.turn.answer.status)) resolve(news.turn)
  })
  valueOf(await chat.send({ conversationId: conversation.id, text, route }))
  return promise
}

/** What was made of the message. Without a direction no pattern ran: Lares asked back, or understood nothing. */
function kindOf(text: string, answer: Answer): z.infer<typeof Kind> {
  const task = readTask(text)
  if (task !== undefined) return task.kind
  if (answer.runs.length > 0 || answer.problem?.name.startsWith('plan.') === true) return 'plan'
  return answer.provenance.direction === '' ? 'unclear' : 'question'
}

/** The app's own instructions are left out: they are the same for every household. */
function leaksIn(requests: readonly OutgoingRequest[], secrets: readonly string[]): string[] {
  const sent = requests.map(({ url, headers, body }) => {
    const { messages, ...rest } = z.looseObject({ messages: z.array(z.object({ role: z.string(), content: z.string() })) }).parse(JSON.parse(body))
    return [url, ...headers.map((header) => header.join(': ')), ...messages.filter(({ role }) => role !== 'system').map(({ content }) => content), JSON.stringify(rest)].join('\n')
  })
  return secrets.filter((secret) => sent.some((text) => asWritten(text, secret) || carries(text, [{ value: secret, kind: 'private', word: false }])))
}

/** In any case, not inside another word. */
const asWritten = (text: string, secret: string): boolean => new RegExp(`(?<![\\p{L}\\p{N}])${RegExp.escape(secret)}(?![\\p{L}\\p{N}])`, 'iu').test(text)

function summaryOf(results: readonly (Measured | Refused)[], read: readonly (Line | Refused)[]): string {
  const measured = results.filter((result) => 'pattern' in result)
  const unexpected = measured.filter(({ id, pattern, kind }) => {
    const line = read.find((one) => one.id === id)
    return line !== undefined && 'expect' in line && ((line.expect.pattern ?? pattern) !== pattern || (line.expect.kind ?? kind) !== kind)
  })
  const rows = Map.groupBy(measured, ({ pattern }) => pattern).entries().map(([pattern, list]) => {
    const times = list.map(({ ms }) => ms).sort((a, b) => a - b), count = (is: (one: Measured) => boolean): string => String(list.filter(is).length).padStart(9)
    return [pattern.padEnd(20), count(() => true), count(({ status }) => status === 'done'), count(({ checks }) => checks.some((check) => /checked by code|^Proven/i.test(check))), String(list.reduce((sum, { left }) => sum + left, 0)).padStart(10), count(({ leaks }) => leaks.length > 0), String(times[times.length >> 1] ?? 0).padStart(10)].join('')
  })
  return [
    `${'pattern'.padEnd(20)}${['tasks', 'done', 'verified'].map((word) => word.padStart(9)).join('')}${'bytes left'.padStart(10)}${'leaks'.padStart(9)}${'median ms'.padStart(10)}`,
    ...[...rows].sort(),
    `as expected      ${measured.length - unexpected.length} of ${measured.length}${unexpected.length === 0 ? '' : `; not: ${unexpected.map(({ id }) => id).join(', ')}`}`,
    `leaks            ${measured.filter(({ leaks }) => leaks.length > 0).map(({ id, leaks }) => `${id} (${leaks.join(', ')})`).join(', ') || 'none'}`,
    `not read         ${results.filter((result) => 'error' in result).map(({ id }) => id).join(', ') || 'none'}`,
  ].join('\n')
}

function valueOf<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(Object.values(wording(result.problem)).join(' '))
  return result.value
}
