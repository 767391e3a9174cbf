/** The time phrases of one request put together and placed: start, end, deadline, length, shift, repetition; or what has to be asked. */
import type { Repetition } from '../../../shared/understanding.ts'
import type { WallTime } from '../../../shared/time.ts'
import { Temporal } from '../../../shared/time.ts'
import { alike } from '../clock.ts'
import type { ClockRef } from '../clock.ts'
import type { DayRef } from '../days.ts'
import type { Moment, Part } from '../moments.ts'
import { later } from '../resolve.ts'
import { anyWeekday, codeOf } from './calendar-words.ts'
import { at, placeClock, placeDay } from './dates.ts'
import type { Dates, Setting } from './dates.ts'
import type { Why } from './doubts.ts'
import { endAfter } from './lengths.ts'
import { placeSeries } from './series.ts'
import type { Length, TimePhrase } from './time-phrases.ts'
import type { VagueDay } from './vague.ts'
import { minutesOfPart } from './vague.ts'
import type { Token } from '../tokens.ts'

export interface Doubt { readonly kind: 'impossible' | 'either' | 'unsaid'; readonly why: Why; /** Wall times, dates or times of day ("T07:00") that can be chosen. */ readonly choices: readonly string[]; readonly phrase: TimePhrase }

export interface Placed {
  readonly start?: WallTime
  readonly end?: WallTime
  readonly due?: WallTime
  readonly says?: 'day' | 'time' | 'both'
  readonly duration?: Length
  readonly shift?: { readonly length: Length; readonly back: boolean }
  /** How long before it to remind. */
  readonly before?: readonly Length[]
  readonly source?: WallTime
  readonly repetition?: Repetition
  readonly fromNowOn: boolean
  /** The phrases that were read roughly. */
  readonly about: readonly TimePhrase[]
  readonly doubt?: Doubt
}

export interface Purpose {
  /** What is moved has a place it comes from and one it goes to. */
  readonly moves: boolean
  /** Lengths say by how much it changes. */
  readonly shifts: boolean
  /** A question or a view: rough stretches are stretches. */
  readonly looks: boolean
  /** A length before something is when to remind. */
  readonly reminds: boolean
}

/** A day and a time of day, as far as the message says them. */
interface Spot { readonly day?: DayRef | VagueDay; readonly clock?: ClockRef; readonly part?: Part; readonly minutes?: number; readonly inMinutes?: number; readonly phrase: TimePhrase }

/** Places the phrases of a request. `lent` is a day that the clause before it names for all of them: "Tomorrow: dentist at 9, hairdresser at 11". */
export const placePhrases = (setting: Setting, tokens: readonly Token[], said: readonly TimePhrase[], purpose: Purpose, lent: DayRef | undefined): Placed => {
  const phrases = said.some(({ phrase }) => phrase.kind === 'repeat') ? said.flatMap(weekdaysApart) : said
  const gathered = gather(setting.clockOf24 ? phrases.map((found) => withOClock(found, tokens)) : phrases, purpose, tokens, setting.when.today.year)
  const wrong = phrases.find(({ phrase }) => phrase.kind === 'impossible')
  const open = phrases.find(({ phrase }) => phrase.kind === 'either')
  const base: Placed = { fromNowOn: phrases.some(({ phrase }) => phrase.kind === 'from-now-on'), about: gathered.about, ...lengthsOf(phrases, purpose) }
  if (wrong?.phrase.kind === 'impossible') return { ...base, doubt: { kind: 'impossible', why: wrong.phrase.why, choices: [], phrase: wrong } }
  if (open?.phrase.kind === 'either' && !purpose.looks) return { ...base, doubt: eitherOf(setting, open, open.phrase.moments, gathered.spots.find(({ day }) => day !== undefined)?.day ?? lent) }
  return placeGathered(setting, gathered, base, purpose, tokens, lent)
}

