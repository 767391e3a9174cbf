/** The room where you say what should happen: conversations at the side, the thread, and the place to write. */
import { CalendarClock, FileUp, MessageCircleQuestion, PartyPopper, PenLine } from 'lucide-react'
import { useEffect, useLayoutEffect, useRef, type ReactNode } from 'react'
import { Button as AriaButton } from 'react-aria-components/Button'
import type { Turn } from '../../../shared/conversation.ts'
import { wording } from '../../../shared/problems.ts'
import { systemClock } from '../../../shared/time.ts'
import { useChat } from '../../state/chat.ts'
import { useChatSearch } from '../../state/chat-search.ts'
import { systemZone, useIsEmptyHouse, useZone } from '../../state/home.ts'
import { useHousehold } from '../../state/household.ts'
import { useNavigation } from '../../state/navigation.ts'
import { Button } from '../../ui/button.tsx'
import { ErrorCard, Skeleton } from '../../ui/states.tsx'
import { notifyDone, notifyProblem } from '../../ui/toasts.tsx'
import { daysAhead, namedDay } from '../../ui/when.ts'
import { Mark } from '../shell/mark.tsx'
import { Composer } from './composer.tsx'
import { ConversationList } from './conversation-list.tsx'
import { strings } from './strings.ts'
import { TurnView } from './turn.tsx'

export const ChatView = (): ReactNode => {
  const { conversations, currentId, turns, loadProblem, load } = useChat()
  const zone = useZone()
  const thread = currentId === null ? [] : turns[currentId]
  const last = thread?.at(-1) ?? null
  const pending = last !== null && ['thinking', 'waiting', 'sending'].includes(last.answer.status) ? last : null
  const current = conversations?.find((one) => one.id === currentId)
  const title = current?.title ?? strings.newTitle
  return (
    <div className="flex h-full">
      <ConversationList zone={zone} />
      <div className="flex min-w-0 grow flex-col">
        <h1 className={thread?.length === 0 ? 'sr-only' : 'shrink-0 truncate border-b px-8 py-3.5 font-serif text-lg'}>{title}</h1>
        {current?.importedAt !== undefined && <p className="shrink-0 border-b bg-sunken px-8 py-2 text-xs text-muted"><FileUp size={13} aria-hidden className="mr-1.5 inline align-[-2px]" />{strings.importedFrom(namedDay(current.importedAt, zone, systemClock.now()))}</p>}
        {loadProblem !== null && <ErrorCard problem={loadProblem} onRetry={() => { void load() }} className="mx-auto mt-6 w-full max-w-3xl" />}
        <Thread turns={thread} zone={zone} conversationId={currentId} />
        <p role="status" className="sr-only">{last === null ? '' : spoken(last)}</p>
        <div className="px-8 pt-2 pb-5"><Composer pending={pending} /></div>
      </div>
    </div>
  )
}

/** What a screen reader is told as an answer proceeds. */
const spoken = ({ answer }: Turn): string => {
  if (answer.status === 'problem' && answer.problem !== null) return wording(answer.problem).says
  return answer.status === 'done' ? `${strings.status.done} ${answer.text}` : strings.status[answer.status]
}

