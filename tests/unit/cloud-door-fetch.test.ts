/** The local door's fetch, under an installed tripwire. */
import http from 'node:http'
import { Ollama } from 'ollama'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { doorFetch } from '../../electron/cloud/door-fetch.ts'
import { installTripwire, type Tripwire } from '../../electron/cloud/tripwire.ts'
import { portOf } from '../support/recording-cloud.ts'

let tripwire: Tripwire
let trips: string[]
let server: http.Server
let port: number
let connections: number
let behave: http.RequestListener
let address: string

beforeEach(async () => {
  trips = []
  tripwire = installTripwire({ onTrip: (what) => trips.push(what) })
  server = http.createServer((request, response) => { behave(request, response) })
  connections = 0
  server.on('connection', () => { connections += 1 })
  await new Promise<void>((resolve) => { server.listen(0, '127.0.0.1', resolve) })
  port = portOf(server)
  address = `http://127.0.0.1:${String(port)}`
})
afterEach(async () => {
  tripwire.uninstall()
  await new Promise((resolve) => { server.close(resolve); server.closeAllConnections() })
})

const door = (): typeof fetch => doorFetch(tripwire, { host: '127.0.0.1', port })

describe('doorFetch', () => {
  it('sends method, path, headers and body, and gives the answer', async () => {
    let seen: unknown
    behave = (request, response) => {
      const chunks: Buffer[] = []
      request.on('data', (chunk: Buffer) => chunks.push(chunk)).on('end', () => {
        seen = [request.method, request.url, request.headers['x-a'], request.headers['content-length'], Buffer.concat(chunks).toString()]
        response.writeHead(404, { 'Content-Type': 'text/plain', 'X-Many': ['1', '2'] }).end('né')
      })
    }
    const response = await door()(`${address}/api/chat?x=1`, { method: 'POST', headers: { 'X-A': 'b' }, body: 'ü' })
    expect(seen).toEqual(['POST', '/api/chat?x=1', 'b', '2', 'ü'])
    expect([response.status, response.ok, response.headers.get('x-many'), await response.text()]).toEqual([404, false, '1, 2', 'né'])
    expect(trips).toEqual([])
  })

  it('streams piece by piece', async () => {
    let go = (): void => undefined
    behave = (_request, response) => { response.write('one'); go = () => { response.end('two') } }
    const reader = (await door()(address)).body?.getReader()
    expect(Buffer.from((await reader?.read())?.value ?? []).toString()).toBe('one')
    go()
    expect(Buffer.from((await reader?.read())?.value ?? []).toString()).toBe('two')
    expect((await reader?.read())?.done).toBe(true)
  })

  it('stops when told to: before, while waiting, and in the middle of an answer', async () => {
    const stop = new AbortController()
    await expect(door()(address, { signal: AbortSignal.abort() })).rejects.toMatchObject({ name: 'AbortError' })
    expect(connections).toBe(0)
    behave = () => { stop.abort() }
    await expect(door()(address, { signal: stop.signal })).rejects.toMatchObject({ name: 'AbortError' })
    const closed = Promise.withResolvers<undefined>()
    const later = new AbortController()
    behave = (_request, response) => { response.on('close', () => { closed.resolve(undefined) }).write('one') }
    const response = await door()(address, { signal: later.signal })
    const rest = response.text()
    later.abort()
    await expect(rest).rejects.toMatchObject({ name: 'AbortError' })
    await closed.promise
  })

  it('breaks off when the server does', async () => {
    behave = (_request, response) => { response.writeHead(200, { 'Content-Length': '10' }); response.write('one', () => { response.destroy() }) }
    await expect((await door()(address)).text()).rejects.toThrow()
  })

  it('P2: reaches no other port, host, protocol or redirect', async () => {
    behave = (_request, response) => { response.writeHead(307, { Location: `http://127.0.0.1:${String(port)}/elsewhere` }).end() }
    for (const elsewhere of [`http://127.0.0.1:${String(port + 1)}/`, `http://localhost:${String(port)}/`, `http://[::1]:${String(port)}/`, `https://127.0.0.1:${String(port)}/`, 'https://ollama.com/api/web_search']) {
      await expect(door()(elsewhere)).rejects.toThrow('leads elsewhere')
    }
    await expect(door()(new Request(address))).rejects.toThrow(TypeError)
    expect(connections).toBe(0)
    await expect(door()(address)).rejects.toThrow('redirect')
    expect(connections).toBe(1)
    expect(() => doorFetch(tripwire, { host: 'ollama.com', port: 443 })).toThrow('only to this computer')
  })

  it('P2: shares no connection: each request opens and closes its own, and nothing outside the door can use one', async () => {
    behave = (_request, response) => { response.end('ok') }
    for (let i = 0; i < 3; i += 1) await (await door()(address)).text()
    expect(connections).toBe(3)
    await expect(fetch(address)).rejects.toMatchObject({ code: 'ERR_TRIPWIRE' })
    await expect(new Promise((_resolve, reject) => { http.get(address).on('error', reject) })).rejects.toMatchObject({ code: 'ERR_TRIPWIRE' })
    expect(connections).toBe(3)
  })

  it('takes localhost to mean this computer, asking nobody', async () => {
    behave = (_request, response) => { response.end('ok') }
    expect(await (await doorFetch(tripwire, { host: 'localhost', port })(`http://localhost:${String(port)}/`)).text()).toBe('ok')
    expect(trips).toEqual([])
  })

  it('answers without a body have none', async () => {
    behave = (_request, response) => { response.writeHead(204).end() }
    expect((await door()(address)).body).toBeNull()
  })

  it('carries the ollama package, streaming and all', async () => {
    behave = (_request, response) => {
      response.writeHead(200, { 'Content-Type': 'application/x-ndjson' })
      for (const [content, done] of [['Good ', false], ['morning', false], ['', true]] as const) response.write(`${JSON.stringify({ model: 'm', message: { role: 'assistant', content }, done })}\n`)
      response.end()
    }
    const ollama = new Ollama({ host: address, fetch: door() })
    let text = ''
    for await (const part of await ollama.chat({ model: 'm', messages: [{ role: 'user', content: 'hi' }], stream: true })) text += part.message.content
    expect(text).toBe('Good morning')
    expect(trips).toEqual([])
  })
})
