/** Which changes it takes to edit or remove one time of a series, that one and all later ones, or all. Times that differ already keep what they have. */
import { endFrom, type CalendarEvent, type EventChange, type EventDraft, type Repeats, type Scope } from '../../shared/calendar.ts'
import { ok, type Result } from '../../shared/result.ts'
import { fromInstant, type Instant } from '../../shared/time.ts'
import { endedBefore, goingOnFrom, instanceId, moveBetween, moved, movedRepeats, type Move } from './series.ts'

/** A series and where in it one stands. */
export interface Standing {
  readonly series: CalendarEvent
  /** The start that the series gives to the time that is meant. */
  readonly at: Instant
  /** That time, where it is an event of its own already. */
  readonly own: CalendarEvent | undefined
  /** All times that are events of their own. */
  readonly all: readonly CalendarEvent[]
  /** How many times the series has had before `at`, those taken out included. */
  readonly passed: number
}

/** The event that is then to be seen, and the changes. */
export interface Edited { readonly event: CalendarEvent; readonly changes: EventChange[] }

/** As `draft` says: of all times of a series its start and end say by how much all move; a `repeats` that is empty leaves only one. `newId` names a series that begins with a later part. */
export function editSeries(standing: Standing, draft: EventDraft, scope: Scope, newId: () => string): Result<Edited> {
  const { series, at, own } = standing, { zone } = series
  const { repeats: asked, instanceOf: _, ...fields } = draft
  if (scope === 'one') {
    const after: CalendarEvent = { ...fields, id: instanceId(series.id, at), instanceOf: { seriesId: series.id, at }, ...(own?.ical === undefined ? {} : { ical: own.ical }) }
    return ok({ event: after, changes: [own === undefined ? { kind: 'add', after } : { kind: 'edit', before: own, after }] })
  }
  const repeats = series.repeats ?? NO_REPEATS
  const isFirst = fromInstant(at) <= fromInstant(series.start)
  const by = moveBetween(own?.start ?? at, draft.start, zone)
  // A rule that was said anew stands as it was said; else the old one moves along.
  const isNewRule = asked !== undefined && asked.rrule !== repeats.rrule
  if (asked !== undefined && asked.rrule === undefined && asked.rdates.length === 0) return ok(endSeries(standing, fields, { by, isFirst: scope === 'all' || isFirst }, newId))
  if (scope === 'all' || isFirst) {
    const start = moved(series.start, by, zone)
    const rule = isNewRule ? ok({ ...asked, rdates: repeats.rdates.map((date) => moved(date, by, zone)), exdates: repeats.exdates.map((date) => moved(date, by, zone)) }) : movedRepeats(repeats, by, series.start, zone)
    if (!rule.ok) return rule
    const after: CalendarEvent = { ...fields, id: series.id, start, end: endFrom(draft, start), repeats: rule.value, ...(series.ical === undefined ? {} : { ical: series.ical }) }
    return ok({ event: after, changes: [{ kind: 'edit', before: series, after }, ...standing.all.flatMap((one) => rebased(one, series.id, by, zone, { forget: one.id === own?.id }))] })
  }
  const id = newId()
  const rest = goingOnFrom(repeats, at, standing.passed)
  const rule = isNewRule ? ok({ ...asked, rdates: rest.rdates, exdates: rest.exdates }) : movedRepeats(rest, by, at, zone)
  if (!rule.ok) return rule
  const start = moved(at, by, zone)
  const after: CalendarEvent = { ...fields, id, start, end: endFrom(draft, start), repeats: rule.value }
  return ok({ event: after, changes: [
    { kind: 'edit', before: series, after: { ...series, repeats: endedBefore(repeats, at, series) } },
    { kind: 'add', after },
    ...laterTimes(standing).flatMap((one) => rebased(one, id, by, zone, { forget: one.id === own?.id })),
  ] })
}

/** It repeats no more: of all times only the first is left, or where later ones are meant, the one that was edited. */
function endSeries({ series, at, all }: Standing, fields: Omit<EventDraft, 'repeats' | 'instanceOf'>, { by, isFirst }: { readonly by: Move; readonly isFirst: boolean }, newId: () => string): Edited {
  const start = moved(isFirst ? series.start : at, by, series.zone)
  const event: CalendarEvent = { ...fields, id: isFirst ? series.id : newId(), start, end: endFrom(fields, start), ...(isFirst && series.ical !== undefined ? { ical: series.ical } : {}) }
  if (isFirst) return { event, changes: [{ kind: 'edit', before: series, after: event }, ...gone(all)] }
  const ended: CalendarEvent = { ...series, repeats: endedBefore(series.repeats ?? NO_REPEATS, at, series) }
  return { event, changes: [{ kind: 'edit', before: series, after: ended }, { kind: 'add', after: event }, ...gone(laterTimes({ all, at }))] }
}

/** Without one time, without it and all later ones, or without the series. */
export function removeFromSeries({ series, at, own, all }: Standing, scope: Scope): EventChange[] {
  const isFirst = fromInstant(at) <= fromInstant(series.start)
  const repeats = series.repeats ?? NO_REPEATS
  if (scope === 'all' || (scope === 'following' && isFirst)) return [{ kind: 'remove', before: series }, ...gone(all)]
  if (scope === 'following') return [{ kind: 'edit', before: series, after: { ...series, repeats: endedBefore(repeats, at, series) } }, ...gone(laterTimes({ all, at }))]
  return [{ kind: 'edit', before: series, after: { ...series, repeats: { ...repeats, exdates: [...repeats.exdates, at] } } }, ...(own === undefined ? [] : gone([own]))]
}

const NO_REPEATS: Repeats = { rdates: [], exdates: [] }
const gone = (events: readonly CalendarEvent[]): EventChange[] => events.map((before) => ({ kind: 'remove', before }))
/** Times from `at` on that are events of their own. */
const laterTimes = ({ all, at }: Pick<Standing, 'all' | 'at'>): readonly CalendarEvent[] => all.filter(({ instanceOf }) => instanceOf !== undefined && fromInstant(instanceOf.at) >= fromInstant(at))

/** An event of its own belongs to the time its series now has at that place. The one that was edited itself is forgotten: its series is as it wants it. */
function rebased(one: CalendarEvent, seriesId: string, by: Move, zone: string, { forget }: { readonly forget: boolean }): EventChange[] {
  const { instanceOf } = one
  if (instanceOf === undefined) return []
  if (forget) return [{ kind: 'remove', before: one }]
  const at = moved(instanceOf.at, by, zone)
  if (at === instanceOf.at && seriesId === instanceOf.seriesId) return []
  return [{ kind: 'remove', before: one }, { kind: 'add', after: { ...one, id: instanceId(seriesId, at), instanceOf: { seriesId, at } } }]
}
