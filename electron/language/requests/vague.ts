/** Times and dates that are meant roughly, and the reading that is taken for them: always said, never silent. */
import type { DayRef } from '../days.ts'
import { day } from '../days.ts'
import type { Match, Matcher } from '../grammar.ts'
import { longest, phraseBook, skip, words } from '../grammar.ts'
import type { Part } from '../moments.ts'
import type { Token } from '../tokens.ts'
import { digitsOf } from '../tokens.ts'
import { monthOf, wholeNumber } from '../words.ts'
import type { Why } from './doubts.ts'
import { anyWeekday, countAt, lowerAt, ordinalAt } from './calendar-words.ts'

/** A day of a month counted from a rule: `place` is a day of the month (31 = its last), or the nth weekday of it. */
export type VagueDay =
  | { readonly kind: 'in-month'; readonly month: DayRef; readonly place: number; readonly about: boolean }
  | { readonly kind: 'in-week'; readonly week: DayRef; readonly weekday: number }
  | { readonly kind: 'nth-weekday'; readonly nth: number; readonly weekday: number; readonly month: DayRef }
  | { readonly kind: 'nth-week'; readonly nth: number; readonly month: DayRef }
  /** "in six months" */
  | { readonly kind: 'months-ahead'; readonly months: number }
  /** "the Monday after Christmas" */
  | { readonly kind: 'weekday-from'; readonly weekday: number; readonly base: DayRef; readonly way: 1 | -1 }
  /** "three days before Christmas" */
  | { readonly kind: 'counted-from'; readonly base: DayRef; readonly days: number }
  | { readonly kind: 'week-of'; readonly day: DayRef }
  /** "next month on the 12th" */
  | { readonly kind: 'day-of'; readonly month: DayRef; readonly day: number }

/** What a part of the day means when nothing more is said, in minutes after midnight. */
export const partMinutes: Readonly<Record<Part, number>> = { morning: 9 * 60, afternoon: 14 * 60, evening: 18 * 60, night: 20 * 60, overnight: 22 * 60 }

const degrees: Readonly<Record<'early' | 'late', Readonly<Record<Part, number>>>> = {
  early: { morning: 7 * 60, afternoon: 13 * 60, evening: 18 * 60, night: 20 * 60, overnight: 22 * 60 },
  late: { morning: 11 * 60, afternoon: 17 * 60, evening: 21 * 60, night: 22 * 60, overnight: 23 * 60 },
}

/** The minutes for a part of the day, with "early" or "late" where the phrase has it. */
export const minutesOfPart = (part: Part, phrase: readonly Token[]): number => {
  const degree = phrase.find((t) => /^(early|late)$/.test(t.lower))?.lower
  return degree === 'early' || degree === 'late' ? degrees[degree][part] : partMinutes[part]
}

const clockMinutes = (hour: number, minute = 0): number => hour * 60 + minute

/** "after dinner", "before school", "at lunchtime", "first thing": minutes after midnight. */
export const vagueClock: Matcher<number> = phraseBook<number>([
  ['before the? breakfast', clockMinutes(7)], ['at|over|for? breakfasttime', clockMinutes(8)], ['at|over breakfast', clockMinutes(8)], ['after the? breakfast', clockMinutes(9)],
  ['before the? lunch', clockMinutes(11, 30)], ['at|around? lunchtime', clockMinutes(12, 30)], ['at|over lunch', clockMinutes(12, 30)], ['after the? lunch', clockMinutes(13, 30)],
  ['at? teatime', clockMinutes(16)], ['before the? dinner|supper|tea', clockMinutes(17, 30)], ['at? dinnertime', clockMinutes(18, 30)], ['at|over dinner|supper', clockMinutes(18, 30)], ['after the? dinner|supper|tea', clockMinutes(19, 30)],
  ['before school|work', clockMinutes(7, 30)], ['after school', clockMinutes(15)], ['after work', clockMinutes(17, 30)],
  ['before bed|bedtime', clockMinutes(21)], ['at bedtime', clockMinutes(21)],
  ['first thing', clockMinutes(8)], ['first thing in the morning', clockMinutes(8)], ['last thing at night', clockMinutes(22)],
  ['at|by? the? end of the? day', clockMinutes(17)], ['close of business', clockMinutes(17)],
])

const the = words('the')
const leadIn = words('in|at|on|around|by')
/** Where in a month a word points, as a day of it; "end of" is its last day. */
const placeInMonth = phraseBook<{ readonly place: number; readonly about: boolean }>([
  ['mid', { place: 15, about: true }], ['middle of', { place: 15, about: true }], ['early', { place: 5, about: true }], ['late', { place: 25, about: true }],
  ['beginning|start of', { place: 1, about: false }], ['end of', { place: 31, about: false }], ['the end of', { place: 31, about: false }],
])

