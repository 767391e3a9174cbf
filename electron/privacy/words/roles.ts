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
}

const allNames = new Set([...mostlyNames, ...alsoNames, ...alsoPlaces])
const listed: ReadonlyMap<string, Roles> = new Map([...functionWords, ...leads, ...allNames].map((word) => [word, { grammar: functionWords.has(word), leads: leads.has(word), name: allNames.has(word) }]))
const none: Roles = { grammar: false, leads: false, name: false }

export const rolesOf = (lowerCaseWord: string): Roles => listed.get(lowerCaseWord) ?? none
