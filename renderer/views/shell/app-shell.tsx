/** The house: the rail of rooms at the left, the room in front, and the departure panel over everything when something wants to leave. */
import '../../jitless.ts'
import { CalendarDays, House, ListChecks, Lock, MessageCircle, ScrollText, SlidersHorizontal, Sun } from 'lucide-react'
import { lazy, Suspense, useEffect, useRef, type ReactNode } from 'react'
import { Button } from 'react-aria-components/Button'
import { habitsOf, plainHabits } from '../../../shared/habits.ts'
import { useNavigation, views, type View } from '../../state/navigation.ts'
import { useSession } from '../../state/session.ts'
import { useSettings } from '../../state/settings.ts'
import { classes } from '../../ui/classes.ts'
import { Kit } from '../../ui/kit.tsx'
import { Skeleton } from '../../ui/states.tsx'
import { Tooltip } from '../../ui/tooltip.tsx'
import { ChatView } from '../chat/chat-view.tsx'
import { DeparturePanel } from '../departure/departure-panel.tsx'
import { RemindersBell } from '../reminders/reminders-bell.tsx'
import { SettingsView } from '../settings/settings-view.tsx'
import { RoomNote } from '../walk/room-note.tsx'
import { CommandPalette } from './command-palette.tsx'
import { ErrorBoundary } from './error-boundary.tsx'
import { Mark } from './mark.tsx'
import { strings } from './strings.ts'
import { keysBehind, useOwnKeys } from './own-keys.ts'
import { ShortcutsDialog } from './shortcuts-dialog.tsx'
import { useShortcuts } from './shortcuts.ts'

const TodayView = lazy(async () => ({ default: (await import('../today/today-view.tsx')).TodayView }))
const CalendarView = lazy(async () => ({ default: (await import('../calendar/calendar-view.tsx')).CalendarView }))
const TasksView = lazy(async () => ({ default: (await import('../tasks/tasks-view.tsx')).TasksView }))
const HouseholdView = lazy(async () => ({ default: (await import('../household/household-view.tsx')).HouseholdView }))
const SetupView = lazy(async () => ({ default: (await import('../setup/setup-view.tsx')).SetupView }))
const LedgerView = lazy(async () => ({ default: (await import('../ledger/ledger-view.tsx')).LedgerView }))

const icons = { today: Sun, chat: MessageCircle, calendar: CalendarDays, tasks: ListChecks, household: House, ledger: ScrollText, settings: SlidersHorizontal } as const satisfies Record<View, unknown>
const rooms = { today: TodayView, chat: ChatView, calendar: CalendarView, tasks: TasksView, household: HouseholdView, ledger: LedgerView, settings: SettingsView } as const satisfies Record<View, unknown>

export const AppShell = (): ReactNode => {
  const { view, setup } = useNavigation()
  const main = useRef<HTMLElement>(null)
  useShortcuts()
  const title = `${setup === null ? strings.views[view] : strings.setup} · ${strings.app}`
  useEffect(() => { document.title = title }, [title])
  const Room = rooms[view]
  /** What is drawn by another clock or in another language is drawn anew; the settings know by themselves. */
  const drawnBy = useSettings(({ settings, system, spoken }) => {
    const { clock, weekStart } = settings === null ? plainHabits : habitsOf(settings.habits, system)
    return view === 'settings' ? '' : [clock, weekStart, spoken.language].join()
  })
  return (
    <Kit>
      <div className="flex h-full">
        {setup === null && <a href="#room" onClick={(event) => { event.preventDefault(); main.current?.focus() }} className="sr-only z-50 rounded-card bg-ember px-4 py-2 font-medium text-on-ember focus:not-sr-only focus:absolute focus:top-3 focus:left-3">{strings.skip}</a>}
        {setup === null
          ? (
            <>
              <Rail view={view} />
              <main id="room" ref={main} tabIndex={-1} className="flex min-w-0 grow flex-col overflow-hidden outline-none">
                <RoomNote />
                <div className="min-h-0 grow">
                  <ErrorBoundary key={`${view} ${drawnBy}`}>
                    <Suspense fallback={<Skeleton className="mx-auto max-w-3xl p-10" lines={[35, 90, 80, 85, 60]} />}>
                      <Room />
                    </Suspense>
                  </ErrorBoundary>
                </div>
              </main>
            </>
          )
          : <ErrorBoundary><Suspense fallback={<Skeleton className="mx-auto max-w-3xl p-10" lines={[35, 90, 80]} />}><SetupView step={setup} /></Suspense></ErrorBoundary>}
        <CommandPalette />
        <ShortcutsDialog />
        <DeparturePanel />
      </div>
    </Kit>
  )
}

const Rail = ({ view }: { readonly view: View }): ReactNode => {
  const go = useNavigation((state) => state.go)
  const lock = useSession((state) => state.lock)
  const own = useOwnKeys()
  return (
    <nav aria-label={strings.navigation} className="flex w-24 shrink-0 flex-col items-center gap-1 overflow-y-auto border-r bg-sunken px-1 pt-5 pb-3 low:pt-2">
      <span className="mb-4 low:hidden"><Mark size={30} /></span>
      {views.map((name) => {
        const Icon = icons[name]
        const isHere = name === view
        return (
          <Button key={name} onPress={() => { go(name) }} aria-current={isHere ? 'page' : false} className={classes(railItem, isHere ? 'bg-raised text-ink shadow-[inset_0_0_0_1px_var(--color-hairline)]' : 'text-muted hover:bg-hover hover:text-ink')}>
            <Icon size={20} strokeWidth={1.75} aria-hidden className={isHere ? 'text-ember' : undefined} />
            {strings.views[name]}
          </Button>
        )
      })}
      <span className="grow" />
      <RemindersBell className={classes(railItem, 'text-muted hover:bg-hover hover:text-ink')} />
      <Tooltip text={strings.lockTitle(keysBehind('lock', own))}>
        <Button onPress={() => { void lock() }} className={classes(railItem, 'text-muted hover:bg-hover hover:text-ink')}>
          <Lock size={20} strokeWidth={1.75} aria-hidden />
          {strings.lock}
        </Button>
      </Tooltip>
    </nav>
  )
}

const railItem = 'flex h-15 w-full shrink-0 low:h-12 low:gap-0.5 cursor-default flex-col items-center justify-center gap-1 rounded-card text-center text-xs leading-tight font-medium tracking-tight wrap-anywhere transition-colors duration-150'
