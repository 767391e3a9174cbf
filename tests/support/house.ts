/** The whole house without a window: the real vault, planner, wire and practice cloud, driven through its handlers. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { installTripwire } from '../../electron/cloud/tripwire.ts'
import { wireLimits, type WireLimits } from '../../electron/cloud/wire.ts'
import { createLares, type Lares, type LaresDeps } from '../../electron/lares.ts'
import { createVault } from '../../electron/vault/connection.ts'
import type { Route, Turn } from '../../shared/conversation.ts'
import type { Departure } from '../../shared/departure.ts'
import { News } from '../../shared/ipc/contract.ts'
import { wording } from '../../shared/problems.ts'
import { ok, type Result } from '../../shared/result.ts'
import type { Settings } from '../../shared/settings.ts'
import { fromInstant } from '../../shared/time.ts'

export const EVENING = '2026-11-22T16:50:00Z'
export const workers = { vault: new URL('../../electron/vault/worker.ts', import.meta.url), planner: new URL('../../electron/planner/worker.ts', import.meta.url), recurrence: new URL('../../electron/calendar/recurrence/worker.ts', import.meta.url), ics: new URL('../../electron/calendar/ics/worker.ts', import.meta.url) }

/** There is no window to pick a file in. */
export const nobodyPicks: LaresDeps['files'] = { pick: () => Promise.resolve(ok(null)), read: () => Promise.reject(new Error('nobody hands over a file')), save: () => Promise.resolve(ok(null)) }
export const PASSPHRASE = 'lantern orchard violin seven'

export interface House {
  readonly handlers: Lares['handlers']
  readonly folder: string
  /** Begins another conversation; what is said from now on is said there. */
  readonly begin: () => Promise<void>
  /** Sends a message in the conversation; `decide` is called for each revision that waits at the desk. */
  readonly say: (text: string, route: Route, decide?: (departure: Departure) => void | Promise<void>, practice?: boolean) => Promise<Turn>
  readonly approve: (departure: Departure) => Promise<void>
  readonly settings: (change: (settings: Settings) => Settings) => Promise<void>
  readonly turns: () => Promise<readonly Turn[]>
  readonly trips: readonly string[]
  /** What only this vault knows. For as long as it is looked up, the house is locked. */
  readonly canaries: () => Promise<readonly string[]>
  readonly close: () => Promise<void>
}

/** The value, or the problem's own words as the reason the test fails. */
export function valueOf<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`${result.problem.name}: ${wording(result.problem).says}`)
  return result.value
}

/** Opens a fresh house with the sample household, on a fixed evening. */
export async function openHouse(limits: Partial<WireLimits> = {}, localLimits: LaresDeps['localLimits'] = {}, desktop: Pick<LaresDeps, 'tray' | 'language' | 'locale'> = {}): Promise<House> {
  const folder = mkdtempSync(join(tmpdir(), 'lares-house-'))
  const trips: string[] = []
  const tripwire = installTripwire({ onTrip: (what) => trips.push(what), workers: Object.values(workers) })
  const listeners = new Set<(news: News) => void>()
  const lares = createLares({ folder, workers, files: nobodyPicks, clock: { now: () => fromInstant(EVENING) }, tripwire, log: (code, error) => { trips.push(`${code} ${String(error)}`) }, onNews: (news) => { const checked = News.parse(news); for (const listener of [...listeners]) listener(checked) }, limits: { ...wireLimits, ...limits }, localLimits, ...desktop })
  const { handlers } = lares
  valueOf(await handlers.vault.create({ passphrase: PASSPHRASE }))
  valueOf(await handlers.household.sample({ zone: 'Europe/Berlin' }))
  let conversation = valueOf(await handlers.chat.start(null))
  const over = new Set<Turn['answer']['status']>(['done', 'problem', 'stopped'])

  return {
    handlers, folder, trips,
    begin: async () => { conversation = valueOf(await handlers.chat.start(null)) },
    say: (text, route, decide = () => { throw new Error('nothing should wait at the desk') }, practice = false) => new Promise((resolve, reject) => {
      let id: string | undefined
      const seen: Turn[] = []
      const settle = (turn: Turn): void => { if (turn.id === id && over.has(turn.answer.status)) { listeners.delete(listen); resolve(turn) } }
      const listen = (news: News): void => {
        if (news.kind === 'turn') { seen.push(news.turn); settle(news.turn) }
        if (news.kind === 'departure' && news.departure !== null) { const { departure } = news; Promise.resolve().then(() => decide(departure)).catch(reject) }
      }
      listeners.add(listen)
      handlers.chat.send({ conversationId: conversation.id, text, route, practice }).then((sent) => { id = valueOf(sent).id; for (const turn of seen) settle(turn) }).catch(reject)
    }),
    approve: async ({ id, revision, request: { sha256 } }) => { valueOf(await handlers.departure.approve({ id, revision, sha256 })) },
    settings: async (change) => { valueOf(await handlers.settings.write(change(valueOf(await handlers.settings.read(null))))) },
    turns: async () => valueOf(await handlers.chat.turns({ conversationId: conversation.id, before: null, until: null })).turns,
    canaries: async () => {
      valueOf(await handlers.vault.lock(null))
      const vault = createVault({ folder, workerUrl: workers.vault, clock: { now: () => fromInstant(EVENING) } })
      valueOf(await vault.unlock(PASSPHRASE))
      const found = valueOf(await vault.canaries())
      await vault.close()
      valueOf(await handlers.vault.unlock({ passphrase: PASSPHRASE }))
      return found
    },
    close: async () => { await lares.close(); tripwire.uninstall(); rmSync(folder, { recursive: true, force: true }) },
  }
}
