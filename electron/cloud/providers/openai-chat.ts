/**
 * Chat Completions as every compatible server speaks them. The `openai` package lays the request out and reads the answer;
 * it is never given a socket: its `fetch` either takes the request away from it or hands it an answer that is already here.
 */
import { isDeepStrictEqual } from 'node:util'
import type OpenAI from 'openai'
import { z } from 'zod'
import { OutlineShape, type Ask } from '../../../shared/ask.ts'
import { PlanningProblem } from '../../../shared/planning.ts'
import { problem } from '../../../shared/problems.ts'
import { fail, ok, type Result } from '../../../shared/result.ts'
import { readAnswer } from '../read-answer.ts'
import { DOTS, type CloudProvider, type Composed, type RawAnswer, type ReadAnswer } from '../provider.ts'
import { EDITS_SCHEMA, OUTLINE, OUTLINE_SCHEMA, PLAN_SCHEMA, PLANNING, REFINE, WORDS } from './instructions.ts'

export interface ChatServer {
  readonly label: string
  readonly practice: boolean
  readonly model: string
  /** Up to and without `/chat/completions`; canonical, no slash at the end. */
  readonly base: string
  /** How the server wants the key. */
  readonly key: 'bearer' | 'api-key'
}

/** Body sizes a watcher of the line can see, bytes. Every request is filled up to the next one with spaces, which JSON ignores. */
export const BODY_SIZES = [1024, 2048, 4096, 8192, 16_384] as const
const LARGEST = 16_384

/** A provider with no socket and no memory: the same ask gives the same bytes, on every computer and in every environment. */
export const chatProvider = (server: ChatServer): CloudProvider => ({
  label: server.label,
  practice: server.practice,
  model: server.model,
  compose: async (ask) => {
    const request = requestFor(server.model, ask)
    const laidOut = await dryRun(server.base, request)
    if (laidOut.url !== `${server.base}/chat/completions` || !isDeepStrictEqual(JSON.parse(laidOut.body), request)) throw new Error('the openai package changed the request')
    const body = padded(laidOut.body)
    return body.ok ? ok(composed(server, laidOut.url, body.value)) : body
  },
  read: async (ask, answer) => {
    const unreadable = (why: string): Result<ReadAnswer> => fail(problem('cloud.unreadable', { provider: server.label, why }))
    if (answer.status !== 200) return unreadable(`it came with status ${String(answer.status)}`)
    const type = answer.headers.find(([name]) => name.toLowerCase() === 'content-type')?.[1] ?? ''
    if (!/^application\/(?:[\w.-]+\+)?json\s*(?:;|$)/i.test(type)) return unreadable('it is not JSON')
    if (answer.headers.some(([name, value]) => name.toLowerCase() === 'content-encoding' && value.toLowerCase() !== 'identity')) return unreadable('it is compressed, although that was not asked for')
    const completion = Completion.safeParse(await unpack(server, ask, answer))
    if (!completion.success) return unreadable('it is incomplete or not a chat completion')
    const [choice] = completion.data.choices
    if (choice.finish_reason === 'length') return unreadable('it was cut off for length')
    if (choice.finish_reason === 'content_filter') return unreadable('the provider’s filter held it back')
    if (choice.message.refusal) return unreadable('the model refused to answer')
    if (!choice.message.content) return unreadable('it is empty')
    const reading = readAnswer(choice.message.content, ask)
    if ('why' in reading) return unreadable(reading.why)
    return ok({ ...reading.says, tokensIn: completion.data.usage?.prompt_tokens ?? null, tokensOut: completion.data.usage?.completion_tokens ?? null })
  },
})

/** Nothing but these fields is ever composed: no user, no metadata, no session. `store: false` asks the provider to keep nothing. */
const requestFor = (model: string, ask: Ask): OpenAI.ChatCompletionCreateParamsNonStreaming => {
  const { system, user, schema } = partsOf(ask)
  return {
    model,
    messages: [{ role: 'system', content: system }, { role: 'user', content: user }],
    ...(schema === null ? {} : { response_format: { type: 'json_schema', json_schema: { name: schema.name, strict: true, schema: schema.schema } } }),
    store: false,
  }
}

