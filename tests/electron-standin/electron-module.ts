/** What `import 'electron'` and `require('electron')` resolve to in the app: the module that the host has made. */
import type { StandIn } from './electron.ts'

const electron = (globalThis as unknown as { readonly electronStandIn: StandIn['electron'] }).electronStandIn

export const {
  app, autoUpdater, BaseWindow, BrowserView, BrowserWindow, clipboard, ClipboardItem, contentTracing, crashReporter, desktopCapturer, dialog, globalShortcut, ImageView, inAppPurchase, ipcMain,
  IpcMainServiceWorker, Menu, MenuItem, MessageChannelMain, nativeImage, nativeTheme, net, netLog, Notification, powerMonitor, powerSaveBlocker, protocol, pushNotifications, safeStorage, screen,
  session, sharedTexture, ShareMenu, shell, systemPreferences, TouchBar, Tray, utilityProcess, View, webContents, WebContentsView, webFrameMain, WebSocket,
} = electron

export { electron as default, electron as 'module.exports' }
