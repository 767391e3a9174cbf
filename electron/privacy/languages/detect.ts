/** Tells in which language a message is written, by its words of grammar and by the words that only one language has. */
import { functionWords } from '../words/openers.ts'
import type { Word } from '../words.ts'
import type { Language } from './language.ts'

/** As many telling words, and as large a share of all, make sure of a language other than English: an address has one or two of them. */
const LEAST = 3
const LEAST_SHARE = 0.25
/** A text with so large a share of English words of grammar is English: the usual case, and quick. */
const ENOUGH = 0.34
/** So is one with so many words that English has. */
const MOSTLY = 0.6

/**
 * The language that most words of the text tell of, if more tell of it than of English; undefined for English and for what cannot be
 * told. A wrong answer masks too much: each language lets only its own words leave.
 */
export function detectLanguage(words: readonly Word[], languages: readonly Language[], isEnglish: (lowerCaseWord: string) => boolean): Language | undefined {
  let all = 0, english = 0, common = 0
  for (const { number, text, lower } of words) {
    if (number || text.length < 2) continue
    all++
    if (functionWords.has(lower)) english++
    else if (isEnglish(lower)) common++
  }
  if (english >= ENOUGH * all || english + common >= MOSTLY * all) return undefined
  const told = words.filter(({ number, text }) => !number && text.length > 1)
  const foreign = told.filter(({ lower }) => !functionWords.has(lower))
  const counts = languages.map((language) => foreign.filter(({ lower }) => language.grammar.has(lower)).length)
  if (english > Math.max(1, ...counts)) return undefined
  for (const { lower } of foreign) {
    if (isEnglish(lower)) continue
    languages.forEach((language, i) => { if (!language.grammar.has(lower) && !language.alsoNames.has(lower) && language.lists(lower)) counts[i] = (counts[i] ?? 0) + 1 })
  }
  const most = Math.max(...counts)
  return most >= LEAST && most >= all * LEAST_SHARE && most > english ? languages[counts.indexOf(most)] : undefined
}
