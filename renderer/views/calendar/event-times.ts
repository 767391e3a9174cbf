/** An event's times as the calendar shows them in the household's zone, and back to stored instants. Every conversion of this view stands here. */
import type { CalendarEvent, EventDraft } from '../../../shared/calendar.ts'
import { Temporal, fromInstant, instantToWall, toInstant, wallToInstant } from '../../../shared/time.ts'

/** Start and end as the calendar widget takes them: instants for a timed event, plain dates (end excluded) for an all-day one. */
export interface ShownTimes { readonly start: string; readonly end: string; readonly allDay: boolean }

/** An all-day event keeps its dates in whichever zone it was planned; a timed one is an instant everywhere. */
export const shownTimes = (event: CalendarEvent): ShownTimes =>
  event.allDay
    ? { start: dateOf(event.start, event.zone), end: dateOf(event.end, event.zone), allDay: true }
    : { start: event.start, end: event.end, allDay: false }

/** The same event without its id and with other times. */
const retimed = ({ id: _, ...rest }: CalendarEvent, { start, end, allDay }: ShownTimes, zone: string): EventDraft => ({ ...rest, start, end, zone, allDay })

/** Whether it is one of several times, so that a change has to say which of them it is for. */
export const isOfSeries = ({ repeats, instanceOf }: Pick<CalendarEvent, 'repeats' | 'instanceOf'>): boolean => repeats !== undefined || instanceOf !== undefined

/** What is changed is planned in the household's zone from then on; but a series keeps the one on whose clock its rule runs. */
export const planZone = (event: CalendarEvent, zone: string): string => (isOfSeries(event) ? event.zone : zone)

/** Local midnight at the start of a date. */
export const midnight = (date: string, zone: string): string => wallToInstant(`${date}T00:00`, zone)
export const dateOf = (instant: string, zone: string): string => instantToWall(instant, zone).slice(0, 10)
export const addDays = (date: string, days: number): string => Temporal.PlainDate.from(date).add({ days }).toString()
/** Whole days from one date to another; negative when `to` is earlier. */
const daysBetween = (from: string, to: string): number => Temporal.PlainDate.from(from).until(Temporal.PlainDate.from(to), { largestUnit: 'day' }).days

const elapsed = (event: CalendarEvent): number => fromInstant(event.end) - fromInstant(event.start)
const later = (instant: string, milliseconds: number): string => toInstant(fromInstant(instant) + milliseconds)

/** How long a timed event becomes when an all-day one is dropped among the hours. */
const HOUR = 3_600_000

/**
 * Where a drag put an event. A timed event keeps its true length, even across a clock change; an all-day one its number of days.
 * `start` is an instant when dropped among the hours, a date when dropped among the all-day events.
 */
export const movedTo = (event: CalendarEvent, start: string, allDay: boolean, householdZone: string): EventDraft => {
  const zone = planZone(event, householdZone)
  if (!allDay) return retimed(event, { start, end: later(start, event.allDay ? HOUR : elapsed(event)), allDay }, zone)
  const days = event.allDay ? daysBetween(dateOf(event.start, event.zone), dateOf(event.end, event.zone)) : 1
  return retimed(event, { start: midnight(start, zone), end: midnight(addDays(start, days), zone), allDay }, zone)
}

/** Where a resize put an event's edges: instants for a timed event, dates (end excluded) for an all-day one. */
export const resizedTo = (event: CalendarEvent, start: string, end: string, householdZone: string): EventDraft => {
  const zone = planZone(event, householdZone)
  return retimed(event, event.allDay ? { start: midnight(start, zone), end: midnight(end, zone), allDay: true } : { start, end, allDay: false }, zone)
}

/**
 * The event moved by whole days and minutes. Days are calendar days, so the time of day stays across a clock change; minutes are
 * elapsed minutes. The length stays. An all-day event moves by days only: for minutes alone the answer is null.
 */
export const shifted = (event: CalendarEvent, by: { readonly days: number; readonly minutes: number }, zone: string): EventDraft | null => {
  if (event.allDay) return by.days === 0 ? null : movedTo(event, addDays(dateOf(event.start, event.zone), by.days), true, zone)
  const moved = Temporal.Instant.from(event.start).toZonedDateTimeISO(zone).add({ days: by.days }).add({ minutes: by.minutes })
  return movedTo(event, toInstant(moved.epochMilliseconds), false, zone)
}

/** What a clock change does to a wall time: it is skipped that night, or it comes twice; null on every ordinary night. */
export const oddHour = (wall: string, zone: string): 'skipped' | 'twice' | null => {
  const plain = Temporal.PlainDateTime.from(wall)
  const first = plain.toZonedDateTime(zone, { disambiguation: 'earlier' })
  const second = plain.toZonedDateTime(zone, { disambiguation: 'later' })
  if (first.epochMilliseconds === second.epochMilliseconds) return null
  return first.toPlainDateTime().equals(plain) ? 'twice' : 'skipped'
}
