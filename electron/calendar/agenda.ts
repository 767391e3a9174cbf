/** Reads the calendar: every series as the times it has, and what it would take to change one. Changes nothing itself. */
import type { CalendarEvent, EventChange, EventDraft, Scope } from '../../shared/calendar.ts'
import { problem } from '../../shared/problems.ts'
import { fail, ok, type Result } from '../../shared/result.ts'
import { fromInstant, toInstant, type Instant } from '../../shared/time.ts'
import type { Vault } from '../vault/vault.ts'
import type { Recurrence } from './recurrence/create-recurrence.ts'
import { editSeries, removeFromSeries, type Edited, type Standing } from './series-changes.ts'
import { instanceId, occurrenceOf, readInstanceId, seriesOf, startOf } from './series.ts'

export interface Agenda {
  /** Everything that overlaps [from, to), by start; each time of a series as an event with `instanceOf`. A series whose rule cannot be worked out shows the event it begins with. */
  readonly between: (from: Instant, to: Instant) => Promise<Result<readonly CalendarEvent[]>>
  /** One event, or one time of a series by its id; of a series itself the event it begins with. Refuses with `calendar.not-found`. */
  readonly find: (id: string) => Promise<Result<CalendarEvent>>
  /** The event that begins the series, with its rule. */
  readonly seriesOf: (id: string) => Promise<Result<CalendarEvent | null>>
  /** The next times of an event from a moment on, as many as asked for at most; of one that does not repeat its own. */
  readonly nextOf: (event: CalendarEvent, from: Instant, limit: number) => Promise<Result<readonly CalendarEvent[]>>
  /** What it would take. Of a single event `scope` says nothing. A rule that cannot be worked out is refused. */
  readonly toSave: (id: string, draft: EventDraft, scope: Scope) => Promise<Result<Edited>>
  readonly toRemove: (id: string, scope: Scope) => Promise<Result<EventChange[]>>
  /** Refuses what ends before it starts, and a rule that cannot be read, gives nothing, or takes too long. */
  readonly check: (event: Pick<CalendarEvent, 'start' | 'end' | 'zone' | 'allDay' | 'repeats'>) => Promise<Result<null>>
}

export interface AgendaDeps { readonly vault: Pick<Vault['events'], 'between' | 'byIds' | 'ofSeries' | 'instances'>; readonly expand: Recurrence['expand']; readonly newId: () => string }

/** Of one series in one window; more than that nobody looks at. */
const MOST_TIMES = 2000