/** Parsing puts the fields into one order and refuses what has no field. */
const partsOf = (ask: Ask): { readonly system: string; readonly user: string; readonly schema: { readonly name: string; readonly schema: Record<string, unknown> } | null } => {
  switch (ask.kind) {
    case 'solve': return { system: PLANNING, user: JSON.stringify({ problem: PlanningProblem.parse(ask.problem), ...(ask.words === null ? {} : { request: ask.words }) }), schema: { name: 'plan', schema: PLAN_SCHEMA } }
    case 'answer': return { system: WORDS, user: ask.words, schema: null }
    case 'outline': return { system: OUTLINE, user: JSON.stringify({ outline: OutlineShape.parse(ask.shape) }), schema: { name: 'outline', schema: OUTLINE_SCHEMA } }
    case 'refine': return { system: REFINE, user: ask.draft, schema: { name: 'edits', schema: EDITS_SCHEMA } }
  }
}

const padded = (json: string): Result<string> => {
  const bytes = Buffer.byteLength(json)
  const size = BODY_SIZES.find((limit) => bytes <= limit)
  return size === undefined ? fail(problem('privacy.too-long', { found: bytes, limit: LARGEST })) : ok(json + ' '.repeat(size - bytes))
}

const composed = ({ key }: ChatServer, url: string, body: string): Composed => {
  const secret = key === 'bearer' ? (['Authorization', `Bearer ${DOTS}`] as const) : (['api-key', DOTS] as const)
  return {
    url,
    headers: [
      ['Host', new URL(url).host],
      ['Content-Type', 'application/json'],
      ['Content-Length', String(Buffer.byteLength(body))],
      ['Accept', 'application/json'],
      ['Accept-Encoding', 'identity'],
      ['Connection', 'close'],
      secret,
    ],
    secretHeaders: [secret[0]],
    body,
  }
}

const count = z.number().int().min(0).max(1e9)
const Choice = z.object({ finish_reason: z.string().nullish(), message: z.object({ content: z.string().nullish(), refusal: z.string().nullish() }) })
const Completion = z.object({
  choices: z.tuple([Choice], Choice),
  usage: z.object({ prompt_tokens: count, completion_tokens: count }).nullish().catch(null),
})

/** Lets the package compose a request and takes it away before it could be sent. */
const dryRun = async (base: string, request: OpenAI.ChatCompletionCreateParamsNonStreaming): Promise<{ readonly url: string; readonly body: string }> => {
  const taken: { readonly url: string; readonly body: string }[] = []
  const client = await packageClient(base, (url, init) => {
    if (typeof url !== 'string' || typeof init?.body !== 'string') throw new Error('the openai package composes differently than it did')
    taken.push({ url, body: init.body })
    return Promise.resolve(new Response('{}', { headers: { 'content-type': 'application/json' } }))
  })
  await client.chat.completions.create(request)
  const [only, ...more] = taken
  if (only === undefined || more.length > 0) throw new Error('the openai package did not compose exactly one request')
  return only
}

/** Lets the package read an answer that is already here; undefined when it cannot. */
const unpack = async (server: ChatServer, ask: Ask, answer: RawAnswer): Promise<unknown> => {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(answer.body)
    const client = await packageClient(server.base, () => Promise.resolve(new Response(answer.body, { status: 200, headers: { 'content-type': 'application/json' } })))
    return await client.chat.completions.create(requestFor(server.model, ask))
  } catch {
    return undefined
  }
}

/** Loaded at the first request, so that the app starts without it. */
const packageClient = async (baseURL: string, fetch: NonNullable<ConstructorParameters<typeof OpenAI>[0]>['fetch']): Promise<OpenAI> => {
  const { default: Client } = await import('openai')
  // The package reads addresses, keys, headers and a log level from these, some of them even when told otherwise.
  for (const name of Object.keys(process.env)) if (/^OPENAI_/i.test(name)) Reflect.deleteProperty(process.env, name)
  return new Client({
    apiKey: 'composed-without-key',
    adminAPIKey: null,
    organization: null,
    project: null,
    webhookSecret: null,
    baseURL,
    maxRetries: 0,
    logLevel: 'off',
    ...(fetch === undefined ? {} : { fetch }),
  })
}
