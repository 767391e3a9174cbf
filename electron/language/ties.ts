/** Ties placed in time: when a run must end, may begin, or falls silent. What has two likely readings, or has passed, becomes a question. */
import type { Household, Routine } from '../../shared/household.ts'
import type { WallTime } from '../../shared/time.ts'
import { Temporal } from '../../shared/time.ts'
import { meaning, plainClock, plainDate, plainMoment } from './clarify.ts'
import type { ClockRef } from './clock.ts'
import { clock } from './clock.ts'
import type { Tie } from './draft-book.ts'
import type { Role } from './hours.ts'
import { place } from './hours.ts'
import type { Item } from './items.ts'
import type { Moment } from './moments.ts'
import { moment } from './moments.ts'
import { words } from './plan-words.ts'
import type { Lead } from './phrases.ts'
import type { Stretch, When } from './resolve.ts'
import { datesOf, minutesBetween, stretchOf, wallOn } from './resolve.ts'
import { quote, sayDate, sayWall } from './say.ts'
import type { Token } from './tokens.ts'

export interface Ask { readonly ask: string; readonly choices: readonly string[] }
/** A wall time and what the reading adds to it: "(Emma's breakfast)". */
export interface Point { readonly wall: WallTime; readonly note: string; readonly about: boolean }

export interface Scene {
  readonly when: When
  readonly household: Household
  readonly text: string
  /** The language of the message, in which choices are put so that they can be read back. */
  readonly speaks: 'en' | 'de'
  readonly tokens: readonly Token[]
  readonly asks: Ask[]
}

/** Where a tie's time lies. Undefined when it has to be asked for; the question is then in the scene. */
export const pointOf = (scene: Scene, tie: Pick<Tie, 'lead' | 'at' | 'label' | 'items'>, role: Role, within: Stretch | undefined, room = 0): Point | undefined => {
  const { at } = tie
  const note = tie.label === undefined ? '' : ` (${quote(tie.label, 60)})`
  switch (at.kind) {
    case 'moment': {
      if (at.moment.clock === undefined && at.moment.inMinutes === undefined) return edgeOf(scene, tie, at.moment)
      return clockPoint(scene, tie, at.moment, { role, within, room }, note)
    }
    case 'range':
    case 'earlier': return undefined
    case 'unknown': {
      const said = asWritten(scene, tie.items) ?? at.words
      scene.asks.push({ ask: words.ask.whenIs(quote(said, 60)), choices: usualTimes(at.words).map((time) => meaning(scene.speaks, said, time)) })
      return undefined
    }
    case 'routine': {
      const routine = oneRoutine(scene, at.candidates, tie.items)
      if (routine === undefined) return undefined
      if (at.moment === undefined) {
        const edge = tie.lead === 'after' ? 'to' : 'from'
        const span = nextOccurrence(scene.when, routine, edge, within, room)
        return span === undefined ? undefined : { wall: edge === 'to' ? span[1] : span[0], note: ` (${routine.name})`, about: false }
      }
      const point = clockPoint(scene, tie, at.moment, { role, within, room, near: minutesOfDay(routine.from) }, '')
      if (point === undefined) return undefined
      const differs = point.wall.slice(11) !== routine.from
      return { ...point, note: differs ? ` (${words.messageWins(routine.name, routine.from)})` : ` (${routine.name})` }
    }
  }
}

/** The stretch a tie names: a range, a routine's next occurrence, or a day or part of one. */
export const spanOf = (scene: Scene, tie: Pick<Tie, 'lead' | 'at' | 'items' | 'label'>, within: Stretch | undefined, room: number): { readonly span: Stretch; readonly note: string } | undefined => {
  const { at } = tie
  if (at.kind === 'range') {
    const [a, b] = at.range
    if (a.clock === undefined || b.clock === undefined) {
      const from = stretchOf(scene.when, a)[0], to = stretchOf(scene.when, b)[1]
      return from < to ? { span: [from, to], note: '' } : undefined
    }
    const first = clockPoint(scene, tie, a, { role: 'from', within, room: 0 }, '')
    if (first === undefined) return undefined
    return { span: underWay(scene.when, [first.wall, endAfter(scene.when, first.wall, b)], a, room), note: '' }
  }
  if (at.kind === 'routine') {
    const routine = oneRoutine(scene, at.candidates, tie.items)
    const span = routine === undefined ? undefined : nextOccurrence(scene.when, routine, 'to', within, 0)
    return routine === undefined || span === undefined ? undefined : { span, note: ` (${routine.name})` }
  }
  return at.kind === 'moment' && at.moment.clock === undefined ? { span: stretchOf(scene.when, at.moment), note: '' } : undefined
}

