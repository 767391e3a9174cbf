/** The entries of a calendar file, read one by one: what can be read, and by name and line what cannot. */
import { createHash } from 'node:crypto'
import type { Household } from '../../../shared/household.ts'
import type { Remark, Unreadable as UnreadableEntry } from '../../../shared/ical.ts'
import { cut } from '../../../shared/printable.ts'
import { problem } from '../../../shared/problems.ts'
import { ok, type Result } from '../../../shared/result.ts'
import type { Instant } from '../../../shared/time.ts'
import { oneLine, placeText, type ReadContext } from './fields.ts'
import { first, textOf, writeComponent, type Component } from './jcal.ts'
import { readOutline, titleOfPart, type Part } from './outline.ts'
import { inSeries, readEvent, recurrenceId, type EventFields } from './read-event.ts'
import { readTask, type TaskFields } from './read-task.ts'
import { Unreadable, type Moment } from './times.ts'
import { withoutTimes, type Kept } from './kept.ts'
import { keptOfCalendar } from './write-file.ts'
import { createZones, zonesNamed } from './zones.ts'

interface Read { readonly uid: string; readonly line: number; readonly remarks: readonly Remark[]; readonly kept: Kept; readonly place: string }
export interface FoundEvent extends Read { readonly fields: EventFields }
/** A time of a series that is not as the series says; `at` is the start the series gives it. */
export interface FoundTime extends FoundEvent { readonly at: Instant }
export interface FoundSeries extends FoundEvent { readonly kind: 'event'; readonly times: readonly FoundTime[] }
export interface FoundTask extends Read { readonly kind: 'task'; readonly fields: TaskFields }
/** An entry that its file calls off. */
export interface CalledOff { readonly kind: 'cancelled'; readonly uid: string; readonly line: number; readonly title: string }

export interface Found { readonly calendar: string; readonly entries: readonly (FoundSeries | FoundTask | CalledOff)[]; readonly unreadable: readonly UnreadableEntry[] }

