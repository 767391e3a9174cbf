/** "No, the other Tuesday", "sorry, I meant 4 pm": what was asked for last, with the part that was wrong replaced. */
import type { HouseholdRequest } from '../../../shared/understanding.ts'
import { Temporal } from '../../../shared/time.ts'

/** The last request mended, or the correction as it stands when there is none; "the other Tuesday" without one has to be asked. */
export const correct = (said: HouseholdRequest, previous: HouseholdRequest | undefined, line: string, today: Temporal.PlainDate): HouseholdRequest => {
  const other = /\bthe other (?:monday|tuesday|wednesday|thursday|friday|saturday|sunday|one|day)\b/.test(line)
  if (previous?.start === undefined) {
    if (!other || said.start === undefined) return said
    const { start, ...rest } = said
    const day = Temporal.PlainDate.from(start.slice(0, 10))
    return { ...rest, unclear: { ask: 'Which one do you mean?', choices: [day, day.add({ days: 7 })].map((d) => d.toString()) } }
  }
  if (said.unclear !== undefined || (said.start === undefined && !other)) return said
  const day = other ? otherWeek(Temporal.PlainDate.from(previous.start.slice(0, 10)), today) : said.says === 'time' ? Temporal.PlainDate.from(previous.start.slice(0, 10)) : Temporal.PlainDate.from((said.start ?? previous.start).slice(0, 10))
  const time = said.says === 'time' || said.says === 'both' ? sameHalf((said.start ?? '').slice(10), previous.start.slice(10), line) : previous.start.slice(10)
  const start = `${day.toString()}${time}`
  const { end: _, unclear: __, ...kept } = previous
  const end = previous.end === undefined ? undefined : movedEnd(previous.start, previous.end, start)
  return { ...kept, start, ...(end === undefined ? {} : { end }), readings: [...previous.readings, ...said.readings].slice(0, 60) }
}

/** "No, at 11" after ten in the morning is before noon: of two halves of the day nobody named, the one nearer to what was said first. */
const sameHalf = (time: string, before: string, line: string): string => {
  const [hour = 0, minute = 0] = time.slice(1).split(':').map(Number), [hourBefore = 0] = before.slice(1).split(':').map(Number)
  if (time === '' || before === '' || / (?:am|pm|noon|midnight|morning|afternoon|evening|night|tonight) /.test(` ${line} `) || new RegExp(`(?:^|\\D)(?:${hour > 12 ? hour : `0${hour}`})(?:\\D|$)`).test(line)) return time
  const other = (hour + 12) % 24
  return Math.abs(other - hourBefore) < Math.abs(hour - hourBefore) ? `T${String(other).padStart(2, '0')}:${String(minute).padStart(2, '0')}` : time
}

/** The same weekday a week later; or earlier, where the one before was not the first to come. */
const otherWeek = (day: Temporal.PlainDate, today: Temporal.PlainDate): Temporal.PlainDate => {
  const earlier = day.subtract({ days: 7 })
  return Temporal.PlainDate.compare(earlier, today) > 0 ? earlier : day.add({ days: 7 })
}

const movedEnd = (start: string, end: string, moved: string): string => {
  if (start.length === 10 || moved.length === 10) return end.length === 10 && moved.length === 10 ? Temporal.PlainDate.from(moved).add(Temporal.PlainDate.from(start).until(end)).toString() : end
  return Temporal.PlainDateTime.from(moved).add(Temporal.PlainDateTime.from(start).until(end)).toString({ smallestUnit: 'minute' })
}
