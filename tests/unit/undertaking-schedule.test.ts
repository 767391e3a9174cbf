/** When the steps of an undertaking may be done: in time, and not long before it makes sense. */
import { describe, expect, it } from 'vitest'
import type { OutlineStep } from '../../shared/ask.ts'
import type { CalendarEvent } from '../../shared/calendar.ts'
import { fromInstant, wallToInstant, type Instant } from '../../shared/time.ts'
import { scheduleOf } from '../../electron/steps/undertaking.ts'
import { outlineOf } from '../../electron/local/outlines.ts'
import { emptyHousehold } from '../../shared/household.ts'

const zone = 'Europe/Berlin'
const household = { ...emptyHousehold(zone), people: [{ id: 'ada', name: 'Ada', aliases: [], role: 'adult' as const, hue: 0 }] }
const at = (wall: string): Instant => wallToInstant(wall, zone)
const now = at('2026-11-23T12:00')
/** Saturday 12 December 2026, nineteen days ahead. */
const day = '2026-12-12'
const shape = { occasion: 'birthday' as const, daysAhead: 19, lasts: 1, adults: 1, children: 1, guests: 8, minutesPerDay: 60 }
const step = (id: string, daysBefore: number, minutes = 60): OutlineStep => ({ id, title: id, daysBefore, minutes, after: [] })

/** First and last day on which each step may be done. */
const daysOf = (steps: readonly OutlineStep[], events: readonly CalendarEvent[] = []): string[] => {
  const schedule = scheduleOf({ undertaking: { title: 'Birthday', day, shape }, outline: { steps: [...steps] }, household, events, now })
  const dayAt = (slot: number): string => new Date(fromInstant(schedule!.origin) + slot * 30 * 60_000).toISOString().slice(0, 10)
  return schedule!.problem.jobs.map(({ windows }) => `${dayAt(windows[0]![0])} … ${dayAt(windows.at(-1)![1] - 1)}`)
}

describe('a step is done within three times its days before, and two days more', () => {
  const rows: [string, OutlineStep, string][] = [
    ['on the day itself: from two days before', step('S1', 0), '2026-12-10 … 2026-12-12'],
    ['the cake, a day before: not three weeks ahead', step('S1', 1), '2026-12-07 … 2026-12-11'],
    ['four days before', step('S1', 4), '2026-11-28 … 2026-12-08'],
    ['two weeks before: from now', step('S1', 14), '2026-11-23 … 2026-11-28'],
    ['afterwards: never before the day', step('S1', -1), '2026-12-12 … 2026-12-13'],
  ]
  it.each(rows)('%s', (_name, one, days) => { expect(daysOf([one])).toEqual([days]) })

  it('and earlier only when nobody has time from then on', () => {
    const trip: CalendarEvent = { id: 'trip', title: 'Work trip', start: at('2026-12-07T00:00'), end: at('2026-12-12T08:00'), zone, allDay: false, people: ['ada'] }
    expect(daysOf([step('S1', 1)], [trip])).toEqual(['2026-11-23 … 2026-12-11'])
    expect(daysOf([step('S1', 1)], [{ ...trip, end: at('2026-12-11T18:00') }])).toEqual(['2026-12-07 … 2026-12-11'])
  })

  it('so that nobody bakes three weeks ahead of a birthday', () => {
    const { steps } = outlineOf(shape)
    const days = daysOf(steps)
    expect(days[steps.findIndex(({ title }) => title === 'Order or bake the cake')]).toBe('2026-12-07 … 2026-12-11')
    expect(days[steps.findIndex(({ title }) => title === 'Lay the table')]).toBe('2026-12-10 … 2026-12-12')
  })
})
