/** The room where you say what should happen: conversations at the side, the thread, and the place to write. */
import { FileUp } from 'lucide-react'
import type { ReactNode } from 'react'
import { useShallow } from 'zustand/react/shallow'
import type { Turn } from '../../../shared/conversation.ts'
import { wording } from '../../../shared/problems.ts'
import { systemClock } from '../../../shared/time.ts'
import { useChat } from '../../state/chat.ts'
import { useZone } from '../../state/home.ts'
import { ErrorCard } from '../../ui/states.tsx'
import { namedDay } from '../../ui/when.ts'
import { useNavigation } from '../../state/navigation.ts'
import { TellBar } from '../setup/tell-bar.tsx'
import { Composer } from './composer.tsx'
import { ConversationList } from './conversation-list.tsx'
import { strings } from './strings.ts'
import { Thread } from './thread.tsx'

export const ChatView = (): ReactNode => {
  const { conversations, currentId, turns, earlier, loadProblem, load } = useChat(useShallow(({ conversations, currentId, turns, earlier, loadProblem, load }) => ({ conversations, currentId, turns, earlier, loadProblem, load })))
  const zone = useZone(), isTelling = useNavigation((state) => state.isTelling)
  const thread = currentId === null ? [] : turns[currentId]
  const last = thread?.at(-1) ?? null
  const pending = last !== null && ['thinking', 'waiting', 'sending'].includes(last.answer.status) ? last : null
  const current = conversations?.find((one) => one.id === currentId)
  const title = current?.title ?? strings.newTitle
  return (
    <div className="flex h-full">
      <ConversationList zone={zone} />
      <div className="flex min-w-0 grow flex-col">
        <h1 className={thread?.length === 0 ? 'sr-only' : 'shrink-0 truncate border-b px-8 py-3.5 font-serif text-lg narrow:px-4 low:py-1.5 low:text-base'} title={title}>{title}</h1>
        {current?.importedAt !== undefined && <p className="shrink-0 border-b bg-sunken px-8 py-2 text-xs text-muted"><FileUp size={13} aria-hidden className="mr-1.5 inline align-[-2px]" />{strings.importedFrom(namedDay(current.importedAt, zone, systemClock.now()))}</p>}
        {loadProblem !== null && <ErrorCard problem={loadProblem} onRetry={() => { void load() }} className="mx-auto mt-6 w-full max-w-3xl" />}
        <Thread turns={thread} earlier={currentId === null ? 0 : earlier[currentId] ?? 0} zone={zone} conversationId={currentId} />
        <p role="status" className="sr-only">{last === null ? '' : spoken(last)}</p>
        <div className="px-8 pt-2 pb-5 narrow:px-4 low:pt-1 low:pb-2">{isTelling && <TellBar isBegun={last !== null} />}<Composer pending={pending} /></div>
      </div>
    </div>
  )
}

/** What a screen reader is told as an answer proceeds. */
const spoken = ({ answer }: Turn): string => {
  if (answer.status === 'problem' && answer.problem !== null) return wording(answer.problem).says
  return answer.status === 'done' ? `${strings.status.done} ${answer.text}` : strings.status[answer.status]
}
