/** What a desktop would do for the app: dialogs, notifications, opening things elsewhere, the clipboard. Nothing appears; everything is recorded. */
import type { EventEmitter } from 'node:events'
import { createEmitter } from './events.ts'
import { onlySupported } from './unsupported.ts'
import type { NamesOf } from './unsupported.ts'

const notificationOptions = ['title', 'subtitle', 'body', 'silent', 'icon', 'urgency', 'timeoutType', 'id', 'groupId', 'actions', 'closeButtonText', 'hasReply', 'replyPlaceholder', 'sound', 'toastXml']

export interface Desktop {
  readonly dialog: object
  readonly shell: object
  readonly clipboard: object
  readonly Notification: object
  /** What the app asked for: the call's name, then its arguments. */
  readonly recorded: readonly (readonly unknown[])[]
  /** Those that were shown and not closed, so that a test can click one: by emitting its events. */
  readonly notifications: readonly object[]
}

/** Dialogs answer as if the person had closed them; a test that wants another answer replaces the function. */
export function createDesktop(): Desktop {
  const recorded: (readonly unknown[])[] = []
  const record = <T>(name: string, args: readonly unknown[], answer: T): T => {
    recorded.push([name, ...args])
    return answer
  }
  const clipboard = { text: '' }
  const notifications: object[] = []

  const Notification = function Notification(options: Readonly<Record<string, unknown>> = {}): object {
    const shown: EventEmitter = onlySupported('Notification', Object.assign(createEmitter('Notification', ['show', 'click', 'close'], ['reply', 'action', 'failed']), {
      ...Object.fromEntries(notificationOptions.map((name) => [name, options[name]])),
      show: () => { record('notification', [options], undefined); notifications.push(shown); shown.emit('show', {}) },
      close: () => { const place = notifications.indexOf(shown); if (place >= 0) notifications.splice(place, 1); shown.emit('close', {}) },
    } satisfies NamesOf<Electron.Notification>))
    return shown
  }
  Object.assign(Notification, { isSupported: () => true } satisfies NamesOf<typeof Electron.Notification>)

  return {
    recorded, notifications,
    dialog: onlySupported('dialog', {
      // The window, when one is given, comes first and says nothing here.
      showOpenDialog: (...args: unknown[]) => Promise.resolve(record('showOpenDialog', args.slice(-1), { canceled: true, filePaths: [] })),
      showSaveDialog: (...args: unknown[]) => Promise.resolve(record('showSaveDialog', args.slice(-1), { canceled: true, filePath: '' })),
      showMessageBox: (...args: unknown[]) => Promise.resolve(record('showMessageBox', args.slice(-1), { response: (args.at(-1) as { readonly cancelId?: number }).cancelId ?? 0, checkboxChecked: false })),
      showErrorBox: (title: string, content: string) => {
        console.error(`${title}\n${content}`)
        record('showErrorBox', [title, content], undefined)
      },
    } satisfies NamesOf<Electron.Dialog>),
    shell: onlySupported('shell', {
      openExternal: (url: string) => Promise.resolve(record('openExternal', [url], null)),
      openPath: (path: string) => Promise.resolve(record('openPath', [path], '')),
      showItemInFolder: (path: string) => { record('showItemInFolder', [path], undefined) },
      beep: () => { record('beep', [], undefined) },
    } satisfies NamesOf<Electron.Shell>),
    clipboard: onlySupported('clipboard', {
      readText: () => Promise.resolve(clipboard.text),
      writeText: (text: string) => { clipboard.text = text; return Promise.resolve(record('clipboard', [text], null)) },
      clear: () => { clipboard.text = '' },
    } satisfies NamesOf<Electron.Clipboard>),
    Notification: onlySupported('Notification', Notification),
  }
}
