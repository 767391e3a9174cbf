/** A house in which a word of one's own stands in every kind of place: written, said, asked of a cloud, imported, searched for; with a departure and a file that wait. */
import { installTripwire } from '../../electron/cloud/tripwire.ts'
import { createLares, type Lares } from '../../electron/lares.ts'
import type { EventDraft } from '../../shared/calendar.ts'
import type { Route, Turn } from '../../shared/conversation.ts'
import type { Departure } from '../../shared/departure.ts'
import { emptyHousehold, type Household } from '../../shared/household.ts'
import { fromInstant } from '../../shared/time.ts'
import { EVENING, nobodyPicks, valueOf, workers } from './house.ts'
import type { PlantedPlace } from './planted.ts'

type WordOf = (place: PlantedPlace) => string

export interface FilledHouse { readonly handlers: Lares['handlers']; readonly lock: () => Promise<void>; readonly close: () => Promise<void> }

const SINCE = '2026-11-01T08:00:00Z'
const householdWith = (w: WordOf): Household => ({
  ...emptyHousehold('Europe/Berlin'),
  name: `The ${w('household name')}s`, capKw: 11, tariffId: 't1',
  people: [{ id: 'p1', name: w('person'), role: 'adult', aliases: [w('alias of a person')], phone: `+49 30 ${digitsOf(w('telephone'))}`, email: `${w('e-mail').toLowerCase()}@example.org`, hue: 0, note: `Allergic to ${w('note of a person')}` }],
  places: [{ id: 'q1', name: w('place'), aliases: [w('alias of a place')], address: `${w('address')} 4, 10115 Berlin`, note: w('note of a place') }],
  devices: [{ id: 'd1', name: w('device'), aliases: [w('alias of a device')], powerKw: 1.2, runMinutes: 75, contiguous: true, noisy: false, vehicle: false }],
  tariffs: [{ id: 't1', name: w('tariff'), kind: 'flat', price: 0.31, currency: 'EUR' }],
  routines: [{ id: 'r1', name: w('routine'), aliases: [w('alias of a routine')], people: ['p1'], days: ['mo', 'su'], from: '23:00', to: '06:00', quiet: true }],
  notes: [{ id: 'n1', title: w('title of a note'), text: `The code is ${w('text of a note')}` }],
  rules: [{ id: 'u1', kind: 'forbid', phrase: w('phrase to forbid'), since: SINCE }, { id: 'u2', kind: 'release', phrase: w('phrase to let go'), since: SINCE }],
})
/** A number as telephones have it, told from the word. */
export const digitsOf = (word: string): string => Array.from(word, (letter) => String(letter.charCodeAt(0) % 10)).slice(0, 9).join('')

const eventWith = (title: string, over: Partial<EventDraft> = {}): EventDraft => ({ title, start: '2026-11-22T17:00:00Z', end: '2026-11-22T18:00:00Z', zone: 'Europe/Berlin', allDay: false, people: [], ...over })
const fileWith = (w: WordOf): Uint8Array<ArrayBuffer> => new TextEncoder().encode(['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:x', 'BEGIN:VEVENT', 'UID:1', `SUMMARY:${w('event of a file')}`, 'DTSTART:20261202T090000Z', 'DURATION:PT1H', 'END:VEVENT', 'BEGIN:VEVENT', 'UID:2', `SUMMARY:${w('unreadable in a file')}`, 'DTSTART:never', 'END:VEVENT', 'END:VCALENDAR', ''].join('\r\n'))

