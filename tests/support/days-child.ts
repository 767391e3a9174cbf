/** A process of its own in which a family uses the house for so many hours that pass in a moment: node --expose-gc days-child.ts HOURS FOLDER. Prints what its heap held after each day, and which reminders came. */
import process from 'node:process'
import { setImmediate } from 'node:timers/promises'
import { installTripwire } from '../../electron/cloud/tripwire.ts'
import { createLares } from '../../electron/lares.ts'
import type { Turn } from '../../shared/conversation.ts'
import type { Departure } from '../../shared/departure.ts'
import { fromInstant, toInstant } from '../../shared/time.ts'
import { EVENING, nobodyPicks, valueOf, workers } from './house.ts'

const [hours = '', folder = ''] = process.argv.slice(2)
const HOUR = 3_600_000, STEP = 300_000, PASSPHRASE = 'lantern orchard violin seven'
let now = fromInstant(EVENING)
const shown: string[] = [], bugs: string[] = [], heaps: number[] = [], expected: string[] = []
const ends = new Map<string, (turn: Turn) => void>()
let onDeparture: ((departure: Departure) => void) | undefined
const lares = createLares({
  folder, workers, files: nobodyPicks, clock: { now: () => now }, tripwire: installTripwire({ onTrip: (what) => bugs.push(what), workers: Object.values(workers) }),
  log: (code, error) => { bugs.push(`${code} ${String(error)}`) },
  notices: { show: ({ reminder }) => { if (reminder !== null) shown.push(reminder.title) }, clear: () => undefined },
  onNews: (news) => {
    if (news.kind === 'departure' && news.departure !== null) onDeparture?.(news.departure)
    if (news.kind === 'turn' && ['done', 'problem', 'stopped'].includes(news.turn.answer.status)) ends.get(news.turn.id)?.(news.turn)
  },
})
const { handlers } = lares
const SAYINGS = ["What's on tomorrow?", 'Run the dishwasher tonight as cheaply as possible', 'Piano for Emma on Thursday from 4 to 5 pm', 'Add milk and eggs to the shopping list', 'Write a letter to Dr. Okafor that Emma is ill', 'When is Easter?', 'Cancel football', 'Who can pick up Max on Thursday?']

async function say(conversationId: string, text: string, route: 'auto' | 'cloud'): Promise<void> {
  const departed = new Promise<Departure>((resolve) => { onDeparture = resolve }), { id } = valueOf(await handlers.chat.send({ conversationId, text, route }))
  const ended = new Promise<Turn>((resolve) => { ends.set(id, (turn) => { ends.delete(id); resolve(turn) }) })
  // What it asks back about never departs.
  if (route === 'cloud') await Promise.race([ended, departed])
  if (route === 'cloud' && valueOf(await handlers.departure.waiting(null)) !== null) { const { id: departure, revision, request: { sha256 } } = await departed; valueOf(await handlers.departure.approve({ id: departure, revision, sha256 })) }
  const { answer } = await ended
  if (answer.proposal === null) return
  valueOf(await handlers.calendar.accept({ turnId: id, without: [] }))
  valueOf(await handlers.calendar.undo({ changeSetId: null }))
}
/** Waits for what was asked of the vault's thread before, and for what that asked. */
const settle = async (): Promise<void> => { for (let turn = 0; turn < 5; turn += 1) { valueOf(await handlers.reminders.standing(null)); valueOf(await handlers.tasks.list(null)); await setImmediate() } }

valueOf(await handlers.vault.create({ passphrase: PASSPHRASE }))
valueOf(await handlers.household.sample({ zone: 'Europe/Berlin' }))
const settings = valueOf(await handlers.settings.read(null))
valueOf(await handlers.settings.write({ ...settings, autoLockMinutes: 0, reminders: { notify: true, text: 'full', quiet: null } }))
let conversation = valueOf(await handlers.chat.start(null)).id
for (let hour = 0; hour < Number(hours); hour += 1) {
  const title = `Hour ${String(hour)}`, start = now + HOUR / 2
  expected.push(title)
  valueOf(await handlers.calendar.save({ id: null, event: { title, start: toInstant(start), end: toInstant(start + HOUR / 4), zone: 'Europe/Berlin', allDay: false, people: ['emma'], reminders: [5] }, scope: 'one' }))
  if (hour % 3 === 0) {
    expected.push(`Task ${String(hour)}`)
    valueOf(await handlers.tasks.save({ id: null, task: { title: `Task ${String(hour)}`, people: [], rotation: 'together', effort: 5, checklist: [], reminders: [0], due: { at: toInstant(now + HOUR / 4), zone: 'Europe/Berlin', allDay: false }, medicine: false, done: [] } }))
  }
  if (hour % 8 === 0) conversation = valueOf(await handlers.chat.start(null)).id
  await say(conversation, SAYINGS[hour % SAYINGS.length] ?? '', 'auto')
  if (hour % 4 === 0) await say(conversation, 'Please ask Emma what she wants to eat with Dr. Okafor', 'cloud')
  for (let step = 0; step < HOUR / STEP; step += 1) { now += STEP; lares.woke(); await settle() }
  const standing = valueOf(await handlers.reminders.standing(null))
  if (standing.length > 10) for (const { keys } of standing) valueOf(await handlers.reminders.answer({ keys, answer: { kind: 'dismiss' } }))
  if (hour % 12 === 11) { valueOf(await handlers.vault.lock(null)); valueOf(await handlers.vault.unlock({ passphrase: PASSPHRASE })) }
  if (hour % 24 === 23) { await settle(); for (let turn = 0; turn < 4; turn += 1) { await setImmediate(); global.gc?.() } heaps.push(process.memoryUsage().heapUsed) }
}
await lares.close()
process.stdout.write(JSON.stringify({ heaps, bugs, missed: expected.filter((title) => !shown.includes(title)), doubled: shown.filter((title, at) => shown.indexOf(title) !== at && expected.includes(title)), came: shown.length }))
process.exit(0)
