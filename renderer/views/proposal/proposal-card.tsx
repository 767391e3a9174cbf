/** A proposal as a diff: what would be added, changed or removed, each to be left out or edited, and the yes that does the rest. */
import { CalendarCheck, CalendarX, PenLine, Undo2 } from 'lucide-react'
import { useState, type ReactNode } from 'react'
import { useShallow } from 'zustand/react/shallow'
import { isEventChange, titleOf, type EventDraft, type Proposal } from '../../../shared/calendar.ts'
import type { Turn } from '../../../shared/conversation.ts'
import type { Problem } from '../../../shared/problems.ts'
import { leftOutOf, useChat } from '../../state/chat.ts'
import { useHousehold } from '../../state/household.ts'
import { useNavigation } from '../../state/navigation.ts'
import { Button, IconButton } from '../../ui/button.tsx'
import { More } from '../../ui/more.tsx'
import { ErrorCard } from '../../ui/states.tsx'
import { Checkbox } from '../../ui/switch.tsx'
import { notifyDone } from '../../ui/toasts.tsx'
import { EventDialog } from '../calendar/event-dialog.tsx'
import { formOf } from '../calendar/event-form.ts'
import { ChangeText } from './change-text.tsx'
import { isSharedOut, rowsOf, seen, type Placed, type Row } from './rows.ts'
import { SharedOut } from './shared-out.tsx'
import { strings } from './strings.ts'

interface ProposalCardProps { readonly turn: Turn; readonly proposal: Proposal }

export const ProposalCard = ({ turn, proposal }: ProposalCardProps): ReactNode => {
  const { accept, dismiss, undo } = useChat(useShallow(({ accept, dismiss, undo }) => ({ accept, dismiss, undo })))
  const leftOut = useChat(leftOutOf(turn.id))
  const go = useNavigation((state) => state.go)
  const [isBusy, setBusy] = useState(false)
  const [problem, setProblem] = useState<Problem | null>(null)
  const { status, changes } = proposal
  const decide = async (decision: () => Promise<Problem | null>): Promise<void> => {
    setBusy(true)
    setProblem(await decision())
    setBusy(false)
  }
  const [first, ...others] = seen(changes)
  const rows = rowsOf(changes)
  const chosen = rows.filter((row) => row.every(({ at }) => !leftOut.includes(at))).length
  const words = strings.states[changes.every(isEventChange) ? 'calendar' : 'other']
  return (
    <section aria-label={words[status]} className="flex flex-col gap-4">
      <Heading status={status} text={words[status]} />
      {status === 'open' || status === 'accepted'
        ? <Rows turn={turn} rows={rows} isOpen={status === 'open'} isSharedOut={isSharedOut(changes)} />
        : <More small label={strings.whatItWas}><Rows turn={turn} rows={rows} isOpen={false} isSharedOut={isSharedOut(changes)} /></More>}
      {problem !== null && <ErrorCard problem={problem} />}
      {status === 'open' && (
        <div className="flex flex-wrap items-center gap-2">
          <Button tone="primary" isWaiting={isBusy} isDisabled={chosen === 0} onPress={() => { void decide(() => accept(turn.id)) }}>{chosen === 0 || chosen === rows.length ? strings.accept : strings.acceptSome(chosen, rows.length)}</Button>
          <Button tone="quiet" isWaiting={isBusy} onPress={() => { void decide(() => dismiss(turn.id)) }}>{strings.dismiss}</Button>
          <p role="status" className="text-xs text-muted">{chosen === 0 ? strings.nothingChosen : ''}</p>
        </div>
      )}
      {status === 'accepted' && (
        <div className="flex flex-wrap gap-2">
          {first !== undefined && <Button small onPress={() => { go('calendar', { kind: 'event', at: first.at, ids: [first, ...others].map(({ id }) => id) }) }}>{strings.show}</Button>}
          <Button small tone="quiet" isWaiting={isBusy} icon={<Undo2 size={14} aria-hidden />} onPress={() => { void decide(() => undo(turn)) }}>{strings.undo}</Button>
        </div>
      )}
    </section>
  )
}

const Heading = ({ status, text }: { readonly status: Proposal['status']; readonly text: string }): ReactNode => {
  if (status === 'open') return <h3 className="font-serif text-base">{text}</h3>
  if (status === 'accepted') return <h3 className="flex items-center gap-2 font-medium text-moss"><CalendarCheck size={17} aria-hidden />{text}</h3>
  return <h3 className="flex items-center gap-2 text-muted"><CalendarX size={17} aria-hidden />{text}</h3>
}

interface RowsProps { readonly turn: Turn; readonly rows: readonly Row[]; readonly isOpen: boolean; readonly isSharedOut: boolean }

/** While it is open, each row can be left out, and an event be edited. One row alone is taken or set aside. */
const Rows = ({ turn, rows, isOpen, isSharedOut: shared }: RowsProps): ReactNode => {
  const choice = (row: Row): ReactNode => isOpen && rows.length > 1 ? <Choice turn={turn} row={row} /> : null
  const edit = (placed: Placed): ReactNode => isOpen ? <Amend turn={turn} placed={placed} /> : null
  if (shared) return <SharedOut rows={rows} choice={choice} edit={edit} />
  return (
    <ul className="flex flex-col">
      {rows.map((row) => (
        <li key={row[0]?.at} className="flex items-start gap-3 border-t py-2.5 first:border-t-0 first:pt-0 last:pb-0">
          {choice(row)}
          <div className="flex min-w-0 grow flex-col gap-2">
            {row.map((placed) => <div key={placed.at} className="flex items-start gap-2"><ChangeText change={placed.change} />{edit(placed)}</div>)}
          </div>
        </li>
      ))}
    </ul>
  )
}

const Choice = ({ turn, row }: { readonly turn: Turn; readonly row: Row }): ReactNode => {
  const leftOut = useChat(leftOutOf(turn.id))
  const leave = useChat((state) => state.leaveOut)
  const places = row.map(({ at }) => at)
  const [first] = row
  // The hidden box itself stands where its picture does, so that the focus scrolls to it.
  return <Checkbox className="relative -mr-2.5" label={<span className="sr-only">{first === undefined ? '' : strings.include(titleOf(first.change))}</span>} isSelected={!places.some((at) => leftOut.includes(at))} onChange={(isChosen) => { leave(turn.id, places, !isChosen) }} />
}

/** Opens the event in the calendar's own form; what it then is stands in the proposal, and nowhere else. */
const Amend = ({ turn, placed: { at, change } }: { readonly turn: Turn; readonly placed: Placed }): ReactNode => {
  const household = useHousehold((state) => state.household)
  const amend = useChat((state) => state.amend)
  const [isOpen, setOpen] = useState(false)
  const event = change.kind === 'add' || change.kind === 'edit' ? change.after : null
  if (household === null || event === null) return null
  const save = async (draft: EventDraft): Promise<Problem | null> => {
    const problem = await amend(turn.id, at, draft)
    if (problem !== null) return problem
    setOpen(false)
    notifyDone(strings.amended(draft.title))
    return null
  }
  return (
    <>
      <IconButton small label={strings.amend(event.title)} icon={<PenLine size={14} aria-hidden />} onPress={() => { setOpen(true) }} className="-my-1.5" />
      {isOpen && <EventDialog initial={formOf(event, household.zone)} event={event} household={household} confirm={strings.amendConfirm} onClose={() => { setOpen(false) }} onSave={save} />}
    </>
  )
}
