/** What stands in the way of an event: somebody who is elsewhere, or cannot get there in time; and the nearest time at which nobody is. */
import type { CalendarEvent } from '../../../shared/calendar.ts'
import { clashesBetween } from '../../../shared/clashes.ts'
import { ok, type Result } from '../../../shared/result.ts'
import { fromInstant, toInstant, type Instant } from '../../../shared/time.ts'
import { nameOf } from './people.ts'
import type { World } from './world.ts'

const MINUTE = 60_000
/** As far around an event as a way there can reach. */
const REACH = 12 * 60 * MINUTE

/** In sentences, with the nearest free time; nothing where there is no clash. */
export async function clashesOf(event: CalendarEvent, world: World): Promise<Result<readonly string[]>> {
  if (event.allDay || event.people.length === 0) return ok([])
  const reach = (instant: Instant, by: number): Instant => toInstant(fromInstant(instant) + by)
  const around = await world.diary.between(reach(event.start, -REACH), reach(event.end, REACH))
  if (!around.ok) return around
  const clashes = clashesBetween(event, around.value, world)
  if (clashes.length === 0) return ok([])
  const { words } = world
  const lines = clashes.map(({ person, other, travel }) => (travel === undefined ? words.clash(nameOf(person, world), other.title, words.when(other)) : words.travel(nameOf(person, world), other.title, travel)))
  const week = await world.diary.between(reach(event.start, -86_400_000), reach(event.end, 8 * 86_400_000))
  if (!week.ok) return week
  const free = await world.nearestFree(event, week.value)
  const moved = free === undefined ? undefined : { ...event, start: free, end: toInstant(fromInstant(free) + fromInstant(event.end) - fromInstant(event.start)) }
  return ok([...new Set([...lines, moved === undefined ? words.fixNobody : words.fix(event.title, words.when(moved))])])
}
