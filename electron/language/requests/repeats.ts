/** Repetition as people write it: "every other Tuesday", "on the last Friday of the month", "Mondays and Wednesdays", "every 14th of June". */
import { day } from '../days.ts'
import type { Match, Matcher } from '../grammar.ts'
import { longest, phraseBook, skip, words } from '../grammar.ts'
import type { Part } from '../moments.ts'
import type { Token } from '../tokens.ts'
import { isPluralWeekday, monthOf, wholeNumber } from '../words.ts'
import type { WeekdayCode } from './calendar-words.ts'
import { anyWeekday, codeOf, lowerAt, ordinalAt, workingDays } from './calendar-words.ts'

export type Frequency = 'HOURLY' | 'DAILY' | 'WEEKLY' | 'MONTHLY' | 'YEARLY'

/** The parts of an RFC 5545 rule that the words themselves name. */
export interface Repeat {
  readonly freq: Frequency
  readonly interval: number
  readonly byDay?: readonly { readonly nth?: number; readonly day: WeekdayCode }[]
  readonly byMonthDay?: readonly number[]
  readonly byMonth?: number
  readonly bySetPos?: number
  /** "every evening". */
  readonly part?: Part
  /** "twice a week": how often, but not when. */
  readonly unsaid?: string
}

export const repeat: Matcher<Repeat> = (tokens, at) => longest(everyLed, nthOfMonth, adverb, pluralDays, oftenAPeriod)(tokens, at)

const weekly = (days: readonly WeekdayCode[], interval = 1): Repeat => ({ freq: 'WEEKLY', interval, byDay: days.map((d) => ({ day: d })) })

const on = words('on|at|in')
const the = words('the')
const partWord = phraseBook<Part>([['morning|mornings', 'morning'], ['afternoon|afternoons', 'afternoon'], ['evening|evenings', 'evening'], ['night|nights', 'night']])
const unit = phraseBook<Frequency>([['hour|hours', 'HOURLY'], ['day|days', 'DAILY'], ['week|weeks', 'WEEKLY'], ['month|months', 'MONTHLY'], ['year|years', 'YEARLY']])

const workingDay = words('working|business|work day')
const dayWord = words('day|days')
const pluralSet = phraseBook<readonly WeekdayCode[]>([['weekdays|workdays', workingDays], ['working|school days|nights', workingDays], ['weekends', ['SA', 'SU']]])
const twice = words('twice')
const timesWord = words('times')
const aPeriod = phraseBook<Frequency>([['a|per|each|every day', 'DAILY'], ['a|per|each|every week', 'WEEKLY'], ['a|per|each|every month', 'MONTHLY'], ['a|per|each|every year', 'YEARLY']])

const everyLed: Matcher<Repeat> = (tokens, start) => {
  const led = skip(on, tokens, start)
  if (!/^(every|each)$/.test(lowerAt(tokens, led))) return alternate(tokens, led)
  const at = led + 1
  const other = lowerAt(tokens, at) === 'other'
  return longest<Repeat>(
    (t, i) => everyPeriod(t, other ? i + 1 : i, other ? 2 : 1),
    (t, i) => everyNth(t, i),
    (t, i) => everyCounted(t, i),
    (t, i) => everyDate(t, i),
  )(tokens, at)
}

/** "alternate Thursdays". */
const alternate = (tokens: readonly Token[], at: number): Match<Repeat> | undefined => (lowerAt(tokens, at) === 'alternate' && anyWeekday(tokens[at + 1]) !== undefined ? everyPeriod(tokens, at + 1, 2) : undefined)

/** Behind "every": "day", "Tuesday evening", "Monday, Wednesday and Friday", "weekday", "weekend", "morning". */
const everyPeriod = (tokens: readonly Token[], at: number, interval: number): Match<Repeat> | undefined => {
  const set = daySet(tokens, at)
  if (set !== undefined) return { value: weekly(set.value, interval), next: set.next }
  const list = weekdayList(tokens, at)
  if (list !== undefined) {
    const part = partWord(tokens, list.next)
    return { value: { ...weekly(list.value, interval), ...(part === undefined ? {} : { part: part.value }) }, next: part?.next ?? list.next }
  }
  const part = partWord(tokens, at)
  if (part !== undefined) return { value: { freq: 'DAILY', interval, part: part.value }, next: part.next }
  const period = unit(tokens, at)
  return period === undefined ? undefined : { value: { freq: period.value, interval }, next: period.next }
}

