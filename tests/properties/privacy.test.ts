/** Properties of the privacy layers over generated sentences. */
import fc from 'fast-check'
import { beforeAll, describe, it } from 'vitest'
import { openTokenBook } from '../../electron/privacy/placeholders.ts'
import { leakCheck } from '../../electron/privacy/leak-check.ts'
import { restoreText } from '../../electron/privacy/restore.ts'
import { sanitizeText } from '../../electron/privacy/sanitize-text.ts'
import { seal } from '../../electron/privacy/seal.ts'
import { loadEnglish, type Vocabulary } from '../../electron/privacy/vocabulary.ts'
import { knownValues } from '../../electron/vault/matcher.ts'
import { testHousehold } from '../support/test-household.ts'

let vocabulary: Vocabulary
beforeAll(async () => { vocabulary = await loadEnglish() })
const known = (): ReturnType<typeof knownValues> => knownValues(testHousehold, [], ['Quexington'], (word) => vocabulary.has(word))

const filler = fc.constantFrom('please', 'ask', 'tomorrow', 'the', 'and', 'whether', 'can come', 'at 7', 'before', 'breakfast', 'rose', 'may', '—', '"', '(', ')', '\n', ',', '.', '!', '[PERSON_A]', 'J1', 'SLOT_3', '\u00e9t\u00e9', '100 %', 'x')
const secret = fc.constantFrom('Emma', 'EMMA', 'Emmi', 'Tom Bergmann', 'Lena’s', 'Emmas', 'Nguyễn Thị Bích', 'Nguyen', 'St. Mary’s Hospital', 'St Marys', '030 55 55 0199', '+49 (30) 90182011', 'tom.bergmann@example.org', 'Kastanienallee 7a', '17.04.1986', 'Rose', 'Quexington', 'KX-4471-09')
const unknown = fc.stringMatching(/^[A-Z][a-z]{3,9}zq$/)
const sentence = fc.array(fc.oneof({ weight: 4, arbitrary: filler }, { weight: 2, arbitrary: secret }, { weight: 1, arbitrary: unknown }), { minLength: 1, maxLength: 25 }).map((parts) => parts.join(' '))

const run = (text: string): { text: string; tokens: ReturnType<ReturnType<typeof openTokenBook>['all']> } => {
  const tokens = openTokenBook(new Map(), text)
  return { text: sanitizeText({ text, known: known(), vocabulary, given: [], redacted: [], changed: [], released: [], tokens, cues: true }).text, tokens: tokens.all() }
}

describe('sanitising', () => {
  it('P5 restore ∘ sanitise is the identity up to how an entity was written', () => {
    fc.assert(fc.property(sentence, (text) => {
      const out = run(text)
      const restored = restoreText(out.text, out.tokens).text
      // One entity may have been written in two ways; then the restored text must sanitise to the very same tokens.
      return restored === text || sanitizedWith(text, text) === sanitizedWith(restored, text)
    }), { numRuns: 400, seed: 7 })
  })

  it('P4 the last check, which shares no code with it, finds nothing in what it made', () => {
    const forbidden = known().filter((k) => k.strength !== 'role').map((k) => ({ value: k.value, kind: k.kind, word: k.strength === 'word' }))
    fc.assert(fc.property(sentence, (text) => {
      const sealed = seal({ url: 'https://cloud.example/v1', headers: [], body: JSON.stringify({ words: run(text).text }) })
      if (!sealed.ok) return true
      const checked = leakCheck(sealed.value, { body: '{"words":""}' }, forbidden)
      return checked.ok && !('hits' in checked.value)
    }), { numRuns: 300, seed: 11 })
  })

  it('P5 distinct entities have distinct tokens, and none stood in the text before', () => {
    fc.assert(fc.property(sentence, (text) => {
      const { tokens } = run(text)
      const entities = [...tokens.values()].map((p) => p.entity)
      return new Set(entities).size === entities.length && [...tokens.keys()].every((token) => !text.includes(token))
    }), { numRuns: 300, seed: 13 })
  })
})

/** The text as sanitised with fresh tokens that avoid those in `avoid`. */
const sanitizedWith = (text: string, avoid: string): string =>
  sanitizeText({ text, known: known(), vocabulary, given: [], redacted: [], changed: [], released: [], tokens: openTokenBook(new Map(), avoid), cues: true }).text
