/** P7 against files that are sound and do not belong here: those of another vault, pages that changed places, and a file from before. */
import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { compareHead } from '../../electron/cloud/ledger-head.ts'
import { createLedger } from '../../electron/cloud/receipts.ts'
import type { Vault } from '../../electron/vault/vault.ts'
import { wording } from '../../shared/problems.ts'
import { randomFrom, type Random } from '../support/random.ts'
import { adding, eventsOf, freshVault, newFolder, outcome, passphrase, receipt, value, vaultIn } from '../support/vault.ts'
import { contentsOf, filesOf, putBack, saveUntilKilled } from './prove-crash.ts'
import { createCounter, type Tally } from './tally.ts'

const NEXT = 'another good passphrase', PAGE = 4096
const YEAR = ['2026-01-01T00:00:00Z', '2027-01-01T00:00:00Z'] as const

interface Filled { readonly vault: Vault; readonly folder: string; readonly words: string; readonly database: Buffer; readonly keys: Buffer; /** Left by a process that was killed. */ readonly log: Buffer }

/** A vault with change sets and a backup of all of it; locked. */
async function filled(name: string): Promise<Filled> {
  const { vault, folder, words } = await freshVault()
  for (let set = 0; set < 3; set += 1) value(await vault.events.apply(adding(`${name}${String(set)}`, ...eventsOf(`${name}${String(set)}`))))
  value(await vault.backups.make())
  value(await vault.lock())
  const kept = (file: string): Buffer => readFileSync(join(folder, file))
  const copy = newFolder()
  mkdirSync(copy)
  cpSync(folder, copy, { recursive: true })
  await saveUntilKilled(copy, 1, new Set(), new Set())
  return { vault, folder, words, database: kept('vault.db'), keys: kept('vault.keys.json'), log: readFileSync(join(copy, 'vault.db-wal')) }
}

/** What is put in the place of what belongs there. */
type Exchange = (own: Filled, other: Filled, random: Random) => Readonly<Record<string, Buffer>>
const pageOf = (bytes: Buffer, page: number): Buffer => bytes.subarray(page * PAGE, (page + 1) * PAGE)
const EXCHANGES: readonly (readonly [what: string, Exchange])[] = [
  ['the database of another vault', (_own, { database }) => ({ 'vault.db': database })],
  ['the key file of another vault', (_own, { keys }) => ({ 'vault.keys.json': keys })],
  ['two pages that changed places', ({ database }, _other, random) => {
    const pages = database.length / PAGE, one = random(pages), two = (one + 1 + random(pages - 1)) % pages, bytes = Buffer.from(database)
    pageOf(database, one).copy(bytes, two * PAGE)
    pageOf(database, two).copy(bytes, one * PAGE)
    return { 'vault.db': bytes }
  }],
  ['a page of another vault', ({ database }, other, random) => {
    const page = random(Math.min(database.length, other.database.length) / PAGE), bytes = Buffer.from(database)
    pageOf(other.database, page).copy(bytes, page * PAGE)
    return { 'vault.db': bytes }
  }],
  ['the log of another vault', (_own, { log }) => ({ 'vault.db-wal': log })],
]

