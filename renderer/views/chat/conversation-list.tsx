/** The conversations, newest first: open one, begin one, delete one. */
import { SquarePen, Trash2 } from 'lucide-react'
import { useState, type ReactNode } from 'react'
import { Button as AriaButton } from 'react-aria-components/Button'
import type { Conversation } from '../../../shared/conversation.ts'
import { systemClock } from '../../../shared/time.ts'
import { useChat } from '../../state/chat.ts'
import { IconButton } from '../../ui/button.tsx'
import { classes } from '../../ui/classes.ts'
import { ConfirmDialog } from '../../ui/dialog.tsx'
import { Menu } from '../../ui/menu.tsx'
import { Skeleton } from '../../ui/states.tsx'
import { notifyDone, notifyProblem } from '../../ui/toasts.tsx'
import { namedDay } from '../../ui/when.ts'
import { strings } from './strings.ts'

export const ConversationList = ({ zone }: { readonly zone: string }): ReactNode => {
  const { conversations, currentId, open, begin, remove } = useChat()
  const [doomed, setDoomed] = useState<Conversation | null>(null)
  const removeNow = async (): Promise<void> => {
    if (doomed === null) return
    const problem = await remove(doomed.id)
    setDoomed(null)
    if (problem === null) notifyDone(strings.removed)
    else notifyProblem(problem)
  }
  return (
    <section aria-label={strings.list} className="flex w-60 shrink-0 flex-col border-r max-[1000px]:w-50">
      <header className="flex items-center justify-between py-4 pr-3 pl-5">
        <h2 className="text-xs font-medium text-muted">{strings.list}</h2>
        <IconButton small label={strings.startNew} onPress={begin} icon={<SquarePen size={16} />} />
      </header>
      {conversations === null && <Skeleton className="px-5 py-2" lines={[80, 60, 70]} />}
      {conversations?.length === 0 && <p className="px-5 text-xs text-muted">{strings.listEmpty}</p>}
      <ul className="flex min-h-0 flex-col gap-0.5 overflow-y-auto px-2 pb-4">
        {conversations?.map((conversation) => {
          const isHere = conversation.id === currentId
          return (
            <li key={conversation.id} className={classes('group relative rounded-card transition-colors duration-150', isHere ? 'bg-hover' : 'hover:bg-hover')}>
              <AriaButton onPress={() => { void open(conversation.id) }} aria-current={isHere ? 'true' : 'false'} className="w-full cursor-default rounded-card px-3 py-2 text-left">
                <span className={classes('block truncate', isHere && 'font-medium')}>{conversation.title}</span>
                <span className="block text-xs text-muted">{namedDay(conversation.lastAt, zone, systemClock.now())}</span>
              </AriaButton>
              <Menu label={strings.more(conversation.title)} className="absolute top-1/2 right-1 -translate-y-1/2 bg-hover opacity-0 group-hover:opacity-100 focus-visible:opacity-100 aria-expanded:opacity-100" items={[{ id: 'remove', label: strings.remove, icon: <Trash2 size={15} aria-hidden />, isDanger: true, onPress: () => { setDoomed(conversation) } }]} />
            </li>
          )
        })}
      </ul>
      <ConfirmDialog isOpen={doomed !== null} title={strings.removeTitle} confirm={strings.removeConfirm} isDanger onConfirm={() => { void removeNow() }} onClose={() => { setDoomed(null) }}>
        {doomed !== null && strings.removeText(doomed.title)}
      </ConfirmDialog>
    </section>
  )
}
