/** Days and clocks of requests placed on the household's calendar: which year, which half of the day; what does not exist is refused with its reason. */
import type { WallTime } from '../../../shared/time.ts'
import { Temporal } from '../../../shared/time.ts'
import type { ClockRef } from '../clock.ts'
import { inHalf, minutesOf } from '../clock.ts'
import type { DayRef } from '../days.ts'
import type { Part } from '../moments.ts'
import type { When } from '../resolve.ts'
import { datesOf, wallOn } from '../resolve.ts'
import type { Why } from './doubts.ts'
import type { VagueDay } from './vague.ts'

export interface Setting {
  readonly when: When
  /** "12/03" is the third of December; undefined: as in the household's zone. */
  readonly monthFirst: boolean | undefined
  /** Which half of the day the words speak of: breakfast, a party. */
  readonly half: 'am' | 'pm' | 'office' | undefined
  /** "7:30" is read as on a 24-hour clock. */
  readonly clockOf24: boolean
}

/** First and last day, the last excluded; or why there is no such day. */
export type Dates = { readonly kind: 'dates'; readonly from: Temporal.PlainDate; readonly to: Temporal.PlainDate; readonly choices?: readonly (readonly [Temporal.PlainDate, Temporal.PlainDate])[] } | { readonly kind: 'impossible'; readonly why: Why; readonly choices: readonly Temporal.PlainDate[] }

const dates = ([from, to]: readonly [Temporal.PlainDate, Temporal.PlainDate]): Dates => ({ kind: 'dates', from, to })

export const placeDay = (setting: Setting, ref: DayRef | VagueDay): Dates => {
  const { when, monthFirst } = setting
  switch (ref.kind) {
    case 'date': return written(when, ref)
    case 'numeric': {
      if (monthFirst === undefined) return datesOrWhy(when, ref)
      return written(when, { year: ref.year, month: monthFirst ? ref.first : ref.second, day: monthFirst ? ref.second : ref.first })
    }
    case 'weekend': {
      // On a Sunday "this weekend" may be the one that ends today or the one to come.
      if (ref.which === 'this' && when.today.dayOfWeek === 7) {
        const saturday = when.today.add({ days: 6 })
        return { kind: 'dates', from: saturday, to: saturday.add({ days: 2 }), choices: [[when.today, when.today.add({ days: 1 })], [saturday, saturday.add({ days: 2 })]] }
      }
      return dates(datesOf(when, ref))
    }
    case 'in-month': {
      const [first, next] = datesOf(when, ref.month)
      const last = next.subtract({ days: 1 })
      const day = ref.place >= 31 ? last : first.with({ day: ref.place })
      return dates(oneDay(Temporal.PlainDate.compare(day, when.today) < 0 && ref.month.kind === 'month' && ref.month.year === undefined ? day.add({ years: 1 }) : day))
    }
    case 'in-week': {
      const [start] = datesOf(when, ref.week)
      return dates(oneDay(start.add({ days: ref.weekday - start.dayOfWeek })))
    }
    case 'months-ahead': return dates(oneDay(when.today.add({ months: ref.months })))
    case 'weekday-from': {
      const base = placeDay(setting, ref.base)
      if (base.kind === 'impossible') return base
      const gap = ((ref.weekday - base.from.dayOfWeek) * ref.way + 7) % 7
      return dates(oneDay(base.from.add({ days: ref.way * (gap === 0 ? 7 : gap) })))
    }
    case 'counted-from': {
      const base = placeDay(setting, ref.base)
      return base.kind === 'impossible' ? base : dates(oneDay(base.from.add({ days: ref.days })))
    }
    case 'week-of': {
      const day = placeDay(setting, ref.day)
      if (day.kind === 'impossible') return day
      const monday = day.from.subtract({ days: day.from.dayOfWeek - 1 })
      return dates([monday, monday.add({ days: 7 })])
    }
    case 'day-of': {
      const [first] = datesOf(when, ref.month)
      return written(when, { year: ref.month.kind === 'month' && ref.month.year === undefined ? undefined : first.year, month: first.month, day: ref.day })
    }
    case 'nth-weekday': return dates(oneDay(upcoming(when, ref.month, (first) => nthWeekday(first, ref.nth, ref.weekday))))
    case 'nth-week': {
      const monday = upcoming(when, ref.month, (first) => nthWeekday(first, ref.nth, 1))
      return dates([monday, monday.add({ days: 7 })])
    }
    case 'day-of-month': return dates(dayOfMonth(when, ref.day))
    default: return dates(datesOf(when, ref))
  }
}

const oneDay = (date: Temporal.PlainDate): readonly [Temporal.PlainDate, Temporal.PlainDate] => [date, date.add({ days: 1 })]

