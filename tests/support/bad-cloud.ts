/** Twelve ways in which a cloud can go wrong, each as a real server doing it to a real socket. */
import net from 'node:net'
import { createAuthority } from './certificates.ts'
import { answerWith, chatCompletion, head, portOf, startRecordingCloud, type Behaviour, type RecordingCloud } from './recording-cloud.ts'

export const faults = ['500', '429', '307', '308', 'reset-before', 'reset-after', 'slow', 'truncated', 'html', 'ten-megabytes', 'wrong-name', 'never-answers'] as const
export type Fault = (typeof faults)[number]

export interface BadCloud {
  /** What the client is told to use, up to `/v1`. */
  readonly base: string
  /** Authorities it should trust, when the server speaks TLS. */
  readonly authorities: readonly string[] | undefined
  readonly requests: () => number
  /** Bytes of any request that arrived. */
  readonly bytes: () => number
  /** Requests that reached the address a redirect names. */
  readonly astray: () => number
  /** Resolves once a complete request has come. */
  readonly arrived: () => Promise<void>
  readonly close: () => Promise<void>
}

export const startBadCloud = async (fault: Fault): Promise<BadCloud> => {
  if (fault === 'reset-before') return resetsBeforeAnything()
  const elsewhere = await startRecordingCloud()
  const authority = createAuthority('Test authority')
  const secure = fault === 'wrong-name'
  const cloud = await startRecordingCloud({
    behave: behaviours[fault](elsewhere),
    ...(secure ? { certificate: authority.issue(['another-name.example']) } : {}),
  })
  return {
    base: secure ? `https://localhost:${String(cloud.port)}/v1` : `http://127.0.0.1:${String(cloud.port)}/v1`,
    authorities: secure ? [authority.pem] : undefined,
    requests: () => cloud.requests.length,
    bytes: () => cloud.received().length,
    astray: () => elsewhere.requests.length,
    arrived: () => cloud.arrived(1),
    close: async () => { await Promise.all([cloud.close(), elsewhere.close()]) },
  }
}

const good = answerWith(200, chatCompletion('Yes.'))
const redirect = (status: number) => (elsewhere: RecordingCloud): Behaviour => answerWith(status, '', [['Location', `http://127.0.0.1:${String(elsewhere.port)}/v1/chat/completions`]])

const behaviours: Record<Exclude<Fault, 'reset-before'>, (elsewhere: RecordingCloud) => Behaviour> = {
  '500': () => answerWith(500, '{"error":{"message":"oops"}}'),
  '429': () => answerWith(429, '{"error":{"message":"slow down"}}', [['Retry-After', '0']]),
  '307': redirect(307),
  '308': redirect(308),
  'reset-after': () => (socket) => { socket.resetAndDestroy() },
  /** Headers and half a body, then silence: only the deadline ends it. */
  slow: () => (socket) => { socket.write(head(200, [['Content-Type', 'application/json'], ['Content-Length', '1000']]) + '{"id":') },
  truncated: () => (socket) => { socket.end(head(200, [['Content-Type', 'application/json'], ['Content-Length', '1000']]) + '{"id":') },
  html: () => answerWith(200, '<!doctype html><title>Sign in to the hotel network</title>', [['Content-Type', 'text/html; charset=utf-8']]),
  'ten-megabytes': () => answerWith(200, Buffer.alloc(10 * 1024 * 1024, 0x20)),
  'wrong-name': () => good,
  'never-answers': () => () => undefined,
}

/** Takes the connection and drops it in the middle of the TLS handshake. */
const resetsBeforeAnything = async (): Promise<BadCloud> => {
  const server = net.createServer((socket) => {
    socket.on('error', () => undefined).once('data', () => { socket.resetAndDestroy() })
  })
  await new Promise<void>((resolve) => { server.listen(0, '127.0.0.1', resolve) })
  return {
    base: `https://127.0.0.1:${String(portOf(server))}/v1`,
    authorities: undefined,
    requests: () => 0,
    bytes: () => 0,
    astray: () => 0,
    arrived: () => Promise.reject(new Error('no request can arrive here')),
    close: () => new Promise((resolve) => { server.close(() => { resolve() }) }),
  }
}
