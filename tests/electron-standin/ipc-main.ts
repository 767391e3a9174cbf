/** ipcMain, and the same for one window: handlers by channel, one for each invocation, any number for each message. */
import { EventEmitter } from 'node:events'
import { onlySupported } from './unsupported.ts'
import type { NamesOf } from './unsupported.ts'

type Handler = (event: object, ...args: unknown[]) => unknown

export interface IpcHub {
  /** Electron's `IpcMain`. */
  readonly ipc: object
  readonly handlerOf: (channel: string) => Handler | undefined
  readonly receive: (channel: string, event: object, args: readonly unknown[]) => void
}

export function createIpcHub(): IpcHub {
  const emitter = new EventEmitter()
  const handlers = new Map<string, Handler>()
  const handle = (channel: string, handler: Handler): void => {
    if (handlers.has(channel)) throw new Error(`Attempted to register a second handler for '${channel}'`)
    if (typeof handler !== 'function') throw new Error(`Expected handler to be a function, but found type '${typeof handler}'`)
    handlers.set(channel, handler)
  }
  const ipc = Object.assign(emitter, {
    handle,
    handleOnce: (channel: string, handler: Handler) => { handle(channel, (...args) => { handlers.delete(channel); return handler(...args) }) },
    removeHandler: (channel: string) => { handlers.delete(channel) },
  } satisfies NamesOf<Electron.IpcMain>)
  return {
    ipc: onlySupported('ipcMain', ipc),
    handlerOf: (channel) => handlers.get(channel),
    receive: (channel, event, args) => { emitter.emit(channel, event, ...args) },
  }
}
