/** What is kept of an entry of a file: the entry itself as jCal, and what its reading depended on, so that the same reading can be had again and an unchanged entry goes out as it came in. */
import { z } from 'zod'
import type { FromFile, Remark } from '../../../shared/ical.ts'
import { ComponentShape, type Component, type Property } from './jcal.ts'
import { readEvent, recurrenceId, inSeries, type EventFields } from './read-event.ts'
import { readTask, type TaskFields } from './read-task.ts'
import type { ReadContext } from './fields.ts'

const Kept = z.strictObject({
  entry: ComponentShape,
  /** The household's zone, in which floating times and whole days were read. */
  zone: z.string(),
  /** TZID → the zone it was taken for. */
  zones: z.record(z.string(), z.string()),
  /** Whom and what place its attendees and its location were taken for. */
  people: z.array(z.string()),
  placeId: z.string().optional(),
  /** Of a series: times that were cancelled one by one. */
  cancelled: z.array(ComponentShape),
  /** Of a time of a series: the start that its series gives it. */
  at: z.string().optional(),
  /** When a completed task that does not say it was taken to be done. */
  now: z.string(),
  /** What its calendar said of itself. */
  calendar: z.array(z.custom<Property>((value) => Array.isArray(value))),
})
export type Kept = z.infer<typeof Kept>

const MAX_REST = 60_000

/** As JSON of at most 60,000 characters. Files inside the entry that do not fit are left out, the largest first; undefined when that does not help. */
export function keep(uid: string, kept: Kept, remark: (remark: Remark) => void): FromFile | undefined {
  let { entry } = kept, { calendar } = kept
  for (;;) {
    const rest = JSON.stringify({ ...kept, entry, calendar })
    if (rest.length <= MAX_REST) return { uid, rest }
    const largest = entry.properties.filter(([name]) => name === 'attach' || name.startsWith('x-')).map((property) => ({ property, size: JSON.stringify(property).length })).sort((a, b) => b.size - a.size)[0]
    if (largest === undefined && calendar.length === 0) return undefined
    if (largest === undefined) calendar = []
    else { entry = { ...entry, properties: entry.properties.filter((property) => property !== largest.property) }; remark('too long') }
  }
}

/** What was kept; undefined for what is not of that form. */
export function keptOf(ical: FromFile | undefined): Kept | undefined {
  if (ical === undefined) return undefined
  try {
    const read = Kept.safeParse(JSON.parse(ical.rest))
    return read.success ? read.data : undefined
  } catch { return undefined /* no JSON */ }
}

const quiet = (): void => { /* what was remarked when it came is not said again */ }
const contextOf = ({ zone, zones }: Kept): ReadContext => ({ zone, people: [], places: [], zoneOf: (tzid) => { const found = zones[tzid]; return found === undefined ? undefined : { zone: found, byOffsets: false } } })

/** The event as its file gave it. */
export function eventAsRead(kept: Kept): EventFields {
  const context = contextOf(kept), { placeId: _, ...read } = readEvent(kept.entry, context, quiet)
  const fields: EventFields = { ...read, people: kept.people, ...(kept.placeId === undefined ? {} : { placeId: kept.placeId }) }
  return withoutTimes(fields, kept.cancelled, context)
}
export function taskAsRead(kept: Kept): TaskFields {
  return { ...readTask(kept.entry, contextOf(kept), kept.now, quiet), people: kept.people }
}
/** The series without the times that are cancelled. */
export function withoutTimes(series: EventFields, cancelled: readonly Component[], context: ReadContext): EventFields {
  if (series.repeats === undefined || cancelled.length === 0) return series
  const gone = cancelled.flatMap((one) => { const moment = recurrenceId(one, context); return moment === undefined ? [] : [inSeries(moment, series)] })
  return { ...series, repeats: { ...series.repeats, exdates: [...new Set([...series.repeats.exdates, ...gone])] } }
}
