/** DOOR: the only file that changes the calendar, the tasks, and entries of the household by chat. Every change is a change set that can be undone, also after a restart. */
import { setImmediate } from 'node:timers/promises'
import { canBeUndone, isEventChange, titleOf, type CalendarEvent, type Change, type ChangeSet, type ChangeSummary, type EntryChange, type EventDraft, type Scope } from '../../shared/calendar.ts'
import { problem } from '../../shared/problems.ts'
import { fail, ok, type Result } from '../../shared/result.ts'
import type { Task, TaskDraft } from '../../shared/tasks.ts'
import { fromInstant, toInstant, type Clock, type Instant } from '../../shared/time.ts'
import type { Vault } from '../vault/vault.ts'
import type { Agenda } from './agenda.ts'
import { strings } from './change-strings.ts'
import { recurringTask } from './series.ts'

export interface Calendar {
  readonly between: (from: Instant, to: Instant) => Promise<Result<readonly CalendarEvent[]>>
  /** By hand: without an id a new event, with one an edit; of a series the times that `scope` says. Answers with the event as it then is. */
  readonly save: (id: string | null, event: EventDraft, scope: Scope) => Promise<Result<CalendarEvent>>
  readonly remove: (id: string, scope: Scope) => Promise<Result<null>>
  readonly tasks: () => Promise<Result<readonly Task[]>>
  /** By hand: without an id a new task. */
  readonly saveTask: (id: string | null, task: TaskDraft) => Promise<Result<Task>>
  /** All of them or, when one is gone, none. */
  readonly removeTasks: (ids: readonly string[]) => Promise<Result<null>>
  /** A task as it is after something was done about it; `label` says what. */
  readonly changeTask: (before: Task, after: Task, label: string) => Promise<Result<Task>>
  /** What a form changed in the household, as one change set; answers with its id. */
  readonly changeHousehold: (label: string, changes: readonly EntryChange[]) => Promise<Result<string>>
  /** Applies an accepted proposal as one change set, called by what it is about. */
  readonly applyProposal: (changeSetId: string, changes: readonly Change[]) => Promise<Result<ChangeSet>>
  /** What an imported file holds, as one change set. */
  readonly applyImport: (label: string, changes: readonly Change[]) => Promise<Result<ChangeSet>>
  /** Adds the sample's appointments. */
  readonly addAll: (label: string, events: readonly CalendarEvent[], tasks: readonly Task[]) => Promise<Result<null>>
  /** What would take back the newest change that still stands; undefined when there is none. */
  readonly takingBack: () => Promise<Result<{ readonly label: string; readonly changes: readonly Change[] } | undefined>>
  /** Undoes the newest change not yet undone, or the given one. Refused with `calendar.changed` when a later change touched the same. */
  readonly undo: (changeSetId: string | null) => Promise<Result<{ readonly set: ChangeSet; /** id of the change set it undid */ readonly undid: string }>>
  readonly history: () => Promise<Result<readonly ChangeSummary[]>>
}

export interface CalendarDeps {
  readonly vault: { readonly events: Pick<Vault['events'], 'apply' | 'summaries' | 'changeSet'>; readonly tasks: Vault['tasks'] }
  readonly agenda: Agenda
  readonly clock: Clock
  readonly newId: () => string
  /** What the change set touched. */
  readonly onChange: (touched: { readonly household: boolean }) => void
}

const HISTORY = 200

