/** Twelve faults of Ollama, met by the whole house: each is said in its own sentence, the built-in rules take over where they can, nothing moves to the cloud, and the chat stays as it was. */
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import type { Turn } from '../../shared/conversation.ts'
import { startFakeOllama, type FakeOllama } from '../support/fake-ollama.ts'
import { openHouse, type House } from '../support/house.ts'
import { anyDetail, faults, never, type Fault } from '../support/ollama-faults.ts'
import { STORY } from '../support/ollama-story.ts'

let house: House
let fake: FakeOllama | undefined
beforeAll(async () => { house = await openHouse({}, { understandMs: 1_500, converseMs: 1_500 }) })
afterEach(async () => { await fake?.close() })
afterAll(async () => {
  never.open()
  await house.close()
  expect(house.trips).toEqual([])
})

/** The house with an Ollama that has this fault; what was said before stays as it was. */
const meeting = async (fault: Fault, text: string): Promise<Turn> => {
  fake = await startFakeOllama(fault.script)
  if (fault.isDown === true) await fake.close()
  const { port } = fake
  await house.settings((settings) => ({ ...settings, engine: 'ollama', ollama: { ...settings.ollama, address: `http://127.0.0.1:${String(port)}` } }))
  const before = await house.turns()
  // Nothing may wait at the desk: `say` fails the test when anything does.
  const turn = await house.say(text, 'auto')
  expect((await house.turns()).slice(0, before.length)).toEqual(before)
  expect((await house.turns()).at(-1)).toEqual(turn)
  expect(turn.answer.provenance).toMatchObject({ pattern: 'escalate-on-hard', bytesLeft: 0, receiptIds: [] })
  return turn
}

describe.each(faults)('Ollama: $name', (fault) => {
  it('a plan is made all the same', async () => {
    const { answer } = await meeting(fault, STORY)
    expect(answer.status).toBe('done')
    expect(answer.runs.map(({ title }) => title)).toEqual(expect.arrayContaining([expect.stringMatching(/dishwasher/i), expect.stringMatching(/car/i)]))
    if (fault.plan === null) {
      expect(answer.text).not.toContain('built-in rules')
      expect(answer.provenance.engines).toContain('gemma4:e4b on this computer')
    } else {
      expect(answer.text).toMatch(new RegExp(`${anyDetail(fault.plan)} The built-in rules read your message instead\\.`))
      expect(answer.provenance.engines).toContain('built-in rules')
    }
  })

  it('a question is answered, or its problem is named', async () => {
    const { answer } = await meeting(fault, 'What does a baby eat at ten months?')
    if (fault.question === null) expect(answer).toMatchObject({ status: 'done', problem: null })
    else expect(answer).toMatchObject({ status: 'problem', problem: { name: fault.question } })
  })
})
