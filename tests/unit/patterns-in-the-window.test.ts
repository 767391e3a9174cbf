/** What the window says about the patterns, without the window: changes in a letter, ways out of a problem, prices as typed, small amounts. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { problemNames } from '../../shared/problems.ts'
import { money, smallMoney } from '../../renderer/ui/money.ts'
import { daysAhead } from '../../renderer/ui/when.ts'
import { letterChanges } from '../../renderer/views/chat/letter-changes.ts'
import { waysOutOf } from '../../renderer/views/chat/ways-out.ts'
import { formOf, readPrices } from '../../renderer/views/settings/prices-form.ts'

describe('what was changed in a letter', () => {
  test('word by word, line breaks kept', () => {
    expect(letterChanges('Dear Ms Lee,\n\nEmma can’t come.', 'Dear Ms Lee,\n\nEmma cannot come.')).toEqual([
      { kind: 'same', text: 'Dear Ms Lee,\n\nEmma ' }, { kind: 'removed', text: 'can’t' }, { kind: 'added', text: 'cannot' }, { kind: 'same', text: ' come.' },
    ])
  })

  test('neighbouring words are one change', () => {
    expect(letterChanges('because i has to work', 'because I have to work')).toEqual([
      { kind: 'same', text: 'because ' }, { kind: 'removed', text: 'i has' }, { kind: 'added', text: 'I have' }, { kind: 'same', text: ' to work' },
    ])
    expect(letterChanges('Emma can’t come', 'Emma is sorry that she cannot come').map(({ kind, text }) => [kind, text.trim()])).toEqual([['same', 'Emma'], ['removed', 'can’t'], ['added', 'is sorry that she cannot'], ['same', 'come']])
  })

  test('joined, the parts are both texts again', () => {
    const text = fc.array(fc.constantFrom('Emma', 'can', 'not', 'come', ' ', '\n', ', ', '3.', '“é”'), { maxLength: 30 }).map((parts) => parts.join(''))
    fc.assert(fc.property(text, text, (before, after) => {
      const parts = letterChanges(before, after)
      expect(parts.filter(({ kind }) => kind !== 'added').map((part) => part.text).join('')).toBe(before)
      expect(parts.filter(({ kind }) => kind !== 'removed').map((part) => part.text).join('')).toBe(after)
    }))
  })
})

describe('ways out of a problem', () => {
  test('a question the rules cannot answer goes to the cloud or to Ollama; without a cloud one is set up first', () => {
    expect(waysOutOf('understand.no-words', 'practice')).toEqual(['ask-cloud', 'let-ollama-answer'])
    expect(waysOutOf('understand.no-words', 'none')).toEqual(['set-up-cloud', 'let-ollama-answer'])
  })

  test('whatever happens on the way to the cloud, this computer can be asked instead', () => {
    const onTheWay = problemNames.filter((name) => /^(?:cloud|departure|privacy)\./.test(name))
    // These three are told in the panel, while it is open.
    const inPanel = ['departure.stale', 'departure.used', 'privacy.forbidden-release']
    expect(onTheWay.filter((name) => waysOutOf(name, 'openai')[0] !== 'ask-here').sort()).toEqual(inPanel)
  })

  test('nothing but the person’s press asks the cloud: a local model that fails never offers it', () => {
    for (const name of problemNames.filter((one) => one.startsWith('local.'))) expect(waysOutOf(name, 'openai').filter((way) => way.startsWith('ask-cloud'))).toEqual([])
  })
})

describe('prices', () => {
  test.each([
    [{ in: '', out: ' ', currency: '' }, { prices: null }],
    [{ in: '2,50', out: ' 10 ', currency: 'eur' }, { prices: { in: 2.5, out: 10, currency: 'EUR' } }],
    [{ in: '0', out: '10000', currency: 'USD' }, { prices: { in: 0, out: 10_000, currency: 'USD' } }],
    [{ in: '2.5', out: '', currency: '' }, { errors: { out: true, currency: true } }],
    [{ in: '-1', out: '10001', currency: '€€€' }, { errors: { in: true, out: true, currency: true } }],
    [{ in: '1e3', out: '1,000.5', currency: 'EURO' }, { errors: { in: true, out: true, currency: true } }],
  ])('%j', (form, read) => { expect(readPrices(form)).toEqual(read) })

  test('what was kept is read again as the same', () => {
    const prices = { in: 0.15, out: 12, currency: 'GBP' }
    expect(readPrices(formOf(prices))).toEqual({ prices })
    expect(readPrices(formOf(null))).toEqual({ prices: null })
  })

  test('an amount below a cent still says something', () => {
    expect([0, 0.00004, 0.00213, 0.0096, 0.01, 0.214, 12].map((amount) => smallMoney(amount, 'EUR'))).toEqual(['€0.00', '€0.00004', '€0.002', '€0.01', '€0.01', '€0.21', '€12.00'])
    expect(money(1.2, 'USD')).toBe('$1.20')
  })
})

test('a day ahead is told by the household’s clock', () => {
  const now = Date.parse('2026-11-22T23:30:00Z')
  expect([daysAhead(now, 20, 'Europe/Berlin'), daysAhead(now, 20, 'UTC')]).toEqual(['13 December', '12 December'])
})
