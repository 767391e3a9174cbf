/**
 * Everything that can be done from anywhere, with its keys: one table for the keyboard, the list of commands and the list of keys.
 * To add a command: 1. a row here  2. its name in strings.ts.
 */
import { bridge } from '../../bridge.ts'
import { useChat } from '../../state/chat.ts'
import { useChatSearch } from '../../state/chat-search.ts'
import { useNavigation, views } from '../../state/navigation.ts'
import { useOverlay } from '../../state/overlay.ts'
import { useSession } from '../../state/session.ts'
import { useSettings } from '../../state/settings.ts'
import { useWalk } from '../../state/walk.ts'
import type { Settings } from '../../../shared/settings.ts'
import { plain, shifted, type Keys } from '../../ui/keys.ts'
import { notifyDone, notifyProblem } from '../../ui/toasts.tsx'
import { strings } from './strings.ts'

export interface Command {
  readonly id: string
  readonly label: string
  /** Absent for what is seldom done: it stands in the list of commands alone. */
  readonly keys?: Keys
  /** Also while a dialog is open or something is typed. */
  readonly isAlways?: true
  /** Left to the field while something is typed there. */
  readonly isTyping?: true
  readonly run: () => void
}

const go = (...to: Parameters<ReturnType<typeof useNavigation.getState>['go']>): void => { useNavigation.getState().go(...to) }

export const commands: readonly Command[] = [
  { id: 'write', get label() { return strings.commands.write }, keys: plain('j'), run: () => { go('chat'); useChat.getState().askForComposer() } },
  { id: 'new-conversation', get label() { return strings.commands.newConversation }, keys: shifted('o'), run: () => { go('chat'); useChat.getState().begin() } },
  { id: 'search', get label() { return strings.commands.search }, keys: plain('f'), run: () => { go('chat'); useChatSearch.getState().askForField() } },
  { id: 'new-event', get label() { return strings.commands.newEvent }, keys: shifted('e'), run: () => { go('calendar', { kind: 'new' }) } },
  { id: 'new-task', get label() { return strings.commands.newTask }, keys: shifted('d'), run: () => { go('tasks', { kind: 'new' }) } },
  { id: 'undo', get label() { return strings.commands.undo }, keys: plain('z'), isTyping: true, run: () => { void undoLast() } },
  ...views.map((view, index): Command => ({ id: view, get label() { return strings.commands.go(strings.views[view]) }, keys: plain(String(index + 1)), run: () => { go(view) } })),
  { id: 'theme', get label() { return strings.commands.theme }, keys: shifted('l'), run: () => { void nextTheme() } },
  { id: 'shortcuts', get label() { return strings.commands.shortcuts }, keys: plain('/'), run: () => { useOverlay.getState().show('shortcuts') } },
  { id: 'setup', get label() { return strings.commands.setup }, run: () => { useNavigation.getState().setUp('people') } },
  { id: 'walk', get label() { return strings.commands.walk }, run: () => { useWalk.getState().begin() } },
  { id: 'lock', get label() { return strings.commands.lock }, keys: plain('l'), isAlways: true, run: () => { void useSession.getState().lock() } },
]

/** The list of commands itself is called by keys too, and is no command in it. */
export const PALETTE = { id: 'palette', get label() { return strings.palette.title }, keys: plain('k') } as const

const undoLast = async (): Promise<void> => {
  const answer = await bridge.calendar.undo({ changeSetId: null })
  if (answer.ok) notifyDone(answer.value.label)
  else notifyProblem(answer.problem)
}

const themes = { system: 'light', light: 'dark', dark: 'system' } as const satisfies Record<Settings['theme'], Settings['theme']>

const nextTheme = async (): Promise<void> => {
  const theme = themes[useSettings.getState().theme]
  if (await useSettings.getState().change({ theme })) notifyDone(strings.themes[theme])
  else {
    const { problem } = useSettings.getState()
    if (problem !== null) notifyProblem(problem)
  }
}
