/** The grammar's own names for weekdays, months and ordinals, as RFC 5545 and the matchers write them. */
import type { Token } from '../tokens.ts'
import { digitsOf } from '../tokens.ts'
import { shortWeekdayOf, weekdayOf, wholeNumber } from '../words.ts'
import type { Match } from '../grammar.ts'

const monthNames = ['january', 'february', 'march', 'april', 'may', 'june', 'july', 'august', 'september', 'october', 'november', 'december']
/** 1 → "january". */
export const monthName = (month: number): string | undefined => monthNames[month - 1]

/** Monday first, as RFC 5545 §3.3.10 abbreviates them. */
export const weekdayCodes = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'] as const
export type WeekdayCode = (typeof weekdayCodes)[number]
export const codeOf = (isoWeekday: number): WeekdayCode => weekdayCodes[isoWeekday - 1] ?? 'MO'

export const workingDays: readonly WeekdayCode[] = ['MO', 'TU', 'WE', 'TH', 'FR']

/** ISO weekday of a name or, where the words around it leave no doubt, of an abbreviation. */
export const anyWeekday = (token: Token | undefined): number | undefined => weekdayOf(token) ?? shortWeekdayOf(token)

const ordinalNames = new Map(Object.entries({ first: 1, second: 2, third: 3, fourth: 4, fifth: 5, last: -1 }))

/** "first", "3rd", "15.", "last" (−1), "second last" (−2). */
export const ordinalAt = (tokens: readonly Token[], at: number): Match<number> | undefined => {
  const token = tokens[at]
  if (token?.lower === 'second' && tokens[at + 1]?.lower === 'last') return { value: -2, next: at + 2 }
  const named = ordinalNames.get(token?.lower ?? '')
  if (named !== undefined) return { value: named, next: at + 1 }
  if (token?.kind === 'ordinal') return { value: digitsOf(token) ?? 1, next: at + 1 }
  const stop = tokens[at + 1]
  return token?.kind === 'number' && /^\d{1,2}$/.test(token.text) && stop?.text === '.' && stop.start === token.end && tokens[at + 2] !== undefined ? { value: Number(token.text), next: at + 2 } : undefined
}

export const lowerAt = (tokens: readonly Token[], at: number): string => tokens[at]?.lower ?? ''

/** A whole number in digits or words that is no time of day or date. */
export const countAt = (tokens: readonly Token[], at: number): Match<number> | undefined => (tokens[at]?.lower === 'a' || tokens[at]?.lower === 'an' ? { value: 1, next: at + 1 } : wholeNumber(tokens, at))
