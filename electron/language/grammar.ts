/**
 * Small matchers over tokens, to be put together into a grammar.
 * To add a phrase: 1. write its pattern into a phrase book  2. give it its value  3. add a sentence with it to the test table.
 */
import type { Token } from './tokens.ts'

export interface Match<T> {
  readonly value: T
  /** Index of the first token after the match. */
  readonly next: number
}

/** Reads a value at a place, or says that there is none. Never looks at anything but the tokens. */
export type Matcher<T> = (tokens: readonly Token[], at: number) => Match<T> | undefined

/**
 * A pattern of words in a row: "as cheap|cheaply as possible". Alternatives are parted by |, and a slot that ends in ? may be missing.
 * Matches words only, whatever their case.
 */
export const words = (pattern: string): Matcher<true> => {
  const slots = slotsOf(pattern)
  return (tokens, at) => {
    const next = follow(slots, 0, tokens, at)
    return next === undefined || next === at ? undefined : { value: true, next }
  }
}

/** Many patterns with a value each; the longest that fits wins, and of two of the same length the earlier in the list. */
export const phraseBook = <T>(entries: readonly (readonly [pattern: string, value: T])[]): Matcher<T> => {
  const byFirst = new Map<string, { slots: readonly Slot[]; value: T }[]>()
  for (const [pattern, value] of entries) {
    const slots = slotsOf(pattern)
    for (const first of firstWords(slots)) byFirst.set(first, [...(byFirst.get(first) ?? []), { slots, value }])
  }
  return (tokens, at) => {
    let best: Match<T> | undefined
    for (const { slots, value } of byFirst.get(tokens[at]?.lower ?? '') ?? []) {
      const next = follow(slots, 0, tokens, at)
      if (next !== undefined && next > (best?.next ?? at)) best = { value, next }
    }
    return best
  }
}

/** The alternative that reads furthest; of two that read as far, the first. */
export const longest = <T>(...options: readonly Matcher<T>[]): Matcher<T> => (tokens, at) => {
  let best: Match<T> | undefined
  for (const option of options) {
    const match = option(tokens, at)
    if (match !== undefined && match.next > (best?.next ?? at)) best = match
  }
  return best
}

/** The same match with its value turned into another, or refused by `undefined`. */
export const convert = <A, B>(matcher: Matcher<A>, turn: (value: A) => B | undefined): Matcher<B> => (tokens, at) => {
  const match = matcher(tokens, at)
  if (match === undefined) return undefined
  const value = turn(match.value)
  return value === undefined ? undefined : { value, next: match.next }
}

/** Where a pattern ends when it stands at `at`, else `at` itself: for what may be missing. */
export const skip = (matcher: Matcher<unknown>, tokens: readonly Token[], at: number): number => matcher(tokens, at)?.next ?? at

interface Slot { readonly options: readonly string[]; readonly optional: boolean }

const slotsOf = (pattern: string): Slot[] => pattern.split(' ').map((slot) => ({ options: slot.replace(/\?$/, '').split('|'), optional: slot.endsWith('?') }))

const follow = (slots: readonly Slot[], index: number, tokens: readonly Token[], at: number): number | undefined => {
  const slot = slots[index]
  if (slot === undefined) return at
  const token = tokens[at]
  if (token !== undefined && token.kind !== 'mark' && slot.options.includes(token.lower)) {
    const next = follow(slots, index + 1, tokens, at + 1)
    if (next !== undefined) return next
  }
  return slot.optional ? follow(slots, index + 1, tokens, at) : undefined
}

const firstWords = (slots: readonly Slot[]): string[] => {
  const first: string[] = []
  for (const slot of slots) {
    first.push(...slot.options)
    if (!slot.optional) break
  }
  return first
}
