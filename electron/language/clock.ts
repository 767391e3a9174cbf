/** Times of day as people write them: "7", "7:15", "7.15 pm", "half past six", "quarter to seven", "19:30", "noon". Not yet placed on a day. */
import type { Match, Matcher } from './grammar.ts'
import { phraseBook, skip } from './grammar.ts'
import type { Token } from './tokens.ts'
import { wholeNumber } from './words.ts'

export interface ClockRef {
  /** 0–24, or 1–12 while `open`; 24 is the end of the day. */
  readonly hour: number
  readonly minute: number
  /** True while it may be morning or evening: "7". */
  readonly open: boolean
  /** True for "7:15" with a colon: when nothing else decides, it is read as on a 24-hour clock. */
  readonly colon: boolean
  /** "around 8", "8ish". */
  readonly about: boolean
}

/**
 * A time of day. With `led` (a word such as "at" or "by" stands before it) a bare "7", "seven", "half six" and "7.15" count too;
 * without, only what can hardly be anything else.
 */
export const clock = (led: boolean): Matcher<ClockRef> => (tokens, at) => {
  const start = skip(aboutWords, tokens, at)
  const about = start > at
  const found = namedTime(tokens, start) ?? spokenTime(tokens, start, led || about) ?? digitTime(tokens, start, led || about)
  if (found === undefined) return undefined
  const end = skip(ishWords, tokens, found.next)
  // "Um 7 Uhr" is written by a clock of 24 hours.
  const colon = found.value.colon || tokens.slice(start, found.next).some(({ text }) => /^uhr$/i.test(text))
  return { value: { ...found.value, colon, about: about || end > found.next && tokens[end - 1]?.lower === 'ish' }, next: end }
}

/** Where the second of two hours says which half of the day the first is in ("9–11 am"), the first follows it. */
export const alike = (first: ClockRef, second: ClockRef): ClockRef => {
  if (!first.open || second.open) return first
  const morning = second.hour < 12 || (second.hour === 12 && first.hour !== 12)
  const sameHalf = inHalf(first, morning ? 'am' : 'pm')
  return minutesOf(sameHalf) < minutesOf(second) ? sameHalf : inHalf(first, morning ? 'pm' : 'am')
}

/** Minutes after midnight; of an open time, as if in the morning. */
export const minutesOf = (ref: ClockRef): number => ref.hour * 60 + ref.minute

/** An open time put into one half of the day; any other unchanged. */
export const inHalf = (ref: ClockRef, half: 'am' | 'pm'): ClockRef => (ref.open ? { ...ref, open: false, hour: (ref.hour % 12) + (half === 'pm' ? 12 : 0) } : ref)

const aboutWords = phraseBook([['at? around|about|roughly|approximately|approx|circa|ca', true]])
const ishWords = phraseBook([['ish', true], ['sharp', true], ['or so', true], ['on the dot', true], ['exactly', true]])
const halfWords = phraseBook<'am' | 'pm'>([['am', 'am'], ['pm', 'pm']])
const oClock = phraseBook([["o'clock|oclock|uhr", true]])
const hourLetter = phraseBook([['h', true]])
const hourMark = phraseBook([['h|hrs|hours', true]])

const exact = (hour: number, minute: number): ClockRef => ({ hour, minute, open: false, colon: false, about: false })

const namedTime = phraseBook<ClockRef>([
  ['12|twelve? noon|midday', exact(12, 0)],
  ['high? noon', exact(12, 0)],
  ['12|twelve? midnight', exact(24, 0)],
])

/** An hour with its minutes, and the half of the day where it is said. */
const settled = (tokens: readonly Token[], next: number, hour: number, minute: number, colon: boolean, twentyFour: boolean): Match<ClockRef> | undefined => {
  if (hour > 24 || minute > 59 || (hour === 24 && minute > 0)) return undefined
  const half = halfWords(tokens, next)
  if (half !== undefined && hour <= 12 && hour > 0) return { value: exact((hour % 12) + (half.value === 'pm' ? 12 : 0), minute), next: half.next }
  const open = !twentyFour && hour >= 1 && hour <= 12
  return { value: { hour, minute, open, colon, about: false }, next: half?.next ?? next }
}

const hourAt = (tokens: readonly Token[], at: number): Match<number> | undefined => {
  const number = wholeNumber(tokens, at)
  return number !== undefined && number.value <= 24 ? number : undefined
}

/** "half past six", "quarter to 7", "ten past six", "half six", "seven thirty", "seven". */
const spokenTime = (tokens: readonly Token[], at: number, led: boolean): Match<ClockRef> | undefined => {
  const shift = minuteShift(tokens, at, led)
  if (shift !== undefined) {
    const hour = hourAt(tokens, shift.next)
    if (hour !== undefined) return shifted(tokens, skip(oClock, tokens, hour.next), hour.value, shift.value)
  }
  if (led && tokens[at]?.lower === 'half') {
    const hour = hourAt(tokens, at + 1)
    if (hour !== undefined && hour.value <= 12 && plainEnd(tokens, hour.next)) return settled(tokens, hour.next, hour.value, 30, false, false)
  }
  if (tokens[at]?.kind !== 'word') return undefined
  const hour = hourAt(tokens, at)
  if (hour === undefined) return undefined
  const minute = wholeNumber(tokens, hour.next)
  const withMinutes = minute !== undefined && minute.value >= 10 && minute.value < 60 && tokens[hour.next]?.kind === 'word'
  const end = withMinutes ? minute.next : skip(oClock, tokens, hour.next)
  const sure = led ? plainEnd(tokens, end) : end > hour.next && !withMinutes || halfWords(tokens, end) !== undefined
  return sure ? settled(tokens, end, hour.value, withMinutes ? minute.value : 0, false, hour.value > 12) : undefined
}

