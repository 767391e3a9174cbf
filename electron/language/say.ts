/** How times, lengths and names are written in readings: short, unmistakable, in the household's zone. */
import type { WallTime } from '../../shared/time.ts'
import { quoted } from '../../shared/language.ts'
import { Temporal } from '../../shared/time.ts'
import { words } from './plan-words.ts'
import type { Stretch, When } from './resolve.ts'


/** "Mon 23 Nov", with the year when it is not this one. */
export const sayDate = (when: When, wall: WallTime): string => {
  const date = Temporal.PlainDate.from(wall.slice(0, 10))
  return words.date(words.weekdays[date.dayOfWeek - 1] ?? '', date.day, words.months[date.month - 1] ?? '', date.year === when.today.year ? '' : ` ${date.year}`)
}

/** "Mon 23 Nov, 07:00". */
export const sayWall = (when: When, wall: WallTime): string => `${sayDate(when, wall)}, ${wall.slice(11)}`

/** "Sun 22 Nov, 18:00 to Mon 23 Nov, 08:00"; the second date only when it differs; a start at this minute is "now". */
export const sayStretch = (when: When, [from, to]: Stretch): string => {
  const sameDay = from.slice(0, 10) === to.slice(0, 10)
  const start = from === when.now ? words.now : sayWall(when, from)
  return words.stretch(start, sameDay && from !== when.now ? to.slice(11) : sayWall(when, to))
}

/** "1 h 15 min". */
export const sayLength = (minutes: number): string => {
  const hours = Math.floor(minutes / 60), rest = minutes % 60
  return hours === 0 ? `${rest} min` : rest === 0 ? `${hours} h` : `${hours} h ${rest} min`
}

/** A phrase in quotation marks; a long one loses its end. */
export const quote = (text: string, most = 100): string => {
  const flat = text.replace(/\s+/g, ' ').trim()
  return quoted(flat.length > most ? `${flat.slice(0, most - 1)}…` : flat)
}

/** "A", "A and B", "A, B and C". */
export const sayList = (names: readonly string[]): string => (names.length < 2 ? (names[0] ?? '') : `${names.slice(0, -1).join(', ')} ${words.and} ${names.at(-1) ?? ''}`)
