/** The event form: what its fields hold, and what they say when they cannot become an event. */
import type { CalendarEvent, EventDraft } from '../../../shared/calendar.ts'
import { fromInstant, instantToWall, wallToInstant } from '../../../shared/time.ts'
import type { WeekdayCode } from '../../ui/plain-rule.ts'
import { addDays, dateOf, midnight, oddHour, planZone } from './event-times.ts'
import { firstOn, noRepeat, readRepeat, repeatMoved, repeatOf, withRepeat, type RepeatErrors, type RepeatForm } from './repeat-form.ts'
import { strings } from './strings.ts'

/** Dates are `YYYY-MM-DD`, times `HH:MM`, both in the household's zone; an all-day event's end date is its last day. */
export interface EventForm {
  readonly title: string
  readonly allDay: boolean
  readonly startDate: string
  readonly startTime: string
  readonly endDate: string
  readonly endTime: string
  readonly people: readonly string[]
  readonly placeId: string
  readonly deviceId: string
  readonly note: string
  readonly repeat: RepeatForm
  /** Minutes before the start, the latest first. */
  readonly reminders: readonly number[]
  /** It takes nobody's time. */
  readonly free: boolean
}

type FormField = 'title' | 'startDate' | 'startTime' | 'endDate' | 'endTime' | 'note'
export type FormErrors = Readonly<Partial<Record<FormField, string>>> & { readonly repeat?: RepeatErrors }

const ALL_DAY_FALLBACK = { startTime: '09:00', endTime: '10:00' }

/** A form over an existing event; `series` begins the series it is a time of. */
export const formOf = (event: CalendarEvent, zone: string, series: CalendarEvent | null = null): EventForm => {
  const times = timesOf(event, zone)
  const { repeats, start, zone: ruleZone } = series ?? event
  return {
    title: event.title, allDay: event.allDay, ...times,
    people: event.people, placeId: event.placeId ?? '', deviceId: event.deviceId ?? '', note: event.note ?? '',
    repeat: repeats === undefined ? noRepeat(times.startDate) : repeatOf({ repeats, start, zone: ruleZone }, dateOf(start, ruleZone), times.startDate),
    reminders: event.reminders ?? [], free: event.free ?? false,
  }
}

/** A form for a new event in a chosen stretch: instants, or dates with the end excluded when it is all day. */
export const newForm = (slot: { readonly start: string; readonly end: string; readonly allDay: boolean }, zone: string): EventForm => {
  const times = slot.allDay ? { startDate: slot.start, endDate: addDays(slot.end, -1), ...ALL_DAY_FALLBACK } : timesOf({ ...slot, zone }, zone)
  return { title: '', people: [], placeId: '', deviceId: '', note: '', allDay: slot.allDay, ...times, repeat: noRepeat(times.startDate), reminders: [], free: false }
}

const timesOf = (event: Pick<CalendarEvent, 'start' | 'end' | 'zone' | 'allDay'>, zone: string): Pick<EventForm, 'startDate' | 'startTime' | 'endDate' | 'endTime'> => event.allDay
  ? { startDate: dateOf(event.start, event.zone), endDate: addDays(dateOf(event.end, event.zone), -1), ...ALL_DAY_FALLBACK }
  : { startDate: dateOf(event.start, zone), startTime: timeOf(event.start, zone), endDate: dateOf(event.end, zone), endTime: timeOf(event.end, zone) }

/** Whether its start is one already, and not half typed. */
export const hasStart = (form: EventForm): boolean => isDate(form.startDate) && (form.allDay || isTime(form.startTime))

/** The form with another start; the end moves along so that the length in days and on the clock stays. */
export const withStart = (form: EventForm, start: { readonly date: string; readonly time: string }): EventForm => {
  const isMoved = isDate(form.startDate) && isDate(start.date)
  const moved = { ...form, startDate: start.date, startTime: start.time, repeat: isMoved ? repeatMoved(form.repeat, form.startDate, start.date) : form.repeat }
  if (!isMoved || !isDate(form.endDate)) return moved
  if (form.allDay) return { ...moved, endDate: addDays(start.date, daySpan(form.startDate, form.endDate)) }
  if (!isTime(form.startTime) || !isTime(form.endTime) || !isTime(start.time)) return moved
  const minutes = daySpan(form.startDate, form.endDate) * 1440 + minuteOf(form.endTime) - minuteOf(form.startTime)
  if (minutes <= 0) return moved
  const end = minuteOf(start.time) + minutes
  return { ...moved, endDate: addDays(start.date, Math.floor(end / 1440)), endTime: clock(end % 1440) }
}

/** The form repeated on other weekdays; a start that is none of them moves on to the next one. */
export const withWeekdays = (form: EventForm, weekdays: readonly WeekdayCode[]): EventForm => {
  const date = isDate(form.startDate) ? firstOn(weekdays, form.startDate) : form.startDate
  const moved = date === form.startDate ? form : withStart(form, { date, time: form.startTime })
  return { ...moved, repeat: withRepeat(moved.repeat, { weekdays }) }
}

