/** DOOR: the only file that changes the calendar. Every change is a change set that can be undone, also after a restart. */
import { canBeUndone, type CalendarEvent, type Change, type ChangeSet, type EventDraft } from '../../shared/calendar.ts'
import { problem } from '../../shared/problems.ts'
import { fail, ok, type Result } from '../../shared/result.ts'
import { fromInstant, toInstant, type Clock, type Instant } from '../../shared/time.ts'
import type { Vault } from '../vault/vault.ts'

export interface Calendar {
  readonly between: (from: Instant, to: Instant) => Promise<Result<readonly CalendarEvent[]>>
  /** By hand: without an id a new event, with one an edit. */
  readonly save: (id: string | null, event: EventDraft) => Promise<Result<CalendarEvent>>
  readonly remove: (id: string) => Promise<Result<null>>
  /** Applies an accepted proposal as one change set. */
  readonly applyProposal: (changeSetId: string, label: string, changes: readonly Change[]) => Promise<Result<ChangeSet>>
  /** Adds the sample's appointments. */
  readonly addAll: (label: string, events: readonly CalendarEvent[]) => Promise<Result<null>>
  /** Undoes the newest change not yet undone, or the given one. Refused with `calendar.changed` when a later change touched the same events. */
  readonly undo: (changeSetId: string | null) => Promise<Result<{ readonly set: ChangeSet; /** id of the change set it undid */ readonly undid: string }>>
  readonly history: () => Promise<Result<readonly ChangeSet[]>>
}

export interface CalendarDeps { readonly vault: Vault['events']; readonly clock: Clock; readonly newId: () => string; readonly onChange: () => void }

const HISTORY = 200

export function createCalendar({ vault, clock, newId, onChange }: CalendarDeps): Calendar {
  const apply = async (set: ChangeSet, undoes?: string): Promise<Result<ChangeSet>> => {
    if (set.changes.some((change) => change.kind !== 'remove' && fromInstant(change.after.end) <= fromInstant(change.after.start))) return fail(problem('calendar.impossible'))
    const applied = await vault.apply(set, undoes)
    if (!applied.ok) return applied
    onChange()
    return ok(set)
  }
  const changeSet = (source: ChangeSet['source'], label: string, changes: readonly Change[], id = newId()): ChangeSet => ({ id, at: toInstant(clock.now()), label, source, changes: [...changes], undone: false })
  const find = async (id: string): Promise<Result<CalendarEvent>> => {
    const found = await vault.byIds([id])
    if (!found.ok) return found
    const event = found.value[0]
    return event === undefined ? fail(problem('calendar.not-found')) : ok(event)
  }

  return {
    between: (from, to) => vault.between(from, to),
    save: async (id, draft) => {
      if (id === null) {
        const after: CalendarEvent = { ...draft, id: newId() }
        const set = await apply(changeSet('hand', `Added “${draft.title}”`, [{ kind: 'add', after }]))
        return set.ok ? ok(after) : set
      }
      const before = await find(id)
      if (!before.ok) return before
      const after: CalendarEvent = { ...draft, id }
      const set = await apply(changeSet('hand', `Changed “${draft.title}”`, [{ kind: 'edit', before: before.value, after }]))
      return set.ok ? ok(after) : set
    },
    remove: async (id) => {
      const before = await find(id)
      if (!before.ok) return before
      const set = await apply(changeSet('hand', `Removed “${before.value.title}”`, [{ kind: 'remove', before: before.value }]))
      return set.ok ? ok(null) : set
    },
    applyProposal: (id, label, changes) => apply(changeSet('proposal', label, changes, id)),
    addAll: async (label, events) => {
      const set = await apply(changeSet('sample', label, events.map((after) => ({ kind: 'add', after }))))
      return set.ok ? ok(null) : set
    },
    undo: async (wanted) => {
      const history = await vault.history(HISTORY)
      if (!history.ok) return history
      const target = history.value.find((set) => canBeUndone(set) && (wanted === null || set.id === wanted))
      if (target === undefined) return fail(problem('calendar.nothing-to-undo'))
      const set = await apply(changeSet('undo', `Undid: ${target.label}`.slice(0, 300), [...target.changes].reverse().map(inverse)), target.id)
      return set.ok ? ok({ set: set.value, undid: target.id }) : set
    },
    history: () => vault.history(HISTORY),
  }
}

function inverse(change: Change): Change {
  switch (change.kind) {
    case 'add': return { kind: 'remove', before: change.after }
    case 'remove': return { kind: 'add', after: change.before }
    case 'edit': return { kind: 'edit', before: change.after, after: change.before }
  }
}
