/**
 * Refuses everything in this thread that can carry bytes out of the process, except through a door that names host and port.
 *
 * Install it before anything else runs. From then on:
 * - sockets (TCP, TLS, unix sockets, named pipes), HTTP agents and name look-ups pass only inside `through`, to exactly that host and port;
 * - `fetch`, WebSocket, EventSource, HTTP/2, datagrams, DNS queries, child processes and `process.execve` never pass: no door needs them;
 * - a worker starts only from a listed file. A worker has modules of its own, which this thread cannot patch, so each of
 *   those files starts with `import '…/no-network.ts'`.
 *
 * Loopback is refused like any other destination. Listening is not its matter. What it cannot see: native addons, a file
 * written to a network share, a socket that a door has opened and then gives away. The door files give none away and keep none open.
 */
import { AsyncLocalStorage } from 'node:async_hooks'
import childProcess from 'node:child_process'
import dgram from 'node:dgram'
import dns from 'node:dns'
import http from 'node:http'
import http2 from 'node:http2'
import { syncBuiltinESMExports } from 'node:module'
import net from 'node:net'
import { resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import workerThreads from 'node:worker_threads'
import type { Destination } from './address.ts'

export interface Tripwire {
  /** Opens the door to one destination for as long as `work` takes. What `work` leaves running afterwards finds the door shut. */
  readonly through: <T>(destination: Destination, work: () => Promise<T>) => Promise<T>
  /** Puts everything back as it was. For tests. */
  readonly uninstall: () => void
}

export interface TripwireOptions {
  /** Told which power was refused ('socket', 'name look-up', …), never the destination: a host name can carry household text. */
  readonly onTrip: (what: string) => void
  /** The files a worker may be started from; none when absent. */
  readonly workers?: readonly (string | URL)[]
}

/** Installing twice gives the same tripwire: there is one per thread. */
export const installTripwire = ({ onTrip, workers = [] }: TripwireOptions): Tripwire => {
  if (installed !== null) return installed
  const door = new AsyncLocalStorage<Pass>()
  const undo: (() => void)[] = []

  const refusal = (what: string): Error => {
    onTrip(what)
    return Object.assign(new Error(`refused outside its door: ${what}`), { code: 'ERR_TRIPWIRE' })
  }
  const passes = (host: unknown, port: unknown): boolean => {
    const pass = door.getStore()
    return pass !== undefined && pass.open && host === pass.host && Number(port) === pass.port
  }
  const set = (owner: object, name: PropertyKey, value: unknown): void => {
    const before = Object.getOwnPropertyDescriptor(owner, name)
    if (before?.configurable === false) {
      Reflect.set(owner, name, value)
      undo.push(() => { Reflect.set(owner, name, before.value) })
    } else {
      Object.defineProperty(owner, name, { value, writable: true, configurable: true, enumerable: before?.enumerable ?? false })
      undo.push(() => { if (before === undefined) Reflect.deleteProperty(owner, name); else Object.defineProperty(owner, name, before) })
    }
  }
  const guard = (owner: object, name: string, make: (original: Callable) => Callable): void => {
    const original: unknown = Reflect.get(owner, name)
    if (isCallable(original)) set(owner, name, make(original))
  }
  const refuse = (owner: object, names: readonly string[], what: string): void => {
    for (const name of names) guard(owner, name, () => function refused() { throw refusal(what) })
  }
  /** For what answers with a promise, whose callers expect no throw. */
  const reject = (owner: object, names: readonly string[], what: string): void => {
    for (const name of names) guard(owner, name, () => () => Promise.reject(refusal(what)))
  }

  // Sockets. Everything in Node that connects (net, tls, http, https, fetch, WebSocket) comes through this one method.
  guard(net.Socket.prototype, 'connect', (original) => function connect(this: unknown, ...given) {
    const { host, port } = socketDestination(given)
    if (passes(host, port)) return Reflect.apply(original, this, given)
    const error = refusal('socket')
    process.nextTick(() => { (this as net.Socket).destroy(error) })
    return this
  })
  // An agent may hand out a socket that is already connected: so the door is checked for each request, too.
  guard(http.Agent.prototype, 'addRequest', (original) => function addRequest(this: unknown, ...given) {
    const [request, options] = given as [{ onSocket: (socket: null, error: Error) => void }, { host?: unknown; port?: unknown } | undefined]
    if (passes(options?.host, options?.port)) return Reflect.apply(original, this, given)
    request.onSocket(null, refusal('http'))
    return undefined
  })
  refuse(http2, ['connect'], 'http2')
  reject(globalThis, ['fetch'], 'fetch')
  refuse(globalThis, ['WebSocket', 'EventSource'], 'WebSocket')
  refuse(http, ['WebSocket'], 'WebSocket')
  // Whoever kept a fetch from before meets a dispatcher that refuses. Touching Response makes Node create the real one, to be put back later.
  if (typeof globalThis.Response === 'function') {
    const dispatcher = { dispatch: () => { throw refusal('fetch') } }
    for (const key of Object.getOwnPropertySymbols(globalThis)) if (key.description?.startsWith('undici.globalDispatcher') === true) set(globalThis, key, dispatcher)
  }

  // Names. An address literal asks nobody; a name may be looked up only behind its own door; DNS queries never pass.
  const mayLookUp = (host: unknown): boolean => !host || (typeof host === 'string' && (net.isIP(host) !== 0 || (door.getStore()?.open === true && door.getStore()?.host === host)))
  guard(dns, 'lookup', (original) => (...given) => {
    if (mayLookUp(given[0])) return Reflect.apply(original, dns, given)
    const error = refusal('name look-up')
    const answer = given.at(-1)
    if (!isCallable(answer)) throw error
    process.nextTick(answer, error)
    return {}
  })
  guard(dns.promises, 'lookup', (original) => (...given) => mayLookUp(given[0]) ? Reflect.apply(original, dns.promises, given) : Promise.reject(refusal('name look-up')))
  for (const owner of [dns, dns.Resolver.prototype]) refuse(owner, queriesOf(owner), 'name look-up')
  for (const owner of [dns.promises, dns.promises.Resolver.prototype]) reject(owner, queriesOf(owner), 'name look-up')

  refuse(dgram.Socket.prototype, ['send', 'sendto', 'connect', 'bind'], 'datagram')

  refuse(childProcess, ['spawn', 'spawnSync', 'exec', 'execSync', 'execFile', 'execFileSync', 'fork'], 'child process')
  refuse(childProcess.ChildProcess.prototype, ['spawn'], 'child process')
  refuse(process, ['execve'], 'child process')

  guard(process, 'binding', (original) => (...given) => {
    if (/wrap|spawn/.test(String(given[0]))) throw refusal('internal binding')
    return Reflect.apply(original, process, given)
  })

  const mayStart = new Set(workers.map(pathOf))
  set(workerThreads, 'Worker', new Proxy(workerThreads.Worker, {
    construct: (target, given: [string | URL, workerThreads.WorkerOptions?], newTarget) => {
      if (given[1]?.eval === true || !mayStart.has(pathOf(given[0]))) throw refusal('worker')
      return Reflect.construct(target, given, newTarget) as workerThreads.Worker
    },
  }))

  // Named imports of built-in modules (`import { lookup } from 'node:dns'`) follow only when told.
  syncBuiltinESMExports()
  installed = {
    through: async (destination, work) => {
      const pass: Pass = { ...destination, open: true }
      try { return await door.run(pass, work) } finally { pass.open = false }
    },
    uninstall: () => {
      for (const putBack of undo.splice(0).reverse()) putBack()
      syncBuiltinESMExports()
      installed = null
    },
  }
  return installed
}

/** In a worker: everything refused, no door. In the main thread it does nothing, because that one installs its own. */
export const sealWorker = (): void => { if (!workerThreads.isMainThread) installTripwire({ onTrip: () => undefined }) }

let installed: Tripwire | null = null

interface Pass extends Destination { open: boolean }
type Callable = (this: unknown, ...given: unknown[]) => unknown
const isCallable = (value: unknown): value is Callable => typeof value === 'function'

/** The functions that ask a name server something. */
const queriesOf = (owner: object): string[] => Object.getOwnPropertyNames(owner).filter((name) => /^(resolve|reverse|lookupService)/.test(name))

/** The destination in any of the forms that `net.Socket.connect` takes; empty for unix sockets, named pipes and whatever else is not a host and a port. */
const socketDestination = (given: readonly unknown[]): { readonly host?: unknown; readonly port?: unknown } => {
  const [first, second] = given
  // What net.connect and tls.connect pass on: [options, callback].
  if (Array.isArray(first)) return socketDestination(first)
  if (typeof first === 'object' && first !== null) {
    const { path, host, port } = first as { path?: unknown; host?: unknown; port?: unknown }
    return path ? {} : { host: host ?? 'localhost', port }
  }
  return Number(first) >= 0 ? { host: typeof second === 'string' ? second : 'localhost', port: first } : {}
}

/** The file a worker would start from; '' when it is no file. */
const pathOf = (file: string | URL): string => {
  if (typeof file === 'string') return resolve(file)
  return file.protocol === 'file:' ? fileURLToPath(file) : ''
}
