/**
 * The one file that opens a socket out of this computer: it sends approved bytes, once.
 *
 * What leaves is `POST <path> HTTP/1.1`, the sealed header lines in their order (the key in place of its dots) and the sealed body.
 * There is no retry, no redirect, no proxy, no pool, no environment variable and no header of Node's own.
 * Nothing is written before the connection stands and, over TLS, before the other end has proven its name.
 */
import { createHash } from 'node:crypto'
import http from 'node:http'
import https from 'node:https'
import { rootCertificates } from 'node:tls'
import { problem, type Problem } from '../../shared/problems.ts'
import { fail, ok, type Result } from '../../shared/result.ts'
import type { Approved, Sealed } from '../../shared/stages.ts'
import { loopbackLookup, parseTarget, type Destination } from './address.ts'
import { DOTS, type RawAnswer } from './provider.ts'
import type { Tripwire } from './tripwire.ts'

export interface Wire {
  /**
   * Sends what was approved and waits for the answer. Never sends twice, and never throws for what a network can do.
   * Aborting before the first byte sends nothing (`departure.refused`); after it, the request counts as sent (`cloud.interrupted`).
   */
  readonly send: (approved: Approved, signal: AbortSignal) => Promise<WireOutcome>
}

export interface WireOutcome {
  /** True once any byte of the request may have left. */
  readonly left: boolean
  /** The HTTP status, when one came. */
  readonly status: number | null
  readonly result: Result<RawAnswer>
}

export interface WireLimits {
  /** Look-up, connection and TLS handshake together, milliseconds. */
  readonly connectMs: number
  /** Everything until the last byte of the answer, milliseconds. */
  readonly totalMs: number
  /** The largest answer that is kept, bytes. */
  readonly answerBytes: number
}
export const wireLimits: WireLimits = { connectMs: 10_000, totalMs: 60_000, answerBytes: 1024 * 1024 }

/** Calls `fire` once after so many milliseconds; returns what cancels it. */
export type Timer = (milliseconds: number, fire: () => void) => () => void

export interface WireDependencies {
  readonly tripwire: Pick<Tripwire, 'through'>
  /** The desk's check that a person approved exactly this and that it was never sent before; the approval is used up by it. */
  readonly spend: (approved: Approved) => Result<Sealed>
  /** The key that stands behind the dots of this header; the address says whose key it must be. */
  readonly secret: (header: string, address: string) => Promise<Result<string>>
  readonly limits: WireLimits
  readonly timer?: Timer
  /** Certificate authorities (PEM) trusted instead of the built-in ones. For tests. */
  readonly authorities?: readonly string[]
}

export const createWire = (dependencies: WireDependencies): Wire => ({
  send: async (approved, signal) => {
    const stopped = (): boolean => signal.aborted
    if (stopped()) return unsent(problem('departure.refused'))
    const sealed = dependencies.spend(approved)
    if (!sealed.ok) return unsent(sealed.problem)
    const parcel = inspect(sealed.value)
    if (!parcel.ok) return unsent(parcel.problem)
    const headers = await reveal(parcel.value, dependencies.secret)
    if (!headers.ok) return unsent(headers.problem)
    if (stopped()) return unsent(problem('departure.refused'))
    return dependencies.tripwire.through(parcel.value.destination, () => transmit(parcel.value, headers.value, signal, dependencies))
  },
})

/** A sealed request whose bytes have been copied and compared with what was approved. */
interface Parcel { readonly url: URL; readonly destination: Destination; readonly headers: Sealed['headers']; readonly body: Buffer }

const inspect = (sealed: Sealed): Result<Parcel> => {
  const body = Buffer.from(sealed.body)
  if (createHash('sha256').update(body).digest('hex') !== sealed.sha256) return fail(problem('cloud.changed'))
  const target = parseTarget(sealed.url)
  if (!target.ok) return target
  const { url, destination } = target.value
  const value = new Map(sealed.headers.map(([name, text]) => [name.toLowerCase(), text]))
  const asSealed = value.size === sealed.headers.length && [...value.keys()].every((name) => knownHeaders.has(name))
    && value.get('host') === url.host && value.get('content-length') === String(body.byteLength) && value.get('connection') === 'close'
    && [...value.values()].every((text) => /^[\x20-\x7e]*$/.test(text.replace(DOTS, '')))
  return asSealed ? ok({ url, destination, headers: sealed.headers, body }) : fail(problem('cloud.changed'))
}

/** The header lines a request may have. The first three say where it goes and where it ends, and must be there. */
const knownHeaders: ReadonlySet<string> = new Set(['host', 'content-length', 'connection', 'content-type', 'accept', 'accept-encoding', 'authorization', 'api-key'])

