/** The sample household: valid, the same for everybody, invented throughout, and with prices and gaps that the first plan needs. */
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { marked } from '../../electron/calendar/chores.ts'
import { expand } from '../../electron/calendar/recurrence/expand.ts'
import { understand } from '../../electron/language/understand.ts'
import { sampleHousehold } from '../../electron/vault/sample.ts'
import { CalendarEvent } from '../../shared/calendar.ts'
import { Household } from '../../shared/household.ts'
import { setLanguage } from '../../shared/language.ts'
import { minutesGiven, Task } from '../../shared/tasks.ts'
import { fromInstant, instantToWall, Temporal, toInstant, wallToInstant } from '../../shared/time.ts'

const zones = ['Europe/Berlin', 'America/New_York', 'America/Santiago', 'Australia/Lord_Howe', 'Asia/Kathmandu', 'Pacific/Auckland', 'Africa/Cairo', 'UTC']
// An ordinary day, and the eves of the weeks in which clocks change in one of the zones above.
const days = ['2026-11-22', '2026-10-20', '2026-03-24', '2026-03-03', '2026-09-01', '2026-04-01', '2026-12-28']

describe('sampleHousehold', () => {
  it.each(zones)('fits the contracts in %s', (zone) => {
    for (const day of days) {
      const { household, events } = sampleHousehold(wallToInstant(`${day}T12:00`, zone), zone)
      expect(Household.parse(household)).toEqual(household)
      expect(z.array(CalendarEvent).parse(events)).toEqual(events)
      expect(new Set(events.map(({ id }) => id)).size).toBe(events.length)
    }
  })

  it('is the same at every moment of a day, and on the next day moves on', () => {
    const at = (wall: string) => sampleHousehold(wallToInstant(wall, 'Europe/Berlin'), 'Europe/Berlin')
    expect(at('2026-11-22T00:00')).toEqual(at('2026-11-22T23:59'))
    expect(at('2026-11-23T00:00').events).not.toEqual(at('2026-11-22T23:59').events)
  })

  it.each(zones)('has a price for every hour from yesterday to fourteen days ahead in %s, also when clocks change', (zone) => {
    for (const noon of days) {
      const today = Temporal.PlainDate.from(noon)
      const { household } = sampleHousehold(wallToInstant(`${noon}T12:00`, zone), zone)
      const tariff = household.tariffs.find(({ id }) => id === household.tariffId)
      if (tariff?.kind !== 'day-ahead') throw new Error('the tariff in use is not the day-ahead one')
      expect(tariff.currency).toBe('EUR')
      expect(tariff.days.map(({ date }) => date)).toEqual(Array.from({ length: 16 }, (_, i) => today.add({ days: i - 1 }).toString()))
      for (const { date, prices } of tariff.days) {
        const day = Temporal.PlainDate.from(date)
        const hours = (day.add({ days: 1 }).toZonedDateTime(zone).epochMilliseconds - day.toZonedDateTime(zone).epochMilliseconds) / 3_600_000
        expect(prices.length, `${date} in ${zone}`).toBe(Math.ceil(hours))
      }
      const all = tariff.days.flatMap(({ prices }) => prices)
      expect(all.filter((price) => price < 0)).toHaveLength(1)
      expect(Math.max(...all)).toBeLessThan(0.6)
    }
  })

  it('is cheap in the early night and at noon, dear in the morning and the evening, and a little different every day', () => {
    const { household } = sampleHousehold('2026-11-22T12:00:00Z', 'Europe/Berlin')
    const tariff = household.tariffs[0]
    if (tariff?.kind !== 'day-ahead') throw new Error('no day-ahead tariff')
    const mean = (prices: readonly number[], hours: readonly number[]): number => hours.reduce((sum, hour) => sum + (prices[hour] ?? 0), 0) / hours.length
    for (const { prices } of tariff.days) {
      expect(mean(prices, [1, 2, 3, 4])).toBeLessThan(0.8 * mean(prices, [7, 8]))
      expect(mean(prices, [11, 12])).toBeLessThan(0.6 * mean(prices, [17, 18, 19]))
    }
    expect(new Set(tariff.days.map(({ prices }) => prices.join())).size).toBe(tariff.days.length)
    expect(household.tariffs.some(({ kind }) => kind === 'flat')).toBe(true)
  })

  it('is German throughout in a German house, and the same family', () => {
    const english = sampleHousehold('2026-11-22T12:00:00Z', 'Europe/Berlin')
    setLanguage({ language: 'de', locale: 'de-DE' })
    try {
      const said = sampleHousehold('2026-11-22T12:00:00Z', 'Europe/Berlin')
      expect(Household.parse(said.household)).toEqual(said.household)
      const ids = ({ household, events, tasks }: typeof said) => [household.people, household.places, household.devices, household.routines, events, tasks].map((list) => list.map(({ id }) => id))
      expect(ids(said)).toEqual(ids(english))
      // Whatever has words of English in it is not translated; names of people and places of the story are none.
      const texts = JSON.stringify(said).match(/"(?:name|title|note|text|aliases|list)":(?:"[^"]*"|\[[^\]]*\])/g) ?? []
      expect(texts.length).toBeGreaterThan(40)
      expect(texts.filter((text) => /\b(?:the|and|with|of|in the|at|every|from|our|school|early|guests|dentist)\b/i.test(text.replace(/^"\w+":/, '')))).toEqual([])
      expect(said.household.devices.map(({ name }) => name)).toEqual(['Spülmaschine', 'Elektroauto', 'Waschmaschine', 'Wäschetrockner'])
    } finally { setLanguage({ language: 'en', locale: 'en-GB' }) }
  })

  it('invents its numbers and addresses within what is kept for fiction', () => {
    const text = JSON.stringify(sampleHousehold('2026-11-22T12:00:00Z', 'Europe/Berlin'))
    const phones = [...text.matchAll(/\+\d[\d ]{7,}/g)].map(([phone]) => phone.trim())
    expect(phones.length).toBeGreaterThan(8)
    for (const phone of phones) expect(phone).toMatch(/^\+353 20 91\d \d{4}$/)
    const mails = [...text.matchAll(/[\w.]+@[\w.]+\w/g)].map(([mail]) => mail)
    expect(mails.length).toBeGreaterThan(0)
    for (const mail of mails) expect(mail).toMatch(/@example\.com$/)
  })

  it('points only at people, places and devices it has, in the coming week', () => {
    const now = wallToInstant('2026-11-22T12:00', 'Europe/Berlin')
    const { household, events } = sampleHousehold(now, 'Europe/Berlin')
    const known = new Set([...household.people, ...household.places, ...household.devices].map(({ id }) => id))
    for (const { people, placeId, deviceId, start, end } of events) {
      for (const id of [...people, placeId, deviceId]) if (id !== undefined) expect(known).toContain(id)
      expect(start > now).toBe(true)
      expect(fromInstant(end) - fromInstant(now)).toBeLessThan(9 * 86_400_000)
      expect(start < end).toBe(true)
    }
    for (const { people } of household.routines) for (const id of people) expect(known).toContain(id)
    expect(events.filter(({ deviceId }) => deviceId === 'car').map(({ start, end }) => [start, end].map((at) => instantToWall(at, 'Europe/Berlin')))[0]).toEqual(['2026-11-23T07:15', '2026-11-23T16:45'])
  })
})

describe('the first plan anybody tries', () => {
  const STORY = "Run the dishwasher and charge the car tonight as cheaply as possible. The dishwasher has to be done before Emma's breakfast at 7 and nothing may make noise while the baby sleeps; Tom leaves with the car at 7:15 for his shift at St. Mary's Hospital"
  const QUARTER = 15 * 60_000

  /** Quarter hours in which a device may run: after now and its window, while it is at home, and not in a quiet routine if it is noisy. */
  const freeQuarters = (zone: string, now: string, deviceId: string): number[] => {
    const instant = wallToInstant(now, zone)
    const { household, events } = sampleHousehold(instant, zone)
    const result = understand(STORY, { now: instant, household })
    if (!result.ok || result.value.intent !== 'plan') throw new Error('not a plan')
    const load = result.value.loads.find((l) => l.deviceId === deviceId), device = household.devices.find(({ id }) => id === deviceId)
    if (load === undefined || device === undefined) throw new Error('no such load')
    const at = (wall: string): number => fromInstant(wallToInstant(wall, zone))
    const from = Math.max(at(now), at(load.notBefore ?? result.value.horizon[0])), to = Math.min(at(load.doneBy ?? result.value.horizon[1]), at(load.leavesAt ?? result.value.horizon[1]))
    const away = events.filter((event) => event.deviceId === deviceId).map(({ start, end }) => [fromInstant(start), fromInstant(end)] as const)
    const quiet = (moment: number): boolean => household.routines.some((routine) => {
      const zoned = Temporal.Instant.fromEpochMilliseconds(moment).toZonedDateTimeISO(zone), time = zoned.toPlainTime().toString({ smallestUnit: 'minute' })
      const day = (back: number): boolean => routine.days.includes((['mo', 'tu', 'we', 'th', 'fr', 'sa', 'su'] as const)[zoned.subtract({ days: back }).dayOfWeek - 1] ?? 'mo')
      const overnight = routine.to <= routine.from
      return routine.quiet && (overnight ? (time >= routine.from && day(0)) || (time < routine.to && day(1)) : time >= routine.from && time < routine.to && day(0))
    })
    const quarters: number[] = []
    for (let quarter = Math.ceil(from / QUARTER) * QUARTER; quarter + QUARTER <= to; quarter += QUARTER) {
      if (!(device.noisy && quiet(quarter)) && !away.some(([start, end]) => quarter < end && quarter + QUARTER > start)) quarters.push(quarter)
    }
    return quarters
  }

  it.each(['Europe/Berlin', 'America/New_York'])('fits whenever it is typed between 06:00 and 23:00 in %s, on every day of a week and when clocks change', (zone) => {
    const dates = ['2026-11-16', '2026-11-17', '2026-11-18', '2026-11-19', '2026-11-20', '2026-11-21', '2026-11-22', '2026-10-24', '2026-10-31', '2026-03-28', '2026-03-07']
    for (const date of dates) {
      for (const time of ['06:00', '09:20', '12:00', '17:55', '18:00', '19:10', '21:35', '23:00']) {
        const dishwasher = freeQuarters(zone, `${date}T${time}`, 'dishwasher'), car = freeQuarters(zone, `${date}T${time}`, 'car')
        const longest = dishwasher.reduce<{ run: number; best: number; last: number }>(({ run, best, last }, quarter) => { const now = quarter === last + QUARTER ? run + 1 : 1; return { run: now, best: Math.max(best, now), last: quarter } }, { run: 0, best: 0, last: 0 }).best
        expect(longest * 15, `dishwasher ${date} ${time}`).toBeGreaterThanOrEqual(75)
        expect(car.length * 15, `car ${date} ${time}`).toBeGreaterThanOrEqual(180)
      }
    }
  })

  it('the check itself refuses a night without a gap', () => {
    expect(freeQuarters('Europe/Berlin', '2026-11-22T23:00', 'dishwasher').map((quarter) => instantToWall(toInstant(quarter), 'Europe/Berlin'))).toEqual(['05:30', '05:45', '06:00', '06:15', '06:30', '06:45'].map((time) => `2026-11-23T${time}`))
  })
})

describe('the sample’s tasks', () => {
  it.each(zones)('fit the contract in %s, are due ahead by their own rule, and belong to people it has', async (zone) => {
    for (const day of days) {
      const now = wallToInstant(`${day}T12:00`, zone)
      const { household, tasks } = sampleHousehold(now, zone)
      expect(z.array(Task).parse(tasks)).toEqual(tasks)
      const people = new Set(household.people.map(({ id }) => id))
      for (const task of tasks) {
        for (const id of [...task.people, ...task.done.flatMap(({ by }) => by ?? [])]) expect(people).toContain(id)
        for (const { at } of task.done) expect(fromInstant(at)).toBeLessThan(fromInstant(now))
        if (task.repeats === undefined) continue
        expect(fromInstant(task.due?.at ?? now)).toBeGreaterThan(fromInstant(now))
        const skipped = await marked({ ...task, done: task.done.slice(1) }, { kind: 'skip' }, { now: toInstant(fromInstant(task.due?.at ?? now) - 8 * 86_400_000), expand: (series) => Promise.resolve(expand(series)), draw: () => 0, all: tasks })
        if (task.repeats.from === 'due') expect(skipped).toMatchObject({ ok: true, value: { task: { due: { at: wallToInstant(`${Temporal.PlainDate.from(instantToWall(task.due?.at ?? now, zone).slice(0, 10)).add({ weeks: 1 }).toString()}T19:00`, zone) } } } })
      }
      expect(tasks.map(({ list, rotation, repeats }) => list ?? `${rotation} ${repeats?.from ?? ''}`)).toEqual(['fixed due', 'fair done', 'Shopping', 'Shopping', 'Shopping'])
    }
  })

  it('ask the one who gave the least', () => {
    const { tasks } = sampleHousehold('2026-11-22T12:00:00Z', 'Europe/Berlin')
    const given = minutesGiven(tasks, '2026-11-22T12:00:00Z')
    expect(tasks.filter(({ rotation }) => rotation === 'fair').map(({ people, turn }) => [turn, people.toSorted((a, b) => (given.get(a) ?? 0) - (given.get(b) ?? 0))[0]])).toEqual([['max', 'max']])
  })
})
