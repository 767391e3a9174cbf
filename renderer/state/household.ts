/** The household as the window knows it; it is written as a whole, shown at once, and put back when main refuses. */
import { create } from 'zustand'
import type { Household } from '../../shared/household.ts'
import type { Problem } from '../../shared/problems.ts'
import type { Result } from '../../shared/result.ts'
import { bridge } from '../bridge.ts'
import { createQuestions } from './questions.ts'

interface HouseholdState {
  /** null until the first answer. */
  readonly household: Household | null
  readonly problem: Problem | null
  readonly load: () => Promise<void>
  /** Shows the new household at once and writes it; a refusal puts the former one back. */
  readonly write: (next: Household) => Promise<Result<null>>
  /** Fills an empty household with the sample one. */
  readonly takeSample: (zone: string) => Promise<Result<null>>
  readonly forget: () => void
}

const questions = createQuestions()

export const useHousehold = create<HouseholdState>((set, get) => ({
  household: null,
  problem: null,
  load: async () => {
    const isNewest = questions.ask()
    const read = await bridge.household.read(null)
    if (!isNewest()) return
    set(read.ok ? { household: read.value, problem: null } : { problem: read.problem })
  },
  write: async (next) => {
    const former = get().household
    questions.drop()
    set({ household: next })
    const written = await bridge.household.write(next)
    if (!written.ok && get().household === next) set({ household: former })
    return written
  },
  takeSample: async (zone) => {
    const taken = await bridge.household.sample({ zone })
    if (!taken.ok) return taken
    questions.drop()
    set({ household: taken.value, problem: null })
    return { ok: true, value: null }
  },
  forget: () => {
    questions.drop()
    set({ household: null, problem: null })
  },
}))
