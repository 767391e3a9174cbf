/** P7 against a disk that refuses SQLite's own writes: a limit on the size of files, a file system with no room left, files that may only be read. */
import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, chownSync, cpSync, mkdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { wording } from '../../shared/problems.ts'
import type { Problem } from '../../shared/problems.ts'
import { randomFrom } from '../support/random.ts'
import { adding, eventsOf, freshVault, newFolder, outcome, passphrase, value, vaultIn } from '../support/vault.ts'
import { contentsOf, filesOf, saveUntilKilled } from './prove-crash.ts'
import { createCounter, type Counter, type Tally } from './tally.ts'

const fills = [process.execPath, '--no-warnings', fileURLToPath(new URL('../support/vault-child.ts', import.meta.url)), 'fill']
/** More rounds than fit under any of the limits here. */
const MOST = 80
const OWN = process.getuid?.() === 0 ? { uid: 65_534, gid: 65_534 } : {}

type Said = readonly (readonly [what: string, became: string])[]

/** Runs a shell's script whose last arguments are the child's own; what the child told of each thing it tried. */
async function run(command: string, args: readonly string[], run: string, more: { readonly env?: Readonly<Record<string, string>>; readonly uid?: number; readonly gid?: number } = {}): Promise<{ readonly said: Said; readonly ended: string }> {
  const { env = {}, ...who } = more
  const child = spawn(command, args, { env: { PATH: process.env['PATH'] ?? '', MOST: String(MOST), RUN: run, ...env }, stdio: ['ignore', 'pipe', 'pipe'], ...who })
  let out = '', errors = ''
  child.stdout.on('data', (chunk: Buffer) => { out += chunk.toString() })
  child.stderr.on('data', (chunk: Buffer) => { errors += chunk.toString() })
  const [code, signal] = await once(child, 'close') as [number | null, string | null]
  const said = out.trimEnd().split('\n').map((line) => [line.slice(0, line.lastIndexOf(' ')), line.slice(line.lastIndexOf(' ') + 1)] as const)
  return { said, ended: code === 0 && errors === '' ? 'well' : `${String(code)} ${String(signal)} ${errors.slice(0, 300)}` }
}

const REFUSALS: ReadonlySet<string> = new Set(['vault.full', 'vault.unwritable'])
const isClear = (name: string): boolean => { const { says, todo } = wording({ name, detail: {} } as Problem); return says !== '' && todo !== '' }

/** What was acknowledged is there, each change set whole, what was refused is not, and every refusal says what to do. */
async function judge({ count }: Counter, name: string, folder: string, { said, ended }: { readonly said: Said; readonly ended: string }, atLeast: number): Promise<void> {
  const refused = said.filter(([, became]) => became !== 'ok')
  count(`${name}: ended ${ended}`, ended === 'well')
  count(`${name}: ${String(refused.length)} refusals`, refused.length >= atLeast)
  for (const [what, became] of refused) count(`${name}: ${what} was refused with ${became}`, REFUSALS.has(became) && isClear(became))
  const vault = vaultIn(folder), opened = outcome(await vault.unlock(passphrase))
  count(`${name}: afterwards it opens: ${opened}`, opened === 'ok')
  if (opened === 'ok') {
    const { history, turns, isWhole } = await contentsOf(vault)
    count(`${name}: half a change is seen`, isWhole)
    for (const [what, became] of said) {
      const [kind, id = ''] = what.split(' ')
      if (kind === 'set') count(`${name}: ${what} was ${became}, and is ${history.includes(id) ? '' : 'not '}there`, history.includes(id) === (became === 'ok'))
      if (kind === 'turn') count(`${name}: ${what} was ${became}, and is ${turns.has(id) ? '' : 'not '}there`, turns.has(id) === (became === 'ok'))
    }
    // The room is there again.
    count(`${name}: afterwards nothing can be saved`, outcome(await vault.events.apply(adding('after', ...eventsOf('after')))) === 'ok')
  }
  await vault.close()
}

/** A locked vault with so many change sets, and copies of it. */
async function filled(sets: number): Promise<() => string> {
  const { vault, folder } = await freshVault()
  for (let at = 0; at < sets; at += 1) value(await vault.events.apply(adding(`set${String(at)}`, ...eventsOf(`set${String(at)}`))))
  value(await vault.lock())
  return () => {
    const copy = newFolder()
    mkdirSync(copy)
    cpSync(folder, copy, { recursive: true })
    return copy
  }
}

