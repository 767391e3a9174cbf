/** The computer around the app: light or dark, its power, its one screen. Tests change it by emitting events or setting what they need. */
import { createEmitter } from './events.ts'
import { onlySupported } from './unsupported.ts'
import type { NamesOf } from './unsupported.ts'

export interface Surroundings {
  readonly nativeTheme: object
  readonly powerMonitor: object
  readonly screen: object
  readonly colorScheme: () => 'light' | 'dark'
}

export function createSurroundings(themeChanged: () => void): Surroundings {
  let source: 'system' | 'light' | 'dark' = 'system'
  const isDark = (): boolean => source === 'dark'
  const theme = Object.defineProperties(createEmitter('nativeTheme', ['updated']), {
    themeSource: {
      get: () => source,
      set: (next: typeof source) => {
        source = next
        themeChanged()
        theme.emit('updated')
      },
    },
    shouldUseDarkColors: { get: isDark },
    shouldUseHighContrastColors: { value: false },
    inForcedColorsMode: { value: false },
    prefersReducedTransparency: { value: false },
  } satisfies NamesOf<Electron.NativeTheme> & PropertyDescriptorMap)

  const display = { id: 1, bounds: { x: 0, y: 0, width: 1280, height: 800 }, workArea: { x: 0, y: 0, width: 1280, height: 800 }, workAreaSize: { width: 1280, height: 800 }, size: { width: 1280, height: 800 }, scaleFactor: 1 }
  return {
    nativeTheme: onlySupported('nativeTheme', theme),
    colorScheme: () => (isDark() ? 'dark' : 'light'),
    powerMonitor: onlySupported('powerMonitor', Object.assign(createEmitter('powerMonitor', ['suspend', 'resume', 'lock-screen', 'unlock-screen', 'shutdown', 'on-ac', 'on-battery']), {
      getSystemIdleTime: () => 0,
      getSystemIdleState: () => 'active',
      isOnBatteryPower: () => false,
    } satisfies NamesOf<Electron.PowerMonitor>)),
    screen: onlySupported('screen', Object.assign(createEmitter('screen', ['display-added', 'display-removed', 'display-metrics-changed']), {
      getPrimaryDisplay: () => display,
      getAllDisplays: () => [display],
      getDisplayMatching: () => display,
      getDisplayNearestPoint: () => display,
    } satisfies NamesOf<Electron.Screen>)),
  }
}
