/** The one session of the stand-in: what the app decided about requests and permissions. */
import { createEmitter } from './events.ts'
import type { CheckHandler, RequestHandler } from './permissions.ts'
import { notSupported, onlySupported } from './unsupported.ts'
import type { NamesOf } from './unsupported.ts'

export type HeaderLists = Record<string, string[]>
interface BeforeRequest { readonly cancel?: boolean; readonly redirectURL?: string }
interface HeadersReceived { readonly cancel?: boolean; readonly responseHeaders?: Readonly<Record<string, string | readonly string[]>> }
type Listener<Answer> = (details: object, answer: (answer: Answer) => void) => void
interface Filter { readonly urls: readonly string[] }

export interface SessionState {
  /** Electron's `Session`. */
  readonly session: object
  readonly permissionHandlers: () => { readonly request: RequestHandler | null; readonly check: CheckHandler | null }
  readonly watchesHeaders: () => boolean
  readonly beforeRequest: (details: { readonly url: string } & Record<string, unknown>) => Promise<BeforeRequest>
  readonly headersReceived: (details: { readonly url: string; readonly responseHeaders: HeaderLists } & Record<string, unknown>) => Promise<{ readonly cancel: boolean; readonly responseHeaders: HeaderLists }>
}

export function createSession(deps: { readonly protocol: object; readonly aWindowIsOpen: () => boolean }): SessionState {
  let request: RequestHandler | null = null
  let check: CheckHandler | null = null
  let beforeRequest: { readonly filter: Filter; readonly listener: Listener<BeforeRequest> } | null = null
  let headersReceived: { readonly filter: Filter; readonly listener: Listener<HeadersReceived> } | null = null

  const listening = <Answer>(filter: Filter | Listener<Answer> | null, listener: Listener<Answer> | null | undefined): { readonly filter: Filter; readonly listener: Listener<Answer> } | null => {
    if (typeof filter === 'function') return { filter: { urls: ['<all_urls>'] }, listener: filter }
    return filter === null || typeof listener !== 'function' ? null : { filter, listener }
  }
  const webRequest = {
    onBeforeRequest: (filter: Filter | Listener<BeforeRequest> | null, listener?: Listener<BeforeRequest> | null) => { beforeRequest = listening(filter, listener) },
    onHeadersReceived: (filter: Filter | Listener<HeadersReceived> | null, listener?: Listener<HeadersReceived> | null) => {
      if (deps.aWindowIsOpen()) throw notSupported('webRequest.onHeadersReceived after the first window')
      headersReceived = listening(filter, listener)
    },
  } satisfies NamesOf<Electron.WebRequest>

  const session = Object.assign(createEmitter('session', [], ['will-download', 'preconnect']), {
    protocol: deps.protocol,
    webRequest: onlySupported('webRequest', webRequest),
    setPermissionRequestHandler: (handler: RequestHandler | null) => { request = handler },
    setPermissionCheckHandler: (handler: CheckHandler | null) => { check = handler },
    // Devices, screens and downloads are refused here whatever the handler says.
    setDevicePermissionHandler: () => undefined,
    setDisplayMediaRequestHandler: () => undefined,
    setProxy: (config: { readonly mode?: string }) => (config.mode === 'direct' ? Promise.resolve() : Promise.reject(notSupported('session.setProxy with another mode than direct'))),
    setSpellCheckerEnabled: (enabled: boolean) => { if (enabled) throw notSupported('session.setSpellCheckerEnabled(true)') },
    isPersistent: () => true,
  } satisfies NamesOf<Electron.Session>)

  return {
    session: onlySupported('session', session),
    permissionHandlers: () => ({ request, check }),
    watchesHeaders: () => headersReceived !== null,
    beforeRequest: (details) => new Promise((resolve) => {
      if (beforeRequest === null || !matches(beforeRequest.filter, details.url)) resolve({})
      else beforeRequest.listener(details, resolve)
    }),
    headersReceived: (details) => new Promise((resolve) => {
      const done = (answer: HeadersReceived): void => { resolve({ cancel: answer.cancel === true, responseHeaders: asLists(answer.responseHeaders ?? details.responseHeaders) }) }
      if (headersReceived === null || !matches(headersReceived.filter, details.url)) done({})
      else headersReceived.listener(details, done)
    }),
  }
}

const asLists = (headers: Readonly<Record<string, string | readonly string[]>>): HeaderLists =>
  Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, typeof value === 'string' ? [value] : [...value]]))

const matches = (filter: Filter, url: string): boolean => filter.urls.some((pattern) => pattern === '<all_urls>' || new RegExp(`^${pattern.replace(/[.+?^${}()|[\]\\]/g, '\\$&').replaceAll('*', '.*')}$`).test(url))
