/** Text that remembers where in the outgoing bytes each of its characters came from, through every decoding. */

export interface Piece {
  readonly text: string
  /** Where the character came from, as half-open UTF-16 offsets in the outermost text. One entry for each UTF-16 unit of `text`. */
  readonly from: Int32Array
  readonly to: Int32Array
  /** Which escapes the character was hidden behind: bits of `ESCAPE`. */
  readonly escaped: Uint8Array
}

export const ESCAPE = { json: 1, url: 2, html: 4 } as const

/** Between two strings of the request; a value may be split over it. */
export const SEAM = '\u001e'
/** Between decoded passages that have nothing to do with each other; no value reaches over it. */
export const WALL = '\u001d'
/** A byte that is no text. */
export const NO_TEXT = '\u001f'

export function pieceOf(text: string): Piece {
  const from = new Int32Array(text.length), to = new Int32Array(text.length)
  for (let i = 0; i < text.length; i++) { from[i] = i; to[i] = i + 1 }
  return { text, from, to, escaped: new Uint8Array(text.length) }
}

/** A part of a piece; it still knows where it came from. */
export const slicePiece = (piece: Piece, start: number, end: number): Piece => ({ text: piece.text.slice(start, end), from: piece.from.subarray(start, end), to: piece.to.subarray(start, end), escaped: piece.escaped.subarray(start, end) })

export interface PieceBuilder {
  /** Appends `text`, which came from the half-open range [start, end) of `source`. */
  readonly add: (text: string, source: Piece, start: number, end: number, escape?: number) => void
  readonly copy: (source: Piece, start: number, end: number) => void
  /** Appends a separator that came from nowhere. */
  readonly part: (separator: string) => void
  readonly done: () => Piece
}

export function buildPiece(): PieceBuilder {
  const texts: string[] = []
  let length = 0, from = new Int32Array(64), to = new Int32Array(64), escaped = new Uint8Array(64)
  const room = (more: number): void => {
    if (length + more <= from.length) return
    const size = Math.max(from.length * 2, length + more)
    const [longerFrom, longerTo, longerEscaped] = [new Int32Array(size), new Int32Array(size), new Uint8Array(size)]
    longerFrom.set(from); longerTo.set(to); longerEscaped.set(escaped)
    from = longerFrom; to = longerTo; escaped = longerEscaped
  }
  return {
    add: (text, source, start, end, escape = 0) => {
      texts.push(text)
      let before = escape
      for (let i = start; i < end; i++) before |= source.escaped[i] ?? 0
      room(text.length)
      from.fill(source.from[start] ?? 0, length, length + text.length)
      to.fill(source.to[end - 1] ?? 0, length, length + text.length)
      escaped.fill(before, length, length + text.length)
      length += text.length
    },
    copy: (source, start, end) => {
      if (end <= start) return
      texts.push(source.text.slice(start, end))
      room(end - start)
      from.set(source.from.subarray(start, end), length)
      to.set(source.to.subarray(start, end), length)
      escaped.set(source.escaped.subarray(start, end), length)
      length += end - start
    },
    part: (separator) => {
      texts.push(separator)
      room(1)
      from[length] = to[length] = length === 0 ? 0 : (to[length - 1] ?? 0)
      escaped[length] = 0
      length++
    },
    done: () => ({ text: texts.join(''), from: from.subarray(0, length), to: to.subarray(0, length), escaped: escaped.subarray(0, length) }),
  }
}

export function joinPieces(pieces: readonly Piece[], separator: string): Piece {
  const [first] = pieces
  if (first !== undefined && pieces.length === 1) return first
  const builder = buildPiece()
  pieces.forEach((piece, i) => {
    if (i > 0) builder.part(separator)
    builder.copy(piece, 0, piece.text.length)
  })
  return builder.done()
}
