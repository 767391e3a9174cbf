/** Cuts a text into words and says where each stands: what private-word rules look at. */

import { allMatches } from './all-matches.ts'

export interface Word {
  readonly text: string
  readonly lower: string
  readonly start: number
  readonly end: number
  /** What stands between the word before and this one. */
  readonly gap: string
  /** none: lower case or no case; first: "Rose"; all: "ROSE" (two letters or more). */
  readonly capital: 'none' | 'first' | 'all'
  readonly number: boolean
  /** Whether a sentence, line, quotation or bracket starts here. */
  readonly opens: boolean
}

const pattern = /[\p{L}\p{N}][\p{L}\p{N}\p{M}\u00ad\u200b-\u200d\u2060\ufeff]*/gu
const opening = /[.!?\n:;"“”„«(\[{>|•*]|(?:^|\s)[-–—]\s/
/** A dot after one of these ends no sentence. */
const abbreviations = new Set('mr mrs ms dr st prof sr jr hr fr no nr tel apt vs eg ie etc ave rd blvd str ul pl'.split(' '))

export function wordsOf(text: string): Word[] {
  const words: Word[] = []
  let before: Word | undefined
  for (const match of allMatches(text, pattern)) {
    const word = match[0], start = match.index, gap = text.slice(before?.end ?? 0, start)
    const code = word.charCodeAt(0)
    const next: Word = { text: word, lower: word.toLowerCase(), start, end: start + word.length, gap, capital: capitalOf(word, code), number: code < 128 ? code >= 48 && code <= 57 : /^\p{N}/u.test(word), opens: before === undefined || opensAfter(gap, before) }
    words.push(next)
    before = next
  }
  return words
}

function capitalOf(word: string, code: number): Word['capital'] {
  const capital = code < 128 ? code >= 65 && code <= 90 : /^[\p{Lu}\p{Lt}]/u.test(word)
  return !capital ? 'none' : word.length > 1 && word === word.toUpperCase() && word !== word.toLowerCase() ? 'all' : 'first'
}

function opensAfter(gap: string, before: Word): boolean {
  if (gap === ' ' || gap === '' || gap === ', ' || gap === '’' || gap === "'") return false
  if (/^\.\s?$/.test(gap) && (abbreviations.has(before.lower) || (before.text.length === 1 && before.capital === 'first'))) return false
  return opening.test(gap)
}

/** Whether two words follow one another as parts of one name do: "Anna-Lena", "St. Mary", "O’Neill". */
export const joinsName = (gap: string): boolean => gap === ' ' || gap === '-' || gap === '’' || gap === "'" || gap === '. ' || gap === '.' || gap === '‑'
