/** The household view's forms: prices pasted from a supplier, tariffs, times and numbers as typed, and edits that leave nothing dangling. */
import { describe, expect, it } from 'vitest'
import { emptyHousehold, Household, Person, type Tariff } from '../../shared/household.ts'
import { tidyTime } from '../../renderer/ui/time-field.tsx'
import { fieldErrors, toNumber, unlessEmpty } from '../../renderer/views/household/checks.ts'
import { hasGaps, mergeDays, readDays } from '../../renderer/views/household/day-ahead.ts'
import { readTariff, tariffFields } from '../../renderer/views/household/tariff-form.ts'

const zone = 'Europe/Berlin'
const line = (date: string, hours: number, price = '0.30', divider = ','): string => [date, ...Array.from({ length: hours }, () => price)].join(divider)
const faults = (text: string): readonly string[] => { const read = readDays(text, zone); return 'faults' in read ? read.faults : [] }
const days = (text: string) => { const read = readDays(text, zone); if ('faults' in read) throw new Error(read.faults.join(' ')); return read.days }

describe('pasted day-ahead prices', () => {
  it('takes as many prices as the day has hours', () => {
    expect(days([line('2026-11-22', 24), line('2026-03-29', 23), line('2026-10-25', 25)].join('\n')).map((day) => day.prices.length)).toEqual([24, 23, 25])
    expect(faults(line('2026-03-29', 24))).toEqual(['Line 1: 2026-03-29 has 23 hours, but there are 24 prices.'])
  })

  it('reads semicolons and tabs with decimal commas, skips a heading and empty lines, and knows negative prices', () => {
    expect(days(`date;h00\r\n\r\n${line('2026-11-22', 24, '-0,05', ';')}\r\n`)[0]).toEqual({ date: '2026-11-22', prices: Array.from({ length: 24 }, () => -0.05) })
    expect(days(line('2026-11-22', 24, '0.1', '\t'))[0]?.prices[23]).toBe(0.1)
  })

  it('names the line and the hour of every fault, and takes nothing', () => {
    const text = [line('2026-11-22', 24), 'foo,1,2', line('2026-02-30', 24), line('2026-11-23', 24, '0.3').replace('0.3', 'x'), line('2026-11-24', 24).replace('0.30', '301.2'), line('2026-11-22', 24)].join('\n')
    expect(faults(text)).toEqual([
      'Line 2: “foo” is not a date. Write it as 2026-11-22.',
      'Line 3: “2026-02-30” is not a date. Write it as 2026-11-22.',
      'Line 4, hour 00: “x” is not a price.',
      'Line 5, hour 00: 301.2 is beyond 100 per kWh. Are these prices per MWh?',
      'Line 6: 2026-11-22 stands here twice.',
    ])
    expect(faults(' \n ')).toHaveLength(1)
    expect(faults(line('2026-11-22', 24, 'x')).at(-1)).toBe('… and 16 more.')
  })

  it('puts new days in the place of old ones, in order, and sees gaps', () => {
    const merged = mergeDays([{ date: '2026-11-22', prices: [1] }, { date: '2026-11-24', prices: [1] }], [{ date: '2026-11-24', prices: [2] }, { date: '2026-11-20', prices: [2] }])
    expect(merged.map((day) => [day.date, day.prices[0]])).toEqual([['2026-11-20', 2], ['2026-11-22', 1], ['2026-11-24', 2]])
    expect(hasGaps(merged)).toBe(true)
    expect(hasGaps(mergeDays(days(line('2026-03-28', 24)), days(line('2026-03-29', 23))))).toBe(false)
  })
})

