/** Twelve faults of Ollama in each of the five patterns: the person is told which, the cloud is asked where they asked for it and they see it first, and the chat stays as it was. */
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import type { PatternName, Route } from '../../shared/conversation.ts'
import { wording } from '../../shared/problems.ts'
import { startFakeOllama, type FakeOllama } from '../support/fake-ollama.ts'
import { openHouse, valueOf, type House } from '../support/house.ts'
import { anyDetail, faults, never, type Fault } from '../support/ollama-faults.ts'
import { STORY } from '../support/ollama-story.ts'
import { answerWith, chatCompletion, startRecordingCloud, type RecordingCloud, type Recorded } from '../support/recording-cloud.ts'

interface Case {
  readonly pattern: PatternName
  readonly says: string
  readonly route: Route
  /** What the model is needed for: reading the message, then perhaps writing. */
  readonly needs: 'reading' | 'writing' | 'nothing'
}
const CASES: readonly Case[] = [
  { pattern: 'sanitize-and-solve', says: STORY, route: 'cloud', needs: 'reading' },
  { pattern: 'plan-then-ground', says: 'Plan a picnic on 24 November', route: 'cloud', needs: 'nothing' },
  { pattern: 'escalate-on-hard', says: 'What does a baby eat at ten months?', route: 'auto', needs: 'writing' },
  { pattern: 'draft-then-refine', says: 'Write a letter to Dr. Okafor that Emma is ill', route: 'cloud', needs: 'writing' },
  { pattern: 'cross-check', says: STORY, route: 'check', needs: 'reading' },
]

/** A cloud that answers each kind of request in its form. */
const answerTo = ({ body }: Recorded): string => {
  const form = (JSON.parse(body.toString()) as { response_format?: { json_schema: { name: string } } }).response_format?.json_schema.name
  const forms: Readonly<Record<string, object>> = { plan: { plan: [], binding: [] }, outline: { steps: [{ id: 'S1', title: 'Pack the basket', daysBefore: 0, minutes: 30, after: [] }] }, edits: { edits: [] } }
  return JSON.stringify(forms[form ?? ''] ?? {})
}

let house: House, cloud: RecordingCloud, fake: FakeOllama | undefined
beforeAll(async () => {
  house = await openHouse({}, { understandMs: 1_500, converseMs: 1_500 })
  cloud = await startRecordingCloud({ behave: (socket, request) => { answerWith(200, chatCompletion(answerTo(request)))(socket, request) } })
  await house.settings((s) => ({ ...s, cloud: { provider: 'compatible', address: `http://127.0.0.1:${String(cloud.port)}/v1`, model: 'test-model', prices: null } }))
  valueOf(await house.handlers.settings.setKey({ key: 'test-key' }))
}, 60_000)
afterEach(async () => { await fake?.close() })
afterAll(async () => {
  never.open()
  await house.close()
  await cloud.close()
  expect(house.trips).toEqual([])
})

const meeting = async (fault: Fault): Promise<void> => {
  fake = await startFakeOllama(fault.script)
  if (fault.isDown === true) await fake.close()
  const { port } = fake
  await house.settings((s) => ({ ...s, engine: 'ollama', ollama: { ...s.ollama, address: `http://127.0.0.1:${String(port)}` } }))
}

describe.each(faults)('Ollama: $name', (fault) => {
  it.each(CASES)('$pattern', async ({ pattern, says, route, needs }) => {
    await house.begin()
    await house.settings((s) => ({ ...s, engine: 'builtin' }))
    const first = await house.say('Run the dishwasher tomorrow', 'here')
    await meeting(fault)
    const sentBefore = cloud.requests.length, shown: string[] = []
    const { answer } = await house.say(says, route, async (departure) => {
      // Nothing has left before the person's yes.
      expect(cloud.requests).toHaveLength(sentBefore)
      shown.push(departure.request.body)
      await house.approve(departure)
    })
    expect(answer.provenance.pattern).toBe(pattern)
    // To the cloud where they asked for it, once, and never because Ollama has failed.
    expect(shown).toHaveLength(route === 'auto' ? 0 : 1)
    expect(cloud.requests.slice(sentBefore).map(({ body }) => body.toString())).toEqual(shown)

    const told = needs === 'nothing' ? null : needs === 'reading' ? fault.plan : fault.question
    if (told === null) expect([answer.status, answer.problem]).toEqual(['done', null])
    else if (pattern === 'escalate-on-hard') {
      expect(answer).toMatchObject({ status: 'problem', problem: { name: told } })
      expect(answer.problem === null ? '{' : Object.values(wording(answer.problem)).join(' ')).not.toMatch(/[{}]/)
    } else {
      expect(answer.status).toBe('done')
      expect(answer.text).toMatch(new RegExp(`${anyDetail(told)} ${needs === 'reading' ? 'The built-in rules read your message instead' : 'The draft was made by plain rules instead'}\\.`))
      expect(answer.text).not.toMatch(/[{}]/)
    }
    // What was said stays as it was, and there is a turn for each message.
    const turns = await house.turns()
    expect([turns.length, turns[0], turns[1]?.answer]).toEqual([2, first, answer])
  })
})
