/** Every phrase of time in a clause, one behind the other: moments, ranges, lengths, repetitions and their bounds and exceptions. Not yet placed on a calendar. */
import type { DayRef } from '../days.ts'
import { day } from '../days.ts'
import { duration } from '../durations.ts'
import type { Match, Matcher } from '../grammar.ts'
import { phraseBook, skip, words } from '../grammar.ts'
import type { Moment } from '../moments.ts'
import { moment, momentRange } from '../moments.ts'
import type { Token } from '../tokens.ts'
import { isFunctionWord, isPluralWeekday, monthOf, wholeNumber } from '../words.ts'
import type { WeekdayCode } from './calendar-words.ts'
import { countAt, lowerAt } from './calendar-words.ts'
import type { Why } from './doubts.ts'
import type { Repeat } from './repeats.ts'
import { nthWeekday, repeat } from './repeats.ts'
import type { VagueDay } from './vague.ts'
import { dayList, daySpan, impossible, inMonthOf, vagueClock, vagueDay } from './vague.ts'

/** A length in calendar units, as RFC 5545 §3.3.6 and ISO 8601 keep them apart: a day is not always 24 hours. */
export interface Length { readonly months: number; readonly minutes: number }

/** How a time is tied to what it belongs to. */
type Lead = 'at' | 'by' | 'before' | 'until' | 'from' | 'to' | 'instead-of' | 'for' | 'none'

export type Phrase =
  | { readonly kind: 'moment'; readonly moment: Moment }
  | { readonly kind: 'range'; readonly range: readonly [Moment, Moment] }
  | { readonly kind: 'days'; readonly days: readonly [DayRef, DayRef] }
  | { readonly kind: 'vague-clock'; readonly minutes: number; readonly day?: DayRef }
  | { readonly kind: 'vague-day'; readonly day: VagueDay }
  | { readonly kind: 'length'; readonly length: Length; readonly way?: 'before' | 'later' | 'earlier' | 'longer' | 'shorter' }
  | { readonly kind: 'repeat'; readonly repeat: Repeat }
  | { readonly kind: 'times'; readonly count: number }
  | { readonly kind: 'except-days'; readonly days: readonly DayRef[]; readonly weekdays: readonly WeekdayCode[] }
  | { readonly kind: 'except-named'; /** as written */ readonly words: string }
  | { readonly kind: 'either'; readonly moments: readonly [Moment, Moment] }
  /** "On the 15th and the 20th": one for each. */
  | { readonly kind: 'several'; readonly moments: readonly Moment[] }
  | { readonly kind: 'from-now-on' }
  | { readonly kind: 'impossible'; readonly why: Why }

export interface TimePhrase {
  readonly phrase: Phrase
  readonly lead: Lead
  /** Token indices, half-open; the lead is included. */
  readonly from: number
  readonly to: number
}

/** All of them in order, none over another. */
export const timePhrases = (tokens: readonly Token[]): TimePhrase[] => {
  const found: TimePhrase[] = []
  for (let at = 0; at < tokens.length;) {
    const step = phraseAt(tokens, at, found.at(-1), found.some(({ phrase }) => phrase.kind === 'repeat'))
    if (step === undefined) { at++; continue }
    found.push(step)
    at = step.to
  }
  return found.filter((phrase) => !isAdjective(tokens, phrase, found))
}

/** "Christmas fair on 4 December": where another day is named the feast only says what kind of fair. */
const isAdjective = (tokens: readonly Token[], { phrase, lead, from, to }: TimePhrase, all: readonly TimePhrase[]): boolean => {
  const ref = phrase.kind === 'moment' && phrase.moment.clock === undefined && lead === 'none' ? phrase.moment.day : undefined, next = tokens[to]
  const isFeast = ref?.kind === 'holiday' || (ref?.kind === 'date' && !tokens.slice(from, to).some((token) => token.kind !== 'word' || monthOf(token) !== undefined))
  return isFeast && next?.kind === 'word' && !isFunctionWord(next) && all.some((other) => other.from !== from && namesDay(other.phrase))
}

const namesDay = (phrase: Phrase): boolean => (phrase.kind === 'moment' && phrase.moment.day !== undefined) || (phrase.kind === 'range' && phrase.range[0].day !== undefined) || /^(?:days|vague-day|several|repeat)$/.test(phrase.kind)

const leads = phraseBook<Lead>([
  ['at|on|in|around|about|during|over', 'at'], ['by|latest', 'by'], ['no later than', 'by'], ['due by|on?', 'by'], ['is|are due by|on?', 'by'], ['before', 'before'], ['until|till|til', 'until'], ['up to', 'until'],
  ['from|since|starting|beginning|after', 'from'], ['starting|beginning from|on|at|with', 'from'], ['to', 'to'], ['instead of', 'instead-of'], ['rather than', 'instead-of'], ['for', 'for'], ['by at', 'by'],
])
const sameTime = words('to? the same time on')

