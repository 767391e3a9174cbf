/** Whatever lies in the vault's folder, the next start says something sensible about it; and a crash while making or changing leaves nothing else. */
import { createHash } from 'node:crypto'
import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeAll, describe, expect, it } from 'vitest'
import type { KeyFile } from '../../electron/vault/key-file.ts'
import { migrations } from '../../electron/vault/migrations/index.ts'
import { closeVaults, freshVault, newFolder, outcome, passphrase, runChild, value, vaultIn } from '../support/vault.ts'

afterEach(closeVaults)

/** Made once: its two files, copied for every test that needs a locked vault. */
let template: Readonly<Record<string, Buffer>> = {}
beforeAll(async () => {
  const { vault, folder } = await freshVault()
  await vault.close()
  template = Object.fromEntries(['vault.db', 'vault.keys.json'].map((name) => [name, readFileSync(join(folder, name))]))
  await closeVaults()
})

const lockedVault = (): { folder: string; database: string; keys: string } => {
  const folder = newFolder()
  mkdirSync(folder)
  for (const [name, bytes] of Object.entries(template)) writeFileSync(join(folder, name), bytes)
  return { folder, database: join(folder, 'vault.db'), keys: join(folder, 'vault.keys.json') }
}

describe('the folder', () => {
  it('without its key file: the keys are damaged, the database stays, and they can be put back', async () => {
    const { folder, keys, database } = lockedVault()
    const [saved, bytes] = [readFileSync(keys), readFileSync(database)]
    rmSync(keys)
    const vault = vaultIn(folder)
    expect(vault.state()).toMatchObject({ state: 'locked', problem: { name: 'vault.keys-damaged' } })
    expect([outcome(await vault.unlock(passphrase)), outcome(await vault.create(passphrase))]).toEqual(['vault.keys-damaged', 'vault.exists'])
    expect(readFileSync(database).equals(bytes)).toBe(true)
    writeFileSync(keys, saved)
    expect(outcome(await vault.unlock(passphrase))).toBe('ok')
    expect(vault.state()).toMatchObject({ state: 'open', problem: null })
  })

  it('without its database: the vault is damaged, and nothing is laid over what is left', async () => {
    const { folder, keys, database } = lockedVault()
    const saved = readFileSync(keys)
    renameSync(database, join(folder, 'elsewhere'))
    const vault = vaultIn(folder)
    expect(vault.state()).toMatchObject({ state: 'locked', problem: { name: 'vault.damaged' } })
    expect([outcome(await vault.unlock(passphrase)), outcome(await vault.create(passphrase))]).toEqual(['vault.damaged', 'vault.exists'])
    expect(readFileSync(keys).equals(saved)).toBe(true)
  })

  it('with a log alone: the vault is damaged, and no new one is laid over it', async () => {
    const folder = newFolder()
    mkdirSync(folder)
    writeFileSync(join(folder, 'vault.db-wal'), 'something')
    const vault = vaultIn(folder)
    expect(vault.state()).toMatchObject({ state: 'locked', problem: { name: 'vault.damaged' } })
    expect(outcome(await vault.create(passphrase))).toBe('vault.exists')
  })

  it('with a folder where the database should be: the vault is damaged', () => {
    const { folder, database } = lockedVault()
    rmSync(database)
    mkdirSync(database)
    expect(vaultIn(folder).state()).toMatchObject({ state: 'locked', problem: { name: 'vault.damaged' } })
  })

  it('with what a crash left of a key file or a backup: it opens, and the leftovers go', async () => {
    const { folder, keys } = lockedVault()
    mkdirSync(join(folder, 'backups'))
    for (const name of ['vault.keys.json.new-00ff00ff', 'vault.db.new-6f9f1d8e', 'vault.db.new-6f9f1d8e-wal', 'backups/vault-format-1.db.new-copy']) copyFileSync(keys, join(folder, name))
    copyFileSync(keys, join(folder, 'notes.new-idea.txt'))
    const vault = vaultIn(folder)
    expect(vault.state()).toMatchObject({ state: 'locked', problem: null })
    value(await vault.unlock(passphrase))
    await vault.lock()
    expect(readdirSync(folder).sort()).toEqual(['backups', 'notes.new-idea.txt', 'vault.db', 'vault.keys.json'])
    expect(readdirSync(join(folder, 'backups'))).toEqual([])
  })
})

