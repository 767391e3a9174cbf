/** "And the dryer afterwards": a run that is to come after what was planned last in this conversation. */
import { isEventChange } from '../../shared/calendar.ts'
import type { LastArranged } from '../../shared/stages.ts'
import { fromInstant, instantToWall, Temporal } from '../../shared/time.ts'

const behind = /^\s*(?:and |und |then |dann )?(.+?)\s*,?\s+(?:afterwards|after that|after it|next|danach|hinterher|anschließend)\s*[.!]*$/iu
const before = /^\s*(?:and |und )?(?:then|after that|afterwards|danach|dann|anschließend|hinterher)\s*,?\s+(?:noch )?(.+?)\s*[.!]*$/iu
const verbs = /^(?:run|start|turn on|lass|starte|mach)\s+|\s+(?:laufen(?: lassen)?|anmachen|starten|an|too|also|auch|bitte|please)$/giu

/** The same as a sentence with a time, for whoever reads plans; undefined where nothing runs or nothing comes after it. */
export function afterwards(text: string, last: LastArranged | undefined, zone: string): string | undefined {
  const device = (behind.exec(text) ?? before.exec(text))?.[1]?.replaceAll(verbs, '').trim() ?? ''
  const ends = (last?.changes ?? []).flatMap((change) => (isEventChange(change) && change.kind !== 'remove' && change.after.deviceId !== undefined ? [fromInstant(change.after.end)] : []))
  if (device === '' || device.length > 60 || ends.length === 0) return undefined
  const wall = instantToWall(new Date(Math.max(...ends)).toISOString().replace('.000', ''), zone), date = Temporal.PlainDateTime.from(wall)
  const german = /^(?:der|die|das|den)\s|danach|hinterher|anschließend|dann/i.test(text)
  const day = date.toLocaleString(german ? 'de-DE' : 'en-GB', { day: 'numeric', month: 'long', year: 'numeric' })
  return german ? `${device} ab ${day} um ${wall.slice(11)} Uhr` : `Run ${/^(?:the|our|my)\s/i.test(device) ? device : `the ${device}`} after ${wall.slice(11)} on ${day}`
}