/** So many exchanges: each is refused by name, with a sentence and what to do, and left as it is; and a backup comes back with the recovery words alone. */
export async function proveExchanged(rounds: number): Promise<Tally> {
  const { count, tally } = createCounter(), random = randomFrom(1812)
  const own = await filled('own'), other = await filled('other'), { vault, folder, words } = own
  const whole = filesOf(folder), [backup] = value(await vault.backups.list())
  const rows = Array.from({ length: Math.ceil(rounds / EXCHANGES.length) }, () => EXCHANGES).flat()
  for (const [round, [what, exchange]] of rows.entries()) {
    const name = `round ${String(round)}, ${what}`
    for (const [file, bytes] of Object.entries(exchange(own, other, random))) writeFileSync(join(folder, file), bytes)
    const before = filesOf(folder), opened = await vault.unlock(passphrase)
    const says = opened.ok ? '' : wording(opened.problem).says, todo = opened.ok ? '' : wording(opened.problem).todo
    count(`${name}: ${outcome(opened)}`, outcome(opened) === 'vault.damaged' && says !== '' && todo.includes('backup'))
    count(`${name}: is not left as it was`, [...before].every(([file, bytes]) => file.endsWith('-shm') || readFileSync(join(folder, file)).equals(bytes)))
    if (round % 7 === 0) {
      const restored = outcome(await vault.backups.restore(backup?.id ?? '', { words, newPassphrase: NEXT }))
      const { history, isWhole } = restored === 'ok' ? await contentsOf(vault) : { history: [], isWhole: false }
      count(`${name}: the backup does not come back with the words alone: ${restored}`, isWhole && history.length === 3)
      value(await vault.lock())
    }
    putBack(folder, whole)
  }
  count('what belongs there, put back, does not open', outcome(await vault.unlock(passphrase)) === 'ok' && (await contentsOf(vault)).isWhole)
  return tally()
}

/**
 * Files from before, so many versions of one vault. An older database under its own keys is authentic, and nothing in the folder can tell that there was a newer one: it opens
 * as it was then, whole, with the passphrase of the key file that lies beside it; a head of the ledger that was saved elsewhere says that something was cut off.
 */
export async function proveRolledBack(versions: number): Promise<Tally> {
  const { count, tally } = createCounter()
  const { vault, folder } = await freshVault(), kept: ReturnType<typeof filesOf>[] = []
  let receipts = 0
  const ledger = createLedger({ receipts: vault.receipts, clock: { now: () => 0 }, newId: () => `r${String(receipts += 1)}` })
  for (let version = 1; version <= versions; version += 1) {
    const name = `v${String(version)}`
    value(await vault.events.apply(adding(name, ...eventsOf(name))))
    const { conversationId, turnId, provider, practice, model, pattern, request, replaced } = receipt(version)
    value(await ledger.close(value(await ledger.open({ conversationId, turnId, provider, practice, model, pattern, request, replaced })), { outcome: 'sent', status: 200, answer: null, tokensIn: 1, tokensOut: 1 }))
    if (version === versions) value(await vault.changePassphrase(passphrase, NEXT))
    value(await vault.lock())
    kept.push(filesOf(folder))
    value(await vault.unlock(version === versions ? NEXT : passphrase))
  }
  const [head] = value(await vault.receipts.list()), last = kept.at(-1)
  await vault.close()
  for (const [at, files] of kept.entries()) {
    for (const [whose, keys, opens, opensNot] of [['its own', files, at === versions - 1 ? NEXT : passphrase, at === versions - 1 ? passphrase : NEXT], ['the newest', last, NEXT, passphrase]] as const) {
      putBack(folder, files)
      writeFileSync(join(folder, 'vault.keys.json'), keys?.get('vault.keys.json') ?? '')
      const then = vaultIn(folder), name = `version ${String(at + 1)} with ${whose} keys`
      count(`${name} opens with the passphrase of another time`, outcome(await then.unlock(opensNot)) === 'vault.wrong-passphrase')
      const opened = outcome(await then.unlock(opens))
      const found = opened === 'ok' ? await contentsOf(then) : undefined, events = opened === 'ok' ? value(await then.events.between(...YEAR)).length : 0
      count(`${name}: ${opened}, ${String(found?.history.length)} change sets, ${String(events)} events`, found?.isWhole === true && found.history.length === at + 1)
      const says = opened === 'ok' ? compareHead({ receipts: versions, hash: head?.hash ?? '' }, value(await then.receipts.list())) : 'nothing'
      count(`${name}: the saved head says ${says}`, says === (at + 1 < versions ? 'cut-off' : 'holds'))
      await then.close()
    }
  }
  return tally()
}
