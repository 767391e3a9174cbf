/** A keychain that a test can lose, lock and renew: it really encrypts, and what it gave away before it was lost is worth nothing afterwards. */
import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'
import type { Keychain } from '../../shared/keychain.ts'
import { problem, type ProblemName } from '../../shared/problems.ts'
import { fail, ok, type Result } from '../../shared/result.ts'

export interface FakeKeychain extends Keychain {
  /** From now on it refuses by this name; null = it works again. */
  refuse: (name: ProblemName | null) => void
  /** As a new installation, or another computer: a new key, and the old one is gone. */
  lose: () => void
  /** A new key beside the old one: what was kept is still read, and should be kept anew. */
  renew: () => void
  /** From now on answers wait until the function that comes back is called. */
  hold: () => () => void
  /** What it was asked for, by name. */
  readonly asked: readonly string[]
}

export const fakeKeychain = (): FakeKeychain => {
  let keys = [randomBytes(32)], refused: ProblemName | null = null, held: Promise<void> = Promise.resolve()
  const asked: string[] = []
  const answer = async <T>(name: string, work: () => T): Promise<Result<T>> => {
    asked.push(name)
    await held
    if (refused !== null) return fail(problem(refused))
    try { return ok(work()) } catch { return fail(problem('keychain.refused')) }
  }
  return {
    asked,
    refuse: (name) => { refused = name },
    lose: () => { keys = [randomBytes(32)] },
    renew: () => { keys = [randomBytes(32), ...keys] },
    hold: () => {
      let release = (): void => undefined
      held = new Promise((resolve) => { release = resolve })
      return () => { release() }
    },
    check: () => answer('check', () => null),
    keep: (secret) => answer('keep', () => {
      const nonce = randomBytes(12), cipher = createCipheriv('aes-256-gcm', keys[0]!, nonce)
      return Buffer.concat([nonce, cipher.update(secret, 'utf8'), cipher.final(), cipher.getAuthTag()]).toString('base64')
    }),
    read: (kept) => answer('read', () => {
      const bytes = Buffer.from(kept, 'base64')
      for (const [age, key] of keys.entries()) {
        try {
          const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, 12)).setAuthTag(bytes.subarray(-16))
          return { secret: decipher.update(bytes.subarray(12, -16), undefined, 'utf8') + decipher.final('utf8'), isStale: age > 0 }
        } catch { /* the next key */ }
      }
      throw new Error('no key fits')
    }),
  }
}
