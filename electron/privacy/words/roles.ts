/** What the lists that are asked about every word of a text say of it, found in one look-up. */
import { alsoNames, alsoPlaces, mostlyNames } from './names.ts'
import { functionWords } from './openers.ts'
import { leads } from './people.ts'

export interface Roles {
  /** A word of English grammar. */
  readonly grammar: boolean
  /** A name may follow it without a capital. */
  readonly leads: boolean
  /** It is also the name of a person or place. */
  readonly name: boolean
  /** Bit by bit, the lists made by `anyOf` on which it stands. */
  readonly lists: number
}

const allNames = new Set([...mostlyNames, ...alsoNames, ...alsoPlaces])
const listed = new Map([...functionWords, ...leads, ...allNames].map((word): [string, Roles] => [word, { grammar: functionWords.has(word), leads: leads.has(word), name: allNames.has(word), lists: 0 }]))
const none: Roles = { grammar: false, leads: false, name: false, lists: 0 }

/** A list of words that is asked of a whole text: whether one of them stands in it. */
export interface WordList { readonly bit: number }
let lists = 0

/** Lists words in lower case as `wordsOf` cuts them. Refuses a 33rd list, which would have no bit. */
export function anyOf(words: readonly string[]): WordList {
  if (lists === 32) throw new RangeError('there are no more than 32 lists of words to look for')
  const bit = 1 << lists++
  for (const word of words) {
    const roles = rolesOf(word)
    listed.set(word, { ...roles, lists: roles.lists | bit })
  }
  return { bit }
}

export const rolesOf = (lowerCaseWord: string): Roles => listed.get(lowerCaseWord) ?? none
