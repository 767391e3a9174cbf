/** Calendar files (iCalendar, RFC 5545) as the window knows them: what a file would change, before anything is changed, and what can be saved as one. */
import { z } from 'zod'
import { ROWS_AT_ONCE } from './file-limits.ts'
import { Problem } from './problem-schema.ts'
import { Instant, Zone } from './time.ts'

/** Of an entry that came with a file: its UID (or what stands for one), and the entry as it stood there, kept for the way back out. `rest` is JSON, read by electron/calendar/ics/kept.ts. */
export const FromFile = z.strictObject({ uid: z.string().min(1).max(400), rest: z.string().max(60_000) })
export type FromFile = z.infer<typeof FromFile>

/** Entries of a file that become or change something at once; a change set holds no more. */
export const MAX_CHANGES = 5000
/** Entries a file may hold. */
export const MAX_ENTRIES = 20_000

const Line = z.string().max(600)

/** When something is, as far as the preview says it. A task has its due date in both. */
export const Times = z.strictObject({ start: Instant, end: Instant, zone: Zone, allDay: z.boolean() })
export type Times = z.infer<typeof Times>

/** What an entry says of itself, in the words of the file where they are words. */
export const Difference = z.discriminatedUnion('field', [
  z.strictObject({ field: z.literal('when'), before: Times.nullable(), after: Times.nullable() }),
  z.strictObject({ field: z.enum(['title', 'people', 'place', 'note', 'repeats', 'reminders', 'free', 'done', 'single times']), before: Line, after: Line }),
  /** What Lares keeps and does not show. */
  z.strictObject({ field: z.literal('kept') }),
])
export type Difference = z.infer<typeof Difference>

/** What a person should know about an entry before taking it. */
export const Remark = z.enum(['older', 'lines left out', 'too long', 'zone by offsets', 'no length', 'periods', 'cut', 'cancelled'])
export type Remark = z.infer<typeof Remark>

export const ImportRow = z.strictObject({
  /** Its position, by which it is chosen. */
  row: z.number().int().min(0),
  kind: z.enum(['event', 'task']),
  status: z.enum(['new', 'changed', 'removed', 'unchanged']),
  title: Line,
  times: Times.nullable(),
  repeats: z.boolean(),
  /** Of a series: times that differ from it. */
  single: z.number().int().min(0),
  place: Line,
  differences: z.array(Difference).max(12),
  remarks: z.array(Remark).max(8),
})
export type ImportRow = z.infer<typeof ImportRow>

export const Unreadable = z.strictObject({ title: Line, /** where it begins in the file, from 1 */ line: z.number().int().min(1), problem: Problem })
export type Unreadable = z.infer<typeof Unreadable>

/** A file that was read: how much is in it. */
export const ReadFile = z.strictObject({ id: z.string().max(64), file: Line, /** What the calendar in it calls itself; often empty. */ calendar: Line, rows: z.number().int(), unreadable: z.number().int() })
export type ReadFile = z.infer<typeof ReadFile>
/** What is in it, from a position on. */
export const ReadRows = z.strictObject({ rows: z.array(ImportRow).max(ROWS_AT_ONCE), unreadable: z.array(Unreadable).max(ROWS_AT_ONCE) })
export type ReadRows = z.infer<typeof ReadRows>

/** What an import did: `left` rows were chosen beyond what one change set holds. */
export const Imported = z.strictObject({ changeSetId: z.string().max(64), rows: z.number().int(), left: z.number().int() })
export type Imported = z.infer<typeof Imported>

/** A series is saved as a whole whichever of its times is named. */
export const ExportWhat = z.discriminatedUnion('what', [
  z.strictObject({ what: z.literal('events'), ids: z.array(z.string().max(64)).min(1).max(MAX_ENTRIES) }),
  z.strictObject({ what: z.literal('all') }),
])
export type ExportWhat = z.infer<typeof ExportWhat>
export const Exported = z.strictObject({ file: Line, entries: z.number().int() })
export type Exported = z.infer<typeof Exported>
