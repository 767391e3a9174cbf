/** What was typed and not sent, one draft per conversation and one that belongs to none yet. */
import { Draft } from '../../shared/conversation.ts'
import { mustExist } from './chat.ts'
import { transaction, type Database } from './database.ts'
import { accept } from './refusal.ts'

export const listDrafts = (database: Database): readonly Draft[] =>
  database.prepare<[], Draft>('SELECT conversation_id AS conversationId, text FROM drafts ORDER BY position').all()

/** Keeps it in place of the one there was; an empty one is forgotten. Refuses with `vault.not-found` when the conversation is gone. */
export const saveDraft = (database: Database, input: Draft): null => {
  const { conversationId, text } = accept(Draft, input)
  return transaction(database, () => {
    if (conversationId !== null) mustExist(database, conversationId)
    database.prepare('DELETE FROM drafts WHERE conversation_id IS ?').run(conversationId)
    if (text !== '') database.prepare('INSERT INTO drafts (conversation_id, text) VALUES (?, ?)').run(conversationId, text)
    return null
  })
}
