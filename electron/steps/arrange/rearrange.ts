/** What takes more than one event, or a look around: two that change places, all of a day moved, a note added, an hour found for something. */
import { endFrom, type CalendarEvent, type EventDraft } from '../../../shared/calendar.ts'
import { turnOf } from '../../../shared/tasks.ts'
import { fromInstant, Temporal, toInstant, wallToInstant, type Instant } from '../../../shared/time.ts'
import type { HouseholdRequest } from '../../../shared/understanding.ts'
import { cancel, joined } from './alter.ts'
import { clashesOf } from './clashes.ts'
import { eachOnce, findEvents, findTasks, soughtOf, windowOf, withoutRead } from './find.ts'
import { nameOf, peopleOf, whoIsMe } from './people.ts'
import { asks, instantOf, says, wallOf, type Arranged, type Asked, type Failed, type Made, type World } from './world.ts'

const swapping = /^\s*(?:please |bitte |can you |could you |kannst du )*(?:swap|exchange|switch|tausche?|vertausche?) (?:the |our |my |den |die |das )?(.+?) (?:with|and|for|mit|und|gegen) (?:the |our |my |den |die |das |dem |der )?(.+?)(?: (?:tauschen|vertauschen))?[\s.!?]*$/iu
const noting = /^\s*(?:please |bitte )?(?:(?:add|put|write|attach|schreibe?|mach|ergänze?|füge?) )?(?:(?:a|the|another|eine|die|noch eine) )?(?:note|notiz) (?:to|on|at|for|zu|zum|zur|an|bei|beim|für) (?:the |our |my |dem |der |den |die |das )?(.+?)(?:\s*:\s*|,? (?:saying|that|dass) )(.+)$/isu
const clearing = /^\s*(?:please |bitte |can you )?(?:clear|free up|keep free)\b|frei ?(?:räumen|machen)[\s.!]*$/i
const copying = /^\s*(?:please |bitte )?(?:copy|duplicate|repeat|kopiere?|dupliziere?|wiederhole?) (?:the |our |my |den |die |das )?(.+?) (?:to|on|for|auf|am|nach)\s/iu
const handing = /^\s*(?:please |bitte )?(?:assign|give|hand|gib|übergib|übertrage?) (?:the |our |my |den |die |das )?(.+?) (?:to|an) \S.*$/iu
const all = /\b(?:everything|all|alles|alle(?: termine)?|sämtliche\w*)\b/i
const finding = /^\s*(?:please |bitte |can you |could you |kannst du |könntest du )*(?:find|look for|such\w*|finde?)(?: (?:me|us|mir|uns))? .*\b(?:time|hours?|minutes?|mins?|slot|evening|afternoon|morning|zeit|stunden?|minuten?|termin|abend|nachmittag|vormittag)\b/i
/** "Find time to train for a marathon": a row of times is planned, not found. */
const rows = /\b(?:every|each|a week|per week|times|daily|jede\w*|täglich|pro woche|mal)\b/i

export const isFinding = (text: string): boolean => finding.test(text) && !rows.test(text)

/** Undefined where the message asks for none of these. */
export async function rearrange(request: HouseholdRequest, text: string, world: World): Promise<Arranged | undefined> {
  if (request.intent === 'change') {
    const [, first, second] = swapping.exec(text) ?? []
    if (first !== undefined && second !== undefined) return swap(first, second, request, world)
    const [, what, note] = noting.exec(text) ?? []
    if (what !== undefined && note !== undefined) return annotate(what, note.trim(), request, world)
  }
  if (request.intent === 'cancel' && request.start !== undefined && clearing.test(text)) return cancel({ ...request, title: 'everything', people: [] }, world)
  const [, copied] = request.start === undefined ? [] : copying.exec(text) ?? []
  if (copied !== undefined) return copy(copied, request, world)
  if (request.intent === 'change' || request.intent === 'create') {
    const [, chore] = handing.exec(text) ?? [], [to] = request.people.flatMap(({ id }) => (id === undefined ? [] : [id]))
    if (chore !== undefined && to !== undefined) return hand(chore, to, world)
  }
  if (request.intent === 'move' && request.source !== undefined && request.start !== undefined && all.test(request.title ?? '') && soughtOf({ title: (request.title ?? '').replace(all, ' '), people: [] }, world.household).words.length === 0) return moveDay(request, world)
  return (request.intent === 'plan' || request.intent === 'ask') && isFinding(text) ? findTime(request, text, world) : undefined
}

