/** The composition root: Electron's side of the house. Everything else is put together in lares.ts. */
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { app, BrowserWindow, ipcMain, Menu, nativeTheme, powerMonitor, screen, session } from 'electron'
import { habitsOfLocale } from '../shared/habits.ts'
import { NEWS } from '../shared/ipc/channels.ts'
import type { AtStart } from '../shared/ipc/contract.ts'
import { languageOfLocale, languages, type Language } from '../shared/language.ts'
import { wording } from '../shared/problems.ts'
import { systemClock, type Clock } from '../shared/clock.ts'
import type { Settings } from '../shared/settings.ts'
import { destinationOf, isLoopback } from './cloud/address.ts'
import { installTripwire } from './cloud/tripwire.ts'
import { waitingIpc } from './ipc/waiting.ts'
import { createLog } from './log.ts'
import { glanceAt } from './vault/glance.ts'
import { runtimeProblem } from './vault/runtime.ts'
import { APP_PAGE, claimAppScheme, rehearseServing, serveApp } from './window/app-scheme.ts'
import { createNotifications } from './window/notifications.ts'
import { givenCalendar } from './window/given-files.ts'
import { createKeychain } from './window/keychain.ts'
import { createWindow } from './window/open-window.ts'
import { menuTemplate } from './window/menu.ts'
import { createPickedFiles } from './window/picked-files.ts'
import { applySessionRules } from './window/session-rules.ts'
import { createTray } from './window/tray.ts'
import { placeIn, placeText, type WindowPlace } from './window/window-place.ts'

// Windows shows notifications only of an application that it can name: `appId` of electron-builder.yml.
if (process.platform === 'win32') app.setAppUserModelId('org.lares.household')
const userData = app.commandLine.getSwitchValue('user-data-dir')
if (userData !== '') app.setPath('userData', userData)

const workers = { vault: new URL('./vault-worker.js', import.meta.url), planner: new URL('./planner-worker.js', import.meta.url), recurrence: new URL('./recurrence-worker.js', import.meta.url), ics: new URL('./ics-worker.js', import.meta.url) }
const clock = testClock() ?? systemClock
const log = createLog(clock.now, (line) => { process.stderr.write(`${line}\n`) })
// First of all: from here on nothing in this process reaches out except through a door.
const tripwire = installTripwire({ onTrip: (what) => { log('tripwire', what.replaceAll(' ', '-')) }, workers: Object.values(workers) })

const RENDERER = join(import.meta.dirname, '../renderer')
/** In development the page comes from the hot-reload server. */
const devServer = app.isPackaged ? undefined : loopbackOnly(process.env['ELECTRON_RENDERER_URL'])
const page = devServer ?? APP_PAGE
const isOwn = (url: string): boolean => url.startsWith('lares://app/') || (devServer !== undefined && new URL(url).origin === new URL(devServer).origin)

/** The Finder, or a second instance, hands a file over before anything is ready: it is kept until it can be given, and the newest counts. */
let early: string | undefined
let give = (path: string): void => { early = path }
const take = (path: string | undefined): void => { if (path !== undefined) give(path) }
app.on('open-file', (event, path) => { event.preventDefault(); show(); take(givenCalendar([path], '/')) })

const problem = runtimeProblem()
if (problem !== null) {
  process.stderr.write(`${wording(problem).says} ${wording(problem).todo}\n`)
  app.exit(1)
} else if (!app.requestSingleInstanceLock()) {
  app.quit() // the first instance shows its window
} else {
  app.on('second-instance', (_event, args, folder) => { show(); take(givenCalendar(args.slice(1), folder)) })
  app.enableSandbox()
  // The page needs no network at all: no name resolves in Chromium.
  if (devServer === undefined) app.commandLine.appendSwitch('host-resolver-rules', 'MAP * ~NOTFOUND')
  claimAppScheme()
  setImmediate(warmUp)
  app.whenReady().then(start).catch((error: unknown) => { log('start', error); app.exit(1) })
}

/** What takes a moment the first time, while Chromium gets ready. */
function warmUp(): void {
  habitsOfLocale('en')
  rehearseServing(RENDERER)
}

/** Nearly all the code of this process: read once the page stands and asks, since until then this thread has its files to hand out. */
function inside() { return Promise.all([import('./lares.ts'), import('./ipc/register.ts'), import('../shared/ipc/contract.ts')]) }

