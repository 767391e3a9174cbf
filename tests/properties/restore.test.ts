/** Restoring cloud answers that keep, bend, drop, invent and cut tokens: never the wrong person, and every loss is told. */
import { describe, expect, it } from 'vitest'
import { bareName, openTokenBook, type Placeholder } from '../../electron/privacy/placeholders.ts'
import { createRestorer, restoreText } from '../../electron/privacy/restore.ts'
import { randomFrom, type Random } from '../support/random.ts'

/** Names that no other text of these tests contains. */
const nameOf = (i: number): string => `Näme${i}x`
function book(size: number, avoid = ''): ReadonlyMap<string, Placeholder> {
  const tokens = openTokenBook(new Map(), avoid)
  for (let i = 0; i < size; i++) tokens.tokenFor(`person/${i}`, ['person', 'place', 'e-mail address'][i % 3] ?? '', nameOf(i), i % 2 === 0 ? 'child' : undefined)
  return tokens.all()
}

/** How a cloud can treat a token; what stands there afterwards, and whether the token survives as itself. */
const TREATMENTS: readonly ((token: string, random: Random) => { readonly text: string; readonly survives: boolean })[] = [
  (token) => ({ text: token, survives: true }),
  (token) => ({ text: `${token}’s`, survives: true }),
  (token) => ({ text: bareName(token), survives: true }),
  (token) => ({ text: `${bareName(token)}'s`, survives: true }),
  (token) => ({ text: `[${bareName(token).toLowerCase()}]`, survives: true }),
  (token) => ({ text: `[${bareName(token).replaceAll('_', ' ')}: adult]`, survives: true }),
  () => ({ text: 'somebody', survives: false }),
  (token) => ({ text: `[${bareName(token)}QX]`, survives: false }),
  (token) => ({ text: `[${bareName(token).slice(0, -1)}1]`, survives: false }),
  (token) => ({ text: `[${bareName(token).slice(0, 3)}\n${bareName(token).slice(3)}]`, survives: false }),
  (token) => ({ text: token.replace(/[EPA]/, (c) => ({ E: 'Е', P: 'Р', A: 'А' })[c] ?? c), survives: false }),
  (token) => ({ text: bareName(token).toLowerCase(), survives: false }),
  (token) => ({ text: `\`${token}\``, survives: false }),
  (token) => ({ text: `https://x.example/?q=${bareName(token)}`, survives: false }),
]

