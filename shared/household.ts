/** What a household is to Lares: people, places, devices, tariffs, routines, notes. All of it is private. */
import { z } from 'zod'
import { UNNAMED } from './household-name.ts'
import { ClockTime, Instant, PlainDate, Zone } from './time.ts'

export const Id = z.string().regex(/^[a-z0-9][a-z0-9-]{0,63}$/)
const Name = z.string().trim().min(1).max(120)
const Text = z.string().max(4000)

export const Role = z.enum(['adult', 'child', 'baby', 'pet', 'helper', 'other'])
export type Role = z.infer<typeof Role>

/** A day, or the year alone where nobody wants to say more. */
export const Born = z.union([PlainDate, z.string().regex(/^(1[89]|20)\d{2}$/)])

export const Person = z.strictObject({
  id: Id,
  name: Name,
  role: Role,
  /** Nicknames and other ways the household says it: "Mum", "Emmi", "the baby". */
  aliases: z.array(Name).max(20),
  born: Born.optional(),
  phone: z.string().max(40).optional(),
  email: z.string().max(200).optional(),
  /** Which of the eight quiet hues is theirs, 0–7. */
  hue: z.number().int().min(0).max(7),
  note: Text.optional(),
})
export type Person = z.infer<typeof Person>

export const Place = z.strictObject({ id: Id, name: Name, aliases: z.array(Name).max(20), address: z.string().max(300).optional(), phone: z.string().max(40).optional(), /** how long the way there takes, in minutes: between two things of one person so much is kept free */ travelMinutes: z.number().int().min(1).max(600).optional(), note: Text.optional() })
export type Place = z.infer<typeof Place>

export const Device = z.strictObject({
  id: Id,
  name: Name,
  aliases: z.array(Name).max(20),
  /** Electric power while running, in kilowatts. */
  powerKw: z.number().positive().max(50),
  /** How long one run or the usual charge takes, in minutes. */
  runMinutes: z.number().int().min(5).max(24 * 60),
  /** True when a run cannot be interrupted (a dishwasher); false when it may be split (charging a car). */
  contiguous: z.boolean(),
  /** True when it may not run while somebody must not be disturbed. */
  noisy: z.boolean(),
  /** True for a vehicle: it can be charged only while it is at home. */
  vehicle: z.boolean(),
})
export type Device = z.infer<typeof Device>

const Price = z.number().min(-100).max(100)
export const Tariff = z.discriminatedUnion('kind', [
  z.strictObject({ id: Id, name: Name, kind: z.literal('flat'), /** per kWh */ price: Price, currency: z.string().length(3) }),
  z.strictObject({
    id: Id, name: Name, kind: z.literal('time-of-use'), currency: z.string().length(3),
    /** Price per kWh from each time of day until the next one; the first band starts at 00:00. */
    bands: z.array(z.strictObject({ from: ClockTime, price: Price })).min(1).max(48).refine((b) => b[0]?.from === '00:00' && b.every((x, i) => i === 0 || (b[i - 1]?.from ?? '') < x.from), 'bands start at 00:00 and ascend'),
  }),
  z.strictObject({
    id: Id, name: Name, kind: z.literal('day-ahead'), currency: z.string().length(3),
    /** Price per kWh of each hour of a local day; 23, 24 or 25 values, as many as the day has hours. */
    days: z.array(z.strictObject({ date: PlainDate, prices: z.array(Price).min(23).max(25) })).max(800),
  }),
])
export type Tariff = z.infer<typeof Tariff>

export const Weekday = z.enum(['mo', 'tu', 'we', 'th', 'fr', 'sa', 'su'])
export const Routine = z.strictObject({
  id: Id,
  /** "The baby sleeps", "Emma's breakfast". */
  name: Name,
  aliases: z.array(Name).max(20),
  people: z.array(Id).max(20),
  days: z.array(Weekday).min(1).max(7),
  from: ClockTime,
  /** At or before `from` means the next day. */
  to: ClockTime,
  /** True when nothing noisy may run during it. */
  quiet: z.boolean(),
})
export type Routine = z.infer<typeof Routine>

export const Note = z.strictObject({ id: Id, title: Name, text: Text })
export type Note = z.infer<typeof Note>

/** What a household decided once for all departures: a phrase that may leave as written, or one that never does. */
export const StandingRule = z.strictObject({ id: Id, kind: z.enum(['release', 'forbid']), phrase: z.string().trim().min(2).max(200), since: Instant })
export type StandingRule = z.infer<typeof StandingRule>
const samePhrase = (a: string, b: string): boolean => a.toLowerCase() === b.toLowerCase()

const unique = (list: readonly { readonly id: string }[]): boolean => new Set(list.map((x) => x.id)).size === list.length
const listOf = <T extends z.ZodType<{ id: string }>>(item: T, max: number): z.ZodType<z.infer<T>[]> => z.array(item).max(max).refine(unique, 'ids are unique')

export const Household = z.strictObject({
  name: Name,
  zone: Zone,
  /** What the house connection can carry at once, in kilowatts. */
  capKw: z.number().positive().max(100),
  people: listOf(Person, 200),
  places: listOf(Place, 500),
  devices: listOf(Device, 100),
  tariffs: listOf(Tariff, 20),
  /** The tariff in use. */
  tariffId: Id.optional(),
  /** Who usually sits here: whom “me” means. */
  meId: Id.optional(),
  routines: listOf(Routine, 200),
  notes: listOf(Note, 2000),
  rules: listOf(StandingRule, 500).refine((rules) => rules.every((rule, i) => rules.findIndex((other) => samePhrase(rule.phrase, other.phrase)) === i), 'there is one rule for a phrase'),
})
export type Household = z.infer<typeof Household>

/** What of a household stands in none of its lists, as an entry that a change can be about. */
export const House = Household.pick({ name: true, zone: true, capKw: true, tariffId: true, meId: true }).extend({ id: z.literal('house') })
export type House = z.infer<typeof House>
export const houseOf = ({ name, zone, capKw, tariffId, meId }: Household): House => ({ id: 'house', name, zone, capKw, ...(tariffId === undefined ? {} : { tariffId }), ...(meId === undefined ? {} : { meId }) })

export const emptyHousehold = (zone: string): Household => ({ name: UNNAMED, zone, capKw: 11, people: [], places: [], devices: [], tariffs: [], routines: [], notes: [], rules: [] })
