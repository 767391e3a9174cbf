/** What Today computes: whose day holds what, which hours of the night are cheap, and where a price stands in the drawing, on days of 23 and 25 hours too. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { CalendarEvent } from '../../shared/calendar.ts'
import { emptyHousehold, type Household, type Tariff } from '../../shared/household.ts'
import { fromInstant, instantToWall, toInstant } from '../../shared/time.ts'
import { energyPrice } from '../../renderer/ui/money.ts'
import { isPressed, keysInWords } from '../../renderer/ui/keys.ts'
import { priceChart } from '../../renderer/views/today/chart.ts'
import { meetings } from '../../renderer/views/today/clashes.ts'
import { dayGroups, isOn, startOf, type DayGroup } from '../../renderer/views/today/days.ts'
import { cheapSlots, joined, nightOf, slotsOf, type PriceSlot } from '../../renderer/views/today/slots.ts'
import { chore, ZONE } from '../support/chores.ts'

const HOUR = 3_600_000
const at = fromInstant
/** Sunday evening, 17:50. */
const NOW = at('2026-11-22T16:50:00Z')
const person = (id: string, hue: number): Household['people'][number] => ({ id, name: `${id} Bergmann`, role: 'adult', aliases: [], hue })
const household: Household = { ...emptyHousehold(ZONE), people: [person('tom', 0), person('lena', 1)], places: [{ id: 'pool', name: 'Pool', aliases: [], travelMinutes: 30 }] }
const event = (id: string, start: string, end: string, over: Partial<CalendarEvent> = {}): CalendarEvent => ({ id, title: id, start, end, zone: ZONE, allDay: false, people: [], ...over })

describe('a day, by person', () => {
  const named = (groups: readonly DayGroup[]): Record<string, string[]> =>
    Object.fromEntries(groups.map(({ whose, entries }) => [whose.kind === 'person' ? whose.person.id : whose.kind, entries.map((entry) => (entry.kind === 'event' ? entry.event.id : `${entry.task.id}${entry.isOverdue ? '!' : ''}`))]))
  const due = (instant: string, allDay: boolean) => ({ at: instant, zone: ZONE, allDay })
  const events = [
    event('late', '2026-11-22T20:00:00Z', '2026-11-22T21:00:00Z', { people: ['tom'] }),
    event('early', '2026-11-22T08:00:00Z', '2026-11-22T09:00:00Z', { people: ['tom'] }),
    event('both', '2026-11-22T18:00:00Z', '2026-11-22T19:00:00Z', { people: ['lena', 'tom'] }),
    event('dishwasher', '2026-11-22T22:00:00Z', '2026-11-23T01:00:00Z', { deviceId: 'dishwasher' }),
    event('gone', '2026-11-22T10:00:00Z', '2026-11-22T11:00:00Z', { people: ['nobody-known'] }),
  ]
  const tasks = [
    chore({ id: 'bins', people: ['tom', 'lena'], rotation: 'fixed', turn: 'lena', due: due('2026-11-22T18:00:00Z', false) }),
    chore({ id: 'letter', people: ['lena'], due: due('2026-11-20T23:00:00Z', true) }),
    chore({ id: 'plants', people: ['tom', 'lena'], due: due('2026-11-22T23:00:00Z', true) }),
    chore({ id: 'done', people: ['tom'], due: due('2026-11-22T18:00:00Z', false), doneAt: '2026-11-22T10:00:00Z' }),
    chore({ id: 'some-day', people: ['tom'] }),
  ]

  it('each entry stands once: with its person, whose turn it is, with all who share it, with the devices, or with nobody', () => {
    expect(named(dayGroups({ date: '2026-11-22', isToday: true }, events, tasks, household, NOW))).toEqual({ tom: ['early', 'late'], lena: ['letter!', 'bins'], together: ['both'], devices: ['dishwasher'], nobody: ['gone'] })
    expect(named(dayGroups({ date: '2026-11-23', isToday: false }, events, tasks, household, NOW))).toEqual({ together: ['plants'], devices: ['dishwasher'] })
  })

  it('people come in the order of the household, and groups without entries are left out', () => {
    const groups = dayGroups({ date: '2026-11-22', isToday: true }, events, tasks, household, NOW)
    expect(groups.map(({ whose }) => whose.kind)).toEqual(['person', 'person', 'together', 'devices', 'nobody'])
    expect(dayGroups({ date: '2026-11-30', isToday: false }, events, tasks, household, NOW)).toEqual([])
  })

  it('an event that ends at midnight is not of the next day; a whole day keeps its date in every zone; a moment at midnight is of the day it begins', () => {
    const evening = event('e', '2026-11-22T21:00:00Z', '2026-11-22T23:00:00Z')
    expect([isOn(evening, '2026-11-22', ZONE), isOn(evening, '2026-11-23', ZONE)]).toEqual([true, false])
    const birthday = event('b', '2026-11-22T15:00:00Z', '2026-11-23T15:00:00Z', { zone: 'Asia/Tokyo', allDay: true })
    expect(['2026-11-22', '2026-11-23', '2026-11-24'].map((date) => isOn(birthday, date, ZONE))).toEqual([false, true, false])
    const moment = event('m', '2026-11-22T23:00:00Z', '2026-11-22T23:00:00Z')
    expect([isOn(moment, '2026-11-22', ZONE), isOn(moment, '2026-11-23', ZONE)]).toEqual([false, true])
  })
})

