/** P12: calendar files made to hang, to crash or to flood. Whatever they hold, there is a report or a named problem. */
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { planImport } from '../../electron/calendar/ics/plan-import.ts'
import { createFileThread } from '../../electron/calendar/ics/file-thread.ts'
import { writeFile } from '../../electron/calendar/ics/write-file.ts'
import { CalendarEvent } from '../../shared/calendar.ts'
import { MAX_FILE } from '../../shared/file-limits.ts'
import { Task } from '../../shared/tasks.ts'
import { bombs } from '../support/broken-rules.ts'
import { calendarFiles } from '../support/calendar-writers.ts'
import { openHouse, valueOf, type House } from '../support/house.ts'
import { bytesOf, calendarOf, eventOf, held, now } from '../support/importing.ts'
import { testHousehold } from '../support/test-household.ts'

const plan = (bytes: Uint8Array): ReturnType<typeof planImport> => { let id = 0; return planImport(bytes, { household: testHousehold, events: [], tasks: [], now, newId: () => `id-${String(++id)}` }) }
const nameOf = (bytes: Uint8Array): string => { const read = plan(bytes); return read.ok ? `${String(read.value.rows.length)} rows, ${String(read.value.unreadable.length)} unreadable` : read.problem.name }
const entry = eventOf('SUMMARY:x', 'DTSTART:20261202T090000Z', 'DURATION:PT1H').join('\r\n')

describe('P12 files in bad shape', () => {
  it.each([
    ['larger than allowed', () => new Uint8Array(MAX_FILE + 1), 'ics.too-big'],
    ['a million lines', () => bytesOf(`BEGIN:VCALENDAR\n${'X:1\n'.repeat(1_000_000)}END:VCALENDAR\n`), 'ics.too-much'],
    ['a hundred thousand parts', () => bytesOf(`BEGIN:VCALENDAR\n${'BEGIN:X\nEND:X\n'.repeat(100_000)}END:VCALENDAR\n`), 'ics.too-much'],
    ['more entries than allowed', () => bytesOf(`BEGIN:VCALENDAR\n${'BEGIN:VEVENT\nEND:VEVENT\n'.repeat(20_001)}END:VCALENDAR\n`), 'ics.too-much'],
    ['parts inside of parts', () => bytesOf(`BEGIN:VCALENDAR\nBEGIN:VEVENT\n${'BEGIN:VALARM\n'.repeat(10_000)}END:VEVENT\nEND:VCALENDAR\n`), '0 rows, 1 unreadable'],
    ['one line of ten megabytes', () => bytesOf(`BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nDTSTART:20261202T090000Z\r\nSUMMARY:${'x'.repeat(MAX_FILE - 200)}\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n`), '1 rows, 0 unreadable'],
    ['one line in four million folds', () => bytesOf(`BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART:20261202T090000Z\nSUMMARY:x${'\n x'.repeat(3_000_000)}\nEND:VEVENT\nEND:VCALENDAR\n`), '1 rows, 0 unreadable'],
    ['ten thousand properties', () => calendarOf(eventOf('DTSTART:20261202T090000Z', ...Array<string>(10_000).fill('COMMENT:x'))), '0 rows, 1 unreadable'],
    ['ten thousand parameters', () => calendarOf(eventOf(`DTSTART${';X=1'.repeat(10_000)}:20261202T090000Z`)), '1 rows, 0 unreadable'],
    ['only ends', () => bytesOf('END:VCALENDAR\n'.repeat(10_000)), 'ics.not-a-calendar'],
    ['names that JavaScript knows', () => calendarOf(eventOf('CONSTRUCTOR:x', '__PROTO__:x', 'TOSTRING;__PROTO__=1;CONSTRUCTOR=2:x', 'DTSTART;CONSTRUCTOR=x:20261202T090000Z', 'DURATION:PT1H')), '1 rows, 0 unreadable'],
    ['zones with rules made to hang', () => calendarOf(['BEGIN:VTIMEZONE', 'TZID:Bomb', ...bombs.flatMap(({ dtstart, rrule }) => ['BEGIN:STANDARD', `DTSTART:${dtstart.replace('Z', '')}`, 'TZOFFSETFROM:+0117', 'TZOFFSETTO:+0113', `RRULE:${rrule}`, 'END:STANDARD']), 'END:VTIMEZONE'], eventOf('DTSTART;TZID=Bomb:20261202T090000', 'DURATION:PT1H')), '0 rows, 1 unreadable'],
    ['a number of zones by their offsets', () => calendarOf(...Array.from({ length: 300 }, (_, n) => ['BEGIN:VTIMEZONE', `TZID:Z${String(n)}`, 'BEGIN:STANDARD', 'DTSTART:19700101T000000', `TZOFFSETFROM:+0${String(n % 10)}17`, `TZOFFSETTO:+0${String(n % 10)}17`, 'END:STANDARD', 'END:VTIMEZONE']), ...Array.from({ length: 300 }, (_, n) => eventOf(`UID:${String(n)}`, `DTSTART;TZID=Z${String(n)}:20261202T090000`, 'DURATION:PT1H'))), '0 rows, 300 unreadable'],
    ['an entry that repeats a UID a thousand times', () => calendarOf(...Array.from({ length: 1000 }, () => [entry])), '1 rows, 0 unreadable'],
  ])('%s', (_name, bytes, expected) => { expect(nameOf(bytes())).toBe(expected) }, 120_000)
})

