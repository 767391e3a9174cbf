/** Days of use that pass in a moment: the real reminder clock and agenda over a vault in memory, with a clock and timers that a test moves. */
import { createAgenda } from '../../electron/calendar/agenda.ts'
import { expand } from '../../electron/calendar/recurrence/expand.ts'
import { createReminderClock, type ReminderClock, type ReminderClockDeps } from '../../electron/calendar/reminder-clock.ts'
import type { GivenReminder } from '../../electron/vault/tasks.ts'
import type { CalendarEvent } from '../../shared/calendar.ts'
import { plainHabits, usualHabits } from '../../shared/habits.ts'
import { emptyHousehold, type Household } from '../../shared/household.ts'
import { problem } from '../../shared/problems.ts'
import type { Notice, Reminder } from '../../shared/reminders.ts'
import { fail, ok, type Result } from '../../shared/result.ts'
import { defaultSettings, type ReminderSettings } from '../../shared/settings.ts'
import type { Task } from '../../shared/tasks.ts'
import { fromInstant } from '../../shared/time.ts'

export const ZONE = 'Europe/Berlin'

export interface Simulation {
  readonly events: Map<string, CalendarEvent>
  readonly tasks: Map<string, Task>
  readonly household: { value: Household }
  readonly settings: { value: ReminderSettings }
  /** Every key the vault was asked to remember as given, and when. */
  readonly given: { readonly key: string; readonly at: number }[]
  readonly notices: { readonly notice: Notice; readonly at: number }[]
  readonly bugs: unknown[]
  readonly rows: Map<string, GivenReminder>
  readonly standing: () => readonly Reminder[]
  readonly answer: ReminderClock['answer']
  readonly now: () => number
  /** When the clock last looked. */
  readonly lookedAt: () => number
  /** How many timers wait. */
  readonly timers: () => number
  /** Time passes; what is due on the way happens, unless the computer sleeps. */
  readonly passTo: (until: number) => Promise<void>
  /** Something in the calendar was changed. */
  readonly changed: () => Promise<void>
  readonly sleep: () => void
  /** `announced`: whether the system says so; timers that are over go off in any case. */
  readonly wake: (announced: boolean) => Promise<void>
  readonly lock: () => Promise<void>
  readonly unlock: () => Promise<void>
  /** The process ends, whatever it was doing, and another one begins, unlocked. */
  readonly restart: () => Promise<void>
  /** The vault refuses to remember, as a full disk does. */
  readonly refuse: (refuses: boolean) => void
}

