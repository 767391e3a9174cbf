/** Backups: encrypted, whole or not there, restored from every format on a machine that knows nothing but the recovery words, and never at the cost of what stood there. */
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { listBackups } from '../../electron/vault/backup-list.ts'
import { readCanaries } from '../../electron/vault/canaries.ts'
import { saveConversation } from '../../electron/vault/chat.ts'
import type { Database } from '../../electron/vault/database.ts'
import { applyChanges, eventsBetween } from '../../electron/vault/events.ts'
import { vaultPaths } from '../../electron/vault/folder.ts'
import { readHousehold, writeHousehold } from '../../electron/vault/household.ts'
import { migrations } from '../../electron/vault/migrations/index.ts'
import { appendReceipt, listReceipts } from '../../electron/vault/receipts.ts'
import { problemOf } from '../../electron/vault/refusal.ts'
import { createSession, type Session, type SessionOptions } from '../../electron/vault/session.ts'
import type { Vault } from '../../electron/vault/vault.ts'
import type { Task } from '../../shared/tasks.ts'
import { adding, cheap, closeVaults, conversation, event, freshVault, household, newFolder, outcome, passphrase, receipt, runChild, value, vaultIn } from '../support/vault.ts'

afterEach(closeVaults)

const bins: Task = { id: 'bins', title: 'Bins', people: [], rotation: 'together', effort: 5, checklist: [], reminders: [], medicine: false, done: [] }
const NOW = '2026-11-22T09:00:00Z'
const NEW = 'another good passphrase'
const idsIn = (folder: string): string[] => listBackups(vaultPaths(folder)).map(({ id }) => id)
const killer = fileURLToPath(new URL('../support/kill-at-step.ts', import.meta.url))
const backupChild = fileURLToPath(new URL('../support/backup-child.ts', import.meta.url))

/** A vault without its thread, which takes longer to start than all of this. */
type SessionAt = Session & { readonly folder: string }
const sessionIn = (folder: string, options: Partial<SessionOptions> = {}): SessionAt => ({ ...createSession({ argon: cheap, migrations, maxPages: null, ...options, folder }), folder })
const freshSession = (options: Partial<SessionOptions> = {}): { session: SessionAt; words: string } => {
  const session = sessionIn(newFolder(), options)
  return { session, words: session.create(passphrase, '2026-11-20T09:00:00Z').recoveryWords.join(' ') }
}
/** The name of the problem, or 'ok'. */
const refused = (work: () => unknown): string => {
  try { work() } catch (error) {
    const found = problemOf(error)
    if (found === null) throw error
    return found.name
  }
  return 'ok'
}
const opened = (session: Session): Database => {
  const database = session.database()
  if (database === null) throw new Error('the vault is not open')
  return database
}
const YEAR = ['2026-01-01T00:00:00Z', '2027-01-01T00:00:00Z'] as const
const titlesIn = (session: Session): string[] => eventsBetween(opened(session), ...YEAR).map(({ title }) => title).sort()
const ids = async (vault: Vault): Promise<string[]> => value(await vault.backups.list()).map(({ id }) => id)
const titles = async (vault: Vault): Promise<string[]> => value(await vault.events.between(...YEAR)).map(({ title }) => title).sort()
/** Every file below a folder, with its bytes. */
const snapshot = (folder: string): Record<string, string> => Object.fromEntries(readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name)).sort().map((path) => [path.slice(folder.length), readFileSync(path).toString('base64')]))

