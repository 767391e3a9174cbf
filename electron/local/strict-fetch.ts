/**
 * What may go to Ollama and what is let back in, checked byte by byte around the package's own `fetch`:
 * a list of calls, one address, two headers, no redirect; whole JSON only, of bounded size, from a model that runs here.
 * The package itself follows redirects, prints what it cannot parse to the console (household text included) and drops it.
 */
import { z } from 'zod'
import { problem } from '../../shared/problems.ts'
import type { Problem } from '../../shared/problems.ts'
import { failed } from './explain.ts'
import type { Explain } from './explain.ts'

/** The only calls ever made. Web search, web fetch, push, create, copy are not among them. */
const allowedCalls: readonly string[] = ['GET /api/version', 'GET /api/status', 'GET /api/tags', 'GET /api/ps', 'POST /api/show', 'POST /api/chat', 'POST /api/pull', 'DELETE /api/delete']

const MAX_ERROR_BYTES = 64 * 1024
const MAX_ANSWER_BYTES = 2 * 1024 * 1024
const MAX_LINE_BYTES = 64 * 1024

interface StrictFetch {
  readonly fetch: typeof globalThis.fetch
  /** e.g. `http://127.0.0.1:11434` */
  readonly base: string
  /** `127.0.0.1:11434 or [::1]:11434`: all that is tried, for the problem that nobody is there. */
  readonly tried: string
  readonly signal: AbortSignal
  readonly explain: Explain
  /** Remembers why and throws; the package passes the throw on to its caller. */
  readonly refuse: (why: Problem) => never
  /** What it means when an answer comes from a cloud. */
  readonly cloudModel: Problem
  /** What it means when an answer is none that Ollama would give. */
  readonly strange?: Problem
}

const Remote = z.looseObject({ remote_host: z.unknown().optional(), remote_model: z.unknown().optional() })

/** True when Ollama says that this model, list entry or answer belongs to its cloud. Anything but an absent or empty mark counts as one. */
export const isRemote = (entry: unknown): boolean => {
  const read = Remote.safeParse(entry)
  return read.success && [read.data.remote_host, read.data.remote_model].some((mark) => mark !== undefined && mark !== null && mark !== '')
}

const broken = failed('the connection broke')
const unreadable = failed('its answer could not be read')
const brokeOff = failed('it stopped in the middle of its answer')
const tooMuch = failed('its answer did not end')
const redirected = failed('it tried to pass the request on to another address')

export const strictFetch = (deps: StrictFetch): typeof globalThis.fetch => async (input, init) => {
  const method = init?.method ?? 'GET'
  if (typeof input !== 'string' || !allowedCalls.some((call) => `${method} ${input}` === call.replace(' ', ` ${deps.base}`))) throw new Error('not a call that Lares makes')
  const response = await deps.fetch(input, {
    method,
    headers: { accept: 'application/json', ...(method === 'GET' ? {} : { 'content-type': 'application/json' }) },
    ...(typeof init?.body === 'string' ? { body: init.body } : {}),
    redirect: 'manual',
    signal: deps.signal,
  }).catch((error: unknown) => deps.refuse(nobodyThere(error) ? problem('local.unreachable', { tried: deps.tried }) : broken))
  if (response.type === 'opaqueredirect' || (response.status >= 300 && response.status < 400)) {
    await response.body?.cancel()
    return deps.refuse(deps.strange ?? redirected)
  }
  if (!response.ok) return deps.refuse(deps.explain(response.status, errorIn(await wholeText(response, MAX_ERROR_BYTES, deps))))
  const stream = streams.find(({ call }) => input.endsWith(call))
  if (stream !== undefined) return new Response(response.body === null ? null : ReadableStream.from(wholeLines(response.body, stream, deps)))
  const text = await wholeText(response, MAX_ANSWER_BYTES, deps)
  // The answer to a removal is empty.
  if (method !== 'DELETE' && parsed(text) === undefined) return deps.refuse(deps.strange ?? unreadable)
  return new Response(text)
}

