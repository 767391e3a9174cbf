/** When a reminder comes, in words: "1 h before", and of a whole day "the day before at 18:00". */

const DAY = 1440

/** `minutes` before the start; a whole day starts at midnight. */
export const reminderInWords = (minutes: number, allDay: boolean): string => (allDay ? ofWholeDay(minutes) : minutes === 0 ? 'At the start' : `${lengthInWords(minutes)} before`)

const ofWholeDay = (minutes: number): string => {
  if (minutes === 0) return 'When the day begins'
  const days = Math.ceil(minutes / DAY), time = days * DAY - minutes
  return `${days === 1 ? 'The day before' : `${days} days before`} at ${two(Math.floor(time / 60))}:${two(time % 60)}`
}

/** "10 min", "1 h 30 min", "2 days", "1 week" */
const lengthInWords = (minutes: number): string => {
  const [days, hours, rest] = [Math.floor(minutes / DAY), Math.floor((minutes % DAY) / 60), minutes % 60]
  if (days > 0 && days % 7 === 0 && hours + rest === 0) return days === 7 ? '1 week' : `${days / 7} weeks`
  return [...(days === 0 ? [] : [days === 1 ? '1 day' : `${days} days`]), ...(hours === 0 ? [] : [`${hours} h`]), ...(rest === 0 ? [] : [`${rest} min`])].join(' ')
}

const two = (number: number): string => String(number).padStart(2, '0')
