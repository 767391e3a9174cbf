/** The home of the house: today and tomorrow by person, what waits for a decision, and what electricity costs. */
import { Search, Sun } from 'lucide-react'
import { useEffect, type ReactNode } from 'react'
import type { CalendarEvent } from '../../../shared/calendar.ts'
import type { Household } from '../../../shared/household.ts'
import type { Task } from '../../../shared/tasks.ts'
import { systemClock, toInstant, type Clock } from '../../../shared/time.ts'
import { useChat } from '../../state/chat.ts'
import { useZone } from '../../state/home.ts'
import { useHousehold } from '../../state/household.ts'
import { useNavigation } from '../../state/navigation.ts'
import { useOverlay } from '../../state/overlay.ts'
import { useTasks } from '../../state/tasks.ts'
import { useToday } from '../../state/today.ts'
import { Button } from '../../ui/button.tsx'
import { weekdayInWords } from '../../ui/dates.ts'
import { EmptyState, ErrorCard, Skeleton } from '../../ui/states.tsx'
import { useNow } from '../../ui/use-now.ts'
import { SetupCard } from '../setup/setup-card.tsx'
import { useKeptFocus } from '../tasks/kept-focus.ts'
import { meetings } from './clashes.ts'
import { DayCard } from './day-card.tsx'
import { addDays, dateAt, dayGroups, startOf, type DayGroup } from './days.ts'
import { Decisions } from './decisions.tsx'
import { strings } from './strings.ts'
import { TariffCard } from './tariff-card.tsx'

/** So many days are looked through for clashes. */
const DAYS_AHEAD = 7

export const TodayView = ({ clock = systemClock }: { readonly clock?: Clock }): ReactNode => {
  const zone = useZone(), now = useNow(clock), today = dateAt(now, zone)
  const { household, problem: unread, load: loadHousehold } = useHousehold()
  const { tasks, problem: noTasks, load: loadTasks } = useTasks()
  const { events, problem, show, leave } = useToday()
  useEffect(() => { void loadHousehold(); void loadTasks() }, [loadHousehold, loadTasks])
  useEffect(() => {
    void show({ from: toInstant(startOf(today, zone)), to: toInstant(startOf(addDays(today, DAYS_AHEAD), zone)) })
    return leave
  }, [show, leave, today, zone])
  const container = useKeptFocus(tasks)
  const refused = unread ?? noTasks ?? problem
  const retry = (): void => { void loadHousehold(); void loadTasks(); void useToday.getState().refresh() }
  return (
    <div ref={container} className="h-full overflow-y-auto">
      <div className="mx-auto flex max-w-6xl flex-col gap-6 px-8 pt-8 pb-24">
        <Header today={today} groups={household === null || tasks === null || events === null ? null : dayGroups({ date: today, isToday: true }, events, tasks, household, now)} />
        {refused !== null && <ErrorCard problem={refused} onRetry={retry} />}
        <SetupCard />
        {household !== null && tasks !== null && events !== null
          ? <OpenDays household={household} tasks={tasks} events={events} today={today} now={now} />
          : refused === null && <Skeleton lines={[30, 90, 85, 90, 60]} />}
      </div>
    </div>
  )
}

const Header = ({ today, groups }: { readonly today: string; readonly groups: readonly DayGroup[] | null }): ReactNode => {
  const show = useOverlay((state) => state.show)
  const entries = (groups ?? []).flatMap((group) => group.entries)
  const events = entries.filter(({ kind }) => kind === 'event').length
  return (
    <header className="flex items-start gap-4">
      <div className="flex min-w-0 grow flex-col gap-1">
        <h1 className="font-serif text-xl">{weekdayInWords(today)}</h1>
        <p className="min-h-5 text-muted">{groups === null ? '' : strings.summary(events, entries.length - events)}</p>
      </div>
      <span data-fallback className="contents"><Button icon={<Search size={16} aria-hidden />} onPress={() => { show('commands') }}>{strings.commands}</Button></span>
    </header>
  )
}

interface OpenDaysProps { readonly household: Household; readonly tasks: readonly Task[]; readonly events: readonly CalendarEvent[]; readonly today: string; readonly now: number }

const OpenDays = ({ household, tasks, events, today, now }: OpenDaysProps): ReactNode => {
  const tomorrow = addDays(today, 1)
  const days = [
    { name: 'today', date: today, groups: dayGroups({ date: today, isToday: true }, events, tasks, household, now) },
    { name: 'tomorrow', date: tomorrow, groups: dayGroups({ date: tomorrow, isToday: false }, events, tasks, household, now) },
  ] as const
  const isBare = events.length === 0 && days.every(({ groups }) => groups.length === 0)
  return (
    <>
      <Decisions clashes={meetings(events, household, now)} household={household} />
      {isBare ? <Beginning /> : <div className="grid items-start gap-5 min-[1080px]:grid-cols-2">{days.map((day) => <DayCard key={day.name} {...day} household={household} now={now} />)}</div>}
      <TariffCard household={household} events={events} today={today} now={now} />
    </>
  )
}

const Beginning = (): ReactNode => {
  const go = useNavigation((state) => state.go)
  const askForComposer = useChat((state) => state.askForComposer)
  return (
    <EmptyState
      icon={<Sun size={24} />} title={strings.emptyTitle} className="py-6"
      actions={<>
        <Button onPress={() => { go('calendar', { kind: 'new' }) }}>{strings.newEvent}</Button>
        <Button onPress={() => { go('tasks', { kind: 'new' }) }}>{strings.newTask}</Button>
        <Button tone="primary" onPress={() => { go('chat'); askForComposer() }}>{strings.write}</Button>
      </>}
    >
      {strings.empty}
    </EmptyState>
  )
}
