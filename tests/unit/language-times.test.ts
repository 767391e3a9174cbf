/** Finding every time in a text, and the small grammars underneath. */
import { describe, expect, it } from 'vitest'
import { clarify } from '../../electron/language/clarify.ts'
import { clock } from '../../electron/language/clock.ts'
import { duration } from '../../electron/language/durations.ts'
import { findTimes } from '../../electron/language/find-times.ts'
import { phraseBook, words } from '../../electron/language/grammar.ts'
import { datesOf, createWhen, later, wallOn } from '../../electron/language/resolve.ts'
import { tokenize } from '../../electron/language/tokens.ts'
import { understand } from '../../electron/language/understand.ts'
import { sampleHousehold } from '../../electron/vault/sample.ts'
import { wallToInstant } from '../../shared/time.ts'

const zone = 'Europe/Berlin'
const found = (text: string, now = '2026-11-22T18:45', where = zone): string[] =>
  findTimes(text, { now: wallToInstant(now, where), zone: where }).map(({ start, end, kind, wall, stretch, minutes }) =>
    `${text.slice(start, end)} = ${[kind, wall, stretch?.join(' to '), minutes === undefined ? undefined : `${minutes} min`].filter((part) => part !== undefined).join(' ')}`)

describe('findTimes on Sunday 22 November 2026 at 18:45', () => {
  const rows: [string, string[]][] = [
    ['at 7, by 8, until quarter to nine tomorrow, around 8ish', ['7 = clock', '8 = clock', 'quarter to nine tomorrow = clock', 'around 8ish = clock']],
    ['tonight at 10, tonight, overnight, this evening', ['tonight at 10 = clock 2026-11-22T22:00', 'tonight = relative-day 2026-11-22T18:45 to 2026-11-23T08:00', 'overnight = relative-day 2026-11-22T21:00 to 2026-11-23T08:00', 'this evening = relative-day 2026-11-22T18:45 to 2026-11-23T00:00']],
    ['tomorrow at 7:15, tomorrow morning, the day after tomorrow, in two days', ['tomorrow at 7:15 = clock 2026-11-23T07:15', 'tomorrow morning = relative-day 2026-11-23T06:00 to 2026-11-23T12:00', 'the day after tomorrow = relative-day 2026-11-24T00:00 to 2026-11-25T00:00', 'in two days = relative-day 2026-11-24T00:00 to 2026-11-25T00:00']],
    ['Emma was born on 3 December 2017, at 4:05 am.', ['3 December 2017, at 4:05 am = clock 2017-12-03T04:05']],
    ['We meet next Thursday at half past six in the evening', ['next Thursday at half past six in the evening = clock 2026-11-26T18:30']],
    ['12/03/2026, 2026-12-03, 3.12.2026, 3/12/26', ['12/03/2026 = date 2026-03-12T00:00 to 2026-03-13T00:00', '2026-12-03 = date 2026-12-03T00:00 to 2026-12-04T00:00', '3.12.2026 = date 2026-12-03T00:00 to 2026-12-04T00:00', '3/12/26 = date 2026-12-03T00:00 to 2026-12-04T00:00']],
    ['Dec 3rd, December 3, 2026, the 3rd of May, on the 24th', ['Dec 3rd = date 2026-12-03T00:00 to 2026-12-04T00:00', 'December 3, 2026 = date 2026-12-03T00:00 to 2026-12-04T00:00', 'the 3rd of May = date 2027-05-03T00:00 to 2027-05-04T00:00', 'the 24th = date 2026-11-24T00:00 to 2026-11-25T00:00']],
    ['in March 2027, mid January, since 1977, in May', ['March 2027 = month 2027-03-01T00:00 to 2027-04-01T00:00', 'January = month 2027-01-01T00:00 to 2027-02-01T00:00', '1977 = year 1977-01-01T00:00 to 1978-01-01T00:00', 'May = month 2027-05-01T00:00 to 2027-06-01T00:00']],
    ['2026-12-03T07:15:00 and 3.12.2026 17:30', ['2026-12-03T07:15:00 = clock 2026-12-03T07:15', '3.12.2026 17:30 = clock 2026-12-03T17:30']],
    ['from 9 to 11 pm, 9-11am, 10:00–11:30', ['9 = clock 2026-11-22T21:00', '11 pm = clock 2026-11-22T23:00', '9 = clock 2026-11-23T09:00', '11am = clock 2026-11-23T11:00', '10:00 = clock 2026-11-23T10:00', '11:30 = clock 2026-11-23T11:30']],
    ['from 10 to 12 tomorrow', ['10 = clock', '12 tomorrow = clock 2026-11-23T12:00']],
    ['between 1 and 3 in the afternoon', ['1 = clock 2026-11-23T13:00', '3 in the afternoon = clock 2026-11-23T15:00']],
    ['7am, 7 a.m., 7 PM, 7.15 pm, 19:30, 0730 hours, 07:15', ['7am = clock 2026-11-23T07:00', '7 a.m. = clock 2026-11-23T07:00', '7 PM = clock 2026-11-22T19:00', '7.15 pm = clock 2026-11-22T19:15', '19:30 = clock 2026-11-22T19:30', '0730 hours = clock 2026-11-23T07:30', '07:15 = clock 2026-11-23T07:15']],
    ['at 7.30, at seven, at half seven, at seven thirty in the morning', ['7.30 = clock 2026-11-23T07:30', 'seven = clock', 'half seven = clock', 'seven thirty in the morning = clock 2026-11-23T07:30']],
    ["seven o'clock in the evening, five to seven in the evening, ten past six tomorrow morning, at noon, midnight", ["seven o'clock in the evening = clock 2026-11-22T19:00", 'five to seven in the evening = clock 2026-11-22T18:55', 'ten past six tomorrow morning = clock 2026-11-23T06:10', 'noon = clock 2026-11-23T12:00', 'midnight = clock 2026-11-23T00:00']],
    ['for 90 minutes, an hour and a half, 1h30, two and a half hours, three quarters of an hour', ['90 minutes = duration 90 min', 'an hour and a half = duration 90 min', '1h30 = duration 90 min', 'two and a half hours = duration 150 min', 'three quarters of an hour = duration 45 min']],
    ['in half an hour, an hour from now', ['in half an hour = clock 2026-11-22T19:15', 'an hour from now = clock 2026-11-22T19:45']],
    ['a week from Wednesday, Wednesday week, in two weeks, next week, next month', ['a week from Wednesday = weekday 2026-12-02T00:00 to 2026-12-03T00:00', 'Wednesday week = weekday 2026-12-02T00:00 to 2026-12-03T00:00', 'in two weeks = relative-day 2026-12-06T00:00 to 2026-12-07T00:00', 'next week = relative-day 2026-11-23T00:00 to 2026-11-30T00:00', 'next month = relative-day 2026-12-01T00:00 to 2027-01-01T00:00']],
    ['Monday, Tues, every Friday, on Sundays, Sun 9 am', ['Monday = weekday 2026-11-23T00:00 to 2026-11-24T00:00', 'Tues = weekday 2026-11-24T00:00 to 2026-11-25T00:00', 'Friday = weekday 2026-11-27T00:00 to 2026-11-28T00:00', 'Sundays = weekday 2026-11-29T00:00 to 2026-11-30T00:00', 'Sun 9 am = clock 2026-11-29T09:00']],
    ['yesterday, last night, two days ago, last Tuesday', ['yesterday = relative-day 2026-11-21T00:00 to 2026-11-22T00:00', 'last night = relative-day 2026-11-21T18:00 to 2026-11-22T08:00', 'two days ago = relative-day 2026-11-20T00:00 to 2026-11-21T00:00', 'last Tuesday = weekday 2026-11-17T00:00 to 2026-11-18T00:00']],
    ["on Christmas Eve at midnight, Easter Monday, New Year's Day", ['Christmas Eve at midnight = clock 2026-12-25T00:00', 'Easter Monday = date 2027-03-29T00:00 to 2027-03-30T00:00', "New Year's Day = date 2027-01-01T00:00 to 2027-01-02T00:00"]],
    ['at the weekend, next weekend', ['the weekend = relative-day 2026-11-22T18:45 to 2026-11-23T00:00', 'next weekend = relative-day 2026-11-28T00:00 to 2026-11-30T00:00']],
    ['no later than 7 tomorrow morning, booked for 8 pm', ['7 tomorrow morning = clock 2026-11-23T07:00', '8 pm = clock 2026-11-22T20:00']],
    ['Max has football on Thursday from 5 to 6:15 pm', ['Thursday = weekday 2026-11-26T00:00 to 2026-11-27T00:00', '5 = clock 2026-11-26T17:00', '6:15 pm = clock 2026-11-26T18:15']],
    ['the 3rd floor, flat 7, 7 people, 24/7, half of it, 1/2 cup', []],
    ['It costs 7.15 euros and 12 kWh for 4 people', []],
    ['by 8 people, before 3 friends arrive, at 7 Elm Street, more than 7, dinner for 4', []],
    ['I may march on; the sun; we sat down; a second time', []],
    ['call +353 20 910 4471 or 112', []],
    ['at 7 may I come', ['7 = clock']],
  ]
  it.each(rows)('%s', (text, expected) => { expect(found(text)).toEqual(expected) })
})

