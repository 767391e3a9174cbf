/** Rules that a person can say in a line: read, written back, and in words; the rest is said to be a rule of its own. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readRule } from '../../electron/calendar/recurrence/rule.ts'
import { readPlainRule, weekdayCodes, writePlainRule, type PlainRule } from '../../renderer/ui/plain-rule.ts'
import { repeatsInWords, ruleInWords } from '../../renderer/ui/rule-words.ts'

const zone = 'Europe/Berlin'
/** Tuesday, 24 November 2026, 16:00 in Berlin. */
const start = '2026-11-24T15:00:00Z'

describe('a rule in words', () => {
  test.each([
    ['FREQ=DAILY', 'Every day'],
    ['FREQ=DAILY;INTERVAL=3', 'Every 3 days'],
    ['FREQ=DAILY;BYDAY=MO,TU,WE,TH,FR', 'Every day from Monday to Friday'],
    ['FREQ=WEEKLY', 'Every Tuesday'],
    ['freq=weekly;interval=2;until=20270630T215959Z', 'Every other Tuesday until 30 June 2027'],
    ['FREQ=WEEKLY;UNTIL=20261222', 'Every Tuesday until 22 December'],
    ['FREQ=WEEKLY;BYDAY=TH,TU', 'Every Tuesday and Thursday'],
    ['FREQ=WEEKLY;BYDAY=MO,WE,FR;COUNT=12', 'Every Monday, Wednesday and Friday, 12 times'],
    ['FREQ=WEEKLY;INTERVAL=2;BYDAY=TU,TH', 'Every other week on Tuesday and Thursday'],
    ['FREQ=WEEKLY;INTERVAL=3', 'Every 3 weeks on Tuesday'],
    ['FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR,SA,SU', 'Every day'],
    ['FREQ=WEEKLY;BYDAY=TU;WKST=SU', 'Every Tuesday'],
    ['FREQ=MONTHLY', 'Every month on the 24th'],
    ['FREQ=MONTHLY;BYMONTHDAY=1;INTERVAL=2', 'Every other month on the 1st'],
    ['FREQ=MONTHLY;BYMONTHDAY=-1', 'Every month on the last day'],
    ['FREQ=MONTHLY;BYMONTHDAY=11', 'Every month on the 11th'],
    ['FREQ=MONTHLY;BYMONTHDAY=23', 'Every month on the 23rd'],
    ['FREQ=MONTHLY;BYDAY=2TU', 'Every month on the second Tuesday'],
    ['FREQ=MONTHLY;BYDAY=FR;BYSETPOS=-1', 'Every month on the last Friday'],
    ['FREQ=YEARLY', 'Every year on 24 November'],
    ['FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29', 'Every year on 29 February'],
    ['FREQ=YEARLY;BYMONTH=11;BYDAY=4TH', 'Every year on the fourth Thursday of November'],
    ['FREQ=YEARLY;BYMONTH=3;BYMONTHDAY=-1;COUNT=1', 'Every year on the last day of March, once'],
  ])('%s is “%s”', (rrule, words) => {
    expect(ruleInWords(rrule, start, zone)).toBe(words)
    // What is said here is a rule to the engine as well.
    expect(readRule(rrule).ok).toBe(true)
  })

  test.each([
    'FREQ=HOURLY', 'FREQ=YEARLY;BYWEEKNO=20', 'FREQ=YEARLY;BYYEARDAY=100', 'FREQ=YEARLY;BYMONTHDAY=1', 'FREQ=YEARLY;BYDAY=20MO', 'FREQ=YEARLY;BYMONTH=1,7', 'FREQ=MONTHLY;BYMONTHDAY=1,15',
    'FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1', 'FREQ=MONTHLY;BYDAY=FR', 'FREQ=MONTHLY;BYDAY=FR;BYMONTHDAY=13', 'FREQ=MONTHLY;BYMONTH=5', 'FREQ=WEEKLY;BYMONTH=5', 'FREQ=DAILY;INTERVAL=2;BYDAY=MO',
    'FREQ=WEEKLY;INTERVAL=2;WKST=SU;BYDAY=TU,SU', 'FREQ=DAILY;BYHOUR=8,20', 'FREQ=WEEKLY;COUNT=3;UNTIL=20270101', 'FREQ=WEEKLY;UNTIL=tomorrow', 'FREQ=WEEKLY;INTERVAL=0', '', 'tea',
  ])('%s takes more than a line', (rrule) => { expect(ruleInWords(rrule, start, zone)).toBeNull() })

  test('what cannot be said is shown as it is, and dates beside the rule are counted', () => {
    expect(repeatsInWords({ start, zone })).toBeNull()
    expect(repeatsInWords({ start, zone, repeats: { rrule: 'FREQ=YEARLY;BYWEEKNO=20', rdates: [], exdates: [] } })).toEqual({ says: 'Repeats by a rule of its own', rule: 'FREQ=YEARLY;BYWEEKNO=20' })
    expect(repeatsInWords({ start, zone, repeats: { rrule: 'FREQ=WEEKLY', rdates: ['2026-11-26T15:00:00Z'], exdates: ['2026-12-01T15:00:00Z', '2026-12-08T15:00:00Z'] } })).toEqual({ says: 'Every Tuesday, and on 1 more date, without 2 dates', rule: null })
  })

  test('single dates are named while they are few', () => {
    const dates = (rdates: string[]) => repeatsInWords({ start, zone, repeats: { rdates, exdates: [] } })?.says
    expect(dates(['2027-01-04T15:00:00Z', '2026-12-02T15:00:00Z'])).toBe('On 24 November, 2 December and 4 January 2027')
    expect(dates(Array.from({ length: 9 }, (_, i) => `2026-12-0${i + 1}T15:00:00Z`))).toBe('On 10 dates')
  })

  test('the day an end falls on is that of the zone: 30 June ends at 22:00 UTC in Berlin', () => {
    expect(writePlainRule({ frequency: 'weekly', interval: 1, weekdays: [], on: null, month: null, end: { kind: 'until', date: '2027-06-30' } }, { zone, allDay: false })).toBe('FREQ=WEEKLY;UNTIL=20270630T215959Z')
    expect(readPlainRule('FREQ=WEEKLY;UNTIL=20270701T150000Z', start, zone)?.end).toEqual({ kind: 'until', date: '2027-07-01' })
  })

  test('an end before the time of day leaves that day out', () => {
    expect(ruleInWords('FREQ=WEEKLY;UNTIL=20261201T145959Z', start, zone)).toBe('Every Tuesday until 30 November')
    expect(ruleInWords('FREQ=WEEKLY;UNTIL=20261201T150000Z', start, zone)).toBe('Every Tuesday until 1 December')
    expect(ruleInWords('FREQ=WEEKLY;UNTIL=20261201T250000Z', start, zone)).toBeNull()
  })
})

