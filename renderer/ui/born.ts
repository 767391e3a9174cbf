/** When somebody was born, as people write it: a date, or the year alone. */
import { PlainDate } from '../../shared/time.ts'
import { dateInWords } from './dates.ts'

/** "2019", "2019-03-04" and "4.3.2019" as the household keeps them; anything else, such as 3/4/2019, which two countries read differently, comes back as written. */
export const readBorn = (text: string): string => {
  const typed = text.trim()
  const [, day, month, year] = /^(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})$/.exec(typed) ?? []
  if (day === undefined || month === undefined || year === undefined) return typed
  const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  return PlainDate.safeParse(date).success ? date : typed
}

/** "4 March 2019", or "2019" where that is all that is known. */
export const bornInWords = (born: string): string => (PlainDate.safeParse(born).success ? dateInWords(born) : born)
