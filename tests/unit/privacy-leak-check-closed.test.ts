/** The last check fails closed, knows canaries in answers, places its finds, and trusts no cache; and what the seal refuses inside strings. */
import { describe, expect, it } from 'vitest'
import { carries, leakCheck, prepareForbidden, type Forbidden } from '../../electron/privacy/leak-check.ts'
import { seal } from '../../electron/privacy/seal.ts'
import type { Sealed } from '../../shared/stages.ts'
import { DISGUISES } from '../support/disguises.ts'

const BODY = '{"words":"plan it"}', FRAME = { body: '{"words":""}' }
const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text)
const candidate = (change: object = {}): Sealed => ({ url: 'https://cloud.example/v1', headers: [], body: utf8(BODY), sha256: '', ...change }) as unknown as Sealed
const values: Forbidden[] = [{ value: 'Xiomara', kind: 'person', word: false }]
const thrower = (name: string): object => Object.defineProperty({}, name, { enumerable: true, get: () => { throw new Error('broken') } })
const broken = new Proxy({}, { get: () => { throw new Error('broken') } })
const cyclic: unknown[] = []
cyclic.push(cyclic)
const withThrowing = (key: string): unknown => Object.defineProperty({ value: 'Tom', kind: 'person', word: false }, key, { get: () => { throw new Error('broken') } })

type Failure = readonly [name: string, given: () => [request: unknown, frame: unknown, values: unknown]]
const NO_UTF8: readonly (readonly [string, readonly number[]])[] = [['a lone continuation byte', [0x22, 0x80, 0x22]], ['an overlong form', [0x22, 0xc0, 0xaf, 0x22]], ['a surrogate in UTF-8', [0x22, 0xed, 0xa0, 0x80, 0x22]], ['a cut character', [0x22, 0xe2, 0x82, 0x22]], ['0xff', [0xff]], ['UTF-16', [0xff, 0xfe, 0x7b, 0, 0x7d, 0]], ['a code point beyond Unicode', [0x22, 0xf4, 0x90, 0x80, 0x80, 0x22]]]
const FAILURES: readonly Failure[] = [
  ...NO_UTF8.map(([name, bytes]): Failure => [`bytes: ${name}`, () => [candidate({ body: Uint8Array.from(bytes) }), FRAME, values]]),
  ...['', ' ', 'hello', '{', '{"a":1', '{"a":1} x', "{'a':1}", '{"a":undefined}', '[1,]', '{"a":"\n"}', '\ufeff{}', 'NaN', '{"a":1}{"b":2}', '"\\x41"', '"\\u12"'].map((text): Failure => [`no JSON: ${JSON.stringify(text)}`, () => [candidate({ body: utf8(text) }), FRAME, values]]),
  ...['', 'no JSON', '{'].map((text): Failure => [`a frame that is no JSON: ${JSON.stringify(text)}`, () => [candidate(), { body: text }, values]]),
  ['a body of 64 KiB and a byte', () => [candidate({ body: utf8(JSON.stringify({ words: 'x'.repeat(65_536) })) }), FRAME, values]],
  ['a body of 16 MiB', () => [candidate({ body: new Uint8Array(16_777_216).fill(0x20) }), FRAME, values]],
  ['JSON 30,000 lists deep', () => [candidate({ body: utf8('['.repeat(30_000) + ']'.repeat(30_000)) }), FRAME, values]],
  ['no body', () => [candidate({ body: undefined }), FRAME, values]], ['a body of text', () => [candidate({ body: BODY }), FRAME, values]], ['a body that throws', () => [thrower('body'), FRAME, values]],
  ['no headers', () => [candidate({ headers: undefined }), FRAME, values]], ['headers that throw', () => [candidate({ headers: broken }), FRAME, values]], ['a header that is none', () => [candidate({ headers: [null] }), FRAME, values]],
  ['no address', () => [candidate({ url: undefined }), FRAME, values]], ['a relative address', () => [candidate({ url: '/v1' }), FRAME, values]], ['an address that is none', () => [candidate({ url: 'https://' }), FRAME, values]],
  ['no frame', () => [candidate(), undefined, values]], ['a frame that throws', () => [candidate(), thrower('body'), values]], ['a frame without text', () => [candidate(), {}, values]],
  ['no request', () => [undefined, FRAME, values]], ['a request that throws', () => [broken, FRAME, values]],
  ...[undefined, null, 'Tom', 7, {}, broken, cyclic, [null], [undefined], ['Tom'], [{}], [{ value: 7, kind: 'person', word: false }], [{ value: 'Tom', word: false }], [{ value: 'Tom', kind: 'person' }], [{ value: 'Tom', kind: 7, word: false }], [withThrowing('value')], [withThrowing('kind')], [withThrowing('word')], [broken], [{ value: 'x'.repeat(5001), kind: 'note', word: false }], [...values, null]].map((list, i): Failure => [`values that are none (${i})`, () => [candidate(), FRAME, list]]),
  ['200,001 values', () => [candidate(), FRAME, Array.from({ length: 200_001 }, () => values[0])]],
]

