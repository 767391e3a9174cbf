import { describe, expect, it } from 'vitest'
import { buildSituation, type SituationInput } from '../../electron/steps/situation.ts'
import { infeasibleWords, runsOf } from '../../electron/steps/runs.ts'
import { describeRuns } from '../../electron/steps/describe-runs.ts'
import { pricesOf } from '../../shared/prices.ts'
import type { Situation } from '../../shared/stages.ts'
import type { PlanRequest } from '../../shared/understanding.ts'
import { testHousehold } from '../support/test-household.ts'

const sleep = { id: 'sleep', name: 'The baby sleeps', aliases: [], people: ['noah'], days: ['mo', 'tu', 'we', 'th', 'fr', 'sa', 'su'] as ('mo' | 'tu' | 'we' | 'th' | 'fr' | 'sa' | 'su')[], from: '20:00', to: '05:30', quiet: true }
const household = { ...testHousehold, routines: [sleep] }
const request: PlanRequest = { intent: 'plan', loads: [{ deviceId: 'dishwasher', doneBy: '2026-11-23T07:00' }, { deviceId: 'car', leavesAt: '2026-11-23T07:15' }], order: [], objective: 'cost', horizon: ['2026-11-22T18:00', '2026-11-23T08:00'], quiet: [], readings: [], unread: [] }

function situation(change: Partial<SituationInput> = {}): Situation {
  const built = buildSituation({ request, household, events: [], now: '2026-11-22T16:50:00Z', ...change })
  if (!built.ok) throw new Error(built.problem.name)
  return built.value
}

describe('the anonymous problem', () => {
  it('counts quarter hours from the start of the horizon, and keeps the noisy device out of the quiet hours', () => {
    const { problem, origin } = situation()
    expect([origin, problem.slots]).toEqual(['2026-11-22T17:00:00Z', 56])
    expect(problem.jobs).toEqual([
      { id: 'J1', length: 5, kw: 1.2, contiguous: true, windows: [[0, 8], [46, 52]] },
      { id: 'J2', length: 12, kw: 7.4, contiguous: false, windows: [[0, 53]] },
    ])
  })

  it('starts at the next quarter hour when the evening has begun', () => {
    expect(situation({ now: '2026-11-22T19:01:00Z' }).origin).toBe('2026-11-22T19:15:00Z')
  })

  it.each([['2026-10-24', '2026-10-25', 60], ['2026-03-28', '2026-03-29', 52]])('a night with a clock change has as many slots as quarter hours: %s', (evening, morning, slots) => {
    const night = { ...request, loads: [{ deviceId: 'car' }], horizon: [`${evening}T18:00`, `${morning}T08:00`] as [string, string] }
    expect(situation({ request: night, now: `${evening}T10:00:00Z` }).problem.slots).toBe(slots)
  })

  it('leaves out times at which the car is away, its own planned runs, and runs that would overload the house', () => {
    const base = { zone: 'Europe/Berlin', allDay: false, people: [] }
    const events = [
      { ...base, id: 'a', title: 'Late shift', start: '2026-11-22T18:00:00Z', end: '2026-11-22T20:00:00Z', deviceId: 'car', people: ['tom'] },
      { ...base, id: 'b', title: 'Dishwasher', start: '2026-11-23T04:30:00Z', end: '2026-11-23T05:00:00Z', deviceId: 'dishwasher' },
    ]
    const { problem, because, jobs } = situation({ events, household: { ...household, capKw: 8 } })
    expect(problem.jobs.map((j) => j.windows)).toEqual([[[0, 8], [48, 52]], [[0, 4], [12, 53]], [[46, 48]]])
    expect(jobs[2]).toEqual({ id: 'J3', deviceId: 'dishwasher', title: 'Dishwasher, planned already', fixed: true })
    expect(situation({ events, household: { ...household, capKw: 20 } }).problem.jobs).toHaveLength(2)
    expect(because.map((f) => f.label)).toEqual(expect.arrayContaining(['The baby sleeps', 'Late shift', 'Dishwasher']))
    expect(because.every((f) => f.leaves === null)).toBe(true)
  })

  it('needs prices only where something can run, and leaves them exact in their ratios', () => {
    const day = { id: 'flat', name: 'Day ahead', kind: 'day-ahead' as const, currency: 'EUR', days: [{ date: '2026-11-22', prices: Array.from({ length: 24 }, (_, h) => (h < 20 ? 0.31 : 0.22)) }] }
    const evening = { ...request, loads: [{ deviceId: 'car', doneBy: '2026-11-22T22:00' }] }
    const { problem } = situation({ request: evening, household: { ...household, tariffs: [day] } })
    expect([...new Set(problem.prices?.slice(0, 16))]).toEqual([31, 22])
  })

  it('one device does not run twice at once', () => {
    expect(situation({ request: { ...request, loads: [{ deviceId: 'car' }, { deviceId: 'car' }] } }).problem.jobs[1]?.after).toEqual(['J1'])
  })

  it('keeps the order the message asks for', () => {
    expect(situation({ request: { ...request, order: [['dishwasher', 'car']] } }).problem.jobs[1]?.after).toEqual(['J1'])
    expect(situation({ request: { ...request, order: [['car', 'dishwasher']] } }).problem.jobs[0]?.after).toEqual(['J2'])
  })

  it('without any tariff it looks for the earliest time', () => {
    const { tariffId: _, ...without } = household
    expect(situation({ household: without }).problem).toMatchObject({ objective: 'earliest' })
  })

  it('refuses what cannot be asked', () => {
    const name = (change: Partial<SituationInput>): string => { const r = buildSituation({ request, household, events: [], now: '2026-11-22T16:50:00Z', ...change }); return r.ok ? 'ok' : r.problem.name }
    expect(name({ now: '2026-11-23T09:00:00Z' })).toBe('understand.past')
    const holed = { ...household, tariffs: [{ id: 'flat', name: 'Day ahead', kind: 'day-ahead' as const, currency: 'EUR', days: [] }] }
    expect(name({ household: holed })).toBe('understand.no-tariff')
    expect(name({ household: holed, request: { ...request, objective: 'earliest' } })).toBe('ok')
    expect(name({ request: { ...request, loads: [{ deviceId: 'sauna' }] } })).toBe('understand.unknown-device')
  })

  it('carries no date, no name and no price in money', () => {
    const text = JSON.stringify(situation().problem)
    for (const word of ['2026', 'Dish', 'car', 'Emma', 'Tom', '0.31', 'EUR', 'Berlin']) expect(text).not.toContain(word)
  })
})

