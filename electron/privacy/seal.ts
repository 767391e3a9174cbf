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
 * stands there: no duplicate keys, no escapes that hide text, also in JSON within a string) followed by nothing but padding, and a
 * body over 16 KiB. `body` gives a fresh copy each time: nobody who holds a sealed request can change what is sent.
 */
export function seal(request: Sealable): Result<Sealed> {
  const head = request.url + request.headers.flat().join('')
  if (firstHidden(request.body) !== -1 || firstHidden(head) !== -1 || /[\t\n]/.test(head) || hidesText(request.body)) return fail(problem('privacy.not-sealable'))
  const body = new Uint8Array(new TextEncoder().encode(request.body))
  if (body.byteLength > MAX_BODY_BYTES) return fail(problem('privacy.too-long', { found: body.byteLength, limit: MAX_BODY_BYTES }))
  const sealed = { url: request.url, headers: Object.freeze(request.headers.map(([name, value]) => Object.freeze([name, value] as const))), get body() { return body.slice() }, sha256: sha256(body) }
  return ok(Object.freeze(sealed) as Sealed)
}

export const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')

/** The same JSON written back must give the same text: then every character is visible for what it is, and no key stands twice. Strings that hold JSON themselves are held to the same rule. */
function hidesText(body: string): boolean {
  const json = body.replace(/[ \n]+$/, '')
  try {
    const value: unknown = JSON.parse(json)
    return JSON.stringify(value) !== json || hiddenInLeaf(value)
  } catch { return true }
}

function hiddenInLeaf(value: unknown): boolean {
  if (typeof value === 'string') return firstHidden(value) !== -1 || (/^\s*[[{]/.test(value) && isJson(value) && hidesNested(value))
  if (Array.isArray(value)) return value.some(hiddenInLeaf)
  return typeof value === 'object' && value !== null && Object.entries(value).some(([key, inner]) => firstHidden(key) !== -1 || hiddenInLeaf(inner))
}

/** Nested JSON may be laid out with white space, as a person may paste it; its strings and keys must still read as they stand. */
function hidesNested(json: string): boolean {
  const value: unknown = JSON.parse(json)
  return tight(json) !== JSON.stringify(value) || hiddenInLeaf(value)
}

/** JSON without the white space between its parts, and its numbers as JavaScript writes them. */
const tight = (json: string): string => json.replace(/("(?:[^"\\]|\\.)*")|\s+|(-?\d[\d.eE+-]*)/g, (_, text?: string, number?: string) => text ?? (number === undefined ? '' : JSON.stringify(Number(number))))

function isJson(text: string): boolean {
  try { JSON.parse(text); return true } catch { return false }
}
