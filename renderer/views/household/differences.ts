/** Two texts compared word by word, tokens kept whole, and long stretches that are the same cut short. */
import { diffArrays } from 'diff'

/** A stretch as it stands in each text; empty where it is not in that one. `isSame`: but for white space, and for the letters of tokens, which only count them. */
export interface Stretch { readonly isSame: boolean; readonly before: string; readonly after: string }

/** How much of what is the same stays beside a difference, in characters, cut between words. */
const CONTEXT = 60

/** In order; every `before` joined is the text before, every `after` joined the text after, unless cut short. */
export const differences = (before: string, after: string, cut: 'whole' | 'short'): readonly Stretch[] => {
  const [old, present] = [partsOf(before), partsOf(after)]
  const changes = diffArrays(old, present, { comparator: (one, other) => uncounted(one) === uncounted(other) })
  let [from, to] = [0, 0]
  return changes.map(({ added, removed, count }, index): Stretch => {
    const was = added ? [] : old.slice(from, from + count)
    const is = removed ? [] : present.slice(to, to + count)
    from += was.length
    to += is.length
    const isSame = !added && !removed
    const show = isSame && cut === 'short' ? (parts: readonly string[]): string => shortened(parts, index === 0, index === changes.length - 1) : (parts: readonly string[]): string => parts.join('')
    return { isSame, before: show(was), after: show(is) }
  })
}

/** Tokens, words, and every other character by itself, each with the white space after it. */
const partsOf = (text: string): string[] => text.match(/(?:\[[^[\]]*\]|[\p{L}\p{M}\p{N}]+|\S)\s*|\s+/gu) ?? []

/** "[PERSON_B: child] " → "[PERSON: child]": when somebody before is no longer counted, the letters move up. */
const uncounted = (part: string): string => part.trimEnd().replace(/^\[([A-Z_]+)_[A-Z]+(?=[\]:])/, '[$1')

const shortened = (parts: readonly string[], isFirst: boolean, isLast: boolean): string => {
  const [start, end] = [isFirst ? [] : upTo(CONTEXT, parts), isLast ? [] : upTo(CONTEXT, parts.toReversed()).toReversed()]
  return start.length + end.length >= parts.length ? parts.join('') : `${start.join('')}…${end.join('')}`
}

/** The first parts that together have no more characters than that. */
const upTo = (characters: number, parts: readonly string[]): readonly string[] => {
  let length = 0
  const end = parts.findIndex((part) => { length += part.length; return length > characters })
  return end === -1 ? parts : parts.slice(0, end)
}
