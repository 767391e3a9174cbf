/** DOOR BrowserWindow: opens the one window, sandboxed and isolated. */
import { BrowserWindow } from 'electron'
import { AT_START } from '../../shared/ipc/channels.ts'
import type { AtStart } from '../../shared/ipc/contract.ts'
import type { WindowPlace } from './window-place.ts'

export interface WindowOptions { readonly preload: string; /** What the page may know before anybody answers it. */ readonly atStart: AtStart | null; readonly dark: boolean; /** Where it was when it was closed last; null = the system chooses. */ readonly place: WindowPlace | null; readonly onPlace: (place: WindowPlace) => void; /** Whether closing it only hides it. */ readonly staysBehind: () => boolean }

/** The window, still without its page. */
export function createWindow({ preload, atStart, dark, place, onPlace, staysBehind }: WindowOptions): BrowserWindow {
  const window = new BrowserWindow({
    width: place?.width ?? 1280,
    height: place?.height ?? 800,
    ...(place === null ? {} : { x: place.x, y: place.y }),
    minWidth: 880,
    minHeight: 600,
    title: 'Lares',
    backgroundColor: dark ? '#191715' : '#FBF8F3', // the page's own ground, so that nothing flashes
    autoHideMenuBar: true,
    webPreferences: { preload, ...(atStart === null ? {} : { additionalArguments: [`${AT_START}${encodeURIComponent(JSON.stringify(atStart))}`] }), sandbox: true, contextIsolation: true, nodeIntegration: false, webviewTag: false, spellcheck: false /* its dictionaries would be fetched */, navigateOnDragDrop: false, disableDialogs: true },
  })
  if (place?.maximized === true) window.maximize()
  window.on('close', (event) => {
    onPlace({ ...window.getNormalBounds(), maximized: window.isMaximized() })
    if (!staysBehind()) return
    event.preventDefault()
    window.hide()
  })
  return window
}
