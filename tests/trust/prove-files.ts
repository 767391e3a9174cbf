/** P12: whatever a calendar file holds, reading it ends in time, with a result or a named problem, and the calendar answers afterwards. */
import { planImport } from '../../electron/calendar/ics/plan-import.ts'
import { wording, type Problem } from '../../shared/problems.ts'
import { calendarFiles } from '../support/calendar-writers.ts'
import { openHouse, valueOf } from '../support/house.ts'
import { bytesOf, calendarOf, eventOf, now } from '../support/importing.ts'
import { randomFrom, type Random } from '../support/random.ts'
import { testHousehold } from '../support/test-household.ts'
import { createCounter, type Tally } from './tally.ts'

const isNamed = (problem: Problem): boolean => /^(?:ics|calendar)\./.test(problem.name) && wording(problem).says !== '' && wording(problem).todo !== ''

/** Every file of other programs, cut at so many places in all, from its first byte to its last. */
export function proveCut(cuts: number): Promise<Tally> {
  const { count, tally } = createCounter(), each = Math.ceil(cuts / calendarFiles.length)
  let read = 0, refused = 0, id = 0
  for (const [file, { bytes }] of calendarFiles.entries()) for (let at = 0; at < each; at += 1) {
    const length = Math.round((bytes.length * at) / each), name = `file ${String(file)}, its first ${String(length)} bytes`
    try {
      const since = performance.now(), result = planImport(bytes.subarray(0, length), { household: testHousehold, events: [], tasks: [], now, newId: () => `id-${String(id += 1)}` })
      count(`${name}: took ${String(performance.now() - since)} ms`, performance.now() - since < 5000)
      if (result.ok) read += 1
      else refused += 1
      count(`${name}: ${result.ok ? 'entries without a name' : result.problem.name}`, result.ok ? result.value.unreadable.every(({ problem }) => isNamed(problem)) : isNamed(result.problem))
    } catch (error) { count(`${name}: ${String(error)}`, false) }
  }
  count(`${String(read)} read, ${String(refused)} refused`, read > 0 && refused > 0)
  return Promise.resolve(tally())
}

const list = (random: Random, from: number, to: number): string => Array.from({ length: 1 + random(30) }, () => String(from + random(to - from + 1))).join(',')
const rule = (random: Random): string => [`FREQ=${random.of(['SECONDLY', 'MINUTELY', 'HOURLY', 'DAILY', 'WEEKLY', 'MONTHLY', 'YEARLY'])}`,
  ...[`INTERVAL=${random.of(['1', '2147483647', '999999999999', '7'])}`, `COUNT=${random.of(['1', '1000000000', '99999999999999'])}`, 'UNTIL=99991231T235959Z', `BYMONTH=${list(random, 1, 12)}`, `BYMONTHDAY=${list(random, -31, 31)}`, `BYHOUR=${list(random, 0, 23)}`, `BYMINUTE=${list(random, 0, 59)}`, `BYSECOND=${list(random, 0, 60)}`, `BYSETPOS=${list(random, -366, 366)}`, `BYYEARDAY=${list(random, -366, 366)}`, 'BYDAY=53MO,-53SU', 'WKST=SU'].filter(() => random(4) === 0)].join(';')
const start = (random: Random): string => random.of(['00010101T000000Z', '16010101T000000Z', '19700101T000000Z', '20261202T090000Z', '99991231T235959Z'])
const text = (random: Random, length: number): string => random.of(['x', 'é', '\u{1F9FA}', '\\n', '\\', ';', '"', '\u202E']).repeat(length)
const good = eventOf('UID:good', 'SUMMARY:Good', 'DTSTART:20261202T090000Z', 'DURATION:PT1H')
const swapped = (bytes: Buffer): Buffer => Buffer.from(bytes).swap16()

