/** Making, opening, locking: what a person can do with a vault as a whole. */
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { operations } from '../../electron/vault/operations.ts'
import type { Vault } from '../../electron/vault/vault.ts'
import type { Result } from '../../shared/result.ts'
import { defaultSettings } from '../../shared/settings.ts'
import { adding, closeVaults, conversation, event, freshVault, household, newFolder, outcome, passphrase, receipt, turn, value, vaultIn } from '../support/vault.ts'

afterEach(closeVaults)

const everyOperation: Readonly<Record<string, (vault: Vault) => Promise<Result<unknown>>>> = {
  'household.read': (v) => v.household.read(),
  'household.write': (v) => v.household.write(household),
  'events.between': (v) => v.events.between('2026-01-01T00:00:00Z', '2027-01-01T00:00:00Z'),
  'events.byIds': (v) => v.events.byIds(['e1']),
  'events.ofSeries': (v) => v.events.ofSeries(['a']),
  'events.instances': (v) => v.events.instances(['a']),
  'tasks.list': (v) => v.tasks(),
  'words': (v) => v.words(null),
  'moreWords': (v) => v.moreWords(),
  'reminders.given': (v) => v.reminders.given(['a']),
  'reminders.give': (v) => v.reminders.give({ at: 0, given: ['a'], passed: [], forget: { before: 0, except: [] } }),
  'reminders.answer': (v) => v.reminders.answer(['a'], null),
  'events.apply': (v) => v.events.apply(adding('c1', event('e1'))),
  'events.history': (v) => v.events.history(10),
  'events.summaries': (v) => v.events.summaries(10),
  'events.changeSet': (v) => v.events.changeSet('c1'),
  'chat.conversations': (v) => v.chat.conversations(),
  'chat.saveConversation': (v) => v.chat.saveConversation(conversation('talk')),
  'chat.saveTurn': (v) => v.chat.saveTurn(turn('t1', 'talk')),
  'chat.turns': (v) => v.chat.turns('talk'),
  'chat.page': (v) => v.chat.page('talk', { before: null, until: null, limit: 10 }),
  'chat.turn': (v) => v.chat.turn('t1'),
  'chat.saveTokens': (v) => v.chat.saveTokens('talk', new Map([['[PERSON_A]', 'Emma']])),
  'chat.tokens': (v) => v.chat.tokens('talk'),
  'chat.removeConversation': (v) => v.chat.removeConversation('talk'),
  'chat.add': (v) => v.chat.add([conversation('read')], [turn('t2', 'read')]),
  'chat.search': (v) => v.chat.search('said', 10),
  'chat.drafts': (v) => v.chat.drafts(),
  'chat.saveDraft': (v) => v.chat.saveDraft({ conversationId: null, text: 'not sent' }),
  'receipts.list': (v) => v.receipts.list(),
  'receipts.page': (v) => v.receipts.page({ after: 0, limit: 10 }),
  'receipts.append': (v) => v.receipts.append(receipt(1)),
  'receipts.head': (v) => v.receipts.head(),
  'receipts.finish': (v) => v.receipts.finish(receipt(1, { outcome: 'sent' })),
  'settings.read': (v) => v.settings.read(),
  'settings.write': (v) => v.settings.write(defaultSettings),
  'secrets.read': (v) => v.secrets.read('openai'),
  'secrets.write': (v) => v.secrets.write('openai', 'sk-1'),
  'canaries': (v) => v.canaries(),
}

const answers = async (vault: Vault): Promise<Record<string, string>> => {
  const list: Record<string, string> = {}
  for (const [name, ask] of Object.entries(everyOperation)) list[name] = outcome(await ask(vault))
  return list
}
const everyone = (name: string): Record<string, string> => Object.fromEntries(Object.keys(everyOperation).map((key) => [key, name]))

describe('every operation', () => {
  it('is in this list', () => { expect(Object.keys(everyOperation).sort()).toEqual(Object.keys(operations).sort()) })

  it('answers while the vault is open', async () => {
    const { vault } = await freshVault()
    expect(await answers(vault)).toEqual(everyone('ok'))
  })

  it('answers vault.locked while it is locked', async () => {
    const { vault, folder } = await freshVault()
    await vault.lock()
    expect(await answers(vault)).toEqual(everyone('vault.locked'))
    expect(outcome(await vault.changePassphrase(passphrase, 'another good passphrase'))).toBe('vault.locked')
    expect(await answers(vaultIn(folder))).toEqual(everyone('vault.locked'))
  })

  it('answers vault.missing while there is none', async () => {
    expect(await answers(vaultIn(newFolder()))).toEqual(everyone('vault.missing'))
  })
})

