/** The calendar: one grid in three looks, whose changes all pass through main and can be undone. */
import { useCalendarController } from '@fullcalendar/react'
import { useCallback, useEffect, useId, useMemo, useRef, useState, type ReactNode } from 'react'
import type { CalendarEvent } from '../../../shared/calendar.ts'
import type { Household } from '../../../shared/household.ts'
import { fromInstant, systemClock, toInstant, wallToInstant, type Clock } from '../../../shared/time.ts'
import { useCalendar, type CalendarLook, type Only } from '../../state/calendar.ts'
import { useHousehold } from '../../state/household.ts'
import { useNavigation } from '../../state/navigation.ts'
import { monthInWords, rangeInWords } from '../../ui/dates.ts'
import { ErrorCard, Skeleton, Spinner } from '../../ui/states.tsx'
import { notifyProblem } from '../../ui/toasts.tsx'
import { moveEvent, removeEvent, shiftEvent } from './actions.ts'
import { CalendarGrid } from './calendar-grid.tsx'
import { useCalendarKeys } from './calendar-keys.ts'
import { CalendarToolbar } from './calendar-toolbar.tsx'
import { EventDialog } from './event-dialog.tsx'
import { named, type NamedEvent } from './event-face.tsx'
import { formOf, newForm, type EventForm } from './event-form.ts'
import { addDays, dateOf } from './event-times.ts'
import { MoveDialog } from './move-dialog.tsx'
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
  | { readonly kind: 'form'; readonly event: CalendarEvent | null; readonly form: EventForm }
  | { readonly kind: 'move'; readonly event: CalendarEvent }

const OpenCalendar = ({ household, clock }: { readonly household: Household; readonly clock: Clock }): ReactNode => {
  const { zone } = household
  const { look, date, only, span, events, problem, history, setLook, setDate, setOnly, show, refresh } = useCalendar()
  const controller = useCalendarController()
  const [open, setOpen] = useState<Open | null>(null)
  const keysId = useId()
  const grid = useRef<HTMLDivElement>(null)
  const focus = useFocusLater(events)
  const all = useMemo(() => (events ?? []).map((event) => named(event, household)), [events, household])
  const shown = useMemo(() => all.filter((one) => isShown(one, only)), [all, only])
  const find = (id: string): CalendarEvent | undefined => events?.find((event) => event.id === id)
  const goTo = useCallback((instant: string): void => { controller.gotoDate(dateOf(instant, zone)) }, [controller, zone])
  useTarget(goTo, focus)

  const changeLook = (next: CalendarLook): void => {
    setLook(next)
    controller.changeView(next)
  }
  /** At the next full hour; away from today, at nine on the first day in view. */
  const create = (): void => {
    const nextHour = toInstant(Math.ceil(clock.now() / HOUR) * HOUR)
    const isAway = span !== null && date !== null && (nextHour < span.from || nextHour >= span.to)
    const start = isAway ? wallToInstant(`${date}T09:00`, zone) : nextHour
    setOpen({ kind: 'form', event: null, form: newForm({ start, end: toInstant(fromInstant(start) + HOUR), allDay: false }, zone) })
  }
  const openEvent = (id: string): void => {
    const event = find(id)
    if (event !== undefined) setOpen({ kind: 'form', event, form: formOf(event, zone) })
  }
  const done = (id: string | null, start?: string): void => {
    setOpen(null)
    if (start !== undefined) goTo(start)
    // What is gone cannot keep the focus; the grid takes it.
    if (id === null) grid.current?.focus()
    else focus(id)
  }
  const shift = async (id: string, by: { readonly days: number; readonly minutes: number }): Promise<void> => {
    const event = find(id)
    if (event === undefined) return
    const moved = await shiftEvent(event, by, zone)
    if (moved !== null) done(id, moved.start)
  }
  const remove = async (id: string): Promise<void> => {
    const event = find(id)
    const refused = event === undefined ? null : await removeEvent(event)
    if (refused === null) done(null)
    else notifyProblem(refused)
  }
  useCalendarKeys({
    today: () => { controller.today() },
    earlier: () => { controller.prev() },
    later: () => { controller.next() },
    create,
    look: changeLook,
    shift: (id, by) => { void shift(id, by) },
    move: (id) => { const event = find(id); if (event !== undefined) setOpen({ kind: 'move', event }) },
    remove: (id) => { void remove(id) },
  })

  const title = span === null || date === null ? strings.calendar : look === 'month' ? monthInWords(date) : rangeInWords(dateOf(span.from, zone), addDays(dateOf(span.to, zone), -1))
  return (
    <div className="flex h-full flex-col">
      <CalendarToolbar title={title} controller={controller} look={look} onLook={changeLook} household={household} only={only} onOnly={setOnly} history={history} onCreate={create} />
      {problem !== null && <ErrorCard problem={problem} onRetry={() => { void refresh() }} className="mx-6 mb-3" />}
      <p id={keysId} hidden>{strings.eventKeys}</p>
      <div ref={grid} tabIndex={-1} className="relative min-h-0 grow border-t outline-none">
        <CalendarGrid
          controller={controller} household={household} shown={shown} look={look} date={date} keysId={keysId}
          onSpan={(next, day) => { setDate(day); void show(next) }}
          onOpen={openEvent} onCreate={(slot) => { setOpen({ kind: 'form', event: null, form: newForm(slot, zone) }) }} onRetime={moveEvent}
        />
        {problem === null && <Whisper look={look} isLoading={events === null} shown={shown.length} all={all.length} />}
      </div>
      {open?.kind === 'form' && <EventDialog key={open.event?.id ?? 'new'} initial={open.form} event={open.event} household={household} onClose={() => { setOpen(null) }} onDone={done} onMove={(event) => { setOpen({ kind: 'move', event }) }} />}
      {open?.kind === 'move' && <MoveDialog event={open.event} zone={zone} onClose={() => { setOpen(null) }} onDone={done} />}
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

/** Gives the focus to an event once it stands in the grid again: the grid draws it anew after every change, and a closing dialog gives the focus back first. */
const useFocusLater = (events: readonly CalendarEvent[] | null): ((id: string) => void) => {
  const [wanted, setWanted] = useState<{ readonly id: string } | null>(null)
  useEffect(() => {
    if (wanted === null) return undefined
    let [frame, left, held] = [0, 60, 0]
    const look = (): void => {
      const element = document.querySelector<HTMLElement>(`[data-event="${wanted.id}"]`)
      held = element !== null && document.activeElement === element ? held + 1 : 0
      if (held === 0) element?.focus()
      left -= 1
      if (held > 5 || left === 0) setWanted(null)
      else frame = requestAnimationFrame(look)
    }
    frame = requestAnimationFrame(look)
    return () => { cancelAnimationFrame(frame) }
  }, [wanted, events])
  return useCallback((id: string) => { setWanted({ id }) }, [])
}

/** Brings into sight what another view pointed at. */
const useTarget = (goTo: (instant: string) => void, focus: (id: string) => void): void => {
  const { target, clearTarget } = useNavigation()
  useEffect(() => {
    if (target?.kind !== 'event') return
    goTo(target.at)
    const [first] = target.ids
    if (first !== undefined) focus(first)
    clearTarget()
  }, [target, clearTarget, goTo, focus])
}
