/** The laws that sanitising and restoring keep, over generated messages, for any implementation of the two: also for broken ones, to see that a breach is found. */
import fc from 'fast-check'
import type { KnownValue } from '../../electron/privacy/finding.ts'
import { leakCheck } from '../../electron/privacy/leak-check.ts'
import { bareName, openTokenBook, type Placeholder } from '../../electron/privacy/placeholders.ts'
import { restoreText } from '../../electron/privacy/restore.ts'
import { sanitizeText } from '../../electron/privacy/sanitize-text.ts'
import { seal } from '../../electron/privacy/seal.ts'
import type { Vocabulary } from '../../electron/privacy/vocabulary.ts'

type Tokens = ReadonlyMap<string, Placeholder>

export interface Implementation {
  /** The outgoing text, and the tokens of the conversation after it. */
  readonly sanitize: (text: string, before: Tokens) => { readonly text: string; readonly tokens: Tokens }
  readonly restore: (answer: string, tokens: Tokens) => string
}

export const honest = (known: readonly KnownValue[], vocabulary: Vocabulary): Implementation => ({
  sanitize: (text, before) => {
    const tokens = openTokenBook(before, text)
    return { text: sanitizeText({ text, known, vocabulary, given: [], redacted: [], changed: [], released: [], tokens, cues: true }).text, tokens: tokens.all() }
  },
  restore: (answer, tokens) => restoreText(answer, tokens).text,
})

/** Every entity of the test household with the ways it is written; the first of each pair is the entity. */
const entities: readonly (readonly [entity: string, ...spellings: string[]])[] = [
  ['emma', 'Emma', 'EMMA', 'Emmi', 'Emma Bergmann'], ['tom', 'Tom Bergmann', 'Tom', 'tom'], ['lena', 'Lena', 'Leni'], ['rose', 'Rose'], ['bich', 'Nguyễn Thị Bích', 'Bích', 'Bich'],
  ['hospital', 'St. Mary’s Hospital', 'St Marys Hospital'], ['phone', '030 55 55 0199', '+49 30 55550199'], ['mobile', '+49 (30) 90182011'], ['mail', 'tom.bergmann@example.org'],
  ['address', 'Kastanienallee 7a'], ['born', '17.04.1986', '17 April 1986'], ['canary', 'Quexington'], ['contract', 'KX-4471-09'], ['iban', 'DE89 3704 0044 0532 0130 00'], ['plate', 'B-LB-2023'],
]
const filler = fc.constantFrom('please', 'ask', 'tomorrow', 'the', 'and', 'whether', 'can come', 'at 7', 'before', 'breakfast', 'will', 'may', 'to', 'with', 'for', 'is', '—', '"', '(', ')', '\n', ',', '.', '!', '?', '[PERSON_A]', '[NAME_B: adult]', 'J1', 'SLOT_3', 'person_a', '100 %', '12.5 kWh', '1,240 euros', 'turns 40')
const stranger = fc.stringMatching(/^[A-Z][a-z]{3,9}zq$/)
/** In one message an entity is written one way: then, and only then, restoring can give back the very letters. */
const message = fc.record({
  spelling: fc.tuple(...entities.map(([, ...spellings]) => fc.constantFrom(...spellings))),
  parts: fc.array(fc.oneof({ weight: 4, arbitrary: filler }, { weight: 2, arbitrary: fc.nat(entities.length - 1) }, { weight: 1, arbitrary: stranger }), { minLength: 1, maxLength: 22 }),
}).map(({ spelling, parts }) => parts.map((part) => (typeof part === 'number' ? spelling[part] ?? '' : part)).join(' '))

export interface Law { readonly name: string; readonly holds: (runs: number, seed: number) => void }

/** The laws; each throws, with the smallest message that breaks it. */
export function lawsOf({ sanitize, restore }: Implementation, known: readonly KnownValue[], alone: (text: string) => readonly string[]): readonly Law[] {
  const forbidden = known.filter((k) => k.strength !== 'role').map((k) => ({ value: k.value, kind: k.kind, word: k.strength === 'word' }))
  const law = (name: string, holds: (text: string, next: string) => boolean): Law => ({
    name, holds: (runs, seed) => { fc.assert(fc.property(message, message, holds), { numRuns: runs, seed }) },
  })
  return [
    law('P5 restore ∘ sanitise is the identity', (text) => { const out = sanitize(text, new Map()); return restore(out.text, out.tokens) === text }),
    law('P4 scanning the sanitised text finds nothing', (text) => {
      const out = sanitize(text, new Map())
      const sealed = seal({ url: 'https://cloud.example/v1', headers: [], body: JSON.stringify({ words: out.text }) })
      if (!sealed.ok) return false
      const checked = leakCheck(sealed.value, { body: '{"words":""}' }, forbidden)
      return checked.ok && !('hits' in checked.value) && alone([...out.tokens.keys()].reduce((rest, token) => rest.replaceAll(token, ' '), out.text)).length === 0
    }),
    law('P5 no two entities share a token, and none stood in the text before', (text) => {
      const { tokens, text: sent } = sanitize(text, new Map())
      const names = [...tokens.keys()].map(bareName), used = [...tokens.keys()].filter((token) => sent.includes(token))
      return new Set(names).size === names.length && new Set([...tokens.values()].map((p) => p.entity)).size === tokens.size && used.every((token) => !text.toUpperCase().includes(bareName(token)))
    }),
    law('P5 whoever was mentioned before keeps the token in the next message', (text, next) => {
      const first = sanitize(text, new Map()), second = sanitize(`${text}\n\n\n\n${next}`, first.tokens)
      return [...first.tokens].every(([token, { entity }]) => second.tokens.get(token)?.entity === entity) && new Set([...second.tokens.values()].map((p) => p.entity)).size === second.tokens.size && [...first.tokens].every(([token, { entity }]) => !/^(?:person|place)\//.test(entity) || second.text.includes(token))
    }),
    law('P5 an invented token names nobody', (text) => {
      const { tokens } = sanitize(text, new Map())
      return ['[PERSON_Q]', '[NAME_ZZ: child]', 'PERSON_Q', '[PERSON_Z]'].every((invented) => tokens.has(invented) || restore(`Ask ${invented}.`, tokens) === `Ask ${invented}.`)
    }),
  ]
}
