/** What the shell lays over the rooms: the list of commands, or the list of keys. */
import { create } from 'zustand'

interface OverlayState {
  readonly shown: 'commands' | 'shortcuts' | null
  readonly show: (what: 'commands' | 'shortcuts') => void
  readonly close: () => void
}

export const useOverlay = create<OverlayState>((set) => ({
  shown: null,
  show: (shown) => { set({ shown }) },
  close: () => { set({ shown: null }) },
}))
