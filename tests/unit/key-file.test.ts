/** The key file's formats: what earlier versions wrote stays readable, and only what is switched on needs the newest. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { readKeyFile, withKeychain, withoutKeychain, writeKeyFile } from '../../electron/vault/key-file.ts'
import { passphraseSecret, unwrapWithKeychain, unwrapWithPassphrase, unwrapWithRecovery, wrapWithKeychain } from '../../electron/vault/keys.ts'
import { createSecret, reveal } from '../../electron/vault/secret.ts'
import { value } from '../support/vault.ts'

const folder = mkdtempSync(join(tmpdir(), 'lares-keys-')), path = join(folder, 'vault.keys.json')
afterAll(() => { rmSync(folder, { recursive: true, force: true }) })

/** As Lares wrote it before there was a second format; its key is 32 fives. */
const first = `{"format":1,"vaultId":"6f9f1d8e-7b0a-4c43-9a3b-0a4d2f6e1c11","createdAt":"2026-11-20T09:00:00Z","wraps":{"passphrase":{"derivation":"argon2id","memoryKib":64,"passes":1,"lanes":1,"salt":"1yWfEqPy05UocRdmt/a69w==","nonce":"cT8GyUfXpavLI5qU","sealed":"0JbVru6FmcyT+Na8nDBLUxTJ3zEZCNtRKrpU9j8hZMG62dNcVarTiau2XOWOh0Su"},"recovery":{"derivation":"hkdf-sha256","salt":"XxvcePVXSsrKkwvoW0DF+w==","nonce":"sTSNHJGYPYJkBRI/","sealed":"cokpIDXma4RdyjOP7PQdtTW58+pKCw29Jhzc8h4jwQi7LxChgQ8zBmlAjOYmPS+U"}},"checksum":"c1178f45ffcabc9d5c77ff024d0afcfb2f1030b3583e3d0bb842589ec3da88ed"}`
const key = createSecret(Buffer.alloc(32, 5))
const keychainSecret = (): ReturnType<typeof createSecret> => createSecret(Buffer.alloc(32, 7))

it('P7 the first format opens by its passphrase and its words, and is written as it was', () => {
  writeFileSync(path, first)
  const keys = value(readKeyFile(path))
  for (const opened of [unwrapWithPassphrase(keys.wraps.passphrase, keys.vaultId, passphraseSecret('four unrelated words')), unwrapWithRecovery(keys.wraps.recovery, keys.vaultId, createSecret(Buffer.alloc(16, 9)))]) expect(opened === null ? null : reveal(opened)).toEqual(Buffer.alloc(32, 5))
  writeKeyFile(path, keys)
  expect(JSON.parse(readFileSync(path, 'utf8'))).toEqual(JSON.parse(first))
})

it('the second has the keychain beside them, and switched off it is the first again, to the byte', () => {
  writeFileSync(path, first)
  const keys = value(readKeyFile(path))
  writeKeyFile(path, keys)
  const before = readFileSync(path, 'utf8')
  writeKeyFile(path, withKeychain(keys, wrapWithKeychain(key, keys.vaultId, keychainSecret(), 'QUJD')))
  const both = value(readKeyFile(path))
  expect([both.format, Object.keys(both.wraps)]).toEqual([2, ['passphrase', 'recovery', 'keychain']])
  const wrap = both.wraps.keychain, opened = wrap === undefined ? null : unwrapWithKeychain(wrap, both.vaultId, keychainSecret())
  expect(opened === null ? null : reveal(opened)).toEqual(Buffer.alloc(32, 5))
  writeKeyFile(path, withoutKeychain(both))
  expect(readFileSync(path, 'utf8')).toBe(before)
})

it('no other mixture is ever written', () => {
  writeFileSync(path, first)
  const keys = value(readKeyFile(path))
  expect(() => { writeKeyFile(path, { ...keys, format: 2 }) }).toThrow()
  expect(() => { writeKeyFile(path, { ...withKeychain(keys, wrapWithKeychain(key, keys.vaultId, keychainSecret(), 'QUJD')), format: 1 }) }).toThrow()
  expect(readFileSync(path, 'utf8')).toBe(first)
})
