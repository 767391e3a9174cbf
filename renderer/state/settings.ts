/** The household's settings as the window knows them; every change is written at once. */
import { create } from 'zustand'
import { plainHabits } from '../../shared/habits.ts'
import { setLanguage, spokenOf, type Spoken } from '../../shared/language.ts'
import type { Problem } from '../../shared/problems.ts'
import type { Settings, System } from '../../shared/settings.ts'
import { atStart, bridge } from '../bridge.ts'
import { setHabits } from '../ui/habits.ts'

interface SettingsState {
  /** null until they were read, and while the vault is locked. */
  readonly settings: Settings | null
  /** The theme last known; it outlives locking, so that the door looks like the house. */
  readonly theme: Settings['theme']
  /** What a setting means that is left to this computer. */
  readonly system: System
  /** What the window speaks; it outlives locking too. */
  readonly spoken: Spoken
  readonly problem: Problem | null
  /** Learns what this computer is set to: what is said before anything is unlocked depends on it. */
  readonly meet: () => Promise<void>
  readonly load: () => Promise<void>
  readonly hear: (settings: Settings) => void
  /** Writes the change; on refusal what was there before comes back and `problem` says why. */
  readonly change: (part: Partial<Settings>) => Promise<boolean>
  readonly forget: () => void
}

const plainSystem: System = atStart()?.system ?? { ...plainHabits, language: 'en', locale: 'en-GB' }
// The door is drawn in its language.
setLanguage(spokenOf('system', plainSystem))

/** What the window says and writes from now on, by these settings. */
const speak = ({ theme, language, habits }: Settings, system: System): Pick<SettingsState, 'theme' | 'spoken'> => {
  const spoken = spokenOf(language, system)
  setHabits(habits, system)
  setLanguage(spoken)
  return { theme, spoken }
}

export const useSettings = create<SettingsState>((set, get) => ({
  settings: null,
  theme: 'system',
  system: plainSystem,
  spoken: spokenOf('system', plainSystem),
  problem: null,
  meet: async () => {
    const told = await bridge.settings.system(null)
    if (!told.ok) return
    const spoken = spokenOf('system', told.value)
    setLanguage(spoken)
    set({ system: told.value, spoken })
  },
  load: async () => {
    const [answer, told] = await Promise.all([bridge.settings.read(null), bridge.settings.system(null)])
    const system = told.ok ? told.value : get().system
    set(answer.ok ? { system, settings: answer.value, ...speak(answer.value, system), problem: null } : { problem: answer.problem })
  },
  hear: (settings) => { set({ settings, ...speak(settings, get().system), problem: null }) },
  change: async (part) => {
    const before = get().settings
    if (before === null) return false
    const after = { ...before, ...part }
    set({ settings: after, ...speak(after, get().system), problem: null })
    const answer = await bridge.settings.write(after)
    if (!answer.ok) set({ settings: before, ...speak(before, get().system), problem: answer.problem })
    return answer.ok
  },
  forget: () => { set({ settings: null, problem: null }) },
}))
