/** Twelve faults of Ollama, met by the whole house: each is said in its own sentence, the built-in rules take over where they can, nothing moves to the cloud, and the chat stays as it was. */
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import type { Turn } from '../../shared/conversation.ts'
import { problem, wording, type ProblemName } from '../../shared/problems.ts'
import { createGate, startFakeOllama, type FakeOllama, type FakeScript } from '../support/fake-ollama.ts'
import { openHouse, type House } from '../support/house.ts'
import { STORY, storyForm, storyThoughts } from '../support/ollama-story.ts'

const never = createGate()
const half = JSON.stringify(storyForm).slice(0, 200)

interface Fault {
  readonly name: string
  readonly script: FakeScript
  readonly isDown?: boolean
  /** What a plan says; null when nothing is wrong after all. */
  readonly plan: ProblemName | null
  /** What a question says, which only a model can answer. */
  readonly question: ProblemName | null
}
const both = (name: string, why: ProblemName, script: FakeScript, more: Partial<Fault> = {}): Fault => ({ name, script, plan: why, question: why, ...more })

const faults: readonly Fault[] = [
  both('down', 'local.unreachable', {}, { isDown: true }),
  both('slow', 'local.slow', { chat: () => ({ say: 'late', before: never }) }),
  { name: 'half a JSON', script: { chat: (body) => (body.format === undefined ? storyThoughts : half) }, plan: 'local.garbled', question: null },
  { name: 'endless', script: { chat: () => ({ endless: 'words' }) }, plan: 'local.garbled', question: null },
  both('500', 'local.failed', { chat: () => ({ status: 500, error: `unexpected EOF ${STORY}` }) }),
  both('missing model', 'local.no-model', { models: [{ name: 'llama3.2' }] }),
  both('killed in mid-stream', 'local.failed', { chat: () => ({ say: 'The answer is', end: 'killed' }) }),
  { name: '::1 only', script: { host: '::1', chat: (body) => (body.format === undefined ? storyThoughts : JSON.stringify(storyForm)) }, plan: null, question: null },
  both('wrong version', 'local.too-old', { version: '0.4.7' }),
  both('out of memory', 'local.out-of-memory', { chat: () => ({ status: 500, error: 'model requires more system memory (9.6 GiB) than is available (4.1 GiB)' }) }),
  both('cloud-run model', 'local.cloud-model', { models: [{ name: 'gemma4:e4b', remote: { remote_host: 'https://ollama.com:443', remote_model: 'gemma4' } }] }),
  { name: 'garbage', script: { chat: () => 'ﾟ~*[]{{::' }, plan: 'local.garbled', question: null },
]

let house: House
let fake: FakeOllama | undefined
beforeAll(async () => { house = await openHouse({}, { understandMs: 1_500, converseMs: 1_500 }) })
afterEach(async () => { await fake?.close() })
afterAll(async () => {
  never.open()
  await house.close()
  expect(house.trips).toEqual([])
})

/** The sentence of that very problem, with any details. */
const anyDetail = (name: ProblemName): string => wording(problem(name)).says.replace(/[.?()]/g, '\\$&').replace(/\{\w+\}/g, '[^{}]+')

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
    const { answer } = await meeting(fault, 'When does the baby sleep?')
    if (fault.question === null) expect(answer).toMatchObject({ status: 'done', problem: null })
    else expect(answer).toMatchObject({ status: 'problem', problem: { name: fault.question } })
  })
})
