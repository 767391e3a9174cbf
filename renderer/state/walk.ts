/** The guided walk along the departure panel: where it stands, from a prepared question to the receipt. */
import { create } from 'zustand'
import { useChat } from './chat.ts'
import { useDeparture } from './departure.ts'
import { useNavigation } from './navigation.ts'

/** The notes at the desk, in their order. */
export const deskNotes = ['leaves', 'marks', 'select', 'decide'] as const
type DeskNote = (typeof deskNotes)[number]

interface WalkState {
  /** null = no walk is taken. */
  readonly at: 'ask' | 'asked' | DeskNote | 'decided' | 'ledger' | null
  /** The notes at the desk were read or closed; the walk goes on after the decision. */
  readonly isQuiet: boolean
  readonly begin: () => void
  /** Sends the prepared question to the practice cloud. */
  readonly ask: (question: string) => void
  readonly turnTo: (note: DeskNote) => void
  /** Closes the notes at the desk. */
  readonly hush: () => void
  readonly showLedger: (receiptId: string | null) => void
  readonly end: () => void
}

const nowhere = { at: null, isQuiet: false } as const

export const useWalk = create<WalkState>((set, get) => ({
  ...nowhere,
  begin: () => {
    useNavigation.getState().go('chat')
    useChat.getState().begin()
    set({ at: 'ask', isQuiet: false })
  },
  ask: (question) => {
    if (get().at !== 'ask') return
    set({ at: 'asked' })
    void useChat.getState().send(question, 'cloud', true)
  },
  turnTo: (at) => { set({ at }) },
  hush: () => { set({ isQuiet: true }) },
  showLedger: (id) => {
    if (id === null) useNavigation.getState().go('ledger')
    else useNavigation.getState().go('ledger', { kind: 'receipt', id })
    set({ at: 'ledger' })
  },
  end: () => { set(nowhere) },
}))

/** The note that is shown at the desk; null = none is. */
export const deskNoteOf = ({ at, isQuiet }: Pick<WalkState, 'at' | 'isQuiet'>): DeskNote | null => (isQuiet ? null : deskNotes.find((note) => note === at) ?? null)

// The panel opens and closes by itself; the walk goes along.
useDeparture.subscribe(({ departure }, { departure: before }) => {
  const { at } = useWalk.getState()
  if (at === 'asked' && departure !== null && before === null) useWalk.setState({ at: 'leaves' })
  if (departure === null && before !== null && deskNotes.some((note) => note === at)) useWalk.setState({ at: 'decided' })
})

// Whoever leaves the ledger has read its note.
useNavigation.subscribe(({ view }) => { if (useWalk.getState().at === 'ledger' && view !== 'ledger') useWalk.getState().end() })
