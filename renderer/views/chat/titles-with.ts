/** Finding conversations by the title that somebody gave them. */
import type { Conversation } from '../../../shared/conversation.ts'

/** Those in whose title every word of the query begins a word, whatever their case and accents: the rule of the search over turns. */
export const titlesWith = (conversations: readonly Conversation[], query: string): readonly Conversation[] => {
  const wanted = wordsOf(query)
  return wanted.length === 0 ? [] : conversations.filter(({ title }) => { const words = wordsOf(title); return wanted.every((one) => words.some((word) => word.startsWith(one))) })
}

const wordsOf = (text: string): string[] => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().split(/[^\p{L}\p{N}]+/u).filter((word) => word !== '')
