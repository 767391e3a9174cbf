/** Days, dates, weekends, weeks and months as people write them. Not yet placed on a calendar. */
import type { Match, Matcher } from './grammar.ts'
import { longest, phraseBook, skip, words } from './grammar.ts'
import type { Holiday } from './public-days.ts'
import { fixedDays, movableDays } from './public-days.ts'
import type { Token } from './tokens.ts'
import { digitsOf } from './tokens.ts'
import { monthOf, shortWeekdayOf, weekdayOf, wholeNumber, wordlikeMonths } from './words.ts'

type Which = 'coming' | 'this' | 'next' | 'last'

export type DayRef =
  | { readonly kind: 'offset'; readonly days: number }
  | { readonly kind: 'weekday'; /** ISO, Monday = 1 */ readonly weekday: number; readonly which: Which; /** whole weeks on top */ readonly weeks: number }
  | { readonly kind: 'date'; readonly year: number | undefined; readonly month: number; readonly day: number }
  /** "12/03/2026": which of the two is the day depends on the country. */
  | { readonly kind: 'numeric'; readonly first: number; readonly second: number; readonly year: number | undefined }
  | { readonly kind: 'day-of-month'; readonly day: number }
  | { readonly kind: 'holiday'; readonly holiday: Holiday }
  | { readonly kind: 'weekend'; readonly which: Which }
  | { readonly kind: 'week'; readonly weeks: number }
  | { readonly kind: 'month'; readonly month: number; readonly year: number | undefined }
  | { readonly kind: 'month-offset'; readonly months: number }
  | { readonly kind: 'year'; readonly year: number }
  | { readonly kind: 'year-offset'; readonly years: number }

/** A day, or a stretch of days. A number alone is never one, and a word such as "may" or "sun" only where the words around it make it one. */
export const day: Matcher<DayRef> = (tokens, at) => {
  const found = longest(relativeDay, countedDays, writtenDate, numericDate, weekday, month, year)(tokens, at)
  if (found?.value.kind !== 'weekday' || found.value.which !== 'coming') return found
  // "Thursday, 3 December", "Thursday the 3rd": the date decides.
  const behind = tokens[found.next]?.text === ',' ? found.next + 1 : found.next
  const date = longest(writtenDate, numericDate)(tokens, skip(the, tokens, behind)) ?? ordinalDay(tokens, behind)
  return date ?? found
}

const the = words('the')
const dayUnit = phraseBook([['day|days', 1], ["week|weeks|week's", 7]])
const fromNow = words('from now|today')
const agoWord = words('ago')
const fromOrOn = words('from|on')
const afterNextWords = words('after next')
const weekWord = words('week')
const ofThisMonth = words('of this month')
const of = words('of')

const offset = (days: number): DayRef => ({ kind: 'offset', days })
const date = (month: number, dayOfMonth: number): DayRef => ({ kind: 'date', year: undefined, month, day: dayOfMonth })

const relativeDay = phraseBook<DayRef>([
  ["today|today's", offset(0)],
  ["tomorrow|tmrw|tomorrow's|tomorow|tommorow|tommorrow", offset(1)],
  ['the? day after tomorrow', offset(2)],
  ["yesterday|yesterday's", offset(-1)],
  ['the? day before yesterday', offset(-2)],
  ['a week today', offset(7)],
  ['a week from today', offset(7)],
  ['a week tomorrow', offset(8)],
  ['a week from tomorrow', offset(8)],
  ['the|this|coming weekend', { kind: 'weekend', which: 'this' }],
  ["weekend|weekend's", { kind: 'weekend', which: 'this' }],
  ['the? next weekend', { kind: 'weekend', which: 'next' }],
  ['last weekend', { kind: 'weekend', which: 'last' }],
  ['this week', { kind: 'week', weeks: 0 }],
  ["the? next|following week|week's", { kind: 'week', weeks: 1 }],
  ["last week|week's", { kind: 'week', weeks: -1 }],
  ['the week after next', { kind: 'week', weeks: 2 }],
  ['this month', { kind: 'month-offset', months: 0 }],
  ['next month', { kind: 'month-offset', months: 1 }],
  ['last month', { kind: 'month-offset', months: -1 }],
  ['this year', { kind: 'year-offset', years: 0 }],
  ['next year', { kind: 'year-offset', years: 1 }],
  ['last year', { kind: 'year-offset', years: -1 }],
  ...fixedDays.map(([pattern, monthOfYear, dayOfMonth]) => [pattern, date(monthOfYear, dayOfMonth)] as const),
  ...movableDays.map(([pattern, holiday]) => [pattern, { kind: 'holiday', holiday }] as const),
])

