/**
 * A language other than English for default deny: its public words, how they inflect, and which of them are also names.
 * To add one: 1. its word lists as JSON here  2. a file that builds it with `createLanguage`  3. a line in `loadLanguages`  4. texts in its test.
 */
export interface Language {
  readonly code: 'de' | 'fr' | 'es'
  /** Whether a lower-case word is a common public one, in any of its regular forms. */
  readonly has: (lowerCaseWord: string) => boolean
  /** Whether the word is listed as it stands: quick, for telling the language. */
  readonly lists: (lowerCaseWord: string) => boolean
  /** Words of grammar: they tell the language, and are no names however they are capitalised. */
  readonly grammar: ReadonlySet<string>
  /** Public words that are also names of people or places. */
  readonly alsoNames: ReadonlySet<string>
  /** What stands before a name and belongs to it: "Frau", "tonton", "doña", "Kita". */
  readonly titles: ReadonlySet<string>
  /** Words after which a noun stands that is no name, where every noun has a capital. Empty where a capital inside a sentence means a name. */
  readonly beforeNouns: ReadonlySet<string>
}

export interface LanguageParts extends Omit<Language, 'has' | 'lists' | 'grammar' | 'alsoNames' | 'titles' | 'beforeNouns'> {
  readonly words: readonly string[]
  readonly names: readonly string[]
  readonly grammar: string
  readonly titles: string
  readonly beforeNouns?: string
  /** Ways to cut a word in two whose parts must both be public words and no names. */
  readonly halves?: (lowerCaseWord: string) => readonly (readonly [first: string, second: string])[]
  /** The base forms a regular form may come from, likeliest first. */
  readonly bases: (lowerCaseWord: string) => readonly string[]
}

/** Throws when a list is too short to be whole: then nothing leaves. */
export function createLanguage({ code, words, names, grammar, titles, beforeNouns = '', halves, bases }: LanguageParts): Language {
  if (words.length < LEAST_WORDS || names.length < LEAST_NAMES) throw new Error(`the ${code} word list is incomplete`)
  const ofGrammar = new Set(grammar.split(' ')), alsoNames = new Set(names)
  const known = new Set([...words, ...ofGrammar])
  // As people type on a keyboard without accents.
  for (const word of words) known.add(plain(word))
  // What is a name must be listed itself: "Lucía" is no form of "lucir".
  const isForm = (word: string): boolean => known.has(word) || bases(word).some((base) => known.has(base))
  const isPart = (word: string): boolean => !alsoNames.has(word) && isForm(word)
  return { code, lists: (word) => known.has(word), has: (word) => known.has(word) || isPart(word) || (halves?.(word).some(([first, second]) => isPart(first) && isPart(second)) ?? false), grammar: ofGrammar, alsoNames, titles: new Set(titles.split(' ')), beforeNouns: new Set(beforeNouns === '' ? [] : beforeNouns.split(' ')) }
}

const plain = (word: string): string => word.normalize('NFD').replace(/\p{M}/gu, '')

const LEAST_WORDS = 4000
const LEAST_NAMES = 150

/** The endings of a word replaced by what its base may end in. Stems shorter than three letters are no bases. */
export const withoutEndings = (word: string, endings: readonly (readonly [ending: string, base: string])[]): string[] =>
  endings.flatMap(([ending, base]) => (word.length - ending.length >= 3 && word.endsWith(ending) ? [word.slice(0, word.length - ending.length) + base] : []))
