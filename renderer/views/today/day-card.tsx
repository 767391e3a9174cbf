/** One day, person by person. */
import type { ReactNode } from 'react'
import type { Household } from '../../../shared/household.ts'
import { classes, personHue } from '../../ui/classes.ts'
import { weekdayInWords } from '../../ui/dates.ts'
import { nameOf } from '../tasks/words.ts'
import type { DayGroup, Whose } from './days.ts'
import { EntryRow } from './entry-row.tsx'
import { strings } from './strings.ts'

interface DayCardProps { readonly name: 'today' | 'tomorrow'; readonly date: string; readonly groups: readonly DayGroup[]; readonly household: Household; readonly now: number }

export const DayCard = ({ name, date, groups, household, now }: DayCardProps): ReactNode => (
  <section aria-labelledby={`day-${name}`} className="flex min-w-0 flex-col rounded-card border bg-raised px-5 py-4">
    <h2 id={`day-${name}`} className="flex items-baseline gap-2 font-serif text-lg">{strings[name]}<span className="font-sans text-xs text-muted">{weekdayInWords(date)}</span></h2>
    {groups.length === 0 && <p className="py-3 text-muted">{strings.nothing[name]}</p>}
    <div className="divide-y">
      {groups.map(({ whose, entries }) => {
        const title = titleOf(whose, household), id = `day-${name}-${whose.kind === 'person' ? whose.person.id : whose.kind}`
        return (
          <section key={id} aria-labelledby={id} className="flex flex-col gap-1 py-3 last:pb-0">
            <h3 id={id} className={classes('self-start rounded-chip px-2 py-0.5 text-xs font-semibold', hueClass(whose))}>{title}</h3>
            <ul>{entries.map((entry) => <EntryRow key={entry.kind === 'event' ? entry.event.id : entry.task.id} entry={entry} household={household} now={now} date={date} whose={whose} />)}</ul>
          </section>
        )
      })}
    </div>
  </section>
)

const titleOf = (whose: Whose, household: Household): string => (whose.kind === 'person' ? nameOf(household, whose.person.id) : strings.whose[whose.kind])
const hueClass = (whose: Whose): string => (whose.kind === 'person' ? personHue(whose.person.hue) : whose.kind === 'devices' ? 'bg-moss-tint text-moss' : 'bg-hover text-ink')
