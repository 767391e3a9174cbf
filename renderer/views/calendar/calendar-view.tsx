/** The calendar: one grid in four looks, whose changes all pass through main and can be undone. */
import { useCalendarController } from '@fullcalendar/react'
import { useCallback, useEffect, useId, useMemo, useRef, useState, type ReactNode, type RefObject } from 'react'
import type { CalendarEvent, EventDraft } from '../../../shared/calendar.ts'
import type { Household } from '../../../shared/household.ts'
import type { Problem } from '../../../shared/problems.ts'
import { fromInstant, systemClock, toInstant, wallToInstant, type Clock, type Span } from '../../../shared/time.ts'
import { useCalendar, type CalendarLook, type Only } from '../../state/calendar.ts'
import { useHousehold } from '../../state/household.ts'
import { useNavigation } from '../../state/navigation.ts'
import { monthInWords, rangeInWords, weekdayInWords } from '../../ui/dates.ts'
import { ErrorCard, Skeleton, Spinner } from '../../ui/states.tsx'
import { notifyDone, notifyProblem } from '../../ui/toasts.tsx'
import { moveEvent, removeEvent, saveEvent } from './actions.ts'
import { CalendarGrid } from './calendar-grid.tsx'
import { useCalendarKeys } from './calendar-keys.ts'
import { CalendarToolbar } from './calendar-toolbar.tsx'
import { EventDialog } from './event-dialog.tsx'
import { namer, type NamedEvent } from './event-face.tsx'
import { formOf, newForm, type EventForm } from './event-form.ts'
import { addDays, dateOf, shifted, type ShownTimes } from './event-times.ts'
import { MoveDialog } from './move-dialog.tsx'
import { useScopeQuestion } from './scope-question.tsx'
import { strings } from './strings.ts'

const HOUR = 3_600_000

export const CalendarView = ({ clock = systemClock }: { readonly clock?: Clock }): ReactNode => {
  const { household, problem, load } = useHousehold()
  useEffect(() => { void load() }, [load])
  if (household === null) {
    return (
      <div className="p-8">
        <h1 className="sr-only">{strings.calendar}</h1>
        {problem === null ? <Skeleton lines={[30, 100, 100, 100, 100, 100]} /> : <ErrorCard problem={problem} onRetry={() => { void load() }} className="max-w-xl" />}
      </div>
    )
  }
  return <OpenCalendar key={household.zone} household={household} clock={clock} />
}

type Open =
  | { readonly kind: 'form'; readonly event: CalendarEvent | null; /** What begins the series it is a time of. */ readonly series: CalendarEvent | null; readonly form: EventForm }
  | { readonly kind: 'move'; readonly event: CalendarEvent }

const find = (id: string): CalendarEvent | undefined => useCalendar.getState().events?.find((event) => event.id === id)

