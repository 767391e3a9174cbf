/** The components of a calendar file by their BEGIN and END, so that a broken entry takes nothing with it. */
import { problem, type Problem } from '../../../shared/problems.ts'
import { fail, ok, type Result } from '../../../shared/result.ts'
import { contentLines, type ContentLine } from './content-lines.ts'
import { first, readProperty, textOf, type Component, type Property } from './jcal.ts'
import { checkShape, checkSize, limits } from './limits.ts'

/** An entry, a time zone or another component of a calendar, as it stood in the file. */
export interface Part {
  readonly component: Component
  readonly line: number
  /** Lines that are no content lines, and are left out. */
  readonly leftOut: number
  /** Properties that are too long, and are left out. */
  readonly tooLong: number
  /** Why it cannot be read. */
  readonly broken: string | undefined
}
export interface Outline { readonly calendar: readonly Property[]; readonly parts: readonly Part[] }

interface Open { readonly name: string; readonly line: number; readonly properties: Property[]; readonly inside: Component[]; count: number; leftOut: number; tooLong: number; broken: string | undefined }

/** What stands in a calendar, never inside of something else. */
const ofCalendar = new Set(['vevent', 'vtodo', 'vjournal', 'vfreebusy', 'vtimezone', 'vavailability'])
const begin = /^\s*(BEGIN|END)\s*:\s*([A-Za-z0-9-]{1,60})\s*$/i

/**
 * Refuses a file by size, by shape, and what is no iCalendar at all; what is wrong with an entry is said in its part. Entries outside of a VCALENDAR count, and
 * several calendars in one file are read as one. A component without its end ends where the next entry or its calendar does, and is broken.
 */
export function readOutline(file: Uint8Array): Result<Outline> {
  const size = checkSize(file.length)
  if (!size.ok) return size
  const lines = contentLines(file, limits.line), shape = checkShape(lines)
  if (!shape.ok) return shape
  const refused = refusal(lines)
  return refused === undefined ? ok(build(lines)) : fail(refused)
}

function refusal(lines: readonly ContentLine[]): Problem | undefined {
  const first = lines.find(({ text }) => begin.test(text))
  const what = begin.exec(first?.text ?? '')?.[2]?.toLowerCase() ?? ''
  if (what !== 'vcalendar' && !ofCalendar.has(what)) return problem('ics.not-a-calendar')
  return lines.some(({ text }) => /^VERSION:\s*1\.0\s*$/i.test(text)) ? problem('ics.old-format') : undefined
}

function build(lines: readonly ContentLine[]): Outline {
  const calendar: Property[] = [], parts: Part[] = []
  const open: Open[] = []
  const close = (to: number): void => {
    while (open.length > to) {
      const done = open.pop()
      if (done === undefined) return
      const component: Component = { name: done.name, properties: done.properties, inside: done.inside }, parent = open.at(-1)
      if (parent === undefined) parts.push({ component, line: done.line, leftOut: done.leftOut, tooLong: done.tooLong, broken: done.broken })
      else { parent.inside.push(component); parent.broken ??= done.broken; parent.leftOut += done.leftOut; parent.tooLong += done.tooLong }
    }
  }
  const breakAll = (why: string): void => { for (const one of open) one.broken ??= why }

  for (const { text, line, isLong } of lines) {
    const [, edge = '', written = ''] = begin.exec(text) ?? [], name = written.toLowerCase(), current = open.at(-1)
    if (edge === '') {
      if (current === undefined) { const property = isLong ? undefined : readProperty(text); if (property !== undefined) calendar.push(property); continue }
      current.count++
      if (current.count > limits.properties) { current.broken ??= `it has more than ${limits.properties} properties`; continue }
      if (isLong) { current.tooLong++; continue }
      const property = readProperty(text)
      if (property === undefined) current.leftOut++
      else if (/quoted-printable/i.test(String(property[1]['encoding']))) current.broken ??= 'it is written as vCalendar 1.0 did, in quoted-printable'
      else current.properties.push(property)
    } else if (name === 'vcalendar') {
      if (open.length > 0) { breakAll('its end is missing'); close(0) }
    } else if (edge.toUpperCase() === 'BEGIN') {
      if (ofCalendar.has(name) && open.length > 0) { breakAll('its end is missing'); close(0) }
      if (open.length >= limits.depth - 1) { breakAll('it has too many parts inside of one another'); continue }
      open.push({ name, line, properties: [], inside: [], count: 0, leftOut: 0, tooLong: 0, broken: undefined })
    } else {
      const at = open.findLastIndex((one) => one.name === name)
      if (at === -1) breakAll(`it ends as ${written.toUpperCase()}, which never began`)
      else { if (at < open.length - 1) breakAll('a part of it has no end'); close(at) }
    }
  }
  if (open.length > 0) { breakAll('the file ends in the middle of it'); close(0) }
  return { calendar, parts }
}

/** How a person would call it. */
export const titleOfPart = (component: Component): string => textOf(first(component, 'summary')) ?? textOf(first(component, 'uid')) ?? ''
