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

/** `leet` keeps the marks that can pass for letters. */
export function streamOf(piece: Piece, leet = false): Stream {
  const { text } = piece
  let room = text.length + 16
  let code = new Uint16Array(room), start = new Int32Array(room), end = new Int32Array(room), gap = new Uint8Array(room + 1), upper = new Uint8Array(room)
  let length = 0, between: number = GAP.wall, wasDigit = false
  const push = (folded: number, from: number, to: number, before: number, isUpper: number): void => {
    if (length >= room) {
      room *= 2
      code = grown(code, new Uint16Array(room)); start = grown(start, new Int32Array(room)); end = grown(end, new Int32Array(room)); gap = grown(gap, new Uint8Array(room + 1)); upper = grown(upper, new Uint8Array(room))
    }
    code[length] = folded
    start[length] = from
    end[length] = to
    gap[length] = before
    upper[length] = isUpper
    length++
  }
  const soften = (isDigit: boolean, isUpper: boolean): number => (between === 0 && length > 0 && (isDigit !== wasDigit || (isUpper && upper[length - 1] === 0)) ? GAP.soft : between)
  for (let i = 0, width = 1; i < text.length; i += width) {
    const unit = text.charCodeAt(i)
    width = 1
    if (unit < 128) {
      const kind = KIND[unit] ?? 0
      if (kind !== 0) {
        push(kind === 2 ? unit + 32 : unit, i, i + 1, soften(kind === 3, kind === 2), kind === 2 ? 1 : 0)
        between = 0
        wasDigit = kind === 3
        continue
      }
    } else {
      const c = String.fromCodePoint(text.codePointAt(i) ?? 0), plain = foldCharacter(c)
      width = c.length
      if (plain === '') {
        if (length > 0 && between === 0) end[length - 1] = i + width
        continue
      }
      if (plain !== ' ') {
        const isDigit = /^[0-9]/.test(plain), isUpper = c !== c.toLowerCase()
        for (let k = 0; k < plain.length; k++) push(plain.charCodeAt(k), i, i + width, k === 0 ? soften(isDigit, isUpper) : 0, isUpper ? 1 : 0)
        between = 0
        wasDigit = isDigit
        continue
      }
    }
    if (leet && isLeetMark(text, i)) {
      push(unit, i, i + 1, between | GAP.mark, 0)
      between = GAP.mark
    } else between |= separator(unit)
  }
  gap[length] = GAP.wall
  return { length, code, start, end, gap, upper }
}

function grown<T extends Uint8Array | Uint16Array | Int32Array>(old: T, larger: T): T {
  larger.set(old)
  return larger
}

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
  const code: number[] = [], start: number[] = [], end: number[] = [], gap: number[] = [], upper: number[] = []
  let held = 0
  words.forEach((word, index) => {
    const text = replacement(word, index)
    held |= word.gap
    if (text === '') return
    const length = text === undefined ? word.to - word.from : text.length
    for (let k = 0; k < length; k++) {
      code.push(text === undefined ? (stream.code[word.from + k] ?? 0) : text.charCodeAt(k))
      start.push(stream.start[text === undefined ? word.from + k : word.from] ?? 0)
      end.push(stream.end[text === undefined ? word.from + k : word.to - 1] ?? 0)
      gap.push(k === 0 ? held : text === undefined ? (stream.gap[word.from + k] ?? 0) : 0)
      upper.push(text === undefined ? (stream.upper[word.from + k] ?? 0) : 0)
    }
    held = 0
  })
  gap.push(GAP.wall)
  return { length: code.length, code: Uint16Array.from(code), start: Int32Array.from(start), end: Int32Array.from(end), gap: Uint8Array.from(gap), upper: Uint8Array.from(upper) }
}
