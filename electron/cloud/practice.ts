/**
 * The practice cloud: a Chat Completions server inside the app, on 127.0.0.1 only, that answers from the planner.
 * It lets the whole way out and back be tried with no account; it speaks real HTTP and fails like the real one.
 */
import { createHash, randomBytes, randomUUID, timingSafeEqual } from 'node:crypto'
import http from 'node:http'
import { z } from 'zod'
import { OutlineShape, type OutlinePlan } from '../../shared/ask.ts'
import { PlanningProblem, type Placement } from '../../shared/planning.ts'
import { practiceAnswer, practiceEdits } from './practice-words.ts'

export interface Practice {
  readonly port: number
  /** The key it accepts: made anew at each start, known only to this process. */
  readonly token: string
  /** Stops it and cuts every open connection. */
  readonly close: () => Promise<void>
}

/** `solve` answers null when nothing fits or time ran out; `outlineOf` knows the steps of an undertaking. Starts listening on a free port. */
export const startPractice = async ({ solve, outlineOf }: Minds): Promise<Practice> => {
  const token = randomBytes(32).toString('base64url')
  const server = http.createServer((request, response) => {
    answer(request, token, { solve, outlineOf }).catch(() => failure(500, 'The practice cloud stumbled.', 'server_error', null)).then(({ status, body }) => {
      const bytes = Buffer.from(JSON.stringify(body))
      response.writeHead(status, { 'Content-Type': 'application/json', 'Content-Length': bytes.byteLength, Connection: 'close' }).end(bytes)
    }, () => { response.destroy() })
  })
  await new Promise<void>((resolve, reject) => { server.once('error', reject).listen(0, '127.0.0.1', resolve) })
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('the practice cloud has no port')
  return {
    port: address.port,
    token,
    close: () => new Promise((resolve) => {
      server.close(() => { resolve() })
      server.closeAllConnections()
    }),
  }
}

interface Minds { readonly solve: Solve; readonly outlineOf: (shape: OutlineShape) => OutlinePlan }
type Solve = (problem: PlanningProblem) => Promise<readonly Placement[] | null>
interface Reply { readonly status: number; readonly body: unknown }

const LARGEST = 64 * 1024
const NOTHING_FITS = 'No time was found that keeps every limit.'

const answer = async (request: http.IncomingMessage, token: string, { solve, outlineOf }: Minds): Promise<Reply> => {
  const body = await bodyOf(request)
  if (request.url !== '/v1/chat/completions') return failure(404, `Invalid URL (${request.method ?? ''} ${request.url ?? ''})`, 'invalid_request_error', null)
  if (request.method !== 'POST') return failure(405, `Not allowed to ${request.method ?? ''} on /v1/chat/completions.`, 'invalid_request_error', 'method_not_supported')
  if (!sameText(request.headers.authorization ?? '', `Bearer ${token}`)) return failure(401, 'Incorrect API key provided.', 'invalid_request_error', 'invalid_api_key')
  if (body === null) return failure(413, `The request is larger than ${String(LARGEST)} bytes.`, 'invalid_request_error', null)
  const json = parseJson(body)
  if (json === undefined) return failure(400, 'We could not parse the JSON body of your request.', 'invalid_request_error', null)
  const asked = ChatRequest.safeParse(json)
  if (!asked.success) return failure(400, 'The request has no model or no usable messages.', 'invalid_request_error', null)
  const user = asked.data.messages.findLast(({ role }) => role === 'user')?.content ?? ''
  const form = asked.data.response_format?.json_schema.name
  if (form === undefined) return completion(asked.data.model, body, practiceAnswer(user))
  if (form === 'edits') return completion(asked.data.model, body, JSON.stringify({ edits: practiceEdits(user) }))
  if (form === 'outline') {
    const shape = z.object({ outline: OutlineShape }).safeParse(parseJson(user))
    return shape.success ? completion(asked.data.model, body, JSON.stringify(outlineOf(shape.data.outline))) : failure(400, 'The user message holds no outline.', 'invalid_request_error', null)
  }
  const wanted = z.object({ problem: PlanningProblem }).safeParse(parseJson(user))
  if (!wanted.success) return failure(400, 'The user message holds no planning problem.', 'invalid_request_error', null)
  const plan = await solve(wanted.data.problem)
  return completion(asked.data.model, body, JSON.stringify({ plan: (plan ?? []).map(({ job, start, slots, with: chosen }) => ({ job, start, slots: slots ?? null, ...(chosen === undefined ? {} : { with: chosen }) })), binding: plan === null ? [NOTHING_FITS] : [] }))
}

const ChatRequest = z.object({
  model: z.string().min(1),
  messages: z.array(z.object({ role: z.string(), content: z.string() })).min(1),
  stream: z.literal(false).optional(),
  response_format: z.object({ type: z.literal('json_schema'), json_schema: z.object({ name: z.enum(['plan', 'outline', 'edits']) }) }).optional(),
})

const completion = (model: string, asked: string, content: string): Reply => {
  const [tokensIn, tokensOut] = [tokens(asked), tokens(content)]
  return {
    status: 200,
    body: {
      id: `chatcmpl-${randomUUID()}`,
      object: 'chat.completion',
      created: 0,
      model,
      choices: [{ index: 0, message: { role: 'assistant', content, refusal: null }, logprobs: null, finish_reason: 'stop' }],
      usage: { prompt_tokens: tokensIn, completion_tokens: tokensOut, total_tokens: tokensIn + tokensOut },
    },
  }
}

const failure = (status: number, message: string, type: string, code: string | null): Reply => ({ status, body: { error: { message, type, param: null, code } } })

/** The usual rule of thumb, four characters to a token; the padding does not count. */
const tokens = (text: string): number => Math.ceil(text.trimEnd().length / 4)

/** Read to its end even when it is too large (then null): a connection closed on unread bytes would take the answer with it. */
const bodyOf = async (request: http.IncomingMessage): Promise<string | null> => {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.byteLength
    if (size <= LARGEST) chunks.push(chunk)
  }
  return size <= LARGEST ? Buffer.concat(chunks).toString('utf8') : null
}

const parseJson = (text: string): unknown => {
  try { return JSON.parse(text) } catch { return undefined }
}

/** In a time that does not tell how much of it was right. */
const sameText = (a: string, b: string): boolean => timingSafeEqual(createHash('sha256').update(a).digest(), createHash('sha256').update(b).digest())
