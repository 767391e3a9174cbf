/** Keys, secrets and the rule for passphrases. */
import { argon2Sync } from 'node:crypto'
import { inspect } from 'node:util'
import { hashRawSync } from '@node-rs/argon2'
import { describe, expect, it } from 'vitest'
import { productionCost } from '../../electron/vault/key-file.ts'
import { entropyOf, isWeakPassphrase, newEntropy, newKey, passphraseSecret, recoveryWords, unwrapWithKeychain, unwrapWithPassphrase, unwrapWithRecovery, wrapWithKeychain, wrapWithPassphrase, wrapWithRecovery } from '../../electron/vault/keys.ts'
import { runtimeProblem } from '../../electron/vault/runtime.ts'
import { createSecret, reveal, wipe, type Secret } from '../../electron/vault/secret.ts'
import { cheap } from '../support/vault.ts'

const id = '6f9f1d8e-7b0a-4c43-9a3b-0a4d2f6e1c11'
const opened = (secret: Secret | null): string | null => (secret === null ? null : reveal(secret).toString('hex'))

describe('secrets', () => {
  it('P8 refuse to print', () => {
    const secret = createSecret(Buffer.from('open sesame'))
    const shown = [String(secret), JSON.stringify({ secret }), inspect(secret), inspect({ deep: { secret } }, { showHidden: true, depth: 9 }), Object.values(secret).map(String).join(), Object.prototype.toString.call(secret)].join('\n')
    expect(shown).toContain('‹secret›')
    expect(shown).not.toMatch(/open|sesame|6f70656e/)
    expect(() => structuredClone(secret)).toThrow()
  })

  it('are wiped to zeros, and cannot be read afterwards', () => {
    const bytes = Buffer.from('open sesame')
    const secret = createSecret(bytes)
    wipe(secret)
    wipe(secret)
    expect(bytes.every((byte) => byte === 0)).toBe(true)
    expect(() => reveal(secret)).toThrow('wiped')
  })
})

describe('wrapping the key', () => {
  it('opens with the same passphrase only', () => {
    const key = newKey()
    const wrap = wrapWithPassphrase(key, id, passphraseSecret('four unrelated words'), cheap)
    expect(opened(unwrapWithPassphrase(wrap, id, passphraseSecret('four unrelated words')))).toBe(opened(key))
    expect(unwrapWithPassphrase(wrap, id, passphraseSecret('four unrelated word'))).toBeNull()
    expect(unwrapWithPassphrase(wrap, id, passphraseSecret('Four unrelated words'))).toBeNull()
  })

  it('takes a passphrase as typed on any keyboard: composed or not, full width, with white space around it', () => {
    const key = newKey()
    const wrap = wrapWithPassphrase(key, id, passphraseSecret('Ｃafé am Müggelsee'), cheap)
    expect(opened(unwrapWithPassphrase(wrap, id, passphraseSecret('  Cafe\u0301 am Mu\u0308ggelsee\n')))).toBe(opened(key))
  })

  it('binds the vault, the costs and the salt', () => {
    const key = newKey(), passphrase = passphraseSecret('four unrelated words')
    const wrap = wrapWithPassphrase(key, id, passphrase, cheap)
    expect(unwrapWithPassphrase(wrap, id.replace('6', '7'), passphrase)).toBeNull()
    expect(unwrapWithPassphrase({ ...wrap, passes: 2 }, id, passphrase)).toBeNull()
    const entropy = newEntropy()
    const recovery = wrapWithRecovery(key, id, entropy)
    expect(opened(unwrapWithRecovery(recovery, id, entropy))).toBe(opened(key))
    expect(unwrapWithRecovery(recovery, id.replace('6', '7'), entropy)).toBeNull()
    expect(unwrapWithRecovery({ ...recovery, salt: wrap.salt }, id, entropy)).toBeNull()
    expect(unwrapWithRecovery(recovery, id, newEntropy())).toBeNull()
  })

  it('opens with the same secret of the keychain only, and binds the vault and the salt', () => {
    const key = newKey(), secret = (): Secret => createSecret(Buffer.alloc(32, 7)), wrap = wrapWithKeychain(key, id, secret(), 'QUJD')
    expect(opened(unwrapWithKeychain(wrap, id, secret()))).toBe(opened(key))
    expect(wrap.kept).toBe('QUJD')
    expect(unwrapWithKeychain(wrap, id, createSecret(Buffer.alloc(32, 8)))).toBeNull()
    expect(unwrapWithKeychain(wrap, id.replace('6', '7'), secret())).toBeNull()
    expect(unwrapWithKeychain({ ...wrap, salt: Buffer.alloc(16).toString('base64') }, id, secret())).toBeNull()
    // Nor what the recovery words seal: another purpose.
    const { kept: _, ...rest } = wrap
    expect(unwrapWithRecovery({ ...rest, derivation: 'hkdf-sha256' }, id, secret())).toBeNull()
  })

  it('never wraps twice alike', () => {
    const key = newKey(), passphrase = passphraseSecret('four unrelated words')
    const [one, other] = [wrapWithPassphrase(key, id, passphrase, cheap), wrapWithPassphrase(key, id, passphrase, cheap)]
    expect(new Set([one.salt, other.salt, one.nonce, other.nonce, one.sealed, other.sealed]).size).toBe(6)
  })

  it('derives by Argon2id 1.3: a second implementation agrees', () => {
    const salt = Buffer.from('0123456789abcdef')
    const ours = hashRawSync('four unrelated words', { memoryCost: 256, timeCost: 3, parallelism: 4, outputLen: 32, salt })
    expect(ours.toString('hex')).toBe(argon2Sync('argon2id', { message: 'four unrelated words', nonce: salt, memory: 256, passes: 3, parallelism: 4, tagLength: 32 }).toString('hex'))
    expect(productionCost).toEqual({ memoryKib: 65_536, passes: 3, lanes: 4 })
  })
})

