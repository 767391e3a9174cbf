/** Dates in prose leave as days counted from a hidden one, so that their order and distance can be used and no date is told. */
import { locale } from '../../shared/language.ts'
import { Temporal } from '../../shared/time.ts'

/** What restoring needs to know of the hidden day: it is kept among a conversation's tokens under this name. Its entity is `ORIGIN`, what it shows an ISO date. */
export const ORIGIN_TOKEN = '[DAY_0]'
export const ORIGIN = 'day/0'

/** The time a text names: `from` and `to` are wall times of one day or more, `to` excluded; for a moment they are the same. */
export interface NamedTime { readonly from: string; readonly to: string }

/**
 * The token of a time within one day: "[DAY_3]", "[DAY_3, 18:30]", "[DAY_3, 18:00–24:00]". Hours stay, since what is asked is seldom
 * of use without them; the panel says so. Undefined for what lies before day 1, after day 9999 or spans several days.
 */
export function shifted({ from, to }: NamedTime, origin: string): string | undefined {
  const [start, end] = [Temporal.PlainDateTime.from(from), Temporal.PlainDateTime.from(to)]
  const number = Temporal.PlainDate.from(origin).until(start.toPlainDate(), { largestUnit: 'day' }).days
  if (number < 1 || number > 9999) return undefined
  const clock = start.toPlainTime().toString({ smallestUnit: 'minute' })
  if (from === to) return `[DAY_${number}, ${clock}]`
  const midnight = end.toPlainTime().equals('00:00')
  const days = start.toPlainDate().until(end.toPlainDate(), { largestUnit: 'day' }).days
  if (days > 1 || (days === 1 && !midnight)) return undefined
  if (days === 1 && clock === '00:00') return `[DAY_${number}]`
  return `[DAY_${number}, ${clock}–${midnight ? '24:00' : end.toPlainTime().toString({ smallestUnit: 'minute' })}]`
}

/** A day token as an answer may write it, also one that was never sent: the number of its day, and what follows it. */
export const dayMark = /\[DAY_([1-9]\d{0,3})(?:, ?([^[\]\n]{1,40}))?\]|(?<![\p{L}\p{N}_[])DAY_([1-9]\d{0,3})(?![\p{L}\p{N}_])/u

/** The real date of day `number`, as the household reads it: "Sat 28 Nov", "Sa., 28. Nov.", with what followed in the token. */
export function unshifted(number: number, rest: string | undefined, origin: string): string {
  const date = Temporal.PlainDate.from(origin).add({ days: number }).toLocaleString(locale(), { weekday: 'short', day: 'numeric', month: 'short' })
  return rest === undefined ? date : `${date}, ${rest.trim()}`
}
