/** A made-up family for people who try Lares: their household, a tariff for the next two weeks, the appointments of the next seven days, and what there is to do. */
import type { CalendarEvent } from '../../shared/calendar.ts'
import type { Household } from '../../shared/household.ts'
import { language } from '../../shared/language.ts'
import type { Due, Task } from '../../shared/tasks.ts'
import type { Instant } from '../../shared/time.ts'
import { instantToWall, Temporal, toInstant, wallToInstant } from '../../shared/time.ts'
import { german } from './sample-german.ts'

type Weekday = Household['routines'][number]['days'][number]
type DayAhead = Extract<Household['tariffs'][number], { kind: 'day-ahead' }>

/**
 * The sample household, its events and its tasks, as seen from `now` in `zone`, in the household's language: the same for every moment of a day. Nobody in it exists; its telephone numbers are from
 * the range that Ireland's regulator keeps for fiction (020 91x xxxx), its mail addresses from example.com (RFC 2606).
 * Prices are invented, in EUR per kWh, for each local day from yesterday to fourteen days ahead, with as many hours as the day has (23, 24 or 25).
 */
export const sampleHousehold = (now: Instant, zone: string): { household: Household; events: CalendarEvent[]; tasks: Task[] } => {
  const today = Temporal.PlainDate.from(instantToWall(now, zone).slice(0, 10))
  return inTheirLanguage({ household: household(today, zone), events: events(today, zone), tasks: tasks(today, zone) })
}

/** Every text that has a German one, wherever it stands; ids, names of people and times have none. */
const inTheirLanguage = <T>(value: T): T => {
  if (language() !== 'de') return value
  const words = german()
  const said = (part: unknown): unknown => (typeof part === 'string' ? (words[part] ?? part) : Array.isArray(part) ? part.map(said) : typeof part === 'object' && part !== null ? Object.fromEntries(Object.entries(part).map(([key, inner]) => [key, said(inner)])) : part)
  return said(value) as T
}

const everyDay: Weekday[] = ['mo', 'tu', 'we', 'th', 'fr', 'sa', 'su']

/** Days from today on which Tom works: always tomorrow, so that the first plan has an early start to meet. */
const shiftDays = [1, 2, 3, 5]

