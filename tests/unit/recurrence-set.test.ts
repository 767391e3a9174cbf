/** Recurrence sets: the examples of RFC 5545 §3.8.5.3 and what Lares decides where the standard leaves a choice, then the edges of windows and limits. */
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { expand, type Series } from '../../electron/calendar/recurrence/expand.ts'
import { problemNames } from '../../shared/problems.ts'

interface Vector extends Series { readonly id: string; readonly expected: readonly string[] | string }
const vectors = readFileSync(new URL('../../evals/data/recurrence.jsonl', import.meta.url), 'utf8').trim().split('\n').map((line) => JSON.parse(line) as Vector)

const outcome = (series: Series): readonly string[] | string => {
  const result = expand(series)
  return result.ok ? result.value.occurrences : result.problem.name
}

describe('recurrence sets', () => {
  it('there are the examples of the standard and our own', () => { expect(vectors.filter(({ id }) => id.startsWith('rfc-')).length).toBeGreaterThanOrEqual(40) })
  it.each(vectors)('$id', ({ id: _, expected, ...series }) => {
    expect(outcome(series)).toEqual(expected)
    if (typeof expected === 'string') expect(problemNames).toContain(expected)
  })

  it('says when a limit left something out, and when it did not', () => {
    const daily = { dtstart: '2026-01-01', rrule: 'FREQ=DAILY;COUNT=3' }
    expect(expand({ ...daily, limit: 2 })).toEqual({ ok: true, value: { occurrences: ['2026-01-01', '2026-01-02'], more: true } })
    expect(expand({ ...daily, limit: 3 })).toMatchObject({ value: { more: false } })
    expect(expand({ ...daily, limit: 0 })).toEqual({ ok: true, value: { occurrences: [], more: true } })
    expect(expand({ dtstart: '2026-01-01', rrule: 'FREQ=DAILY', limit: 1e6 })).toMatchObject({ ok: true, value: { more: true } })
  })

  it('without an end to the window gives what could be looked at, in full up to its last, and says that there is more; with one it refuses', () => {
    const rare = { dtstart: '2026-02-13T09:00:00', rrule: 'FREQ=DAILY;BYMONTHDAY=13;BYDAY=FR;BYSETPOS=1' }
    const found = expand({ ...rare, rdate: ['2026-02-14T09:00:00', '9999-01-01T09:00:00'] })
    if (!found.ok) throw new Error(found.problem.name)
    expect(found.value.more).toBe(true)
    expect(found.value.occurrences.slice(0, 4)).toEqual(['2026-02-13T09:00:00', '2026-02-14T09:00:00', '2026-03-13T09:00:00', '2026-11-13T09:00:00'])
    expect(found.value.occurrences).not.toContain('9999-01-01T09:00:00')
    expect(outcome({ ...rare, to: '9999-12-31T00:00:00' })).toBe('calendar.rule-too-much')
  })

  it('a limit counts what is left after exceptions, and additions among them', () => {
    expect(outcome({ dtstart: '2026-01-01', rrule: 'FREQ=DAILY', exdate: ['2026-01-01', '2026-01-03'], rdate: ['2025-12-31'], limit: 3 })).toEqual(['2025-12-31', '2026-01-02', '2026-01-04'])
  })

  it('a window begins with its first moment and ends before its last', () => {
    const hours = { dtstart: '2026-10-25T00:00:00Z', tz: 'Europe/Berlin', rrule: 'FREQ=HOURLY' }
    expect(outcome({ ...hours, from: '2026-10-25T03:00:00Z', to: '2026-10-25T05:00:00Z' })).toEqual(['2026-10-25T03:00:00Z', '2026-10-25T04:00:00Z'])
    expect(outcome({ dtstart: '2026-01-01', tz: 'Europe/Berlin', rrule: 'FREQ=DAILY', from: '2026-02-27T23:00:00Z', to: '2026-03-01T23:00:00Z' })).toEqual(['2026-02-28', '2026-03-01'])
  })

  it('a time moved by a gap keeps its place among the others', () => {
    const night = { dtstart: '2026-03-29T00:00:00', tz: 'Europe/Berlin', rrule: 'FREQ=DAILY;BYHOUR=2,3;BYMINUTE=0,30' }
    expect(outcome({ ...night, limit: 2 })).toEqual(['2026-03-29T03:00:00', '2026-03-29T03:30:00'])
    expect(outcome({ ...night, limit: 4 })).toEqual(['2026-03-29T03:00:00', '2026-03-29T03:30:00', '2026-03-30T02:00:00', '2026-03-30T02:30:00'])
    expect(outcome({ dtstart: '2026-03-29T00:30:00', tz: 'Europe/Berlin', rrule: 'FREQ=DAILY;BYHOUR=0,2,3;BYMINUTE=15,45', limit: 4 })).toEqual(['2026-03-29T00:45:00', '2026-03-29T03:15:00', '2026-03-29T03:45:00', '2026-03-30T00:15:00'])
  })

  it('a day that a country left out is not there', () => {
    // Samoa went from 29 to 31 December 2011.
    expect(outcome({ dtstart: '2011-12-29T09:00:00', tz: 'Pacific/Apia', rrule: 'FREQ=DAILY', limit: 3 })).toEqual(['2011-12-29T09:00:00', '2011-12-31T09:00:00', '2012-01-01T09:00:00'])
  })

  it('an offset without a zone is its own clock', () => {
    expect(outcome({ dtstart: '2026-03-28T02:30:00+05:30', rrule: 'FREQ=DAILY;COUNT=2' })).toEqual(['2026-03-28T02:30:00+05:30', '2026-03-29T02:30:00+05:30'])
    expect(outcome({ dtstart: '2026-03-28T02:30:00-03:30', tz: 'America/St_Johns', rrule: 'FREQ=DAILY;BYDAY=SA;COUNT=1' })).toEqual(['2026-03-28T03:30:00-02:30'])
  })

  it('reads a rule in small letters, with its name, and with a semicolon at its end', () => {
    expect(outcome({ dtstart: '20260101', rrule: 'rrule:freq=daily;count=2;' })).toEqual(['2026-01-01', '2026-01-02'])
  })

  it.each([
    'FREQ=FORTNIGHTLY', 'INTERVAL=2', '', 'FREQ=DAILY;FREQ=DAILY', 'FREQ=DAILY;COUNT=3;UNTIL=20260101', 'FREQ=DAILY;COUNT=0', 'FREQ=DAILY;COUNT=-1', 'FREQ=DAILY;INTERVAL=1.5', 'FREQ=DAILY;BYMONTH=13', 'FREQ=DAILY;BYMONTHDAY=0', 'FREQ=DAILY;BYMONTHDAY=32',
    'FREQ=WEEKLY;BYMONTHDAY=3', 'FREQ=MONTHLY;BYYEARDAY=3', 'FREQ=WEEKLY;BYDAY=1MO', 'FREQ=YEARLY;BYWEEKNO=3;BYDAY=1MO', 'FREQ=DAILY;BYSETPOS=1', 'FREQ=MONTHLY;BYDAY=0MO', 'FREQ=MONTHLY;BYDAY=54MO', 'FREQ=MONTHLY;BYDAY=XX', 'FREQ=DAILY;BYHOUR=24', 'FREQ=DAILY;BYHOUR=', 'FREQ=DAILY;RSCALE=HEBREW', 'FREQ=DAILY;WKST=1', 'FREQ=DAILY;BYEASTER=0',
  ])('refuses what the standard forbids: %s', (rrule) => { expect(outcome({ dtstart: '2026-01-01T09:00:00', rrule })).toBe('calendar.rule-unreadable') })
})
