/** What the shell says. */
import type { View } from '../../state/navigation.ts'

export const strings = {
  app: 'Lares',
  skip: 'Skip to the page',
  navigation: 'Rooms',
  views: { chat: 'Chat', calendar: 'Calendar', tasks: 'Tasks', household: 'Household', ledger: 'Ledger', settings: 'Settings' } satisfies Record<View, string>,
  lock: 'Lock',
  lockTitle: 'Lock the vault (Ctrl+L)',
  broken: 'This page stopped working.',
  brokenTodo: 'Nothing was lost. Open it again; if it happens again, please report what you did.',
  reopen: 'Open it again',
}