const household = (today: Temporal.PlainDate, zone: string): Household => ({
  name: 'The Bergmanns',
  zone,
  capKw: 11,
  people: [
    { id: 'tom', name: 'Tom Bergmann', role: 'adult', aliases: ['Tom', 'Dad', 'Daddy'], born: today.subtract({ years: 41, months: 2, days: 9 }).toString(), phone: '+353 20 910 4471', email: 'tom.bergmann@example.com', hue: 0, note: 'Nurse in the emergency department at St. Mary\'s Hospital.' },
    { id: 'lena', name: 'Lena Bergmann', role: 'adult', aliases: ['Lena', 'Mum', 'Mummy'], born: today.subtract({ years: 38, months: 7, days: 3 }).toString(), phone: '+353 20 910 4472', email: 'lena.bergmann@example.com', hue: 1, note: 'Translator, works from home. Hay fever in spring.' },
    { id: 'emma', name: 'Emma Bergmann', role: 'child', aliases: ['Emma', 'Emmi'], born: today.subtract({ years: 9, months: 4, days: 16 }).toString(), hue: 2, note: 'Allergic to hazelnuts. Piano with Ms. Petrova.' },
    { id: 'max', name: 'Max Bergmann', role: 'child', aliases: ['Max', 'Maxi'], born: today.subtract({ years: 6, months: 1, days: 20 }).toString(), hue: 3 },
    { id: 'noah', name: 'Noah Bergmann', role: 'baby', aliases: ['Noah', 'the baby'], born: today.subtract({ months: 10, days: 5 }).toString(), hue: 4 },
    { id: 'bruno', name: 'Bruno', role: 'pet', aliases: ['the dog'], hue: 5, note: 'Labrador. Half a tablet for his joints every evening.' },
    { id: 'ruth', name: 'Ruth Adler', role: 'other', aliases: ['Grandma', 'Granny Ruth'], phone: '+353 20 911 0386', hue: 6 },
    { id: 'nadia', name: 'Nadia Kowalska', role: 'helper', aliases: ['Nadia', 'the babysitter'], phone: '+353 20 912 7705', hue: 7 },
  ],
  places: [
    { id: 'home', name: 'Home', aliases: ['our house'], address: '14 Hollyhock Lane, Kilbrackan' },
    { id: 'hospital', name: 'St. Mary\'s Hospital', aliases: ['St. Mary\'s', 'the hospital'], address: '2 Abbey Road, Kilbrackan', phone: '+353 20 913 2000' },
    { id: 'school', name: 'Linden Primary School', aliases: ['Emma\'s school', 'Linden School'], address: '31 Mill Street, Kilbrackan', phone: '+353 20 913 5518' },
    { id: 'dentist', name: 'Dr. Okafor\'s practice', aliases: ['Dr. Okafor', 'the dentist'], address: '8 Harbour Square, Kilbrackan', phone: '+353 20 912 6140' },
    { id: 'vet', name: 'Greenfield Vets', aliases: ['the vet'], address: '77 Orchard Way, Kilbrackan', phone: '+353 20 912 3399' },
    { id: 'piano', name: 'Petrova Music Studio', aliases: ['piano lessons'], address: '5 Chapel Yard, Kilbrackan' },
    { id: 'pitch', name: 'Riverside Football Club', aliases: ['the pitch'], address: 'Weir Road, Kilbrackan' },
  ],
  devices: [
    { id: 'dishwasher', name: 'Dishwasher', aliases: ['the dishes'], powerKw: 1.2, runMinutes: 75, contiguous: true, noisy: true, vehicle: false },
    { id: 'car', name: 'Electric car', aliases: ['the car', 'EV'], powerKw: 7.4, runMinutes: 180, contiguous: false, noisy: false, vehicle: true },
    { id: 'washing-machine', name: 'Washing machine', aliases: ['the washer', 'the laundry'], powerKw: 2, runMinutes: 120, contiguous: true, noisy: true, vehicle: false },
    { id: 'tumble-dryer', name: 'Tumble dryer', aliases: ['the dryer'], powerKw: 2.4, runMinutes: 90, contiguous: true, noisy: true, vehicle: false },
  ],
  tariffs: [
    { id: 'day-ahead', name: 'Sample day-ahead tariff', kind: 'day-ahead', currency: 'EUR', days: prices(today, zone) },
    { id: 'flat', name: 'Sample flat tariff', kind: 'flat', currency: 'EUR', price: 0.31 },
  ],
  tariffId: 'day-ahead',
  routines: [
    { id: 'baby-sleep', name: 'Noah\'s sleep', aliases: ['the baby sleeps', 'while the baby sleeps'], people: ['noah'], days: everyDay, from: '20:00', to: '05:30', quiet: true },
    { id: 'emma-breakfast', name: 'Emma\'s breakfast', aliases: [], people: ['emma'], days: everyDay, from: '07:00', to: '07:30', quiet: false },
    { id: 'sunday-noon', name: 'Quiet Sunday noon', aliases: ['Sunday rest'], people: [], days: ['su'], from: '12:00', to: '14:00', quiet: true },
    { id: 'early-shift', name: 'Tom\'s early shift', aliases: ['the early shift'], people: ['tom'], days: everyDay.filter((_, i) => shiftDays.some((ahead) => today.add({ days: ahead }).dayOfWeek === i + 1)), from: '07:45', to: '16:00', quiet: false },
  ],
  rules: [],
  notes: [
    { id: 'boiler', title: 'Boiler', text: 'Serviced every October. Kilbrackan Heating, +353 20 911 8260, customer number KH-40718.' },
    { id: 'meter', title: 'Electricity', text: 'The meter is in the cellar, behind the bicycles. Its number is 1EMH0049170623.' },
    { id: 'wifi', title: 'Wi-Fi for guests', text: 'Network “Hollyhock-Guests”, password “seven green teapots”.' },
    { id: 'allergy', title: 'Emma\'s allergy', text: 'No hazelnuts. The pen is in the kitchen, top left; a second one is at school.' },
  ],
})

const events = (today: Temporal.PlainDate, zone: string): CalendarEvent[] => {
  const event = (id: string, title: string, ahead: number, from: string, to: string, rest: Pick<CalendarEvent, 'people'> & Partial<CalendarEvent>): CalendarEvent => {
    const date = today.add({ days: ahead }).toString()
    return { id: `sample-${id}`, title, start: wallToInstant(`${date}T${from}`, zone), end: wallToInstant(`${date}T${to}`, zone), zone, allDay: false, ...rest }
  }
  /** How many days until the next such weekday (Monday = 1), never today. */
  const next = (weekday: number): number => ((weekday - today.dayOfWeek + 6) % 7) + 1
  const saturday = next(6)
  const midnight = (ahead: number): Instant => wallToInstant(`${today.add({ days: ahead }).toString()}T00:00`, zone)
  return [
    ...shiftDays.map((ahead) => event(`shift-${ahead}`, 'Tom: early shift, with the car', ahead, '07:15', '16:45', { people: ['tom'], placeId: 'hospital', deviceId: 'car' })),
    event('dentist', 'Lena: dentist', next(2), '09:30', '10:15', { people: ['lena'], placeId: 'dentist', note: 'Bring the X-ray from last year.' }),
    event('piano', 'Emma: piano lesson', next(3), '16:00', '16:45', { people: ['emma'], placeId: 'piano' }),
    event('football', 'Max: football practice', next(4), '17:00', '18:15', { people: ['max', 'tom'], placeId: 'pitch' }),
    event('vet', 'Bruno: vaccination at the vet', next(5), '10:00', '10:30', { people: ['bruno', 'lena'], placeId: 'vet' }),
    { ...event('grandma', 'Grandma Ruth visits', saturday, '00:00', '00:00', { people: ['ruth'], placeId: 'home' }), start: midnight(saturday), end: midnight(saturday + 1), allDay: true },
  ].sort((a, b) => (a.start < b.start ? -1 : a.start > b.start ? 1 : 0))
}

