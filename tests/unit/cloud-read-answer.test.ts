/** What is made of the answers of strangers. */
import { describe, expect, it } from 'vitest'
import type { Ask } from '../../shared/ask.ts'
import type { RawAnswer } from '../../electron/cloud/provider.ts'
import { openaiProvider } from '../../electron/cloud/providers/openai.ts'
import type { Result } from '../../shared/result.ts'
import { isPrintable } from '../../shared/printable.ts'
import { evening } from '../support/departing.ts'
import { chatCompletion } from '../support/recording-cloud.ts'

const provider = openaiProvider({ model: 'm' })
const words: Ask = { kind: 'answer', words: 'What can we cook?' }
const planning: Ask = { kind: 'solve', words: null, problem: evening }
const raw = (body: string | Uint8Array, type = 'application/json', more: RawAnswer['headers'] = []): RawAnswer => ({ status: 200, headers: [['content-type', type], ...more], body: new Uint8Array(Buffer.from(body)) })
const choice = (finish: string | null, message: Readonly<Record<string, unknown>>): string => JSON.stringify({ choices: [{ index: 0, finish_reason: finish, message: { role: 'assistant', ...message } }] })
const whyOf = (result: Result<unknown>): string => (result.ok ? 'read' : `${result.problem.name}: ${String(result.problem.detail['why'])}`)

describe('an answer in words', () => {
  it('comes with what it cost', async () => {
    expect(await provider.read(words, raw(chatCompletion('Soup, [PERSON_A].\r\nOr bread.')))).toEqual({ ok: true, value: { plan: null, outline: null, edits: null, text: 'Soup, [PERSON_A].\nOr bread.', tokensIn: 12, tokensOut: 3 } })
  })

  it('needs no counts, and wrong counts are no counts', async () => {
    for (const usage of [undefined, null, { prompt_tokens: -1, completion_tokens: 2 }, { prompt_tokens: 'many', completion_tokens: 2 }, { prompt_tokens: 1e300, completion_tokens: 2 }]) {
      expect(await provider.read(words, raw(chatCompletion('Soup.', { usage })))).toMatchObject({ ok: true, value: { text: 'Soup.', tokensIn: null, tokensOut: null } })
    }
  })

  it('P10: loses what cannot be seen, and says so', async () => {
    const read = await provider.read(words, raw(chatCompletion('Pay \u202Etxt.exe\u200B now\u0007')))
    expect(read).toMatchObject({ ok: true, value: { text: 'Pay txt.exe now\n\n(Lares removed characters from this answer that cannot be seen.)' } })
    expect(read.ok && isPrintable(read.value.text)).toBe(true)
  })

  const unreadable: readonly (readonly [string, RawAnswer, string])[] = [
    ['a hotel’s sign-in page', raw('<!doctype html>', 'text/html'), 'it is not JSON'],
    ['JSON that says it is a script', raw(chatCompletion('x'), 'text/javascript'), 'it is not JSON'],
    ['no content type', { status: 200, headers: [], body: new Uint8Array(Buffer.from(chatCompletion('x'))) }, 'it is not JSON'],
    ['another status', { ...raw(chatCompletion('x')), status: 202 }, 'it came with status 202'],
    ['a compressed answer', raw(chatCompletion('x'), 'application/json', [['Content-Encoding', 'gzip']]), 'it is compressed, although that was not asked for'],
    ['half a JSON', raw(chatCompletion('x').slice(0, 60)), 'it is incomplete or not a chat completion'],
    ['no JSON at all', raw(''), 'it is incomplete or not a chat completion'],
    ['broken UTF-8', raw(Buffer.concat([Buffer.from('{"choices":[{"message":{"content":"'), Buffer.of(0xff), Buffer.from('"}}]}')])), 'it is incomplete or not a chat completion'],
    ['a list', raw('[]'), 'it is incomplete or not a chat completion'],
    ['no choice', raw('{"choices":[]}'), 'it is incomplete or not a chat completion'],
    ['an error with status 200', raw('{"error":{"message":"no"}}'), 'it is incomplete or not a chat completion'],
    ['content that is no text', raw(choice('stop', { content: ['x'] })), 'it is incomplete or not a chat completion'],
    ['a hundred thousand brackets', raw('['.repeat(100_000)), 'it is incomplete or not a chat completion'],
    ['a refusal', raw(choice('stop', { content: null, refusal: 'I cannot help with that.' })), 'the model refused to answer'],
    ['an answer cut off', raw(choice('length', { content: 'Half a' })), 'it was cut off for length'],
    ['a filtered answer', raw(choice('content_filter', { content: '' })), 'the provider’s filter held it back'],
    ['a tool call', raw(choice('tool_calls', { content: null, tool_calls: [{ id: '1', type: 'function', function: { name: 'open', arguments: '{}' } }] })), 'it is empty'],
    ['nothing', raw(chatCompletion('')), 'it is empty'],
    ['nothing that can be seen', raw(chatCompletion('\u200B \u200B')), 'it is empty'],
    ['a novel', raw(chatCompletion('x'.repeat(20_001))), 'it is too long'],
  ]
  it.each(unreadable)('P10: %s cannot be read', async (_what, answer, why) => { expect(whyOf(await provider.read(words, answer))).toBe(`cloud.unreadable: ${why}`) })
})

