/** What the shell lays over the rooms: the list of commands, or the list of keys; and what the menu calls. */
import { create } from 'zustand'
import type { MenuCommand } from '../../shared/commands.ts'

interface OverlayState {
  readonly shown: 'commands' | 'shortcuts' | null
  readonly show: (what: 'commands' | 'shortcuts') => void
  readonly close: () => void
  /** What the menu called last; the shell runs each once. */
  readonly called: { readonly command: MenuCommand } | null
  readonly call: (command: MenuCommand) => void
}

export const useOverlay = create<OverlayState>((set) => ({
  shown: null,
  called: null,
  show: (shown) => { set({ shown }) },
  close: () => { set({ shown: null, called: null }) },
  call: (command) => { set({ called: { command } }) },
}))
