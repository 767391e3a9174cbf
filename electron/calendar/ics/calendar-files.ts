/** Calendar files: read and compared, then taken as one change set once somebody has said which of it; and written. Nothing changes without that yes. */
import { setImmediate } from 'node:timers/promises'
import { isEventChange, type CalendarEvent, type Change } from '../../../shared/calendar.ts'
import { ROWS_AT_ONCE } from '../../../shared/file-limits.ts'
import { MAX_CHANGES, type ExportWhat, type Imported, type ReadFile, type ReadRows, type Unreadable } from '../../../shared/ical.ts'
import { quoted } from '../../../shared/language.ts'
import { problem, type Problem } from '../../../shared/problems.ts'
import { fail, ok, type Result } from '../../../shared/result.ts'
import { ALWAYS, fromInstant, toInstant, type Clock, type Instant } from '../../../shared/time.ts'
import type { Vault } from '../../vault/vault.ts'
import type { Agenda } from '../agenda.ts'
import { strings } from '../change-strings.ts'
import type { Calendar } from '../changes.ts'
import type { Recurrence } from '../recurrence/create-recurrence.ts'
import { DAY_MS } from '../recurrence/days.ts'
import { readInstanceId, recurringTask, seriesOf, type Recurring } from '../series.ts'
import type { FileThread, Stock } from './file-thread.ts'
import type { Plan, PlannedRow } from './plan-import.ts'

export interface CalendarFiles {
  /** Compares `file`, called `name`, with the calendar. One file is open at a time; the one before is forgotten. */
  readonly read: (name: string, file: Uint8Array) => Promise<Result<ReadFile>>
  /** What it would change, from the row and the unreadable entry at `from` on. `ics.gone` for a file that is no longer open. */
  readonly rows: (id: string, from: number) => Result<ReadRows>
  /** Ends a reading that is under way; it answers `ics.stopped`. */
  readonly stop: () => void
  /** Forgets the file. */
  readonly close: () => void
  /** Takes these rows as one change set, in the order of the file, as many as fit into one. `ics.gone` for a file that is no longer open, `ics.changed` when the calendar is no longer what it was compared with. */
  readonly accept: (id: string, rows: readonly number[]) => Promise<Result<Imported>>
  readonly write: (what: ExportWhat) => Promise<Result<{ readonly file: Uint8Array; readonly name: string; readonly entries: number }>>
}

export interface CalendarFilesDeps {
  readonly vault: Pick<Vault, 'household' | 'events' | 'tasks'>
  readonly calendar: Pick<Calendar, 'applyImport'>
  readonly agenda: Pick<Agenda, 'check'>
  readonly expand: Recurrence['expand']
  readonly thread: FileThread
  readonly clock: Clock
  readonly newId: () => string
}

/** Times of one entry in any 24 hours: a household has nothing every minute, and a grid full of it can no longer be used. */
const MOST_A_DAY = 48
/** Looked at before something else gets its turn. */
const SLICE = 40

