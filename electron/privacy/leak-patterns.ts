/** What is looked for: each forbidden value in the forms in which it is still the same value, in one trie over folded characters. */
import { calendarDay } from './leak-dates.ts'
import { foldText } from './leak-fold.ts'
import { HARD, streamOf } from './leak-stream.ts'

/** Something that may not stand in outgoing bytes, in any disguise. */
export interface Forbidden { readonly value: string; readonly kind: string; /** also an everyday word: counts only as it is capitalised */ readonly word: boolean }

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

export interface Matcher {
  /** Patterns that end at a state of the trie, by state. */
  readonly endsAt: (state: number) => readonly Pattern[]
  /** The state after `state` by a character; 0 when no value goes on so. 0 is also where every walk begins. */
  readonly next: (state: number, code: number) => number
  /** Whether a value may begin with these three characters; false is certain. Most of a text begins none, and is passed without a walk. */
  readonly mayBegin: (first: number, second: number, third: number) => boolean
  /** Days that may not be named, as year × 10000 + month × 100 + day. */
  readonly days: ReadonlyMap<number, Forbidden>
  /** "TB" → whose initials these are. */
  readonly initials: ReadonlyMap<string, Forbidden>
  /** Values that hold no letter or digit: found only as they are written. */
  readonly symbols: readonly Forbidden[]
}

const LONGEST_VALUE = 5000
const MOST_VALUES = 200_000

/** Builds the matcher. Throws when a value is not what it should be, is longer than 5,000 characters, or when there are more than 200,000. */
export function matcherOf(forbidden: readonly Forbidden[]): Matcher {
  if (!Array.isArray(forbidden) || forbidden.length > MOST_VALUES) throw new Error('no list of values')
  const patterns: Pattern[] = [], symbols: Forbidden[] = []
  const days = new Map<number, Forbidden>(), initials = new Map<string, Forbidden>()
  for (const { value, kind, word } of forbidden as readonly unknown[] as readonly Forbidden[]) {
    if (typeof value !== 'string' || typeof kind !== 'string' || typeof word !== 'boolean' || value.length > LONGEST_VALUE) throw new Error('no value')
    const entry = { value, kind, word }
    const found = patternsOf(entry)
    patterns.push(...found)
    if (found.length === 0 && value.trim() !== '' && foldText(value) === '') symbols.push({ ...entry, value: value.normalize('NFKC').trim() })
    for (const day of calendarDay(value)) days.set(day, entry)
    if (kind === 'person' && !word) for (const letters of initialsOf(value)) initials.set(letters, entry)
  }
  return { symbols, days, initials, ...trieOf(patterns) }
}

function patternsOf(entry: Forbidden): Pattern[] {
  const whole = pattern(entry, entry.value, 'whole')
  if (whole === undefined) return []
  if (entry.word) return [whole]
  const found = [whole]
  const add = (value: string, role: Pattern['role']): void => { const more = pattern(entry, value, role); if (more !== undefined) found.push(more) }
  const composed = entry.value.normalize('NFC')
  // Some Greek and Cyrillic capitals fold to other letters than their small ones: the value may be written in either.
  if (whole.foreign || /[^\u0000-\u024f]/.test(composed)) { add(composed.toLowerCase(), 'whole'); add(composed.toUpperCase(), 'whole') }
  const spelled = composed.replace(/[äöüåø]/gi, (c) => ({ ä: 'ae', ö: 'oe', ü: 'ue', å: 'aa', ø: 'oe' })[c.toLowerCase()] ?? c)
  if (spelled !== composed) add(spelled, 'whole')
  const contracted = composed.replace(/(?<![aeiou])(?:ae|oe|ue)/gi, (c) => c.charAt(0))
  if (contracted !== composed && contracted.length >= 5 && whole.digits === 0) add(contracted, 'whole')
  const { length } = whole.folded
  if (whole.digits === length && length >= 10) add(digitsOf(entry.value).slice(-8), 'tail')
  if (whole.digits === length && length >= 10 && /^\s*(?:\+|00)/.test(entry.value)) add(digitsOf(entry.value).slice(-7), 'tail')
  if (whole.digits === 0 && length >= 6 && /[aeiouyаяоеиу]$/i.test(composed)) add(composed.slice(0, -1), 'stem')
  return found
}

const digitsOf = (value: string): string => foldText(value)

