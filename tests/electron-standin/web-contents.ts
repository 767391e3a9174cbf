/** Electron's `webContents`: one page of Chromium, its two worlds, its navigation and its messages. */
import type { EventEmitter } from 'node:events'
import { createCloner } from './clone.ts'
import { createEmitter, createEvent } from './events.ts'
import { createIpcHub } from './ipc-main.ts'
import type { IpcHub } from './ipc-main.ts'
import type { FromPage, ToPage } from './isolated-world.ts'
import { BINDING, ISOLATED_WORLD, pageScripts, RECEIVER } from './page-scripts.ts'
import { permissionSettings } from './permissions.ts'
import type { DevtoolsSession, Protocol } from './devtools.ts'
import { watchRequests } from './requests.ts'
import type { Schemes } from './schemes.ts'
import type { SessionState } from './session.ts'
import type { Target } from './targets.ts'
import { notSupported, onlySupported } from './unsupported.ts'
import type { NamesOf } from './unsupported.ts'

const sent = ['destroyed', 'dom-ready', 'did-start-loading', 'did-stop-loading', 'did-finish-load', 'did-fail-load', 'did-navigate', 'did-navigate-in-page', 'will-navigate', 'will-frame-navigate', 'console-message', 'preload-error', 'render-process-gone', 'ipc-message']
const neverHere = ['will-attach-webview', 'did-attach-webview', 'did-create-window', 'unresponsive', 'responsive', 'certificate-error', 'select-client-certificate', 'login', 'devtools-opened', 'will-redirect', 'select-bluetooth-device']

export interface ContentsDeps {
  readonly id: number
  /** The page, once Chromium has opened it. */
  readonly target: Promise<Target>
  readonly size: { readonly width: number; readonly height: number }
  readonly browser: DevtoolsSession
  readonly schemes: Schemes
  readonly session: SessionState
  readonly ipcMain: IpcHub
  readonly colorScheme: () => 'light' | 'dark'
  readonly preload: string | undefined
  readonly preloadArguments: readonly string[]
  readonly title: () => string
  readonly close: () => void
}

export interface Contents {
  /** Electron's `WebContents`. */
  readonly webContents: WebContents
  readonly load: (url: string) => Promise<void>
  readonly applyColorScheme: () => void
  readonly devtools: Promise<DevtoolsSession>
  readonly markDestroyed: () => void
  readonly targetId: () => string
}

/** As much of it as the stand-in itself uses. */
export interface WebContents extends EventEmitter {
  readonly id: number
  readonly send: (channel: string, ...args: unknown[]) => void
  readonly focus: () => void
  readonly reload: () => void
}
type OpenHandler = (details: object) => { readonly action: string }
interface Frame { readonly url: string }

