/** Which events are in one another's way: somebody would be in two places at once, or cannot get from one to the other in time. */
import type { CalendarEvent } from './calendar.ts'
import type { Household } from './household.ts'
import { fromInstant } from './time.ts'

const MINUTE = 60_000

interface Where { readonly household: Pick<Household, 'places'> }

export interface Clash { readonly person: string; readonly other: CalendarEvent; /** minutes to get there, when only the way is in the way */ readonly travel: number | undefined }

/** How long the way between the places of two events takes: of two that are both away the longer. Without a place, or at the same one, none. */
export function travelBetween(a: CalendarEvent, b: CalendarEvent, { household }: Where): number {
  if (a.placeId === b.placeId) return 0
  const minutes = (id: string | undefined): number => household.places.find((place) => place.id === id)?.travelMinutes ?? 0
  return Math.max(minutes(a.placeId), minutes(b.placeId))
}

/** Of one event against others. What takes nobody's time and whole days are in nobody's way. */
export function clashesBetween(event: CalendarEvent, others: readonly CalendarEvent[], world: Where): Clash[] {
  if (event.allDay || event.free === true) return []
  const own = event.instanceOf?.seriesId ?? event.id
  return others.filter((other) => !other.allDay && other.free !== true && other.id !== event.id && (other.instanceOf?.seriesId ?? other.id) !== own).flatMap((other): Clash[] => {
    const shared = event.people.filter((id) => other.people.includes(id))
    const gap = Math.max(fromInstant(other.start) - fromInstant(event.end), fromInstant(event.start) - fromInstant(other.end)) / MINUTE
    const travel = travelBetween(event, other, world)
    return gap < 0 ? shared.map((person) => ({ person, other, travel: undefined })) : gap < travel ? shared.map((person) => ({ person, other, travel })) : []
  })
}
