/** What a search over all conversations found: each place with the words marked in it, one press away. */
import type { KeyboardEvent, ReactNode } from 'react'
import { Button as AriaButton } from 'react-aria-components/Button'
import type { Conversation, FoundTurn } from '../../../shared/conversation.ts'
import { systemClock } from '../../../shared/time.ts'
import { useChat } from '../../state/chat.ts'
import { useChatSearch } from '../../state/chat-search.ts'
import { ErrorCard } from '../../ui/states.tsx'
import { namedDay } from '../../ui/when.ts'
import { strings } from './strings.ts'
import { titlesWith } from './titles-with.ts'

const words = strings.search
const item = 'block w-full cursor-default rounded-card px-3 py-2 text-left transition-colors duration-150 hover:bg-hover'

export const FoundTurns = ({ conversations, zone }: { readonly conversations: readonly Conversation[]; readonly zone: string }): ReactNode => {
  const { query, found, problem, search, jump } = useChatSearch()
  const open = useChat((state) => state.open)
  if (problem !== null) return <ErrorCard problem={problem} onRetry={() => { void search(query) }} className="mx-3" />
  if (found === null) return null
  // Most titles are the first sentence, which is found anyway.
  const titled = titlesWith(conversations, query).filter(({ id }) => !found.turns.some((turn) => turn.conversationId === id))
  const imported = new Set(conversations.filter(({ importedAt }) => importedAt !== undefined).map(({ id }) => id))
  const goTo = ({ conversationId, turnId }: FoundTurn): void => {
    void open(conversationId)
    jump(turnId)
  }
  return (
    <>
      <p role="status" className="px-5 pb-2 text-xs text-muted">{words.count(found.total + titled.length, found.turns.length + titled.length)}</p>
      {found.total + titled.length === 0 && <p className="px-5 text-xs text-muted">{words.hint}</p>}
      <ul aria-label={words.results} onKeyDown={moveAmong} className="flex min-h-0 flex-col gap-0.5 overflow-y-auto px-2 pb-4">
        {titled.map((conversation) => (
          <li key={conversation.id}>
            <AriaButton onPress={() => { void open(conversation.id) }} className={item}>
              <span title={conversation.title} className="block truncate font-medium">{conversation.title}</span>
              <span className="block text-xs text-muted">{namedDay(conversation.lastAt, zone, systemClock.now())}</span>
            </AriaButton>
          </li>
        ))}
        {found.turns.map((turn) => (
          <li key={turn.turnId}>
            <AriaButton onPress={() => { goTo(turn) }} className={item}>
              <span className="line-clamp-3 text-sm wrap-anywhere"><Excerpt pieces={turn.question} /></span>
              {turn.answer.some(({ isMatch }) => isMatch) && <span className="mt-0.5 line-clamp-3 border-l-2 pl-2 text-xs text-muted wrap-anywhere"><span className="sr-only">{strings.answer}: </span><Excerpt pieces={turn.answer} /></span>}
              <span className="mt-0.5 block truncate text-xs text-muted">{words.where(turn.title, namedDay(turn.at, zone, systemClock.now()))}{imported.has(turn.conversationId) && ` · ${strings.imported}`}</span>
            </AriaButton>
          </li>
        ))}
      </ul>
    </>
  )
}

const Excerpt = ({ pieces }: { readonly pieces: FoundTurn['question'] }): ReactNode =>
  pieces.map(({ text, isMatch }, index) => (isMatch ? <mark key={index} className="rounded-chip bg-ember-tint px-0.5 font-medium text-ember">{text}</mark> : text))

/** Up and down among the results; up from the first goes back to the field. */
const moveAmong = (event: KeyboardEvent<HTMLElement>): void => {
  const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
  if (step === 0) return
  event.preventDefault()
  const buttons = [...event.currentTarget.querySelectorAll('button')]
  const next = buttons.findIndex((button) => button === document.activeElement) + step
  if (next < 0) event.currentTarget.closest('section')?.querySelector('input')?.focus()
  else buttons[next]?.focus()
}
