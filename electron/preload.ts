/** DOOR contextBridge: forwards the named channels, main's news and what main tells at the start, with no logic of its own. */
import { contextBridge, ipcRenderer } from 'electron'
import { AT_START, channels, NEWS } from '../shared/ipc/channels.ts'

const features = Object.fromEntries(Object.entries(channels).map(([feature, names]) => [
  feature,
  Object.fromEntries(names.map((name) => [name, (request: unknown) => ipcRenderer.invoke(`${feature}.${name}`, request)])),
]))

const told = process.argv.find((argument) => argument.startsWith(AT_START))

contextBridge.exposeInMainWorld('lares', {
  ...features,
  atStart: told === undefined ? null : JSON.parse(decodeURIComponent(told.slice(AT_START.length))) as unknown,
  onNews: (listener: (news: unknown) => void) => {
    const forward = (_event: unknown, news: unknown): void => { listener(news) }
    ipcRenderer.on(NEWS, forward)
    return () => { ipcRenderer.removeListener(NEWS, forward) }
  },
})