describe('the key file', () => {
  const read = (path: string): KeyFile & { checksum: string } => JSON.parse(readFileSync(path, 'utf8')) as KeyFile & { checksum: string }
  /** As somebody would write it who knows how: with a checksum that fits. */
  const forge = (path: string, change: (file: KeyFile) => unknown): void => {
    const { format, vaultId, createdAt, wraps } = read(path)
    const changed = change({ format, vaultId, createdAt, wraps }) as object
    writeFileSync(path, JSON.stringify({ ...changed, checksum: createHash('sha256').update(JSON.stringify(changed)).digest('hex') }))
  }

  it('is damaged when any byte of it is', () => {
    const { folder, keys } = lockedVault()
    const good = readFileSync(keys)
    for (let offset = 0; offset < good.length - 1; offset += 1) {
      const bad = Buffer.from(good)
      bad[offset] = (bad[offset] ?? 0) ^ 1
      writeFileSync(keys, bad)
      expect([offset, vaultIn(folder).state().problem?.name]).toEqual([offset, 'vault.keys-damaged'])
    }
    writeFileSync(keys, good)
    expect(vaultIn(folder).state().problem).toBeNull()
  })

  const put = (over: object) => (file: KeyFile): unknown => ({ ...file, wraps: { ...file.wraps, passphrase: { ...file.wraps.passphrase, ...over } } })
  const without = (name: string) => (file: KeyFile): unknown => Object.fromEntries(Object.entries(file).filter(([key]) => key !== name))
  it.each([
    ['asks for 100 GiB of memory', put({ memoryKib: 100 * 1024 * 1024 })],
    ['asks for a million passes', put({ passes: 1_000_000 })],
    ['asks for no lane', put({ lanes: 0 })],
    ['asks for half a pass', put({ passes: 1.5 })],
    ['names another derivation', put({ derivation: 'md5' })],
    ['has a short salt', put({ salt: 'AAAA' })],
    ['has a long nonce', put({ nonce: 'A'.repeat(24) })],
    ['has a seal that is not base64', put({ sealed: '*'.repeat(64) })],
    ['has one field more', put({ hint: 'the dog' })],
    ['has a wrap more', (file: KeyFile): unknown => ({ ...file, wraps: { ...file.wraps, another: file.wraps.recovery } })],
    ['has no recovery wrap', (file: KeyFile): unknown => ({ ...file, wraps: { passphrase: file.wraps.passphrase } })],
    ['has no vault id', without('vaultId')],
    ['has no format', without('format')],
    ['has no date', without('createdAt')],
    ['has format 0', (file: KeyFile): unknown => ({ ...file, format: 0 })],
    ['is a list', (): unknown => [1, 2, 3]],
  ])('is damaged when it %s', async (_, change) => {
    const { folder, keys } = lockedVault()
    forge(keys, change)
    const vault = vaultIn(folder)
    expect(vault.state()).toMatchObject({ state: 'locked', problem: { name: 'vault.keys-damaged' } })
    expect(outcome(await vault.unlock(passphrase))).toBe('vault.keys-damaged')
  })

  it.each([['empty', ''], ['not JSON', 'hello'], ['cut short', '{"format":1,'], ['endless', ' '.repeat(1_000_000)]])('is damaged when it is %s', (_, text) => {
    const { folder, keys } = lockedVault()
    writeFileSync(keys, text)
    expect(vaultIn(folder).state().problem?.name).toBe('vault.keys-damaged')
  })

  it('of a later format is newer, not damaged', () => {
    const { folder, keys } = lockedVault()
    writeFileSync(keys, JSON.stringify({ format: 3, something: 'else' }))
    expect(vaultIn(folder).state().problem).toEqual({ name: 'vault.newer', detail: { found: 3, known: 2 } })
  })

  it.each([
    ['vault', (file: KeyFile): unknown => ({ ...file, vaultId: '6f9f1d8e-7b0a-4c43-9a3b-0a4d2f6e1c11' })],
    ['cost', put({ passes: 2 })],
    ['purpose', (file: KeyFile): unknown => ({ ...file, wraps: { ...file.wraps, passphrase: { ...file.wraps.passphrase, salt: file.wraps.recovery.salt, nonce: file.wraps.recovery.nonce, sealed: file.wraps.recovery.sealed } } })],
  ])('that was forged for another %s does not open', async (_, change) => {
    const { folder, keys } = lockedVault()
    forge(keys, change)
    expect(outcome(await vaultIn(folder).unlock(passphrase))).toBe('vault.wrong-passphrase')
  })
})

