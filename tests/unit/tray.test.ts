/** The tray against the module's interface: what its menu holds, when it is there, and what closing the window does then. */
import type { MenuItemConstructorOptions } from 'electron'
import { EventEmitter } from 'node:events'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { setLanguage } from '../../shared/language.ts'

interface Icon { readonly bytes: Buffer; readonly addRepresentation: (more: { scaleFactor: number; buffer: Buffer }) => void; readonly setTemplateImage: (is: boolean) => void; double?: Buffer; isTemplate?: boolean }
class FakeTray extends EventEmitter {
  static made: FakeTray[] = []
  static failure: Error | null = null
  menu: readonly MenuItemConstructorOptions[] = []
  isGone = false
  icon: Icon
  constructor(icon: Icon) {
    super()
    if (FakeTray.failure !== null) throw FakeTray.failure
    this.icon = icon
    FakeTray.made.push(this)
  }
  setToolTip(): void { if (this.isGone) throw new Error('Tray is destroyed') }
  setContextMenu(menu: readonly MenuItemConstructorOptions[]): void { if (this.isGone) throw new Error('Tray is destroyed'); this.menu = menu }
  destroy(): void { this.isGone = true }
}
class FakeWindow extends EventEmitter {
  isHidden = false
  getNormalBounds(): object { return { x: 1, y: 2, width: 900, height: 700 } }
  isMaximized(): boolean { return false }
  hide(): void { this.isHidden = true }
}
vi.mock('electron', () => ({
  Tray: FakeTray,
  BrowserWindow: FakeWindow,
  Menu: { buildFromTemplate: (template: unknown) => template },
  nativeImage: { createFromBuffer: (bytes: Buffer): Icon => { const icon: Icon = { bytes, addRepresentation: ({ buffer }) => { icon.double = buffer }, setTemplateImage: (is) => { icon.isTemplate = is } }; return icon } },
}))
const { createTray } = await import('../../electron/window/tray.ts')
const { createWindow } = await import('../../electron/window/open-window.ts')

const edge = (png: Buffer | undefined): number => png?.readUInt32BE(16) ?? 0
const newest = (): FakeTray => { const tray = FakeTray.made.at(-1); if (tray === undefined) throw new Error('there is no tray'); return tray }
const item = (id: string): MenuItemConstructorOptions => { const found = newest().menu.find((one) => one.id === id); if (found === undefined) throw new Error(`no ${id} in the menu`); return found }
const deps = (platform: NodeJS.Platform = 'linux') => ({ platform, onOpen: vi.fn(), onLock: vi.fn(), onQuit: vi.fn(), onFailed: vi.fn() })

beforeEach(() => { FakeTray.made = []; FakeTray.failure = null })
afterEach(() => { setLanguage({ language: 'en', locale: 'en-GB' }) })

describe('the tray', () => {
  it('is not there before it is wanted, there once, and gone when it is wanted no more', () => {
    const tray = createTray(deps())
    tray.draw(true)
    expect([tray.isThere(), FakeTray.made.length]).toEqual([false, 0])
    tray.keep(true)
    tray.keep(true)
    expect([tray.isThere(), FakeTray.made.length]).toEqual([true, 1])
    tray.keep(false)
    tray.keep(false)
    tray.draw(true)
    expect([tray.isThere(), newest().isGone]).toEqual([false, true])
    tray.keep(true)
    expect([tray.isThere(), FakeTray.made.length]).toEqual([true, 2])
  })

  it('opens, locks while there is something to lock, and quits; and says nothing else', () => {
    const given = deps(), tray = createTray(given)
    tray.keep(true)
    expect(newest().menu.map(({ id, label, type }) => id === undefined ? type : [id, label])).toEqual([['open', 'Open Lares'], ['lock', 'Lock the Vault'], 'separator', ['quit', 'Quit Lares']])
    expect(item('lock').enabled).toBe(false)
    tray.draw(true)
    expect(item('lock').enabled).toBe(true)
    for (const [id, call] of [['open', given.onOpen], ['lock', given.onLock], ['quit', given.onQuit]] as const) {
      (item(id).click as unknown as () => void)()
      expect(call).toHaveBeenCalledOnce()
    }
  })

  it('made after the vault was opened knows that it is open, and speaks what is spoken', () => {
    const tray = createTray(deps())
    tray.draw(true)
    tray.keep(true)
    expect(item('lock').enabled).toBe(true)
    setLanguage({ language: 'de', locale: 'de-DE' })
    tray.draw(false)
    expect(newest().menu.flatMap(({ label }) => label ?? [])).toEqual(['Lares öffnen', 'Tresor abschließen', 'Lares beenden'])
  })

  it.each([['linux', true], ['win32', true], ['darwin', false]] as const)('on %s a click opens Lares: %s', (platform, opens) => {
    const given = deps(platform)
    createTray(given).keep(true)
    newest().emit('click')
    expect(given.onOpen).toHaveBeenCalledTimes(opens ? 1 : 0)
  })

  it.each([['linux', 24, 48, false], ['win32', 16, 32, false], ['darwin', 16, 32, true]] as const)('on %s has an icon of %i pixels, one of %i, and is a shape: %s', (platform, usual, double, isTemplate) => {
    createTray(deps(platform)).keep(true)
    const { icon } = newest()
    expect([edge(icon.bytes), edge(icon.double), icon.isTemplate]).toEqual([usual, double, isTemplate])
  })

  it('that a desktop does not have is not there, is said once for each try, and can be tried again', () => {
    const given = deps(), tray = createTray(given), failure = new Error('no tray here')
    FakeTray.failure = failure
    tray.keep(true)
    tray.draw(true)
    expect([tray.isThere(), given.onFailed.mock.calls]).toEqual([false, [[failure]]])
    FakeTray.failure = null
    tray.keep(true)
    expect(tray.isThere()).toBe(true)
  })

  it('whose menu cannot be set is taken away again', () => {
    const given = deps(), tray = createTray(given), refuse = vi.spyOn(FakeTray.prototype, 'setContextMenu').mockImplementationOnce(() => { throw new Error('no menus') })
    tray.keep(true)
    refuse.mockRestore()
    expect([tray.isThere(), newest().isGone, given.onFailed.mock.calls.length]).toEqual([false, true, 1])
  })
})

describe('closing the window', () => {
  const closing = (staysBehind: boolean): { window: FakeWindow; isPrevented: boolean; places: unknown[] } => {
    const places: unknown[] = [], window = createWindow({ atStart: null, preload: 'x', dark: false, place: null, onPlace: (place) => { places.push(place) }, staysBehind: () => staysBehind }) as unknown as FakeWindow
    let isPrevented = false
    window.emit('close', { preventDefault: () => { isPrevented = true } })
    return { window, isPrevented, places }
  }
  it('hides it while Lares stays in the tray', () => {
    const { window, isPrevented, places } = closing(true)
    expect([window.isHidden, isPrevented, places.length]).toEqual([true, true, 1])
  })
  it('ends it as ever where there is no tray, and when Lares quits', () => {
    const { window, isPrevented, places } = closing(false)
    expect([window.isHidden, isPrevented, places.length]).toEqual([false, false, 1])
  })
})
