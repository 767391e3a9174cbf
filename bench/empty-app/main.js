import { join } from 'node:path'
import { app, BrowserWindow } from 'electron'

app.whenReady().then(() => {
  const window = new BrowserWindow({ width: 900, height: 670, webPreferences: { preload: join(import.meta.dirname, '../preload/preload.cjs') } })
  return window.loadFile(join(import.meta.dirname, '../renderer/index.html'))
})
app.on('window-all-closed', () => { app.quit() })
