/** The laws of sanitising and restoring over 10,000 generated messages; and that each of them is broken, and found broken, by planted bugs. */
import { beforeAll, describe, expect, it } from 'vitest'
import { detectors } from '../../electron/privacy/detectors/all.ts'
import type { KnownValue } from '../../electron/privacy/finding.ts'
import { bareName, openTokenBook, type Placeholder } from '../../electron/privacy/placeholders.ts'
import { sanitizeText } from '../../electron/privacy/sanitize-text.ts'
import { loadVocabulary, type Vocabulary } from '../../electron/privacy/vocabulary.ts'
import { knownValues } from '../../electron/vault/matcher.ts'
import { honest, lawsOf, type Implementation } from '../support/privacy-laws.ts'
import { testHousehold } from '../support/test-household.ts'

let vocabulary: Vocabulary
let known: readonly KnownValue[]
beforeAll(async () => {
  vocabulary = await loadVocabulary()
  known = knownValues(testHousehold, [], ['Quexington'], (word) => vocabulary.has(word))
})

/** What the detectors alone still see. */
const seen = (text: string): readonly string[] => detectors.flatMap((detector) => detector.find(text).map(({ start, end }) => text.slice(start, end)))
const laws = (implementation: Implementation): ReturnType<typeof lawsOf> => lawsOf(implementation, known, seen)

describe('sanitising and restoring', () => {
  it.each([[0, 10_000], [1, 10_000], [2, 10_000], [3, 2000], [4, 2000]])('law %i holds for %i messages and their successors', (i, runs) => {
    const law = laws(honest(known, vocabulary))[i]
    expect(law?.name).toMatch(/^P[45] /)
    law?.holds(runs, 7 + i)
  })
})

type Tokens = ReadonlyMap<string, Placeholder>
const sanitizeWith = (values: readonly KnownValue[], text: string, tokens: ReturnType<typeof openTokenBook>): string => sanitizeText({ text, known: values, vocabulary, given: [], redacted: [], changed: [], released: [], tokens, cues: true }).text

/** Bugs that such tools are known to have. Each breaks the real implementation in one place. */
const PLANTED: readonly (readonly [bug: string, broken: (good: Implementation) => Implementation])[] = [
  ['tokens are counted anew in every message', (good) => ({ ...good, sanitize: (text) => good.sanitize(text, new Map()) })],
  ['a token may be one that the text already holds', (good) => ({ ...good, sanitize: (text, before) => { const tokens = openTokenBook(before, ''); return { text: sanitizeWith(known, text, tokens), tokens: tokens.all() } } })],
  ['everybody becomes the same person', (good) => ({ ...good, sanitize: (text, before) => { const out = good.sanitize(text, before); return { ...out, text: out.text.replace(/\[PERSON_[A-Z]+/g, '[PERSON_A') } } })],
  ['accents are lost on the way', (good) => ({ ...good, sanitize: (text, before) => good.sanitize(text.normalize('NFD').replace(/\p{M}/gu, ''), before) })],
  ['an unknown token restores the first person', (good) => ({ ...good, restore: (answer, tokens) => { const first = [...tokens.values()].find(({ entity }) => entity.startsWith('person/')); return good.restore(answer, tokens).replace(/\[?(?:PERSON|NAME)_[A-Z]+(?:: \w+)?\]?/g, (mark) => first?.shows ?? mark) } })],
  ['only the first mention is replaced', (good) => ({ ...good, sanitize: (text, before) => { const out = good.sanitize(text, before); return { ...out, text: lastRestored(out.text, out.tokens) } } })],
  ['tokens with a role are not restored', (good) => ({ ...good, restore: (answer, tokens) => good.restore(answer, new Map([...tokens].filter(([token]) => token === `[${bareName(token)}]`))) })],
]

function lastRestored(text: string, tokens: Tokens): string {
  for (const [token, { shows }] of tokens) { const at = text.lastIndexOf(token); if (at > text.indexOf(token)) return text.slice(0, at) + shows + text.slice(at + token.length) }
  return text
}

describe('P5: a test of these tests: a planted defect', () => {
  it.each(PLANTED)('finds it when %s', (_bug, broken) => {
    const caught = laws(broken(honest(known, vocabulary))).filter((law) => { try { law.holds(400, 3); return false } catch { return true } })
    expect(caught.length).toBeGreaterThan(0)
  })
})
