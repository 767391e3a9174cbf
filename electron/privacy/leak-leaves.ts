/** The strings, keys and numbers of a JSON text with their places, looking also into strings that hold JSON themselves. */
import { buildPiece, ESCAPE, pieceAt, pieceOf, wholeOf, type Piece, type Span } from './leak-piece.ts'

export interface Leaf {
  readonly kind: 'string' | 'key' | 'number'
  /** Where it stands in the document, so that it can be compared with the same place of another one; '' for a number, which is never the app's own. */
  readonly path: string
  /** The path without positions in lists: strings with the same one are neighbours, and a value may be split over them. */
  readonly group: string
  readonly text: string
  /** Where its text is; a string's escapes are undone there. */
  readonly span: Span
}

/** The field names of the anonymous problem: fixed words of the app. */
const PROBLEM_KEYS = new Set(['problem', 'request', 'slots', 'slotMinutes', 'jobs', 'id', 'length', 'kw', 'contiguous', 'windows', 'after', 'capKw', 'prices', 'objective'])

/**
 * Every leaf of `body` that is not the app's own: what `frame` does not have, word for word, at the same place, and every number.
 * Throws when either is no JSON.
 */
export function ownLeaves(body: string, frame: string): Leaf[] {
  const theirs = new Set(leavesOf(frame).filter((leaf) => leaf.kind !== 'number').map(identity))
  return leavesOf(body).filter((leaf) => leaf.kind === 'number' || (!theirs.has(identity(leaf)) && !(leaf.kind === 'key' && PROBLEM_KEYS.has(leaf.text))))
}

const identity = (leaf: Leaf): string => `${leaf.kind} ${leaf.path} ${leaf.text}`

/** Every leaf of a JSON text in reading order. Throws when it is no JSON. */
export function leavesOf(json: string): Leaf[] {
  JSON.parse(json)
  const found: Leaf[] = []
  scan(pieceOf(json), '', '', found)
  return found
}

/** Walks over JSON that a parser has already accepted, so that nothing has to be checked again. */
function scan(piece: Piece, path: string, group: string, found: Leaf[]): void {
  const { text } = piece
  let at = 0
  value(path, group)

  function value(here: string, alike: string): void {
    blank()
    const c = text[at]
    if (c === '{') object(here, alike)
    else if (c === '[') list(here, alike)
    else if (c === '"') stringLeaf(string(), here, alike)
    else numberOrWord(alike)
    blank()
  }

  /** A number becomes a leaf; true, false and null carry nothing. */
  function numberOrWord(alike: string): void {
    const start = at, first = text.charCodeAt(at)
    while (at < text.length && !ENDS_NUMBER.includes(text.charAt(at))) at++
    if (first === MINUS || (first >= ZERO && first <= NINE)) found.push({ kind: 'number', path: '', group: alike, text: text.slice(start, at), span: { source: piece, start, end: at } })
  }

  function object(here: string, alike: string): void {
    at++
    blank()
    while (text[at] !== '}') {
      if (text[at] === ',') at++
      blank()
      const span = string(), key = textAt(span)
      found.push({ kind: 'key', path: `${here}.${key}`, group: alike, text: key, span })
      blank(); at++
      value(`${here}.${key}`, `${alike}.${key}`)
    }
    at++
  }

  function list(here: string, alike: string): void {
    at++
    blank()
    const within = `${alike}/`
    for (let index = 0; text[at] !== ']'; index++) {
      if (text[at] === ',') at++
      value(`${here}/${index}`, within)
    }
    at++
  }

  function stringLeaf(span: Span, here: string, alike: string): void {
    const leaf = textAt(span)
    if (/^\s*[[{]/.test(leaf) && isJson(leaf)) scan(pieceAt(span), `${here}$`, `${alike}$`, found)
    else found.push({ kind: 'string', path: here, group: alike, text: leaf, span })
  }

  /** Reads a JSON string and decodes its escapes; an escape that was not needed is remembered as a disguise. */
  function string(): Span {
    const start = ++at, quote = text.indexOf('"', start)
    if (!text.slice(start, quote).includes('\\')) {
      at = quote + 1
      return { source: piece, start, end: quote }
    }
    const builder = buildPiece()
    let copied = at
    for (; text[at] !== '"'; at++) {
      if (text[at] !== '\\') continue
      builder.copy(piece, copied, at)
      const code = text[at + 1] === 'u' ? text.slice(at + 2, at + 6) : undefined
      const length = code === undefined ? 2 : 6
      builder.add(code === undefined ? (PLAIN_ESCAPES[text.charAt(at + 1)] ?? text.charAt(at + 1)) : String.fromCharCode(parseInt(code, 16)), piece, at, at + length, code === undefined ? 0 : ESCAPE.json)
      at += length - 1
      copied = at + 1
    }
    builder.copy(piece, copied, at++)
    return wholeOf(builder.done())
  }

  function blank(): void { while (at < text.length && BLANK.includes(text.charAt(at))) at++ }
}

const textAt = ({ source, start, end }: Span): string => source.text.slice(start, end)

/** RFC 8259 §2. */
const BLANK = ' \t\n\r', ENDS_NUMBER = `${BLANK},]}`
const MINUS = '-'.charCodeAt(0), ZERO = '0'.charCodeAt(0), NINE = '9'.charCodeAt(0)
const PLAIN_ESCAPES: Readonly<Record<string, string>> = { b: '\b', f: '\f', n: '\n', r: '\r', t: '\t' }

function isJson(text: string): boolean {
  try { JSON.parse(text); return true } catch { return false }
}
