/** Handlers of the chat. */
import type { Handlers } from '../../shared/ipc/contract.ts'
import { ok } from '../../shared/result.ts'
import type { Chat } from '../chat/chat.ts'

export const chatHandlers = (chat: Chat): Handlers<'chat'> => ({
  conversations: async () => { const list = await chat.conversations(); return list.ok ? ok([...list.value]) : list },
  turns: async ({ conversationId }) => { const list = await chat.turns(conversationId); return list.ok ? ok([...list.value]) : list },
  start: () => chat.start(),
  send: ({ conversationId, text, route }) => chat.send(conversationId, text, route),
  stop: ({ turnId }) => Promise.resolve(chat.stop(turnId)),
  remove: ({ conversationId }) => chat.remove(conversationId),
  change: ({ conversationId, title, pinned }) => chat.change(conversationId, title, pinned),
  search: ({ query }) => chat.search(query),
  drafts: async () => { const drafts = await chat.drafts(); return drafts.ok ? ok([...drafts.value]) : drafts },
  saveDraft: (draft) => chat.saveDraft(draft),
})
