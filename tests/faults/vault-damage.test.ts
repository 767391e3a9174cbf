/** Damaged, newer, full, not writable, in use: each is told apart, and the vault is left as it was. */
import { closeSync, mkdirSync, openSync, readdirSync, readFileSync, truncateSync, writeFileSync, writeSync, chmodSync, existsSync } from 'node:fs'
import { once } from 'node:events'
import { dirname, join } from 'node:path'
import { createInterface } from 'node:readline'
import { afterEach, describe, expect, it } from 'vitest'
import type { VaultDeps } from '../../electron/vault/connection.ts'
import { migrations } from '../../electron/vault/migrations/index.ts'
import { problemOf } from '../../electron/vault/refusal.ts'
import type { Vault } from '../../electron/vault/vault.ts'
import { adding, closeVaults, conversation, event, freshVault, newFolder, outcome, passphrase, runChild, startChild, turn, value, vaultIn } from '../support/vault.ts'

afterEach(closeVaults)

/** As one that is too large to be read through by the engine at each opening. */
const large = { engine: { readThrough: 0 } }

/** A locked vault with some hundred kilobytes in it. */
const filled = async (deps: Partial<VaultDeps> = {}): Promise<{ vault: Vault; folder: string; database: string }> => {
  const { vault, folder } = await freshVault(deps)
  for (let i = 0; i < 4; i += 1) value(await vault.events.apply(adding(`c${i}`, ...Array.from({ length: 40 }, (_, k) => event(`e${i}-${k}`, { note: 'x'.repeat(900) })))))
  await vault.lock()
  return { vault, folder, database: join(folder, 'vault.db') }
}

/** Every file below a folder, with its bytes. Only while no vault in this process has it open. */
const snapshot = (folder: string): Record<string, string> => Object.fromEntries(readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()).map((entry) => {
  const path = join(entry.parentPath, entry.name)
  return [path, readFileSync(path).toString('base64')]
}))

describe.each([['a damaged database', {}], ['a damaged database that is large', large]])('%s', (_, deps) => {
  it('is found wherever a bit flipped, is left untouched, and opens again once it is mended', async () => {
    const { vault, database } = await filled(deps)
    const good = readFileSync(database)
    const offsets = [0, 15, 16, 100, 4000, 4095, ...Array.from({ length: Math.floor(good.length / 4096) }, (_, page) => page * 4096 + ((page * 997) % 4096))]
    expect(offsets.length).toBeGreaterThan(40)
    for (const offset of offsets) {
      const bad = Buffer.from(good)
      bad[offset] = (bad[offset] ?? 0) ^ 0x10
      writeFileSync(database, bad)
      expect([offset, outcome(await vault.unlock(passphrase))]).toEqual([offset, 'vault.damaged'])
      expect(readFileSync(database).equals(bad)).toBe(true)
    }
    expect(vault.state()).toMatchObject({ state: 'locked', problem: { name: 'vault.damaged' } })
    expect(outcome(await vault.unlock('not the passphrase'))).toBe('vault.wrong-passphrase')
    writeFileSync(database, good)
    expect(outcome(await vault.unlock(passphrase))).toBe('ok')
    expect(vault.state()).toMatchObject({ state: 'open', problem: null })
  })

  it('is found wherever the file was cut', async () => {
    const { vault, database } = await filled(deps)
    const good = readFileSync(database)
    for (const length of [0, 1, 15, 100, 4095, 4096, 4097, 8192, good.length >> 1, good.length - 4096, good.length - 1]) {
      writeFileSync(database, good)
      truncateSync(database, length)
      expect([length, outcome(await vault.unlock(passphrase))]).toEqual([length, 'vault.damaged'])
      expect(readFileSync(database).length).toBe(length)
    }
  })

  it('is not the database of another vault', async () => {
    const [one, other] = [await filled(deps), await filled(deps)]
    writeFileSync(one.database, readFileSync(other.database))
    expect(outcome(await one.vault.unlock(passphrase))).toBe('vault.damaged')
  })

  it('is left untouched to the byte even when a crash left its log beside it', async () => {
    const { vault, folder, database } = await filled(deps)
    await vault.close()
    const child = startChild('save', folder)
    for await (const line of createInterface({ input: child.stdout })) if (line.startsWith('turn')) break
    child.kill('SIGKILL')
    await once(child, 'close')
    const bytes = readFileSync(database)
    bytes[bytes.length - 2000] = (bytes[bytes.length - 2000] ?? 0) ^ 1
    writeFileSync(database, bytes)
    const before = snapshot(folder)
    expect(before[`${database}-wal`]?.length).toBeGreaterThan(1000)
    expect(outcome(await vault.unlock(passphrase))).toBe('vault.damaged')
    await vault.close()
    for (const [path, bytes] of Object.entries(before)) if (!path.endsWith('-shm')) expect([path, snapshot(folder)[path] === bytes]).toEqual([path, true])
  })
})

