/** Dates, times and lengths as a file writes them, as moments in a zone; and the same moments written again. */
import { Temporal, toInstant, type Instant } from '../../../shared/time.ts'
import { readDateTime, type DateTime } from '../recurrence/date-times.ts'
import { DAY_MS } from '../recurrence/days.ts'
import { zoneClock } from '../recurrence/zone-clock.ts'
import { first, parameterOf, textOf, type Component, type Property } from './jcal.ts'
import type { FoundZone } from './zones.ts'

/** `floating` has no zone of its own: it is read on the household's clock. */
export type Form = 'date' | 'utc' | 'zoned' | 'floating'
export interface Moment { readonly at: Instant; readonly zone: string; readonly form: Form; /** The digits as written, in milliseconds, as if they were UTC. */ readonly wall: number; readonly byOffsets: boolean }

export interface TimeContext {
  /** The household's. */
  readonly zone: string
  readonly zoneOf: (tzid: string, year: number) => FoundZone | undefined
}

/** Why something cannot be read, as the end of “It cannot be read: …”. Caught where an entry is read. */
export class Unreadable extends Error {}

/** All values of a date or time property; of a period its start. Throws `Unreadable` for one that is none, or in a zone nobody knows. */
export function momentsOf(property: Property, context: TimeContext): readonly Moment[] {
  return property.slice(3).flatMap((value) => (typeof value === 'string' && property[2] === 'unknown' ? value.split(',') : [value])).map((value) => {
    const text = Array.isArray(value) ? String(value[0]) : String(value).split('/')[0] ?? ''
    return momentOf(text, property, context)
  })
}
/** The first moment of a property; undefined where there is none, or nothing in it. Throws `Unreadable` as `momentsOf` does. */
export function momentIn(component: Component, name: string, context: TimeContext): Moment | undefined {
  const property = first(component, name)
  return property === undefined || (textOf(property) ?? '').trim() === '' ? undefined : momentsOf(property, context)[0]
}
export function momentOf(text: string, property: Property, context: TimeContext): Moment {
  const read = readDateTime(text.trim()), name = called(property[0])
  if (read === undefined) throw new Unreadable(`${name} is no date or time`)
  if (read.form === 'date') return { at: midnight(read.wall, context.zone), zone: context.zone, form: 'date', wall: read.wall, byOffsets: false }
  if (read.form === 'utc' || read.form === 'offset') return { at: instant(read.wall - read.offset), zone: 'UTC', form: 'utc', wall: read.wall - read.offset, byOffsets: false }
  const tzid = parameterOf(property, 'tzid')
  const found = tzid === undefined ? { zone: context.zone, byOffsets: false } : context.zoneOf(tzid, yearOf(read))
  if (found === undefined) throw new Unreadable(`${name} is in a time zone that cannot be found (${String(tzid).slice(0, 80)})`)
  return { at: onClock(read.wall, found.zone), zone: found.zone, form: tzid === undefined ? 'floating' : 'zoned', wall: read.wall, byOffsets: found.byOffsets }
}
const words: Readonly<Record<string, string>> = { dtstart: 'its start', dtend: 'its end', due: 'the time it is due', completed: 'the time it was done', exdate: 'a time left out', rdate: 'an added time', 'recurrence-id': 'the time of its series' }
const called = (name: string): string => `${words[name] ?? 'a time'} (${name.toUpperCase()})`
const yearOf = ({ wall }: DateTime): number => new Date(wall).getUTCFullYear()
const instant = (ms: number): Instant => { if (!(Math.abs(ms) < 8.6e15)) throw new Unreadable('a time out of all range'); return toInstant(ms) }
export const onClock = (wall: number, zone: string): Instant => instant(zoneClock(zone)?.toInstant(wall) ?? wall)
export const wallOf = (at: Instant, zone: string): number => zoneClock(zone)?.toWall(Date.parse(at)) ?? Date.parse(at)
export const midnight = (wall: number, zone: string): Instant => onClock(Math.floor(wall / DAY_MS) * DAY_MS, zone)

/** RFC 5545 §3.3.6: weeks and days by the calendar, the rest by the clock. */
export interface Length { readonly days: number; readonly ms: number }
export function lengthOf(text: string): Length | undefined {
  const [whole, sign, weeks = '0', days = '0', hours = '0', minutes = '0', seconds = '0'] = /^([+-]?)P(?:(\d{1,5})W)?(?:(\d{1,6})D)?(?:T(?:(\d{1,6})H)?(?:(\d{1,8})M)?(?:(\d{1,9})S)?)?$/i.exec(text.trim()) ?? []
  if (whole === undefined || !/\d/.test(whole)) return undefined
  const side = sign === '-' ? -1 : 1
  // `|| 0`: there is a nought below nought, and nobody wants it.
  return { days: side * (Number(weeks) * 7 + Number(days)) || 0, ms: side * (Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds)) * 1000 || 0 }
}
export function after({ wall, zone, at }: Pick<Moment, 'wall' | 'zone' | 'at'>, { days, ms }: Length): Instant {
  return days === 0 ? instant(Date.parse(at) + ms) : instant(Date.parse(onClock(wall + days * DAY_MS, zone)) + ms)
}

/** A moment as a property: a date for a whole day, else on the clock of its zone, in UTC where that clock shows the time twice and the first is not meant. */
export function timeProperty(name: string, at: Instant, { zone, allDay }: { readonly zone: string; readonly allDay: boolean }): Property {
  const wall = wallOf(at, zone)
  if (allDay) return [name, {}, 'date', digits(wall).slice(0, 10)]
  if (zone === 'UTC' || onClock(wall, zone) !== at) return [name, {}, 'date-time', `${digits(Date.parse(at))}Z`]
  return [name, { tzid: zone }, 'date-time', digits(wall)]
}
/** Several in one property; those in UTC in one of their own. */
export function timesProperties(name: string, times: readonly Instant[], form: { readonly zone: string; readonly allDay: boolean }): readonly Property[] {
  const groups = new Map<string, Property>()
  for (const at of times) {
    const property = timeProperty(name, at, form), key = JSON.stringify(property.slice(1, 3)) + String(String(property[3]).endsWith('Z')), group = groups.get(key)
    groups.set(key, group === undefined ? property : [...group, property[3]])
  }
  return [...groups.values()]
}
const digits = (wall: number): string => new Date(wall).toISOString().slice(0, 19)

/** `2026-11-26T18:00:00Z`, for DTSTAMP and its like. */
export const stamp = (name: string, at: Instant): Property => [name, {}, 'date-time', `${at.slice(0, 19)}Z`]

export const isIana = (zone: string): boolean => { try { return Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(zone).timeZoneId !== '' } catch { return false } }