describe('a plain rule', () => {
  const end = fc.oneof(
    fc.constant({ kind: 'never' } as const),
    fc.record({ kind: fc.constant('count' as const), count: fc.integer({ min: 1, max: 999 }) }),
    fc.record({ kind: fc.constant('until' as const), date: fc.date({ min: new Date('2026-01-01'), max: new Date('2090-12-31'), noInvalidDate: true }).map((date) => date.toISOString().slice(0, 10)) }),
  )
  const on = fc.oneof(
    fc.record({ kind: fc.constant('date' as const), day: fc.oneof(fc.constant(-1), fc.integer({ min: 1, max: 31 })) }),
    fc.record({ kind: fc.constant('weekday' as const), nth: fc.constantFrom(-1, 1, 2, 3, 4, 5), weekday: fc.constantFrom(...weekdayCodes) }),
  )
  const interval = fc.integer({ min: 1, max: 999 })
  const none = { weekdays: fc.constant([]), on: fc.constant(null), month: fc.constant(null), interval, end }
  const rule: fc.Arbitrary<PlainRule> = fc.oneof(
    fc.record({ ...none, frequency: fc.constant('daily' as const) }),
    fc.record({ ...none, frequency: fc.constant('weekly' as const), weekdays: fc.subarray([...weekdayCodes]) }),
    fc.record({ ...none, frequency: fc.constant('monthly' as const), on: fc.option(on) }),
    fc.record({ ...none, frequency: fc.constant('yearly' as const), on, month: fc.integer({ min: 1, max: 12 }) }),
  )

  test('written and read it is the same again, and the engine reads it too', () => {
    fc.assert(fc.property(rule, fc.boolean(), fc.constantFrom('Europe/Berlin', 'America/New_York', 'Pacific/Apia', 'UTC'), (one, allDay, where) => {
      const text = writePlainRule(one, { zone: where, allDay })
      expect(readPlainRule(text, start, where)).toEqual(one)
      expect(readRule(text).ok).toBe(true)
    }))
  })
})
