/** Names that carry no capital, told by what stands around them: "dr flowers", "nobody told thu that", "250 to mark for the roof", "from next". */
import { isPossessive } from './names.ts'
import { mainlyWords, rareNames } from './words/names.ts'
import { attributes, formalTitles, kin, personal, placed, receivers, thirdPerson, titles, toldTo } from './words/people.ts'
import { alsoShops } from './words/shops.ts'
import type { Word } from './words.ts'

const modals = new Set(['will', 'may', 'can'])
/** What can follow who is told: a clause, or what it is about. */
const clauses = new Set('that to about if whether we i he she they you it not'.split(' '))
/** Whom one tells without naming anybody, and what one asks for. */
const nobody = new Set('people everyone everybody somebody someone anybody anyone nobody folks guests visitors reception support customer service services security management staff school nursery work permission advice help questions goodness god time around back again out off up first later please both all others another one two three mum mom mummy mommy dad daddy mama papa'.split(' '))
const written = new Set('note letter message email text card word call cheque check this it parcel'.split(' '))
const determiners = new Set('the a an my our your his her their this that some any no'.split(' '))

/** A shop as a subject without an article: ", spar has charcoal". */
export function isShopSubject(words: readonly Word[], at: number): boolean {
  const word = words[at], after = words[at + 1]
  return word !== undefined && after !== undefined && after.gap === ' ' && (word.opens || (word.gap.length > 1 && /^[,;:] /.test(word.gap))) && alsoShops.has(word.lower) && !word.roles.grammar && (/^(?:want|wants|charge|charges|offer|offers|sell|sells|deliver|delivers|has|have|says|is|does)$/.test(after.lower))
}

/** For a word in lower case, or one whose capitals say nothing. Looks at no more than three words to either side. */
export function isNamedByContext(words: readonly Word[], at: number): boolean {
  const word = words[at], before = words[at - 1]
  if (word === undefined || before === undefined || !before.roles.leads || word.opens || (word.gap !== ' ' && word.gap !== '. ') || (word.roles.grammar && !modals.has(word.lower))) return false
  const after = follower(words, at)
  if (modals.has(word.lower) && !(after !== undefined && (thirdPerson.has(after.lower) || clauses.has(after.lower)))) return false
  if (formalTitles.has(before.lower)) return !thirdPerson.has(word.lower) && !personal.has(word.lower)
  if (attributes.has(before.lower)) return word.roles.name && !mainlyWords.has(word.lower) && !determiners.has(words[at - 2]?.lower ?? '')
  if (titles.has(before.lower) || (kin.has(before.lower) && !titles.has(word.lower))) return (word.roles.name || rareNames.has(word.lower)) && !thirdPerson.has(word.lower) && !personal.has(word.lower)
  if (after !== undefined && isPossessive(after) && /^(?:to|from|at|by|with|for|and)$/.test(before.lower) && word.roles.name) return true
  const ends = after === undefined || after.roles.grammar
  if (toldTo.has(before.lower) && after !== undefined && clauses.has(after.lower)) return !nobody.has(word.lower) && !kin.has(word.lower) && !titles.has(word.lower) && !/(?:s|ly|ing)$/.test(word.lower)
  if (receivers.has(before.lower) && word.roles.name && ends) { const subject = words[at - 2]; return subject !== undefined && (subject.number || written.has(subject.lower)) }
  return placed.has(before.lower) && alsoShops.has(word.lower) && ends
}

/** The word that follows in the same clause. */
function follower(words: readonly Word[], at: number): Word | undefined {
  const next = words[at + 1]
  return next === undefined || next.opens || /[,;:]/.test(next.gap) ? undefined : next
}
