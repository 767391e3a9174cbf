/** What events and tasks of a file have in common, as the calendar keeps it: title, note, people, place, rule, reminders. Text of a file is text: it is shown, and nothing else. */
import { isDeepStrictEqual } from 'node:util'
import type { Person, Place } from '../../../shared/household.ts'
import type { Remark } from '../../../shared/ical.ts'
import { cut, printable } from '../../../shared/printable.ts'
import { MORNING } from '../../../shared/reminders.ts'
import { readRule } from '../recurrence/rule.ts'
import { all, first, parameterOf, ruleOf, textOf, type Component, type Property } from './jcal.ts'
import { lengthOf, Unreadable, type TimeContext } from './times.ts'

/** What reading depends on. Kept with an entry, because a household changes and what its file meant does not. */
export interface ReadContext extends TimeContext {
  readonly people: readonly Person[]
  readonly places: readonly Place[]
}

export interface CommonFields { readonly title: string; readonly note?: string; readonly people: readonly string[]; readonly placeId?: string }

export const NO_TITLE = 'Without a title'
const MAX_NOTE = 4000

export function readCommon(component: Component, { people, places }: Pick<ReadContext, 'people' | 'places'>, remark: (remark: Remark) => void): CommonFields {
  const note = plain(textOf(first(component, 'description')) ?? '').trim(), place = placeNamed(placeText(component), places)
  if (note.length > MAX_NOTE) remark('cut')
  return {
    title: titleOf(component),
    ...(note === '' ? {} : { note: cut(note, MAX_NOTE) }),
    people: [...new Set(all(component, 'attendee').flatMap((attendee) => personOf(attendee, people) ?? []))].slice(0, 50),
    ...(place === undefined ? {} : { placeId: place.id }),
  }
}

export const titleOf = (component: Component): string => cut(oneLine(textOf(first(component, 'summary')) ?? ''), 300) || NO_TITLE
export const placeText = (component: Component): string => oneLine(textOf(first(component, 'location')) ?? '')
/** Visible text in one line. */
export const oneLine = (text: string): string => plain(text).replace(/\s+/g, ' ').trim()
const plain = (text: string): string => printable(text.replace(/\r\n?/g, '\n'))

/** By e-mail address, else by a name that only one has. Whoever declined does not come; rooms and resources are nobody. */
function personOf(attendee: Property, people: readonly Person[]): string | undefined {
  if (/^DECLINED$/i.test(parameterOf(attendee, 'partstat') ?? '') || /^(ROOM|RESOURCE)$/i.test(parameterOf(attendee, 'cutype') ?? '')) return undefined
  const addresses = [textOf(attendee)?.replace(/^mailto:/i, ''), parameterOf(attendee, 'email')].flatMap((address) => (address === undefined ? [] : [same(address)]))
  const byAddress = people.find(({ email }) => email !== undefined && addresses.includes(same(email)))
  if (byAddress !== undefined) return byAddress.id
  const name = same(parameterOf(attendee, 'cn') ?? ''), named = people.filter((person) => [person.name, ...person.aliases].some((one) => same(one) === name))
  return name !== '' && named.length === 1 ? named[0]?.id : undefined
}

/** By its name, or by the address that the household has for it, alone or behind the name. */
function placeNamed(text: string, places: readonly Place[]): Place | undefined {
  const wanted = same(text)
  if (wanted === '') return undefined
  return places.find(({ name, aliases, address }) => [name, ...aliases, ...(address === undefined ? [] : [address, `${name}, ${address}`, `${name} ${address}`])].some((one) => same(one) === wanted))
}
const same = (text: string): string => text.normalize('NFC').replace(/\s+/g, ' ').trim().toLowerCase()

/** The rule as text. Throws `Unreadable` for one that says what no rule may. */
export function soundRule(property: Property): string {
  const rrule = ruleOf(property).trim(), read = readRule(rrule)
  if (!read.ok) throw new Unreadable(`its rule says what no rule may: ${String(read.problem.detail['what'])}`)
  return rrule
}

/**
 * What the alarms of an entry have to count from to be understood (§3.8.6.3): the start of an event; when a task is due, which is its end, or its
 * start where that is all it has. Of whole days they count from midnight, where a household counts from the morning (`MORNING`): `morning` minutes lie between.
 */
export interface CountedFrom { readonly side: 'START' | 'END' | 'either'; readonly morning: number }
export function countedFrom(entry: Component): CountedFrom {
  const start = first(entry, 'dtstart'), due = first(entry, 'due')
  const counted = entry.name === 'vtodo' ? due ?? start : start
  const [hours = 0, minutes = 0] = counted?.[2] === 'date' ? MORNING.split(':').map(Number) : []
  const side = entry.name !== 'vtodo' || due === undefined ? 'START' : start === undefined || isDeepStrictEqual(start.slice(1), due.slice(1)) ? 'either' : 'END'
  return { side, morning: hours * 60 + minutes }
}

/** Minutes before the start (of a task: before it is due), of whole days before their morning; undefined for an alarm that says something else, which is kept as it is. */
export function minutesOf(alarm: Component, { side, morning }: CountedFrom): number | undefined {
  const trigger = first(alarm, 'trigger'), action = (textOf(first(alarm, 'action')) ?? 'DISPLAY').toUpperCase()
  if (alarm.name !== 'valarm' || trigger === undefined || (action !== 'DISPLAY' && action !== 'AUDIO')) return undefined
  const length = lengthOf(textOf(trigger) ?? ''), to = (parameterOf(trigger, 'related') ?? 'START').toUpperCase()
  if (length === undefined || (side !== 'either' && to !== side)) return undefined
  const minutes = morning - (length.days * 1440 + length.ms / 60_000) || 0
  return Number.isInteger(minutes) && minutes >= 0 && minutes <= 40_320 ? minutes : undefined
}
/** The same the other way, as the value of a TRIGGER. */
export function triggerOf(reminder: number, { morning }: CountedFrom): string {
  const before = reminder - morning
  return before === 0 ? 'PT0S' : `${before < 0 ? '' : '-'}PT${Math.abs(before)}M`
}
export function remindersOf(component: Component): number[] {
  const from = countedFrom(component)
  return [...new Set(component.inside.flatMap((alarm) => minutesOf(alarm, from) ?? []))].slice(0, 10)
}
