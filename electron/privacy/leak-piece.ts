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

export interface PieceBuilder {
  /** Appends `text`, which came from the half-open range [start, end) of `source`. */
  readonly add: (text: string, source: Piece, start: number, end: number, escape?: number) => void
  /** Appends one UTF-16 unit, as `add` does. */
  readonly put: (unit: number, source: Piece, start: number, end: number, escape: number) => void
  readonly copy: (source: Piece, start: number, end: number) => void
  /** Appends a separator that came from nowhere. */
  readonly part: (separator: string) => void
  readonly done: () => Piece
}

export function buildPiece(): PieceBuilder {
  let length = 0, units = new Uint16Array(64), from = new Int32Array(64), to = new Int32Array(64), escaped = new Uint8Array(64)
  const room = (more: number): void => {
    if (length + more <= from.length) return
    const size = Math.max(from.length * 2, length + more)
    const [longerUnits, longerFrom, longerTo, longerEscaped] = [new Uint16Array(size), new Int32Array(size), new Int32Array(size), new Uint8Array(size)]
    longerUnits.set(units); longerFrom.set(from); longerTo.set(to); longerEscaped.set(escaped)
    units = longerUnits; from = longerFrom; to = longerTo; escaped = longerEscaped
  }
  const put = (unit: number, source: Piece, start: number, end: number, escape: number): void => {
    let before = escape
    for (let i = start; i < end; i++) before |= source.escaped[i] ?? 0
    if (length === from.length) room(1)
    units[length] = unit
    from[length] = source.from[start] ?? 0
    to[length] = source.to[end - 1] ?? 0
    escaped[length] = before
    length++
  }
  return {
    put,
    add: (text, source, start, end, escape = 0) => { for (let i = 0; i < text.length; i++) put(text.charCodeAt(i), source, start, end, escape) },
    copy: (source, start, end) => {
      if (end > start) room(end - start)
      for (let i = start; i < end; i++, length++) {
        units[length] = source.text.charCodeAt(i)
        from[length] = source.from[i] ?? 0
        to[length] = source.to[i] ?? 0
        escaped[length] = source.escaped[i] ?? 0
      }
    },
    part: (separator) => {
      room(1)
      units[length] = separator.charCodeAt(0)
      from[length] = to[length] = length === 0 ? 0 : (to[length - 1] ?? 0)
      escaped[length] = 0
      length++
    },
    done: () => ({ text: Buffer.from(units.buffer, 0, length * 2).toString('utf16le'), from: from.subarray(0, length), to: to.subarray(0, length), escaped: escaped.subarray(0, length) }),
  }
}

/** A stretch of a piece, without a copy of it. */
export interface Span { readonly source: Piece; readonly start: number; readonly end: number }

/** A part of a piece; it still knows where it came from. */
export const pieceAt = ({ source, start, end }: Span): Piece => ({ text: source.text.slice(start, end), from: source.from.subarray(start, end), to: source.to.subarray(start, end), escaped: source.escaped.subarray(start, end) })

export const wholeOf = (source: Piece): Span => ({ source, start: 0, end: source.text.length })

export function joinSpans(spans: readonly Span[], separator: string): Piece {
  const [first] = spans
  if (first !== undefined && spans.length === 1) return pieceAt(first)
  const builder = buildPiece()
  spans.forEach(({ source, start, end }, i) => {
    if (i > 0) builder.part(separator)
    builder.copy(source, start, end)
  })
  return builder.done()
}