/** What happens to files on their way: bytes go, come, or change; lines are swapped, doubled, cut, or get a bomb in them. */
const splices = fc.array(fc.record({ kind: fc.constantFrom('flip', 'cut', 'insert', 'double', 'swap', 'line'), at: fc.double({ min: 0, max: 1, noNaN: true }), length: fc.nat({ max: 60 }), bytes: fc.uint8Array({ maxLength: 12 }), line: fc.constantFrom('BEGIN:VEVENT', 'END:VEVENT', 'BEGIN:VALARM', 'END:VCALENDAR', 'RRULE:FREQ=SECONDLY', 'DTSTART:00000000T000000Z', 'DTEND:99991231T235959Z', 'DURATION:-P1D', 'RECURRENCE-ID:20260101T000000Z', 'TZID:', 'TRIGGER:P99999999999D', 'RDATE;VALUE=PERIOD:x/y', 'EXDATE:', ';:', 'ATTENDEE;CN="', 'SUMMARY:\u0000\uFFFD\u202E', 'DTSTART;TZID=../../etc:20260101T000000', 'UID:', 'STATUS:CANCELLED', 'SEQUENCE:-1', 'COMPLETED:x') }), { minLength: 1, maxLength: 8 })
type Splice = (typeof splices) extends fc.Arbitrary<readonly (infer T)[]> ? T : never
function spliced(bytes: Uint8Array, { kind, at, length, bytes: inserted, line }: Splice): Uint8Array {
  const from = Math.floor(at * bytes.length), buffer = Buffer.from(bytes), to = Math.min(bytes.length, from + length)
  switch (kind) {
    case 'flip': { const changed = Uint8Array.from(buffer); for (let i = from; i < to; i += 7) changed[i] = (changed[i] ?? 0) ^ (1 << (i % 8)); return changed }
    case 'cut': return Buffer.concat([buffer.subarray(0, from), buffer.subarray(to)])
    case 'insert': return Buffer.concat([buffer.subarray(0, from), inserted, buffer.subarray(from)])
    case 'double': return Buffer.concat([buffer.subarray(0, to), buffer.subarray(from)])
    case 'swap': return Buffer.concat([buffer.subarray(to), buffer.subarray(0, to)])
    case 'line': { const end = buffer.indexOf(10, from); return end === -1 ? bytes : Buffer.concat([buffer.subarray(0, end + 1), Buffer.from(`${line}\r\n`), buffer.subarray(end + 1)]) }
  }
}

