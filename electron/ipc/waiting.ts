/** Lets the page ask before the house stands: every channel has a listener from the beginning, and its questions wait for the one that answers. */
import type { IpcMain } from 'electron'
import { channels, type Feature } from '../../shared/ipc/channels.ts'

type Listener = Parameters<IpcMain['handle']>[1]

/** Takes over every channel of this `ipcMain`; what comes back is given the listeners that answer, once each. */
export function waitingIpc(ipcMain: Pick<IpcMain, 'handle'>): Pick<IpcMain, 'handle'> & { /** Settles with the first question. */ readonly asked: Promise<void> } {
  const first = Promise.withResolvers<undefined>()
  const answering = new Map<string, (listener: Listener) => void>()
  for (const feature of Object.keys(channels) as Feature[]) for (const name of channels[feature]) {
    const channel = `${feature}.${name}`, { promise, resolve } = Promise.withResolvers<Listener>()
    answering.set(channel, resolve)
    ipcMain.handle(channel, async (event, ...args: unknown[]): Promise<unknown> => { first.resolve(undefined); return (await promise)(event, ...args) as unknown })
  }
  return {
    asked: first.promise,
    handle: (channel, listener) => {
      const answer = answering.get(channel)
      if (answer === undefined) throw new Error(`no channel ${channel}`)
      answer(listener)
    },
  }
}
