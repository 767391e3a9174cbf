/** Puts the steps of an undertaking into the household's free time: who does what on which day, by the planner, around what the calendar holds. */
import type { CalendarEvent, Change } from '../../shared/calendar.ts'
import type { OutlinePlan } from '../../shared/ask.ts'
import type { Household, Person } from '../../shared/household.ts'
import type { Job, PlanningProblem, Resource } from '../../shared/planning.ts'
import type { Undertaking } from '../../shared/stages.ts'
import { fromInstant, Temporal, toInstant, wallToInstant, type Instant } from '../../shared/time.ts'
import { strings } from './remark-strings.ts'

const SLOT_MINUTES = 30
const SLOT_MS = SLOT_MINUTES * 60_000
/** As far ahead as the planner can see at this length of slot, in days. Steps due later are put at its end. */
const MOST_DAYS = 20
/** When people have time for it: evenings from Monday to Friday, by day at the weekend. Wall time, hours. */
const EVENING = [17, 21] as const
const WEEKEND = [9, 20] as const

export interface UndertakingSchedule {
  readonly problem: PlanningProblem
  readonly origin: Instant
  /** Jobs in the order of the steps, resources in the order of the people. */
  readonly jobs: readonly { readonly id: string; readonly title: string; readonly minutes: number }[]
  readonly people: readonly { readonly id: string; readonly person: Person }[]
  /** Steps that lie beyond what can be scheduled: after the stretch, or over before now. */
  readonly left: readonly string[]
}

export interface UndertakingInput { readonly undertaking: Undertaking; readonly outline: OutlinePlan; readonly household: Household; readonly events: readonly CalendarEvent[]; readonly now: Instant }

/** The stretch of calendar that matters: from now to a week after the day. */
export function stretchOf({ day, shape }: Undertaking, household: Household, now: Instant): readonly [Instant, Instant] {
  const end = Temporal.PlainDate.from(day).add({ days: shape.lasts + 7 })
  return [now, wallToInstant(`${end.toString()}T00:00`, household.zone)]
}

/**
 * The first day a step may be done, so that nobody bakes three weeks ahead: three times as long before the day as its latest day, and two days more.
 * What is due a week before may be done within the 23 days before the day, what is due on the day itself in the two before it. What comes after the beginning is never done before it.
 */
const earliestDay = (day: Temporal.PlainDate, daysBefore: number): Temporal.PlainDate => (daysBefore < 0 ? day : day.subtract({ days: 3 * daysBefore + 2 }))

