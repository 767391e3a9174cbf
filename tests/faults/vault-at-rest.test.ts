/** What somebody finds who has the disk and not the key. */
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { once } from 'node:events'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { createInterface } from 'node:readline'
import { afterEach, describe, expect, it } from 'vitest'
import { createDatabase, openDatabase } from '../../electron/vault/database.ts'
import { newKey } from '../../electron/vault/keys.ts'
import { migrations } from '../../electron/vault/migrations/index.ts'
import { readable } from '../support/readable.ts'
import { spilled } from '../support/spilled.ts'
import { adding, closeVaults, conversation, event, freshVault, household, passphrase, receipt, startChild, turn, value, vaultIn } from '../support/vault.ts'

afterEach(closeVaults)

/** One planted in every place that takes words, and none of them a word. */
const planted = {
  household: 'Quillibrand', person: 'Ottoviane', phone: '+493055501997', address: 'Murgelweg', note: 'Zwirbelcode', event: 'Knarrenfest',
  conversation: 'Plimmerei', turn: 'Grummelfrage', answer: 'Brummelantwort', token: 'Schnurrwert', receipt: 'Tandelbytes', secret: 'sk-Fluesterkey', label: 'Wuselgrund',
}

it('P8 nothing planted can be read on disk: open, locked, killed, with another passphrase, with a backup', async () => {
  const { vault, folder, words } = await freshVault()
  const secrets = [...Object.values(planted), planted.turn.toLowerCase(), planted.answer.toLowerCase(), ...value(await vault.canaries()), passphrase, 'another good passphrase', words, words.split(' ').slice(0, 2).join(' ')]
  const first = household.people[0], place = household.places[0], note = household.notes[0]
  if (first === undefined || place === undefined || note === undefined) throw new Error('an empty household')
  value(await vault.household.write({ ...household, name: planted.household, people: [{ ...first, name: planted.person, phone: planted.phone }], places: [{ ...place, address: planted.address }], notes: [{ ...note, text: planted.note }] }))
  for (let i = 0; i < 5; i += 1) value(await vault.events.apply({ ...adding(`c${i}`, ...Array.from({ length: 100 }, (_, k) => event(`e${i}-${k}`, { title: planted.event }))), label: planted.label }))
  value(await vault.chat.saveConversation(conversation('talk', { title: planted.conversation })))
  const asked = turn('t1', 'talk', planted.turn)
  value(await vault.chat.saveTurn({ ...asked, answer: { ...asked.answer, text: planted.answer } }))
  // The index of all words is in the vault with them.
  expect(value(await vault.chat.search(`${planted.turn} ${planted.answer}`, 9)).total).toBe(1)
  value(await vault.chat.saveTokens('talk', new Map([['[PERSON_A]', planted.token]])))
  value(await vault.receipts.append(receipt(1, { answer: planted.receipt })))
  value(await vault.secrets.write('openai', planted.secret))

  // Reading the open database's file lets go of its lock; here there is nobody to mind.
  expect(readdirSync(folder)).toContain('vault.db-wal')
  expect(readable(folder, secrets)).toEqual([])
  value(await vault.changePassphrase(passphrase, 'another good passphrase'))
  value(await vault.changePassphrase('another good passphrase', passphrase))
  expect(readable(folder, secrets)).toEqual([])
  await vault.close()
  expect(readable(folder, secrets)).toEqual([])

  const child = startChild('save', folder)
  for await (const line of createInterface({ input: child.stdout })) if (line.startsWith('turn')) break
  child.kill('SIGKILL')
  await once(child, 'close')
  expect(readdirSync(folder)).toContain('vault.db-wal')
  expect(readable(folder, [...secrets, 'Event run', 'Said in'])).toEqual([])

  const upgraded = vaultIn(folder, { engine: { migrations: [...migrations, 'CREATE TABLE second AS SELECT body FROM events ORDER BY body DESC'] } })
  value(await upgraded.unlock(passphrase))
  expect(readable(folder, secrets)).toEqual([])
  await upgraded.close()
  expect(readdirSync(join(folder, 'backups'))).toEqual([`vault-format-${migrations.length}.db`])
  expect(readable(folder, secrets)).toEqual([])
  // The search itself finds what is there: the names in the clear.
  expect(readable(folder, ['argon2id']).length).toBe(1)
}, 120_000)

it('P8 nothing is written anywhere but in the folder', async () => {
  const elsewhere = mkdtempSync(join(tmpdir(), 'lares-elsewhere-'))
  try {
    const places = Object.fromEntries(['tmp', 'home', 'cwd'].map((name) => [name, join(elsewhere, name)])) as Record<'tmp' | 'home' | 'cwd', string>
    for (const path of Object.values(places)) mkdirSync(path)
    const { vault, folder } = await freshVault()
    await vault.close()
    const child = startChild('save', folder, { cwd: places.cwd, env: { TMPDIR: places.tmp, SQLITE_TMPDIR: places.tmp, HOME: places.home, XDG_CACHE_HOME: places.home } })
    let lines = 0
    for await (const line of createInterface({ input: child.stdout })) if (line !== '' && (lines += 1) === 40) break
    child.kill('SIGKILL')
    await once(child, 'close')
    expect(readdirSync(elsewhere, { recursive: true }).sort()).toEqual(['cwd', 'home', 'tmp'])
    expect(readdirSync(dirname(folder))).toEqual(['vault'])
  } finally { rmSync(elsewhere, { recursive: true, force: true }) }
})

describe.runIf(existsSync('/proc/self/fd'))('P8 sorting more than fits in memory', () => {
  it('spills nothing to disk', () => { expect(spilled({ createDatabase, openDatabase, newKey }, null)).toBe(false) })
  it('would spill plain text, were it left to the engine', () => { expect(spilled({ createDatabase, openDatabase, newKey }, 1)).toBe(true) })
})
