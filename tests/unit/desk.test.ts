import { describe, expect, it } from 'vitest'
import { createDesk, WAIT_MS, type Desk } from '../../electron/approval/desk.ts'
import { isCleared, leakCheck } from '../../electron/privacy/leak-check.ts'
import { seal } from '../../electron/privacy/seal.ts'
import type { Departure } from '../../shared/departure.ts'
import type { Approved, Cleared } from '../../shared/stages.ts'
import { toInstant } from '../../shared/time.ts'

function cleared(text = 'plan'): Cleared {
  const body = JSON.stringify({ text })
  const sealed = seal({ url: 'https://cloud.example/v1', headers: [], body })
  if (!sealed.ok) throw new Error(sealed.problem.name)
  const result = leakCheck(sealed.value, { body: '{"text":""}' }, [])
  if (!result.ok || 'hits' in result.value) throw new Error('not cleared')
  return result.value
}

function office(): { desk: Desk; advance: (ms: number) => void; shown: (Departure | null)[] } {
  let now = 1_000_000
  const timers: { at: number; call: () => void }[] = []
  const shown: (Departure | null)[] = []
  const desk = createDesk({
    clock: { now: () => now }, isCleared, onChange: (departure) => shown.push(departure),
    after: (ms, call) => { const timer = { at: now + ms, call }; timers.push(timer); return () => { timers.splice(timers.indexOf(timer), 1) } },
  })
  return { desk, shown, advance: (ms) => { now += ms; for (const t of timers.filter((x) => x.at <= now)) { timers.splice(timers.indexOf(t), 1); t.call() } } }
}

const departure = (c: Cleared, revision = 1): Departure => ({
  id: 'd1', revision, conversationId: 'c', turnId: 't', pattern: 'p', why: 'w', wrote: 'x', replacements: [], facts: [], guesses: [],
  request: { method: 'POST', url: c.sealed.url, headers: [], body: '', bytes: 0, sha256: c.sealed.sha256 },
  provider: { label: 'x', practice: true, model: 'm' }, tokens: 0, hits: [], wordsWithheld: false, canWithholdWords: true, expiresAt: toInstant(1_000_000 + WAIT_MS),
})
const never = new AbortController().signal

describe('P1 one approval, one send', () => {
  it('approves exactly what is shown, and what it minted can be spent once', async () => {
    const { desk } = office(), c = cleared()
    const decision = desk.present(departure(c), c, never)
    expect(desk.approve({ id: 'd1', revision: 1, sha256: c.sealed.sha256 })).toMatchObject({ ok: true })
    const decided = await decision
    if (decided.kind !== 'approved') throw new Error(decided.kind)
    expect(desk.spend(decided.approved)).toEqual({ ok: true, value: c.sealed })
    expect(desk.spend(decided.approved)).toMatchObject({ ok: false, problem: { name: 'departure.used' } })
  })

  it.each([
    ['another revision', { revision: 2 }], ['another hash', { sha256: '0'.repeat(64) }], ['another departure', { id: 'd2' }],
  ])('refuses an approval of %s', (_name, change) => {
    const { desk } = office(), c = cleared()
    void desk.present(departure(c), c, never)
    expect(desk.approve({ id: 'd1', revision: 1, sha256: c.sealed.sha256, ...change })).toMatchObject({ ok: false, problem: { name: 'departure.stale' } })
    expect(desk.waiting()).not.toBeNull()
  })

  it('refuses a second approval, a forged one, and one of a forged clearance', () => {
    const { desk } = office(), c = cleared()
    void desk.present(departure(c), c, never)
    const shown = { id: 'd1', revision: 1, sha256: c.sealed.sha256 }
    desk.approve(shown)
    expect(desk.approve(shown)).toMatchObject({ ok: false })
    expect(desk.spend({ cleared: c, departureId: 'd1' } as unknown as Approved)).toMatchObject({ ok: false })
    const forged = { sealed: c.sealed } as unknown as Cleared
    void desk.present(departure(forged), forged, never)
    expect(desk.approve(shown)).toMatchObject({ ok: false })
  })

  it('what the last check blocked can be refused or amended, not approved', () => {
    const { desk } = office(), c = cleared()
    void desk.present(departure(c), undefined, never)
    expect(desk.approve({ id: 'd1', revision: 1, sha256: c.sealed.sha256 })).toMatchObject({ ok: false })
  })
})

describe('a departure ends', () => {
  it('after five minutes, and says so', async () => {
    const { desk, advance, shown } = office(), c = cleared()
    const decision = desk.present(departure(c), c, never)
    advance(WAIT_MS + 1)
    expect(await decision).toMatchObject({ kind: 'refused', problem: { name: 'departure.expired' } })
    expect(shown.at(-1)).toBeNull()
    expect(desk.approve({ id: 'd1', revision: 1, sha256: c.sealed.sha256 })).toMatchObject({ ok: false })
  })
  it('by refusal, by "answer here", and when the walk is stopped', async () => {
    const { desk } = office(), c = cleared()
    const refused = desk.present(departure(c), c, never)
    desk.refuse('d1')
    expect(await refused).toMatchObject({ kind: 'refused', problem: { name: 'departure.refused' } })
    const here = desk.present(departure(c), c, never)
    desk.answerHere('d1')
    expect(await here).toEqual({ kind: 'here' })
    const stop = new AbortController()
    const stopped = desk.present(departure(c), c, stop.signal)
    stop.abort()
    expect(await stopped).toMatchObject({ kind: 'refused' })
    expect(desk.waiting()).toBeNull()
  })
})

it('an amendment is answered with the next revision, sealed anew', async () => {
  const { desk } = office(), first = cleared('one'), second = cleared('two')
  const decision = desk.present(departure(first), first, never)
  const answer = desk.amend('d1', 1, { kind: 'redact', phrase: 'x' })
  expect(await decision).toMatchObject({ kind: 'amend' })
  void desk.present(departure(second, 2), second, never)
  expect(await answer).toMatchObject({ ok: true, value: { revision: 2, request: { sha256: second.sealed.sha256 } } })
  expect(desk.approve({ id: 'd1', revision: 1, sha256: first.sealed.sha256 })).toMatchObject({ ok: false })
  expect(await desk.amend('d1', 1, { kind: 'redact', phrase: 'x' })).toMatchObject({ ok: false, problem: { name: 'departure.stale' } })
})
