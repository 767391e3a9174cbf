/** The calendar as the window knows it: the events of the stretch in view and the changes that can be undone. Rules stay in main. */
import { create } from 'zustand'
import type { CalendarEvent, ChangeSet, ChangeSummary, EventDraft, Scope } from '../../shared/calendar.ts'
import type { Problem } from '../../shared/problems.ts'
import type { Result } from '../../shared/result.ts'
import type { Span } from '../../shared/time.ts'
import { bridge } from '../bridge.ts'
import { createQuestions } from './questions.ts'

export type CalendarLook = 'day' | 'week' | 'month' | 'agenda'

/** Whose events are shown: nobody and no devices = everything. */
export interface Only { readonly people: readonly string[]; readonly devices: boolean }

interface CalendarState {
  readonly look: CalendarLook
  /** A date inside what is shown, so that coming back shows the same; null = today. */
  readonly date: string | null
  readonly only: Only
  readonly span: Span | null
  /** null until the first answer. */
  readonly events: readonly CalendarEvent[] | null
  readonly problem: Problem | null
  /** Newest first. */
  readonly history: readonly ChangeSummary[]
  readonly setLook: (look: CalendarLook) => void
  readonly setDate: (date: string) => void
  readonly setOnly: (only: Only) => void
  /** Shows another stretch of time; the answer to the newest question counts. */
  readonly show: (span: Span) => Promise<void>
  readonly refresh: () => Promise<void>
  /** With an id an edit, without one a new event. `changeSetId` is the change that undoes it, when it is known. */
  readonly save: (id: string | null, event: EventDraft, scope: Scope) => Promise<Result<{ readonly event: CalendarEvent; readonly changeSetId: string | null }>>
  /** The event that begins the series a time belongs to, with its rule; null for a single event. */
  readonly seriesOf: (id: string) => Promise<Result<CalendarEvent | null>>
  readonly remove: (id: string, scope: Scope) => Promise<Result<{ readonly changeSetId: string | null }>>
  /** Undoes that change, or the newest one for null. */
  readonly undo: (changeSetId: string | null) => Promise<Result<ChangeSet>>
  readonly forget: () => void
}

const empty = { look: 'week', date: null, only: { people: [], devices: false }, span: null, events: null, problem: null, history: [] } as const

const questions = createQuestions()

export const useCalendar = create<CalendarState>((set, get) => ({
  ...empty,
  setLook: (look) => { set({ look }) },
  setDate: (date) => { set({ date }) },
  setOnly: (only) => { set({ only }) },
  show: async (span) => {
    set({ span })
    await get().refresh()
  },
  refresh: async () => {
    const { span } = get()
    if (span === null) return
    const isNewest = questions.ask()
    const [events, history] = await Promise.all([bridge.calendar.between(span), bridge.calendar.history(null)])
    if (!isNewest()) return
    set({
      problem: !events.ok ? events.problem : !history.ok ? history.problem : null,
      ...(events.ok ? { events: events.value } : {}),
      ...(history.ok ? { history: history.value } : {}),
    })
  },
  save: async (id, event, scope) => {
    const saved = await bridge.calendar.save({ id, event, scope })
    if (!saved.ok) return saved
    await get().refresh()
    return { ok: true, value: { event: saved.value, changeSetId: await lastChange() } }
  },
  seriesOf: (id) => bridge.calendar.series({ id }),
  remove: async (id, scope) => {
    const removed = await bridge.calendar.remove({ id, scope })
    if (!removed.ok) return removed
    await get().refresh()
    return { ok: true, value: { changeSetId: await lastChange() } }
  },
  undo: async (changeSetId) => {
    const undone = await bridge.calendar.undo({ changeSetId })
    await get().refresh()
    return undone
  },
  forget: () => {
    questions.drop()
    set(empty)
  },
}))

/** The newest change made by hand that still stands. */
export const lastChange = async (): Promise<string | null> => {
  const history = await bridge.calendar.history(null)
  return history.ok ? history.value.find((set) => !set.undone && set.source === 'hand')?.id ?? null : null
}
