/** Seals a composed request: from here on it is bytes with a hash, and only these bytes may leave. */
import { createHash } from 'node:crypto'
import { firstHidden } from '../../shared/printable.ts'
import { problem } from '../../shared/problems.ts'
import { fail, ok, type Result } from '../../shared/result.ts'
import type { Sealed } from '../../shared/stages.ts'

/** The largest body that may leave, padding included. */
export const MAX_BODY_BYTES = 16 * 1024

export interface Sealable { readonly url: string; readonly headers: readonly (readonly [string, string])[]; readonly body: string }

/**
 * Refuses hidden or reordering characters anywhere, a body that is not canonical JSON (what a parser reads must be what
 * stands there: no duplicate keys, no escapes that hide text) followed by nothing but padding, and a body over 16 KiB.
 */
export function seal(request: Sealable): Result<Sealed> {
  const head = request.url + request.headers.flat().join('')
  if (firstHidden(request.body) !== -1 || firstHidden(head) !== -1 || /[\t\n]/.test(head) || hidesText(request.body)) return fail(problem('privacy.not-sealable'))
  const body = new Uint8Array(new TextEncoder().encode(request.body))
  if (body.byteLength > MAX_BODY_BYTES) return fail(problem('privacy.too-long', { found: body.byteLength, limit: MAX_BODY_BYTES }))
  const sealed = { url: request.url, headers: Object.freeze(request.headers.map(([name, value]) => Object.freeze([name, value] as const))), body, sha256: sha256(body) }
  return ok(Object.freeze(sealed) as Sealed)
}

export const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')

/** The same JSON written back must give the same text: then every character is visible for what it is. Nested JSON in strings is held to the same rule by the leak check. */
function hidesText(body: string): boolean {
  const json = body.replace(/[ \n]+$/, '')
  try { return JSON.stringify(JSON.parse(json)) !== json || unprintableLeaf(JSON.parse(json)) } catch { return true }
}

const unprintableLeaf = (value: unknown): boolean =>
  typeof value === 'string' ? firstHidden(value) !== -1
  : Array.isArray(value) ? value.some(unprintableLeaf)
  : typeof value === 'object' && value !== null ? Object.entries(value).some(([k, v]) => firstHidden(k) !== -1 || unprintableLeaf(v))
  : false
