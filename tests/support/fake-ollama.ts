/**
 * A stand-in for Ollama that speaks its real HTTP API over a real loopback socket, records every request, and breaks on demand.
 * Shapes follow ollama/ollama docs/api.md, docs/api/errors.mdx and server/routes.go. A test says what the model answers; nothing here waits for a clock.
 */
import { createServer } from 'node:http'
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { AddressInfo, Socket } from 'node:net'

/** What a request looked like when it arrived. */
interface Recorded { readonly method: string; readonly path: string; readonly headers: Readonly<Record<string, string | string[] | undefined>>; readonly text: string }

/** The part of a chat request that tests look at. */
export interface ChatBody {
  readonly model: string
  readonly messages: readonly { readonly role: string; readonly content: string }[]
  readonly stream?: boolean
  readonly format?: unknown
  readonly think?: unknown
  readonly keep_alive?: unknown
  readonly options?: Readonly<Record<string, unknown>>
}

export interface FakeModel {
  readonly name: string
  readonly size?: number
  /** Runs in Ollama's cloud: listed and shown with these, and a chat with it is answered as from there. */
  readonly remote?: { readonly remote_host?: string; readonly remote_model?: string }
  /** Answers 400 to any request that names `think`. */
  readonly refusesThink?: boolean
  /** What it says it can do; without `thinking` by default, as `gemma4` says it. */
  readonly capabilities?: readonly string[]
  readonly family?: string
  readonly contextTokens?: number
}

/** A model that can be downloaded, layer by layer. */
interface LibraryModel { readonly name: string; readonly layers: readonly { readonly digest: string; readonly size: number }[] }

/** Something a test opens when it is time; until then the server holds its answer back. */
export interface Gate { readonly open: () => void; readonly opened: Promise<void> }
export const createGate = (): Gate => {
  const { promise, resolve } = Promise.withResolvers<undefined>()
  return { open: () => { resolve(undefined) }, opened: promise.then(() => undefined) }
}

/** How a request is answered. Words are streamed in pieces of a few characters, as tokens would be. */
export type Reply =
  | string
  | {
    readonly say: string
    readonly thinking?: string
    /** Nothing, not even a status line, before this opens: a model that is still loading. */
    readonly before?: Gate
    /** After that many pieces nothing more until this opens. */
    readonly pause?: { readonly after: number; readonly until: Gate }
    /** How it ends; `done` when absent. `half`: in the middle of a line. `killed`: the connection is cut. `early`: closed properly, but without the last line. `error`: an error line, as Ollama sends when a runner dies. */
    readonly end?: 'done' | 'half' | 'killed' | 'early' | { readonly error: string }
  }
  /** Never ends: words, or one line without a line break, or thoughts without words. */
  | { readonly endless: 'words' | 'line' | 'thoughts' }
  | { readonly status: number; readonly error: string }
  | { readonly status: number; readonly location: string }
  | { readonly status?: number; readonly raw: string; readonly type: string }
  | { readonly hold: Gate }

export interface FakeScript {
  readonly host?: '127.0.0.1' | '::1'
  /** A free one by default. */
  readonly port?: number
  readonly version?: string
  readonly models?: readonly FakeModel[]
  /** What the model says to each chat request; `turn` counts them from 0. Without it: JSON where `format` asks for it, else a sentence. */
  readonly chat?: (body: ChatBody, turn: number) => Reply
  /** Answers for the other calls, instead of the true ones. */
  readonly versionReply?: Reply
  readonly tags?: Reply
  readonly show?: Reply
  /** What `/api/pull` can fetch. What has arrived of a layer stays, as with Ollama, until the server is closed. */
  readonly library?: readonly LibraryModel[]
  /** True: bytes arrive only when the test delivers them. */
  readonly deliversOnDemand?: boolean
  /** How a download ends instead of well, once everything has arrived. */
  readonly pullEnd?: 'killed' | { readonly error: string }
  /** Answers a download at once with this. */
  readonly pull?: Reply
  /** Whether its cloud is switched off; `unknown` is an Ollama too old to be asked. */
  readonly cloudOff?: boolean | 'unknown'
}

export interface FakeOllama {
  readonly address: string
  readonly port: number
  readonly requests: readonly Recorded[]
  readonly paths: () => readonly string[]
  readonly chats: () => readonly ChatBody[]
  /** Resolves once the n-th request for that path has arrived (1 = the first). */
  readonly arrived: (path: string, n?: number) => Promise<void>
  /** Resolves once a client has hung up on an unfinished answer. */
  readonly hungUp: Promise<void>
  /** Lets so many bytes of a download arrive. */
  readonly deliver: (bytes: number) => void
  readonly close: () => Promise<void>
}

