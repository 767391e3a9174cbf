/** Electron's `BrowserWindow`: a page of Chromium, and what a window manager would know about it. */
import type { EventEmitter } from 'node:events'
import { resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { createContents } from './web-contents.ts'
import type { Contents, ContentsDeps, WebContents } from './web-contents.ts'
import { createEmitter, createEvent } from './events.ts'
import type { Targets } from './targets.ts'
import { notSupported, onlySupported, onlyTheseOptions } from './unsupported.ts'
import type { NamesOf } from './unsupported.ts'

const sent = ['close', 'closed', 'ready-to-show', 'show', 'hide', 'focus', 'blur', 'minimize', 'restore', 'maximize', 'unmaximize', 'resize', 'resized']
const neverHere = ['unresponsive', 'responsive', 'session-end', 'query-session-end', 'enter-full-screen', 'leave-full-screen', 'move', 'moved']

/** Served, or about looks only. */
const windowOptions = ['width', 'height', 'x', 'y', 'center', 'minWidth', 'minHeight', 'maxWidth', 'maxHeight', 'resizable', 'movable', 'minimizable', 'maximizable', 'fullscreenable', 'title', 'icon', 'show', 'backgroundColor', 'titleBarStyle', 'titleBarOverlay', 'trafficLightPosition', 'autoHideMenuBar', 'roundedCorners', 'hasShadow', 'darkTheme', 'useContentSize', 'webPreferences']
const pagePreferences = ['preload', 'additionalArguments', 'sandbox', 'contextIsolation', 'nodeIntegration', 'nodeIntegrationInWorker', 'nodeIntegrationInSubFrames', 'webSecurity', 'allowRunningInsecureContent', 'experimentalFeatures', 'webviewTag', 'navigateOnDragDrop', 'spellcheck', 'devTools', 'safeDialogs', 'disableDialogs', 'autoplayPolicy', 'webgl', 'plugins', 'backgroundThrottling', 'enableWebSQL', 'enableBlinkFeatures', 'disableBlinkFeatures', 'images', 'defaultEncoding', 'scrollBounce', 'zoomFactor']
/** The stand-in shows only the safe settings; the others are refused. */
const onlyAs: Readonly<Record<string, unknown>> = { sandbox: true, contextIsolation: true, nodeIntegration: false, nodeIntegrationInWorker: false, nodeIntegrationInSubFrames: false, webSecurity: true, allowRunningInsecureContent: false, experimentalFeatures: false, webviewTag: false, zoomFactor: 1, enableBlinkFeatures: '' }

interface Bounds { readonly x: number; readonly y: number; readonly width: number; readonly height: number }
interface Options {
  readonly title?: string
  readonly show?: boolean
  readonly width?: number
  readonly height?: number
  readonly x?: number
  readonly y?: number
  readonly webPreferences?: Readonly<Record<string, unknown>> & { readonly preload?: string; readonly additionalArguments?: readonly string[] }
}

interface Deps extends Omit<ContentsDeps, 'id' | 'target' | 'size' | 'browser' | 'preload' | 'preloadArguments' | 'title' | 'close'> {
  readonly isReady: () => boolean
  readonly browser: () => { readonly targets: Targets; readonly devtools: ContentsDeps['browser'] }
  readonly appName: () => string
  readonly appPath: () => string
  readonly created: (window: object, contents: WebContents) => void
  readonly focused: (window: object, has: boolean) => void
  readonly allClosed: () => void
}

interface Open { readonly window: Window; readonly contents: Contents; readonly close: () => Promise<boolean> }
/** As much of it as the stand-in itself uses. */
interface Window extends EventEmitter {
  readonly blur: () => void
}

export interface Windows {
  /** Electron's classes. */
  readonly BrowserWindow: object
  readonly webContents: object
  readonly count: () => number
  /** Asks every window to close; false when one of them did not want to. */
  readonly closeAll: () => Promise<boolean>
  readonly applyColorScheme: () => void
}

export function createWindows(deps: Deps): Windows {
  const open = new Map<number, Open>()
  let lastId = 0
  let focusedId: number | null = null

  const openWindow = (options: Options): Window => {
    if (!deps.isReady()) throw new Error('Cannot create BrowserWindow before app is ready')
    const preferences = options.webPreferences ?? {}
    onlyTheseOptions('BrowserWindow', options, windowOptions)
    onlyTheseOptions('webPreferences', preferences, pagePreferences)
    for (const [name, value] of Object.entries(preferences)) if (name in onlyAs && value !== onlyAs[name]) throw notSupported(`webPreferences ${name}: ${String(value)}`)

    const id = ++lastId
    const { targets, devtools } = deps.browser()
    const state = { title: options.title ?? deps.appName(), visible: options.show !== false, minimized: false, maximized: false, destroyed: false, wasReady: false, bounds: { x: options.x ?? 0, y: options.y ?? 0, width: options.width ?? 800, height: options.height ?? 600 } }
    const target = targets.open(state.bounds)
    const contents = createContents({ ...deps, id, target, size: state.bounds, browser: devtools, preload: preferences.preload, preloadArguments: preferences.additionalArguments ?? [], title: () => state.title, close: () => { void close() } })

    const set = (change: Partial<typeof state>, event: string): void => {
      Object.assign(state, change)
      window.emit(event)
    }
    const focus = (): void => {
      if (focusedId === id || state.destroyed) return
      open.get(focusedId ?? 0)?.window.blur()
      focusedId = id
      window.emit('focus')
      deps.focused(window, true)
      contents.webContents.focus()
    }
    const blur = (): void => {
      if (focusedId !== id) return
      focusedId = null
      window.emit('blur')
      deps.focused(window, false)
    }
    const show = (): void => { if (!state.visible) set({ visible: true }, 'show') }
    const resize = (bounds: Partial<Bounds>): void => {
      set({ bounds: { ...state.bounds, ...bounds } }, 'resize')
      void contents.devtools.then(async () => {
        await (await target).resize(state.bounds)
        if (!state.destroyed) window.emit('resized')
      }).catch(() => undefined)
    }
    const close = async (): Promise<boolean> => {
      if (state.destroyed) return true
      const event = createEvent({})
      window.emit('close', event)
      if (event.defaultPrevented) return false
      await destroy()
      return true
    }
    const destroy = async (): Promise<void> => {
      if (state.destroyed) return
      state.destroyed = true
      if (focusedId === id) focusedId = null
      await contents.devtools.catch(() => undefined)
      await targets.close(contents.targetId())
      open.delete(id)
      contents.markDestroyed()
      window.emit('closed')
      if (open.size === 0) deps.allClosed()
    }

    /** A person closed it: too late to be asked. */
    const lose = async (): Promise<void> => {
      if (state.destroyed) return
      window.emit('close', createEvent({}))
      await destroy()
    }

    const window: Window = onlySupported('BrowserWindow', Object.assign(createEmitter('BrowserWindow', sent, neverHere), {
      id,
      webContents: contents.webContents,
      loadURL: contents.load,
      loadFile: (file: string) => contents.load(pathToFileURL(resolve(deps.appPath(), file)).href),
      show: () => { show(); focus() },
      showInactive: show,
      hide: () => { if (state.visible) set({ visible: false }, 'hide') },
      isVisible: () => state.visible,
      focus,
      blur,
      isFocused: () => focusedId === id,
      minimize: () => { if (!state.minimized) set({ minimized: true }, 'minimize') },
      restore: () => { if (state.minimized) set({ minimized: false }, 'restore') },
      isMinimized: () => state.minimized,
      maximize: () => { if (!state.maximized) set({ maximized: true }, 'maximize') },
      unmaximize: () => { if (state.maximized) set({ maximized: false }, 'unmaximize') },
      isMaximized: () => state.maximized,
      isFullScreen: () => false,
      getTitle: () => state.title,
      setTitle: (title: string) => { state.title = title },
      getBounds: () => state.bounds,
      getNormalBounds: () => state.bounds,
      setBounds: resize,
      getSize: () => [state.bounds.width, state.bounds.height],
      setSize: (width: number, height: number) => { resize({ width, height }) },
      reload: () => { contents.webContents.reload() },
      close: () => { void close() },
      destroy: () => { void destroy() },
      isDestroyed: () => state.destroyed,
      // About looks only.
      setMenu: () => undefined,
      removeMenu: () => undefined,
      setMenuBarVisibility: () => undefined,
      setBackgroundColor: () => undefined,
      setTitleBarOverlay: () => undefined,
    } satisfies NamesOf<Electron.BrowserWindow>))
    contents.webContents.on('did-finish-load', () => {
      if (state.wasReady) return
      state.wasReady = true
      window.emit('ready-to-show')
    })
    void target.then(({ gone }) => gone).then(lose)
    open.set(id, { window, contents, close })
    deps.created(window, contents.webContents)
    if (state.visible) focus()
    return window
  }

  const all = (): readonly Open[] => [...open.values()]
  const find = (fits: (one: Open) => boolean): Open | undefined => all().find(fits)

  /** Called with `new`, as the app does; what it makes is the window itself. */
  const BrowserWindow = function BrowserWindow(options: Options = {}): Window { return openWindow(options) }
  Object.assign(BrowserWindow, {
    getAllWindows: () => all().map(({ window }) => window),
    getFocusedWindow: () => (focusedId === null ? null : open.get(focusedId)?.window ?? null),
    fromId: (id: number) => open.get(id)?.window ?? null,
    fromWebContents: (contents: WebContents) => find((one) => one.contents.webContents === contents)?.window ?? null,
  } satisfies NamesOf<typeof Electron.BrowserWindow>)
  Object.defineProperty(BrowserWindow, Symbol.hasInstance, { value: (thing: unknown) => all().some(({ window }) => window === thing) })

  const webContents = {
    getAllWebContents: () => all().map(({ contents }) => contents.webContents),
    getFocusedWebContents: () => (focusedId === null ? null : open.get(focusedId)?.contents.webContents ?? null),
    fromId: (id: number) => open.get(id)?.contents.webContents,
    fromDevToolsTargetId: (targetId: string) => find((one) => one.contents.targetId() === targetId)?.contents.webContents,
  } satisfies NamesOf<typeof Electron.WebContents>

  return {
    BrowserWindow: onlySupported('BrowserWindow', BrowserWindow),
    webContents: onlySupported('webContents', webContents),
    count: () => open.size,
    closeAll: async () => {
      for (const { close } of all()) if (!(await close())) return false
      return true
    },
    applyColorScheme: () => { for (const { contents } of open.values()) contents.applyColorScheme() },
  }
}