const monthFromNow = phraseBook<DayRef>([['the|this month', { kind: 'month-offset', months: 0 }], ['month', { kind: 'month-offset', months: 0 }], ['next month', { kind: 'month-offset', months: 1 }], ['the|this year', { kind: 'month', month: 12, year: undefined }]])
const placeInWeek = phraseBook<number>([['end of', 5], ['beginning|start of', 1], ['middle of', 3], ['early', 1], ['late', 5], ['the end of', 5]])
const weekFromNow = phraseBook<DayRef>([['the|this week', { kind: 'week', weeks: 0 }], ['next week', { kind: 'week', weeks: 1 }]])
const fromWord = words('from|between')

/** "mid January", "at the end of the month", "the first week of February", "the fourth Thursday of November". */
export const vagueDay: Matcher<VagueDay> = (tokens, start) => {
  const at = skip(the, tokens, skip(leadIn, tokens, start))
  const ahead = monthsAhead(tokens, start)
  return ahead ?? longest<VagueDay>(monthPlace, weekPlace, nthIn, countedFrom, weekdayFrom, weekOf)(tokens, at)
}

const month: Matcher<DayRef> = (tokens, at) => {
  const named = monthOf(tokens[at])
  if (named !== undefined) {
    const year = tokens[at + 1]
    const written = year?.kind === 'number' && /^20\d\d$/.test(year.text) ? Number(year.text) : undefined
    return { value: { kind: 'month', month: named, year: written }, next: written === undefined ? at + 1 : at + 2 }
  }
  return monthFromNow(tokens, at)
}

const monthPlace: Matcher<VagueDay> = (tokens, at) => {
  const place = placeInMonth(tokens, at)
  const named = place === undefined ? undefined : month(tokens, place.next)
  return place === undefined || named === undefined ? undefined : { value: { kind: 'in-month', month: named.value, ...place.value }, next: named.next }
}

/** "the end of the week" is its Friday, "the end of next week" too. */
const weekPlace: Matcher<VagueDay> = (tokens, at) => {
  const place = placeInWeek(tokens, at)
  const week = place === undefined ? undefined : weekFromNow(tokens, place.next)
  return place === undefined || week === undefined ? undefined : { value: { kind: 'in-week', week: week.value, weekday: place.value }, next: week.next }
}

const isCalendarDay = (ref: DayRef): boolean => ['offset', 'weekday', 'date', 'numeric', 'day-of-month', 'holiday'].includes(ref.kind)
const countedUnit = phraseBook<number>([['day|days', 1], ['week|weeks', 7]])
const beforeOrAfter = phraseBook<1 | -1>([['before', -1], ['after', 1]])
const countedWay = phraseBook<1 | -1>([['before', -1], ['after|from', 1]])

/** "the day before Christmas", "two weeks after Easter". */
const countedFrom: Matcher<VagueDay> = (tokens, at) => {
  const count = countAt(tokens, at), unit = countedUnit(tokens, count?.next ?? at)
  const way = unit === undefined ? undefined : countedWay(tokens, unit.next)
  const base = way === undefined ? undefined : day(tokens, skip(the, tokens, way.next))
  if (unit === undefined || way === undefined || base === undefined || !isCalendarDay(base.value)) return undefined
  return { value: { kind: 'counted-from', base: base.value, days: way.value * unit.value * (count?.value ?? 1) }, next: base.next }
}

/** "in six months", "a year from now". */
const monthsAhead: Matcher<VagueDay> = (tokens, start) => {
  const led = lowerAt(tokens, start) === 'in'
  const count = countAt(tokens, led ? start + 1 : start)
  const unit = count === undefined ? undefined : monthUnit(tokens, count.next)
  if (count === undefined || unit === undefined) return undefined
  const end = led ? unit.next : fromHere(tokens, unit.next)?.next
  return end === undefined ? undefined : { value: { kind: 'months-ahead', months: count.value * unit.value }, next: end }
}
const monthUnit = phraseBook<number>([['month|months', 1], ['year|years', 12]])
const fromHere = words('from now|today')

/** "the Monday after Christmas", "the last Friday before Easter". */
const weekdayFrom: Matcher<VagueDay> = (tokens, at) => {
  const weekday = anyWeekday(tokens[at])
  const way = weekday === undefined ? undefined : beforeOrAfter(tokens, at + 1)
  const base = way === undefined ? undefined : day(tokens, skip(the, tokens, way.next))
  if (weekday === undefined || way === undefined || base === undefined || !['date', 'holiday', 'numeric'].includes(base.value.kind)) return undefined
  return { value: { kind: 'weekday-from', weekday, base: base.value, way: way.value }, next: base.next }
}