function pattern(entry: Forbidden, value: string, role: Pattern['role']): Pattern | undefined {
  const folded = streamOf({ text: value })
  if (folded.length < 2) return undefined
  const text = String.fromCharCode(...folded.code.subarray(0, folded.length))
  const flags = (is: (i: number) => boolean): string => { let all = ''; for (let i = 0; i < folded.length; i++) all += is(i) ? '1' : '0'; return all }
  // Strings and not the arrays of the stream, which take ten times the room: a household has thousands of these.
  return {
    entry, role, folded: text,
    gaps: flags((i) => ((folded.gap[i] ?? 0) & HARD) !== 0), capitals: flags((i) => folded.upper[i] === 1),
    digits: text.replace(/[^0-9]/g, '').length,
    foreign: /[^\u0000-\u007f]/.test(text),
    joinsWords: /[\p{scx=Han}\p{scx=Hira}\p{scx=Kana}\p{scx=Hang}\p{scx=Thai}\p{scx=Laoo}\p{scx=Khmr}\p{scx=Mymr}\p{scx=Arab}\p{scx=Hebr}]/u.test(text.replace(/[0-9a-z]/g, '')),
    hasMarks: /[@.:/_]/.test(value),
  }
}

/** The initials of a name of two or more capitalised words, first and last alone too. */
function initialsOf(name: string): string[] {
  const capitals = (pattern: RegExp): string[] => (name.normalize('NFD').match(pattern) ?? [])
  // "O’Neill" is O or ON.
  return [...new Set([capitals(/(?<![\p{L}\p{M}])\p{Lu}/gu), capitals(/(?<![\p{L}\p{M}'’])\p{Lu}/gu)].flatMap((letters) => (letters.length < 2 ? [] : [letters.join(''), (letters[0] ?? '') + (letters.at(-1) ?? '')])))].filter((run) => !EVERYDAY_INITIALS.has(run))
}

/** Abbreviations that say nothing about a person even with their dots. */
const EVERYDAY_INITIALS = new Set(['AM', 'PM', 'US', 'UK', 'EU', 'UN', 'EG', 'IE', 'AD', 'BC', 'PS', 'TV', 'PC', 'AC', 'DC', 'NB', 'CV', 'DJ', 'PO', 'PE'])

function trieOf(patterns: readonly Pattern[]): Pick<Matcher, 'next' | 'endsAt' | 'mayBegin'> {
  const lists = new Map<number, Pattern[]>()
  const most = patterns.reduce((sum, p) => sum + p.folded.length, 1)
  // Open addressing: one probe for nearly every step, and no object per state.
  const size = 2 ** Math.ceil(Math.log2(most * 2 + 16)), mask = size - 1
  const states = new Int32Array(size), codes = new Uint16Array(size), targets = new Int32Array(size)
  const slot = (state: number, code: number): number => {
    let at = (Math.imul(state, 0x9e3779b1) ^ Math.imul(code, 0x85ebca6b)) >>> 3 & mask
    while (targets[at] !== 0 && (states[at] !== state || codes[at] !== code)) at = (at + 1) & mask
    return at
  }
  const begins = new Uint8Array(CLASSES ** 3)
  let last = 0
  for (const p of patterns) {
    let state = 0
    const pair = (classOf(p.folded.charCodeAt(0)) * CLASSES + classOf(p.folded.charCodeAt(1))) * CLASSES
    if (p.folded.length === 2) begins.fill(1, pair, pair + CLASSES)
    else begins[pair + classOf(p.folded.charCodeAt(2))] = 1
    for (let i = 0; i < p.folded.length; i++) {
      const code = p.folded.charCodeAt(i), at = slot(state, code)
      if (targets[at] === 0) { states[at] = state; codes[at] = code; targets[at] = ++last }
      state = targets[at] ?? 0
    }
    const here = lists.get(state)
    if (here === undefined) lists.set(state, [p])
    else here.push(p)
  }
  const ends = new Uint8Array(last + 1)
  for (const state of lists.keys()) ends[state] = 1
  // Where most walks begin and end.
  const roots = Int32Array.from({ length: 0x10000 }, (_, code) => targets[slot(0, code)] ?? 0)
  const none: readonly Pattern[] = []
  return {
    endsAt: (state) => (ends[state] === 1 ? (lists.get(state) ?? none) : none),
    next: (state, code) => (state === 0 ? roots[code] : targets[slot(state, code)]) ?? 0,
    mayBegin: (first, second, third) => begins[(classOf(first) * CLASSES + classOf(second)) * CLASSES + classOf(third)] === 1,
  }
}

/** a to z, 0 to 9, and everything else. */
const CLASSES = 37
const CLASS = Uint8Array.from({ length: 128 }, (_, code) => (code >= 97 && code <= 122 ? code - 96 : code >= 48 && code <= 57 ? code - 21 : 0))
const classOf = (code: number): number => CLASS[code] ?? 0

const ONE = '1'.charCodeAt(0)

/** Whether a gap of the value itself stands before its character `i`. */
export const hasOwnGap = (p: Pattern, i: number): boolean => p.gaps.charCodeAt(i) === ONE
