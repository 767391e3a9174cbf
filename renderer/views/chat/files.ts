/** Saving conversations and taking them in, and saying how that went. */
import { useChat } from '../../state/chat.ts'
import { notifyDone, notifyProblem } from '../../ui/toasts.tsx'
import { strings } from './strings.ts'

/** `conversationId` is null for all of them. */
export const saveConversations = async (conversationId: string | null, form: 'json' | 'markdown'): Promise<void> => {
  const saved = await useChat.getState().saveFile(conversationId, form)
  if (!saved.ok) notifyProblem(saved.problem)
  else if (saved.value !== null) notifyDone(strings.files.saved(saved.value.conversations, saved.value.file))
}

export const importConversations = async (): Promise<void> => {
  const added = await useChat.getState().openFile()
  if (!added.ok) notifyProblem(added.problem)
  else if (added.value !== null) notifyDone(strings.files.added(added.value))
}