const weekOfWords = words('week of|beginning|from')
const weekOf: Matcher<VagueDay> = (tokens, at) => {
  const open = weekOfWords(tokens, at)
  const first = open === undefined ? undefined : day(tokens, skip(the, tokens, open.next))
  return first === undefined || !isCalendarDay(first.value) ? undefined : { value: { kind: 'week-of', day: first.value }, next: first.next }
}

const nthIn: Matcher<VagueDay> = (tokens, at) => {
  const nth = ordinalAt(tokens, at)
  if (nth === undefined || Math.abs(nth.value) > 5) return undefined
  const dayOfMonth = lowerAt(tokens, nth.next) === 'day' && /^(of|in)$/.test(lowerAt(tokens, nth.next + 1)) ? month(tokens, nth.next + 2) : undefined
  if (dayOfMonth !== undefined && nth.value !== -2) return { value: { kind: 'in-month', month: dayOfMonth.value, place: nth.value < 0 ? 31 : nth.value, about: false }, next: dayOfMonth.next }
  const weekday = anyWeekday(tokens[nth.next])
  const isWeek = lowerAt(tokens, nth.next) === 'week'
  if (weekday === undefined && !isWeek) return undefined
  const named = /^(of|in)$/.test(lowerAt(tokens, nth.next + 1)) ? month(tokens, nth.next + 2) : undefined
  if (named === undefined) return undefined
  return { value: weekday === undefined ? { kind: 'nth-week', nth: nth.value, month: named.value } : { kind: 'nth-weekday', nth: nth.value, weekday, month: named.value }, next: named.next }
}

/** "from the 18th to the 20th of December", "12 to 19 December", "December 7–9", "from Friday to Sunday": the first and the last day. */
export const daySpan: Matcher<readonly [DayRef, DayRef]> = (tokens, start) => {
  const at = skip(fromWord, tokens, start)
  return longest(sharedMonth, monthFirst, twoDays)(tokens, at)
}

const joint: Matcher<true> = (tokens, at) => (/^[-–—]$/.test(tokens[at]?.text ?? '') ? { value: true, next: at + 1 } : words('to|until|till|til|through|thru|and')(tokens, at))

const dayNumber = (tokens: readonly Token[], start: number): Match<number> | undefined => {
  const at = skip(the, tokens, start), token = tokens[at]
  const value = token?.kind === 'ordinal' || (token?.kind === 'number' && /^\d{1,2}$/.test(token.text)) ? digitsOf(token) : undefined
  if (value === undefined || value < 1 || value > 31) return undefined
  return { value, next: tokens[at + 1]?.text === '.' ? at + 2 : at + 1 }
}

/** "The 28th" before "3 January" is in December: the day of the same month, or of the one before where it would be later. */
export const inMonthOf = (first: number, last: DayRef & { readonly kind: 'date' }): DayRef => {
  const before = first > last.day
  return { ...last, day: first, month: !before ? last.month : last.month === 1 ? 12 : last.month - 1, year: last.year === undefined || !before || last.month > 1 ? last.year : last.year - 1 }
}

const listJoint = words('and|or')

/** "24 and 31 December", "the 3rd, the 10th and the 17th of May", "December 24 and 31", "Monday and Wednesday": two days or more in a row. Numbers are days of the month that is named with one of them. */
export const dayList: Matcher<readonly DayRef[]> = (tokens, start) => {
  const days: (DayRef | number)[] = []
  let next = start, date: (DayRef & { readonly kind: 'date' }) | undefined, joined = start
  for (let i = start; ;) {
    const at = skip(onWord, tokens, i)
    const named = day(tokens, at), bare = named === undefined || named.value.kind === 'day-of-month' ? dayNumber(tokens, at) : undefined
    if (named?.value.kind === 'date') date = named.value
    if (named !== undefined && named.value.kind !== 'day-of-month') { if (!isDay(named.value)) break; days.push(named.value); next = named.next }
    else if (bare !== undefined && (named !== undefined || date === undefined || endsNumber.test(lowerAt(tokens, bare.next)))) { days.push(bare.value); next = named?.next ?? bare.next }
    else break
    const comma = tokens[next]?.text === ',' ? next + 1 : next, behind = tokens[comma]?.text === '&' ? comma + 1 : skip(listJoint, tokens, comma)
    if (behind === next) break
    if (behind > comma) joined = behind
    i = behind
  }
  // "3 December, 8 to 10" is no list.
  if (days.length < 2 || joined === start || joined >= next || tokens.slice(joined, next).some(({ text }) => text === ',')) return undefined
  // A number alone is no day: "rooms 4 and 5".
  const isDated = date !== undefined || days.every((one) => typeof one !== 'number')
  const ordinals = tokens.slice(start, next).filter(({ kind }) => kind === 'ordinal').length
  if (!isDated && ordinals !== days.length) return undefined
  // "The 23rd and 30th of December and 6 January": of the month that comes next, or came last.
  const monthOfPlace = (at: number): typeof date => [...days.slice(at), ...days.slice(0, at).reverse()].find((one) => typeof one !== 'number' && one.kind === 'date')
  return { value: days.map((one, i) => { const month = monthOfPlace(i); return typeof one !== 'number' ? one : month === undefined ? { kind: 'day-of-month', day: one } : { ...month, day: one } }), next }
}
const onWord = words('on')
const endsNumber = /^(?:|[,.;!?)]|at|from|and|or|for|in|with|each|every|until|by)$/

