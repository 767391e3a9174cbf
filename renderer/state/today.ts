/** What Today shows beyond the tasks and the household: the events of the days ahead, and proposals that wait for a yes or a no. */
import { create } from 'zustand'
import type { CalendarEvent, Proposal } from '../../shared/calendar.ts'
import type { Problem } from '../../shared/problems.ts'
import type { Result } from '../../shared/result.ts'
import type { Instant, Span } from '../../shared/time.ts'
import { bridge } from '../bridge.ts'
import { createQuestions } from './questions.ts'

/** So many conversations, the newest first, are looked through for open proposals among what was said last. */
const CONVERSATIONS = 5

export interface OpenProposal { readonly conversationId: string; readonly turnId: string; readonly at: Instant; readonly proposal: Proposal }

interface TodayState {
  /** null while nobody looks: then nothing is read anew. */
  readonly span: Span | null
  /** null until the first answer; series as their single times. */
  readonly events: readonly CalendarEvent[] | null
  /** Newest first, of the newest conversations. */
  readonly proposals: readonly OpenProposal[]
  readonly problem: Problem | null
  /** Shows a stretch of time; the answer to the newest question counts. */
  readonly show: (span: Span) => Promise<void>
  readonly refresh: () => Promise<void>
  /** Nobody looks any more; what was read stays for the next time. */
  readonly leave: () => void
  readonly forget: () => void
}

const empty = { span: null, events: null, proposals: [], problem: null } as const

const questions = createQuestions()

export const useToday = create<TodayState>((set, get) => ({
  ...empty,
  show: async (span) => {
    set({ span })
    await get().refresh()
  },
  refresh: async () => {
    const { span } = get()
    if (span === null) return
    const isNewest = questions.ask()
    const [events, proposals] = await Promise.all([bridge.calendar.between(span), readProposals()])
    if (!isNewest()) return
    set({
      problem: !events.ok ? events.problem : !proposals.ok ? proposals.problem : null,
      ...(events.ok ? { events: events.value } : {}),
      ...(proposals.ok ? { proposals: proposals.value } : {}),
    })
  },
  leave: () => { set({ span: null }) },
  forget: () => {
    questions.drop()
    set(empty)
  },
}))

const readProposals = async (): Promise<Result<readonly OpenProposal[]>> => {
  const conversations = await bridge.chat.conversations(null)
  if (!conversations.ok) return conversations
  const open: OpenProposal[] = []
  for (const { id } of conversations.value.slice(0, CONVERSATIONS)) {
    const page = await bridge.chat.turns({ conversationId: id, before: null, until: null })
    if (!page.ok) return page
    for (const turn of page.value.turns) {
      const { proposal } = turn.answer
      if (proposal?.status === 'open') open.push({ conversationId: id, turnId: turn.id, at: turn.at, proposal })
    }
  }
  return { ok: true, value: open.sort((a, b) => b.at.localeCompare(a.at)) }
}
