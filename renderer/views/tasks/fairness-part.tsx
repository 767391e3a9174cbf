/** Who gave how much time in the last four weeks, and each chore's history: bars for the eye, a table for everybody. */
import { Scale } from 'lucide-react'
import type { ReactNode } from 'react'
import type { Household } from '../../../shared/household.ts'
import { FAIR_DAYS, minutesGiven, type Task } from '../../../shared/tasks.ts'
import { fromInstant, toInstant } from '../../../shared/time.ts'
import { Chip } from '../../ui/chip.tsx'
import { classes, personHue } from '../../ui/classes.ts'
import { momentInWords as stamp } from '../../ui/dates.ts'
import { More } from '../../ui/more.tsx'
import { EmptyState } from '../../ui/states.tsx'
import { shortDay } from '../../ui/when.ts'
import { strings } from './strings.ts'
import { hueOf, nameOf } from './words.ts'

interface FairnessPartProps { readonly tasks: readonly Task[]; readonly household: Household; readonly now: number }

const words = strings.fairness

export const FairnessPart = ({ tasks, household, now }: FairnessPartProps): ReactNode => {
  const chores = tasks.filter((task) => task.done.length > 0 && task.list === undefined)
  if (chores.length === 0) return <EmptyState icon={<Scale size={24} />} title={words.emptyTitle}>{words.empty}</EmptyState>
  return (
    <div className="flex flex-col gap-8">
      <Given tasks={tasks} household={household} now={now} />
      <section aria-labelledby="chore-by-chore" className="flex flex-col gap-1">
        <h2 id="chore-by-chore" className="font-serif text-base">{words.history}</h2>
        <ul className="divide-y border-y">{chores.map((task) => <History key={task.id} task={task} household={household} />)}</ul>
      </section>
    </div>
  )
}

const Given = ({ tasks, household, now }: FairnessPartProps): ReactNode => {
  const given = minutesGiven(tasks, toInstant(now))
  const since = now - FAIR_DAYS * 86_400_000
  const timesOf = (person: string): number => tasks.flatMap(({ done }) => done).filter(({ by, at, skipped }) => by === person && !skipped && fromInstant(at) >= since).length
  const taking = new Set([...given.keys(), ...tasks.filter(({ list, rotation }) => list === undefined && rotation !== 'together').flatMap(({ people }) => people)])
  const people = household.people.filter(({ id }) => taking.has(id))
  const all = [...given.values()].reduce((sum, minutes) => sum + minutes, 0), most = Math.max(1, ...given.values())
  return (
    <section aria-labelledby="who-gave" className="flex flex-col gap-3">
      <div className="flex flex-col gap-1">
        <h2 id="who-gave" className="font-serif text-base">{words.title}</h2>
        <p className="max-w-prose text-muted">{words.line}</p>
      </div>
      <table className="w-full border-y">
        <thead className="text-left text-xs text-muted">
          <tr className="border-b"><th scope="col" className="w-36 py-2 pr-4 font-medium">{words.person}</th><td aria-hidden className="py-2" /><Head>{words.given}</Head><Head>{words.times}</Head><Head>{words.share}</Head></tr>
        </thead>
        <tbody className="divide-y">
          {people.map(({ id, hue }) => {
            const minutes = given.get(id) ?? 0
            return (
              <tr key={id}>
                <th scope="row" className="py-2.5 pr-4 text-left font-normal"><Chip hue={hue}>{nameOf(household, id)}</Chip></th>
                <td aria-hidden className="py-2.5"><span className={classes('block h-3 rounded-[3px]', personHue(hue), 'bg-current!')} style={{ width: `${String(Math.max(minutes === 0 ? 0 : 1, (minutes / most) * 100))}%` }} /></td>
                <Cell>{strings.minutes(minutes)}</Cell>
                <Cell>{timesOf(id)}</Cell>
                <Cell>{all === 0 ? '–' : `${String(Math.round((minutes / all) * 100))} %`}</Cell>
              </tr>
            )
          })}
        </tbody>
      </table>
    </section>
  )
}

const Head = ({ children }: { readonly children: ReactNode }): ReactNode => <th scope="col" className="w-24 py-2 pl-4 text-right font-medium whitespace-nowrap">{children}</th>
const Cell = ({ children }: { readonly children: ReactNode }): ReactNode => <td className="py-2.5 pl-4 text-right whitespace-nowrap">{children}</td>

const SHOWN = 12

const History = ({ task, household }: { readonly task: Task; readonly household: Household }): ReactNode => {
  const who = (by: string | null): string => (by === null ? words.nobody : nameOf(household, by))
  const last = task.done.find(({ skipped }) => !skipped), times = task.done.slice(0, SHOWN)
  return (
    <li className="flex flex-col gap-1 py-3">
      <p className="flex flex-wrap items-baseline gap-x-3"><span className="font-medium wrap-anywhere">{task.title}</span><span className="text-muted">{last === undefined ? words.neverDone : words.last(who(last.by), shortDay(last.at, household.zone))}</span></p>
      <More small label={words.shared(times.length)}>
        <ol className="flex flex-col gap-1.5">
          {times.map(({ at, by, skipped, due }) => (
            <li key={at} className="flex flex-wrap items-center gap-x-3 gap-y-0.5">
              <span className="w-34 text-muted">{stamp(at, household.zone)}</span>
              {skipped ? <Chip>{words.skipped}</Chip> : <Chip hue={by === null ? undefined : hueOf(household, by)}>{who(by)}</Chip>}
              {due !== null && shortDay(due, household.zone) !== shortDay(at, household.zone) && <span className="text-xs text-muted">{words.dueWas(shortDay(due, household.zone))}</span>}
            </li>
          ))}
        </ol>
      </More>
    </li>
  )
}
