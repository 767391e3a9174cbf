/** What differs between two households, as the changes that make one of the other. */
import type { EntryChange, HouseholdEntry } from './calendar.ts'
import { houseOf, type Household } from './household.ts'

const lists = ['people', 'places', 'devices', 'tariffs', 'routines', 'notes', 'rules'] as const

/** Every entry that was added, changed or taken out, and last the house itself, which names some of them. The order within a list is no difference. */
export const entryChanges = (before: Household, after: Household): readonly EntryChange[] => [
  ...lists.flatMap((list): EntryChange[] => {
    const [was, is] = [entriesOf(before, list), entriesOf(after, list)]
    return [
      ...is.flatMap((entry) => changeOf(was.find((one) => one.entry.id === entry.entry.id) ?? null, entry)),
      ...was.filter((entry) => is.every((one) => one.entry.id !== entry.entry.id)).flatMap((entry) => changeOf(entry, null)),
    ]
  }),
  ...changeOf({ list: 'house', entry: houseOf(before) }, { list: 'house', entry: houseOf(after) }),
]

const entriesOf = (household: Household, list: (typeof lists)[number]): readonly HouseholdEntry[] => household[list].map((entry) => ({ list, entry }) as HouseholdEntry)

const changeOf = (before: HouseholdEntry | null, after: HouseholdEntry | null): EntryChange[] => (same(before, after) ? [] : [{ kind: 'household', before, after }])

/** Whatever order their fields are written in. */
const same = (one: unknown, other: unknown): boolean => canonical(one) === canonical(other)
const canonical = (value: unknown): string => JSON.stringify(value, (_, inner: unknown) => (typeof inner === 'object' && inner !== null && !Array.isArray(inner) ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1))) : inner))
