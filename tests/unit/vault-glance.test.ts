/** A glance at a vault agrees with who looks properly, and leaves to them what it cannot tell. */
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { inspectFolder, vaultPaths } from '../../electron/vault/folder.ts'
import { glanceAt } from '../../electron/vault/glance.ts'

let folder: string
beforeEach(() => { folder = mkdtempSync(join(tmpdir(), 'lares-glance-')) })
afterEach(() => { rmSync(folder, { recursive: true, force: true }) })
const put = (name: string, text: string): void => { writeFileSync(join(folder, name), text) }

it('sees that there is none, backups or not', () => {
  expect(glanceAt(folder)).toEqual({ state: 'none', keychain: false })
  mkdirSync(join(folder, 'backups'))
  expect(glanceAt(folder)).toEqual({ state: 'none', keychain: false })
  expect(inspectFolder(vaultPaths(folder)).state).toBe('none')
})
it('sees a locked one, and whether this computer’s login opens it', () => {
  put('vault.db', 'x')
  put('vault.keys.json', JSON.stringify({ wraps: { passphrase: {}, recovery: {} } }))
  expect(glanceAt(folder)).toEqual({ state: 'locked', keychain: false })
  put('vault.keys.json', JSON.stringify({ wraps: { passphrase: {}, recovery: {}, keychain: {} } }))
  expect(glanceAt(folder)).toEqual({ state: 'locked', keychain: true })
})
it.each([
  ['a log alone', () => { put('vault.db-wal', 'x') }], ['a key file alone', () => { put('vault.keys.json', '{"wraps":{}}') }], ['a database alone', () => { put('vault.db', 'x') }],
  ['a key file that is none', () => { put('vault.db', 'x'); put('vault.keys.json', '{') }], ['one of another shape', () => { put('vault.db', 'x'); put('vault.keys.json', '[]') }],
  ['a restore under way', () => { put('vault.db', 'x'); put('vault.keys.json', '{"wraps":{}}'); mkdirSync(join(folder, 'restoring-1')) }],
  ['a file in the folder’s place', () => { put('vault.db', 'x'); copyFileSync(join(folder, 'vault.db'), join(folder, 'vault.keys.json')) }],
])('leaves to a proper look: %s', (_, make) => {
  make()
  expect(glanceAt(folder)).toBeNull()
})
it('of no folder at all tells nothing', () => { expect(glanceAt(join(folder, 'nowhere'))).toBeNull() })