describe('the tariff form', () => {
  const tariff: Tariff = { id: 't1', name: 'Day and night', kind: 'time-of-use', currency: 'EUR', bands: [{ from: '00:00', price: 0.21 }, { from: '06:00', price: 0.34 }] }

  it('gives back the tariff it was opened with, for every kind', () => {
    const all: Tariff[] = [tariff, { id: 't1', name: 'Flat', kind: 'flat', price: 0.32, currency: 'EUR' }, { id: 't1', name: 'Market', kind: 'day-ahead', currency: 'EUR', days: [...days(line('2026-11-22', 24))] }]
    for (const one of all) expect(readTariff('t1', tariffFields(one), zone)).toEqual({ tariff: one })
  })

  it('reads what is still in the paste box, and refuses to save over its faults', () => {
    const fields = { ...tariffFields(null), name: 'Market', kind: 'day-ahead' as const, pasted: line('2026-11-22', 24) }
    expect(readTariff('t1', fields, zone)).toMatchObject({ tariff: { days: [{ date: '2026-11-22' }] } })
    expect(readTariff('t1', { ...fields, pasted: 'nonsense,1\n2026-11-22,1' }, zone)).toMatchObject({ errors: { lines: ['Line 2: 2026-11-22 has 24 hours, but there is one price.'] } })
  })

  it('marks each band that must be corrected', () => {
    const fields = { ...tariffFields(tariff), bands: [{ from: '0', price: '0,2' }, { from: '22', price: '' }, { from: '6:00', price: '0.3' }, { from: 'x', price: '1' }] }
    expect(readTariff('t1', fields, zone)).toEqual({ errors: { fields: {}, lines: [], bands: { 1: { price: 'Give a price, such as 0.32.' }, 2: { from: 'This must be later than 22:00.' }, 3: { from: 'Give a time, such as 06:00.' } } } })
  })
})

describe('what people type', () => {
  it('is a time when it can only mean one', () => {
    expect(['9', '930', '9.30', '09:30', '9h30', '23:59', ' 7h '].map(tidyTime)).toEqual(['09:00', '09:30', '09:30', '09:30', '09:30', '23:59', '07:00'])
    expect(['9 pm', '9:30 PM', '12 am', '12:05pm', '1230 p.m.', '9.30am'].map(tidyTime)).toEqual(['21:00', '21:30', '00:00', '12:05', '12:30', '09:30'])
    for (const none of ['', '24', '13 pm', '0 am', '9 hm', '12:60', 'noon', '9:3', '1234567']) expect(tidyTime(none)).toBe(none)
  })

  it('is a number with a point or a comma, else none', () => {
    expect(['1.5', '1,5', ' 7 ', '-0,3', '.5', '−2'].map(toNumber)).toEqual([1.5, 1.5, 7, -0.3, 0.5, -2])
    for (const none of ['', 'x', '1.2.3', '1e3', '0x10', 'Infinity']) expect(toNumber(none)).toBeNaN()
  })

  it('gets a sentence beside exactly the fields the schema refuses, and no optional field when it is empty', () => {
    const person = { id: 'p', name: '', role: 'adult', aliases: [], hue: 9, ...unlessEmpty('born', ' '), ...unlessEmpty('phone', ' 123 ') }
    expect(person).not.toHaveProperty('born')
    expect(person.phone).toBe('123')
    expect(fieldErrors(Person, person, { name: 'no name', hue: 'no hue', phone: 'no phone' })).toEqual({ name: 'no name', hue: 'no hue' })
  })
})

describe('edits of the household', () => {
  const household: Household = {
    ...emptyHousehold(zone),
    people: [{ id: 'emma', name: 'Emma', role: 'child', aliases: [], hue: 3 }],
    routines: [{ id: 'r', name: 'Breakfast', aliases: [], people: ['emma'], days: ['mo'], from: '07:00', to: '07:30', quiet: false }],
    tariffs: [{ id: 't', name: 'Flat', kind: 'flat', price: 0.3, currency: 'EUR' }], tariffId: 't',
  }

  it('leave nothing pointing at what is gone, and what they make is a household', async () => {
    Object.assign(globalThis, { lares: { onNews: () => () => undefined } })
    const { inUse, put, withoutPerson, withoutTariff } = await import('../../renderer/views/household/edits.ts')
    const gone = withoutTariff(withoutPerson(household, 'emma'), 't')
    expect(gone.routines[0]?.people).toEqual([])
    expect(gone).not.toHaveProperty('tariffId')
    expect(Household.safeParse(gone).success).toBe(true)
    expect(withoutTariff({ ...household, tariffId: 'other' }, 't').tariffId).toBe('other')
    expect(inUse(gone, 't').tariffId).toBe('t')
    expect(put([{ id: 'a' }, { id: 'b' }], { id: 'a' })).toHaveLength(2)
  })
})
