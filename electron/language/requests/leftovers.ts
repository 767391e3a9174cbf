/** Words that say when and were not read: a request that drops them could be put at the wrong time, so it asks. */
import type { Token } from '../tokens.ts'
import { monthOf, weekdayOf } from '../words.ts'
import type { Clause } from './clauses.ts'
import { lowerAt } from './calendar-words.ts'

/** The first word of time outside every phrase that was read; a word that may be part of a title ("morning run", "weekly shop") is none. */
export const unreadTime = ({ tokens, phrases }: Clause): Token | undefined => {
  const isRead = (i: number): boolean => phrases.some(({ from, to }) => i >= from && i < to)
  const dayIsRead = phrases.some(({ phrase }) => (phrase.kind === 'moment' && phrase.moment.day !== undefined) || /^(?:days|range|several|repeat|vague-day)$/.test(phrase.kind))
  return tokens.find((token, i) => !isRead(i) && (saysWhen(tokens, token, i) || isUnknownFeast(tokens, i) || (!dayIsRead && isUnknownDay(tokens, i, isRead))))
}

/** Feasts that no rule here can place. */
const feasts = /^(?:eid|diwali|divali|hanukkah|chanukah|chanukka|passover|pesach|purim|ramadan|vaisakhi|holi|navratri|nowruz|vesak|sukkot|shavuot|zuckerfest|opferfest|advent|kirmes|fasching|fastnacht|karneval|carnival|otherfeast)$/
const notDays = /^(?:today|everyday|monday|tuesday|wednesday|thursday|friday|saturday|sunday|holiday|midday|workday|payday|elternabend|spieleabend|filmabend)$/

/** "In Advent", "until Purim": beside another day too. */
const isUnknownFeast = (tokens: readonly Token[], at: number): boolean => feasts.test(lowerAt(tokens, at)) && /^(?:in|on|during|until|till|before|after|from|by)$/.test(lowerAt(tokens, at - 1))

/** "On Burns Night", "am Waldtag", "on Lena's birthday": a day by a name that is not known. "Sports day" without "on" is a thing. */
const isUnknownDay = (tokens: readonly Token[], at: number, isRead: (i: number) => boolean): boolean => {
  const word = lowerAt(tokens, at)
  if (feasts.test(word)) return /^(?:on|at|until|till|before|after|from|by|for|the|to)$/.test(lowerAt(tokens, at - 1)) || tokens[at + 1] === undefined || isRead(at + 1)
  if (notDays.test(word) || !/(?:day|tag|abend|night)$/.test(word)) return false
  return [1, 2, 3].some((back) => lowerAt(tokens, at - back) === 'on' && !tokens.slice(at - back + 1, at).some(({ kind }, i) => kind === 'mark' || isRead(at - back + 1 + i)))
}

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
  // "This Sunday and next".
  if (token.lower === 'next') return /^(?:and|or)$/.test(lowerAt(tokens, at - 1)) && (tokens[at + 1] === undefined || /^(?:at|,)$/.test(lowerAt(tokens, at + 1)))
  if (/^(?:half|quarter)$/.test(token.lower)) return /^(?:past|to)$/.test(lowerAt(tokens, at + 1))
  return token.capital && monthOf(token) !== undefined && (tokens[at + 1]?.kind === 'number' || tokens[at + 1]?.kind === 'ordinal' || beside.test(lowerAt(tokens, at - 1)))
}