describe('findTimes', () => {
  it('places the times of the story where the plan has them', () => {
    const text = "Run the dishwasher and charge the car tonight. The dishwasher has to be done before Emma's breakfast at 7; Tom leaves with the car at 7:15"
    for (const now of ['2026-11-22T06:00', '2026-11-22T18:45', '2026-11-22T23:50', '2026-11-23T00:30']) {
      const instant = wallToInstant(now, zone)
      const walls = findTimes(text, { now: instant, zone }).flatMap(({ wall }) => wall ?? [])
      const plan = understand(text, { now: instant, household: sampleHousehold(instant, zone).household })
      if (!plan.ok || plan.value.intent !== 'plan') throw new Error('not a plan')
      expect(walls).toEqual(plan.value.loads.map((load) => load.doneBy ?? load.leavesAt))
    }
  })
  it('reads 12/03 as the country of the zone does', () => {
    expect(found('on 12/03/2026')).toEqual(['12/03/2026 = date 2026-03-12T00:00 to 2026-03-13T00:00'])
    expect(found('on 12/03/2026', '2026-11-22T18:45', 'America/Chicago')).toEqual(['12/03/2026 = date 2026-12-03T00:00 to 2026-12-04T00:00'])
    expect(found('on 25/12 or 12/25', '2026-11-22T18:45', 'America/Chicago')).toEqual(['25/12 = date 2026-12-25T00:00 to 2026-12-26T00:00', '12/25 = date 2026-12-25T00:00 to 2026-12-26T00:00'])
  })
  it('knows spans through a curly apostrophe and a line break', () => {
    expect(found('See you at 7 o’clock in the evening\nor on Monday')).toEqual(['7 o’clock in the evening = clock 2026-11-22T19:00', 'Monday = weekday 2026-11-23T00:00 to 2026-11-24T00:00'])
  })
  it('moves a time that a clock change skips forward, as RFC 5545 says', () => {
    expect(found('tomorrow at 02:30', '2026-03-28T18:00')).toEqual(['tomorrow at 02:30 = clock 2026-03-29T03:30'])
  })
})

