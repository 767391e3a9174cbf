/** Whatever the other end does: at most one request, a named problem, and the truth about whether anything left. */
import net from 'node:net'
import tls from 'node:tls'
import { afterEach, describe, expect, it } from 'vitest'
import { compatibleProvider } from '../../electron/cloud/providers/compatible.ts'
import type { CloudProvider } from '../../electron/cloud/provider.ts'
import { createWire, wireLimits, type WireOutcome } from '../../electron/cloud/wire.ts'
import { problem } from '../../shared/problems.ts'
import { fail, ok } from '../../shared/result.ts'
import type { Sealed } from '../../shared/stages.ts'
import { faults, startBadCloud, type BadCloud, type Fault } from '../support/bad-cloud.ts'
import { createAuthority } from '../support/certificates.ts'
import { approvalOf, bytesOnTheLine, evening, handTimer, KEY, sealOf, wireParts } from '../support/departing.ts'
import { chatCompletion, head, portOf, startRecordingCloud, type RecordingCloud, type RecordingOptions } from '../support/recording-cloud.ts'

const open: { close: () => Promise<void> }[] = []
afterEach(async () => { await Promise.all(open.splice(0).map((server) => server.close())) })
const never = new AbortController().signal
const words = { kind: 'answer', words: 'What can we cook?' } as const

const recording = async (options?: RecordingOptions): Promise<RecordingCloud> => {
  const cloud = await startRecordingCloud(options)
  open.push(cloud)
  return cloud
}
const bad = async (fault: Fault): Promise<BadCloud> => {
  const cloud = await startBadCloud(fault)
  open.push(cloud)
  return cloud
}
const providerAt = (base: string): CloudProvider => {
  const provider = compatibleProvider({ address: base, model: 'm' })
  if (!provider.ok) throw new Error(provider.problem.name)
  return provider.value
}
const sealedFor = async (base: string): Promise<Sealed> => {
  const composed = await providerAt(base).compose({ kind: 'solve', words: null, problem: evening })
  if (!composed.ok) throw new Error(composed.problem.name)
  return sealOf(composed.value)
}
const problemOf = (outcome: WireOutcome): string => (outcome.result.ok ? 'none' : outcome.result.problem.name)

describe('a cloud that goes wrong', () => {
  const expected: Record<Fault, { readonly problem: string; readonly left: boolean; readonly status: number | null }> = {
    '500': { problem: 'cloud.status', left: true, status: 500 },
    '429': { problem: 'cloud.busy', left: true, status: 429 },
    '307': { problem: 'cloud.redirected', left: true, status: 307 },
    '308': { problem: 'cloud.redirected', left: true, status: 308 },
    'reset-before': { problem: 'cloud.unreachable', left: false, status: null },
    'reset-after': { problem: 'cloud.interrupted', left: true, status: null },
    slow: { problem: 'cloud.slow', left: true, status: 200 },
    truncated: { problem: 'cloud.interrupted', left: true, status: 200 },
    html: { problem: 'cloud.unreadable', left: true, status: 200 },
    'ten-megabytes': { problem: 'cloud.too-big', left: true, status: 200 },
    'wrong-name': { problem: 'cloud.tls', left: false, status: null },
    'never-answers': { problem: 'cloud.slow', left: true, status: null },
  }

  it.each(faults)('P2: %s: one request at most, no second try, a named problem', async (fault) => {
    const cloud = await bad(fault)
    const { timer, fire, waiting } = handTimer()
    const wire = createWire({ ...wireParts(), limits: wireLimits, timer, ...(cloud.authorities === undefined ? {} : { authorities: cloud.authorities }) })
    const sealed = await sealedFor(cloud.base)
    const sending = wire.send(approvalOf(sealed), never)
    if (fault === 'never-answers' || fault === 'slow') {
      await cloud.arrived()
      fire(wireLimits.totalMs)
    }
    const outcome = await sending
    const seen = outcome.result.ok ? await providerAt(cloud.base).read(words, outcome.result.value) : outcome.result
    expect(seen.ok ? 'none' : seen.problem.name).toBe(expected[fault].problem)
    expect(outcome.left).toBe(expected[fault].left)
    if (fault !== 'slow') expect(outcome.status).toBe(expected[fault].status)
    expect(cloud.requests()).toBe(expected[fault].left ? 1 : 0)
    expect(cloud.bytes()).toBe(expected[fault].left ? bytesOnTheLine(sealed).length : 0)
    expect(cloud.astray()).toBe(0)
    expect(waiting()).toBe(0)
  })

  it('knows all twelve', () => { expect(faults).toHaveLength(12) })

  it.each([[401, 'cloud.refused-key'], [403, 'cloud.refused-key'], [404, 'cloud.status'], [302, 'cloud.redirected'], [304, 'cloud.redirected']] as const)('status %i is %s', async (status, name) => {
    const cloud = await recording({ behave: (socket) => { socket.end(head(status, [['Content-Length', '0'], ['Location', '/elsewhere']])) } })
    const outcome = await createWire({ ...wireParts(), limits: wireLimits }).send(approvalOf(await sealedFor(`http://127.0.0.1:${String(cloud.port)}/v1`)), never)
    expect([problemOf(outcome), outcome.left, outcome.status, cloud.requests.length]).toEqual([name, true, status, 1])
  })

  it('does not speak another protocol on request', async () => {
    const cloud = await recording({ behave: (socket) => { socket.end(head(101, [['Connection', 'Upgrade'], ['Upgrade', 'h2c']])) } })
    const outcome = await createWire({ ...wireParts(), limits: wireLimits }).send(approvalOf(await sealedFor(`http://127.0.0.1:${String(cloud.port)}/v1`)), never)
    expect([problemOf(outcome), outcome.left]).toEqual(['cloud.interrupted', true])
  })

  it('counts an answer that is not HTTP as sent and interrupted', async () => {
    const cloud = await recording({ behave: (socket) => { socket.end('SSH-2.0-OpenSSH_9.2\r\n') } })
    const outcome = await createWire({ ...wireParts(), limits: wireLimits }).send(approvalOf(await sealedFor(`http://127.0.0.1:${String(cloud.port)}/v1`)), never)
    expect([problemOf(outcome), outcome.left]).toEqual(['cloud.interrupted', true])
  })
})

