/** Answers to questions that were asked back: "… — 7 means 07:00 in the morning" puts those words where the message said "7". */
import { Temporal, type WallTime } from '../../shared/time.ts'
import type { Token } from './tokens.ts'
import { tokenize } from './tokens.ts'

/** A phrase of the message and what it stands for. */
interface Clarification { readonly start: number; readonly end: number; readonly phrase: string; readonly means: string }

export interface Clarified {
  /** Tokens of the message, with clarified phrases replaced; what replaces them stands where the phrase stood. The clarifications themselves are not among them. */
  readonly tokens: readonly Token[]
  readonly clarifications: readonly Clarification[]
}

/** Reads clarifications from the end of a message: lines, or parts behind a dash, of the form "… means …" or „… meint …“ whose phrase occurs before them. */
export const clarify = (text: string): Clarified => {
  const clarifications: Clarification[] = []
  let body = text
  for (;;) {
    const found = /(?:^|\n|\s[—–]\s)\s*["“”']?([^\n—–]{1,80}?)["“”']?\s+(?:means|meint)\s+([^\n—–]{1,110}?)\s*[.]?\s*$/iu.exec(body)
    if (found?.[1] === undefined || found[2] === undefined || found.index === 0) break
    const phrase = found[1]
    if (places(tokenize(body.slice(0, found.index)), tokenize(phrase)).length === 0) break
    const start = found.index + found[0].length - found[0].trimStart().length
    const lead = /^[—–]\s*/.exec(text.slice(start))?.[0].length ?? 0
    clarifications.unshift({ start: start + lead, end: found.index + found[0].trimEnd().length, phrase, means: found[2] })
    body = body.slice(0, found.index)
  }
  let tokens: readonly Token[] = tokenize(body)
  for (const { phrase, means } of clarifications) tokens = replaced(tokens, tokenize(phrase), tokenize(means.replace(DAY_STOP, '$1')))
  return { tokens, clarifications }
}

/** "23. November": the full stop of a day, which ends no sentence. */
const DAY_STOP = /\b(\d{1,2})\.(?=\s+\p{L})/gu

/** Where the words of a phrase stand in a row. */
const places = (tokens: readonly Token[], phrase: readonly Token[]): number[] =>
  phrase.length === 0 ? [] : tokens.flatMap((_, at) => (phrase.every((word, i) => tokens[at + i]?.lower === word.lower) ? [at] : []))

const replaced = (tokens: readonly Token[], phrase: readonly Token[], means: readonly Token[]): Token[] => {
  const result: Token[] = []
  const at = new Set(places(tokens, phrase))
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i]
    if (token === undefined) break
    if (!at.has(i)) { result.push(token); continue }
    const end = tokens[i + phrase.length - 1]?.end ?? token.end
    result.push(...means.map((word) => ({ ...word, start: token.start, end })))
    i += phrase.length - 1
  }
  return result
}

/** A choice to send, in the language of the message: what a phrase of it stands for. */
export const meaning = (language: Speaks, phrase: string, sense: string): string => `${phrase} ${language === 'de' ? 'meint' : 'means'} ${sense}`

/** That a phrase stands for the next time to come. */
export const coming = (language: Speaks, phrase: string): string[] => (language === 'de' ? ['heute Nacht', 'morgen'] : ['tonight', 'tomorrow']).map((sense) => meaning(language, phrase, sense))

/** A date in words that the grammar reads back the same: "23 November 2026", "23. November 2026". */
export const plainDate = (language: Speaks, iso: string): string => Temporal.PlainDate.from(iso).toLocaleString(language === 'de' ? 'de-DE' : 'en-GB', { day: 'numeric', month: 'long', year: 'numeric' })

/** "07:00 in the morning", "07:00 Uhr": no half of the day is left open. */
export const plainClock = (language: Speaks, time: string): string =>
  language === 'de' ? `${time} Uhr` : `${time} ${time < '05:00' ? 'at night' : time < '12:00' ? 'in the morning' : time < '18:00' ? 'in the afternoon' : 'in the evening'}`

/** "23 November 2026 at 07:00". */
export const plainMoment = (language: Speaks, wall: WallTime): string => `${plainDate(language, wall.slice(0, 10))} ${language === 'de' ? 'um' : 'at'} ${wall.slice(11)}`

type Speaks = 'en' | 'de'
