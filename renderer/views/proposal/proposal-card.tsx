/** A proposal as a calendar diff: what would be added, moved or removed, and the yes that does it. */
import { CalendarCheck, CalendarX, Minus, PenLine, Plus, Undo2, type LucideIcon } from 'lucide-react'
import { useState, type ReactNode } from 'react'
import { eventOf, isEventChange, titleOf, type CalendarEvent, type Change, type EventChange, type Proposal } from '../../../shared/calendar.ts'
import type { Turn } from '../../../shared/conversation.ts'
import type { Problem } from '../../../shared/problems.ts'
import { systemClock } from '../../../shared/time.ts'
import { useChat } from '../../state/chat.ts'
import { useNavigation } from '../../state/navigation.ts'
import { Button } from '../../ui/button.tsx'
import { classes } from '../../ui/classes.ts'
import { ErrorCard } from '../../ui/states.tsx'
import { clockTime, namedDay } from '../../ui/when.ts'
import { SharedOut } from './shared-out.tsx'
import { strings } from './strings.ts'

interface ProposalCardProps { readonly turn: Turn; readonly proposal: Proposal }

export const ProposalCard = ({ turn, proposal }: ProposalCardProps): ReactNode => {
  const { accept, dismiss, undo } = useChat()
  const go = useNavigation((state) => state.go)
  const [isBusy, setBusy] = useState(false)
  const [problem, setProblem] = useState<Problem | null>(null)
  const decide = async (decision: () => Promise<Problem | null>): Promise<void> => {
    setBusy(true)
    setProblem(await decision())
    setBusy(false)
  }
  const show = (): void => {
    const shown = proposal.changes.flatMap((change) => (change.kind === 'add' || change.kind === 'edit' ? [change.after] : []))
    const first = shown.toSorted((a, b) => a.start.localeCompare(b.start))[0]
    if (first !== undefined) go('calendar', { kind: 'event', at: first.start, ids: shown.map((event) => event.id) })
  }
  const { status } = proposal
  return (
    <section aria-label={status === 'open' ? strings.open : strings[status]} className="flex flex-col gap-4">
      <Heading status={status} />
      {(status === 'open' || status === 'accepted') && (isSharedOut(proposal.changes) ? <SharedOut events={inOrder(proposal.changes).map(eventOf)} /> : (
        <ul className="flex flex-col">
          {[...inOrder(proposal.changes.filter(isEventChange)), ...proposal.changes.filter((change) => !isEventChange(change))].map((change, index) => <ChangeRow key={index} change={change} />)}
        </ul>
      ))}
      {problem !== null && <ErrorCard problem={problem} />}
      {status === 'open' && (
        <div className="flex flex-wrap gap-2">
          <Button tone="primary" isWaiting={isBusy} onPress={() => { void decide(() => accept(turn.id)) }}>{strings.accept}</Button>
          <Button tone="quiet" isWaiting={isBusy} onPress={() => { void decide(() => dismiss(turn.id)) }}>{strings.dismiss}</Button>
        </div>
      )}
      {status === 'accepted' && (
        <div className="flex flex-wrap gap-2">
          {proposal.changes.some(isEventChange) && <Button small onPress={show}>{strings.show}</Button>}
          <Button small tone="quiet" isWaiting={isBusy} icon={<Undo2 size={14} aria-hidden />} onPress={() => { void decide(() => undo(turn)) }}>{strings.undo}</Button>
        </div>
      )}
    </section>
  )
}

const Heading = ({ status }: { readonly status: Proposal['status'] }): ReactNode => {
  if (status === 'open') return <h3 className="font-serif text-base">{strings.open}</h3>
  if (status === 'accepted') return <h3 className="flex items-center gap-2 font-medium text-moss"><CalendarCheck size={17} aria-hidden />{strings.accepted}</h3>
  return <h3 className="flex items-center gap-2 text-muted"><CalendarX size={17} aria-hidden />{strings[status]}</h3>
}

const inOrder = (changes: readonly EventChange[]): readonly EventChange[] => changes.toSorted((a, b) => eventOf(a).start.localeCompare(eventOf(b).start))

/** Whether it only adds things, and people have to do them. */
const isSharedOut = (changes: readonly Change[]): changes is readonly EventChange[] => changes.length > 1 && changes.every((change) => change.kind === 'add' && change.after.people.length > 0 && change.after.repeats === undefined)

const marks = {
  add: { icon: Plus, tone: 'bg-moss-tint text-moss' },
  edit: { icon: PenLine, tone: 'bg-ember-tint text-ember' },
  remove: { icon: Minus, tone: 'bg-wine-tint text-wine' },
} as const

/** Whether it adds, edits or removes. */
const sortOf = (change: Change): keyof typeof marks => {
  if (change.kind === 'household') return change.before === null ? 'add' : change.after === null ? 'remove' : 'edit'
  return change.kind === 'add-task' ? 'add' : change.kind === 'edit-task' ? 'edit' : change.kind === 'remove-task' ? 'remove' : change.kind
}

const ChangeRow = ({ change }: { readonly change: Change }): ReactNode => {
  const sort = sortOf(change)
  const { icon: Icon, tone }: { readonly icon: LucideIcon; readonly tone: string } = marks[sort]
  return (
    <li className="flex items-center gap-3 border-t py-2 first:border-t-0 first:pt-0 last:pb-0">
      <span className={classes('flex size-5 shrink-0 items-center justify-center rounded-chip', tone)}><Icon size={13} strokeWidth={2.5} aria-hidden /><span className="sr-only">{strings[sort]}</span></span>
      <span className={classes('min-w-0 grow font-medium', sort === 'remove' && 'line-through')}>{titleOf(change)}</span>
      <span className="text-right whitespace-nowrap">
        {change.kind === 'edit' && <del className="mr-2 text-muted"><span className="sr-only">{strings.was} </span>{when(change.before)}</del>}
        {isEventChange(change) && when(eventOf(change))}
      </span>
    </li>
  )
}

const when = (event: CalendarEvent): string => {
  const now = systemClock.now()
  const day = namedDay(event.start, event.zone, now)
  if (event.allDay) return day
  const endDay = namedDay(event.end, event.zone, now)
  return `${day} ${clockTime(event.start, event.zone)} – ${endDay === day ? '' : `${endDay} `}${clockTime(event.end, event.zone)}`
}