const daySet = phraseBook<readonly WeekdayCode[]>([['weekday|weekdays|workday|workdays', workingDays], ['working|school|week day|days', workingDays], ['weekend|weekends', ['SA', 'SU']]])

/** Weekdays in a row, joined by commas and "and". */
const weekdayList = (tokens: readonly Token[], at: number): Match<WeekdayCode[]> | undefined => {
  const days: WeekdayCode[] = []
  let next = at
  for (let i = at; ;) {
    const named = anyWeekday(tokens[i])
    if (named === undefined) break
    days.push(codeOf(named))
    next = i + 1
    i = next
    while (/^(,|and|&|\/)$/.test(lowerAt(tokens, i))) i++
    if (i === next) break
    if (/^(every|each|on)$/.test(lowerAt(tokens, i))) i++
  }
  return days.length === 0 ? undefined : { value: days, next }
}

/** "first Monday", "last Friday of the month", "second Friday" (every other), "15th of the month", "first of the month". */
const everyNth = (tokens: readonly Token[], at: number): Match<Repeat> | undefined => {
  const nth = ordinalAt(tokens, at)
  if (nth === undefined) return undefined
  const second = /^(and|,|&)$/.test(lowerAt(tokens, nth.next)) ? ordinalAt(tokens, skip(the, tokens, nth.next + 1)) : undefined
  const both = second === undefined ? undefined : ofMonth(tokens, second.next)
  if (second !== undefined && both !== undefined) return { value: { freq: 'MONTHLY', interval: 1, byMonthDay: [nth.value, second.value] }, next: both.next }
  const month = ofMonth(tokens, nth.next)
  if (month !== undefined) return { value: { freq: 'MONTHLY', interval: 1, byMonthDay: [nth.value] }, next: month.next }
  const list = weekdayList(tokens, nth.next)
  if (list !== undefined) {
    const within = ofMonth(tokens, list.next)
    const counts = within === undefined && nth.value > 1
    return { value: counts ? weekly(list.value, nth.value) : { freq: 'MONTHLY', interval: 1, byDay: list.value.map((d) => ({ nth: nth.value, day: d })) }, next: within?.next ?? list.next }
  }
  const period = unit(tokens, nth.next)
  if (period !== undefined && nth.value > 1) return { value: { freq: period.value, interval: nth.value }, next: period.next }
  return tokens[at]?.kind === 'ordinal' && monthOf(tokens[skip(of, tokens, nth.next)]) === undefined ? { value: { freq: 'MONTHLY', interval: 1, byMonthDay: [nth.value] }, next: nth.next } : undefined
}

const of = words('of')
const ofMonth = words('of|in the|every|each|a? month')

/** "three days", "2 weeks", "other" is dealt with before. */
const everyCounted = (tokens: readonly Token[], at: number): Match<Repeat> | undefined => {
  const count = wholeNumber(tokens, at)
  const period = count === undefined ? undefined : unit(tokens, count.next)
  return count === undefined || period === undefined || count.value < 1 || count.value > 366 ? undefined : { value: { freq: period.value, interval: count.value }, next: period.next }
}

/** "14th of June", "6 December", "December". */
const everyDate = (tokens: readonly Token[], at: number): Match<Repeat> | undefined => {
  const found = day(tokens, at)
  if (found?.value.kind === 'date') return { value: { freq: 'YEARLY', interval: 1, byMonth: found.value.month, byMonthDay: [found.value.day] }, next: found.next }
  const named = monthOf(tokens[at])
  return named === undefined ? undefined : { value: { freq: 'YEARLY', interval: 1, byMonth: named }, next: at + 1 }
}

/** "the first Thursday of every month", "the second and fourth Tuesday of the month", "the last working day of the month", "the 15th of each month", and with a month and "every year" behind. */
const nthOfMonth: Matcher<Repeat> = (tokens, start) => {
  const at = skip(the, tokens, skip(on, tokens, start))
  const first = ordinalAt(tokens, at)
  if (first === undefined) return undefined
  const nths = [first.value]
  let next = first.next
  while (/^(,|and)$/.test(lowerAt(tokens, next))) {
    const more = ordinalAt(tokens, skip(the, tokens, next + 1))
    if (more === undefined) break
    nths.push(more.value)
    next = more.next
  }
  const working = workingDay(tokens, next)
  if (working !== undefined) return within(tokens, working.next, { freq: 'MONTHLY', interval: 1, byDay: workingDays.map((d) => ({ day: d })), bySetPos: first.value })
  const plain = dayWord(tokens, next)
  if (plain !== undefined) return within(tokens, plain.next, { freq: 'MONTHLY', interval: 1, byMonthDay: nths })
  const list = weekdayList(tokens, next)
  if (list !== undefined) return within(tokens, list.next, { freq: 'MONTHLY', interval: 1, byDay: nths.flatMap((nth) => list.value.map((d) => ({ nth, day: d }))) })
  return within(tokens, next, { freq: 'MONTHLY', interval: 1, byMonthDay: nths })
}

