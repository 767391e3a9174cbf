/** P12: rules made to hang the app. Their times are measured in bench/recurrence.ts; here counts what becomes of them. */
import { afterAll, describe, expect, it } from 'vitest'
import { createRecurrence } from '../../electron/calendar/recurrence/create-recurrence.ts'
import { expand } from '../../electron/calendar/recurrence/expand.ts'
import { bombs, bombWindow, mutateRules } from '../support/broken-rules.ts'

// However busy the machine is: whether the limits on work hold is asked here, not the clock.
const recurrence = createRecurrence({ workerUrl: new URL('../../electron/calendar/recurrence/worker.ts', import.meta.url), limitMs: 60_000 })
afterAll(() => recurrence.close())

const inWindow = { 'every second since 1970': 10_000, 'every second of every day by enumeration': 0, '30 February': 0, 'every second of 30 February': 0, 'daily since the year 1': 7, 'every minute since 1601': 10_000, 'a thousand million days': 7, 'an interval of six million years': 0 }
const refused = { 'the thousand millionth minute since 1601': 'calendar.rule-too-much', 'an interval of nothing': 'calendar.rule-unreadable' }

describe('P12 recurrence rules made to hang', () => {
  it.each(bombs)('$name', async ({ name, dtstart, rrule }) => {
    const result = await recurrence.expand({ dtstart, rrule, ...bombWindow })
    expect(result.ok ? result.value.occurrences.length : result.problem.name).toBe({ ...inWindow, ...refused }[name])
  })

  it.each(bombs)('$name, without a window', async ({ dtstart, rrule }) => {
    const result = await recurrence.expand({ dtstart, rrule })
    if (result.ok) expect(result.value.occurrences.length).toBeLessThanOrEqual(10_000)
    else expect(result.problem.name).toMatch(/^calendar\.rule-(?:too-much|unreadable)$/)
  })

  it('of 1,000 mutated rules each gives occurrences in order or a named problem, and the thread lives on', async () => {
    const series = mutateRules(12, 1000)
    const results = await Promise.all(series.map((one) => recurrence.expand(one)))
    const names = results.flatMap((result) => (result.ok ? [] : [result.problem.name]))
    expect(new Set(names)).toEqual(new Set(['calendar.rule-unreadable', 'calendar.rule-too-much']))
    const expanded = results.flatMap((result) => (result.ok ? [result.value.occurrences] : []))
    expect(expanded.length).toBeGreaterThan(250)
    expect(names.length).toBeGreaterThan(250)
    for (const occurrences of expanded) expect(occurrences).toEqual([...new Set(occurrences)].sort())
    expect(await recurrence.expand({ dtstart: '2026-01-01', rrule: 'FREQ=DAILY;COUNT=1' })).toMatchObject({ ok: true })
  })

  it.each([
    ['a rule too long to read', { dtstart: '2026-01-01', rrule: `FREQ=DAILY;BYMONTH=${'1,'.repeat(10_000)}1` }, 'calendar.rule-unreadable'],
    ['too many exceptions', { dtstart: '2026-01-01', rrule: 'FREQ=DAILY', exdate: new Array<string>(10_001).fill('2026-01-01') }, 'calendar.rule-too-much'],
    ['a date that does not exist', { dtstart: '2026-02-29', rrule: 'FREQ=DAILY' }, 'calendar.rule-unreadable'],
    ['an exception that is no time', { dtstart: '2026-01-01', rrule: 'FREQ=DAILY', exdate: ['tomorrow'] }, 'calendar.rule-unreadable'],
    ['an addition in a zone of no one', { dtstart: '2026-01-01T09:00', tz: 'Europe/Berlin', rrule: 'FREQ=DAILY', rdate: ['TZID=Mars/Olympus:20260101T090000'] }, 'calendar.rule-unreadable'],
    ['a window that is none', { dtstart: '2026-01-01', rrule: 'FREQ=DAILY', from: 'now' }, 'calendar.rule-unreadable'],
    ['a limit below nothing', { dtstart: '2026-01-01', rrule: 'FREQ=DAILY', limit: -1 }, 'calendar.rule-unreadable'],
    ['an end no one can read', { dtstart: '2026-01-01', rrule: 'FREQ=DAILY;UNTIL=LATER' }, 'calendar.rule-unreadable'],
    ['hours of an all-day entry', { dtstart: '2026-01-01', rrule: 'FREQ=HOURLY' }, 'calendar.rule-unreadable'],
  ])('%s is refused by name', (_name, series, name) => {
    const result = expand(series)
    expect(result.ok ? 'expanded' : result.problem.name).toBe(name)
  })
})
