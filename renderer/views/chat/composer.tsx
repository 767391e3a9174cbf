/** Where a sentence is written: Enter sends, the draft stays until it was taken, and it is always clear where the answer will come from. */
import { ArrowUp, Clock, Cloud, House, Scale, Sparkles, Square } from 'lucide-react'
import { useEffect, useRef, type KeyboardEvent, type ReactNode } from 'react'
import { useShallow } from 'zustand/react/shallow'
import { MAX_DRAFT, MAX_MESSAGE, type Route, type Turn } from '../../../shared/conversation.ts'
import { draftOf, useChat } from '../../state/chat.ts'
import { Button } from '../../ui/button.tsx'
import { SegmentedControl } from '../../ui/segmented-control.tsx'
import { ErrorCard } from '../../ui/states.tsx'
import { strings } from './strings.ts'
import { Waiting } from './waiting.tsx'

/** In a narrow window the words need the room. */
const roomy = 'max-[1000px]:hidden'

const routes: readonly { readonly id: Route; readonly icon: ReactNode }[] = [
  { id: 'auto', icon: <Sparkles size={14} aria-hidden className={roomy} /> },
  { id: 'here', icon: <House size={14} aria-hidden className={roomy} /> },
  { id: 'cloud', icon: <Cloud size={14} aria-hidden className={roomy} /> },
  { id: 'check', icon: <Scale size={14} aria-hidden className={roomy} /> },
]

/** `pending` is the turn that is still being answered, if any: until then the button stops it, and what is sent waits for its end. */
export const Composer = ({ pending }: { readonly pending: Turn | null }): ReactNode => {
  const { route, sendProblem, isSending, composerCalls, setDraft, setRoute, send, queue, stop } = useChat(useShallow(({ route, sendProblem, isSending, composerCalls, setDraft, setRoute, send, queue, stop }) => ({ route, sendProblem, isSending, composerCalls, setDraft, setRoute, send, queue, stop })))
  const draft = useChat(draftOf)
  const area = useRef<HTMLTextAreaElement>(null)
  useEffect(() => { area.current?.focus() }, [composerCalls])
  const isTooLong = draft.trim().length > MAX_MESSAGE
  const canSend = draft.trim() !== '' && !isTooLong && !isSending
  const submit = (): void => {
    if (!canSend) return
    if (pending === null) void send(draft)
    else queue()
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    // A composing input method uses Enter for itself.
    if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return
    event.preventDefault()
    submit()
  }
  return (
    <div className="mx-auto flex w-full max-w-3xl flex-col gap-3 low:gap-1">
      {sendProblem !== null && <ErrorCard problem={sendProblem} />}
      <Waiting />
      <div className="flex flex-col gap-2 rounded-card border border-edge bg-raised p-2.5 low:gap-0 low:p-1.5 transition-colors duration-150 focus-within:border-ember">
        <textarea
          ref={area} value={draft} onChange={(event) => { setDraft(event.target.value) }} onKeyDown={onKeyDown} rows={1} maxLength={MAX_DRAFT}
          aria-label={strings.composer} aria-describedby="composer-keys" placeholder={strings.placeholder}
          className="field-sizing-content max-h-48 min-h-11 w-full low:max-h-20 low:min-h-9 low:py-1 resize-none bg-transparent px-2 py-2 text-base outline-none focus-visible:outline-none"
        />
        <div className="flex flex-wrap items-center justify-between gap-3 low:gap-1">
          <SegmentedControl small label={strings.route} items={routes.map((one) => ({ ...one, label: strings.routes[one.id] }))} value={route} onChange={setRoute} />
          {pending === null
            ? <Button tone="primary" isDisabled={!canSend} onPress={submit} icon={<ArrowUp size={16} aria-hidden />}>{strings.send}</Button>
            : (
              <span className="flex gap-2">
                {draft.trim() !== '' && <Button isDisabled={!canSend} onPress={submit} icon={<Clock size={14} aria-hidden />}>{strings.queued.queue}</Button>}
                <Button onPress={() => { void stop(pending.id) }} icon={<Square size={13} aria-hidden />}>{strings.stop}</Button>
              </span>
            )}
        </div>
      </div>
      <div className="flex flex-wrap justify-between gap-x-4 px-1 text-xs text-muted">
        {isTooLong ? <span role="alert" className="text-wine">{strings.tooLong(draft.trim().length, MAX_MESSAGE)}</span> : <span>{strings.routeHints[route]}</span>}
        <span id="composer-keys" className="max-[1000px]:sr-only">{strings.keys}</span>
      </div>
    </div>
  )
}
