/** The ledger as the window knows it: everything that ever left, and whether its chain holds. */
import { create } from 'zustand'
import type { Receipt } from '../../shared/departure.ts'
import type { Replies } from '../../shared/ipc/contract.ts'
import type { Problem } from '../../shared/problems.ts'
import type { Result } from '../../shared/result.ts'
import { bridge } from '../bridge.ts'
import { createQuestions } from './questions.ts'

export type ChainCheck = Replies<'ledger', 'verify'>
export type SeenByAll = Replies<'ledger', 'seen'>
export type HeadCheck = Replies<'ledger', 'compareHead'>

interface LedgerState {
  /** Newest first; null until the first answer. */
  readonly receipts: readonly Receipt[] | null
  readonly problem: Problem | null
  /** What the last check of the chain found; null when there was none, or the ledger has changed since. */
  readonly check: ChainCheck | null
  readonly checkProblem: Problem | null
  readonly isChecking: boolean
  /** What a saved head said of the ledger; null when none was compared, or the ledger has changed since. */
  readonly compared: NonNullable<HeadCheck> | null
  /** What every provider was told of every entry; null until it was asked for. */
  readonly seen: SeenByAll | null
  readonly load: () => Promise<void>
  readonly loadSeen: () => Promise<void>
  /** Something left just now: what was read before is read anew. */
  readonly hear: () => void
  readonly verify: () => Promise<void>
  /** Saves the head where the person says; its file's name, null when they say nowhere. */
  readonly saveHead: () => Promise<Result<string | null>>
  readonly compareHead: () => Promise<Problem | null>
  readonly forget: () => void
}

const empty = { receipts: null, problem: null, check: null, checkProblem: null, isChecking: false, compared: null, seen: null } as const

const questions = createQuestions(), seenQuestions = createQuestions()
/** What somebody has looked at since unlocking. */
let asked = { receipts: false, seen: false }

export const useLedger = create<LedgerState>((set, get) => ({
  ...empty,
  load: async () => {
    asked = { ...asked, receipts: true }
    const isNewest = questions.ask()
    const listed = await bridge.ledger.list(null)
    if (!isNewest()) return
    set(listed.ok ? { receipts: listed.value, problem: null, check: null, checkProblem: null, compared: null } : { problem: listed.problem })
  },
  loadSeen: async () => {
    asked = { ...asked, seen: true }
    const isNewest = seenQuestions.ask()
    const answer = await bridge.ledger.seen(null)
    if (!isNewest()) return
    set(answer.ok ? { seen: answer.value } : { problem: answer.problem })
  },
  hear: () => {
    if (asked.receipts) void get().load()
    if (asked.seen) void get().loadSeen()
  },
  verify: async () => {
    set({ isChecking: true, check: null, checkProblem: null, compared: null })
    const verified = await bridge.ledger.verify(null)
    set(verified.ok ? { isChecking: false, check: verified.value } : { isChecking: false, checkProblem: verified.problem })
  },
  saveHead: () => bridge.ledger.saveHead(null),
  compareHead: async () => {
    const answer = await bridge.ledger.compareHead(null)
    if (!answer.ok) return answer.problem
    if (answer.value !== null) set({ compared: answer.value, check: null, checkProblem: null })
    return null
  },
  forget: () => {
    questions.drop()
    seenQuestions.drop()
    asked = { receipts: false, seen: false }
    set(empty)
  },
}))
