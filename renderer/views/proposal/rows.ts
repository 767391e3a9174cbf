/** The rows of a proposal: changes that only make sense together share one, and with it one yes. Pure. */
import { eventOf, isEventChange, type Change, type EventChange } from '../../../shared/calendar.ts'

/** A change with its position in the proposal. */
export interface Placed { readonly at: number; readonly change: Change }
export type Row = readonly Placed[]

/** Events by their times, then the rest as it stands. */
export const rowsOf = (changes: readonly Change[]): readonly Row[] => {
  const placed = changes.map((change, at): Placed => ({ at, change }))
  const rows = [...Map.groupBy(placed, ({ at, change }) => bondOf(change, changes) ?? `alone ${at}`).values()]
  return [...rows.filter(startOf).sort((a, b) => (startOf(a) ?? '').localeCompare(startOf(b) ?? '')), ...rows.filter((row) => startOf(row) === undefined)]
}

/** What of it can be looked at in the calendar, the first to come first; of a series a new later part, or the time taken out of it. */
export const seen = (changes: readonly Change[]): readonly { readonly id: string; readonly at: string }[] => {
  const added = changes.flatMap((change) => (change.kind === 'add' ? [{ id: change.after.id, at: change.after.start }] : []))
  const edited = changes.flatMap((change) => {
    if (change.kind !== 'edit') return []
    const { before, after } = change
    return [{ id: after.id, at: after.repeats?.exdates.find((date) => before.repeats?.exdates.includes(date) === false) ?? after.start }]
  })
  return (added.length > 0 ? added : edited).toSorted((a, b) => a.at.localeCompare(b.at))
}

/** Whether it only adds things, and people have to do them. */
export const isSharedOut = (changes: readonly Change[]): boolean =>
  changes.length > 1 && changes.every((change) => change.kind === 'add' && change.after.people.length > 0 && change.after.repeats === undefined && change.after.instanceOf === undefined)

/** Changes with the same bond belong to one series. A later part that begins a series of its own has its name, and the end of the first part beside it. */
const bondOf = (change: Change, all: readonly Change[]): string | undefined => {
  if (!isEventChange(change)) return undefined
  const { id, title, repeats, instanceOf } = eventOf(change)
  if (change.kind === 'add' && repeats !== undefined) return endedSeries(all, title)?.before.id
  if (instanceOf !== undefined) return newPart(all, instanceOf.seriesId) ?? instanceOf.seriesId
  return repeats === undefined ? undefined : id
}
const endedSeries = (all: readonly Change[], title: string): Extract<EventChange, { kind: 'edit' }> | undefined =>
  all.find((change): change is Extract<EventChange, { kind: 'edit' }> => change.kind === 'edit' && change.before.repeats !== undefined && change.before.repeats.rrule !== change.after.repeats?.rrule && change.after.title === title)
/** The series a new later part was cut from. */
const newPart = (all: readonly Change[], seriesId: string): string | undefined => {
  const added = all.find((change) => change.kind === 'add' && change.after.id === seriesId)
  return added === undefined ? undefined : bondOf(added, all)
}

const startOf = (row: Row): string | undefined => row.flatMap(({ change }) => (isEventChange(change) ? [eventOf(change).start] : [])).sort()[0]
