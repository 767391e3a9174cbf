/** Handlers of the household: read it, replace it, or start from the sample. */
import { titleOf, type CalendarEvent, type EntryChange } from '../../shared/calendar.ts'
import type { Household } from '../../shared/household.ts'
import type { Handlers } from '../../shared/ipc/contract.ts'
import { problem } from '../../shared/problems.ts'
import { fail, ok } from '../../shared/result.ts'
import type { Task } from '../../shared/tasks.ts'
import { toInstant, type Clock, type Instant } from '../../shared/time.ts'
import { strings } from '../calendar/change-strings.ts'
import type { Calendar } from '../calendar/changes.ts'
import type { Vault } from '../vault/vault.ts'
import { strings as words } from './strings.ts'

export interface HouseholdDeps {
  readonly vault: Vault['household']
  readonly calendar: Calendar
  readonly clock: Clock
  readonly sample: (now: Instant, zone: string) => { readonly household: Household; readonly events: readonly CalendarEvent[]; readonly tasks: readonly Task[] }
  readonly onChange: () => void
}

export const householdHandlers = ({ vault, calendar, clock, sample, onChange }: HouseholdDeps): Handlers<'household'> => ({
  read: () => vault.read(),
  write: async (household) => {
    const written = await vault.write(household)
    if (written.ok) onChange()
    return written
  },
  change: ({ changes }) => calendar.changeHousehold(labelOf(changes), changes),
  sample: async ({ zone }) => {
    const present = await vault.read()
    if (!present.ok) return present
    if (present.value.people.length + present.value.devices.length + present.value.places.length > 0) return fail(problem('input.invalid', { what: 'the household already has entries' }))
    const { household, events, tasks } = sample(toInstant(clock.now()), zone)
    const written = await vault.write(household)
    if (!written.ok) return written
    const added = await calendar.addAll(words.tookSample, events, tasks)
    if (!added.ok) return added
    onChange()
    return ok(household)
  },
})

/** What the history and “Undo” call it: by what was added, else by what was changed. */
const labelOf = (changes: readonly EntryChange[]): string => {
  const listed = changes.filter((change) => (change.after ?? change.before)?.list !== 'house')
  const added = listed.filter(({ before }) => before === null)
  const [first, ...more] = added.length > 0 ? added : listed
  if (first === undefined) return strings.house
  return strings[added.length > 0 ? 'added' : first.after === null ? 'removed' : 'changed'](titleOf(first), more.length)
}