describe('recovery words', () => {
  // Vectors of BIP-39 (github.com/trezor/python-mnemonic/blob/master/vectors.json).
  it.each([
    ['00000000000000000000000000000000', 'abandon abandon abandon abandon abandon abandon abandon abandon abandon abandon abandon about'],
    ['7f7f7f7f7f7f7f7f7f7f7f7f7f7f7f7f', 'legal winner thank year wave sausage worth useful legal winner thank yellow'],
    ['9e885d952ad362caeb4efe34a8e91bd2', 'ozone drill grab fiber curtain grace pudding thank cruise elder eight picnic'],
  ])('follow BIP-39: %s', (entropy, words) => {
    expect(recoveryWords(createSecret(Buffer.from(entropy, 'hex'))).join(' ')).toBe(words)
    expect(opened(entropyOf(words))).toBe(entropy)
  })

  it('may be typed in any case and spacing', () => {
    expect(opened(entropyOf('  Legal WINNER thank, year\nwave sausage\tworth useful legal  winner thank yellow '))).toBe('7f'.repeat(16))
  })

  it.each([
    ['eleven words', 'legal winner thank year wave sausage worth useful legal winner thank'],
    ['a word that is not in the list', 'legal winner thank year wave sausage worth useful legal winner thank yello'],
    ['a wrong order', 'winner legal thank year wave sausage worth useful legal winner thank yellow'],
    ['nothing', ''],
    ['twenty-four words', 'abandon '.repeat(23) + 'art'],
  ])('are refused: %s', (_, words) => { expect(entropyOf(words)).toBeNull() })
})

it.each([['123456789', true], ['1234567890', false], ['  12345678  ', true], ['ﬁﬁﬁﬁﬁ', false], ['🦉🦉🦉🦉🦉', true], ['', true]])('a passphrase needs ten characters: %j', (text, weak) => {
  expect(isWeakPassphrase(text)).toBe(weak)
})

it.each([['9', 9], ['', 0]])('a runtime with Node-API "%s" is too old', (napi, found) => {
  expect(runtimeProblem(napi)).toEqual({ name: 'vault.too-old-node', detail: { found, needed: 10 } })
})

it('this runtime is new enough', () => {
  expect([runtimeProblem(), runtimeProblem('10'), runtimeProblem('11')]).toEqual([null, null, null])
})