describe('tokens', () => {
  it('stand where they stood', () => {
    const text = 'Emma’s 7:15 p.m. two-hour run, on 2026-12-03; St. Mary\'s!'
    expect(tokenize(text).map((token) => text.slice(token.start, token.end))).toEqual(['Emma’s', '7:15', 'p.m.', 'two', 'hour', 'run', ',', 'on', '2026-12-03', ';', 'St.', "Mary's", '!'])
  })
  it('keep the full stop of a sentence that ends in p.m.', () => {
    expect(tokenize('by 7 p.m. Charge').map((token) => token.text)).toEqual(['by', '7', 'p.m', '.', 'Charge'])
  })
  it('cover any text without an empty one', () => {
    for (const text of ["'", '’', "a'", "s'", "'s'", '—', '\n\n', '🙂', '\ud83d', 'é', '7.', '7..', '1.2.3.4', '---']) for (const token of tokenize(text)) expect(token.end).toBeGreaterThan(token.start)
  })
})

describe('grammar', () => {
  it('a pattern takes alternatives and leaves out what may be missing', () => {
    const at = (pattern: string, text: string): number | undefined => words(pattern)(tokenize(text), 0)?.next
    expect(at('as cheap|cheaply as possible', 'as cheaply as possible')).toBe(4)
    expect(at('the? cheapest time|hours?', 'cheapest')).toBe(1)
    expect(at('the? cheapest time|hours?', 'the cheapest hours')).toBe(3)
    expect(at('the? cheapest', 'the best')).toBeUndefined()
  })
  it('a phrase book gives the longest, whatever the order', () => {
    const book = phraseBook([['not', 1], ['not before', 2], ['not before the', 3]])
    expect([book(tokenize('not before noon'), 0), book(tokenize('not now'), 0), book(tokenize('now'), 0)]).toEqual([{ value: 2, next: 2 }, { value: 1, next: 1 }, undefined])
  })
  it.each<[string, number, number, boolean]>([
    ['7', 7, 0, true], ['7:15', 7, 15, true], ['07:15', 7, 15, false], ['7.15 pm', 19, 15, false], ['19:30', 19, 30, false], ['half past six', 6, 30, true], ['quarter to seven', 6, 45, true], ['a quarter to 1', 12, 45, true],
    ['ten to 19', 18, 50, false], ['20 past 7', 7, 20, true], ['seven thirty', 7, 30, true], ['12 am', 0, 0, false], ['12 pm', 12, 0, false], ['noon', 12, 0, false], ['midnight', 24, 0, false], ['0730', 7, 30, false], ['24:00', 24, 0, false], ['half seven', 7, 30, true], ["7 o'clock am", 7, 0, false],
  ])('"at %s" is %i:%i, open: %s', (text, hour, minute, open) => {
    expect(clock(true)(tokenize(`at ${text}`), 1)?.value).toMatchObject({ hour, minute, open })
  })
  it.each(['25', '7:60', '24:30', 'half', 'seventy', '7%', '7 kWh', '8 people', '07:15:99'])('"at %s" is no time of day to its end', (text) => {
    const tokens = tokenize(`at ${text}`)
    expect(clock(true)(tokens, 1)?.next).not.toBe(tokens.length)
  })
  it.each<[string, number]>([['90 minutes', 90], ['1.5 hours', 90], ['1,5 h', 90], ['an hour and a half', 90], ['two and a half hours', 150], ['2 h 30', 150], ['2 h 30 min', 150], ['1h30', 90], ['half an hour', 30], ['a couple of hours', 120], ['2 hours and 15 minutes', 135], ['three quarters of an hour', 45], ['two days', 2880]])('"%s" is %i minutes', (text, minutes) => {
    const tokens = tokenize(text)
    expect(duration(tokens, 0)).toEqual({ value: { minutes }, next: tokens.length })
  })
})

