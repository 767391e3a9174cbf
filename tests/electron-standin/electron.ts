/** The stand-in as a whole: joins its parts into what `import 'electron'` gives, and runs the browser behind it. */
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { createApp } from './app.ts'
import type { Start } from './app.ts'
import { createWindows } from './browser-window.ts'
import { awaitChromium, findChromium } from './chromium.ts'
import type { Chromium } from './chromium.ts'
import { createDesktop } from './desktop.ts'
import { createIpcHub } from './ipc-main.ts'
import { createMenus } from './menu.ts'
import { createSafeStorage } from './safe-storage.ts'
import { createSchemes } from './schemes.ts'
import { createSession } from './session.ts'
import { createSurroundings } from './surroundings.ts'
import { createTargets } from './targets.ts'
import type { Targets } from './targets.ts'
import { onlySupported, unsupportedModule } from './unsupported.ts'
import type { NamesOf } from './unsupported.ts'

const lacking = ['autoUpdater', 'BaseWindow', 'BrowserView', 'ClipboardItem', 'contentTracing', 'crashReporter', 'desktopCapturer', 'globalShortcut', 'ImageView', 'inAppPurchase', 'IpcMainServiceWorker', 'MessageChannelMain', 'nativeImage', 'net', 'netLog', 'powerSaveBlocker', 'pushNotifications', 'sharedTexture', 'ShareMenu', 'systemPreferences', 'TouchBar', 'Tray', 'utilityProcess', 'View', 'WebContentsView', 'webFrameMain', 'WebSocket'] as const

export interface StandIn {
  /** Electron's module, with `standin` beside it for tests: what was recorded, the notifications, the keychain. */
  readonly electron: Readonly<Record<string, unknown>>
  /** Starts the browser and tells the app that it is ready. To be called once the app's own code has loaded. */
  readonly run: () => Promise<void>
}

export function createStandIn(start: Start): StandIn {
  const executable = findChromium(process.env)
  const waiting = executable === null ? null : awaitChromium({ executable, headless: process.env['STANDIN_HEADFUL'] === undefined, verbose: process.env['STANDIN_DEBUG'] !== undefined })
  if (waiting !== null) process.once('exit', waiting.kill)
  let chromium: Chromium | null = null
  let targets: Targets | null = null

  const state = createApp({ start, windows: () => windows, closeBrowser: async () => { await chromium?.close() } })
  const { app } = state
  const schemes = createSchemes(state.isReady)
  const session = createSession({ protocol: schemes.protocol, aWindowIsOpen: () => windows.count() > 0 })
  const surroundings = createSurroundings(() => { windows.applyColorScheme() })
  const ipcMain = createIpcHub()
  const desktop = createDesktop()
  const secrets = createSafeStorage({ isReady: state.isReady, folder: () => state.path('userData'), passwordStore: start.switches.get('password-store') })
  const windows = createWindows({
    schemes, session, ipcMain,
    colorScheme: surroundings.colorScheme,
    isReady: state.isReady,
    appName: state.name,
    appPath: () => start.appPath,
    browser: () => {
      if (targets === null || chromium === null) throw new Error('Cannot create BrowserWindow before app is ready')
      return { targets, devtools: chromium.devtools.browser }
    },
    created: (window, contents) => { app.emit('browser-window-created', {}, window); app.emit('web-contents-created', {}, contents) },
    focused: (window, has) => { app.emit(has ? 'browser-window-focus' : 'browser-window-blur', {}, window) },
    allClosed: state.allWindowsClosed,
  })
  const BrowserWindow = windows.BrowserWindow as { readonly getFocusedWindow: () => object | null }

  const electron = {
    app, ipcMain: ipcMain.ipc,
    protocol: schemes.protocol,
    session: onlySupported('session', { defaultSession: session.session } satisfies NamesOf<typeof Electron.Session> & { readonly defaultSession: unknown }),
    BrowserWindow: windows.BrowserWindow,
    webContents: windows.webContents,
    ...createMenus(() => BrowserWindow.getFocusedWindow()),
    nativeTheme: surroundings.nativeTheme,
    powerMonitor: surroundings.powerMonitor,
    screen: surroundings.screen,
    safeStorage: secrets.safeStorage,
    dialog: desktop.dialog,
    shell: desktop.shell,
    clipboard: desktop.clipboard,
    Notification: desktop.Notification,
    ...Object.fromEntries(lacking.map((name) => [name, unsupportedModule(name)])),
    standin: { recorded: desktop.recorded, notifications: desktop.notifications, keychain: secrets.keychain },
  }

  const run = async (): Promise<void> => {
    if (state.isEnding()) return
    if (waiting === null) throw new Error('The stand-in for Electron needs Chromium: install it, or name it in STANDIN_CHROMIUM.')
    const profile = join(state.path('sessionData'), 'Chromium')
    mkdirSync(profile, { recursive: true })
    const started = await waiting.start({ profile, switches: state.appended })
    chromium = started
    void started.ended.then((inOrder) => {
      if (inOrder || state.isEnding()) return
      console.error('Chromium ended unexpectedly')
      process.exit(1)
    })
    process.once('SIGTERM', state.quit)
    process.once('SIGINT', state.quit)
    targets = await createTargets(started.devtools)
    const { product } = await started.devtools.browser.send('Browser.getVersion')
    Object.defineProperty(process.versions, 'chrome', { value: product.split('/')[1], enumerable: true })
    await started.devtools.browser.send('Browser.setDownloadBehavior', { behavior: 'deny' })
    if (start.switches.has('remote-debugging-port')) process.stderr.write(`DevTools listening on ${await started.address}\n`)
    state.becomeReady()
  }
  return { electron: onlySupported('electron', electron), run }
}