/** True when there was nobody to connect to. The code stands in the error itself or in what caused it. */
const nobodyThere = (error: unknown): boolean => {
  if (!(error instanceof Error)) return false
  if ('code' in error && ['ECONNREFUSED', 'EADDRNOTAVAIL', 'EAFNOSUPPORT', 'ENETUNREACH', 'EHOSTUNREACH'].includes(String(error.code))) return true
  return nobodyThere(error.cause)
}

interface Stream {
  readonly call: string
  /** Of the whole answer. A download has as many lines as it takes. */
  readonly maxBytes: number
  /** Whether a line is what it should be, and the last one. */
  readonly line: z.ZodType<boolean>
}

const streams: readonly Stream[] = [
  { call: '/api/chat', maxBytes: MAX_ANSWER_BYTES, line: z.object({ message: z.object({ content: z.string(), thinking: z.string().optional() }), done: z.boolean() }).transform(({ done }) => done) },
  { call: '/api/pull', maxBytes: Infinity, line: z.object({ status: z.string(), digest: z.string().max(200).optional(), total: z.number().min(0).optional(), completed: z.number().min(0).optional() }).transform(({ status }) => status === 'success') },
]
const ErrorLine = z.object({ error: z.string() })

async function* wholeLines(body: ReadableStream<Uint8Array>, stream: Stream, deps: StrictFetch): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder()
  let unfinished: string[] = []
  let unfinishedLength = 0
  for await (const piece of decoded(body, stream.maxBytes, deps)) {
    const [head = '', ...rest] = piece.split('\n')
    unfinished.push(head)
    unfinishedLength += head.length
    for (const next of rest) {
      const line = unfinished.join('')
      unfinished = [next]
      unfinishedLength = next.length
      if (line.trim() === '') continue
      const last = judge(line, stream, deps)
      yield encoder.encode(`${line}\n`)
      if (last) return
    }
    if (unfinishedLength > MAX_LINE_BYTES) deps.refuse(tooMuch)
  }
  const line = unfinished.join('')
  if (parsed(line) === undefined || !judge(line, stream, deps)) deps.refuse(brokeOff)
  yield encoder.encode(line)
}

/** Refuses a line that is an error, comes from a cloud, or is not what it should be; true for the last line of an answer. */
const judge = (line: string, stream: Stream, deps: StrictFetch): boolean => {
  const value = parsed(line)
  const error = ErrorLine.safeParse(value)
  if (error.success) return deps.refuse(deps.explain(200, error.data.error))
  if (isRemote(value)) return deps.refuse(deps.cloudModel)
  const last = stream.line.safeParse(value)
  return last.success ? last.data : deps.refuse(unreadable)
}

const wholeText = async (response: Response, limit: number, deps: StrictFetch): Promise<string> => {
  const pieces: string[] = []
  if (response.body !== null) for await (const piece of decoded(response.body, limit, deps)) pieces.push(piece)
  return pieces.join('')
}

async function* decoded(body: ReadableStream<Uint8Array>, limit: number, deps: StrictFetch): AsyncGenerator<string> {
  const decoder = new TextDecoder()
  const reader = body.getReader()
  let bytes = 0
  try {
    for (;;) {
      const { done, value } = await reader.read().catch(() => deps.refuse(brokeOff))
      if (done) break
      bytes += value.length
      if (bytes > limit) deps.refuse(tooMuch)
      yield decoder.decode(value, { stream: true })
    }
    yield decoder.decode()
  } finally {
    reader.cancel().catch(() => undefined)
  }
}

const parsed = (text: string): unknown => {
  try { return JSON.parse(text) as unknown } catch { return undefined }
}

const errorIn = (text: string): string => {
  const error = ErrorLine.safeParse(parsed(text))
  return error.success ? error.data.error : ''
}