describe('days', () => {
  const dates = (now: string, ref: Parameters<typeof datesOf>[1]): string[] => datesOf(createWhen(wallToInstant(now, zone), zone), ref).map((date) => date.toString())

  it('a bare weekday is the next one, "next" is that of next week, "this" may be today', () => {
    expect(dates('2026-11-18T12:00', { kind: 'weekday', weekday: 4, which: 'coming', weeks: 0 })).toEqual(['2026-11-19', '2026-11-20'])
    expect(dates('2026-11-18T12:00', { kind: 'weekday', weekday: 4, which: 'next', weeks: 0 })).toEqual(['2026-11-26', '2026-11-27'])
    expect(dates('2026-11-19T12:00', { kind: 'weekday', weekday: 4, which: 'coming', weeks: 0 })).toEqual(['2026-11-26', '2026-11-27'])
    expect(dates('2026-11-19T12:00', { kind: 'weekday', weekday: 4, which: 'this', weeks: 0 })).toEqual(['2026-11-19', '2026-11-20'])
  })
  it('dates without a year lie ahead, and 31 February is no reason to fail', () => {
    expect(dates('2026-11-22T12:00', { kind: 'date', year: undefined, month: 11, day: 21 })).toEqual(['2027-11-21', '2027-11-22'])
    expect(dates('2026-11-22T12:00', { kind: 'date', year: 2027, month: 2, day: 31 })).toEqual(['2027-02-28', '2027-03-01'])
    expect(dates('2026-11-22T12:00', { kind: 'day-of-month', day: 31 })).toEqual(['2026-12-31', '2027-01-01'])
  })
  it('lengths are elapsed time: an hour over a clock change is an hour', () => {
    const when = createWhen('2026-10-24T22:00:00Z', zone)
    expect(later(when, '2026-10-25T01:30', 180)).toBe('2026-10-25T03:30')
    expect(wallOn(createWhen('2026-03-28T22:00:00Z', zone), when.today.with({ month: 3, day: 29 }), 150)).toBe('2026-03-29T03:30')
  })
})

describe('clarify', () => {
  it('takes answers off the end and puts them where the phrase stood', () => {
    const text = 'Run it by 7 — 7 means 07:00 in the morning — it means the Dishwasher'
    const { tokens, clarifications } = clarify(text)
    expect(tokens.map((token) => token.text).join(' ')).toBe('Run the Dishwasher by 07:00 in the morning')
    expect(tokens.slice(4).map(({ start, end }) => text.slice(start, end))).toEqual(['7', '7', '7', '7'])
    expect(clarifications.map(({ start, end, phrase, means }) => [text.slice(start, end), phrase, means])).toEqual([['7 means 07:00 in the morning', '7', '07:00 in the morning'], ['it means the Dishwasher', 'it', 'the Dishwasher']])
  })
  it('leaves alone what answers nothing', () => {
    for (const text of ['This means war', 'Run it by 7 — 8 means 9', 'happiness means a clean kitchen']) expect(clarify(text)).toEqual({ tokens: tokenize(text), clarifications: [] })
  })
})
