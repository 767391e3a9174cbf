/** Days and stretches placed on the calendar of a zone, seen from a given now. Safe across clock changes: lengths are added as instants. */
import type { Instant, WallTime } from '../../shared/time.ts'
import { instantToWall, Temporal, toInstant, fromInstant, wallToInstant } from '../../shared/time.ts'
import type { DayRef } from './days.ts'
import type { Moment, Part } from './moments.ts'
import type { Holiday } from './public-days.ts'
import { holidayIn } from './public-days.ts'

/** Half-open, in wall times of the zone. */
export type Stretch = readonly [from: WallTime, to: WallTime]

export interface When {
  readonly now: WallTime
  readonly zone: string
  readonly today: Temporal.PlainDate
  /** In the small hours, before 05:00, "tonight" is the night one is in and "tomorrow" may mean either day. */
  readonly smallHours: boolean
}

export const createWhen = (now: Instant, zone: string): When => {
  const wall = instantToWall(now, zone)
  return { now: wall, zone, today: Temporal.PlainDate.from(wall.slice(0, 10)), smallHours: wall.slice(11) < '05:00' }
}

/** What each part of the day spans, in hours from midnight; a night starts in the evening and ends after the next midnight. */
const partHours: Readonly<Record<Part, readonly [number, number]>> = { morning: [6, 12], afternoon: [12, 18], evening: [18, 24], night: [18, 32], overnight: [21, 32] }

/** A wall time some minutes after a date's midnight; 24:00 is the next day. A time that a clock change skips is moved forward by the gap. */
export const wallOn = (when: When, date: Temporal.PlainDate, minutes: number): WallTime => {
  const onDay = date.add({ days: Math.floor(minutes / 1440) })
  const rest = ((minutes % 1440) + 1440) % 1440
  const wall = `${onDay.toString()}T${two(Math.floor(rest / 60))}:${two(rest % 60)}`
  // Clocks change between midnight and six; only there can a wall time be missing.
  return rest < 360 ? instantToWall(wallToInstant(wall, when.zone), when.zone) : wall
}

/** Elapsed minutes later, through any clock change. */
export const later = (when: When, wall: WallTime, minutes: number): WallTime => instantToWall(toInstant(fromInstant(wallToInstant(wall, when.zone)) + minutes * 60_000), when.zone)

/** The first wall time that is at least so many elapsed minutes later, also where it is read back as the first of two equal ones. */
export const endOfRun = (when: When, from: WallTime, minutes: number): WallTime => {
  let end = Temporal.PlainDateTime.from(later(when, from, minutes))
  while (minutesBetween(when, from, wallText(end)) < minutes) end = end.add({ minutes: 15 })
  return wallText(end)
}
const wallText = (time: Temporal.PlainDateTime): WallTime => time.toString({ smallestUnit: 'minute' })

/** Elapsed minutes from one wall time to another. */
export const minutesBetween = (when: When, from: WallTime, to: WallTime): number => (fromInstant(wallToInstant(to, when.zone)) - fromInstant(wallToInstant(from, when.zone))) / 60_000

