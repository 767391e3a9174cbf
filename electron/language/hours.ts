/** Which seven o'clock is meant: places a time of day by the stretch it is spoken in, and asks when two readings are equally likely. */
import type { WallTime } from '../../shared/time.ts'
import { Temporal } from '../../shared/time.ts'
import type { ClockRef } from './clock.ts'
import { inHalf, minutesOf } from './clock.ts'
import type { Moment, Part } from './moments.ts'
import type { Stretch, When } from './resolve.ts'
import { datesOf, later, minutesBetween, nightDate, stretchOf, wallOn } from './resolve.ts'

/** What the time is for: an end, a beginning, the start of a run, or a vehicle leaving. */
export type Role = 'by' | 'from' | 'at' | 'leave'

export interface Setting {
  readonly role: Role
  /** The stretch the message speaks of: "tonight". */
  readonly within?: Stretch | undefined
  /** How many minutes something needs before a `by`. */
  readonly room?: number
  /** Minutes after midnight of a routine the time belongs to: breakfast at 7 is in the morning. */
  readonly near?: number | undefined
}

export type Placed =
  | { readonly kind: 'one'; readonly wall: WallTime }
  | { readonly kind: 'either'; readonly walls: readonly [WallTime, WallTime] }
  /** Already over, or not in the stretch spoken of; `wall` is the nearest that was meant by the words. */
  | { readonly kind: 'past'; readonly wall: WallTime }

/**
 * Places a moment that has a clock (or "in two hours"). Rules, in this order: what the words say themselves (pm, 19:00, in the morning);
 * the routine they belong to; the only one inside the stretch spoken of; an end or a departure in a night means the morning, a beginning the evening;
 * the only one in waking hours (06–22); "7:15" with a colon as on a 24-hour clock; tomorrow's first. Otherwise both.
 */
export const place = (when: When, moment: Moment, setting: Setting): Placed => {
  if (moment.inMinutes !== undefined) return { kind: 'one', wall: later(when, when.now, moment.inMinutes) }
  const { clock } = moment
  if (clock === undefined) return { kind: 'one', wall: stretchOf(when, moment)[0] }
  const { near } = setting
  const readings = clock.open ? openReadings(clock, moment.part, near) : [minutesOf(clock)]
  const all = candidates(when, moment, readings, setting.within)
  const ahead = all.filter((wall) => wall > when.now)
  if (ahead.length === 0) return { kind: 'past', wall: all.at(-1) ?? when.now }
  const pool = moment.day === undefined ? inside(when, ahead, setting, clock.colon) : { walls: ahead, past: false }
  const [first] = pool.walls
  if (first === undefined || pool.past) return { kind: 'past', wall: all.findLast((wall) => wall <= when.now) ?? first ?? when.now }
  const second = readings.length > 1 ? pool.walls.find((wall) => wall.slice(11) !== first.slice(11)) : undefined
  return second === undefined ? { kind: 'one', wall: first } : decide(when, moment, clock, first, second, setting)
}

const decide = (when: When, moment: Moment, clock: ClockRef, first: WallTime, second: WallTime, { role, within, room = 0 }: Setting): Placed => {
  const one = (wall: WallTime): Placed => ({ kind: 'one', wall })
  const fits = role !== 'by' || minutesBetween(when, when.now, first) >= room
  const isWaking = (wall: WallTime): boolean => wall.slice(11) >= '06:00' && wall.slice(11) <= '22:00'
  const night = within !== undefined && moment.day === undefined && isNightLong(when, within)
  if (!fits) return night || isWaking(second) ? one(second) : { kind: 'either', walls: [first, second] }
  if (night) return one(role === 'by' || role === 'leave' ? second : first)
  if (role === 'leave' && moment.day !== undefined && clock.hour >= 5 && clock.hour < 12) return one(first)
  // Late in the evening "between 2 and 4" may well mean this night.
  const late = moment.day === undefined && within === undefined && (when.now.slice(11) >= '20:00' || when.smallHours)
  const waking = late ? [] : [first, second].filter(isWaking)
  const [only] = waking
  if (waking.length === 1 && only !== undefined && !(role === 'leave' && clock.hour >= 4 && clock.hour < 6)) return one(only)
  if (clock.colon) return one((first.slice(11) >= '12:00') === (clock.hour === 12) ? first : second)
  if (moment.day === undefined && within === undefined && first.slice(0, 10) > when.now.slice(0, 10)) return one(first)
  return { kind: 'either', walls: [first, second] }
}