describe('clashes', () => {
  it('each pair once with everybody in it, also where only the way is too long; what is over is left out', () => {
    const [swim, call] = [event('swim', '2026-11-23T15:00:00Z', '2026-11-23T16:00:00Z', { people: ['tom', 'lena'], placeId: 'pool' }), event('call', '2026-11-23T15:30:00Z', '2026-11-23T17:00:00Z', { people: ['lena', 'tom'] })]
    const [after, past] = [event('after', '2026-11-23T17:10:00Z', '2026-11-23T18:00:00Z', { people: ['tom'], placeId: 'pool' }), event('past', '2026-11-22T15:00:00Z', '2026-11-22T16:00:00Z', { people: ['tom'] })]
    const seen = meetings([after, call, past, { ...past, id: 'past-too' }, swim], household, NOW).map(({ first, second, people, travel }) => [first.id, second.id, [...people].sort(), travel])
    expect(seen).toEqual([['swim', 'call', ['lena', 'tom'], undefined], ['call', 'after', ['tom'], 30]])
  })
})

const prices = (date: string, values: readonly number[]): Tariff => ({ id: 't', name: 'Hourly', kind: 'day-ahead', currency: 'EUR', days: [{ date, prices: [...values] }] })
const hours = (n: number, price: (hour: number) => number): number[] => Array.from({ length: n }, (_, hour) => price(hour))

describe('prices by the hours of a local day', () => {
  it.each([['2026-10-25', 25], ['2026-03-29', 23], ['2026-11-22', 24]] as const)('%s has %d, one after the other', (date, n) => {
    const slots = slotsOf(prices(date, hours(n, (hour) => hour / 100)), date, nextDay(date), ZONE)
    expect(slots.map(({ price }) => price)).toEqual(hours(n, (hour) => hour / 100))
    expect(slots.every(({ from, to }, i) => to - from === HOUR && (i === 0 || slots[i - 1]?.to === from))).toBe(true)
    expect([slots[0]?.from, slots.at(-1)?.to]).toEqual([startOf(date, ZONE), startOf(nextDay(date), ZONE)])
  })

  it('the hour that comes twice has two prices, and reads the same on the clock', () => {
    const slots = slotsOf(prices('2026-10-25', hours(25, (hour) => hour / 100)), '2026-10-25', '2026-10-26', ZONE)
    expect([2, 3].map((i) => [instantToWall(toInstant(slots[i]?.from ?? 0), ZONE), slots[i]?.price])).toEqual([['2026-10-25T02:00', 0.02], ['2026-10-25T02:00', 0.03]])
  })

  it('a band that changes within an hour divides it; a flat price has an hour per slot; a day without prices has none', () => {
    const bands: Tariff = { id: 't', name: 'Night', kind: 'time-of-use', currency: 'EUR', bands: [{ from: '00:00', price: 0.2 }, { from: '06:30', price: 0.4 }] }
    const slots = slotsOf(bands, '2026-11-22', '2026-11-23', ZONE)
    expect(slots).toHaveLength(25)
    expect(slots.slice(6, 8).map(({ from, to, price }) => [instantToWall(toInstant(from), ZONE).slice(11), (to - from) / 60_000, price])).toEqual([['06:00', 30, 0.2], ['06:30', 30, 0.4]])
    expect(slotsOf({ id: 't', name: 'Flat', kind: 'flat', currency: 'EUR', price: 0.3 }, '2026-11-22', '2026-11-24', ZONE)).toHaveLength(48)
    expect(slotsOf(prices('2026-11-22', hours(24, () => 0.3)), '2026-11-23', '2026-11-24', ZONE)).toEqual([])
  })
})