describe('creating', () => {
  it('opens a new vault, private to its owner, and gives twelve recovery words once', async () => {
    const { vault, folder, words } = await freshVault()
    expect(vault.state()).toEqual({ state: 'open', folder, problem: null, keychain: false })
    expect(words.split(' ')).toHaveLength(12)
    expect(readFileSync(join(folder, 'vault.keys.json'), 'utf8')).not.toContain(words.split(' ').slice(0, 2).join(' '))
    await vault.lock()
    expect(readdirSync(folder).sort()).toEqual(['vault.db', 'vault.keys.json'])
    if (process.platform !== 'win32') expect([folder, join(folder, 'vault.db'), join(folder, 'vault.keys.json')].map((path) => statSync(path).mode & 0o777)).toEqual([0o700, 0o600, 0o600])
  })

  it('starts with an empty household, the default settings and three canaries that no other vault has', async () => {
    const [{ vault }, { vault: other }] = [await freshVault(), await freshVault()]
    expect(value(await vault.household.read())).toMatchObject({ name: 'Our household', people: [], devices: [] })
    expect(value(await vault.settings.read())).toEqual(defaultSettings)
    const canaries = [...value(await vault.canaries()), ...value(await other.canaries())]
    expect(new Set(canaries.filter((canary) => !canary.startsWith('+44'))).size).toBe(4)
    for (const canary of canaries) expect(canary).toMatch(/^([A-Z][a-z]+|\d+ [A-Z][a-z]+ [A-Z][a-z]+|\+44 (20 7946|113 496|161 496|29 2018) 0\d{3})$/)
  })

  it('refuses a weak passphrase, and leaves nothing behind', async () => {
    const folder = newFolder()
    const vault = vaultIn(folder)
    expect(outcome(await vault.create(' short12 '))).toBe('vault.weak-passphrase')
    expect(vault.state()).toEqual({ state: 'none', folder, problem: null, keychain: false })
    expect(() => readdirSync(folder)).toThrow()
  })

  it('refuses where a vault exists, open or locked', async () => {
    const { vault, folder } = await freshVault()
    expect(outcome(await vault.create('another good passphrase'))).toBe('vault.exists')
    expect(vault.state().state).toBe('open')
    await vault.lock()
    expect(outcome(await vaultIn(folder).create('another good passphrase'))).toBe('vault.exists')
    expect(outcome(await vault.unlock(passphrase))).toBe('ok')
  })
})

describe('unlocking', () => {
  it('opens what an earlier run left, and refuses a wrong passphrase without saying more', async () => {
    const { vault, folder } = await freshVault()
    await vault.events.apply(adding('c1', event('e1')))
    await vault.close()
    const again = vaultIn(folder)
    expect(again.state()).toEqual({ state: 'locked', folder, problem: null, keychain: false })
    expect(await again.unlock('four unrelated word')).toEqual({ ok: false, problem: { name: 'vault.wrong-passphrase', detail: {} } })
    expect(again.state()).toEqual({ state: 'locked', folder, problem: null, keychain: false })
    expect(outcome(await again.unlock(passphrase))).toBe('ok')
    expect(value(await again.events.byIds(['e1']))).toEqual([event('e1')])
  })

  it('refuses where there is nothing to open', async () => {
    const vault = vaultIn(newFolder())
    expect(outcome(await vault.unlock(passphrase))).toBe('vault.missing')
    expect(outcome(await vault.recover('legal winner thank year wave sausage worth useful legal winner thank yellow', 'another good passphrase'))).toBe('vault.missing')
  })

  it('of an open vault checks the passphrase and changes nothing', async () => {
    const { vault } = await freshVault()
    expect(outcome(await vault.unlock('not the passphrase'))).toBe('vault.wrong-passphrase')
    expect(outcome(await vault.unlock(passphrase))).toBe('ok')
    expect(vault.state().state).toBe('open')
  })
})

describe('another passphrase', () => {
  it('replaces the old one, in the key file alone', async () => {
    const { vault, folder, words } = await freshVault()
    await vault.lock()
    const before = readFileSync(join(folder, 'vault.db'))
    value(await vault.unlock(passphrase))
    expect(outcome(await vault.changePassphrase('not the passphrase', 'another good passphrase'))).toBe('vault.wrong-passphrase')
    expect(outcome(await vault.changePassphrase(passphrase, 'short'))).toBe('vault.weak-passphrase')
    expect(outcome(await vault.changePassphrase(passphrase, 'another good passphrase'))).toBe('ok')
    await vault.lock()
    expect(readFileSync(join(folder, 'vault.db')).equals(before)).toBe(true)
    expect(outcome(await vault.unlock(passphrase))).toBe('vault.wrong-passphrase')
    expect(outcome(await vault.unlock('another good passphrase'))).toBe('ok')
    await vault.lock()
    expect(outcome(await vault.recover(words, passphrase))).toBe('ok')
  })

  it('can be set with the recovery words, as somebody types them', async () => {
    const { vault, words } = await freshVault()
    await vault.events.apply(adding('c1', event('e1')))
    await vault.lock()
    expect(outcome(await vault.recover(words, 'short'))).toBe('vault.weak-passphrase')
    expect(await vault.recover(words.split(' ').reverse().join(' '), 'another good passphrase')).toEqual({ ok: false, problem: { name: 'vault.wrong-words', detail: {} } })
    expect(outcome(await vault.recover('legal winner thank year wave sausage worth useful legal winner thank yellow', 'another good passphrase'))).toBe('vault.wrong-words')
    expect(outcome(await vault.recover(`  ${words.toUpperCase().replaceAll(' ', ' \n ')}`, 'another good passphrase'))).toBe('ok')
    expect(value(await vault.events.byIds(['e1']))).toHaveLength(1)
    await vault.lock()
    expect(outcome(await vault.unlock(passphrase))).toBe('vault.wrong-passphrase')
    expect(outcome(await vault.unlock('another good passphrase'))).toBe('ok')
  })
})

