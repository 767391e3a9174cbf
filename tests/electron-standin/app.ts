/** Electron's `app`: the life of the process from its start to its end. */
import { homedir, tmpdir } from 'node:os'
import { join } from 'node:path'
import type { EventEmitter } from 'node:events'
import { createEmitter, createEvent } from './events.ts'
import { lockFolder } from './single-instance.ts'
import { notSupported, onlySupported } from './unsupported.ts'
import type { NamesOf } from './unsupported.ts'

const sent = ['will-finish-launching', 'ready', 'window-all-closed', 'before-quit', 'will-quit', 'quit', 'second-instance', 'browser-window-created', 'browser-window-focus', 'browser-window-blur', 'web-contents-created']
const neverHere = ['activate', 'open-file', 'open-url', 'child-process-gone', 'render-process-gone', 'certificate-error', 'select-client-certificate', 'login', 'gpu-info-update', 'session-created', 'accessibility-support-changed']

/** Where the app lies and how it was started. */
export interface Start {
  readonly appPath: string
  readonly name: string
  readonly version: string
  readonly isPackaged: boolean
  readonly executable: string
  readonly switches: ReadonlyMap<string, string>
}

interface Deps {
  readonly start: Start
  readonly windows: () => { readonly count: () => number; readonly closeAll: () => Promise<boolean> }
  /** Ends the browser, if there is one. */
  readonly closeBrowser: () => Promise<void>
}

export interface AppState {
  /** Electron's `App`. */
  readonly app: EventEmitter
  readonly isReady: () => boolean
  readonly name: () => string
  readonly path: (name: string) => string
  readonly becomeReady: () => void
  readonly quit: () => void
  /** True once the app wants to end. */
  readonly isEnding: () => boolean
  readonly allWindowsClosed: () => void
  /** The switches that the app itself appended. */
  readonly appended: ReadonlyMap<string, string>
}

export function createApp({ start, windows, closeBrowser }: Deps): AppState {
  const ready = Promise.withResolvers<undefined>()
  const state = { isReady: false, ending: 'no' as 'no' | 'asking' | 'yes', name: start.name, hasLock: false }
  const set = new Map<string, string>()
  const appended = new Map<string, string>()

  const path = (name: string): string => {
    const appData = process.env['XDG_CONFIG_HOME'] ?? join(homedir(), '.config')
    const userData = start.switches.get('user-data-dir') ?? join(appData, state.name)
    const usual: Readonly<Record<string, string>> = {
      home: homedir(), appData, userData, temp: tmpdir(), exe: start.executable, module: start.executable,
      sessionData: set.get('userData') ?? userData, logs: join(set.get('userData') ?? userData, 'logs'), crashDumps: join(set.get('userData') ?? userData, 'Crashpad'),
      desktop: join(homedir(), 'Desktop'), documents: join(homedir(), 'Documents'), downloads: join(homedir(), 'Downloads'),
    }
    const found = set.get(name) ?? usual[name]
    if (found === undefined) throw new Error(`Failed to get '${name}' path`)
    return found
  }
  const exit = (code = 0): void => {
    if (state.ending === 'yes') return
    state.ending = 'yes'
    app.emit('quit', {}, code)
    void closeBrowser().finally(() => { process.exit(code) })
  }
  const quit = (): void => {
    if (state.ending !== 'no') return
    const before = createEvent({})
    app.emit('before-quit', before)
    if (before.defaultPrevented) return
    state.ending = 'asking'
    void windows().closeAll().then((closed) => {
      if (state.ending === 'yes') return
      state.ending = 'no'
      if (!closed) return
      const last = createEvent({})
      app.emit('will-quit', last)
      if (!last.defaultPrevented) exit(0)
    })
  }

  const app = onlySupported('app', Object.assign(createEmitter('app', sent, neverHere), {
    name: state.name,
    isPackaged: start.isPackaged,
    commandLine: onlySupported('commandLine', {
      appendSwitch: (name: string, value = '') => {
        if (state.isReady) throw notSupported('commandLine.appendSwitch after ready')
        appended.set(name, value)
      },
      hasSwitch: (name: string) => appended.has(name) || start.switches.has(name),
      getSwitchValue: (name: string) => appended.get(name) ?? start.switches.get(name) ?? '',
    } satisfies NamesOf<Electron.CommandLine>),
    whenReady: () => ready.promise,
    isReady: () => state.isReady,
    getName: () => state.name,
    setName: (name: string) => { state.name = name },
    getVersion: () => start.version,
    getAppPath: () => start.appPath,
    getLocale: () => 'en-US',
    getSystemLocale: () => new Intl.DateTimeFormat().resolvedOptions().locale /* what the surroundings say: LC_ALL, LANG */,
    getPreferredSystemLanguages: () => ['en-US'],
    getPath: path,
    setPath: (name: string, value: string) => {
      if (state.isReady) throw notSupported('app.setPath after ready')
      path(name)
      set.set(name, value)
    },
    requestSingleInstanceLock: (additionalData?: unknown) => {
      state.hasLock ||= lockFolder(path('userData'), { argv: process.argv, workingDirectory: process.cwd(), additionalData }, (visit) => { app.emit('second-instance', {}, visit.argv, visit.workingDirectory, visit.additionalData) })
      return state.hasLock
    },
    hasSingleInstanceLock: () => state.hasLock,
    // Every window of the stand-in counts as sandboxed: nothing else is served.
    enableSandbox: () => { if (state.isReady) throw new Error('app.enableSandbox() can only be called before app is ready') },
    disableHardwareAcceleration: () => undefined,
    setAppUserModelId: () => undefined,
    setAboutPanelOptions: () => undefined,
    focus: () => undefined,
    quit,
    exit,
  } satisfies NamesOf<Electron.App>))

  return {
    app,
    isReady: () => state.isReady,
    name: () => state.name,
    path,
    becomeReady: () => {
      state.isReady = true
      app.emit('will-finish-launching')
      app.emit('ready', {}, {})
      ready.resolve(undefined)
    },
    quit,
    isEnding: () => state.ending !== 'no',
    allWindowsClosed: () => { if (state.ending === 'no' && !app.emit('window-all-closed')) quit() },
    appended,
  }
}
