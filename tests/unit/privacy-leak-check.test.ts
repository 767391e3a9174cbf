import { describe, expect, it } from 'vitest'
import { isCleared, leakCheck, type Forbidden } from '../../electron/privacy/leak-check.ts'
import { MAX_BODY_BYTES, seal } from '../../electron/privacy/seal.ts'
import type { Sealed } from '../../shared/stages.ts'

const url = 'https://cloud.example/v1/chat/completions'
function sealed(words: string, headers: [string, string][] = [], at = url): Sealed {
  const result = seal({ url: at, headers, body: JSON.stringify({ model: 'm', messages: [{ role: 'system', content: 'You may plan.' }, { role: 'user', content: words }] }) })
  if (!result.ok) throw new Error(result.problem.name)
  return result.value
}
const frame = { body: JSON.stringify({ model: 'm', messages: [{ role: 'system', content: 'You may plan.' }, { role: 'user', content: '' }] }) }
const forbidden: Forbidden[] = [
  { value: 'Xiomara', kind: 'person', word: false }, { value: 'Tom', kind: 'person', word: false }, { value: 'May', kind: 'person', word: true },
  { value: '+49 30 9018 2011', kind: 'phone', word: false }, { value: 'Nguyễn Thị Bích', kind: 'person', word: false }, { value: 'tom.bergmann@example.org', kind: 'e-mail address', word: false },
]
const blocked = (candidate: Sealed): string[] | 'cleared' => {
  const result = leakCheck(candidate, frame, forbidden)
  if (!result.ok) return [result.problem.name]
  return 'hits' in result.value ? result.value.hits.map((h) => h.disguise) : 'cleared'
}
const b64 = (text: string): string => Buffer.from(text).toString('base64')

describe('P4 the last check finds a known value in every disguise', () => {
  const disguises: [string, string][] = [
    ['plain', 'Xiomara'], ['upper case', 'XIOMARA'], ['possessive', 'Xiomara’s'], ['diacritics', 'Xiomará'], ['full width', 'Ｘｉｏｍａｒａ'], ['homoglyphs', 'Хіоmаrа'],
    ['spaced', 'X i o m a r a'], ['dotted', 'X.i.o.m.a.r.a'], ['dashed', 'Xio-mara'], ['leet', 'X10m4r4'], ['reversed', 'aramoiX'], ['hex', Buffer.from('Xiomara').toString('hex')],
    ['URL escape', '%58%69%6f%6d%61%72%61'], ['partly URL-escaped', 'X%69omara'], ['HTML entities', '&#88;&#105;omara'], ['HTML hex', '&#x58;iomara'], ['JSON escape', '\\u0058iomara'],
    ['base64', b64('Xiomara')], ['base64 at 1', b64('aXiomara')], ['base64 at 2', b64('abXiomara')], ['base64 of a sentence', b64('please ask Xiomara now')],
    ['short name spaced', 'T o m'], ['short name', 'tom'], ['phone', '0049 30 90182011'], ['phone grouped otherwise', '+4930 9018-20-11'], ['phone spelled out', 'plus four nine three zero nine zero one eight two zero one one'],
    ['folded diacritics', 'Nguyen Thi Bich'], ['mail with at and dot', 'tom dot bergmann at example dot org'], ['joined', 'tombergmannexampleorg'],
  ]
  it.each(disguises)('%s', (_name, text) => {
    for (const around of [text, `please ask ${text} today`, `(${text})`]) expect(blocked(sealed(around))).not.toBe('cleared')
  })

  it('looks at headers and the address too', () => {
    expect(blocked(sealed('plan', [['X-Title', 'Xiomara']]))).not.toBe('cleared')
    expect(blocked(sealed('plan', [], `${url}?for=Xiomara`))).not.toBe('cleared')
  })

  it.each(['tomorrow morning', 'in the atom', 'Plan it, please; it may rain', 'custom tomato', 'a maximum of two', 'bottom line'])('lets clean text pass: %s', (text) => {
    expect(blocked(sealed(text))).toBe('cleared')
  })

  it('a name that is a word counts only as it is capitalised, and the app’s own text not at all', () => {
    expect(blocked(sealed('ask May'))).not.toBe('cleared')
    expect(blocked(sealed('it may rain'))).toBe('cleared')
  })

  it('says where a plain value stands', () => {
    const candidate = sealed('ask Xiomara')
    const result = leakCheck(candidate, frame, forbidden)
    const hit = result.ok && 'hits' in result.value ? result.value.hits[0] : undefined
    expect(new TextDecoder().decode(candidate.body).slice(hit?.start, hit?.end)).toBe('Xiomara')
  })

  it('mints what it cleared, and nothing else counts as cleared', () => {
    const result = leakCheck(sealed('plan'), frame, forbidden)
    if (!result.ok || 'hits' in result.value) throw new Error('not cleared')
    expect(isCleared(result.value)).toBe(true)
    expect(isCleared({ ...result.value })).toBe(false)
  })

  it('fails closed when a check throws', () => {
    const poisoned = [{ get value(): string { throw new Error('broken') }, kind: 'person', word: false }]
    expect(leakCheck(sealed('plan'), frame, poisoned)).toMatchObject({ ok: false, problem: { name: 'privacy.detector-failed' } })
  })
})

describe('seal', () => {
  const refusal = (body: string, at = url, headers: [string, string][] = []): string => { const r = seal({ url: at, headers, body }); return r.ok ? 'sealed' : r.problem.name }
  it.each([
    ['a zero-width space', JSON.stringify({ a: 'x\u200by' })], ['a bidi control', JSON.stringify({ a: '\u202Ex' })], ['a hidden character behind an escape', '{"a":"x\\u200by"}'],
    ['a needless escape', '{"a":"\\u0058"}'], ['a duplicate key', '{"a":1,"a":2}'], ['no JSON', 'hello'], ['something after the JSON', '{"a":1} x'], ['a lone surrogate', '{"a":"\ud800"}'],
  ])('refuses %s', (_name, body) => { expect(refusal(body)).toBe('privacy.not-sealable') })
  it('refuses hidden characters in headers and address', () => {
    expect(refusal('{}', `${url}\u200b`)).toBe('privacy.not-sealable')
    expect(refusal('{}', url, [['a', 'b\nc']])).toBe('privacy.not-sealable')
  })
  it('refuses more than the limit', () => { expect(refusal(JSON.stringify({ a: 'x'.repeat(MAX_BODY_BYTES) }))).toBe('privacy.too-long') })
  it('accepts canonical JSON with padding', () => { expect(refusal('{"a":"ä €"}   ')).toBe('sealed') })
})
