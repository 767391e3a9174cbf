/** Searching all conversations: what is typed, what was found, and the turn to jump to. */
import { create } from 'zustand'
import type { Found } from '../../shared/conversation.ts'
import type { Problem } from '../../shared/problems.ts'
import { bridge } from '../bridge.ts'

interface ChatSearch {
  readonly query: string
  /** For the newest query that was answered; null while there is none. */
  readonly found: Found | null
  readonly problem: Problem | null
  /** The turn to bring into sight; the thread clears it once it has. */
  readonly jumpTo: string | null
  /** Grows when the search field should take the focus. */
  readonly calls: number
  readonly search: (query: string) => Promise<void>
  readonly jump: (turnId: string) => void
  readonly landed: () => void
  readonly askForField: () => void
  readonly forget: () => void
}

const nothing = { query: '', found: null, problem: null, jumpTo: null } as const

export const useChatSearch = create<ChatSearch>((set, get) => ({
  ...nothing,
  calls: 0,
  search: async (query) => {
    if (query.trim() === '') { set({ query, found: null, problem: null }); return }
    set({ query })
    const answer = await bridge.chat.search({ query })
    // Meanwhile more may have been typed.
    if (get().query !== query) return
    set(answer.ok ? { found: answer.value, problem: null } : { found: null, problem: answer.problem })
  },
  jump: (turnId) => { set({ jumpTo: turnId }) },
  landed: () => { set({ jumpTo: null }) },
  askForField: () => { set(({ calls }) => ({ calls: calls + 1 })) },
  forget: () => { set(nothing) },
}))
