import { describe, expect, it } from 'vitest'
import { planImport, type Plan } from '../../electron/calendar/ics/plan-import.ts'
import { writeFile } from '../../electron/calendar/ics/write-file.ts'
import type { CalendarEvent, Change } from '../../shared/calendar.ts'
import type { Task } from '../../shared/tasks.ts'
import { valueOf } from '../support/house.ts'
import { calendarFiles } from '../support/calendar-writers.ts'
import { expectSameEntries, undefinedZones } from '../support/same-calendar.ts'
import { testHousehold } from '../support/test-household.ts'

const now = '2026-11-22T16:50:00Z'
interface Held { readonly events: CalendarEvent[]; readonly tasks: Task[] }
const held = (changes: readonly Change[]): Held => ({
  events: changes.flatMap((change) => (change.kind === 'add' ? [change.after] : [])),
  tasks: changes.flatMap((change) => (change.kind === 'add-task' ? [change.after] : [])),
})
const importing = (bytes: Uint8Array, there: Held = { events: [], tasks: [] }): Plan => { let id = 0; return valueOf(planImport(bytes, { household: testHousehold, ...there, now, newId: () => `id-${String(++id)}` })) }
const changesOf = (plan: Plan): readonly Change[] => plan.rows.flatMap(({ changes }) => changes)
const textOf = (bytes: Uint8Array): string => new TextDecoder().decode(bytes)

/** The file as plain UTF-8 without folds, so that ical.js can read it, which knows neither old encodings nor folds inside of characters. */
const plainText = (bytes: Uint8Array): string => {
  const wide = bytes[0] === 0xFF ? 'utf-16le' : bytes[0] === 0xFE ? 'utf-16be' : null
  const eight = wide === null ? Buffer.from(bytes) : Buffer.from(new TextDecoder(wide).decode(bytes))
  const unfolded = Buffer.from(eight.toString('latin1').replace(/(\r\n|\r|\n)[ \t]/g, ''), 'latin1')
  try { return new TextDecoder('utf-8', { fatal: true }).decode(unfolded) } catch { return new TextDecoder('windows-1252').decode(unfolded) }
}

describe('calendar files as real programs write them', () => {
  it('there are a hundred', () => { expect(calendarFiles.length).toBeGreaterThanOrEqual(100) })

  it.each(calendarFiles)('$name: nothing is lost on the way in and out', ({ bytes }) => {
    const plan = importing(bytes)
    expect(plan.unreadable).toEqual([])
    const written = textOf(writeFile({ household: testHousehold, ...held(changesOf(plan)), now }))
    expectSameEntries(written, plainText(bytes))
    expect(undefinedZones(written)).toEqual([])
  })

  it.each(calendarFiles)('$name: imported again, there is nothing new; what went out comes in unchanged too', ({ bytes }) => {
    const there = held(changesOf(importing(bytes)))
    expect(importing(bytes, there).rows.map(({ row }) => row.status).filter((status) => status !== 'unchanged')).toEqual([])
    const written = writeFile({ household: testHousehold, ...there, now })
    expect(changesOf(importing(written, there))).toEqual([])
  })

  it.each(calendarFiles)('$name: lines of at most 75 octets, each ending with CRLF', ({ bytes }) => {
    const written = textOf(writeFile({ household: testHousehold, ...held(changesOf(importing(bytes))), now }))
    expect(written.endsWith('END:VCALENDAR\r\n')).toBe(true)
    expect(written.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/)
    expect(written.split('\r\n').filter((line) => Buffer.byteLength(line) > 75)).toEqual([])
  })
})
