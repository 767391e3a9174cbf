/** The vault's key: random, and wrapped under a passphrase (Argon2id, RFC 9106), under twelve recovery words (BIP-39), and where somebody wants it under a secret that the computer's keychain keeps. */
import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto'
import { hashRawSync } from '@node-rs/argon2'
import { entropyToMnemonic, mnemonicToEntropy } from '@scure/bip39'
import { wordlist } from '@scure/bip39/wordlists/english.js'
import type { ArgonCost, KeychainWrap, PassphraseWrap, RecoveryWrap } from './key-file.ts'
import { createSecret, reveal, wipe, type Secret } from './secret.ts'

/** In Unicode characters, after normalising. */
const SHORTEST_PASSPHRASE = 10

/** 32 random bytes. */
export const newKey = (): Secret => createSecret(randomBytes(32))

/** The entropy behind twelve words (128 bits). */
export const newEntropy = (): Secret => createSecret(randomBytes(16))

export const recoveryWords = (entropy: Secret): readonly string[] => entropyToMnemonic(reveal(entropy), wordlist).split(' ')

/** The passphrase as it is derived from: NFKC, without white space at either end, so that every keyboard's way of writing it is the same. */
export const passphraseSecret = (passphrase: string): Secret => createSecret(Buffer.from(normalised(passphrase), 'utf8'))

export const isWeakPassphrase = (passphrase: string): boolean => Array.from(normalised(passphrase)).length < SHORTEST_PASSPHRASE

/** The entropy behind recovery words as somebody typed them: case, white space and commas do not matter. Null when they are not twelve BIP-39 words with a right checksum. */
export const entropyOf = (words: string): Secret | null => {
  const list = words.normalize('NFKD').toLowerCase().split(/[\s,]+/).filter((word) => word !== '')
  if (list.length !== 12) return null
  try {
    const entropy = mnemonicToEntropy(list.join(' '), wordlist)
    return createSecret(Buffer.from(entropy.buffer, entropy.byteOffset, entropy.byteLength))
  } catch { return null }
}

/** Seals the key under a passphrase with a fresh salt and nonce. */
export const wrapWithPassphrase = (key: Secret, vaultId: string, passphrase: Secret, cost: ArgonCost): PassphraseWrap => {
  const derivation = { derivation: 'argon2id', memoryKib: cost.memoryKib, passes: cost.passes, lanes: cost.lanes, salt: randomBytes(16).toString('base64') } as const
  return { ...derivation, ...seal(key, fromPassphrase(passphrase, derivation), binding(vaultId, derivation)) }
}

/** The key, or null when the passphrase is wrong (the tag does not fit). */
export const unwrapWithPassphrase = (wrap: PassphraseWrap, vaultId: string, passphrase: Secret): Secret | null => {
  const { nonce, sealed, ...derivation } = wrap
  return unseal({ nonce, sealed }, fromPassphrase(passphrase, derivation), binding(vaultId, derivation))
}

/** Seals the key under the entropy of the recovery words, with a fresh salt and nonce. */
export const wrapWithRecovery = (key: Secret, vaultId: string, entropy: Secret): RecoveryWrap => {
  const derivation = { derivation: 'hkdf-sha256', salt: randomBytes(16).toString('base64') } as const
  return { ...derivation, ...seal(key, fromEntropy(entropy, derivation), binding(vaultId, derivation)) }
}

/** The key, or null when the words are not this vault's. */
export const unwrapWithRecovery = (wrap: RecoveryWrap, vaultId: string, entropy: Secret): Secret | null => {
  const { nonce, sealed, ...derivation } = wrap
  return unseal({ nonce, sealed }, fromEntropy(entropy, derivation), binding(vaultId, derivation))
}

/** Seals the key under 32 random bytes that the keychain keeps, with a fresh salt and nonce. `kept` is what the keychain made of them. */
export const wrapWithKeychain = (key: Secret, vaultId: string, secret: Secret, kept: string): KeychainWrap => {
  const derivation = { derivation: 'keychain-hkdf-sha256', salt: randomBytes(16).toString('base64') } as const
  return { ...derivation, ...seal(key, fromKeychain(secret, derivation), binding(vaultId, derivation)), kept }
}

/** The key, or null when the secret is not that of this wrap. */
export const unwrapWithKeychain = (wrap: KeychainWrap, vaultId: string, secret: Secret): Secret | null => {
  const { nonce, sealed, kept, ...derivation } = wrap
  return unseal({ nonce, sealed }, fromKeychain(secret, derivation), binding(vaultId, derivation))
}

const normalised = (passphrase: string): string => passphrase.normalize('NFKC').trim()

type PassphraseDerivation = Omit<PassphraseWrap, 'nonce' | 'sealed'>
type RecoveryDerivation = Omit<RecoveryWrap, 'nonce' | 'sealed'>
type KeychainDerivation = Omit<KeychainWrap, 'nonce' | 'sealed' | 'kept'>
interface Sealed { readonly nonce: string; readonly sealed: string }

/** Argon2id, version 1.3, is what this library does unless told otherwise. */
const fromPassphrase = (passphrase: Secret, { memoryKib, passes, lanes, salt }: PassphraseDerivation): Secret =>
  createSecret(hashRawSync(reveal(passphrase), { memoryCost: memoryKib, timeCost: passes, parallelism: lanes, outputLen: 32, salt: Buffer.from(salt, 'base64') }))

/** HKDF (RFC 5869) is enough here: 128 random bits need no stretching. */
const fromEntropy = (entropy: Secret, { salt }: RecoveryDerivation): Secret =>
  createSecret(Buffer.from(hkdfSync('sha256', reveal(entropy), Buffer.from(salt, 'base64'), 'lares vault recovery', 32)))

const fromKeychain = (secret: Secret, { salt }: KeychainDerivation): Secret =>
  createSecret(Buffer.from(hkdfSync('sha256', reveal(secret), Buffer.from(salt, 'base64'), 'lares vault keychain', 32)))

/** What the seal binds besides the key: a wrap of another vault, another purpose or other costs does not open. Fields stand in a fixed order. */
const binding = (vaultId: string, derivation: PassphraseDerivation | RecoveryDerivation | KeychainDerivation): Buffer => {
  const costs = derivation.derivation === 'argon2id' ? [derivation.memoryKib, derivation.passes, derivation.lanes] : []
  return Buffer.from(JSON.stringify(['lares vault key', 1, vaultId, derivation.derivation, ...costs, derivation.salt]))
}

/** AES-256-GCM (NIST SP 800-38D). Wipes the wrapping key, which serves once. */
const seal = (key: Secret, wrapping: Secret, bound: Buffer): Sealed => {
  try {
    const nonce = randomBytes(12)
    const cipher = createCipheriv('aes-256-gcm', reveal(wrapping), nonce).setAAD(bound)
    const sealed = Buffer.concat([cipher.update(reveal(key)), cipher.final(), cipher.getAuthTag()])
    return { nonce: nonce.toString('base64'), sealed: sealed.toString('base64') }
  } finally { wipe(wrapping) }
}

const unseal = ({ nonce, sealed }: Sealed, wrapping: Secret, bound: Buffer): Secret | null => {
  const bytes = Buffer.from(sealed, 'base64')
  const decipher = createDecipheriv('aes-256-gcm', reveal(wrapping), Buffer.from(nonce, 'base64'), { authTagLength: 16 }).setAAD(bound).setAuthTag(bytes.subarray(32))
  const key = decipher.update(bytes.subarray(0, 32))
  try {
    decipher.final()
    return createSecret(key)
  } catch {
    key.fill(0)
    return null
  } finally { wipe(wrapping) }
}