/** Each step must be done by the end of its day, and not before `earliestDay` unless nobody has time from then on; a person does one at a time and none while the calendar has them; the work is shared fairly. Null when there is no adult or no time. */
export function scheduleOf({ undertaking, outline, household, events, now }: UndertakingInput): UndertakingSchedule | null {
  const { zone } = household
  const origin = Math.ceil(fromInstant(now) / SLOT_MS) * SLOT_MS
  const today = Temporal.Instant.fromEpochMilliseconds(origin).toZonedDateTimeISO(zone).toPlainDate()
  const day = Temporal.PlainDate.from(undertaking.day)
  const end = earlier(day.add({ days: undertaking.shape.lasts + 7 }), today.add({ days: MOST_DAYS }))
  const slotAt = (date: Temporal.PlainDate, hour: number): number => Math.round((fromInstant(wallToInstant(`${date.toString()}T${String(hour).padStart(2, '0')}:00`, zone)) - origin) / SLOT_MS)
  const slots = slotAt(end, 21)
  const adults = household.people.filter(({ role }) => role === 'adult')
  if (slots < 1 || adults.length === 0) return null

  const free: [number, number][] = []
  for (let date = today; Temporal.PlainDate.compare(date, end) <= 0; date = date.add({ days: 1 })) {
    const [from, to] = date.dayOfWeek >= 6 ? WEEKEND : EVENING
    const range: [number, number] = [Math.max(0, slotAt(date, from)), Math.min(slots, slotAt(date, to))]
    if (range[0] < range[1]) free.push(range)
  }
  const people = adults.map((person, i) => ({ id: `R${i + 1}`, person }))
  const resources = people.map(({ id, person }): Resource => ({ id, busy: busyOf(person, events, origin, slots) }))
  const inTime = outline.steps.map((step) => ({ step, from: slotAt(earliestDay(day, step.daysBefore), 0), by: slotAt(day.subtract({ days: step.daysBefore }), 21) }))
  const usable = inTime.filter(({ by, step }) => by >= Math.ceil(step.minutes / SLOT_MINUTES) && by <= slots + 48)
  const idOf = new Map(usable.map(({ step }, i) => [step.id, `J${i + 1}`]))
  const jobs = usable.map(({ step, from: first, by }): Job => {
    const after = step.after.flatMap((id) => { const job = idOf.get(id); return job === undefined ? [] : [job] })
    const length = Math.ceil(step.minutes / SLOT_MINUTES)
    const before = free.flatMap(([from, to]): [number, number][] => { const last = Math.min(to, by); return from < last ? [[from, last]] : [] })
    const near = before.filter(([from]) => from >= first)
    const windows = resources.some(({ busy = [] }) => near.some((window) => longestFree(window, busy) >= length)) ? near : before
    return { id: idOf.get(step.id) ?? '', kind: 'chore', length, kw: 0, contiguous: true, windows, oneOf: people.map(({ id }) => id), ...(after.length === 0 ? {} : { after }) }
  })
  if (jobs.length === 0) return null
  return {
    problem: { slots, slotMinutes: SLOT_MINUTES, jobs, resources, objective: 'fair' }, origin: toInstant(origin), people,
    jobs: usable.map(({ step }, i) => ({ id: `J${i + 1}`, title: step.title, minutes: step.minutes })),
    left: inTime.filter((entry) => !usable.includes(entry)).map(({ step }) => step.title),
  }
}

const earlier = (a: Temporal.PlainDate, b: Temporal.PlainDate): Temporal.PlainDate => (Temporal.PlainDate.compare(a, b) <= 0 ? a : b)

/** Slots in a row that nobody's calendar takes; `busy` is ordered and without overlaps. */
function longestFree([from, to]: readonly [number, number], busy: readonly (readonly [number, number])[]): number {
  let longest = 0, free = from
  for (const [start, end] of busy) {
    if (end <= from || start >= to) continue
    longest = Math.max(longest, start - free)
    free = Math.max(free, end)
  }
  return Math.max(longest, to - free)
}

/** Events that name the person, or name nobody and run no device: then everybody may be meant. */
function busyOf(person: Person, events: readonly CalendarEvent[], origin: number, slots: number): [number, number][] {
  const ranges = events.filter((event) => !event.allDay && event.deviceId === undefined && (event.people.length === 0 || event.people.includes(person.id)))
    .map((event): [number, number] => [Math.max(0, Math.floor((fromInstant(event.start) - origin) / SLOT_MS)), Math.min(slots, Math.ceil((fromInstant(event.end) - origin) / SLOT_MS))])
    .filter(([from, to]) => from < to).sort((a, b) => a[0] - b[0])
  return ranges.reduce<[number, number][]>((merged, [from, to]) => {
    const last = merged.at(-1)
    if (last !== undefined && from <= last[1]) last[1] = Math.max(last[1], to)
    else merged.push([from, to])
    return merged
  }, [])
}

/** One event per step, with whoever does it. */
export const changesFor = (schedule: UndertakingSchedule, plan: readonly { readonly job: string; readonly start: number; readonly with?: string | undefined }[], household: Household, title: string, newId: () => string): Change[] =>
  plan.flatMap(({ job, start, with: chosen }): Change[] => {
    const entry = schedule.jobs.find(({ id }) => id === job), person = schedule.people.find(({ id }) => id === chosen)
    if (entry === undefined) return []
    const from = fromInstant(schedule.origin) + start * SLOT_MS
    return [{ kind: 'add', after: { id: newId(), title: entry.title, start: toInstant(from), end: toInstant(from + entry.minutes * 60_000), zone: household.zone, allDay: false, people: person === undefined ? [] : [person.person.id], note: strings.forWhat(title) } }]
  }).sort((a, b) => (a.kind === 'add' && b.kind === 'add' ? fromInstant(a.after.start) - fromInstant(b.after.start) : 0))