/** Another of its kind, on another day at the same hour. */
async function copy(what: string, request: HouseholdRequest, world: World): Promise<Arranged> {
  const event = await one(what, request, world)
  if (!('start' in event)) return event
  const { zone } = world.household, said = request.start ?? '', { instanceOf: _, repeats: _repeats, ical: _ical, ...fields } = event
  const start = event.allDay ? instantOf(said.slice(0, 10), zone) : said.length === 16 && request.says !== 'day' ? instantOf(said, zone) : wallToInstant(`${said.slice(0, 10)}T${wallOf(event.start, zone).slice(11)}`, zone)
  const after: CalendarEvent = { ...fields, id: world.newId(), start, end: endFrom(event, start) }
  const clash = await clashesOf(after, world)
  return clash.ok ? { changes: [{ kind: 'add', after }], says: [world.words.added(after.title, world.words.when(after)), ...clash.value], checks: [] } : { problem: clash.problem }
}

/** A chore goes to somebody: this turn of it where turns are taken, else it is theirs. */
async function hand(what: string, to: string, world: World): Promise<Arranged | undefined> {
  const [task, other] = findTasks(soughtOf({ title: what, people: [] }, world.household), world.tasks)
  if (task === undefined || other !== undefined) return undefined
  const after = turnOf(task) === undefined ? { ok: true as const, value: { ...task, people: [to] } } : await world.mark(task, { kind: 'swap', with: to })
  if (!after.ok) return { problem: after.problem }
  return { changes: [{ kind: 'edit-task', before: task, after: after.value }], says: [turnOf(task) === undefined ? world.words.changed(task.title, nameOf(to, world)) : world.words.turn(task.title, nameOf(to, world), world.words.due(after.value.due))], checks: [] }
}

/** The next event a part of the message names. */
async function one(part: string, request: HouseholdRequest, world: World): Promise<CalendarEvent | Made | Asked | Failed> {
  const people = request.people.filter(({ name }) => part.toLowerCase().includes((name.split(' ')[0] ?? name).toLowerCase()))
  const events = await findEvents(soughtOf({ title: part, people }, world.household), windowOf({}, world, false), world)
  if (!events.ok) return { problem: events.problem }
  const [found, other] = eachOnce(events.value)
  if (found === undefined) return says(world.words.notFound(part))
  return other === undefined ? found : asks(world.words.which(part))
}

async function moved(event: CalendarEvent, to: Instant, world: World, besides: readonly string[] = []): Promise<Made | Failed> {
  const { words } = world, { id, instanceOf: _, ...fields } = event, end = endFrom(event, to)
  const saved = await world.diary.toSave(id, { ...fields, start: to, end }, 'one')
  if (!saved.ok) return { problem: saved.problem }
  const clash = await clashesOf({ ...saved.value.event, start: to, end }, world)
  if (!clash.ok) return { problem: clash.problem }
  // What moves too is in nobody's way.
  const clashes = clash.value.some((line) => besides.some((title) => line.includes(title))) ? [] : clash.value
  return { changes: saved.value.changes, says: [words.moved(event.title, words.when(event), words.when({ ...event, start: to, end })), ...clashes], checks: event.instanceOf === undefined ? [] : [words.onlyOnce] }
}

const together = (made: readonly Made[]): Made => ({ changes: joined(made.flatMap(({ changes }) => changes)), says: made.flatMap((one) => one.says), checks: [...new Set(made.flatMap(({ checks }) => checks))] })

async function swap(a: string, b: string, request: HouseholdRequest, world: World): Promise<Arranged> {
  const first = await one(a, request, world)
  if (!('start' in first)) return first
  const second = await one(b, request, world)
  if (!('start' in second)) return second
  if (first.id === second.id) return asks(world.words.whichOne)
  const there = await moved(first, second.start, world, [second.title])
  if (!('changes' in there)) return there
  const back = await moved(second, first.start, world, [first.title])
  return 'changes' in back ? together([there, back]) : back
}