export function createAgenda({ vault, expand, newId }: AgendaDeps): Agenda {
  const timesOf = async (series: CalendarEvent, window: Window): Promise<Result<readonly CalendarEvent[]>> => {
    const length = fromInstant(series.end) - fromInstant(series.start)
    // A day may be an hour longer.
    const expanded = await expand(seriesOf(series, { from: toInstant(Math.max(window.start - length - 3_600_000, -6e13)), to: window.to, limit: MOST_TIMES }))
    return expanded.ok ? ok(expanded.value.occurrences.map((occurrence) => occurrenceOf(series, startOf(occurrence, series))).filter((one) => overlaps(one, window))) : expanded
  }

  const between = async (from: Instant, to: Instant): Promise<Result<readonly CalendarEvent[]>> => {
    const found = await vault.between(from, to)
    if (!found.ok) return found
    const series = found.value.filter(({ repeats }) => repeats !== undefined)
    if (series.length === 0) return found
    const instances = await vault.instances(series.map(({ id }) => id))
    if (!instances.ok) return instances
    const own = new Set(instances.value.map(({ seriesId, at }) => instanceId(seriesId, at))), window = { to, start: fromInstant(from), end: fromInstant(to) }
    const times = await Promise.all(series.map(async (one) => { const all = await timesOf(one, window); return all.ok ? all.value.filter(({ id }) => !own.has(id)) : [one].filter((event) => overlaps(event, window)) }))
    return ok(byStart([...found.value.filter(({ repeats }) => repeats === undefined), ...times.flat()]))
  }

  const event = async (id: string): Promise<Result<CalendarEvent | undefined>> => {
    const found = await vault.byIds([id])
    return found.ok ? ok(found.value[0]) : found
  }
  /** Where in its series an id stands; undefined for a single event. */
  const standing = async (id: string): Promise<Result<Standing | undefined>> => {
    const own = await event(id)
    if (!own.ok) return own
    const place = own.value?.instanceOf ?? readInstanceId(id)
    if (own.value !== undefined && own.value.repeats === undefined && own.value.instanceOf === undefined) return ok(undefined)
    const series = own.value?.repeats === undefined ? place === undefined ? ok(undefined) : await event(place.seriesId) : own
    if (!series.ok) return series
    // A time whose series is gone, as an import may leave it, is a single event.
    if (series.value?.repeats === undefined) return own.value === undefined ? fail(problem('calendar.not-found')) : ok(undefined)
    const at = own.value?.repeats === undefined && place !== undefined ? place.at : series.value.start
    const all = await vault.ofSeries([series.value.id])
    if (!all.ok) return all
    // The series itself stands at its beginning, also when its rule cannot be worked out: so that it can be mended or removed.
    if (own.value?.repeats !== undefined) return ok({ series: series.value, at, own: undefined, all: all.value, passed: 0 })
    const before = await expand(seriesOf({ ...series.value, repeats: { ...series.value.repeats, exdates: [] } }, { to: toInstant(fromInstant(at) + 1000), limit: 10_000 }))
    if (!before.ok) return before
    const times = before.value.occurrences.map((occurrence) => startOf(occurrence, series.value as CalendarEvent))
    const isTime = times.includes(at) && !series.value.repeats.exdates.includes(at)
    if (own.value === undefined && !isTime) return fail(problem('calendar.not-found'))
    return ok({ series: series.value, at, own: own.value, all: all.value, passed: times.filter((time) => fromInstant(time) < fromInstant(at)).length })
  }

  const check: Agenda['check'] = async (draft) => {
    if (fromInstant(draft.end) <= fromInstant(draft.start)) return fail(problem('calendar.impossible'))
    if (draft.repeats === undefined) return ok(null)
    const first = await expand(seriesOf(draft, { limit: 1 }))
    if (!first.ok) return first
    return first.value.occurrences.length === 0 ? fail(problem('calendar.rule-unreadable', { what: 'it never takes place' })) : ok(null)
  }

  return {
    between, check,
    find: async (id) => {
      const own = await event(id)
      if (!own.ok) return own
      if (own.value !== undefined) return ok(own.value)
      const place = await standing(id)
      if (!place.ok) return place
      return place.value === undefined ? fail(problem('calendar.not-found')) : ok(occurrenceOf(place.value.series, place.value.at))
    },
    seriesOf: async (id) => { const place = await standing(id); return place.ok ? ok(place.value?.series ?? null) : place },
    nextOf: async (one, from, limit) => {
      if (one.repeats === undefined) return ok(fromInstant(one.end) > fromInstant(from) ? [one] : [])
      const [own, expanded] = await Promise.all([vault.ofSeries([one.id]), expand(seriesOf(one, { from, limit: Math.min(MOST_TIMES, limit + 50) }))])
      if (!own.ok) return own
      if (!expanded.ok) return expanded
      const taken = new Set(own.value.map(({ id }) => id))
      const times = expanded.value.occurrences.map((occurrence) => occurrenceOf(one, startOf(occurrence, one))).filter(({ id }) => !taken.has(id))
      return ok(byStart([...times, ...own.value.filter(({ end }) => fromInstant(end) > fromInstant(from))]).slice(0, limit))
    },
    toSave: async (id, draft, scope) => {
      const place = await standing(id)
      if (!place.ok) return place
      if (place.value === undefined) {
        const before = await event(id)
        if (!before.ok) return before
        if (before.value === undefined) return fail(problem('calendar.not-found'))
        const sound = await check(draft)
        const after: CalendarEvent = { ...draft, id, ...(before.value.ical === undefined ? {} : { ical: before.value.ical }) }
        return sound.ok ? ok({ event: after, changes: [{ kind: 'edit', before: before.value, after }] }) : sound
      }
      const edited = editSeries(place.value, draft, scope, newId)
      if (!edited.ok) return edited
      const sound = await check(edited.value.event)
      return sound.ok ? edited : sound
    },
    toRemove: async (id, scope) => {
      const place = await standing(id)
      if (!place.ok) return place
      if (place.value !== undefined) return ok(removeFromSeries(place.value, scope))
      const before = await event(id)
      if (!before.ok) return before
      return before.value === undefined ? fail(problem('calendar.not-found')) : ok([{ kind: 'remove', before: before.value }])
    },
  }
}

/** [start, end) in milliseconds. */
interface Window { readonly to: Instant; readonly start: number; readonly end: number }

function overlaps(event: CalendarEvent, window: Window): boolean {
  const start = fromInstant(event.start)
  return start < window.end && (start >= window.start || fromInstant(event.end) > window.start)
}

/** Read once each: a month of a large household has thousands. */
const byStart = (events: readonly CalendarEvent[]): CalendarEvent[] =>
  events.map((event) => ({ event, start: fromInstant(event.start), end: fromInstant(event.end) })).sort((a, b) => a.start - b.start || a.end - b.end || (a.event.id < b.event.id ? -1 : 1)).map(({ event }) => event)
