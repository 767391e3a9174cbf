/** What a standing rule would have changed about past departures: asked of main, shown once, forgotten when the vault locks. */
import { create } from 'zustand'
import type { Replay } from '../../shared/departure.ts'
import type { StandingRule } from '../../shared/household.ts'
import type { Problem } from '../../shared/problems.ts'
import { bridge } from '../bridge.ts'
import { createQuestions } from './questions.ts'

/** `idle` until something is asked; a new question takes the place of an older one, whichever is answered first. */
type Look = { readonly kind: 'idle' } | { readonly kind: 'looking' } | { readonly kind: 'seen'; readonly replay: Replay } | { readonly kind: 'failed'; readonly problem: Problem }

interface ReplayState {
  readonly look: Look
  readonly ask: (rule: Pick<StandingRule, 'kind' | 'phrase'>) => Promise<void>
  readonly forget: () => void
}

const questions = createQuestions()

export const useReplay = create<ReplayState>((set) => ({
  look: { kind: 'idle' },
  ask: async ({ kind, phrase }) => {
    const isNewest = questions.ask()
    set({ look: { kind: 'looking' } })
    const answer = await bridge.departure.replay({ kind, phrase })
    if (isNewest()) set({ look: answer.ok ? { kind: 'seen', replay: answer.value } : { kind: 'failed', problem: answer.problem } })
  },
  forget: () => {
    questions.drop()
    set({ look: { kind: 'idle' } })
  },
}))
