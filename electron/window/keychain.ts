/** DOOR safeStorage: the keychain of this computer's login, by its asynchronous calls only. Nothing of it is touched before somebody asks for it. */
import { safeStorage } from 'electron'
import type { Keychain } from '../../shared/keychain.ts'
import { problem } from '../../shared/problems.ts'
import { fail, ok, type Result } from '../../shared/result.ts'

export interface KeychainDeps {
  readonly platform: NodeJS.Platform
  /** What the keychain says when it refuses; never a secret. */
  readonly onRefused: (error: unknown) => void
}

/** Where Linux has no keyring Electron encrypts with a password that stands in its source: whoever has the file can read it. `unknown` promises nothing either. */
const unprotected: ReadonlySet<string> = new Set(['basic_text', 'unknown'])

export function createKeychain({ platform, onRefused }: KeychainDeps): Keychain {
  const check = async (): Promise<Result<null>> => {
    try {
      if (platform === 'linux' && unprotected.has(safeStorage.getSelectedStorageBackend())) return fail(problem('keychain.unprotected'))
      return await safeStorage.isAsyncEncryptionAvailable() ? ok(null) : fail(problem('keychain.none'))
    } catch (error) {
      onRefused(error)
      return fail(problem('keychain.none'))
    }
  }

  const asking = async <T>(ask: () => Promise<T>): Promise<Result<T>> => {
    const fit = await check()
    if (!fit.ok) return fit
    try { return ok(await ask()) } catch (error) {
      onRefused(error)
      return fail(problem('keychain.refused'))
    }
  }

  return {
    check,
    keep: (secret) => asking(async () => (await safeStorage.encryptStringAsync(secret)).toString('base64')),
    read: (kept) => asking(async () => {
      const { result, shouldReEncrypt } = await safeStorage.decryptStringAsync(Buffer.from(kept, 'base64'))
      return { secret: result, isStale: shouldReEncrypt }
    }),
  }
}