describe('P4 the last check fails closed', () => {
  it('in at least fifty ways', () => { expect(FAILURES.length).toBeGreaterThanOrEqual(50) })
  it.each(FAILURES)('%s', (_name, given) => {
    const [sealed, frame, forbidden] = given()
    expect(leakCheck(sealed as Sealed, frame as typeof FRAME, forbidden as Forbidden[])).toMatchObject({ ok: false, problem: { name: 'privacy.detector-failed' } })
  })
  it('and passes what is whole, so that each of these failed for its own reason', () => {
    const result = leakCheck(candidate(), FRAME, values)
    expect(result.ok && !('hits' in result.value)).toBe(true)
  })
  it('builds anew for a list that was changed since', () => {
    const list = [...values]
    const before = prepareForbidden(list)
    expect(prepareForbidden(list)).toBe(before)
    list.push({ value: 'plan it', kind: 'canary', word: false })
    const result = leakCheck(candidate(), FRAME, list)
    expect(result.ok && 'hits' in result.value && result.value.hits[0]?.kind).toBe('canary')
  })
})

describe('a problem’s numbers', () => {
  const phone: Forbidden[] = [{ value: '+49 30 9018 2011', kind: 'phone', word: false }, { value: '847163', kind: 'number', word: false }, { value: '2019-04-17', kind: 'date of birth', word: false }]
  const found = (problem: object): boolean => {
    const result = leakCheck(candidate({ body: utf8(JSON.stringify({ problem })) }), { body: '{"problem":{}}' }, phone)
    if (!result.ok) throw new Error(result.problem.name)
    return 'hits' in result.value
  }
  it.each([{ prices: [493090182011] }, { prices: [49, 30, 9018, 2011] }, { prices: [1, 90182011] }, { capKw: 20190417 }])('hide nothing long: %j', (problem) => { expect(found(problem)).toBe(true) })
  it.each([{ prices: [84, 71, 63] }, { prices: [20.19, 4.17] }, { windows: [[17, 4], [20, 19]] }, { prices: [9018, 2011] }, { windows: [[2019, 4, 17]] }])('are not taken for short values by chance: %j', (problem) => { expect(found(problem)).toBe(false) })
})