describe('a backup', () => {
  it('is a vault folder of its own, for its owner alone, of which nothing can be read without the key', async () => {
    const { vault, folder } = await freshVault()
    value(await vault.events.apply(adding('c1', event('e1', { title: 'Knarrenfest' }))))
    const made = value(await vault.backups.make())
    expect(made).toMatchObject({ id: 'backup-2026-11-22T09-00-00Z', kind: 'backup', at: '2026-11-22T09:00:00Z' })
    const lies = join(folder, 'backups', made.id)
    expect(readdirSync(join(folder, 'backups'))).toEqual([made.id])
    expect(readdirSync(lies).sort()).toEqual(['vault.db', 'vault.keys.json'])
    expect([lies, join(lies, 'vault.db'), join(lies, 'vault.keys.json')].map((path) => statSync(path).mode & 0o777)).toEqual([0o700, 0o600, 0o600])
    const bytes = readFileSync(join(lies, 'vault.db'))
    expect([bytes.includes('Knarrenfest'), bytes.includes('SQLite format 3'), bytes.length + statSync(join(lies, 'vault.keys.json')).size]).toEqual([false, false, made.bytes])

    // Moved away as it is, it is a vault.
    const elsewhere = newFolder()
    cpSync(lies, elsewhere, { recursive: true })
    const copy = vaultIn(elsewhere)
    value(await copy.unlock(passphrase))
    expect(await titles(copy)).toEqual(['Knarrenfest'])
  })

  it('says what is in it before it is restored, and is not changed by that', () => {
    const { session, words } = freshSession()
    expect(session.previewBackup(session.backUp(NOW).id, { passphrase })).toEqual({ people: 0, events: 0, tasks: 0, conversations: 0, receipts: 0, lastChange: null })
    writeHousehold(opened(session), household)
    applyChanges(opened(session), { ...adding('c1'), changes: [...adding('c1', event('e1'), event('e2')).changes, { kind: 'add-task', after: bins }] })
    saveConversation(opened(session), conversation('talk', { lastAt: '2026-11-22T10:30:00Z' }))
    appendReceipt(opened(session), receipt(1))
    const { id } = session.backUp('2026-11-22T11:00:00Z'), before = snapshot(join(session.folder, 'backups'))
    const found = { people: 2, events: 2, tasks: 1, conversations: 1, receipts: 1, lastChange: '2026-11-22T10:30:00Z' }
    expect(session.previewBackup(id, { passphrase })).toEqual(found)
    session.lock()
    expect([session.previewBackup(id, { words }), session.database()]).toEqual([found, null])
    expect(refused(() => session.previewBackup(id, { passphrase: 'not this passphrase' }))).toBe('backup.wrong-passphrase')
    expect(refused(() => session.previewBackup(id, { words: words.split(' ').reverse().join(' ') }))).toBe('backup.wrong-words')
    expect(refused(() => session.previewBackup('backup-2020-01-01T00-00-00Z', { passphrase }))).toBe('backup.gone')
    expect(refused(() => session.previewBackup('../../etc', { passphrase }))).toBe('input.invalid')
    expect(snapshot(join(session.folder, 'backups'))).toEqual(before)
  })

  it('is not made while the vault is locked', async () => {
    const { vault, folder } = await freshVault()
    await vault.lock()
    expect([outcome(await vault.backups.make()), existsSync(join(folder, 'backups'))]).toEqual(['vault.locked', false])
  })

  it('lets older ones of this vault go, and touches nothing else', () => {
    const { session } = freshSession(), other = freshSession().session, backups = join(session.folder, 'backups')
    const foreign = other.backUp('2019-01-01T00:00:00Z').id, aside = 'set-aside-2019-05-05T00-00-00Z'
    mkdirSync(backups)
    for (const name of [foreign, aside]) cpSync(join(other.folder, 'backups', foreign), join(backups, name), { recursive: true })
    writeFileSync(join(backups, 'my notes.txt'), 'mine')
    for (let day = 1; day <= 12; day += 1) session.backUp(`2026-10-${String(day).padStart(2, '0')}T09:00:00Z`)
    expect(idsIn(session.folder)).toEqual([...[12, 11, 10, '09', '08', '07', '06', '04'].map((day) => `backup-2026-10-${day}T09-00-00Z`), aside, foreign])
    expect(readdirSync(backups)).toContain('my notes.txt')
    session.lock()
    other.lock()
  })

  it('that cannot be written is refused, and leaves nothing; the next one is made', () => {
    const { session } = freshSession(), backups = join(session.folder, 'backups')
    writeFileSync(backups, 'a file where the folder should be')
    expect(refused(() => session.backUp(NOW))).toBe('vault.unwritable')
    rmSync(backups)
    session.backUp(NOW)
    expect(readdirSync(backups)).toEqual(['backup-2026-11-22T09-00-00Z'])
    session.lock()
  })
})