describe('P7 killed between any two steps on disk', () => {
  const killer = fileURLToPath(new URL('../support/kill-at-step.ts', import.meta.url))
  /** Runs the command once for every step it takes, and kills it before that step; `look` sees what is left, and the last time what a full run leaves. */
  const killEverywhere = async (command: string, prepare: () => string, look: (folder: string, step: number) => Promise<void>): Promise<number> => {
    for (let step = 1; ; step += 1) {
      const folder = prepare()
      const { output, errors, signal } = await runChild(command, folder, { nodeArgs: ['--import', killer], env: { KILL_AT: String(step), KILL_BELOW: folder } })
      if (signal === null) expect([output, errors]).toEqual(['ok', ''])
      else expect([signal, output]).toEqual(['SIGKILL', ''])
      await look(folder, step)
      if (signal === null) return step - 1
    }
  }

  it('a new vault is either not there, and can be made, or whole', async () => {
    const seen = new Set<string>()
    const steps = await killEverywhere('create', newFolder, async (folder) => {
      const vault = vaultIn(folder)
      expect(vault.state().problem).toBeNull()
      seen.add(`${vault.state().state}, keys ${existsSync(join(folder, 'vault.keys.json')) ? 'there' : 'not there'}`)
      if (vault.state().state === 'none') {
        expect(outcome(await vault.unlock(passphrase))).toBe('vault.missing')
        value(await vault.create('another good passphrase'))
      } else value(await vault.unlock(passphrase))
      expect(value(await vault.canaries())).toHaveLength(3)
      await vault.close()
      expect(readdirSync(folder).sort()).toEqual(['vault.db', 'vault.keys.json'])
      await closeVaults()
    })
    expect(steps).toBeGreaterThan(7)
    expect([...seen].sort()).toEqual(['locked, keys there', 'none, keys not there', 'none, keys there'])
  }, 240_000)

  it('a change of passphrase leaves the old one or the new one, and never neither', async () => {
    const opens: string[] = []
    const steps = await killEverywhere('change', () => lockedVault().folder, async (folder) => {
      const vault = vaultIn(folder)
      const found = [outcome(await vault.unlock(passphrase)), outcome(await vault.unlock('another good passphrase'))]
      opens.push(found[0] === 'ok' ? 'old' : 'new')
      expect(found.sort()).toEqual(['ok', 'vault.wrong-passphrase'])
      await vault.close()
      expect(readdirSync(folder).sort()).toEqual(['vault.db', 'vault.keys.json'])
    })
    expect(steps).toBeGreaterThan(3)
    expect(opens[0]).toBe('old')
    expect(opens.at(-1)).toBe('new')
  }, 240_000)

  it('a change of format leaves the old or the new one, with everything in it', async () => {
    const steps = await killEverywhere('upgrade', () => lockedVault().folder, async (folder) => {
      const vault = vaultIn(folder, { engine: { migrations: [...migrations, 'CREATE TABLE second (x TEXT) STRICT', 'CREATE TABLE third (x TEXT) STRICT'] } })
      value(await vault.unlock(passphrase))
      expect(value(await vault.canaries())).toHaveLength(3)
      await vault.close()
      expect(readdirSync(join(folder, 'backups')).sort()).toEqual([`vault-format-${migrations.length}.db`, `vault-format-${migrations.length + 1}.db`])
    })
    expect(steps).toBeGreaterThan(4)
  }, 240_000)
})