/** "On Tuesday and Thursday at 4:30 every week": in a series the weekdays are its rule, and the time is the time of all. */
const weekdaysApart = (found: TimePhrase): readonly TimePhrase[] => {
  if (found.phrase.kind !== 'several') return [found]
  const days = found.phrase.moments.flatMap(({ day }) => (day?.kind === 'weekday' ? [{ day: codeOf(day.weekday) }] : []))
  if (days.length < found.phrase.moments.length) return [found]
  const { day: _, ...time } = found.phrase.moments[0] ?? {}
  return [{ ...found, phrase: { kind: 'repeat', repeat: { freq: 'WEEKLY', interval: 1, byDay: days } } }, ...(Object.keys(time).length === 0 ? [] : [{ ...found, phrase: { kind: 'moment', moment: time } } as const])]
}

interface Gathered {
  readonly spots: readonly Spot[]
  readonly sources: readonly Spot[]
  readonly range?: readonly [Spot, Spot]
  readonly days?: readonly [DayRef, DayRef]
  readonly due?: Spot
  readonly until?: Spot
  readonly from?: Spot
  readonly repeats: readonly TimePhrase[]
  readonly about: readonly TimePhrase[]
  readonly phrases: readonly TimePhrase[]
}

const gather = (phrases: readonly TimePhrase[], purpose: Purpose, tokens: readonly Token[], thisYear: number): Gathered => {
  const spots: Spot[] = [], sources: Spot[] = [], about: TimePhrase[] = [], repeats: TimePhrase[] = []
  const goesTo = purpose.moves ? phrases.findIndex(({ lead, phrase }) => lead === 'to' && phrase.kind !== 'length') : -1
  const isSeries = phrases.some(({ phrase }) => phrase.kind === 'repeat')
  let range: readonly [Spot, Spot] | undefined, days: readonly [DayRef, DayRef] | undefined
  let due: Spot | undefined, until: Spot | undefined, from: Spot | undefined
  for (const [i, found] of phrases.entries()) {
    const { phrase, lead } = found
    if (phrase.kind === 'repeat') repeats.push(found)
    if (phrase.kind === 'days' && purpose.moves) { sources.push({ day: phrase.days[0], phrase: found }); spots.push({ day: phrase.days[1], phrase: found }) }
    else if (phrase.kind === 'days') days ??= phrase.days
    if (phrase.kind === 'range') {
      const [a, b] = phrase.range
      const timed = a.clock !== undefined && b.clock !== undefined
      if (purpose.moves && (!timed || leadsAway(tokens, found, goesTo >= 0 && goesTo < i))) { sources.push({ ...a, phrase: found }); spots.push({ ...b, phrase: found }) }
      else if (isSeries && !timed) { from ??= { ...a, phrase: found }; until ??= { ...b, phrase: found } }
      else range ??= [{ ...a, phrase: found }, { ...b, phrase: found }]
    }
    const spot = spotOf(found)
    if (spot === undefined) continue
    if (isRough(spot, tokens)) about.push(found)
    if (lead === 'instead-of' || (goesTo >= 0 && i < goesTo) || (purpose.moves && tokens[found.from - 1]?.lower === 'not')) sources.push(spot)
    // The last day of a series, and the hour by which it is done each time.
    else if (isSeries && lead === 'by' && !purpose.moves && spot.clock === undefined && spot.day !== undefined) until ??= spot
    else if (isSeries && lead === 'by' && !purpose.moves) spots.push(spot)
    else if (!purpose.moves && (lead === 'by' || (lead === 'before' && spot.minutes === undefined && !purpose.reminds))) due ??= spot
    // "How many days until Christmas" asks about Christmas.
    else if (!purpose.moves && lead === 'until' && !(purpose.looks && tokens.some(({ lower }) => lower === 'how'))) until ??= spot
    else if (isSeries && lead === 'from' && spot.day !== undefined) from ??= spot
    else spots.push(spot)
  }
  const finer = inMonth(spots)
  if (finer !== undefined) spots.splice(0, spots.length, ...finer)
  const years = spots.findIndex(({ day }) => day?.kind === 'year-offset')
  if (years >= 0 && spots.length > 1) spots.push(...inYear(spots.splice(0), years, thisYear))
  const week = spots.find(({ day }) => day?.kind === 'week')?.day, weekday = spots.findIndex(({ day }) => day?.kind === 'weekday' && day.which === 'coming')
  const whole = spots[weekday]
  if (week?.kind === 'week' && whole?.day?.kind === 'weekday') spots.splice(0, spots.length, { ...whole, day: { kind: 'in-week', week, weekday: whole.day.weekday } }, ...spots.filter((s) => s !== whole).flatMap(({ day, ...rest }) => (day?.kind !== 'week' ? [{ ...rest, ...(day === undefined ? {} : { day }) }] : hasTime(rest) ? [rest] : [])))
  return { spots, sources, repeats, about, phrases, ...(range === undefined ? {} : { range }), ...(days === undefined ? {} : { days }), ...(due === undefined ? {} : { due }), ...(until === undefined ? {} : { until }), ...(from === undefined ? {} : { from }) }
}