async function start(): Promise<void> {
  const folder = join(app.getPath('userData'), 'vault')
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  serveApp(RENDERER)
  applySessionRules(app, session.defaultSession, isOwn)
  let isQuitting = false
  app.on('before-quit', () => { isQuitting = true })
  const tray = createTray({ platform: process.platform, onOpen: show, onLock: () => { void lares.handlers.vault.lock(null) }, onQuit: () => { app.quit() }, onFailed: (error) => { log('tray', error) } })
  const create = (atStart: AtStart | null = null): BrowserWindow => createWindow({ atStart, preload: join(import.meta.dirname, '../preload/preload.cjs'), dark: nativeTheme.shouldUseDarkColors, place: lastPlace(), onPlace: keepPlace, staysBehind: () => tray.isThere() && !isQuitting })
  const locale = app.getSystemLocale(), seen = glanceAt(folder)
  // The door is drawn at once, and the house put together behind it; what the page asks for waits.
  const waiting = waitingIpc(ipcMain), loading = create({ vault: seen === null ? null : { ...seen, folder, problem: null }, system: { ...habitsOfLocale(locale), language: systemLanguage(), locale } }).loadURL(page)
  // Whoever closes the window before its page is there has not met a fault.
  loading.catch((error: unknown) => { if (BrowserWindow.getAllWindows().length > 0) { log('start', error); app.exit(1) } })
  await waiting.asked
  const [{ createLares }, { registerIpc }, { News }] = await inside()
  /** `keys` are the person's own; absent while the vault is locked. */
  const drawMenu = (keys?: Settings['keys']): void => { tray.draw(keys !== undefined); Menu.setApplicationMenu(Menu.buildFromTemplate(menuTemplate({ platform: process.platform, keys: keys ?? {}, isOpen: keys !== undefined, onCommand: lares.call, onLock: () => { void lares.handlers.vault.lock(null) } }))) }
  const notices = createNotifications({
    onAnswer: (notice, answer) => {
      if (answer === null) show()
      lares.noticed(notice, answer)
    },
    onFailed: () => { log('notification', 'failed') },
  })
  const lares = createLares({
    folder, workers, files: createPickedFiles(), clock, tripwire, log, notices, tray, keychain: createKeychain({ platform: process.platform, onRefused: (error) => { log('keychain', error) } }), locale, language: systemLanguage(),
    onNews: (news) => {
      const checked = News.parse(news)
      for (const window of BrowserWindow.getAllWindows()) window.webContents.send(NEWS, checked)
      if (news.kind === 'settings') nativeTheme.themeSource = news.settings.theme
      if (news.kind === 'settings') drawMenu(news.settings.keys)
      if (news.kind === 'vault') void lares.handlers.settings.read(null).then((read) => { drawMenu(read.ok ? read.value.keys : undefined) })
    },
  })
  const { touch, close } = lares
  drawMenu()
  give = lares.give
  take(early ?? givenCalendar(process.argv.slice(1), process.cwd()))
  registerIpc(lares.handlers, { ipcMain: waiting, isOwnPage: (url) => (devServer === undefined ? url === APP_PAGE : isOwn(url)), onUse: touch, onBug: log })

  powerMonitor.on('resume', lares.woke)
  app.on('activate', () => { if (BrowserWindow.getAllWindows().length === 0) void create().loadURL(page); else show() })
  app.on('window-all-closed', () => { app.quit() })
  let closed = false
  app.on('will-quit', (event) => {
    if (closed) return
    event.preventDefault()
    close().catch((error: unknown) => { log('close', error) }).finally(() => { closed = true; app.quit() })
  })
}

const placeFile = (): string => join(app.getPath('userData'), 'window.json')

function lastPlace(): WindowPlace | null {
  try { return placeIn(readFileSync(placeFile(), 'utf8'), screen.getAllDisplays().map(({ workArea }) => workArea)) } catch { return null }
}

/** A place that cannot be kept is no reason to keep the window open. */
function keepPlace(place: WindowPlace): void {
  try {
    writeFileSync(`${placeFile()}.new`, placeText(place), { mode: 0o600 })
    renameSync(`${placeFile()}.new`, placeFile())
  } catch (error) { log('window-place', error) }
}

function show(): void {
  const [window] = BrowserWindow.getAllWindows()
  if (window?.isMinimized() === true) window.restore()
  if (window?.isVisible() === false) window.show()
  window?.focus()
}

/** The hot-reload server is on this computer; an address elsewhere is not one. */
function loopbackOnly(address: string | undefined): string | undefined {
  return address !== undefined && URL.canParse(address) && isLoopback(destinationOf(new URL(address)).host) ? address : undefined
}

/** The first language this computer is set to; `LARES_LANGUAGE` says another, for tests. */
function systemLanguage(): Language {
  return languages.find((one) => one === process.env['LARES_LANGUAGE']) ?? languageOfLocale(app.getPreferredSystemLanguages()[0] ?? app.getLocale())
}

/** `--clock=2026-11-22T17:30:00Z`: a clock that stands still, for tests; a packaged app has none. */
function testClock(): Clock | undefined {
  const given = app.isPackaged ? '' : app.commandLine.getSwitchValue('clock')
  return given === '' ? undefined : { now: () => Date.parse(given) }
}
