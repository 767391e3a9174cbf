/** Reminders over days of use with random sleep, locks, restarts and changes, held to a model that looks at every minute: each once, at its minute, and never in quiet hours unless the rule says so. */
import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { CalendarEvent } from '../../shared/calendar.ts'
import type { Task } from '../../shared/tasks.ts'
import { fromInstant, instantToWall, Temporal, toInstant, wallToInstant } from '../../shared/time.ts'
import { eventAt, simulate, taskOf, ZONE, type Simulation } from '../support/simulated-days.ts'

const MINUTE = 60_000, HOUR = 60 * MINUTE, DAY = 24 * HOUR
const QUIETS = [null, { from: '22:00', to: '07:00' }, { from: '13:00', to: '15:00' }] as const
type Quiet = (typeof QUIETS)[number]

/** One moment that is to be given, if it can be, between `from` and `to`, as the model sees it. */
interface Expected { readonly key: string; readonly at: number; readonly from: number; readonly to: number; readonly starts: number; readonly over: number; readonly until: number; readonly always: boolean; readonly nag: boolean }
/** From a minute to a minute, both included, the app runs, awake and unlocked. */
type Spans = readonly (readonly [number, number])[]

/** The minute of the day, remembered, because the model asks for each a thousand times. */
const known = new Map<number, number>()
const wallMinutes = (at: number): number => {
  const [, hours = '', minutes = ''] = known.has(at) ? [] : /T(\d\d):(\d\d)/.exec(instantToWall(toInstant(at), ZONE)) ?? []
  const minute = known.get(at) ?? Number(hours) * 60 + Number(minutes)
  known.set(at, minute)
  return minute
}
const minutesOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3))
const isQuiet = (at: number, quiet: Quiet): boolean => {
  if (quiet === null) return false
  const now = wallMinutes(at), from = minutesOf(quiet.from), to = minutesOf(quiet.to)
  return from < to ? from <= now && now < to : from <= now || now < to
}
const endOfQuiet = (at: number, quiet: Quiet): number => { let end = at; while (isQuiet(end, quiet)) end += MINUTE; return end }

/** The first minute at which it can be given; undefined where there is none. */
function minuteOf(one: Expected, on: Spans, quiet: Quiet): number | undefined {
  const held = (at: number): boolean => !one.always && isQuiet(at, quiet) && (one.nag || !(one.starts < endOfQuiet(at, quiet) && at < one.over))
  for (const [first, last] of on) {
    for (let at = Math.max(first, one.at, one.from); at <= Math.min(last, one.to, one.until - MINUTE); at += MINUTE) if (!held(at)) return at
  }
  return undefined
}

const onWall = (instant: number, days: number): number => fromInstant(wallToInstant(Temporal.PlainDateTime.from(instantToWall(toInstant(instant), ZONE)).subtract({ days }).toString({ smallestUnit: 'minute' }), ZONE))
function momentsOf(event: CalendarEvent, from: number, to: number): Expected[] {
  const starts = event.allDay ? fromInstant(wallToInstant(`${instantToWall(event.start, ZONE).slice(0, 10)}T09:00`, ZONE)) : fromInstant(event.start)
  const over = Math.max(fromInstant(event.end), starts + 15 * MINUTE)
  return [...new Set(event.reminders)].map((minutes) => ({
    key: `event ${event.id} ${event.start} ${minutes}`, at: onWall(starts, Math.floor(minutes / 1440)) - (minutes % 1440) * MINUTE, from, to, starts, over, until: over + 12 * HOUR, always: false, nag: false,
  }))
}
function momentsOfTask(task: Task, from: number, to: number): Expected[] {
  const due = fromInstant(task.due?.at ?? ''), step = (task.nag ?? 0) * MINUTE
  const plain = { from, to, starts: due, over: due + 15 * MINUTE, until: Infinity, always: task.medicine, nag: false }
  const before = [...new Set(task.reminders)].map((minutes) => ({ ...plain, key: `task ${task.id} ${task.due?.at ?? ''} ${minutes}`, at: onWall(due, Math.floor(minutes / 1440)) - (minutes % 1440) * MINUTE }))
  if (step === 0) return before
  // Each counts until the next one: of those that were missed the newest comes.
  const nags = Array.from({ length: Math.max(0, Math.floor((to - due) / step) + 1) }, (_, count) => ({ ...plain, key: `task ${task.id} nag ${due + count * step}`, at: due + count * step, until: due + (count + 1) * step, nag: count > 0 }))
  return [...before, ...nags.filter(({ at }) => !before.some((one) => one.at === at))]
}

const byMoment = (a: readonly [string, number], b: readonly [string, number]): number => a[1] - b[1] || (a[0] < b[0] ? -1 : 1)
const given = (s: Simulation): (readonly [string, number])[] => s.given.map(({ key, at }) => [key, at] as const).sort(byMoment)
const expected = (all: readonly Expected[], on: Spans, quiet: Quiet): (readonly [string, number])[] =>
  all.flatMap((one) => { const at = minuteOf(one, on, quiet); return at === undefined ? [] : [[one.key, at] as const] }).sort(byMoment)

