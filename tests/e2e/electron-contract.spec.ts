/** What the app relies on in Electron. Electron must show all of it, and so must what stands in for it, or the other end-to-end tests prove nothing. */
import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { colours } from '../../electron/window/tray-icons.ts'
import { expect, test as base } from '../support/launch.ts'
import type { Launched, LaunchOptions } from '../support/launch.ts'

/** As Electron says it. */
const REFUSED = 'Error while decrypting the ciphertext provided to safeStorage.decryptStringAsync.'
const folder = join(import.meta.dirname, '../electron-standin/contract-app')
const appOptions: LaunchOptions = { folder, expectedErrors: [/Content Security Policy/, /404/, /ERR_BLOCKED_BY_CLIENT/] }

const test = base.extend<{ readonly started: Launched }>({
  started: async ({ launch }, use) => {
    const started = await launch(appOptions)
    await expect(started.page.getByRole('heading', { name: 'Contract app' })).toBeVisible()
    await use(started)
  },
})

/** What the preload script of the contract app exposes. */
interface Bridge {
  readonly invoke: (channel: string, ...args: unknown[]) => Promise<unknown>
  readonly ask: (channel: string, topic: string) => void
  readonly onNews: (listener: (...args: unknown[]) => void) => void
  readonly throwNow: () => void
  readonly rejectLater: () => Promise<never>
  readonly call: (callback: (value: unknown) => unknown, value: unknown) => unknown
  readonly kind: (value: unknown) => string
  readonly give: () => { readonly bytes: Uint8Array; readonly map: Map<string, number>; readonly date: Date; readonly nested: { readonly list: unknown[] } }
  readonly nested: { readonly deep: { value: number } }
  readonly about: Readonly<Record<string, unknown>>
}
declare global {
  interface Window { contract: Bridge; setByThePage?: number; inlineScriptRan?: boolean; madeFromText?: string }
  var contract: { readonly seen: string[]; keepOpen?: boolean }
}

const seen = ({ app }: Launched): Promise<string[]> => app.evaluate(() => globalThis.contract.seen)

test.describe('the bridge', () => {
  test('carries calls and their answers', async ({ started: { page } }) => {
    expect(await page.evaluate(() => window.contract.invoke('echo', { text: 'grüß Gott', list: [1, null, true] }))).toEqual({ text: 'grüß Gott', list: [1, null, true] })
    expect(await page.evaluate(() => window.contract.invoke('count', 1, undefined, null))).toBe(3)
  })

  test('carries a handler’s error as a message that names the channel', async ({ started: { page, mainLog } }) => {
    await expect(page.evaluate(() => window.contract.invoke('fail'))).rejects.toThrow("Error invoking remote method 'fail': TypeError: it broke")
    expect(mainLog()).toContain("Error occurred in handler for 'fail'")
  })

  test('refuses a channel without a handler', async ({ started: { page } }) => {
    await expect(page.evaluate(() => window.contract.invoke('unheard-of'))).rejects.toThrow("No handler registered for 'unheard-of'")
  })

  test('carries what the preload script throws and rejects', async ({ started: { page } }) => {
    await expect(page.evaluate(() => { window.contract.throwNow() })).rejects.toThrow('thrown in the preload script')
    await expect(page.evaluate(() => window.contract.rejectLater())).rejects.toThrow('rejected in the preload script')
  })

  test('lets the preload script call a function of the page', async ({ started: { page } }) => {
    expect(await page.evaluate(() => window.contract.call((value) => `${String(value)}!`, 'back'))).toBe('back!')
  })

  test('cannot be changed or replaced by the page', async ({ started: { page } }) => {
    expect(await page.evaluate(() => {
      'use strict'
      const attempt = (change: () => void): string => { try { change(); return 'changed' } catch (error) { return (error as Error).name } }
      return [
        attempt(() => { (window as { contract: unknown }).contract = 1 }),
        attempt(() => { if (!Reflect.deleteProperty(window, 'contract')) throw new TypeError('kept') }),
        attempt(() => { (window.contract as { invoke: unknown }).invoke = 1 }),
        attempt(() => { window.contract.nested.deep.value = 2 }),
        attempt(() => { Object.assign(window.contract, { more: 1 }) }),
      ]
    })).toEqual(['TypeError', 'TypeError', 'TypeError', 'TypeError', 'TypeError'])
  })
})