const Thread = ({ turns, zone, conversationId }: { readonly turns: readonly Turn[] | undefined; readonly zone: string; readonly conversationId: string | null }): ReactNode => {
  const box = useRef<HTMLDivElement>(null)
  const isAtEnd = useRef(true)
  const count = turns?.length ?? 0
  // What an answer is asked or decided later, as a yes to its proposal, leaves it where it is read.
  const last = turns?.at(-1)?.answer
  const grown = last === undefined ? '' : `${last.status} ${last.text.length}`
  // A new sentence, or another conversation, brings the end into sight; an answer that grows does so only for who was there.
  useEffect(() => { isAtEnd.current = true }, [conversationId, count])
  useLayoutEffect(() => {
    if (!isAtEnd.current || box.current === null) return
    // An answer taller than the window is read from its beginning.
    const article = box.current.querySelector<HTMLElement>('article:last-of-type')
    box.current.scrollTop = article === null ? 0 : Math.min(box.current.scrollHeight, article.offsetTop - box.current.offsetTop - 20)
  }, [conversationId, count, grown])
  const { jumpTo, landed } = useChatSearch()
  useEffect(() => {
    const place = jumpTo === null ? null : box.current?.querySelector<HTMLElement>(`[data-turn="${CSS.escape(jumpTo)}"]`)
    if (place === null || place === undefined) return
    isAtEnd.current = false
    place.scrollIntoView({ block: 'start' })
    place.focus({ preventScroll: true })
    landed()
  }, [jumpTo, turns, landed])
  const onScroll = (): void => {
    if (box.current !== null) isAtEnd.current = isLastInSight(box.current)
  }
  return (
    <div ref={box} onScroll={onScroll} role="region" aria-label={strings.thread} tabIndex={0} className="min-h-0 grow overflow-y-auto px-8 focus-visible:-outline-offset-2">
      {turns === undefined && <Skeleton className="mx-auto max-w-3xl py-8" lines={[40, 85, 75]} />}
      {turns?.length === 0 && <Beginning zone={zone} />}
      {turns !== undefined && turns.length > 0 && <div className="mx-auto flex max-w-3xl flex-col gap-10 py-8">{turns.map((turn) => <TurnView key={turn.id} turn={turn} zone={zone} />)}</div>}
    </div>
  )
}

/** Whether the last exchange is what is being read. */
const isLastInSight = (box: HTMLElement): boolean => {
  const last = box.querySelector('article:last-of-type')?.getBoundingClientRect()
  return last === undefined || last.top < box.getBoundingClientRect().bottom - 40
}

const exampleIcons = { plan: CalendarClock, prepare: PartyPopper, write: PenLine, ask: MessageCircleQuestion } as const
/** Three weeks are enough to prepare something. */
const EXAMPLE_DAYS = 20

/** An empty conversation teaches by example. An example goes into the composer; it is the person who sends it. */
const Beginning = ({ zone }: { readonly zone: string }): ReactNode => {
  const { setDraft, askForComposer } = useChat()
  const isEmptyHouse = useIsEmptyHouse()
  const write = (example: string): void => {
    setDraft(example)
    askForComposer()
  }
  return (
    <div className="mx-auto flex min-h-full max-w-2xl flex-col items-center justify-center gap-3 py-6 text-center">
      <Mark size={52} />
      <h2 className="mt-2 font-serif text-xl">{strings.emptyTitle}</h2>
      <p className="max-w-md text-base text-muted">{strings.emptyText}</p>
      {isEmptyHouse
        ? <EmptyHouse />
        : (
          <ul aria-label={strings.examplesLabel} className="mt-4 flex w-full flex-col gap-2">
            {strings.examples(daysAhead(systemClock.now(), EXAMPLE_DAYS, zone)).map(({ does, says }) => {
              const Icon = exampleIcons[does]
              return (
                <li key={does}>
                  <AriaButton onPress={() => { write(says) }} className="flex w-full cursor-default gap-3 rounded-card border bg-raised px-4 py-3 text-left transition-colors duration-150 hover:border-ember">
                    <Icon size={17} aria-hidden className="mt-0.5 shrink-0 text-ember" />
                    <span className="w-20 shrink-0 font-medium">{strings.does[does]}</span>
                    <span className="min-w-0">{says}</span>
                  </AriaButton>
                </li>
              )
            })}
          </ul>
        )}
    </div>
  )
}

const EmptyHouse = (): ReactNode => {
  const takeSample = useHousehold((state) => state.takeSample)
  const go = useNavigation((state) => state.go)
  const take = async (): Promise<void> => {
    const taken = await takeSample(systemZone())
    if (taken.ok) notifyDone(strings.sampleTaken)
    else notifyProblem(taken.problem)
  }
  return (
    <div className="mt-5 flex w-full flex-col items-center gap-4 rounded-card border bg-raised px-6 py-5">
      <p>{strings.emptyHouse}</p>
      <div className="flex flex-wrap justify-center gap-2">
        <Button tone="primary" onPress={() => { void take() }}>{strings.takeSample}</Button>
        <Button onPress={() => { go('household') }}>{strings.enterOwn}</Button>
      </div>
    </div>
  )
}