const MINUTES_A_DAY = 1440
const fromNowOn = words('from now on')
const anyLead = words('at|by|from|until|to|around')
const toWord = words('to|until|till|til')
const onWord = words('on')
const nextWord = words('the? next|coming|following')
const wayWord = phraseBook<'before' | 'later' | 'earlier' | 'longer' | 'shorter'>([['before|beforehand', 'before'], ['ahead|prior', 'before'], ['in advance', 'before'], ['later', 'later'], ['earlier|sooner', 'earlier'], ['longer', 'longer'], ['shorter', 'shorter']])
const theUnit = phraseBook<number>([['the day|night', MINUTES_A_DAY], ['the week', 7 * MINUTES_A_DAY], ['the hour', 60]])
const calendarUnit = phraseBook<number>([['month|months', 1], ['year|years', 12]])
const timesWord = words('times|sessions|lessons|occurrences')
const halfTerm = words('the? half term')
const eitherLead = words('on|at|around|by')
const orWord = words('or')
const onOrAt = words('on|at')

const phraseAt = (tokens: readonly Token[], at: number, previous: TimePhrase | undefined, repeats: boolean): TimePhrase | undefined => {
  const at0 = sameTime(tokens, at)
  const lead = at0 === undefined ? leads(tokens, at) : { value: 'to' as const, next: at0.next }
  const start = lead?.next ?? at
  const make = (match: Match<Phrase> | undefined, as: Lead = 'none'): TimePhrase | undefined => (match === undefined ? undefined : { phrase: match.value, lead: as, from: at, to: match.next })
  const monthly = previous?.phrase.kind === 'repeat' && previous.phrase.repeat.freq === 'MONTHLY' && previous.phrase.repeat.byDay === undefined ? asRepeat(nthWeekday(tokens, at)) : undefined
  const first = make(special(tokens, at, repeats)) ?? make(monthly)
  if (first !== undefined) return first
  const options = [
    make(plain(tokens, at, previous)),
    lead === undefined ? undefined : make(plainLed(tokens, start, lead.value), lead.value),
  ].filter((option) => option !== undefined)
  return options.sort((a, b) => b.to - a.to || Number(isSpan(b)) - Number(isSpan(a)) || Number(b.lead !== 'none') - Number(a.lead !== 'none'))[0]
}

/** "From 10 to 12" is a stretch, not ten minutes to twelve. */
const isSpan = ({ phrase }: TimePhrase): boolean => phrase.kind === 'days' || phrase.kind === 'range'

/** What wins wherever it stands. */
const special = (tokens: readonly Token[], at: number, repeats: boolean): Match<Phrase> | undefined => {
  const now = fromNowOn(tokens, at)
  if (now !== undefined) return { value: { kind: 'from-now-on' }, next: now.next }
  const wrong = impossible(tokens, at) ?? impossible(tokens, skip(anyLead, tokens, at))
  if (wrong !== undefined) return { value: { kind: 'impossible', why: wrong.value }, next: wrong.next }
  return exception(tokens, at, repeats) ?? either(tokens, at) ?? several(tokens, at)
}

const plain = (tokens: readonly Token[], at: number, previous: TimePhrase | undefined): Match<Phrase> | undefined => {
  const options: (Match<Phrase> | undefined)[] = [
    // "The weekly paper" is a thing, "a weekly meeting" a series.
    /^(the|this)$/.test(lowerAt(tokens, at - 1)) && /ly$/.test(lowerAt(tokens, at)) ? undefined : asRepeat(repeat(tokens, at)),
    asDays(daySpan(tokens, at)),
    asVagueDay(vagueDay(tokens, at)),
    // "Half six" at the head of a sentence; "half an hour" and "half of it" are none.
    lowerAt(tokens, at) === 'half' ? asMoment(moment(true)(tokens, at), tokens, at) : undefined,
    clockOfDay(tokens, at),
    range(tokens, at),
    asMoment(moment(false)(tokens, at), tokens, at),
    length(tokens, at),
    previous === undefined ? undefined : bareRange(tokens, at),
    times(tokens, at),
    bareClock(tokens, at, previous),
    owned(tokens, at),
  ]
  return furthest(options)
}

