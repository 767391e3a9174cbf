/** The ways a private value can hide in text, as streams in which a plain search then finds it. */
import type { Matcher, Pattern } from './leak-patterns.ts'
import { judge, matches, type Match } from './leak-match.ts'
import type { Piece } from './leak-piece.ts'
import { cutsOf, GAP, HARD, readerOf, reversed, rewritten, rotated, textOf, withLeetMarks, type Edit, type Stream } from './leak-stream.ts'
import { glance } from './leak-trie.ts'

export interface View { readonly stream: Stream; readonly disguise: string; readonly found: readonly Match[] }

/** Every view of a text with what was found in it. `shortest` as in `matches`. */
export function views(piece: Piece, forward: Stream, matcher: Matcher, shortest: number): View[] {
  const searched = (stream: Stream | undefined, disguise: string, way: Parameters<typeof matches>[2]): View[] => (stream === undefined ? [] : [{ stream, disguise, found: matches(stream, matcher, way, shortest) }])
  const cuts = cutsOf(forward, false)
  return [
    ...searched(forward, '', 'forward'),
    ...searched(reversed(forward), 'reversed', 'reversed'),
    ...searched(rotated(forward, piece), 'rot13', 'rot13'),
    ...searched(spoken(forward, cuts), 'digits spelled out', 'spoken'),
    ...searched(withoutAtAndDot(forward, cuts), 'at and dot spelled out', 'at-dot'),
    ...leet(piece, forward, matcher),
  ]
}

const UNITS: Readonly<Record<string, string>> = { zero: '0', oh: '0', nought: '0', nil: '0', one: '1', two: '2', three: '3', four: '4', five: '5', six: '6', seven: '7', eight: '8', nine: '9', ten: '10', eleven: '11', twelve: '12', null: '0', eins: '1', ein: '1', zwei: '2', zwo: '2', drei: '3', vier: '4', funf: '5', fuenf: '5', sechs: '6', sieben: '7', acht: '8', neun: '9', zehn: '10', elf: '11', zwolf: '12', zwoelf: '12' }
const TENS: Readonly<Record<string, string>> = { twenty: '2', thirty: '3', forty: '4', fourty: '4', fifty: '5', sixty: '6', seventy: '7', eighty: '8', ninety: '9', zwanzig: '2', dreissig: '3', vierzig: '4', funfzig: '5', fuenfzig: '5', sechzig: '6', siebzig: '7', achtzig: '8', neunzig: '9' }
const SPOKEN = new Map<string, string>([
  ...Object.entries(UNITS), ...Object.entries(TENS).map(([word, ten]): [string, string] => [word, `${ten}0`]),
  ...['thirteen', 'fourteen', 'fifteen', 'sixteen', 'seventeen', 'eighteen', 'nineteen'].map((word, i): [string, string] => [word, String(13 + i)]),
  ...['dreizehn', 'vierzehn', 'funfzehn', 'sechzehn', 'siebzehn', 'achtzehn', 'neunzehn'].map((word, i): [string, string] => [word, String(13 + i)]),
  ...Object.entries(TENS).flatMap(([ten, digit]) => Object.entries(UNITS).filter(([, unit]) => unit.length === 1 && unit !== '0').map(([word, unit]): [string, string] => [`${word}und${ten}`, digit + unit])),
])
const TWICE: Readonly<Record<string, number>> = { double: 2, doppel: 2, doppelt: 2, triple: 3, treble: 3 }

const readSpoken = readerOf([...SPOKEN.keys(), ...Object.keys(TWICE)])
/** Words between spoken digits that are no digits themselves. */
const readJoining = readerOf(['und', 'and', 'dash', 'strich', 'minus', 'space', 'then', 'dann'])

/** Digits and numbers up to 99 in words, English and German, as digits; undefined when there are fewer than two. */
function spoken(stream: Stream, cuts: Int32Array): Stream | undefined {
  const told = spokenIn(stream, cuts)
  if (told.filter(({ text }) => SPOKEN.has(text)).length < 2) return undefined
  const edits: Edit[] = []
  told.forEach(({ index, text }, i) => {
    const from = cuts[index] ?? 0, to = cuts[index + 1] ?? 0
    const before = told[i - 1]?.index === index - 1 ? told[i - 1]?.text ?? '' : '', after = told[i + 1]?.index === index + 1 ? told[i + 1]?.text ?? '' : ''
    const value = SPOKEN.get(text), next = SPOKEN.get(after)
    if (value === undefined) {
      const follows = index + 2 < cuts.length ? next?.length ?? (cuts[index + 2] ?? 0) - to : 0
      if (follows === 1) edits.push({ from, to, text: '' })
      return
    }
    const times = TWICE[before], ten = TENS[before], isDigit = /^[1-9]$/.test(value)
    const said = times !== undefined && value.length === 1 ? value.repeat(times) : ten !== undefined && isDigit ? ten + value : TENS[text] !== undefined && /^[1-9]$/.test(next ?? '') ? '' : value
    edits.push({ from, to, text: said })
    // Between spoken digits; whatever follows, for a value may end here.
    const end = cuts[index + 2] ?? to
    if (readJoining(stream, to, end) !== undefined) edits.push({ from: to, to: end, text: '' })
  })
  return rewritten(stream, edits)
}

