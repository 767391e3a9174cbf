/** What is looked for: each forbidden value in the forms in which it is still the same value, over one trie. Lists that differ little share what they have in common. */
import { createGround, valueOfEnding, type Ground } from './leak-ground.ts'
import type { Forbidden, Pattern } from './leak-forms.ts'

export { hasOwnGap, type Forbidden, type Pattern } from './leak-forms.ts'

export interface Matcher {
  /** Patterns that end at a state of the trie, by state. */
  readonly endsAt: (state: number) => readonly Pattern[]
  /** The state after `state` by a character; 0 when no value goes on so. 0 is also where every walk begins. */
  readonly next: (state: number, code: number) => number
  /** Whether a value may begin with the three characters of a glance (leak-trie.ts); false is certain. Most of a text begins none, and is passed without a walk. */
  readonly mayBegin: (glance: number) => boolean
  /** Days that may not be named, as year × 10000 + month × 100 + day. */
  readonly days: ReadonlyMap<number, Forbidden>
  /** "TB" → whose initials these are. */
  readonly initials: ReadonlyMap<string, Forbidden>
  /** Values that hold no letter or digit: found only as they are written. */
  readonly symbols: readonly Forbidden[]
}

const LONGEST_VALUE = 5000
const MOST_VALUES = 200_000
/** A shorter list is made from nothing. */
const WORTH_SHARING = 1000
/** So many characters are taken up between two pauses: some milliseconds. */
const AT_ONCE = 4000

/** The ground of the newest long list, held weakly: it lasts as long as a matcher on it, or whoever holds it. */
let newest: WeakRef<Ground> | undefined

/** Builds the matcher. Throws when a value is not what it should be, is longer than 5,000 characters, or when there are more than 200,000. */
export function matcherOf(forbidden: readonly Forbidden[]): Matcher {
  check(forbidden)
  return matcherOn(groundFor(forbidden), forbidden)
}

/** Makes ready what `matcherOf` needs for this list, in small steps with a pause after each. Whoever holds what comes of it keeps it. Throws as `matcherOf` does. */
export async function prepareMatcher(forbidden: readonly Forbidden[], pause: () => Promise<void>): Promise<object> {
  check(forbidden)
  const ground = groundFor(forbidden, false)
  await pause()
  for (let at = 0, characters = 0; at < forbidden.length; at++) {
    const entry = forbidden[at]
    if (entry === undefined || ground.numberOf(entry, at) !== -1) continue
    ground.add({ ...entry })
    if ((characters += entry.value.length) < AT_ONCE) continue
    characters = 0
    await pause()
  }
  if (forbidden.length >= WORTH_SHARING) newest = new WeakRef(ground)
  return ground
}

function check(forbidden: readonly unknown[]): void {
  if (!Array.isArray(forbidden) || forbidden.length > MOST_VALUES) throw new Error('no list of values')
  for (const { value, kind, word } of forbidden as readonly Forbidden[]) if (typeof value !== 'string' || typeof kind !== 'string' || typeof word !== 'boolean' || value.length > LONGEST_VALUE) throw new Error('no value')
}

/** That of a list before, if most of this one stands there and most of what stands there is asked for; else a new one, which becomes the newest where it is filled at once. */
function groundFor(forbidden: readonly Forbidden[], atOnce = true): Ground {
  const before = forbidden.length < WORTH_SHARING ? undefined : newest?.deref()
  if (before !== undefined && before.size() < 2 * forbidden.length) {
    let found = 0, last = -1
    for (const entry of forbidden) { last = before.numberOf(entry, last + 1); if (last !== -1) found++ }
    if (found * 2 > forbidden.length) return before
  }
  const made = createGround(forbidden.reduce((sum, { value }) => sum + value.length, 0))
  if (atOnce && forbidden.length >= WORTH_SHARING) newest = new WeakRef(made)
  return made
}

/** The matcher of a list on a ground, which takes up what it does not have yet. It finds what a matcher on a new ground would find, in the same order: that of the list. */
export function matcherOn(ground: Ground, forbidden: readonly Forbidden[]): Matcher {
  const placeOf = new Int32Array(ground.size() + forbidden.length)
  let number = -1
  // The first of two that are the same counts; it is found once anyway.
  forbidden.forEach((entry, place) => {
    number = ground.numberOf(entry, number + 1)
    if (number === -1) number = ground.add({ value: entry.value, kind: entry.kind, word: entry.word })
    placeOf[number] ||= place + 1
  })
  const inOrder = [...ground.traits].filter(([value]) => (placeOf[value] ?? 0) !== 0).sort(([a], [b]) => (placeOf[a] ?? 0) - (placeOf[b] ?? 0)).map(([, traits]) => traits)
  const { trie } = ground, seen = new Map<number, readonly Pattern[]>(), none: readonly Pattern[] = []
  return {
    next: trie.steps(),
    mayBegin: trie.mayBegin,
    endsAt: (state) => {
      if (!trie.isEnd(state)) return none
      let patterns = seen.get(state)
      if (patterns === undefined) {
        const place = (ending: number): number => placeOf[valueOfEnding(ending)] ?? 0
        patterns = trie.endsAt(state).filter((ending) => place(ending) !== 0).sort((a, b) => place(a) - place(b) || a - b).map(ground.patternOf)
        seen.set(state, patterns)
      }
      return patterns
    },
    days: new Map(inOrder.flatMap(({ days, entry }) => days.map((day) => [day, entry]))),
    initials: new Map(inOrder.flatMap(({ initials, entry }) => initials.map((letters) => [letters, entry]))),
    symbols: inOrder.flatMap(({ symbol, entry }) => (symbol === null ? [] : [{ ...entry, value: symbol }])),
  }
}
