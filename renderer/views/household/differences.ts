/** Two texts compared word by word, tokens kept whole, and long stretches that are the same cut short. */
import { diffArrays } from 'diff'

export interface Piece { readonly kind: 'same' | 'taken' | 'put'; readonly text: string }

/** How much of what is the same stays beside a difference, in characters, cut at a word. */
const CONTEXT = 60

/** What was taken from `before` and put into `after`, in order: "same" and "taken" joined are `before`, "same" and "put" joined are `after`. */
export const differences = (before: string, after: string): readonly Piece[] =>
  diffArrays(partsOf(before), partsOf(after)).map(({ added, removed, value }): Piece => ({ kind: removed ? 'taken' : added ? 'put' : 'same', text: value.join('') }))

/** The same with long stretches that are the same cut to what stands beside a difference. */
export const inShort = (pieces: readonly Piece[]): readonly Piece[] =>
  pieces.map((piece, index) => (piece.kind === 'same' ? { ...piece, text: shortened(piece.text, index === 0, index === pieces.length - 1) } : piece))

/** Tokens, words, white space, and every other character by itself. */
const partsOf = (text: string): string[] => text.match(/\[[^[\]]*\]|[\p{L}\p{M}\p{N}]+|\s+|./gsu) ?? []

const shortened = (text: string, isFirst: boolean, isLast: boolean): string => {
  const [start, end] = [isFirst ? '' : head(text), isLast ? '' : tail(text)]
  return start.length + end.length + 3 >= text.length ? text : `${start}…${end}`
}

const head = (text: string): string => text.slice(0, CONTEXT).replace(/[\p{L}\p{N}]*$/u, '')
const tail = (text: string): string => text.slice(-CONTEXT).replace(/^[\p{L}\p{N}]*/u, '')
