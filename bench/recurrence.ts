/** Recurrence: a month of 2,000 series, bombs and mutated rules through the app's own thread; and 1,500 legal rules, against two other implementations, and 300 of them against two libraries. */
import { execFileSync } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { monitorEventLoopDelay, performance } from 'node:perf_hooks'
import process from 'node:process'
import { fileURLToPath } from 'node:url'
import { Worker } from 'node:worker_threads'
import { createRecurrence, type Recurrence } from '../electron/calendar/recurrence/create-recurrence.ts'
import type { Series } from '../electron/calendar/recurrence/expand.ts'
import { bombs, bombWindow, mutateRules } from '../tests/support/broken-rules.ts'
import { dateutilReadsOtherwise, expandWithDateutil, noDateutil } from '../tests/support/dateutil.ts'
import { generateRules } from '../tests/support/generated-rules.ts'
import { expandByTable } from '../tests/support/rfc-table.ts'
import type { PeerTask } from './recurrence-peer.ts'
import type { Figures } from './run.ts'

const workerUrl = new URL('../electron/calendar/recurrence/worker.ts', import.meta.url)
const PEERS = new URL('./peers/', import.meta.url)
const LIMIT = 30
/** The peers get the first of the legal rules, since ending one that hangs takes its time. */
const PEER_RULES = 300
/** A peer that takes longer for one legal rule is ended. */
const PEER_MS = 250

export async function measure(): Promise<Figures> {
  if (!existsSync(new URL('node_modules/rrule-temporal', PEERS))) execFileSync('npm', ['ci'], { cwd: fileURLToPath(PEERS), stdio: ['ignore', 'ignore', 'inherit'], shell: process.platform === 'win32' })
  const recurrence = createRecurrence({ workerUrl })
  const months = await measureMonths(recurrence)
  const hostile = await measureHostile(recurrence)
  await recurrence.close()
  // Whether rules are right is no matter of time, however busy the machine is.
  const patient = createRecurrence({ workerUrl, limitMs: 60_000 }), legal = await measureLegal(patient)
  await patient.close()
  return { ...months, ...hostile, ...legal }
}

const rules = ['FREQ=WEEKLY;BYDAY=MO,WE,FR', 'FREQ=DAILY', 'FREQ=MONTHLY;BYDAY=2TU', 'FREQ=YEARLY', 'FREQ=WEEKLY;INTERVAL=2;BYDAY=TU', 'FREQ=MONTHLY;BYMONTHDAY=-1', 'FREQ=WEEKLY;COUNT=400', 'FREQ=MONTHLY;BYDAY=-1FR;UNTIL=20300101T000000Z']
const zones = ['Europe/Berlin', 'America/New_York', 'Europe/London']
const household = Array.from({ length: 2000 }, (_, i) => ({ dtstart: `20${10 + (i % 16)}-0${1 + (i % 9)}-05T09:00:00`, tz: zones[i % 3] ?? '', rrule: rules[i % rules.length] ?? '', from: '2026-11-01T00:00:00Z', to: '2026-12-01T00:00:00Z' }))

/** Cold: the thread has just begun. Next: other months, its code warm. Warm: the same month once more. */
async function measureMonths(recurrence: Recurrence): Promise<Figures> {
  await recurrence.expand({ dtstart: '2026-01-01', rrule: 'FREQ=DAILY;COUNT=1' })
  const ask = async (series: readonly Series[]): Promise<number> => { const start = performance.now(); await Promise.all(series.map(recurrence.expand)); return performance.now() - start }
  const delay = monitorEventLoopDelay({ resolution: 1 })
  delay.enable()
  const cold = await ask(household), warm = await ask(household)
  delay.disable()
  const next = await ask(household.map((series) => ({ ...series, from: '2026-10-01T00:00:00Z', to: '2026-11-01T00:00:00Z' })))
  const ours = next / household.length
  const figures: Record<string, number> = { 'month of 2,000 series, cold: ms': tenth(cold), 'month of 2,000 series, another: ms': tenth(next), 'month of 2,000 series, warm: ms': tenth(warm), 'longest pause of the caller meanwhile: ms': tenth(delay.max / 1e6) }
  for (const name of ['rrule-temporal', 'rrule']) {
    // Few of them, since one of the libraries takes a second for some.
    const peer = await openPeer(name, 20_000), task = (i: number): PeerTask => ({ ...household[i] as PeerTask, limit: LIMIT })
    for (let i = 0; i < 8; i++) await peer.ask(task(i))
    const start = performance.now()
    for (let i = 8; i < 32; i++) await peer.ask(task(i))
    figures[`one series of it by ${name}, times ours`] = tenth((performance.now() - start) / 24 / ours)
    await peer.close()
  }
  return figures
}

