/** Which view is in front, and what it was asked to show. */
import { create } from 'zustand'
import { rooms, type Room } from '../../shared/commands.ts'
import type { SetupStep } from '../../shared/setup-steps.ts'
import type { Instant } from '../../shared/time.ts'

export const views = rooms
export type View = Room

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
  /** The household is being told in chat, as a step of setting up. */
  readonly isTelling: boolean
  readonly go: (view: View, target?: Target) => void
  readonly clearTarget: () => void
  readonly setUp: (step: SetupStep | 'end') => void
  /** To the chat, to tell there who lives here. */
  readonly tell: () => void
}

export const useNavigation = create<Navigation>((set) => ({
  view: 'chat',
  target: null,
  setup: null,
  isTelling: false,
  go: (view, target) => { set({ view, target: target ?? null, setup: null, isTelling: false }) },
  clearTarget: () => { set({ target: null }) },
  setUp: (setup) => { set({ setup, isTelling: false }) },
  tell: () => { set({ view: 'chat', target: null, setup: null, isTelling: true }) },
}))
