/** The guided form: its rows from a household, and the household they make. Pure. */
import { Device, Person, Place, type Household, type Tariff } from '../../../shared/household.ts'
import type { SetupForm } from '../../../shared/setup.ts'
import { readBorn } from '../../ui/born.ts'
import { fieldErrors, isEmpty, toNumber, unlessEmpty } from '../household/checks.ts'
import { inUse, newId, put, withoutDevice, withoutPerson, withoutPlace } from '../household/edits.ts'
import { noErrors, readTariff, type TariffErrors } from '../household/tariff-form.ts'
import { strings } from './strings.ts'

export type PersonRow = SetupForm['people'][number]
export type PlaceRow = SetupForm['places'][number]
export type DeviceRow = SetupForm['devices'][number]

/** By the id of the row, a sentence for each field that must be corrected. */
type RowErrors = Readonly<Record<string, Readonly<Record<string, string | undefined>>>>
export interface FormErrors { readonly rows: RowErrors; readonly tariff: TariffErrors }
export const noFormErrors: FormErrors = { rows: {}, tariff: noErrors }

export const newPerson = (): PersonRow => ({ id: newId(), name: '', aliases: '', born: '', role: 'adult' })
export const newPlace = (name = ''): PlaceRow => ({ id: newId(), name, aliases: '', address: '' })

/** Usual figures of usual devices; a device by another name begins with none. */
const usual = {
  dishwasher: { power: '1.2', minutes: '90', contiguous: true, noisy: true, vehicle: false },
  washer: { power: '2', minutes: '120', contiguous: true, noisy: true, vehicle: false },
  dryer: { power: '2.4', minutes: '90', contiguous: true, noisy: true, vehicle: false },
  car: { power: '7.4', minutes: '180', contiguous: false, noisy: false, vehicle: true },
  other: { power: '', minutes: '', contiguous: true, noisy: false, vehicle: false },
} as const
export type Preset = keyof typeof usual
export const presets = Object.keys(usual) as Preset[]
export const newDevice = (preset: Preset): DeviceRow => ({ id: newId(), name: preset === 'other' ? '' : strings.house.presets[preset], ...usual[preset] })

const personRow = ({ id, name, aliases, born = '', role }: Person): PersonRow => ({ id, name, aliases: aliases.join(', '), born, role })
const placeRow = ({ id, name, aliases, address = '' }: Place): PlaceRow => ({ id, name, aliases: aliases.join(', '), address })
const deviceRow = ({ id, name, powerKw, runMinutes, contiguous, noisy, vehicle }: Device): DeviceRow => ({ id, name, power: String(powerKw), minutes: String(runMinutes), contiguous, noisy, vehicle })

/** The form of a household as it is, with what was typed into it before and not saved. */
export const formOf = (household: Household, typed: SetupForm | null): SetupForm => {
  const rows = <Row extends { readonly id: string }, Entry extends { readonly id: string }>(written: readonly Row[], entries: readonly Entry[], rowOf: (entry: Entry) => Row): Row[] =>
    [...written, ...entries.filter(({ id }) => written.every((row) => row.id !== id) && typed?.removed.includes(id) !== true).map(rowOf)]
  const [people, places] = [rows(typed?.people ?? [], household.people, personRow), rows(typed?.places ?? [], household.places, placeRow)]
  return {
    people: people.length === 0 ? [newPerson()] : people, me: typed === null ? household.meId ?? null : typed.me,
    places: places.length === 0 ? [newPlace(strings.house.home)] : places,
    devices: rows(typed?.devices ?? [], household.devices, deviceRow),
    tariff: typed?.tariff ?? { kind: 'none', currency: 'EUR', price: '', bands: [{ from: '00:00', price: '' }, { from: '06:00', price: '' }] },
    removed: typed?.removed ?? [],
  }
}

export const isBlankPerson = ({ name, aliases, born }: PersonRow): boolean => [name, aliases, born].every((text) => text.trim() === '')
/** A home without an address says nothing yet. */
export const isBlankPlace = ({ name, aliases, address }: PlaceRow): boolean => [aliases, address].every((text) => text.trim() === '') && (name.trim() === '' || name === strings.house.home)

