/** The ways out of a page that a browser has, as code for the page. Each is told an address of its own, tries to reach it, and settles when the browser says what became of it. */
import { createHash, X509Certificate } from 'node:crypto'
import dgram from 'node:dgram'
import { mkdirSync, writeFileSync } from 'node:fs'
import http from 'node:http'
import http2 from 'node:http2'
import { join } from 'node:path'
import type { Page } from 'playwright/test'
import { createAuthority } from './certificates.ts'
import { portOf } from './recording-cloud.ts'

/** How a page goes there; what it gives back is awaited. */
type Route = (to: string) => unknown

export const ROUTES: Readonly<Record<string, Route>> = {
  fetch: (to) => fetch(to, { mode: 'no-cors' }),
  XMLHttpRequest: (to) => new Promise((done) => { const request = new XMLHttpRequest(); request.onloadend = done; request.open('GET', to); request.send() }),
  WebSocket: (to) => new Promise((done) => { const socket = new WebSocket(to.replace('http', 'ws')); socket.onclose = socket.onerror = done }),
  'server-sent events': (to) => new Promise((done) => { const source = new EventSource(to); source.onerror = () => { source.close(); done(null) } }),
  beacon: (to) => navigator.sendBeacon(to, 'x'),
  image: (to) => new Promise((done) => { const image = new Image(); image.onload = image.onerror = done; image.src = to }),
  'style sheet': (to) => new Promise((done) => { document.head.append(Object.assign(document.createElement('link'), { rel: 'stylesheet', href: to, onload: done, onerror: done })) }),
  font: (to) => new FontFace('stolen', `url(${to})`).load(),
  frame: (to) => new Promise((done) => { document.body.append(Object.assign(document.createElement('iframe'), { src: to, onload: done, onerror: done })) }),
  form: (to) => { const form = Object.assign(document.createElement('form'), { action: to, method: 'post' }); document.body.append(form); form.submit() },
  ping: (to) => { const link = Object.assign(document.createElement('a'), { href: '#here', ping: to }); document.body.append(link); link.click() },
  prefetch: (to) => new Promise((done) => { document.head.append(Object.assign(document.createElement('link'), { rel: 'prefetch', href: to, onload: done, onerror: done })) }),
  'dns-prefetch': (to) => { document.head.append(Object.assign(document.createElement('link'), { rel: 'dns-prefetch', href: to })) },
  preconnect: (to) => { document.head.append(Object.assign(document.createElement('link'), { rel: 'preconnect', href: to })) },
  WebRTC: async (to) => {
    const { port } = new URL(to)
    const peer = new RTCPeerConnection({ iceServers: [{ urls: `stun:127.0.0.1:${port}` }, { urls: [`turn:127.0.0.1:${port}?transport=tcp`, `turn:127.0.0.1:${port}?transport=udp`], username: 'x', credential: 'x' }] })
    const gathered = new Promise((done) => { peer.onicegatheringstatechange = () => { if (peer.iceGatheringState === 'complete') done(null) } })
    peer.createDataChannel('x')
    await peer.setLocalDescription()
    await gathered
  },
  WebTransport: (to) => new WebTransport(to.replace('http:', 'https:')).ready,
  popup: (to) => { window.open(to) },
  location: (to) => { location.assign(to) },
  worker: (to) => new Promise((done) => { const worker = new Worker(URL.createObjectURL(new Blob([`fetch('${to}', { mode: 'no-cors' }).catch(() => null).then(() => postMessage(null))`], { type: 'text/javascript' }))); worker.onmessage = worker.onerror = done }),
  'service worker': async (to) => { await navigator.serviceWorker.register(`/sw.js?${to}`); await navigator.serviceWorker.ready },
  import: (to) => import(/* @vite-ignore */ to),
  'speculation rules': (to) => { document.head.append(Object.assign(document.createElement('script'), { type: 'speculationrules', textContent: JSON.stringify({ prefetch: [{ urls: [to], eagerness: 'immediate' }] }) })) },
}

