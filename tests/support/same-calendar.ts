/** Whether two calendar files say the same, asked of ical.js alone: what the product reads and writes with takes no part in it. */
import ICAL from 'ical.js'

type Jcal = [name: string, properties: unknown[][], inside: Jcal[]]

/** As ical.js reads it. Whatever it was written in, as text in UTF-8, with its folds taken out. */
function parse(text: string): Jcal[] {
  const read = ICAL.parse(text.replace(/\r\n?/g, '\n').replace(/\n{2,}/g, '\n').trim()) as unknown as Jcal | Jcal[]
  return typeof read[0] === 'string' ? [read as Jcal] : read as Jcal[]
}

/** Properties in no order, components in no order. Inside of an entry everything counts; of a property its name, parameters, type and values. */
function said([name, properties, inside]: Jcal): unknown {
  return { name, properties: properties.map((property) => JSON.stringify([property[0], Object.entries(property[1] as object).sort(), ...property.slice(2)])).sort(), inside: inside.map(said).map((one) => JSON.stringify(one)).sort() }
}

const entriesOf = (text: string): readonly Jcal[] => parse(text).flatMap((calendar) => (calendar[0] === 'vcalendar' ? calendar[2] : [calendar])).filter(([name]) => name !== 'vtimezone')

/** What the entries of a file say, in no order: equal for two files that say the same. Without UIDs, where one may have been added. */
export function entriesSaid(text: string, isWithUid = true): readonly string[] {
  const kept = ([name, properties, inside]: Jcal): Jcal => [name, properties.filter(([property]) => isWithUid || property !== 'uid'), inside]
  return entriesOf(text).map((entry) => JSON.stringify(said(kept(entry)))).sort()
}
/** Whether every entry has a UID. */
export const allHaveUid = (text: string): boolean => entriesOf(text).every(([, properties]) => properties.some(([name]) => name === 'uid'))

/** Zones that are named must be defined; what ical.js works out of a definition is its own. */
export function undefinedZones(text: string): readonly string[] {
  const calendars = parse(text), defined = new Set(calendars.flatMap(([, , inside]) => inside.filter(([name]) => name === 'vtimezone').map(([, properties]) => properties.find(([name]) => name === 'tzid')?.[3])))
  const named = calendars.flatMap(([, , inside]) => inside.flatMap(([, properties]) => properties.map((property) => (property[1] as { readonly tzid?: string }).tzid)))
  return [...new Set(named.filter((tzid): tzid is string => tzid !== undefined && !defined.has(tzid)))]
}
