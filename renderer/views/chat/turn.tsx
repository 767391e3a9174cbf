/** One exchange: what the person wrote, how it was read, the answer, what it would change, and where it came from. */
import { Cloud, DoorOpen, House, ListChecks, Scale } from 'lucide-react'
import { memo, useRef, useState, type ReactNode } from 'react'
import type { Answer, Turn } from '../../../shared/conversation.ts'
import { useChat } from '../../state/chat.ts'
import { Button } from '../../ui/button.tsx'
import { Markdown } from '../../ui/markdown.tsx'
import { Spinner } from '../../ui/states.tsx'
import { ProposalCard } from '../proposal/proposal-card.tsx'
import { Mark } from '../shell/mark.tsx'
import { AnswerProblem } from './answer-problem.tsx'
import { isOfModel } from './is-of-model.ts'
import { Letter } from './letter.tsx'
import { MessageText } from './message-text.tsx'
import { Opinions } from './opinions.tsx'
import { Provenance } from './provenance.tsx'
import { Readings } from './readings.tsx'
import { Runs } from './runs.tsx'
import { strings } from './strings.ts'
import { AnswerActions, EditButton, Rewording } from './turn-actions.tsx'

const routeIcons = { here: House, cloud: Cloud, check: Scale } as const

interface TurnViewProps {
  readonly turn: Turn
  readonly zone: string
  /** Its place in the conversation, from 1, of so many. */
  readonly position?: number
  readonly of?: number
}

export const TurnView = memo(({ turn, zone, position, of }: TurnViewProps): ReactNode => {
  const [active, setActive] = useState<number | null>(null)
  const [isRewording, setRewording] = useState(false)
  const question = useRef<HTMLDivElement>(null)
  const { answer, route } = turn
  const isOver = answer.status === 'done' || answer.status === 'problem' || answer.status === 'stopped'
  const leaveRewording = (): void => {
    setRewording(false)
    // The button it was opened with is only there again afterwards.
    requestAnimationFrame(() => { question.current?.querySelector('button')?.focus() })
  }
  const RouteIcon = route === 'auto' ? null : routeIcons[route]
  return (
    <article aria-label={turn.text} aria-posinset={position} aria-setsize={of} data-turn={turn.id} tabIndex={-1} className="flex scroll-mt-5 flex-col gap-5 rounded-card outline-offset-8 outline-ember focus:outline-2">
      <div ref={question} className="flex flex-col items-end gap-1.5">
        <h2 className="sr-only">{strings.you}</h2>
        <div className="max-w-[min(60ch,88%)] rounded-card rounded-br-chip bg-sunken px-4 py-2.5"><MessageText text={turn.text} readings={answer.readings} unread={answer.unread} active={active} /></div>
        <div className="flex items-center gap-1.5">
          {RouteIcon !== null && <span className="flex items-center gap-1.5 text-xs text-muted"><RouteIcon size={13} aria-hidden />{strings.routes[route]}</span>}
          {isOver && !isRewording && <EditButton onPress={() => { setRewording(true) }} />}
        </div>
        {isRewording && <Rewording turn={turn} onClose={leaveRewording} />}
      </div>
      <div className="flex gap-4">
        <span className="mt-0.5 shrink-0"><Mark size={24} /></span>
        <div className="flex min-w-0 grow flex-col gap-4">
          <h2 className="sr-only">{strings.answer}</h2>
          <Readings text={turn.text} readings={answer.readings} unread={answer.unread} active={active} onActivate={setActive} />
          <Words answer={answer} zone={zone} />
          <Checks checks={answer.provenance.checks} />
          <Progress status={answer.status} />
          {answer.problem !== null && <AnswerProblem turn={turn} problem={answer.problem} />}
          {answer.choices.length > 0 && <Choices turn={turn} />}
          {(answer.runs.length > 0 || answer.proposal !== null) && (
            <div className="flex flex-col rounded-card border bg-raised">
              {answer.runs.length > 0 && <div className="p-5"><Runs runs={answer.runs} zone={zone} /></div>}
              {answer.proposal !== null && <div className="border-t p-5 first:border-t-0"><ProposalCard turn={turn} proposal={answer.proposal} /></div>}
            </div>
          )}
          {(answer.status === 'done' || answer.status === 'problem') && <Provenance provenance={answer.provenance} />}
          {isOver && <AnswerActions turn={turn} zone={zone} />}
        </div>
      </div>
    </article>
  )
})
TurnView.displayName = 'TurnView'

const Progress = ({ status }: { readonly status: Answer['status'] }): ReactNode => {
  if (status === 'waiting') return <p className="flex items-center gap-2 text-amber"><DoorOpen size={17} aria-hidden />{strings.status.waiting}</p>
  if (status === 'stopped') return <p className="text-muted">{strings.status.stopped}</p>
  return status === 'thinking' || status === 'sending' ? <Spinner label={strings.status[status]} /> : null
}

/** The answer in words: a letter as a letter, two opinions side by side, anything else as it is said. */
const Words = ({ answer, zone }: { readonly answer: Answer; readonly zone: string }): ReactNode => {
  const { pattern } = answer.provenance
  const [other] = answer.others
  if (pattern === 'draft-then-refine' && answer.status === 'done') return <Letter text={answer.text} draft={other?.text ?? null} />
  const isCompared = pattern === 'cross-check' && other !== undefined
  return (
    <>
      {answer.text !== '' && !(isCompared && answer.runs.length === 0) && (isOfModel(answer) ? <Markdown text={answer.text} /> : <p className="max-w-[72ch] text-base whitespace-pre-wrap [overflow-wrap:anywhere]">{answer.text}</p>)}
      {isCompared && <Opinions answer={answer} other={other} zone={zone} />}
    </>
  )
}

/** What code checked, and what the person should know of how it went; never folded away. */
const Checks = ({ checks }: { readonly checks: readonly string[] }): ReactNode => checks.length === 0 ? null : (
  <div className="flex gap-2 text-sm text-muted">
    <ListChecks size={16} aria-hidden className="mt-0.5 shrink-0" />
    <ul aria-label={strings.facts.checks} className="flex max-w-[72ch] min-w-0 flex-col gap-0.5 wrap-anywhere">{checks.map((check, index) => <li key={index}>{check}</li>)}</ul>
  </div>
)

/** A choice is sent as the sentence it completes. */
const Choices = ({ turn }: { readonly turn: Turn }): ReactNode => {
  const send = useChat((state) => state.send)
  return (
    <div role="group" aria-label={strings.choices} className="flex flex-wrap gap-2">
      {turn.answer.choices.map((choice) => <Button key={choice} onPress={() => { void send(`${turn.text} — ${choice}`) }}>{choice}</Button>)}
    </div>
  )
}