const nextDay = (date: string): string => new Date(Date.parse(`${date}T00:00:00Z`) + 24 * HOUR).toISOString().slice(0, 10)

describe('tonight’s cheap hours', () => {
  const slot = (hour: number, price: number): PriceSlot => ({ from: hour * HOUR, to: (hour + 1) * HOUR, price })
  const night = { from: 0, to: 10 * HOUR }

  it('tonight runs from six to eight, as in a sentence; in the small hours it is the one that goes on', () => {
    const wall = (now: string): string[] => { const { from, to } = nightOf(at(now), ZONE); return [from, to].map((ms) => instantToWall(toInstant(ms), ZONE)) }
    expect(wall('2026-11-22T08:00:00Z')).toEqual(['2026-11-22T18:00', '2026-11-23T08:00'])
    expect(wall('2026-11-22T22:30:00Z')).toEqual(['2026-11-22T18:00', '2026-11-23T08:00'])
    expect(wall('2026-11-23T03:59:00Z')).toEqual(['2026-11-22T18:00', '2026-11-23T08:00'])
    expect(wall('2026-11-23T04:00:00Z')).toEqual(['2026-11-23T18:00', '2026-11-24T08:00'])
  })

  it('are four, and every other of the same price; negative prices are the cheapest', () => {
    const slots = [0.3, 0.2, -0.01, 0.2, 0.1, 0.2, 0.4].map((price, hour) => slot(hour, price))
    expect(cheapSlots(slots, night, 0).map(({ from }) => from / HOUR)).toEqual([1, 2, 3, 4, 5])
  })

  it('none are over, and none where all cost the same; of few hours the dearest is not cheap', () => {
    const slots = [0.1, 0.2, 0.3, 0.4].map((price, hour) => slot(hour, price))
    expect(cheapSlots(slots, night, 0).map(({ price }) => price)).toEqual([0.1, 0.2, 0.3])
    expect(cheapSlots(slots, night, HOUR).map(({ price }) => price)).toEqual([0.2, 0.3])
    expect(cheapSlots(slots.map((one) => ({ ...one, price: 0.2 })), night, 0)).toEqual([])
    expect(cheapSlots([], night, 0)).toEqual([])
  })

  it('whatever the prices: every cheap hour lies in the night, and none that is left out is cheaper', () => {
    fc.assert(fc.property(fc.array(fc.integer({ min: -5, max: 5 }), { minLength: 1, maxLength: 30 }), fc.integer({ min: 0, max: 12 }), (values, hour) => {
      const slots = values.map((price, i) => slot(i, price)), now = hour * HOUR
      const cheap = cheapSlots(slots, night, now)
      const left = slots.filter((one) => one.to > now && one.to <= night.to && !cheap.includes(one))
      expect(cheap.every(({ from, to }) => from >= night.from && to <= night.to && to > now)).toBe(true)
      if (cheap.length > 0) expect(Math.min(...left.map(({ price }) => price))).toBeGreaterThan(Math.max(...cheap.map(({ price }) => price)))
    }))
  })

  it('hours that follow one another are one stretch', () => {
    expect(joined([slot(1, 0), slot(2, 0), slot(4, 0)])).toEqual([{ from: HOUR, to: 3 * HOUR }, { from: 4 * HOUR, to: 5 * HOUR }])
  })
})