/** "in three days", "two weeks from now", "a week from Wednesday", "Wednesday week". */
const countedDays: Matcher<DayRef> = (tokens, at) => {
  const led = tokens[at]?.lower === 'in'
  const start = led ? at + 1 : at
  const one = tokens[start]?.lower === 'a' || tokens[start]?.lower === 'an' ? { value: 1, next: start + 1 } : wholeNumber(tokens, start)
  if (one === undefined) return undefined
  const unit = dayUnit(tokens, one.next)
  if (unit === undefined) return undefined
  const days = one.value * unit.value
  if (led) return { value: offset(days), next: unit.next }
  const now = fromNow(tokens, unit.next)
  if (now !== undefined) return { value: offset(days), next: now.next }
  const ago = agoWord(tokens, unit.next)
  if (ago !== undefined) return { value: offset(-days), next: ago.next }
  const from = fromOrOn(tokens, unit.next)
  const named = from === undefined || unit.value !== 7 ? undefined : weekdayOf(tokens[from.next])
  return from === undefined || named === undefined ? undefined : { value: { kind: 'weekday', weekday: named, which: 'coming', weeks: one.value }, next: from.next + 1 }
}

const whichBook = phraseBook<Which>([['this|the coming', 'coming'], ['this', 'this'], ['the? next', 'next'], ['the? coming', 'coming'], ['last', 'last']])

const weekday: Matcher<DayRef> = (tokens, at) => {
  const which = whichBook(tokens, at)
  const start = which?.next ?? at
  const named = weekdayOf(tokens[start]) ?? (shortWeekdayFits(tokens, start, which !== undefined) ? shortWeekdayOf(tokens[start]) : undefined)
  if (named === undefined) return undefined
  const afterNext = which === undefined ? afterNextWords(tokens, start + 1) : undefined
  if (afterNext !== undefined) return { value: { kind: 'weekday', weekday: named, which: 'next', weeks: 1 }, next: afterNext.next }
  const week = which === undefined ? weekWord(tokens, start + 1) : undefined
  return { value: { kind: 'weekday', weekday: named, which: which?.value ?? 'coming', weeks: week === undefined ? 0 : 1 }, next: week?.next ?? start + 1 }
}

/** "on Sun", "Sun 9 am", "next wed"; not "the sun", "we sat". */
const shortWeekdayFits = (tokens: readonly Token[], at: number, led: boolean): boolean => {
  if (shortWeekdayOf(tokens[at]) === undefined || tokens[at - 1]?.lower === 'the') return false
  if (led || /^(on|by|until|till|before|after|from|since|every|each|and|to)$/.test(tokens[at - 1]?.lower ?? '')) return true
  const next = tokens[at + 1]
  return tokens[at]?.capital === true && (next === undefined || next.kind !== 'word' || /^(at|by|before|from|until|morning|afternoon|evening|night|and|to)$/.test(next.lower))
}

const yearAt = (tokens: readonly Token[], at: number): Match<number> | undefined => {
  const token = tokens[at]
  return token?.kind === 'number' && /^(19|20)\d\d$/.test(token.text) ? { value: Number(token.text), next: at + 1 } : undefined
}

const dayNumber = (tokens: readonly Token[], at: number): number | undefined => {
  const token = tokens[at]
  const value = token?.kind === 'ordinal' || (token?.kind === 'number' && /^\d{1,2}$/.test(token.text)) ? digitsOf(token) : ordinalWords.get(token?.lower ?? '')
  return value !== undefined && value >= 1 && value <= 31 ? value : undefined
}

const ordinalWords = new Map(Object.entries({ first: 1, second: 2, third: 3, fourth: 4, fifth: 5, sixth: 6, seventh: 7, eighth: 8, ninth: 9, tenth: 10, eleventh: 11, twelfth: 12, thirteenth: 13, fourteenth: 14, fifteenth: 15, twentieth: 20, thirtieth: 30 }))

/** "3 December", "3rd of December 2026", "December 3rd, 2026", "Dec 3", "the 3rd". */
const writtenDate: Matcher<DayRef> = (tokens, at) => {
  const start = skip(the, tokens, at)
  const first = dayNumber(tokens, start)
  if (first !== undefined) {
    const monthPlace = tokens[start + 1]?.text === '.' ? start + 2 : skip(of, tokens, start + 1)
    const named = monthOf(tokens[monthPlace])
    if (named !== undefined && !isAuxiliary(tokens, monthPlace)) return withYear(tokens, monthPlace + 1, named, first)
    // "the 3rd" alone is a date; "the 3rd floor" and "the second time" are not.
    if (start === at || tokens[start]?.kind !== 'ordinal' || (tokens[start + 1]?.kind === 'word' && !/^(at|by|in|and|or|before|after|from|to|until|of|is|we|i|as|for|with|the)$/.test(tokens[start + 1]?.lower ?? ''))) return undefined
    const thisMonth = ofThisMonth(tokens, start + 1)
    return { value: { kind: 'day-of-month', day: first }, next: thisMonth?.next ?? start + 1 }
  }
  const named = monthOf(tokens[at])
  const second = named === undefined ? undefined : dayNumber(tokens, skip(the, tokens, at + 1))
  return named === undefined || second === undefined ? undefined : withYear(tokens, skip(the, tokens, at + 1) + 1, named, second)
}

