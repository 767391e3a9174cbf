/** A server that remembers every byte it was sent, and answers whatever a test tells it to. It parses as little as it can. */
import net from 'node:net'
import tls from 'node:tls'

export interface Recorded {
  /** Everything of this request, exactly as it came. */
  readonly raw: Buffer
  readonly requestLine: string
  readonly headers: readonly (readonly [string, string])[]
  readonly body: Buffer
}

/** What happens to a complete request. */
export type Behaviour = (socket: net.Socket, request: Recorded) => void

export interface RecordingCloud {
  readonly port: number
  readonly requests: readonly Recorded[]
  /** Connections accepted, whether or not a request came. */
  readonly connections: () => number
  /** Everything that came on any connection, complete request or not. */
  readonly received: () => Buffer
  /** Resolves once so many complete requests have come. */
  readonly arrived: (count: number) => Promise<void>
  readonly close: () => Promise<void>
}

export interface RecordingOptions {
  readonly behave?: Behaviour
  /** With it the server speaks TLS. */
  readonly certificate?: tls.TlsOptions
  readonly host?: string
}

/** Listens on a free port of this computer. */
export const startRecordingCloud = async ({ behave = answerWith(200, chatCompletion('Yes.')), certificate, host = '127.0.0.1' }: RecordingOptions = {}): Promise<RecordingCloud> => {
  const requests: Recorded[] = []
  const chunks: Buffer[] = []
  const sockets = new Set<net.Socket>()
  const waiting: { readonly count: number; readonly resolve: () => void }[] = []
  let connections = 0

  const onConnection = (socket: net.Socket): void => {
    socket.on('error', () => undefined)
    let buffered = Buffer.alloc(0)
    socket.on('data', (chunk: Buffer) => {
      chunks.push(chunk)
      buffered = Buffer.concat([buffered, chunk])
      for (let request = takeRequest(buffered); request !== null; request = takeRequest(buffered)) {
        buffered = buffered.subarray(request.raw.length)
        requests.push(request)
        for (const { count, resolve } of waiting) if (requests.length >= count) resolve()
        behave(socket, request)
      }
    })
  }
  const server = certificate === undefined ? net.createServer(onConnection) : tls.createServer(certificate, onConnection)
  server.on('tlsClientError', () => undefined)
  // Below TLS, so that a client that gives up during the handshake is counted and can be cut.
  server.on('connection', (socket: net.Socket) => {
    connections += 1
    sockets.add(socket)
    socket.on('error', () => undefined).on('close', () => { sockets.delete(socket) })
  })
  await new Promise<void>((resolve) => { server.listen(0, host, resolve) })
  return {
    port: portOf(server),
    requests,
    connections: () => connections,
    received: () => Buffer.concat(chunks),
    arrived: (count) => new Promise((resolve) => { if (requests.length >= count) resolve(); else waiting.push({ count, resolve }) }),
    close: () => new Promise((resolve) => {
      server.close(() => { resolve() })
      for (const socket of sockets) socket.destroy()
    }),
  }
}

/** One complete answer, after which the server closes. */
export const answerWith = (status: number, body: string | Buffer, headers: readonly (readonly [string, string])[] = [['Content-Type', 'application/json']]): Behaviour => (socket) => {
  socket.end(Buffer.concat([Buffer.from(head(status, [...headers, ['Content-Length', String(Buffer.byteLength(body))]])), Buffer.from(body)]))
}

export const head = (status: number, headers: readonly (readonly [string, string])[]): string => `HTTP/1.1 ${String(status)} Whatever\r\n${headers.map(([name, value]) => `${name}: ${value}\r\n`).join('')}\r\n`

/** The body of an ordinary answer. */
export const chatCompletion = (content: string | null, more: Readonly<Record<string, unknown>> = {}): string => JSON.stringify({
  id: 'chatcmpl-1', object: 'chat.completion', created: 1, model: 'm',
  choices: [{ index: 0, message: { role: 'assistant', content, refusal: null }, finish_reason: 'stop', logprobs: null }],
  usage: { prompt_tokens: 12, completion_tokens: 3, total_tokens: 15 },
  ...more,
})

export const portOf = (server: net.Server): number => {
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('no port')
  return address.port
}

const takeRequest = (bytes: Buffer): Recorded | null => {
  const end = bytes.indexOf('\r\n\r\n')
  if (end === -1) return null
  const [requestLine = '', ...lines] = bytes.subarray(0, end).toString('latin1').split('\r\n')
  const headers = lines.map((line): [string, string] => [line.slice(0, line.indexOf(': ')), line.slice(line.indexOf(': ') + 2)])
  const length = Number(headers.find(([name]) => name.toLowerCase() === 'content-length')?.[1] ?? 0)
  const total = end + 4 + length
  if (bytes.length < total) return null
  return { raw: Buffer.from(bytes.subarray(0, total)), requestLine, headers, body: Buffer.from(bytes.subarray(end + 4, total)) }
}