export function createCalendarFiles({ vault, calendar, agenda, expand, thread, clock, newId }: CalendarFilesDeps): CalendarFiles {
  let open: { readonly id: string; readonly name: string; readonly rows: readonly PlannedRow[]; readonly unreadable: readonly Unreadable[] } | undefined
  let reading: AbortController | undefined

  const stock = async (): Promise<Result<Stock>> => {
    const [household, events, tasks] = await Promise.all([vault.household.read(), vault.events.between(...ALWAYS), vault.tasks()])
    if (!household.ok) return household
    if (!events.ok) return events
    return tasks.ok ? ok({ household: household.value, events: events.value, tasks: tasks.value, now: toInstant(clock.now()) }) : tasks
  }

  /** What the rules of a row come to; a rule that cannot be worked out is refused now rather than with everything else at the yes. */
  const ruleProblem = async ({ changes }: PlannedRow): Promise<Problem | undefined> => {
    for (const change of changes) {
      if (change.kind === 'edit-task' || change.kind === 'add-task') { const why = await taskProblem(change); if (why !== undefined) return why }
      if (!isEventChange(change) || change.kind === 'remove') continue
      const sound = await agenda.check(change.after)
      if (!sound.ok) return sound.problem
      const why = change.after.repeats === undefined ? undefined : await density(change.after)
      if (why !== undefined) return why
    }
    return undefined
  }
  const taskProblem = async ({ after: { due, repeats } }: Extract<Change, { readonly kind: 'edit-task' | 'add-task' }>): Promise<Problem | undefined> =>
    repeats?.from === 'due' && due !== undefined ? await density(recurringTask(repeats, due)) : undefined
  const density = async (series: Recurring): Promise<Problem | undefined> => {
    const expanded = await expand(seriesOf(series, { limit: 4 * MOST_A_DAY }))
    if (!expanded.ok) return expanded.problem
    const times = expanded.value.occurrences.map((time) => Date.parse(time))
    return times.some((time, at) => (times[at + MOST_A_DAY] ?? Infinity) - time < DAY_MS) ? problem('calendar.rule-too-much', { what: `it takes place more than ${MOST_A_DAY} times a day` }) : undefined
  }

  const checked = async ({ rows, unreadable }: Plan): Promise<{ readonly rows: readonly PlannedRow[]; readonly unreadable: readonly Unreadable[] }> => {
    const problems: (Problem | undefined)[] = []
    for (let at = 0; at < rows.length; at += SLICE) {
      problems.push(...await Promise.all(rows.slice(at, at + SLICE).map(ruleProblem)))
      await setImmediate()
    }
    const refused = rows.flatMap(({ row, line }, at): Unreadable[] => { const why = problems[at]; return why === undefined ? [] : [{ title: row.title, line, problem: why }] })
    const sound = rows.filter((_, at) => problems[at] === undefined).map((planned, row) => ({ ...planned, row: { ...planned.row, row } }))
    return { rows: sound, unreadable: [...unreadable, ...refused].sort((a, b) => a.line - b.line) }
  }

  return {
    read: async (name, file) => {
      reading?.abort()
      open = undefined
      const current = new AbortController()
      reading = current
      const there = await stock()
      if (!there.ok) return there
      const plan = await thread.read(file, there.value, current.signal)
      if (!plan.ok) return plan
      const { rows, unreadable } = await checked(plan.value)
      if (current.signal.aborted) return fail(problem('ics.stopped'))
      open = { id: newId(), name, rows, unreadable }
      return ok({ id: open.id, file: name, calendar: plan.value.calendar, rows: rows.length, unreadable: unreadable.length })
    },
    rows: (id, from) => (open?.id === id ? ok({ rows: open.rows.slice(from, from + ROWS_AT_ONCE).map(({ row }) => row), unreadable: open.unreadable.slice(from, from + ROWS_AT_ONCE) }) : fail(problem('ics.gone'))),
    stop: () => { reading?.abort() },
    close: () => { reading?.abort(); open = undefined },
    accept: async (id, chosen) => {
      if (open?.id !== id) return fail(problem('ics.gone'))
      const wanted = new Set(chosen), rows = open.rows.filter(({ row, changes }) => wanted.has(row.row) && changes.length > 0)
      if (rows.length === 0) return fail(problem('ics.nothing-chosen'))
      const changes: Change[] = []
      let taken = 0
      for (const row of rows) {
        if (changes.length + row.changes.length > MAX_CHANGES) break
        changes.push(...row.changes)
        taken++
      }
      if (taken === 0) return fail(problem('ics.too-much', { what: `one entry with more than ${MAX_CHANGES} changed times` }))
      const applied = await calendar.applyImport(strings.imported(taken === 1 ? quoted(rows[0]?.row.title ?? '') : strings.entries(taken), open.name), changes)
      if (!applied.ok) return applied.problem.name === 'calendar.changed' ? fail(problem('ics.changed')) : applied
      open = undefined
      return ok({ changeSetId: applied.value.id, rows: taken, left: rows.length - taken })
    },
    write: async (what) => {
      const there = await stock()
      if (!there.ok) return there
      const all = there.value, events = what.what === 'all' ? all.events : chosenOf(all.events, what.ids), tasks = what.what === 'all' ? all.tasks : []
      if (events.length + tasks.length === 0) return fail(problem('ics.nothing-to-save'))
      const written = await thread.write({ ...all, events, tasks }, new AbortController().signal)
      if (!written.ok) return written
      return ok({ file: written.value, entries: events.length + tasks.length, name: fileName(events, what, all.now) })
    },
  }
}

/** Whichever time of a series is named, the series and all its own times. */
function chosenOf(events: readonly CalendarEvent[], ids: readonly string[]): readonly CalendarEvent[] {
  const byId = new Map(events.map((event) => [event.id, event]))
  const wanted = new Set(ids.map((id) => byId.get(id)?.instanceOf?.seriesId ?? (byId.has(id) ? id : readInstanceId(id)?.seriesId ?? id)))
  return events.filter(({ id, instanceOf }) => wanted.has(id) || (instanceOf !== undefined && wanted.has(instanceOf.seriesId)))
}

/** A name that every file system takes. */
function fileName(events: readonly CalendarEvent[], { what }: ExportWhat, now: Instant): string {
  const begun = events.filter(({ instanceOf }) => instanceOf === undefined), [only] = begun
  const title = what === 'events' && begun.length === 1 && only !== undefined ? only.title : `calendar ${new Date(fromInstant(now)).toISOString().slice(0, 10)}`
  return `${title.replace(/[\\/:*?"<>|\p{C}]+/gu, ' ').replace(/\s+/g, ' ').trim().replace(/^\.+|[. ]+$/g, '').slice(0, 80) || 'calendar'}.ics`
}
