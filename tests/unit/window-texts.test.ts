/** Small pure parts of the window: cutting texts at spans, naming times, weighing a passphrase. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { segments } from '../../renderer/ui/segments.ts'
import { namedDay, weekdayRange } from '../../renderer/ui/when.ts'
import { strengthOf } from '../../renderer/views/welcome/strength.ts'

describe('segments', () => {
  test('overlapping spans share the piece they share', () => {
    expect(segments('abcdef', [{ start: 1, end: 4 }, { start: 3, end: 6 }])).toEqual([
      { text: 'a', start: 0, spans: [] }, { text: 'bc', start: 1, spans: [0] }, { text: 'd', start: 3, spans: [0, 1] }, { text: 'ef', start: 4, spans: [1] },
    ])
  })

  test('joined, the pieces are the text again, whatever the spans', () => {
    const span = fc.record({ start: fc.integer({ min: -5, max: 40 }), end: fc.integer({ min: -5, max: 40 }) })
    fc.assert(fc.property(fc.string({ maxLength: 30 }), fc.array(span, { maxLength: 6 }), (text, spans) => {
      expect(segments(text, spans).map((piece) => piece.text).join('')).toBe(text)
    }))
  })
})

describe('times', () => {
  const zone = 'Europe/Berlin'
  test('a run past midnight names its first day only', () => {
    expect(weekdayRange('2026-11-22T22:30:00Z', '2026-11-23T01:15:00Z', zone)).toBe('Sun 23:30–02:15')
    expect(weekdayRange('2026-11-22T22:30:00Z', '2026-11-24T01:15:00Z', zone)).toBe('Sun 23:30–Tue 02:15')
  })

  test('days near today have names, by the household’s clock and not by UTC', () => {
    const now = Date.parse('2026-11-22T23:30:00Z')
    expect(namedDay('2026-11-22T23:45:00Z', zone, now)).toBe('today')
    expect(namedDay('2026-11-22T22:45:00Z', zone, now)).toBe('yesterday')
    expect(namedDay('2026-11-23T23:15:00Z', zone, now)).toBe('tomorrow')
    expect(namedDay('2026-11-27T12:00:00Z', zone, now)).toBe('Fri 27 Nov')
  })
})

describe('strength', () => {
  test.each([
    ['short1', 'short'], ['aaaaaaaaaaaaaaaaaa', 'guessable'], ['abcdefghijklmnop', 'guessable'], ['1234567890123', 'guessable'],
    ['copper meadow', 'guessable'], ['copper meadow falcon', 'fair'], ['copper meadow falcon bridge', 'strong'], ['vT9#kq2!Zr7w', 'strong'],
  ])('%s is %s', (passphrase, strength) => { expect(strengthOf(passphrase)).toBe(strength) })
})
