/** The reminders that stand in the window until they are answered. What is due is decided in main. */
import { create } from 'zustand'
import type { Reminder, ReminderAnswer } from '../../shared/reminders.ts'
import type { Problem } from '../../shared/problems.ts'
import { bridge } from '../bridge.ts'

interface RemindersState {
  readonly reminders: readonly Reminder[]
  /** What came last, to be said aloud once. */
  readonly arrived: readonly Reminder[]
  readonly isOpen: boolean
  readonly load: () => Promise<void>
  readonly hear: (reminders: readonly Reminder[]) => void
  readonly setOpen: (isOpen: boolean) => void
  /** What went wrong, or null. */
  readonly answer: (reminder: Reminder, answer: ReminderAnswer) => Promise<Problem | null>
  readonly forget: () => void
}

export const useReminders = create<RemindersState>((set, get) => ({
  reminders: [],
  arrived: [],
  isOpen: false,
  load: async () => {
    const standing = await bridge.reminders.standing(null)
    if (standing.ok) get().hear(standing.value)
  },
  hear: (reminders) => {
    const known = new Set(get().reminders.flatMap(({ keys }) => keys))
    const arrived = reminders.filter(({ keys }) => keys.some((key) => !known.has(key)))
    set({ reminders, ...(arrived.length === 0 ? {} : { arrived }) })
  },
  setOpen: (isOpen) => { set({ isOpen }) },
  answer: async ({ keys }, answer) => {
    const answered = await bridge.reminders.answer({ keys, answer })
    if (answered.ok) set({ reminders: get().reminders.filter((one) => !one.keys.some((key) => keys.includes(key))) })
    return answered.ok ? null : answered.problem
  },
  forget: () => { set({ reminders: [], arrived: [], isOpen: false }) },
}))
