/** Rules made to hang or to break whoever expands them: ten bombs, and legal rules with a few characters changed by chance that is always the same. */
import type { Series } from '../../electron/calendar/recurrence/expand.ts'
import { generateRules } from './generated-rules.ts'
import { randomFrom, type Random } from './random.ts'

const numbers = (from: number, to: number): string => Array.from({ length: to - from + 1 }, (_, i) => from + i).join(',')

/** Each of them hangs or stops one recurrence library or another. */
export const bombs: readonly { readonly name: string; readonly dtstart: string; readonly rrule: string }[] = [
  { name: 'every second since 1970', dtstart: '19700101T000000Z', rrule: 'FREQ=SECONDLY' },
  { name: 'every second of every day by enumeration', dtstart: '20260101T000000Z', rrule: `FREQ=YEARLY;BYMONTH=${numbers(1, 12)};BYMONTHDAY=${numbers(1, 31)};BYHOUR=${numbers(0, 23)};BYMINUTE=${numbers(0, 59)};BYSECOND=${numbers(0, 59)};COUNT=1` },
  { name: '30 February', dtstart: '20260101T000000Z', rrule: 'FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30' },
  { name: 'every second of 30 February', dtstart: '20260101T000000Z', rrule: 'FREQ=SECONDLY;BYMONTH=2;BYMONTHDAY=30' },
  { name: 'daily since the year 1', dtstart: '00010101T000000Z', rrule: 'FREQ=DAILY' },
  { name: 'every minute since 1601', dtstart: '16010101T000000Z', rrule: 'FREQ=MINUTELY' },
  { name: 'the thousand millionth minute since 1601', dtstart: '16010101T000000Z', rrule: 'FREQ=MINUTELY;COUNT=1000000000' },
  { name: 'a thousand million days', dtstart: '20260101T000000Z', rrule: 'FREQ=DAILY;COUNT=1000000000' },
  { name: 'an interval of six million years', dtstart: '20260101T000000Z', rrule: 'FREQ=DAILY;INTERVAL=2147483647' },
  { name: 'an interval of nothing', dtstart: '20260101T000000Z', rrule: 'FREQ=DAILY;INTERVAL=0' },
]

/** The week in which the bombs are looked at. */
export const bombWindow = { from: '2026-03-02T00:00:00Z', to: '2026-03-09T00:00:00Z' }

const fragments = ['99999999999', '-', ';', '=', ',', 'FREQ=SECONDLY', ';COUNT=2147483647', ';INTERVAL=2147483647', ';BYSETPOS=-366', 'BYDAY', '0', '\u0000', '٣', 'Z', ';UNTIL=00010101', '366', '\n']

/** The first three often leave a rule that can be read, and mean something wilder. */
const mutations: readonly ((text: string, random: Random) => string)[] = [
  (text, random) => { let nth = random(text.replace(/\D/g, '').length); return text.replace(/\d/g, (digit) => (nth-- === 0 ? String(random(10)) : digit)) },
  (text, random) => { const parts = text.split(';'); return parts.toSpliced(random(parts.length), 1).join(';') },
  (text, random) => text.replace(/FREQ=\w+/, `FREQ=${random.of(['SECONDLY', 'MINUTELY', 'HOURLY', 'DAILY', 'YEARLY'])}`),
  (text, random) => { const at = random(text.length + 1); return text.slice(0, at) + random.of(fragments) + text.slice(at + (random(3) === 0 ? random(6) : 0)) },
]

/** Some can be read, some cannot; looked at from the beginning of their series to the end of time, or in one week. */
export function mutateRules(seed: number, count: number): readonly Series[] {
  const random = randomFrom(seed)
  return generateRules(seed, count).map(({ dtstart, rrule }) => {
    let text = rrule
    for (let times = 1 + random(3); times > 0; times--) text = random.of(mutations)(text, random)
    return { dtstart: random(10) === 0 ? dtstart.replace('20', '00') : dtstart, tz: random.of(['UTC', 'Europe/Berlin', 'Pacific/Apia']), rrule: text, ...(random(2) === 0 ? bombWindow : {}) }
  })
}
