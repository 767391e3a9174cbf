/** The session's permission handlers, carried over to Chromium: each is asked once per permission when a window loads, and Chromium keeps to the answers. */
import type { Protocol } from './devtools.ts'

export type RequestHandler = (contents: object, permission: string, answer: (granted: boolean) => void, details: object) => void
export type CheckHandler = (contents: object, permission: string, origin: string, details: object) => boolean

type Descriptor = Protocol.Browser.PermissionDescriptor
export interface PermissionSetting { readonly permission: Descriptor; readonly setting: 'granted' | 'denied' }

/** Electron's name, what Electron adds to it, and Chromium's name. */
const permissions: readonly (readonly [string, object, Descriptor])[] = [
  ['geolocation', {}, { name: 'geolocation' }],
  ['notifications', {}, { name: 'notifications' }],
  ['media', { mediaTypes: ['video'], mediaType: 'video' }, { name: 'camera' }],
  ['media', { mediaTypes: ['audio'], mediaType: 'audio' }, { name: 'microphone' }],
  ['midi', {}, { name: 'midi' }],
  ['clipboard-read', {}, { name: 'clipboard-read' }],
  ['clipboard-sanitized-write', {}, { name: 'clipboard-write' }],
  ['idle-detection', {}, { name: 'idle-detection' }],
  ['local-fonts', {}, { name: 'local-fonts' }],
  ['window-management', {}, { name: 'window-management' }],
]

/** Without handlers everything is granted, as in Electron. */
export async function permissionSettings(handlers: { readonly request: RequestHandler | null; readonly check: CheckHandler | null }, contents: object, url: string): Promise<readonly PermissionSetting[]> {
  return await Promise.all(permissions.map(async ([name, more, permission]): Promise<PermissionSetting> => {
    const details = { requestingUrl: url, isMainFrame: true, ...more }
    const checked = handlers.check?.(contents, name, URL.canParse(url) ? new URL(url).origin : '', details) ?? true
    const requested = await new Promise<boolean>((resolve) => { if (handlers.request === null) resolve(true); else handlers.request(contents, name, resolve, details) })
    return { permission, setting: checked && requested ? 'granted' : 'denied' }
  }))
}