describe('restoring', () => {
  it('brings back what was deleted, and sets aside what stood there, from which everything comes back in turn', async () => {
    const { vault, folder } = await freshVault()
    const states: string[] = []
    vault.onState(() => { states.push(vault.state().state) })
    value(await vault.events.apply(adding('c1', event('e1', { title: 'Chess' }))))
    const { id } = value(await vault.backups.make())
    value(await vault.events.apply({ ...adding('c2'), changes: [{ kind: 'remove', before: event('e1', { title: 'Chess' }) }, { kind: 'add', after: event('e2', { title: 'Later' }) }] }))
    expect(outcome(await vault.backups.restore(id, { passphrase: 'not this passphrase' }))).toBe('backup.wrong-passphrase')
    expect([await titles(vault), states]).toEqual([['Later'], []])

    value(await vault.backups.restore(id, { passphrase }))
    expect([await titles(vault), states]).toEqual([['Chess'], ['locked', 'open']])
    expect(await ids(vault)).toEqual([id, 'set-aside-2026-11-22T09-00-00Z'])
    value(await vault.backups.restore('set-aside-2026-11-22T09-00-00Z', { passphrase }))
    expect(await titles(vault)).toEqual(['Later'])
    expect((await ids(vault)).sort()).toEqual([id, 'set-aside-2026-11-22T09-00-00Z', 'set-aside-2026-11-22T09-00-00Z-2'])
    await vault.close()
    expect(readdirSync(folder).sort()).toEqual(['backups', 'vault.db', 'vault.keys.json'])
  })

  it('opens with the passphrase of then, or with the words and a new one', () => {
    const { session, words } = freshSession()
    const { id } = session.backUp(NOW)
    session.changePassphrase(passphrase, NEW)
    expect(refused(() => session.restoreBackup(id, { passphrase: NEW }, NOW))).toBe('backup.wrong-passphrase')
    expect(refused(() => session.restoreBackup(id, { words, newPassphrase: 'short' }, NOW))).toBe('vault.weak-passphrase')
    session.restoreBackup(id, { words, newPassphrase: 'a third good passphrase' }, NOW)
    session.lock()
    expect([passphrase, NEW, 'a third good passphrase'].map((typed) => refused(() => session.unlock(typed)))).toEqual(['vault.wrong-passphrase', 'vault.wrong-passphrase', 'ok'])
    session.lock()
  })

  it.each([['the database', 'vault.db'], ['the key file', 'vault.keys.json']])('replaces a vault of which %s is damaged, and keeps what is left of it', (_, name) => {
    const { session } = freshSession()
    applyChanges(opened(session), adding('c1', event('e1')))
    const { id } = session.backUp(NOW)
    session.lock()
    writeFileSync(join(session.folder, name), 'decayed')
    expect(refused(() => session.unlock(passphrase))).toMatch(/damaged$/)
    session.restoreBackup(id, { passphrase }, NOW)
    expect(titlesIn(session)).toEqual(['Event e1'])
    expect(readFileSync(join(session.folder, 'backups', 'set-aside-2026-11-22T09-00-00Z', name), 'utf8')).toBe('decayed')
    session.lock()
  })

  it('refuses a backup of which any part is damaged, and changes nothing', () => {
    const { session } = freshSession(), { folder } = session
    applyChanges(opened(session), adding('c1', event('e1', { note: 'x'.repeat(4000) })))
    const { id } = session.backUp(NOW), backup = join(folder, 'backups', id)
    session.lock()
    const good = readFileSync(join(backup, 'vault.db')), keys = readFileSync(join(backup, 'vault.keys.json'))
    const flipped = [0, 20, 4100, good.length >> 1, good.length - 1].map((offset): [string, Buffer] => { const bad = Buffer.from(good); bad[offset] = (bad[offset] ?? 0) ^ 1; return ['vault.db', bad] })
    const cut: [string, Buffer][] = [['vault.db', good.subarray(0, good.length >> 1)], ['vault.db', Buffer.alloc(0)], ['vault.keys.json', keys.subarray(0, 40)], ['vault.keys.json', Buffer.alloc(0)]]
    for (const [name, bytes] of [...flipped, ...cut]) {
      writeFileSync(join(backup, name), bytes)
      const before = snapshot(folder)
      expect(refused(() => session.previewBackup(id, { passphrase }))).toBe('backup.damaged')
      expect(refused(() => session.restoreBackup(id, { passphrase }, NOW))).toBe('backup.damaged')
      expect(snapshot(folder)).toEqual(before)
      writeFileSync(join(backup, 'vault.db'), good)
      writeFileSync(join(backup, 'vault.keys.json'), keys)
    }
    rmSync(join(backup, 'vault.keys.json'))
    expect(refused(() => session.restoreBackup(id, { passphrase }, NOW))).toBe('backup.gone')
    session.unlock(passphrase)
    expect(titlesIn(session)).toEqual(['Event e1'])
    session.lock()
  })

  it('refuses a backup of a newer format', () => {
    const newer = freshSession({ migrations: [...migrations, 'CREATE TABLE second (x TEXT) STRICT'] }).session, { session } = freshSession()
    const { id } = newer.backUp(NOW)
    cpSync(join(newer.folder, 'backups'), join(session.folder, 'backups'), { recursive: true })
    expect(refused(() => session.restoreBackup(id, { passphrase }, NOW))).toBe('vault.newer')
    newer.lock()
    session.lock()
  })

  it('leaves a vault alone that another Lares has open', async () => {
    const { vault, folder } = await freshVault()
    const { id } = value(await vault.backups.make()), second = vaultIn(folder)
    expect(outcome(await second.backups.restore(id, { passphrase }))).toBe('vault.in-use')
    expect([readdirSync(folder).filter((name) => /restor/.test(name)), outcome(await vault.events.apply(adding('c1', event('e1'))))]).toEqual([[], 'ok'])
  })

  it.each(migrations.map((_, index) => index + 1))('P7 from format %i on an empty machine, with the recovery words alone: everything is there, in the newest format', (format) => {
    const old = sessionIn(newFolder(), { migrations: migrations.slice(0, format) })
    const { recoveryWords } = old.create(passphrase, '2026-11-20T09:00:00Z'), words = recoveryWords.join(' ')
    writeHousehold(opened(old), { ...household, rules: [] })
    saveConversation(opened(old), conversation('talk'))
    appendReceipt(opened(old), receipt(1))
    const { id } = old.backUp('2026-11-21T09:00:00Z'), canaries = readCanaries(opened(old))
    old.lock()

    const machine = newFolder()
    mkdirSync(join(machine, 'backups'), { recursive: true })
    cpSync(join(old.folder, 'backups', id), join(machine, 'backups', id), { recursive: true })
    expect([vaultIn(machine).state(), idsIn(machine)]).toEqual([{ state: 'none', folder: machine, problem: null, keychain: false }, [id]])
    const fresh = sessionIn(machine)
    expect(fresh.previewBackup(id, { words })).toEqual({ people: 2, events: 0, tasks: 0, conversations: 1, receipts: 1, lastChange: '2026-11-22T09:00:00Z' })
    fresh.restoreBackup(id, { words, newPassphrase: NEW }, '2026-11-22T09:00:00Z')
    expect([readCanaries(opened(fresh)), readHousehold(opened(fresh)), listReceipts(opened(fresh))]).toEqual([canaries, household, [receipt(1)]])
    applyChanges(opened(fresh), adding('c1', event('e1')))
    expect(fresh.previewBackup(fresh.backUp('2026-11-22T10:00:00Z').id, { passphrase: NEW })).toMatchObject({ people: 2, events: 1 })
    fresh.lock()
    expect(readdirSync(machine).sort()).toEqual(['backups', 'vault.db', 'vault.keys.json'])
    fresh.unlock(NEW)
    expect(titlesIn(fresh)).toEqual(['Event e1'])
    fresh.lock()
  })
})

