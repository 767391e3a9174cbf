/** Cuts a text into words and says where each stands: what private-word rules look at. */

import { rolesOf, type Roles } from './words/roles.ts'

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
  readonly roles: Roles
}

/** What stands before a word, and the word: it begins with a letter or digit, and what hides in it or hangs on it belongs to it. */
const outside = /[^\p{L}\p{N}]*/uy, inside = /[\p{L}\p{N}\p{M}\u00ad\u200b-\u200d\u2060\ufeff]+/uy
/** By ASCII code, 1 for letters and digits; beyond ASCII the patterns above tell. */
const inWord = Uint8Array.from({ length: 128 }, (_, code) => (/[A-Za-z0-9]/.test(String.fromCharCode(code)) ? 1 : 0))
const opening = /[.!?\n:;"“”„«(\[{>|•*]|(?:^|\s)[-–—]\s/
/** A dot after one of these ends no sentence. */
const abbreviations = new Set('mr mrs ms dr st prof sr jr hr fr no nr tel apt vs eg ie etc ave rd blvd str ul pl'.split(' '))

export function wordsOf(text: string): Word[] {
  const words: Word[] = []
  let before: Word | undefined
  for (let end = 0; ;) {
    const start = endOf(outside, 0, text, end), gap = text.slice(end, start)
    if (start === text.length) return words
    end = endOf(inside, 1, text, start)
    const word = text.slice(start, end), lower = word.toLowerCase(), code = word.charCodeAt(0)
    const next: Word = { text: word, lower, start, end, gap, capital: capitalOf(word, code), number: code < 128 ? code >= 48 && code <= 57 : /^\p{N}/u.test(word), opens: before === undefined || opensAfter(gap, before), roles: rolesOf(lower) }
    words.push(next)
    before = next
  }
}

/** Where the run from `start` on ends: in ASCII of the class `within`, from the first other sign on as the sticky pattern says. */
function endOf(pattern: RegExp, within: number, text: string, start: number): number {
  let at = start
  for (let code = 0; at < text.length; at++) {
    code = text.charCodeAt(at)
    if (code > 127) {
      pattern.lastIndex = at
      return pattern.test(text) ? pattern.lastIndex : at
    }
    if (inWord[code] !== within) return at
  }
  return at
}

function capitalOf(word: string, code: number): Word['capital'] {
  const capital = code < 128 ? code >= 65 && code <= 90 : /^[\p{Lu}\p{Lt}]/u.test(word)
  if (!capital) return 'none'
  const second = word.charCodeAt(1)
  // The usual case, without a look at the whole word.
  if (second >= 97 && second <= 122) return 'first'
  return word.length > 1 && word === word.toUpperCase() && word !== word.toLowerCase() ? 'all' : 'first'
}

function opensAfter(gap: string, before: Word): boolean {
  if (gap === ' ' || gap === '' || gap === ', ' || gap === '’' || gap === "'") return false
  if (/^\.\s?$/.test(gap) && (abbreviations.has(before.lower) || (before.text.length === 1 && before.capital === 'first'))) return false
  return opening.test(gap)
}

/** Whether two words follow one another as parts of one name do: "Anna-Lena", "St. Mary", "O’Neill". */
export const joinsName = (gap: string): boolean => gap === ' ' || gap === '-' || gap === '’' || gap === "'" || gap === '. ' || gap === '.' || gap === '‑'
