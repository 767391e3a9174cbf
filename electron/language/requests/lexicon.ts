/**
 * The seam between a language and the grammar: a language is a table of its phrases and the grammar's own words for them.
 * To add a language: 1. a file like german.ts  2. its name in `lexicons`  3. phrases in evals/data  4. a row in tests/unit/language-requests.test.ts.
 */
import { english } from './english.ts'
import { german } from './german.ts'

/** How times are said back. */
export interface Speech {
  /** Monday first. */
  readonly weekdays: readonly string[]
  readonly months: readonly string[]
  /** "Thu 3 Dec" or "Do 3. Dez". */
  readonly dayMark: '' | '.'
  readonly words: Readonly<Record<SpokenWord, string>>
}

export type SpokenWord = 'every' | 'day' | 'week' | 'month' | 'year' | 'hour' | 'days' | 'weeks' | 'months' | 'years' | 'hours' | 'on' | 'last' | 'until' | 'times' | 'except' | 'from' | 'by' | 'about' | 'or' | 'before' | 'the' | 'lastDay' | 'working' | 'readAs'

export interface Lexicon {
  readonly language: 'en' | 'de'
  /** A phrase in the notation of `phraseBook`, and what the grammar calls it. The grammar's words are English in their plainest form. */
  readonly glosses: readonly (readonly [phrase: string, grammar: string])[]
  /** Verbs that part with a particle, which then ends the clause: "sag … ab". `means` is one word of the grammar, and so is what stays of the particle: "zieh … vor" is "move … forward". */
  readonly separable: readonly { readonly verb: RegExp; readonly particle: string; readonly means: string; readonly stays?: string }[]
  /** Names of weekdays and months of at least six letters, small: misspellings are read as one of them. */
  readonly dayNames: readonly string[]
  /** Words of things that happen in the morning, and in the evening: they settle which half of the day "at 7" is in. */
  readonly morning: RegExp
  readonly evening: RegExp
  /** Words of what keeps opening hours: of seven and eight o'clock the one in the morning. */
  readonly office: RegExp
  /** "7:30" and "7 Uhr" are read as on a 24-hour clock. */
  readonly clockOf24: boolean
  /** Words that stand for a person of the household: "Grandma". */
  readonly kin: RegExp
  /** Words before a surname: "Mr", "Frau". */
  readonly honorific: RegExp
  /** Every noun has a capital, so that a capital says nothing about names. */
  readonly capitalNouns: boolean
  /** A genitive that is glued to a name: "Lenas". */
  readonly genitive: RegExp
  readonly speech: Speech
}

/** Of a language tag, "de" or "en-GB"; a language without a lexicon is read as English. */
export const lexiconOf = (tag: string): Lexicon => lexicons.find(({ language }) => language === tag.toLowerCase().split('-')[0]) ?? english

const lexicons: readonly Lexicon[] = [english, german]