/** With the limit that the app has: each rule is answered before it, or given up by name. */
async function measureHostile(recurrence: Recurrence): Promise<Figures> {
  const hostile = [...bombs.flatMap(({ dtstart, rrule }) => [{ dtstart, rrule, ...bombWindow }, { dtstart, rrule }]), ...mutateRules(12, 1000)]
  const delay = monitorEventLoopDelay({ resolution: 1 }), times: number[] = [], outcomes = new Map<string, number>()
  delay.enable()
  for (const series of hostile) {
    const start = performance.now(), result = await recurrence.expand(series)
    times.push(performance.now() - start)
    const outcome = result.ok ? 'expanded' : result.problem.name
    outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1)
    // The next one waits for a new thread, which is no fault of its rule.
    if (outcome === 'calendar.rule-too-slow') await recurrence.expand({ dtstart: '2026-01-01', limit: times.length })
  }
  delay.disable()
  return {
    'ten bombs, twice, and 1,000 mutated rules: outcomes': [...outcomes].map(([name, count]) => `${name} ${count}`).join(', '),
    'slowest of them: ms': tenth(Math.max(...times)),
    'longest pause of the caller: ms': tenth(delay.max / 1e6),
  }
}

/** On 1,500 legal rules, the first 30 occurrences in a window: who gives what the table of RFC 5545 gives. */
async function measureLegal(recurrence: Recurrence): Promise<Figures> {
  const legal = generateRules(2445, 1500).map((rule) => ({ ...rule, limit: LIMIT }))
  const right = legal.map(({ dtstart, rrule, to }) => JSON.stringify(expandByTable(dtstart, rrule, to, LIMIT)))
  const ours = (await Promise.all(legal.map(recurrence.expand))).map((result) => JSON.stringify(result.ok ? result.value.occurrences : result.problem.name))
  const figures: Record<string, number | string> = { 'legal rules': legal.length, 'ours differ from the table': ours.filter((one, i) => one !== right[i]).length }
  if (noDateutil === undefined) {
    const theirs = expandWithDateutil(legal, LIMIT), differing = legal.map((rule, i) => ({ rrule: rule.rrule, theirs: theirs[i] ?? '', differs: JSON.stringify(theirs[i]) !== ours[i] })).filter(({ differs }) => differs)
    figures['dateutil differs from ours'] = differing.length
    figures['of which not settled by the text'] = differing.filter((one) => !dateutilReadsOtherwise.some(({ meets }) => meets(one.rrule, one.theirs))).length
  } else figures['dateutil'] = noDateutil
  for (const name of ['rrule-temporal', 'rrule']) {
    const peer = await openPeer(name, PEER_MS)
    let different = 0, failed = 0, hung = 0
    for (const [i, rule] of legal.slice(0, PEER_RULES).entries()) {
      const answer = await peer.ask(rule)
      if (answer === undefined) hung++
      else if (typeof answer === 'string') failed++
      else if (JSON.stringify(answer) !== right[i]) different++
    }
    await peer.close()
    Object.assign(figures, { [`of ${PEER_RULES} rules ${name} differs on`]: different, [`of ${PEER_RULES} rules ${name} fails on`]: failed, [`of ${PEER_RULES} rules ${name} takes over ${PEER_MS} ms on`]: hung })
  }
  return figures
}

interface Peer {
  /** What it gives, the error it fails with, or undefined when it was ended. */
  readonly ask: (task: PeerTask) => Promise<readonly string[] | string | undefined>
  readonly close: () => Promise<unknown>
}

async function openPeer(name: string, limitMs: number): Promise<Peer> {
  const start = async (): Promise<Worker> => { const thread = new Worker(new URL('./recurrence-peer.ts', import.meta.url), { workerData: name }); await once(thread, 'message'); return thread }
  let worker = await start()
  return {
    ask: async (task) => {
      const answered = once(worker, 'message', { signal: AbortSignal.timeout(limitMs) })
      worker.postMessage(task)
      try { return (await answered)[0] as readonly string[] | string } catch {
        await worker.terminate()
        worker = await start()
        return undefined
      }
    },
    close: () => worker.terminate(),
  }
}

const tenth = (value: number): number => Math.round(value * 10) / 10