/** "Monday 30th", "Thursday the 3rd": behind a weekday an ordinal is a date. */
const ordinalDay: Matcher<DayRef> = (tokens, at) => {
  const start = skip(the, tokens, at)
  const dayOfMonth = tokens[start]?.kind === 'ordinal' ? dayNumber(tokens, start) : undefined
  return dayOfMonth === undefined ? undefined : { value: { kind: 'day-of-month', day: dayOfMonth }, next: start + 1 }
}

/** "at 7 may I …": a small "may" before a word is no month. */
const isAuxiliary = (tokens: readonly Token[], at: number): boolean => tokens[at]?.capital === false && wordlikeMonths.has(tokens[at].lower) && tokens[at + 1]?.kind === 'word'

const withYear = (tokens: readonly Token[], next: number, monthNumber: number, dayOfMonth: number): Match<DayRef> => {
  const written = yearAt(tokens, tokens[next]?.text === ',' ? next + 1 : next)
  return { value: { kind: 'date', year: written?.value, month: monthNumber, day: dayOfMonth }, next: written?.next ?? next }
}

const numericDate: Matcher<DayRef> = (tokens, at) => {
  const token = tokens[at]
  if (token?.kind === 'clock' && token.text.includes('.') && tokens[at - 1]?.lower === 'on') {
    const [dayOfMonth = 0, monthNumber = 0] = token.text.split('.').map(Number)
    return dayOfMonth >= 1 && dayOfMonth <= 31 && monthNumber >= 1 && monthNumber <= 12 ? { value: date(monthNumber, dayOfMonth), next: tokens[at + 1]?.text === '.' ? at + 2 : at + 1 } : undefined
  }
  if (token?.kind !== 'date') return undefined
  const [a = 0, b = 0, c] = token.text.split(/[./-]/).map(Number)
  // An ISO date may carry its time behind a T.
  if (/^\d{4}/.test(token.text)) return validDate(b, c ?? 0) ? { value: { kind: 'date', year: a, month: b, day: c ?? 0 }, next: /^t$/i.test(tokens[at + 1]?.text ?? '') && tokens[at + 2]?.kind === 'clock' ? at + 2 : at + 1 } : undefined
  if (!validDate(a, b) && !validDate(b, a)) return undefined
  if (c === undefined && idiomaticFractions.has(token.text) && !/^(on|by|until|till|before|after|from|since)$/.test(tokens[at - 1]?.lower ?? '')) return undefined
  const full = c === undefined ? undefined : c < 70 ? 2000 + c : c < 100 ? 1900 + c : c
  // Full stops mean day first everywhere; a number above twelve can only be the day.
  if (token.text.includes('.') || a > 12) return { value: { kind: 'date', year: full, month: b, day: a }, next: at + 1 }
  if (b > 12) return { value: { kind: 'date', year: full, month: a, day: b }, next: at + 1 }
  return { value: { kind: 'numeric', first: a, second: b, year: full }, next: at + 1 }
}

const idiomaticFractions: ReadonlySet<string> = new Set(['24/7', '1/2', '1/3', '2/3', '1/4', '3/4', '9/11', '50/50'])
const validDate = (monthNumber: number, dayOfMonth: number): boolean => monthNumber >= 1 && monthNumber <= 12 && dayOfMonth >= 1 && dayOfMonth <= 31

/** "December", "in May", "March 2027"; not "may I" or "march on". */
const month: Matcher<DayRef> = (tokens, at) => {
  const token = tokens[at]
  const named = monthOf(token)
  if (named === undefined || token === undefined) return undefined
  const written = yearAt(tokens, at + 1)
  const led = /^(in|of|by|until|till|since|this|next|last|mid|early|late|from|before|after|during|for|every)$/.test(tokens[at - 1]?.lower ?? '')
  if (written === undefined && (wordlikeMonths.has(token.lower) || token.lower.length <= 4 && !/^(june|july)$/.test(token.lower)) && !(led && token.capital)) return undefined
  return { value: { kind: 'month', month: named, year: written?.value }, next: written?.next ?? at + 1 }
}

const year: Matcher<DayRef> = (tokens, at) => {
  const written = yearAt(tokens, at)
  return written !== undefined && /^(in|since|from|until|till|by|of|before|after|year|during)$/.test(tokens[at - 1]?.lower ?? '') ? { value: { kind: 'year', year: written.value }, next: written.next } : undefined
}