/** "half past" = +30, "a quarter to" = −15, "ten past" = +10. */
const minuteShift = (tokens: readonly Token[], at: number, led: boolean): Match<number> | undefined => {
  const named = fraction(tokens, at)
  const count = named ?? wholeNumber(tokens, at)
  if (count === undefined) return undefined
  const unit = named === undefined ? skip(minuteUnit, tokens, count.next) : count.next
  const way = direction(tokens, unit)
  if (way === undefined || count.value >= 60) return undefined
  const bare = named === undefined && unit === count.next
  // "9 to 11" is a stretch, "at 5 to 7" a time; and nobody says "seven to eight" for a minute count.
  if (bare && (count.value % 5 !== 0 || (way.value < 0 && !led && tokens[at]?.kind === 'number'))) return undefined
  return { value: way.value * count.value, next: way.next }
}

const fraction = phraseBook([['half', 30], ['a? quarter', 15]])
const minuteUnit = phraseBook([['minutes|mins|min', true]])
const direction = phraseBook([['past|after', 1], ['to|before|of|til|till', -1]])

const shifted = (tokens: readonly Token[], next: number, hour: number, shift: number): Match<ClockRef> | undefined => {
  const named = settled(tokens, next, hour, 0, false, hour > 12 || hour === 0)
  if (named === undefined) return undefined
  const total = minutesOf(named.value) + shift
  if (!named.value.open) return { value: exact(Math.floor(((total + 1440) % 1440) / 60), (total + 1440) % 60), next: named.next }
  const wrapped = (total + 720) % 720
  return { value: { ...named.value, hour: Math.floor(wrapped / 60) || 12, minute: wrapped % 60 }, next: named.next }
}

/** "7:15", "7.15 pm", "7am", "19h", "07", "0730", "7 o'clock", and a bare "7" when led. */
const digitTime = (tokens: readonly Token[], at: number, led: boolean): Match<ClockRef> | undefined => {
  const token = tokens[at]
  if (token === undefined) return undefined
  if (token.kind === 'clock') {
    const [hour = 0, minute = 0] = token.lower.split(/[:.h]/).map(Number)
    const dotted = token.text.includes('.')
    // "1h30" alone is a length; "at 1h30" and "7h30" are times.
    if (/h/.test(token.lower) && !led && hour < 6) return undefined
    const certain = !dotted || (led && plainEnd(tokens, at + 1)) || halfWords(tokens, at + 1) !== undefined || oClock(tokens, at + 1) !== undefined
    const next = skip(oClock, tokens, at + 1)
    return certain ? settled(tokens, next, hour, minute, true, token.text.startsWith('0')) : undefined
  }
  if (token.kind !== 'number' || !/^\d+$/.test(token.text)) return undefined
  const value = Number(token.text)
  if (/^[0-2]\d[0-5]\d$/.test(token.text)) {
    const marked = skip(hourMark, tokens, at + 1)
    const certain = marked > at + 1 || (led && (token.text.startsWith('0') || /^(at|by)$/.test(tokens[at - 1]?.lower ?? '')))
    return certain ? settled(tokens, marked, Math.floor(value / 100), value % 100, false, true) : undefined
  }
  if (value > 24 || token.text.length > 2) return undefined
  const certain = halfWords(tokens, at + 1) !== undefined || oClock(tokens, at + 1) !== undefined || /^(ish|sharp)$/.test(tokens[at + 1]?.lower ?? '')
  const marked = led ? skip(hourLetter, tokens, at + 1) : at + 1
  if (!certain && !(led && plainEnd(tokens, marked))) return undefined
  return settled(tokens, certain ? skip(oClock, tokens, at + 1) : marked, value, 0, false, token.text.startsWith('0'))
}

/** A bare number is no time when it counts something: "by 8 people", "at 7 kWh", "before 3 friends arrive", "at 7 Elm Street". */
const plainEnd = (tokens: readonly Token[], next: number): boolean => {
  const token = tokens[next]
  if (token === undefined) return true
  if (token.kind === 'mark') return !/[%€$£°/]/.test(token.text) && !(/[.,:-]/.test(token.text) && tokens[next + 1]?.kind === 'number' && tokens[next + 1]?.start === token.end && token.text !== '-')
  if (token.kind === 'number') return false
  if (/^(st|street|road|rd|avenue|ave|lane|drive|close|way|square|court|row|terrace|gardens|crescent|hill|park)$/i.test(tokens[next + 1]?.stem ?? '') && token.capital) return false
  return !counted.has(token.lower) && !(/[^s]s$/.test(token.lower) && !plainPlurals.has(token.lower) && !token.capital)
}

const counted: ReadonlySet<string> = new Set('people persons men women children kwh kw kilowatt kilowatts watt w wh km kg g l litre liter euro euro cent cents percent per degree degrees celsius minute minutes min mins m hour hours h hr hrs day week month year cup cm mm mile old more less other of times x'.split(' '))
/** Words in -s that follow a time without being counted by it. */
const plainPlurals: ReadonlySet<string> = new Set('is was as us this his has does yes it\'s thanks always perhaps sundays mondays tuesdays wednesdays thursdays fridays saturdays christmas leaves takes needs goes drives comes arrives starts begins afterwards onwards sleeps works'.split(' '))
