/** Lays what was written beside what would leave, piece by piece. The outgoing text is always that of the body; this only finds the marks in it. */
import type { Replacement } from '../../../shared/departure.ts'

export interface Piece {
  readonly text: string
  /** Which replacement this piece belongs to; null = the same words on both sides. */
  readonly replacement: number | null
  /** Where it stands in what was written; null when that cannot be told. */
  readonly from: { readonly start: number; readonly end: number } | null
}

/** What was written, cut at the replaced spans. Joined, the pieces are the text. */
export const writtenPieces = (wrote: string, replacements: readonly Replacement[]): readonly Piece[] => {
  const pieces: Piece[] = []
  let at = 0
  for (const { replacement, index } of inOrder(replacements)) {
    const { start, end } = replacement.span
    if (start < at || end > wrote.length || start >= end) continue
    if (start > at) pieces.push({ text: wrote.slice(at, start), replacement: null, from: { start: at, end: start } })
    pieces.push({ text: wrote.slice(start, end), replacement: index, from: { start, end } })
    at = end
  }
  if (at < wrote.length) pieces.push({ text: wrote.slice(at), replacement: null, from: { start: at, end: wrote.length } })
  return pieces
}

/** What would leave, cut at the tokens. When the text is not what was written with its spans replaced, tokens are only looked for in order, and `isMatched` says so. */
export const outgoingPieces = (outgoing: string, wrote: string, replacements: readonly Replacement[]): { readonly pieces: readonly Piece[]; readonly isMatched: boolean } => {
  const expected = writtenPieces(wrote, replacements).map((piece) => ({ ...piece, text: piece.replacement === null ? piece.text : replacements[piece.replacement]?.token ?? '' }))
  if (expected.map((piece) => piece.text).join('') === outgoing) return { pieces: expected, isMatched: true }
  const pieces: Piece[] = []
  let at = 0
  for (const { replacement, index } of inOrder(replacements)) {
    const found = outgoing.indexOf(replacement.token, at)
    if (found === -1 || replacement.token === '') continue
    if (found > at) pieces.push({ text: outgoing.slice(at, found), replacement: null, from: null })
    pieces.push({ text: replacement.token, replacement: index, from: replacement.span })
    at = found + replacement.token.length
  }
  if (at < outgoing.length) pieces.push({ text: outgoing.slice(at), replacement: null, from: null })
  return { pieces, isMatched: false }
}

/**
 * The phrase of what was written that a selection in either passage means: grown to whole words, without the white space at its ends.
 * `start` and `end` are offsets into the joined pieces. null when it is empty, cannot be placed, or lies in what stays here already.
 */
export const phraseAt = (pieces: readonly Piece[], start: number, end: number, wrote: string): string | null => {
  let offset = 0
  let first: number | null = null
  let last: number | null = null
  let hasLeaving = false
  for (const piece of pieces) {
    const pieceEnd = offset + piece.text.length
    if (pieceEnd > start && offset < end) {
      if (piece.from === null) return freePhrase(pieces, start, end, wrote)
      const isKept = piece.replacement !== null
      first ??= piece.from.start + (isKept ? 0 : Math.max(0, start - offset))
      last = isKept ? piece.from.end : piece.from.start + Math.min(piece.text.length, end - offset)
      hasLeaving ||= !isKept && piece.text.slice(Math.max(0, start - offset), end - offset).trim() !== ''
    }
    offset = pieceEnd
  }
  return first === null || last === null || !hasLeaving ? null : wholeWords(wrote, first, last)
}

const freePhrase = (pieces: readonly Piece[], start: number, end: number, wrote: string): string | null => {
  const phrase = wholeWords(pieces.map((piece) => piece.text).join(''), start, end)
  return phrase !== null && wrote.includes(phrase) ? phrase : null
}

const wordCharacter = /[\p{L}\p{N}]/u

const wholeWords = (text: string, start: number, end: number): string | null => {
  let from = start
  let to = end
  while (from < to && /\s/.test(text.charAt(from))) from += 1
  while (to > from && /\s/.test(text.charAt(to - 1))) to -= 1
  if (from === to) return null
  while (from > 0 && wordCharacter.test(text.charAt(from)) && wordCharacter.test(text.charAt(from - 1))) from -= 1
  while (to < text.length && wordCharacter.test(text.charAt(to - 1)) && wordCharacter.test(text.charAt(to))) to += 1
  return text.slice(from, to)
}

const inOrder = (replacements: readonly Replacement[]): readonly { readonly replacement: Replacement; readonly index: number }[] =>
  replacements.map((replacement, index) => ({ replacement, index })).sort((a, b) => a.replacement.span.start - b.replacement.span.start)