/** Longer than a refusal takes; what has not settled by then is judged by what came. */
const SETTLES_MS = 2000

/** Goes one way from this page. Says what the page was told; a page that breaks is the test's failure. */
export const goOut = (page: Page, name: string, to: string): Promise<string> => page.evaluate(`(async () => {
  const late = new Promise((done) => { setTimeout(() => { done('nothing was said') }, ${String(SETTLES_MS)}) })
  const gone = (async () => { try { await (${String(ROUTES[name])})(${JSON.stringify(to)}); return 'done' } catch (error) { return error instanceof Error ? error.name : 'refused' } })()
  return await Promise.race([gone, late])
})()`)

/** One address for each route, and how often anything came there: connections, datagrams, and for names that were looked up the questions. */
export interface Sinks {
  readonly addressOf: (route: string) => string
  readonly came: (route: string) => number
  /** How often a browser came for any name, whether or not it believed the server. */
  readonly askedForNames: () => number
  /** Makes a browser that has its profile in this folder ask here for names. */
  readonly answerNamesFor: (profile: string) => void
  /** For a browser that is to believe the answers. */
  readonly nameServerKey: string
  readonly close: () => void
}

const NAME = 'stolen.example'
const listening = (server: { readonly listen: (port: number, host: string, done: () => void) => unknown }, port = 0): Promise<void> => new Promise((resolve) => { server.listen(port, '127.0.0.1', () => { resolve() }) })

export async function startSinks(): Promise<Sinks> {
  const counts = new Map<string, number>(), addresses = new Map<string, string>(), closing: (() => void)[] = []
  const cameBy = (route: string) => (): void => { counts.set(route, (counts.get(route) ?? 0) + 1) }
  for (const route of Object.keys(ROUTES)) {
    const server = http.createServer((_request, response) => { response.writeHead(200, { 'content-type': 'text/plain', 'access-control-allow-origin': '*' }).end('x') })
    server.on('connection', cameBy(route)).on('clientError', (_error, socket) => { socket.destroy() })
    await listening(server)
    const port = portOf(server), datagrams = dgram.createSocket('udp4').on('message', cameBy(route))
    await new Promise<void>((resolve) => { datagrams.bind(port, '127.0.0.1', resolve) })
    addresses.set(route, `http://${route === 'dns-prefetch' ? NAME : '127.0.0.1'}:${String(port)}/stolen`)
    closing.push(() => { server.closeAllConnections(); server.close(); datagrams.close() })
  }
  // RFC 8484: the question stands in the address, or in the body.
  const authority = createAuthority('Names').issue(['127.0.0.1'])
  const names = http2.createSecureServer({ ...authority, allowHTTP1: true }, (request, response) => {
    const chunks: Buffer[] = [Buffer.from(new URL(request.url, 'https://x').searchParams.get('dns') ?? '', 'base64url')]
    request.on('data', (chunk: Buffer) => { chunks.push(chunk) }).on('end', () => {
      if (Buffer.concat(chunks).includes(NAME.split('.')[0] ?? '')) cameBy('dns-prefetch')()
      response.writeHead(404).end()
    })
  })
  names.on('connection', cameBy('any name')).on('sessionError', () => undefined).on('tlsClientError', () => undefined)
  await listening(names)
  const { port } = names.address() as { readonly port: number }
  closing.push(() => { names.close() })
  return {
    addressOf: (route) => addresses.get(route) ?? '',
    came: (route) => counts.get(route) ?? 0,
    askedForNames: () => counts.get('any name') ?? 0,
    answerNamesFor: (profile) => {
      mkdirSync(profile, { recursive: true })
      writeFileSync(join(profile, 'Local State'), JSON.stringify({ dns_over_https: { mode: 'secure', templates: `https://127.0.0.1:${String(port)}/dns-query{?dns}` } }))
    },
    nameServerKey: createHash('sha256').update(new X509Certificate(authority.cert).publicKey.export({ type: 'spki', format: 'der' })).digest('base64'),
    close: () => { for (const close of closing) close() },
  }
}