/** Three days around each change of the clock, and three ordinary ones. */
const starts = fc.constantFrom('2026-10-23T22:00:00Z', '2026-03-27T23:00:00Z', '2026-11-23T06:30:00Z')
const minute = fc.integer({ min: 0, max: 72 * 60 })
const offsets = fc.array(fc.constantFrom(0, 5, 10, 30, 60, 120, 720, 1440, 1500, 2880), { maxLength: 4 })
const someEvent = fc.record({ at: fc.integer({ min: -600, max: 80 * 60 }), length: fc.constantFrom(0, 15, 60, 180, 1440), reminders: offsets, allDay: fc.integer({ min: 0, max: 4 }).map((n) => n === 0) })
const someTask = fc.record({ at: fc.integer({ min: -60, max: 72 * 60 }), reminders: offsets, nag: fc.constantFrom(undefined, 7, 30, 240), medicine: fc.boolean() })
const action = fc.oneof(
  fc.record({ kind: fc.constantFrom('sleep' as const, 'lock' as const), at: minute, length: fc.integer({ min: 1, max: 900 }), announced: fc.boolean() }),
  fc.record({ kind: fc.constantFrom('restart' as const), at: minute }),
  fc.record({ kind: fc.constantFrom('add' as const, 'move' as const), at: minute, event: someEvent, which: fc.nat() }),
  fc.record({ kind: fc.constantFrom('remove' as const, 'done' as const), at: minute, which: fc.nat() }),
)

it('72 hours with random sleep, locks, restarts and changes: every reminder exactly once at its minute, no other, and what is remembered does not grow', { timeout: 300_000 }, async () => {
  await fc.assert(fc.asyncProperty(starts, fc.constantFrom(...QUIETS), fc.array(someEvent, { maxLength: 6 }), fc.array(someTask, { maxLength: 3 }), fc.array(action, { maxLength: 14 }), async (start, quiet, events, tasks, actions) => {
    const base = fromInstant(start), end = base + 72 * HOUR
    const made = (id: string, { at, length, reminders, allDay }: (typeof events)[number]): CalendarEvent => {
      const day = instantToWall(toInstant(base + at * MINUTE), ZONE).slice(0, 10)
      return allDay ? { ...eventAt(id, wallToInstant(`${day}T00:00`, ZONE), 0, { reminders, allDay }), end: wallToInstant(`${Temporal.PlainDate.from(day).add({ days: 1 }).toString()}T00:00`, ZONE) } : eventAt(id, toInstant(base + at * MINUTE), length, { reminders })
    }
    const s = await simulate(start, { quiet }, { atLeastEvery: 2 * HOUR })
    /** What the model follows: each with the minute from which, and up to which, it is there. */
    const living = new Map<string, { readonly from: number; readonly moments: (from: number, to: number) => readonly Expected[] }>()
    const over: Expected[] = [], ever = new Set<string>()
    const begins = (id: string, from: number, moments: (from: number, to: number) => readonly Expected[]): void => {
      const looked = s.lookedAt()
      for (const { key } of moments(from, end)) ever.add(key)
      // A moment before the last look had passed when it was set.
      living.set(id, { from, moments: (a, b) => moments(a, b).filter(({ at }) => at >= looked) })
    }
    const ends = (id: string, to: number): void => { const one = living.get(id); if (one !== undefined) over.push(...one.moments(one.from, to)); living.delete(id) }
    const put = (event: CalendarEvent): void => { ends(event.id, s.now()); s.events.set(event.id, event); begins(event.id, s.now(), (a, b) => momentsOf(event, a, b)) }
    for (const [index, event] of events.entries()) put(made(`e${index}`, event))
    for (const [index, task] of tasks.entries()) {
      const one = taskOf(`t${index}`, { due: { at: toInstant(base + task.at * MINUTE), zone: ZONE, allDay: false }, reminders: task.reminders, medicine: task.medicine, ...(task.nag === undefined ? {} : { nag: task.nag }) })
      s.tasks.set(one.id, one)
      begins(one.id, base, (a, b) => momentsOfTask(one, a, b))
    }
    await s.changed()

    const on: [number, number][] = []
    let onSince = base
    let number = 0
    for (const one of [...actions].sort((a, b) => a.at - b.at)) {
      const at = base + one.at * MINUTE
      if (at < s.now()) continue
      await s.passTo(at)
      if (one.kind === 'sleep' || one.kind === 'lock') {
        on.push([onSince, at])
        onSince = Math.min(end, at + one.length * MINUTE)
        if (one.kind === 'sleep') s.sleep()
        else await s.lock()
        await s.passTo(onSince)
        if (one.kind === 'sleep') await s.wake(one.announced)
        else await s.unlock()
        // Nothing may be told before a timer that was over goes off, or the system says that it woke.
        if (s.lookedAt() < onSince) { await s.changed() }
      } else if (one.kind === 'restart') await s.restart()
      else {
        const ids = [...s.events.keys()], position = 'which' in one ? one.which : 0, which = ids[position % Math.max(1, ids.length)]
        if (one.kind === 'add') put(made(`n${number++}`, one.event))
        else if (one.kind === 'move' && which !== undefined) put(made(which, one.event))
        else if (one.kind === 'remove' && which !== undefined) { s.events.delete(which); ends(which, at) }
        else if (one.kind === 'done') {
          const task = [...s.tasks.values()][position % Math.max(1, s.tasks.size)]
          if (task !== undefined && task.doneAt === undefined) { ends(task.id, at); s.tasks.set(task.id, { ...task, doneAt: toInstant(at) }) }
        }
        await s.changed()
      }
    }
    await s.passTo(end)
    on.push([onSince, end])
    for (const id of [...living.keys()]) ends(id, end)

    // An event moved away and back has the same moments again: the first that can be given counts.
    const should = new Map<string, number>()
    for (const [key, at] of expected(over, on, quiet)) if (!should.has(key)) should.set(key, at)
    expect(given(s)).toEqual([...should])
    expect(s.bugs).toEqual([])
    expect(s.timers()).toBe(1)
    expect(s.rows.size).toBeLessThanOrEqual(ever.size)
  }), { numRuns: 40, seed: 72 })
})

