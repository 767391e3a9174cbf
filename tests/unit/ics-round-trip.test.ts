import { describe, expect, it } from 'vitest'
import { writeFile } from '../../electron/calendar/ics/write-file.ts'
import { calendarFiles } from '../support/calendar-writers.ts'
import { changesOf, held, importing, now } from '../support/importing.ts'
import { allHaveUid, entriesSaid, undefinedZones } from '../support/same-calendar.ts'
import { testHousehold } from '../support/test-household.ts'

const textOf = (bytes: Uint8Array): string => new TextDecoder().decode(bytes)

/** The file as plain UTF-8 without folds, so that ical.js can read it, which knows neither old encodings nor folds inside of characters. */
const plainText = (bytes: Uint8Array): string => {
  const wide = bytes[0] === 0xFF ? 'utf-16le' : bytes[0] === 0xFE ? 'utf-16be' : null
  const eight = wide === null ? Buffer.from(bytes) : Buffer.from(new TextDecoder(wide).decode(bytes))
  const unfolded = Buffer.from(eight.toString('latin1').replace(/(\r\n|\r|\n)[ \t]/g, ''), 'latin1')
  try { return new TextDecoder('utf-8', { fatal: true }).decode(unfolded) } catch { return new TextDecoder('windows-1252').decode(unfolded) }
}

describe('calendar files as real programs write them', () => {
  it('the comparison sees what is lost: a property, a parameter, a value, an alarm', () => {
    const text = plainText(calendarFiles.find(({ name }) => name === 'Google Calendar: a meeting with people')?.bytes ?? new Uint8Array())
    for (const [from, to] of [['LABEL=Beitreten', 'LABEL=Beitritt'], [/ORGANIZER.*\r\n/, ''], ['SGFsbG8=', 'SGFsbG9='], ['SUMMARY;LANGUAGE=de-DE:', 'SUMMARY:']] as const) {
      expect(text).toMatch(from)
      expect(entriesSaid(text.replace(from, to))).not.toEqual(entriesSaid(text))
    }
    const alarms = plainText(calendarFiles.find(({ name }) => name === 'Google Calendar: alarms of all kinds')?.bytes ?? new Uint8Array())
    expect(entriesSaid(alarms.replace('ACTION:NONE', 'ACTION:AUDIO'))).not.toEqual(entriesSaid(alarms))
  })

  it('there are a hundred', () => { expect(calendarFiles.length).toBeGreaterThanOrEqual(100) })

  it.each(calendarFiles)('$name: nothing is lost on the way in and out', ({ bytes, entries }) => {
    const plan = importing(bytes)
    expect(plan.unreadable).toEqual([])
    const written = textOf(writeFile({ household: testHousehold, ...held(changesOf(plan)), now }))
    const original = plainText(bytes), hasUid = allHaveUid(original)
    expect(entriesSaid(written, hasUid)).toEqual(entriesSaid(original, hasUid))
    expect(entriesSaid(written)).toHaveLength(entries)
    expect(allHaveUid(written)).toBe(true)
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
