/** Conversations, their turns, and the tokens that stand for private values in each conversation. */
import { z } from 'zod'
import { Conversation, Turn } from '../../shared/conversation.ts'
import { fromInstant } from '../../shared/time.ts'
import { accept, refusal, stored } from './refusal.ts'
import { transaction, type Database } from './database.ts'

const Key = z.string().min(1).max(64)
const Tokens = z.map(z.string().min(1).max(200), z.string().max(4000))

/** By when something last happened in them, newest first. */
export const listConversations = (database: Database): readonly Conversation[] =>
  database.prepare<[], string>('SELECT body FROM conversations ORDER BY last_at DESC, position DESC').pluck().all().map((body) => stored(Conversation, 'conversations', body))

/** Adds it, or replaces the one with its id. */
export const saveConversation = (database: Database, input: Conversation): null => {
  const conversation = accept(Conversation, input)
  database.prepare('INSERT INTO conversations (id, last_at, body) VALUES (?, ?, ?) ON CONFLICT (id) DO UPDATE SET last_at = excluded.last_at, body = excluded.body')
    .run(conversation.id, fromInstant(conversation.lastAt), JSON.stringify(conversation))
  return null
}

/** Removes it with its turns and tokens. Refuses with `vault.not-found`. */
export const removeConversation = (database: Database, id: string): null => {
  if (database.prepare('DELETE FROM conversations WHERE id = ?').run(accept(Key, id)).changes === 0) throw refusal('vault.not-found')
  return null
}

/** In the order they were first saved. */
export const listTurns = (database: Database, conversationId: string): readonly Turn[] =>
  database.prepare<[string], string>('SELECT body FROM turns WHERE conversation_id = ? ORDER BY position').pluck().all(accept(Key, conversationId)).map(turnOf)

const Page = z.strictObject({ before: Key.nullable(), until: Key.nullable(), limit: z.int().min(1).max(1000) })
/** Which turns of a conversation: the last `limit` before one (null: the end), and more where those do not reach back to `until`. */
export type Page = z.infer<typeof Page>
export interface PageOfTurns { readonly turns: readonly Turn[]; /** how many stand before them */ readonly earlier: number }

/** In the order they were first saved. A turn that is not there bounds nothing. */
export const pageOfTurns = (database: Database, conversationId: string, page: Page): PageOfTurns => {
  const id = accept(Key, conversationId), { before, until, limit } = accept(Page, page)
  const placeOf = (turnId: string | null): number | undefined => database.prepare<[string | null, string], number>('SELECT position FROM turns WHERE id = ? AND conversation_id = ?').pluck().get(turnId, id)
  const end = placeOf(before) ?? Number.MAX_SAFE_INTEGER, from = placeOf(until)
  const last = database.prepare<[string, number, number], number>('SELECT position FROM turns WHERE conversation_id = ? AND position < ? ORDER BY position DESC LIMIT ?').pluck().all(id, end, limit).at(-1) ?? end
  const first = Math.min(last, from ?? last)
  const turns = database.prepare<[string, number, number], string>('SELECT body FROM turns WHERE conversation_id = ? AND position >= ? AND position < ? ORDER BY position').pluck().all(id, first, end).map(turnOf)
  return { turns, earlier: database.prepare<[string, number], number>('SELECT count(*) FROM turns WHERE conversation_id = ? AND position < ?').pluck().get(id, first) ?? 0 }
}

/** One turn. Refuses with `vault.not-found`. */
export const readTurn = (database: Database, id: string): Turn => {
  const body = database.prepare<[string], string>('SELECT body FROM turns WHERE id = ?').pluck().get(accept(Key, id))
  if (body === undefined) throw refusal('vault.not-found')
  return turnOf(body)
}

/** Adds it at the end of its conversation, or replaces the one with its id where it stands. Refuses with `vault.not-found` when the conversation is gone. */
export const saveTurn = (database: Database, input: Turn): null => {
  const turn = accept(Turn, input)
  return transaction(database, () => {
    mustExist(database, turn.conversationId)
    const { changes } = database.prepare('INSERT INTO turns (id, conversation_id, body) VALUES (?, ?, ?) ON CONFLICT (id) DO UPDATE SET body = excluded.body WHERE conversation_id = excluded.conversation_id')
      .run(turn.id, turn.conversationId, JSON.stringify(turn))
    if (changes === 0) throw new Error('a turn cannot move to another conversation')
    return null
  })
}

/** Adds conversations with their turns, all or none. Throws when one of them is there already: their ids are made for this. */
export const addConversations = (database: Database, conversations: readonly Conversation[], turns: readonly Turn[]): null => {
  const [all, said] = [accept(z.array(Conversation), conversations), accept(z.array(Turn), turns)]
  return transaction(database, () => {
    const addConversation = database.prepare('INSERT INTO conversations (id, last_at, body) VALUES (?, ?, ?)'), addTurn = database.prepare('INSERT INTO turns (id, conversation_id, body) VALUES (?, ?, ?)')
    for (const conversation of all) addConversation.run(conversation.id, fromInstant(conversation.lastAt), JSON.stringify(conversation))
    for (const turn of said) addTurn.run(turn.id, turn.conversationId, JSON.stringify(turn))
    return null
  })
}

/** Token → private value, in the order they were first saved. */
export const readTokens = (database: Database, conversationId: string): ReadonlyMap<string, string> =>
  new Map(database.prepare<[string], [string, string]>('SELECT token, value FROM tokens WHERE conversation_id = ? ORDER BY position').raw().all(accept(Key, conversationId)))

/** Adds tokens to those the conversation has; a token that is there takes the new value, none is forgotten. Refuses with `vault.not-found` when the conversation is gone. */
export const saveTokens = (database: Database, conversationId: string, input: ReadonlyMap<string, string>): null => {
  const [id, tokens] = [accept(Key, conversationId), accept(Tokens, input)]
  return transaction(database, () => {
    mustExist(database, id)
    const save = database.prepare('INSERT INTO tokens (conversation_id, token, value) VALUES (?, ?, ?) ON CONFLICT (conversation_id, token) DO UPDATE SET value = excluded.value')
    for (const [token, value] of tokens) save.run(id, token, value)
    return null
  })
}

/** Refuses with `vault.not-found`. A conversation can be removed while its answer is still being written: an expected failure, not a broken reference. */
export const mustExist = (database: Database, conversationId: string): void => {
  if (database.prepare('SELECT 1 FROM conversations WHERE id = ?').get(conversationId) === undefined) throw refusal('vault.not-found')
}

const turnOf = (body: string): Turn => stored(Turn, 'turns', body)