const gemma: FakeModel = { name: 'gemma4:e4b', size: 9_608_350_245 }
const CREATED = '2026-11-22T16:45:00.123456789Z'
const details = { parent_model: '', format: 'gguf', family: 'gemma4', families: ['gemma4'], parameter_size: '8.0B', quantization_level: 'Q4_K_M' }
const digest = '0a8c266910232fd3291e71e5ba1e058cc5af9d411192cf88b6d30e92b6e73163'

/** Starts it on a free port. Close it at the end of the test. */
export const startFakeOllama = async (script: FakeScript = {}): Promise<FakeOllama> => {
  const requests: Recorded[] = []
  const waiting: { readonly path: string; readonly n: number; readonly tell: () => void }[] = []
  const hungUp = createGate()
  const sockets = new Set<Socket>()
  const models = [...(script.models ?? [gemma])]
  /** In memory: the newest last. */
  const loaded = new Map<string, { readonly context: number; readonly keepAlive: unknown }>()
  const arrivedBytes = new Map<string, number>()
  let deliverable = script.deliversOnDemand === true ? 0 : Infinity
  let delivery = createGate()
  const version = script.version ?? '0.18.2'
  const chats = (): ChatBody[] => requests.filter(({ path }) => path === '/api/chat').map(({ text }) => JSON.parse(text) as ChatBody)
  const find = (name: unknown): FakeModel | undefined => models.find((model) => withTag(model.name) === withTag(String(name)))

  const answer = async (recorded: Recorded, response: ServerResponse): Promise<void> => {
    switch (`${recorded.method} ${recorded.path}`) {
      case 'GET /': { send(response, 200, 'text/plain; charset=utf-8', 'Ollama is running'); return }
      case 'GET /api/version': { await other(response, script.versionReply, { version }); return }
      case 'GET /api/tags': { await other(response, script.tags, { models: models.map((model) => ({ ...listed(model), modified_at: CREATED })) }); return }
      case 'GET /api/ps': {
        json(response, 200, { models: [...loaded].flatMap(([name, { context, keepAlive }]) => models.filter((model) => withTag(model.name) === name).map((model) => ({ ...listed(model), expires_at: keepAlive === -1 ? '2318-03-04T14:56:49.277302595-07:00' : CREATED, size_vram: Math.round((model.size ?? 0) / 2), context_length: context }))) })
        return
      }
      case 'GET /api/status': {
        if (script.cloudOff === 'unknown') send(response, 404, 'text/plain', '404 page not found')
        else json(response, 200, { cloud: { disabled: script.cloudOff ?? false, source: script.cloudOff === true ? 'config' : 'none' } })
        return
      }
      case 'POST /api/show': {
        const { model: name } = JSON.parse(recorded.text) as { readonly model?: string }
        const model = find(name)
        if (script.show === undefined && model === undefined) { json(response, 404, { error: `model '${name ?? ''}' not found` }); return }
        await other(response, script.show, { license: 'Apache License', modelfile: `# Modelfile generated by "ollama show"\nFROM ${name ?? ''}`, template: '{{ .Prompt }}', details: { ...details, family: model?.family ?? details.family }, ...model?.remote, model_info: { 'general.architecture': 'gemma4', 'gemma4.context_length': model?.contextTokens ?? 131_072 }, capabilities: model?.capabilities ?? ['completion', 'thinking'], modified_at: CREATED })
        return
      }
      case 'POST /api/pull': { await pull(recorded, response); return }
      case 'DELETE /api/delete': {
        const { model: given, name } = JSON.parse(recorded.text) as { readonly model?: string; readonly name?: string }
        const model = find(given ?? name)
        if (model === undefined) { json(response, 404, { error: `model '${given ?? name ?? ''}' not found` }); return }
        models.splice(models.indexOf(model), 1)
        loaded.delete(withTag(model.name))
        response.writeHead(200)
        response.end()
        return
      }
      case 'POST /api/chat': { await chat(recorded, response); return }
      default: { send(response, 404, 'text/plain', '404 page not found') }
    }
  }

  const chat = async (recorded: Recorded, response: ServerResponse): Promise<void> => {
    const body = JSON.parse(recorded.text) as ChatBody
    const model = find(body.model)
    if (model === undefined) { json(response, 404, { error: `model '${body.model}' not found` }); return }
    if (model.refusesThink === true && body.think !== undefined) { json(response, 400, { error: `"${body.model}" does not support thinking` }); return }
    if (/^0\.[0-4]\./.test(version) && typeof body.format === 'object') { json(response, 400, { error: 'json: cannot unmarshal object into Go struct field ChatRequest.format of type string' }); return }
    if (body.messages.length === 0) {
      if (body.keep_alive === 0) loaded.delete(withTag(model.name))
      const line = { model: body.model, created_at: CREATED, message: { role: 'assistant', content: '' }, done: true, done_reason: body.keep_alive === 0 ? 'unload' : 'load' }
      send(response, 200, 'application/x-ndjson', `${JSON.stringify(line)}\n`)
      return
    }
    const reply = script.chat?.(body, chats().length - 1) ?? usual(body)
    if (typeof reply === 'string' || 'say' in reply) loaded.set(withTag(model.name), { context: Number(body.options?.['num_ctx'] ?? 4096), keepAlive: body.keep_alive })
    if (typeof reply === 'string' || 'say' in reply) await stream(response, body, model, typeof reply === 'string' ? { say: reply } : reply)
    else await other(response, reply, {})
  }

  /** Bytes of the layers one after the other, each with its digest, as `server/download.go` reports them. */
  const pull = async (recorded: Recorded, response: ServerResponse): Promise<void> => {
    const { model: given, name } = JSON.parse(recorded.text) as { readonly model?: string; readonly name?: string }
    if (script.pull !== undefined) { await other(response, script.pull, {}); return }
    const model = script.library?.find((each) => withTag(each.name) === withTag(given ?? name ?? ''))
    response.writeHead(200, { 'content-type': 'application/x-ndjson' })
    const line = (value: object): void => { response.write(`${JSON.stringify(value)}\n`) }
    line({ status: 'pulling manifest' })
    if (model === undefined) { line({ error: 'pull model manifest: file does not exist' }); response.end(); return }
    for (const { digest, size } of model.layers) {
      const report = (): void => { line({ status: `pulling ${digest.slice(7, 19)}`, digest, total: size, ...((arrivedBytes.get(digest) ?? 0) === 0 ? {} : { completed: arrivedBytes.get(digest) }) }) }
      report()
      while ((arrivedBytes.get(digest) ?? 0) < size) {
        if (deliverable === 0) {
          delivery = createGate()
          await Promise.race([delivery.opened, new Promise((resolve) => { response.once('close', resolve) })])
        }
        if (response.destroyed) return
        const bytes = Math.min(deliverable, Math.max(1, Math.ceil(size / 20)), size - (arrivedBytes.get(digest) ?? 0))
        deliverable -= bytes
        arrivedBytes.set(digest, (arrivedBytes.get(digest) ?? 0) + bytes)
        if (bytes > 0) report()
      }
    }
    if (script.pullEnd === 'killed') { response.destroy(); return }
    for (const status of ['verifying sha256 digest', 'writing manifest']) line({ status })
    if (script.pullEnd !== undefined) { line(script.pullEnd); response.end(); return }
    models.push({ name: model.name, size: model.layers.reduce((sum, { size }) => sum + size, 0) })
    line({ status: 'success' })
    response.end()
  }

  const server = createServer((request, response) => {
    response.on('close', () => { if (!response.writableFinished) hungUp.open() })
    void record(request).then(async (recorded) => {
      requests.push(recorded)
      for (const { path, n, tell } of waiting) if (path === recorded.path && requests.filter((each) => each.path === path).length >= n) tell()
      await answer(recorded, response)
    })
  })
  server.on('connection', (socket) => { sockets.add(socket); socket.on('close', () => sockets.delete(socket)) })
  const host = script.host ?? '127.0.0.1'
  await new Promise<void>((resolve, reject) => { server.once('error', reject); server.listen(script.port ?? 0, host, resolve) })
  const { port } = server.address() as AddressInfo

  return {
    address: `http://${host === '::1' ? '[::1]' : host}:${port}`,
    port,
    requests,
    paths: () => requests.map(({ path }) => path),
    chats,
    arrived: (path, n = 1) => new Promise((resolve) => {
      if (requests.filter((each) => each.path === path).length >= n) resolve()
      else waiting.push({ path, n, tell: resolve })
    }),
    hungUp: hungUp.opened,
    deliver: (bytes) => { deliverable += bytes; delivery.open() },
    close: async () => {
      for (const socket of sockets) socket.destroy()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

type Spoken = Extract<Reply, { readonly say: string }>

const stream = async (response: ServerResponse, body: ChatBody, model: FakeModel, spoken: Spoken): Promise<void> => {
  await spoken.before?.opened
  const head = { model: body.model, ...model.remote, created_at: CREATED }
  const last = { done: true, done_reason: 'stop', total_duration: 4_883_583_458, load_duration: 1_334_875, prompt_eval_count: 26, prompt_eval_duration: 342_546_000, eval_count: 282, eval_duration: 4_535_599_000 }
  if (body.stream === false) {
    json(response, 200, { ...head, message: { role: 'assistant', content: spoken.say, ...(spoken.thinking === undefined ? {} : { thinking: spoken.thinking }) }, ...last })
    return
  }
  const line = (value: object): string => `${JSON.stringify({ ...head, ...value })}\n`
  response.writeHead(200, { 'content-type': 'application/x-ndjson' })
  if (spoken.thinking !== undefined) response.write(line({ message: { role: 'assistant', content: '', thinking: spoken.thinking }, done: false }))
  const pieces = spoken.say.match(/[\s\S]{1,7}/gu) ?? []
  for (const [i, content] of pieces.entries()) {
    if (i === spoken.pause?.after) await spoken.pause.until.opened
    if (response.destroyed) return
    response.write(line({ message: { role: 'assistant', content }, done: false }))
  }
  const end = spoken.end ?? 'done'
  if (end === 'done') response.end(line({ message: { role: 'assistant', content: '' }, ...last }))
  else if (end === 'early') response.end()
  else if (end === 'half') response.end(line({ message: { role: 'assistant', content: 'and' }, done: false }).slice(0, 60))
  else if (end === 'killed') response.write(line({ message: { role: 'assistant', content: 'and' }, done: false }), () => { response.destroy() })
  else response.end(`${JSON.stringify(end)}\n`)
}

/** Anything that is not a model speaking. */
const other = async (response: ServerResponse, reply: Reply | undefined, usualBody: object): Promise<void> => {
  if (reply === undefined || typeof reply === 'string' || 'say' in reply) json(response, 200, usualBody)
  else if ('endless' in reply) endless(response, reply.endless)
  else if ('error' in reply) json(response, reply.status, { error: reply.error })
  else if ('location' in reply) { response.writeHead(reply.status, { location: reply.location }); response.end() }
  else if ('raw' in reply) send(response, reply.status ?? 200, reply.type, reply.raw)
  else { await reply.hold.opened; json(response, 200, usualBody) }
}

/** Writes as fast as the client reads, until it hangs up. */
const endless = (response: ServerResponse, kind: 'words' | 'line' | 'thoughts'): void => {
  response.writeHead(200, { 'content-type': 'application/x-ndjson' })
  const message = kind === 'words' ? { role: 'assistant', content: 'again and ' } : { role: 'assistant', content: '', thinking: 'hm, ' }
  const piece = kind === 'line' ? ' '.repeat(4096) : `${JSON.stringify({ model: 'gemma4:e4b', created_at: CREATED, message, done: false })}\n`
  const more = (): void => {
    while (!response.destroyed && response.write(piece));
    if (!response.destroyed) response.once('drain', more)
  }
  more()
}

const listed = (model: FakeModel): object => ({ name: withTag(model.name), model: withTag(model.name), ...model.remote, size: model.size ?? 384, digest, details: { ...details, family: model.family ?? details.family } })
const withTag = (name: string): string => (name.includes(':') ? name : `${name}:latest`)

const usual = (body: ChatBody): string => (body.format === undefined ? 'All is well at home.' : JSON.stringify(emptyOf(body.format as Schema)))

interface Schema { readonly type?: string; readonly enum?: readonly unknown[]; readonly properties?: Readonly<Record<string, Schema>> }
/** The smallest value that a schema of flat objects allows. */
const emptyOf = (schema: Schema): unknown => {
  if (schema.enum !== undefined) return schema.enum[0]
  switch (schema.type) {
    case 'object': return Object.fromEntries(Object.entries(schema.properties ?? {}).map(([key, value]) => [key, emptyOf(value)]))
    case 'array': return []
    case 'integer': case 'number': return 0
    case 'boolean': return false
    default: return ''
  }
}

const record = async (request: IncomingMessage): Promise<Recorded> => {
  const pieces: Buffer[] = []
  for await (const piece of request) pieces.push(piece as Buffer)
  return { method: request.method ?? '', path: request.url ?? '', headers: request.headers, text: Buffer.concat(pieces).toString('utf8') }
}

const send = (response: ServerResponse, status: number, type: string, body: string): void => {
  response.writeHead(status, { 'content-type': type })
  response.end(body)
}
const json = (response: ServerResponse, status: number, body: object): void => { send(response, status, 'application/json; charset=utf-8', JSON.stringify(body)) }