describe('the drawing', () => {
  const drawn = (date: string, values: readonly number[], events: readonly CalendarEvent[] = []) =>
    priceChart(slotsOf(prices(date, values), date, nextDay(date), ZONE), events, { from: startOf(date, ZONE), to: startOf(nextDay(date), ZONE) }, ZONE)

  it('on a day of 25 hours every hour is as wide as another, and the clock shows six o’clock where it is', () => {
    const { bars, ticks } = drawn('2026-10-25', hours(25, () => 0.3))
    expect(bars).toHaveLength(25)
    for (const [i, { x, width }] of bars.entries()) { expect(width).toBeCloseTo(4); expect(x).toBeCloseTo(i * 4) }
    expect(ticks.map(({ hour, x }) => [hour, Math.round(x)])).toEqual([[0, 0], [6, 28], [12, 52], [18, 76]])
    expect(drawn('2026-03-29', hours(23, () => 0.3)).ticks.map(({ x }) => Math.round((x / 100) * 23))).toEqual([0, 5, 11, 17])
  })

  it('negative prices hang below zero, on the same scale', () => {
    const { bars, zero, low, high } = drawn('2026-11-22', hours(24, (hour) => (hour === 13 ? -0.1 : 0.3)))
    expect([low, high]).toEqual([-0.1, 0.3])
    expect(zero).toBeCloseTo(75)
    expect(bars[13]).toMatchObject({ y: zero })
    expect(bars[13]?.height).toBeCloseTo(25)
    expect(bars[12]?.y).toBeCloseTo(0)
    expect(bars[12]?.height).toBeCloseTo(75)
  })

  it('an hour that costs nothing is seen, and so is a day that does', () => {
    for (const { zero, bars } of [drawn('2026-11-22', hours(24, () => 0)), drawn('2026-11-22', hours(24, (hour) => hour / 100))]) {
      expect(zero).toBe(100)
      expect(bars[0]?.height).toBeGreaterThan(0)
    }
  })

  it('runs stand in a row for each device, cut where the drawing ends', () => {
    const run = (id: string, deviceId: string, start: string, end: string, over: Partial<CalendarEvent> = {}): CalendarEvent => event(id, start, end, { deviceId, ...over })
    const { rows } = drawn('2026-11-22', hours(24, () => 0.3), [
      run('a', 'dishwasher', '2026-11-22T05:00:00Z', '2026-11-22T11:00:00Z'),
      run('b', 'car', '2026-11-22T20:00:00Z', '2026-11-23T05:00:00Z'),
      run('c', 'dishwasher', '2026-11-22T17:00:00Z', '2026-11-22T18:00:00Z'),
      run('d', 'car', '2026-11-22T08:00:00Z', '2026-11-22T09:00:00Z', { people: ['tom'] }),
      run('e', 'dryer', '2026-11-23T08:00:00Z', '2026-11-23T09:00:00Z'),
    ])
    expect(rows.map(({ deviceId, runs }) => [deviceId, runs.map(({ event: { id }, x, width }) => [id, Math.round(x), Math.round(width)])])).toEqual([['dishwasher', [['a', 25, 25], ['c', 75, 4]]], ['car', [['b', 88, 13]]]])
  })
})

describe('keys and prices in words', () => {
  it('a letter asks for its Shift, a sign does not: it needs it on some keyboards', () => {
    const pressed = (key: string, shiftKey: boolean): boolean[] => [{ key: 'o', shift: true }, { key: 'l', shift: false }, { key: '/', shift: false }].map((keys) => isPressed(keys, { key, shiftKey }))
    expect(pressed('O', true)).toEqual([true, false, false])
    expect(pressed('o', false)).toEqual([false, false, false])
    expect(pressed('L', true)).toEqual([false, false, false])
    expect(pressed('l', false)).toEqual([false, true, false])
    expect([pressed('/', true), pressed('/', false)]).toEqual([[false, false, true], [false, false, true]])
    expect([keysInWords({ key: 'o', shift: true }, false), keysInWords({ key: 'o', shift: true }, true), keysInWords({ key: '1', shift: false }, false)]).toEqual(['Ctrl+Shift+O', '⇧⌘O', 'Ctrl+1'])
  })

  it('a price per kilowatt hour keeps tenths of a cent, its sign, and a unit that is no currency', () => {
    expect([energyPrice(0.1843, 'EUR'), energyPrice(0.4, 'EUR'), energyPrice(-0.012, 'EUR'), energyPrice(0.2, 'p/u')]).toEqual(['€0.184', '€0.40', '-€0.012', '0.200 p/u'])
  })
})
