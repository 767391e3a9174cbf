/** The nearest time at which everybody who is to be there is free: a planning problem of one job, proven by the planner. */
import type { CalendarEvent } from '../../../shared/calendar.ts'
import type { Job, PlanningProblem, Resource, Solved } from '../../../shared/planning.ts'
import { fromInstant, Temporal, toInstant, type Instant } from '../../../shared/time.ts'
import { travelBetween } from '../../../shared/clashes.ts'
import type { World } from './world.ts'

const SLOT_MS = 15 * 60_000
const DAYS = 7
/** Nothing is moved into the night. */
const EARLIEST = 7, LATEST = 21

/**
 * On the day of the event and the seven after it, between seven and nine o'clock of its zone or at the event's own time of day, not before `now`.
 * "Near" counts days first, then the distance from its time of day.
 */
export async function nearestFree(event: CalendarEvent, busy: readonly CalendarEvent[], now: Instant, world: Pick<World, 'household'>, solve: (problem: PlanningProblem) => Promise<Solved>): Promise<Instant | undefined> {
  const start = Temporal.Instant.from(event.start).toZonedDateTimeISO(event.zone)
  const length = Math.max(1, Math.ceil((fromInstant(event.end) - fromInstant(event.start)) / SLOT_MS))
  const origin = start.startOfDay(), horizon = origin.add({ days: DAYS + 1 })
  const slots = Math.round((horizon.epochMilliseconds - origin.epochMilliseconds) / SLOT_MS)
  const slotOf = (ms: number): number => Math.min(slots, Math.max(0, Math.floor((ms - origin.epochMilliseconds) / SLOT_MS)))
  const others = busy.filter((other) => !other.allDay && other.free !== true && other.id !== event.id)
  const resources = event.people.map((person, i): Resource => ({
    id: `R${i + 1}`,
    busy: merged(others.filter(({ people }) => people.includes(person)).map((other): [number, number] => {
      const way = travelBetween(event, other, world) * 60_000
      return [slotOf(fromInstant(other.start) - way), slotOf(fromInstant(other.end) + way + SLOT_MS - 1)]
    })),
  }))
  const first = slotOf(fromInstant(now) + SLOT_MS)
  const windows = Array.from({ length: DAYS + 1 }, (_, day): [number, number] => {
    const date = origin.add({ days: day }), own = date.with({ hour: start.hour, minute: start.minute }).epochMilliseconds
    const at = (hour: number): number => date.with({ hour }).epochMilliseconds
    return [Math.max(first, slotOf(Math.min(at(EARLIEST), own))), slotOf(Math.max(at(LATEST), own + length * SLOT_MS))]
  }).filter(([from, to]) => to - from >= length)
  if (windows.length === 0) return undefined
  const distance = (slot: number): number => {
    const at = Temporal.Instant.fromEpochMilliseconds(origin.epochMilliseconds + slot * SLOT_MS).toZonedDateTimeISO(event.zone)
    return origin.toPlainDate().until(at.toPlainDate()).days * 100 + Math.abs(at.hour * 4 + at.minute / 15 - start.hour * 4 - start.minute / 15)
  }
  // A plan costs what its slots cost, and only the first slot of the job uses anything: so the price of its start is all that counts.
  const job: Job = { id: 'J1', length, kw: 1, profile: Array.from({ length }, (_, i) => (i === 0 ? 1 : 0)), contiguous: true, windows: merged(windows), ...(resources.length === 0 ? {} : { needs: resources.map(({ id }) => id) }) }
  const solved = await solve({ slots, slotMinutes: 15, jobs: [job], ...(resources.length === 0 ? {} : { resources }), prices: Array.from({ length: slots }, (_, slot) => distance(slot)), objective: 'cost' })
  const placed = solved.status === 'infeasible' ? undefined : solved.plan?.[0]
  return placed === undefined ? undefined : toInstant(origin.epochMilliseconds + placed.start * SLOT_MS)
}

/** Ascending and disjoint. */
function merged(ranges: readonly (readonly [number, number])[]): [number, number][] {
  const all: [number, number][] = []
  for (const [from, to] of [...ranges].filter(([a, b]) => a < b).sort((a, b) => a[0] - b[0])) {
    const last = all.at(-1)
    if (last !== undefined && from <= last[1]) last[1] = Math.max(last[1], to)
    else all.push([from, to])
  }
  return all
}