describe('locking', () => {
  it('finishes what was asked before, refuses what comes after, and may be asked twice', async () => {
    const { vault } = await freshVault()
    value(await vault.chat.saveConversation(conversation('talk')))
    const saving = Array.from({ length: 40 }, (_, i) => vault.chat.saveTurn(turn(`t${i}`, 'talk')))
    const locking = vault.lock()
    const late = vault.chat.turns('talk')
    expect((await Promise.all(saving)).map(outcome)).toEqual(Array.from({ length: 40 }, () => 'ok'))
    expect(outcome(await locking)).toBe('ok')
    expect(outcome(await late)).toBe('vault.locked')
    expect(outcome(await vault.lock())).toBe('ok')
    value(await vault.unlock(passphrase))
    expect(value(await vault.chat.turns('talk'))).toHaveLength(40)
  })

  it('and opening keep their order, however fast they are asked', async () => {
    const { vault } = await freshVault()
    const asked = [vault.lock(), vault.unlock(passphrase), vault.lock(), vault.unlock('not the passphrase'), vault.unlock(passphrase)]
    expect((await Promise.all(asked)).map(outcome)).toEqual(['ok', 'ok', 'ok', 'vault.wrong-passphrase', 'ok'])
    expect(vault.state().state).toBe('open')
  })
})

describe('listeners', () => {
  it('hear every change of state, and nothing else', async () => {
    const folder = newFolder()
    const vault = vaultIn(folder)
    const heard: string[] = []
    const stop = vault.onState(() => { heard.push(vault.state().state) })
    await vault.create(passphrase)
    await vault.events.apply(adding('c1', event('e1')))
    await vault.unlock(passphrase)
    await vault.lock()
    await vault.lock()
    await vault.unlock('not the passphrase')
    await vault.unlock(passphrase)
    stop()
    await vault.lock()
    expect(heard).toEqual(['open', 'locked', 'open'])
  })
})

describe('the worker', () => {
  const mortal = { workerUrl: new URL('../support/mortal-vault-worker.ts', import.meta.url) }

  it.each([['ends', (v: Vault) => v.settings.read()], ['breaks', (v: Vault) => v.secrets.read('openai')]])('that %s leaves a locked vault, which opens again with everything in it', async (_, kill) => {
    const { vault } = await freshVault(mortal)
    value(await vault.events.apply(adding('c1', event('e1'))))
    const heard: string[] = []
    vault.onState(() => { heard.push(vault.state().state) })
    const [last, pending] = await Promise.all([kill(vault), vault.household.read()])
    expect([outcome(last), outcome(pending)]).toEqual(['vault.stopped', 'vault.stopped'])
    expect(vault.state()).toMatchObject({ state: 'locked', problem: null })
    expect(outcome(await vault.household.read())).toBe('vault.locked')
    expect(outcome(await vault.unlock(passphrase))).toBe('ok')
    expect(value(await vault.events.byIds(['e1']))).toHaveLength(1)
    expect(heard).toEqual(['locked', 'open'])
  })

  it('that cannot start is a bug, and says so', async () => {
    const vault = vaultIn(newFolder(), { workerUrl: new URL('../support/no-such-worker.ts', import.meta.url) })
    await expect(vault.create(passphrase)).rejects.toThrow('no-such-worker')
    expect(vault.state().state).toBe('none')
  })

  it('takes nothing that the schemas do not accept, and names the field, not the value', async () => {
    const { vault } = await freshVault()
    const first = household.people[0]
    if (first === undefined) throw new Error('nobody')
    expect(await vault.household.write({ ...household, people: [{ ...first, hue: 12 }] })).toEqual({ ok: false, problem: { name: 'input.invalid', detail: { what: 'people.0.hue (too_big)' } } })
    expect(await vault.events.apply(adding('c1', event('e1', { zone: 'Mars/Base' })))).toMatchObject({ ok: false, problem: { name: 'input.invalid' } })
    expect(outcome(await vault.events.between('yesterday', '2027-01-01T00:00:00Z'))).toBe('input.invalid')
    expect(outcome(await vault.secrets.write('', 'x'))).toBe('input.invalid')
    expect(outcome(await vault.events.history(0))).toBe('input.invalid')
    expect(value(await vault.events.history(10))).toEqual([])
  })
})
