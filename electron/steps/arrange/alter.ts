/** What is there already and is to be otherwise: moved, cancelled, made longer, given to somebody else, reminded of. */
import { endFrom, type CalendarEvent, type Change, type EventDraft, type Scope } from '../../../shared/calendar.ts'
import { fromInstant, Temporal, toInstant, wallToInstant, type Instant } from '../../../shared/time.ts'
import type { HouseholdRequest } from '../../../shared/understanding.ts'
import { clashesOf } from './clashes.ts'
import { eachOnce, findEvents, findTasks, soughtOf, windowOf } from './find.ts'
import { remindersOf, repeatsOf } from './make.ts'
import { nameOf, peopleOf } from './people.ts'
import { asks, dueOf, instantOf, says, wallOf, type Arranged, type Asked, type Failed, type World } from './world.ts'

const everything = /\b(?:everything|all|alles|alle|sämtliche)\b/i

/** The one event that is meant; of a series its next time, or all that fit the stretch. Asks when several could be. */
async function meant(request: HouseholdRequest, world: World, usesStart: boolean): Promise<{ readonly found: readonly CalendarEvent[] } | Asked | Failed> {
  const { household, words } = world
  const sought = soughtOf(request, household)
  // "Delete everything on Friday": whatever is there on that day.
  if (sought.words.every((word) => everything.test(word)) && sought.people.length === 0 && everything.test(request.title ?? '') && usesStart && request.start !== undefined) {
    const around = await world.diary.between(...windowOf(request, world, true))
    return around.ok ? { found: around.value } : { problem: around.problem }
  }
  // "Move it to Friday": what this conversation was about.
  if (sought.words.length === 0 && sought.people.length === 0) {
    for (const before of lastEvents(world)) {
      const around = await world.diary.between(before.start, before.end)
      if (!around.ok) return { problem: around.problem }
      const found = around.value.filter((event) => event.id === before.id || event.instanceOf?.seriesId === before.id).slice(0, 1)
      if (found.length > 0) return { found }
    }
    return asks(words.whichOne)
  }
  const events = await findEvents(sought, windowOf(request, world, usesStart), world)
  if (!events.ok) return { problem: events.problem }
  if (events.value.length === 0 && usesStart && request.start !== undefined) {
    // Not then: the next one may be meant.
    const later = await findEvents(sought, windowOf({}, world, false), world)
    if (!later.ok) return { problem: later.problem }
    const next = eachOnce(later.value).slice(0, 3), chosenNext = next.find((event) => world.answers.includes(words.theOne(words.when(event))))
    if (chosenNext !== undefined) return { found: [chosenNext] }
    if (next.length > 0) return asks(words.notThen(request.title ?? ''), next.map((event) => words.theOne(words.when(event))))
  }
  const once = eachOnce(events.value)
  if (once.length < 2) return { found: events.value }
  const chosen = once.find((event) => world.answers.includes(words.theOne(words.when(event))))
  if (chosen !== undefined) return { found: [chosen] }
  // Several on a day that was named are all meant by "cancel everything"; otherwise it is asked.
  if (/\b(?:all|every|everything|alle|alles)\b/i.test(request.title ?? '') || request.scope === 'all') return { found: events.value }
  return asks(words.which(request.title ?? ''), once.slice(0, 3).map((event) => words.theOne(words.when(event))))
}

/** As the last proposal would have it; and as it was, for as long as nobody said yes. */
const lastEvents = ({ last }: World): CalendarEvent[] => {
  for (const change of last?.changes.toReversed() ?? []) if (change.kind === 'add' || change.kind === 'edit') return change.kind === 'add' ? [change.after] : [change.after, change.before]
  return []
}

export async function move(request: HouseholdRequest, world: World): Promise<Arranged> {
  const found = await meant(request, world, false)
  if (!('found' in found)) return found
  const { words, household } = world, { zone } = household
  const [event] = found.found
  if (event === undefined) return moveTask(request, world)
  const to = newStart(request, event, zone)
  if (to === undefined) return asks(words.whereTo(event.title))
  const { id, instanceOf: _, ...fields } = event
  const end = request.end?.length === 16 && request.start?.length === 16 ? instantOf(request.end, zone) : endFrom(event, to)
  if (to === event.start && end === event.end && request.repetition === undefined) return says(words.isNow(event.title, words.when(event)))
  const draft: EventDraft = { ...fields, start: to, end }
  const series = request.repetition === undefined ? null : await seriesFor(id, world)
  if (series !== null && 'problem' in series) return series
  const scope: Scope = request.repetition === undefined ? request.scope ?? 'one' : request.scope ?? 'all'
  const saved = await world.diary.toSave(id, series === null || request.repetition === undefined ? draft : { ...draft, repeats: repeatsOf(request.repetition, zone) }, scope)
  if (!saved.ok) return { problem: saved.problem }
  const clash = await clashesOf({ ...saved.value.event, start: to, end }, world)
  if (!clash.ok) return { problem: clash.problem }
  return { changes: saved.value.changes, says: [words.moved(event.title, words.when(event), words.when({ ...event, start: to, end })), ...clash.value], checks: event.instanceOf !== undefined && scope === 'one' ? [words.onlyOnce] : [] }
}