test.describe('isolation', () => {
  test('the page has nothing of Node or Electron', async ({ started: { page } }) => {
    expect(await page.evaluate(() => ['require', 'process', 'module', 'global', 'Buffer', 'electron', 'ipcRenderer'].filter((name) => name in window))).toEqual([])
  })

  test('the preload script is sandboxed and does not see the page’s globals', async ({ started: { page } }) => {
    expect(await page.evaluate(() => window.contract.about)).toMatchObject({ sandboxed: true, isolated: true, type: 'renderer', fs: 'threw module not found: node:fs', seesPage: 'undefined', electron: expect.stringMatching(/^45\./) })
    expect(await page.evaluate(() => window.setByThePage)).toBe(1)
  })
})

test.describe('structured clone', () => {
  test('between page and main keeps types', async ({ started: { page } }) => {
    expect(await page.evaluate(async () => {
      const kinds = [new Uint8Array([1]), new Map([[1, 2]]), new Set([1]), new Date(0), new ArrayBuffer(2), /x/g, new RangeError('r'), 10n, undefined, null, [1], {}]
      return await Promise.all(kinds.map((value) => window.contract.invoke('kind', value)))
    })).toEqual(['Uint8Array', 'Map', 'Set', 'Date', 'ArrayBuffer', 'RegExp', 'Error', 'BigInt', 'undefined', 'Null', 'Array', 'Object'])
  })

  test('between page and main keeps values, holes in JSON included', async ({ started: { page } }) => {
    expect(await page.evaluate(async () => {
      const back = await window.contract.invoke('echo', { bytes: new Uint8Array([0, 128, 255]), map: new Map<unknown, unknown>([['a', new Date(5)]]), numbers: [NaN, Infinity, -0, 2 ** 60], big: 2n ** 70n, nothing: undefined }) as { bytes: Uint8Array; map: Map<string, Date>; numbers: number[]; big: bigint }
      return { bytes: [...back.bytes], date: back.map.get('a')?.getTime(), numbers: back.numbers.map((n) => (Object.is(n, -0) ? '-0' : String(n))), big: String(back.big), keys: Object.keys(back) }
    })).toEqual({ bytes: [0, 128, 255], date: 5, numbers: ['NaN', 'Infinity', '-0', '1152921504606847000'], big: '1180591620717411303424', keys: ['bytes', 'map', 'numbers', 'big', 'nothing'] })
  })

  test('across the bridge keeps types', async ({ started: { page } }) => {
    expect(await page.evaluate(() => {
      const { bytes, map, date, nested } = window.contract.give()
      return [bytes instanceof Uint8Array && [...bytes], map instanceof Map && map.get('a'), date instanceof Date && date.getTime(), nested.list]
    })).toEqual([[1, 2, 3], 1, 0, [1, [2]]])
    expect(await page.evaluate(() => [window.contract.kind(new Uint8Array(1)), window.contract.kind(new Map()), window.contract.kind([])])).toEqual(['Uint8Array', 'Map', 'Array'])
  })

  test('refuses functions in either direction', async ({ started: { page } }) => {
    await expect(page.evaluate(() => window.contract.invoke('echo', () => 1))).rejects.toThrow('could not be cloned')
    await expect(page.evaluate(() => window.contract.invoke('give-function'))).rejects.toThrow('could not be cloned')
  })
})

test.describe('main’s side of a message', () => {
  test('knows the frame that sent it', async ({ started: { page } }) => {
    expect(await page.evaluate(() => window.contract.invoke('sender'))).toEqual({ url: 'contract://app/', isMainFrame: true, top: true, isWindow: true })
    await page.evaluate(() => { location.hash = 'there' })
    expect(await page.evaluate(() => window.contract.invoke('sender'))).toMatchObject({ url: 'contract://app/#there' })
  })

  test('can speak first, and can answer a message that awaits nothing', async ({ started: { page } }) => {
    expect(await page.evaluate(() => new Promise((resolve) => {
      window.contract.onNews((topic, bytes) => { resolve([topic, bytes instanceof Uint8Array && bytes[0]]) })
      window.contract.ask('news-please', 'weather')
    }))).toEqual(['weather', 7])
    expect(await page.evaluate(() => new Promise((resolve) => {
      window.contract.onNews((topic) => { resolve(topic) })
      window.contract.ask('reply-please', 'sport')
    }))).toBe('sport')
  })

  test('has one handler per channel', async ({ started: { app, page } }) => {
    expect(await app.evaluate(({ ipcMain }) => { try { ipcMain.handle('echo', () => 1); return 'taken' } catch (error) { return (error as Error).message } })).toBe("Attempted to register a second handler for 'echo'")
    await app.evaluate(({ ipcMain }) => { ipcMain.handleOnce('once', () => 'first') })
    expect(await page.evaluate(() => window.contract.invoke('once'))).toBe('first')
    await expect(page.evaluate(() => window.contract.invoke('once'))).rejects.toThrow("No handler registered for 'once'")
    await app.evaluate(({ ipcMain }) => { ipcMain.removeHandler('echo') })
    await expect(page.evaluate(() => window.contract.invoke('echo'))).rejects.toThrow("No handler registered for 'echo'")
  })
})

