/** Conversations, their turns and unsent drafts. Main answers; news keep what is shown up to date. */
import { create } from 'zustand'
import type { EventDraft } from '../../shared/calendar.ts'
import type { Conversation, Route, Turn } from '../../shared/conversation.ts'
import type { Requests, Replies } from '../../shared/ipc/contract.ts'
import type { Problem } from '../../shared/problems.ts'
import { ok, type Result } from '../../shared/result.ts'
import { bridge } from '../bridge.ts'
import { createDraftKeeper } from './drafts.ts'

/** The key of the draft that belongs to no conversation yet. */
const NEW = 'new'

export interface Queued { readonly text: string; readonly route: Route }

interface ChatState {
  /** Newest first; null until they were read. */
  readonly conversations: readonly Conversation[] | null
  /** The conversation in front; null = a new one that begins with the first sentence. */
  readonly currentId: string | null
  /** By conversation; absent until they were read. */
  readonly turns: Readonly<Record<string, readonly Turn[]>>
  /** By conversation: how many stand before those that were read. */
  readonly earlier: Readonly<Record<string, number>>
  readonly drafts: Readonly<Record<string, string>>
  /** By conversation, what is sent when the answer before it is there. The vault keeps it in front of the draft, so that it outlives a crash as one. */
  readonly queued: Readonly<Record<string, Queued>>
  readonly route: Route
  /** By turn, the positions of the changes that are left out of its proposal. */
  readonly leftOut: Readonly<Record<string, readonly number[]>>
  /** Why the list or the thread could not be read. */
  readonly loadProblem: Problem | null
  /** Why the last sentence was not taken; it is back in the composer. */
  readonly sendProblem: Problem | null
  readonly isSending: boolean
  /** Grows when the composer should take the focus. */
  readonly composerCalls: number
  readonly load: () => Promise<void>
  readonly open: (id: string) => Promise<void>
  /** Reads what stands before what was read, back to a turn at least where one is named. Does nothing while it is being read. */
  readonly readEarlier: (until: string | null) => Promise<void>
  /** Puts a new conversation in front; it is made when something is sent. */
  readonly begin: () => void
  readonly setDraft: (text: string) => void
  readonly setRoute: (route: Route) => void
  /** Sends the text as it is, by the chosen route or, this once, by another, or to the practice cloud. The draft is kept until main has taken it. */
  readonly send: (text: string, by?: Route, practice?: boolean) => Promise<void>
  /** Sets the draft aside until the answer in front is there; a second one joins the first. */
  readonly queue: () => void
  /** Puts what waits back in front of the draft; where `isDropped`, it is gone. */
  readonly unqueue: (conversationId: string, isDropped?: boolean) => void
  readonly stop: (turnId: string) => Promise<void>
  readonly remove: (id: string) => Promise<Problem | null>
  /** Another title, or another place in the list. */
  readonly change: (id: string, title: string, pinned: boolean) => Promise<Problem | null>
  /** Saves one conversation or (null) all where the person says; null when they say nowhere. */
  readonly saveFile: (id: string | null, form: Requests<'chat', 'saveFile'>['form']) => Promise<Result<Replies<'chat', 'saveFile'>>>
  /** Adds what a file holds and opens the first of it; how many conversations, null when no file was picked. */
  readonly openFile: () => Promise<Result<number | null>>
  /** Puts a text behind the draft, as one quotes it. */
  readonly quote: (text: string) => void
  /** Leaves changes out of the proposal of a turn, or takes them in again. */
  readonly leaveOut: (turnId: string, positions: readonly number[], isLeftOut: boolean) => void
  /** The yes, to all that is not left out. */
  readonly accept: (turnId: string) => Promise<Problem | null>
  /** Changes an event of an open proposal. What is left out stays so. */
  readonly amend: (turnId: string, at: number, event: EventDraft) => Promise<Problem | null>
  readonly dismiss: (turnId: string) => Promise<Problem | null>
  /** Takes an accepted proposal out of the calendar again. */
  readonly undo: (turn: Turn) => Promise<Problem | null>
  readonly hear: (turn: Turn) => void
  /** Proposals may have been undone from elsewhere. */
  readonly hearCalendar: () => Promise<void>
  readonly askForComposer: () => void
  /** Saves at once what was typed last. */
  readonly keepDrafts: () => void
  readonly forget: () => void
}

