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
  const time = said.says === 'time' || said.says === 'both' ? (said.start ?? '').slice(10) : previous.start.slice(10)
  const start = `${day.toString()}${time}`
  const { end: _, unclear: __, ...kept } = previous
  const end = previous.end === undefined ? undefined : movedEnd(previous.start, previous.end, start)
  return { ...kept, start, ...(end === undefined ? {} : { end }), readings: [...previous.readings, ...said.readings].slice(0, 60) }
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
