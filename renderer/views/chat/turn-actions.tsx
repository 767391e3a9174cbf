/** What can be done with an exchange that is over: take its answer along, ask again, or ask it in other words. */
import { Pencil, Quote, RotateCcw } from 'lucide-react'
import { useEffect, useRef, useState, type KeyboardEvent, type ReactNode } from 'react'
import { useShallow } from 'zustand/react/shallow'
import { answerInWords } from '../../../shared/answer-words.ts'
import { MAX_MESSAGE, type Turn } from '../../../shared/conversation.ts'
import { useChat } from '../../state/chat.ts'
import { Button, IconButton } from '../../ui/button.tsx'
import { CopyButton } from '../../ui/copy-button.tsx'
import { strings } from './strings.ts'

const words = strings.actions

/** Asking again keeps what there is: the same question comes once more, at the end. */
export const AnswerActions = ({ turn, zone }: { readonly turn: Turn; readonly zone: string }): ReactNode => {
  const { send, quote } = useChat(useShallow(({ send, quote }) => ({ send, quote })))
  const said = answerInWords(turn.answer, zone)
  return (
    <div role="group" aria-label={words.group} className="-mt-2 -ml-2 flex gap-0.5">
      {said !== '' && <CopyButton isQuiet text={said} what={words.copy} />}
      {said !== '' && <IconButton small label={words.quote} icon={<Quote size={14} aria-hidden />} onPress={() => { quote(turn.answer.text === '' ? said : turn.answer.text) }} />}
      <IconButton small label={words.again} icon={<RotateCcw size={14} aria-hidden />} onPress={() => { void send(turn.text, turn.route) }} />
    </div>
  )
}

export const EditButton = ({ onPress }: { readonly onPress: () => void }): ReactNode => <IconButton small label={words.edit} icon={<Pencil size={14} aria-hidden />} onPress={onPress} />

/** The question again, to be changed. What is asked is a new question; the old one and its answer stay. */
export const Rewording = ({ turn, onClose }: { readonly turn: Turn; readonly onClose: () => void }): ReactNode => {
  const [text, setText] = useState(turn.text)
  const { send, isSending } = useChat(useShallow(({ send, isSending }) => ({ send, isSending })))
  const area = useRef<HTMLTextAreaElement>(null)
  useEffect(() => { area.current?.focus() }, [])
  const canAsk = text.trim() !== '' && text.trim().length <= MAX_MESSAGE && text.trim() !== turn.text && !isSending
  const ask = async (): Promise<void> => {
    if (!canAsk) return
    await send(text, turn.route)
    if (useChat.getState().sendProblem === null) onClose()
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Escape') onClose()
    if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return
    event.preventDefault()
    void ask()
  }
  return (
    <div className="flex w-[min(60ch,88%)] flex-col gap-2 rounded-card border border-edge bg-raised p-2.5 focus-within:border-ember">
      <textarea ref={area} value={text} onChange={(event) => { setText(event.target.value) }} onKeyDown={onKeyDown} maxLength={MAX_MESSAGE} rows={2} aria-label={words.reword} aria-describedby={`reword-${turn.id}`} className="field-sizing-content max-h-48 w-full resize-none bg-transparent px-2 py-1 text-base outline-none focus-visible:outline-none" />
      <p id={`reword-${turn.id}`} className="px-2 text-xs text-muted">{words.rewordHint}</p>
      <div className="flex justify-end gap-2">
        <Button small onPress={onClose}>{words.cancel}</Button>
        <Button small tone="primary" isDisabled={!canAsk} onPress={() => { void ask() }}>{words.ask}</Button>
      </div>
    </div>
  )
}
