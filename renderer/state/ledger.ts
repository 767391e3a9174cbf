/** The ledger as the window knows it: everything that ever left, and whether its chain holds. */
import { create } from 'zustand'
import type { Receipt } from '../../shared/departure.ts'
import type { Replies } from '../../shared/ipc/contract.ts'
import type { Problem } from '../../shared/problems.ts'
import { bridge } from '../bridge.ts'
import { createQuestions } from './questions.ts'

export type ChainCheck = Replies<'ledger', 'verify'>

interface LedgerState {
  /** Newest first; null until the first answer. */
  readonly receipts: readonly Receipt[] | null
  readonly problem: Problem | null
  /** What the last check of the chain found; null when there was none, or the ledger has changed since. */
  readonly check: ChainCheck | null
  readonly checkProblem: Problem | null
  readonly isChecking: boolean
  readonly load: () => Promise<void>
  readonly verify: () => Promise<void>
  readonly forget: () => void
}

const empty = { receipts: null, problem: null, check: null, checkProblem: null, isChecking: false } as const

const questions = createQuestions()

export const useLedger = create<LedgerState>((set) => ({
  ...empty,
  load: async () => {
    const isNewest = questions.ask()
    const listed = await bridge.ledger.list(null)
    if (!isNewest()) return
    set(listed.ok ? { receipts: listed.value, problem: null, check: null, checkProblem: null } : { problem: listed.problem })
  },
  verify: async () => {
    set({ isChecking: true, check: null, checkProblem: null })
    const verified = await bridge.ledger.verify(null)
    set(verified.ok ? { isChecking: false, check: verified.value } : { isChecking: false, checkProblem: verified.problem })
  },
  forget: () => {
    questions.drop()
    set(empty)
  },
}))
