/** What keys and the menu can call, with the usual keys: one table for the window and for the menu that the system draws. No schemas: the window reads it first. */
import type { OwnKeys } from './settings.ts'

const plain = (key: string): OwnKeys => ({ key, shift: false })
const shifted = (key: string): OwnKeys => ({ key, shift: true })

export const rooms = ['today', 'chat', 'calendar', 'tasks', 'household', 'ledger', 'settings'] as const
export type Room = (typeof rooms)[number]

/** Of what can be called only from the list of commands: null. */
export const usualKeys = {
  palette: plain('k'), write: plain('j'), 'new-conversation': shifted('o'), search: plain('f'), 'new-event': shifted('e'), 'new-task': shifted('d'), undo: plain('z'),
  today: plain('1'), chat: plain('2'), calendar: plain('3'), tasks: plain('4'), household: plain('5'), ledger: plain('6'), settings: plain('7'),
  theme: shifted('l'), shortcuts: plain('/'), setup: null, walk: null, lock: plain('l'),
} as const satisfies Readonly<Record<string, OwnKeys | null>>
export type CommandId = keyof typeof usualKeys
/** What the menu calls in the window. Locking it does itself. */
export const menuCommands = ['write', 'new-conversation', 'search', 'new-event', 'new-task', ...rooms, 'shortcuts', 'setup', 'walk'] as const satisfies readonly CommandId[]
export type MenuCommand = (typeof menuCommands)[number]

/** The keys that call a command now: the usual ones, or those the person chose; null = none do. */
export const keysNow = (id: CommandId, own: Readonly<Record<string, OwnKeys | null>>): OwnKeys | null => { const chosen = own[id]; return chosen === undefined ? usualKeys[id] : chosen }