/** "Next month on the 12th", "in March on the 3rd at 6": the day is in that month. */
const inMonth = (spots: readonly Spot[]): Spot[] | undefined => {
  const whole = spots.find(({ day }) => day?.kind === 'month' || day?.kind === 'month-offset'), one = spots.find(({ day }) => day?.kind === 'day-of-month')
  if (whole?.day === undefined || one?.day?.kind !== 'day-of-month') return undefined
  const { day: month, ...time } = whole
  const dated: Spot = { ...one, day: { kind: 'day-of', month: month as DayRef, day: one.day.day } }
  return spots.flatMap((spot) => (spot === one ? [dated] : spot === whole ? (hasTime(time) ? [time] : []) : [spot]))
}

/** "Next year on 3 March": the date is in that year. */
const inYear = (spots: readonly Spot[], years: number, thisYear: number): Spot[] => {
  const offset = spots[years]?.day
  return spots.filter((_, i) => i !== years).map((spot) => (spot.day?.kind === 'date' && spot.day.year === undefined && offset?.kind === 'year-offset' ? { ...spot, day: { ...spot.day, year: thisYear + offset.years } } : spot))
}

/** "7 Uhr" is said as on a 24-hour clock. */
const withOClock = (found: TimePhrase, tokens: readonly Token[]): TimePhrase => {
  const { phrase } = found
  if (phrase.kind !== 'moment' || phrase.moment.clock === undefined || !tokens.slice(found.from, found.to).some(({ lower }) => lower === "o'clock")) return found
  return { ...found, phrase: { ...phrase, moment: { ...phrase.moment, clock: { ...phrase.moment.clock, colon: true } } } }
}

/** "From 7 to 8" says where it comes from and where it goes; "to Friday from 3 to 4" and "to 3–4 pm" say a stretch. */
const leadsAway = (tokens: readonly Token[], { from, to, lead }: TimePhrase, gone: boolean): boolean =>
  !gone && lead !== 'to' && !tokens.slice(from, to).some(({ text, lower }) => /^[-–—]$/.test(text) || lower === 'between')

const spotOf = (found: TimePhrase): Spot | undefined => {
  const { phrase } = found
  if (phrase.kind === 'moment') return { ...phrase.moment, phrase: found }
  if (phrase.kind === 'vague-clock') return { minutes: phrase.minutes, ...(phrase.day === undefined ? {} : { day: phrase.day }), phrase: found }
  if (phrase.kind === 'vague-day') return { day: phrase.day, phrase: found }
  return undefined
}

const isRough = (spot: Spot, tokens: readonly Token[]): boolean => spot.minutes !== undefined || spot.clock?.about === true || (spot.part !== undefined && spot.clock === undefined) || (spot.day?.kind === 'in-month' && spot.day.about) || tokens.slice(spot.phrase.from, spot.phrase.to).some((t) => t.lower === 'around')

const lengthsOf = (phrases: readonly TimePhrase[], purpose: Purpose): Pick<Placed, 'duration' | 'shift' | 'before'> => {
  const series = phrases.some(({ phrase }) => phrase.kind === 'repeat')
  const before = phrases.flatMap(({ phrase }) => (phrase.kind === 'length' && (phrase.way === 'before' || purpose.reminds) ? [phrase.length] : []))
  if (before.length > 0) return { before }
  for (const { phrase, lead } of phrases) {
    if (phrase.kind !== 'length') continue
    const { length, way } = phrase
    if (purpose.shifts && (way !== undefined || lead === 'by' || lead === 'at' || lead === 'none')) return { shift: { length, back: way === 'earlier' || way === 'shorter' } }
    if (series && (length.minutes >= 1440 || length.months > 0)) continue
    return { duration: length }
  }
  return {}
}

