/** The forms in which a forbidden value is still the same value, and what the last check has to know of each. */
import { foldText } from './leak-fold.ts'
import { HARD, streamOf, textOf } from './leak-stream.ts'

/** Something that may not stand in outgoing bytes, in any disguise. */
export interface Forbidden { readonly value: string; readonly kind: string; /** also an everyday word: counts only as it is capitalised */ readonly word: boolean }

/** A way to write a value, and the folded letters and digits it is found by. */
export interface Form { readonly value: string; readonly folded: string; readonly role: Pattern['role'] }

export interface Pattern {
  readonly entry: Forbidden
  /** Its letters and digits, folded. */
  readonly folded: string
  /** For each of them `1` where a gap of the value itself stands before it, else `0`. */
  readonly gaps: string
  /** For each of them `1` where a capital stands, else `0`. */
  readonly capitals: string
  /** How many of its characters are digits. */
  readonly digits: number
  /** Holds letters that no English text has, so that even a short match is no chance. */
  readonly foreign: boolean
  /** Its script writes words without spaces, or with endings and articles joined to them. */
  readonly joinsWords: boolean
  /** tail: the last digits of a phone number, whatever country and area code stand before. stem: must be followed by an ending. */
  readonly role: 'whole' | 'tail' | 'stem'
  readonly hasMarks: boolean
}

/** Every form of a value, itself first; none when it holds fewer than two letters and digits. */
export function formsOf(entry: Forbidden): readonly Form[] {
  const whole: Form = { value: entry.value, folded: foldedOf(entry.value), role: 'whole' }
  if (whole.folded.length < 2) return []
  if (entry.word) return [whole]
  const found = [whole], { length } = whole.folded, digits = digitsIn(whole.folded)
  const add = (value: string, role: Pattern['role']): void => { const folded = foldedOf(value); if (folded.length >= 2) found.push({ value, folded, role }) }
  const composed = entry.value.normalize('NFC')
  // Some Greek and Cyrillic capitals fold to other letters than their small ones: the value may be written in either.
  if (isForeign(whole.folded) || /[^\u0000-\u024f]/.test(composed)) { add(composed.toLowerCase(), 'whole'); add(composed.toUpperCase(), 'whole') }
  const spelled = composed.replace(/[äöüåø]/gi, (c) => ({ ä: 'ae', ö: 'oe', ü: 'ue', å: 'aa', ø: 'oe' })[c.toLowerCase()] ?? c)
  if (spelled !== composed) add(spelled, 'whole')
  const contracted = composed.replace(/(?<![aeiou])(?:ae|oe|ue)/gi, (c) => c.charAt(0))
  if (contracted !== composed && contracted.length >= 5 && digits === 0) add(contracted, 'whole')
  if (digits === length && length >= 10) add(foldText(entry.value).slice(-8), 'tail')
  if (digits === length && length >= 10 && /^\s*(?:\+|00)/.test(entry.value)) add(foldText(entry.value).slice(-7), 'tail')
  if (digits === 0 && length >= 6 && /[aeiouyаяоеиу]$/i.test(composed)) add(composed.slice(0, -1), 'stem')
  return found
}

/** Strings and not the arrays of the stream, which take ten times the room. */
export function patternOf(entry: Forbidden, { value, role }: Form): Pattern {
  const stream = streamOf({ text: value }), folded = textOf(stream)
  const flags = (is: (i: number) => boolean): string => { let all = ''; for (let i = 0; i < stream.length; i++) all += is(i) ? '1' : '0'; return all }
  return {
    entry, role, folded,
    gaps: flags((i) => ((stream.gap[i] ?? 0) & HARD) !== 0), capitals: flags((i) => stream.upper[i] === 1),
    digits: digitsIn(folded),
    foreign: isForeign(folded),
    joinsWords: /[\p{scx=Han}\p{scx=Hira}\p{scx=Kana}\p{scx=Hang}\p{scx=Thai}\p{scx=Laoo}\p{scx=Khmr}\p{scx=Mymr}\p{scx=Arab}\p{scx=Hebr}]/u.test(folded.replace(/[0-9a-z]/g, '')),
    hasMarks: /[@.:/_]/.test(value),
  }
}

/** What a stream of this text holds; of ASCII that is its letters and digits in lower case, which is told without one. */
export const foldedOf = (value: string): string => (/^[\u0000-\u007f]*$/.test(value) ? value.replace(/[^A-Za-z0-9]/g, '').toLowerCase() : textOf(streamOf({ text: value })))

const digitsIn = (folded: string): number => folded.replace(/[^0-9]/g, '').length
const isForeign = (folded: string): boolean => /[^\u0000-\u007f]/.test(folded)

const ONE = '1'.charCodeAt(0)

/** Whether a gap of the value itself stands before its character `i`. */
export const hasOwnGap = (p: Pattern, i: number): boolean => p.gaps.charCodeAt(i) === ONE

/** The initials of a name of two or more capitalised words, first and last alone too. */
export function initialsOf(name: string): string[] {
  const capitals = (pattern: RegExp): string[] => (name.normalize('NFD').match(pattern) ?? [])
  // "O’Neill" is O or ON.
  return [...new Set([capitals(/(?<![\p{L}\p{M}])\p{Lu}/gu), capitals(/(?<![\p{L}\p{M}'’])\p{Lu}/gu)].flatMap((letters) => (letters.length < 2 ? [] : [letters.join(''), (letters[0] ?? '') + (letters.at(-1) ?? '')])))].filter((run) => !EVERYDAY_INITIALS.has(run))
}

/** Abbreviations that say nothing about a person even with their dots. */
const EVERYDAY_INITIALS = new Set(['AM', 'PM', 'US', 'UK', 'EU', 'UN', 'EG', 'IE', 'AD', 'BC', 'PS', 'TV', 'PC', 'AC', 'DC', 'NB', 'CV', 'DJ', 'PO', 'PE'])