/** The header lines as they leave: flat, name after value, with the key in place of its dots. */
const reveal = async ({ url, headers }: Parcel, secret: WireDependencies['secret']): Promise<Result<string[]>> => {
  const lines: string[] = []
  for (const [name, value] of headers) {
    if (!value.includes(DOTS)) {
      lines.push(name, value)
      continue
    }
    const key = await secret(name, url.href)
    if (!key.ok) return key
    if (!/^[\x21-\x7e]+$/.test(key.value)) return fail(problem('cloud.bad-key', { provider: url.host }))
    lines.push(name, value.replace(DOTS, () => key.value))
  }
  return ok(lines)
}

const transmit = ({ url, destination, body }: Parcel, headers: string[], signal: AbortSignal, { limits, timer = clockTimer, authorities = rootCertificates }: WireDependencies): Promise<WireOutcome> =>
  new Promise((resolve) => {
    const provider = url.host
    const secure = url.protocol === 'https:'
    let reached = false
    let left = false
    let status: number | null = null
    let settled = false

    const options: https.RequestOptions = {
      method: 'POST',
      host: destination.host,
      port: destination.port,
      path: url.pathname + url.search,
      headers,
      setDefaultHeaders: false,
      agent: false,
      insecureHTTPParser: false,
      maxHeaderSize: 16 * 1024,
      ...(destination.host === 'localhost' ? { lookup: loopbackLookup } : {}),
    }
    // All said aloud, because each of these has a default that an environment variable or a flag can change.
    const trust: https.RequestOptions = {
      rejectUnauthorized: true,
      minVersion: 'TLSv1.2',
      ca: [...authorities],
    }
    const request = secure ? https.request({ ...options, ...trust }) : http.request(options)

    const finish = (result: Result<RawAnswer>): void => {
      if (settled) return
      settled = true
      cancelConnect()
      cancelTotal()
      signal.removeEventListener('abort', stop)
      request.destroy()
      resolve({ left, status, result })
    }
    const broke = (error?: Error): void => {
      if (left) finish(fail(problem('cloud.interrupted', { provider })))
      else finish(fail(problem(secure && reached && !isNetworkFailure(error) ? 'cloud.tls' : 'cloud.unreachable', { provider })))
    }
    const stop = (): void => { if (left) broke(); else finish(fail(problem('departure.refused'))) }
    const tooLate = (): void => { if (left) finish(fail(problem('cloud.slow', { provider, seconds: limits.totalMs / 1000 }))); else broke(networkTimeout) }

    const cancelConnect = timer(limits.connectMs, () => { broke(networkTimeout) })
    const cancelTotal = timer(limits.totalMs, tooLate)
    signal.addEventListener('abort', stop)

    request.on('error', broke)
    request.on('close', () => { broke() })
    request.on('socket', (socket) => {
      socket.once('connect', () => { reached = true })
      socket.once(secure ? 'secureConnect' : 'connect', () => {
        if (settled) return
        cancelConnect()
        left = true
        request.end(body)
      })
    })
    request.on('response', (response) => {
      status = response.statusCode ?? 0
      const refused = refusedStatus(status, provider)
      if (refused !== null) {
        finish(fail(refused))
        return
      }
      const chunks: Buffer[] = []
      let received = 0
      response.on('data', (chunk: Buffer) => {
        received += chunk.byteLength
        if (received > limits.answerBytes) finish(fail(problem('cloud.too-big', { provider, limit: limits.answerBytes })))
        else chunks.push(chunk)
      })
      // Only a complete answer ends; one that breaks off closes the request instead.
      response.on('end', () => { finish(ok({ status: response.statusCode ?? 0, headers: pairs(response.rawHeaders), body: new Uint8Array(Buffer.concat(chunks)) })) })
    })
  })

const unsent = (reason: Problem): WireOutcome => ({ left: false, status: null, result: fail(reason) })

const refusedStatus = (status: number, provider: string): Problem | null => {
  if (status >= 200 && status < 300) return null
  if (status >= 300 && status < 400) return problem('cloud.redirected', { provider })
  if (status === 401 || status === 403) return problem('cloud.refused-key', { provider })
  if (status === 429) return problem('cloud.busy', { provider })
  return problem('cloud.status', { provider, status })
}

const networkTimeout = Object.assign(new Error('no connection in time'), { code: 'ETIMEDOUT' })
/** A line that broke says nothing about who was at its other end; every other failure of a handshake does. */
const isNetworkFailure = (error: NodeJS.ErrnoException | undefined): boolean => error === undefined || ['ECONNRESET', 'ETIMEDOUT', 'EPIPE', 'ENETUNREACH', 'EHOSTUNREACH'].includes(error.code ?? '')

const pairs = (flat: readonly string[]): [string, string][] => Array.from({ length: Math.floor(flat.length / 2) }, (_, i) => [flat[2 * i] ?? '', flat[2 * i + 1] ?? ''])

const clockTimer: Timer = (milliseconds, fire) => {
  const timeout = setTimeout(fire, milliseconds)
  return () => { clearTimeout(timeout) }
}
