/** What is waiting at the gate, and the person's dealings with it. Only what was displayed can be approved. */
import { create } from 'zustand'
import type { Amendment, Departure } from '../../shared/departure.ts'
import type { Problem } from '../../shared/problems.ts'
import type { Result } from '../../shared/result.ts'
import { bridge } from '../bridge.ts'

/** What the person has decided and main is still carrying out. */
export type Deciding = 'approve' | 'refuse' | 'answer-here' | 'amend'

/** A phrase has one fate: the last that was chosen for it. */
const releasedAfter = (released: readonly string[], amendment: Amendment): readonly string[] => {
  if (!('phrase' in amendment)) return released
  const rest = released.filter((phrase) => phrase.toLowerCase() !== amendment.phrase.toLowerCase())
  return amendment.kind === 'release' ? [...rest, amendment.phrase] : rest
}

/** What stood on the screen when the person decided. */
interface Displayed { readonly id: string; readonly revision: number; readonly sha256: string }

interface DepartureState {
  readonly departure: Departure | null
  readonly deciding: Deciding | null
  /** Phrases that the person let leave as written, in this departure alone. */
  readonly released: readonly string[]
  /** Why the last decision could not be carried out. */
  readonly problem: Problem | null
  readonly load: () => Promise<void>
  readonly hear: (departure: Departure | null) => void
  /** Approves exactly what was displayed, named by its revision and by the hash of the displayed bytes. */
  readonly approve: (displayed: Displayed) => Promise<void>
  readonly refuse: () => Promise<void>
  readonly answerHere: () => Promise<void>
  readonly amend: (amendment: Amendment) => Promise<boolean>
  readonly forget: () => void
}

export const useDeparture = create<DepartureState>((set, get) => {
  const decide = async (deciding: Deciding, call: (departure: Departure) => Promise<Result<null>>): Promise<void> => {
    const { departure } = get()
    if (departure === null || get().deciding !== null) return
    set({ deciding, problem: null })
    const answer = await call(departure)
    const isStillShown = get().departure?.id === departure.id
    if (answer.ok) set(isStillShown ? { departure: null, deciding: null } : { deciding: null })
    else set({ deciding: null, problem: isStillShown ? answer.problem : null })
  }
  return {
    departure: null,
    deciding: null,
    released: [],
    problem: null,
    load: async () => {
      const answer = await bridge.departure.waiting(null)
      if (answer.ok) get().hear(answer.value)
    },
    hear: (departure) => {
      const shown = get().departure
      // News that was overtaken by a newer revision is old news.
      if (departure !== null && shown?.id === departure.id && departure.revision < shown.revision) return
      set(departure?.id === shown?.id ? { departure } : { departure, deciding: null, released: [], problem: null })
    },
    approve: ({ id, revision, sha256 }) => decide('approve', () => bridge.departure.approve({ id, revision, sha256 })),
    refuse: () => decide('refuse', ({ id }) => bridge.departure.refuse({ id })),
    answerHere: () => decide('answer-here', ({ id }) => bridge.departure.answerHere({ id })),
    amend: async (amendment) => {
      const { departure } = get()
      if (departure === null || get().deciding !== null) return false
      set({ deciding: 'amend', problem: null })
      const answer = await bridge.departure.amend({ id: departure.id, revision: departure.revision, amendment })
      if (answer.ok) {
        set({ deciding: null })
        if (get().departure?.id !== departure.id) return true
        get().hear(answer.value)
        set({ released: releasedAfter(get().released, amendment) })
      } else set({ deciding: null, problem: answer.problem })
      return answer.ok
    },
    forget: () => { set({ departure: null, deciding: null, released: [], problem: null }) },
  }
})