export async function simulate(start: string, over: Partial<ReminderSettings> = {}, deps: Partial<Pick<ReminderClockDeps, 'atLeastEvery' | 'mark'>> = {}): Promise<Simulation> {
  const events = new Map<string, CalendarEvent>(), tasks = new Map<string, Task>(), rows = new Map<string, GivenReminder>()
  const given: { key: string; at: number }[] = [], notices: { notice: Notice; at: number }[] = [], bugs: unknown[] = []
  const household = { value: emptyHousehold(ZONE) }, settings: { value: ReminderSettings } = { value: { ...defaultSettings.reminders, text: 'full', ...over } }
  let now = fromInstant(start), isOpen = true, isAsleep = false, refuses = false, lookedAt = 0
  const timers = new Set<{ readonly at: number; readonly call: () => void }>()
  const whenOpen = <T>(answer: () => T): Promise<Result<T>> => Promise.resolve(isOpen ? ok(answer()) : fail(problem('vault.locked')))

  const from = (instant: string): number => fromInstant(instant)
  const agenda = createAgenda({
    newId: () => 'unused',
    expand: (series) => Promise.resolve(expand(series)),
    vault: {
      between: (first, last) => whenOpen(() => [...events.values()].filter((event) => event.repeats !== undefined || (from(event.start) < from(last) && (from(event.end) > from(first) || from(event.start) >= from(first))))),
      byIds: (ids) => whenOpen(() => [...events.values()].filter(({ id }) => ids.includes(id))),
      ofSeries: (ids) => whenOpen(() => [...events.values()].filter(({ instanceOf }) => instanceOf !== undefined && ids.includes(instanceOf.seriesId))),
      instances: (ids) => whenOpen(() => [...events.values()].flatMap(({ instanceOf }) => (instanceOf !== undefined && ids.includes(instanceOf.seriesId) ? [instanceOf] : []))),
    },
  })
  const begin = (): ReminderClock => createReminderClock({
    clock: { now: () => now },
    after: (ms, call) => { const timer = { at: now + ms, call }; timers.add(timer); return () => { timers.delete(timer) } },
    isOpen: () => isOpen,
    household: () => whenOpen(() => household.value),
    settings: () => whenOpen(() => ({ reminders: settings.value, habits: usualHabits })),
    system: plainHabits,
    events: agenda.between,
    tasks: () => whenOpen(() => [...tasks.values()]),
    vault: {
      given: (keys) => { lookedAt = now; return whenOpen(() => keys.flatMap((key) => rows.get(key) ?? [])) },
      give: (it) => {
        if (refuses) return Promise.resolve(fail(problem('vault.full')))
        return whenOpen(() => {
          for (const key of it.given) { given.push({ key, at: now }); rows.set(key, { key, at: it.at, answered: false, again: null }) }
          for (const key of it.passed) rows.set(key, { key, at: it.at, answered: true, again: null })
          for (const [key, row] of rows) if (row.at < it.forget.before && !it.forget.except.includes(key)) rows.delete(key)
          return null
        })
      },
      answer: (keys, again) => whenOpen(() => { for (const key of keys) { const row = rows.get(key); if (row !== undefined) rows.set(key, { ...row, answered: again === null, again }) } return null }),
    },
    mark: deps.mark ?? (() => Promise.resolve(ok(null))),
    notices: { show: (notice) => { notices.push({ notice, at: now }) }, clear: () => undefined },
    onChange: () => undefined,
    onBug: (_code, error) => { bugs.push(error) },
    ...(deps.atLeastEvery === undefined ? {} : { atLeastEvery: deps.atLeastEvery }),
  })
  let reminders = begin()

  /** Until nothing is under way: nothing here waits for anything but its own promises. */
  const settle = (): Promise<void> => new Promise((resolve) => { setImmediate(resolve) })
  const goOff = async (until: number): Promise<void> => {
    for (;;) {
      const [first] = [...timers].sort((a, b) => a.at - b.at)
      if (first === undefined || first.at > until) return
      timers.delete(first)
      now = Math.max(now, first.at)
      first.call()
      await settle()
    }
  }
  const looks = async (): Promise<void> => { reminders.look(); await settle() }

  await looks()
  return {
    events, tasks, household, settings, given, notices, bugs, rows,
    standing: () => reminders.standing(),
    answer: async (keys, answer) => { const answered = await reminders.answer(keys, answer); await settle(); return answered },
    now: () => now, lookedAt: () => lookedAt, timers: () => timers.size,
    passTo: async (until) => { if (!isAsleep) await goOff(until); now = Math.max(now, until) },
    changed: looks,
    sleep: () => { isAsleep = true },
    wake: async (announced) => { isAsleep = false; if (announced) await looks(); await goOff(now) },
    lock: async () => { isOpen = false; reminders.lock(); await settle() },
    unlock: async () => { isOpen = true; await looks() },
    restart: async () => { reminders.stop(); isOpen = true; isAsleep = false; reminders = begin(); await looks() },
    refuse: (does) => { refuses = does },
  }
}

export const eventAt = (id: string, start: string, minutes: number, over: Partial<CalendarEvent> = {}): CalendarEvent =>
  ({ id, title: `Event ${id}`, start, end: new Date(fromInstant(start) + minutes * 60_000).toISOString().replace('.000Z', 'Z'), zone: ZONE, allDay: false, people: [], ...over })
export const taskOf = (id: string, over: Partial<Task> = {}): Task => ({ id, title: `Task ${id}`, people: [], rotation: 'together', effort: 10, checklist: [], reminders: [], medicine: false, done: [], ...over })
