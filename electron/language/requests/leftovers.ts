/** Words that say when and were not read: a request that drops them could be put at the wrong time, so it asks. */
import type { Token } from '../tokens.ts'
import { monthOf, weekdayOf } from '../words.ts'
import type { Clause } from './clauses.ts'
import { lowerAt } from './calendar-words.ts'

/** The first word of time outside every phrase that was read; a word that may be part of a title ("morning run", "weekly shop") is none. */
export const unreadTime = ({ tokens, phrases }: Clause): Token | undefined => tokens.find((token, i) => !phrases.some(({ from, to }) => i >= from && i < to) && saysWhen(tokens, token, i))

const plain = /^(?:tomorrow|tonight|yesterday|fortnight|o'clock|noon|midnight|am|pm|except|excluding|daily|hourly)$/
const beside = /^(?:past|to|of|from|before|after|until|in|on)$/

const saysWhen = (tokens: readonly Token[], token: Token, at: number): boolean => {
  if (token.kind === 'clock' || token.kind === 'date') return true
  if (token.kind === 'number' && lowerAt(tokens, at + 1) === ':' && tokens[at + 2]?.kind === 'number') return true
  if (token.kind !== 'word') return false
  // "I am".
  if (token.lower === 'am') return tokens[at - 1]?.kind === 'number'
  if (plain.test(token.lower) || weekdayOf(token) !== undefined) return true
  if (token.lower === 'every') return tokens[at + 1]?.kind === 'number' || tokens[at + 1]?.kind === 'ordinal' || weekdayOf(tokens[at + 1]) !== undefined || /^(?:other|second|third|fourth|few|now|day|week|month|year|morning|evening|night)$/.test(lowerAt(tokens, at + 1))
  if (/^(?:half|quarter)$/.test(token.lower)) return /^(?:past|to)$/.test(lowerAt(tokens, at + 1))
  return token.capital && monthOf(token) !== undefined && (tokens[at + 1]?.kind === 'number' || tokens[at + 1]?.kind === 'ordinal' || beside.test(lowerAt(tokens, at - 1)))
}
