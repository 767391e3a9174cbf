/** The calendar view's conversions: drags, shifts and the event form, also across a change of the clocks. */
import { describe, expect, it } from 'vitest'
import type { CalendarEvent } from '../../shared/calendar.ts'
import { clockRemark, formOf, newForm, readForm, withStart, type EventForm } from '../../renderer/views/calendar/event-form.ts'
import { movedTo, oddHour, resizedTo, shifted, shownTimes } from '../../renderer/views/calendar/event-times.ts'

const zone = 'Europe/Berlin'
const event = (part: Partial<CalendarEvent>): CalendarEvent => ({ id: 'e1', title: 'Dentist', start: '2026-11-23T13:00:00Z', end: '2026-11-23T14:00:00Z', zone, allDay: false, people: ['jonas'], ...part })
const allDay = event({ allDay: true, start: '2026-03-27T23:00:00Z', end: '2026-03-29T22:00:00Z' }) // 28 and 29 March; the 29th has 23 hours
const draftOf = (form: EventForm, original: CalendarEvent | null = null) => {
  const read = readForm(form, zone, original)
  if ('errors' in read) throw new Error(JSON.stringify(read.errors))
  return read.draft
}

describe('where a hand puts an event', () => {
  it('shows a timed event as instants and an all-day one as dates of the zone it was planned in', () => {
    expect(shownTimes(event({}))).toEqual({ start: '2026-11-23T13:00:00Z', end: '2026-11-23T14:00:00Z', allDay: false })
    expect(shownTimes(allDay)).toEqual({ start: '2026-03-28', end: '2026-03-30', allDay: true })
    expect(shownTimes({ ...allDay, zone: 'UTC', start: '2026-03-28T00:00:00Z', end: '2026-03-30T00:00:00Z' })).toEqual({ start: '2026-03-28', end: '2026-03-30', allDay: true })
  })

  it('keeps the true length of a timed event that is dropped onto a night when the clocks change', () => {
    const run = event({ start: '2026-03-27T23:00:00Z', end: '2026-03-28T03:00:00Z' }) // 00:00 – 04:00, four hours
    expect(movedTo(run, '2026-03-28T23:00:00Z', false, zone)).toMatchObject({ start: '2026-03-28T23:00:00Z', end: '2026-03-29T03:00:00Z' })
  })

  it('keeps the number of days of an all-day event, makes an hour of it among the hours, and a day of a timed one', () => {
    expect(movedTo(allDay, '2026-10-24', true, zone)).toMatchObject({ start: '2026-10-23T22:00:00Z', end: '2026-10-25T23:00:00Z', allDay: true })
    expect(movedTo(allDay, '2026-03-29T08:00:00Z', false, zone)).toMatchObject({ end: '2026-03-29T09:00:00Z', allDay: false })
    expect(movedTo(event({}), '2026-03-29', true, zone)).toMatchObject({ start: '2026-03-28T23:00:00Z', end: '2026-03-29T22:00:00Z', allDay: true })
  })

  it('takes the edges of a resize as they are, and keeps everything else of the event', () => {
    expect(resizedTo(event({ placeId: 'p1', note: 'n' }), '2026-11-23T12:45:00Z', '2026-11-23T15:00:00Z', zone)).toEqual({ title: 'Dentist', start: '2026-11-23T12:45:00Z', end: '2026-11-23T15:00:00Z', zone, allDay: false, people: ['jonas'], placeId: 'p1', note: 'n' })
    expect(resizedTo(allDay, '2026-03-28', '2026-03-29', zone)).toMatchObject({ start: '2026-03-27T23:00:00Z', end: '2026-03-28T23:00:00Z' })
  })

  it('shifts by a day on the clock and by minutes as they pass', () => {
    const before = event({ start: '2026-03-28T13:00:00Z', end: '2026-03-28T14:00:00Z' }) // 14:00 in winter time
    expect(shifted(before, { days: 1, minutes: 0 }, zone)).toMatchObject({ start: '2026-03-29T12:00:00Z', end: '2026-03-29T13:00:00Z' }) // 14:00 in summer time
    expect(shifted(event({ start: '2026-03-29T00:45:00Z', end: '2026-03-29T01:45:00Z' }), { days: 0, minutes: 15 }, zone)).toMatchObject({ start: '2026-03-29T01:00:00Z' })
    expect(shifted(allDay, { days: -1, minutes: 0 }, zone)).toMatchObject({ start: '2026-03-26T23:00:00Z', end: '2026-03-28T23:00:00Z' })
    expect(shifted(allDay, { days: 0, minutes: 15 }, zone)).toBeNull()
  })

  it('knows the hours that a change of the clocks skips or repeats', () => {
    expect(oddHour('2026-03-29T02:30', zone)).toBe('skipped')
    expect(oddHour('2026-10-25T02:30', zone)).toBe('twice')
    expect(oddHour('2026-10-25T03:30', zone)).toBeNull()
  })
})