describe('a large database', () => {
  /** Makes free pages: what a conversation held. */
  const withFreePages = async (): ReturnType<typeof filled> => {
    const { vault, folder } = await freshVault(large)
    value(await vault.chat.saveConversation(conversation('c1')))
    for (let i = 0; i < 8; i += 1) value(await vault.chat.saveTurn(turn(`t${String(i)}`, 'c1', 'x'.repeat(5000))))
    value(await vault.chat.removeConversation('c1'))
    await vault.lock()
    return { vault, folder, database: join(folder, 'vault.db') }
  }

  it('is not refused for what stands where nothing is kept, and every page that is kept is authenticated', async () => {
    const { vault, database } = await withFreePages(), good = readFileSync(database)
    const outcomes = new Map<string, number>()
    for (let page = 0; page < good.length / 4096; page += 1) {
      const bad = Buffer.from(good)
      bad[page * 4096 + 2000] = (bad[page * 4096 + 2000] ?? 0) ^ 1
      writeFileSync(database, bad)
      const opened = outcome(await vault.unlock(passphrase))
      outcomes.set(opened, (outcomes.get(opened) ?? 0) + 1)
      if (opened === 'ok') await vault.lock()
    }
    expect([...outcomes.keys()].sort()).toEqual(['ok', 'vault.damaged'])
    expect(outcomes.get('ok')).toBeGreaterThan(5)
    expect(outcomes.get('vault.damaged')).toBeGreaterThan(5)
  })

  it('is not opened when two of its pages changed places', async () => {
    const { vault, database } = await filled(large), good = readFileSync(database)
    const bad = Buffer.concat([good.subarray(0, 5 * 4096), good.subarray(6 * 4096, 7 * 4096), good.subarray(5 * 4096, 6 * 4096), good.subarray(7 * 4096)])
    writeFileSync(database, bad)
    expect(outcome(await vault.unlock(passphrase))).toBe('vault.damaged')
  })

  it('is told to be in use without letting go of the lock of whoever has it', async () => {
    const { vault, folder } = await freshVault(large)
    expect(outcome(await vaultIn(folder, large).unlock(passphrase))).toBe('vault.in-use')
    expect(await runChild('unlock', folder)).toMatchObject({ output: 'vault.in-use' })
    expect(outcome(await vault.household.read())).toBe('ok')
  })
})

describe('formats', () => {
  const later = [...migrations, 'CREATE TABLE second (x TEXT) STRICT']

  it('a newer one is refused by its number, and untouched', async () => {
    const { vault, folder } = await freshVault({ engine: { migrations: later } })
    await vault.close()
    const before = snapshot(folder)
    const older = vaultIn(folder)
    expect(await older.unlock(passphrase)).toEqual({ ok: false, problem: { name: 'vault.newer', detail: { found: later.length, known: migrations.length } } })
    expect(older.state().problem?.name).toBe('vault.newer')
    await older.close()
    const after = snapshot(folder)
    expect(Object.keys(after).filter((path) => !(path in before)).every((path) => /-(shm|wal)$/.test(path) && (path.endsWith('-shm') || after[path] === ''))).toBe(true)
    for (const [path, bytes] of Object.entries(before)) expect(after[path] === bytes).toBe(true)
  })

  it('an older one is brought up, after a backup that opens with the same keys', async () => {
    const { vault, folder } = await freshVault()
    value(await vault.events.apply(adding('c1', event('e1'))))
    await vault.close()
    const upgraded = vaultIn(folder, { engine: { migrations: later } })
    value(await upgraded.unlock(passphrase))
    value(await upgraded.events.apply(adding('c2', event('e2'))))
    await upgraded.close()
    expect(outcome(await vaultIn(folder).unlock(passphrase))).toBe('vault.newer')

    const restored = newFolder()
    mkdirSync(restored)
    writeFileSync(join(restored, 'vault.keys.json'), readFileSync(join(folder, 'vault.keys.json')))
    writeFileSync(join(restored, 'vault.db'), readFileSync(join(folder, 'backups', `vault-format-${migrations.length}.db`)))
    const old = vaultIn(restored)
    value(await old.unlock(passphrase))
    expect(value(await old.events.byIds(['e1', 'e2'])).map((e) => e.id)).toEqual(['e1'])
  })

  it('a step that fails leaves the format before it, and a vault that still opens there', async () => {
    const { vault, folder } = await freshVault()
    await vault.close()
    const broken = vaultIn(folder, { engine: { migrations: [...migrations, 'CREATE TABLE second (x TEXT) STRICT; CREATE TABLE second (x TEXT) STRICT'] } })
    await expect(broken.unlock(passphrase)).rejects.toThrow('already exists')
    expect(broken.state().state).toBe('locked')
    await broken.close()
    const again = vaultIn(folder)
    expect(outcome(await again.unlock(passphrase))).toBe('ok')
  })

  it('a new vault needs no backup', async () => {
    const { folder } = await freshVault({ engine: { migrations: later } })
    expect(existsSync(join(folder, 'backups'))).toBe(false)
  })
})

