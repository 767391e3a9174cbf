/** Which view is in front, and what it was asked to show. */
import { create } from 'zustand'
import type { SetupStep } from '../../shared/setup-steps.ts'
import type { Instant } from '../../shared/time.ts'

export const views = ['today', 'chat', 'calendar', 'tasks', 'household', 'ledger', 'settings'] as const
export type View = (typeof views)[number]

/** What the view that is gone to should bring into sight. It clears the target once it has. */
type Target =
  | { readonly kind: 'event'; /** The week or day to show. */ readonly at: Instant; /** Events to point out. */ readonly ids: readonly string[] }
  | { readonly kind: 'receipt'; readonly id: string }
  /** What left of one entry of the household: "person/emma". */
  | { readonly kind: 'entry'; readonly entity: string }
  /** The form of a new event or task. */
  | { readonly kind: 'new' }

interface Navigation {
  readonly view: View
  readonly target: Target | null
  /** Which step of setting up stands in front of all rooms; null = none does. */
  readonly setup: SetupStep | 'end' | null
  readonly go: (view: View, target?: Target) => void
  readonly clearTarget: () => void
  readonly setUp: (step: SetupStep | 'end') => void
}

export const useNavigation = create<Navigation>((set) => ({
  view: 'chat',
  target: null,
  setup: null,
  go: (view, target) => { set({ view, target: target ?? null, setup: null }) },
  clearTarget: () => { set({ target: null }) },
  setUp: (setup) => { set({ setup }) },
}))
