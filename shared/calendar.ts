/** Calendar events, the changes that can be made to them, and proposals: changes that wait for a yes. */
import { z } from 'zod'
import { Device, House, Id, Note, Person, Place, Routine, StandingRule, Tariff } from './household.ts'
import { FromFile, MAX_CHANGES } from './ical.ts'
import { Task } from './tasks.ts'
import { fromInstant, Instant, Temporal, toInstant, Zone } from './time.ts'

/**
 * How an event repeats (RFC 5545 §3.8.5). Kept with the event that begins the series; its `start` and zone are DTSTART. All dates are
 * starts of occurrences; those of an all-day series are local midnights.
 */
export const Repeats = z.strictObject({ /** the value of an RRULE; absent when only `rdates` repeat it */ rrule: z.string().min(1).max(4000).optional(), rdates: z.array(Instant).max(1000), exdates: z.array(Instant).max(1000) })
export type Repeats = z.infer<typeof Repeats>

/** One time of a series: RECURRENCE-ID, the start that the series gives it. Kept as an event of its own once it differs from its series. */
export const InstanceOf = z.strictObject({ seriesId: Id, at: Instant })
export type InstanceOf = z.infer<typeof InstanceOf>

export const CalendarEvent = z.strictObject({
  id: Id,
  title: z.string().trim().min(1).max(300),
  /** Start and end as UTC instants; `zone` is the zone it was planned in and is shown in. For an all-day event both are local midnights, end excluded. */
  start: Instant,
  end: Instant,
  zone: Zone,
  allDay: z.boolean(),
  people: z.array(Id).max(50),
  placeId: Id.optional(),
  /** Set when this is a device's run. */
  deviceId: Id.optional(),
  note: z.string().max(4000).optional(),
  repeats: Repeats.optional(),
  instanceOf: InstanceOf.optional(),
  /** Minutes before the start. Absent or empty = none. */
  reminders: z.array(z.number().int().min(0).max(40_320)).max(10).optional(),
  /** It takes nobody's time: a birthday, a public holiday (TRANSP:TRANSPARENT). */
  free: z.literal(true).optional(),
  /** Of an imported entry: its UID, and what it says beyond the above, kept for the way back out. */
  ical: FromFile.optional(),
})
export type CalendarEvent = z.infer<typeof CalendarEvent>
/** Whether an event is a run of its device. With a person or a place it says where the device is taken instead: a car on its way to work draws no power. */
export const isDeviceRun = (event: Pick<CalendarEvent, 'deviceId' | 'people' | 'placeId'>): boolean => event.deviceId !== undefined && event.people.length === 0 && event.placeId === undefined

/** When an event ends if it starts at `at`: whole days keep their number, the rest its length by the clock. */
export function endFrom({ start, end, zone, allDay }: Pick<CalendarEvent, 'start' | 'end' | 'zone' | 'allDay'>, at: Instant): Instant {
  if (!allDay) return toInstant(fromInstant(at) + fromInstant(end) - fromInstant(start))
  const day = (instant: Instant): Temporal.PlainDate => Temporal.Instant.from(instant).toZonedDateTimeISO(zone).toPlainDate()
  return toInstant(day(at).add({ days: day(start).until(day(end)).days }).toZonedDateTime(zone).epochMilliseconds)
}

/** What a form hands in: an event without an id is new. */
export const EventDraft = CalendarEvent.omit({ id: true })
export type EventDraft = z.infer<typeof EventDraft>

/** Which times of a series are meant: one, that one and all later ones, or all. */
export const Scope = z.enum(['one', 'following', 'all'])
export type Scope = z.infer<typeof Scope>

/** An entry of the household that a sentence or a form can make or change. */
export const HouseholdEntry = z.discriminatedUnion('list', [
  z.strictObject({ list: z.literal('people'), entry: Person }),
  z.strictObject({ list: z.literal('places'), entry: Place }),
  z.strictObject({ list: z.literal('devices'), entry: Device }),
  z.strictObject({ list: z.literal('tariffs'), entry: Tariff }),
  z.strictObject({ list: z.literal('routines'), entry: Routine }),
  z.strictObject({ list: z.literal('notes'), entry: Note }),
  z.strictObject({ list: z.literal('rules'), entry: StandingRule }),
  /** There is always one: it can be changed, and neither added nor removed. */
  z.strictObject({ list: z.literal('house'), entry: House }),
])
export type HouseholdEntry = z.infer<typeof HouseholdEntry>

const EventChange = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('add'), after: CalendarEvent }),
  z.strictObject({ kind: z.literal('edit'), before: CalendarEvent, after: CalendarEvent }),
  z.strictObject({ kind: z.literal('remove'), before: CalendarEvent }),
])
export type EventChange = z.infer<typeof EventChange>
const TaskChange = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('add-task'), after: Task }),
  z.strictObject({ kind: z.literal('edit-task'), before: Task, after: Task }),
  z.strictObject({ kind: z.literal('remove-task'), before: Task }),
])
export type TaskChange = z.infer<typeof TaskChange>
/** `before` null adds, `after` null removes; an edit keeps list and id. */
export const EntryChange = z.strictObject({ kind: z.literal('household'), before: HouseholdEntry.nullable(), after: HouseholdEntry.nullable() })
export type EntryChange = z.infer<typeof EntryChange>

/** One change of an event, a task or an entry of the household, with everything needed to undo it. */
export const Change = z.discriminatedUnion('kind', [EventChange, TaskChange, EntryChange])
export type Change = z.infer<typeof Change>

export const isEventChange = (change: Change): change is EventChange => change.kind === 'add' || change.kind === 'edit' || change.kind === 'remove'
/** The event a change is about, as it is afterwards or, once removed, was before. */
export const eventOf = (change: EventChange): CalendarEvent => (change.kind === 'remove' ? change.before : change.after)
/** What a change is about, in a few words. */
export function titleOf(change: Change): string {
  if (change.kind !== 'household') return change.kind === 'remove' || change.kind === 'remove-task' ? change.before.title : change.after.title
  const entry = change.after ?? change.before
  return entry === null ? '' : entry.list === 'notes' ? entry.entry.title : entry.list === 'rules' ? entry.entry.phrase : entry.entry.name
}

export const ChangeSet = z.strictObject({ id: Id, at: Instant, label: z.string().max(300), source: z.enum(['hand', 'proposal', 'undo', 'sample', 'import']), changes: z.array(Change).min(1).max(MAX_CHANGES), undone: z.boolean() })
export type ChangeSet = z.infer<typeof ChangeSet>
/** What a list of changes shows: a change set may hold thousands. */
export const ChangeSummary = ChangeSet.omit({ changes: true })
export type ChangeSummary = z.infer<typeof ChangeSummary>

/** What “Undo” goes back over: what a person did, accepted or imported, not the sample's move-in and not an undo itself. */
export const canBeUndone = ({ source, undone }: Pick<ChangeSet, 'source' | 'undone'>): boolean => !undone && (source === 'hand' || source === 'proposal' || source === 'import')

export const Proposal = z.strictObject({
  id: Id,
  status: z.enum(['open', 'accepted', 'dismissed', 'undone']),
  changes: z.array(Change).min(1).max(100),
  /** The change set it became, once accepted. */
  changeSetId: Id.optional(),
})
export type Proposal = z.infer<typeof Proposal>
