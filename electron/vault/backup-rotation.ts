/** Which backups are kept: pure, so that a year of them can be tried in a moment. */
import { Temporal, type Instant } from '../../shared/time.ts'

const DAYS = 7
const WEEKS = 4
const MONTHS = 12

/**
 * Those that may go. Kept are the newest of each of the last seven days that have one, of the last four weeks (ISO 8601) and of the last twelve
 * months, in UTC: the rule of `restic forget --keep-daily 7 --keep-weekly 4 --keep-monthly 12`. So there are never more than 23, the newest of all
 * is always kept, and a stretch without backups costs none.
 */
export function outdated<T extends { readonly at: Instant }>(backups: readonly T[]): readonly T[] {
  const newestFirst = backups.map((backup, position) => ({ backup, position })).sort((a, b) => Date.parse(b.backup.at) - Date.parse(a.backup.at) || b.position - a.position).map(({ backup }) => backup)
  const kept = new Set([keep(newestFirst, DAYS, day), keep(newestFirst, WEEKS, week), keep(newestFirst, MONTHS, month)].flat())
  return backups.filter((backup) => !kept.has(backup))
}

type Period = (date: Temporal.PlainDate) => string
const day: Period = (date) => date.toString()
const week: Period = (date) => `${String(date.yearOfWeek)} ${String(date.weekOfYear)}`
const month: Period = (date) => date.toPlainYearMonth().toString()

/** The first of each of the first `most` periods. */
function keep<T extends { readonly at: Instant }>(newestFirst: readonly T[], most: number, periodOf: Period): readonly T[] {
  const first = new Map<string, T>()
  for (const backup of newestFirst) {
    const period = periodOf(Temporal.Instant.from(backup.at).toZonedDateTimeISO('UTC').toPlainDate())
    if (!first.has(period)) first.set(period, backup)
  }
  return [...first.values()].slice(0, most)
}