const eitherOf = (setting: Setting, phrase: TimePhrase, moments: readonly [Moment, Moment], lent: DayRef | VagueDay | undefined): Doubt => {
  const shared = moments[1].clock ?? moments[0].clock, day = moments.find((m) => m.day !== undefined)?.day ?? lent
  const walls = moments.flatMap((m): string[] => {
    const spot = placeSpot(setting, { ...(m.clock === undefined && shared !== undefined ? { clock: shared } : {}), ...m, phrase }, day, [])
    return spot.kind === 'spot' ? [at(setting.when, spot.date, spot.minutes)] : []
  })
  return { kind: 'either', why: ({ whichOf }) => whichOf, choices: walls, phrase }
}

type PlacedSpot =
  | { readonly kind: 'spot'; readonly date: Temporal.PlainDate; readonly to: Temporal.PlainDate; readonly minutes?: number }
  | { readonly kind: 'doubt'; readonly doubt: Doubt }

/** "Saturday night at 2" is on Sunday; "28 March, 2 at night" is on the 28th. */
const ofDate = ({ day, part }: Spot): Part | undefined => (part === 'night' && (day?.kind === 'date' || day?.kind === 'numeric') ? 'overnight' : part)

/** A spot on the calendar. A time of day without a day is its next occurrence. */
const placeSpot = (setting: Setting, spot: Spot, lent: DayRef | VagueDay | undefined, tokens: readonly Token[], anyDay = false): PlacedSpot => {
  const { when } = setting
  const doubt = (kind: Doubt['kind'], why: Why, choices: readonly string[]): PlacedSpot => ({ kind: 'doubt', doubt: { kind, why, choices, phrase: spot.phrase } })
  if (spot.inMinutes !== undefined) {
    const wall = later(when, when.now, spot.inMinutes)
    const date = Temporal.PlainDate.from(wall.slice(0, 10))
    return { kind: 'spot', date, to: date.add({ days: 1 }), minutes: Number(wall.slice(11, 13)) * 60 + Number(wall.slice(14, 16)) }
  }
  const ref = spot.day ?? lent
  const placed: Dates = ref === undefined ? { kind: 'dates', from: when.today, to: when.today.add({ days: 1 }) } : placeDay(setting, ref)
  if (placed.kind === 'impossible') return doubt('impossible', placed.why, placed.choices.map((d) => d.toString()))
  const named = spot.day === undefined || !/^(?:date|numeric|day-of-month)$/.test(spot.day.kind) ? undefined : tokens.slice(spot.phrase.from, spot.phrase.to).map(anyWeekday).find((weekday) => weekday !== undefined)
  if (named !== undefined && named !== placed.from.dayOfWeek) return doubt('impossible', (doubts) => doubts.notThatWeekday(placed.from.toString(), named), [placed.from.toString(), placed.from.add({ days: (named - placed.from.dayOfWeek + 7) % 7 }).toString()])
  if (placed.choices !== undefined && !anyDay) return doubt('either', ({ whichWeekend }) => whichWeekend, placed.choices.map(([from]) => from.toString()))
  const isToday = placed.from.equals(when.today)
  const minutes = spot.clock === undefined ? (spot.minutes === undefined ? (spot.part === undefined ? [] : [minutesOfPart(spot.part, tokens.slice(spot.phrase.from, spot.phrase.to))]) : [spot.minutes]) : placeClock(setting, spot.clock, ofDate(spot), isToday, ref !== undefined)
  const [first, second] = minutes
  if (first !== undefined && second !== undefined && !anyDay) return doubt('either', ({ whichHalf }) => whichHalf, [at(when, placed.from, first), at(when, placed.from, second)])
  if (first === undefined) return { kind: 'spot', date: placed.from, to: placed.to }
  const date = ref === undefined && !anyDay && at(when, placed.from, first) <= when.now ? placed.from.add({ days: 1 }) : placed.from
  return { kind: 'spot', date, to: placed.to, minutes: first }
}