/** Nothing of what it wrote is kept here: `w` tells each word anew. */
export async function fillHouse(folder: string, w: WordOf): Promise<FilledHouse> {
  const turns = new Map<string, (turn: Turn) => void>()
  let onDeparture: ((departure: Departure) => void) | undefined
  const tripwire = installTripwire({ onTrip: (what) => { throw new Error(what) }, workers: Object.values(workers) })
  const lares = createLares({
    folder, workers, files: nobodyPicks, clock: { now: () => fromInstant(EVENING) }, tripwire,
    log: (code, error) => { throw new Error(code, { cause: error }) },
    onNews: (news) => {
      if (news.kind === 'departure' && news.departure !== null) onDeparture?.(news.departure)
      if (news.kind === 'turn' && ['done', 'problem', 'stopped'].includes(news.turn.answer.status)) turns.get(news.turn.id)?.(news.turn)
    },
  })
  const { handlers } = lares
  const departing = (): Promise<Departure> => new Promise((resolve) => { onDeparture = (departure) => { onDeparture = undefined; resolve(departure) } })
  const say = async (conversationId: string, text: string, route: Route): Promise<Turn> => {
    const { id } = valueOf(await handlers.chat.send({ conversationId, text, route }))
    return new Promise((resolve) => { turns.set(id, (turn) => { turns.delete(id); resolve(turn) }) })
  }

  valueOf(await handlers.vault.create({ passphrase: `four ${w('passphrase')} words here` }))
  valueOf(await handlers.vault.changePassphrase({ old: `four ${w('passphrase')} words here`, next: `four ${w('new passphrase')} words here` }))
  valueOf(await handlers.household.write(householdWith(w)))
  valueOf(await handlers.calendar.save({ id: null, event: eventWith(w('event'), { note: w('note of an event'), people: ['p1'], placeId: 'q1', reminders: [30] }), scope: 'one' }))
  valueOf(await handlers.calendar.save({ id: null, event: eventWith(w('event of a series'), { repeats: { rrule: 'FREQ=WEEKLY;BYDAY=MO', rdates: [], exdates: [] } }), scope: 'one' }))
  valueOf(await handlers.calendar.between({ from: '2026-11-01T00:00:00Z', to: '2027-01-01T00:00:00Z' }))
  valueOf(await handlers.tasks.save({ id: null, task: { title: w('task'), list: w('list of a task'), people: ['p1'], rotation: 'together', effort: 10, checklist: [{ text: w('line of a checklist'), done: false }], reminders: [0], due: { at: '2026-11-22T16:45:00Z', zone: 'Europe/Berlin', allDay: false }, medicine: false, done: [], note: w('note of a task') } }))
  const settings = valueOf(await handlers.settings.read(null))
  valueOf(await handlers.settings.write({ ...settings, cloud: { provider: 'compatible', address: `https://${w('address of a cloud').toLowerCase()}.example/v1`, model: w('model'), prices: null } }))
  valueOf(await handlers.settings.setKey({ key: `sk-${w('key of a cloud')}` }))
  valueOf(await handlers.settings.write(settings))

  const { id } = valueOf(await handlers.chat.start(null))
  await say(id, `What about ${w('question')}?`, 'here')
  const planned = await say(id, `Run the ${w('device')} tonight before ${w('person')} comes home from ${w('plan')}`, 'here')
  if (planned.answer.proposal !== null) valueOf(await handlers.calendar.accept({ turnId: planned.id, without: [] }))
  await say(id, `Write a letter to ${w('person')} that ${w('letter')} is late`, 'here')
  await say(id, `Remember that ${w('note by chat')} is in the cellar`, 'here')
  valueOf(await handlers.chat.change({ conversationId: id, title: w('title of a conversation'), pinned: true }))
  valueOf(await handlers.chat.saveDraft({ conversationId: id, text: `and ${w('draft')}` }))
  valueOf(await handlers.chat.search({ query: w('search') }))
  valueOf(await handlers.data.export(null))
  valueOf(await handlers.departure.replay({ kind: 'forbid', phrase: w('replayed rule') }))

  const first = departing(), answered = say(id, `Please ask ${w('person')} for tea with ${w('redacted at the desk')} tonight`, 'cloud')
  const { id: departureId, revision } = await first
  const { request: { sha256 }, revision: next } = valueOf(await handlers.departure.amend({ id: departureId, revision, amendment: { kind: 'redact', phrase: w('redacted at the desk') } }))
  valueOf(await handlers.departure.approve({ id: departureId, revision: next, sha256 }))
  await answered

  const { id: fileId } = valueOf(await handlers.ics.read({ name: `${w('name of a file')}.ics`, bytes: fileWith(w) }))
  valueOf(await handlers.ics.rows({ id: fileId, from: 0 }))
  valueOf(await handlers.reminders.standing(null))
  // The lock finds one that waits at the desk, and one that waits for its turn.
  const second = departing()
  valueOf(await handlers.chat.send({ conversationId: id, text: `Please tell ${w('person')} about ${w('waiting at the desk')}`, route: 'cloud' }))
  await second
  valueOf(await handlers.chat.send({ conversationId: id, text: `What about ${w('never answered')}?`, route: 'here' }))

  return { handlers, lock: async () => { valueOf(await handlers.vault.lock(null)) }, close: async () => { await lares.close(); tripwire.uninstall() } }
}
