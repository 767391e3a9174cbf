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
const anyLeetMark = /[@$!|€+]/

const isLeetMark = (text: string, i: number): boolean => anyLeetMark.test(text.charAt(i)) && /[\p{L}\p{N}@$!|€+]/u.test(text.charAt(i + 1) + (i > 0 ? text.charAt(i - 1) : ''))

/** The stream in which the marks that can pass for letters are kept; the stream itself where there are none. */
export const withLeetMarks = (stream: Stream, piece: Pick<Piece, 'text'>): Stream => (anyLeetMark.test(piece.text) ? streamOf(piece, true) : stream)

/** `leet` keeps the marks that can pass for letters. Written without closures, which would keep its variables out of registers: it walks over every byte that leaves, several times. */
export function streamOf({ text }: Pick<Piece, 'text'>, leet = false): Stream {
  let room = text.length + 16
  let code = new Uint16Array(room), start = new Int32Array(room), end = new Int32Array(room), gap = new Uint8Array(room + 1), upper = new Uint8Array(room)
  let length = 0, between: number = GAP.wall, wasDigit = false, wasUpper = false
  for (let i = 0, width = 1; i < text.length; i += width) {
    const unit = text.charCodeAt(i), kind = unit < 128 ? KIND[unit] ?? 0 : FOREIGN
    width = 1
    if (kind === 0 && !(leet && (PASSES[unit] ?? 0) === 1 && isLeetMark(text, i))) { between |= SEPARATES[unit] ?? GAP.mark; continue }
    if (kind !== 0 && kind !== FOREIGN) {
      const isUpper = kind === CAPITAL, isDigit = kind === DIGIT
      code[length] = isUpper ? unit + 32 : unit
      start[length] = i
      end[length] = i + 1
      gap[length] = between === 0 && length > 0 && (isDigit !== wasDigit || (isUpper && !wasUpper)) ? GAP.soft : between
      if (isUpper) upper[length] = 1
      length++
      between = 0
      wasDigit = isDigit
      wasUpper = isUpper
      continue
    }
    let plain = ''
    if (kind === FOREIGN) {
      const c = String.fromCodePoint(text.codePointAt(i) ?? 0)
      plain = foldCharacter(c)
      width = c.length
      if (plain === '') {
        if (length > 0 && between === 0) end[length - 1] = i + width
        continue
      }
      if (plain !== ' ') {
        const isDigit = /^[0-9]/.test(plain), isUpper = c !== c.toLowerCase()
        // There is always room for a character of each unit that is still to come.
        if (length + plain.length + text.length - i > room) {
          room = 2 * room + plain.length
          code = grown(code, new Uint16Array(room)); start = grown(start, new Int32Array(room)); end = grown(end, new Int32Array(room)); gap = grown(gap, new Uint8Array(room + 1)); upper = grown(upper, new Uint8Array(room))
        }
        const before = between === 0 && length > 0 && (isDigit !== wasDigit || (isUpper && !wasUpper)) ? GAP.soft : between
        for (let k = 0; k < plain.length; k++, length++) {
          code[length] = plain.charCodeAt(k)
          start[length] = i
          end[length] = i + width
          gap[length] = k === 0 ? before : 0
          upper[length] = isUpper ? 1 : 0
        }
        between = 0
        wasDigit = isDigit
        wasUpper = isUpper
        continue
      }
      if (!leet || !isLeetMark(text, i)) { between |= separator(unit); continue }
    }
    code[length] = unit
    start[length] = i
    end[length] = i + 1
    gap[length] = between | GAP.mark
    wasUpper = false
    length++
    between = GAP.mark
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

/** Of each ASCII character, whether it can be a mark of leet. */
const PASSES = Uint8Array.from({ length: 128 }, (_, unit) => Number(anyLeetMark.test(String.fromCharCode(unit))))

const SEPARATES = Uint8Array.from({ length: 128 }, (_, unit) => separator(unit))

/** The stream read from its end. What one character was folded into keeps its order. */
export function reversed(stream: Stream): Stream {
  const code = stream.code.slice(0, stream.length).reverse(), start = stream.start.slice(0, stream.length).reverse(), end = stream.end.slice(0, stream.length).reverse()
  for (let from = 0; from < stream.length; from++) {
    let to = from + 1
    while (to < stream.length && start[to] === start[from]) to++
    if (to > from + 1) code.subarray(from, to).reverse()
    from = to - 1
  }
  return { length: stream.length, code, start, end, gap: stream.gap.slice(0, stream.length + 1).reverse(), upper: stream.upper.slice(0, stream.length).reverse() }
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

/** Where the words of a stream begin, cut at every gap, soft ones too where `soft`; the stream's length comes last. */
export function cutsOf(stream: Stream, soft: boolean): Int32Array {
  const cuts = soft ? HARD | GAP.soft : HARD
  const at = new Int32Array(stream.length + 1)
  let count = 0
  for (let i = 0; i < stream.length; i++) if (i === 0 || ((stream.gap[i] ?? 0) & cuts) !== 0) at[count++] = i
  at[count++] = stream.length
  return at.subarray(0, count)
}

export const textOf = (stream: Stream, from = 0, to = stream.length): string => {
  let text = ''
  for (let i = from; i < to; i++) text += String.fromCharCode(stream.code[i] ?? 0)
  return text
}

/**
 * Reads a word that is one of these: two to thirty ASCII letters. Of any other it says undefined, nearly always without making a string,
 * by the first two letters and the length.
 */
export function readerOf(words: Iterable<string>): (stream: Stream, from: number, to: number) => string | undefined {
  const lengths = new Int32Array(1024), all = new Set(words)
  const place = (first: number, second: number): number => (first & 31) << 5 | (second & 31)
  for (const word of all) {
    const at = place(word.charCodeAt(0), word.charCodeAt(1))
    lengths[at] = (lengths[at] ?? 0) | 1 << word.length
  }
  return (stream, from, to) => {
    if (to - from < 2 || to - from > 30 || ((lengths[place(stream.code[from] ?? 0, stream.code[from + 1] ?? 0)] ?? 0) & 1 << (to - from)) === 0) return undefined
    const text = textOf(stream, from, to)
    return all.has(text) ? text : undefined
  }
}

/** What takes the place of a stretch of a stream. */
export interface Edit { readonly from: number; readonly to: number; readonly text: string }

/** The stream with some of its words replaced, in order; what stood before a word that went stands before the next. */
export function rewritten(stream: Stream, edits: readonly Edit[]): Stream {
  const length = edits.reduce((sum, { from, to, text }) => sum + text.length - (to - from), stream.length)
  const code = new Uint16Array(length), start = new Int32Array(length), end = new Int32Array(length), gap = new Uint8Array(length + 1), upper = new Uint8Array(length)
  let held = 0, at = 0, copied = 0
  const copy = (to: number): void => {
    if (to <= copied) return
    code.set(stream.code.subarray(copied, to), at)
    start.set(stream.start.subarray(copied, to), at)
    end.set(stream.end.subarray(copied, to), at)
    gap.set(stream.gap.subarray(copied, to), at)
    upper.set(stream.upper.subarray(copied, to), at)
    gap[at] = (gap[at] ?? 0) | held
    held = 0
    at += to - copied
  }
  for (const { from, to, text } of edits) {
    copy(from)
    copied = to
    held |= stream.gap[from] ?? 0
    for (let k = 0; k < text.length; k++, at++) {
      code[at] = text.charCodeAt(k)
      start[at] = stream.start[from] ?? 0
      end[at] = stream.end[to - 1] ?? 0
      gap[at] = held
      held = 0
    }
  }
  copy(stream.length)
  gap[length] = GAP.wall
  return { length, code, start, end, gap, upper }
}
