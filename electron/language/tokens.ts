/** Text cut into tokens that know where they stand: words, numbers, times and dates in digits, and marks. */

type TokenKind = 'word' | 'number' | 'ordinal' | 'clock' | 'date' | 'mark'

export interface Token {
  readonly kind: TokenKind
  readonly text: string
  /** Lower case, with straight apostrophes and a final possessive kept: "emma's". */
  readonly lower: string
  /** `lower` without a possessive: "emma". */
  readonly stem: string
  /** Half-open range of UTF-16 offsets in the text. */
  readonly start: number
  readonly end: number
  readonly capital: boolean
}

const shapes: readonly (readonly [TokenKind, RegExp])[] = [
  ['date', /\d{4}-\d{2}-\d{2}(?!\d)/y],
  ['date', /\d{1,2}([./-])\d{1,2}\1(?:\d{4}|\d{2})(?!\d)/y],
  ['date', /\d{1,2}\/\d{1,2}(?![\d/])/y],
  ['clock', /(?:[01]?\d|2[0-4])(?::[0-5]\d(?::[0-5]\d)?|\.[0-5]\d|[hH][0-5]\d)(?![.,:]?\d)/y],
  ['ordinal', /\d{1,2}(?:st|nd|rd|th)(?!\p{L})/yiu],
  ['number', /\d+(?:[.,]\d+)?/y],
  // "p.m." keeps its last full stop only when the sentence goes on after it.
  ['word', /[ap]\.\s?m(?=\.?\s+(?!(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun|Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec))\p{Lu})(?!\p{L})/yu],
  ['word', /[ap]\.\s?m\.?(?![\p{L}.])/yiu],
  ['word', /(?:St|Dr|Mr|Mrs|Ms|Prof)\./y],
  // The T of 2026-12-03T07:15.
  ['mark', /(?<=\d)T(?=\d\d:\d\d)/y],
  ['word', /[\p{L}\p{M}][\p{L}\p{M}\p{N}]*(?:['’][\p{L}\p{M}]+)*['’]?/yu],
  ['mark', /[^]/yu],
]

/** Every token of the text in order; a line break is the mark "\n", other white space is left out, and so is a hyphen inside a word ("two-hour" is two words). */
export const tokenize = (text: string): Token[] => {
  const tokens: Token[] = []
  let at = 0
  while (at < text.length) {
    const space = /\s+/y
    space.lastIndex = at
    const gap = space.exec(text)
    if (gap !== null) {
      if (gap[0].includes('\n')) tokens.push(makeToken('mark', '\n', at + gap[0].indexOf('\n')))
      at = space.lastIndex
      continue
    }
    const token = tokenAt(text, at)
    if (!isInnerHyphen(text, at)) tokens.push(token)
    at = token.end
  }
  return tokens
}

/** The number a token writes in digits ("7", "1.5", "1,5", "1.50", "3rd"); undefined for anything else. */
export const digitsOf = (token: Token | undefined): number | undefined => {
  if (token === undefined || !/^\d+(?:[.,]\d+)?(?:st|nd|rd|th)?$/.test(token.lower)) return undefined
  return Number.parseFloat(token.lower.replace(',', '.'))
}

const tokenAt = (text: string, at: number): Token => {
  for (const [kind, shape] of shapes) {
    shape.lastIndex = at
    const found = shape.exec(text)
    if (found !== null) return makeToken(kind, kind === 'word' ? withoutClosingQuote(text, found[0], at) : found[0], at)
  }
  return makeToken('mark', text.charAt(at), at)
}

const makeToken = (kind: TokenKind, text: string, start: number): Token => {
  const straight = text.normalize('NFC').toLowerCase().replaceAll('’', "'")
  const lower = /^[ap]\.\s?m\.?$/.test(straight) ? straight.replace(/[.\s]/g, '') : straight
  const stem = kind === 'word' ? lower.replace(/(?<=.)'s$|'$|\.$/, '') : lower
  return { kind, text, lower, stem, start, end: start + text.length, capital: kind === 'word' && /^\p{Lu}/u.test(text) }
}

/** "the kids' room" keeps its apostrophe; in 'run it' the last one only closes a quotation. */
const withoutClosingQuote = (text: string, found: string, at: number): string => {
  if (!/['’]$/.test(found)) return found
  return /s['’]$/i.test(found) && !/['‘]/.test(text.charAt(at - 1)) ? found : found.slice(0, -1)
}

const isInnerHyphen = (text: string, at: number): boolean => /[-‐‑]/.test(text.charAt(at)) && /[\p{L}\p{N}]/u.test(text.charAt(at - 1)) && /\p{L}/u.test(text.charAt(at + 1))