describe('a plan', () => {
  const plan = [{ job: 'J1', start: 1 }, { job: 'J2', start: 3, slots: [3, 5, 6] }]
  const good = { plan: [{ job: 'J1', start: 1, slots: null }, plan[1]], binding: ['The cap decides.'] }

  it('is read as placements; the sentences are kept as text', async () => {
    expect(await provider.read(planning, raw(chatCompletion(JSON.stringify(good))))).toMatchObject({ ok: true, value: { plan, text: 'The cap decides.' } })
  })

  it('may carry more keys than asked for, a code fence, and no reasons', async () => {
    for (const content of [JSON.stringify({ plan: good.plan.map((row) => ({ ...row, note: 'x' })), cost: 3 }), `\`\`\`json\n${JSON.stringify(good)}\n\`\`\`\n`, JSON.stringify({ plan: good.plan, binding: null })]) {
      expect(await provider.read(planning, raw(chatCompletion(content)))).toMatchObject({ ok: true, value: { plan } })
    }
  })

  it('P10: has its sentences stripped, flattened and cut', async () => {
    const read = await provider.read(planning, raw(chatCompletion(JSON.stringify({ plan: [], binding: ['a\u202Eb\nc', 'x'.repeat(5000), '\u200B', ...Array.from({ length: 50 }, () => 'y')] }))))
    expect(read.ok && read.value.text.split('\n').map((line) => line.length)).toEqual([4, 200, ...Array.from({ length: 17 }, () => 1)])
  })

  it.each([
    ['prose', 'Run the dishwasher at two.'],
    ['a list', '[]'],
    ['no plan', '{"binding":[]}'],
    ['a start in words', '{"plan":[{"job":"J1","start":"1"}]}'],
    ['half a slot', '{"plan":[{"job":"J1","start":1.5}]}'],
    ['a slot before the first', '{"plan":[{"job":"J1","start":-1}]}'],
    ['a job by its name', '{"plan":[{"job":"dishwasher","start":1}]}'],
    ['slots that are no list', '{"plan":[{"job":"J2","start":1,"slots":"1-3"}]}'],
    ['a million slots', JSON.stringify({ plan: [{ job: 'J2', start: 1, slots: Array.from({ length: 5000 }, (_, i) => i) }] })],
    ['two fences', '```json\n{}\n```\n```json\n{"plan":[]}\n```'],
  ])('P10: %s is not a plan', async (_what, content) => { expect(whyOf(await provider.read(planning, raw(chatCompletion(content))))).toBe('cloud.unreadable: it is not a plan in the agreed form') })

  it('P10: cannot place more jobs than there are', async () => {
    expect(whyOf(await provider.read(planning, raw(chatCompletion(JSON.stringify({ plan: [1, 2, 3].map((n) => ({ job: `J${String(n)}`, start: 1 })) })))))).toBe('cloud.unreadable: it places more jobs than there are')
  })
})
