/** The bridge of the contract app. */
const { contextBridge, ipcRenderer } = require('electron')

const listeners = []
ipcRenderer.on('news', (_event, ...args) => { for (const listener of listeners) listener(...args) })

const attempt = (run) => { try { return String(run()) } catch (error) { return `threw ${error.message}` } }

contextBridge.exposeInMainWorld('contract', {
  invoke: (channel, ...args) => ipcRenderer.invoke(channel, ...args),
  ask: (channel, topic) => { ipcRenderer.send(channel, topic) },
  onNews: (listener) => { listeners.push(listener) },
  throwNow: () => { throw new Error('thrown in the preload script') },
  rejectLater: () => Promise.reject(new Error('rejected in the preload script')),
  call: (callback, value) => callback(value),
  kind: (value) => Object.prototype.toString.call(value).slice(8, -1),
  give: () => ({ bytes: new Uint8Array([1, 2, 3]), map: new Map([['a', 1]]), date: new Date(0), nested: { list: [1, [2]], nothing: undefined } }),
  nested: { deep: { value: 1 } },
  about: {
    sandboxed: process.sandboxed === true,
    isolated: process.contextIsolated === true,
    type: process.type,
    electron: process.versions.electron,
    fs: attempt(() => typeof require('node:fs').readFileSync),
    seesPage: typeof window.setByThePage,
  },
})
