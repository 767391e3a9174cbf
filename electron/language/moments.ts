/** Moments and stretches put together from days, parts of the day and times of day: "tomorrow morning at 7", "7 pm on Monday", "tonight", "in two hours". */
import type { ClockRef } from './clock.ts'
import { alike, clock } from './clock.ts'
import type { DayRef } from './days.ts'
import { day } from './days.ts'
import { duration } from './durations.ts'
import type { Match, Matcher } from './grammar.ts'
import { longest, phraseBook, skip, words } from './grammar.ts'
import type { Token } from './tokens.ts'

export type Part = 'morning' | 'afternoon' | 'evening' | 'night' | 'overnight'

/** At least one of the four is there. A moment with a clock or `inMinutes` is a point in time, any other a stretch. */
export interface Moment {
  readonly day?: DayRef
  readonly part?: Part
  readonly clock?: ClockRef
  /** "in two hours": minutes from now. */
  readonly inMinutes?: number
}

/** A moment or a stretch. `led` means that a word such as "at" or "by" stands before it, so that a bare "7" counts. */
export const moment = (led: boolean): Matcher<Moment> => longest(fromNow, dayFirst, clockFirst(led), partFirst(led))

/** "between 9 and 11", "from 9 to 11 pm", "9–11 am", "from Friday 8 pm until Saturday noon": two moments. */
export const momentRange: Matcher<readonly [Moment, Moment]> = (tokens, at) => {
  const open = rangeOpening(tokens, at)
  const first = (open?.value === 'from' ? bareBeforeTo(tokens, open.next) : undefined) ?? moment(open !== undefined)(tokens, open?.next ?? at) ?? (open === undefined ? bareBeforeDash(tokens, at) : undefined)
  if (first === undefined) return undefined
  const joint = open?.value === 'between' ? words('and')(tokens, first.next) : rangeJoint(tokens, first.next)
  if (joint === undefined) return undefined
  const second = moment(true)(tokens, joint.next)
  if (second === undefined) return undefined
  const a = first.value, b = second.value
  if ((a.clock === undefined) !== (b.clock === undefined)) return undefined
  if (a.clock === undefined || b.clock === undefined) return { value: [a, b], next: second.next }
  const start = { ...a, clock: alike(a.clock, b.clock), ...(a.day === undefined && a.part === undefined ? inherited(b) : {}) }
  const end = { ...b, ...(b.day === undefined && a.day !== undefined ? { day: a.day } : {}), ...(b.part === undefined && a.part !== undefined ? { part: a.part } : {}) }
  return { value: [start, end], next: second.next }
}

const inherited = (m: Moment): Moment => ({ ...(m.day === undefined ? {} : { day: m.day }), ...(m.part === undefined ? {} : { part: m.part }) })

const rangeOpening = phraseBook<'between' | 'from'>([['anywhere? between', 'between'], ['from', 'from']])
const rangeWords = words('to|until|till|til|through')
const rangeJoint: Matcher<unknown> = (tokens, at) => (/^[-–—]$/.test(tokens[at]?.text ?? '') ? { value: true, next: at + 1 } : rangeWords(tokens, at))

/** Behind "from", "10 to 12" is a stretch and not ten minutes to twelve. */
export const bareBeforeTo = (tokens: readonly Token[], at: number): Match<Moment> | undefined => {
  const hour = tokens[at]?.kind === 'number' && tokens[at + 1]?.lower === 'to' && /^(number|clock)$/.test(tokens[at + 2]?.kind ?? '') ? clock(true)(tokens.slice(at, at + 1), 0) : undefined
  return hour === undefined ? undefined : { value: { clock: hour.value }, next: at + 1 }
}

/** "9–11 pm": the 9 is a time because a dash and a time follow without a gap. */
const bareBeforeDash = (tokens: readonly Token[], at: number): Match<Moment> | undefined => {
  const dash = tokens[at + 1]
  if (!/^[-–—]$/.test(dash?.text ?? '') || clock(false)(tokens, at + 2) === undefined) return undefined
  const bare = clock(true)(tokens, at)
  return bare?.next === at + 1 ? { value: { clock: bare.value }, next: at + 1 } : undefined
}

const partBook = phraseBook<Part>([['early|late|mid? morning|mornings', 'morning'], ['early|late|mid? afternoon|afternoons', 'afternoon'], ['early|late? evening|evenings', 'evening'], ['late? night|nights', 'night']])
const inThePart = phraseBook<Part>([
  ['in|during the? early|late? morning|mornings', 'morning'],
  ['in|during the? early|late? afternoon', 'afternoon'],
  ['in|during the? early|late? evening', 'evening'],
  ['in|during|through|throughout the? night', 'night'],
  ['at night', 'night'],
  ['in the small hours', 'night'],
])
const today: DayRef = { kind: 'offset', days: 0 }
const thisPart = phraseBook<Moment>([
  ["tonight|tonite|tonight's", { day: today, part: 'night' }],
  ['this|to night', { day: today, part: 'night' }],
  ['this early|late? morning', { day: today, part: 'morning' }],
  ['this early|late? afternoon', { day: today, part: 'afternoon' }],
  ['this early|late? evening', { day: today, part: 'evening' }],
  ['last night', { day: { kind: 'offset', days: -1 }, part: 'night' }],
  ['overnight', { part: 'overnight' }],
  ['over night', { part: 'overnight' }],
  ['over|during the night', { part: 'overnight' }],
  ['the following|next morning', { day: { kind: 'offset', days: 1 }, part: 'morning' }],
])
const ledPart = phraseBook<Part>([['the? morning', 'morning'], ['the? afternoon', 'afternoon'], ['the? evening', 'evening'], ['nightfall|night', 'night']])

