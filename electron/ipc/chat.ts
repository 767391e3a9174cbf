/** Handlers of the chat and of its files. */
import type { Handlers } from '../../shared/ipc/contract.ts'
import { ok } from '../../shared/result.ts'
import type { Chat } from '../chat/chat.ts'
import { MAX_CHAT_FILE, type ConversationFiles } from '../chat/conversation-files.ts'
import type { PickedFiles } from '../window/picked-files.ts'
import { strings } from './strings.ts'

const kinds = { json: { name: 'JSON', extensions: ['json'] }, markdown: { name: 'Markdown', extensions: ['md'] } } as const

export const chatHandlers = (chat: Chat, files: ConversationFiles, picked: PickedFiles): Handlers<'chat'> => ({
  conversations: async () => { const list = await chat.conversations(); return list.ok ? ok([...list.value]) : list },
  turns: async ({ conversationId, before, until }) => { const page = await chat.page(conversationId, before, until); return page.ok ? ok({ turns: [...page.value.turns], earlier: page.value.earlier }) : page },
  start: () => chat.start(),
  send: ({ conversationId, text, route, practice }) => chat.send(conversationId, text, route, practice),
  stop: ({ turnId }) => Promise.resolve(chat.stop(turnId)),
  remove: ({ conversationId }) => chat.remove(conversationId),
  change: ({ conversationId, title, pinned }) => chat.change(conversationId, title, pinned),
  search: ({ query }) => chat.search(query),
  drafts: async () => { const drafts = await chat.drafts(); return drafts.ok ? ok([...drafts.value]) : drafts },
  saveDraft: (draft) => chat.saveDraft(draft),
  saveFile: async ({ conversationId, form }) => {
    const written = await files.write(conversationId, form)
    if (!written.ok) return written
    const saved = await picked.save(strings.saveConversations, kinds[form], written.value.name, written.value.bytes)
    if (!saved.ok) return saved
    return ok(saved.value === null ? null : { file: saved.value, conversations: written.value.conversations })
  },
  openFile: async () => {
    const file = await picked.pick(strings.importConversations, kinds.json, MAX_CHAT_FILE)
    if (!file.ok) return file
    if (file.value === null) return ok(null)
    const added = await files.read(file.value.bytes)
    return added.ok ? ok([...added.value]) : added
  },
})
