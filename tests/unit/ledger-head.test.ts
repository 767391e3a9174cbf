/** The head of the ledger as a file, what it says later, and the sums of what left. */
import { describe, expect, it } from 'vitest'
import { compareHead, headFile, MAX_HEAD_FILE, readHeadFile } from '../../electron/cloud/ledger-head.ts'
import { createLedger } from '../../electron/cloud/receipts.ts'
import { totalsOf } from '../../renderer/views/ledger/totals.ts'
import type { Receipt } from '../../shared/departure.ts'
import { ok } from '../../shared/result.ts'
import { outcome, receipt, value } from '../support/vault.ts'

const SAVED = '2026-11-22T16:50:00Z'

/** A chain of so many receipts, newest first. */
async function chainOf(count: number): Promise<readonly Receipt[]> {
  const kept: Receipt[] = []
  const ledger = createLedger({
    receipts: { page: ({ after, limit }) => Promise.resolve(ok(kept.filter(({ number }) => number > after).toSorted((a, b) => a.number - b.number).slice(0, limit))), head: () => Promise.resolve(ok(kept[0] ?? null)), append: (one) => { kept.unshift(one); return Promise.resolve(ok(null)) }, finish: (one) => { kept[0] = one; return Promise.resolve(ok(null)) } },
    clock: { now: () => Date.parse(SAVED) }, newId: () => `r${String(kept.length)}`,
  })
  for (let i = 0; i < count; i++) {
    const { conversationId, turnId, provider, practice, model, pattern, request, replaced } = receipt(1)
    await ledger.close(value(await ledger.open({ conversationId, turnId, provider, practice, model, pattern, request, replaced })), { outcome: 'sent', status: 200, answer: null, tokensIn: 10, tokensOut: 5 })
  }
  return kept
}

describe('a saved head', () => {
  it('comes back as it was saved, and holds while the ledger only grows', async () => {
    const chain = await chainOf(5), read = value(readHeadFile(headFile(3, chain[2]?.hash ?? '', SAVED)))
    expect(read).toMatchObject({ receipts: 3, hash: chain[2]?.hash, savedAt: SAVED })
    expect(compareHead(read, chain)).toBe('holds')
    expect(compareHead(read, chain.slice(2))).toBe('holds')
  })
  it('tells of a receipt that was changed, one that was made anew, and of newer ones that were cut off', async () => {
    const chain = await chainOf(5), head = { receipts: 5, hash: chain[0]?.hash ?? '' }
    expect(compareHead(head, chain.map((one) => (one.number === 2 ? { ...one, provider: 'Somebody else' } : one)))).toBe('changed')
    // A chain made anew holds by itself; only a head from elsewhere tells.
    expect(compareHead({ receipts: 5, hash: 'a'.repeat(64) }, await chainOf(5))).toBe('changed')
    expect(compareHead(head, chain.slice(1))).toBe('cut-off')
    expect(compareHead(head, [])).toBe('cut-off')
    expect(compareHead(head, chain.filter(({ number }) => number !== 3))).toBe('cut-off')
  })
  it.each<[string, Uint8Array]>([
    ['no JSON', Buffer.from('head')], ['no UTF-8', Uint8Array.of(0xff, 0xfe)], ['another file', Buffer.from('{"format":"lares-chats"}')], ['a hash of another length', Buffer.from(JSON.stringify({ format: 'lares-ledger-head', version: 1, savedAt: SAVED, receipts: 1, hash: 'abc' }))],
    ['no receipt', Buffer.from(JSON.stringify({ format: 'lares-ledger-head', version: 1, savedAt: SAVED, receipts: 0, hash: 'a'.repeat(64) }))], ['a newer form', Buffer.from(JSON.stringify({ format: 'lares-ledger-head', version: 2, savedAt: SAVED, receipts: 1, hash: 'a'.repeat(64) }))], ['a file too large', new Uint8Array(MAX_HEAD_FILE + 1)],
  ])('%s is refused by name', (_, bytes) => { expect(outcome(readHeadFile(bytes))).toBe('ledger.no-head') })
})

describe('what left in all', () => {
  it('by provider, the most bytes first; what never left counts nowhere', () => {
    const of = (number: number, over: Partial<Receipt>): Receipt => receipt(number, { outcome: 'sent', tokensIn: 10, tokensOut: 5, ...over })
    const receipts = [of(4, { at: '2026-11-24T09:00:00Z' }), of(3, { provider: 'OpenAI', practice: false, request: { ...receipt(1).request, bytes: 100 } }), of(2, { outcome: 'not-sent' }), of(1, { outcome: 'interrupted', tokensIn: null, tokensOut: null })]
    expect(totalsOf(receipts)).toEqual([
      { provider: 'OpenAI', practice: false, requests: 1, bytes: 100, tokens: 15, replaced: 2, last: '2026-11-22T09:00:00Z' },
      { provider: 'Practice cloud', practice: true, requests: 2, bytes: 22, tokens: 15, replaced: 4, last: '2026-11-24T09:00:00Z' },
    ])
    expect(totalsOf([])).toEqual([])
  })
})
