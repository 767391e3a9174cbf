/** The ledger: nothing leaves unrecorded, and no record changes unnoticed. */
import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { canonicalJson, createLedger, verifyChain, type DepartureDetails, type Ledger, type ReceiptStore } from '../../electron/cloud/receipts.ts'
import { Receipt } from '../../shared/departure.ts'
import { problem } from '../../shared/problems.ts'
import { fail, ok, type Result } from '../../shared/result.ts'

/** A vault's receipts, which honour the rule that only the newest may be finished, and which can be made to fail. */
const createStore = (): ReceiptStore & { readonly kept: Receipt[]; locked: boolean } => {
  const kept: Receipt[] = []
  const store = {
    kept,
    locked: false,
    guarded: <T>(work: () => Result<T>): Promise<Result<T>> => Promise.resolve(store.locked ? fail(problem('vault.locked')) : work()),
    page: ({ after, limit }: { readonly after: number; readonly limit: number }) => store.guarded<readonly Receipt[]>(() => ok(kept.filter(({ number }) => number > after).slice(0, limit))),
    head: () => store.guarded<Receipt | null>(() => ok(kept.at(-1) ?? null)),
    append: (receipt: Receipt) => store.guarded(() => { kept.push(Receipt.parse(receipt)); return ok(null) }),
    finish: (receipt: Receipt) => store.guarded(() => {
      if (kept.at(-1)?.id !== receipt.id) return fail(problem('vault.not-found'))
      kept[kept.length - 1] = Receipt.parse(receipt)
      return ok(null)
    }),
  }
  return store
}
const ledgerOn = (store: ReceiptStore): Ledger => {
  let n = 0
  return createLedger({ receipts: store, clock: { now: () => Date.UTC(2026, 10, 22, 17, 45, n) }, newId: () => `r${String(n += 1)}` })
}
const details: DepartureDetails = { conversationId: 'c', turnId: 't', provider: 'Practice cloud', practice: true, model: 'practice', pattern: 'sanitize-and-solve', request: { method: 'POST', url: 'http://127.0.0.1:1/v1/chat/completions', headers: [['Host', '127.0.0.1:1']], body: '{}', bytes: 2, sha256: 'a'.repeat(64) }, replaced: 3 }
const arrived = { outcome: 'sent', status: 200, answer: new TextEncoder().encode('{"ok":true}'), tokensIn: 5, tokensOut: 7 } as const
const value = <T>(result: Result<T>): T => { if (!result.ok) throw new Error(result.problem.name); return result.value }

describe('the ledger', () => {
  it('P1: writes the receipt before anything leaves, and it says interrupted until more is known', async () => {
    const store = createStore()
    const receipt = value(await ledgerOn(store).open(details))
    expect(store.kept).toEqual([receipt])
    expect(receipt).toMatchObject({ id: 'r1', number: 1, at: '2026-11-22T17:45:01Z', outcome: 'interrupted', status: null, answer: null, previous: '0'.repeat(64), ...details })
    expect(verifyChain(store.kept)).toEqual({ count: 1, brokenAt: null, head: receipt.hash })
  })

  it('hashes the previous link’s hash and the canonical JSON without the hash itself', async () => {
    const store = createStore()
    const ledger = ledgerOn(store)
    const first = value(await ledger.close(value(await ledger.open(details)), arrived))
    const second = value(await ledger.close(value(await ledger.open(details)), arrived))
    // Told again from scratch: keys sorted by hand.
    const text = `{"answer":"{\\"ok\\":true}","at":"2026-11-22T17:45:02Z","conversationId":"c","id":"r2","model":"practice","number":2,"outcome":"sent","pattern":"sanitize-and-solve","practice":true,"previous":"${first.hash}","provider":"Practice cloud","replaced":3,"request":{"body":"{}","bytes":2,"headers":[["Host","127.0.0.1:1"]],"method":"POST","sha256":"${'a'.repeat(64)}","url":"http://127.0.0.1:1/v1/chat/completions"},"status":200,"tokensIn":5,"tokensOut":7,"turnId":"t"}`
    expect(second.hash).toBe(createHash('sha256').update(first.hash + text).digest('hex'))
    expect(store.kept).toEqual([first, second])
  })

  it('chains what finished, not what was begun, however many start at once', async () => {
    const store = createStore()
    const ledger = ledgerOn(store)
    const events: string[] = []
    await Promise.all(Array.from({ length: 5 }, async () => {
      const receipt = value(await ledger.open(details))
      events.push(`open ${receipt.id}`)
      await new Promise((resolve) => { setImmediate(resolve) })
      events.push(`close ${receipt.id}`)
      value(await ledger.close(receipt, arrived))
    }))
    expect(events).toEqual(['r1', 'r2', 'r3', 'r4', 'r5'].flatMap((id) => [`open ${id}`, `close ${id}`]))
    expect(value(await ledger.verify())).toEqual({ count: 5, brokenAt: null, head: store.kept[4]?.hash })
  })

  it('a crash between the two leaves a whole chain that says interrupted', async () => {
    const store = createStore()
    await ledgerOn(store).open(details)
    const afterRestart = createLedger({ receipts: store, clock: { now: () => 0 }, newId: () => 'r9' })
    value(await afterRestart.close(value(await afterRestart.open(details)), arrived))
    expect(store.kept.map(({ number, outcome }) => [number, outcome])).toEqual([[1, 'interrupted'], [2, 'sent']])
    expect(value(await afterRestart.verify()).brokenAt).toBeNull()
  })

  it('a vault that refuses stops the departure, not the ones after it', async () => {
    const store = createStore()
    const ledger = ledgerOn(store)
    store.locked = true
    expect(await ledger.open(details)).toMatchObject({ ok: false, problem: { name: 'vault.locked' } })
    store.locked = false
    const receipt = value(await ledger.open(details))
    store.locked = true
    expect(await ledger.close(receipt, arrived)).toMatchObject({ ok: false, problem: { name: 'vault.locked' } })
    store.locked = false
    value(await ledger.close(value(await ledger.open(details)), arrived))
    expect(store.kept.map(({ outcome }) => outcome)).toEqual(['interrupted', 'sent'])
    expect(value(await ledger.verify()).brokenAt).toBeNull()
  })

  it('a receipt is closed once', async () => {
    const ledger = ledgerOn(createStore())
    const receipt = value(await ledger.open(details))
    await ledger.close(receipt, arrived)
    await expect(ledger.close(receipt, arrived)).rejects.toThrow('not open')
  })

  it('a bug in the store does not hold up the next departure', async () => {
    const store = createStore()
    const ledger = createLedger({ receipts: { ...store, head: () => Promise.reject(new Error('bug')) }, clock: { now: () => 0 }, newId: () => 'r' })
    await expect(ledger.open(details)).rejects.toThrow('bug')
    await expect(ledger.open(details)).rejects.toThrow('bug')
  })

  it('keeps at most 64 KiB of an answer', async () => {
    const ledger = ledgerOn(createStore())
    const closed = value(await ledger.close(value(await ledger.open(details)), { ...arrived, answer: new Uint8Array(1024 * 1024).fill(0x78) }))
    expect(closed.answer).toHaveLength(65_536)
    expect(() => Receipt.parse(closed)).not.toThrow()
  })
})