const OpenCalendar = ({ household, clock }: { readonly household: Household; readonly clock: Clock }): ReactNode => {
  const { zone } = household
  const { look, date, only, span, events, problem, history, setLook, setDate, setOnly, show, refresh } = useCalendar()
  const controller = useCalendarController()
  const [open, setOpen] = useState<Open | null>(null)
  const { askScope, scopeDialog } = useScopeQuestion()
  const keysId = useId()
  const grid = useRef<HTMLDivElement>(null)
  const focus = useFocusLater(events, grid)
  const all = useMemo(() => (events ?? []).map(namer(household)), [events, household])
  const shown = useMemo(() => all.filter((one) => isShown(one, only)), [all, only])
  const goTo = useCallback((instant: string): void => { controller.gotoDate(dateOf(instant, zone)) }, [controller, zone])
  useTarget(goTo, focus)

  const changeLook = useCallback((next: CalendarLook, day?: string): void => {
    setLook(next)
    controller.changeView(next)
    if (day !== undefined) controller.gotoDate(day)
  }, [controller, setLook])
  const openNew = useCallback((slot: ShownTimes): void => { setOpen({ kind: 'form', event: null, series: null, form: newForm(slot, zone) }) }, [zone])
  /** At the next full hour; away from today, at nine on the first day in view. */
  const create = (): void => {
    const nextHour = toInstant(Math.ceil(clock.now() / HOUR) * HOUR)
    const isAway = span !== null && date !== null && (nextHour < span.from || nextHour >= span.to)
    const start = isAway ? wallToInstant(`${date}T09:00`, zone) : nextHour
    openNew({ start, end: toInstant(fromInstant(start) + HOUR), allDay: false })
  }
  const openEvent = useCallback(async (id: string): Promise<void> => {
    const event = find(id)
    if (event === undefined) return
    const series = event.instanceOf === undefined ? { ok: true, value: event.repeats === undefined ? null : event } as const : await useCalendar.getState().seriesOf(id)
    if (series.ok) setOpen({ kind: 'form', event, series: series.value, form: formOf(event, zone, series.value) })
    else notifyProblem(series.problem)
  }, [zone])
  /** Closes what is open and shows where the event is now. */
  const done = useCallback((saved: CalendarEvent, start: string): void => {
    setOpen(null)
    const inView = useCalendar.getState().span
    if (inView !== null && (start < inView.from || start >= inView.to)) goTo(start)
    focus(saved.id, start)
  }, [focus, goTo])
  const save = async (event: CalendarEvent | null, series: CalendarEvent | null, draft: EventDraft): Promise<Problem | null> => {
    const isRuleChanged = series !== null && draft.repeats?.rrule !== series.repeats?.rrule
    const scope = event === null || series === null ? 'one' : await askScope(event, 'change', { isRuleChanged })
    if (scope === null) return null
    // A time of a series comes without its rule, so that none means no other; an empty one ends it.
    const answer = await saveEvent(event?.id ?? null, isRuleChanged && draft.repeats === undefined ? { ...draft, repeats: { rdates: [], exdates: [] } } : draft, scope)
    if ('problem' in answer) return answer.problem
    done(answer.saved, draft.start)
    return null
  }
  /** false when it was refused, or nobody wanted it after all. */
  const move = useCallback(async (event: CalendarEvent, draft: EventDraft): Promise<boolean> => {
    const scope = await askScope(event, 'move')
    const moved = scope === null ? null : await moveEvent(event.id, draft, scope)
    if (moved !== null) done(moved, draft.start)
    return moved !== null
  }, [askScope, done])
  const shift = (id: string, by: { readonly days: number; readonly minutes: number }): void => {
    const event = find(id)
    const draft = event === undefined ? null : shifted(event, by, zone)
    if (event !== undefined && draft !== null) void move(event, draft)
    else if (event !== undefined) notifyDone(strings.allDayMoves)
  }
  const remove = async (event: CalendarEvent): Promise<Problem | null> => {
    const scope = await askScope(event, 'remove')
    if (scope === null) return null
    const refused = await removeEvent(event, scope)
    if (refused !== null) return refused
    setOpen(null)
    // What is gone cannot keep the focus; the grid takes it.
    grid.current?.focus()
    return null
  }
  useCalendarKeys({
    today: () => { controller.today() },
    earlier: () => { controller.prev() },
    later: () => { controller.next() },
    create,
    look: changeLook,
    shift,
    move: (id) => { const event = find(id); if (event !== undefined) setOpen({ kind: 'move', event }) },
    remove: (id) => { const event = find(id); if (event !== undefined) void remove(event).then((refused) => { if (refused !== null) notifyProblem(refused) }) },
  })
  const showSpan = useCallback((next: Span, first: string): void => {
    // A week that holds today is remembered by it, for on which day weeks begin can change.
    const today = dateOf(toInstant(clock.now()), zone), holdsToday = first <= today && today < dateOf(next.to, zone)
    setDate(useCalendar.getState().look === 'week' && holdsToday ? today : first)
    void show(next)
  }, [clock, setDate, show, zone])
  const openDay = useCallback((day: string): void => { changeLook('day', day) }, [changeLook])

  useNewFromElsewhere(create)

  const title = span === null || date === null ? strings.calendar : look === 'day' ? `${weekdayInWords(date)} ${date.slice(0, 4)}` : look === 'month' ? monthInWords(date) : rangeInWords(dateOf(span.from, zone), addDays(dateOf(span.to, zone), -1))
  return (
    <div className="flex h-full flex-col low:overflow-y-auto">
      <CalendarToolbar title={title} controller={controller} look={look} onLook={changeLook} household={household} only={only} onOnly={setOnly} history={history} onCreate={create} />
      {problem !== null && <ErrorCard problem={problem} onRetry={() => { void refresh() }} className="mx-6 mb-3" />}
      <p id={keysId} hidden>{strings.eventKeys}</p>
      <div ref={grid} tabIndex={-1} className="relative min-h-0 grow border-t outline-none low:h-90 low:shrink-0">
        <CalendarGrid
          controller={controller} household={household} shown={shown} look={look} date={date} keysId={keysId}
          onSpan={showSpan} onOpen={openEvent} onCreate={openNew} onRetime={move} onDay={openDay}
        />
        {problem === null && <Whisper look={look} isLoading={events === null} shown={shown.length} all={all.length} />}
      </div>
      {open?.kind === 'form' && (
        <EventDialog
          key={open.event?.id ?? 'new'} initial={open.form} event={open.event} household={household} confirm={open.event === null ? strings.form.add : strings.form.save}
          onClose={() => { setOpen(null) }} onSave={(draft) => save(open.event, open.series, draft)} onRemove={remove} onMove={(event) => { setOpen({ kind: 'move', event }) }}
        />
      )}
      {open?.kind === 'move' && <MoveDialog event={open.event} zone={zone} onClose={() => { setOpen(null) }} onMove={(draft) => { void move(open.event, draft) }} />}
      {scopeDialog}
    </div>
  )
}

