/** A tiny app that does what the real one relies on, so that a test can hold Electron, or what stands in for it, to it. */
import childProcess from 'node:child_process'
import dgram from 'node:dgram'
import dns from 'node:dns'
import { readFile } from 'node:fs/promises'
import { syncBuiltinESMExports } from 'node:module'
import net from 'node:net'
import { join } from 'node:path'
import { app, BrowserWindow, dialog, ipcMain, protocol, session } from 'electron'

const here = import.meta.dirname
const given = process.argv.find((arg) => arg.startsWith('--user-data-dir='))?.slice('--user-data-dir='.length)
if (given !== undefined) app.setPath('userData', given)

/** What happened, in order; tests read it through `app.evaluate`. */
const seen = []
globalThis.contract = { seen }

// Nothing in main may reach out or start a process once the app's own code runs; whoever tries is seen and refused.
for (const [owner, name] of [[net.Socket.prototype, 'connect'], [dns, 'lookup'], [dgram.Socket.prototype, 'send'], [childProcess, 'spawn'], [childProcess.ChildProcess.prototype, 'spawn']]) {
  owner[name] = () => {
    seen.push(`forbidden ${name}`)
    throw new Error(`forbidden: ${name}`)
  }
}
syncBuiltinESMExports()

app.enableSandbox()
protocol.registerSchemesAsPrivileged([{ scheme: 'contract', privileges: { standard: true, secure: true, supportFetchAPI: true } }])

const CSP = "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'"
const files = { '/': ['index.html', 'text/html'], '/page.js': ['page.js', 'text/javascript'], '/elsewhere.html': ['elsewhere.html', 'text/html'] }

const serve = async (request) => {
  const { host, pathname } = new URL(request.url)
  seen.push(`request ${request.method} ${host}${pathname}`)
  if (pathname === '/echo') return Response.json({ url: request.url, method: request.method, type: request.headers.get('content-type'), body: await request.text() })
  const file = files[pathname]
  if (host !== 'app' || file === undefined) return new Response('Not found', { status: 404, headers: { 'content-type': 'text/plain' } })
  return new Response(await readFile(join(here, file[0])), { headers: { 'content-type': `${file[1]}; charset=utf-8`, 'content-security-policy': CSP } })
}

const kindOf = (value) => (value === undefined ? 'undefined' : Object.prototype.toString.call(value).slice(8, -1))

ipcMain.handle('echo', (_event, value) => value)
ipcMain.handle('kind', (_event, value) => kindOf(value))
ipcMain.handle('count', (_event, ...args) => args.length)
ipcMain.handle('fail', () => { throw new TypeError('it broke') })
ipcMain.handle('give-function', () => () => 1)
ipcMain.handle('sender', (event) => ({ url: event.senderFrame?.url, isMainFrame: event.senderFrame === event.sender.mainFrame, top: event.senderFrame?.parent === null, isWindow: BrowserWindow.fromWebContents(event.sender) !== null }))
ipcMain.handle('choose', async (event) => {
  const { canceled, filePaths } = await dialog.showOpenDialog(BrowserWindow.fromWebContents(event.sender), { properties: ['openFile'] })
  return canceled ? null : filePaths[0]
})
ipcMain.on('news-please', (event, topic) => { event.sender.send('news', topic, new Uint8Array([7])) })
ipcMain.on('reply-please', (event, topic) => { event.reply('news', topic) })

const openWindow = async () => {
  const window = new BrowserWindow({ width: 900, height: 700, show: false, webPreferences: { preload: join(here, 'preload.cjs'), sandbox: true, contextIsolation: true, nodeIntegration: false } })
  window.webContents.setWindowOpenHandler(({ url }) => { seen.push(`open ${url}`); return { action: 'deny' } })
  window.webContents.on('will-navigate', (event) => { seen.push(`navigate ${event.url}`); event.preventDefault() })
  window.webContents.on('preload-error', (_event, _path, error) => { seen.push(`preload-error ${error.message}`) })
  window.once('ready-to-show', () => { seen.push('ready-to-show'); window.show() })
  window.on('close', (event) => {
    seen.push('close')
    if (globalThis.contract.keepOpen) event.preventDefault()
  })
  window.on('closed', () => { seen.push('closed') })
  await window.loadURL('contract://app/')
  seen.push('loaded')
}

if (!app.requestSingleInstanceLock({ from: 'contract' })) {
  app.quit()
} else {
  app.on('second-instance', (_event, argv, workingDirectory, data) => {
    seen.push(`second-instance ${argv.includes('--said-by-the-second')} ${workingDirectory !== ''} ${data?.from}`)
    const window = BrowserWindow.getAllWindows()[0]
    if (window?.isMinimized()) window.restore()
    window?.focus()
  })
  for (const name of ['before-quit', 'will-quit', 'quit', 'window-all-closed']) {
    app.on(name, () => {
      seen.push(name)
      // Read by the test from outside: by then nothing inside can be asked any more.
      console.log(`contract: ${seen.slice(-8).join(' ')}`)
      if (name === 'window-all-closed') app.quit()
    })
  }
  seen.push(`ready before: ${app.isReady()}`)
  // Not awaited at the top level: Electron waits for this file to finish before it is ready.
  void app.whenReady().then(start)
}

async function start() {
  seen.push('ready')
  protocol.handle('contract', serve)
  session.defaultSession.setPermissionRequestHandler((_contents, permission, answer) => { answer(false) })
  session.defaultSession.setPermissionCheckHandler(() => false)
  session.defaultSession.webRequest.onBeforeRequest((details, answer) => {
    const isOurs = details.url.startsWith('contract://app/') || details.url.startsWith('devtools://')
    if (!isOurs) seen.push(`blocked ${details.url}`)
    answer({ cancel: !isOurs })
  })
  await openWindow()
}
