/** Tells in which language a message is written, by its words of grammar and by the words that only one language has. */
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
 * told. `isEnglish` says of each word whether English has it. A wrong answer masks too much: each language lets only its own words leave.
 */
export function detectLanguage(words: readonly Word[], isEnglish: readonly boolean[], languages: readonly Language[]): Language | undefined {
  let all = 0, english = 0, strange = 0
  words.forEach((word, at) => {
    if (!isTelling(word)) return
    all++
    if (word.roles.grammar) english++
    else if (isEnglish[at] !== true) strange++
  })
  if (english >= ENOUGH * all || all - strange >= MOSTLY * all || all - english < LEAST) return undefined
  /** The words that are no English grammar, and those of them that English has not. */
  const others = words.filter((word) => isTelling(word) && !word.roles.grammar).map(({ lower }) => lower), unknown = words.filter((word, at) => isTelling(word) && !word.roles.grammar && isEnglish[at] !== true).map(({ lower }) => lower)
  const counts = languages.map(({ grammar }) => others.filter((lower) => grammar.has(lower)).length)
  if (english > Math.max(1, ...counts)) return undefined
  languages.forEach(({ grammar, alsoNames, lists }, i) => { counts[i] = (counts[i] ?? 0) + unknown.filter((lower) => lists(lower) && !grammar.has(lower) && !alsoNames.has(lower)).length })
  const most = Math.max(...counts)
  return most >= LEAST && most >= all * LEAST_SHARE && most > english ? languages[counts.indexOf(most)] : undefined
}

const isTelling = (word: Word): boolean => !word.number && word.text.length > 1
