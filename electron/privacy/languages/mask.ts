/** Default deny in a language other than English: simpler rules than the English ones, and stricter. */
import { isTypedValue } from '../numbers.ts'
import type { Judgement } from '../vocabulary.ts'
import { ALWAYS_PUBLIC } from '../words/household.ts'
import { joinsName, type Word } from '../words.ts'
import type { Language } from './language.ts'

export function judgeForeign(words: readonly Word[], language: Language): Judgement[] {
  const judged = words.map((_, at) => judge(words, at, language))
  // Whatever word follows a title is a name: "Frau Klein", "Herr Dr. Vogel", "M. et Mme Blanc".
  for (let at = words.length - 1; at > 0; at--) {
    const word = words[at], before = words[at - 1]
    if (word === undefined || before === undefined || word.number || !language.titles.has(before.lower) || !/^(?: |\. ?)$/.test(word.gap)) continue
    const isName = judged[at] !== 'free' || language.titles.has(word.lower) || (word.capital !== 'none' && !language.grammar.has(word.lower)) || language.alsoNames.has(word.lower)
    if (!isName || (language.titles.has(word.lower) && judged[at] === 'free')) continue
    judged[at - 1] = 'name'
    judged[at] = judged[at] === 'free' ? 'name' : judged[at] ?? 'name'
    const joint = words[at - 2], other = words[at - 3]
    if (joint !== undefined && other !== undefined && /^(?:et|und|y)$/.test(joint.lower) && language.titles.has(other.lower)) { judged[at - 2] = 'name'; judged[at - 3] = 'name' }
  }
  const isMaskedName = (at: number): boolean => judged[at] !== undefined && judged[at] !== 'free' && words[at]?.number === false
  words.forEach((word, at) => {
    const after = words[at + 1], before = words[at - 1]
    if (judged[at] !== 'free' || word.number) return
    const next = after !== undefined && isMaskedName(at + 1) && after.capital !== 'none' && joinsName(after.gap)
    const last = before !== undefined && isMaskedName(at - 1) && before.capital !== 'none' && joinsName(word.gap) && !word.opens
    if (word.capital !== 'none' && !language.grammar.has(word.lower) && (last || (next && language.beforeNouns.size === 0 && !word.opens))) judged[at] = 'name'
  })
  return judged
}

function judge(words: readonly Word[], at: number, language: Language): Judgement {
  const word = words[at], before = words[at - 1]
  if (word === undefined) return 'free'
  if (word.number) return isTypedValue(word, words[at + 1]) ? 'free' : 'unknown'
  if (!language.has(word.lower)) return ALWAYS_PUBLIC.has(word.lower) ? 'free' : 'unknown'
  const isShouted = word.capital === 'all' && (before?.capital === 'all' || words[at + 1]?.capital === 'all')
  if (word.capital === 'none' || language.grammar.has(word.lower)) return 'free'
  const afterArticle = before !== undefined && language.beforeNouns.has(before.lower) && word.gap === ' '
  // "3. Mai", "im Sommer".
  if (language.alsoNames.has(word.lower)) return afterArticle || (before?.number === true && word.gap !== '') ? 'free' : 'name'
  return word.opens || isShouted || language.beforeNouns.size > 0 ? 'free' : 'name'
}