async function seriesFor(id: string, world: World): Promise<CalendarEvent | null | Failed> {
  const series = await world.diary.seriesOf(id)
  return series.ok ? series.value : { problem: series.problem }
}

async function moveTask(request: HouseholdRequest, world: World): Promise<Arranged> {
  const { words, household, tasks } = world
  const [task, other] = findTasks(soughtOf(request, household), tasks)
  if (task === undefined || other !== undefined) return says(words.notFound(request.title ?? ''))
  const said = request.start ?? request.due
  if (said === undefined) return asks(words.whereTo(task.title))
  const moved = await world.mark(task, { kind: 'move', due: dueOf(said, household.zone) })
  if (!moved.ok) return { problem: moved.problem }
  return { changes: [{ kind: 'edit-task', before: task, after: moved.value }], says: [words.todo(task.title, words.due(moved.value.due))], checks: [] }
}

/** As the message says; what it does not say of day and time is the event's own. */
function newStart({ start, says: what, shift, repetition }: HouseholdRequest, event: CalendarEvent, zone: string): Instant | undefined {
  const wall = wallOf(event.start, zone)
  if (shift !== undefined) return wallToInstant(Temporal.PlainDateTime.from(wall).add(shift).toString({ smallestUnit: 'minute' }), zone)
  const said = repetition?.start ?? start
  if (said === undefined) return undefined
  if (event.allDay) return instantOf(said.slice(0, 10), zone)
  if (said.length === 10 || what === 'day') return wallToInstant(`${said.slice(0, 10)}T${wall.slice(11)}`, zone)
  return wallToInstant(what === 'time' ? `${wall.slice(0, 10)}T${said.slice(11)}` : said, zone)
}

export async function cancel(request: HouseholdRequest, world: World): Promise<Arranged> {
  const found = await meant(request, world, true)
  if (!('found' in found)) return found
  const { words } = world
  const [first] = found.found
  if (first === undefined) return cancelTask(request, world)
  const named = request.start !== undefined || request.source !== undefined
  const inSeries = first.instanceOf !== undefined
  if (inSeries && !named && request.scope === undefined) {
    const only = words.onlyNext(words.when(first))
    const scope: Scope | undefined = world.answers.includes(only) ? 'one' : world.answers.includes(words.allOfThem) ? 'all' : undefined
    if (scope === undefined) return asks(words.scopeAsk(first.title), [only, words.allOfThem])
    return remove([first], scope, world)
  }
  const all = request.scope === 'all' && !named
  return remove(all ? eachOnce(found.found) : named ? found.found : [first], all ? 'all' : request.scope === 'following' ? 'following' : 'one', world)
}

/** More than this nobody reads before the yes. */
const MOST_AT_ONCE = 60

async function remove(events: readonly CalendarEvent[], scope: Scope, world: World): Promise<Arranged> {
  const { words } = world
  if (events.length > MOST_AT_ONCE) return asks(words.tooMuch)
  const changes: Change[] = []
  for (const event of events) {
    const removed = await world.diary.toRemove(event.id, scope)
    if (!removed.ok) return { problem: removed.problem }
    changes.push(...removed.value)
  }
  return { changes: joined(changes), says: events.map((event) => (scope === 'all' ? words.cancelledAll(event.title) : words.cancelled(event.title, words.when(event)))), checks: [] }
}