/** The words that are digits, numbers or say "twice", by their index. */
function spokenIn(stream: Stream, cuts: Int32Array): { readonly index: number; readonly text: string }[] {
  const told: { index: number; text: string }[] = []
  for (let index = 0; index + 1 < cuts.length; index++) {
    const text = readSpoken(stream, cuts[index] ?? 0, cuts[index + 1] ?? 0)
    if (text !== undefined) told.push({ index, text })
  }
  return told
}

const readAtOrDot = readerOf(['at', 'dot', 'punkt', 'point', 'klammeraffe', 'dash', 'minus', 'bindestrich', 'strich', 'underscore', 'unterstrich', 'period', 'slash', 'colon', 'hyphen'])

/** The text without the words for @ and dot; undefined when it has none. */
function withoutAtAndDot(stream: Stream, cuts: Int32Array): Stream | undefined {
  const edits: Edit[] = []
  for (let index = 0; index + 1 < cuts.length; index++) {
    const from = cuts[index] ?? 0, to = cuts[index + 1] ?? 0
    if (readAtOrDot(stream, from, to) !== undefined) edits.push({ from, to, text: '' })
  }
  return edits.length === 0 ? undefined : rewritten(stream, edits)
}

const LEET: Readonly<Record<string, string>> = { 0: 'o', 1: 'il', 2: 'z', 3: 'e', 4: 'a', 5: 's', 6: 'gb', 7: 't', 8: 'b', 9: 'g', '@': 'a', $: 's', '!': 'i', '|': 'li', '+': 't' }
const leetOf = new Map([...Object.entries(LEET)].map(([sign, letters]) => [sign.charCodeAt(0), Array.from(letters, (c) => c.charCodeAt(0))]))
const none: readonly number[] = [], smallL: readonly number[] = [108]
leetOf.set('€'.charCodeAt(0), ['e'.charCodeAt(0)])
/** Times, orders and amounts: digits here are digits. */
const amount = /^\d+(?:am|pm|st|nd|rd|th|kw|kwh|kg|km|cm|mm|min|mins|hrs?)$/

/** Walks from every word that mixes letters with signs that pass for letters, reading each sign as itself or as any letter it can stand for. */
function leet(piece: Piece, forward: Stream, matcher: Matcher): View[] {
  if (!/[0-9@$!|€+]/.test(piece.text) && !/\p{Nd}|[a-z]I/u.test(piece.text)) return []
  const stream = withLeetMarks(forward, piece)
  const found: Match[] = []
  for (let from = 0; from < stream.length; from++) {
    if (((stream.gap[from] ?? 0) & HARD) === 0) continue
    if (from + 2 < stream.length && isPlain(from) && isPlain(from + 1) && isPlain(from + 2) && !matcher.mayBegin(glance(glance(glance(0, stream.code[from] ?? 0), stream.code[from + 1] ?? 0), stream.code[from + 2] ?? 0))) continue
    // Most words hold no sign, and most begin no value: these are passed without looking at every way to read them.
    let at = from, state = 0, letters = 0, goesOn = true
    while (goesOn && at < stream.length && othersFor(at, from) === none) {
      const code = stream.code[at] ?? 0
      state = at > from && ((stream.gap[at] ?? 0) & GAP.wall) !== 0 ? 0 : matcher.next(state, code)
      goesOn = state !== 0
      if (code >= 97) letters++
      at++
    }
    if (goesOn && at < stream.length) walk(from, at, state, 0, letters)
  }
  return [{ stream, disguise: 'leet', found }]

  function walk(from: number, at: number, state: number, signs: number, letters: number): void {
    if (at > from && signs > 0 && letters > 0) for (const pattern of matcher.endsAt(state)) take(pattern, from, at)
    if (at >= stream.length || (at > from && ((stream.gap[at] ?? 0) & GAP.wall) !== 0)) return
    const code = stream.code[at] ?? 0
    const plain = matcher.next(state, code)
    if (plain !== 0) walk(from, at + 1, plain, signs, letters + (code >= 97 ? 1 : 0))
    for (const letter of othersFor(at, from)) {
      const next = matcher.next(state, letter)
      if (next !== 0) walk(from, at + 1, next, signs + 1, letters)
    }
  }

  /** A letter that stands for itself whatever stands around it. */
  function isPlain(at: number): boolean {
    const code = stream.code[at] ?? 0
    return code >= 97 && code <= 122 && code !== 105
  }

  /** What a sign can stand for; a capital I inside a word is also a small l. */
  function othersFor(at: number, from: number): readonly number[] {
    const code = stream.code[at] ?? 0
    return (code < 97 || code > 122 ? leetOf.get(code) : code === 105 && stream.upper[at] === 1 && at > from && stream.upper[at - 1] === 0 ? smallL : undefined) ?? none
  }

  function take(pattern: Pattern, from: number, to: number): void {
    if (pattern.digits === pattern.folded.length || pattern.role !== 'whole') return
    if (amount.test(textOf(stream, from, to))) return
    const verdict = judge(pattern, stream, from, to, 'leet')
    if (verdict !== undefined) found.push({ pattern, from, to, apart: verdict === 'apart' })
  }
}
