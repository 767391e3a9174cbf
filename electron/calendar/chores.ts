/** What becomes of a task when something is done about it: when it is due next, whose turn it is, what is remembered. Writes nothing itself. */
import { problem } from '../../shared/problems.ts'
import { fail, ok, type Result } from '../../shared/result.ts'
import { MAX_DONE, type Due, type Task, type TaskDone, type TaskMark } from '../../shared/tasks.ts'
import { fromInstant, Temporal, toInstant, type Instant } from '../../shared/time.ts'
import type { Recurrence } from './recurrence/create-recurrence.ts'
import { seriesOf, startOf } from './series.ts'

export interface MarkDeps {
  readonly now: Instant
  readonly expand: Recurrence['expand']
  /** A whole number from 0 up to, and without, the given one. */
  readonly draw: (below: number) => number
  /** Every task, for what is fair. */
  readonly all: readonly Task[]
}

/** The task as it is afterwards, and what was done, for the history. Refuses with `input.invalid` what does not fit the task. */
export async function marked(task: Task, mark: TaskMark, deps: MarkDeps): Promise<Result<{ readonly task: Task; readonly label: string }>> {
  switch (mark.kind) {
    case 'done': return next(task, { at: deps.now, by: mark.by, skipped: false, due: task.due?.at ?? null }, deps, `Done: “${task.title}”`)
    case 'skip': return task.repeats === undefined ? fail(problem('input.invalid', { what: 'only what comes back can be skipped' })) : next(task, { at: deps.now, by: null, skipped: true, due: task.due?.at ?? null }, deps, `Skipped: “${task.title}”`)
    case 'open': {
      const { doneAt: _, ...rest } = task
      return ok({ task: task.doneAt === undefined ? task : { ...rest, done: task.done.slice(1) }, label: `Not done after all: “${task.title}”` })
    }
    case 'snooze': return fromInstant(mark.until) <= fromInstant(deps.now) ? fail(problem('input.invalid', { what: 'that time is over' })) : ok({ task: { ...task, snoozedUntil: mark.until }, label: `Snoozed: “${task.title}”` })
    case 'swap': return task.people.includes(mark.with) ? ok({ task: { ...task, turn: mark.with }, label: `Swapped: “${task.title}”` }) : fail(problem('input.invalid', { what: 'only people who share it can take a turn' }))
    case 'check': {
      const item = task.checklist[mark.item]
      return item === undefined ? fail(problem('input.invalid', { what: 'there is no such item' })) : ok({ task: { ...task, checklist: task.checklist.with(mark.item, { ...item, done: mark.done }) }, label: `${mark.done ? 'Ticked' : 'Unticked'} “${item.text}”`.slice(0, 300) })
    }
  }
}

async function next(task: Task, one: TaskDone, deps: MarkDeps, label: string): Promise<Result<{ readonly task: Task; readonly label: string }>> {
  const { snoozedUntil: _, due: __, ...rest } = task
  const done = [one, ...task.done].slice(0, MAX_DONE)
  if (task.repeats === undefined) return ok({ task: { ...rest, ...(task.due === undefined ? {} : { due: task.due }), done, doneAt: deps.now }, label })
  const due = await nextDue(task, deps)
  if (!due.ok) return due
  const after = { ...rest, done, checklist: task.checklist.map((item) => ({ ...item, done: false })) }
  // The rule may have an end.
  if (due.value === undefined) return ok({ task: { ...after, ...(task.due === undefined ? {} : { due: task.due }), doneAt: deps.now }, label })
  return ok({ task: { ...after, due: due.value, ...turnAfter({ ...task, done }, one, deps) }, label })
}

/**
 * When it is due after this time: by its rule the next one that is not over yet, so that a chore left for weeks does not come back once for each
 * of them; after completion so many days from now, at the same time of day. Undefined when the rule has ended.
 */
async function nextDue(task: Task, { now, expand }: MarkDeps): Promise<Result<Due | undefined>> {
  const { repeats, due } = task
  if (repeats === undefined) return ok(undefined)
  const zone = due?.zone ?? 'UTC', allDay = due?.allDay ?? true
  if (repeats.from === 'done') {
    const today = Temporal.Instant.from(now).toZonedDateTimeISO(zone).toPlainDate().add({ days: repeats.days })
    const time = due === undefined || allDay ? undefined : Temporal.Instant.from(due.at).toZonedDateTimeISO(zone).toPlainTime()
    return ok({ at: toInstant(today.toZonedDateTime({ timeZone: zone, ...(time === undefined ? {} : { plainTime: time }) }).epochMilliseconds), zone, allDay })
  }
  const shape = { start: repeats.since, end: repeats.since, zone, allDay, id: task.id, title: task.title, people: [], repeats: { rrule: repeats.rrule, rdates: [], exdates: [] } }
  const floor = allDay ? Temporal.Instant.from(now).toZonedDateTimeISO(zone).startOfDay().epochMilliseconds : fromInstant(now)
  const from = toInstant(Math.max(floor, due === undefined ? 0 : fromInstant(due.at) + 1000))
  const expanded = await expand(seriesOf(shape, { from, limit: 1 }))
  if (!expanded.ok) return expanded
  const [first] = expanded.value.occurrences
  return ok(first === undefined ? undefined : { at: startOf(first, shape), zone, allDay })
}

/** Whose turn it is next. Who did it out of turn has done a turn all the same where it is fair; in a fixed order the order goes on. */
function turnAfter(task: Task, one: TaskDone, deps: MarkDeps): { turn?: string } {
  const { people, rotation, turn } = task
  if (rotation === 'together' || people.length === 0) return {}
  if (one.skipped && turn !== undefined) return { turn }
  if (rotation === 'fixed') return { turn: people[(people.indexOf(turn ?? '') + 1) % people.length] ?? people[0] ?? '' }
  if (rotation === 'random') {
    const others = people.filter((id) => id !== turn)
    return { turn: (others.length === 0 ? people : others)[deps.draw(Math.max(1, others.length))] ?? people[0] ?? '' }
  }
  const given = minutesGiven(deps.all.map((other) => (other.id === task.id ? task : other)), since(deps.now))
  return { turn: [...people].sort((a, b) => (given.get(a) ?? 0) - (given.get(b) ?? 0) || lastDid(task, a) - lastDid(task, b))[0] ?? '' }
}

/** What is fair looks back so far. */
const FAIR_DAYS = 28
const since = (now: Instant): number => fromInstant(now) - FAIR_DAYS * 86_400_000

/** Minutes that each has given to all chores since then, by what a chore takes. */
export function minutesGiven(tasks: readonly Task[], from: number): ReadonlyMap<string, number> {
  const given = new Map<string, number>()
  for (const task of tasks) for (const { at, by, skipped } of task.done) if (!skipped && by !== null && fromInstant(at) >= from) given.set(by, (given.get(by) ?? 0) + task.effort)
  return given
}
const lastDid = (task: Task, person: string): number => { const one = task.done.find(({ by }) => by === person); return one === undefined ? 0 : fromInstant(one.at) }
