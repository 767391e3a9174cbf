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

export const pieceOf = (text: string): Piece => ({ text, from: Int32Array.from({ length: text.length }, (_, i) => i), to: Int32Array.from({ length: text.length }, (_, i) => i + 1), escaped: new Uint8Array(text.length) })

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
  const texts: string[] = [], from: number[] = [], to: number[] = [], escaped: number[] = []
  return {
    add: (text, source, start, end, escape = 0) => {
      texts.push(text)
      let before = escape
      for (let i = start; i < end; i++) before |= source.escaped[i] ?? 0
      const first = source.from[start] ?? 0, last = source.to[end - 1] ?? first
      for (let i = 0; i < text.length; i++) { from.push(first); to.push(last); escaped.push(before) }
    },
    copy: (source, start, end) => {
      texts.push(source.text.slice(start, end))
      for (let i = start; i < end; i++) { from.push(source.from[i] ?? 0); to.push(source.to[i] ?? 0); escaped.push(source.escaped[i] ?? 0) }
    },
    part: (separator) => {
      texts.push(separator)
      const last = to.at(-1) ?? 0
      from.push(last); to.push(last); escaped.push(0)
    },
    done: () => ({ text: texts.join(''), from: Int32Array.from(from), to: Int32Array.from(to), escaped: Uint8Array.from(escaped) }),
  }
}

export function joinPieces(pieces: readonly Piece[], separator: string): Piece {
  const builder = buildPiece()
  pieces.forEach((piece, i) => {
    if (i > 0) builder.part(separator)
    builder.copy(piece, 0, piece.text.length)
  })
  return builder.done()
}