async function annotate(what: string, note: string, request: HouseholdRequest, world: World): Promise<Arranged> {
  const event = await one(what, request, world)
  if (!('start' in event)) return event
  const { id, instanceOf: _, ...fields } = event
  const draft: EventDraft = { ...fields, note: [event.note?.trim() ?? '', `${note.charAt(0).toUpperCase()}${note.slice(1)}`].filter((part) => part !== '').join('\n').slice(0, 4000) }
  const saved = await world.diary.toSave(id, draft, request.scope ?? 'one')
  return saved.ok ? { changes: saved.value.changes, says: [world.words.changed(event.title, `${world.words.when(event)}, ${note}`)], checks: event.instanceOf === undefined ? [] : [world.words.onlyOnce] } : { problem: saved.problem }
}

/** Every event of a day, to the same hour of another. */
async function moveDay(request: HouseholdRequest, world: World): Promise<Arranged> {
  const { words, household } = world, day = (request.start ?? '').slice(0, 10)
  const around = await world.diary.between(...windowOf(request, world, false))
  if (!around.ok) return { problem: around.problem }
  // What only reaches into the day begins on another.
  const own = around.value.filter((event) => wallOf(event.start, household.zone).slice(0, 10) === (request.source ?? '').slice(0, 10))
  if (own.length === 0) return says(words.nothing(words.day(instantOf((request.source ?? day).slice(0, 10), household.zone), household.zone)))
  const made: Made[] = []
  for (const event of own) {
    const to = event.allDay ? instantOf(day, household.zone) : wallToInstant(`${day}T${wallOf(event.start, household.zone).slice(11)}`, household.zone)
    const next = await moved(event, to, world, own.map(({ title }) => title))
    if (!('changes' in next)) return next
    made.push(next)
  }
  return together(made)
}

const HOUR = 60
/** The first time that suits everybody named and whoever asks, in the stretch that is named or the coming week: proven by the planner. */
async function findTime(request: HouseholdRequest, text: string, world: World): Promise<Arranged> {
  const { words, household, now } = world, { zone } = household
  const named = peopleOf(request, world)
  if ('ask' in named) return named
  const me = whoIsMe(world), people = [...new Set([...named.ids, ...(me === undefined ? [] : [me])])]
  const minutes = request.duration === undefined ? HOUR : Math.max(1, Temporal.Duration.from(request.duration).total({ unit: 'minutes', relativeTo: '2026-01-01' }))
  const today = Temporal.Instant.from(now).toZonedDateTimeISO(zone).toPlainDate()
  const said = request.start ?? today.toString(), isDay = said.length === 10
  const end = request.end === undefined ? instantOf(Temporal.PlainDate.from(said.slice(0, 10)).add({ days: request.start === undefined ? 7 : 1 }).toString(), zone) : instantOf(request.end, zone)
  const wanted = isDay ? wallToInstant(`${said}T10:00`, zone) : instantOf(said, zone), start = fromInstant(wanted) < fromInstant(now) ? now : wanted
  const event: CalendarEvent = { id: world.newId(), title: titleOf(text, request), start, end: toInstant(fromInstant(start) + minutes * 60_000), zone, allDay: false, people }
  const week = await world.diary.between(toInstant(fromInstant(start) - 86_400_000), toInstant(fromInstant(start) + 8 * 86_400_000))
  if (!week.ok) return { problem: week.problem }
  const free = await world.nearestFree(event, week.value)
  if (free === undefined || fromInstant(free) + minutes * 60_000 > fromInstant(end)) return says(words.noneFree(words.length(minutes)))
  const after = { ...event, start: free, end: toInstant(fromInstant(free) + minutes * 60_000) }
  return { changes: [{ kind: 'add', after }], says: [words.added(after.title, words.when(after))], checks: request.duration === undefined ? [words.assumed(words.length(minutes))] : [] }
}

/** "Find an hour for a walk with Tom this weekend" is about a walk. */
function titleOf(text: string, request: HouseholdRequest): string {
  const [, what = ''] = /\b(?:for|für|to|um)\s+(?:(?:a|an|the|our|my|einen|eine|ein|den|die|das)\s+)?([^\0]+)/iu.exec(withoutRead(text, request, '\0')) ?? []
  const bare = what.replace(/\s+(?:with|and|on|at|in|this|next|mit|und|am|im|in|an|diese\w*|nächste\w*)\s*$/i, '').replace(/[\s.!?,]+$/, '').trim(), title = bare === '' ? text.trim() : bare
  return `${title.charAt(0).toUpperCase()}${title.slice(1)}`.slice(0, 300)
}
