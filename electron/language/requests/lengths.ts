/** Lengths of time in ISO 8601, the form of RFC 5545 §3.3.6 and of Temporal. */
import type { WallTime } from '../../../shared/time.ts'
import { Temporal } from '../../../shared/time.ts'
import type { When } from '../resolve.ts'
import { later } from '../resolve.ts'
import type { Length } from './time-phrases.ts'

/** `PT1H30M`, `P2D`, `P1W`, `P6M`; weeks only where nothing is left over. */
export const isoLength = ({ months, minutes }: Length): string => {
  if (months > 0) return months % 12 === 0 ? `P${months / 12}Y` : `P${months}M`
  const days = Math.floor(minutes / 1440), rest = minutes % 1440
  if (rest === 0 && days > 0 && days % 7 === 0) return `P${days / 7}W`
  const hours = Math.floor(rest / 60), left = rest % 60
  const time = `${hours > 0 ? `${hours}H` : ''}${left > 0 ? `${left}M` : ''}`
  return `P${days > 0 ? `${days}D` : ''}${time === '' ? (days > 0 ? '' : 'T0M') : `T${time}`}`
}

/** The end of something that starts then: whole days are counted in the calendar, hours as they pass. */
export const endAfter = (when: When, start: WallTime, { months, minutes }: Length): WallTime => {
  const isDate = start.length === 10
  const date = Temporal.PlainDate.from(start.slice(0, 10))
  if (months > 0 || minutes % 1440 === 0) return `${date.add({ months, days: minutes / 1440 }).toString()}${isDate ? '' : start.slice(10)}`
  return isDate ? date.add({ days: Math.ceil(minutes / 1440) }).toString() : later(when, start, minutes)
}