describe('before the first byte', () => {
  it.each(['http', 'https'])('nobody listening at an %s address: unreachable, nothing left', async (scheme) => {
    const cloud = await startRecordingCloud()
    await cloud.close()
    const outcome = await createWire({ ...wireParts(), limits: wireLimits }).send(approvalOf(await sealedFor(`${scheme}://127.0.0.1:${String(cloud.port)}/v1`)), never)
    expect([problemOf(outcome), outcome.left]).toEqual(['cloud.unreachable', false])
  })

  it.each(['connectMs', 'totalMs'] as const)('a handshake that never ends is given up after %s, and nothing left', async (limit) => {
    // A plain server takes the connection and never answers the TLS greeting.
    const cloud = await recording()
    const { timer, fire } = handTimer()
    const sending = createWire({ ...wireParts(), limits: wireLimits, timer }).send(approvalOf(await sealedFor(`https://127.0.0.1:${String(cloud.port)}/v1`)), never)
    while (cloud.received().length === 0) await new Promise((resolve) => { setImmediate(resolve) })
    fire(wireLimits[limit])
    const outcome = await sending
    expect([problemOf(outcome), outcome.left, cloud.requests.length]).toEqual(['cloud.unreachable', false, 0])
    expect(cloud.received().toString('latin1')).not.toContain('POST')
  })

  it('the time allowed for connecting ends with the connection', async () => {
    const sockets: net.Socket[] = []
    const cloud = await recording({ behave: (socket) => { sockets.push(socket) } })
    const { timer, fire, waiting } = handTimer()
    const sending = createWire({ ...wireParts(), limits: wireLimits, timer }).send(approvalOf(await sealedFor(`http://127.0.0.1:${String(cloud.port)}/v1`)), never)
    await cloud.arrived(1)
    expect(waiting()).toBe(1)
    fire(wireLimits.connectMs)
    sockets[0]?.end(head(200, [['Content-Type', 'application/json']]) + chatCompletion('Late, but in time.'))
    expect((await sending).result.ok).toBe(true)
  })

  it('stopped before it started: the approval is not even used up', async () => {
    const cloud = await recording()
    const wire = createWire({ ...wireParts(), limits: wireLimits })
    const approved = approvalOf(await sealedFor(`http://127.0.0.1:${String(cloud.port)}/v1`))
    const stopped = await wire.send(approved, AbortSignal.abort())
    expect([problemOf(stopped), stopped.left, cloud.connections()]).toEqual(['departure.refused', false, 0])
    expect((await wire.send(approved, never)).result.ok).toBe(true)
  })

  it('stopped while the connection is being made: nothing left', async () => {
    const cloud = await recording()
    const stop = new AbortController()
    const wire = createWire({ ...wireParts(), limits: wireLimits, tripwire: { through: (_destination, work) => { const working = work(); stop.abort(); return working } } })
    const outcome = await wire.send(approvalOf(await sealedFor(`http://127.0.0.1:${String(cloud.port)}/v1`)), stop.signal)
    expect([problemOf(outcome), outcome.left, cloud.received().length]).toEqual(['departure.refused', false, 0])
  })

  it('stopped while waiting for the answer: counts as sent', async () => {
    const cloud = await recording({ behave: () => undefined })
    const stop = new AbortController()
    const sending = createWire({ ...wireParts(), limits: wireLimits }).send(approvalOf(await sealedFor(`http://127.0.0.1:${String(cloud.port)}/v1`)), stop.signal)
    await cloud.arrived(1)
    stop.abort()
    const outcome = await sending
    expect([problemOf(outcome), outcome.left]).toEqual(['cloud.interrupted', true])
  })

  it('no key: nothing left, not even a connection', async () => {
    const cloud = await recording()
    const outcome = await createWire({ ...wireParts(), limits: wireLimits, secret: () => Promise.resolve(fail(problem('cloud.no-key', { provider: 'x' }))) }).send(approvalOf(await sealedFor(`http://127.0.0.1:${String(cloud.port)}/v1`)), never)
    expect([problemOf(outcome), outcome.left, cloud.connections()]).toEqual(['cloud.no-key', false, 0])
  })

  it.each(['two words', 'sk-1\r\nX-Smuggled: yes', '', 'schlüssel'])('P1: a key that would change the header lines is refused (%j)', async (key) => {
    const cloud = await recording()
    const outcome = await createWire({ ...wireParts(), limits: wireLimits, secret: () => Promise.resolve(ok(key)) }).send(approvalOf(await sealedFor(`http://127.0.0.1:${String(cloud.port)}/v1`)), never)
    expect([problemOf(outcome), outcome.left, cloud.connections()]).toEqual(['cloud.bad-key', false, 0])
  })
})

