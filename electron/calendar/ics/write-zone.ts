/** A VTIMEZONE for a zone of this runtime (RFC 5545 §3.6.5): its clock changes one by one, and as a yearly rule from where they follow one to the end. */
import { Temporal } from '../../../shared/time.ts'
import { weekdays } from '../recurrence/rule.ts'
import type { Component, Property } from './jcal.ts'

interface Change { readonly local: Temporal.PlainDateTime; readonly from: number; readonly to: number }

/** A rule of a zone is believed when this many years in a row follow it, to the last that is looked at. */
const ENOUGH_YEARS = 4

/** Right from the beginning of the year `from` on, to `to` and, where the zone has a rule by then, without end. `tzid` may be another name than the zone's own; then X-LIC-LOCATION says which it is. */
export function writeZone(tzid: string, zone: string, from: number, to: number): Component {
  const start = Temporal.PlainDateTime.from({ year: from, month: 1, day: 1 }).toZonedDateTime(zone), changes: Change[] = []
  for (let at = start.getTimeZoneTransition('next'); at !== null && at.year <= to; at = at.getTimeZoneTransition('next')) {
    const before = seconds(at.subtract({ nanoseconds: 1 })), after = seconds(at)
    // An onset is written on the clock as it was before it.
    changes.push({ local: at.toInstant().toZonedDateTimeISO('UTC').add({ seconds: before }).toPlainDateTime(), from: before, to: after })
  }
  const first = seconds(start), beginning = observance({ local: start.toPlainDateTime(), from: first, to: first }, isSummer(start) ? 'daylight' : 'standard', [])
  return { name: 'vtimezone', properties: [['tzid', {}, 'text', tzid], ...(tzid === zone ? [] : [['x-lic-location', {}, 'unknown', zone] as const])], inside: [beginning, ...observances(changes, to)] }
}

function observances(changes: readonly Change[], to: number): readonly Component[] {
  const groups = Map.groupBy(changes.filter((change) => change.from !== change.to), (change) => `${change.from} ${change.to}`)
  return [...groups.values()].flatMap((group) => {
    const [first] = group
    if (first === undefined) return []
    const name = first.to > first.from ? 'daylight' : 'standard', rule = yearlyRule(group, to)
    // Each change that no rule gives is an observance of its own: RDATE would be shorter, and readers as good as ical.js take only its first date.
    const single = group.slice(0, rule?.from).map((change) => observance(change, name, [])), begun = rule === undefined ? undefined : group[rule.from]
    return [...single, ...(begun === undefined || rule === undefined ? [] : [observance(begun, name, [['rrule', {}, 'unknown', rule.rrule]])])]
  })
}

/** The rule that the last changes follow, each in its year, and the first of them that does. */
function yearlyRule(changes: readonly Change[], to: number): { readonly rrule: string; readonly from: number } | undefined {
  const last = changes.at(-1)
  if (last?.local.year !== to) return undefined
  const { month, dayOfWeek } = last.local
  const follows = (nth: number) => ({ local }: Change): boolean => local.month === month && local.dayOfWeek === dayOfWeek && local.toPlainTime().equals(last.local.toPlainTime()) && (nth < 0 ? local.day + 7 > local.daysInMonth : Math.ceil(local.day / 7) === nth)
  const candidates = [-1, 1, 2, 3, 4].map((nth) => {
    let from = changes.length
    while (from > 0 && changes[from - 1] !== undefined && follows(nth)(changes[from - 1] as Change) && (from === changes.length || changes[from]?.local.year === (changes[from - 1] as Change).local.year + 1)) from--
    return { nth, from }
  }).filter(({ from }) => changes.length - from >= ENOUGH_YEARS).sort((a, b) => a.from - b.from)
  const [best] = candidates
  return best === undefined ? undefined : { rrule: `FREQ=YEARLY;BYMONTH=${month};BYDAY=${best.nth}${weekdays[dayOfWeek - 1] ?? ''}`, from: best.from }
}

function observance({ local, from, to }: Change, name: 'standard' | 'daylight', more: readonly Property[]): Component {
  return { name, inside: [], properties: [['dtstart', {}, 'date-time', text(local)], ['tzoffsetfrom', {}, 'unknown', offset(from)], ['tzoffsetto', {}, 'unknown', offset(to)], ...more] }
}
const text = (local: Temporal.PlainDateTime): string => local.toString({ smallestUnit: 'second' })
const seconds = (at: Temporal.ZonedDateTime): number => at.offsetNanoseconds / 1e9
const isSummer = (at: Temporal.ZonedDateTime): boolean => { const next = at.getTimeZoneTransition('next'); return next !== null && seconds(next) < seconds(at) }
function offset(value: number): string {
  const total = Math.abs(value), two = (part: number): string => String(part).padStart(2, '0')
  return `${value < 0 ? '-' : '+'}${two(Math.floor(total / 3600))}${two(Math.floor(total / 60) % 60)}${total % 60 === 0 ? '' : two(total % 60)}`
}
