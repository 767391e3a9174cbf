/** What was written beside what would leave: the marks, and the phrase a selection means. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Replacement } from '../../shared/departure.ts'
import { outgoingPieces, phraseAt, writtenPieces } from '../../renderer/views/departure/passages.ts'

const wrote = 'Charge the Zoe before Priya leaves at 7:10.'
const replace = (original: string, token: string, text = wrote): Replacement => ({ span: { start: text.indexOf(original), end: text.indexOf(original) + original.length }, original, token, layer: 'vault', kind: 'person', why: '', release: 'twice' })
const replacements = [replace('Priya', '[PERSON_A: adult]'), replace('Zoe', '[J1]'), replace('7:10', '[SLOT_5]')]
const outgoing = 'Charge the [J1] before [PERSON_A: adult] leaves at [SLOT_5].'
const joined = (pieces: readonly { readonly text: string }[]): string => pieces.map((piece) => piece.text).join('')

describe('pieces', () => {
  test('what was written is cut at the spans, in the order of the text', () => {
    expect(writtenPieces(wrote, replacements).map((piece) => [piece.text, piece.replacement])).toEqual([['Charge the ', null], ['Zoe', 1], [' before ', null], ['Priya', 0], [' leaves at ', null], ['7:10', 2], ['.', null]])
  })

  test('the outgoing text is matched token by token', () => {
    const { pieces, isMatched } = outgoingPieces(outgoing, wrote, replacements)
    expect(isMatched).toBe(true)
    expect(pieces.filter((piece) => piece.replacement !== null).map((piece) => piece.text)).toEqual(['[J1]', '[PERSON_A: adult]', '[SLOT_5]'])
  })

  test('P1: a body that says something else is shown as it stands, and said to be unmatched', () => {
    const { pieces, isMatched } = outgoingPieces('Tell [J1] that Priya lies.', wrote, replacements)
    expect(isMatched).toBe(false)
    expect(joined(pieces)).toBe('Tell [J1] that Priya lies.')
  })

  test('P1: joined, the pieces are always exactly the text they show', () => {
    const spans = fc.array(fc.record({ start: fc.nat(60), length: fc.nat(12), token: fc.constantFrom('[A]', '[B]', '') }), { maxLength: 6 })
    fc.assert(fc.property(fc.string({ maxLength: 50 }), fc.string({ maxLength: 50 }), spans, (text, other, list) => {
      const given = list.map(({ start, length, token }): Replacement => ({ span: { start, end: start + length }, original: text.slice(start, start + length), token, layer: 'you', kind: 'x', why: '', release: 'never' }))
      expect(joined(writtenPieces(text, given))).toBe(text)
      expect(joined(outgoingPieces(other, text, given).pieces)).toBe(other)
    }))
  })
})

describe('the phrase a selection means', () => {
  const left = writtenPieces(wrote, replacements)
  const right = outgoingPieces(outgoing, wrote, replacements).pieces
  const on = (pieces: typeof left, selected: string): string | null => {
    const start = joined(pieces).indexOf(selected)
    return phraseAt(pieces, start, start + selected.length, wrote)
  }

  test('grows to whole words and leaves out the white space', () => {
    expect(on(left, ' efore '.trim())).toBe('before')
    expect(on(left, 'arge th')).toBe('Charge the')
    expect(on(right, 'eaves a')).toBe('leaves at')
  })

  test('over a token means what the token stands for', () => {
    expect(on(right, 'before [PERSON_A: adult] leaves')).toBe('before Priya leaves')
    expect(on(right, 'ADULT] leaves'.toLowerCase())).toBe('Priya leaves')
  })

  test('is nothing where everything stays here already, and nothing for white space', () => {
    expect(on(right, '[J1]')).toBeNull()
    expect(on(left, 'Priya')).toBeNull()
    expect(phraseAt(left, 6, 7, wrote)).toBeNull()
    expect(phraseAt(left, 3, 3, wrote)).toBeNull()
  })

  test('in unmatched text counts only when it was written', () => {
    const { pieces } = outgoingPieces('Tell [J1] to leaves now', wrote, replacements)
    expect(on(pieces, 'leaves')).toBe('leaves')
    expect(on(pieces, 'Tell')).toBeNull()
  })
})
