/** DOOR Tray: the icon in the tray, or in the menu bar of macOS, that keeps Lares there when its window is closed. It says nothing of the household. */
import { Menu, nativeImage, Tray, type MenuItemConstructorOptions } from 'electron'
import { translated } from '../../shared/language.ts'
import { colours, shapes } from './tray-icons.ts'

export interface TrayDeps {
  readonly platform: NodeJS.Platform
  readonly onOpen: () => void
  readonly onLock: () => void
  readonly onQuit: () => void
  /** This desktop has no place for one. */
  readonly onFailed: (error: unknown) => void
}

export interface LaresTray {
  /** Shows it, or takes it away; does nothing where it is as wanted. */
  readonly keep: (isWanted: boolean) => void
  /** Whether it is there: only then may the window be hidden. */
  readonly isThere: () => boolean
  /** Draws its menu anew: after a change of language, and of whether the vault is open. */
  readonly draw: (isOpen: boolean) => void
}

const words = translated(
  { open: 'Open Lares', lock: 'Lock the Vault', quit: 'Quit Lares' },
  { open: 'Lares öffnen', lock: 'Tresor abschließen', quit: 'Lares beenden' },
)

type TrayCommands = Pick<TrayDeps, 'onOpen' | 'onLock' | 'onQuit'>

/** In the language that is spoken when it is called. While the vault is locked there is nothing to lock. */
export const trayTemplate = ({ onOpen, onLock, onQuit, isOpen }: TrayCommands & { readonly isOpen: boolean }): MenuItemConstructorOptions[] => [
  { id: 'open', label: words.open, click: onOpen },
  { id: 'lock', label: words.lock, enabled: isOpen, click: onLock },
  { type: 'separator' },
  { id: 'quit', label: words.quit, click: onQuit },
]

export function createTray({ platform, onFailed, ...commands }: TrayDeps): LaresTray {
  let tray: Tray | null = null
  let isOpen = false

  const draw = (): void => { tray?.setContextMenu(Menu.buildFromTemplate(trayTemplate({ ...commands, isOpen }))) }
  const show = (): void => {
    try {
      tray = new Tray(iconFor(platform))
      tray.setToolTip('Lares')
      // On macOS a click opens the menu, as everywhere in the menu bar.
      if (platform !== 'darwin') tray.on('click', commands.onOpen)
      draw()
    } catch (error) {
      hide()
      onFailed(error)
    }
  }
  const hide = (): void => {
    const there = tray
    tray = null
    there?.destroy()
  }

  return {
    keep: (isWanted) => {
      if (isWanted && tray === null) show()
      else if (!isWanted) hide()
    },
    isThere: () => tray !== null,
    draw: (open) => {
      isOpen = open
      draw()
    },
  }
}

/** macOS colours a shape by itself; Windows draws 16 pixels at its usual size, the desktops of Linux 22 or 24. Each is there for screens of twice as many pixels too. */
const iconFor = (platform: NodeJS.Platform): Electron.NativeImage => {
  const [usual, double] = platform === 'darwin' ? [shapes[16], shapes[32]] : platform === 'win32' ? [colours[16], colours[32]] : [colours[24], colours[48]]
  const icon = nativeImage.createFromBuffer(Buffer.from(usual, 'base64'))
  icon.addRepresentation({ scaleFactor: 2, buffer: Buffer.from(double, 'base64') })
  icon.setTemplateImage(platform === 'darwin')
  return icon
}
