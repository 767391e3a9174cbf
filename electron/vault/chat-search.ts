/** Finding what was said: the full-text index over questions and answers that the database keeps beside its turns. */
import { z } from 'zod'
import { Conversation, MAX_QUERY, Turn, type Found, type FoundTurn } from '../../shared/conversation.ts'
import type { Database } from './database.ts'
import { accept, stored } from './refusal.ts'

const Query = z.string().max(MAX_QUERY)
const Limit = z.number().int().min(1).max(1000)
/** The longest excerpt, in words. */
const EXCERPT_WORDS = 16
/** Around a match. A text that itself held such a character would only be marked in the wrong place. */
const OPEN = '\u0002', CLOSE = '\u0003'

type Row = readonly [turn: string, conversation: string, question: string, answer: string]

/** The newest `limit` turns in whose question and answer together every word of the query begins a word, by Unicode's letters and digits, whatever their case and accents. None for a query without words. */
export const searchTurns = (database: Database, query: string, limit: number): Found => {
  const wanted = expression(accept(Query, query))
  if (wanted === '') return { turns: [], total: 0 }
  const rows = database.prepare<[string, number], Row>(`
    SELECT turns.body, conversations.body, snippet(turn_index, 0, '${OPEN}', '${CLOSE}', '…', ${EXCERPT_WORDS}), snippet(turn_index, 1, '${OPEN}', '${CLOSE}', '…', ${EXCERPT_WORDS})
    FROM turn_index JOIN turns ON turns.position = turn_index.rowid JOIN conversations ON conversations.id = turns.conversation_id
    WHERE turn_index MATCH ? ORDER BY turn_index.rowid DESC LIMIT ?`).raw().all(wanted, accept(Limit, limit))
  const total = database.prepare<[string], number>('SELECT count(*) FROM turn_index WHERE turn_index MATCH ?').pluck().get(wanted) ?? 0
  return { turns: rows.map(found), total }
}

/** In FTS5's own language: each word as a quoted string, so that nothing typed is an operator of it. */
const expression = (query: string): string =>
  query.split(/[\s\0]+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).map((word) => `"${word.replaceAll('"', '""')}" *`).join(' ')

const found = ([turnBody, conversationBody, question, answer]: Row): FoundTurn => {
  const { id, conversationId, at } = stored(Turn, 'turns', turnBody)
  return { turnId: id, conversationId, title: stored(Conversation, 'conversations', conversationBody).title, at, question: pieces(question), answer: pieces(answer) }
}

const pieces = (excerpt: string): FoundTurn['question'] =>
  excerpt.split(OPEN).flatMap((part, index) => {
    const end = index === 0 ? -1 : part.indexOf(CLOSE)
    return [{ text: part.slice(0, Math.max(end, 0)), isMatch: true }, { text: part.slice(end + 1), isMatch: false }].filter(({ text }) => text !== '')
  })
