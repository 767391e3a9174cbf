/** Run on its own, in an environment a test has chosen: tries every way out of a Node process, with the tripwire or without: node ways-out.ts guarded|open PLAIN-PORT SECURE-PORT DATAGRAM-PORT. Prints what became of each. */
import childProcess from 'node:child_process'
import dgram from 'node:dgram'
import dns from 'node:dns'
import http from 'node:http'
import https from 'node:https'
import net from 'node:net'
import tls from 'node:tls'
import { Worker } from 'node:worker_threads'
import { Ollama } from 'ollama'
import OpenAI from 'openai'
import { installTripwire } from '../../electron/cloud/tripwire.ts'

const [how, plainPort = '', securePort = '', datagramPort = ''] = process.argv.slice(2)
const host = '127.0.0.1', plain = Number(plainPort), secure = Number(securePort), datagrams = Number(datagramPort), url = `http://${host}:${plainPort}/`
const said = (source: NodeJS.EventEmitter, name: string): Promise<unknown> => new Promise((resolve, reject) => { source.once(name, resolve).once('error', reject) })
const reaching = `require('node:net').connect(${plainPort}, '${host}').once('connect', function () { this.destroy() })`
const asking = { timeout: 200, tries: 1 }
const dispatcher = (): { dispatch: (options: object, handler: object) => unknown } => {
  const key = Object.getOwnPropertySymbols(globalThis).find(({ description }) => description?.startsWith('undici.globalDispatcher') === true)
  return Reflect.get(globalThis, key ?? '') as ReturnType<typeof dispatcher>
}

/** Each settles when it is known whether it got through; what it rejects with says why not. */
const ways: Readonly<Record<string, () => unknown>> = {
  'a socket': () => { const socket = net.connect(plain, host); return said(socket, 'connect').finally(() => { socket.destroy() }) },
  TLS: () => { const socket = tls.connect({ port: secure, host, rejectUnauthorized: false }); return said(socket, 'secureConnect').finally(() => { socket.destroy() }) },
  HTTP: () => said(http.get(url), 'response'),
  HTTPS: () => said(https.get({ port: secure, host, rejectUnauthorized: false }), 'response'),
  fetch: () => fetch(url),
  undici: () => new Promise((resolve, reject) => { dispatcher().dispatch({ origin: url, path: '/', method: 'GET' }, { onRequestStart: () => undefined, onResponseStart: resolve, onResponseData: () => undefined, onResponseEnd: resolve, onResponseError: (_: unknown, error: Error) => { reject(error) } }) }),
  // As somebody would use it who forgets to say where to: the environment may.
  'the openai package': () => new OpenAI({ apiKey: 'k', maxRetries: 0, ...(process.env['OPENAI_BASE_URL'] === undefined ? { baseURL: url } : {}) }).chat.completions.create({ model: 'm', messages: [] }),
  'the ollama package': () => new Ollama({ host: url }).chat({ model: 'm', messages: [] }),
  'a name': () => dns.promises.lookup('localhost'),
  'a DNS query': () => new Promise((resolve, reject) => { const resolver = new dns.Resolver(asking); resolver.setServers([`${host}:${datagramPort}`]); resolver.resolve4('secret.example.com', (error) => { if (error !== null && 'syscall' in error) resolve('asked'); else reject(error ?? new Error('no answer was to come')) }) }),
  'a DNS query with a promise': async () => { const resolver = new dns.promises.Resolver(asking); resolver.setServers([`${host}:${datagramPort}`]); try { return await resolver.resolveTxt('secret.example.com') } catch (error) { if (error instanceof Error && 'syscall' in error) return 'asked'; throw error } },
  'a datagram': () => new Promise((resolve, reject) => { const socket = dgram.createSocket('udp4'); socket.send('x', datagrams, host, (error) => { socket.close(); if (error === null) resolve('sent'); else reject(error) }) }),
  'a child process': () => { const { status, error } = childProcess.spawnSync(process.execPath, ['-e', reaching]); if (status !== 0) throw error ?? new Error('did not run') },
  'a thread': () => said(new Worker(reaching, { eval: true }), 'exit'),
}

const tripwire = how === 'guarded' ? installTripwire({ onTrip: () => undefined }) : undefined
/** The code of the first error that has one: packages wrap what they meet. */
function codeOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  return 'code' in error && typeof error.code === 'string' ? error.code : error.cause === undefined ? error.message.slice(0, 100) : codeOf(error.cause)
}
const became: Record<string, string> = {}
for (const [name, go] of Object.entries(ways)) {
  // A server that plays a proxy may keep silent.
  const late = (): Promise<string> => new Promise((resolve) => { setTimeout(resolve, 1000, 'nothing for a second') })
  const attempt = async (): Promise<string> => { try { return await Promise.race([(async () => { await go(); return 'reached' })(), late()]) } catch (error) { return codeOf(error) } }
  became[name] = await attempt()
  // And once more behind a door that leads elsewhere.
  if (tripwire !== undefined) became[`${name}, inside another door`] = await tripwire.through({ host: '127.0.0.2', port: plain }, attempt)
}
process.stdout.write(JSON.stringify(became))
process.exit(0)
