/**
 * What may go to Ollama and what is let back in, checked byte by byte around the package's own `fetch`:
 * four calls, one address, two headers, no redirect; whole JSON only, of bounded size, from a model that runs here.
 * The package itself follows redirects, prints what it cannot parse to the console (household text included) and drops it.
 */
import { z } from 'zod'
import { problem } from '../../shared/problems.ts'
import type { Problem } from '../../shared/problems.ts'

/** The only calls ever made. Web search, web fetch, push, pull, create, copy, delete are not among them. */
const allowedCalls: readonly string[] = ['GET /api/version', 'GET /api/tags', 'POST /api/show', 'POST /api/chat']

const MAX_ERROR_BYTES = 64 * 1024
const MAX_ANSWER_BYTES = 2 * 1024 * 1024

interface StrictFetch {
  readonly fetch: typeof globalThis.fetch
  /** e.g. `http://127.0.0.1:11434` */
  readonly base: string
  readonly signal: AbortSignal
  /** Names what Ollama reported; `status` is 200 for an error in the middle of an answer. The message may echo household text: it is only ever matched, never kept. */
  readonly explain: (status: number, message: string) => Problem
  /** Remembers why and throws; the package passes the throw on to its caller. */
  readonly refuse: (why: Problem) => never
  readonly cloudModel: Problem
}

/** One line of a streamed answer, as far as Lares reads it. */
const Line = z.object({ message: z.object({ content: z.string() }), done: z.boolean() })
const ErrorLine = z.object({ error: z.string() })
const Remote = z.looseObject({ remote_host: z.unknown().optional(), remote_model: z.unknown().optional() })

/** True when Ollama says that this model, list entry or answer belongs to its cloud. Anything but an absent or empty mark counts as one. */
export const isRemote = (entry: unknown): boolean => {
  const read = Remote.safeParse(entry)
  return read.success && [read.data.remote_host, read.data.remote_model].some((mark) => mark !== undefined && mark !== null && mark !== '')
}

const broken = problem('local.failed', { status: 'the connection broke' })
const unreadable = problem('local.failed', { status: 'its answer could not be read' })
const brokeOff = problem('local.failed', { status: 'it stopped in the middle of its answer' })
const tooMuch = problem('local.failed', { status: 'its answer did not end' })
const redirected = problem('local.failed', { status: 'it tried to pass the request on to another address' })

export const strictFetch = (deps: StrictFetch): typeof globalThis.fetch => async (input, init) => {
  const method = init?.method ?? 'GET'
  if (typeof input !== 'string' || !allowedCalls.some((call) => `${method} ${input}` === call.replace(' ', ` ${deps.base}`))) throw new Error('not a call that Lares makes')
  const response = await deps.fetch(input, {
    method,
    headers: { accept: 'application/json', ...(method === 'POST' ? { 'content-type': 'application/json' } : {}) },
    ...(typeof init?.body === 'string' ? { body: init.body } : {}),
    redirect: 'manual',
    signal: deps.signal,
  }).catch((error: unknown) => deps.refuse(nobodyThere(error) ? problem('local.unreachable') : broken))
  if (response.type === 'opaqueredirect' || (response.status >= 300 && response.status < 400)) {
    await response.body?.cancel()
    return deps.refuse(redirected)
  }
  if (!response.ok) return deps.refuse(deps.explain(response.status, errorIn(await wholeText(response, MAX_ERROR_BYTES, deps))))
  if (input.endsWith('/api/chat')) return new Response(response.body === null ? null : ReadableStream.from(wholeLines(response.body, deps)))
  const text = await wholeText(response, MAX_ANSWER_BYTES, deps)
  if (parsed(text) === undefined) return deps.refuse(unreadable)
  return new Response(text)
}

/** True when there was nobody to connect to. The code stands in the error itself or in what caused it. */
const nobodyThere = (error: unknown): boolean => {
  if (!(error instanceof Error)) return false
  if ('code' in error && ['ECONNREFUSED', 'EADDRNOTAVAIL', 'EAFNOSUPPORT', 'ENETUNREACH', 'EHOSTUNREACH'].includes(String(error.code))) return true
  return nobodyThere(error.cause)
}

async function* wholeLines(body: ReadableStream<Uint8Array>, deps: StrictFetch): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder()
  let unfinished: string[] = []
  for await (const piece of decoded(body, MAX_ANSWER_BYTES, deps)) {
    const [head = '', ...rest] = piece.split('\n')
    unfinished.push(head)
    for (const next of rest) {
      const line = unfinished.join('')
      unfinished = [next]
      if (line.trim() === '') continue
      const last = judge(line, deps)
      yield encoder.encode(`${line}\n`)
      if (last) return
    }
  }
  const line = unfinished.join('')
  if (parsed(line) === undefined || !judge(line, deps)) deps.refuse(brokeOff)
  yield encoder.encode(line)
}

/** Refuses a line that is an error, comes from a cloud, or is not what it should be; true for the last line of an answer. */
const judge = (line: string, deps: StrictFetch): boolean => {
  const value = parsed(line)
  const error = ErrorLine.safeParse(value)
  if (error.success) return deps.refuse(deps.explain(200, error.data.error))
  if (isRemote(value)) return deps.refuse(deps.cloudModel)
  const read = Line.safeParse(value)
  return read.success ? read.data.done : deps.refuse(unreadable)
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
