/** What each provider composes: the whole request, from the ask and nothing else. */
import { afterEach, describe, expect, it, vi } from 'vitest'
import { z } from 'zod'
import { chooseProvider } from '../../electron/cloud/choose-provider.ts'
import type { Ask } from '../../shared/ask.ts'
import type { CloudProvider, Composed } from '../../electron/cloud/provider.ts'
import { BODY_SIZES } from '../../electron/cloud/providers/openai-chat.ts'
import type { PlanningProblem } from '../../shared/planning.ts'
import type { Settings } from '../../shared/settings.ts'
import { evening } from '../support/departing.ts'

afterEach(() => { vi.unstubAllEnvs() })

const choose = (cloud: Partial<Settings['cloud']>, practiceAddress: string | null = 'http://127.0.0.1:4711'): CloudProvider => {
  const chosen = chooseProvider({ provider: 'compatible', address: 'https://models.example/v1', model: 'm', ...cloud }, practiceAddress)
  if (!chosen.ok) throw new Error(chosen.problem.name)
  return chosen.value
}
const compose = async (ask: Ask, provider = choose({})): Promise<Composed> => {
  const composed = await provider.compose(ask)
  if (!composed.ok) throw new Error(composed.problem.name)
  return composed.value
}
const Body = z.strictObject({
  model: z.string(),
  messages: z.tuple([z.strictObject({ role: z.literal('system'), content: z.string() }), z.strictObject({ role: z.literal('user'), content: z.string() })]),
  response_format: z.strictObject({ type: z.literal('json_schema'), json_schema: z.strictObject({ name: z.literal('plan'), strict: z.literal(true), schema: z.record(z.string(), z.unknown()) }) }).optional(),
  store: z.literal(false),
})
const words: Ask = { kind: 'answer', words: 'What can [PERSON_A] cook?' }

describe('each provider', () => {
  const rows: readonly (readonly [Partial<Settings['cloud']>, string, string, string, string])[] = [
    [{ provider: 'openai', model: 'gpt-5.4' }, 'OpenAI', 'https://api.openai.com/v1/chat/completions', 'api.openai.com', 'Authorization'],
    [{ provider: 'azure', address: 'https://house.openai.azure.com/' }, 'Azure OpenAI', 'https://house.openai.azure.com/openai/v1/chat/completions', 'house.openai.azure.com', 'api-key'],
    [{ provider: 'azure', address: 'https://house.openai.azure.com/openai/v1/' }, 'Azure OpenAI', 'https://house.openai.azure.com/openai/v1/chat/completions', 'house.openai.azure.com', 'api-key'],
    [{ provider: 'compatible', address: ' https://Models.example:8443/v1 ' }, 'models.example:8443', 'https://models.example:8443/v1/chat/completions', 'models.example:8443', 'Authorization'],
    [{ provider: 'compatible', address: 'http://localhost:1234/v1' }, 'localhost:1234', 'http://localhost:1234/v1/chat/completions', 'localhost:1234', 'Authorization'],
    [{ provider: 'compatible', address: 'http://[::1]:1234/v1' }, '[::1]:1234', 'http://[::1]:1234/v1/chat/completions', '[::1]:1234', 'Authorization'],
    [{ provider: 'practice' }, 'Practice cloud', 'http://127.0.0.1:4711/v1/chat/completions', '127.0.0.1:4711', 'Authorization'],
  ]
  it.each(rows)('%j', async (cloud, label, url, host, secret) => {
    const provider = choose(cloud)
    const composed = await compose(words, provider)
    expect([provider.label, provider.practice, composed.url, composed.secretHeaders]).toEqual([label, cloud.provider === 'practice', url, [secret]])
    expect(composed.headers).toEqual([
      ['Host', host],
      ['Content-Type', 'application/json'],
      ['Content-Length', '1024'],
      ['Accept', 'application/json'],
      ['Accept-Encoding', 'identity'],
      ['Connection', 'close'],
      [secret, secret === 'api-key' ? '••••••••' : 'Bearer ••••••••'],
    ])
    expect(Body.parse(JSON.parse(composed.body)).model).toBe(provider.model)
  })

  it.each(['http://models.example/v1', 'http://192.168.0.7/v1', 'https://user@models.example/v1', 'https://models.example/v1?key=1', 'https://models.example/v1#x', 'https://models.example\\v1', 'file:///etc/passwd', 'models.example', '', 'https://mod\u200bels.example/v1', 'http://127.0.0.1.evil.example/v1', 'http://localhost.evil.example/v1'])('P2: the address %j is refused', (address) => {
    for (const provider of ['compatible', 'azure'] as const) expect(chooseProvider({ provider, address, model: 'm' }, null)).toMatchObject({ ok: false, problem: { name: 'cloud.bad-address' } })
  })

  it('none, and a practice cloud that is down, are off', () => {
    for (const provider of ['none', 'practice'] as const) expect(chooseProvider({ provider, address: '', model: 'm' }, null)).toMatchObject({ ok: false, problem: { name: 'cloud.off' } })
  })
})

