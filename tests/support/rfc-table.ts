/**
 * A second, slow expander for the tests, written from the table of RFC 5545 §3.3.10 row by row: every part expands the dates
 * it was handed or limits them. It shares no code with the app's, which asks every day whether it is meant. UTC only, legal rules only.
 */

const DAY = 86_400_000
const weekdays = ['SU', 'MO', 'TU', 'WE', 'TH', 'FR', 'SA']

export function expandByTable(dtstart: string, rrule: string, to: string, limit: number): readonly string[] {
  const start = new Date(dtstart), end = Date.parse(to), found: number[] = []
  const parts = new Map(rrule.split(';').map((part) => part.split('=') as [string, string]))
  const until = parts.has('UNTIL') ? Date.parse((parts.get('UNTIL') ?? '').replace(/(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z/, '$1-$2-$3T$4:$5:$6Z')) : Infinity
  const most = Math.min(limit, Number(parts.get('COUNT') ?? Infinity))
  for (let n = 0; ; n++) {
    const period = periodAt(parts, start, n)
    if (period.getTime() >= end) return found.map(write)
    const set = [...new Set(setOf(parts, start, period))].sort((a, b) => a - b)
    const positions = list(parts, 'BYSETPOS')
    const kept = positions === undefined ? set : [...new Set(positions.flatMap((p) => set.at(p > 0 ? p - 1 : p) ?? []))].sort((a, b) => a - b)
    for (const time of kept) {
      if (time < start.getTime()) continue
      if (time >= end || time > until || found.length === most) return found.map(write)
      found.push(time)
    }
  }
}

const write = (time: number): string => new Date(time).toISOString().replace('.000Z', 'Z')
const list = (parts: ReadonlyMap<string, string>, name: string): number[] | undefined => parts.get(name)?.split(',').map(Number)
const utc = (year: number, month: number, day: number): number => Date.UTC(year, month - 1, day)
const lengthOfMonth = (year: number, month: number): number => new Date(Date.UTC(year, month, 0)).getUTCDate()
const lengthOfYear = (year: number): number => (utc(year + 1, 1, 1) - utc(year, 1, 1)) / DAY
const range = (from: number, to: number): number[] => Array.from({ length: Math.max(0, to - from + 1) }, (_, i) => from + i)

/** The beginning of the n-th year, month, week, day, hour, minute or second that INTERVAL does not leave out. */
function periodAt(parts: ReadonlyMap<string, string>, start: Date, n: number): Date {
  const steps = n * Number(parts.get('INTERVAL') ?? 1), midnight = Math.floor(start.getTime() / DAY) * DAY
  const unit = (ms: number): Date => new Date((Math.floor(start.getTime() / ms) + steps) * ms)
  switch (parts.get('FREQ')) {
    case 'YEARLY': return new Date(utc(start.getUTCFullYear() + steps, 1, 1))
    case 'MONTHLY': return new Date(Date.UTC(start.getUTCFullYear(), start.getUTCMonth() + steps, 1))
    case 'WEEKLY': return new Date(midnight - ((start.getUTCDay() - weekdays.indexOf(parts.get('WKST') ?? 'MO') + 7) % 7) * DAY + steps * 7 * DAY)
    case 'DAILY': return new Date(midnight + steps * DAY)
    case 'HOURLY': return unit(3_600_000)
    case 'MINUTELY': return unit(60_000)
    default: return unit(1000)
  }
}

function setOf(parts: ReadonlyMap<string, string>, start: Date, period: Date): number[] {
  const frequency = parts.get('FREQ') ?? ''
  return datesOf(parts, frequency, start, period).flatMap((date) => timesOn(parts, frequency, start, period).map((time) => date + time))
}

/** The rows BYMONTH to BYDAY. Dates are UTC midnights. */
function datesOf(parts: ReadonlyMap<string, string>, frequency: string, start: Date, period: Date): number[] {
  const year = period.getUTCFullYear(), months = list(parts, 'BYMONTH'), weeks = list(parts, 'BYWEEKNO'), yearDays = list(parts, 'BYYEARDAY'), monthDays = list(parts, 'BYMONTHDAY'), byDay = parts.get('BYDAY')?.split(',')
  const inMonths = (date: number): boolean => months === undefined || months.includes(new Date(date).getUTCMonth() + 1)
  const daysOfMonth = (month: number): number[] => (monthDays ?? []).map((d) => (d > 0 ? d : lengthOfMonth(year, month) + 1 + d)).filter((d) => d >= 1 && d <= lengthOfMonth(year, month)).map((d) => utc(year, month, d))
  const onWeekday = (date: number): boolean => byDay === undefined || byDay.some((d) => d.slice(-2) === weekdays[new Date(date).getUTCDay()] && (d.length === 2 || numbered(d, date, frequency === 'MONTHLY' || months !== undefined)))
  const onMonthDay = (date: number): boolean => monthDays === undefined || daysOfMonthOf(date, monthDays)
  const onYearDay = (date: number): boolean => yearDays === undefined || yearDays.some((d) => utc(new Date(date).getUTCFullYear(), 1, d > 0 ? d : lengthOfYear(new Date(date).getUTCFullYear()) + 1 + d) === date)

  if (frequency === 'YEARLY') {
    const inWeeks = weeks === undefined ? undefined : range(0, lengthOfYear(year) - 1).map((i) => utc(year, 1, 1 + i)).filter((date) => weekMatches(date, weeks, weekdays.indexOf(parts.get('WKST') ?? 'MO')))
    const here = (date: number): boolean => new Date(date).getUTCFullYear() === year && inMonths(date) && (inWeeks === undefined || inWeeks.includes(date))
    if (yearDays !== undefined) return yearDays.map((d) => utc(year, 1, d > 0 ? d : lengthOfYear(year) + 1 + d)).filter((date) => here(date) && onMonthDay(date) && onWeekday(date))
    if (monthDays !== undefined) return (months ?? range(1, 12)).flatMap(daysOfMonth).filter((date) => here(date) && onWeekday(date))
    if (inWeeks !== undefined) return inWeeks.filter((date) => inMonths(date) && (byDay === undefined ? new Date(date).getUTCDay() === start.getUTCDay() : onWeekday(date)))
    if (byDay !== undefined) return range(0, lengthOfYear(year) - 1).map((i) => utc(year, 1, 1 + i)).filter((date) => inMonths(date) && onWeekday(date))
    return (months ?? [start.getUTCMonth() + 1]).filter((month) => start.getUTCDate() <= lengthOfMonth(year, month)).map((month) => utc(year, month, start.getUTCDate()))
  }
  if (frequency === 'MONTHLY') {
    const month = period.getUTCMonth() + 1, length = lengthOfMonth(year, month)
    if (!inMonths(period.getTime())) return []
    if (monthDays !== undefined) return daysOfMonth(month).filter(onWeekday)
    if (byDay !== undefined) return range(1, length).map((d) => utc(year, month, d)).filter(onWeekday)
    return start.getUTCDate() <= length ? [utc(year, month, start.getUTCDate())] : []
  }
  if (frequency === 'WEEKLY') return range(0, 6).map((i) => period.getTime() + i * DAY).filter((date) => inMonths(date) && (byDay === undefined ? new Date(date).getUTCDay() === start.getUTCDay() : onWeekday(date)))
  const day = Math.floor(period.getTime() / DAY) * DAY
  return [day].filter((date) => inMonths(date) && onYearDay(date) && onMonthDay(date) && onWeekday(date))
}

function daysOfMonthOf(date: number, monthDays: readonly number[]): boolean {
  const day = new Date(date), length = lengthOfMonth(day.getUTCFullYear(), day.getUTCMonth() + 1)
  return monthDays.some((d) => day.getUTCDate() === (d > 0 ? d : length + 1 + d))
}

/** Whether a date is the n-th of its weekday: counts along the weekdays of the month or year. */
function numbered(byDay: string, date: number, withinMonth: boolean): boolean {
  const n = Number(byDay.slice(0, -2)), year = new Date(date).getUTCFullYear(), month = new Date(date).getUTCMonth() + 1
  const first = withinMonth ? utc(year, month, 1) : utc(year, 1, 1), last = withinMonth ? utc(year, month, lengthOfMonth(year, month)) : utc(year, 12, 31)
  const weeksBefore = Math.floor((date - first) / (7 * DAY)), weeksAfter = Math.floor((last - date) / (7 * DAY))
  const alike = range(-weeksBefore, weeksAfter).map((weeks) => date + weeks * 7 * DAY)
  return alike.at(n > 0 ? n - 1 : n) === date
}

/** By the definition: a week belongs to the year that holds four of its days or more; numbered from the front or from the back. */
function weekMatches(date: number, weeks: readonly number[], weekStart: number): boolean {
  const first = date - ((new Date(date).getUTCDay() - weekStart + 7) % 7) * DAY
  const owner = new Date(first + 3 * DAY).getUTCFullYear()
  const all = weeksOf(owner, weekStart)
  return weeks.some((week) => all.at(week > 0 ? week - 1 : week) === first)
}

const known = new Map<string, readonly number[]>()
function weeksOf(year: number, weekStart: number): readonly number[] {
  const starts = known.get(`${year} ${weekStart}`) ?? range(-1, 53).map((i) => utc(year, 1, 1) + i * 7 * DAY).map((some) => some - ((new Date(some).getUTCDay() - weekStart + 7) % 7) * DAY).filter((some) => new Date(some + 3 * DAY).getUTCFullYear() === year)
  known.set(`${year} ${weekStart}`, starts)
  return starts
}

/** The rows BYHOUR to BYSECOND: milliseconds of the day. */
function timesOn(parts: ReadonlyMap<string, string>, frequency: string, start: Date, period: Date): number[] {
  const rank = ['SECONDLY', 'MINUTELY', 'HOURLY'].indexOf(frequency)
  // A unit as long as the period or longer is the period's own and is limited; a shorter one is expanded, or DTSTART's.
  const row = (name: string, own: number, inPeriod: number, limits: boolean): number[] => limits ? [inPeriod].filter((value) => list(parts, name)?.includes(value) !== false) : list(parts, name) ?? [own]
  const hours = row('BYHOUR', start.getUTCHours(), period.getUTCHours(), rank !== -1)
  const minutes = row('BYMINUTE', start.getUTCMinutes(), period.getUTCMinutes(), rank === 0 || rank === 1)
  const seconds = row('BYSECOND', start.getUTCSeconds(), period.getUTCSeconds(), rank === 0)
  return hours.flatMap((hour) => minutes.flatMap((minute) => seconds.map((second) => ((hour * 60 + minute) * 60 + second) * 1000)))
}