describe('the chain', () => {
  const chainOf = async (length: number): Promise<Receipt[]> => {
    const store = createStore()
    const ledger = ledgerOn(store)
    for (let i = 0; i < length; i += 1) value(await ledger.close(value(await ledger.open(details)), arrived))
    return store.kept
  }

  it('is walked page by page, and broken where it breaks', async () => {
    const store = createStore(), ledger = ledgerOn(store)
    for (let i = 0; i < 401; i++) value(await ledger.close(value(await ledger.open(details)), arrived))
    expect(value(await ledger.verify())).toEqual({ count: 401, brokenAt: null, head: store.kept[400]?.hash })
    const link = store.kept[200]
    if (link === undefined) throw new Error('no link')
    store.kept[200] = { ...link, model: 'other' }
    expect(value(await ledger.verify()).brokenAt).toBe(201)
    store.kept.splice(200, 1)
    expect(value(await ledger.verify())).toMatchObject({ count: 400, brokenAt: 202 })
  })
  it('of nothing is whole', () => { expect(verifyChain([])).toEqual({ count: 0, brokenAt: null, head: '0'.repeat(64) }) })

  it('shows any changed field, at the link that changed', async () => {
    const chain = await chainOf(4)
    const changes: Partial<Receipt>[] = [{ answer: 'other' }, { at: '2020-01-01T00:00:00Z' }, { replaced: 0 }, { practice: false }, { number: 7 }, { request: { ...details.request, body: '[]' } }, { hash: 'b'.repeat(64) }, { previous: 'c'.repeat(64) }, { tokensIn: null }]
    for (const change of changes) for (const at of [0, 1, 3]) expect(verifyChain(chain.map((link, i) => (i === at ? { ...link, ...change } : link))).brokenAt, JSON.stringify(change)).not.toBeNull()
    expect(verifyChain(chain.map((link, i) => (i === 1 ? { ...link, answer: 'other' } : link))).brokenAt).toBe(2)
  })

  it('shows a missing link, a doubled one, and one forged with a hash of its own', async () => {
    const chain = await chainOf(4)
    expect(verifyChain(chain.filter((_, i) => i !== 1)).brokenAt).toBe(3)
    expect(verifyChain([...chain, ...chain.slice(1, 2)]).brokenAt).toBe(2)
    const [first, second, ...rest] = chain
    if (first === undefined || second === undefined) throw new Error('no chain')
    const rehash = (link: Receipt): Receipt => ({ ...link, hash: createHash('sha256').update(link.previous).update(canonicalJson({ ...link, hash: undefined })).digest('hex') })
    expect(verifyChain([first, rehash({ ...second, answer: 'nothing to see' }), ...rest]).brokenAt).toBe(3)
    expect(verifyChain([first, rehash({ ...second, number: 7 })]).brokenAt).toBe(7)
  })

  it('is whole in whatever order it is given', async () => {
    const chain = await chainOf(5)
    expect(verifyChain(chain.toReversed()).brokenAt).toBeNull()
  })

  it('canonical JSON does not depend on the order of keys, and says the same as JSON', () => {
    fc.assert(fc.property(fc.jsonValue().filter((v) => !JSON.stringify(v).includes('__proto__')), (given) => {
      const turn = (v: unknown): unknown => (Array.isArray(v) ? v.map(turn) : typeof v === 'object' && v !== null ? Object.fromEntries(Object.entries(v).reverse().map(([k, x]) => [k, turn(x)])) : v)
      expect(canonicalJson(turn(given))).toBe(canonicalJson(given))
      expect(JSON.parse(canonicalJson(given))).toEqual(JSON.parse(JSON.stringify(given)))
    }))
  })
})
