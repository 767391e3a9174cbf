/** Connects main's news to the stores of this window, and wipes the stores when the vault locks. */
import type { News } from '../../shared/ipc/contract.ts'
import type { Problem } from '../../shared/problems.ts'
import type { Reminder } from '../../shared/reminders.ts'
import { onNews } from '../bridge.ts'
import { clearToasts, notifyProblem } from '../ui/toasts.tsx'
import { useBackups } from './backups.ts'
import { useCalendar } from './calendar.ts'
import { useChat } from './chat.ts'
import { useChatSearch } from './chat-search.ts'
import { useDeparture } from './departure.ts'
import { useHousehold } from './household.ts'
import { useIcs } from './ics.ts'
import { useLedger } from './ledger.ts'
import { useModels } from './models.ts'
import { useNavigation } from './navigation.ts'
import { useOverlay } from './overlay.ts'
import { useReminders } from './reminders.ts'
import { useReplay } from './replay.ts'
import { useSession } from './session.ts'
import { useSettings } from './settings.ts'
import { useSetup } from './setup.ts'
import { useTasks } from './tasks.ts'
import { useToday } from './today.ts'
import { useWalk } from './walk.ts'

/** The door is there, and nobody has typed a passphrase. */
const AFTER_THE_DOOR_MS = 50

/** Call once. Everything private is read only while the vault is open and forgotten as soon as it is not. */
export const startStores = (): void => {
  onNews(hear)
  useSession.subscribe((now, before) => {
    if (now.vault?.state === before.vault?.state) return
    if (now.vault?.state === 'open') readAll()
    else forgetAll()
  })
  const ask = (): void => { void useSession.getState().load(useSettings.getState().meet()) }
  // What is known at a glance is drawn first: main has all its work before it when it is asked.
  if (useSession.getState().vault === null) ask()
  else requestAnimationFrame(() => { setTimeout(ask, AFTER_THE_DOOR_MS) })
}

const hear = (news: News): void => {
  switch (news.kind) {
    case 'vault': useSession.getState().hear(news.vault); return
    case 'turn':
      useChat.getState().hear(news.turn)
      if (news.turn.answer.status === 'done') void useToday.getState().refresh()
      return
    case 'departure': useDeparture.getState().hear(news.departure); return
    case 'settings': useSettings.getState().hear(news.settings); return
    case 'backups': hearBackups(news.problem); return
    case 'pulls': useModels.getState().hear(news.pulls); return
    case 'calendar':
      void useCalendar.getState().refresh()
      if (useTasks.getState().tasks !== null) void useTasks.getState().load()
      void useChat.getState().hearCalendar()
      void useToday.getState().refresh()
      return
    case 'household': void useHousehold.getState().load(); return
    case 'ledger': useLedger.getState().hear(); return
    case 'reminders': useReminders.getState().hear(news.reminders); return
    case 'file-given': void showGiven(); return
    case 'command': useOverlay.getState().call(news.command); return
    case 'reminder-opened': showReminder(news.reminder); return
  }
}

/** An event in the calendar; a task, or several at once, in the list of reminders. */
const showReminder = (reminder: Reminder | null): void => {
  if (reminder?.about.kind === 'event' && reminder.at !== null) useNavigation.getState().go('calendar', { kind: 'event', at: reminder.at, ids: [reminder.about.id] })
  else useReminders.getState().setOpen(true)
}

/** A calendar file that the system handed over is shown where files are read: over the calendar. */
const showGiven = async (): Promise<void> => { if (await useIcs.getState().takeGiven()) useNavigation.getState().go('calendar') }

const hearBackups = (problem: Problem | null): void => {
  if (problem !== null) notifyProblem(problem)
  else if (useBackups.getState().backups !== null) void useBackups.getState().load()
}

const readAll = (): void => {
  void useSettings.getState().load()
  void useHousehold.getState().load()
  void useChat.getState().load()
  void useDeparture.getState().load()
  void useReminders.getState().load()
  void showGiven()
}

const forgetAll = (): void => {
  useChat.getState().forget()
  useChatSearch.getState().forget()
  useDeparture.getState().forget()
  useHousehold.getState().forget()
  useCalendar.getState().forget()
  useTasks.getState().forget()
  useToday.getState().forget()
  useOverlay.getState().close()
  useIcs.getState().forget()
  useLedger.getState().forget()
  useModels.getState().forget()
  useReminders.getState().forget()
  useReplay.getState().forget()
  useSettings.getState().forget()
  useSetup.getState().forget()
  useNavigation.getState().go('chat')
  useWalk.getState().end()
  clearToasts()
}
