/** What the desktop's notifications say. */
import { translated } from '../../shared/language.ts'

export const strings = translated(
  {
    away: 'While you were away', awayMany: (reminders: number): string => `While you were away: ${reminders} reminders`, many: (reminders: number): string => `${reminders} reminders`, more: (reminders: number): string => `and ${reminders} more`,
    reminder: 'A reminder from Lares', locked: 'The vault is locked. Unlock it to see what it is.', open: 'Open Lares to see it.', turn: (name: string): string => `${name}’s turn`,
  },
  {
    away: 'Während du weg warst', awayMany: (reminders) => `Während du weg warst: ${reminders} Erinnerungen`, many: (reminders) => `${reminders} Erinnerungen`, more: (reminders) => `und ${reminders} weitere`,
    reminder: 'Eine Erinnerung von Lares', locked: 'Der Tresor ist zu. Öffne ihn, um zu sehen, was es ist.', open: 'Öffne Lares, um sie zu sehen.', turn: (name) => `${name} ist dran`,
  },
)