describe('who is at the other end', () => {
  const authority = createAuthority('Test authority')

  it.each([['127.0.0.1', '127.0.0.1'], ['localhost', 'localhost']])('a certificate for %s from a trusted authority is accepted', async (name, host) => {
    const cloud = await recording({ certificate: authority.issue([name]) })
    const sealed = await sealedFor(`https://${host}:${String(cloud.port)}/v1`)
    const outcome = await createWire({ ...wireParts(), limits: wireLimits, authorities: [authority.pem] }).send(approvalOf(sealed), never)
    expect(outcome.result.ok).toBe(true)
    expect(cloud.received().equals(bytesOnTheLine(sealed))).toBe(true)
  })

  it('an unknown authority is refused before a byte of the request leaves', async () => {
    const cloud = await recording({ certificate: authority.issue(['127.0.0.1']) })
    const outcome = await createWire({ ...wireParts(), limits: wireLimits }).send(approvalOf(await sealedFor(`https://127.0.0.1:${String(cloud.port)}/v1`)), never)
    expect([problemOf(outcome), outcome.left, cloud.received().length]).toEqual(['cloud.tls', false, 0])
  })

  it('P2: an outdated TLS is refused, even where the defaults have been lowered', async () => {
    const lowered = { DEFAULT_MIN_VERSION: 'TLSv1', DEFAULT_CIPHERS: 'DEFAULT@SECLEVEL=0' }
    const before = Object.keys(lowered).map((name) => [name, Reflect.get(tls, name) as unknown] as const)
    for (const [name, value] of Object.entries(lowered)) Reflect.set(tls, name, value)
    try {
      const old = await recording({ certificate: { ...authority.issue(['127.0.0.1']), minVersion: 'TLSv1', maxVersion: 'TLSv1.1' } })
      expect(await new Promise((resolve, reject) => { const socket = tls.connect({ host: '127.0.0.1', port: old.port, ca: authority.pem }, () => { resolve(socket.getProtocol()); socket.destroy() }).on('error', reject) })).toBe('TLSv1.1')
      const outcome = await createWire({ ...wireParts(), limits: wireLimits, authorities: [authority.pem] }).send(approvalOf(await sealedFor(`https://127.0.0.1:${String(old.port)}/v1`)), never)
      expect([problemOf(outcome), outcome.left, old.received().length]).toEqual(['cloud.tls', false, 0])
    } finally {
      for (const [name, value] of before) Reflect.set(tls, name, value)
    }
  })

  it('a server that does not speak TLS is refused before a byte of the request leaves', async () => {
    const heard: Buffer[] = []
    const plain = net.createServer((socket) => { socket.on('error', () => undefined).on('data', (chunk: Buffer) => { heard.push(chunk); socket.end('HTTP/1.1 400 Bad Request\r\n\r\n') }) })
    await new Promise<void>((resolve) => { plain.listen(0, '127.0.0.1', resolve) })
    open.push({ close: () => new Promise((resolve) => { plain.close(() => { resolve() }) }) })
    const outcome = await createWire({ ...wireParts(), limits: wireLimits }).send(approvalOf(await sealedFor(`https://127.0.0.1:${String(portOf(plain))}/v1`)), never)
    expect([problemOf(outcome), outcome.left]).toEqual(['cloud.tls', false])
    expect(Buffer.concat(heard).toString('latin1')).not.toContain('POST')
  })
})

