/** A text as the last check walks over it: folded letters and digits one after another, with what stands between them noted beside. */
import { foldCharacter } from './leak-fold.ts'
import { NO_TEXT, SEAM, WALL, type Piece } from './leak-piece.ts'

/** What stands before a character: nothing, or bits of these. */
export const GAP = {
  /** no character, but a change of case or between letters and digits, as in "askTom" */
  soft: 1,
  /** a mark such as a dot or a hyphen */
  mark: 2,
  /** white space */
  space: 4,
  /** the border of two strings */
  seam: 8,
  /** bytes that are no text */
  noText: 16,
  /** the border of two decoded passages */
  wall: 32,
  apostrophe: 64,
} as const
/** Any gap that ends a word. */
export const HARD = GAP.mark | GAP.space | GAP.seam | GAP.noText | GAP.wall

export interface Stream {
  readonly length: number
  /** Folded UTF-16 units. */
  readonly code: Uint16Array
  /** Where each came from in the piece. */
  readonly start: Int32Array
  readonly end: Int32Array
  /** What stands before each; one more entry for what stands after the last. */
  readonly gap: Uint8Array
  /** 1 where a capital stood. */
  readonly upper: Uint8Array
}

/** Marks that pass for letters in leet; they count as letters only beside one, and still part words. */
const LEET_MARKS = '@$!|€+'

const isLeetMark = (text: string, i: number): boolean => LEET_MARKS.includes(text.charAt(i)) && /[\p{L}\p{N}@$!|€+]/u.test(text.charAt(i + 1) + (i > 0 ? text.charAt(i - 1) : ''))

/** `leet` keeps the marks that can pass for letters. Written without closures, which would keep its variables out of registers: it walks over every byte that leaves, several times. */
export function streamOf({ text }: Pick<Piece, 'text'>, leet = false): Stream {
  let room = text.length + 16
  let code = new Uint16Array(room), start = new Int32Array(room), end = new Int32Array(room), gap = new Uint8Array(room + 1), upper = new Uint8Array(room)
  let length = 0, between: number = GAP.wall, wasDigit = false
  for (let i = 0, width = 1; i < text.length; i += width) {
    const unit = text.charCodeAt(i), kind = unit < 128 ? KIND[unit] ?? 0 : FOREIGN
    width = 1
    if (kind === 0 && !leet) { between |= SEPARATES[unit] ?? GAP.mark; continue }
    let plain = '', isDigit = kind === DIGIT, isUpper = kind === CAPITAL
    if (kind === FOREIGN) {
      const c = String.fromCodePoint(text.codePointAt(i) ?? 0)
      plain = foldCharacter(c)
      width = c.length
      if (plain === '') {
        if (length > 0 && between === 0) end[length - 1] = i + width
        continue
      }
      isDigit = /^[0-9]/.test(plain)
      isUpper = c !== c.toLowerCase()
    }
    const isMark = leet && (kind === 0 || plain === ' ') && isLeetMark(text, i)
    if ((kind === 0 || plain === ' ') && !isMark) { between |= separator(unit); continue }
    const count = plain === '' || isMark ? 1 : plain.length
    while (length + count > room) {
      room *= 2
      code = grown(code, new Uint16Array(room)); start = grown(start, new Int32Array(room)); end = grown(end, new Int32Array(room)); gap = grown(gap, new Uint8Array(room + 1)); upper = grown(upper, new Uint8Array(room))
    }
    const before = isMark ? between | GAP.mark : between === 0 && length > 0 && (isDigit !== wasDigit || (isUpper && upper[length - 1] === 0)) ? GAP.soft : between
    for (let k = 0; k < count; k++) {
      code[length] = count === 1 && (plain === '' || isMark) ? (kind === CAPITAL ? unit + 32 : unit) : plain.charCodeAt(k)
      start[length] = i
      end[length] = isMark ? i + 1 : i + width
      gap[length] = k === 0 ? before : 0
      upper[length] = isUpper && !isMark ? 1 : 0
      length++
    }
    between = isMark ? GAP.mark : 0
    if (!isMark) wasDigit = isDigit
  }
  gap[length] = GAP.wall
  return { length, code, start, end, gap, upper }
}

function grown<T extends Uint8Array | Uint16Array | Int32Array>(old: T, larger: T): T {
  larger.set(old)
  return larger
}

