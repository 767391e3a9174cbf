/** The strings, keys and numbers of a JSON text with their places, looking also into strings that hold JSON themselves. */
import { buildPiece, ESCAPE, pieceOf, slicePiece, type Piece } from './leak-piece.ts'

export interface Leaf {
  readonly kind: 'string' | 'key' | 'number'
  /** Where it stands in the document, so that it can be compared with the same place of another one. */
  readonly path: string
  /** The path without positions in lists: strings with the same one are neighbours, and a value may be split over them. */
  readonly group: string
  readonly piece: Piece
}

/** The field names of the anonymous problem: fixed words of the app. */
const PROBLEM_KEYS = new Set(['problem', 'request', 'slots', 'slotMinutes', 'jobs', 'id', 'length', 'kw', 'contiguous', 'windows', 'after', 'capKw', 'prices', 'objective'])

/**
 * Every leaf of `body` that is not the app's own: what `frame` does not have, word for word, at the same place, and every number.
 * Throws when either is no JSON.
 */
export function ownLeaves(body: string, frame: string): Leaf[] {
  const theirs = new Set(leavesOf(frame).map(identity))
  return leavesOf(body).filter((leaf) => leaf.kind === 'number' || (!theirs.has(identity(leaf)) && !(leaf.kind === 'key' && PROBLEM_KEYS.has(leaf.piece.text))))
}

const identity = (leaf: Leaf): string => `${leaf.kind} ${leaf.path} ${leaf.piece.text}`

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
    else {
      const start = at
      while (at < text.length && !ENDS_NUMBER.includes(text.charAt(at))) at++
      if (c === '-' || (c !== undefined && c >= '0' && c <= '9')) found.push({ kind: 'number', path: here, group: alike, piece: slicePiece(piece, start, at) })
    }
    blank()
  }

  function object(here: string, alike: string): void {
    at++
    blank()
    while (text[at] !== '}') {
      if (text[at] === ',') at++
      blank()
      const key = string()
      found.push({ kind: 'key', path: `${here}.${key.text}`, group: alike, piece: key })
      blank(); at++
      value(`${here}.${key.text}`, `${alike}.${key.text}`)
    }
    at++
  }

  function list(here: string, alike: string): void {
    at++
    blank()
    for (let index = 0; text[at] !== ']'; index++) {
      if (text[at] === ',') at++
      value(`${here}/${index}`, `${alike}/`)
    }
    at++
  }

  function stringLeaf(leaf: Piece, here: string, alike: string): void {
    if (/^\s*[[{]/.test(leaf.text) && isJson(leaf.text)) scan(leaf, `${here}$`, `${alike}$`, found)
    else found.push({ kind: 'string', path: here, group: alike, piece: leaf })
  }

  /** Reads a JSON string and decodes its escapes; an escape that was not needed is remembered as a disguise. */
  function string(): Piece {
    const quote = text.indexOf('"', ++at), plain = slicePiece(piece, at, quote)
    if (!plain.text.includes('\\')) {
      at = quote + 1
      return plain
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
    return builder.done()
  }

  function blank(): void { while (at < text.length && BLANK.includes(text.charAt(at))) at++ }
}

/** RFC 8259 §2. */
const BLANK = ' \t\n\r', ENDS_NUMBER = `${BLANK},]}`
const PLAIN_ESCAPES: Readonly<Record<string, string>> = { b: '\b', f: '\f', n: '\n', r: '\r', t: '\t' }

function isJson(text: string): boolean {
  try { JSON.parse(text); return true } catch { return false }
}
