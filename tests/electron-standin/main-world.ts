/** What stands in the page's own world before any of its scripts: the receiving end of contextBridge, and a window.open that asks first. */
import type { BridgeEnd, createBridgeEnd } from './bridge-end.ts'

/** Its source is put into pages, so it uses nothing from outside itself. */
export function startMainWorld(names: { readonly toPage: string; readonly toIsolated: string }, createEnd: typeof createBridgeEnd): void {
  const freeze = (value: unknown): unknown => {
    if (typeof value === 'object' && value !== null && !ArrayBuffer.isView(value)) {
      for (const held of Object.values(value)) freeze(held)
      Object.freeze(value)
    }
    return typeof value === 'function' ? Object.freeze(value) : value
  }
  const end: BridgeEnd = createEnd(names.toIsolated, names.toPage, {
    exposed: (key, api) => { Object.defineProperty(window, key, { value: freeze(api), enumerable: true }) },
    told: () => undefined,
  })
  window.open = (url, name, features) => {
    end.tell('window-open', { url: url === undefined || url === '' ? 'about:blank' : new URL(url, document.baseURI).href, frameName: name ?? '', features: features ?? '' })
    return null
  }
}
