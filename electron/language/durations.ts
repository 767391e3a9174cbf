/** Lengths of time as people write them: "two hours", "90 min", "1h30", "an hour and a half", "three quarters of an hour". */
import type { Match, Matcher } from './grammar.ts'
import { longest, phraseBook, skip, words } from './grammar.ts'
import type { Token } from './tokens.ts'
import { digitsOf } from './tokens.ts'
import { wholeNumber } from './words.ts'

/** In minutes; undefined where the length depends on the calendar (months, years). */
export interface Duration { readonly minutes: number | undefined }

/** A length of time. A number needs its unit: "90" alone is none. */
export const duration: Matcher<Duration> = (tokens, at) => {
  const part = longest(named, compact, counted)(tokens, at)
  if (part === undefined) return undefined
  // "2 hours 15 minutes", "an hour and ten minutes".
  const more = counted(tokens, skip(and, tokens, tokens[part.next]?.text === ',' ? part.next + 1 : part.next))
  if (more === undefined || part.value.minutes === undefined || more.value.minutes === undefined || more.value.minutes >= part.value.minutes) return part
  return { value: { minutes: part.value.minutes + more.value.minutes }, next: more.next }
}

const and = words('and')

const fixed = (minutes: number): Duration => ({ minutes })
const named = phraseBook<Duration>([
  ['half an? hour', fixed(30)],
  ['a half hour', fixed(30)],
  ['a? quarter of an hour', fixed(15)],
  ['quarter hour', fixed(15)],
  ['three quarters of an hour', fixed(45)],
  ['an|one|1 hour and a half', fixed(90)],
  ['an|one hour and a quarter', fixed(75)],
  ['a day and a half', fixed(36 * 60)],
  ['half a day', fixed(12 * 60)],
  ['a fortnight', fixed(14 * 1440)],
])

const units = phraseBook<number | null>([
  ['minute|minutes|min|mins', 1],
  ['hour|hours|hr|hrs|h', 60],
  ['day|days', 1440],
  ['night|nights', 1440],
  ['week|weeks', 10_080],
  ['month|months', null],
  ['year|years', null],
])

/** "90 minutes", "1.5 hours", "two and a half hours", "an hour", "a couple of hours". */
const counted: Matcher<Duration> = (tokens, at) => {
  const amount = amountAt(tokens, at)
  if (amount === undefined) return undefined
  const unit = units(tokens, amount.next)
  if (unit === undefined) return undefined
  const half = unit.value === 60 ? andAHalf(tokens, unit.next) : undefined
  return { value: { minutes: unit.value === null ? undefined : Math.round((amount.value + (half === undefined ? 0 : 0.5)) * unit.value) }, next: half?.next ?? unit.next }
}

const andAHalf = words('and a half')
const oneAnd = phraseBook([['a couple of?', 2], ['a|an', 1], ['a few', 3], ['half a', 0.5]])

const amountAt = (tokens: readonly Token[], at: number): Match<number> | undefined => {
  const token = tokens[at]
  const digits = token?.kind === 'number' || (token?.kind === 'clock' && token.text.includes('.')) ? digitsOf(token) : undefined
  const amount = digits === undefined ? (wholeNumber(tokens, at) ?? oneAnd(tokens, at)) : { value: digits, next: at + 1 }
  if (amount === undefined) return undefined
  const half = andAHalf(tokens, amount.next)
  return half === undefined ? amount : { value: amount.value + 0.5, next: half.next }
}

/** "1h30", "2h 15". */
const compact: Matcher<Duration> = (tokens, at) => {
  const token = tokens[at]
  const joined = token?.kind === 'clock' ? /^(\d{1,2})h(\d\d)$/.exec(token.lower) : null
  if (joined !== null) return { value: fixed(Number(joined[1]) * 60 + Number(joined[2])), next: at + 1 }
  const minutes = tokens[at + 2]
  if (token?.kind !== 'number' || tokens[at + 1]?.lower !== 'h' || minutes?.kind !== 'number' || !/^[0-5]\d$/.test(minutes.text)) return undefined
  return { value: fixed(Math.round(Number(token.text.replace(',', '.')) * 60) + Number(minutes.text)), next: skip(minuteUnit, tokens, at + 3) }
}

const minuteUnit = words('minutes|min|mins|m')
