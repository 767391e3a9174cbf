/** Every way out of the process that Node has, tried outside a door, inside the right one and inside the wrong one. */
import childProcess from 'node:child_process'
import cluster from 'node:cluster'
import dgram from 'node:dgram'
import dns, { lookup } from 'node:dns'
import http from 'node:http'
import http2 from 'node:http2'
import https from 'node:https'
import net from 'node:net'
import { join } from 'node:path'
import tls from 'node:tls'
import { promisify } from 'node:util'
import { Worker } from 'node:worker_threads'
import { Ollama } from 'ollama'
import OpenAI from 'openai'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { installTripwire, type Tripwire } from '../../electron/cloud/tripwire.ts'
import { createAuthority } from '../support/certificates.ts'
import { startRecordingCloud, type RecordingCloud } from '../support/recording-cloud.ts'

const authority = createAuthority('Test authority')
const keptFetch = globalThis.fetch
const KeptWebSocket = globalThis.WebSocket
const keptConnect = net.connect

let plain: RecordingCloud
let secure: RecordingCloud
let trips: string[]
let tripwire: Tripwire

beforeAll(async () => {
  plain = await startRecordingCloud()
  secure = await startRecordingCloud({ certificate: authority.issue(['127.0.0.1']) })
})
afterAll(async () => { await Promise.all([plain.close(), secure.close()]) })
beforeEach(() => {
  trips = []
  tripwire = installTripwire({ onTrip: (what) => trips.push(what) })
})
afterEach(() => { tripwire.uninstall() })

const refused = { code: 'ERR_TRIPWIRE' }
const host = '127.0.0.1'

const settled = (socket: net.Socket, event: string): Promise<string> => new Promise((resolve, reject) => {
  socket.once(event, () => { socket.destroy(); resolve('reached') }).once('error', reject)
})
const answered = (request: http.ClientRequest): Promise<string> => new Promise((resolve, reject) => {
  request.on('response', (response) => { response.resume().on('end', () => { resolve('reached') }) }).on('error', reject).end()
})

/** Ways that a door lets pass, each to a port it is given. */
const doorWays: readonly (readonly [string, 'plain' | 'secure', (port: number) => Promise<string>])[] = [
  ['net.connect(port, host)', 'plain', (port) => settled(net.connect(port, host), 'connect')],
  ['net.connect({port, host})', 'plain', (port) => settled(net.connect({ port, host }), 'connect')],
  ['net.createConnection', 'plain', (port) => settled(net.createConnection({ port, host }), 'connect')],
  ['new Socket().connect(port, host)', 'plain', (port) => settled(new net.Socket().connect(port, host), 'connect')],
  ['new Socket().connect("port", host)', 'plain', (port) => settled(Reflect.apply(Reflect.get(net.Socket.prototype, 'connect'), new net.Socket(), [String(port), host]) as net.Socket, 'connect')],
  ['new Socket().connect({port, host})', 'plain', (port) => settled(new net.Socket().connect({ port, host }), 'connect')],
  ['a net.connect kept from before', 'plain', (port) => settled(keptConnect(port, host), 'connect')],
  ['http.get', 'plain', (port) => answered(http.get({ host, port, path: '/' }))],
  ['http.request without an agent', 'plain', (port) => answered(http.request({ host, port, agent: false }))],
  ['http.request over an agent of its own', 'plain', (port) => answered(http.request({ host, port, agent: new http.Agent({ keepAlive: false }) }))],
  ['tls.connect', 'secure', (port) => settled(tls.connect({ port, host, ca: authority.pem }), 'secureConnect')],
  ['https.get', 'secure', (port) => answered(https.get({ host, port, ca: authority.pem }))],
  ['https.request without an agent', 'secure', (port) => answered(https.request({ host, port, ca: authority.pem, agent: false }))],
]

