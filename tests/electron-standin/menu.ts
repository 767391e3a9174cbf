/** Application menus as data: they can be built, found and clicked by tests, and are drawn nowhere. */
import { notSupported, onlySupported, onlyTheseOptions } from './unsupported.ts'
import type { NamesOf } from './unsupported.ts'

const itemOptions = ['id', 'label', 'role', 'type', 'accelerator', 'enabled', 'visible', 'checked', 'click', 'submenu', 'toolTip', 'sublabel', 'acceleratorWorksWhenHidden', 'registerAccelerator']

interface ItemOptions {
  readonly id?: string
  readonly label?: string
  readonly role?: string
  readonly type?: string
  readonly enabled?: boolean
  readonly visible?: boolean
  readonly checked?: boolean
  readonly click?: (item: object, window: object | null, event: object) => void
  readonly submenu?: readonly ItemOptions[] | MenuObject
}
interface MenuObject { readonly items: ItemObject[]; readonly getMenuItemById: (id: string) => ItemObject | null }
interface ItemObject extends Omit<ItemOptions, 'click' | 'submenu'> { readonly click: () => void; readonly submenu: MenuObject | undefined }

export function createMenus(focusedWindow: () => object | null): { readonly Menu: object; readonly MenuItem: object } {
  let applicationMenu: MenuObject | null = null

  const MenuItem = function MenuItem(options: ItemOptions): ItemObject {
    onlyTheseOptions('MenuItem', options, itemOptions)
    const given = options.submenu
    const item: ItemObject = onlySupported('MenuItem', {
      ...Object.fromEntries(itemOptions.map((name) => [name, undefined])),
      type: given === undefined ? 'normal' : 'submenu',
      enabled: true,
      visible: true,
      checked: false,
      label: '',
      ...options,
      submenu: given === undefined || 'items' in given ? given : build(given),
      click: () => {
        if (options.click === undefined) throw notSupported(`Clicking the menu item ${options.label ?? options.role ?? ''}, which has no click handler,`)
        options.click(item, focusedWindow(), {})
      },
    })
    return item
  }
  const build = (template: readonly ItemOptions[]): MenuObject => {
    const menu: MenuObject = new (Menu as unknown as new () => MenuObject)()
    for (const options of template) menu.items.push(MenuItem(options))
    return menu
  }
  const Menu = function Menu(): MenuObject {
    const items: ItemObject[] = []
    const getMenuItemById = (id: string): ItemObject | null => {
      for (const item of items) {
        const found = item.id === id ? item : item.submenu?.getMenuItemById(id)
        if (found !== undefined && found !== null) return found
      }
      return null
    }
    return onlySupported('Menu', { items, getMenuItemById, append: (item: ItemObject) => { items.push(item) } } satisfies NamesOf<Electron.Menu>)
  }
  Object.assign(Menu, {
    buildFromTemplate: build,
    setApplicationMenu: (menu: MenuObject | null) => { applicationMenu = menu },
    getApplicationMenu: () => applicationMenu,
  } satisfies NamesOf<typeof Electron.Menu>)
  return { Menu: onlySupported('Menu', Menu), MenuItem }
}