const plainLed = (tokens: readonly Token[], at: number, lead: Lead): Match<Phrase> | undefined => {
  const word = lowerAt(tokens, at - 1)
  const within = word === 'in' || word === 'within'
  // "In 7" and "for 7" are no times of day; "in December" and "for Monday" are days.
  const bare = within ? inDay(tokens, at) : asMoment(moment(!/^(for|over|during)$/.test(word))(tokens, at), tokens, at)
  return furthest([
    bare,
    /^(at|from|until|for)$/.test(lead) ? range(tokens, at) : undefined,
    /^(from|for|to|at|by)$/.test(lead) ? asRepeat(repeat(tokens, at)) : undefined,
    /^(for|by|at)$/.test(lead) && !within ? length(tokens, at) : undefined,
    // "For two weeks from 5 July" is a length and a start.
    lead === 'for' && vagueDay(tokens, at)?.value.kind === 'counted-from' ? undefined : asVagueDay(vagueDay(tokens, at)),
    clockOfDay(tokens, at),
  ])
}

const inDay = (tokens: readonly Token[], at: number): Match<Phrase> | undefined => {
  const found = day(tokens, at)
  return found === undefined ? undefined : { value: { kind: 'moment', moment: { day: found.value } }, next: found.next }
}

/** The option that reads furthest; of equals the first. */
const furthest = (options: readonly (Match<Phrase> | undefined)[]): Match<Phrase> | undefined => {
  let best: Match<Phrase> | undefined
  for (const option of options) if (option !== undefined && option.next > (best?.next ?? -1)) best = option
  return best
}

const asRepeat = (m: Match<Repeat> | undefined): Match<Phrase> | undefined => (m === undefined ? undefined : { value: { kind: 'repeat', repeat: m.value }, next: m.next })
const asDays = (m: Match<readonly [DayRef, DayRef]> | undefined): Match<Phrase> | undefined => (m === undefined ? undefined : { value: { kind: 'days', days: m.value }, next: m.next })
const asVagueDay = (m: Match<VagueDay> | undefined): Match<Phrase> | undefined => (m === undefined ? undefined : { value: { kind: 'vague-day', day: m.value }, next: m.next })
/** "On Saturdays at 9" is no moment. */
const asMoment = (m: Match<Moment> | undefined, tokens: readonly Token[], at: number): Match<Phrase> | undefined => (m === undefined || hasPlural(tokens, at, m.next) ? undefined : { value: { kind: 'moment', moment: m.value }, next: m.next })

const hasPlural = (tokens: readonly Token[], from: number, to: number): boolean => tokens.slice(from, to).some((token) => isPluralWeekday(token))

const range: Matcher<Phrase> = (tokens, at) => {
  const found = momentRange(tokens, at)
  if (found === undefined || hasPlural(tokens, at, found.next)) return undefined
  const [a, b] = found.value
  // "From the 22nd to the 27th of December".
  const first = a.day?.kind === 'day-of-month' && b.day?.kind === 'date' ? { ...a, day: inMonthOf(a.day.day, b.day) } : a
  return { value: { kind: 'range', range: [first, b] }, next: found.next }
}

/** "6 to 7:30 pm", "2–4 pm", "8 to 10" behind a day: a stretch, though no "from" leads it. */
const bareRange = (tokens: readonly Token[], at: number): Match<Phrase> | undefined => {
  if (tokens[at]?.kind !== 'number' && tokens[at]?.kind !== 'clock') return undefined
  const open = moment(true)(tokens, at)
  const joint = open?.next === at + 1 ? toWord(tokens, open.next) ?? (/^[-–—]$/.test(tokens[open.next]?.text ?? '') ? { value: true as const, next: open.next + 1 } : undefined) : undefined
  const end = joint === undefined ? undefined : moment(true)(tokens, joint.next)
  if (open === undefined || end?.value.clock === undefined || open.value.clock === undefined) return undefined
  return { value: { kind: 'range', range: [open.value, { ...end.value }] }, next: end.next }
}

const morningWord = words('morning')
const dayOrPart = words('today|tonight|tomorrow|monday|tuesday|wednesday|thursday|friday|saturday|sunday')
const inPart = words('in the morning|afternoon|evening')
const afterClock = words('at|on|with|for|in|until|from|and|every|except')

/** Where "seven thirty" ends. */
const spokenEnd = (tokens: readonly Token[], at: number): number | undefined => {
  const hour = wholeNumber(tokens, at), minute = hour === undefined ? undefined : wholeNumber(tokens, hour.next)
  return hour === undefined || minute === undefined || hour.value > 12 || minute.value < 10 || minute.value > 59 ? undefined : minute.next
}

