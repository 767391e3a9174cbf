/** "No, the other Tuesday", "sorry, I meant 4 pm": what was asked for last, with the part that was wrong replaced. */
import type { HouseholdRequest, Mention } from '../../../shared/understanding.ts'
import { Temporal } from '../../../shared/time.ts'

/** Who it is no longer for, and who it is for: "for Arjun, not Rohan". */
export interface Exchange { readonly out: readonly Mention[]; readonly in: readonly Mention[] }

/** The last request mended, or the correction as it stands when there is none; "the other Tuesday" without one has to be asked: `whichOne`. */
export const correct = (said: HouseholdRequest, previous: HouseholdRequest | undefined, line: string, today: Temporal.PlainDate, people: Exchange, whichOne: string): HouseholdRequest => {
  const other = /\bthe other (?:monday|tuesday|wednesday|thursday|friday|saturday|sunday|one|day)\b/.test(line)
  if (previous === undefined) {
    if (!other || said.start === undefined) return said
    const { start, ...rest } = said
    const day = Temporal.PlainDate.from(start.slice(0, 10))
    return { ...rest, unclear: { ask: whichOne, choices: [day, day.add({ days: 7 })].map((d) => d.toString()) } }
  }
  if (said.unclear !== undefined) return said
  const given = exchanged(previous, people)
  if (said.start === undefined && !other) return given === undefined ? deadline(said, previous) : { ...given, readings: [...previous.readings, ...said.readings].slice(0, 60) }
  const mended = given ?? previous
  // "No, every week": from when it was to be.
  if (said.repetition !== undefined && said.says !== 'both' && !/BYDAY|BYMONTHDAY/.test(said.repetition.rrule) && mended.start !== undefined) return { ...mended, repetition: { ...said.repetition, start: mended.start }, readings: [...mended.readings, ...said.readings.map((reading) => ({ ...reading, says: reading.says.replace(/, (?:from|ab) .*$/, '') }))].slice(0, 60) }
  if (mended.start === undefined) return said.start === undefined ? said : deadline({ ...said, due: said.start }, mended)
  const start = moved(said, mended.start, other, line, today)
  const { end: _, unclear: __, ...kept } = mended
  const end = mended.end === undefined ? undefined : movedEnd(mended.start, mended.end, start)
  return { ...kept, start, ...(said.says === 'day' || mended.says === undefined ? {} : { says: mended.says === 'day' ? 'both' : mended.says }), ...(end === undefined ? {} : { end }), readings: [...mended.readings, ...said.readings].slice(0, 60) }
}

/** The day or the time that was said, and of the other what it was before. */
const moved = (said: HouseholdRequest, before: string, other: boolean, line: string, today: Temporal.PlainDate): string => {
  const was = Temporal.PlainDate.from(before.slice(0, 10))
  const day = other ? otherWeek(was, today) : said.says === 'time' ? was : Temporal.PlainDate.from((said.start ?? before).slice(0, 10))
  return `${day.toString()}${said.says === 'time' || said.says === 'both' ? sameHalf((said.start ?? '').slice(10), before.slice(10), line) : before.slice(10)}`
}

/** "No, by Monday": of what has a deadline, or no time at all. */
const deadline = (said: HouseholdRequest, previous: HouseholdRequest): HouseholdRequest => {
  if (said.due === undefined || previous.start !== undefined) return said
  return { ...previous, due: said.due, readings: [...previous.readings, ...said.readings].slice(0, 60) }
}

/** The people exchanged, in the title too; undefined when nobody is named. */
const exchanged = (previous: HouseholdRequest, { out, in: into }: Exchange): HouseholdRequest | undefined => {
  if (into.length === 0) return undefined
  const isOut = ({ name }: Mention): boolean => out.length === 0 || out.some((one) => one.name === name)
  const [before, more] = previous.people.filter(isOut), [after] = into
  const title = before === undefined || more !== undefined || after === undefined || into.length > 1 ? previous.title : previous.title?.replaceAll(before.name, after.name)
  return { ...previous, ...(title === undefined ? {} : { title }), people: [...previous.people.filter((one) => !isOut(one)), ...into.filter(({ name }) => !previous.people.some((one) => !isOut(one) && one.name === name))] }
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
