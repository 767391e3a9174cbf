/** Changes to the household: pure edits, and keeping them with a way back. */
import { Household } from '../../../shared/household.ts'
import { problem, type Problem } from '../../../shared/problems.ts'
import { useHousehold } from '../../state/household.ts'
import { notifyDone, notifyProblem } from '../../ui/toasts.tsx'
import { strings } from './strings.ts'

interface Entry { readonly id: string }

/** The list with the item in the place of the one with its id, or at the end. */
export const put = <T extends Entry>(list: readonly T[], item: T): T[] => (list.some((one) => one.id === item.id) ? list.map((one) => (one.id === item.id ? item : one)) : [...list, item])
const without = <T extends Entry>(list: readonly T[], id: string): T[] => list.filter((one) => one.id !== id)

/** Without the person, also in routines and as who sits here. */
export const withoutPerson = ({ meId, ...household }: Household, id: string): Household => ({ ...household, ...(meId === undefined || meId === id ? {} : { meId }), people: without(household.people, id), routines: household.routines.map((routine) => ({ ...routine, people: routine.people.filter((one) => one !== id) })) })
export const withoutPlace = (household: Household, id: string): Household => ({ ...household, places: without(household.places, id) })
export const withoutDevice = (household: Household, id: string): Household => ({ ...household, devices: without(household.devices, id) })
export const withoutRoutine = (household: Household, id: string): Household => ({ ...household, routines: without(household.routines, id) })
export const withoutNote = (household: Household, id: string): Household => ({ ...household, notes: without(household.notes, id) })
/** Without the tariff; when it was the one in use, none is. */
export const withoutTariff = (household: Household, id: string): Household => inUse({ ...household, tariffs: without(household.tariffs, id) }, household.tariffId === id ? null : household.tariffId ?? null)
/** With that tariff in use; null = none. */
export const inUse = (household: Household, id: string | null): Household => {
  const next = { ...household }
  delete next.tariffId
  return id === null ? next : { ...next, tariffId: id }
}

/** An id no other entry has. */
export const newId = (): string => crypto.randomUUID()

/**
 * Writes the household and says so, with a way back while nothing else has changed. The problem, when there is one, belongs where the change was made.
 * `afterwards` is called once it is written, and again once it was put back.
 */
export const keep = async (next: Household, says: string, afterwards: () => void = nothing): Promise<Problem | null> => {
  const former = useHousehold.getState().household
  const checked = Household.safeParse(next)
  if (!checked.success) return problem('input.invalid', { what: checked.error.issues[0]?.message ?? '' })
  const written = await useHousehold.getState().write(checked.data)
  if (!written.ok) return written.problem
  notifyDone(says, former === null ? undefined : { label: strings.undo, onPress: () => { void putBack(former, checked.data, afterwards) } })
  afterwards()
  return null
}

/** The same for a change made outside a form, where only the edge of the window can say what went wrong. */
export const keepOrSay = async (next: Household, says: string, afterwards: () => void = nothing): Promise<void> => {
  const refused = await keep(next, says, afterwards)
  if (refused !== null) notifyProblem(refused)
}

const putBack = async (former: Household, written: Household, afterwards: () => void): Promise<void> => {
  if (JSON.stringify(useHousehold.getState().household) !== JSON.stringify(written)) {
    notifyDone(strings.changedSince)
    return
  }
  const back = await useHousehold.getState().write(former)
  if (back.ok) {
    notifyDone(strings.putBack)
    afterwards()
  } else notifyProblem(back.problem)
}

const nothing = (): void => { /* nobody waits for it */ }
