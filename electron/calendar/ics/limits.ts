/** What a calendar file may be before anything of it is parsed: its size and its shape. What an entry may be beyond that is said where it is read. */
import { MAX_FILE } from '../../../shared/file-limits.ts'
import { MAX_ENTRIES } from '../../../shared/ical.ts'
import { problem } from '../../../shared/problems.ts'
import { fail, ok, type Result } from '../../../shared/result.ts'
import type { ContentLine } from './content-lines.ts'

export const limits = {
  /** Bytes. */
  file: MAX_FILE,
  /** Of one property, in characters after unfolding. Longer ones, files inside the file, are left out and said; the entry stays. */
  line: 48_000,
  /** Lines after unfolding. */
  lines: 400_000,
  /** Components of all kinds. */
  components: 3 * MAX_ENTRIES,
  /** Events and tasks. */
  entries: MAX_ENTRIES,
  /** VCALENDAR, VEVENT and VALARM are three; RFC 9073 knows five. */
  depth: 8,
  /** Properties of one component. */
  properties: 2500,
} as const

export const checkSize = (bytes: number): Result<null> => (bytes > limits.file ? fail(problem('ics.too-big', { limit: limits.file / 1024 / 1024 })) : ok(null))

/** Counts before anything is built. Refuses with `ics.too-much`, or `ics.not-a-calendar` where nothing begins. */
export function checkShape(lines: readonly ContentLine[]): Result<null> {
  const tooMuch = (what: string): Result<null> => fail(problem('ics.too-much', { what }))
  if (lines.length > limits.lines) return tooMuch(`more than ${limits.lines} lines`)
  let components = 0, entries = 0
  for (const { text } of lines) {
    const name = /^\s*BEGIN\s*:\s*([^\s]{0,40})/i.exec(text)?.[1]
    if (name === undefined) continue
    if (/^V(EVENT|TODO)$/i.test(name)) entries++
    components++
    if (entries > limits.entries) return tooMuch(`more than ${limits.entries} entries`)
    if (components > limits.components) return tooMuch(`more than ${limits.components} parts`)
  }
  return components === 0 ? fail(problem('ics.not-a-calendar')) : ok(null)
}
