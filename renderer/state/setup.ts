/** Setting up as the window knows it: what was typed into the guided form, kept in the vault as it is typed, and which steps were gone through. */
import { create } from 'zustand'
import type { Setup, SetupForm } from '../../shared/setup.ts'
import { openSteps, type SetupStep } from '../../shared/setup-steps.ts'
import type { Household } from '../../shared/household.ts'
import { SAVE_WITHIN_MS } from './drafts.ts'
import { useHousehold } from './household.ts'
import { useSettings } from './settings.ts'

interface SetupState {
  /** null while nothing is typed that is not in the household. */
  readonly form: SetupForm | null
  readonly setForm: (form: SetupForm) => void
  /** The form is in the household now. */
  readonly clearForm: () => void
  /** Saves at once what was typed last. */
  readonly keep: () => void
  readonly markDone: (step: SetupStep) => void
  readonly dismiss: () => void
  readonly forget: () => void
}

const write = (part: Partial<Setup>): void => {
  const setup = useSettings.getState().settings?.setup
  if (setup !== undefined) void useSettings.getState().change({ setup: { ...setup, ...part } })
}

export const useSetup = create<SetupState>((set, get) => {
  let timer: ReturnType<typeof setTimeout> | null = null
  const rest = (): void => {
    if (timer !== null) clearTimeout(timer)
    timer = null
  }
  const keep = (): void => {
    if (timer === null) return
    rest()
    write({ form: get().form })
  }
  return {
    form: null,
    setForm: (form) => {
      set({ form })
      timer ??= setTimeout(keep, SAVE_WITHIN_MS)
    },
    clearForm: () => {
      rest()
      set({ form: null })
      if (useSettings.getState().settings?.setup.form !== null) write({ form: null })
    },
    keep,
    markDone: (step) => {
      const done = useSettings.getState().settings?.setup.done ?? []
      if (!done.includes(step)) write({ done: [...done, step] })
    },
    dismiss: () => { write({ dismissed: true }) },
    forget: () => {
      rest()
      set({ form: null })
    },
  }
})

/** What was typed and is not in the household: in this window, or in the vault from an earlier time. */
export const typedForm = (): SetupForm | null => useSetup.getState().form ?? useSettings.getState().settings?.setup.form ?? null

/** Steps that are still open; null until the vault was read. */
export const useOpenSteps = (): readonly SetupStep[] | null => {
  const setup = useSettings((state) => state.settings?.setup)
  const household = useHousehold((state) => state.household)
  return setup === undefined || household === null ? null : openSteps(setup, holdsOf(household))
}

const holdsOf = ({ people, places, devices, tariffs }: Household): Parameters<typeof openSteps>[1] => ({ people: people.length, rest: places.length + devices.length + tariffs.length })
