/** DOOR protocol: serves the built page as lares://app/, with its content security policy, and nothing outside its folder. */
import { readFile } from 'node:fs/promises'
import { extname, join, normalize, sep } from 'node:path'
import { protocol } from 'electron'

export const APP_SCHEME = 'lares'
export const APP_PAGE = `${APP_SCHEME}://app/index.html`

/** Everything denied; then each yes with its reason. */
export const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self'", // the built bundle
  "style-src 'self' 'unsafe-inline'", // positions of pop-overs and calendar events are inline styles
  "font-src 'self'", // bundled fonts
  "img-src 'self' data:", // bundled images; icons inside style sheets
  "base-uri 'none'", "form-action 'none'", "frame-ancestors 'none'", "connect-src 'none'",
].join('; ')

const types: Readonly<Record<string, string>> = { '.html': 'text/html; charset=utf-8', '.js': 'text/javascript; charset=utf-8', '.css': 'text/css; charset=utf-8', '.svg': 'image/svg+xml', '.png': 'image/png', '.woff2': 'font/woff2', '.woff': 'font/woff' }

/** Must run before the app is ready. */
export function claimAppScheme(): void {
  protocol.registerSchemesAsPrivileged([{ scheme: APP_SCHEME, privileges: { standard: true, secure: true, supportFetchAPI: false, codeCache: true } }])
}

/** Serves `folder`. Unknown types, other hosts and paths that leave the folder are answered 404. */
export function serveApp(folder: string): void {
  protocol.handle(APP_SCHEME, (request) => answerFrom(folder, request))
}

/** An answer nobody waits for: the first takes a moment longer, and Chromium takes its time to get ready. */
export function rehearseServing(folder: string): void {
  void answerFrom(folder, new Request(APP_PAGE))
}

async function answerFrom(folder: string, request: Pick<Request, 'url' | 'method'>): Promise<Response> {
  const url = new URL(request.url)
  const path = normalize(join(folder, decodeURIComponent(url.pathname)))
  const type = types[extname(path)]
  if (request.method !== 'GET' || url.host !== 'app' || type === undefined || !path.startsWith(folder + sep)) return new Response(null, { status: 404 })
  try {
    const body = new Uint8Array(await readFile(path))
    return new Response(body, { headers: { 'content-type': type, 'content-security-policy': CONTENT_SECURITY_POLICY, 'x-content-type-options': 'nosniff', 'referrer-policy': 'no-referrer', 'cross-origin-opener-policy': 'same-origin' } })
  } catch {
    return new Response(null, { status: 404 })
  }
}