/** Of the days that are named the one that lies within the others; two that have none in common are asked about. */
const daysOf = (setting: Setting, spots: readonly Spot[]): { readonly kind: 'day'; readonly spot: Spot } | { readonly kind: 'doubt'; readonly doubt: Doubt } | undefined => {
  const placed = spots.flatMap((spot) => { const dates = spot.day === undefined ? undefined : placeDay(setting, spot.day); return dates?.kind === 'dates' ? [{ spot, ...dates }] : [] })
  const [first, ...more] = placed
  if (first === undefined || more.length === 0) return undefined
  const within = (a: typeof first, b: typeof first): boolean => Temporal.PlainDate.compare(a.from, b.from) >= 0 && Temporal.PlainDate.compare(a.to, b.to) <= 0
  const finest = placed.find((one) => placed.every((other) => within(one, other)))
  return finest === undefined ? { kind: 'doubt', doubt: { kind: 'impossible', why: ({ anotherDay }) => anotherDay, choices: [], phrase: first.spot.phrase } } : { kind: 'day', spot: finest.spot }
}

const placeGathered = (setting: Setting, gathered: Gathered, base: Placed, purpose: Purpose, tokens: readonly Token[], lent: DayRef | undefined): Placed => {
  const { when } = setting
  const days = purpose.looks || purpose.moves || purpose.reminds ? undefined : daysOf(setting, gathered.spots)
  if (days?.kind === 'doubt' && gathered.repeats.length === 0) return { ...base, doubt: days.doubt }
  const dayed = days?.kind === 'day' ? days.spot : gathered.spots.find(({ day }) => day !== undefined), timed = withPart(gathered.spots)
  // "Change Wednesday's ballet to 4:30" leaves it on Wednesday.
  const day = dayed?.day ?? (purpose.moves && timed !== undefined ? gathered.sources.find((spot) => spot.day !== undefined)?.day : undefined) ?? lent
  const stated = dayed !== undefined || lent !== undefined || gathered.spots.some(({ inMinutes }) => inMinutes !== undefined)
  const source = gathered.sources[0] === undefined ? undefined : placeSpot(setting, merged(gathered.sources), undefined, tokens, true)
  const common: Placed = { ...base, ...(source?.kind === 'spot' ? { source: at(when, source.date, source.minutes) } : {}) }
  if (gathered.repeats.length > 0 && !isAdjective(gathered)) {
    if (purpose.looks && day !== undefined && isStretch(day)) return lookAtSeries(setting, gathered, day, common)
    const time = seriesTime(setting, gathered, timed, tokens)
    if (time.doubt !== undefined) return { ...common, doubt: time.doubt }
    // "Every day next week": the stretch bounds the series on both sides.
    const bounds = day !== undefined && isStretch(day) ? day : undefined
    const until = gathered.until?.clock === undefined ? gathered.until?.day : undefined
    return { ...common, ...placeSeries(setting, gathered.phrases, { day, ...time, length: base.duration, from: gathered.from?.day ?? bounds, until: until ?? bounds }) }
  }
  if (gathered.range !== undefined) return placeRange(setting, gathered.range, day, common, purpose)
  if (gathered.days !== undefined) return placeDays(setting, gathered.days, common)
  const deadline = gathered.due ?? gathered.until
  // "On Tuesday before 9": the day and the hour are one deadline.
  const split = deadline !== undefined && gathered.due !== undefined && deadline.day === undefined && dayed !== undefined && timed === undefined
  if (split || (dayed === undefined && timed === undefined)) {
    if (deadline === undefined) return common
    const placed = placeSpot(setting, split && day !== undefined ? { ...deadline, day } : deadline, lent, tokens)
    if (placed.kind === 'doubt') return { ...common, doubt: placed.doubt }
    // "Passfotos bis Freitag" begins nowhere: what is to be done has a deadline.
    const isDeadline = gathered.due !== undefined || !(purpose.looks || purpose.moves || purpose.shifts)
    return { ...common, ...(!isDeadline ? { end: at(when, placed.date, placed.minutes) } : { due: at(when, placed.date, placed.minutes) }) }
  }
  const adjective = gathered.repeats[0]?.phrase
  const spot: Spot = { ...(adjective?.kind === 'repeat' && adjective.repeat.part !== undefined ? { part: adjective.repeat.part } : {}), ...(timed ?? dayed), ...(day === undefined ? {} : { day }), phrase: (timed ?? dayed)?.phrase ?? noPhrase }
  const found = placeSpot(setting, spot, undefined, tokens, purpose.looks && timed === undefined)
  if (found.kind === 'doubt') return { ...common, doubt: found.doubt }
  const placed = dayed === undefined ? found : otherThan(found, source, spot)
  const start = at(when, placed.date, placed.minutes)
  const several = placed.minutes === undefined && ((day !== undefined && isStretch(day)) || Temporal.PlainDate.compare(placed.to, placed.date.add({ days: 1 })) > 0)
  const end = gathered.until === undefined ? (base.duration === undefined || purpose.looks ? undefined : rounded(start, base.duration, when)) : endOf(setting, gathered.until, placed.date, start)
  return { ...common, start, says: placed.minutes === undefined ? 'day' : stated ? 'both' : 'time', ...(several && end === undefined ? { end: placed.to.toString() } : end === undefined ? {} : { end }) }
}

