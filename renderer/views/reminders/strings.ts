/** What the reminders say. */
import { translated } from '../../../shared/language.ts'
import type { Snooze } from '../../../shared/reminders.ts'
import { german } from './german.ts'

const english = {
  title: 'Reminders',
  /** After the name of the button, for screen readers. */
  wait: (count: number): string => (count === 1 ? '1 waits' : `${count} wait`),
  empty: 'Nothing waits. Reminders of events and tasks stand here until you answer them.',
  arrived: (titles: readonly string[]): string => `Reminder: ${titles.join('; ')}`,
  open: (title: string): string => `${title}: show in the calendar`,
  medicine: 'Medicine',
  turn: (name: string): string => `${name}’s turn`,
  done: 'Done',
  doneOf: (title: string): string => `Done: ${title}`,
  wasDone: (title: string): string => `Done: “${title}”`,
  later: 'Later',
  laterOf: (title: string): string => `Later: ${title}`,
  snoozes: { '10-minutes': 'In 10 minutes', '1-hour': 'In an hour', 'tomorrow': 'Tomorrow at 9' } satisfies Record<Snooze, string>,
  dismiss: (title: string): string => `Dismiss ${title}`,
}
export type English = typeof english

export const strings = translated(english, german)