test.describe('the custom scheme', () => {
  test('serves the page, and requests keep their method, headers and body', async ({ started }) => {
    expect(await started.page.evaluate(async () => (await fetch('echo', { method: 'POST', body: 'grüß', headers: { 'content-type': 'text/x-note' } })).json() as Promise<unknown>)).toEqual({ url: 'contract://app/echo', method: 'POST', type: 'text/x-note', body: 'grüß' })
    expect(await started.page.evaluate(async () => (await fetch('nowhere')).status)).toBe(404)
    expect(await seen(started)).toEqual(expect.arrayContaining(['request GET app/', 'request GET app/page.js', 'request POST app/echo', 'request GET app/nowhere']))
  })

  test('is a secure context under its content security policy', async ({ started: { page } }) => {
    expect(await page.evaluate(() => [isSecureContext, window.inlineScriptRan])).toEqual([true, undefined])
    expect(await page.evaluate(async () => await fetch('https://example.com/').then(() => 'reached', (error: unknown) => (error as Error).name))).toBe('TypeError')
    expect(await page.evaluate(() => window.madeFromText)).toBe('EvalError')
  })

  test('is the only one that the session lets through', async ({ started }) => {
    const failure = await started.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.loadURL('https://example.com/').then(() => 'loaded', (error: unknown) => (error as Error).message))
    expect(failure).toContain('ERR_BLOCKED_BY_CLIENT')
    expect(await seen(started)).toContain('blocked https://example.com/')
  })
})

test.describe('the page may not', () => {
  test('open a window by script', async ({ started }) => {
    expect(await started.page.evaluate(() => window.open('https://example.com/popup'))).toBeNull()
    await expect.poll(() => seen(started)).toContain('open https://example.com/popup')
    expect(await started.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1)
  })

  test('open a window by a link', async ({ started }) => {
    await started.page.locator('#blank').click()
    await expect.poll(() => seen(started)).toContain('open https://example.com/from-a-link')
    await expect.poll(() => started.app.windows().length).toBe(1)
    expect(await seen(started)).not.toContain('blocked https://example.com/from-a-link')
  })

  test('go elsewhere', async ({ started }) => {
    await started.page.locator('#leave').click()
    await expect.poll(() => seen(started)).toContain('navigate contract://app/elsewhere.html')
    await started.page.evaluate(() => { location.href = 'https://example.com/away' })
    await expect.poll(() => seen(started)).toContain('navigate https://example.com/away')
    await expect(started.page.getByRole('heading', { name: 'Contract app' })).toBeVisible()
    expect(await started.page.evaluate(() => window.contract.invoke('sender'))).toMatchObject({ url: 'contract://app/' })
  })

  test('have permissions', async ({ started: { page } }) => {
    expect(await page.evaluate(async () => [(await navigator.permissions.query({ name: 'geolocation' })).state, (await navigator.permissions.query({ name: 'notifications' })).state, Notification.permission])).toEqual(['denied', 'denied', 'denied'])
  })
})