/** "Nightly backup at 2:30 on 28 March": on one date nothing repeats. */
const isAdjective = ({ repeats, spots }: Gathered): boolean =>
  repeats.every(({ phrase, from, to }) => phrase.kind === 'repeat' && phrase.repeat.freq === 'DAILY' && to - from === 1) && spots.some(({ day, phrase }) => (day?.kind === 'date' || day?.kind === 'numeric') && phrase.lead !== 'from')

const isStretch = (day: DayRef | VagueDay): boolean => ['week', 'weekend', 'month', 'month-offset', 'year', 'year-offset', 'nth-week'].includes(day.kind)

/** "Every day next week", asked for: the stretch to look in, and how often. */
const lookAtSeries = (setting: Setting, gathered: Gathered, day: DayRef | VagueDay, common: Placed): Placed => {
  const stretch = placeDay(setting, day), series = placeSeries(setting, gathered.phrases, { day: undefined, length: undefined, from: day, until: undefined })
  return stretch.kind === 'impossible' ? common : { ...common, ...series, start: stretch.from.toString(), end: stretch.to.toString(), says: 'day' }
}

/** "Not this Friday, next Friday": where both words name the same day, the one behind it. */
const otherThan = (placed: PlacedSpot & { readonly kind: 'spot' }, source: PlacedSpot | undefined, { day }: Spot): PlacedSpot & { readonly kind: 'spot' } =>
  source?.kind === 'spot' && day?.kind === 'weekday' && source.minutes === undefined && source.date.equals(placed.date) ? { ...placed, date: placed.date.add({ days: 7 }), to: placed.to.add({ days: 7 }) } : placed

/** Hours do not make an end for whole days. */
const rounded = (start: WallTime, length: Length, when: Setting['when']): WallTime | undefined => (start.length === 10 && length.months === 0 && length.minutes % 1440 !== 0 ? undefined : endAfter(when, start, length))

const noPhrase: TimePhrase = { phrase: { kind: 'from-now-on' }, lead: 'none', from: 0, to: 0 }

/** The time that is said most exactly; "Saturday morning … at 9:30" is one time. */
const withPart = (spots: readonly Spot[]): Spot | undefined => {
  const clocked = spots.find((s) => s.clock !== undefined || s.inMinutes !== undefined)
  const part = spots.find((s) => s.part !== undefined)?.part
  if (clocked === undefined) return spots.find(hasTime)
  return clocked.part === undefined && part !== undefined ? { ...clocked, part } : clocked
}