/** The next month that has the day: "the 31st" said in November is 31 December. */
const dayOfMonth = (when: When, day: number): readonly [Temporal.PlainDate, Temporal.PlainDate] => {
  let month = when.today.with({ day: 1 })
  while (month.daysInMonth < day || Temporal.PlainDate.compare(month.with({ day }), when.today) < 0) month = month.add({ months: 1 })
  return oneDay(month.with({ day }))
}

const datesOrWhy = (when: When, ref: DayRef): Dates => {
  const [from, to] = datesOf(when, ref)
  return dates([from, to])
}

const upcoming = (when: When, month: DayRef, pick: (first: Temporal.PlainDate) => Temporal.PlainDate): Temporal.PlainDate => {
  const [first] = datesOf(when, month)
  const here = pick(first)
  return Temporal.PlainDate.compare(here, when.today) < 0 && month.kind === 'month' && month.year === undefined ? pick(first.add({ years: 1 })) : here
}

const nthWeekday = (first: Temporal.PlainDate, nth: number, weekday: number): Temporal.PlainDate => {
  if (nth > 0) return first.add({ days: ((weekday - first.dayOfWeek + 7) % 7) + 7 * (nth - 1) })
  const last = first.add({ months: 1 }).subtract({ days: 1 })
  return last.subtract({ days: ((last.dayOfWeek - weekday + 7) % 7) + 7 * (-nth - 1) })
}

/** A date as written. One without a year is the next that exists, so 29 February waits for a leap year; one that never exists is refused. */
const written = (when: When, { year, month, day }: { readonly year: number | undefined; readonly month: number; readonly day: number }): Dates => {
  const first = Temporal.PlainDate.from({ year: year ?? when.today.year, month, day: 1 })
  const longest = month === 2 && year === undefined ? 29 : first.daysInMonth
  if (day > longest) {
    const last = first.with({ day: first.daysInMonth })
    const shown = year === undefined && Temporal.PlainDate.compare(last, when.today) < 0 ? last.add({ years: 1 }) : last
    return { kind: 'impossible', why: (doubts) => doubts.daysOfMonth(first.toString(), longest, year !== undefined), choices: [shown, shown.add({ days: 1 })] }
  }
  let here = first
  while (here.daysInMonth < day || (year === undefined && Temporal.PlainDate.compare(here.with({ day }), when.today) < 0)) here = here.add({ years: 1 })
  return dates(oneDay(here.with({ day })))
}

/** What hours people keep when nothing else is said: from nine on the morning, up to half past six the afternoon. In between it is asked. */
export const placeClock = (setting: Setting, clock: ClockRef, part: Part | undefined, isToday: boolean, isStated = true): readonly number[] => {
  if (!clock.open) return [minutesOf(clock)]
  const am = minutesOf(inHalf(clock, 'am')), pm = minutesOf(inHalf(clock, 'pm'))
  const hour = clock.hour % 12
  switch (part) {
    case 'morning': return [am]
    case 'afternoon': return [pm]
    case 'evening': return [hour === 0 ? am + 1440 : pm]
    case 'night':
    case 'overnight': return [hour >= 5 ? pm : hour === 0 ? am + 1440 : am + (part === 'night' ? 1440 : 0)]
    case undefined: break
  }
  const past = (minutes: number): boolean => isToday && wallOn(setting.when, setting.when.today, minutes) <= setting.when.now
  // Without a day breakfast at nine, said at ten, is tomorrow's.
  if (!isStated && (setting.half === 'am' || setting.half === 'office') && hour >= (setting.half === 'am' ? 5 : 8)) return [am]
  if (past(am) && !past(pm)) return [pm]
  if (setting.half === 'am' && hour >= 5) return [am]
  if (setting.half === 'pm' && hour >= 4) return hour <= 9 ? [pm] : [am, pm]
  if (hour <= 5) return [pm]
  // Who says "eightish" is not going to work.
  if (clock.about && (hour === 7 || hour === 8) && setting.half === undefined) return [pm]
  if (setting.clockOf24 && clock.colon) return [am]
  // Trains and lessons begin at half past six, mornings or evenings.
  if (hour === 6) return setting.half === 'office' ? [am, pm] : [pm]
  // "Quarter to nine" is when things begin; seven and eight are asked, but for what has opening hours.
  return hour >= 9 || (hour === 8 && clock.minute >= 30) || setting.half === 'office' ? [am] : [am, pm]
}

/** A day, or a day with its minutes after midnight. */
export const at = (when: When, date: Temporal.PlainDate, minutes: number | undefined): WallTime => (minutes === undefined ? date.toString() : wallOn(when, date, minutes))
