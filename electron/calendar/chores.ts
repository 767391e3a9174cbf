/** What becomes of a task when something is done about it: when it is due next, whose turn it is, what is remembered. Writes nothing itself. */
import { problem } from '../../shared/problems.ts'
import { fail, ok, type Result } from '../../shared/result.ts'
import { isOpen, MAX_DONE, turnOf, type Due, type Task, type TaskDone, type TaskMark } from '../../shared/tasks.ts'
import { fromInstant, Temporal, toInstant } from '../../shared/time.ts'
import type { Recurrence } from './recurrence/create-recurrence.ts'
import { strings } from './change-strings.ts'
import { recurringTask, seriesOf, startOf } from './series.ts'
import { exchanged, turnAfter, type TurnDeps } from './turns.ts'

export interface MarkDeps extends TurnDeps { readonly expand: Recurrence['expand'] }

type Marked = Result<{ readonly task: Task; readonly label: string }>

/** The task as it is afterwards, and what was done, for the history. Refuses with `input.invalid` what does not fit the task. */
export async function marked(task: Task, mark: TaskMark, deps: MarkDeps): Promise<Marked> {
  if (!isOpen(task) && mark.kind !== 'open' && mark.kind !== 'check') return refused('it is done already')
  switch (mark.kind) {
    case 'done': return next(task, { at: deps.now, by: mark.by, skipped: false, due: task.due?.at ?? null }, deps, strings.done(task.title))
    case 'skip': return task.repeats === undefined ? refused('only what comes back can be skipped') : next(task, { at: deps.now, by: null, skipped: true, due: task.due?.at ?? null }, deps, strings.skipped(task.title))
    case 'open': {
      const { doneAt, ...rest } = task
      return doneAt === undefined ? refused('it is not done for good') : ok({ task: { ...rest, done: task.done.slice(1) }, label: strings.reopened(task.title) })
    }
    case 'snooze': return fromInstant(mark.until) <= fromInstant(deps.now) ? refused('that time is over') : ok({ task: { ...task, snoozedUntil: mark.until }, label: strings.snoozed(task.title) })
    case 'move': return ok({ task: moved(task, mark.due), label: strings.moved(task.title) })
    case 'swap': {
      if (!task.people.includes(mark.with) || task.rotation === 'together') return refused('only people who take turns can swap')
      if (mark.with === turnOf(task)) return refused('it is their turn already')
      const { swapped: _, ...rest } = task
      return ok({ task: { ...rest, ...exchanged(task, mark.with) }, label: strings.swapped(task.title) })
    }
    case 'check': {
      const item = task.checklist[mark.item]
      return item === undefined ? refused('there is no such item') : ok({ task: { ...task, checklist: task.checklist.with(mark.item, { ...item, done: mark.done }) }, label: (mark.done ? strings.ticked(item.text) : strings.unticked(item.text)).slice(0, 300) })
    }
  }
}

const refused = (what: string): Marked => fail(problem('input.invalid', { what }))

/** This once at another time. What it would have been by its rule is remembered, so that an earlier time does not bring the same one back. */
function moved(task: Task, due: Due): Task {
  const { snoozedUntil: _, movedFrom, ...rest } = task
  const ruled = movedFrom ?? task.due?.at
  return { ...rest, due, ...(task.repeats?.from !== 'due' || ruled === undefined || ruled === due.at ? {} : { movedFrom: ruled }) }
}

async function next(task: Task, one: TaskDone, deps: MarkDeps, label: string): Promise<Marked> {
  const { snoozedUntil: _, ...rest } = task
  const done = [one, ...task.done].slice(0, MAX_DONE)
  const due = await nextDue(task, deps)
  if (!due.ok) return due
  // It does not come back, or its rule has an end.
  if (due.value === undefined) return ok({ task: { ...rest, done, doneAt: deps.now }, label })
  const { due: __, movedFrom: ___, turn: ____, swapped: _____, ...lasting } = rest
  return ok({ task: { ...lasting, due: due.value, done, checklist: task.checklist.map((item) => ({ ...item, done: false })), ...turnAfter({ ...task, done }, one, deps) }, label })
}

/**
 * When it is due after this time: by its rule the next one that is not over yet, so that a chore left for weeks does not come back once for each
 * of them; after completion so many days from now, at the same time of day. Undefined when it does not come back.
 */
async function nextDue({ repeats, due, movedFrom }: Task, { now, expand }: MarkDeps): Promise<Result<Due | undefined>> {
  if (repeats === undefined) return ok(undefined)
  const zone = due?.zone ?? 'UTC', allDay = due?.allDay ?? true
  const today = Temporal.Instant.from(now).toZonedDateTimeISO(zone)
  if (repeats.from === 'done') {
    const time = due === undefined || allDay ? undefined : Temporal.Instant.from(due.at).toZonedDateTimeISO(zone).toPlainTime()
    return ok({ at: toInstant(today.toPlainDate().add({ days: repeats.days }).toZonedDateTime({ timeZone: zone, ...(time === undefined ? {} : { plainTime: time }) }).epochMilliseconds), zone, allDay })
  }
  const floor = allDay ? today.startOfDay().epochMilliseconds : fromInstant(now)
  const passed = [due?.at, movedFrom].flatMap((at) => (at === undefined ? [] : [fromInstant(at) + 1000]))
  const series = recurringTask(repeats, { zone, allDay })
  const expanded = await expand(seriesOf(series, { from: toInstant(Math.max(floor, ...passed)), limit: 1 }))
  if (!expanded.ok) return expanded
  const [first] = expanded.value.occurrences
  return ok(first === undefined ? undefined : { at: startOf(first, series), zone, allDay })
}