const empty = { conversations: null, currentId: null, turns: {}, earlier: {}, drafts: {}, queued: {}, leftOut: {}, route: 'auto', loadProblem: null, sendProblem: null, isSending: false, composerCalls: 0 } as const

const without = <T>(record: Readonly<Record<string, T>>, key: string): Readonly<Record<string, T>> => Object.fromEntries(Object.entries(record).filter(([name]) => name !== key))

const joined = (first: string, second: string): string => [first.trim(), second].filter((text) => text.trim() !== '').join('\n\n')

export const draftOf = (state: ChatState): string => state.drafts[state.currentId ?? NEW] ?? ''

const nothingLeftOut: readonly number[] = []
/** Selects what is left out of the proposal of a turn. */
export const leftOutOf = (turnId: string) => (state: ChatState): readonly number[] => state.leftOut[turnId] ?? nothingLeftOut

export const useChat = create<ChatState>((set, get) => {
  const put = (turn: Turn, options: { readonly onlyIfNew: boolean }): void => {
    set((state) => {
      const known = state.turns[turn.conversationId] ?? []
      const at = known.findIndex((one) => one.id === turn.id)
      if (at === -1) return { turns: { ...state.turns, [turn.conversationId]: [...known, turn] } }
      return options.onlyIfNew ? {} : { turns: { ...state.turns, [turn.conversationId]: known.with(at, turn) } }
    })
  }
  let isReading = false
  const keeper = createDraftKeeper({
    save: (draft) => bridge.chat.saveDraft(draft),
    after: (ms, call) => { const timer = setTimeout(call, ms); return () => { clearTimeout(timer) } },
    onRefused: (sendProblem) => { set({ sendProblem }) },
  })
  /** What was typed since the window opened is newer than what the vault has. */
  const readDrafts = async (): Promise<void> => {
    const answer = await bridge.chat.drafts(null)
    if (answer.ok) set(({ drafts }) => ({ drafts: { ...Object.fromEntries(answer.value.map(({ conversationId, text }) => [conversationId ?? NEW, text])), ...drafts } }))
    else set({ loadProblem: answer.problem })
  }
  /** What the vault keeps as the draft. */
  const noteDraft = (conversationId: string | null): void => {
    const { queued, drafts } = get(), key = conversationId ?? NEW
    keeper.note(conversationId, joined(queued[key]?.text ?? '', drafts[key] ?? ''))
  }
  const deliver = async (conversationId: string, text: string, route: Route, practice?: boolean): Promise<boolean> => {
    const answer = await bridge.chat.send({ conversationId, text: text.trim(), route, ...(practice === true ? { practice } : {}) })
    set({ isSending: false })
    if (!answer.ok) { set({ sendProblem: answer.problem }); return false }
    // News about the turn may have come before this reply, and know more.
    put(answer.value, { onlyIfNew: true })
    return true
  }
  /** An answer that asks back, or is none, gives what waited for it back: it may have to be said otherwise now. */
  const afterAnswer = async ({ id, conversationId, answer }: Turn): Promise<void> => {
    const next = get().queued[conversationId]
    if (next === undefined || get().turns[conversationId]?.at(-1)?.id !== id || !['done', 'problem', 'stopped'].includes(answer.status)) return
    get().unqueue(conversationId)
    if (answer.status !== 'done' || answer.choices.length > 0 || get().isSending) return
    set(({ drafts }) => ({ isSending: true, drafts: { ...drafts, [conversationId]: (drafts[conversationId] ?? '').slice(next.text.length).trimStart() } }))
    if (!await deliver(conversationId, next.text, next.route)) set(({ drafts }) => ({ drafts: { ...drafts, [conversationId]: joined(next.text, drafts[conversationId] ?? '') } }))
    noteDraft(conversationId)
    keeper.flush()
    await readConversations()
  }
  const decide = async (call: () => ReturnType<typeof bridge.calendar.accept>): Promise<Problem | null> => {
    const answer = await call()
    if (!answer.ok) return answer.problem
    put(answer.value, { onlyIfNew: false })
    return null
  }
  const readTurns = async (conversationId: string): Promise<void> => {
    // Again as far back as it was read before.
    const answer = await bridge.chat.turns({ conversationId, before: null, until: get().turns[conversationId]?.[0]?.id ?? null })
    set((state) => answer.ok ? { turns: { ...state.turns, [conversationId]: answer.value.turns }, earlier: { ...state.earlier, [conversationId]: answer.value.earlier }, loadProblem: null } : { loadProblem: answer.problem })
  }
  const readConversations = async (): Promise<void> => {
    const answer = await bridge.chat.conversations(null)
    set(answer.ok ? { conversations: answer.value, loadProblem: null } : { loadProblem: answer.problem })
  }
  /** Makes the conversation that a first sentence begins; the draft moves into it. null when it could not be made. */
  const start = async (): Promise<string | null> => {
    const started = await bridge.chat.start(null)
    if (!started.ok) {
      set({ isSending: false, sendProblem: started.problem })
      return null
    }
    const { id } = started.value
    set(({ currentId, drafts, turns }) => ({
      currentId: currentId ?? id,
      drafts: { ...without(drafts, NEW), [id]: drafts[NEW] ?? '' },
      turns: { ...turns, [id]: turns[id] ?? [] },
    }))
    keeper.note(id, get().drafts[id] ?? '')
    keeper.note(null, '')
    keeper.flush()
    return id
  }

  return {
    ...empty,
    load: async () => {
      await readDrafts()
      await readConversations()
      const { currentId, conversations } = get()
      const newest = conversations?.[0]
      if (currentId === null && newest !== undefined) await get().open(newest.id)
    },
    open: async (id) => {
      set({ currentId: id, sendProblem: null })
      await readTurns(id)
    },
    readEarlier: async (until) => {
      const { currentId: id, turns, earlier } = get(), before = id === null ? undefined : turns[id]?.[0]?.id
      if (id === null || before === undefined || (earlier[id] ?? 0) === 0 || isReading) return
      isReading = true
      const answer = await bridge.chat.turns({ conversationId: id, before, until })
      isReading = false
      set((state) => {
        if (!answer.ok) return { loadProblem: answer.problem }
        const there = state.turns[id] ?? []
        // It may have been read anew meanwhile.
        return there[0]?.id === before ? { turns: { ...state.turns, [id]: [...answer.value.turns, ...there] }, earlier: { ...state.earlier, [id]: answer.value.earlier } } : {}
      })
    },
    begin: () => { set((state) => ({ currentId: null, sendProblem: null, composerCalls: state.composerCalls + 1 })) },
    setDraft: (text) => {
      set((state) => ({ drafts: { ...state.drafts, [state.currentId ?? NEW]: text }, sendProblem: null }))
      noteDraft(get().currentId)
    },
    setRoute: (route) => { set({ route }) },
    send: async (text, by, practice) => {
      if (text.trim() === '' || get().isSending) return
      set({ isSending: true, sendProblem: null })
      const conversationId = get().currentId ?? await start()
      if (conversationId === null) return
      if (!await deliver(conversationId, text, by ?? get().route, practice)) return
      if (get().drafts[conversationId]?.trim() === text.trim()) {
        set(({ drafts }) => ({ drafts: without(drafts, conversationId) }))
        noteDraft(conversationId)
        keeper.flush()
      }
      await readConversations()
    },
    queue: () => {
      const { currentId: id, drafts, queued, route } = get(), text = draftOf(get()).trim()
      if (id === null || text === '') return
      set({ queued: { ...queued, [id]: { text: joined(queued[id]?.text ?? '', text), route } }, drafts: without(drafts, id) })
      noteDraft(id)
    },
    unqueue: (id, isDropped = false) => {
      const { queued, drafts } = get(), text = queued[id]?.text
      if (text === undefined) return
      set({ queued: without(queued, id), ...(isDropped ? {} : { drafts: { ...drafts, [id]: joined(text, drafts[id] ?? '') } }) })
      noteDraft(id)
    },
    stop: async (turnId) => {
      const answer = await bridge.chat.stop({ turnId })
      if (!answer.ok) set({ sendProblem: answer.problem })
    },
    remove: async (id) => {
      const answer = await bridge.chat.remove({ conversationId: id })
      if (!answer.ok) return answer.problem
      set((state) => ({ turns: without(state.turns, id), drafts: without(state.drafts, id), queued: without(state.queued, id), currentId: state.currentId === id ? null : state.currentId, conversations: state.conversations?.filter((one) => one.id !== id) ?? null }))
      return null
    },
    change: async (id, title, pinned) => {
      const answer = await bridge.chat.change({ conversationId: id, title, pinned })
      if (!answer.ok) return answer.problem
      set(({ conversations }) => ({ conversations: conversations?.map((one) => (one.id === id ? answer.value : one)) ?? null }))
      return null
    },
    saveFile: (id, form) => bridge.chat.saveFile({ conversationId: id, form }),
    openFile: async () => {
      const added = await bridge.chat.openFile(null)
      if (!added.ok) return added
      const first = added.value?.[0]
      if (first === undefined) return ok(null)
      await readConversations()
      await get().open(first.id)
      return ok(added.value?.length ?? 0)
    },
    quote: (text) => {
      const before = draftOf(get()).trimEnd()
      get().setDraft(`${before === '' ? '' : `${before}\n\n`}${text.trim().split('\n').map((line) => `> ${line}`.trimEnd()).join('\n')}\n\n`)
      get().askForComposer()
    },
    leaveOut: (turnId, positions, isLeftOut) => {
      set(({ leftOut }) => {
        const others = (leftOut[turnId] ?? []).filter((at) => !positions.includes(at))
        return { leftOut: { ...leftOut, [turnId]: isLeftOut ? [...others, ...positions] : others } }
      })
    },
    accept: async (turnId) => {
      const refused = await decide(() => bridge.calendar.accept({ turnId, without: [...leftOutOf(turnId)(get())] }))
      // What was left out is no longer in the proposal, and the positions are others.
      if (refused === null) set(({ leftOut }) => ({ leftOut: without(leftOut, turnId) }))
      return refused
    },
    amend: (turnId, at, event) => decide(() => bridge.calendar.amend({ turnId, at, event })),
    dismiss: (turnId) => decide(() => bridge.calendar.dismiss({ turnId })),
    undo: async (turn) => {
      const answer = await bridge.calendar.undo({ changeSetId: turn.answer.proposal?.changeSetId ?? null })
      if (!answer.ok) return answer.problem
      await readTurns(turn.conversationId)
      return null
    },
    hear: (turn) => {
      put(turn, { onlyIfNew: false })
      void afterAnswer(turn)
      if (turn.answer.status === 'done') void readConversations()
    },
    hearCalendar: async () => {
      const { currentId, turns } = get()
      const hasAccepted = currentId !== null && (turns[currentId] ?? []).some((turn) => turn.answer.proposal?.status === 'accepted')
      if (hasAccepted) await readTurns(currentId)
    },
    askForComposer: () => { set((state) => ({ composerCalls: state.composerCalls + 1 })) },
    keepDrafts: () => { keeper.flush() },
    forget: () => {
      keeper.forget()
      set(empty)
    },
  }
})
