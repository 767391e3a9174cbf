/** Whether there is a vault, whether it is open, and whether its owner is still being welcomed. */
import { create } from 'zustand'
import type { VaultState } from '../../shared/ipc/contract.ts'
import type { Problem } from '../../shared/problems.ts'
import { atStart, bridge } from '../bridge.ts'
import { useChat } from './chat.ts'
import { useSetup } from './setup.ts'

interface Session {
  /** At first as it looks at a glance; null where that is not enough, until main has answered. */
  readonly vault: VaultState | null
  readonly problem: Problem | null
  /** True from creating a vault until its first household is chosen: the vault is open, but the welcome is not over. */
  readonly isWelcoming: boolean
  /** Until the vault has been open: then nobody has locked it yet. */
  readonly isStart: boolean
  /** Asks main; what it says is shown no sooner than `first` has settled. */
  readonly load: (first?: Promise<unknown>) => Promise<void>
  readonly hear: (vault: VaultState) => void
  readonly setWelcoming: (isWelcoming: boolean) => void
  readonly lock: () => Promise<void>
}

export const useSession = create<Session>((set) => ({
  vault: atStart()?.vault ?? null,
  problem: null,
  isWelcoming: false,
  isStart: true,
  load: async (first) => {
    const [answer] = await Promise.all([bridge.vault.state(null), first])
    set(answer.ok ? { vault: answer.value, problem: null, ...(answer.value.state === 'open' ? { isStart: false } : {}) } : { problem: answer.problem })
  },
  hear: (vault) => { set(vault.state === 'open' ? { vault, isStart: false } : { vault, isWelcoming: false }) },
  setWelcoming: (isWelcoming) => { set({ isWelcoming }) },
  lock: async () => {
    useChat.getState().keepDrafts()
    useSetup.getState().keep()
    const answer = await bridge.vault.lock(null)
    if (!answer.ok) set({ problem: answer.problem })
  },
}))
