/**
 * What people do in a large household, measured in the built house without its window: a process of its own, made from built code, so that its
 * memory is the app's. Run by scale.ts with the vault's folder and the folder of the built workers; answers with figures as JSON.
 */
import { performance } from 'node:perf_hooks'
import process from 'node:process'
import { setTimeout } from 'node:timers/promises'
import { pathToFileURL } from 'node:url'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { installTripwire } from '../electron/cloud/tripwire.ts'
import { createLares, type Lares } from '../electron/lares.ts'
import type { Departure } from '../shared/departure.ts'
import type { Result } from '../shared/result.ts'
import { nobodyPicks } from '../tests/support/house.ts'

/** Of the vault that is measured. */
const PASSPHRASE = 'four unrelated words'
const clock = { now: () => Date.UTC(2026, 10, 22, 16, 50) }
const [, , folder = '', built = '', how] = process.argv, isAtOnce = how === 'at-once'
const worker = (name: string): URL => pathToFileURL(`${built}/${name}-worker.js`)
const workers = { vault: worker('vault'), planner: worker('planner'), recurrence: worker('recurrence'), ics: worker('ics') }
const MESSAGE = 'Please ask whether Ada could bring the cake on Saturday at four, and tell everybody that the swimming lesson on Monday is off because the hall is being cleaned. '.repeat(6)

const valueOf = <T>(result: Result<T>): T => {
  if (!result.ok) throw new Error(JSON.stringify(result.problem))
  return result.value
}

/** Long enough for what is made ready, and for garbage to be collected, when nobody does anything. */
const PAUSE = 8000
const RUNS = 5
const megabytes = (bytes: number): number => Math.round(bytes / 1e6)
const median = (values: readonly number[]): number => Math.round((values.toSorted((a, b) => a - b)[values.length >> 1] ?? 0) * 10) / 10
const timed = async (work: () => Promise<unknown>): Promise<number> => { const since = performance.now(); await work(); return performance.now() - since }

/** Figures in milliseconds but where they say otherwise. */
async function use(): Promise<Record<string, number>> {
  const tripwire = installTripwire({ onTrip: () => undefined, workers: Object.values(workers) })
  let asked: ((departure: Departure) => void) | undefined
  const lares: Lares = createLares({ folder, workers, files: nobodyPicks, clock, tripwire, log: (code, error) => { throw new Error(code, { cause: error }) }, onNews: (news) => { if (news.kind === 'departure' && news.departure !== null) asked?.(news.departure) } })
  const { handlers } = lares, figures: Record<string, number> = {}
  const close = async (): Promise<void> => { await lares.close(); tripwire.uninstall() }
  const often = async (what: string, work: () => Promise<unknown>): Promise<void> => {
    figures[`${what}, first`] = median([await timed(work)])
    const times: number[] = []
    for (let run = 0; run < RUNS; run++) times.push(await timed(work))
    figures[what] = median(times)
  }
  const depart = async (text: string): Promise<void> => {
    const { id } = valueOf(await handlers.chat.start(null)), waiting = new Promise<Departure>((resolve) => { asked = resolve })
    valueOf(await handlers.chat.send({ conversationId: id, text, route: 'cloud' }))
    valueOf(await handlers.departure.refuse({ id: (await waiting).id }))
  }
  figures['memory of main before unlocking, MB'] = megabytes(process.memoryUsage().rss)
  figures['unlock'] = median([await timed(async () => { valueOf(await handlers.vault.unlock({ passphrase: PASSPHRASE })) })])
  if (isAtOnce) {
    // The worst there is: all that is made ready while nobody waits is waited for.
    const waited = median([await timed(() => depart(MESSAGE))])
    await close()
    return { 'departure at once after unlocking, until it waits': waited }
  }
  await setTimeout(PAUSE)
  figures['memory of main, unlocked and at rest, MB'] = megabytes(process.memoryUsage().rss)
  await often('departure of a long message, until it waits', () => depart(MESSAGE))
  await often('month of the calendar', async () => { valueOf(await handlers.calendar.between({ from: '2024-05-01T00:00:00Z', to: '2024-06-01T00:00:00Z' })) })
  await often('search in all conversations', async () => { valueOf(await handlers.chat.search({ query: 'choir okafor' })) })
  await often('list of conversations', async () => { valueOf(await handlers.chat.conversations(null)) })
  await often('ledger', async () => { valueOf(await handlers.ledger.list(null)) })
  await often('whom the ledger says was told what', async () => { valueOf(await handlers.ledger.seen(null)) })
  await often('chain of the ledger verified', async () => { valueOf(await handlers.ledger.verify(null)) })
  await often('history of the calendar', async () => { valueOf(await handlers.calendar.history(null)) })
  await often('reminders that stand', async () => { valueOf(await handlers.reminders.standing(null)) })
  await often('departure after a change of the calendar', async () => {
    const { id } = valueOf(await handlers.calendar.save({ id: null, event: { title: 'Visit of Xanthippe', start: '2026-11-24T10:00:00Z', end: '2026-11-24T11:00:00Z', zone: 'Europe/Berlin', allDay: false, people: [] }, scope: 'one' }))
    const added = performance.now()
    await depart(MESSAGE)
    valueOf(await handlers.calendar.remove({ id, scope: 'one' }))
    return performance.now() - added
  })

  figures['memory of main amid all of it, at most, MB'] = megabytes(process.resourceUsage().maxRSS * 1024)
  await setTimeout(PAUSE)
  figures['memory of main at rest again, MB'] = megabytes(process.memoryUsage().rss)
  setFlagsFromString('--expose-gc')
  ;(runInNewContext('gc') as () => void)()
  figures['of which its heap holds after a collection, MB'] = megabytes(process.memoryUsage().heapUsed)
  await close()
  return figures
}

process.stdout.write(JSON.stringify(await use()))
