/** The notes of the walk before the panel opens and after it has closed, above the room in front. */
import { useEffect, useRef, type ReactNode } from 'react'
import { useChat } from '../../state/chat.ts'
import { useHousehold } from '../../state/household.ts'
import { useNavigation } from '../../state/navigation.ts'
import { deskNotes, useWalk } from '../../state/walk.ts'
import { Button } from '../../ui/button.tsx'
import { strings as setup } from '../setup/strings.ts'
import { Note } from './note.tsx'
import { strings } from './strings.ts'
import type { Household } from '../../../shared/household.ts'

const ALL = deskNotes.length + 1

export const RoomNote = (): ReactNode => {
  const { at, ask, showLedger, end } = useWalk()
  const household = useHousehold((state) => state.household)
  const answer = useChat(({ currentId, turns }) => (currentId === null ? undefined : turns[currentId]?.at(-1)?.answer))
  const view = useNavigation((state) => state.view)
  const main = useRef<HTMLButtonElement>(null)
  const isOver = at === 'decided' && (answer?.status === 'done' || answer?.status === 'problem' || answer?.status === 'stopped')
  const isStopped = at === 'asked' && (answer?.status === 'problem' || answer?.status === 'stopped')
  const isHere = view === (at === 'ledger' ? 'ledger' : 'chat')
  const place = !isHere || (at === 'decided' && !isOver) ? null : at
  // What closes gives the focus back a moment later; then it is taken again.
  useEffect(() => {
    if (place === null) return undefined
    main.current?.focus()
    const later = setTimeout(() => { main.current?.focus() }, 250)
    return () => { clearTimeout(later) }
  }, [place, isStopped])
  if (place === null) return null
  const ending = <Button small tone="quiet" onPress={end}>{strings.end}</Button>
  if (at === 'ask') {
    const question = questionFor(household)
    return (
      <Bar title={strings.askTitle} text={strings.ask(question)}>
        {(describedBy) => <>{ending}<Button small tone="primary" buttonRef={main} describedBy={describedBy} onPress={() => { ask(question) }}>{strings.askIt}</Button></>}
      </Bar>
    )
  }
  if (isStopped) return <Bar title={strings.stoppedTitle} text={strings.stopped}>{(describedBy) => <Button small tone="primary" buttonRef={main} describedBy={describedBy} onPress={end}>{strings.done}</Button>}</Bar>
  if (at === 'asked') return <Bar title={strings.waitTitle} text={strings.wait}>{() => ending}</Bar>
  if (isOver) {
    const receipt = answer.provenance.receiptIds[0] ?? null
    return (
      <Bar title={receipt === null ? strings.keptTitle : strings.sentTitle} text={receipt === null ? strings.kept : strings.sent} counted={strings.counted(ALL, ALL)}>
        {(describedBy) => <>{ending}<Button small tone="primary" buttonRef={main} describedBy={describedBy} onPress={() => { showLedger(receipt) }}>{receipt === null ? strings.ledger : strings.receipt}</Button></>}
      </Bar>
    )
  }
  if (at === 'ledger') return <Bar title={strings.ledgerTitle} text={strings.ledgerText}>{(describedBy) => <Button small tone="primary" buttonRef={main} describedBy={describedBy} onPress={end}>{strings.done}</Button>}</Bar>
  return null
}

const Bar = ({ title, text, counted, children }: { readonly title: string; readonly text: string; readonly counted?: string; readonly children: (describedBy: string) => ReactNode }): ReactNode => {
  const end = useWalk((state) => state.end)
  return (
    <Note label={title} title={title} text={text} {...(counted === undefined ? {} : { counted })} onKeyDown={(event) => { if (event.key === 'Escape') { event.preventDefault(); end() } }} className="mx-8 mt-4 shrink-0">{children}</Note>
  )
}

/** By the names the household uses: those that are held back show best what the panel does. */
const questionFor = (household: Household | null): string => {
  const people = (household?.people ?? []).filter(({ role }) => role !== 'helper' && role !== 'pet')
  const names = [...people.filter(({ role }) => role === 'child' || role === 'baby'), ...people].slice(0, 2).map(({ name }) => name.split(' ')[0] ?? name)
  const place = household?.places.find(({ name }) => name !== setup.house.home && name !== 'Home')?.name ?? null
  return strings.question([...new Set(names)], place)
}