/** A chore in turn by the calendar, one that is fair and counts from when it was last done, and a list. */
const tasks = (today: Temporal.PlainDate, zone: string): Task[] => {
  const task = (id: string, title: string, rest: Partial<Task>): Task => ({ id: `sample-${id}`, title, people: [], rotation: 'together', effort: 5, checklist: [], reminders: [], medicine: false, done: [], ...rest })
  const at = (date: Temporal.PlainDate, time: string): Instant => wallToInstant(`${date.toString()}T${time}`, zone)
  const due = (date: Temporal.PlainDate, time?: string): Due => ({ at: at(date, time ?? '00:00'), zone, allDay: time === undefined })
  /** The next Thursday, never today: the bins go out in the evening. */
  const binDay = today.add({ days: ((4 - today.dayOfWeek + 6) % 7) + 1 })
  const binsAgo = (weeks: number, by: string): Task['done'][number] => { const evening = at(binDay.subtract({ weeks }), '19:00'); return { at: evening, by, skipped: false, due: evening } }
  const plantsAgo = (days: number, by: string): Task['done'][number] => ({ at: at(today.subtract({ days }), '09:30'), by, skipped: false, due: at(today.subtract({ days }), '00:00') })
  return [
    task('bins', 'Bins out', { people: ['tom', 'lena'], rotation: 'fixed', turn: 'tom', due: due(binDay, '19:00'), repeats: { from: 'due', rrule: 'FREQ=WEEKLY', since: binsAgo(2, 'tom').at }, effort: 10, reminders: [60], nag: 30, done: [binsAgo(1, 'lena'), binsAgo(2, 'tom')] }),
    task('plants', 'Water the plants', { people: ['emma', 'max', 'lena'], rotation: 'fair', turn: 'max', due: due(today.add({ days: 1 })), repeats: { from: 'done', days: 3 }, effort: 15, done: [plantsAgo(2, 'emma'), plantsAgo(5, 'lena')] }),
    ...['Oat milk', 'Apples', 'Washing powder'].map((title, i) => task(`shopping-${String(i + 1)}`, title, { list: 'Shopping' })),
  ]
}

/** EUR per kWh by hour of the day: cheap in the early night and at noon, dear when everybody is at home. */
const shape = [0.236, 0.198, 0.184, 0.178, 0.181, 0.205, 0.262, 0.348, 0.361, 0.297, 0.241, 0.203, 0.188, 0.192, 0.219, 0.254, 0.306, 0.387, 0.421, 0.402, 0.338, 0.291, 0.268, 0.249]

/** Prices from yesterday to fourteen days ahead. On one of the days ahead there is more wind than anybody needs: an hour with a negative price. */
const prices = (today: Temporal.PlainDate, zone: string): DayAhead['days'] =>
  Array.from({ length: 16 }, (_, i) => today.add({ days: i - 1 })).map((date) => {
    const start = date.toZonedDateTime(zone).epochMilliseconds, end = date.add({ days: 1 }).toZonedDateTime(zone).epochMilliseconds
    const hours = Array.from({ length: Math.ceil((end - start) / 3_600_000) }, (_, h) => Number(instantToWall(toInstant(start + h * 3_600_000), zone).slice(11, 13)))
    const windy = date.equals(today.add({ days: 2 }))
    return { date: date.toString(), prices: hours.map((hour) => (windy && hour === 13 ? -0.012 : round((shape[hour] ?? 0.25) * dayFactor(date) + ripple(date, hour)))) }
  })

/** Between 0.88 and 1.12, the same for a date whenever it is asked for; weekends are cheaper. */
const dayFactor = (date: Temporal.PlainDate): number => 0.94 + ((date.dayOfYear * 37 + date.year * 11) % 19) / 100 - (date.dayOfWeek > 5 ? 0.06 : 0)

/** At most half a cent either way, so that no two hours of a day cost quite the same. */
const ripple = (date: Temporal.PlainDate, hour: number): number => ((date.dayOfYear * 53 + hour * 29) % 101) / 10_000 - 0.005

const round = (price: number): number => Math.round(price * 10_000) / 10_000
