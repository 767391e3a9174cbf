/** One change of a proposal to read: what it is about, when, and what differs. */
import { ArrowRight, Minus, PenLine, Plus, type LucideIcon } from 'lucide-react'
import type { ReactNode } from 'react'
import type { Change } from '../../../shared/calendar.ts'
import { systemClock } from '../../../shared/time.ts'
import { useHousehold } from '../../state/household.ts'
import { classes } from '../../ui/classes.ts'
import { describe, type Line } from './diff.ts'
import { strings } from './strings.ts'

const marks: Readonly<Record<'add' | 'edit' | 'remove', { readonly icon: LucideIcon; readonly tone: string }>> = {
  add: { icon: Plus, tone: 'bg-moss-tint text-moss' },
  edit: { icon: PenLine, tone: 'bg-ember-tint text-ember' },
  remove: { icon: Minus, tone: 'bg-wine-tint text-wine' },
}

export const ChangeText = ({ change }: { readonly change: Change }): ReactNode => {
  const household = useHousehold((state) => state.household)
  const { sort, title, kind, when, lines } = describe(change, { household, now: systemClock.now() })
  const { icon: Icon, tone } = marks[sort]
  return (
    <div className="flex min-w-0 grow gap-3">
      <span className={classes('flex size-5 shrink-0 items-center justify-center rounded-chip', tone)}><Icon size={13} strokeWidth={2.5} aria-hidden /><span className="sr-only">{strings[sort]}</span></span>
      <div className="flex min-w-0 grow flex-col gap-1">
        <div className="flex flex-wrap items-baseline justify-between gap-x-3 gap-y-0.5">
          <span className="min-w-0 wrap-anywhere">
            <span className={classes('font-medium', sort === 'remove' && 'line-through')}>{title}</span>
            {kind !== null && <span className="ml-2 text-xs text-muted">{kind}</span>}
          </span>
          <span>
            {when.before !== null && <><Was text={when.before} /><ArrowRight size={12} aria-hidden className="mx-1.5 inline text-muted" /></>}
            <span className="whitespace-nowrap">{when.after}</span>
          </span>
        </div>
        {lines.length > 0 && <dl className="grid grid-cols-[auto_1fr] items-baseline gap-x-3 gap-y-0.5 text-xs">{lines.map((line) => <LineRow key={line.label} line={line} />)}</dl>}
      </div>
    </div>
  )
}

const LineRow = ({ line: { label, before, after } }: { readonly line: Line }): ReactNode => (
  <>
    <dt className="text-muted">{label}</dt>
    <dd className="min-w-0 whitespace-pre-line wrap-anywhere">
      {before !== null && <><Was text={before} /><ArrowRight size={11} aria-hidden className="mx-1.5 inline text-muted" /></>}
      {after ?? <span className="text-muted">{strings.nothing}</span>}
    </dd>
  </>
)

const Was = ({ text }: { readonly text: string }): ReactNode => <del className="text-muted"><span className="sr-only">{strings.was} </span>{text}</del>
