/** How long something takes, as a person reads it. */
import { figure } from '../../shared/language.ts'

/** "45 min", "3 h", "3 h 30 min" */
export const hoursInWords = (minutes: number): string => {
  const hours = Math.floor(minutes / 60), rest = minutes % 60
  return [...(hours > 0 ? [`${figure(hours)} h`] : []), ...(rest > 0 || hours === 0 ? [`${figure(rest)} min`] : [])].join(' ')
}