/** Two at a time. */
async function inLanes<T>(all: readonly T[], work: (one: T) => Promise<void>): Promise<void> {
  const lane = async (from: number): Promise<void> => { for (let at = from; at < all.length; at += 2) await work(all[at] as T) }
  await Promise.all([lane(0), lane(1)])
}

/** Under so many limits on the size of a file, as `ulimit -f` sets them: some stop the log, some the database while the log is folded into it. */
export async function proveFileLimits(limits: number): Promise<Tally> {
  const counter = createCounter(), random = randomFrom(512), small = await filled(0), large = limits < 10 ? undefined : await filled(60)
  const all = Array.from({ length: limits }, (_, at) => (large !== undefined && at % 4 === 3 ? { copy: large, kib: 3000 + random(1200) } : { copy: small, kib: at % 4 === 2 ? 1 + random(200) : 160 + random(4000) }))
  await inLanes(all, async ({ copy, kib }) => {
    const folder = copy()
    await judge(counter, `files of ${String(kib)} KiB at most`, folder, await run('bash', ['-c', `ulimit -f ${String(kib)} && exec "$@"`, '-', ...fills, folder], `limit${String(kib)}`), 1)
  })
  return counter.tally()
}

const ROOM_KIB = 512
/** In namespaces of its own, so that nothing stays mounted: mounts, copies the vault in, takes a part of the room, runs the child, and copies back what is left. */
const onTmpfs = `set -e; mount -t tmpfs -o size="$1"k tmpfs "$2"; cp -a "$3/." "$2/"; head -c ${String(ROOM_KIB)}k /dev/zero > "$2/room"; from="$2"; to="$3"; shift 3; "$@"; rm -rf "$to"/*; cp -a "$from/." "$to/"`
export const canMount = process.platform === 'linux' && spawnSync('unshare', ['-rm', 'mount', '-t', 'tmpfs', 'tmpfs', '/tmp']).status === 0

/** On so many file systems that have room for some of it. It goes on once there is room. */
export async function proveNoRoom(sizes: number): Promise<Tally> {
  const counter = createCounter(), random = randomFrom(640), small = await filled(0)
  await inLanes(Array.from({ length: sizes }, () => 200 + ROOM_KIB + random(4000)), async (kib) => {
    const folder = small(), mount = newFolder(), name = `a disk of ${String(kib)} KiB`
    mkdirSync(mount)
    const told = await run('unshare', ['-rm', 'bash', '-c', onTmpfs, '-', String(kib), mount, folder, ...fills, mount], `room${String(kib)}`, { env: { ROOM: join(mount, 'room') } })
    await judge(counter, name, folder, told, 1)
    const later = told.said.filter(([what]) => what.endsWith('-roomier')).map(([, became]) => became)
    counter.count(`${name}: with room again it says ${later.join(', ') || 'nothing'}`, told.said.length === 1 || (later.length === 2 && later.every((became) => became === 'ok')))
  })
  return counter.tally()
}

/** What may only be read. */
const READ_ONLY: readonly (readonly [what: string, files: readonly string[]])[] = [['the database', ['vault.db']], ['the log', ['vault.db-wal']], ['the folder', ['.']], ['everything', ['vault.db', 'vault.db-wal', 'vault.keys.json', '.']]]

/** As somebody who may only read some of it: it is said at once, nothing in the folder is touched, and it opens once it may be written. */
export async function proveReadOnly(): Promise<Tally> {
  const counter = createCounter(), small = await filled(2)
  for (const [what, files] of READ_ONLY) {
    const folder = small()
    await saveUntilKilled(folder, 1, new Set(), new Set())
    chmodSync(dirname(folder), 0o755)
    for (const path of [folder, ...[...filesOf(folder).keys()].map((file) => join(folder, file))]) if (OWN.uid !== undefined) chownSync(path, OWN.uid, OWN.gid)
    const before = filesOf(folder)
    for (const file of files) chmodSync(join(folder, file), file === '.' ? 0o555 : 0o444)
    const [command, ...args] = [...fills, folder] as const
    const told = await run(command, args, 'readonly', OWN)
    counter.count(`${what} may only be read: ${told.said.map((line) => line.join(' ')).join(', ').slice(0, 200)}`, told.said.length === 1 && told.said[0]?.[0] === 'unlock' && told.said[0][1] === 'vault.unwritable')
    counter.count(`${what} may only be read, and was changed`, [...before].every(([file, bytes]) => file.endsWith('-shm') || readFileSync(join(folder, file)).equals(bytes)))
    for (const file of files) chmodSync(join(folder, file), file === '.' ? 0o755 : 0o600)
    await judge(counter, `${what} may be written again`, folder, told, 1)
  }
  return counter.tally()
}
