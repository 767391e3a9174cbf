/** Sentences that state a reading: "Thu 3 Dec, 16:30–17:15", "every 2 weeks on Tue, from Tue 24 Nov, 18:00". */
import type { Repetition } from '../../../shared/understanding.ts'
import type { WallTime } from '../../../shared/time.ts'
import { Temporal } from '../../../shared/time.ts'
import type { When } from '../resolve.ts'
import { weekdayCodes } from './calendar-words.ts'
import type { Speech, SpokenWord } from './lexicon.ts'

/** "Thu 3 Dec", with the year when it is not this one; with a time where there is one. */
export const sayTime = (when: When, speech: Speech, wall: WallTime): string => `${sayDay(when, speech, Temporal.PlainDate.from(wall.slice(0, 10)))}${wall.length > 10 ? `, ${wall.slice(11)}` : ''}`

const sayDay = (when: When, speech: Speech, date: Temporal.PlainDate): string =>
  `${speech.weekdays[date.dayOfWeek - 1] ?? ''} ${date.day}${speech.dayMark} ${speech.months[date.month - 1] ?? ''}${date.year === when.today.year ? '' : ` ${date.year}`}`

/** "Thu 3 Dec, 16:30–17:15", "Fri 27 Nov – Sun 29 Nov": of whole days the last is said, not the one behind it. */
export const saySpan = (when: When, speech: Speech, start: WallTime, end: WallTime | undefined): string => {
  if (end === undefined) return sayTime(when, speech, start)
  if (end.length === 10) {
    const last = Temporal.PlainDate.from(end).subtract({ days: 1 })
    return start.slice(0, 10) === last.toString() ? sayTime(when, speech, start) : `${sayTime(when, speech, start)} – ${sayDay(when, speech, last)}`
  }
  return start.slice(0, 10) === end.slice(0, 10) ? `${sayTime(when, speech, start)}–${end.slice(11)}` : `${sayTime(when, speech, start)} – ${sayTime(when, speech, end)}`
}

/** "1 h 30 min", "2 days" from `PT1H30M`, `P2D`. */
export const sayDuration = (speech: Speech, iso: string): string => {
  const { months, years, weeks, days, hours, minutes } = Temporal.Duration.from(iso).abs()
  const { words } = speech
  const parts: readonly (readonly [number, string, string])[] = [[years, words.year, words.years], [months, words.month, words.months], [weeks, words.week, words.weeks], [days, words.day, words.days], [hours, 'h', 'h'], [minutes, 'min', 'min']]
  return parts.filter(([count]) => count > 0).map(([count, one, many]) => `${count} ${count === 1 ? one : many}`).join(' ')
}

/** The rule in words, with its first occurrence, its end and its exceptions. */
export const sayRepetition = (when: When, speech: Speech, { rrule, start, exdates, exceptions }: Repetition): string => {
  const parts = new Map(rrule.split(';').map((part) => part.split('=') as [string, string]))
  const { words } = speech
  const interval = Number(parts.get('INTERVAL') ?? 1)
  const [one, many] = units[parts.get('FREQ') ?? ''] ?? units['DAILY'] ?? ['day', 'days']
  const head = `${words.every} ${interval === 1 ? words[one] : `${interval} ${words[many]}`}`
  const days = parts.get('BYDAY')?.split(',').map((day) => sayByDay(speech, day)).join(', ')
  const setpos = parts.get('BYSETPOS')
  const inMonth = parts.get('BYMONTHDAY')?.split(',').map((day) => (day === '-1' ? words.lastDay : `${day}${speech.dayMark}`)).join(', ')
  const month = parts.has('BYMONTH') ? speech.months[Number(parts.get('BYMONTH')) - 1] : undefined
  const where = [setpos === undefined ? days : `${setpos === '-1' ? words.last : `${setpos}.`} ${words.working}`, inMonth === undefined ? undefined : month === undefined ? inMonth : `${inMonth} ${month}`, inMonth === undefined ? month : undefined].filter((part) => part !== undefined).join(' ')
  const until = parts.get('UNTIL'), count = parts.get('COUNT')
  const untilDay = until === undefined ? undefined : until.length > 8 ? Temporal.Instant.from(until.replace(/^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/, '$1-$2-$3T$4:$5:$6Z')).toZonedDateTimeISO(when.zone).toPlainDate() : Temporal.PlainDate.from(until)
  return [
    `${head}${where === '' ? '' : ` ${words.on} ${where}`}`,
    `${words.from} ${sayTime(when, speech, start)}`,
    ...(count === undefined ? [] : [`${count} ${words.times}`]),
    ...(untilDay === undefined ? [] : [`${words.until} ${sayDay(when, speech, untilDay)}`]),
    ...(exdates.length === 0 ? [] : [`${words.except} ${exdates.map((date) => sayTime(when, speech, date.slice(0, 10))).join(', ')}`]),
    ...exceptions.map((exception) => `${words.except} ${exception}`),
  ].join(', ').slice(0, 300)
}

const units: Readonly<Record<string, readonly [SpokenWord, SpokenWord]>> = { HOURLY: ['hour', 'hours'], DAILY: ['day', 'days'], WEEKLY: ['week', 'weeks'], MONTHLY: ['month', 'months'], YEARLY: ['year', 'years'] }

const sayByDay = (speech: Speech, code: string): string => {
  const name = speech.weekdays[weekdayCodes.findIndex((day) => code.endsWith(day))] ?? code
  const nth = Number(code.slice(0, -2) || 0)
  return nth === 0 ? name : nth === -1 ? `${speech.words.last} ${name}` : `${nth}. ${name}`
}
