/** What a household has to do: chores that come back, to-dos with or without a day, and the items of its lists. */
import { z } from 'zod'
import { Id } from './household.ts'
import { FromFile } from './ical.ts'
import { fromInstant, instantToWall, Instant, Zone } from './time.ts'

/** When something is due: a moment, or a day (`allDay`, then `at` is that day's local midnight). `zone` is where it was said. */
export const Due = z.strictObject({ at: Instant, zone: Zone, allDay: z.boolean() })
export type Due = z.infer<typeof Due>

/**
 * How a chore comes back. `due`: by a rule of RFC 5545 §3.3.10 that runs from its first due date, whenever it gets done.
 * `done`: so many days after it was last done (or skipped).
 */
export const TaskRepeats = z.discriminatedUnion('from', [
  z.strictObject({ from: z.literal('due'), rrule: z.string().min(1).max(4000), /** the first due date: what the rule counts from */ since: Instant }),
  z.strictObject({ from: z.literal('done'), days: z.number().int().min(1).max(3660) }),
])
export type TaskRepeats = z.infer<typeof TaskRepeats>

/** One time it was done, or left out. */
export const TaskDone = z.strictObject({ at: Instant, /** who did it; null = nobody in particular */ by: Id.nullable(), skipped: z.boolean(), due: Instant.nullable() })
export type TaskDone = z.infer<typeof TaskDone>

/** How many of the last times are kept with a chore. */
export const MAX_DONE = 120

export const Task = z.strictObject({
  id: Id,
  title: z.string().trim().min(1).max(300),
  /** The list it is an item of ("Shopping"); absent for a chore or a to-do. */
  list: z.string().trim().min(1).max(120).optional(),
  /** Who it is for; with a rotation, in the order of their turns. */
  people: z.array(Id).max(50),
  /** `together`: all of them. `fixed`: in turn. `fair`: whoever has given it the least time lately. `random`: drawn, never the same twice in a row where there is another. */
  rotation: z.enum(['together', 'fixed', 'fair', 'random']),
  /** Whose turn it is; absent without a rotation. Where it was never said, the first one's: ask `turnOf`. */
  turn: Id.optional(),
  /** Turns exchanged in a fixed order: in whose place this turn stands, and who stands in for whom once their place comes, the next time first. */
  swapped: z.strictObject({ place: Id, owed: z.array(z.strictObject({ place: Id, by: Id })).max(50) }).optional(),
  due: Due.optional(),
  /** When its rule would have it due, where this once was moved. */
  movedFrom: Instant.optional(),
  repeats: TaskRepeats.optional(),
  /** Minutes it takes. */
  effort: z.number().int().min(1).max(24 * 60),
  checklist: z.array(z.strictObject({ text: z.string().trim().min(1).max(300), done: z.boolean() })).max(100),
  /** Reminders, in minutes before it is due. */
  reminders: z.array(z.number().int().min(0).max(40_320)).max(10),
  /** Reminds again every so many minutes until it is done. */
  nag: z.number().int().min(5).max(24 * 60).optional(),
  /** Not to be reminded of before. */
  snoozedUntil: Instant.optional(),
  /** A medicine: its times are never moved by a planner, and a reminder comes in quiet hours too. */
  medicine: z.boolean(),
  /** Done for good: what does not come back. */
  doneAt: Instant.optional(),
  /** The last times, newest first. */
  done: z.array(TaskDone).max(MAX_DONE),
  note: z.string().max(4000).optional(),
  /** Of an imported task: its UID, and what it says beyond the above, kept for the way back out. */
  ical: FromFile.optional(),
})
export type Task = z.infer<typeof Task>

/** What a form or a sentence hands in: a task without an id is new. */
export const TaskDraft = Task.omit({ id: true })
export type TaskDraft = z.infer<typeof TaskDraft>

/** What can be done about a task. */
export const TaskMark = z.discriminatedUnion('kind', [
  /** By whom; null = nobody in particular. */
  z.strictObject({ kind: z.literal('done'), by: Id.nullable() }),
  /** This once it is left out; whoever's turn it was is next again. */
  z.strictObject({ kind: z.literal('skip') }),
  /** Takes back that it is done for good. */
  z.strictObject({ kind: z.literal('open') }),
  z.strictObject({ kind: z.literal('snooze'), until: Instant }),
  /** Is due another time, this once; the rule goes on as it would have. */
  z.strictObject({ kind: z.literal('move'), due: Due }),
  /** Somebody else takes this turn. In a fixed order whoever had it takes theirs instead, and the order stays. */
  z.strictObject({ kind: z.literal('swap'), with: Id }),
  z.strictObject({ kind: z.literal('check'), /** position in the checklist */ item: z.number().int().min(0).max(99), done: z.boolean() }),
])
export type TaskMark = z.infer<typeof TaskMark>

export const isOpen = (task: Pick<Task, 'doneAt'>): boolean => task.doneAt === undefined

/** Whose turn it is; undefined where nobody takes turns. */
export const turnOf = ({ rotation, turn, people }: Pick<Task, 'rotation' | 'turn' | 'people'>): string | undefined =>
  rotation === 'together' ? undefined : turn !== undefined && people.includes(turn) ? turn : people[0]

/** The day it is due, as a date: of a whole day that day wherever one is, of a moment the day in `zone`. */
export const dueDay = (due: Due, zone: string): string => instantToWall(due.at, due.allDay ? due.zone : zone).slice(0, 10)

/** What is open and due on that date in `zone`: whole days first, then by time. */
export const tasksDueOn = (tasks: readonly Task[], date: string, zone: string): readonly Task[] =>
  tasks.filter((task) => isOpen(task) && task.due !== undefined && dueDay(task.due, zone) === date).sort(byDue(zone))

/** By day, whole days before the times of the same day; what has no day comes last. */
export const byDue = (zone: string) => ({ due: a }: Pick<Task, 'due'>, { due: b }: Pick<Task, 'due'>): number => {
  if (a === undefined || b === undefined) return Number(a === undefined) - Number(b === undefined)
  return dueDay(a, zone).localeCompare(dueDay(b, zone)) || Number(b.allDay) - Number(a.allDay) || fromInstant(a.at) - fromInstant(b.at)
}

/** What is fair looks back so far, in days. */
export const FAIR_DAYS = 28

/** Minutes that each person has given to all chores within `FAIR_DAYS` before `now`, by what a chore takes. */
export function minutesGiven(tasks: readonly Task[], now: Instant): ReadonlyMap<string, number> {
  const from = fromInstant(now) - FAIR_DAYS * 86_400_000
  const given = new Map<string, number>()
  for (const task of tasks) for (const { at, by, skipped } of task.done) if (!skipped && by !== null && fromInstant(at) >= from) given.set(by, (given.get(by) ?? 0) + task.effort)
  return given
}
