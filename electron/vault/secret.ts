/** Bytes that must not be printed: a wrapper that shows nothing wherever a value usually shows itself. */
import { inspect } from 'node:util'

const MASK = '‹secret›'
const contents = new WeakMap<Secret, Buffer>()

export interface Secret {
  readonly toString: () => string
  readonly toJSON: () => string
  readonly [inspect.custom]: () => string
}

/** Wraps bytes and takes them over: the caller keeps no copy. String, JSON, `console.log` and `util.inspect` all give `‹secret›`; `postMessage` refuses it. */
export const createSecret = (bytes: Buffer): Secret => {
  const mask = (): string => MASK
  const secret: Secret = Object.freeze({ toString: mask, toJSON: mask, [inspect.custom]: mask })
  contents.set(secret, bytes)
  return secret
}

/** The bytes themselves, not a copy. The only way in; throws once the secret was wiped. */
export const reveal = (secret: Secret): Buffer => {
  const bytes = contents.get(secret)
  if (bytes === undefined) throw new Error('this secret was wiped')
  return bytes
}

/** Overwrites the bytes with zeros and forgets them. Wiping twice is harmless. */
export const wipe = (secret: Secret): void => {
  contents.get(secret)?.fill(0)
  contents.delete(secret)
}