const CAPITAL = 2, DIGIT = 3, FOREIGN = 4
/** Of each ASCII character: 0 separates, 1 small letter, 2 capital, 3 digit. */
const KIND = Uint8Array.from({ length: 128 }, (_, code) => (code >= 97 && code <= 122 ? 1 : code >= 65 && code <= 90 ? 2 : code >= 48 && code <= 57 ? 3 : 0))

function separator(unit: number): number {
  switch (unit) {
    case 0x20: case 0x09: case 0x0a: case 0x0d: case 0xa0: return GAP.space
    case 0x27: case 0x2019: case 0x2018: case 0x60: case 0xb4: case 0x2bc: return GAP.mark | GAP.apostrophe
    case SEAM.charCodeAt(0): return GAP.seam
    case WALL.charCodeAt(0): return GAP.wall
    case NO_TEXT.charCodeAt(0): return GAP.noText
    default: return unit >= 0x2000 && unit <= 0x200a ? GAP.space : GAP.mark
  }
}

const SEPARATES = Uint8Array.from({ length: 128 }, (_, unit) => separator(unit))

/** The stream read from its end. */
export function reversed(stream: Stream): Stream {
  const { length } = stream
  const code = new Uint16Array(length), start = new Int32Array(length), end = new Int32Array(length), gap = new Uint8Array(length + 1), upper = new Uint8Array(length)
  for (let i = 0, last = length - 1; last >= 0;) {
    // What one character was folded into keeps its order.
    let first = last
    while (first > 0 && stream.start[first - 1] === stream.start[last]) first--
    for (let from = first; from <= last; from++, i++) {
      code[i] = stream.code[from] ?? 0
      start[i] = stream.start[from] ?? 0
      end[i] = stream.end[from] ?? 0
      gap[i] = from === first ? (stream.gap[last + 1] ?? 0) : 0
      upper[i] = stream.upper[from] ?? 0
    }
    last = first - 1
  }
  gap[length] = stream.gap[0] ?? GAP.wall
  return { length, code, start, end, gap, upper }
}

/** The stream with each letter of the English alphabet moved by thirteen. */
export function rotated(stream: Stream, { text }: Piece): Stream {
  const code = stream.code.slice()
  for (let i = 0; i < stream.length; i++) {
    const c = code[i] ?? 0
    if (c >= 97 && c <= 122 && text.charCodeAt(stream.start[i] ?? 0) < 128) code[i] = c < 110 ? c + 13 : c - 13
  }
  return { ...stream, code }
}

export interface Word { readonly text: string; readonly from: number; readonly to: number; /** what stands before it */ readonly gap: number }

/** The stream cut at every gap, soft ones too where `soft`. */
export function wordsOf(stream: Stream, soft: boolean): Word[] {
  const cuts = soft ? HARD | GAP.soft : HARD
  const words: Word[] = []
  const text = new TextDecoder('utf-16le', { ignoreBOM: true }).decode(stream.code.subarray(0, stream.length))
  for (let i = 0; i < stream.length;) {
    let j = i + 1
    while (j < stream.length && ((stream.gap[j] ?? 0) & cuts) === 0) j++
    words.push({ text: text.slice(i, j), from: i, to: j, gap: stream.gap[i] ?? 0 })
    i = j
  }
  return words
}

/** A stream made of others' characters: pieces of `words` and new text in their place. */
export function rewritten(stream: Stream, words: readonly Word[], replacement: (word: Word, index: number) => string | undefined): Stream {
  const texts = words.map(replacement)
  const length = words.reduce((sum, word, index) => sum + (texts[index]?.length ?? word.to - word.from), 0)
  const code = new Uint16Array(length), start = new Int32Array(length), end = new Int32Array(length), gap = new Uint8Array(length + 1), upper = new Uint8Array(length)
  let held = 0, at = 0
  for (const [index, { from, to, gap: before }] of words.entries()) {
    const text = texts[index]
    held |= before
    if (text === '') continue
    const count = text?.length ?? to - from
    for (let k = 0; k < count; k++, at++) {
      const own = text === undefined ? from + k : -1
      code[at] = text === undefined ? stream.code[own] ?? 0 : text.charCodeAt(k)
      start[at] = stream.start[text === undefined ? own : from] ?? 0
      end[at] = stream.end[text === undefined ? own : to - 1] ?? 0
      gap[at] = k === 0 ? held : text === undefined ? stream.gap[own] ?? 0 : 0
      upper[at] = text === undefined ? stream.upper[own] ?? 0 : 0
    }
    held = 0
  }
  gap[length] = GAP.wall
  return { length, code, start, end, gap, upper }
}