describe('prices', () => {
  const zone = 'Europe/Berlin'
  it('a day-ahead day of 25 hours gives the repeated hour its own price, and one of 23 skips the missing one', () => {
    const tariff = { id: 't', name: 't', kind: 'day-ahead' as const, currency: 'EUR', days: [{ date: '2026-10-25', prices: Array.from({ length: 25 }, (_, i) => i) }, { date: '2026-03-29', prices: Array.from({ length: 23 }, (_, i) => i) }] }
    expect(pricesOf(tariff, ['2026-10-25T00:30:00Z', '2026-10-25T01:30:00Z', '2026-10-25T22:30:00Z'], zone)).toEqual([2, 3, 24])
    expect(pricesOf(tariff, ['2026-03-29T00:30:00Z', '2026-03-29T01:30:00Z', '2026-03-29T21:30:00Z'], zone)).toEqual([1, 2, 22])
    expect(pricesOf(tariff, ['2026-10-24T12:00:00Z'], zone)).toEqual([undefined])
  })
  it('time of use follows the wall clock', () => {
    const tariff = { id: 't', name: 't', kind: 'time-of-use' as const, currency: 'EUR', bands: [{ from: '00:00', price: 1 }, { from: '06:00', price: 2 }, { from: '22:00', price: 1 }] }
    expect(pricesOf(tariff, ['2026-11-22T04:59:00Z', '2026-11-22T05:00:00Z', '2026-11-22T21:00:00Z'], zone)).toEqual([1, 2, 1])
  })
})

describe('a plan in the household’s words', () => {
  it('joins neighbouring slots, and counts energy and money', () => {
    const runs = runsOf(situation(), household, [{ job: 'J1', start: 46 }, { job: 'J2', start: 30, slots: [30, 31, 32, 33, 40, 41, 42, 43, 44, 45, 46, 47] }])
    expect(runs[0]?.spans).toEqual([{ from: '2026-11-23T04:30:00Z', to: '2026-11-23T05:45:00Z' }])
    expect(runs[1]?.spans).toHaveLength(2)
    expect(runs[1]?.kwh).toBeCloseTo(22.2)
    expect(runs[1]?.cost).toBeCloseTo(6.882)
    expect(describeRuns(runs, situation())).toBe('Dishwasher: Monday 05:30–06:45. Electric car: Monday 01:30–02:30 and Monday 04:00–06:00. Together about €7.35.')
  })
  it('says why nothing fits and what would help', () => {
    expect(infeasibleWords({ kind: 'too-short', job: 'J1', longest: 3, needed: 5 }, situation())).toEqual({ why: 'Dishwasher needs 1 h 15 min in one piece, but the longest free stretch is 45 min', fix: 'Let Dishwasher finish 30 min later, or start earlier.' })
  })
})
