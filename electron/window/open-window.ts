/** DOOR BrowserWindow: opens the one window, sandboxed and isolated. */
import { BrowserWindow } from 'electron'

export interface WindowOptions { readonly preload: string; readonly dark: boolean }

/** The window, still without its page. */
export function createWindow({ preload, dark }: WindowOptions): BrowserWindow {
  return new BrowserWindow({
    width: 1280,
    height: 800,
    minWidth: 880,
    minHeight: 600,
    title: 'Lares',
    backgroundColor: dark ? '#191715' : '#FBF8F3', // the page's own ground, so that nothing flashes
    autoHideMenuBar: true,
    webPreferences: { preload, sandbox: true, contextIsolation: true, nodeIntegration: false, webviewTag: false, spellcheck: false /* its dictionaries would be fetched */, navigateOnDragDrop: false, disableDialogs: true },
  })
}