it('a year of a household, over both changes of the clock: every time of every series once, at its minute; what is old is forgotten', { timeout: 300_000 }, async () => {
  const quiet = { from: '22:00', to: '07:00' } as const
  await fc.assert(fc.asyncProperty(fc.array(fc.record({ day: fc.integer({ min: 1, max: 363 }), minute: fc.integer({ min: 0, max: 1439 }), hours: fc.integer({ min: 1, max: 60 }), how: fc.constantFrom('sleep', 'lock', 'restart') }), { minLength: 20, maxLength: 40 }), async (breaks) => {
    const base = fromInstant(wallToInstant('2026-01-01T00:00', ZONE)), end = fromInstant(wallToInstant('2027-01-01T00:00', ZONE))
    const s = await simulate(toInstant(base), { quiet }, { atLeastEvery: DAY })
    const series = (id: string, time: string, rrule: string, reminders: number[]): CalendarEvent => eventAt(id, wallToInstant(`2026-01-01T${time}`, ZONE), 30, { reminders, repeats: { rrule, rdates: [], exdates: [] } })
    s.events.set('night', series('night', '02:30', 'FREQ=DAILY', [0, 1440]))
    s.events.set('swim', series('swim', '17:00', 'FREQ=WEEKLY;BYDAY=TH', [15, 1440, 10_080]))
    s.events.set('rent', series('rent', '08:00', 'FREQ=MONTHLY', [720]))
    await s.changed()

    const on: [number, number][] = []
    let onSince = base
    let most = 0
    for (const one of [...breaks].sort((a, b) => a.day - b.day || a.minute - b.minute)) {
      const at = base + one.day * DAY + one.minute * MINUTE
      if (at < s.now()) continue
      await s.passTo(at)
      on.push([onSince, at])
      onSince = one.how === 'restart' ? at : at + one.hours * HOUR
      if (one.how === 'restart') await s.restart()
      else if (one.how === 'sleep') { s.sleep(); await s.passTo(onSince); await s.wake(true) }
      else { await s.lock(); await s.passTo(onSince); await s.unlock() }
      most = Math.max(most, s.rows.size)
    }
    await s.passTo(end)
    on.push([onSince, end])

    const days = Array.from({ length: 400 }, (_, day) => Temporal.PlainDate.from('2026-01-01').add({ days: day }))
    const times = (id: string, time: string, reminders: number[], isDay: (day: Temporal.PlainDate) => boolean): Expected[] => days.filter(isDay).flatMap((day) => {
      const start = wallToInstant(`${day.toString()}T${time}`, ZONE)
      return momentsOf(eventAt(`${id}-t${(fromInstant(start) / 1000).toString(36)}`, start, 30, { reminders }), base, end)
    })
    // What had passed when the year began was set too late.
    const all = [...times('night', '02:30', [0, 1440], () => true), ...times('swim', '17:00', [15, 1440, 10_080], (day) => day.dayOfWeek === 4), ...times('rent', '08:00', [720], (day) => day.day === 1)].filter(({ at }) => at >= base)
    expect(given(s)).toEqual(expected(all, on, quiet))
    expect(given(s).length).toBeGreaterThan(700)
    expect(s.bugs).toEqual([])
    expect(s.timers()).toBe(1)
    expect(most).toBeLessThan(60)
  }), { numRuns: 1, seed: 365 })
})
