/** A proposal that gives people things to do: day by day, with who does what and how much it is for each. */
import type { ReactNode } from 'react'
import { eventOf, isEventChange, type CalendarEvent } from '../../../shared/calendar.ts'
import { fromInstant } from '../../../shared/time.ts'
import { useHousehold } from '../../state/household.ts'
import { Chip } from '../../ui/chip.tsx'
import { dayInWords } from '../../ui/dates.ts'
import { clockTime } from '../../ui/when.ts'
import type { Placed, Row } from './rows.ts'
import { strings } from './strings.ts'

/** `choice` and `edit` are what stands before and behind each row while it is open. */
interface SharedOutProps { readonly rows: readonly Row[]; readonly choice: (row: Row) => ReactNode; readonly edit: (placed: Placed) => ReactNode }

/** `rows` in the order of their times. */
export const SharedOut = ({ rows, choice, edit }: SharedOutProps): ReactNode => {
  const steps = rows.flatMap((row) => row.flatMap((placed) => (isEventChange(placed.change) ? [{ row, placed, event: eventOf(placed.change) }] : [])))
  const events = steps.map(({ event }) => event)
  const days = Map.groupBy(steps, ({ event }) => dayInWords(event.start, event.zone))
  return (
    <div className="@container flex flex-col gap-4">
      <Shares events={events} />
      <ol className="flex flex-col">
        {[...days].map(([day, ofDay]) => (
          <li key={day} className="grid gap-x-4 border-t py-2 first:border-t-0 @2xl:grid-cols-[10.5rem_1fr]">
            <h4 className="py-0.5 font-medium">{day}</h4>
            <ul className="flex min-w-0 flex-col gap-1">
              {ofDay.map(({ row, placed, event }) => (
                <li key={event.id} className="flex items-start gap-3">
                  {choice(row)}
                  <span className="flex min-w-0 grow flex-wrap items-baseline gap-x-3 gap-y-0.5 py-0.5">
                    <span className="w-26 shrink-0 whitespace-nowrap text-muted">{clockTime(event.start, event.zone)} – {clockTime(event.end, event.zone)}</span>
                    <span className="min-w-32 grow basis-32 wrap-anywhere">{event.title}</span>
                    <People ids={event.people} />
                  </span>
                  {edit(placed)}
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ol>
    </div>
  )
}

/** Somebody who is no longer in the household is not named. */
const usePerson = (id: string): { readonly name: string; readonly hue: number | undefined } => {
  const person = useHousehold((state) => state.household?.people.find((one) => one.id === id))
  return { name: person?.name ?? strings.somebody, hue: person?.hue }
}

const People = ({ ids }: { readonly ids: readonly string[] }): ReactNode => ids.map((id) => <PersonChip key={id} id={id} />)

const PersonChip = ({ id, children }: { readonly id: string; readonly children?: ReactNode }): ReactNode => {
  const { name, hue } = usePerson(id)
  return <Chip hue={hue}>{name}{children}</Chip>
}

/** "Tom 5 things, 3 h 30" */
const Shares = ({ events }: { readonly events: readonly CalendarEvent[] }): ReactNode => {
  const ids = [...new Set(events.flatMap((event) => event.people))]
  if (ids.length < 2) return null
  return (
    <ul aria-label={strings.shares} className="flex flex-wrap gap-2">
      {ids.map((id) => {
        const own = events.filter((event) => event.people.includes(id))
        const minutes = own.reduce((sum, { start, end }) => sum + (fromInstant(end) - fromInstant(start)) / 60_000, 0)
        return <li key={id}><PersonChip id={id}><span className="font-normal">{strings.share(own.length, minutes)}</span></PersonChip></li>
      })}
    </ul>
  )
}
