/** The household's settings as the window knows them; every change is written at once. */
import { create } from 'zustand'
import type { Problem } from '../../shared/problems.ts'
import type { Settings } from '../../shared/settings.ts'
import { bridge } from '../bridge.ts'

interface SettingsState {
  /** null until they were read, and while the vault is locked. */
  readonly settings: Settings | null
  /** The theme last known; it outlives locking, so that the door looks like the house. */
  readonly theme: Settings['theme']
  readonly problem: Problem | null
  readonly load: () => Promise<void>
  readonly hear: (settings: Settings) => void
  /** Writes the change; on refusal what was there before comes back and `problem` says why. */
  readonly change: (part: Partial<Settings>) => Promise<boolean>
  readonly forget: () => void
}

export const useSettings = create<SettingsState>((set, get) => ({
  settings: null,
  theme: 'system',
  problem: null,
  load: async () => {
    const answer = await bridge.settings.read(null)
    set(answer.ok ? { settings: answer.value, theme: answer.value.theme, problem: null } : { problem: answer.problem })
  },
  hear: (settings) => { set({ settings, theme: settings.theme, problem: null }) },
  change: async (part) => {
    const before = get().settings
    if (before === null) return false
    const after = { ...before, ...part }
    set({ settings: after, theme: after.theme, problem: null })
    const answer = await bridge.settings.write(after)
    if (!answer.ok) set({ settings: before, theme: before.theme, problem: answer.problem })
    return answer.ok
  },
  forget: () => { set({ settings: null, problem: null }) },
}))
