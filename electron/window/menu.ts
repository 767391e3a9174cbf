/** The application menu as data, as each system expects it: what it calls in the window is a command there, nothing in it reloads the page or opens tools. */
import type { MenuItemConstructorOptions } from 'electron'
import { keysNow, rooms, type CommandId, type MenuCommand } from '../../shared/commands.ts'
import { translated } from '../../shared/language.ts'
import type { OwnKeys } from '../../shared/settings.ts'

const words = translated(
  {
    file: 'File', edit: 'Edit', view: 'View', window: 'Window', help: 'Help',
    commands: { 'write': 'Write to Lares', 'new-conversation': 'New Conversation', 'search': 'Search the Conversations', 'new-event': 'New Event', 'new-task': 'New Task', 'today': 'Today', 'chat': 'Chat', 'calendar': 'Calendar', 'tasks': 'Tasks', 'household': 'Household', 'ledger': 'Ledger', 'settings': 'Settings', 'shortcuts': 'Keys', 'setup': 'Getting Started', 'walk': 'Walk through the Departure Panel' },
    lock: 'Lock the Vault', quit: 'Quit', undo: 'Undo', redo: 'Redo', cut: 'Cut', copy: 'Copy', paste: 'Paste', selectAll: 'Select All', resetZoom: 'Actual Size', zoomIn: 'Larger', zoomOut: 'Smaller', fullscreen: 'Full Screen',
  },
  {
    file: 'Datei', edit: 'Bearbeiten', view: 'Ansicht', window: 'Fenster', help: 'Hilfe',
    commands: { 'write': 'An Lares schreiben', 'new-conversation': 'Neues Gespräch', 'search': 'Gespräche durchsuchen', 'new-event': 'Neuer Termin', 'new-task': 'Neue Aufgabe', 'today': 'Heute', 'chat': 'Chat', 'calendar': 'Kalender', 'tasks': 'Aufgaben', 'household': 'Haushalt', 'ledger': 'Ausgangsbuch', 'settings': 'Einstellungen', 'shortcuts': 'Tasten', 'setup': 'Erste Schritte', 'walk': 'Rundgang durch die Ausgangsprüfung' },
    lock: 'Tresor abschließen', quit: 'Beenden', undo: 'Rückgängig', redo: 'Wiederholen', cut: 'Ausschneiden', copy: 'Kopieren', paste: 'Einfügen', selectAll: 'Alles auswählen', resetZoom: 'Originalgröße', zoomIn: 'Größer', zoomOut: 'Kleiner', fullscreen: 'Vollbild',
  },
)

interface MenuDeps {
  readonly platform: NodeJS.Platform
  /** Keys that the person chose; none while the vault is locked. */
  readonly keys: Readonly<Record<string, OwnKeys | null>>
  readonly isOpen: boolean
  readonly onCommand: (command: MenuCommand) => void
  readonly onLock: () => void
}

const line: MenuItemConstructorOptions = { type: 'separator' }

/** In the language that is spoken when it is called. While the vault is locked, what needs it is greyed out. */
export function menuTemplate({ platform, keys, isOpen, onCommand, onLock }: MenuDeps): MenuItemConstructorOptions[] {
  const isMac = platform === 'darwin'
  const accelerator = (id: CommandId): Partial<MenuItemConstructorOptions> => { const own = keysNow(id, keys); return own === null ? {} : { accelerator: `CmdOrCtrl+${own.shift ? 'Shift+' : ''}${own.key === '+' ? 'Plus' : own.key.toUpperCase()}`, registerAccelerator: false } }
  const command = (id: MenuCommand): MenuItemConstructorOptions => ({ id, label: words.commands[id], enabled: isOpen, click: () => { onCommand(id) }, ...accelerator(id) })
  return [
    ...(isMac ? [{ role: 'appMenu' } satisfies MenuItemConstructorOptions] : []),
    { label: words.file, submenu: [command('write'), command('new-conversation'), command('search'), line, command('new-event'), command('new-task'), line, { id: 'lock', label: words.lock, enabled: isOpen, click: onLock, ...accelerator('lock') }, ...(isMac ? [] : [line, { role: 'quit', label: words.quit } satisfies MenuItemConstructorOptions])] },
    { label: words.edit, submenu: [{ role: 'undo', label: words.undo }, { role: 'redo', label: words.redo }, line, { role: 'cut', label: words.cut }, { role: 'copy', label: words.copy }, { role: 'paste', label: words.paste }, { role: 'selectAll', label: words.selectAll }] },
    { label: words.view, submenu: [...rooms.map(command), line, { role: 'resetZoom', label: words.resetZoom }, { role: 'zoomIn', label: words.zoomIn }, { role: 'zoomOut', label: words.zoomOut }, line, { role: 'togglefullscreen', label: words.fullscreen }] },
    { role: 'windowMenu', label: words.window },
    { role: 'help', label: words.help, submenu: [command('shortcuts'), command('setup'), command('walk')] },
  ]
}
