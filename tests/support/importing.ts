/** Imports and exports without a thread or a vault: what the two pure ends do. */
import { planImport, type Plan, type PlannedRow } from '../../electron/calendar/ics/plan-import.ts'
import { writeFile } from '../../electron/calendar/ics/write-file.ts'
import type { CalendarEvent, Change } from '../../shared/calendar.ts'
import type { Household } from '../../shared/household.ts'
import type { Task } from '../../shared/tasks.ts'
import { valueOf } from './house.ts'
import { testHousehold } from './test-household.ts'

export const now = '2026-11-22T16:50:00Z'
export interface Held { readonly events: readonly CalendarEvent[]; readonly tasks: readonly Task[] }
export const nothing: Held = { events: [], tasks: [] }

export const importing = (bytes: Uint8Array, there: Held = nothing, household: Household = testHousehold): Plan => { let id = 0; return valueOf(planImport(bytes, { household, ...there, now, newId: () => `id-${String(++id)}` })) }
export const changesOf = ({ rows }: { readonly rows: readonly PlannedRow[] }): readonly Change[] => rows.flatMap(({ changes }) => changes)
/** What is there once the changes are made. */
export const held = (changes: readonly Change[], before: Held = nothing): Held => {
  const events = new Map(before.events.map((event) => [event.id, event])), tasks = new Map(before.tasks.map((task) => [task.id, task]))
  for (const change of changes) {
    if (change.kind === 'add' || change.kind === 'edit') events.set(change.after.id, change.after)
    else if (change.kind === 'remove') events.delete(change.before.id)
    else if (change.kind === 'add-task' || change.kind === 'edit-task') tasks.set(change.after.id, change.after)
    else if (change.kind === 'remove-task') tasks.delete(change.before.id)
  }
  return { events: [...events.values()], tasks: [...tasks.values()] }
}
export const written = (there: Held, household: Household = testHousehold): string => new TextDecoder().decode(writeFile({ household, ...there, now }))

export const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text)
export const calendarOf = (...entries: readonly (readonly string[])[]): Uint8Array => bytesOf(['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:x', ...entries.flat(), 'END:VCALENDAR', ''].join('\r\n'))
export const eventOf = (...lines: readonly string[]): readonly string[] => ['BEGIN:VEVENT', ...(lines.some((line) => line.startsWith('UID')) ? [] : ['UID:one@x']), 'DTSTAMP:20261101T101112Z', ...lines, 'END:VEVENT']
export const taskOf = (...lines: readonly string[]): readonly string[] => ['BEGIN:VTODO', 'UID:task@x', 'DTSTAMP:20261101T101112Z', ...lines, 'END:VTODO']
