import { beforeAll, describe, expect, it } from 'vitest'
import { openTokenBook, type Placeholder } from '../../electron/privacy/placeholders.ts'
import { restoreText } from '../../electron/privacy/restore.ts'
import { sanitizeText, type Released, type SanitizedText } from '../../electron/privacy/sanitize-text.ts'
import { loadVocabulary, type Vocabulary } from '../../electron/privacy/vocabulary.ts'
import { knownValues } from '../../electron/vault/matcher.ts'
import { STORY, testHousehold } from '../support/test-household.ts'

let vocabulary: Vocabulary
beforeAll(async () => { vocabulary = await loadVocabulary() })

interface Options { readonly redacted?: string[]; readonly released?: Released[]; readonly tokens?: ReadonlyMap<string, Placeholder>; readonly cues?: boolean }
function sanitized(text: string, { redacted = [], released = [], tokens = new Map(), cues = true }: Options = {}): SanitizedText & { book: ReadonlyMap<string, Placeholder> } {
  const book = openTokenBook(tokens, text)
  const known = knownValues(testHousehold, [], ['Quexington'], (word) => vocabulary.has(word))
  return { ...sanitizeText({ text, known, vocabulary, given: [], redacted, changed: [], released, tokens: book, cues }), book: book.all() }
}

describe('P4 what the vault knows does not leave', () => {
  it.each([
    ['Emma’s piano', 'Emma'], ['Emmas piano', 'Emma'], ['EMMA has piano', 'EMMA'], ['emma has piano', 'emma'], ['Emmi has piano', 'Emmi'],
    ['ask Nguyen Thi Bich', 'Nguyen'], ['ask Bích', 'Bích'], ['ask Bich', 'Bich'], ['call 030/55550199', '5555'], ['call +49 (30) 9018-2011', '9018'],
    ['write tom.bergmann@example.org', 'example'], ['at St Marys Hospital', 'Mary'], ['near 14 linden lane', 'linden'], ['born on 17.04.1986', '1986'],
    ['contract KX-4471-09', '4471'], ['the guests use green teapots at home', 'teapots'], ['Ask about the valve behind the old boiler please', 'valve'], ['Rose will come', 'Rose'], ['the word Quexington', 'Quex'],
  ])('%s', (text, gone) => {
    expect(sanitized(text).text).not.toContain(gone)
  })

  it('keeps everyday words that are also names when they are not capitalised', () => {
    expect(sanitized('water the rose in the garden').text).toBe('water the rose in the garden')
  })

  it('gives one entity one token, and two people two', () => {
    const { text } = sanitized('Emma and Emmi and Lena and Mum')
    const tokens = text.match(/\[[^\]]+\]/g) ?? []
    expect(tokens).toHaveLength(4)
    expect(tokens[0]).toBe(tokens[1])
    expect(tokens[2]).toBe(tokens[3])
    expect(tokens[0]).not.toBe(tokens[2])
  })

  it('does not take a run of several numbers for one of them, so that both come back as written', () => {
    const text = '+49 (30) 90182011 17.04.1986, and once more 17.04.1986', out = sanitized(text)
    expect(new Set(out.replacements.map(({ token }) => token)).size).toBe(2)
    expect(restoreText(out.text, out.book).text).toBe(text)
  })

  it('keeps tokens through a conversation and shows roles only where asked', () => {
    const first = sanitized('Emma sleeps', { cues: false })
    expect(first.text).toBe('[PERSON_A] sleeps')
    expect(sanitized('Tom wakes Emma', { tokens: first.book, cues: false }).text).toBe('[PERSON_B] wakes [PERSON_A]')
  })

  it('never uses a token that already stands in the text', () => {
    expect(sanitized('PERSON_A is a word, Emma a child', { cues: false }).text).toContain('[PERSON_B]')
  })
})

describe('default deny', () => {
  it.each(['Xiomara', 'Ljubljana', 'kvzqx', 'Aunt Sun', 'in Paris tomorrow with Will', '4711 of the meter'])('masks what is not public: %s', (text) => {
    const out = sanitized(`Please ask about ${text}`).text
    for (const word of text.split(' ').filter((w) => /^(?:\p{Lu}|\d{4}|kv)/u.test(w))) expect(out).not.toContain(word)
  })
  it('leaves ordinary sentences alone', () => {
    const plain = 'Run the washing machine for 90 minutes, please: as cheaply as possible and before noon.'
    expect(sanitized(plain).text).toBe(plain)
  })
})

describe('what the person decides', () => {
  it('redacts a phrase wherever it stands, and says who did', () => {
    const { text, replacements } = sanitized('his shift and her SHIFT', { redacted: ['shift'] })
    expect(text).not.toMatch(/shift/i)
    expect(replacements.map((r) => r.layer)).toEqual(['you', 'you'])
  })
  it('releases an unknown word, but never a vault value', () => {
    expect(sanitized('near Ljubljana', { released: [{ phrase: 'Ljubljana', known: false }] }).text).toBe('near Ljubljana')
    expect(sanitized('with Emma', { released: [{ phrase: 'Emma', known: false }] }).text).not.toContain('Emma')
  })
})

describe('P5 sanitise and restore are inverse', () => {
  it.each([STORY, 'Emma, Tom and Nguyễn Thị Bích meet at St. Mary’s Hospital; call 030 55 55 0199.', 'Ask Rose about Ljubljana'])('%s', (text) => {
    const { text: out, book } = sanitized(text)
    expect(restoreText(out, book)).toEqual({ text, unknown: [] })
  })
  it('leaves an invented token alone and reports it', () => {
    const { book } = sanitized('Emma sleeps')
    expect(restoreText('[PERSON_Z: child] and [PERSON_A: child]', book)).toEqual({ text: '[PERSON_Z: child] and Emma', unknown: ['[PERSON_Z: child]'] })
  })
  it('accepts a token without brackets or with other spacing only when it is unmistakable', () => {
    const { book } = sanitized('Emma sleeps')
    expect(restoreText('PERSON_A sleeps, [Person A] sleeps, a person a day', book).text).toBe('Emma sleeps, Emma sleeps, a person a day')
  })
  it('restores nothing inside addresses and code', () => {
    const { book } = sanitized('Emma sleeps')
    for (const text of ['https://x.example/?q=[PERSON_A:child]', '`[PERSON_A]`', '![x]([PERSON_A])']) expect(restoreText(text, book).text).toBe(text)
  })
})
