/** What is sent when the answer is there: above the place to write, to be changed or taken away until then. */
import { Clock, Pencil, X } from 'lucide-react'
import type { ReactNode } from 'react'
import { useShallow } from 'zustand/react/shallow'
import { useChat } from '../../state/chat.ts'
import { IconButton } from '../../ui/button.tsx'
import { strings } from './strings.ts'

const { queued: words } = strings

export const Waiting = (): ReactNode => {
  const { id, next, unqueue, askForComposer } = useChat(useShallow(({ currentId, queued, unqueue, askForComposer }) => ({ id: currentId, next: currentId === null ? undefined : queued[currentId], unqueue, askForComposer })))
  if (id === null || next === undefined) return <p role="status" className="sr-only" />
  const back = (isDropped: boolean): void => {
    unqueue(id, isDropped)
    askForComposer()
  }
  return (
    <section aria-label={words.title} className="flex items-start gap-3 rounded-card border border-dashed px-4 py-2.5">
      <Clock size={15} aria-hidden className="mt-1 shrink-0 text-muted" />
      <div className="flex min-w-0 grow flex-col">
        <p role="status" className="text-xs text-muted">{words.says}</p>
        <p className="line-clamp-3 whitespace-pre-line wrap-anywhere" title={next.text}>{next.text}</p>
      </div>
      <IconButton small label={words.edit} icon={<Pencil size={14} aria-hidden />} onPress={() => { back(false) }} />
      <IconButton small label={words.drop} icon={<X size={14} aria-hidden />} onPress={() => { back(true) }} />
    </section>
  )
}
