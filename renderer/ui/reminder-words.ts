/** When a reminder comes, in words: "1 h before", and of a whole day "The day before at 18:00"; and which are usual. */
import { timeInWords } from './habits.ts'
import { translated } from '../../shared/language.ts'
import { MORNING } from '../../shared/reminders.ts'

const DAY = 1440

/** In minutes before the start. Those of a whole day come that morning, the evening before and the morning before. */
export const usualReminders = (allDay: boolean): readonly number[] => (allDay ? [0, 900, DAY] : [0, 10, 30, 60, DAY])

/** `minutes` before the start; those of a whole day are counted from its morning (`MORNING`). */
export const reminderInWords = (minutes: number, allDay: boolean): string => (allDay ? ofWholeDay(minutes) : minutes === 0 ? words.start : words.before(lengthInWords(minutes)))

const ofWholeDay = (minutes: number): string => {
  const at = Number(MORNING.slice(0, 2)) * 60 + Number(MORNING.slice(3)) - minutes
  const days = Math.max(0, Math.ceil(-at / DAY)), time = days * DAY + at
  return words.dayAt(days, timeInWords(`${two(Math.floor(time / 60))}:${two(time % 60)}`))
}

/** "10 min", "1 h 30 min", "2 days", "1 week" */
const lengthInWords = (minutes: number): string => {
  const [days, hours, rest] = [Math.floor(minutes / DAY), Math.floor((minutes % DAY) / 60), minutes % 60]
  if (days > 0 && days % 7 === 0 && hours + rest === 0) return words.weeks(days / 7)
  return [...(days === 0 ? [] : [words.days(days)]), ...(hours === 0 ? [] : [`${hours} h`]), ...(rest === 0 ? [] : [`${rest} min`])].join(' ')
}

const words = translated(
  {
    start: 'At the start', before: (length: string): string => `${length} before`, weeks: (weeks: number): string => (weeks === 1 ? '1 week' : `${weeks} weeks`), days: (days: number): string => (days === 1 ? '1 day' : `${days} days`),
    dayAt: (days: number, time: string): string => `${days === 0 ? 'On the day' : days === 1 ? 'The day before' : `${days} days before`} at ${time}`,
  },
  {
    start: 'Zu Beginn', before: (length) => `${length} vorher`, weeks: (weeks) => (weeks === 1 ? '1 Woche' : `${weeks} Wochen`), days: (days) => (days === 1 ? '1 Tag' : `${days} Tage`),
    dayAt: (days, time) => `${days === 0 ? 'Am Tag selbst' : days === 1 ? 'Am Tag davor' : `${days} Tage davor`} um ${time}`,
  },
)

const two = (number: number): string => String(number).padStart(2, '0')
