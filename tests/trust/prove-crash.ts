/** P7 against kill -9, power cuts, torn writes and a disk that says no: what was acknowledged is there, and there is no half of anything. */
import { once } from 'node:events'
import { readdirSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import type { Vault } from '../../electron/vault/vault.ts'
import { randomFrom } from '../support/random.ts'
import { eventsOf, freshVault, newFolder, outcome, passphrase, runChild, startChild, value, vaultIn } from '../support/vault.ts'
import { createCounter, type Tally } from './tally.ts'

/** What a vault holds, as far as the saving child writes it. */
export async function contentsOf(vault: Vault): Promise<{ readonly history: readonly string[]; readonly turns: ReadonlySet<string>; readonly isWhole: boolean }> {
  const history = value(await vault.events.history(10_000)).map(({ id }) => id)
  const events = value(await vault.events.between('2026-01-01T00:00:00Z', '2027-01-01T00:00:00Z')).map(({ id }) => id)
  const turns = new Set(value(await vault.chat.turns('talk')).map(({ id }) => id))
  const expected = history.flatMap((name) => eventsOf(name).map(({ id }) => id)).sort()
  return { history, turns, isWhole: JSON.stringify([...events].sort()) === JSON.stringify(expected) }
}

/** How often one vault is killed before another takes its place: it grows, and reading all of it takes longer each time. */
const KILLS_OF_ONE = 10
/** Kills before all of it is read: what was lost stays lost, and each next process opens what the one before left. */
const KILLS_AT_ONCE = 5

/** Kills a process that is saving, so many times: everything it acknowledged is there, each change set whole, and no event without its set. */
export async function proveKills(kills: number): Promise<Tally> {
  const { count, tally } = createCounter()
  /** Each lane kills in turn, in vaults of its own. */
  const lane = async (first: number, every: number): Promise<void> => {
    for (let from = first; from < kills; from += every * KILLS_OF_ONE) {
      const { vault, folder } = await freshVault(), sets = new Set<string>(), turns = new Set<string>()
      value(await vault.lock())
      const runs = Array.from({ length: KILLS_OF_ONE }, (_, at) => from + at * every).filter((run) => run < kills)
      for (let at = 0; at < runs.length; at += KILLS_AT_ONCE) {
        const group = runs.slice(at, at + KILLS_AT_ONCE), signals: (string | null)[] = []
        for (const run of group) signals.push(await saveUntilKilled(folder, run, sets, turns))
        value(await vault.unlock(passphrase))
        const found = await contentsOf(vault)
        value(await vault.lock())
        const lost = [...sets].filter((name) => !found.history.includes(name)).length + [...turns].filter((name) => !found.turns.has(name)).length
        for (const [nth, run] of group.entries()) count(`kill ${String(run)}: ${String(signals[nth])}, ${String(lost)} acknowledged changes lost by then, ${found.isWhole ? 'whole' : 'half a change seen'}`, signals[nth] === 'SIGKILL' && lost === 0 && found.isWhole)
      }
    }
  }
  await Promise.all([lane(0, 2), lane(1, 2)])
  return tally()
}

/** Adds what it acknowledged to the sets. It is killed while it saves the next change set; what is still read after the signal was acknowledged before it. */
export async function saveUntilKilled(folder: string, run: number, sets: Set<string>, turns: Set<string>): Promise<string | null> {
  const child = startChild('save', folder, { env: { RUN: String(run) } })
  const closed = once(child, 'close')
  let rounds = 0
  for await (const line of createInterface({ input: child.stdout })) {
    if (!line.startsWith('turn ')) sets.add(line)
    else {
      turns.add(line.slice(5))
      rounds += 1
      if (rounds === 1 + (run * 3) % 4) child.kill('SIGKILL')
    }
  }
  const [, signal] = await closed as [number | null, string | null]
  return signal
}

/** Cuts the log that a killed process left, at so many places: it opens with the first of the changes, each of them whole. */
export async function proveTornLog(cuts: number): Promise<Tally> {
  const { count, tally } = createCounter(), random = randomFrom(77)
  const { vault, folder } = await freshVault()
  value(await vault.lock())
  const acknowledged = new Set<string>()
  await saveUntilKilled(folder, 1, acknowledged, new Set())
  const left = filesOf(folder), whole = left.get('vault.db-wal')?.length ?? 0
  const seen = new Set<number>()
  for (let cut = 0; cut < cuts; cut += 1) {
    putBack(folder, left)
    truncateSync(join(folder, 'vault.db-wal'), random(whole))
    const opened = outcome(await vault.unlock(passphrase))
    const found = opened === 'ok' ? await contentsOf(vault) : undefined
    value(await vault.lock())
    const isFirst = found?.history.toReversed().every((name, at) => name === `run1-${String(at)}`) === true
    seen.add(found?.history.length ?? -1)
    count(`cut ${String(cut)}: ${opened}, ${String(found?.history.length)} change sets`, found?.isWhole === true && isFirst)
  }
  count(`nothing was cut off by ${String(cuts)} cuts of ${String(whole)} bytes`, acknowledged.size > 2 && (cuts < 20 || seen.size > 2))
  return tally()
}

/** The files in a folder, not those in the folders below it. */
export const filesOf = (folder: string): ReadonlyMap<string, Buffer> => new Map(readdirSync(folder).filter((name) => statSync(join(folder, name)).isFile()).map((name) => [name, readFileSync(join(folder, name))]))
export const putBack = (folder: string, files: ReadonlyMap<string, Buffer>): void => {
  for (const name of filesOf(folder).keys()) rmSync(join(folder, name))
  for (const [name, bytes] of files) writeFileSync(join(folder, name), bytes)
}

export const FAILURES = ['power-cut', 'torn', 'kill', 'EIO', 'ENOSPC', 'EACCES'] as const
export type Failure = (typeof FAILURES)[number]

const killer = fileURLToPath(new URL('../support/kill-at-step.ts', import.meta.url))
const NEXT = 'another good passphrase'

/** What a child said and how it ended, when `failure` met it at this step. */
async function meet(failure: Failure, command: string, step: number, folder: string, script: string | undefined): Promise<{ readonly isOver: boolean; readonly isDone: boolean; readonly isNamed: boolean; readonly said: string }> {
  const { output, errors, signal } = await runChild(command, folder, { ...(script === undefined ? {} : { script }), nodeArgs: ['--import', killer], env: { KILL_AT: String(step), KILL_BELOW: folder, KILL_HOW: failure } })
  const isCrash = failure === 'power-cut' || failure === 'torn' || failure === 'kill', isDone = output === 'ok'
  // Past its last step nothing happens to it any more.
  const isOver = signal === null && errors === ''
  const isNamed = isOver ? isDone : isCrash ? signal === 'SIGKILL' && output === '' : signal === null && errors === 'failed on purpose\n' && (isDone || /^vault\.[a-z-]+$/.test(output))
  return { isOver, isDone, isNamed, said: `${failure} at step ${String(step)}: said ${output || String(signal)}${errors === '' || isNamed ? '' : ` ${errors.slice(0, 300)}`}` }
}

/** Lets every step on disk of changing a passphrase fail in these ways: the old one opens, or the new one, and the new one once that was acknowledged. `script` is another child than the product's. */
export async function proveChange(failures: readonly Failure[], script?: string): Promise<Tally> {
  const { count, tally } = createCounter()
  const { vault, folder } = await freshVault()
  value(await vault.lock())
  const whole = filesOf(folder)
  for (const failure of failures) for (let step = 1, isOver = false; !isOver; step += 1) {
    putBack(folder, whole)
    const met = await meet(failure, 'change', step, folder, script)
    const opens = await whatOpens(vault)
    count(`change, ${met.said}, then opens: ${opens}`, met.isNamed && (opens === 'new' || (!met.isDone && opens === 'old')))
    isOver = met.isOver
  }
  return tally()
}

/** The same of making a vault: it is there whole, or not at all and can be made. */
export async function proveCreate(failures: readonly Failure[]): Promise<Tally> {
  const { count, tally } = createCounter()
  for (const failure of failures) for (let step = 1, isOver = false; !isOver; step += 1) {
    const folder = newFolder()
    const met = await meet(failure, 'create', step, folder, undefined)
    const vault = vaultIn(folder), { state, problem } = vault.state()
    const holds = state === 'none' ? !met.isDone && problem === null && outcome(await vault.create(NEXT)) === 'ok' : await whatOpens(vault) === 'old'
    await vault.close()
    count(`create, ${met.said}, then: ${state}`, met.isNamed && holds)
    isOver = met.isOver
  }
  return tally()
}

/** Which passphrase opens it, with everything in it; locks it again. */
async function whatOpens(vault: Vault): Promise<'old' | 'new' | 'nothing'> {
  const opens = outcome(await vault.unlock(passphrase)) === 'ok' ? 'old' : outcome(await vault.unlock(NEXT)) === 'ok' ? 'new' : 'nothing'
  const isSound = opens !== 'nothing' && value(await vault.canaries()).length === 3
  value(await vault.lock())
  return isSound ? opens : 'nothing'
}
