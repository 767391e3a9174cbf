/** `safeStorage`, simulated: it encrypts, but with a key that lies beside the data, and says so by naming the backend `basic_text`. */
import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { onlySupported } from './unsupported.ts'
import type { NamesOf } from './unsupported.ts'

const MARK = Buffer.from('standin1')

/** Only the asynchronous calls are served; the others leave Electron with its next version. */
export function createSafeStorage(isReady: () => boolean, folder: () => string): object {
  const key = (): Buffer => {
    const file = join(folder(), 'standin.key')
    mkdirSync(folder(), { recursive: true })
    if (!existsSync(file)) writeFileSync(file, randomBytes(32), { mode: 0o600 })
    return readFileSync(file)
  }
  // Asynchronous throughout, so that failures arrive as rejections.
  const storage = {
    isAsyncEncryptionAvailable: () => Promise.resolve(isReady()),
    getSelectedStorageBackend: () => (isReady() ? 'basic_text' : 'unknown'),
    encryptStringAsync: async (plain: string) => {
      const nonce = randomBytes(12)
      const cipher = createCipheriv('aes-256-gcm', key(), nonce)
      return Buffer.concat([MARK, nonce, cipher.update(plain, 'utf8'), cipher.final(), cipher.getAuthTag()])
    },
    decryptStringAsync: async (encrypted: Buffer) => {
      if (!encrypted.subarray(0, 8).equals(MARK)) throw new Error('Error while decrypting the ciphertext provided to safeStorage.decryptStringAsync.')
      const decipher = createDecipheriv('aes-256-gcm', key(), encrypted.subarray(8, 20))
      decipher.setAuthTag(encrypted.subarray(-16))
      return { shouldReEncrypt: false, result: decipher.update(encrypted.subarray(20, -16), undefined, 'utf8') + decipher.final('utf8') }
    },
  } satisfies NamesOf<Electron.SafeStorage>
  return onlySupported('safeStorage', storage)
}