/** The dates a day reference covers, the last excluded. A date without a year is the next one; "next Friday" is Friday of next week. */
export const datesOf = (when: When, ref: DayRef): readonly [Temporal.PlainDate, Temporal.PlainDate] => {
  const { today } = when
  const one = (date: Temporal.PlainDate): readonly [Temporal.PlainDate, Temporal.PlainDate] => [date, date.add({ days: 1 })]
  const monday = today.subtract({ days: today.dayOfWeek - 1 })
  switch (ref.kind) {
    case 'offset': return one(today.add({ days: ref.days }))
    case 'weekday': {
      const ahead = (ref.weekday - today.dayOfWeek + 7) % 7
      if (ref.which === 'next') return one(monday.add({ days: 6 + ref.weekday + 7 * ref.weeks }))
      if (ref.which === 'last') return one(today.subtract({ days: 7 - ahead }))
      return one(today.add({ days: (ahead === 0 && ref.which === 'coming' ? 7 : ahead) + 7 * ref.weeks }))
    }
    case 'date': return one(nextDate(today, ref.year, ref.month, ref.day))
    case 'numeric': {
      const american = monthFirst(when.zone)
      return one(nextDate(today, ref.year, american ? ref.first : ref.second, american ? ref.second : ref.first))
    }
    case 'day-of-month': {
      const here = today.with({ day: ref.day })
      return one(here.day === ref.day && Temporal.PlainDate.compare(here, today) >= 0 ? here : today.with({ day: 1 }).add({ months: 1 }).with({ day: ref.day }))
    }
    case 'holiday': return one(nextHoliday(when, ref.holiday))
    case 'weekend': {
      const saturday = monday.add({ days: ref.which === 'next' ? 12 : ref.which === 'last' ? -2 : 5 })
      const from = ref.which === 'this' && Temporal.PlainDate.compare(saturday, today) < 0 ? today : saturday
      return [from, saturday.add({ days: 2 })]
    }
    case 'week': {
      const start = monday.add({ days: 7 * ref.weeks })
      return [ref.weeks === 0 ? today : start, start.add({ days: 7 })]
    }
    case 'month': {
      const start = nextDate(today.with({ day: 1 }), ref.year, ref.month, 1)
      return [start, start.add({ months: 1 })]
    }
    case 'month-offset': {
      const start = today.with({ day: 1 }).add({ months: ref.months })
      return [start, start.add({ months: 1 })]
    }
    case 'year-offset': {
      const start = today.with({ month: 1, day: 1 }).add({ years: ref.years })
      return [start, start.add({ years: 1 })]
    }
    case 'year': {
      const start = Temporal.PlainDate.from({ year: ref.year, month: 1, day: 1 })
      return [start, start.add({ years: 1 })]
    }
  }
}

/** The stretch a moment without a clock names. One that is going on starts now; one that is over stays where it was. */
export const stretchOf = (when: When, m: Moment): Stretch => {
  const stretch = m.day === undefined ? nextPart(when, m.part ?? 'morning') : m.part === undefined ? wholeDays(when, m.day) : partOn(when, m.day, m.part)
  return stretch[0] < when.now && when.now < stretch[1] ? [when.now, stretch[1]] : stretch
}

/** The date whose evening starts the night one means: yesterday's in the small hours. */
export const nightDate = (when: When, ref: DayRef | undefined): Temporal.PlainDate => {
  const tonight = ref === undefined || (ref.kind === 'offset' && ref.days === 0)
  if (tonight) return when.smallHours ? when.today.subtract({ days: 1 }) : when.today
  return datesOf(when, ref)[0]
}

const isNight = (part: Part): boolean => part === 'night' || part === 'overnight'

const partOn = (when: When, ref: DayRef, part: Part): Stretch => {
  const date = isNight(part) ? nightDate(when, ref) : datesOf(when, ref)[0]
  return onDate(when, date, part)
}

const onDate = (when: When, date: Temporal.PlainDate, part: Part): Stretch => [wallOn(when, date, partHours[part][0] * 60), wallOn(when, date, partHours[part][1] * 60)]

const nextPart = (when: When, part: Part): Stretch => {
  if (isNight(part)) return onDate(when, nightDate(when, undefined), part)
  const here = onDate(when, when.today, part)
  return here[1] > when.now ? here : onDate(when, when.today.add({ days: 1 }), part)
}

const wholeDays = (when: When, ref: DayRef): Stretch => {
  const [from, to] = datesOf(when, ref)
  return [wallOn(when, from, 0), wallOn(when, to, 0)]
}

const two = (n: number): string => String(n).padStart(2, '0')

const nextDate = (today: Temporal.PlainDate, year: number | undefined, month: number, day: number): Temporal.PlainDate => {
  const here = Temporal.PlainDate.from({ year: year ?? today.year, month, day })
  return year === undefined && Temporal.PlainDate.compare(here, today) < 0 ? Temporal.PlainDate.from({ year: today.year + 1, month, day }) : here
}

/** Where "12/03" is the third of December; everywhere else it is the twelfth of March. */
const monthFirst = (zone: string): boolean => /^(US\/|America\/(New_York|Chicago|Denver|Los_Angeles|Phoenix|Detroit|Boise|Anchorage|Indiana|Kentucky|North_Dakota|Adak|Juneau|Nome|Sitka)|Pacific\/Honolulu)/.test(zone)

const nextHoliday = ({ today, zone }: When, holiday: Holiday): Temporal.PlainDate => {
  const here = holidayIn(holiday, today.year, zone)
  return Temporal.PlainDate.compare(here, today) >= 0 ? here : holidayIn(holiday, today.year + 1, zone)
}
