/** How hard a passphrase is to guess, roughly and without any word list: an encouragement, not a guarantee. */

export const MIN_PASSPHRASE = 10

export type Strength = 'short' | 'guessable' | 'fair' | 'strong'

/** Counts the bits of a random choice among the kinds of characters used, and discounts what repeats or runs in order. Below ten characters it is always `short`. */
export const strengthOf = (passphrase: string): Strength => {
  const characters = Array.from(passphrase)
  if (characters.length < MIN_PASSPHRASE) return 'short'
  const alphabet = kinds.reduce((sum, [pattern, size]) => (pattern.test(passphrase) ? sum + size : sum), 0)
  const telling = characters.filter((character, index) => !isExpected(character, characters[index - 1])).length
  const variety = new Set(characters).size
  // Words are chosen, not random letters: a letter inside a word adds about two bits (Shannon 1951).
  const perCharacter = /^[\p{L} ]+$/u.test(passphrase) ? 2 : Math.log2(Math.max(alphabet, 2)) * 0.6
  const bits = Math.min(telling, variety * 3) * perCharacter
  if (bits < 28) return 'guessable'
  return bits < 44 ? 'fair' : 'strong'
}

const kinds: readonly (readonly [RegExp, number])[] = [[/\p{Ll}/u, 26], [/\p{Lu}/u, 26], [/\d/, 10], [/[^\p{L}\d]/u, 30]]

/** Repeats the character before, or follows it in order (abc, 321). */
const isExpected = (character: string, before: string | undefined): boolean => before !== undefined && Math.abs((character.codePointAt(0) ?? 0) - (before.codePointAt(0) ?? 0)) <= 1
