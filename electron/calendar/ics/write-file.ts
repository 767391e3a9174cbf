/** Events and tasks → the bytes of an iCalendar 2.0 file, with every zone it names. */
import type { CalendarEvent } from '../../../shared/calendar.ts'
import type { Household } from '../../../shared/household.ts'
import type { Task } from '../../../shared/tasks.ts'
import { fromInstant, type Instant } from '../../../shared/time.ts'
import { writeComponent, type Component, type Property } from './jcal.ts'
import { keptOf } from './kept.ts'
import { isIana } from './times.ts'
import { ownUid, writeEvent, writeTask, type WriteContext } from './write-entries.ts'
import { writeZone } from './write-zone.ts'
import { zonesNamed } from './zones.ts'

export interface FileContents { readonly household: Pick<Household, 'people' | 'places'>; readonly events: readonly CalendarEvent[]; readonly tasks: readonly Task[]; readonly now: Instant }

/** Zones are written to here at least; what has a rule by then goes on. */
const HORIZON = 2037
/** What belongs to a message or to the program that wrote it, not to what is in it. */
const ofTheFile = new Set(['version', 'prodid', 'method', 'calscale'])

/** What the calendars that these entries came from said of themselves (a name, a colour) goes out again where all of them said the same. */
export function writeFile({ household, events, tasks, now }: FileContents): Uint8Array {
  const context: WriteContext = { people: household.people, places: household.places, now }, zones = new Map<string, string>()
  const series = new Map(events.filter(({ instanceOf }) => instanceOf === undefined).map((event) => [event.id, event]))
  const entries: Component[] = []
  for (const event of events) {
    const begins = event.instanceOf === undefined ? undefined : series.get(event.instanceOf.seriesId)
    const seriesUid = begins === undefined ? undefined : uidWritten(begins)
    entries.push(...writeEvent(event, context, seriesUid).map((entry) => withZones(entry, keptOf(event.ical)?.zones ?? {}, zones)))
  }
  for (const task of tasks) entries.push(withZones(writeTask(task, context), keptOf(task.ical)?.zones ?? {}, zones))
  const years = events.filter(({ allDay }) => !allDay).flatMap(({ start, end }) => [new Date(fromInstant(start)).getUTCFullYear(), new Date(fromInstant(end)).getUTCFullYear()])
  for (const { due } of tasks) if (due !== undefined) years.push(new Date(fromInstant(due.at)).getUTCFullYear())
  const first = Math.max(1900, Math.min(...years, 2100) - 1), last = Math.min(2200, Math.max(...years, HORIZON))
  const calendar: Component = {
    name: 'vcalendar',
    properties: [['version', {}, 'text', '2.0'], ['prodid', {}, 'text', '-//Lares//Lares//EN'], ['calscale', {}, 'text', 'GREGORIAN'], ...ofCalendars([...events, ...tasks])],
    inside: [...[...zones].sort(([a], [b]) => (a < b ? -1 : 1)).map(([tzid, zone]) => writeZone(tzid, zone, first, last)), ...entries],
  }
  return new TextEncoder().encode(writeComponent(calendar))
}

function uidWritten(event: CalendarEvent): string {
  const uid = keptOf(event.ical)?.entry.properties.find(([name]) => name === 'uid')?.[3]
  return typeof uid === 'string' ? uid : event.ical?.uid ?? ownUid(event.id)
}

/** Notes the zones an entry names. Where two files meant different zones by one name, the second entry takes the zone's own. */
function withZones(entry: Component, kept: Readonly<Record<string, string>>, zones: Map<string, string>): Component {
  const renamed = new Map<string, string>()
  for (const tzid of zonesNamed(entry)) {
    const zone = kept[tzid] ?? (isIana(tzid) ? tzid : undefined)
    if (zone === undefined) continue
    if ((zones.get(tzid) ?? zone) === zone) zones.set(tzid, zone)
    else { renamed.set(tzid, zone); zones.set(zone, zone) }
  }
  return renamed.size === 0 ? entry : rename(entry, renamed)
}
function rename(component: Component, names: ReadonlyMap<string, string>): Component {
  const renamed = ([name, parameters, ...rest]: Property): Property => { const { tzid } = parameters, to = typeof tzid === 'string' ? names.get(tzid) : undefined; return [name, to === undefined ? parameters : { ...parameters, tzid: to }, ...rest] }
  return { ...component, properties: component.properties.map(renamed), inside: component.inside.map((one) => rename(one, names)) }
}

function ofCalendars(entries: readonly (CalendarEvent | Task)[]): readonly Property[] {
  const said = new Set(entries.map((entry) => JSON.stringify(keptOf(entry.ical)?.calendar ?? [])))
  const [only] = said
  return said.size === 1 && only !== undefined ? (JSON.parse(only) as readonly Property[]).filter(([name]) => !ofTheFile.has(name)) : []
}
/** What is kept of a calendar. */
export const keptOfCalendar = (properties: readonly Property[]): readonly Property[] => properties.filter(([name]) => !ofTheFile.has(name)).slice(0, 20)
