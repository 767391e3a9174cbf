/** The household at rest: one row per entry, in the order the person gave them, and one row for the rest. */
import { emptyHousehold, Household } from '../../shared/household.ts'
import { parseJson, accept, refusal } from './refusal.ts'
import { transaction, type Database } from './database.ts'

const kinds = ['people', 'places', 'devices', 'tariffs', 'routines', 'notes', 'rules'] as const

/** The household as it was last written. */
export const readHousehold = (database: Database): Household => {
  const lists: Record<string, unknown[]> = Object.fromEntries(kinds.map((kind) => [kind, []]))
  for (const row of database.prepare<[], { kind: string; body: string }>('SELECT kind, body FROM household_entries ORDER BY kind, position').iterate()) lists[row.kind]?.push(parseJson(row.body))
  const rest = parseJson(database.prepare<[], string>('SELECT body FROM household').pluck().get() ?? '')
  const household = Household.safeParse({ ...(typeof rest === 'object' ? rest : {}), ...lists })
  if (!household.success) throw refusal('vault.damaged', { table: 'household' })
  return household.data
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

/** What a new vault starts with: nothing but this computer's time zone. */
export const plantHousehold = (database: Database): void => {
  const { name, zone, capKw } = emptyHousehold(new Intl.DateTimeFormat('en').resolvedOptions().timeZone)
  insertRest(database, { name, zone, capKw })
}

const insertRest = (database: Database, rest: Pick<Household, 'name' | 'zone' | 'capKw' | 'tariffId'>): void => {
  database.prepare('INSERT OR REPLACE INTO household (only, body) VALUES (1, ?)').run(JSON.stringify(rest))
}
