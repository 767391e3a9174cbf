/** Stands between a window and the network: asks the app about each request, answers custom schemes, and lets the app veto where its page wants to go. */
import type { DevtoolsSession, Protocol } from './devtools.ts'
import type { Schemes } from './schemes.ts'
import type { HeaderLists, SessionState } from './session.ts'

const resourceTypes: Readonly<Partial<Record<Protocol.Network.ResourceType, string>>> = { Stylesheet: 'stylesheet', Script: 'script', Image: 'image', Font: 'font', Media: 'media', XHR: 'xhr', Fetch: 'xhr', Ping: 'ping', CSPViolationReport: 'cspReport' }

interface Deps {
  readonly devtools: DevtoolsSession
  readonly mainFrameId: string
  readonly contents: { readonly id: number }
  readonly schemes: Schemes
  readonly session: SessionState
  /** Says whether the page itself may navigate there. */
  readonly mayNavigate: (url: string, isMainFrame: boolean) => boolean
}

export async function watchRequests(deps: Deps): Promise<void> {
  const { devtools, schemes, session } = deps
  /** Where a frame of the page itself asked to go, in contrast to the app or a test. */
  const asked = new Set<string>()
  const key = (frameId: string, url: string): string => `${frameId} ${url.split('#')[0] ?? ''}`

  /** A page that has gone meanwhile no longer wants its answer. */
  const tell = async (told: Promise<unknown>): Promise<void> => { await told.catch(() => undefined) }
  const refuse = (requestId: string, errorReason: Protocol.Network.ErrorReason): Promise<void> => tell(devtools.send('Fetch.failRequest', { requestId, errorReason }))
  const detailsOf = (paused: Protocol.Fetch.requestPausedPayload): { readonly url: string } & Record<string, unknown> => ({
    id: paused.requestId,
    url: schemes.toApp(paused.request.url),
    method: paused.request.method,
    webContentsId: deps.contents.id,
    webContents: deps.contents,
    resourceType: paused.resourceType === 'Document' ? (paused.frameId === deps.mainFrameId ? 'mainFrame' : 'subFrame') : (resourceTypes[paused.resourceType] ?? 'other'),
    referrer: schemes.toApp(paused.request.headers['Referer'] ?? ''),
    timestamp: Date.now(),
  })

  const onRequest = async (paused: Protocol.Fetch.requestPausedPayload): Promise<void> => {
    const { requestId, request } = paused
    // Chromium wants an icon for its tab; Electron has no tabs.
    if (paused.resourceType === 'Other' && request.url.endsWith('/favicon.ico')) return tell(devtools.send('Fetch.fulfillRequest', { requestId, responseCode: 204 }))
    const details = detailsOf(paused)
    if (paused.resourceType === 'Document' && asked.delete(key(paused.frameId, request.url)) && !deps.mayNavigate(details.url, paused.frameId === deps.mainFrameId)) return refuse(requestId, 'Aborted')
    const decision = await session.beforeRequest(details)
    if (decision.cancel === true) return refuse(requestId, 'BlockedByClient')
    if (decision.redirectURL !== undefined) return tell(devtools.send('Fetch.fulfillRequest', { requestId, responseCode: 307, responseHeaders: [{ name: 'Location', value: schemes.toPage(decision.redirectURL) }] }))
    const bytes = (request.postDataEntries ?? []).map((entry) => Buffer.from(entry.bytes ?? '', 'base64'))
    const response = await schemes.answer({ url: request.url, method: request.method, headers: request.headers, body: request.hasPostData === true ? Buffer.concat(bytes) : undefined })
    if (response === null) return tell(devtools.send('Fetch.continueRequest', { requestId }))
    if (response === 'failed') return refuse(requestId, 'Failed')
    const received: HeaderLists = {}
    for (const [name, value] of response.headers) received[name] = [...(received[name] ?? []), value]
    const { cancel, responseHeaders } = await session.headersReceived({ ...details, statusCode: response.status, statusLine: `HTTP/1.1 ${response.status}`, responseHeaders: received })
    if (cancel) return refuse(requestId, 'BlockedByClient')
    return tell(devtools.send('Fetch.fulfillRequest', { requestId, responseCode: response.status, responseHeaders: asPairs(responseHeaders), body: Buffer.from(await response.arrayBuffer()).toString('base64') }))
  }
  const onResponse = async (paused: Protocol.Fetch.requestPausedPayload): Promise<void> => {
    const { requestId, responseStatusCode } = paused
    const received: HeaderLists = {}
    for (const { name, value } of paused.responseHeaders ?? []) received[name] = [...(received[name] ?? []), value]
    const { cancel, responseHeaders } = await session.headersReceived({ ...detailsOf(paused), statusCode: responseStatusCode, responseHeaders: received })
    if (cancel) return refuse(requestId, 'BlockedByClient')
    return tell(devtools.send('Fetch.continueResponse', { requestId, ...(responseStatusCode === undefined ? {} : { responseCode: responseStatusCode }), responseHeaders: asPairs(responseHeaders) }))
  }

  devtools.on('Page.frameRequestedNavigation', ({ frameId, url }) => { asked.add(key(frameId, url)) })
  devtools.on('Fetch.requestPaused', (paused) => {
    const isResponse = paused.responseStatusCode !== undefined || paused.responseErrorReason !== undefined
    void (isResponse ? onResponse(paused) : onRequest(paused))
  })
  const patterns: Protocol.Fetch.RequestPattern[] = [{ urlPattern: '*', requestStage: 'Request' }]
  if (session.watchesHeaders()) patterns.push({ urlPattern: '*', requestStage: 'Response' })
  await devtools.send('Fetch.enable', { patterns })
}

const asPairs = (headers: HeaderLists): { name: string; value: string }[] => Object.entries(headers).flatMap(([name, values]) => values.map((value) => ({ name, value })))