/** Several times taken out of one series are one edit of it. */
export function joined(changes: readonly Change[]): Change[] {
  const all: Change[] = []
  for (const change of changes) {
    const at = all.findIndex((other) => other.kind === 'edit' && change.kind === 'edit' && other.before.id === change.before.id)
    const other = all[at]
    if (other?.kind !== 'edit' || change.kind !== 'edit') { all.push(change); continue }
    const exdates = [...new Set([...(other.after.repeats?.exdates ?? []), ...(change.after.repeats?.exdates ?? [])])]
    all[at] = { ...other, after: { ...other.after, ...(other.after.repeats === undefined ? {} : { repeats: { ...other.after.repeats, exdates } }) } }
  }
  return all
}

function cancelTask(request: HouseholdRequest, { words, household, tasks }: World): Arranged {
  const [task, other] = findTasks(soughtOf(request, household), tasks)
  if (task === undefined || other !== undefined) return says(words.notFound(request.title ?? ''))
  return { changes: [{ kind: 'remove-task', before: task }], says: [words.cancelledAll(task.title)], checks: [] }
}

const inviting = /^(?:invite|add|bring|too|also|as|well|lade|lad|einladen|auch|noch|dazu|mit|bitte)$/i

/** Longer or shorter, with somebody more, at another place. */
export async function change(request: HouseholdRequest, world: World): Promise<Arranged> {
  const { words, household } = world
  const people = peopleOf(request, world)
  if ('ask' in people) return people
  const all = soughtOf(request, household)
  // "Invite Grandma too": to what this conversation was about.
  const sought = people.ids.length > 0 && all.words.every((word) => inviting.test(word)) ? { ...all, words: [] } : all
  // "Add Grandma to Christmas dinner" names whom the event does not have yet.
  const found = await meant(sought.words.length > 0 ? { ...request, people: [], title: sought.words.join(' ') } : { ...request, people: [], title: '' }, world, request.repetition === undefined)
  if (!('found' in found)) return found
  const [event] = found.found
  if (event === undefined) return says(words.notFound(request.title ?? ''))
  const { id, instanceOf: _, ...fields } = event
  const more = people.ids.filter((person) => !event.people.includes(person))
  const [place] = request.places.flatMap(({ id: at }) => (at === undefined ? [] : [at]))
  const minutes = request.shift === undefined ? 0 : Temporal.Duration.from(request.shift).total({ unit: 'minutes', relativeTo: event.start.slice(0, 10) })
  const length = request.duration === undefined ? undefined : Temporal.Duration.from(request.duration).total({ unit: 'minutes', relativeTo: event.start.slice(0, 10) })
  const end = length !== undefined ? toInstant(fromInstant(event.start) + length * 60_000) : toInstant(fromInstant(event.end) + minutes * 60_000)
  const draft: EventDraft = { ...fields, people: [...event.people, ...more], ...(place === undefined ? {} : { placeId: place }), end: event.allDay ? event.end : end, ...(request.repetition === undefined ? {} : { repeats: repeatsOf(request.repetition, household.zone) }) }
  if (JSON.stringify(draft) === JSON.stringify(fields)) return asks(words.unknownChange)
  const saved = await world.diary.toSave(id, draft, request.repetition === undefined ? request.scope ?? 'one' : 'all')
  if (!saved.ok) return { problem: saved.problem }
  const clash = await clashesOf(saved.value.event, world)
  if (!clash.ok) return { problem: clash.problem }
  const what = [...(more.length > 0 ? [`+ ${words.list(more.map((person) => nameOf(person, world)))}`] : []), ...(place === undefined ? [] : [household.places.find((one) => one.id === place)?.name ?? '']), words.when(draft)]
  return { changes: saved.value.changes, says: [words.changed(event.title, what.join(', ')), ...clash.value], checks: [] }
}

/** A reminder before something that is in the calendar already. Undefined when the sentence names nothing that is. */
export async function remindOf(request: HouseholdRequest, world: World): Promise<Arranged | undefined> {
  const { words } = world
  const found = await meant(request, world, true)
  if (!('found' in found)) return request.title === undefined ? 'ask' in found ? asks(words.remindWhat) : found : found
  const [event] = found.found
  if (event === undefined) return undefined
  const { id, instanceOf: _, ...fields } = event
  const before = remindersOf(request), minutes = before.length > 0 ? before : [30]
  const reminders = [...new Set([...(event.reminders ?? []), ...minutes])].sort((a, b) => b - a).slice(0, 10)
  const saved = await world.diary.toSave(id, { ...fields, reminders }, request.scope ?? 'one')
  if (!saved.ok) return { problem: saved.problem }
  return { changes: saved.value.changes, says: [words.remind(event.title, words.list(minutes.map((one) => words.before(words.length(one)))))], checks: [] }
}