/** Kinds of files made to hang, to flood or to mislead. Those with a good entry in them must give it. */
const KINDS: readonly (readonly [kind: string, givesGood: boolean, make: (random: Random) => Uint8Array])[] = [
  ['rules', true, (random) => calendarOf(good, ...Array.from({ length: 1 + random(12) }, (_, at) => eventOf(`UID:${String(at)}`, 'SUMMARY:x', `DTSTART:${start(random)}`, 'DURATION:PT1M', `RRULE:${rule(random)}`)))],
  ['rules of a zone', false, (random) => calendarOf(['BEGIN:VTIMEZONE', 'TZID:Z', ...Array.from({ length: 1 + random(20) }, () => ['BEGIN:STANDARD', `DTSTART:${start(random).replace('Z', '')}`, 'TZOFFSETFROM:+0117', 'TZOFFSETTO:+0113', `RRULE:${rule(random)}`, 'END:STANDARD']).flat(), 'END:VTIMEZONE'], good, eventOf('UID:z', 'DTSTART;TZID=Z:20261202T090000', 'DURATION:PT1H'))],
  ['folds', true, (random) => calendarOf(good, eventOf('UID:f', `SUMMARY:x${random.of(['\r\n x', '\r\n \r\n x', '\n\tx', '\r\n é'.normalize('NFD')]).repeat(1000 + random(500_000))}`, 'DTSTART:20261202T090000Z', 'DURATION:PT1H'))],
  ['parts in parts', false, (random) => calendarOf(good, ['BEGIN:VEVENT', ...Array<string>(10 + random(30_000)).fill(`BEGIN:${random.of(['VALARM', 'VEVENT', 'X-Y', 'VCALENDAR'])}`), 'END:VEVENT'])],
  ['a property without end', false, (random) => calendarOf(good, eventOf('UID:p', `${random.of(['SUMMARY', 'DESCRIPTION', 'ATTENDEE', 'X-LONG', 'DTSTART', 'RRULE', 'EXDATE'])}:${text(random, 1000 + random(900_000))}`, 'DTSTART:20261202T090000Z', 'DURATION:PT1H'))],
  ['parameters without end', false, (random) => calendarOf(good, eventOf('UID:q', `ATTENDEE${random.of([';CN="x"', ';X=1', ';A="', ';=', ';B=1,2,3'])}`.padEnd(1000 + random(300_000), ';C=1'), 'DTSTART:20261202T090000Z', 'DURATION:PT1H'))],
  ['dates without end', false, (random) => calendarOf(good, eventOf('UID:d', 'DTSTART:20261202T090000Z', 'DURATION:PT1H', `${random.of(['RDATE', 'EXDATE'])}:${Array.from({ length: 100 + random(60_000) }, (_, at) => `2027${String(1 + (at % 12)).padStart(2, '0')}${String(1 + (at % 28)).padStart(2, '0')}T${String(at % 24).padStart(2, '0')}0000Z`).join(',')}`))],
  ['UTF-16', false, (random) => { const bytes = Buffer.from(`${random.of(['', '\uFEFF'])}${Buffer.from(calendarOf(good)).toString()}`, 'utf16le'); return random(2) === 0 ? bytes : swapped(bytes) }],
  ['another encoding', false, (random) => Buffer.concat([Buffer.from(calendarOf(good)).subarray(0, 60 + random(60)), Buffer.from(Array.from({ length: 1 + random(400) }, () => random(256))), Buffer.from(calendarOf(good)).subarray(80)])],
  ['bytes by chance', false, (random) => Uint8Array.from({ length: 1 + random(100_000) }, () => random(256))],
  ['zeros', false, (random) => new Uint8Array(1 + random(5_000_000))],
  ['many of one name', false, (random) => calendarOf(...Array.from({ length: 1 + random(3000) }, (_, at) => eventOf('UID:same', `SEQUENCE:${String(at)}`, ...(random(2) === 0 ? [`RECURRENCE-ID:${start(random)}`] : []), `DTSTART:${start(random)}`, 'DURATION:PT1H')))],
  ['no end', false, (random) => bytesOf(Buffer.from(calendarOf(good, eventOf('UID:n', `DTSTART:${start(random)}`, `RRULE:${rule(random)}`))).toString().replaceAll(random.of(['END:VEVENT', 'END:VCALENDAR', '\r\n', ':']), ''))],
]

/** Longer than the thread's own deadline, with the rules worked out after it. */
const LIMIT_MS = 45_000

/** So many files, the kinds in turn, through the whole house: read, looked at, taken, and the calendar looked at again. */
export async function proveHostileFiles(files: number): Promise<Tally> {
  const { count, tally } = createCounter(), random = randomFrom(12), house = await openHouse()
  try {
    for (let at = 0; at < files; at += 1) {
      const [kind, givesGood, make] = KINDS[at % KINDS.length] ?? random.of(KINDS), file = make(random), name = `file ${String(at)}, ${kind}, ${String(file.length)} bytes`
      const since = performance.now(), read = await house.handlers.ics.read({ name: 'x.ics', bytes: Uint8Array.from(file) })
      let titles: readonly string[] = []
      if (read.ok) {
        const { rows, unreadable } = valueOf(await house.handlers.ics.rows({ id: read.value.id, from: 0 }))
        titles = rows.map(({ title }) => title)
        for (const { problem } of unreadable) count(`${name}: ${problem.name}`, isNamed(problem))
        const taken = rows.length === 0 ? undefined : await house.handlers.ics.accept({ id: read.value.id, rows: rows.map(({ row }) => row) })
        count(`${name}: ${taken?.ok === false ? taken.problem.name : ''}`, taken === undefined || taken.ok || isNamed(taken.problem))
      } else count(`${name}: ${read.problem.name}`, isNamed(read.problem))
      const shown = await house.handlers.calendar.between({ from: '2026-12-01T00:00:00Z', to: '2027-01-01T00:00:00Z' })
      count(`${name}: the calendar is gone`, shown.ok)
      count(`${name}: took ${String(Math.round(performance.now() - since))} ms`, performance.now() - since < LIMIT_MS)
      if (givesGood) count(`${name}: the good entry is lost among ${titles.slice(0, 5).join(', ')}`, titles.includes('Good'))
      while ((await house.handlers.calendar.undo({ changeSetId: null })).ok);
    }
    count(`tripped: ${house.trips.join('; ')}`, house.trips.length === 0)
    return tally()
  } finally { await house.close() }
}
