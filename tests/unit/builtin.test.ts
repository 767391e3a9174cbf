/** The built-in rules as a local model: always there, never conversing, and stoppable. */
import { describe, expect, it } from 'vitest'
import { createBuiltin } from '../../electron/local/builtin.ts'
import { sampleHousehold } from '../../electron/vault/sample.ts'
import { emptyHousehold } from '../../shared/household.ts'

const now = '2026-11-22T17:45:00Z'
const { household } = sampleHousehold(now, 'Europe/Berlin')
const signal = new AbortController().signal

describe('built-in rules', () => {
  const builtin = createBuiltin()

  it('say who they are, and that they do not converse', () => {
    expect(builtin.label).toBe('built-in rules')
    expect(builtin.converse).toBeNull()
  })
  it('P6 plan a message with no model and no network', async () => {
    const result = await builtin.understand({ text: 'Charge the car by 7 am as cheaply as possible', now, household, signal })
    expect(result).toMatchObject({ ok: true, value: { intent: 'plan', loads: [{ deviceId: 'car', doneBy: '2026-11-23T07:00' }], objective: 'cost', unread: [] } })
  })
  it('hand a question on as a question', async () => {
    expect(await builtin.understand({ text: 'How warm will it be tomorrow?', now, household, signal })).toMatchObject({ ok: true, value: { intent: 'question' } })
  })
  it('name a device they do not know', async () => {
    expect(await builtin.understand({ text: 'Run the sauna tonight', now, household, signal })).toEqual({ ok: false, problem: { name: 'understand.unknown-device', detail: { name: 'sauna' } } })
    expect(await builtin.understand({ text: 'Run the sauna tonight', now, household: emptyHousehold('Europe/Berlin'), signal })).toMatchObject({ ok: false, problem: { name: 'understand.no-devices' } })
  })
  it('stop when told to', async () => {
    expect(await builtin.understand({ text: 'Charge the car tonight', now, household, signal: AbortSignal.abort() })).toMatchObject({ ok: false, problem: { name: 'local.stopped' } })
  })
})
