/** Layer 5: an independent second opinion on the final bytes, headers and URL. The only file that mints `Cleared`. */
import type { LeakHit } from '../../shared/departure.ts'
import { problem } from '../../shared/problems.ts'
import { fail, ok, type Result } from '../../shared/result.ts'
import type { Blocked, Cleared, Sealed } from '../../shared/stages.ts'
import { leavesOf, ownLeaves, type Leaf } from './leak-leaves.ts'
import { matcherOf, type Forbidden, type Matcher } from './leak-patterns.ts'
import { joinSpans, pieceOf, SEAM } from './leak-piece.ts'
import { search, searchNumbers, type Find } from './leak-search.ts'

export type { Forbidden } from './leak-patterns.ts'

const minted = new WeakSet()
export const isCleared = (cleared: Cleared): boolean => minted.has(cleared)

/** The largest body that is looked at; a larger one is refused unread. */
const MAX_BYTES = 65_536
/** As many as a departure shows. */
const MOST_HITS = 200

/**
 * Looks for every forbidden value in every disguise: case, compatibility forms, accents, look-alike letters, endings, invisible
 * characters, separators, spelled digits, at and dot, leet, reversed, rot13, initials, dates in any usual format, \x \u % and HTML
 * escapes (nested up to three deep), hexadecimal and base64 at any offset (nested up to twice), split over neighbouring strings.
 *
 * `frame` is the same request composed from nothing: text that stands in both is the app's own and is left out, so that a child
 * called May does not stop the word "may" in the instructions. `headers` that only describe the transfer are left out too.
 * The numbers of a problem are searched by stricter rules: a value of digits counts in one number from 7 digits on, over several
 * only from 10 on and from border to border, for a thousand prices hold any six digits by chance.
 *
 * Hits give UTF-16 offsets in the decoded body, in the URL, or in the header lines joined as "name: value" with newlines.
 *
 * Fails closed: a body that is no UTF-8 or no JSON or larger than 64 KiB, a value that is none, a check that throws: each is a
 * problem, never a pass. The rules that keep chance from stopping clean text stand at `matches` (leak-match.ts). Out of reach, and
 * said so: paraphrase, translation and transliteration between scripts, abbreviations other than initials, misspelling, a value of
 * two letters in any disguise, a name of up to five letters inside a longer word, of digits only ("7355" for Tess), or split by a
 * space ("To m"), initials of two letters without dots, values enciphered or compressed, and a problem's numbers that encode letters.
 */
export function leakCheck(sealed: Sealed, frame: { readonly body: string }, forbidden: readonly Forbidden[]): Result<Cleared | Blocked> {
  try {
    const hits = hitsIn(sealed, frame.body, prepareForbidden(forbidden))
    if (hits.length > 0) return ok({ sealed, hits })
    const cleared = Object.freeze({ sealed }) as Cleared
    minted.add(cleared)
    return ok(cleared)
  } catch {
    return fail(problem('privacy.detector-failed', { check: 'leak check' }))
  }
}

/** Whether a text from outside carries one of these values, in any disguise that `leakCheck` knows. Throws when it cannot tell. */
export function carries(text: string, values: readonly Forbidden[]): boolean {
  const matcher = prepareForbidden(values)
  if (search(pieceOf(text), matcher).length > 0) return true
  let leaves: Leaf[]
  try { leaves = leavesOf(text) } catch { return false }
  return stringHits(leaves, matcher).length > 0
}

const prepared = new WeakMap<readonly Forbidden[], { readonly copy: readonly Forbidden[]; readonly matcher: Matcher }>()

/**
 * Builds what `leakCheck` needs to search for these values, or takes what was built for the same list before. The list is held
 * weakly, so that no value outlives it; a list that was changed since is built anew. Throws when a value is none.
 */
export function prepareForbidden(forbidden: readonly Forbidden[]): Matcher {
  const before = prepared.get(forbidden)
  if (before?.copy.length === forbidden.length && before.copy.every((old, i) => same(old, forbidden[i]))) return before.matcher
  const copy = forbidden.map(({ value, kind, word }) => ({ value, kind, word }))
  const matcher = matcherOf(copy)
  prepared.set(forbidden, { copy, matcher })
  return matcher
}

const same = (a: Forbidden, b: Forbidden | undefined): boolean => a.value === b?.value && a.kind === b.kind && a.word === b.word

function hitsIn(sealed: Sealed, frame: string, matcher: Matcher): LeakHit[] {
  if (!(sealed.body instanceof Uint8Array) || sealed.body.byteLength > MAX_BYTES) throw new Error('no body to look at')
  const body = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(sealed.body)
  const leaves = ownLeaves(body, frame)
  const numbers = leaves.filter((leaf) => leaf.kind === 'number')
  const headers = sealed.headers.filter(([name]) => !/^(?:host|content-length)$/i.test(name)).map(([name, value]) => `${name}: ${value}`).join('\n')
  const { host } = new URL(sealed.url)
  // Which server is asked was chosen by the household in its settings; what stands around its name was not.
  const address = sealed.url.replace(host, (found) => ' '.repeat(found.length))
  return [
    ...merged('body', [...stringHits(leaves, matcher), ...(numbers.length === 0 ? [] : searchNumbers(joinSpans(numbers.map((leaf) => leaf.span), SEAM), matcher))]),
    ...merged('header', search(pieceOf(headers), matcher)),
    ...merged('url', search(pieceOf(address), matcher)),
  ].slice(0, MOST_HITS)
}

/** Searches the strings in reading order, and again those that are neighbours in lists, over which a value may be split. */
function stringHits(leaves: readonly Leaf[], matcher: Matcher): Find[] {
  const strings = leaves.filter((leaf) => leaf.kind === 'string'), keys = leaves.filter((leaf) => leaf.kind === 'key')
  const groups = Map.groupBy(strings, (leaf) => leaf.group)
  const apart = [...groups.values()].filter((group) => group.length > 1 && group.length < strings.length)
  return [strings, keys, ...apart].filter((list) => list.length > 0).flatMap((list) => search(joinSpans(list.map((leaf) => leaf.span), SEAM), matcher))
}

/** One hit for each place: what lies within another hit is left out, and of the same place the plainest reading is kept. */
function merged(where: LeakHit['where'], finds: readonly Find[]): LeakHit[] {
  const sorted = [...finds].sort((a, b) => a.start - b.start || b.end - a.end || a.disguise.length - b.disguise.length)
  const hits: LeakHit[] = []
  let reach = -1
  for (const { entry, start, end, disguise } of sorted) {
    if (end <= reach) continue
    reach = end
    hits.push({ where, start, end, kind: entry.kind.slice(0, 40), disguise })
  }
  return hits
}