describe('P7 killed between any two steps on disk', () => {
  /** A locked vault with the event “Later” in it, which a keychain opens too, and a backup from before that, with “Chess”. */
  const prepare = (): string => {
    const { session } = freshSession()
    applyChanges(opened(session), adding('c1', event('e1', { title: 'Chess' })))
    session.backUp('2026-11-22T09:00:00Z')
    applyChanges(opened(session), { ...adding('c2'), changes: [{ kind: 'remove', before: event('e1', { title: 'Chess' }) }, { kind: 'add', after: event('e2', { title: 'Later' }) }] })
    session.useKeychain(passphrase, Buffer.alloc(32, 7).toString('base64'), 'QUJD')
    session.lock()
    return session.folder
  }
  const kept = mkdtempSync(join(tmpdir(), 'lares-kill-'))
  afterAll(() => { rmSync(kept, { recursive: true, force: true }) })
  const run = async (command: string, folder: string, step: number): Promise<string | null> => {
    const { output, errors, code, signal } = await runChild(command, folder, { script: backupChild, nodeArgs: ['--import', killer], env: { KILL_AT: String(step), KILL_BELOW: folder, PASSPHRASE: passphrase } })
    expect([code, signal, output, errors]).toEqual(signal === null ? [0, null, 'ok', ''] : [null, 'SIGKILL', '', ''])
    return signal
  }
  let template = ''
  beforeAll(async () => {
    await run('backup', prepare(), 0)
    template = join(kept, 'template')
    cpSync(prepare(), template, { recursive: true })
  })
  const killEverywhere = async (command: string, look: (folder: string, session: SessionAt) => void): Promise<number> => {
    for (let step = 1; ; step += 1) {
      const folder = newFolder()
      cpSync(template, folder, { recursive: true })
      const signal = await run(command, folder, step)
      const session = sessionIn(folder)
      expect(vaultIn(folder).state()).toMatchObject({ state: 'locked', folder, problem: null })
      session.unlock(passphrase)
      // Only the vault of before opens by the keychain, and no backup does.
      expect(vaultIn(folder).state().keychain).toBe(titlesIn(session)[0] === 'Later')
      expect(idsIn(folder).filter((id) => readFileSync(join(folder, 'backups', id, 'vault.keys.json'), 'utf8').includes('keychain'))).toEqual([])
      look(folder, session)
      session.lock()
      expect(readdirSync(folder).sort()).toEqual(['backups', 'vault.db', 'vault.keys.json'])
      expect(readdirSync(join(folder, 'backups')).sort()).toEqual(idsIn(folder).sort())
      if (signal === null) return step - 1
    }
  }

  it('a restore leaves the vault of before or the one of the backup, and the other beside it', async () => {
    const seen: string[] = []
    const steps = await killEverywhere('restore', (folder, session) => {
      const [now = ''] = titlesIn(session), all = listBackups(vaultPaths(folder))
      seen.push(now)
      expect(all.map(({ kind }) => kind).sort()).toEqual(now === 'Later' ? ['backup'] : ['backup', 'set-aside'])
      if (now === 'Later') return
      session.restoreBackup(all.find(({ kind }) => kind === 'set-aside')?.id ?? '', { passphrase }, '2026-11-22T13:00:00Z')
      expect(titlesIn(session)).toEqual(['Later'])
    })
    expect(steps).toBeGreaterThan(12)
    expect([seen[0], seen.at(-1), new Set(seen).size]).toEqual(['Later', 'Chess', 2])
  }, 240_000)

  it('a backup is whole or not there, and so is an older one that goes', async () => {
    const lists = new Set<string>()
    const steps = await killEverywhere('backup', (folder, session) => {
      const all = idsIn(folder)
      lists.add(all.join(' '))
      for (const id of all) expect(session.previewBackup(id, { passphrase }).events).toBe(1)
    })
    expect(steps).toBeGreaterThan(8)
    const [older, newer] = ['backup-2026-11-22T09-00-00Z', 'backup-2026-11-22T12-00-00Z']
    expect([...lists]).toEqual([older, `${newer} ${older}`, newer])
  }, 240_000)
})
