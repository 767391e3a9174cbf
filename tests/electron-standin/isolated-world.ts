/** What a sandboxed preload script sees: `require('electron')` with contextBridge and ipcRenderer, and a small `process`. */
import type { createBridgeEnd } from './bridge-end.ts'
import type { createCloner } from './clone.ts'

export interface IsolatedWorldConfig {
  readonly names: { readonly toPage: string; readonly toIsolated: string }
  readonly process: { readonly platform: string; readonly argv: readonly string[]; readonly versions: Readonly<Record<string, string | undefined>> }
}

/** What the isolated world says to Node through its binding. Arguments are encoded by the cloner. */
export type FromPage =
  | { readonly is: 'send'; readonly channel: string; readonly args: string }
  | { readonly is: 'invoke'; readonly id: number; readonly channel: string; readonly args: string }
  | { readonly is: 'window-open'; readonly url: string; readonly frameName: string; readonly features: string }
  | { readonly is: 'preload-error'; readonly message: string; readonly stack: string }

/** What Node says to the isolated world. */
export type ToPage =
  | { readonly is: 'reply'; readonly id: number; readonly value: string }
  | { readonly is: 'reply-error'; readonly id: number; readonly message: string }
  | { readonly is: 'send'; readonly channel: string; readonly args: string }

type Preload = (require: (id: string) => unknown, process: unknown, global: unknown, module: { exports: unknown }, exports: unknown) => void

/** Its source is put into pages, so it uses nothing from outside itself. */
export function startIsolatedWorld(config: IsolatedWorldConfig, cloner: typeof createCloner, createEnd: typeof createBridgeEnd, preload: Preload): void {
  interface World { standinSend: (text: string) => void; standinReceive: (message: ToPage) => void }
  type Listener = (event: object, ...args: unknown[]) => void
  const world = globalThis as unknown as World
  const { encode, decode } = cloner()
  const listeners = new Map<string, Listener[]>()
  const waiting = new Map<number, { readonly resolve: (value: unknown) => void; readonly reject: (error: Error) => void }>()
  let last = 0

  const post = (message: FromPage): void => { world.standinSend(JSON.stringify(message)) }
  const only = <T extends object>(name: string, thing: T): T => new Proxy(thing, {
    get: (target, property, receiver): unknown => {
      if (typeof property === 'string' && !(property in target) && !['then', '__esModule', 'default', 'toJSON'].includes(property)) throw new Error(`${name}.${property} is not supported by the stand-in`)
      return Reflect.get(target, property, receiver)
    },
  })
  world.standinReceive = (message) => {
    if (message.is === 'send') {
      for (const listener of [...(listeners.get(message.channel) ?? [])]) listener({ sender: ipcRenderer, ports: [] }, ...(decode(message.args) as unknown[]))
      return
    }
    const promise = waiting.get(message.id)
    waiting.delete(message.id)
    if (message.is === 'reply') promise?.resolve(decode(message.value))
    else promise?.reject(new Error(message.message))
  }

  const add = (channel: string, listener: Listener): object => {
    listeners.set(channel, [...(listeners.get(channel) ?? []), listener])
    return ipcRenderer
  }
  const remove = (channel: string, listener: Listener): object => {
    const kept = [...(listeners.get(channel) ?? [])]
    const at = kept.lastIndexOf(listener)
    if (at >= 0) kept.splice(at, 1)
    listeners.set(channel, kept)
    return ipcRenderer
  }
  const ipcRenderer: object = only('ipcRenderer', {
    send: (channel: string, ...args: unknown[]) => { post({ is: 'send', channel, args: encode(args) }) },
    invoke: (channel: string, ...args: unknown[]) => new Promise((resolve, reject) => {
      const encoded = encode(args)
      const id = ++last
      waiting.set(id, { resolve, reject })
      post({ is: 'invoke', id, channel, args: encoded })
    }),
    on: add,
    addListener: add,
    off: remove,
    removeListener: remove,
    once: (channel: string, listener: Listener) => {
      const once: Listener = (...args) => { remove(channel, once); listener(...args) }
      return add(channel, once)
    },
    removeAllListeners: (channel: string) => { listeners.delete(channel); return ipcRenderer },
  })

  const end = createEnd(config.names.toPage, config.names.toIsolated, {
    exposed: () => undefined,
    told: (topic, detail) => { if (topic === 'window-open') post({ is: 'window-open', ...(detail as { url: string; frameName: string; features: string }) }) },
  })
  const taken = new Set<string>()
  const electron = only('electron', {
    ipcRenderer,
    contextBridge: only('contextBridge', {
      exposeInMainWorld: (key: string, api: unknown) => {
        if (taken.has(key) || key in window) throw new Error('Cannot bind an API on top of an existing property on the window object')
        taken.add(key)
        end.expose(key, api)
      },
    }),
  })
  const require = (id: string): unknown => {
    if (['electron', 'electron/renderer', 'electron/common'].includes(id)) return electron
    if (['events', 'timers', 'url'].includes(id.replace(/^node:/, ''))) throw new Error(`require('${id}') in a preload script is not supported by the stand-in`)
    throw new Error(`module not found: ${id}`)
  }
  const process = only('process', { ...config.process, type: 'renderer', sandboxed: true, contextIsolated: true, isMainFrame: true, env: {} })
  const module = { exports: {} }
  try {
    preload(require, process, globalThis, module, module.exports)
  } catch (error) {
    const { message, stack } = error instanceof Error ? error : new Error(String(error))
    console.error(`Unable to load preload script: ${stack ?? message}`)
    post({ is: 'preload-error', message, stack: stack ?? '' })
  }
}