describe('P5 restoring a cloud answer', () => {
  it('never names the wrong person and reports every loss, in 1,000 answers', () => {
    const random = randomFrom(99)
    for (let round = 0; round < 1000; round++) {
      const tokens = book(1 + random(60)), sent = [...tokens.keys()].filter(() => random(3) > 0)
      const parts = sent.map((token) => ({ token, ...random.of(TREATMENTS)(token, random) }))
      const answer = parts.map(({ text }) => `Then ${text} comes.`).join(random(2) === 0 ? '\n\n' : ' ')
      const restored = restoreText(answer, tokens, sent)
      for (const { token, text, survives } of parts) {
        const name = tokens.get(token)?.shows ?? ''
        expect([round, text, restored.text.includes(name)]).toEqual([round, text, survives])
        expect([round, text, restored.missing?.includes(token)]).toEqual([round, text, !survives])
      }
      // Nobody appears who was not sent.
      for (const [token, { shows }] of tokens) if (!sent.includes(token)) expect(restored.text).not.toContain(shows)
    }
  })

  it('reports what was invented or bent, and leaves it standing', () => {
    const tokens = book(3)
    for (const invented of ['[PERSON_Q]', '[PERSON_Z: child]', '[PERSON_AB]', 'PERSON_Z', 'person_a', '[PERSON_1]', '[РERSON_A]', 'PLACE_QQ']) {
      const restored = restoreText(`Ask ${invented} now`, tokens)
      expect([invented, restored.text, restored.unknown]).toEqual([invented, `Ask ${invented} now`, [invented]])
    }
    for (const innocent of ['[1]', '[x] done', '[see below]', 'snake_case', 'a person a day', 'Plan B', 'MAX_VALUE_OF_IT']) expect(restoreText(innocent, tokens)).toEqual({ text: innocent, unknown: [] })
  })

  it('restores after every word, with endings, and with more than 26 and 702 entities', () => {
    const tokens = book(3 * 710)
    expect(restoreText('at PERSON_A or in PLACE_B; PERSON_As car', tokens).text).toMatch(/^at Näme0x or in Näme\d+x; Näme0xs car$/)
    for (const [token, { shows }] of tokens) expect(restoreText(`is ${token}, or ${bareName(token)}?`, tokens).text).toBe(`is ${shows}, or ${shows}?`)
  })

  it('restores nothing in addresses, images, links, tags and code', () => {
    const tokens = book(2)
    for (const text of ['https://x.example/[PERSON_A]/PERSON_A', 'www.x.example/PERSON_A', 'mailto:PERSON_A@x.example', '![PERSON_A](x.png)', '![a [PERSON_A] b](x)', '![PERSON_A][ref]', '[PERSON_A](https://x.example)', '<img alt="PERSON_A">', '`PERSON_A`', '``a ` [PERSON_A]``', '`a\n[PERSON_A]\nb`', '```\n[PERSON_A]\n\n[PERSON_A]\n```', '~~~text\nPERSON_A\n~~~', '- ```js\n  PERSON_A\n  ```', '````\n```\nPERSON_A\n````', '```\nPERSON_A, never closed'])
      expect(restoreText(text, tokens).text).toBe(text)
    expect(restoreText('```\nPERSON_A\n```\nPERSON_A', tokens).text).toBe('```\nPERSON_A\n```\nNäme0x')
  })

  it('gives the same text wherever the stream is cut, and never half a token', () => {
    const tokens = book(4)
    const answer = 'First [PERSON_A: child]’s bag,\nthen `[PERSON_A]` at https://x.example/PERSON_A.\n\n```\nPERSON_A\n\n[PERSON_B]\n```\nThen [PLACE_A]; PERSON_Q and PERSON_B.\r\n\r\n![x [PERSON_A]](y) [PERSON_B]'
    const whole = restoreText(answer, tokens, tokens.keys())
    for (let a = 0; a <= answer.length; a++) for (const b of [a, Math.min(answer.length, a + 1), Math.min(answer.length, a + 7), answer.length]) {
      const restorer = createRestorer(tokens, tokens.keys())
      const parts = [answer.slice(0, a), answer.slice(a, b), answer.slice(b)].map(restorer.push)
      const end = restorer.end()
      for (const part of parts) expect(part).not.toMatch(/\[[A-Z]*_?$/)
      expect({ ...end, text: parts.join('') + end.text }).toEqual(whole)
    }
  })

  it('P10 takes no time over an answer that was made to', () => {
    const tokens = book(2)
    for (const part of ['<a', '[a](', '![a][', '[', '[a[', '`', 'a_', '[PERSON_', '```\n', 'https:', 'PERSON_A']) {
      const answer = part.repeat(Math.floor(65_536 / part.length))
      expect(restoreText(answer, tokens).text.length).toBeGreaterThan(0)
    }
  })

  it('never takes a token that the text already seems to use, in 10,000 texts', () => {
    const random = randomFrom(7)
    for (let round = 0; round < 10_000; round++) {
      const letter = (): string => String.fromCharCode(65 + random(3))
      const text = Array.from({ length: 1 + random(6) }, () => random.of([`[PERSON_${letter()}]`, `PERSON_${letter()}`, `[Person ${letter()}]`, `person-${letter().toLowerCase()}`, `[PLACE ${letter()}: home]`, `ＰＥＲＳＯＮ_${letter()}`, 'a person', 'nothing'])).join(random.of([' ', ', ', '\n']))
      const tokens = book(4, text)
      expect(new Set([...tokens.keys()].map(bareName)).size).toBe(4)
      expect([text, restoreText(text, tokens).text]).toEqual([text, text])
    }
  })
})
