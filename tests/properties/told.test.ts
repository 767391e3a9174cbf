/** What a receipt says of what left: exactly the entries whose token, or whose released words, are in the bytes, and nothing private beside them. */
import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { canonicalJson, createLedger, verifyChain } from '../../electron/cloud/receipts.ts'
import { openTokenBook } from '../../electron/privacy/placeholders.ts'
import { sanitizeText } from '../../electron/privacy/sanitize-text.ts'
import { seal } from '../../electron/privacy/seal.ts'
import { loadVocabulary, type Vocabulary } from '../../electron/privacy/vocabulary.ts'
import { toldOf } from '../../electron/steps/told.ts'
import { knownValues } from '../../electron/vault/matcher.ts'
import { Receipt, type Told } from '../../shared/departure.ts'
import { ok } from '../../shared/result.ts'
import { testHousehold } from '../support/test-household.ts'
import { receipt } from '../support/vault.ts'

let vocabulary: Vocabulary
beforeAll(async () => { vocabulary = await loadVocabulary() })

const sent = (text: string, released: readonly string[] = []): { told: Told[]; body: string } => {
  const known = knownValues(testHousehold, [], ['Quexington'], (word) => vocabulary.has(word)), tokens = openTokenBook(new Map(), text)
  const words = sanitizeText({ text, known, vocabulary, given: [], redacted: [], changed: [], released: released.map((phrase) => ({ phrase, known: true })), tokens, cues: true })
  const sealed = seal({ url: 'https://cloud.example/v1', headers: [], body: JSON.stringify({ words: words.text }) })
  if (!sealed.ok) throw new Error(sealed.problem.name)
  return { told: toldOf({ kind: 'answer', words: words.text }, words.standing, undefined, undefined), body: new TextDecoder().decode(sealed.value.body) }
}

const people = [['emma', 'Emma'], ['tom', 'Tom'], ['lena', 'Lena']] as const
const filler = fc.constantFrom('please', 'ask', 'whether', 'can come', 'and', 'with', '"', '\n', '[PERSON_A]', 'call 030 55 55 0199', 'turns 40', 'Zorblaq')

describe('what a receipt tells', () => {
  it('P4 names exactly the people whose token or name is in the bytes, each as it left', () => {
    fc.assert(fc.property(fc.array(fc.oneof(fc.constantFrom(...people), filler), { minLength: 1, maxLength: 12 }), fc.subarray(people.map(([, name]) => name)), (parts, released) => {
      const text = parts.map((part) => (typeof part === 'string' ? part : part[1])).join(' and '), { told, body } = sent(text, released)
      for (const [id, name] of people) {
        const mine = told.filter(({ entity, kind }) => entity === `person/${id}` && kind === 'person'), isNamed = text.includes(name)
        expect(mine.map(({ how }) => how)).toEqual(isNamed ? [released.includes(name) ? 'released' : 'generalised'] : [])
        expect(body.includes(name)).toBe(isNamed && released.includes(name))
      }
      for (const { token } of told) expect(body).toContain(JSON.stringify(token).slice(1, -1))
      // Every token in the bytes that the text did not hold itself is told.
      for (const token of body.match(/\[[A-Z]+(?:_[A-Z]+)+(?:: [^\]]+)?\]/g) ?? []) expect(text.includes(token) || told.some((one) => one.token === token)).toBe(true)
    }), { numRuns: 300, seed: 11 })
  })

  it('P4 holds nothing private that is not in the bytes', () => {
    const { told } = sent('Emma called Zorblaq at 030 12345678 about Quexington')
    const kept = JSON.stringify(told)
    for (const word of ['Emma', 'Zorblaq', '030', 'Quexington']) expect(kept).not.toContain(word)
    expect(told.some(({ entity }) => entity === null)).toBe(true)
  })

  it('is part of the hash; a receipt from before is hashed as it was', async () => {
    const kept: Receipt[] = []
    const ledger = createLedger({ newId: () => `r${String(kept.length + 1)}`, clock: { now: () => 0 }, receipts: {
      page: ({ after, limit }) => Promise.resolve(ok(kept.filter(({ number }) => number > after).toSorted((a, b) => a.number - b.number).slice(0, limit))), head: () => Promise.resolve(ok(kept.at(-1) ?? null)),
      append: (one) => { kept.push(one); return Promise.resolve(ok(null)) }, finish: (one) => { kept[kept.length - 1] = Receipt.parse(JSON.parse(JSON.stringify(one))); return Promise.resolve(ok(null)) },
    } })
    const { number: _number, ...details } = receipt(1), told: Told[] = [{ entity: 'person/emma', kind: 'person', token: '[PERSON_A: child]', layer: 'vault', how: 'generalised' }]
    for (const one of [details, { ...details, told }]) {
      const opened = await ledger.open(one)
      if (!opened.ok) throw new Error(opened.problem.name)
      await ledger.close(opened.value, { outcome: 'sent', status: 200, answer: null, tokensIn: null, tokensOut: null })
    }
    expect(canonicalJson(kept[0])).not.toContain('told')
    expect(verifyChain(kept).brokenAt).toBeNull()
    expect(verifyChain(kept.map((one) => (one.told === undefined ? one : { ...one, told: [] }))).brokenAt).toBe(2)
  })
})
