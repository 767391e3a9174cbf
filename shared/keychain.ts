/** What Lares asks of the keychain of a computer's login. The door to it is electron/window/keychain.ts; whoever needs it is handed this. */
import type { Result } from './result.ts'

/** Something encrypted by the keychain, in base64: to be kept by us, and worth nothing without the login that made it. */
export type Kept = string

export interface Keychain {
  /** Whether it may be trusted with a secret. Refuses with `keychain.none` where there is none that answers, `keychain.unprotected` where it would encrypt with a key that anybody can read. */
  readonly check: () => Promise<Result<null>>
  /** Encrypts a secret. Refuses as `check` does, and with `keychain.refused` when the keychain says no. */
  readonly keep: (secret: string) => Promise<Result<Kept>>
  /** The secret again, and whether it should be kept anew because the keychain has a newer key. Refuses as `keep` does. */
  readonly read: (kept: Kept) => Promise<Result<{ readonly secret: string; readonly isStale: boolean }>>
}
