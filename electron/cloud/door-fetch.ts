/**
 * A `fetch` that reaches one port of this computer and nothing else, for a local model server.
 * It shares no connection with anything: each request opens a socket inside its door, and closes it when the answer has been read.
 */
import http from 'node:http'
import { Readable } from 'node:stream'
import { destinationOf, isLoopback, loopbackLookup, type Destination } from './address.ts'
import type { Tripwire } from './tripwire.ts'

/**
 * Promises: only `http:` to exactly this host and port; a redirect is refused; no proxy, no environment, no pool; the answer's body
 * streams, and `signal` stops it at any moment. Bodies are text or bytes. Throws when `destination` is not this computer.
 */
export const doorFetch = (tripwire: Pick<Tripwire, 'through'>, destination: Destination): typeof fetch => {
  if (!isLoopback(destination.host)) throw new Error('a local door leads only to this computer')
  return async (input, init = {}) => {
    if (input instanceof Request) throw new TypeError('this door takes an address, not a Request')
    const url = new URL(input)
    const target = destinationOf(url)
    if (url.protocol !== 'http:' || target.host !== destination.host || target.port !== destination.port) throw new TypeError('this door leads elsewhere')
    const body = bytesOf(init.body)
    const { signal } = init
    signal?.throwIfAborted()
    return tripwire.through(destination, () => new Promise<Response>((resolve, reject) => {
      const request = http.request({
        host: destination.host,
        port: destination.port,
        path: url.pathname + url.search,
        method: init.method ?? 'GET',
        headers: { ...Object.fromEntries(new Headers(init.headers)), ...(body === null ? {} : { 'content-length': body.byteLength }) },
        agent: false,
        ...(destination.host === 'localhost' ? { lookup: loopbackLookup } : {}),
      })
      let answering: http.IncomingMessage | null = null
      const stop = (): void => { (answering ?? request).destroy(signal?.reason instanceof Error ? signal.reason : new DOMException('stopped', 'AbortError')) }
      signal?.addEventListener('abort', stop)
      request.on('close', () => { signal?.removeEventListener('abort', stop) })
      request.on('error', reject)
      request.on('response', (answer) => {
        answering = answer
        const status = answer.statusCode ?? 0
        if (status < 200 || (status >= 300 && status < 400)) {
          request.destroy(new TypeError('this door follows no redirect'))
          return
        }
        const headers = new Headers()
        for (const [name, values] of Object.entries(answer.headersDistinct)) for (const value of values ?? []) headers.append(name, value)
        if (status === 204 || status === 205) answer.resume()
        const stream = status === 204 || status === 205 ? null : Readable.toWeb(answer) as ReadableStream<Uint8Array>
        resolve(new Response(stream, { status, headers }))
      })
      request.end(body ?? undefined)
    }))
  }
}

const bytesOf = (body: RequestInit['body']): Uint8Array | null => {
  if (body === undefined || body === null) return null
  if (typeof body === 'string') return new TextEncoder().encode(body)
  if (body instanceof Uint8Array) return body
  throw new TypeError('this door takes text or bytes')
}
