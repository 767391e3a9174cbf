/** Custom schemes. Chromium cannot be taught one from outside, so `app://host/path` is `https://host.app.electron-scheme.test/path` in the page and itself everywhere else. */
import { notSupported, onlySupported } from './unsupported.ts'
import type { NamesOf } from './unsupported.ts'

const DOMAIN = 'electron-scheme.test'

type Handler = (request: Request) => Response | Promise<Response>
interface Privileged { readonly scheme: string; readonly privileges?: { readonly standard?: boolean; readonly secure?: boolean; readonly bypassCSP?: boolean } }

export interface Schemes {
  /** Electron's `protocol` module. */
  readonly protocol: object
  readonly toPage: (url: string) => string
  readonly toApp: (url: string) => string
  /** Null when the address belongs to no custom scheme; `failed` when its scheme has no handler or the handler broke. */
  readonly answer: (request: { readonly url: string; readonly method: string; readonly headers: Readonly<Record<string, string>>; readonly body: Buffer | undefined }) => Promise<Response | 'failed' | null>
}

export function createSchemes(isReady: () => boolean): Schemes {
  const registered = new Set<string>()
  const handlers = new Map<string, Handler>()

  const toPage = (url: string): string => {
    const parts = /^([a-z][a-z0-9-]*):\/\/([^/?#]*)(.*)$/is.exec(url)
    const scheme = parts?.[1]?.toLowerCase()
    if (parts === null || scheme === undefined || !registered.has(scheme)) return url
    const rest = parts[3] ?? ''
    return `https://${parts[2] ?? ''}.${scheme}.${DOMAIN}${rest.startsWith('/') ? '' : '/'}${rest}`
  }
  const toApp = (url: string): string => url.replace(/^https:\/\/([^/?#]+)\.([a-z0-9-]+)\.electron-scheme\.test(?=[/?#]|$)/, '$2://$1')

  const protocol = {
    registerSchemesAsPrivileged: (schemes: readonly Privileged[]) => {
      if (isReady()) throw new Error('protocol.registerSchemesAsPrivileged should be called before app is ready')
      for (const { scheme, privileges } of schemes) {
        if (privileges?.standard !== true || privileges.secure !== true || privileges.bypassCSP === true) throw notSupported(`The scheme ${scheme}, because it is not standard, secure and subject to CSP: that`)
        registered.add(scheme)
      }
    },
    handle: (scheme: string, handler: Handler) => {
      if (!isReady()) throw new Error('protocol.handle can only be used after the app is ready')
      if (!registered.has(scheme)) throw notSupported(`protocol.handle for ${scheme}, which was not registered as privileged,`)
      if (handlers.has(scheme)) throw new Error(`Failed to register protocol: ${scheme}`)
      handlers.set(scheme, handler)
    },
    unhandle: (scheme: string) => { if (!handlers.delete(scheme)) throw new Error(`Failed to unhandle protocol: ${scheme}`) },
    isProtocolHandled: (scheme: string) => handlers.has(scheme),
  } satisfies NamesOf<Electron.Protocol>

  return {
    protocol: onlySupported('protocol', protocol),
    toPage,
    toApp,
    answer: async ({ url, method, headers, body }) => {
      const address = toApp(url)
      if (address === url) return null
      const scheme = new URL(address).protocol.slice(0, -1)
      const handler = handlers.get(scheme)
      if (handler === undefined) return 'failed'
      try {
        const response = await handler(new Request(address, { method, headers: Object.entries(headers).map(([name, value]): [string, string] => [name, toApp(value)]), ...(body === undefined ? {} : { body: new Uint8Array(body) }) }))
        // The page knows the scheme by another name, so a policy that spells it out would mean something else there.
        if (response.headers.get('content-security-policy')?.includes(`${scheme}:`) === true) throw notSupported(`A content security policy that names ${scheme}: instead of 'self'`)
        return response.type === 'error' ? 'failed' : response
      } catch (error) {
        console.error(error)
        return 'failed'
      }
    },
  }
}
