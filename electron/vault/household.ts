/** The household at rest: one row per entry, in the order the person gave them, and one row for the rest. */
import { HouseholdEntry, type EntryChange } from '../../shared/calendar.ts'
import { emptyHousehold, Household, houseOf, type House } from '../../shared/household.ts'
import { parseJson, accept, refusal } from './refusal.ts'
import { transaction, type Database } from './database.ts'

const kinds = ['people', 'places', 'devices', 'tariffs', 'routines', 'notes', 'rules'] as const

/** The household as it was last written. */
export const readHousehold = (database: Database): Household => {
  const household = wholeOf(database)
  if (household === undefined) throw refusal('vault.damaged', { table: 'household' })
  return household
}

/** Undefined when what is stored is no household. */
const wholeOf = (database: Database): Household | undefined => {
  const lists: Record<string, unknown[]> = Object.fromEntries(kinds.map((kind) => [kind, []]))
  for (const row of database.prepare<[], { kind: string; body: string }>('SELECT kind, body FROM household_entries ORDER BY kind, position').iterate()) lists[row.kind]?.push(parseJson(row.body))
  const rest = parseJson(database.prepare<[], string>('SELECT body FROM household').pluck().get() ?? '')
  return Household.safeParse({ ...(typeof rest === 'object' ? rest : {}), ...lists }).data
}

/** Replaces it as a whole. Refuses one that its schema does not accept. */
export const writeHousehold = (database: Database, input: Household): null => {
  const { people, places, devices, tariffs, routines, notes, rules, ...rest } = accept(Household, input)
  const lists = { people, places, devices, tariffs, routines, notes, rules }
  return transaction(database, () => {
    insertRest(database, rest)
    database.exec('DELETE FROM household_entries')
    const insert = database.prepare('INSERT INTO household_entries (kind, position, id, body) VALUES (?, ?, ?, ?)')
    for (const kind of kinds) lists[kind].forEach((entry, position) => insert.run(kind, position, entry.id, JSON.stringify(entry)))
    return null
  })
}

/** One entry, as one change of a change set: `calendar.changed` when what is there is not what the change was made for. A new entry goes to the end of its list. */
export const changeEntry = (database: Database, { before, after }: EntryChange): void => {
  const at = before ?? after
  if (at === null || (before !== null && after !== null && (before.list !== after.list || before.entry.id !== after.entry.id))) throw refusal('input.invalid', { what: 'changes (an edit keeps the list and the id)' })
  if (at.list === 'house') changeHouse(database, before, after)
  else changeRow(database, at, before, after)
  // The lists have rules of their own, such as one standing rule for a phrase.
  if (wholeOf(database) === undefined) throw refusal('input.invalid', { what: 'the household would contradict itself' })
}

/** An entry of a list. */
const changeRow = (database: Database, at: HouseholdEntry, before: HouseholdEntry | null, after: HouseholdEntry | null): void => {
  const row = database.prepare<[string, string], { body: string }>('SELECT body FROM household_entries WHERE kind = ? AND id = ?').get(at.list, at.entry.id)
  mustBe(before, row === undefined ? null : { list: at.list, entry: parseJson(row.body) })
  if (row !== undefined && after === null) database.prepare('DELETE FROM household_entries WHERE kind = ? AND id = ?').run(at.list, at.entry.id)
  else if (row !== undefined && after !== null) database.prepare('UPDATE household_entries SET body = ? WHERE kind = ? AND id = ?').run(JSON.stringify(after.entry), at.list, at.entry.id)
  else if (after !== null) database.prepare('INSERT INTO household_entries (kind, position, id, body) SELECT ?, coalesce(max(position), -1) + 1, ?, ? FROM household_entries WHERE kind = ?').run(at.list, after.entry.id, JSON.stringify(after.entry), at.list)
}

/** What stands in no list. There is always one. */
const changeHouse = (database: Database, before: HouseholdEntry | null, after: HouseholdEntry | null): void => {
  if (before === null || after?.list !== 'house') throw refusal('input.invalid', { what: 'changes (the house itself can only be changed)' })
  mustBe(before, { list: 'house', entry: houseOf(readHousehold(database)) })
  insertRest(database, withoutId(after.entry))
}

const withoutId = ({ id: _id, ...rest }: House): Omit<House, 'id'> => rest

/** Refuses with `calendar.changed` where what is there is not what a change was made for. */
const mustBe = (before: HouseholdEntry | null, stored: unknown): void => {
  const present = stored === null ? null : accept(HouseholdEntry, stored)
  if (JSON.stringify(present) !== JSON.stringify(before)) throw refusal('calendar.changed')
}

/** What a new vault starts with: nothing but this computer's time zone. */
export const plantHousehold = (database: Database): void => {
  const { name, zone, capKw } = emptyHousehold(new Intl.DateTimeFormat('en').resolvedOptions().timeZone)
  insertRest(database, { name, zone, capKw })
}

const insertRest = (database: Database, rest: Pick<Household, 'name' | 'zone' | 'capKw' | 'tariffId' | 'meId'>): void => {
  database.prepare('INSERT OR REPLACE INTO household (only, body) VALUES (1, ?)').run(JSON.stringify(rest))
}