/**
 * The event a form stands for, or a sentence for each field that keeps it from being one.
 * A time left as it was keeps its exact instant, so that the second 02:30 of a clock change is not turned into the first.
 */
export const readForm = (form: EventForm, zone: string, original: CalendarEvent | null): { readonly draft: EventDraft } | { readonly errors: FormErrors } => {
  const plannedIn = original === null || form.repeat.isChosen ? zone : planZone(original, zone)
  const timeErrors = checkTimes(form)
  const span = Object.keys(timeErrors).length > 0 ? null : form.allDay
    ? { start: midnight(form.startDate, plannedIn), end: midnight(addDays(form.endDate, 1), plannedIn) }
    : { start: instantOf(form.startDate, form.startTime, zone, original?.start), end: instantOf(form.endDate, form.endTime, zone, original?.end) }
  const repeat = isDate(form.startDate) ? readRepeat(form.repeat, form.startDate, { zone: plannedIn, allDay: form.allDay }) : { repeats: undefined }
  const errors = {
    ...checkTitle(form.title), ...timeErrors, ...(span === null ? {} : checkOrder(form, span)), ...(form.note.length > 4000 ? { note: strings.form.longNote } : {}),
    ...('errors' in repeat ? { repeat: repeat.errors } : {}),
  }
  if (span === null || 'errors' in repeat || Object.keys(errors).length > 0) return { errors }
  return {
    draft: {
      title: form.title.trim(), ...span, zone: plannedIn, allDay: form.allDay, people: [...form.people],
      ...(form.placeId === '' ? {} : { placeId: form.placeId }),
      ...(form.deviceId === '' ? {} : { deviceId: form.deviceId }),
      ...(form.note.trim() === '' ? {} : { note: form.note.trim() }),
      ...(repeat.repeats === undefined ? {} : { repeats: repeat.repeats }),
      ...(form.reminders.length === 0 ? {} : { reminders: [...form.reminders] }),
      ...(form.free ? { free: true } : {}),
      // What the form does not show stays as it is.
      ...(original?.instanceOf === undefined ? {} : { instanceOf: original.instanceOf }),
      ...(original?.ical === undefined ? {} : { ical: original.ical }),
    },
  }
}

/** A sentence about a start or end that a clock change skips or repeats; null on ordinary nights. */
export const clockRemark = (form: EventForm, zone: string): string | null => {
  if (form.allDay) return null
  for (const [date, time] of [[form.startDate, form.startTime], [form.endDate, form.endTime]] as const) {
    if (!isDate(date) || !isTime(time)) continue
    const odd = oddHour(`${date}T${time}`, zone)
    if (odd === 'skipped') return strings.form.skipped(time, timeOf(wallToInstant(`${date}T${time}`, zone), zone))
    if (odd === 'twice') return strings.form.twice(time)
  }
  return null
}

const checkTitle = (title: string): FormErrors => {
  if (title.trim() === '') return { title: strings.form.noTitle }
  return title.trim().length > 300 ? { title: strings.form.longTitle } : {}
}

const checkTimes = (form: EventForm): FormErrors => ({
  ...(isDate(form.startDate) ? {} : { startDate: strings.form.noDate }),
  ...(isDate(form.endDate) ? {} : { endDate: strings.form.noDate }),
  ...(form.allDay || isTime(form.startTime) ? {} : { startTime: strings.form.noTime }),
  ...(form.allDay || isTime(form.endTime) ? {} : { endTime: strings.form.noTime }),
})

/** By instants, not by what the clock shows: when the clocks go back, 02:15 can come after 02:30. */
const checkOrder = (form: EventForm, span: { readonly start: string; readonly end: string }): FormErrors => {
  if (fromInstant(span.end) > fromInstant(span.start)) return {}
  if (form.allDay) return { endDate: strings.form.lastDayFirst }
  return form.endDate < form.startDate ? { endDate: strings.form.endFirst } : { endTime: strings.form.endFirst }
}

const instantOf = (date: string, time: string, zone: string, before: string | undefined): string => {
  const wall = `${date}T${time}`
  return before !== undefined && instantToWall(before, zone) === wall ? before : wallToInstant(wall, zone)
}

const timeOf = (instant: string, zone: string): string => instantToWall(instant, zone).slice(11, 16)
const isDate = (text: string): boolean => /^\d{4}-\d\d-\d\d$/.test(text) && !Number.isNaN(Date.parse(text))
const isTime = (text: string): boolean => /^([01]\d|2[0-3]):[0-5]\d$/.test(text)
const daySpan = (from: string, to: string): number => Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000)
const minuteOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5))
const clock = (minutes: number): string => `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`
