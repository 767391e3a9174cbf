/** The household's settings as the window knows them; every change is written at once. */
import { create } from 'zustand'
import { plainHabits, type Habits } from '../../shared/habits.ts'
import type { Problem } from '../../shared/problems.ts'
import type { Settings } from '../../shared/settings.ts'
import { bridge } from '../bridge.ts'
import { setHabits } from '../ui/habits.ts'

interface SettingsState {
  /** null until they were read, and while the vault is locked. */
  readonly settings: Settings | null
  /** The theme last known; it outlives locking, so that the door looks like the house. */
  readonly theme: Settings['theme']
  /** What a setting means that is left to this computer. */
  readonly system: Habits
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
  system: plainHabits,
  problem: null,
  load: async () => {
    const [answer, told] = await Promise.all([bridge.settings.read(null), bridge.settings.system(null)])
    const system = told.ok ? told.value : get().system
    if (answer.ok) setHabits(answer.value.habits, system)
    set(answer.ok ? { system, settings: answer.value, theme: answer.value.theme, problem: null } : { problem: answer.problem })
  },
  hear: (settings) => { setHabits(settings.habits, get().system); set({ settings, theme: settings.theme, problem: null }) },
  change: async (part) => {
    const before = get().settings
    if (before === null) return false
    const after = { ...before, ...part }
    setHabits(after.habits, get().system)
    set({ settings: after, theme: after.theme, problem: null })
    const answer = await bridge.settings.write(after)
    if (!answer.ok) {
      setHabits(before.habits, get().system)
      set({ settings: before, theme: before.theme, problem: answer.problem })
    }
    return answer.ok
  },
  forget: () => { set({ settings: null, problem: null }) },
}))
