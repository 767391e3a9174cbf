/** DOOR contextBridge: forwards the named channels and main's news, with no logic of its own. */
import { contextBridge, ipcRenderer } from 'electron'
import { channels, NEWS } from '../shared/ipc/channels.ts'

const features = Object.fromEntries(Object.entries(channels).map(([feature, names]) => [
  feature,
  Object.fromEntries(names.map((name) => [name, (request: unknown) => ipcRenderer.invoke(`${feature}.${name}`, request)])),
]))

contextBridge.exposeInMainWorld('lares', {
  ...features,
  onNews: (listener: (news: unknown) => void) => {
    const forward = (_event: unknown, news: unknown): void => { listener(news) }
    ipcRenderer.on(NEWS, forward)
    return () => { ipcRenderer.removeListener(NEWS, forward) }
  },
})