test.describe('the window', () => {
  test('was shown when ready, and can be hidden, named and sized', async ({ started }) => {
    expect((await seen(started)).slice(0, 4)).toEqual(['ready before: false', 'ready', 'request GET app/', 'request GET app/page.js'])
    await expect.poll(() => seen(started)).toEqual(expect.arrayContaining(['ready-to-show', 'loaded']))
    expect(await started.app.evaluate(({ BrowserWindow, webContents }) => {
      const [window] = BrowserWindow.getAllWindows()
      if (window === undefined) return null
      const shown = window.isVisible()
      window.hide()
      const hidden = !window.isVisible()
      window.show()
      window.setTitle('Another title')
      window.setSize(800, 600)
      return { shown, hidden, title: window.getTitle(), size: window.getSize(), same: BrowserWindow.fromWebContents(window.webContents) === window && webContents.fromId(window.webContents.id) === window.webContents, url: window.webContents.getURL() }
    })).toEqual({ shown: true, hidden: true, title: 'Another title', size: [800, 600], same: true, url: 'contract://app/' })
    await expect.poll(() => started.page.evaluate(() => innerWidth)).toBe(800)
  })

  test('follows the app’s theme', async ({ started: { app, page } }) => {
    const isDark = (): Promise<boolean> => page.evaluate(() => matchMedia('(prefers-color-scheme: dark)').matches)
    for (const theme of ['dark', 'light', 'dark'] as const) {
      await app.evaluate(({ nativeTheme }, source) => { nativeTheme.themeSource = source }, theme)
      await expect.poll(isDark).toBe(theme === 'dark')
      expect(await app.evaluate(({ nativeTheme }) => nativeTheme.shouldUseDarkColors)).toBe(theme === 'dark')
    }
  })

  test('asks through dialogs that a test can answer', async ({ started: { app, page } }) => {
    await app.evaluate(({ dialog }) => { dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: ['/chosen.ics'] }) })
    expect(await page.evaluate(() => window.contract.invoke('choose'))).toBe('/chosen.ics')
    await app.evaluate(({ dialog }) => { dialog.showOpenDialog = () => Promise.resolve({ canceled: true, filePaths: [] }) })
    expect(await page.evaluate(() => window.contract.invoke('choose'))).toBeNull()
  })

  test('has a menu whose items can be found and clicked', async ({ started: { app } }) => {
    expect(await app.evaluate(({ Menu }) => {
      let clicked = 0
      Menu.setApplicationMenu(Menu.buildFromTemplate([{ label: 'Do', submenu: [{ type: 'separator' }, { id: 'deep', label: 'This', enabled: false, click: () => { clicked++ } }] }]))
      const item = Menu.getApplicationMenu()?.getMenuItemById('deep')
      const { label, enabled } = item ?? {}
      item?.click()
      return [label, enabled, clicked, Menu.getApplicationMenu()?.items[0]?.submenu?.items.length]
    })).toEqual(['This', false, 1, 2])
  })
})

test.describe('the app', () => {
  test('knows itself', async ({ started: { app, userData } }) => {
    expect(await app.evaluate(({ app: main }) => ({ name: main.getName(), version: main.getVersion(), packaged: main.isPackaged, ready: main.isReady(), userData: main.getPath('userData'), passed: main.commandLine.getSwitchValue('user-data-dir'), type: process.type, electron: process.versions.electron.split('.')[0], resources: typeof process.resourcesPath })))
      .toEqual({ name: 'Contract app', version: '1.2.3', packaged: false, ready: true, userData, passed: userData, type: 'browser', electron: '45', resources: 'string' })
  })

  test('keeps secrets through safeStorage', async ({ started: { app } }) => {
    test.skip(!await app.evaluate(({ safeStorage }) => safeStorage.isAsyncEncryptionAvailable()), 'This desktop has no keychain.')
    expect(await app.evaluate(async ({ safeStorage }) => {
      const encrypted = await safeStorage.encryptStringAsync('päss')
      const { result } = await safeStorage.decryptStringAsync(encrypted)
      const broken = await safeStorage.decryptStringAsync(encrypted.subarray(0, -2)).then(() => 'opened', () => 'refused')
      return [result, encrypted.includes('päss'), broken]
    })).toEqual(['päss', false, 'refused'])
  })

  test('runs once per user-data folder, and hears of the second', async ({ started, electron }) => {
    const second = spawn(electron.executable, ['--no-sandbox', folder, `--user-data-dir=${started.userData}`, '--said-by-the-second'], { stdio: 'ignore' })
    const code = await new Promise((resolve) => { second.once('exit', resolve) })
    expect(code).toBe(0)
    await expect.poll(() => seen(started)).toContain('second-instance true true contract')
    expect(await started.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1)
  })

  test('starts no process and opens no socket of its own once its code runs', async ({ started }) => {
    await started.page.evaluate(() => window.contract.invoke('echo', 1))
    expect((await seen(started)).filter((what) => what.startsWith('forbidden'))).toEqual([])
    expect(await started.app.evaluate(() => {
      try { process.getBuiltinModule('node:net').connect(1, '127.0.0.1'); return 'connected' } catch (error) { return (error as Error).message }
    })).toBe('forbidden: connect')
  })
})