const on = words('on|of|for')
const comma = (tokens: readonly Token[], at: number): number => (tokens[at]?.text === ',' ? at + 1 : at)

/** A part of the day after something else: "morning", "in the morning". */
const partAfter = longest(partBook, inThePart)

const dayWithPart: Matcher<Moment> = (tokens, at) => {
  const whole = thisPart(tokens, at)
  if (whole !== undefined) return whole
  const named = day(tokens, at)
  if (named === undefined) return undefined
  const part = partAfter(tokens, named.next)
  return { value: { day: named.value, ...(part === undefined ? {} : { part: part.value }) }, next: part?.next ?? named.next }
}

/** "7 tomorrow morning", "7 in the morning", "7 pm on Monday". */
const clockFirst = (led: boolean): Matcher<Moment> => {
  const time = clock(led)
  return (tokens, at) => {
    const found = time(tokens, at)
    if (found === undefined) return undefined
    const part = longest<Moment>(thisPart, (t, i) => { const p = inThePart(t, i); return p === undefined ? undefined : { value: { part: p.value }, next: p.next } })(tokens, found.next)
    if (part !== undefined) {
      const later = part.value.day === undefined ? dayWithPart(tokens, skip(on, tokens, part.next)) : undefined
      return { value: { clock: found.value, ...part.value, ...(later?.value.day === undefined ? {} : { day: later.value.day }) }, next: later?.next ?? part.next }
    }
    const named = dayWithPart(tokens, skip(on, tokens, comma(tokens, found.next)))
    // "by 7, tomorrow I …": a comma and a day belong together only with the preposition or right behind.
    const joined = named !== undefined && (tokens[found.next]?.text !== ',' || on(tokens, found.next + 1) !== undefined)
    return joined ? { value: { clock: found.value, ...named.value }, next: named.next } : { value: { clock: found.value }, next: found.next }
  }
}

const atWord = phraseBook([['at|around|about', true], ['at around|about', true]])

/** "tomorrow at 7", "Monday morning around 8", "tomorrow, 7:15", "tonight at 10". */
const dayFirst: Matcher<Moment> = (tokens, start) => {
  const named = dayWithPart(tokens, start)
  if (named === undefined) return undefined
  const gap = comma(tokens, named.next)
  const link = atWord(tokens, gap)
  const isoTime = /^t$/i.test(tokens[named.next]?.text ?? '') ? named.next + 1 : undefined
  const time = link === undefined ? clock(false)(tokens, isoTime ?? gap) : clock(true)(tokens, link.next)
  if (time === undefined) return named
  const part = named.value.part === undefined ? inThePart(tokens, time.next) : undefined
  return { value: { ...named.value, clock: time.value, ...(part === undefined ? {} : { part: part.value }) }, next: part?.next ?? time.next }
}

/** "in the morning", "overnight", and led also "the evening": with a time of day behind it or without. */
const partFirst = (led: boolean): Matcher<Moment> => (tokens, start) => {
  const part = inThePart(tokens, start) ?? (led ? ledPart(tokens, start) : undefined)
  if (part === undefined) return undefined
  const link = atWord(tokens, part.next)
  const time = link === undefined ? undefined : clock(true)(tokens, link.next)
  return { value: { part: part.value, ...(time === undefined ? {} : { clock: time.value }) }, next: time?.next ?? part.next }
}

/** "in two hours", "an hour from now". */
const fromNow: Matcher<Moment> = (tokens, start) => {
  const led = tokens[start]?.lower === 'in'
  const length = duration(tokens, led ? start + 1 : start)
  if (length?.value.minutes === undefined || length.value.minutes >= 1440) return undefined
  if (led) return { value: { inMinutes: length.value.minutes }, next: length.next }
  const now = words("from now|later")(tokens, length.next) ?? words("hence")(tokens, length.next)
  return now === undefined ? undefined : { value: { inMinutes: length.value.minutes }, next: now.next }
}

/** "tomorrow by 7", "on Friday before noon": a day and its deadline are one moment. */
export const dayThenBy: Matcher<Moment> = (tokens, start) => {
  const named = day(tokens, start)
  const link = named === undefined ? undefined : byWord(tokens, comma(tokens, named.next))
  if (named === undefined || link === undefined) return undefined
  const time = clockFirst(true)(tokens, link.next)
  return time === undefined || time.value.day !== undefined ? undefined : { value: { ...time.value, day: named.value }, next: time.next }
}

const byWord = phraseBook([['by|before|until|till', true], ['no later than', true]])
