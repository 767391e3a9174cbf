/** Tells from the surroundings whether a word that is also a name is meant as one. Looks at no more than three words to either side. */
import { alsoPlaces, mainlyWords, neverBare } from './words/names.ts'
import { openers } from './words/openers.ts'
import { addressing, companions, kin, personal, thirdPerson, titles, wordsAfterVerbs, wordsBeforeWords } from './words/people.ts'
import type { Word } from './words.ts'

export type Verdict = 'name' | 'word' | 'unclear'

const clauseStarts = new Set('and or but because if when that while then so whether until before after unless since as though although where once think thinks thought say says said hope hopes believe know knows guess wish'.split(' '))
const clauseEnds = new Set('to that about if whether and or when for at on from in with by before after because so who until'.split(' '))
const placeStarts = new Set('in from to near via towards around outside'.split(' '))
const auxiliaries = new Set('will would can could should may might must'.split(' '))
/** After a capitalised first word these show that it is a verb: "Mark the day", "Hope you are well". */
const objects = new Set('the a an this that these those it them you we they i he she me him us all some any every each'.split(' '))
const questions = new Set('can could will would should may does did do is was are has'.split(' '))
const modals = new Set(['will', 'may'])
const attributes = new Set('old little big baby young king queen'.split(' '))

/** Decides for a word in lower case, or one that is capitalised only because a sentence begins. Everything else is the caller's. */
export function judgeName(words: readonly Word[], at: number): Verdict {
  const word = words[at]
  if (word === undefined) return 'unclear'
  const { lower } = word
  const before = word.opens ? undefined : words[at - 1]
  const after = follower(words, at)
  const mainly = mainlyWords.has(lower) && !(word.opens && neverBare.has(lower))
  const functional = mainly && openers.has(lower)
  const ends = after === undefined || clauseEnds.has(after.lower)
  if (before !== undefined) {
    if (modals.has(lower) && (addressing.has(before.lower) || (companions.has(before.lower) && !clauseStarts.has(before.lower)))) return 'name'
    if (questions.has(before.lower) && before.opens && !mainly && after !== undefined && !wordsBeforeWords.has(after.lower)) return 'name'
    if (before.lower === 'that' && !mainly && after !== undefined && thirdPerson.has(after.lower)) return 'name'
    if (wordsBeforeWords.has(before.lower)) return 'word'
    if (isTitle(before.lower) && !functional) return 'name'
    if (addressing.has(before.lower)) return !mainly || (ends && after !== undefined) ? 'name' : 'unclear'
    if (placeStarts.has(before.lower) && alsoPlaces.has(lower)) return ends ? 'name' : 'unclear'
    if (after === undefined && !mainly && /^(?:for|to|by)$/.test(before.lower)) return 'name'
    if (companions.has(before.lower) && !mainly && !['for', 'to', 'by', 'and', 'or', 'without', 'than'].includes(before.lower)) return 'name'
  }
  const subject = before === undefined || before.number || /[,;:]/.test(word.gap) || clauseStarts.has(before.lower) || isTitle(before.lower) || kin.has(before.lower)
  if (after !== undefined) {
    if (modals.has(lower) && auxiliaries.has(after.lower)) return 'name'
    if (before === undefined && !isInitial(words, at + 1) && (objects.has(after.lower) || (wordsAfterVerbs.has(after.lower) && openers.has(lower)))) return 'word'
    if (isPossessive(after)) return mainly && !(before === undefined && word.capital !== 'none' && !functional) ? 'unclear' : 'name'
    if (subject && personal.has(after.lower)) return 'name'
    // A thing that can be counted does not begin a sentence without an article: "Summer was off sick", "Blue stays".
    if (before === undefined && word.capital !== 'none' && !functional && (thirdPerson.has(after.lower) || personal.has(after.lower) || /\w{2}ed$/.test(after.lower))) return 'name'
    if (subject && thirdPerson.has(after.lower) && (!mainly || /^(?:has|had|needs|needed|goes|gets|takes|leaves|left|wears|pays|keeps|makes|does|doesn|gives)$/.test(after.lower) || (modals.has(lower) && /^(?:is|was|comes|came)$/.test(after.lower)))) return 'name'
  }
  const next = words[at + 1]
  // The head of a list: "River → piano", "Blue (the husband)".
  if (before === undefined && word.capital !== 'none' && !functional && next !== undefined && /^(?: \(| ?(?:→|->|=) ?)/.test(next.gap)) return 'name'
  if (mainly) return 'unclear'
  if (before === undefined && next !== undefined && (/^[,:]\s/.test(next.gap) || next.gap === ' (')) return 'name'
  if (before !== undefined && word.gap.startsWith(',') && next === undefined) return 'name'
  return 'unclear'
}

/** "Tom I. Holzman": a letter with a dot is no pronoun. */
const isInitial = (words: readonly Word[], at: number): boolean => words[at]?.text.length === 1 && words[at + 1]?.gap.startsWith('.') === true

const isTitle = (lower: string): boolean => kin.has(lower) || (titles.has(lower) && !attributes.has(lower))
export const isPossessive = (word: Word): boolean => word.lower === 's' && (word.gap === '’' || word.gap === "'")

const adverbs = new Set('also always never usually often just still already really only'.split(' '))

/** The word that follows in the same clause, adverbs before a verb passed over. */
function follower(words: readonly Word[], at: number): Word | undefined {
  const next = words[at + 1], second = words[at + 2]
  if (next === undefined || next.opens || /[,;:]/.test(next.gap)) return undefined
  return adverbs.has(next.lower) && second?.gap === ' ' ? second : next
}

const monthNames = new Set('april may june august march jan feb mar apr jun jul aug sep sept oct nov dec'.split(' '))
const monthStarts = new Set('in on by since until till of next last this every early late mid from during each between end'.split(' '))

/** Whether a capitalised April, May, June, August, March or a short month is the month: a preposition of time or a number stands beside it. */
export function isMonth(words: readonly Word[], at: number): boolean {
  const word = words[at], before = words[at - 1], after = words[at + 1]
  if (word === undefined || !monthNames.has(word.lower)) return false
  if (after?.number === true && after.gap.length <= 2) return true
  return before !== undefined && !word.opens && (before.number || monthStarts.has(before.lower) || (/^(?:and|to|or)$/.test(before.lower) && at >= 3 && isMonth(words, at - 2)))
}
