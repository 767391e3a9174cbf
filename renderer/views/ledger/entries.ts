/** What entries of the household are called in the ledger, also those that are gone. */
import type { Household } from '../../../shared/household.ts'
import { householdName } from '../../../shared/household-name.ts'
import { strings } from './strings.ts'

type List = { readonly [Name in keyof typeof lists]: Name }[keyof typeof lists]
const lists = {
  person: (household: Household) => household.people.map(({ id, name }) => [id, name] as const),
  place: (household: Household) => household.places.map(({ id, name }) => [id, name] as const),
  device: (household: Household) => household.devices.map(({ id, name }) => [id, name] as const),
  tariff: (household: Household) => household.tariffs.map(({ id, name }) => [id, name] as const),
  routine: (household: Household) => household.routines.map(({ id, name }) => [id, name] as const),
  note: (household: Household) => household.notes.map(({ id, title }) => [id, title] as const),
  rule: (household: Household) => household.rules.map(({ id, phrase }) => [id, phrase] as const),
}

/** By "person/emma", its name. */
export const entryNames = (household: Household | null): ReadonlyMap<string, string> =>
  new Map(household === null ? [] : [['household', householdName(household)] as const, ...(Object.keys(lists) as List[]).flatMap((list) => lists[list](household).map(([id, name]) => [`${list}/${id}`, name] as const))])

/** Null is what the household has no entry for. */
export const entryName = (entity: string | null, names: ReadonlyMap<string, string>): string =>
  entity === null ? strings.seen.others : names.get(entity) ?? strings.seen.gone(entity.split('/')[0] ?? '')