describe('P2: sockets', () => {
  it.each(doorWays)('%s: refused outside, allowed inside the matching door, refused inside another', async (_name, which, go) => {
    const cloud = which === 'plain' ? plain : secure
    const before = cloud.connections()
    await expect(go(cloud.port)).rejects.toMatchObject(refused)
    await expect(tripwire.through({ host, port: cloud.port + 1 }, () => go(cloud.port))).rejects.toMatchObject(refused)
    await expect(tripwire.through({ host: 'localhost', port: cloud.port }, () => go(cloud.port))).rejects.toMatchObject(refused)
    expect(trips).toHaveLength(3)
    expect(cloud.connections()).toBe(before)
    await expect(tripwire.through({ host, port: cloud.port }, () => go(cloud.port))).resolves.toBe('reached')
    expect(trips).toHaveLength(3)
    expect(cloud.connections()).toBe(before + 1)
  })

  it('a door is shut once its work is done, even for what the work left running', async () => {
    let later: Promise<string> | undefined
    const gate = Promise.withResolvers<undefined>()
    await tripwire.through({ host, port: plain.port }, () => {
      later = gate.promise.then(() => settled(net.connect(plain.port, host), 'connect'))
      return Promise.resolve()
    })
    gate.resolve(undefined)
    await expect(later).rejects.toMatchObject(refused)
  })

  it('a pooled connection that a door opened is not reused outside it', async () => {
    const kept = await startRecordingCloud({ behave: (socket) => { socket.write('HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n') } })
    const agent = new http.Agent({ keepAlive: true })
    const target = { host, port: kept.port, agent }
    await tripwire.through({ host, port: kept.port }, () => answered(http.request(target)))
    await new Promise((resolve) => { setImmediate(resolve) })
    await expect(answered(http.request(target))).rejects.toMatchObject(refused)
    expect([kept.requests.length, kept.connections()]).toEqual([1, 1])
    agent.destroy()
    await kept.close()
  })

  it.each(['/tmp/lares-no-such-socket', String.raw`\\.\pipe\lares-no-such-pipe`])('a local socket (%s) has no door', async (path) => {
    for (const go of [() => net.connect(path), () => net.connect({ path }), () => net.connect({ path, host, port: plain.port }), () => new net.Socket().connect(path), () => http.get({ socketPath: path })]) {
      await expect(tripwire.through({ host, port: plain.port }, () => new Promise((_resolve, reject) => { go().on('error', reject) }))).rejects.toMatchObject(refused)
    }
  })

  it('what is no destination at all is refused', async () => {
    for (const given of [[], [null], [{}], [{ port: '' }], [[{}, null]]]) {
      const socket = new net.Socket()
      const failed = new Promise((_resolve, reject) => { socket.on('error', reject) })
      Reflect.apply(Reflect.get(net.Socket.prototype, 'connect'), socket, given)
      await expect(failed).rejects.toMatchObject(refused)
    }
  })

  it('listening and answering are not its matter', async () => {
    const server = http.createServer((_request, response) => { response.end('here') })
    await new Promise<void>((resolve) => { server.listen(0, host, resolve) })
    server.close()
    expect(trips).toEqual([])
  })
})

/** Ways that no door lets pass. Each is tried outside, and again inside the door of the very place it goes to. */
const shutWays: readonly (readonly [string, (port: number) => unknown])[] = [
  ['fetch', (port) => fetch(`http://127.0.0.1:${String(port)}/`)],
  ['WebSocket', (port) => new WebSocket(`ws://127.0.0.1:${String(port)}/`)],
  ['http.WebSocket', (port) => Reflect.construct(Reflect.get(http, 'WebSocket') as new (url: string) => unknown, [`ws://127.0.0.1:${String(port)}/`])],
  ['http2.connect', (port) => http2.connect(`http://127.0.0.1:${String(port)}/`)],
  ['dns.resolve', () => { dns.resolve('secret.example.com', () => undefined) }],
  ['dns.resolve4', () => { dns.resolve4('secret.example.com', () => undefined) }],
  ['dns.resolveTxt', () => { dns.resolveTxt('secret.example.com', () => undefined) }],
  ['dns.reverse', () => { dns.reverse('203.0.113.1', () => undefined) }],
  ['dns.lookupService', () => { dns.lookupService('203.0.113.1', 80, () => undefined) }],
  ['dns.Resolver', () => { new dns.Resolver().resolve4('secret.example.com', () => undefined) }],
  ['dns.promises.resolve', () => dns.promises.resolve('secret.example.com')],
  ['dns.promises.Resolver', () => new dns.promises.Resolver().resolveTxt('secret.example.com')],
  ['dgram.send', (port) => { dgram.createSocket('udp4').send('x', port, host) }],
  ['dgram.connect', (port) => { dgram.createSocket('udp4').connect(port, host) }],
  ['dgram.bind', () => dgram.createSocket('udp4').bind()],
  ['child_process.spawn', () => childProcess.spawn('true')],
  ['child_process.exec', () => childProcess.exec('true')],
  ['child_process.execFile', () => childProcess.execFile('true')],
  ['child_process.fork', () => childProcess.fork('x.js')],
  ['child_process.spawnSync', () => childProcess.spawnSync('true')],
  ['child_process.execSync', () => childProcess.execSync('true')],
  ['child_process.execFileSync', () => childProcess.execFileSync('true')],
  ['ChildProcess.spawn', () => { Reflect.apply(Reflect.get(childProcess.ChildProcess.prototype, 'spawn') as () => void, Object.create(childProcess.ChildProcess.prototype), [{ file: 'true' }]) }],
  ['cluster.fork', () => cluster.fork()],
  ['process.binding', () => { Reflect.apply(Reflect.get(process, 'binding') as (name: string) => unknown, process, ['tcp_wrap']) }],
  ['a worker made of text', () => new Worker('', { eval: true })],
  ['a worker from a file that is not listed', () => new Worker(import.meta.filename)],
  ...(typeof Reflect.get(process, 'execve') === 'function' ? [['process.execve', () => { Reflect.apply(Reflect.get(process, 'execve') as unknown as () => void, process, ['/bin/true']) }] as const] : []),
]