const everyMonth = words('of|in? every|each month')
const eachYear = words('every|each year')

/** The rule, if "of the month" or "of November every year" follows. */
const within = (tokens: readonly Token[], at: number, rule: Repeat): Match<Repeat> | undefined => {
  const month = ofMonth(tokens, at) ?? everyMonth(tokens, at)
  if (month !== undefined) {
    const again = everyMonth(tokens, lowerAt(tokens, month.next) === ',' ? month.next + 1 : month.next)
    return { value: rule, next: again?.next ?? month.next }
  }
  const named = monthOf(tokens[at + 1])
  const yearly = named === undefined || !/^(of|in)$/.test(lowerAt(tokens, at)) ? undefined : eachYear(tokens, at + 2)
  return named === undefined || yearly === undefined ? undefined : { value: { ...rule, freq: 'YEARLY', byMonth: named }, next: yearly.next }
}

const adverb = phraseBook<Repeat>([
  ['hourly', { freq: 'HOURLY', interval: 1 }],
  ['daily', { freq: 'DAILY', interval: 1 }],
  ['nightly', { freq: 'DAILY', interval: 1, part: 'night' }],
  ['weekly', { freq: 'WEEKLY', interval: 1 }],
  ['once a|per week', { freq: 'WEEKLY', interval: 1 }],
  ['monthly', { freq: 'MONTHLY', interval: 1 }],
  ['once a|per month', { freq: 'MONTHLY', interval: 1 }],
  ['quarterly', { freq: 'MONTHLY', interval: 3 }],
  ['every|each quarter', { freq: 'MONTHLY', interval: 3 }],
  ['once a quarter', { freq: 'MONTHLY', interval: 3 }],
  ['yearly|annually', { freq: 'YEARLY', interval: 1 }],
  ['once a|per year', { freq: 'YEARLY', interval: 1 }],
  ['once a day', { freq: 'DAILY', interval: 1 }],
])

/** "on Mondays", "Tuesdays and Thursdays", "weekdays", "at weekends", "Tuesday evenings". */
const pluralDays: Matcher<Repeat> = (tokens, start) => {
  const at = skip(the, tokens, skip(on, tokens, start))
  const set = pluralSet(tokens, at)
  if (set !== undefined) return { value: weekly(set.value), next: set.next }
  const list = weekdayList(tokens, at)
  if (list === undefined) return undefined
  const part = partWord(tokens, list.next)
  const plural = tokens.slice(at, list.next).some((t) => isPluralWeekday(t)) || (part !== undefined && /s$/.test(lowerAt(tokens, list.next)))
  return plural ? { value: { ...weekly(list.value), ...(part === undefined ? {} : { part: part.value }) }, next: part?.next ?? list.next } : undefined
}

/** "twice a day", "three times a week": the days or times are not said. */
const oftenAPeriod: Matcher<Repeat> = (tokens, at) => {
  const often = twice(tokens, at) ?? (wholeNumber(tokens, at) === undefined ? undefined : timesWord(tokens, wholeNumber(tokens, at)?.next ?? at))
  const period = often === undefined ? undefined : aPeriod(tokens, often.next)
  return period === undefined ? undefined : { value: { freq: period.value, interval: 1, unsaid: tokens.slice(at, period.next).map((t) => t.text).join(' ') }, next: period.next }
}

/** "Monthly … on the second Wednesday": without a month, and so only behind a monthly rule. */
export const nthWeekday: Matcher<Repeat> = (tokens, start) => {
  const nth = ordinalAt(tokens, skip(the, tokens, skip(on, tokens, start)))
  const list = nth === undefined ? undefined : weekdayList(tokens, nth.next)
  return nth === undefined || list === undefined ? undefined : { value: { freq: 'MONTHLY', interval: 1, byDay: list.value.map((d) => ({ nth: nth.value, day: d })) }, next: list.next }
}