describe('every find is placed and named', () => {
  it.each([
    ['ask Xiomara now', 'Xiomara', 'plain'], ['ask X-i-o-m-a-r-a now', 'X-i-o-m-a-r-a', 'other separators'], ['ask %58iomara now', '%58iomara', 'URL escape'], ['ask &#88;iomara now', '&#88;iomara', 'HTML entity'],
    ['ask aramoiX now', 'aramoiX', 'reversed'], ['ask Хiomаrа now', 'Хiomаrа', 'look-alike letters'], ['ask X10m4r4 now', 'X10m4r4', 'leet'], ['ask Kvbznen now', 'Kvbznen', 'rot13'], ['say "Xiomara"', 'Xiomara', 'plain'],
    ['ask 58696f6d617261 now', '58696f6d617261', 'hexadecimal'], ['ask WGlvbWFyYQ now', 'WGlvbWFyYQ', 'base64'], ['ask Xiómara now', 'Xiómara', 'other accents'],
  ])('%s', (text, marked, disguise) => {
    const body = JSON.stringify({ words: text })
    const result = leakCheck(candidate({ body: utf8(body) }), FRAME, values)
    const hits = result.ok && 'hits' in result.value ? result.value.hits : []
    expect(hits.map((hit) => [hit.where, body.slice(hit.start, hit.end), hit.disguise])).toEqual([['body', marked, disguise]])
  })
  it('also inside JSON within a string, and in headers and address', () => {
    const body = JSON.stringify({ words: JSON.stringify({ request: 'tell "Xiomara" so' }) })
    const result = leakCheck(candidate({ body: utf8(body), headers: [['X-Title', 'for Xiomara']], url: 'https://cloud.example/v1?for=Xiomara' }), FRAME, values)
    const hits = result.ok && 'hits' in result.value ? result.value.hits : []
    const whole = { body, header: 'X-Title: for Xiomara', url: 'https://cloud.example/v1?for=Xiomara' }
    expect(hits.map((hit) => [hit.where, whole[hit.where].slice(hit.start, hit.end)])).toEqual([['body', 'Xiomara'], ['header', 'Xiomara'], ['url', 'Xiomara']])
  })
})

describe('canaries', () => {
  const canary: Forbidden[] = [{ value: 'Quexington', kind: 'canary', word: false }]
  it('P4 are known in an answer in every disguise, in plain text and in JSON', () => {
    for (const [name, disguise] of Object.entries(DISGUISES)) for (const text of disguise({ value: 'Quexington', kind: 'person' })) {
      if (text === undefined) continue
      for (const answer of [text, `I heard of ${text} today.`, JSON.stringify({ choices: [{ message: { content: `Ask ${text}!` } }] })]) expect([name, answer, carries(answer, canary)]).toEqual([name, answer, true])
    }
  })
  it.each(['', 'Run it at slot 12.', '{"plan":[{"job":"J1","start":3}]}', 'The queen of Kensington'])('let other answers pass: %s', (answer) => { expect(carries(answer, canary)).toBe(false) })
})

describe('the seal', () => {
  const refusal = (body: string): string => { const r = seal({ url: 'https://cloud.example/v1', headers: [], body }); return r.ok ? 'sealed' : r.problem.name }
  const holding = (inner: string): string => JSON.stringify({ content: inner })
  it.each([
    ['a needless escape', '{"a":"\\u0058iomara"}'], ['a duplicate key', '{"a":"Xiomara","a":1}'], ['a duplicate key further in', '{"b":[{"a":1,"a":2}]}'], ['a needless escape two deep', JSON.stringify({ b: '{"a":"\\u0058"}' })], ['a hidden character', '{"a":"x\\u200by"}'], ['an escaped slash', '{"a":"x\\/y"}'], ['a key behind an escape', '{"\\u0061":1}'],
  ])('refuses %s in JSON within a string', (_name, inner) => { expect(refusal(holding(inner))).toBe('privacy.not-sealable') })
  it.each(['{"a":"ä \\" \\\\ \\n"}', '{ "a": [1, 2.50, -3e2, true, null] }', '{"a":{"b":"c"}}', '[1] and more', '{not JSON', '[PERSON_A] comes'])('lets honest text in a string pass: %s', (inner) => { expect(refusal(holding(inner))).toBe('sealed') })
  it('P1 holds bytes that nobody can change', () => {
    const sealed = seal({ url: 'https://cloud.example/v1', headers: [['a', 'b']], body: BODY })
    if (!sealed.ok) throw new Error('not sealed')
    sealed.value.body.fill(0x58)
    expect(new TextDecoder().decode(sealed.value.body)).toBe(BODY)
    expect(() => { (sealed.value as { sha256: string }).sha256 = '' }).toThrow(TypeError)
  })
})