describe('P2: what no door needs', () => {
  it.each(shutWays)('%s is refused everywhere', async (_name, go) => {
    const before = plain.connections()
    const attempt = async (): Promise<void> => { await go(plain.port) }
    await expect(attempt()).rejects.toMatchObject(refused)
    await expect(tripwire.through({ host, port: plain.port }, attempt)).rejects.toMatchObject(refused)
    expect(trips).toHaveLength(2)
    expect(plain.connections()).toBe(before)
  })

  it('a datagram socket that was bound before is refused, too', async () => {
    tripwire.uninstall()
    const socket = dgram.createSocket('udp4')
    await new Promise<void>((resolve) => { socket.bind(0, host, resolve) })
    tripwire = installTripwire({ onTrip: (what) => trips.push(what) })
    expect(() => { socket.send('x', plain.port, host) }).toThrow(expect.objectContaining(refused))
    socket.close()
  })

  it('a fetch or a WebSocket kept from before is refused, too', async () => {
    const url = `http://127.0.0.1:${String(plain.port)}/`
    const before = plain.connections()
    await expect(keptFetch(url)).rejects.toMatchObject({ cause: refused })
    await expect(tripwire.through({ host, port: plain.port }, () => keptFetch(url))).rejects.toMatchObject({ cause: refused })
    const socket = new KeptWebSocket(url.replace('http', 'ws'))
    await new Promise((resolve) => { socket.addEventListener('error', resolve) })
    expect(plain.connections()).toBe(before)
    expect(trips.length).toBeGreaterThanOrEqual(3)
  })

  it('the openai and ollama packages cannot send by themselves', async () => {
    const before = plain.connections()
    await expect(new OpenAI({ apiKey: 'k', maxRetries: 0 }).chat.completions.create({ model: 'm', messages: [] })).rejects.toMatchObject({ cause: refused })
    await expect(new OpenAI({ apiKey: 'k', maxRetries: 0, baseURL: `http://127.0.0.1:${String(plain.port)}` }).models.list()).rejects.toMatchObject({ cause: refused })
    await expect(new Ollama({ host: `http://127.0.0.1:${String(plain.port)}` }).list()).rejects.toMatchObject(refused)
    await expect(new Ollama({ headers: { Authorization: 'Bearer x' } }).webSearch({ query: 'who lives in our street' })).rejects.toMatchObject(refused)
    expect(trips).toHaveLength(4)
    expect(plain.connections()).toBe(before)
  })
})