/** "between 18:00 and 20:00" said at 18:30 is today's, as long as there is room left. */
const underWay = (when: When, span: Stretch, first: Moment, room: number): Stretch => {
  if (first.day !== undefined) return span
  const dayBefore = (wall: WallTime): WallTime => wallOn(when, Temporal.PlainDate.from(wall.slice(0, 10)).subtract({ days: 1 }), minutesOfDay(wall.slice(11)))
  const from = dayBefore(span[0]), to = dayBefore(span[1])
  return from <= when.now && when.now < to && minutesBetween(when, when.now, to) >= room ? [when.now, to] : span
}

/** Every occurrence of a routine that overlaps a stretch. */
export const occurrencesIn = (when: When, routine: Routine, [from, to]: Stretch): Stretch[] => {
  const spans: Stretch[] = []
  const last = Temporal.PlainDate.from(to.slice(0, 10))
  for (let date = Temporal.PlainDate.from(from.slice(0, 10)).subtract({ days: 1 }); Temporal.PlainDate.compare(date, last) <= 0; date = date.add({ days: 1 })) {
    if (!routine.days.some((day) => weekdayIds[date.dayOfWeek - 1] === day)) continue
    const span = spanOn(when, date, minutesOfDay(routine.from), minutesOfDay(routine.to))
    if (span[1] > from && span[0] < to) spans.push(span)
  }
  return spans
}

/** From a time of day to another, on a date; an end at or before its start is the next day's. */
export const spanOn = (when: When, date: Temporal.PlainDate, from: number, to: number): Stretch => [wallOn(when, date, from), wallOn(when, date, to <= from ? to + 1440 : to)]

export const minutesOfDay = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5))

const weekdayIds = ['mo', 'tu', 'we', 'th', 'fr', 'sa', 'su']

const clockPoint = (scene: Scene, tie: Pick<Tie, 'items'>, m: Moment, setting: { readonly role: Role; readonly within: Stretch | undefined; readonly room: number; readonly near?: number }, note: string): Point | undefined => {
  const { when, asks } = scene
  const placed = place(when, m, setting)
  if (placed.kind === 'one') return { wall: placed.wall, note, about: m.clock?.about === true }
  if (placed.kind === 'past') {
    asks.push(askPast(scene, tie, m, placed.wall))
    return undefined
  }
  const phrase = m.clock === undefined ? '' : clockWords(scene, tie.items, m.clock)
  const [a, b] = placed.walls
  asks.push({
    ask: words.ask.whichTime(quote(phrase, 40), sayWall(when, a), sayWall(when, b)),
    choices: phrase === '' ? [] : [a, b].map((wall) => meaning(scene.speaks, phrase, plainClock(scene.speaks, wall.slice(11)))),
  })
  return undefined
}

const askPast = (scene: Scene, tie: Pick<Tie, 'items'>, m: Moment, wall: WallTime): Ask => {
  const { when } = scene
  const phrase = momentWords(scene, tie.items)
  const passed = wall <= when.now
  const time = wall.slice(11)
  const tomorrow = when.today.add({ days: 1 }).toString()
  return {
    ask: passed ? words.ask.passed(quote(phrase, 60), sayWall(when, wall)) : words.ask.outside(quote(phrase, 60)),
    choices: phrase === '' || m.clock === undefined ? [] : [meaning(scene.speaks, phrase, plainMoment(scene.speaks, `${tomorrow}T${time}`))],
  }
}

/** The words of the message that write this time of day. */
const clockWords = (scene: Scene, items: readonly Item[], ref: ClockRef): string => {
  for (const item of items) {
    for (let at = item.from; at < item.to; at++) {
      const found = clock(true)(scene.tokens, at)
      if (found !== undefined && found.next <= item.to && found.value.hour === ref.hour && found.value.minute === ref.minute) return slice(scene, at, found.next)
    }
  }
  return ''
}

/** The words of the message that write the whole moment. */
const momentWords = (scene: Scene, items: readonly Item[]): string => {
  for (const item of items) {
    for (let at = item.from; at < item.to; at++) {
      const found = moment(true)(scene.tokens, at)
      if (found !== undefined && found.next <= item.to && (found.value.clock !== undefined || found.next === item.to)) return slice(scene, at, found.next)
    }
  }
  return ''
}

const slice = ({ text, tokens }: Scene, from: number, to: number): string => text.slice(tokens[from]?.start ?? 0, tokens[to - 1]?.end ?? 0)

/** Ends and beginnings that name a day or a part of it: "by Monday" is its 08:00, "before Monday" its midnight. */
const edgeOf = (scene: Scene, tie: Pick<Tie, 'lead' | 'items'>, m: Moment): Point | undefined => {
  const { when } = scene
  const stretch = stretchOf(when, m)
  const wall = edgeWall(when, tie.lead, m, stretch)
  if (wall <= when.now && ['by', 'until', 'before'].includes(tie.lead)) {
    scene.asks.push(askPast(scene, tie, m, wall))
    return undefined
  }
  return { wall, note: '', about: false }
}

