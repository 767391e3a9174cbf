/** Searches one text in every view and every decoding, and says of each find where it came from and how it was hidden. */
import { fromBase64, fromHex, unescaped } from './leak-decode.ts'
import { daysIn } from './leak-dates.ts'
import { matches, type Match } from './leak-match.ts'
import type { Forbidden, Matcher } from './leak-patterns.ts'
import { ESCAPE, type Piece } from './leak-piece.ts'
import { streamOf, type Stream } from './leak-stream.ts'
import { views } from './leak-views.ts'

/** How deep encodings within encodings are looked into. */
const DEPTH = 2
const DISGUISE_LENGTH = 60

export interface Find { readonly entry: Forbidden; readonly start: number; readonly end: number; readonly disguise: string }

/** Every forbidden value in a piece, in any disguise, with its place in the text that the piece came from. */
export const search = (piece: Piece, matcher: Matcher): Find[] => (piece.text === '' ? [] : inside(piece, matcher, [], 2, DEPTH))

function inside(piece: Piece, matcher: Matcher, encodings: readonly string[], shortest: number, depth: number): Find[] {
  const open = unescaped(piece)
  const found = looking(open, matcher, encodings, shortest)
  // Undoing an escape that was none can hide what stands there plainly ("50%abe").
  if (open !== piece) found.push(...looking(piece, matcher, encodings, shortest))
  if (depth === 0) return found
  const hex = fromHex(open)
  if (hex !== undefined) found.push(...inside(hex, matcher, [...encodings, 'hexadecimal'], shortest, depth - 1))
  for (const decoded of fromBase64(open, 4)) found.push(...inside(decoded, matcher, [...encodings, 'base64'], shortest, depth - 1))
  return found
}

function looking(piece: Piece, matcher: Matcher, encodings: readonly string[], shortest: number): Find[] {
  const forward = streamOf(piece)
  const found = views(piece, forward, matcher, shortest).flatMap((view) => view.found.map((match) => place(piece, view.stream, match.from, match.to, match.pattern.entry, [...encodings, ...escapesOf(piece, view.stream, match), ...(view.disguise === '' ? [] : [view.disguise]), ...lettering(piece, view.stream, match)])))
  if (matcher.days.size > 0) for (const { day, from, to } of daysIn(forward)) {
    const entry = matcher.days.get(day)
    if (entry !== undefined) found.push(place(piece, forward, from, to, entry, [...encodings, 'date in another format']))
  }
  if (matcher.initials.size > 0) found.push(...initials(piece, matcher, encodings))
  if (matcher.symbols.length > 0) found.push(...symbols(piece, matcher, encodings))
  return found
}

/** Numbers of the problem: only long values, so that a price is no telephone number by chance. */
export function searchNumbers(piece: Piece, matcher: Matcher): Find[] {
  const stream = streamOf(piece)
  const found = matches(stream, matcher, 'numbers').map((match) => place(piece, stream, match.from, match.to, match.pattern.entry, ['as numbers']))
  if (matcher.days.size === 0) return found
  return [...found, ...daysIn(stream).flatMap(({ day, from, to }) => {
    const entry = matcher.days.get(day)
    return entry === undefined || to - from < 8 ? [] : [place(piece, stream, from, to, entry, ['as a number'])]
  })]
}

function place(piece: Piece, stream: Stream, from: number, to: number, entry: Forbidden, disguises: readonly string[]): Find {
  const [start, end] = placeOf(piece, stream, from, to)
  return { entry, start, end, disguise: ([...new Set(disguises)].join(', ') || 'plain').slice(0, DISGUISE_LENGTH) }
}

function placeOf(piece: Piece, stream: Stream, from: number, to: number): [number, number] {
  let start = Infinity, end = 0
  for (let i = from; i < to; i++) {
    start = Math.min(start, piece.from[stream.start[i] ?? 0] ?? 0)
    end = Math.max(end, piece.to[(stream.end[i] ?? 1) - 1] ?? 0)
  }
  return [start, end]
}

function escapesOf(piece: Piece, stream: Stream, { from, to }: Match): string[] {
  let bits = 0
  for (let i = from; i < to; i++) for (let k = stream.start[i] ?? 0; k < (stream.end[i] ?? 0); k++) bits |= piece.escaped[k] ?? 0
  return [...((bits & ESCAPE.json) !== 0 ? ['JSON escape'] : []), ...((bits & ESCAPE.url) !== 0 ? ['URL escape'] : []), ...((bits & ESCAPE.html) !== 0 ? ['HTML entity'] : [])]
}

/** What was done to the letters themselves. */
function lettering(piece: Piece, stream: Stream, match: Match): string[] {
  const starts = [stream.start[match.from] ?? 0, stream.start[match.to - 1] ?? 0], ends = [stream.end[match.from] ?? 0, stream.end[match.to - 1] ?? 0]
  const written = piece.text.slice(Math.min(...starts), Math.max(...ends))
  const names: string[] = []
  if (/[\p{Cf}\p{Default_Ignorable_Code_Point}]/u.test(written)) names.push('invisible characters')
  if (match.apart) names.push('other separators')
  if (match.pattern.role === 'tail') names.push('without area code')
  const foreign = (text: string): boolean => /[^\u0000-\u007f]/.test(text.normalize('NFKD').replace(/\p{M}|[’‘–—]/gu, ''))
  if (foreign(written) && !foreign(match.pattern.entry.value)) names.push('look-alike letters')
  else if (written.normalize('NFC') !== written.normalize('NFKC')) names.push('other forms of letters')
  else if (/\p{M}/u.test(written.normalize('NFKD')) !== /\p{M}/u.test(match.pattern.entry.value.normalize('NFKD'))) names.push('other accents')
  return names
}

/** Two or more initials with dots, or three and more without. */
function initials(piece: Piece, matcher: Matcher, encodings: readonly string[]): Find[] {
  const text = piece.text
  return [...text.matchAll(/(?=\p{Lu})(?:(?<![\p{L}\p{N}.])(?:\p{Lu}\p{M}*(?:\.[ -]?|-)){1,5}\p{Lu}\p{M}*\.?(?![\p{L}\p{N}])|(?<![\p{L}\p{N}])\p{Lu}{3,6}(?![\p{L}\p{N}]))/gu)].flatMap((m): Find[] => {
    const entry = matcher.initials.get((m[0].normalize('NFD').match(/\p{Lu}/gu) ?? []).join(''))
    return entry === undefined ? [] : [{ entry, start: piece.from[m.index] ?? 0, end: piece.to[m.index + m[0].length - 1] ?? 0, disguise: [...encodings, 'initials'].join(', ').slice(0, DISGUISE_LENGTH) }]
  })
}

/** Values without a letter or digit, as they are written. */
function symbols(piece: Piece, matcher: Matcher, encodings: readonly string[]): Find[] {
  return matcher.symbols.flatMap((entry): Find[] => {
    const at = piece.text.indexOf(entry.value)
    return at === -1 ? [] : [{ entry, start: piece.from[at] ?? 0, end: piece.to[at + entry.value.length - 1] ?? 0, disguise: encodings.join(', ') || 'plain' }]
  })
}
