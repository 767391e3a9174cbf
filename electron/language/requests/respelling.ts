/** Weekdays and months that are misspelled, read as the one name they can only mean; what was read is said, never silent. */
import type { Token } from '../tokens.ts'
import type { Lexicon } from './lexicon.ts'

export interface Respelled {
  readonly tokens: readonly Token[]
  /** In the order of the message. */
  readonly respelled: readonly { readonly start: number; readonly end: number; readonly name: string }[]
}

/** Shorter words are too near to others: "march" and "match", "april" and "apron". */
const LEAST_LETTERS = 6
/** Names as long as this bear two mistakes: "wensday". */
const LONG_NAME = 9

/** Words as near to a name as a misspelling of it. */
const words: ReadonlySet<string> = new Set(['sundae', 'sundaes', 'sundry'])

/** A word of at least six letters with the first letter of exactly one name, and one letter wrong, missing, too many or swapped with its neighbour. Names and words that exist stay. */
export const respell = (tokens: readonly Token[], { dayNames }: Lexicon): Respelled => {
  const respelled: { start: number; end: number; name: string }[] = []
  const read = tokens.map((token): Token => {
    const { kind, stem, lower, start, end } = token
    if (kind !== 'word' || stem.length < LEAST_LETTERS || words.has(stem) || dayNames.some((name) => stem.startsWith(name))) return token
    const meant = nameMeant(stem, dayNames) ?? (/s$/.test(stem) ? nameMeant(stem.slice(0, -1), dayNames)?.concat('s') : undefined)
    if (meant === undefined) return token
    respelled.push({ start, end, name: meant })
    return { ...token, lower: `${meant}${lower.slice(stem.length)}`, stem: meant }
  })
  return { tokens: read, respelled }
}

const nameMeant = (word: string, names: readonly string[]): string | undefined => {
  const [name, other] = names.filter((one) => one.startsWith(word.charAt(0)) && mistakes(word, one) <= (one.length >= LONG_NAME ? 2 : 1))
  return other === undefined ? name : undefined
}

/** Optimal string alignment distance: letters replaced, left out, added, or swapped with the next. At most 3, for words of very different length. */
const mistakes = (word: string, name: string): number => {
  if (Math.abs(word.length - name.length) > 2) return 3
  let before: number[] = [], last = Array.from({ length: name.length + 1 }, (_, j) => j)
  for (let i = 1; i <= word.length; i++) {
    const row = [i]
    for (let j = 1; j <= name.length; j++) {
      const replaced = (last[j - 1] ?? 0) + (word[i - 1] === name[j - 1] ? 0 : 1)
      const swapped = i > 1 && j > 1 && word[i - 1] === name[j - 2] && word[i - 2] === name[j - 1] ? (before[j - 2] ?? 0) + 1 : replaced
      row.push(Math.min(replaced, swapped, (last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1))
    }
    before = last
    last = row
  }
  return last[name.length] ?? 3
}