const hasTime = (spot: Spot): boolean => spot.clock !== undefined || spot.part !== undefined || spot.minutes !== undefined || spot.inMinutes !== undefined
const merged = (spots: readonly Spot[]): Spot => {
  const day = spots.find((s) => s.day !== undefined), time = spots.find(hasTime)
  return { ...(time ?? day ?? { phrase: noPhrase }), ...(day?.day === undefined ? {} : { day: day.day }) }
}

const placeDays = (setting: Setting, [a, b]: readonly [DayRef, DayRef], common: Placed): Placed => {
  const first = placeDay(setting, a), last = placeDay(setting, b)
  if (first.kind === 'impossible' || last.kind === 'impossible') return { ...common, doubt: { kind: 'impossible', why: first.kind === 'impossible' ? first.why : last.kind === 'impossible' ? last.why : endsFirst, choices: [], phrase: noPhrase } }
  let end = last.from.add({ days: 1 })
  const step = b.kind === 'weekday' ? { days: 7 } : { years: 1 }
  while (Temporal.PlainDate.compare(end, first.from) <= 0) end = end.add(step)
  // "From the 30th to the 2nd": the first is in this month though its last is in the next.
  return { ...common, start: first.from.toString(), end: end.toString(), says: 'day' }
}

const placeRange = (setting: Setting, [a, b]: readonly [Spot, Spot], day: DayRef | VagueDay | undefined, common: Placed, purpose: Purpose): Placed => {
  if (a.clock === undefined || b.clock === undefined) {
    const first = placeSpot(setting, a, day, []), last = placeSpot(setting, b, day, [])
    if (first.kind === 'doubt') return { ...common, doubt: first.doubt }
    if (last.kind === 'doubt') return { ...common, doubt: last.doubt }
    const after = laterDay(last, first.date, b.day)
    if (after === undefined) return { ...common, doubt: { kind: 'impossible', why: endsFirst, choices: [], phrase: a.phrase } }
    return { ...common, start: at(setting.when, first.date, first.minutes), end: last.minutes === undefined ? after.to.toString() : at(setting.when, after.date, last.minutes), says: 'day' }
  }
  const walls = rangeMinutes(setting, a, b)
  const where = a.day ?? day
  const placed: Dates = where === undefined ? { kind: 'dates', from: setting.when.today, to: setting.when.today } : placeDay(setting, where)
  if (placed.kind === 'impossible') return { ...common, doubt: { kind: 'impossible', why: placed.why, choices: placed.choices.map((d) => d.toString()), phrase: a.phrase } }
  const last: Dates = b.day === undefined || b.day === a.day ? placed : placeDay(setting, b.day)
  const on = where === undefined && at(setting.when, placed.from, walls[0]) <= setting.when.now && !purpose.looks ? placed.from.add({ days: 1 }) : placed.from
  const after = last.kind === 'dates' && last !== placed ? laterDay({ date: last.from, to: last.to }, on, b.day) : { date: on }
  if (after === undefined) return { ...common, doubt: { kind: 'impossible', why: endsFirst, choices: [], phrase: a.phrase } }
  const endDay = after.date
  // On another day the end need not be later than the start.
  const ends = last === placed ? walls[1] : (placeClock(setting, b.clock, b.part, false).at(-1) ?? walls[1])
  return { ...common, start: at(setting.when, on, walls[0]), end: at(setting.when, endDay, ends), says: where === undefined ? 'time' : 'both' }
}

const endsFirst: Why = (doubts) => doubts.endsFirst
/** "From Friday to Sunday", said on a Saturday: the Sunday after that Friday. Undefined where the day is fixed and lies before. */
const laterDay = ({ date, to }: { readonly date: Temporal.PlainDate; readonly to: Temporal.PlainDate }, first: Temporal.PlainDate, day: DayRef | VagueDay | undefined): { readonly date: Temporal.PlainDate; readonly to: Temporal.PlainDate } | undefined => {
  if (Temporal.PlainDate.compare(date, first) >= 0) return { date, to }
  const step = day?.kind === 'weekday' || day?.kind === 'weekend' ? { days: 7 } : day?.kind === 'day-of-month' ? { months: 1 } : day?.kind === 'date' && day.year === undefined ? { years: 1 } : undefined
  return step === undefined ? undefined : laterDay({ date: date.add(step), to: to.add(step) }, first, day)
}

