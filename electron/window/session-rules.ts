/** DOOR session: what a page may never do. Everything is refused but what `allowed` lists with its reason. */
import type { App, Session } from 'electron'

const allowed: ReadonlySet<string> = new Set(['clipboard-sanitized-write' /* “Copy the body”: only writing, and only on a press */])

/** `isOwn` says whether an address belongs to the app itself; in development the hot-reload server counts. */
export function applySessionRules(app: App, session: Session, isOwn: (url: string) => boolean): void {
  session.setPermissionRequestHandler((_contents, permission, decide) => { decide(allowed.has(permission)) })
  session.setPermissionCheckHandler((_contents, permission) => allowed.has(permission))
  session.setDevicePermissionHandler(() => false)
  session.webRequest.onBeforeRequest((details, decide) => { decide({ cancel: !(isOwn(details.url) || details.url.startsWith('data:') || details.url.startsWith('devtools:')) }) })
  session.on('will-download', (event) => { event.preventDefault() })
  app.on('web-contents-created', (_event, contents) => {
    contents.setWindowOpenHandler(() => ({ action: 'deny' }))
    contents.on('will-navigate', (event) => { event.preventDefault() })
    contents.on('will-frame-navigate', (event) => { event.preventDefault() })
    contents.on('will-redirect', (event) => { event.preventDefault() })
    contents.on('will-attach-webview', (event) => { event.preventDefault() })
    contents.setWebRTCIPHandlingPolicy('disable_non_proxied_udp')
  })
}