export function createCalendar({ vault, agenda, clock, newId, onChange }: CalendarDeps): Calendar {
  const check = async (change: Change): Promise<Result<null>> => {
    if (isEventChange(change)) return change.kind === 'remove' ? ok(null) : agenda.check(change.after)
    if (change.kind !== 'add-task' && change.kind !== 'edit-task') return ok(null)
    const { due, repeats } = change.after
    if (repeats === undefined) return ok(null)
    if (due === undefined) return fail(problem('input.invalid', { what: 'what comes back needs a day on which it is first due' }))
    if (repeats.from === 'done') return ok(null)
    return agenda.check({ ...recurringTask(repeats, due), end: toInstant(fromInstant(repeats.since) + 1000) })
  }
  /** The newest change set that can be undone, or the one that is meant if it can. */
  const undoable = async (wanted: string | null): Promise<Result<ChangeSet | undefined>> => {
    const history = await vault.events.summaries(HISTORY)
    if (!history.ok) return history
    const target = history.value.find((set) => canBeUndone(set) && (wanted === null || set.id === wanted))
    return target === undefined ? ok(undefined) : vault.events.changeSet(target.id)
  }
  const apply = async (set: ChangeSet, undoes?: string): Promise<Result<ChangeSet>> => {
    // What was there before was checked when it came.
    for (const [at, change] of undoes === undefined ? set.changes.entries() : []) {
      // An import may hold thousands; nothing else waits for all of them.
      if (at % 40 === 39) await setImmediate()
      const sound = await check(change)
      if (!sound.ok) return sound
    }
    const applied = await vault.events.apply(set, undoes)
    if (!applied.ok) return applied
    onChange({ household: set.changes.some(({ kind }) => kind === 'household') })
    return ok(set)
  }
  const changeSet = (source: ChangeSet['source'], label: string, changes: readonly Change[], id = newId()): ChangeSet => ({ id, at: toInstant(clock.now()), label: label.slice(0, 300), source, changes: [...changes], undone: false })
  const byHand = async <T>(label: string, changes: readonly Change[], value: T): Promise<Result<T>> => {
    const set = await apply(changeSet('hand', label, changes))
    return set.ok ? ok(value) : set
  }
  const findTask = async (id: string): Promise<Result<Task>> => {
    const all = await vault.tasks()
    if (!all.ok) return all
    const task = all.value.find((one) => one.id === id)
    return task === undefined ? fail(problem('tasks.not-found')) : ok(task)
  }

  return {
    between: agenda.between,
    save: async (id, draft, scope) => {
      if (id === null) {
        const after: CalendarEvent = { ...draft, id: newId() }
        return byHand(strings.added(draft.title), [{ kind: 'add', after }], after)
      }
      const edited = await agenda.toSave(id, draft, scope)
      return edited.ok ? byHand(strings.changed(draft.title), edited.value.changes, edited.value.event) : edited
    },
    remove: async (id, scope) => {
      const changes = await agenda.toRemove(id, scope)
      return changes.ok ? byHand(strings.removed(changes.value[0] === undefined ? '' : titleOf(changes.value[0])), changes.value, null) : changes
    },
    tasks: vault.tasks,
    saveTask: async (id, draft) => {
      if (id === null) {
        const after: Task = { ...draft, id: newId() }
        return byHand(strings.added(draft.title), [{ kind: 'add-task', after }], after)
      }
      const before = await findTask(id)
      if (!before.ok) return before
      const after: Task = { ...draft, id, ...(before.value.ical === undefined ? {} : { ical: before.value.ical }) }
      return byHand(strings.changed(draft.title), [{ kind: 'edit-task', before: before.value, after }], after)
    },
    removeTasks: async (ids) => {
      const doomed = await Promise.all(ids.map(findTask))
      const gone = doomed.find((one) => !one.ok)
      if (gone !== undefined) return gone
      const changes = doomed.flatMap((one): Change[] => (one.ok ? [{ kind: 'remove-task', before: one.value }] : []))
      return byHand(strings.removed(changes[0] === undefined ? '' : titleOf(changes[0]), Math.max(0, changes.length - 1)), changes, null)
    },
    changeTask: (before, after, label) => byHand(label, [{ kind: 'edit-task', before, after }], after),
    changeHousehold: async (label, changes) => {
      const set = await apply(changeSet('hand', label, changes))
      return set.ok ? ok(set.value.id) : set
    },
    applyProposal: (id, changes) => apply(changeSet('proposal', strings.planned([...new Set(changes.map(titleOf))].join(', ')), changes, id)),
    applyImport: (label, changes) => apply(changeSet('import', label, changes)),
    addAll: async (label, events, tasks) => {
      const set = await apply(changeSet('sample', label, [...events.map((after): Change => ({ kind: 'add', after })), ...tasks.map((after): Change => ({ kind: 'add-task', after }))]))
      return set.ok ? ok(null) : set
    },
    takingBack: async () => {
      const target = await undoable(null)
      if (!target.ok) return target
      return ok(target.value === undefined ? undefined : { label: target.value.label, changes: inverseOf(target.value) })
    },
    undo: async (wanted) => {
      const target = await undoable(wanted)
      if (!target.ok) return target
      if (target.value === undefined) return fail(problem('calendar.nothing-to-undo'))
      const { id, label } = target.value, set = await apply(changeSet('undo', strings.undid(label), inverseOf(target.value)), id)
      return set.ok ? ok({ set: set.value, undid: id }) : set
    },
    history: () => vault.events.summaries(HISTORY),
  }
}

/** What takes a change set back. */
const inverseOf = ({ changes }: ChangeSet): Change[] => changes.toReversed().map(inverse)

function inverse(change: Change): Change {
  switch (change.kind) {
    case 'add': return { kind: 'remove', before: change.after }
    case 'remove': return { kind: 'add', after: change.before }
    case 'add-task': return { kind: 'remove-task', before: change.after }
    case 'remove-task': return { kind: 'add-task', after: change.before }
    case 'edit': return { kind: 'edit', before: change.after, after: change.before }
    case 'edit-task': return { kind: 'edit-task', before: change.after, after: change.before }
    case 'household': return { kind: 'household', before: change.after, after: change.before }
  }
}
