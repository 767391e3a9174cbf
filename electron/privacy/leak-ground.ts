/**
 * Values that were taken up once, so that a list that differs little from one before needs only what is new. What is no longer asked for stays
 * until the ground is made anew; which values count is each list's own matter (`matcherOn`).
 */
import { calendarDay } from './leak-dates.ts'
import { foldText } from './leak-fold.ts'
import { formsOf, initialsOf, patternOf, type Forbidden, type Pattern } from './leak-forms.ts'
import { createTrie, type Trie } from './leak-trie.ts'

/** What was taken up, by the number it has here: from 0 on, in the order it came. */
export interface Ground {
  readonly trie: Trie
  readonly size: () => number
  /** The number of a value, or -1. `guess` is looked at first. */
  readonly numberOf: (entry: Forbidden, guess: number) => number
  /** Takes up a value that is not there yet; its number. */
  readonly add: (entry: Forbidden) => number
  /** The pattern behind a number that the trie tells. Made when it is first asked for: a household has thousands that no text ever names. */
  readonly patternOf: (ending: number) => Pattern
  /** Of the few that are days, have initials or hold no letter: by their number. */
  readonly traits: ReadonlyMap<number, Traits>
}

export interface Traits { readonly entry: Forbidden; readonly days: readonly number[]; readonly initials: readonly string[]; readonly symbol: string | null }

/** More forms than a value has. */
const FORMS = 16
/** Which value an ending belongs to, and which of its forms it is. */
export const valueOfEnding = (ending: number): number => Math.floor(ending / FORMS)

export function createGround(characters: number): Ground {
  const entries: Forbidden[] = [], traits = new Map<number, Traits>(), patterns = new Map<number, Pattern>()
  /** The newest with this value; those before it that differ in kind stand in `before`. */
  const newest = new Map<string, number>(), before = new Map<number, number>()
  const trie = createTrie(characters)
  return {
    trie, traits,
    size: () => entries.length,
    numberOf: (entry, guess) => {
      if (isSame(entries[guess], entry)) return guess
      let number = newest.get(entry.value)
      while (number !== undefined && !isSame(entries[number], entry)) number = before.get(number)
      return number ?? -1
    },
    add: (entry) => {
      const number = entries.push(entry) - 1, forms = formsOf(entry), older = newest.get(entry.value)
      if (older !== undefined) before.set(number, older)
      newest.set(entry.value, number)
      forms.forEach((form, at) => { trie.add(form.folded, number * FORMS + at) })
      const days = calendarDay(entry.value), initials = entry.kind === 'person' && !entry.word ? initialsOf(entry.value) : []
      const symbol = forms.length === 0 && entry.value.trim() !== '' && foldText(entry.value) === '' ? entry.value.normalize('NFKC').trim() : null
      if (days.length > 0 || initials.length > 0 || symbol !== null) traits.set(number, { entry, days, initials, symbol })
      return number
    },
    patternOf: (ending) => {
      let pattern = patterns.get(ending)
      if (pattern === undefined) {
        const entry = entries[valueOfEnding(ending)], form = entry === undefined ? undefined : formsOf(entry)[ending % FORMS]
        if (entry === undefined || form === undefined) throw new Error('no such form')
        patterns.set(ending, pattern = patternOf(entry, form))
      }
      return pattern
    },
  }
}

const isSame = (a: Forbidden | undefined, b: Forbidden): boolean => a?.value === b.value && a.kind === b.kind && a.word === b.word
