/** One conversation of the list, and what can be done with it. */
import { Download, Pencil, Pin, PinOff, Trash2 } from 'lucide-react'
import type { ReactNode } from 'react'
import { Button as AriaButton } from 'react-aria-components/Button'
import { useShallow } from 'zustand/react/shallow'
import type { Conversation } from '../../../shared/conversation.ts'
import { systemClock } from '../../../shared/time.ts'
import { useChat } from '../../state/chat.ts'
import { classes } from '../../ui/classes.ts'
import { Menu } from '../../ui/menu.tsx'
import { notifyProblem } from '../../ui/toasts.tsx'
import { namedDay } from '../../ui/when.ts'
import { saveConversations } from './files.ts'
import { strings } from './strings.ts'

interface ConversationRowProps {
  readonly conversation: Conversation
  readonly zone: string
  readonly onRename: () => void
  readonly onRemove: () => void
}

export const ConversationRow = ({ conversation, zone, onRename, onRemove }: ConversationRowProps): ReactNode => {
  const { currentId, open, change } = useChat(useShallow(({ currentId, open, change }) => ({ currentId, open, change })))
  const { id, title, lastAt, importedAt } = conversation
  const isHere = id === currentId, isPinned = conversation.pinned === true
  const pin = async (): Promise<void> => {
    const problem = await change(id, title, !isPinned)
    if (problem !== null) notifyProblem(problem)
  }
  return (
    <li className={classes('group relative rounded-card transition-colors duration-150', isHere ? 'bg-hover' : 'hover:bg-hover')}>
      <AriaButton onPress={() => { void open(id) }} aria-current={isHere ? 'true' : 'false'} className="w-full cursor-default rounded-card px-3 py-2 text-left">
        <span title={title} className={classes('block truncate', isHere && 'font-medium')}>{title}</span>
        <span className="flex items-center gap-1.5 text-xs text-muted">
          {isPinned && <Pin size={11} aria-label={strings.pinned} role="img" className="shrink-0" />}
          {namedDay(lastAt, zone, systemClock.now())}{importedAt !== undefined && ` · ${strings.imported}`}
        </span>
      </AriaButton>
      <Menu
        label={strings.more(title)} className="absolute top-1/2 right-1 -translate-y-1/2 bg-hover opacity-0 group-hover:opacity-100 focus-visible:opacity-100 aria-expanded:opacity-100"
        items={[
          { id: 'rename', label: strings.rename.action, icon: <Pencil size={15} aria-hidden />, onPress: onRename },
          { id: 'pin', label: isPinned ? strings.unpin : strings.pin, icon: isPinned ? <PinOff size={15} aria-hidden /> : <Pin size={15} aria-hidden />, onPress: () => { void pin() } },
          { id: 'save', label: strings.files.save, icon: <Download size={15} aria-hidden />, items: [{ id: 'json', label: strings.files.json, onPress: () => { void saveConversations(id, 'json') } }, { id: 'markdown', label: strings.files.markdown, onPress: () => { void saveConversations(id, 'markdown') } }] },
          { id: 'remove', label: strings.remove, icon: <Trash2 size={15} aria-hidden />, isDanger: true, onPress: onRemove },
        ]}
      />
    </li>
  )
}
