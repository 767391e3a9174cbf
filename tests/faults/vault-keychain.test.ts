/** Opening by this computer's login: whatever becomes of the keychain, of the key file or of the folder, the passphrase opens the vault and nothing is lost. */
import { createHash } from 'node:crypto'
import { cpSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { readKeyFile, writeKeyFile } from '../../electron/vault/key-file.ts'
import type { Vault } from '../../electron/vault/vault.ts'
import { fakeKeychain, type FakeKeychain } from '../support/keychain.ts'
import { adding, closeVaults, event, freshVault, newFolder, outcome, passphrase, value, vaultIn } from '../support/vault.ts'

afterEach(closeVaults)

const NEW = 'another good passphrase'
const SET_ASIDE = 'set-aside-2026-11-22T09-00-00Z'
interface Home { readonly vault: Vault; readonly folder: string; readonly words: string; readonly keychain: FakeKeychain; readonly keys: string }

/** An open vault with one event in it, that its keychain opens too. */
const switchedOn = async (): Promise<Home> => {
  const keychain = fakeKeychain(), { vault, folder, words } = await freshVault({ keychain })
  value(await vault.events.apply(adding('c1', event('e1'))))
  value(await vault.keychain.use(passphrase))
  return { vault, folder, words, keychain, keys: join(folder, 'vault.keys.json') }
}
const isWhole = async (vault: Vault): Promise<void> => { expect(value(await vault.events.byIds(['e1']))).toHaveLength(1) }
const wrapsIn = (path: string): string[] => Object.keys(value(readKeyFile(path)).wraps)
/** Every key file in the vault's folder but its own. */
const keyFilesOfBackups = (folder: string): string[] => readdirSync(join(folder, 'backups')).map((id) => join(folder, 'backups', id, 'vault.keys.json'))

describe('switched on', () => {
  it('opens without the passphrase, again and again, also for the next start; passphrase and words stay', async () => {
    const { vault, folder, words, keychain } = await switchedOn()
    expect(vault.state()).toMatchObject({ state: 'open', keychain: true })
    await vault.lock()
    expect(vault.state()).toMatchObject({ state: 'locked', keychain: true })
    expect(outcome(await vault.keychain.unlock())).toBe('ok')
    await isWhole(vault)
    await vault.close()
    const next = vaultIn(folder, { keychain })
    expect(next.state()).toMatchObject({ state: 'locked', keychain: true })
    expect(outcome(await next.keychain.unlock())).toBe('ok')
    await next.lock()
    expect(outcome(await next.unlock(passphrase))).toBe('ok')
    await next.lock()
    expect(outcome(await next.recover(words, NEW))).toBe('ok')
    expect(next.state().keychain).toBe(true)
    await next.lock()
    expect(outcome(await next.keychain.unlock())).toBe('ok')
    await isWhole(next)
  })

  it('is asked for with the passphrase, of the open vault, and writes nothing when that is wrong', async () => {
    const keychain = fakeKeychain(), { vault, folder } = await freshVault({ keychain }), keys = join(folder, 'vault.keys.json'), before = readFileSync(keys, 'utf8')
    expect(outcome(await vault.keychain.use('not the passphrase'))).toBe('vault.wrong-passphrase')
    await vault.lock()
    expect(outcome(await vault.keychain.use(passphrase))).toBe('vault.locked')
    expect(outcome(await vault.keychain.forget())).toBe('vault.locked')
    expect(outcome(await vault.keychain.unlock())).toBe('keychain.off')
    expect([readFileSync(keys, 'utf8') === before, vault.state().keychain]).toEqual([true, false])
  })

  it.each(['keychain.none', 'keychain.unprotected', 'keychain.refused'] as const)('is refused where the keychain says %s, and writes nothing', async (name) => {
    const keychain = fakeKeychain(), { vault, folder } = await freshVault({ keychain }), keys = join(folder, 'vault.keys.json'), before = readFileSync(keys, 'utf8')
    keychain.refuse(name)
    expect(outcome(await vault.keychain.use(passphrase))).toBe(name)
    expect([readFileSync(keys, 'utf8') === before, vault.state().keychain]).toEqual([true, false])
  })

  it('is refused where there is no desktop', async () => {
    const { vault } = await freshVault()
    expect([outcome(await vault.keychain.check()), outcome(await vault.keychain.use(passphrase)), outcome(await vault.keychain.unlock())]).toEqual(['keychain.none', 'keychain.none', 'keychain.off'])
  })

  it('is refused when the keychain gives back something else than it was given, or more than anybody keeps', async () => {
    const strange = fakeKeychain(), { vault } = await freshVault({ keychain: { ...strange, read: async () => ({ ok: true, value: { secret: 'x', isStale: false } }) } })
    expect(outcome(await vault.keychain.use(passphrase))).toBe('keychain.refused')
    let kept = ''
    const long = await freshVault({ keychain: { ...strange, keep: async (secret) => { kept = secret; return { ok: true, value: 'A'.repeat(8000) } }, read: async () => ({ ok: true, value: { secret: kept, isStale: false } }) } })
    expect(outcome(await long.vault.keychain.use(passphrase))).toBe('keychain.refused')
    expect(long.vault.state().keychain).toBe(false)
  })

  it('P8 leaves neither the key nor the secret readable in the folder, and never the same twice', async () => {
    const given: string[] = [], real = fakeKeychain()
    const { vault, folder } = await freshVault({ keychain: { ...real, keep: (secret) => { given.push(secret); return real.keep(secret) } } })
    value(await vault.keychain.use(passphrase))
    const first = readFileSync(join(folder, 'vault.keys.json'), 'utf8')
    value(await vault.keychain.use(passphrase))
    expect(new Set(given).size).toBe(2)
    for (const secret of given) expect([Buffer.from(secret, 'base64').length, first.includes(secret)]).toEqual([32, false])
  })
})

describe('switched off', () => {
  it('leaves a key file as if it had never been on, which opens no longer by the keychain', async () => {
    const { vault, folder, keychain, keys } = await switchedOn()
    expect([value(readKeyFile(keys)).format, wrapsIn(keys)]).toEqual([2, ['passphrase', 'recovery', 'keychain']])
    keychain.refuse('keychain.none') // it is not needed for that
    expect(outcome(await vault.keychain.forget())).toBe('ok')
    expect(outcome(await vault.keychain.forget())).toBe('ok')
    keychain.refuse(null)
    expect([value(readKeyFile(keys)).format, wrapsIn(keys), vault.state().keychain]).toEqual([1, ['passphrase', 'recovery'], false])
    await vault.lock()
    expect(outcome(await vault.keychain.unlock())).toBe('keychain.off')
    await vault.close()
    const next = vaultIn(folder, { keychain })
    expect(outcome(await next.keychain.unlock())).toBe('keychain.off')
    expect(outcome(await next.unlock(passphrase))).toBe('ok')
    await isWhole(next)
  })
})

describe('a keychain that does not open', () => {
  const broken: readonly (readonly [string, (home: Home) => void, string])[] = [
    ['was renewed without the old key, or is another computer’s', ({ keychain }) => { keychain.lose() }, 'keychain.refused'],
    ['refuses', ({ keychain }) => { keychain.refuse('keychain.refused') }, 'keychain.refused'],
    ['does not answer', ({ keychain }) => { keychain.refuse('keychain.none') }, 'keychain.none'],
    ['protects nothing any more', ({ keychain }) => { keychain.refuse('keychain.unprotected') }, 'keychain.unprotected'],
  ]
  it.each(broken)('%s: it says so, the passphrase works, nothing is lost, and it can be switched on anew', async (_, harm, name) => {
    const home = await switchedOn(), { vault, keychain, keys } = home
    await vault.lock()
    const before = readFileSync(keys, 'utf8')
    harm(home)
    expect(outcome(await vault.keychain.unlock())).toBe(name)
    expect(vault.state()).toMatchObject({ state: 'locked', problem: null, keychain: true })
    expect(readFileSync(keys, 'utf8')).toBe(before)
    expect(outcome(await vault.unlock(passphrase))).toBe('ok')
    await isWhole(vault)
    keychain.refuse(null)
    value(await vault.keychain.forget())
    value(await vault.keychain.use(passphrase))
    await vault.lock()
    expect(outcome(await vault.keychain.unlock())).toBe('ok')
  })

  it('a folder copied to another computer: its login does not open it, its passphrase does', async () => {
    const { vault, folder } = await switchedOn()
    await vault.close()
    const machine = newFolder()
    cpSync(folder, machine, { recursive: true })
    const copy = vaultIn(machine, { keychain: fakeKeychain() })
    expect(outcome(await copy.keychain.unlock())).toBe('keychain.refused')
    expect(outcome(await copy.unlock(passphrase))).toBe('ok')
    await isWhole(copy)
  })

  it.each([['nothing', ''], ['no base64', '€'.repeat(44)], ['too short', 'QUJD'], ['another secret', Buffer.alloc(32, 7).toString('base64')], ['a household’s worth', 'A'.repeat(100_000)]])('gives back %s: refused by name', async (_, secret) => {
    const { vault, folder } = await switchedOn()
    await vault.close()
    const odd = vaultIn(folder, { keychain: { ...fakeKeychain(), read: async () => ({ ok: true, value: { secret, isStale: true } }) } })
    const before = readFileSync(join(folder, 'vault.keys.json'), 'utf8')
    expect(outcome(await odd.keychain.unlock())).toBe('keychain.refused')
    expect(readFileSync(join(folder, 'vault.keys.json'), 'utf8')).toBe(before)
    expect(outcome(await odd.unlock(passphrase))).toBe('ok')
  })

  it('has a newer key: what it keeps is kept anew, once, and opens when the old key is gone', async () => {
    const { vault, keychain, keys } = await switchedOn()
    await vault.lock()
    keychain.renew()
    const before = readFileSync(keys, 'utf8')
    expect(outcome(await vault.keychain.unlock())).toBe('ok')
    const after = readFileSync(keys, 'utf8')
    expect(after).not.toBe(before)
    await vault.lock()
    expect(outcome(await vault.keychain.unlock())).toBe('ok')
    expect(readFileSync(keys, 'utf8')).toBe(after)
  })
})

describe('an answer that comes late', () => {
  it('does not keep the passphrase waiting', async () => {
    const { vault, keychain } = await switchedOn()
    await vault.lock()
    const answer = keychain.hold(), asked = vault.keychain.unlock()
    expect(outcome(await vault.unlock(passphrase))).toBe('ok')
    answer()
    expect(outcome(await asked)).toBe('ok')
    await isWhole(vault)
  })

  it('opens nothing that was locked meanwhile', async () => {
    const { vault, keychain } = await switchedOn()
    await vault.lock()
    const answer = keychain.hold(), asked = vault.keychain.unlock()
    value(await vault.unlock(passphrase))
    await vault.lock()
    answer()
    expect(outcome(await asked)).toBe('vault.locked')
    expect(vault.state().state).toBe('locked')
  })
})

describe('what else is done with the keys', () => {
  it('another passphrase leaves it on', async () => {
    const { vault } = await switchedOn()
    value(await vault.changePassphrase(passphrase, NEW))
    expect(vault.state().keychain).toBe(true)
    await vault.lock()
    expect(outcome(await vault.keychain.unlock())).toBe('ok')
    expect(outcome(await vault.keychain.use(passphrase))).toBe('vault.wrong-passphrase')
    expect(outcome(await vault.keychain.use(NEW))).toBe('ok')
  })

  it('a backup has none of it, and a restored one is opened by its passphrase only', async () => {
    const { vault, folder, keys } = await switchedOn()
    const { id } = value(await vault.backups.make())
    expect(wrapsIn(join(folder, 'backups', id, 'vault.keys.json'))).toEqual(['passphrase', 'recovery'])
    expect(wrapsIn(keys)).toContain('keychain')
    value(await vault.backups.restore(id, { passphrase }))
    expect(vault.state()).toMatchObject({ state: 'open', keychain: false })
    expect(keyFilesOfBackups(folder).map((path) => [path.includes(SET_ASIDE), wrapsIn(path).length])).toEqual([[false, 2], [true, 2]])
    await vault.lock()
    expect(outcome(await vault.keychain.unlock())).toBe('keychain.off')
    expect(outcome(await vault.unlock(passphrase))).toBe('ok')
    await isWhole(vault)
  })

  it('a vault folder that somebody put among the backups loses it when it is restored', async () => {
    const { vault, folder } = await switchedOn()
    await vault.close()
    const machine = newFolder(), id = 'backup-2026-11-21T09-00-00Z'
    mkdirSync(join(machine, 'backups'), { recursive: true })
    cpSync(folder, join(machine, 'backups', id), { recursive: true })
    const there = vaultIn(machine)
    value(await there.backups.restore(id, { passphrase }))
    expect([there.state().keychain, wrapsIn(join(machine, 'vault.keys.json'))]).toEqual([false, ['passphrase', 'recovery']])
    await isWhole(there)
  })

  it('deleting everything takes it along', async () => {
    const { vault, folder } = await switchedOn()
    value(await vault.erase(passphrase))
    expect([readdirSync(dirname(folder)), vault.state()]).toEqual([[], { state: 'none', folder, problem: null, keychain: false }])
    expect(outcome(await vault.keychain.unlock())).toBe('keychain.off')
  })
})

describe('a key file that must not be believed', () => {
  type Forged = { format: number; wraps: Record<string, Record<string, unknown>> } & Record<string, unknown>
  /** Changed, and with a checksum that fits: as somebody would who means it. */
  const forge = (path: string, change: (file: Forged) => void): void => {
    const { checksum: _, ...content } = JSON.parse(readFileSync(path, 'utf8')) as Forged & { checksum: string }
    change(content)
    writeFileSync(path, JSON.stringify({ ...content, checksum: createHash('sha256').update(JSON.stringify(content)).digest('hex') }))
  }
  const wrap = (file: Forged): Record<string, unknown> => file.wraps['keychain'] ?? {}

  const damaged: readonly (readonly [string, (file: Forged) => void])[] = [
    ['format 1 with a keychain', (file) => { file.format = 1 }],
    ['format 2 without one', (file) => { delete file.wraps['keychain'] }],
    ['format 1.5', (file) => { file.format = 1.5 }],
    ['no passphrase beside it', (file) => { delete file.wraps['passphrase'] }],
    ['no recovery words beside it', (file) => { delete file.wraps['recovery'] }],
    ['another derivation', (file) => { wrap(file)['derivation'] = 'none' }],
    ['the derivation of the words', (file) => { wrap(file)['derivation'] = 'hkdf-sha256' }],
    ['a short salt', (file) => { wrap(file)['salt'] = 'QUJD' }],
    ['a long nonce', (file) => { wrap(file)['nonce'] = Buffer.alloc(16).toString('base64') }],
    ['a sealed key without its tag', (file) => { wrap(file)['sealed'] = Buffer.alloc(32).toString('base64') }],
    ['nothing kept', (file) => { wrap(file)['kept'] = '' }],
    ['no base64 kept', (file) => { wrap(file)['kept'] = '%%%%' }],
    ['too much kept', (file) => { wrap(file)['kept'] = 'A'.repeat(5468) }],
    ['a number kept', (file) => { wrap(file)['kept'] = 7 }],
    ['null kept', (file) => { wrap(file)['kept'] = null }],
    ['one field more', (file) => { wrap(file)['command'] = 'rm' }],
    ['a list', (file) => { file.wraps['keychain'] = [] as never }],
    ['a fourth wrap', (file) => { file.wraps['nobody'] = {} }],
  ]
  it.each(damaged)('%s: damaged, and left untouched', async (_, change) => {
    const { vault, folder, keys, keychain } = await switchedOn()
    await vault.close()
    forge(keys, change)
    const before = readFileSync(keys, 'utf8'), next = vaultIn(folder, { keychain })
    expect(next.state()).toMatchObject({ state: 'locked', problem: { name: 'vault.keys-damaged' }, keychain: false })
    expect([outcome(await next.keychain.unlock()), outcome(await next.unlock(passphrase))]).toEqual(['keychain.off', 'vault.keys-damaged'])
    expect(readFileSync(keys, 'utf8')).toBe(before)
  })

  it('format 3 is newer, and says which it reads', async () => {
    const { vault, folder, keys } = await switchedOn()
    await vault.close()
    forge(keys, (file) => { file.format = 3 })
    expect(vaultIn(folder).state().problem).toEqual({ name: 'vault.newer', detail: { found: 3, known: 2 } })
  })

  const refused: readonly (readonly [string, (file: Forged) => void])[] = [
    ['another salt', (file) => { wrap(file)['salt'] = Buffer.alloc(16).toString('base64') }],
    ['another nonce', (file) => { wrap(file)['nonce'] = Buffer.alloc(12).toString('base64') }],
    ['a key that nobody sealed', (file) => { wrap(file)['sealed'] = Buffer.alloc(48).toString('base64') }],
    ['the key as the words seal it', (file) => { wrap(file)['sealed'] = file.wraps['recovery']?.['sealed'] }],
    ['something else kept', (file) => { wrap(file)['kept'] = Buffer.alloc(72).toString('base64') }],
    ['very little kept', (file) => { wrap(file)['kept'] = 'AAAA' }],
    ['as much kept as may be', (file) => { wrap(file)['kept'] = Buffer.alloc(4096).toString('base64') }],
  ]
  it.each(refused)('%s: the login does not open it, the passphrase does', async (_, change) => {
    const { vault, folder, keys, keychain } = await switchedOn()
    await vault.close()
    forge(keys, change)
    const next = vaultIn(folder, { keychain })
    expect(outcome(await next.keychain.unlock())).toBe('keychain.refused')
    expect(outcome(await next.unlock(passphrase))).toBe('ok')
    await isWhole(next)
  })

  it('the wrap of another vault opens nothing here', async () => {
    const keychain = fakeKeychain(), [one, other] = [await freshVault({ keychain }), await freshVault({ keychain })]
    value(await one.vault.keychain.use(passphrase))
    value(await other.vault.keychain.use(passphrase))
    const [mine, theirs] = [join(one.folder, 'vault.keys.json'), join(other.folder, 'vault.keys.json')]
    await one.vault.close()
    const keys = value(readKeyFile(mine)), { keychain: foreign } = value(readKeyFile(theirs)).wraps
    if (foreign === undefined) throw new Error('it is not switched on')
    writeKeyFile(mine, { ...keys, wraps: { ...keys.wraps, keychain: foreign } })
    expect(outcome(await vaultIn(one.folder, { keychain }).keychain.unlock())).toBe('keychain.refused')
  })
})