/** Both ends of a stretch of hours in minutes after midnight; an end that is not later is on the next day. */
const rangeMinutes = (setting: Setting, a: Spot, b: Spot): readonly [number, number] => {
  const part = a.part ?? b.part
  const second = b.clock ?? midnight, first = alike(a.clock ?? midnight, second)
  const [start = 0] = placeClock(setting, first, part, false)
  const ends = second.open ? [second.hour * 60 + second.minute, second.hour * 60 + second.minute + 720, second.hour * 60 + second.minute + 1440].map((m) => (second.hour === 12 ? m - 720 : m)) : [(second.hour * 60 + second.minute), (second.hour * 60 + second.minute) + 1440]
  // "From 10 pm to 6" is a night, "from 5 to 6" an hour: the first end behind the start.
  const end = ends.find((m) => m > start) ?? start + 60
  return [start, end]
}
const midnight: ClockRef = { hour: 24, minute: 0, open: false, colon: false, about: false }

const endOf = (setting: Setting, until: Spot, date: Temporal.PlainDate, start: WallTime): WallTime | undefined => {
  if (until.clock === undefined) {
    const placed = placeSpot(setting, until, undefined, [], true)
    return placed.kind === 'doubt' ? undefined : placed.date.toString()
  }
  const base = until.day === undefined ? date : (() => { const d = placeSpot(setting, until, undefined, [], true); return d.kind === 'spot' ? d.date : date })()
  const readings = until.clock.open ? [until.clock.hour % 12, (until.clock.hour % 12) + 12].map((h) => h * 60 + (until.clock?.minute ?? 0)) : [until.clock.hour * 60 + until.clock.minute]
  return [...readings, ...readings.map((m) => m + 1440)].map((m) => at(setting.when, base, m)).find((wall) => wall > start)
}

/** "Every weekday at 7:15" is before work or school. */
const isWorkingWeek = ({ repeats }: Gathered): boolean => repeats.some(({ phrase }) => phrase.kind === 'repeat' && phrase.repeat.byDay?.length === 5)

/** Start and end of each occurrence in minutes after midnight; or a question, where it may be morning or evening. */
const seriesTime = (setting: Setting, gathered: Gathered, timed: Spot | undefined, tokens: readonly Token[]): { readonly start?: number; readonly end?: number; readonly doubt?: Doubt } => {
  const part = gathered.repeats.map(({ phrase }) => (phrase.kind === 'repeat' ? phrase.repeat.part : undefined)).find((p) => p !== undefined)
  if (gathered.range !== undefined) {
    const [a, b] = gathered.range
    const [start, end] = rangeMinutes(setting, part === undefined ? a : { part, ...a }, b)
    return { start, end }
  }
  if (timed === undefined) return part === undefined ? {} : { start: minutesOfPart(part, []) }
  if (timed.inMinutes !== undefined) return {}
  const said = timed.part ?? part ?? (isWorkingWeek(gathered) && timed.clock?.open === true && timed.clock.hour >= 6 && timed.clock.hour < 12 ? 'morning' : undefined)
  const minutes = timed.clock === undefined ? [timed.minutes ?? minutesOfPart(said ?? 'morning', tokens.slice(timed.phrase.from, timed.phrase.to))] : placeClock(setting, timed.clock, said, false)
  const [start, second] = minutes
  if (start === undefined) return {}
  const day = setting.when.today
  if (second !== undefined) return { start, doubt: { kind: 'either', why: ({ whichHalf }) => whichHalf, choices: [start, second].map((minutes) => at(setting.when, day, minutes).slice(10)), phrase: timed.phrase } }
  const until = gathered.until?.clock === undefined ? undefined : endOf(setting, { ...gathered.until, clock: gathered.until.clock }, day, at(setting.when, day, start))
  return { start, ...(until === undefined ? {} : { end: Number(until.slice(11, 13)) * 60 + Number(until.slice(14, 16)) + (until.slice(0, 10) > day.toString() ? 1440 : 0) }) }
}