/** The household with what the form says of its people, or of everything; else what must be corrected. Empty rows say nothing. */
export const householdAfter = (household: Household, form: SetupForm, what: 'people' | 'all'): { readonly household: Household } | { readonly errors: FormErrors } => {
  const errors: Record<string, Readonly<Record<string, string | undefined>>> = {}
  const check = (id: string, found: Readonly<Record<string, string | undefined>>): boolean => { if (!isEmpty(found)) errors[id] = found; return isEmpty(found) }
  let next = withPeople(household, form, (row, person) => check(row.id, fieldErrors(Person, person, strings.people.errors)))
  let tariffErrors = noErrors
  if (what === 'all') {
    next = withPlaces(next, form, (row, place) => check(row.id, fieldErrors(Place, place, { name: strings.house.errors.placeName, aliases: strings.house.errors.aliases, address: strings.house.errors.address })))
    next = withDevices(next, form, (row, device) => check(row.id, fieldErrors(Device, device, { name: strings.house.errors.deviceName, powerKw: strings.house.errors.power, runMinutes: strings.house.errors.minutes })))
    const tariff = tariffOf(household, form)
    if (tariff !== null && 'errors' in tariff) tariffErrors = tariff.errors
    else if (tariff !== null) next = inUse({ ...next, tariffs: [...next.tariffs, tariff.tariff] }, tariff.tariff.id)
  }
  return Object.keys(errors).length === 0 && tariffErrors === noErrors ? { household: next } : { errors: { rows: errors, tariff: tariffErrors } }
}

const listed = (text: string): string[] => text.split(/[,;]/).map((name) => name.trim()).filter((name) => name !== '')
const without = <T extends object, Key extends keyof T>(entry: T, ...keys: readonly Key[]): Omit<T, Key> => Object.fromEntries(Object.entries(entry).filter(([key]) => !keys.includes(key as Key))) as Omit<T, Key>

const withPeople = (household: Household, { people, me, removed }: SetupForm, isGood: (row: PersonRow, person: Person) => boolean): Household => {
  let next = removed.reduce((former, id) => (former.people.some((one) => one.id === id) ? withoutPerson(former, id) : former), household)
  for (const row of people.filter((one) => !isBlankPerson(one))) {
    const known = next.people.find(({ id }) => id === row.id)
    const hue = known?.hue ?? [0, 1, 2, 3, 4, 5, 6, 7].find((free) => next.people.every((one) => one.hue !== free)) ?? next.people.length % 8
    const person: Person = { ...(known === undefined ? {} : without(known, 'born')), id: row.id, name: row.name.trim(), role: row.role, aliases: listed(row.aliases), hue, ...unlessEmpty('born', readBorn(row.born)) }
    if (isGood(row, person)) next = { ...next, people: put(next.people, person) }
  }
  const rest = without(next, 'meId')
  return me !== null && next.people.some(({ id }) => id === me) ? { ...rest, meId: me } : rest
}

const withPlaces = (household: Household, { places, removed }: SetupForm, isGood: (row: PlaceRow, place: Place) => boolean): Household => {
  let next = removed.reduce(withoutPlace, household)
  for (const row of places.filter((one) => !isBlankPlace(one) || household.places.some(({ id }) => id === one.id))) {
    const known = next.places.find(({ id }) => id === row.id)
    const place: Place = { ...(known === undefined ? {} : without(known, 'address')), id: row.id, name: row.name.trim(), aliases: listed(row.aliases), ...unlessEmpty('address', row.address) }
    if (isGood(row, place)) next = { ...next, places: put(next.places, place) }
  }
  return next
}

const withDevices = (household: Household, { devices, removed }: SetupForm, isGood: (row: DeviceRow, device: Device) => boolean): Household => {
  let next = removed.reduce(withoutDevice, household)
  for (const row of devices.filter(({ name, power, minutes }) => [name, power, minutes].some((text) => text.trim() !== ''))) {
    const { id, contiguous, noisy, vehicle } = row
    const device: Device = { id, aliases: next.devices.find((one) => one.id === id)?.aliases ?? [], name: row.name.trim(), powerKw: toNumber(row.power), runMinutes: toNumber(row.minutes), contiguous, noisy, vehicle }
    if (isGood(row, device)) next = { ...next, devices: put(next.devices, device) }
  }
  return next
}

/** null: there is one already, or none is wanted yet. */
const tariffOf = (household: Household, { tariff }: SetupForm): { readonly tariff: Tariff } | { readonly errors: TariffErrors } | null => {
  if (household.tariffs.length > 0 || tariff.kind === 'none') return null
  return readTariff(newId(), { name: strings.house.tariffName, kind: tariff.kind, currency: tariff.currency, price: tariff.price, bands: tariff.bands, days: [], pasted: '' }, household.zone)
}