/** "Tom's week" is the one that is going on. */
const owned = (tokens: readonly Token[], at: number): Match<Phrase> | undefined =>
  lowerAt(tokens, at) === 'week' && /['’]s$/.test(lowerAt(tokens, at - 1)) ? { value: { kind: 'moment', moment: { day: { kind: 'week', weeks: 0 } } }, next: at + 1 } : undefined

/** "8 tomorrow", "9 in the morning", "Thursday morning 10": a bare number is a time where a day stands right beside it and it counts nothing. */
const bareClock = (tokens: readonly Token[], at: number, previous: TimePhrase | undefined): Match<Phrase> | undefined => {
  const token = tokens[at]
  const spoken = token?.kind === 'word' ? spokenEnd(tokens, at) : undefined
  if (spoken !== undefined && (previous?.phrase.kind === 'moment' || inPart(tokens, spoken) !== undefined)) return asMoment(moment(true)(tokens, at), tokens, at)
  if (token?.kind !== 'number' || !/^\d{1,2}$/.test(token.text)) return undefined
  const behindDay = previous?.to === at && previous.phrase.kind === 'moment' && previous.phrase.moment.clock === undefined && (tokens[at + 1] === undefined || tokens[at + 1]?.text === ',' || afterClock(tokens, at + 1) !== undefined)
  return behindDay || dayOrPart(tokens, at + 1) !== undefined || inPart(tokens, at + 1) !== undefined ? asMoment(moment(true)(tokens, at), tokens, at) : undefined
}

/** "after dinner", "first thing tomorrow", "tomorrow lunchtime". */
const clockOfDay: Matcher<Phrase> = (tokens, at) => {
  const rough = vagueClock(tokens, at)
  if (rough !== undefined) {
    const then = day(tokens, skip(onWord, tokens, rough.next))
    return { value: { kind: 'vague-clock', minutes: rough.value, ...(then === undefined ? {} : { day: then.value }) }, next: then === undefined ? rough.next : skip(morningWord, tokens, then.next) }
  }
  const named = day(tokens, at)
  const after = named === undefined ? undefined : vagueClock(tokens, named.next)
  return named === undefined || after === undefined ? undefined : { value: { kind: 'vague-clock', minutes: after.value, day: named.value }, next: after.next }
}

/** A length; with "before", "later", "longer" or "shorter" behind it what it measures. */
export const length: Matcher<Phrase> = (tokens, start) => {
  // "For the next two weeks".
  const at = skip(nextWord, tokens, start)
  const found = calendarLength(tokens, at) ?? minutesLength(tokens, at) ?? bareUnit(tokens, at)
  if (found === undefined) return undefined
  const way = wayWord(tokens, found.next)
  return { value: { kind: 'length', length: found.value, ...(way === undefined ? {} : { way: way.value }) }, next: way?.next ?? found.next }
}

/** "the day before", "the week before". */
const bareUnit = (tokens: readonly Token[], at: number): Match<Length> | undefined => {
  const unit = theUnit(tokens, at)
  return unit === undefined || lowerAt(tokens, unit.next) !== 'before' ? undefined : { value: { months: 0, minutes: unit.value }, next: unit.next }
}

const calendarLength = (tokens: readonly Token[], at: number): Match<Length> | undefined => {
  const count = countAt(tokens, at)
  const unit = count === undefined ? undefined : calendarUnit(tokens, count.next)
  return count === undefined || unit === undefined ? undefined : { value: { months: count.value * unit.value, minutes: 0 }, next: unit.next }
}

const minutesLength = (tokens: readonly Token[], at: number): Match<Length> | undefined => {
  const found = duration(tokens, at)
  return found?.value.minutes === undefined ? undefined : { value: { months: 0, minutes: found.value.minutes }, next: found.next }
}

const times: Matcher<Phrase> = (tokens, at) => {
  const count = wholeNumber(tokens, at)
  const unit = count === undefined ? undefined : timesWord(tokens, count.next)
  return count === undefined || unit === undefined || /^(a|per|each|every)$/.test(lowerAt(tokens, unit.next)) ? undefined : { value: { kind: 'times', count: count.value }, next: unit.next }
}

const exceptWords = words('except|excluding|excepting|barring')
const exceptMore = phraseBook<true>([['but not', true], ['apart from', true], ['other than', true], ['not', true], ['with the exception of', true], ['except for', true], ['except', true], ['without', true]])
const linkWords = words('on|in|during|over|for|at')
const holidayWords = words('the? school|summer|winter|christmas|easter|autumn|spring|bank? holidays|holiday|vacation|vacations')

/** "except 25 December", "but not on Wednesdays", "except in the holidays"; in a series also "not on 28 December". */
const exception = (tokens: readonly Token[], start: number, repeats: boolean): Match<Phrase> | undefined => {
  const open = exceptMore(tokens, start) ?? exceptWords(tokens, start)
  if (open === undefined) return undefined
  const at = skip(linkWords, tokens, open.next)
  const named = holidayWords(tokens, at) ?? halfTerm(tokens, at)
  if (named !== undefined) return { value: { kind: 'except-named', words: tokens.slice(open.next, named.next).map((t) => t.text).join(' ') }, next: named.next }
  if (lowerAt(tokens, start) === 'not' && !repeats) return undefined
  const weekdays = repeat(tokens, at)
  if (weekdays?.value.freq === 'MONTHLY' || weekdays?.value.freq === 'YEARLY') return { value: { kind: 'except-named', words: tokens.slice(open.next, weekdays.next).map((t) => t.text).join(' ') }, next: weekdays.next }
  const codes = weekdays?.value.freq === 'WEEKLY' && weekdays.value.interval === 1 ? (weekdays.value.byDay ?? []).map((d) => d.day) : []
  if (weekdays !== undefined && codes.length > 0) return { value: { kind: 'except-days', days: [], weekdays: codes }, next: weekdays.next }
  const listed = dayList(tokens, at)
  if (listed !== undefined) return { value: { kind: 'except-days', days: listed.value, weekdays: [] }, next: listed.next }
  const one = day(tokens, at)
  return one === undefined ? undefined : { value: { kind: 'except-days', days: [one.value], weekdays: [] }, next: one.next }
}

/** "Monday and Wednesday", "the 15th and the 20th at 4": days in a row, the last with the time of all of them. */
const several: Matcher<Phrase> = (tokens, start) => {
  const first = skip(eitherLead, tokens, start)
  const numbers = dayList(tokens, first)
  const moments: Moment[] = []
  let joined = false
  let next = first
  for (let i = next; ;) {
    const found = moment(false)(tokens, i)
    if (found?.value.day === undefined || !/^(weekday|date|day-of-month|offset|numeric|holiday)$/.test(found.value.day.kind) || hasPlural(tokens, i, found.next)) break
    moments.push(found.value)
    next = found.next
    if (found.value.clock !== undefined || !/^(,|and|&)$/.test(lowerAt(tokens, next))) break
    joined ||= lowerAt(tokens, next) !== ',' || lowerAt(tokens, next + 1) === 'and'
    i = skip(onOrAt, tokens, lowerAt(tokens, next + 1) === 'and' ? next + 2 : next + 1)
  }
  const last = moments.at(-1)
  // "24 and 31 December": the month is named once.
  const dates = numbers?.value.some(({ kind }) => kind === 'date') === true && (numbers.next > next || moments.some(({ day: ref }) => ref?.kind === 'day-of-month')) && !tokens.slice(first, numbers.next).some(({ lower }) => lower === 'or') ? numbers : undefined
  if (dates !== undefined) {
    const led = skip(onOrAt, tokens, dates.next), time = moment(led > dates.next)(tokens, led)
    return { value: { kind: 'several', moments: dates.value.map((ref) => ({ ...(time?.value.day === undefined ? time?.value : {}), day: ref })) }, next: time?.value.day === undefined ? time?.next ?? dates.next : dates.next }
  }
  return last === undefined || moments.length < 2 || !joined ? undefined : { value: { kind: 'several', moments: moments.map((m) => ({ ...(last.clock === undefined ? {} : { clock: last.clock }), ...(last.part === undefined ? {} : { part: last.part }), ...m })) }, next }
}

/** "Monday or Tuesday", "at 10 or 11". */
const either: Matcher<Phrase> = (tokens, start) => {
  const led = skip(eitherLead, tokens, start)
  const dates = dayList(tokens, led), [one, other, more] = dates?.value ?? []
  if (dates !== undefined && one !== undefined && other !== undefined && more === undefined && one.kind === 'date' && tokens.slice(led, dates.next).some(({ lower }) => lower === 'or')) {
    const at = skip(onOrAt, tokens, dates.next), time = moment(at > dates.next)(tokens, at), shared = time?.value.day === undefined ? time : undefined
    return { value: { kind: 'either', moments: [{ ...shared?.value, day: one }, { ...shared?.value, day: other }] }, next: shared?.next ?? dates.next }
  }
  const first = moment(led > start)(tokens, led)
  const or = first === undefined ? undefined : orWord(tokens, first.next)
  const second = or === undefined ? undefined : moment(true)(tokens, skip(onOrAt, tokens, or.next))
  if (first === undefined || second === undefined) return undefined
  return { value: { kind: 'either', moments: [first.value, second.value] }, next: second.next }
}
