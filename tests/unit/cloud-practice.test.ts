/** The practice cloud, reached as the app reaches it: provider, seal, wire, and back. */
import http from 'node:http'
import { afterEach, describe, expect, it } from 'vitest'
import { startPractice, type Practice } from '../../electron/cloud/practice.ts'
import { outlineOf } from '../../electron/local/outlines.ts'
import type { Ask } from '../../shared/ask.ts'
import type { ReadAnswer } from '../../electron/cloud/provider.ts'
import { practiceProvider } from '../../electron/cloud/providers/practice.ts'
import { createWire, wireLimits, type WireOutcome } from '../../electron/cloud/wire.ts'
import type { Placement, PlanningProblem } from '../../shared/planning.ts'
import { ok, type Result } from '../../shared/result.ts'
import { approvalOf, evening, sealOf, wireParts } from '../support/departing.ts'

let running: Practice | undefined
afterEach(async () => { await running?.close(); running = undefined })

const plan: readonly Placement[] = [{ job: 'J1', start: 2 }, { job: 'J2', start: 5, slots: [5, 6, 7] }]
const start = async (solve: (problem: PlanningProblem) => Promise<readonly Placement[] | null> = () => Promise.resolve(plan)): Promise<Practice> => {
  running = await startPractice({ solve, outlineOf })
  return running
}
const send = async (practice: Practice, ask: Ask, key = practice.token): Promise<{ readonly outcome: WireOutcome; readonly read: Result<ReadAnswer> }> => {
  const provider = practiceProvider({ address: `http://127.0.0.1:${String(practice.port)}` })
  const composed = await provider.compose(ask)
  if (!composed.ok) throw new Error(composed.problem.name)
  const outcome = await createWire({ ...wireParts(), secret: () => Promise.resolve(ok(key)), limits: wireLimits }).send(approvalOf(sealOf(composed.value)), new AbortController().signal)
  return { outcome, read: outcome.result.ok ? await provider.read(ask, outcome.result.value) : outcome.result }
}
const call = ({ port, token }: Practice, { method = 'POST', path = '/v1/chat/completions', key = token, body = '' }): Promise<{ readonly status: number | undefined; readonly error: unknown }> => new Promise((resolve, reject) => {
  http.request({ host: '127.0.0.1', port, method, path, agent: false, headers: { authorization: `Bearer ${key}` } }, (response) => {
    const chunks: Buffer[] = []
    response.on('data', (chunk: Buffer) => chunks.push(chunk)).on('end', () => { resolve({ status: response.statusCode, error: (JSON.parse(Buffer.concat(chunks).toString()) as { error?: unknown }).error }) })
  }).on('error', reject).end(body)
})

describe('the practice cloud', () => {
  it('P6: answers a planning ask from the planner, with no account', async () => {
    let asked: PlanningProblem | undefined
    const practice = await start((problem) => { asked = problem; return Promise.resolve(plan) })
    const { outcome, read } = await send(practice, { kind: 'solve', words: 'as cheap as possible', problem: evening })
    expect(outcome.left).toBe(true)
    expect(asked).toEqual(evening)
    expect(read).toMatchObject({ ok: true, value: { plan, text: '' } })
    expect(read.ok && read.value.tokensIn).toBeGreaterThan(100)
  })

  it('says so when nothing fits', async () => {
    expect((await send(await start(() => Promise.resolve(null)), { kind: 'solve', words: null, problem: evening })).read).toMatchObject({ ok: true, value: { plan: [], text: 'No time was found that keeps every limit.' } })
  })

  it('does not pretend to know anything else', async () => {
    const { read } = await send(await start(), { kind: 'answer', words: 'What can we cook?' })
    expect(read).toMatchObject({ ok: true, value: { plan: null, outline: null, edits: null } })
    expect(read.ok ? read.value.text : '').toMatch(/^This is the practice cloud inside your computer; it has no model.* 4 words of yours before it, and no marks/)
  })

  it('refuses another key, as a real one would', async () => {
    const practice = await start()
    expect((await send(practice, { kind: 'answer', words: 'x' }, 'wrong')).outcome).toMatchObject({ left: true, status: 401, result: { ok: false, problem: { name: 'cloud.refused-key' } } })
    expect(await call(practice, { key: '' })).toMatchObject({ status: 401, error: { code: 'invalid_api_key' } })
  })

  it('fails like a real one', async () => {
    const practice = await start(() => Promise.reject(new Error('solver gone')))
    const asking = JSON.stringify({ model: 'm', messages: [{ role: 'user', content: JSON.stringify({ problem: evening }) }], response_format: { type: 'json_schema', json_schema: { name: 'plan' } } })
    expect(await call(practice, { path: '/v1/models' })).toMatchObject({ status: 404, error: { type: 'invalid_request_error' } })
    expect(await call(practice, { method: 'GET' })).toMatchObject({ status: 405 })
    expect(await call(practice, { body: '{' })).toMatchObject({ status: 400, error: { message: 'We could not parse the JSON body of your request.' } })
    expect(await call(practice, { body: '{}' })).toMatchObject({ status: 400 })
    expect(await call(practice, { body: asking.replace('slots', 'slotz') })).toMatchObject({ status: 400 })
    expect(await call(practice, { body: 'x'.repeat(70_000) })).toMatchObject({ status: 413 })
    expect(await call(practice, { body: asking })).toMatchObject({ status: 500, error: { type: 'server_error' } })
  })

  it('has another key each time, and listens on this computer only', async () => {
    const first = await start()
    const second = await startPractice({ solve: () => Promise.resolve(plan), outlineOf })
    expect(first.token).not.toBe(second.token)
    expect(first.port).not.toBe(second.port)
    await second.close()
  })

  it('down is unreachable, and nothing left', async () => {
    const practice = await start()
    await practice.close()
    expect((await send(practice, { kind: 'solve', words: null, problem: evening })).outcome).toMatchObject({ left: false, result: { ok: false, problem: { name: 'cloud.unreachable' } } })
  })

  it('going down in the middle of a request is interrupted, and counts as sent', async () => {
    const asked = Promise.withResolvers<undefined>()
    const practice = await start(() => { asked.resolve(undefined); return new Promise(() => undefined) })
    const sending = send(practice, { kind: 'solve', words: null, problem: evening })
    await asked.promise
    await practice.close()
    expect((await sending).outcome).toMatchObject({ left: true, result: { ok: false, problem: { name: 'cloud.interrupted' } } })
  })
})