/** Refuses only what no entry can be had from (readOutline). Pure. */
export function readEntries(file: Uint8Array, household: Pick<Household, 'zone' | 'people' | 'places'>, now: Instant): Result<Found> {
  const outline = readOutline(file)
  if (!outline.ok) return outline
  const { parts, calendar } = outline.value
  const zones = createZones(parts.flatMap(({ component }) => (component.name === 'vtimezone' ? [component] : [])), household.zone)
  const context: ReadContext = { ...household, zoneOf: zones.zoneOf }
  const properties = keptOfCalendar(calendar), method = textOf(calendar.find(([name]) => name === 'method'))?.toUpperCase()
  const unreadable: UnreadableEntry[] = [], groups = new Map<string, Part[]>(), tasks: Part[] = []
  const refuse = (part: Part, what: string): void => { unreadable.push({ title: titled(part) || part.component.name.toUpperCase(), line: part.line, problem: problem('ics.entry', { what: oneLine(what).slice(0, 300) }) }) }
  /** Runs `read`; an entry that it throws `Unreadable` about is refused by name. */
  const reading = <T>(part: Part, read: () => T): T | undefined => {
    try { return read() } catch (error) {
      if (!(error instanceof Unreadable)) throw error
      refuse(part, error.message)
      return undefined
    }
  }

  for (const part of parts) {
    const { name } = part.component
    if (name === 'vtimezone') continue
    if (part.broken !== undefined) refuse(part, part.broken)
    else if (name === 'vtodo') tasks.push(part)
    else if (name === 'vevent') {
      const uid = uidOf(part.component), group = groups.get(uid)
      if (group === undefined) groups.set(uid, [part])
      else group.push(part)
    }
    else refuse(part, `Lares has events and tasks, and this is a ${name.toUpperCase()}`)
  }

  const keptFor = ({ component }: Part, year: number, fields: { readonly people: readonly string[]; readonly placeId?: string | undefined }, more: Partial<Kept> = {}): Kept => ({
    entry: component, zone: household.zone, people: [...fields.people], cancelled: [], now, calendar: [...properties],
    zones: Object.fromEntries([component, ...more.cancelled ?? []].flatMap((one) => [...zonesNamed(one)]).flatMap((tzid) => { const found = zones.zoneOf(tzid, year); return found === undefined ? [] : [[tzid, found.zone]] })),
    ...(fields.placeId === undefined ? {} : { placeId: fields.placeId }), ...more,
  })
  const remarksOf = (part: Part): { readonly remarks: Remark[]; readonly remark: (remark: Remark) => void } => {
    const remarks: Remark[] = [...(part.leftOut > 0 ? ['lines left out' as const] : []), ...(part.tooLong > 0 ? ['too long' as const] : [])]
    return { remarks, remark: (one) => { if (!remarks.includes(one)) remarks.push(one) } }
  }
  const event = (part: Part, uid: string): FoundEvent | undefined => reading(part, () => {
    const { remarks, remark } = remarksOf(part), fields = readEvent(part.component, context, remark)
    return { uid, line: part.line, remarks, fields, kept: keptFor(part, yearOf(fields.start), fields), place: placeText(part.component).slice(0, 300) }
  })
  const isCalledOff = ({ component }: Part): boolean => method === 'CANCEL' || textOf(first(component, 'status'))?.toUpperCase() === 'CANCELLED'

  const series = (uid: string, main: Part | undefined, rest: readonly Part[]): readonly (FoundSeries | CalledOff)[] => {
    if (main !== undefined && isCalledOff(main)) return [{ kind: 'cancelled', uid, line: main.line, title: titled(main) }]
    const begun = main === undefined ? undefined : event(main, uid)
    if (main !== undefined && begun === undefined) { for (const part of rest) refuse(part, 'the series it is a time of cannot be read'); return [] }
    const placed = rest.flatMap((part) => { const moment = reading(part, () => recurrenceId(part.component, context)); return moment === undefined ? [] : [{ part, moment }] })
    if (begun === undefined || main === undefined) return placed.flatMap(({ part, moment }) => alone(uid, part, moment))
    const cancelled = placed.filter(({ part }) => isCalledOff(part)), times = new Map<Instant, FoundTime>()
    for (const { part, moment } of placed) {
      const at = inSeries(moment, begun.fields), own = isCalledOff(part) ? undefined : event(part, uid)
      if (own === undefined) continue
      const { repeats: _, ...fields } = own.fields
      if (times.has(at)) refuse(part, 'another entry of the file is the same time of its series')
      else times.set(at, { ...own, fields, at, kept: { ...own.kept, at } })
    }
    const gone = cancelled.map(({ part }) => part.component)
    return [{ ...begun, kind: 'event', fields: withoutTimes(begun.fields, gone, context), kept: keptFor(main, yearOf(begun.fields.start), begun.fields, { cancelled: gone }), times: [...times.values()] }]
  }
  /** A time of a series that the file does not hold: an event of its own. */
  const alone = (uid: string, part: Part, moment: Moment): readonly (FoundSeries | CalledOff)[] => {
    const key = `${uid.slice(0, 370)} ${moment.at}`
    if (isCalledOff(part)) return [{ kind: 'cancelled', uid: key, line: part.line, title: titled(part) }]
    const own = event(part, key)
    return own === undefined ? [] : [{ ...own, kind: 'event', times: [] }]
  }

  const entries: (FoundSeries | FoundTask | CalledOff)[] = []
  for (const [uid, group] of groups) {
    const isTime = ({ component }: Part): boolean => first(component, 'recurrence-id') !== undefined, rest = group.filter(isTime)
    const [main, ...others] = versions(group.filter((part) => !isTime(part)))
    entries.push(...series(uid, main, rest))
    // A UID that several entries share although they are not versions of one: what they say tells them apart.
    for (const part of others) {
      if (main !== undefined && sequenceOf(part) !== sequenceOf(main)) refuse(part, 'it is an older version of another entry in the file')
      else entries.push(...series(digest(part.component), part, []))
    }
  }
  const taken = new Set<string>()
  for (const part of tasks) {
    const named = uidOf(part.component), uid = taken.has(named) ? digest(part.component) : named
    taken.add(uid)
    if (isCalledOff(part)) { entries.push({ kind: 'cancelled', uid, line: part.line, title: titled(part) }); continue }
    const task = reading(part, (): FoundTask => {
      const { remarks, remark } = remarksOf(part), fields = readTask(part.component, context, now, remark)
      return { kind: 'task', uid, line: part.line, remarks, fields, kept: keptFor(part, yearOf(fields.due?.at ?? now), fields), place: '' }
    })
    if (task !== undefined) entries.push(task)
  }
  return ok({
    calendar: cut(oneLine(textOf(calendar.find(([name]) => name === 'x-wr-calname' || name === 'name')) ?? ''), 300),
    entries: entries.sort((a, b) => a.line - b.line),
    unreadable: unreadable.sort((a, b) => a.line - b.line),
  })
}

const titled = ({ component }: Part): string => cut(oneLine(titleOfPart(component)), 300)
const yearOf = (at: Instant): number => new Date(at).getUTCFullYear()

/** The UID, or what stands for one: the entry itself, but for the stamps that change whenever it is exported. */
function uidOf(component: Component): string {
  const uid = textOf(first(component, 'uid'))?.trim() ?? ''
  return uid === '' || uid.length > 360 ? digest(component) : uid
}
const stamps = new Set(['dtstamp', 'created', 'last-modified', 'sequence'])
const digest = (component: Component): string => `sha256-${createHash('sha256').update(writeComponent({ ...component, properties: component.properties.filter(([name]) => !stamps.has(name)) })).digest('hex')}`

export const sequenceOf = ({ component }: Pick<Part, 'component'>): number => Number(textOf(first(component, 'sequence')) ?? 0) || 0
/** The newest first; of those that say the same only one. */
function versions(parts: readonly Part[]): readonly Part[] {
  const different = parts.length < 2 ? parts : [...new Map(parts.map((part) => [digest(part.component) + String(sequenceOf(part)), part])).values()]
  return [...different].sort((a, b) => sequenceOf(b) - sequenceOf(a))
}
