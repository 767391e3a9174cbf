/**
 * Opening the vault by the keychain of this computer's login: 32 random bytes wrap the key once more, and the keychain keeps them.
 * The keychain may take as long as it likes (it may ask the person for something), so it is asked outside the order of opening and locking:
 * the passphrase works meanwhile, and an answer that comes after a lock opens nothing.
 */
import { randomBytes } from 'node:crypto'
import type { Keychain } from '../../shared/keychain.ts'
import { problem } from '../../shared/problems.ts'
import { fail, ok, type Result } from '../../shared/result.ts'

export interface KeychainUnlockDeps {
  /** Absent where there is no desktop. */
  readonly keychain: Keychain | undefined
  /** What the keychain made of the secret, as the key file has it; null while it is switched off. */
  readonly kept: () => string | null
  /** How many locks were asked for so far. */
  readonly locks: () => number
  readonly use: (passphrase: string, secret: string, kept: string) => Promise<Result<null>>
  readonly forget: () => Promise<Result<null>>
  readonly unlock: (secret: string) => Promise<Result<null>>
  readonly renew: (secret: string, kept: string) => Promise<Result<null>>
}

export interface KeychainUnlock {
  /** Whether this computer's keychain would be trusted. Refuses with `keychain.none` or `keychain.unprotected`. */
  readonly check: () => Promise<Result<null>>
  /** Switches it on for the open vault. Nothing is written before the keychain has given back what it was given. */
  readonly use: (passphrase: string) => Promise<Result<null>>
  /** Switches it off; needs no keychain. */
  readonly forget: () => Promise<Result<null>>
  /** Opens the vault. Refuses with `keychain.off`, `keychain.refused`, or as `check` does; the passphrase opens it as ever. */
  readonly unlock: () => Promise<Result<null>>
}

const missing: Keychain = { check: () => Promise.resolve(none), keep: () => Promise.resolve(none), read: () => Promise.resolve(none) }
const none = fail(problem('keychain.none'))

export const createKeychainUnlock = ({ keychain = missing, kept, locks, use, forget, unlock, renew }: KeychainUnlockDeps): KeychainUnlock => {
  const keep = async (secret: string): Promise<Result<string>> => {
    const made = await keychain.keep(secret)
    if (!made.ok) return made
    const back = await keychain.read(made.value)
    if (!back.ok) return back
    return back.value.secret === secret ? made : fail(problem('keychain.refused'))
  }

  /** One that fails is tried again the next time, because the keychain will say the same. */
  const keepAnew = async (secret: string): Promise<void> => {
    const made = await keep(secret)
    if (made.ok) await renew(secret, made.value)
  }

  return {
    check: () => keychain.check(),
    use: async (passphrase) => {
      const secret = randomBytes(32).toString('base64'), made = await keep(secret)
      return made.ok ? await use(passphrase, secret, made.value) : made
    },
    forget,
    unlock: async () => {
      const locked = locks(), stored = kept()
      if (stored === null) return fail(problem('keychain.off'))
      const read = await keychain.read(stored)
      if (!read.ok) return read
      if (locks() !== locked) return fail(problem('vault.locked'))
      const opened = await unlock(read.value.secret)
      if (opened.ok && read.value.isStale) await keepAnew(read.value.secret)
      return opened.ok ? ok(null) : opened
    },
  }
}