const isShown = ({ event, device }: NamedEvent, only: Only): boolean => {
  if (only.people.length === 0 && !only.devices) return true
  return event.people.some((id) => only.people.includes(id)) || (only.devices && device !== null)
}

/** A line over the grid when there is nothing in it. It lets clicks through. */
const Whisper = ({ look, isLoading, shown, all }: { readonly look: CalendarLook; readonly isLoading: boolean; readonly shown: number; readonly all: number }): ReactNode => {
  const text = isLoading || shown > 0 ? null : all > 0 ? strings.hidden(all) : strings.nothing[look]
  return (
    <div className="pointer-events-none absolute inset-x-0 top-1/3 z-10 flex justify-center px-6">
      {isLoading ? <Spinner className="floats px-4 py-2.5" /> : <p role="status" className={text === null ? '' : 'floats px-4 py-2.5 text-center'}>{text}</p>}
    </div>
  )
}

/**
 * Gives the focus to an event once it stands in the grid again: the grid draws it anew after every change, and a closing dialog gives the
 * focus back first. Of a series the time at that start. What does not come into sight leaves the focus to the grid.
 */
const useFocusLater = (events: readonly CalendarEvent[] | null, grid: RefObject<HTMLElement | null>): ((id: string, start?: string) => void) => {
  const [wanted, setWanted] = useState<{ readonly id: string; readonly start: string | undefined } | null>(null)
  useEffect(() => {
    if (wanted === null) return undefined
    const id = events?.find((event) => event.id === wanted.id || (event.instanceOf?.seriesId === wanted.id && event.start === wanted.start))?.id
    let [frame, left, held] = [0, 120, 0]
    const look = (): void => {
      const element = id === undefined ? null : document.querySelector<HTMLElement>(`[data-event="${id}"]`)
      held = element !== null && document.activeElement === element ? held + 1 : 0
      if (held === 0) element?.focus()
      left -= 1
      if (left === 0 && held === 0) grid.current?.focus()
      if (held > 5 || left === 0) setWanted(null)
      else frame = requestAnimationFrame(look)
    }
    frame = requestAnimationFrame(look)
    return () => { cancelAnimationFrame(frame) }
  }, [wanted, events, grid])
  return useCallback((id: string, start?: string) => { setWanted({ id, start }) }, [])
}

/** Opens the form of a new event when it was asked for elsewhere. */
const useNewFromElsewhere = (create: () => void): void => {
  const { target, clearTarget } = useNavigation()
  useEffect(() => {
    if (target?.kind !== 'new') return
    clearTarget()
    create()
  }, [target, clearTarget, create])
}

/** Brings into sight what another view pointed at. */
const useTarget = (goTo: (instant: string) => void, focus: (id: string, start?: string) => void): void => {
  const { target, clearTarget } = useNavigation()
  useEffect(() => {
    if (target?.kind !== 'event') return
    goTo(target.at)
    const [first] = target.ids
    if (first !== undefined) focus(first, target.at)
    clearTarget()
  }, [target, clearTarget, goTo, focus])
}