const MORNING = 8 * 60
const edgeWall = (when: When, lead: Lead, m: Moment, stretch: Stretch): WallTime => {
  if (lead === 'after') return stretch[1]
  if (lead === 'from' || lead === 'at' || lead === 'during' || lead === 'not-during') return stretch[0]
  const date = Temporal.PlainDate.from(stretch[0].slice(0, 10))
  if (m.part === 'morning' || m.part === 'overnight') return lead !== 'before' ? wallOn(when, m.part === 'overnight' ? date.add({ days: 1 }) : date, MORNING) : stretch[0]
  if (m.part !== undefined || m.day === undefined) return stretch[0]
  return wallOn(when, datesOf(when, m.day)[0], lead === 'before' ? 0 : MORNING)
}

/** The first time of day after a beginning. */
const endAfter = (when: When, from: WallTime, m: Moment): WallTime => {
  const date = m.day === undefined ? Temporal.PlainDate.from(from.slice(0, 10)) : datesOf(when, m.day)[0]
  const hour = (m.clock?.hour ?? 24) * 60 + (m.clock?.minute ?? 0)
  const options = m.clock?.open === true ? [hour % 720, (hour % 720) + 720] : [hour]
  const walls = [...options, ...options.map((x) => x + 1440)].map((minutes) => wallOn(when, date, minutes)).filter((wall) => wall > from).sort()
  return walls[0] ?? wallOn(when, date, 1440)
}

const oneRoutine = (scene: Scene, candidates: readonly string[], items: readonly Item[]): Routine | undefined => {
  const routines = scene.household.routines.filter((r) => candidates.includes(r.id))
  const [first] = routines
  if (first === undefined || routines.every((r) => r.from === first.from && r.to === first.to)) return first
  const phrase = items[0] === undefined ? '' : slice(scene, items[0].to - 1, items[0].to)
  scene.asks.push({ ask: words.ask.which(quote(phrase, 40), routines.slice(0, 3).map((r) => `${r.name} (${r.from})`).join(', ')).slice(0, 300), choices: routines.slice(0, 3).map((r) => meaning(scene.speaks, phrase, r.name)).filter((c) => c.length <= 120) })
  return undefined
}

/** The next occurrence whose edge lies ahead: inside the stretch spoken of, and leaving room before it where there is a choice. */
const nextOccurrence = (when: When, routine: Routine, edge: 'from' | 'to', within: Stretch | undefined, room: number): Stretch | undefined => {
  const start = within === undefined || within[0] < when.now ? when.now : within[0]
  const until = wallOn(when, Temporal.PlainDate.from(start.slice(0, 10)), 9 * 1440)
  const ahead = occurrencesIn(when, routine, [start, until]).filter((span) => (edge === 'from' ? span[0] > start : span[1] > start))
  return within === undefined ? (ahead.find((span) => edge === 'to' || minutesBetween(when, when.now, span[0]) >= room) ?? ahead[0]) : ahead[0]
}

/** "Nach dem Abendessen" is read as "after dinner", and asked about, and answered, as "Abendessen". */
const asWritten = ({ speaks, text, tokens }: Scene, items: Tie['items']): string | undefined => {
  const [first] = items, last = items.at(-1)
  if (speaks !== 'de' || first === undefined || last === undefined) return undefined
  const written = text.slice(tokens[first.from]?.start ?? 0, tokens[last.to - 1]?.end ?? 0).replace(/^(?:(?:nach|vor|bis|zu|zum|zur|bei|beim|während|ab|dem|der|das|den|des) )+/iu, '').trim()
  return written === '' ? undefined : written
}

const usualTimes = (words: string): readonly string[] => {
  const usual: readonly (readonly [RegExp, readonly string[]])[] = [[/breakfast/, ['06:30', '07:00', '08:00']], [/lunch|brunch/, ['12:00', '12:30', '13:00']], [/dinner|supper|tea/, ['18:00', '18:30', '19:00']], [/bed|sleep/, ['20:00', '21:00', '22:00']], [/work|school|nursery|kinder/, ['07:00', '07:30', '08:00']]]
  return usual.find(([sign]) => sign.test(words))?.[1] ?? []
}

/** Asks which day a "tomorrow" said after midnight means. */
export const askTomorrow = ({ when, speaks }: Scene): Ask => {
  const next = when.today.add({ days: 1 }).toString()
  const today = when.today.toString()
  const said = speaks === 'de' ? 'morgen' : 'tomorrow'
  return { ask: words.ask.tomorrow(sayDate(when, today), sayDate(when, next)), choices: [today, next].map((date) => meaning(speaks, said, plainDate(speaks, date))) }
}
