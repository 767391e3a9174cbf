/**
 * `safeStorage`, simulated: it encrypts, but with keys that lie beside the data, and says so by naming the backend `basic_text`. A desktop with a keyring is
 * played by the switch that Electron knows for it, `--password-store=gnome-libsecret`. What a keyring does to an app, a test asks for through `electron.standin.keychain`.
 */
import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { onlySupported } from './unsupported.ts'
import type { NamesOf } from './unsupported.ts'

const MARK = Buffer.from('standin1')
const KEY_BYTES = 32

/** As Electron names them, by what the switch says. */
const backends: Readonly<Record<string, string>> = { 'basic': 'basic_text', 'gnome-libsecret': 'gnome_libsecret', 'kwallet': 'kwallet', 'kwallet5': 'kwallet5', 'kwallet6': 'kwallet6' }

/** What can become of a keychain. */
export interface KeychainOfTests {
  /** Another computer's, or a new installation: what was encrypted can no longer be decrypted. */
  readonly lose: () => void
  /** A newer key beside the old ones: what was encrypted is decrypted, with `shouldReEncrypt`. */
  readonly rotate: () => void
  /** It answers no longer, until it is told to (`false`). */
  readonly shut: (isShut: boolean) => void
}

export interface SafeStorageDeps {
  readonly isReady: () => boolean
  /** Where the keys lie. */
  readonly folder: () => string
  /** Of `--password-store`; undefined without it. */
  readonly passwordStore: string | undefined
}

/** Only the asynchronous calls are served; the others leave Electron with its next version. */
export function createSafeStorage({ isReady, folder, passwordStore }: SafeStorageDeps): { readonly safeStorage: object; readonly keychain: KeychainOfTests } {
  let isShut = false
  const file = (): string => join(folder(), 'standin.key')
  const write = (keys: Buffer): void => {
    mkdirSync(folder(), { recursive: true })
    writeFileSync(file(), keys, { mode: 0o600 })
  }
  /** The newest first. */
  const keys = (): Buffer[] => {
    if (!existsSync(file())) write(randomBytes(KEY_BYTES))
    const all = readFileSync(file())
    return Array.from({ length: all.length / KEY_BYTES }, (_, at) => all.subarray(at * KEY_BYTES, (at + 1) * KEY_BYTES))
  }
  const available = (): boolean => isReady() && !isShut
  const refuse = (call: string): never => { throw new Error(`Error while ${call.startsWith('encrypt') ? 'encrypting the text' : 'decrypting the ciphertext'} provided to safeStorage.${call}.`) }
  const decrypt = (encrypted: Buffer, key: Buffer): string | null => {
    try {
      const decipher = createDecipheriv('aes-256-gcm', key, encrypted.subarray(8, 20)).setAuthTag(encrypted.subarray(-16))
      return decipher.update(encrypted.subarray(20, -16), undefined, 'utf8') + decipher.final('utf8')
    } catch { return null }
  }
  // Asynchronous throughout, so that failures arrive as rejections.
  const storage = {
    isAsyncEncryptionAvailable: () => Promise.resolve(available()),
    getSelectedStorageBackend: () => (isReady() ? backends[passwordStore ?? 'basic'] ?? 'basic_text' : 'unknown'),
    encryptStringAsync: async (plain: string) => {
      const [key] = keys()
      if (!available() || key === undefined) return refuse('encryptStringAsync')
      const nonce = randomBytes(12)
      const cipher = createCipheriv('aes-256-gcm', key, nonce)
      return Buffer.concat([MARK, nonce, cipher.update(plain, 'utf8'), cipher.final(), cipher.getAuthTag()])
    },
    decryptStringAsync: async (encrypted: Buffer) => {
      if (!available() || !encrypted.subarray(0, 8).equals(MARK)) return refuse('decryptStringAsync')
      for (const [age, key] of keys().entries()) {
        const result = decrypt(encrypted, key)
        if (result !== null) return { shouldReEncrypt: age > 0, result }
      }
      return refuse('decryptStringAsync')
    },
  } satisfies NamesOf<Electron.SafeStorage>
  const keychain: KeychainOfTests = {
    lose: () => { write(randomBytes(KEY_BYTES)) },
    rotate: () => { write(Buffer.concat([randomBytes(KEY_BYTES), ...keys()])) },
    shut: (now) => { isShut = now },
  }
  return { safeStorage: onlySupported('safeStorage', storage), keychain }
}