/** The minutes after midnight an open time can mean here. More than 1440 is the day after. */
const openReadings = (clock: ClockRef, part: Part | undefined, near: number | undefined): number[] => {
  const am = minutesOf(inHalf(clock, 'am')), pm = minutesOf(inHalf(clock, 'pm'))
  if (near !== undefined) return [around(am, near) <= around(pm, near) ? am : pm]
  switch (part) {
    case undefined: return [am, pm]
    case 'morning': return [am]
    case 'afternoon': return [pm]
    case 'evening': return [clock.hour === 12 ? am + 1440 : pm]
    case 'night':
    case 'overnight': return [clock.hour >= 5 && clock.hour < 12 ? pm : am]
  }
}

const around = (a: number, b: number): number => Math.min(Math.abs(a - b), 1440 - Math.abs(a - b))

const candidates = (when: When, moment: Moment, readings: readonly number[], within: Stretch | undefined): WallTime[] => {
  const { part } = moment
  const night = part === 'night' || part === 'overnight'
  const walls: WallTime[] = []
  const put = (date: Temporal.PlainDate): void => {
    // In a night the hours after midnight belong to the next date.
    for (const minutes of readings) walls.push(wallOn(when, date, night && minutes < 720 ? minutes + 1440 : minutes))
  }
  if (moment.day !== undefined) {
    const [from, to] = datesOf(when, moment.day)
    if (night) put(nightDate(when, moment.day))
    else for (let date = from; Temporal.PlainDate.compare(date, to) < 0 && walls.length < 20; date = date.add({ days: 1 })) put(date)
  } else {
    const start = within === undefined || within[0] < when.now ? when.today.subtract({ days: 1 }) : Temporal.PlainDate.from(within[0].slice(0, 10)).subtract({ days: 1 })
    const days = within === undefined ? 3 : Math.min(12, Temporal.PlainDate.from(within[1].slice(0, 10)).since(start).days + 2)
    for (let i = 0; i <= days; i++) put(start.add({ days: i }))
  }
  return [...new Set(walls)].sort()
}

/** How long after the stretch spoken of an end may still lie: "tonight, done by 10 in the morning". */
const AFTER_STRETCH_MINUTES = 6 * 60

const inside = (when: When, walls: readonly WallTime[], { role, within }: Setting, colon: boolean): { readonly walls: readonly WallTime[]; readonly past: boolean } => {
  if (within === undefined) return { walls: walls.filter((wall) => minutesBetween(when, when.now, wall) <= 25 * 60), past: false }
  const [from, to] = within
  const fitting = walls.filter((wall) => (role === 'from' || role === 'at' ? wall >= from && wall < to : wall > from && wall <= to))
  const after = walls.filter((wall) => wall > to && minutesBetween(when, to, wall) <= AFTER_STRETCH_MINUTES)
  // "Charge it tonight, Lena leaves at 8:45": the morning after counts as much as this evening.
  if (fitting.length > 0) return { walls: role === 'leave' || (role === 'by' && colon) ? [...fitting, ...after] : fitting, past: false }
  return { walls: after, past: after.length === 0 }
}

const isNightLong = (when: When, [from, to]: Stretch): boolean => (from.slice(0, 10) < to.slice(0, 10) || to.slice(11) <= '08:00') && minutesBetween(when, from, to) <= 15 * 60 && to.slice(11) > '00:00'
