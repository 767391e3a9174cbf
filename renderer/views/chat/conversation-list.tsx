/** The conversations, newest first and above them those that are pinned: open one, begin one, find what was said in any of them. */
import { FileDown, FileUp, FolderSync, SquarePen } from 'lucide-react'
import { useState, type ReactNode } from 'react'
import { useShallow } from 'zustand/react/shallow'
import type { Conversation } from '../../../shared/conversation.ts'
import { useChat } from '../../state/chat.ts'
import { useChatSearch } from '../../state/chat-search.ts'
import { IconButton } from '../../ui/button.tsx'
import { ConfirmDialog } from '../../ui/dialog.tsx'
import { Menu } from '../../ui/menu.tsx'
import { Skeleton } from '../../ui/states.tsx'
import { notifyDone, notifyProblem } from '../../ui/toasts.tsx'
import { ConversationRow } from './conversation-row.tsx'
import { importConversations, saveConversations } from './files.ts'
import { FoundTurns } from './found-turns.tsx'
import { RenameDialog } from './rename-dialog.tsx'
import { SearchField } from './search-field.tsx'
import { strings } from './strings.ts'

export const ConversationList = ({ zone }: { readonly zone: string }): ReactNode => {
  const { conversations, begin, remove } = useChat(useShallow(({ conversations, begin, remove }) => ({ conversations, begin, remove })))
  const isSearching = useChatSearch(({ query }) => query.trim() !== '')
  const [doomed, setDoomed] = useState<Conversation | null>(null)
  const [renamed, setRenamed] = useState<Conversation | null>(null)
  const removeNow = async (): Promise<void> => {
    if (doomed === null) return
    const problem = await remove(doomed.id)
    setDoomed(null)
    if (problem === null) notifyDone(strings.removed)
    else notifyProblem(problem)
  }
  const inOrder = [...(conversations ?? [])].sort((a, b) => Number(b.pinned === true) - Number(a.pinned === true))
  return (
    <section aria-label={strings.list} className="flex w-60 shrink-0 flex-col border-r max-[1000px]:w-50 narrow:w-42">
      <header className="flex items-center justify-between py-4 pr-3 pl-5">
        <h2 className="text-xs font-medium text-muted">{strings.list}</h2>
        <div className="flex">
          <Menu
            label={strings.files.menu} icon={<FolderSync size={16} />} placement="bottom start"
            items={[
              { id: 'import', label: strings.files.import, icon: <FileUp size={15} aria-hidden />, onPress: () => { void importConversations() } },
              ...(inOrder.length === 0 ? [] : [
                { id: 'json', label: strings.files.allJson, icon: <FileDown size={15} aria-hidden />, onPress: () => { void saveConversations(null, 'json') } },
                { id: 'markdown', label: strings.files.allMarkdown, icon: <FileDown size={15} aria-hidden />, onPress: () => { void saveConversations(null, 'markdown') } },
              ]),
            ]}
          />
          <IconButton small label={strings.startNew} onPress={begin} icon={<SquarePen size={16} />} />
        </div>
      </header>
      {conversations === null && <Skeleton className="px-5 py-2" lines={[80, 60, 70]} />}
      {conversations?.length === 0 && <p className="px-5 text-xs text-muted">{strings.listEmpty}</p>}
      {inOrder.length > 0 && <SearchField />}
      {isSearching
        ? <FoundTurns conversations={inOrder} zone={zone} />
        : (
          <ul className="flex min-h-0 flex-col gap-0.5 overflow-y-auto px-2 pb-4">
            {inOrder.map((conversation) => <ConversationRow key={conversation.id} conversation={conversation} zone={zone} onRename={() => { setRenamed(conversation) }} onRemove={() => { setDoomed(conversation) }} />)}
          </ul>
        )}
      {renamed !== null && <RenameDialog conversation={renamed} onClose={() => { setRenamed(null) }} />}
      <ConfirmDialog isOpen={doomed !== null} title={strings.removeTitle} confirm={strings.removeConfirm} isDanger onConfirm={() => { void removeNow() }} onClose={() => { setDoomed(null) }}>
        {doomed !== null && strings.removeText(doomed.title)}
      </ConfirmDialog>
    </section>
  )
}
