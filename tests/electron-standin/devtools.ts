/** Speaks the DevTools protocol with Chromium over two pipes, so that the stand-in opens no socket of its own. */
import { EventEmitter } from 'node:events'
import type { Readable, Writable } from 'node:stream'
import type { Protocol } from '../../node_modules/playwright-core/types/protocol.d.ts'

export type { Protocol }

export interface DevtoolsSession {
  readonly send: <M extends keyof Protocol.CommandParameters>(method: M, params?: Protocol.CommandParameters[M]) => Promise<Protocol.CommandReturnValues[M]>
  readonly on: <E extends keyof Protocol.Events>(event: E, listener: (payload: Protocol.Events[E]) => void) => void
}

export interface Devtools {
  /** The whole browser. */
  readonly browser: DevtoolsSession
  /** One page of it. */
  readonly session: (id: string) => DevtoolsSession
  /** Fulfilled when nothing more can be said. */
  readonly closed: Promise<void>
}

interface Message { readonly id?: number; readonly sessionId?: string; readonly method?: string; readonly params?: unknown; readonly result?: unknown; readonly error?: { readonly message: string } }
interface Waiting { readonly resolve: (result: never) => void; readonly reject: (error: Error) => void; readonly method: string }

/** `from` and `to` carry JSON messages, each ended by a NUL byte. Once `from` ends, every command fails. */
export function createDevtools(from: Readable, to: Writable): Devtools {
  const sessions = new Map<string, EventEmitter>()
  const waiting = new Map<number, Waiting>()
  let lastId = 0
  const end = Promise.withResolvers<undefined>()
  let closed = false

  const emitterOf = (id: string): EventEmitter => {
    const known = sessions.get(id)
    if (known !== undefined) return known
    const made = new EventEmitter()
    sessions.set(id, made)
    return made
  }
  const receive = (message: Message): void => {
    if (message.id === undefined) {
      emitterOf(message.sessionId ?? '').emit(message.method ?? '', message.params)
      return
    }
    const asked = waiting.get(message.id)
    waiting.delete(message.id)
    if (message.error !== undefined) asked?.reject(new Error(`${asked.method}: ${message.error.message}`))
    else asked?.resolve(message.result as never)
  }
  const close = (): void => {
    closed = true
    for (const { reject, method } of waiting.values()) reject(new Error(`${method}: Chromium has closed`))
    waiting.clear()
    end.resolve(undefined)
  }
  const sessionOf = (sessionId: string | undefined): DevtoolsSession => ({
    send: (method, params) => new Promise((resolve, reject) => {
      if (closed) { reject(new Error(`${method}: Chromium has closed`)); return }
      const id = ++lastId
      waiting.set(id, { resolve, reject, method })
      to.write(`${JSON.stringify({ id, method, params: params ?? {}, sessionId })}\0`)
    }),
    on: (event, listener) => { emitterOf(sessionId ?? '').on(event, listener) },
  })

  let rest: Buffer[] = []
  from.on('data', (chunk: Buffer) => {
    let start = 0
    for (let end = chunk.indexOf(0); end >= 0; end = chunk.indexOf(0, start)) {
      const text = Buffer.concat([...rest, chunk.subarray(start, end)]).toString('utf8')
      rest = []
      start = end + 1
      receive(JSON.parse(text) as Message)
    }
    rest.push(chunk.subarray(start))
  })
  from.on('close', close)
  to.on('error', close)
  return { browser: sessionOf(undefined), session: sessionOf, closed: end.promise }
}