describe('a full disk', () => {
  it('P7 refuses what does not fit, keeps all that did, and goes on when there is room', async () => {
    const { vault, folder } = await freshVault({ engine: { maxPages: 80 } })
    const kept: string[] = []
    let refused = 'ok'
    while (refused === 'ok') {
      const name = `e${kept.length}`
      refused = outcome(await vault.events.apply(adding(`c${kept.length}`, event(name, { note: 'x'.repeat(3000) }), event(`${name}-more`, { note: 'x'.repeat(3000) }))))
      if (refused === 'ok') kept.push(name)
    }
    expect(refused).toBe('vault.full')
    expect(kept.length).toBeGreaterThan(5)
    const holds = async (v: Vault): Promise<void> => {
      expect(value(await v.events.between('2026-01-01T00:00:00Z', '2027-01-01T00:00:00Z')).map((e) => e.id).sort()).toEqual(kept.flatMap((name) => [name, `${name}-more`]).sort())
      expect(value(await v.events.history(1000))).toHaveLength(kept.length)
    }
    await holds(vault)
    await vault.close()
    const roomier = vaultIn(folder)
    value(await roomier.unlock(passphrase))
    await holds(roomier)
    expect(outcome(await roomier.events.apply(adding('fits', event('fits'))))).toBe('ok')
  })

  it('refuses a new vault, and leaves nothing of it', async () => {
    const folder = newFolder()
    const vault = vaultIn(folder, { engine: { maxPages: 5 } })
    expect(outcome(await vault.create(passphrase))).toBe('vault.full')
    expect(vault.state()).toEqual({ state: 'none', folder, problem: null, keychain: false })
    await vault.close()
    expect(readdirSync(folder)).toEqual([])
  })

  it.runIf(existsSync('/dev/full'))('is the same problem when a file cannot be written', () => {
    const full = openSync('/dev/full', 'w')
    let thrown: unknown
    try { writeSync(full, 'x') } catch (error) { thrown = error } finally { closeSync(full) }
    expect(problemOf(thrown)?.name).toBe('vault.full')
  })
})

describe('a folder that cannot be written to', () => {
  /** As root everything can be written to; then a child of nobody in particular looks at it. */
  const asNobody = process.getuid?.() === 0 ? { uid: 65_534 } : {}

  it('refuses a new vault where none can be', async () => {
    const folder = newFolder()
    writeFileSync(folder, 'a file, not a folder')
    for (const path of [folder, join(folder, 'below')]) {
      const vault = vaultIn(path)
      expect(vault.state().state).toBe('none')
      expect(outcome(await vault.create(passphrase))).toBe('vault.unwritable')
    }
    expect(readFileSync(folder, 'utf8')).toBe('a file, not a folder')
  })

  it.runIf(process.platform !== 'win32')('refuses to open a vault it could not save to, and to make one', async () => {
    const { vault, folder } = await freshVault()
    await vault.close()
    chmodSync(dirname(folder), 0o755)
    for (const name of readdirSync(folder)) chmodSync(join(folder, name), 0o444)
    chmodSync(folder, 0o555)
    expect(await runChild('unlock', folder, asNobody)).toMatchObject({ output: 'vault.unwritable', errors: '' })
    const empty = newFolder()
    chmodSync(dirname(empty), 0o555)
    expect(await runChild('create', empty, asNobody)).toMatchObject({ output: 'vault.unwritable', errors: '' })
    // A folder that cannot even be looked into is not taken for an empty one.
    chmodSync(folder, 0o000)
    expect(await runChild('unlock', folder, asNobody)).toMatchObject({ output: 'vault.unwritable', errors: '' })
    for (const path of [folder, dirname(empty)]) chmodSync(path, 0o755)
  })
})

describe('a second process', () => {
  it('is told that the vault is in use, until the first lets go', async () => {
    const { vault, folder } = await freshVault()
    await vault.lock()
    const child = startChild('hold', folder)
    const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]()
    expect(await lines.next()).toEqual({ done: false, value: 'open' })
    expect(outcome(await vault.unlock(passphrase))).toBe('vault.in-use')
    expect(outcome(await vault.create(passphrase))).toBe('vault.exists')
    expect(vault.state()).toMatchObject({ state: 'locked', problem: null })
    child.stdin.write('let go\n')
    expect(await lines.next()).toEqual({ done: false, value: 'closed' })
    await once(child, 'close')
    expect(outcome(await vault.unlock(passphrase))).toBe('ok')
  })

  it('is told the same by a second vault in one process', async () => {
    const { vault, folder } = await freshVault()
    const second = vaultIn(folder)
    expect(outcome(await second.unlock(passphrase))).toBe('vault.in-use')
    expect(outcome(await vault.household.read())).toBe('ok')
    await vault.lock()
    expect(outcome(await second.unlock(passphrase))).toBe('ok')
  })
})
