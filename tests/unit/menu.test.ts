/** The application menu, and where the window was. */
import type { MenuItemConstructorOptions } from 'electron'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { menuTemplate } from '../../electron/window/menu.ts'
import { placeIn, placeText } from '../../electron/window/window-place.ts'
import { menuCommands, usualKeys } from '../../shared/commands.ts'
import { setLanguage } from '../../shared/language.ts'

afterEach(() => { setLanguage({ language: 'en', locale: 'en-GB' }) })

const flat = (items: readonly MenuItemConstructorOptions[]): MenuItemConstructorOptions[] => items.flatMap((item) => [item, ...(Array.isArray(item.submenu) ? flat(item.submenu) : [])])
const menu = (over: Partial<Parameters<typeof menuTemplate>[0]> = {}): MenuItemConstructorOptions[] => flat(menuTemplate({ platform: 'linux', keys: {}, isOpen: true, onCommand: () => undefined, onLock: () => undefined, ...over }))
const item = (items: readonly MenuItemConstructorOptions[], id: string): MenuItemConstructorOptions | undefined => items.find((one) => one.id === id)
const press = (one: MenuItemConstructorOptions | undefined): void => { (one?.click as unknown as () => void)() }

describe('the menu', () => {
  it('calls every command of the menu once, and locks', () => {
    const called: string[] = [], lock = vi.fn(), items = menu({ onCommand: (command) => { called.push(command) }, onLock: lock })
    for (const id of menuCommands) press(item(items, id))
    press(item(items, 'lock'))
    expect(called).toEqual(menuCommands)
    expect(lock).toHaveBeenCalledOnce()
    expect(items.flatMap(({ id }) => id ?? []).sort()).toEqual([...menuCommands, 'lock'].sort())
  })

  it.each(['linux', 'win32', 'darwin'] as const)('on %s reloads nothing and opens no tools', (platform) => {
    const roles = menu({ platform }).map(({ role }) => role?.toLowerCase())
    for (const role of ['reload', 'forcereload', 'toggledevtools', 'viewmenu', 'filemenu', 'startspeaking']) expect(roles).not.toContain(role)
    expect(roles.includes('appmenu')).toBe(platform === 'darwin')
    expect(roles.includes('quit')).toBe(platform !== 'darwin')
  })

  it('shows the keys that hold now, and takes none for itself', () => {
    const items = menu({ keys: { 'new-event': { key: 'b', shift: true }, 'search': null } })
    expect(item(items, 'new-event')).toMatchObject({ accelerator: 'CmdOrCtrl+Shift+B', registerAccelerator: false })
    expect(item(items, 'search')?.accelerator).toBeUndefined()
    expect(item(items, 'today')).toMatchObject({ accelerator: `CmdOrCtrl+${usualKeys.today.key}`, registerAccelerator: false })
  })

  it('is greyed out where the vault is needed and locked', () => {
    const items = menu({ isOpen: false })
    for (const id of [...menuCommands, 'lock']) expect(item(items, id)?.enabled, id).toBe(false)
  })

  it('speaks German', () => {
    setLanguage({ language: 'de', locale: 'de-DE' })
    expect(menu().flatMap(({ label }) => label ?? [])).toEqual(expect.arrayContaining(['Datei', 'Bearbeiten', 'Neuer Termin', 'Tresor abschließen', 'Ausgangsbuch']))
  })
})

describe('where the window was', () => {
  const screens = [{ x: 0, y: 0, width: 1920, height: 1080 }, { x: 1920, y: 0, width: 1280, height: 1024 }]
  const place = { x: 2000, y: 40, width: 1100, height: 800, maximized: false }
  it('comes back as it was kept, also on another screen', () => {
    expect(placeIn(placeText(place), screens)).toEqual(place)
    expect(placeIn(placeText({ ...place, x: -200, maximized: true }), screens)).toEqual({ ...place, x: -200, maximized: true })
  })
  it.each<[string, string]>([
    ['a screen that is gone', placeText({ ...place, x: 4000 })], ['above every screen', placeText({ ...place, y: -500 })], ['only a sliver in sight', placeText({ ...place, x: -1050 })], ['below', placeText({ ...place, y: 1060 })],
    ['too small', placeText({ ...place, width: 100 })], ['no JSON', '{'], ['null', 'null'], ['a list', '[1,2]'], ['half a pixel', '{"x":0.5,"y":0,"width":900,"height":700,"maximized":false}'], ['a number as text', '{"x":"0","y":0,"width":900,"height":700,"maximized":false}'], ['no state', '{"x":0,"y":0,"width":900,"height":700}'], ['as far as the moon', placeText({ ...place, width: 1e9 })],
  ])('%s: the system chooses', (_, text) => { expect(placeIn(text, screens)).toBeNull() })
})