describe('the event form', () => {
  it('gives back the event it was opened with', () => {
    for (const one of [event({ placeId: 'p1', deviceId: 'd1', note: 'bring the card' }), allDay, event({ start: '2026-11-23T22:30:00Z', end: '2026-11-24T01:00:00Z' })]) {
      expect({ id: one.id, ...draftOf(formOf(one, zone), one) }).toEqual(one)
    }
  })

  it('keeps the second 02:30 of a long night when the time was not touched, and takes the first when it was', () => {
    const second = event({ start: '2026-10-25T01:30:00Z', end: '2026-10-25T02:30:00Z' })
    const form = formOf(second, zone)
    expect(form).toMatchObject({ startTime: '02:30', endTime: '03:30' })
    expect(draftOf({ ...form, title: 'Other' }, second).start).toBe('2026-10-25T01:30:00Z')
    expect(draftOf(form).start).toBe('2026-10-25T00:30:00Z')
    expect(clockRemark(form, zone)).toContain('02:30 comes twice')
    expect(clockRemark({ ...form, startDate: '2026-03-29', endDate: '2026-03-29' }, zone)).toContain('takes 03:30')
  })

  it('lets an event end at an earlier clock time when the clocks went back in between', () => {
    const odd = event({ start: '2026-10-25T00:30:00Z', end: '2026-10-25T01:15:00Z' }) // 02:30 – 02:15
    expect(draftOf(formOf(odd, zone), odd)).toMatchObject({ start: odd.start, end: odd.end })
  })

  it('says for each field what is wrong with it', () => {
    const form = newForm({ start: '2026-11-23T13:00:00Z', end: '2026-11-23T14:00:00Z', allDay: false }, zone)
    const errorsOf = (part: Partial<EventForm>) => { const read = readForm({ ...form, title: 'x', ...part }, zone, null); return 'errors' in read ? Object.keys(read.errors).sort() : [] }
    expect(errorsOf({})).toEqual([])
    expect(errorsOf({ title: '  ' })).toEqual(['title'])
    expect(errorsOf({ title: '', endTime: '14:00' })).toEqual(['endTime', 'title'])
    expect(errorsOf({ endDate: '2026-11-22' })).toEqual(['endDate'])
    expect(errorsOf({ startDate: '', endTime: '25:00' })).toEqual(['endTime', 'startDate'])
    expect(errorsOf({ allDay: true, endDate: '2026-11-22' })).toEqual(['endDate'])
    expect(errorsOf({ note: 'n'.repeat(4001), title: 't'.repeat(301) })).toEqual(['note', 'title'])
  })

  it('moves the end along with the start', () => {
    const form = newForm({ start: '2026-11-23T21:30:00Z', end: '2026-11-23T23:00:00Z', allDay: false }, zone) // 22:30 – 00:00
    expect(withStart(form, { date: '2026-11-23', time: '23:00' })).toMatchObject({ endDate: '2026-11-24', endTime: '00:30' })
    expect(withStart({ ...form, allDay: true, endDate: '2026-11-25' }, { date: '2026-12-01', time: '' })).toMatchObject({ startDate: '2026-12-01', endDate: '2026-12-03' })
    expect(withStart(form, { date: '', time: '23:00' })).toMatchObject({ startDate: '', endDate: form.endDate })
  })
})