const sharedMonth: Matcher<readonly [DayRef, DayRef]> = (tokens, at) => {
  const first = dayNumber(tokens, at)
  const link = first === undefined ? undefined : joint(tokens, first.next)
  const last = link === undefined ? undefined : day(tokens, link.next)
  if (first === undefined || last?.value.kind !== 'date') return undefined
  return { value: [inMonthOf(first.value, last.value), last.value], next: last.next }
}

const monthFirst: Matcher<readonly [DayRef, DayRef]> = (tokens, at) => {
  const named = monthOf(tokens[at])
  const first = named === undefined ? undefined : dayNumber(tokens, at + 1)
  const link = first === undefined ? undefined : joint(tokens, first.next)
  const last = link === undefined ? undefined : dayNumber(tokens, link.next)
  if (named === undefined || first === undefined || last === undefined) return undefined
  const date = (value: number): DayRef => ({ kind: 'date', year: undefined, month: named, day: value })
  return { value: [date(first.value), date(last.value)], next: last.next }
}

const isDay = (ref: DayRef): boolean => ['offset', 'weekday', 'date', 'numeric', 'day-of-month', 'holiday'].includes(ref.kind)

const twoDays: Matcher<readonly [DayRef, DayRef]> = (tokens, at) => {
  const first = day(tokens, at)
  const link = first === undefined ? undefined : joint(tokens, first.next)
  const last = link === undefined || lowerAt(tokens, link.next - 1) === 'and' ? undefined : day(tokens, link.next)
  if (first === undefined || last === undefined || !isDay(first.value) || !isDay(last.value)) return undefined
  return { value: [first.value, last.value], next: last.next }
}

/** What is written like a time or a date and is none: why not, in one sentence. */
export const impossible: Matcher<Why> = (tokens, at) => noSuchDay(tokens, at) ?? noSuchTime(tokens, at)

/** "32 December", "the 99th of May", "April 31" is left to the calendar. */
const noSuchDay: Matcher<Why> = (tokens, at) => {
  const token = tokens[at]
  const day = token?.kind === 'number' || token?.kind === 'ordinal' ? Number.parseInt(token.text, 10) : 0
  const place = lowerAt(tokens, at + 1) === 'of' || lowerAt(tokens, at + 1) === '.' ? at + 2 : at + 1
  return day > 31 && day < 100 && monthOf(tokens[place]) !== undefined ? { value: ({ monthTooLong }) => monthTooLong, next: place + 1 } : undefined
}

const noSuchTime: Matcher<Why> = (tokens, at) => {
  if (tokens[at]?.kind === 'clock' && /^24[:.h](?!00)/.test(lowerAt(tokens, at))) return { value: ({ dayTooLong }) => dayTooLong, next: at + 1 }
  const number = wholeNumber(tokens, at)
  if (number === undefined || tokens[at]?.kind !== 'number') return undefined
  const minutes = tokens[at + 2], mark = tokens[at + 1]
  if (mark?.text === ':' && minutes?.kind === 'number' && /^\d\d$/.test(minutes.text) && minutes.start === mark.end) {
    return { value: ({ hourTooLong, dayTooLong }) => (Number(minutes.text) > 59 ? hourTooLong : dayTooLong), next: at + 3 }
  }
  if (number.value > 24 && lowerAt(tokens, number.next) === "o'clock") return { value: ({ dayTooLong }) => dayTooLong, next: number.next + 1 }
  if (number.value > 12 && number.value < 100 && /^(am|pm)$/.test(lowerAt(tokens, number.next))) return { value: ({ noSuchHour }) => noSuchHour(`${number.value} ${lowerAt(tokens, number.next)}`), next: number.next + 1 }
  return undefined
}