describe('what is composed', () => {
  it('P1: a plan: the typed problem as JSON, the schema, and nothing else', async () => {
    const body = Body.parse(JSON.parse((await compose({ kind: 'solve', words: null, problem: evening })).body))
    expect(JSON.parse(body.messages[1].content)).toEqual({ problem: evening })
    expect(body.response_format?.json_schema.schema).toMatchObject({ required: ['plan', 'binding'], additionalProperties: false })
  })

  it('P1: words and problem; words alone', async () => {
    const both = Body.parse(JSON.parse((await compose({ kind: 'solve', words: 'As cheap as can be, [PERSON_A]', problem: evening })).body))
    expect(JSON.parse(both.messages[1].content)).toEqual({ problem: evening, request: 'As cheap as can be, [PERSON_A]' })
    const alone = Body.parse(JSON.parse((await compose(words)).body))
    expect(alone.messages[1].content).toBe('What can [PERSON_A] cook?')
    expect(alone.response_format).toBeUndefined()
    expect(alone.messages[0].content).toContain('[PERSON_A]')
  })

  it('P4: a problem with a field that is not in the allow-list is not composed', async () => {
    await expect(choose({}).compose({ kind: 'solve', words: null, problem: { ...evening, household: 'Rossi' } as PlanningProblem })).rejects.toThrow()
  })

  it('the same ask gives the same bytes, whatever the order of its fields', async () => {
    const turned = Object.fromEntries(Object.entries(evening).reverse()) as unknown as PlanningProblem
    expect(await compose({ kind: 'solve', words: 'x', problem: turned })).toEqual(await compose({ kind: 'solve', words: 'x', problem: evening }))
  })

  it('P4: every body has one of five sizes, counted in bytes', async () => {
    const seen = new Set<number>()
    for (let length = 0; length < 15_000; length += 97) {
      const { body, headers } = await compose({ kind: 'answer', words: 'ü'.repeat(length / 2 + 1) })
      expect(Object.fromEntries(headers)['Content-Length']).toBe(String(Buffer.byteLength(body)))
      expect(JSON.stringify(JSON.parse(body))).toBe(body.trimEnd())
      seen.add(Buffer.byteLength(body))
    }
    expect([...seen]).toEqual([...BODY_SIZES])
  })

  it('fits sixteen kibibytes exactly, and says by how much one more is too long', async () => {
    const overhead = (await compose({ kind: 'answer', words: '' })).body.trimEnd().length
    const full = await compose({ kind: 'answer', words: 'x'.repeat(16_384 - overhead) })
    expect(full.body).toHaveLength(16_384)
    expect(full.body.endsWith(' ')).toBe(false)
    expect(await choose({}).compose({ kind: 'answer', words: 'x'.repeat(16_385 - overhead) })).toMatchObject({ ok: false, problem: { name: 'privacy.too-long', detail: { found: 16_385, limit: 16_384 } } })
  })

  it('P2: the environment of the process changes nothing and is not printed', async () => {
    const clean = await compose({ kind: 'solve', words: 'x', problem: evening })
    const printed = vi.spyOn(console, 'debug').mockImplementation(() => undefined)
    for (const [name, value] of Object.entries({ OPENAI_BASE_URL: 'https://evil.example', OPENAI_API_KEY: 'sk-env', OPENAI_ADMIN_KEY: 'sk-admin', OPENAI_ORG_ID: 'org', OPENAI_PROJECT_ID: 'project', OPENAI_CUSTOM_HEADERS: 'Content-Type: application/x-www-form-urlencoded\nno token: x', OPENAI_LOG: 'debug' })) vi.stubEnv(name, value)
    expect(await compose({ kind: 'solve', words: 'x', problem: evening })).toEqual(clean)
    expect(printed).not.toHaveBeenCalled()
    printed.mockRestore()
  })
})