describe('P12 a thousand files with bytes and lines changed', () => {
  it('each is read to the end or refused by name, what comes out is sound, and what goes out can be read again', () => {
    let read = 0, refused = 0, unreadable = 0
    fc.assert(fc.property(fc.constantFrom(...calendarFiles), splices, ({ bytes }, changes) => {
      const result = plan(changes.reduce(spliced, bytes))
      if (!result.ok) { refused++; expect(result.problem.name).toMatch(/^ics\./); return }
      read += result.value.rows.length
      unreadable += result.value.unreadable.length
      const there = held(result.value.rows.flatMap(({ changes: made }) => made))
      for (const event of there.events) CalendarEvent.parse(event)
      for (const task of there.tasks) Task.parse(task)
      for (const { title, line, problem } of result.value.unreadable) { expect(title).not.toBe(''); expect(line).toBeGreaterThan(0); expect(problem.name).toBe('ics.entry') }
      if (there.events.length + there.tasks.length === 0) return
      const again = plan(writeFile({ household: testHousehold, ...there, now }))
      expect(again.ok && again.value.unreadable).toEqual([])
      expect(again.ok && again.value.rows.length).toBe(result.value.rows.length)
    }), { numRuns: 1000, seed: 12, endOnFailure: true })
    // Not a run in which nothing was read, or nothing broken.
    expect(read).toBeGreaterThan(500)
    expect(unreadable).toBeGreaterThan(50)
    expect(refused).toBeGreaterThan(10)
  }, 300_000)
})

describe('P12 the thread in which files are read', () => {
  const stock = { household: testHousehold, events: [], tasks: [], now }
  const script = (body: string): URL => new URL(`data:text/javascript,${encodeURIComponent(`import { parentPort } from 'node:worker_threads'\nparentPort.on('message', () => { ${body} })`)}`)
  const reading = (body: string, signal = new AbortController().signal, limitMs = 60_000): Promise<string> => createFileThread({ workerUrl: script(body), limitMs }).read(new Uint8Array(1), stock, signal).then((result) => (result.ok ? 'read' : result.problem.name))
  it('is ended at its deadline', async () => { expect(await reading('for (;;);', undefined, 300)).toBe('ics.too-slow') })
  it('is ended when somebody stops it', async () => {
    const stop = new AbortController(), answer = reading('for (;;);', stop.signal)
    stop.abort()
    expect(await answer).toBe('ics.stopped')
  })
  it('takes nothing with it when its memory is used up', async () => { expect(await reading('const all = []; for (;;) all.push(new Array(100000).fill(all.length))')).toBe('ics.too-heavy') }, 120_000)
  it('takes nothing with it when it ends by itself', async () => { expect(await reading('process.exit(1)')).toBe('ics.too-heavy') })
})

describe('P12 rules made to hang, in a file', () => {
  let house: House
  beforeAll(async () => { house = await openHouse() })
  afterAll(() => house.close())

  it('are refused by name or harmless, the rest is imported, and the calendar still answers', async () => {
    const file = calendarOf(...bombs.map(({ name, dtstart, rrule }) => eventOf(`UID:${name}`, `SUMMARY:${name}`, `DTSTART:${dtstart}`, 'DURATION:PT1M', `RRULE:${rrule}`)), eventOf('UID:good', 'SUMMARY:Good', 'DTSTART:20261202T090000Z', 'DURATION:PT1H'))
    const read = valueOf(await house.handlers.ics.read({ name: 'bombs.ics', bytes: Uint8Array.from(file) }))
    const { rows, unreadable } = valueOf(await house.handlers.ics.rows({ id: read.id, from: 0 }))
    expect(unreadable.map(({ title, problem }) => [title, problem.name]).sort()).toEqual([
      ['30 February', 'calendar.rule-unreadable'], ['an interval of nothing', 'ics.entry'], ['every minute since 1601', 'calendar.rule-too-much'], ['every second of 30 February', 'calendar.rule-too-much'], ['every second since 1970', 'calendar.rule-too-much'], ['the thousand millionth minute since 1601', 'calendar.rule-too-much'],
    ])
    valueOf(await house.handlers.ics.accept({ id: read.id, rows: rows.map(({ row }) => row) }))
    const seen = valueOf(await house.handlers.calendar.between({ from: '2026-12-02T00:00:00Z', to: '2026-12-03T00:00:00Z' }))
    expect(seen.map(({ title }) => title)).toContain('Good')
  }, 120_000)
})
