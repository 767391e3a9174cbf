/** Pairs of events that somebody cannot both be at. Pure. */
import type { CalendarEvent } from '../../../shared/calendar.ts'
import { clashesBetween } from '../../../shared/clashes.ts'
import type { Household } from '../../../shared/household.ts'
import { fromInstant } from '../../../shared/time.ts'

export interface Meeting {
  readonly first: CalendarEvent
  readonly second: CalendarEvent
  /** Who would have to be at both; at least one. */
  readonly people: readonly string[]
  /** Minutes that the way takes, when only the way is in the way. */
  readonly travel: number | undefined
}

/** Each pair once, the earlier event first, in the order of time. What is over is left out. */
export const meetings = (events: readonly CalendarEvent[], household: Pick<Household, 'places'>, now: number): readonly Meeting[] => {
  const ahead = events.filter(({ end }) => fromInstant(end) > now).sort((a, b) => fromInstant(a.start) - fromInstant(b.start))
  return ahead.flatMap((first, i) => {
    const byOther = Map.groupBy(clashesBetween(first, ahead.slice(i + 1), { household }), ({ other }) => other)
    return [...byOther].map(([second, clashes]) => ({ first, second, people: clashes.map(({ person }) => person), travel: clashes[0]?.travel }))
  })
}
