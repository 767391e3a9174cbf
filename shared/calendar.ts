/** Calendar events, the changes that can be made to them, and proposals: changes that wait for a yes. */
import { z } from 'zod'
import { Id } from './household.ts'
import { Instant, Zone } from './time.ts'

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
})
export type CalendarEvent = z.infer<typeof CalendarEvent>
/** Whether an event is a run of its device. With a person or a place it says where the device is taken instead: a car on its way to work draws no power. */
export const isDeviceRun = (event: Pick<CalendarEvent, 'deviceId' | 'people' | 'placeId'>): boolean => event.deviceId !== undefined && event.people.length === 0 && event.placeId === undefined

/** What a form hands in: an event without an id is new. */
export const EventDraft = CalendarEvent.omit({ id: true })
export type EventDraft = z.infer<typeof EventDraft>

/** One change with everything needed to undo it. `add` has no before, `remove` no after. */
export const Change = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('add'), after: CalendarEvent }),
  z.strictObject({ kind: z.literal('edit'), before: CalendarEvent, after: CalendarEvent }),
  z.strictObject({ kind: z.literal('remove'), before: CalendarEvent }),
])
export type Change = z.infer<typeof Change>

export const ChangeSet = z.strictObject({ id: Id, at: Instant, label: z.string().max(300), source: z.enum(['hand', 'proposal', 'undo', 'sample']), changes: z.array(Change).min(1).max(500), undone: z.boolean() })
export type ChangeSet = z.infer<typeof ChangeSet>

/** What “Undo” goes back over: what a person did or accepted, not the sample's move-in and not an undo itself. */
export const canBeUndone = ({ source, undone }: Pick<ChangeSet, 'source' | 'undone'>): boolean => !undone && (source === 'hand' || source === 'proposal')

export const Proposal = z.strictObject({
  id: Id,
  status: z.enum(['open', 'accepted', 'dismissed', 'undone']),
  changes: z.array(Change).min(1).max(100),
  /** The change set it became, once accepted. */
  changeSetId: Id.optional(),
})
export type Proposal = z.infer<typeof Proposal>
