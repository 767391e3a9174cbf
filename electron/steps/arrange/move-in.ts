/** What was told of the household, as changes: new people, devices, an address, a price. What is known already stays as it is. */
import { entryChanges } from '../../../shared/household-changes.ts'
import { Household, type Device, type Person } from '../../../shared/household.ts'
import { Temporal } from '../../../shared/time.ts'
import { moveInWords } from './move-in-words.ts'
import type { Told, ToldDevice, ToldPerson } from './telling.ts'
import { asks, says, type Arranged, type World } from './world.ts'

/** Usual figures, as the guided form begins with. */
const usual: Readonly<Record<ToldDevice, Omit<Device, 'id' | 'name' | 'aliases'>>> = {
  dishwasher: { powerKw: 1.2, runMinutes: 90, contiguous: true, noisy: true, vehicle: false },
  washer: { powerKw: 2, runMinutes: 120, contiguous: true, noisy: true, vehicle: false },
  dryer: { powerKw: 2.4, runMinutes: 90, contiguous: true, noisy: true, vehicle: false },
  car: { powerKw: 7.4, runMinutes: 180, contiguous: false, noisy: false, vehicle: true },
}
const same = (one: string, other: string): boolean => one.toLowerCase() === other.toLowerCase()
const isCalled = (name: string) => (entry: { readonly name: string; readonly aliases: readonly string[] }): boolean => [entry.name, ...entry.aliases].some((one) => same(one, name)) || same(entry.name.split(' ')[0] ?? '', name)

export function moveIn(told: Told, world: World): Arranged {
  const { household, words } = world, said = moveInWords[words.language]
  const lines: string[] = [], checks: string[] = []
  let next = told.people.reduce((home, person) => withPerson(home, person, world), household)
  const fresh = next.people.filter(({ id }) => household.people.every((one) => one.id !== id))
  if (fresh.length > 0) lines.push(said.livesHere(words.list(fresh.map(({ name }) => name))))
  for (const person of told.people) {
    const before = household.people.find(isCalled(person.name)), after = next.people.find(isCalled(person.name))
    if (after?.born === undefined || after.born === before?.born) continue
    if (person.born === undefined) checks.push(said.bornAbout(after.name, after.born))
    else lines.push(said.bornIn(after.name, after.born.length === 4 ? after.born : words.date(Temporal.PlainDate.from(after.born))))
  }
  if (next.meId !== household.meId) lines.push(said.youAre(next.people.find(({ id }) => id === next.meId)?.name ?? ''))
  const devices = told.devices.filter(({ name, kind }) => !next.devices.some((one) => isCalled(name)(one) || (kind === 'car' && one.vehicle))).map(({ kind, name }): Device => ({ id: world.newId(), name, aliases: [], ...usual[kind] }))
  if (devices.length > 0) {
    lines.push(said.devices(words.list(devices.map(({ name }) => name))))
    checks.push(said.usual)
    next = { ...next, devices: [...next.devices, ...devices] }
  }
  next = withAddress(next, told, world, lines)
  if (told.price !== undefined && household.tariffs.length > 0) checks.push(said.tariffThere)
  else if (told.price !== undefined) {
    const id = world.newId()
    next = { ...next, tariffs: [{ id, name: said.electricity, kind: 'flat', price: told.price, currency: 'EUR' }], tariffId: id }
    lines.push(said.price(told.price))
  }
  const after = Household.safeParse(next)
  if (!after.success) return asks(words.pageFull)
  const changes = entryChanges(household, after.data)
  return changes.length === 0 ? says(checks[0] ?? said.known) : { changes, says: lines, checks }
}

const withPerson = (home: Household, { name, role, isMe, born, age }: ToldPerson, { now, newId }: World): Household => {
  const known = home.people.find(isCalled(name))
  const thisYear = Temporal.Instant.from(now).toZonedDateTimeISO(home.zone).year
  const year = age === undefined ? undefined : String(thisYear - age)
  const date = known?.born ?? born ?? year
  const hue = [0, 1, 2, 3, 4, 5, 6, 7].find((free) => home.people.every((one) => one.hue !== free)) ?? home.people.length % 8
  const person: Person = { ...(known ?? { id: newId(), name, role: role ?? (date !== undefined && thisYear - Number(date.slice(0, 4)) < 18 ? 'child' : 'adult'), aliases: [], hue }), ...(date === undefined ? {} : { born: date }) }
  return { ...home, people: known === undefined ? [...home.people, person] : home.people.map((one) => (one.id === known.id ? person : one)), ...(isMe === true ? { meId: person.id } : {}) }
}

const withAddress = (home: Household, { address }: Told, { words, newId }: World, lines: string[]): Household => {
  if (address === undefined) return home
  const known = home.places.find(({ name, aliases }) => [name, ...aliases].some((one) => /^(?:home|zuhause|zu hause|daheim)$/i.test(one)))
  if (known?.address === address) return home
  const said = moveInWords[words.language]
  lines.push(said.address(address))
  return { ...home, places: known === undefined ? [...home.places, { id: newId(), name: said.home, aliases: [], address }] : home.places.map((one) => (one.id === known.id ? { ...one, address } : one)) }
}