test.describe('the desktop', () => {
  test('a notification keeps what it says, and is heard when it is clicked', async ({ started: { app } }) => {
    expect(await app.evaluate(({ Notification }) => {
      const heard: unknown[] = []
      const notification = new Notification({ title: 'A title', body: 'A body', actions: [{ type: 'button', text: 'Later' }] })
      notification.on('click', () => { heard.push('click') })
      notification.on('action', ({ actionIndex }) => { heard.push(actionIndex) })
      notification.emit('click', {})
      notification.emit('action', { actionIndex: 0 })
      return [typeof Notification.isSupported(), notification.title, notification.body, notification.actions[0]?.text, heard]
    })).toEqual(['boolean', 'A title', 'A body', 'Later', ['click', 0]])
  })

  test('tells when the computer wakes', async ({ started: { app } }) => {
    expect(await app.evaluate(({ powerMonitor }) => { let woke = 0; powerMonitor.on('resume', () => { woke += 1 }); powerMonitor.emit('resume'); return woke })).toBe(1)
  })
})

test.describe('the end', () => {
  const order = ({ mainLog }: Launched): string => mainLog().split('\n').findLast((line) => line.startsWith('contract: '))?.replace(/^.* loaded /, '') ?? ''

  test('comes in order when the app quits', async ({ started }) => {
    await started.close()
    expect(order(started)).toBe('before-quit close closed will-quit quit')
  })

  test('comes in order when the last window closes', async ({ started }) => {
    const ended = new Promise((resolve) => { started.app.process().once('exit', resolve) })
    await started.app.evaluate(({ BrowserWindow }) => { setTimeout(() => { BrowserWindow.getAllWindows()[0]?.close() }) })
    await ended
    expect(order(started)).toBe('close closed window-all-closed before-quit will-quit quit')
  })

  test('can be refused by the window', async ({ started }) => {
    await started.app.evaluate(({ app }) => { globalThis.contract.keepOpen = true; app.quit() })
    await expect.poll(() => seen(started)).toContain('close')
    expect(await started.page.evaluate(() => window.contract.invoke('echo', 'still here'))).toBe('still here')
    await started.app.evaluate(() => { globalThis.contract.keepOpen = false })
  })

  test('can be survived: the folder is free again after a kill', async ({ started }) => {
    await started.kill()
    const again = await started.restart()
    await expect(again.page.getByRole('heading', { name: 'Contract app' })).toBeVisible()
  })
})

test.describe('only Electron itself shows that', { tag: '@real-electron' }, () => {
  test.skip(({ electron }) => electron.isStandIn, 'the stand-in shows custom schemes as https, has no Electron user agent, shows no notification and refuses every download by itself')

  test('the page has the scheme’s own address and origin', async ({ started: { page } }) => {
    expect(await page.evaluate(() => [location.href, location.origin])).toEqual(['contract://app/', 'contract://app'])
  })

  test('the user agent names Electron', async ({ started: { page } }) => {
    expect(await page.evaluate(() => navigator.userAgent)).toContain('Electron/45.')
  })

  test('a tray takes an icon for two kinds of screens and a menu, is destroyed, and refuses what is no icon', async ({ started: { app } }) => {
    expect(await app.evaluate(({ Menu, nativeImage, Tray }, png) => {
      const icon = nativeImage.createFromBuffer(Buffer.from(png, 'base64'))
      icon.addRepresentation({ scaleFactor: 2, buffer: Buffer.from(png, 'base64') })
      icon.setTemplateImage(true)
      const tray = new Tray(icon)
      tray.setToolTip('Contract')
      tray.setContextMenu(Menu.buildFromTemplate([{ id: 'open', label: 'Open', click: () => undefined }]))
      tray.destroy()
      try { new Tray('there-is-no-such-file.png'); return 'made of nothing' } catch { return [icon.isEmpty(), tray.isDestroyed()] }
    }, colours[24])).toEqual([false, true])
  })

  test('a notification is shown by the desktop, where it has any', async ({ started: { app } }) => {
    expect(await app.evaluate(({ Notification }) => new Promise((resolve) => {
      if (!Notification.isSupported()) { resolve('show'); return }
      const notification = new Notification({ title: 'Contract', body: 'shown and taken back' })
      notification.once('show', () => { notification.close(); resolve('show') })
      notification.once('failed', (_event, error) => { resolve(error) })
      notification.show()
    }))).toBe('show')
  })

  test('a download can be refused', async ({ started: { app, page } }) => {
    await app.evaluate(({ session }) => { session.defaultSession.once('will-download', (event) => { event.preventDefault(); globalThis.contract.seen.push('download refused') }) })
    await page.evaluate(() => { Object.assign(document.createElement('a'), { href: 'page.js', download: 'page.js' }).click() })
    await expect.poll(() => app.evaluate(() => globalThis.contract.seen)).toContain('download refused')
  })
})

