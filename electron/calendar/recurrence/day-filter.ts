/** Which days a rule means: the date rows of RFC 5545's table of expansions and limits (§3.3.10), as one question asked of a day. */
import { dateOf, dayNumber, daysInMonth, daysInYear, modulo, weekdayOf } from './days.ts'
import type { ByDay, Rule } from './rule.ts'

/** Of the days from `first` to `last`, both included, those the rule means, in order, into `found`. Returns how many it looked at. */
export type FindDays = (first: number, last: number, found: number[]) => number

/** Numbers one by one, because an object for every day would cost more than the tests. */
type Test = (day: number, year: number, month: number, ofMonth: number, weekday: number) => boolean

/**
 * What the rule leaves open comes from DTSTART ("the appropriate … day, or month would have been retrieved from the DTSTART property"):
 * so BYWEEKNO without a day means DTSTART's weekday. Every part that is given must hold: within one year, month, week or day, expanding
 * a part and then limiting by another gives the same days. A week of BYWEEKNO that crosses the turn of the year belongs, day by day, to
 * the year a day lies in. A numbered BYDAY counts within the month for MONTHLY and wherever BYMONTH stands, else within the year.
 */
export function dayFilter(rule: Rule, startDay: number): FindDays {
  const { byMonth, byMonthDay, byDay } = withDefaults(rule, startDay)
  const months = byMonth === undefined ? undefined : flags(13, byMonth)
  const tests: Test[] = []
  if (byMonthDay !== undefined) {
    const forwards = flags(32, byMonthDay.filter((n) => n > 0)), backwards = flags(32, byMonthDay.filter((n) => n < 0).map((n) => -n))
    tests.push((_, year, month, ofMonth) => forwards[ofMonth] === true || backwards[daysInMonth(year, month) - ofMonth + 1] === true)
  }
  if (rule.byYearDay !== undefined) {
    const wanted = new Set(rule.byYearDay)
    tests.push((day, year) => { const ofYear = day - dayNumber(year, 1, 1) + 1; return wanted.has(ofYear) || wanted.has(ofYear - daysInYear(year) - 1) })
  }
  if (rule.byWeekNumber !== undefined) tests.push(weekTest(rule.byWeekNumber, rule.weekStart))
  if (byDay !== undefined) tests.push(weekdayTest(byDay, rule.frequency === 'MONTHLY' || rule.byMonth !== undefined))

  return (first, last, found) => {
    let looked = 0
    for (let day = first; day <= last;) {
      const start = dateOf(day), inMonth = daysInMonth(start.year, start.month)
      const end = Math.min(last, day + inMonth - start.day)
      if (months === undefined || months[start.month] === true) {
        looked += end - day + 1
        for (let ofMonth = start.day, weekday = weekdayOf(day); day <= end; day++, ofMonth++, weekday = weekday === 6 ? 0 : weekday + 1) {
          if (tests.every((test) => test(day, start.year, start.month, ofMonth, weekday))) found.push(day)
        }
      }
      day = end + 1
    }
    return looked
  }
}

function withDefaults({ frequency, byMonth, byMonthDay, byDay, byYearDay, byWeekNumber }: Rule, startDay: number): Pick<Rule, 'byMonth' | 'byMonthDay' | 'byDay'> {
  const given = { byMonth, byMonthDay, byDay }
  if (byMonthDay !== undefined || byDay !== undefined || byYearDay !== undefined) return given
  const start = dateOf(startDay)
  if (frequency === 'WEEKLY' || byWeekNumber !== undefined) return { ...given, byDay: [{ weekday: weekdayOf(startDay), ordinal: undefined }] }
  if (frequency === 'MONTHLY') return { ...given, byMonthDay: [start.day] }
  return frequency === 'YEARLY' ? { ...given, byMonth: byMonth ?? [start.month], byMonthDay: [start.day] } : given
}

function weekdayTest(byDay: readonly ByDay[], withinMonth: boolean): Test {
  const every = flags(7, byDay.filter(({ ordinal }) => ordinal === undefined).map(({ weekday }) => weekday))
  if (byDay.every(({ ordinal }) => ordinal === undefined)) return (_day, _year, _month, _ofMonth, weekday) => every[weekday] === true
  const numbered = new Set(byDay.map(({ weekday, ordinal }) => (ordinal ?? 0) * 7 + weekday))
  return (day, year, month, ofMonth, weekday) => {
    if (every[weekday] === true) return true
    const place = withinMonth ? ofMonth : day - dayNumber(year, 1, 1) + 1
    const length = withinMonth ? daysInMonth(year, month) : daysInYear(year)
    return numbered.has(Math.ceil(place / 7) * 7 + weekday) || numbered.has(-Math.ceil((length - place + 1) / 7) * 7 + weekday)
  }
}

/** Week 1 is the first with at least four days in the year (as in ISO 8601, from any weekday); days before it or behind the last are of another year's weeks. */
function weekTest(byWeekNumber: readonly number[], weekStart: number): Test {
  const wanted = new Set(byWeekNumber)
  const matches = (day: number, first: number, next: number): boolean => { const week = Math.floor((day - first) / 7) + 1; return wanted.has(week) || wanted.has(week - (next - first) / 7 - 1) }
  // Days come year by year, so the first weeks around one year serve for all of it.
  let known = NaN, before = 0, here = 0, next = 0, afterNext = 0
  return (day, year) => {
    if (year !== known) {
      known = year
      before = firstWeekOf(year - 1, weekStart)
      here = firstWeekOf(year, weekStart)
      next = firstWeekOf(year + 1, weekStart)
      afterNext = firstWeekOf(year + 2, weekStart)
    }
    return day < here ? matches(day, before, here) : day < next ? matches(day, here, next) : matches(day, next, afterNext)
  }
}

/** The day on which week 1 of a year begins: the start of the week that holds 4 January. */
function firstWeekOf(year: number, weekStart: number): number {
  const fourth = dayNumber(year, 1, 4)
  return fourth - modulo(weekdayOf(fourth) - weekStart, 7)
}

function flags(length: number, set: readonly number[]): readonly boolean[] {
  const all = new Array<boolean>(length).fill(false)
  for (const index of set) all[index] = true
  return all
}