export function createContents(deps: ContentsDeps): Contents {
  const { encode, decode } = createCloner()
  const windowIpc = createIpcHub()
  const page = { url: '', destroyed: false, loading: false, isolatedWorld: undefined as number | undefined, targetId: '', openHandler: null as OpenHandler | null }

  const devtools = deps.target.then(async (target) => {
    await prepare(target)
    return target.session
  })
  const run = async <M extends keyof Protocol.CommandParameters>(method: M, params?: Protocol.CommandParameters[M]): Promise<Protocol.CommandReturnValues[M]> => await (await devtools).send(method, params)

  const prepare = async (target: Target): Promise<void> => {
    const { session } = target
    page.targetId = target.id
    const scripts = pageScripts({ preload: deps.preload, argv: [...process.argv.slice(0, 1), ...deps.preloadArguments] })
    listen(session)
    await Promise.all([
      session.send('Page.enable'),
      session.send('Runtime.enable'),
      session.send('Runtime.addBinding', { name: BINDING, executionContextName: ISOLATED_WORLD }),
      session.send('Page.addScriptToEvaluateOnNewDocument', { source: scripts.mainWorld }),
      session.send('Page.addScriptToEvaluateOnNewDocument', { source: scripts.isolatedWorld, worldName: ISOLATED_WORLD }),
      watchRequests({ devtools: session, mainFrameId: target.id, contents: webContents, schemes: deps.schemes, session: deps.session, mayNavigate }),
      session.send('Emulation.setEmulatedMedia', colorScheme()),
      target.resume(),
    ])
    await target.resize(deps.size)
  }
  const colorScheme = (): Protocol.Emulation.setEmulatedMediaParameters => ({ features: [{ name: 'prefers-color-scheme', value: deps.colorScheme() }] })

  const mayNavigate = (url: string, isMainFrame: boolean): boolean => {
    const details = { url, isSameDocument: false, isMainFrame, frame: isMainFrame ? mainFrame : null, initiator: mainFrame }
    const anyFrame = createEvent(details)
    webContents.emit('will-frame-navigate', anyFrame)
    if (anyFrame.defaultPrevented || !isMainFrame) return !anyFrame.defaultPrevented
    const event = createEvent(details)
    webContents.emit('will-navigate', event, url, false, true)
    return !event.defaultPrevented
  }
  const mayOpen = (details: object): void => {
    if (page.openHandler?.(details).action !== 'deny') throw notSupported('Opening another window from a page')
  }

  const listen = (session: DevtoolsSession): void => {
    session.on('Runtime.bindingCalled', ({ name, payload, executionContextId }) => { if (name === BINDING) void receive(JSON.parse(payload) as FromPage, executionContextId) })
    session.on('Runtime.executionContextCreated', ({ context }) => {
      if (context.name === ISOLATED_WORLD && (context.auxData as { frameId?: string } | undefined)?.frameId === page.targetId) page.isolatedWorld = context.id
    })
    session.on('Runtime.executionContextsCleared', () => { page.isolatedWorld = undefined })
    session.on('Runtime.consoleAPICalled', ({ type, args }) => {
      const message = args.map((arg) => String(arg.value ?? arg.description ?? arg.type)).join(' ')
      webContents.emit('console-message', createEvent({ level: type === 'error' || type === 'assert' ? 'error' : type === 'warning' ? 'warning' : type === 'debug' ? 'debug' : 'info', message, frame: mainFrame }))
    })
    session.on('Page.windowOpen', ({ url, windowName, windowFeatures }) => { mayOpen({ url: deps.schemes.toApp(url), frameName: windowName, features: windowFeatures.join(), disposition: 'foreground-tab', referrer: { url: page.url, policy: '' } }) })
    session.on('Page.frameStartedLoading', ({ frameId }) => { if (frameId === page.targetId && !page.loading) { page.loading = true; webContents.emit('did-start-loading', {}) } })
    session.on('Page.frameStoppedLoading', ({ frameId }) => { if (frameId === page.targetId && page.loading) { page.loading = false; webContents.emit('did-stop-loading', {}) } })
    session.on('Page.frameNavigated', ({ frame }) => {
      if (frame.parentId !== undefined) return
      page.url = deps.schemes.toApp(frame.url + (frame.urlFragment ?? ''))
      webContents.emit('did-navigate', {}, page.url, 200, 'OK')
    })
    session.on('Page.navigatedWithinDocument', ({ frameId, url }) => {
      if (frameId !== page.targetId) return
      page.url = deps.schemes.toApp(url)
      webContents.emit('did-navigate-in-page', {}, page.url, true)
    })
    session.on('Page.domContentEventFired', () => { webContents.emit('dom-ready', {}) })
    session.on('Page.loadEventFired', () => { if (page.url !== 'about:blank') webContents.emit('did-finish-load', {}) })
    session.on('Inspector.targetCrashed', () => { webContents.emit('render-process-gone', {}, { reason: 'crashed', exitCode: 1 }) })
  }

  const receive = async (message: FromPage, world: number): Promise<void> => {
    if (message.is === 'window-open') { mayOpen({ url: deps.schemes.toApp(message.url), frameName: message.frameName, features: message.features, disposition: message.features === '' ? 'foreground-tab' : 'new-window', referrer: { url: page.url, policy: '' } }); return }
    if (message.is === 'preload-error') { webContents.emit('preload-error', {}, deps.preload, Object.assign(new Error(message.message), { stack: message.stack })); return }
    const { channel } = message
    const args = decode(message.args) as unknown[]
    const event = { type: 'frame', sender: webContents, senderFrame: mainFrame, processId: mainFrame.processId, frameId: mainFrame.routingId, reply: (to: string, ...more: unknown[]) => { post({ is: 'send', channel: to, args: encode(more) }, world) } }
    if (message.is === 'send') {
      webContents.emit('ipc-message', event, channel, ...args)
      windowIpc.receive(channel, event, args)
      deps.ipcMain.receive(channel, event, args)
      return
    }
    try {
      const handler = windowIpc.handlerOf(channel) ?? deps.ipcMain.handlerOf(channel)
      if (handler === undefined) throw new Error(`No handler registered for '${channel}'`)
      post({ is: 'reply', id: message.id, value: encode(await handler(event, ...args)) }, world)
    } catch (error) {
      console.error(`Error occurred in handler for '${channel}':`, error)
      post({ is: 'reply-error', id: message.id, message: `Error invoking remote method '${channel}': ${String(error)}` }, world)
    }
  }
  const post = (message: ToPage, contextId: number | undefined): void => {
    if (page.destroyed || contextId === undefined) return
    // The document may go before the message arrives; Electron drops it then, too.
    void devtools.then((session) => session.send('Runtime.evaluate', { expression: `${RECEIVER}(${JSON.stringify(message)})`, contextId })).catch(() => undefined)
  }

  const load = async (url: string): Promise<void> => {
    const session = await devtools
    const permissions = await permissionSettings(deps.session.permissionHandlers(), webContents, url)
    await Promise.all(permissions.map((setting) => deps.browser.send('Browser.setPermission', setting)))
    const loaded = new Promise<void>((resolve) => { webContents.once('did-finish-load', () => { resolve() }) })
    const { errorText } = await session.send('Page.navigate', { url: deps.schemes.toPage(url) })
    if (errorText !== undefined) {
      const code = errorText.replace('net::', '')
      webContents.emit('did-fail-load', {}, -2, code, url, true)
      throw Object.assign(new Error(`${code} (-2) loading '${url}'`), { code, errno: -2, url })
    }
    await loaded
  }

  const mainFrame = onlySupported('webFrameMain', {
    get url() { return page.url },
    get origin() { return originOf(page.url) },
    get top(): Frame { return mainFrame },
    parent: null,
    name: '',
    frames: [],
    detached: false,
    processId: deps.id,
    routingId: deps.id,
    frameTreeNodeId: deps.id,
    isDestroyed: () => page.destroyed,
    send: (channel: string, ...args: unknown[]) => { webContents.send(channel, ...args) },
  } satisfies NamesOf<Electron.WebFrameMain>)

  const webContents: WebContents = onlySupported('webContents', Object.assign(createEmitter('webContents', sent, neverHere), {
    id: deps.id,
    session: deps.session.session,
    ipc: windowIpc.ipc,
    mainFrame,
    opener: null,
    send: (channel: string, ...args: unknown[]) => {
      const message: ToPage = { is: 'send', channel, args: encode(args) }
      void devtools.then(() => { post(message, page.isolatedWorld) }, () => undefined)
    },
    loadURL: load,
    getURL: () => page.url,
    getTitle: () => deps.title(),
    getType: () => 'window',
    isDestroyed: () => page.destroyed,
    isLoading: () => page.loading,
    isFocused: () => !page.destroyed,
    isDevToolsOpened: () => false,
    // A window opened by a page is never served, so only the refusal can be asked for.
    setWindowOpenHandler: (handler: OpenHandler) => { page.openHandler = handler },
    // Chromium was started with this policy, and knows no other here.
    setWebRTCIPHandlingPolicy: (policy: string) => { if (policy !== 'disable_non_proxied_udp') throw notSupported(`webContents.setWebRTCIPHandlingPolicy('${policy}')`) },
    setVisualZoomLevelLimits: () => Promise.resolve(),
    focus: () => { void run('Page.bringToFront').catch(() => undefined) },
    reload: () => { void run('Page.reload').catch(() => undefined) },
    reloadIgnoringCache: () => { void run('Page.reload', { ignoreCache: true }).catch(() => undefined) },
    executeJavaScript: async (expression: string, userGesture = false): Promise<unknown> => {
      const { result, exceptionDetails } = await run('Runtime.evaluate', { expression, awaitPromise: true, returnByValue: true, userGesture })
      if (exceptionDetails !== undefined) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text)
      return result.value
    },
    printToPDF: async (options: { readonly landscape?: boolean; readonly printBackground?: boolean }) => Buffer.from((await run('Page.printToPDF', { landscape: options.landscape === true, printBackground: options.printBackground === true })).data, 'base64'),
    close: () => { deps.close() },
  } satisfies NamesOf<Electron.WebContents>))
  return {
    webContents,
    load,
    devtools,
    applyColorScheme: () => { void run('Emulation.setEmulatedMedia', colorScheme()).catch(() => undefined) },
    markDestroyed: () => { page.destroyed = true; webContents.emit('destroyed') },
    targetId: () => page.targetId,
  }
}

/** As the URL standard has it for http and https; a custom scheme that was registered as standard has one, too. */
const originOf = (url: string): string => /^[a-z][a-z0-9-]*:\/\/[^/?#]*/i.exec(url)?.[0] ?? 'null'
