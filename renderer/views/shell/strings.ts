/** What the shell says. */
import { translated } from '../../../shared/language.ts'
import type { Settings } from '../../../shared/settings.ts'
import type { View } from '../../state/navigation.ts'
import { german } from './german.ts'

const english = {
  app: 'Lares',
  skip: 'Skip to the page',
  navigation: 'Rooms',
  views: { today: 'Today', chat: 'Chat', calendar: 'Calendar', tasks: 'Tasks', household: 'Household', ledger: 'Ledger', settings: 'Settings' } satisfies Record<View, string>,
  setup: 'Getting started',
  lock: 'Lock',
  lockTitle: (keys: string): string => `Lock the vault${keys}`,
  palette: { title: 'All commands', field: 'Find a command', placeholder: 'What would you like to do?', list: 'Commands', nothing: (keys: string): string => `No command is called that. A sentence belongs into the chat${keys}.` },
  commands: {
    go: (room: string): string => `Go to ${room}`,
    write: 'Write to Lares', newConversation: 'New conversation', search: 'Search the conversations', newEvent: 'New event', newTask: 'New task', undo: 'Undo the last change',
    theme: 'Theme: light, dark or system', shortcuts: 'Show all keys', setup: 'Getting started, step by step', walk: 'Walk through the departure panel', lock: 'Lock the vault',
  },
  themes: { system: 'Light or dark as the system is.', light: 'The window is light.', dark: 'The window is dark.' } satisfies Record<Settings['theme'], string>,
  shortcuts: { title: 'Keys', everywhere: 'Everywhere', calendar: 'In the calendar', chat: 'In a conversation', stepping: 'From answer to answer' },
  keys: {
    change: (command: string): string => `Other keys for “${command}”`,
    reset: (command: string): string => `The usual keys for “${command}”`,
    resetAll: 'The usual keys for everything',
    recording: (command: string): string => `New keys for “${command}”`,
    press: 'Press the new keys. Escape: leave it; Backspace: none.',
    none: 'no keys',
    reserved: (keys: string): string => `${keys} is needed for writing or by the window. Choose others.`,
    taken: (keys: string, command: string): string => `${keys} already does “${command}”. Choose others, or change that one first.`,
  },
  broken: 'This page stopped working.',
  brokenTodo: 'Nothing was lost. Open it again; if it happens again, please report what you did.',
  reopen: 'Open it again',
}
export type English = typeof english

export const strings = translated(english, german)
