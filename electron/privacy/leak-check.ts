/** Layer 5: an independent second opinion on the final bytes, headers and URL. The only file that mints `Cleared`. */
import type { LeakHit } from '../../shared/departure.ts'
import { problem } from '../../shared/problems.ts'
import { fail, ok, type Result } from '../../shared/result.ts'
import type { Blocked, Cleared, Sealed } from '../../shared/stages.ts'
import { flatten, squeeze, views } from './disguises.ts'

/** Something that may not stand in outgoing bytes, in any disguise. */
export interface Forbidden { readonly value: string; readonly kind: string; /** also an everyday word: counts only as it is capitalised */ readonly word: boolean }

const minted = new WeakSet()
export const isCleared = (cleared: Cleared): boolean => minted.has(cleared)

/** Below this length a value without separators cannot be told from chance, so it must stand as a word of its own. */
const SHORTEST_SQUEEZED = 6

/**
 * Looks for every forbidden value in every disguise. `frame` is the same request composed from nothing: text that stands in
 * both is the app's own and is left out, so that a child called May does not stop the word "may" in the instructions.
 * Fails closed: a check that throws is a problem, never a pass.
 */
export function leakCheck(sealed: Sealed, frame: { readonly body: string }, forbidden: readonly Forbidden[]): Result<Cleared | Blocked> {
  try {
    const body = new TextDecoder('utf-8', { fatal: true }).decode(sealed.body)
    const hits = [
      ...bodyHits(body, frame.body, forbidden),
      ...search(sealed.headers.filter(([name]) => !/^(?:host|content-length|content-type|accept|accept-encoding|connection)$/i.test(name)).map(([name, value]) => `${name} ${value}`).join('\n'), 'header', forbidden),
      ...search(new URL(sealed.url).pathname + new URL(sealed.url).search, 'url', forbidden),
    ]
    if (hits.length > 0) return ok({ sealed, hits })
    const cleared = Object.freeze({ sealed }) as Cleared
    minted.add(cleared)
    return ok(cleared)
  } catch {
    return fail(problem('privacy.detector-failed', { check: 'leak check' }))
  }
}

/** Finds the text of the person in the body: every string that the frame does not have at the same place, and every number together. */
function bodyHits(body: string, frame: string, forbidden: readonly Forbidden[]): LeakHit[] {
  const own = difference(parse(body), parse(frame))
  return search(own.join('\n'), 'body', forbidden).map((hit) => place(hit, body, forbidden))
}

const parse = (text: string): unknown => { try { return JSON.parse(text) } catch { return text } }

/** The strings and numbers of `a` that do not stand at the same place in `b`. Strings that hold JSON are looked into. */
function difference(a: unknown, b: unknown): string[] {
  if (typeof a === 'string') {
    if (a === b) return []
    const inner = /^\s*[[{]/.test(a) ? parse(a) : a
    return typeof inner === 'object' && inner !== null ? difference(inner, typeof b === 'string' ? parse(b) : b) : [a]
  }
  if (typeof a === 'number') return [String(a)]
  if (Array.isArray(a)) {
    if (a.length > 0 && a.every((x) => typeof x === 'number')) return [a.join(' ')]
    return a.flatMap((x, i) => difference(x, Array.isArray(b) ? b[i] : undefined))
  }
  if (typeof a === 'object' && a !== null) return Object.entries(a).flatMap(([key, value]) => {
    const there = typeof b === 'object' && b !== null && key in b
    return [...(there || PROBLEM_KEYS.has(key) ? [] : [key]), ...difference(value, there ? (b as Record<string, unknown>)[key] : undefined)]
  })
  return []
}

/** The field names of the anonymous problem: fixed words of the app. */
const PROBLEM_KEYS = new Set(['problem', 'request', 'slots', 'slotMinutes', 'jobs', 'id', 'length', 'kw', 'contiguous', 'windows', 'after', 'capKw', 'prices', 'objective'])

function search(text: string, where: LeakHit['where'], forbidden: readonly Forbidden[]): LeakHit[] {
  if (text === '') return []
  const all = views(text)
  const cased = ` ${text.normalize('NFKC').replace(/[^\p{L}\p{N}]+/gu, ' ')} `
  return forbidden.flatMap((entry): LeakHit[] => {
    const flat = flatten(entry.value), tight = squeeze(entry.value)
    if (tight.length < 2) return []
    if (entry.word) return cased.includes(` ${entry.value} `) ? [hit(where, entry.kind, 'plain')] : []
    const found = all.find((view) => (view.squeezed ? tight.length >= SHORTEST_SQUEEZED && view.text.includes(tight) : ` ${view.text} `.includes(` ${flat} `)))
    return found === undefined ? [] : [hit(where, entry.kind, found.disguise)]
  })
}

const hit = (where: LeakHit['where'], kind: string, disguise: string): LeakHit => ({ where, start: 0, end: 0, kind, disguise })

/** Where the value stands in the body as text, when it stands there plainly. */
function place(found: LeakHit, body: string, forbidden: readonly Forbidden[]): LeakHit {
  if (found.disguise !== 'plain') return found
  for (const entry of forbidden) {
    if (entry.kind !== found.kind) continue
    const start = body.toLowerCase().indexOf(entry.value.toLowerCase())
    if (start !== -1) return { ...found, start, end: start + entry.value.length }
  }
  return found
}
