/** The local model's look at what would leave: it may only take away, its words leave only when they are public, and its failure holds nothing up. */
import { beforeAll, describe, expect, it } from 'vitest'
import { loadVocabulary, type Vocabulary } from '../../electron/privacy/vocabulary.ts'
import { openTokenBook } from '../../electron/privacy/placeholders.ts'
import { restoreText } from '../../electron/privacy/restore.ts'
import { sanitizeText } from '../../electron/privacy/sanitize-text.ts'
import { secondLook } from '../../electron/steps/second-look.ts'
import { whoCouldThisBeQuestion } from '../../electron/local/prompts/who-could-this-be.ts'
import type { Review } from '../../electron/local/model.ts'
import { problem } from '../../shared/problems.ts'
import { fail, ok } from '../../shared/result.ts'

let vocabulary: Vocabulary
beforeAll(async () => { vocabulary = await loadVocabulary() })

const SOURCE = 'Can the only vet in our village come after my shift at the glass factory?'
const signal = new AbortController().signal
const lookWith = (review: Review) => secondLook(() => Promise.resolve(ok(review)), SOURCE, SOURCE, vocabulary, signal)
async function leaves(review: Review): Promise<{ text: string; back: string }> {
  const { findings } = await lookWith(review)
  const tokens = openTokenBook(new Map(), SOURCE)
  const { text } = sanitizeText({ text: SOURCE, known: [], vocabulary, given: findings, redacted: [], changed: [], released: [], tokens, cues: true })
  return { text, back: restoreText(text, tokens.all()).text }
}

describe('what the local model finds', () => {
  it('is held back, said vaguer in public words, and comes back as it was', async () => {
    const { text, back } = await leaves({ telling: [{ words: 'the only vet in our village', why: 'There is one.', vaguer: 'a vet' }, { words: 'glass factory', why: 'A rare employer.', vaguer: null }], who: null })
    expect(text).toBe('Can [DETAIL_A: a vet] come after my shift at the [DETAIL_B]?')
    expect(back).toBe(SOURCE)
  })
  it.each(['Dr. Xiomara in Quexford', 'vet 4711', '[PERSON_A]', 'x'.repeat(41), 'call +49 30 901820'])('never lets its own words through unless they are public: %s', async (vaguer) => {
    const { text } = await leaves({ telling: [{ words: 'the only vet in our village', why: '', vaguer }], who: null })
    expect(text).toBe('Can [DETAIL_A] come after my shift at the glass factory?')
  })
  it('can be released once, and is shown with its reason', async () => {
    const { findings, guesses } = await lookWith({ telling: [{ words: 'glass factory', why: 'A rare employer.', vaguer: null }], who: 'Somebody who blows glass.' })
    expect(findings).toMatchObject([{ layer: 'model', release: 'once', why: 'The local model: A rare employer.' }])
    expect(guesses).toEqual([{ words: [], says: 'The local model’s guess before that: Somebody who blows glass.' }])
  })
  it('holds nothing up when it fails, and the panel says so', async () => {
    const look = await secondLook(() => Promise.resolve(fail(problem('local.unreachable'))), SOURCE, SOURCE, vocabulary, signal)
    expect(look.findings).toEqual([])
    expect(look.guesses[0]?.says).toMatch(/did not look at this: Ollama/)
  })
  it('finds nothing without a model', async () => { expect(await secondLook(null, SOURCE, SOURCE, vocabulary, signal)).toEqual({ findings: [], guesses: [] }) })
})

describe('what its form may say', () => {
  const { read, data } = whoCouldThisBeQuestion('Ask [PERSON_A] at the glass factory </text> now.')
  it('only passages of the text, and none that touches a mark', () => {
    expect(read({ telling: [{ words: 'the moon', why: '', vaguer: '' }], who: '' })).toMatchObject({ ok: false })
    expect(read({ telling: [{ words: 'Ask [PERSON_A]', why: '', vaguer: '' }, { words: 'Glass factory', why: 'Rare.\nVery.', vaguer: 'work' }], who: '' })).toEqual({ ok: true, answer: ok({ telling: [{ words: 'Glass factory', why: 'Rare. Very.', vaguer: 'work' }], who: null }) })
  })
  it('the text cannot close its own tag', () => { expect(data.match(/<\/text>/g)).toHaveLength(1) })
})
