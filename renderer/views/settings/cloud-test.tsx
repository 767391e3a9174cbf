/** One short question to the cloud that is set up, by the same way as every other: through the departure panel. */
import { CircleCheck } from 'lucide-react'
import { useState, type ReactNode } from 'react'
import type { Problem } from '../../../shared/problems.ts'
import { bridge } from '../../bridge.ts'
import { useChat } from '../../state/chat.ts'
import { Button } from '../../ui/button.tsx'
import { hintClass } from '../../ui/field.tsx'
import { ErrorCard, Spinner } from '../../ui/states.tsx'
import { strings } from './cloud-test-strings.ts'

export const CloudTest = (): ReactNode => {
  const [asked, setAsked] = useState<{ readonly conversationId: string; readonly turnId: string } | null>(null)
  const [problem, setProblem] = useState<Problem | null>(null)
  const answer = useChat(({ turns }) => (asked === null ? undefined : turns[asked.conversationId]?.find(({ id }) => id === asked.turnId)?.answer))
  const isRunning = answer !== undefined && ['thinking', 'waiting', 'sending'].includes(answer.status)
  const start = async (): Promise<void> => {
    const begun = await bridge.chat.start(null)
    const sent = begun.ok ? await bridge.chat.send({ conversationId: begun.value.id, text: strings.question, route: 'cloud' }) : begun
    setProblem(sent.ok ? null : sent.problem)
    if (!sent.ok) return
    // News about it may have come before this reply, and know more.
    if (useChat.getState().turns[sent.value.conversationId] === undefined) useChat.getState().hear(sent.value)
    setAsked({ conversationId: sent.value.conversationId, turnId: sent.value.id })
  }
  const refused = answer?.problem ?? problem
  return (
    <div className="flex flex-col gap-2">
      <Button className="self-start" describedBy="cloud-test-hint" isWaiting={isRunning} onPress={() => { void start() }}>{strings.start}</Button>
      <p id="cloud-test-hint" className={hintClass}>{strings.hint}</p>
      {isRunning && <Spinner label={answer.status === 'waiting' ? strings.waiting : strings.asking} />}
      {!isRunning && refused?.name === 'departure.refused' && <p role="status">{strings.refused}</p>}
      {!isRunning && refused !== null && refused.name !== 'departure.refused' && <ErrorCard problem={refused} />}
      {answer?.status === 'done' && answer.provenance.receiptIds.length > 0 && (
        <div role="status" className="flex gap-2.5 rounded-card border border-moss-edge bg-moss-tint px-3 py-2">
          <CircleCheck size={16} aria-hidden className="mt-0.5 shrink-0 text-moss" />
          <div className="flex min-w-0 flex-col"><p className="font-medium text-moss">{strings.answered}</p><p className="line-clamp-3 wrap-anywhere">{answer.text}</p></div>
        </div>
      )}
    </div>
  )
}