test.describe('the stand-in', () => {
  test.skip(({ electron }) => !electron.isStandIn, 'this runs on Electron')

  test('refuses aloud what it lacks', async ({ started: { app } }) => {
    const refusals = await app.evaluate((electron) => {
      const attempt = (run: () => unknown): string => { try { return `did not throw: ${String(run())}` } catch (error) { return (error as Error).message } }
      const { BrowserWindow } = electron
      return [
        attempt(() => electron.net.request('https://example.com/')),
        attempt(() => new electron.Tray('icon.png')),
        attempt(() => { electron.app.relaunch() }),
        attempt(() => electron.app.on('did-become-active', () => undefined)),
        attempt(() => (electron as unknown as Record<string, unknown>)['invented']),
        attempt(() => new BrowserWindow({ kiosk: true })),
        attempt(() => new BrowserWindow({ webPreferences: { sandbox: false } })),
        attempt(() => { BrowserWindow.getAllWindows()[0]?.webContents.openDevTools() }),
        attempt(() => { BrowserWindow.getAllWindows()[0]?.setContentProtection(true) }),
        attempt(() => Reflect.get(electron.safeStorage, 'encryptString')),
        attempt(() => { electron.session.fromPartition('other') }),
      ]
    })
    expect(refusals).toEqual(['net.request', 'new Tray', 'app.relaunch', 'app event did-become-active', 'electron.invented', 'BrowserWindow option kiosk', 'webPreferences sandbox: false', 'webContents.openDevTools', 'BrowserWindow.setContentProtection', 'safeStorage.encryptString', 'session.fromPartition'].map((what) => `${what} is not supported by the stand-in`))
  })

  test('never calls its keychain a real one unless it is asked to play one', async ({ started: { app }, launch }) => {
    expect(await app.evaluate(({ safeStorage }) => safeStorage.getSelectedStorageBackend())).toBe('basic_text')
    const { app: other } = await launch({ ...appOptions, args: ['--password-store=gnome-libsecret'] })
    expect(await other.evaluate(({ safeStorage }) => safeStorage.getSelectedStorageBackend())).toBe('gnome_libsecret')
  })

  test('lets a test renew, lose and shut its keychain, which then does as Electron documents', async ({ started: { app } }) => {
    expect(await app.evaluate(async ({ safeStorage, ...electron }) => {
      const { keychain } = (electron as unknown as { standin: { keychain: { lose: () => void; rotate: () => void; shut: (isShut: boolean) => void } } }).standin
      const encrypted = await safeStorage.encryptStringAsync('päss')
      const read = (): Promise<unknown> => safeStorage.decryptStringAsync(encrypted).catch((error: unknown) => (error as Error).message)
      keychain.rotate()
      const rotated = await read()
      keychain.shut(true)
      const shut = [await safeStorage.isAsyncEncryptionAvailable(), await read(), await safeStorage.encryptStringAsync('x').then(() => 'encrypted', () => 'refused')]
      keychain.shut(false)
      const again = await read()
      keychain.lose()
      return [rotated, shut, again, await read()]
    })).toEqual([{ shouldReEncrypt: true, result: 'päss' }, [false, REFUSED, 'refused'], { shouldReEncrypt: true, result: 'päss' }, REFUSED])
  })
})