describe('what was approved', () => {
  it('P1: an approval sends once; a replay is refused', async () => {
    const cloud = await recording()
    const wire = createWire({ ...wireParts(), limits: wireLimits })
    const approved = approvalOf(await sealedFor(`http://127.0.0.1:${String(cloud.port)}/v1`))
    const both = await Promise.all([wire.send(approved, never), wire.send(approved, never)])
    expect(both.map(problemOf).sort()).toEqual(['departure.used', 'none'])
    expect(cloud.requests).toHaveLength(1)
  })

  it('P1: a body changed after approval stays here', async () => {
    const cloud = await recording()
    const sealed = await sealedFor(`http://127.0.0.1:${String(cloud.port)}/v1`)
    sealed.body[40] = (sealed.body[40] ?? 0) ^ 1
    const outcome = await createWire({ ...wireParts(), limits: wireLimits }).send(approvalOf(sealed), never)
    expect([problemOf(outcome), outcome.left, cloud.connections()]).toEqual(['cloud.changed', false, 0])
  })

  it('P1: a body changed while the key is fetched is not what leaves', async () => {
    const cloud = await recording()
    const sealed = await sealedFor(`http://127.0.0.1:${String(cloud.port)}/v1`)
    const asApproved = bytesOnTheLine(sealed)
    await createWire({ ...wireParts(), limits: wireLimits, secret: () => { sealed.body.fill(0x58); return Promise.resolve(ok(KEY)) } }).send(approvalOf(sealed), never)
    expect(cloud.received().equals(asApproved)).toBe(true)
  })

  const tampered: readonly (readonly [string, (headers: Sealed['headers']) => Sealed['headers']])[] = [
    ['another host', (headers) => headers.map(([name, value]) => (name === 'Host' ? [name, 'evil.example'] : [name, value]))],
    ['another length', (headers) => headers.map(([name, value]) => (name === 'Content-Length' ? [name, '5'] : [name, value]))],
    ['a kept connection', (headers) => headers.map(([name, value]) => (name === 'Connection' ? [name, 'keep-alive'] : [name, value]))],
    ['a header nobody knows', (headers) => [...headers, ['X-Household', 'Rossi']]],
    ['a line twice', (headers) => [...headers, ['accept', 'text/html']]],
    ['a transfer coding', (headers) => [...headers, ['Transfer-Encoding', 'chunked']]],
    ['a line break', (headers) => headers.map(([name, value]) => (name === 'Accept' ? [name, 'a\r\nX-Household: Rossi'] : [name, value]))],
    ['dots twice', (headers) => headers.map(([name, value]) => (name === 'Authorization' ? [name, `${value}${value}`] : [name, value]))],
    ['no length', (headers) => headers.filter(([name]) => name !== 'Content-Length')],
  ]
  it.each(tampered)('P1: header lines with %s stay here', async (_what, tamper) => {
    const cloud = await recording()
    const sealed = await sealedFor(`http://127.0.0.1:${String(cloud.port)}/v1`)
    const outcome = await createWire({ ...wireParts(), limits: wireLimits }).send(approvalOf({ ...sealed, headers: tamper(sealed.headers) }), never)
    expect([problemOf(outcome), outcome.left, cloud.connections()]).toEqual(['cloud.changed', false, 0])
  })

  it.each(['http://api.example/v1/x', 'http://192.168.1.2/v1/x', 'https://user:pass@api.example/v1/x', 'https://api.example/v1/x#f', 'ftp://127.0.0.1/x', 'HTTPS://API.example/v1/x', 'https://api.example/a/../b', 'nonsense'])('P2: the address %s is refused', async (url) => {
    const sealed = await sealedFor('https://api.example/v1')
    const outcome = await createWire({ ...wireParts(), limits: wireLimits }).send(approvalOf({ ...sealed, url }), never)
    expect([problemOf(outcome), outcome.left]).toEqual(['cloud.bad-address', false])
  })

  it('asks for the key of the address it sends to', async () => {
    const cloud = await recording({ behave: (socket) => { socket.end(head(200, [['Content-Type', 'application/json']]) + chatCompletion('Yes.')) } })
    const asked: string[][] = []
    const sealed = await sealedFor(`http://127.0.0.1:${String(cloud.port)}/v1`)
    await createWire({ ...wireParts(), limits: wireLimits, secret: (...given) => { asked.push(given); return Promise.resolve(ok(KEY)) } }).send(approvalOf(sealed), never)
    expect(asked).toEqual([['Authorization', sealed.url]])
  })
})
