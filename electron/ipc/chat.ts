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
})
