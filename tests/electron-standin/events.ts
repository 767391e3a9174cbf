/** Event emitters as Electron's objects have them, and the event objects whose default can be prevented. */
import { EventEmitter } from 'node:events'
import { notSupported } from './unsupported.ts'

/**
 * An emitter that refuses listeners for events which nothing here sends.
 * `sent` events happen; `neverHere` events may be listened for, because in the stand-in their cause cannot occur.
 */
export function createEmitter(name: string, sent: readonly string[], neverHere: readonly string[] = []): EventEmitter {
  const emitter = new EventEmitter()
  const known = new Set(['newListener', 'removeListener', ...sent, ...neverHere])
  emitter.on('newListener', (event: string | symbol) => {
    if (typeof event === 'string' && !known.has(event)) throw notSupported(`${name} event ${event}`)
  })
  return emitter
}

export interface Preventable {
  readonly preventDefault: () => void
  readonly defaultPrevented: boolean
}

export function createEvent<T extends object>(details: T): T & Preventable {
  let prevented = false
  return Object.defineProperty({ ...details, preventDefault: () => { prevented = true } }, 'defaultPrevented', { get: () => prevented, enumerable: true }) as T & Preventable
}