describe('P2: names', () => {
  const lookups: readonly (readonly [string, (name: string) => Promise<unknown>])[] = [
    ['dns.lookup', (name) => new Promise((resolve, reject) => { dns.lookup(name, (error, address) => { if (error) reject(error); else resolve(address) }) })],
    ['a named import of lookup', (name) => new Promise((resolve, reject) => { lookup(name, { all: true }, (error, addresses) => { if (error) reject(error); else resolve(addresses) }) })],
    ['promisify(dns.lookup)', (name) => promisify(dns.lookup)(name)],
    ['dns.promises.lookup', (name) => dns.promises.lookup(name)],
    ['node:dns/promises', async (name) => (await import('node:dns/promises')).lookup(name)],
  ]
  it.each(lookups)('%s: only the door’s own host, only inside', async (_name, go) => {
    await expect(go('localhost')).rejects.toMatchObject(refused)
    await expect(tripwire.through({ host: 'localhost', port: 1 }, () => go('secret.example.com'))).rejects.toMatchObject(refused)
    expect(trips).toEqual(['name look-up', 'name look-up'])
    await expect(tripwire.through({ host: 'localhost', port: 1 }, () => go('localhost'))).resolves.toBeTruthy()
    await expect(go('127.0.0.1')).resolves.toBeTruthy()
    expect(trips).toHaveLength(2)
  })

  it('says what was refused and never where it was going', async () => {
    await expect(dns.promises.lookup('rossi-family.example.com')).rejects.not.toThrow('rossi')
    await expect(settled(net.connect(443, 'rossi-family.example.com'), 'connect')).rejects.not.toThrow('rossi')
    expect(trips).toEqual(['name look-up', 'socket'])
  })
})

describe('P2: workers', () => {
  const file = join(import.meta.dirname, '../support/sealed-worker.ts')
  const report = (worker: Worker): Promise<unknown> => new Promise((resolve, reject) => { worker.once('message', resolve).once('error', reject) })

  it('a listed worker that begins with no-network reaches nothing, not even this computer', async () => {
    tripwire.uninstall()
    // One that nothing has reached: what another test sent may still be on its way.
    const own = await startRecordingCloud()
    tripwire = installTripwire({ onTrip: (what) => trips.push(what), workers: [file] })
    const tried = await report(new Worker(file, { workerData: { port: own.port } }))
    expect(tried).toEqual({ 'net.connect': 'ERR_TRIPWIRE', 'http.get': 'ERR_TRIPWIRE', fetch: 'ERR_TRIPWIRE', 'dns.lookup': 'ERR_TRIPWIRE', 'dns.resolve': 'ERR_TRIPWIRE', dgram: 'ERR_TRIPWIRE', spawn: 'ERR_TRIPWIRE', worker: 'ERR_TRIPWIRE' })
    expect(own.connections()).toBe(0)
    await own.close()
    expect(() => new Worker(file, { eval: true })).toThrow(expect.objectContaining(refused))
  })

  it('a worker without it would reach the network: this is why the list exists', async () => {
    tripwire.uninstall()
    const unsealed = `const net = require('node:net'); const { parentPort, workerData } = require('node:worker_threads'); net.connect(workerData.port, '127.0.0.1').once('connect', function () { this.destroy(); parentPort.postMessage('reached') }).once('error', (error) => parentPort.postMessage(error.code))`
    const own = await startRecordingCloud()
    await expect(report(new Worker(unsealed, { eval: true, workerData: { port: own.port } }))).resolves.toBe('reached')
    await own.close()
  })
})

describe('the tripwire itself', () => {
  it('is one per thread, however often it is installed', async () => {
    const again = installTripwire({ onTrip: () => { throw new Error('the first stays') } })
    expect(again).toBe(tripwire)
    await expect(settled(net.connect(plain.port, host), 'connect')).rejects.toMatchObject(refused)
    expect(trips).toEqual(['socket'])
  })

  it('puts everything back', async () => {
    tripwire.uninstall()
    expect(globalThis.fetch).toBe(keptFetch)
    expect(globalThis.WebSocket).toBe(KeptWebSocket)
    expect((await fetch(`http://127.0.0.1:${String(plain.port)}/`)).status).toBe(200)
    await expect(settled(net.connect(plain.port, host), 'connect')).resolves.toBe('reached')
    await expect(dns.promises.lookup('localhost')).resolves.toBeTruthy()
    expect(childProcess.spawnSync(process.execPath, ['--version']).status).toBe(0)
    expect(trips).toEqual([])
  })
})
