/** Which zone of this runtime a file means: by its name, and where no name helps by the offsets its VTIMEZONE gives. */
import { Temporal } from '../../../shared/time.ts'
import { readDateTime } from '../recurrence/date-times.ts'
import { expand } from '../recurrence/expand.ts'
import { zoneClock } from '../recurrence/zone-clock.ts'
import { all, first, parameterOf, ruleOf, textOf, type Component } from './jcal.ts'
import windowsZones from './windows-zones.json' with { type: 'json' }

/** `byOffsets`: no name told, only the offsets. */
export interface FoundZone { readonly zone: string; readonly byOffsets: boolean }

export interface Zones {
  /** The zone a TZID means in `year`; undefined when nothing of this runtime is like it. */
  readonly zoneOf: (tzid: string, year: number) => FoundZone | undefined
}

/** Zones that are looked up by their offsets. Each costs a walk through all zones there are. */
const MOST_BY_OFFSETS = 40
/** Of equals the household's own, then one of those, then the first by name. */
const likely = ['Europe/Berlin', 'Europe/London', 'Europe/Paris', 'Europe/Helsinki', 'America/New_York', 'America/Chicago', 'America/Denver', 'America/Los_Angeles', 'Asia/Tokyo', 'Asia/Kolkata', 'Australia/Sydney', 'Etc/UTC']

/**
 * In this order: 1. an IANA name, also at the end of a path as Mozilla and Evolution write it  2. Microsoft's name by CLDR's table  3. X-LIC-LOCATION of the VTIMEZONE
 * 4. the zone whose offsets are those of the VTIMEZONE through that whole year and the one before, at every clock change and twice a month. A name wins over its VTIMEZONE, since
 * calendars disagree about what stands there more often than about names.
 */
export function createZones(definitions: readonly Component[], household: string): Zones {
  const byId = new Map(definitions.map((one) => [textOf(first(one, 'tzid')) ?? '', one]))
  const known = new Map<string, FoundZone | undefined>()
  let looked = 0
  return {
    zoneOf: (tzid, year) => {
      const key = `${year} ${tzid}`
      if (known.has(key)) return known.get(key)
      const definition = byId.get(tzid), named = byName(tzid) ?? byName(textOf(definition === undefined ? undefined : first(definition, 'x-lic-location')) ?? '')
      let found: FoundZone | undefined
      if (named !== undefined) found = { zone: named, byOffsets: false }
      else if (definition !== undefined && looked < MOST_BY_OFFSETS) {
        looked++
        const zone = byOffsets(definition, year, household)
        found = zone === undefined ? undefined : { zone, byOffsets: true }
      }
      known.set(key, found)
      return found
    },
  }
}

const windows: Readonly<Record<string, string>> = windowsZones

function byName(tzid: string): string | undefined {
  const name = tzid.trim().replace(/^"|"$/g, '')
  if (name === '' || name.length > 120) return undefined
  if (/^(utc|gmt|z|etc\/utc|etc\/gmt)$/i.test(name)) return 'UTC'
  if (Object.hasOwn(windows, name)) return windows[name]
  const parts = name.split('/').filter((part) => part !== '')
  for (const tail of [parts.slice(-3), parts.slice(-2)]) {
    const zone = tail.length > 1 ? canonical(tail.join('/')) : undefined
    if (zone !== undefined) return zone
  }
  return parts.length === 1 && /^[A-Za-z]{3,}/.test(name) && !/^(est|mst|hst|cet|met|eet|wet)$/i.test(name) ? canonical(name) : undefined
}
const canonical = (name: string): string | undefined => { try { return /^[A-Za-z]/.test(name) ? Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(name).timeZoneId : undefined } catch { return undefined } }

interface Onset { readonly at: number; readonly offset: number; readonly before: number }

/** Offsets and moments in milliseconds. */
function byOffsets(definition: Component, year: number, household: string): string | undefined {
  const onsets = onsetsOf(definition, year)
  const [earliest] = onsets
  if (earliest === undefined) return undefined
  const offsetAt = (moment: number): number => onsets.findLast(({ at }) => at <= moment)?.offset ?? earliest.before
  const samples: number[] = []
  for (let month = 0; month < 24; month++) samples.push(Date.UTC(year - 1, month, 1, 12), Date.UTC(year - 1, month, 15, 12))
  for (const { at } of onsets) if (at >= Date.UTC(year - 1, 0) && at < Date.UTC(year + 1, 0)) samples.push(at - 1000, at + 1000)
  const wanted = samples.map((moment) => [moment, offsetAt(moment)] as const)
  const fits = (zone: string): boolean => { const clock = zoneClock(zone); return clock !== undefined && wanted.every(([moment, offset]) => clock.toWall(moment) - moment === offset) }
  return [household, ...likely, ...Intl.supportedValuesOf('timeZone')].find(fits) ?? fixed(wanted.map(([, offset]) => offset)).find(fits)
}

/** A zone that is always as far from UTC, by whole hours. Its sign is the other way round. */
const fixed = ([offset = 0]: readonly number[]): readonly string[] => [`Etc/GMT${offset > 0 ? '-' : '+'}${Math.abs(offset) / 3_600_000}`]

/** When which offset begins, by time, from two years before `year` to its end. */
function onsetsOf({ inside }: Component, year: number): readonly Onset[] {
  const onsets: Onset[] = []
  for (const observance of inside.slice(0, 200)) {
    const start = textOf(first(observance, 'dtstart')), offset = offsetOf(observance, 'tzoffsetto'), before = offsetOf(observance, 'tzoffsetfrom')
    const began = start === undefined ? undefined : readDateTime(start)
    if (began === undefined || offset === undefined || before === undefined) continue
    onsets.push({ at: began.wall - before, offset, before })
    const rrule = first(observance, 'rrule'), rdate = all(observance, 'rdate').flatMap((property) => property.slice(3).filter((value) => typeof value === 'string')).slice(0, 1000)
    const dtstart = new Date(Math.max(began.wall, -6e13)).toISOString().slice(0, 19)
    const times = expand({ dtstart, ...(rrule === undefined ? {} : { rrule: ruleOf(rrule) }), rdate, from: `${String(year - 2).padStart(4, '0')}-01-01T00:00:00`, to: `${String(year + 1).padStart(4, '0')}-01-02T00:00:00`, limit: 200 })
    for (const time of times.ok ? times.value.occurrences : []) onsets.push({ at: (readDateTime(time)?.wall ?? began.wall) - before, offset, before })
  }
  return onsets.sort((a, b) => a.at - b.at)
}

/** In milliseconds. */
function offsetOf(observance: Component, name: string): number | undefined {
  const [, sign, hours, minutes, seconds = '0'] = /^([+-])(\d\d):?(\d\d)(?::?(\d\d))?$/.exec(textOf(first(observance, name)) ?? '') ?? []
  return sign === undefined ? undefined : (sign === '-' ? -1 : 1) * (Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds)) * 1000
}

/** The TZIDs that the properties of a component name. */
export function zonesNamed({ properties, inside }: Component, found = new Set<string>()): Set<string> {
  for (const property of properties) { const tzid = parameterOf(property, 'tzid'); if (tzid !== undefined) found.add(tzid) }
  for (const one of inside) zonesNamed(one, found)
  return found
}
