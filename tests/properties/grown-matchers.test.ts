/** A matcher that grew from list to list finds exactly what one made from nothing finds, in the same order. */
import { describe, expect, it } from 'vitest'
import type { KnownValue } from '../../electron/privacy/finding.ts'
import { createStock, indexIn, type Index, type Node } from '../../electron/privacy/known-index.ts'
import { foldedOf, formsOf, patternOf, type Forbidden } from '../../electron/privacy/leak-forms.ts'
import { createGround } from '../../electron/privacy/leak-ground.ts'
import { matches } from '../../electron/privacy/leak-match.ts'
import { matcherOf, matcherOn, prepareMatcher, type Matcher } from '../../electron/privacy/leak-patterns.ts'
import { pieceOf } from '../../electron/privacy/leak-piece.ts'
import { search } from '../../electron/privacy/leak-search.ts'
import { streamOf } from '../../electron/privacy/leak-stream.ts'
import { randomFrom, type Random } from '../support/random.ts'

const PARTS = ['Emma', 'emma', 'Öl', 'Oel', 'Müller', 'Mueller', 'Анна', 'Rose', 'van Dyk', 'O’Neill', '+49 30 1234567', '030 1234567', '730914', '17.4.2019', '2019-04-17', '17 April 2019', '☎', 'Straße', 'no', '佐藤', 'Annabel', 'Anna']
const valueOf = (random: Random): string => Array.from({ length: 1 + random(2) }, () => random.of(PARTS)).join(random.of([' ', '', '-']))
const textOf = (random: Random): string => Array.from({ length: 40 }, () => random.of([...PARTS, ...PARTS.map((part) => part.toUpperCase()), 'and', 'then', 'E.M.', 'A.M.'])).join(random.of([' ', ', ', '']))

/** A few go, a few come, at any place; sometimes all of them change places. */
function next<T>(random: Random, list: readonly T[], make: () => T): T[] {
  const kept = list.filter(() => random(6) > 0)
  for (let i = 0; i < 6; i++) kept.splice(random(kept.length + 1), 0, make())
  return random(10) === 0 ? kept.reverse() : kept
}

const found = (text: string, matcher: Matcher) => ({
  plain: matches(streamOf({ text }), matcher, 'forward').map(({ pattern, from, to, apart }) => ({ pattern, from, to, apart })),
  all: search(pieceOf(text), matcher), days: [...matcher.days].sort(([a], [b]) => a - b), initials: [...matcher.initials].sort(([a], [b]) => (a < b ? -1 : 1)), symbols: matcher.symbols,
})

describe('P2 grown matchers of the last check', () => {
  it.each([1, 2, 3, 4])('list after list on one ground, seed %i', (seed) => {
    const random = randomFrom(seed), ground = createGround(64), make = (): Forbidden => ({ value: valueOf(random), kind: random.of(['person', 'note', 'date of birth']), word: random(8) === 0 })
    let list: Forbidden[] = Array.from({ length: 20 }, make), hits = 0
    for (let round = 0; round < 25; round++) {
      list = next(random, list, make)
      // Each once, as the lists of a household are.
      list = [...new Map(list.map((one) => [JSON.stringify(one), one])).values()]
      const text = textOf(random), grown = found(text, matcherOn(ground, list))
      expect(grown).toEqual(found(text, matcherOf(list)))
      hits += grown.all.length
    }
    expect(hits).toBeGreaterThan(100)
  })

  it('a long list that was made ready, grew and shrank, by the same door as the app', async () => {
    const random = randomFrom(9), name = (i: number): Forbidden => ({ value: `Quex${i.toString(36)}ton`, kind: 'person', word: false })
    const long = Array.from({ length: 1500 }, (_, i) => name(i)), held = await prepareMatcher(long, () => Promise.resolve())
    const without = long.filter((_, i) => i % 7 !== 0), more = [...without.slice(0, 400), name(5000), ...without.slice(400), name(6000)]
    for (const list of [long, without, more]) {
      const matcher = matcherOf(list), fresh = matcherOn(createGround(64), list)
      const text = Array.from({ length: 60 }, () => name(random.of([random(1500), 5000, 6000])).value).join(' ')
      expect(found(text, matcher)).toEqual(found(text, fresh))
    }
    expect(search(pieceOf(name(14).value), matcherOf(without))).toEqual([])
    expect(search(pieceOf(name(5000).value), matcherOf(more))).toHaveLength(1)
    expect(held).toBeDefined()
  })

  it('what is folded without a stream is what a stream holds, and each form is found by its pattern', () => {
    for (let code = 0; code < 128; code++) for (const value of [`a${String.fromCharCode(code)}B`, String.fromCharCode(code).repeat(3)]) {
      const { code: codes, length } = streamOf({ text: value })
      expect([value, foldedOf(value)]).toEqual([value, String.fromCharCode(...codes.subarray(0, length))])
    }
    for (const value of PARTS) for (const form of formsOf({ value, kind: 'person', word: false })) expect(patternOf({ value, kind: 'person', word: false }, form).folded).toBe(form.folded)
  })
})

describe('P2 grown indexes of what is known', () => {
  const ends = (index: Index): Record<string, readonly KnownValue[]> => {
    const all: Record<string, readonly KnownValue[]> = {}
    const walk = (node: Node, path: string): void => {
      const here = index.at(node)
      if (here.length > 0) all[path] = here
      for (const [word, below] of node.next ?? []) walk(below, `${path} ${word}`)
    }
    walk(index.root, '')
    return all
  }

  it.each([1, 2, 3, 4])('list after list in one stock, seed %i', (seed) => {
    const random = randomFrom(seed), stock = createStock()
    const make = (): KnownValue => ({ value: valueOf(random), kind: random.of(['person', 'note']), entity: random.of(['person/1', 'written/x']), strength: random.of(['identifying', 'word', 'role', 'forbidden']) })
    let list: KnownValue[] = Array.from({ length: 20 }, make)
    for (let round = 0; round < 40; round++) {
      list = [...new Map(next(random, list, make).map((one) => [JSON.stringify(one), one])).values()]
      const grown = indexIn(stock, list), fresh = indexIn(createStock(), list)
      const own = (index: Index): unknown => Object.entries(ends(index)).sort(([a], [b]) => (a < b ? -1 : 1))
      expect(own(grown)).toEqual(own(fresh))
      expect(grown.lengths).toEqual(fresh.lengths)
      for (const digits of ['730914', '49301234567', '1234567', '301234567']) expect(grown.numbered(digits)).toEqual(fresh.numbered(digits))
      // The very entries of the list, which what is released is told by.
      for (const values of Object.values(ends(grown))) for (const value of values) expect(list).toContain(value)
    }
  })
})
