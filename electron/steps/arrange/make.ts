/** What is new: an event, a chore, a to-do, a reminder of something that is not in the calendar. */
import type { CalendarEvent, Change, Repeats } from '../../../shared/calendar.ts'
import { ok, type Result } from '../../../shared/result.ts'
import type { Task } from '../../../shared/tasks.ts'
import { fromInstant, Temporal, toInstant, type Instant } from '../../../shared/time.ts'
import type { HouseholdRequest, Repetition } from '../../../shared/understanding.ts'
import { clashesOf } from './clashes.ts'
import { alike, contentWords, eachOnce, findEvents, soughtOf } from './find.ts'
import { peopleOf } from './people.ts'
import { asks, dueOf, instantOf, type Arranged, type World } from './world.ts'

const HOUR = 60
/** Work about the house that comes back, and is done rather than attended. */
const chore = /(?<!\p{L})(?:bins?|trash|rubbish|garbage|recycling|laundry|dishes|water the|feed|vacuum|hoover|mow|clean|tidy|wash|empty|change the (?:beds?|sheets|filter)|take out|sweep|iron(?:ing)?|pay|transfer|gutters?|descale|defrost|müll|tonnen?|gelber? sack|wäsche|spül\w*|gießen|füttern|saugen|putzen|reinigen|wischen|fegen|kehren|staubsaugen|aufräumen|rasen mähen|ausräumen|bügeln|überweisen|bezahlen|zahlen|entkalken|abtauen|lüften)(?!\p{L})/iu
const turns = /\b(?:alternat\w*|take turns|taking turns|in turn|rotat\w*|abwechselnd|im wechsel)\b/i
const medicine = /\b(?:tablets?|pills?|medicine|medication|antibiotics?|antibiotik\w*|inhaler|insulin|drops|vitamins?|tabletten?|medizin|medikamente?|tropfen|insulin|spritze)\b/i

/** "Bins out, alternate between Tom and me" is called "Bins out", "Emma has ballet" "Ballet". */
const titleFor = ({ title = '' }: HouseholdRequest): string => {
  const bare = title.replace(/^(?:all[- ]?day )?event: ?/i, '').replace(/,? ganztägig$/i, '').replace(/(?<!\p{L})(raus|rein|ab|an|auf|aus|ein|mit|nach|vor|weg|um|zurück|hin|her|durch|zusammen|hoch|runter|heraus|hinaus)zu(\p{Ll}+en)$/u, '$1$2').replace(/(?<=\p{L}) zu (\p{Ll}{3,}n)$/u, ' $1').replace(/^(?:habe|hat|haben) (?:ich|wir|\p{Lu}\p{L}+) (?:(?:einen|eine|ein) )?(?=\p{L}{3,})/iu, '').replace(/^kommen (?=\p{Lu})/u, '').replace(/^(?:\p{L}+(?: (?:and|und) \p{L}+)?|we|i|wir|ich) (?:has|have|hat|haben) (?:(?:a|an|eine?n?) )?(?=\p{L}{3,})/iu, '').replace(/[\s,;–-]*\b(?:alternat\w*|take turns|taking turns|in turn|rotat\w*|abwechselnd|im wechsel)\b.*$/i, '').replace(/\s+([,.!?])/g, '$1').replace(/[\s,;:–-]+$/, '').trim()
  return bare === '' ? bare : `${bare.charAt(0).toUpperCase()}${bare.slice(1)}`
}

export const repeatsOf = ({ rrule, exdates }: Repetition, zone: string): Repeats => ({ rrule, rdates: [], exdates: exdates.map((date) => instantOf(date, zone)) })

export async function make(request: HouseholdRequest, world: World): Promise<Arranged> {
  const { household, words, now } = world
  const title = titleFor(request)
  if (title === '') return asks(words.whatTitle)
  const people = peopleOf(request, world)
  if ('ask' in people) return people
  const [vague] = request.repetition?.exceptions ?? []
  if (vague !== undefined) return asks(words.exceptions(vague))
  const over = request.start ?? request.due
  if (over !== undefined && request.repetition === undefined && fromInstant(instantOf(over.length === 10 ? Temporal.PlainDate.from(over).add({ days: 1 }).toString() : over, household.zone)) <= fromInstant(now)) return asks(words.past(words.due(dueOf(over, household.zone))))

  const repeated = request.repetition !== undefined
  // "Take turns", and nobody is named: all adults do.
  const everybody = household.people.filter(({ role }) => role === 'adult').map(({ id }) => id)
  const inTurn = repeated && people.ids.length === 0 && everybody.length > 1 && turns.test(request.title ?? '')
  if (inTurn) return makeTask({ ...request, rotates: true }, title, everybody, world)
  const isTask = request.rotates || request.due !== undefined || (request.start === undefined && !repeated) || (repeated && (chore.test(title) || medicine.test(title)))
  return isTask ? makeTask(request, title, people.ids, world) : makeEvent(request, title, people.ids, world)
}

function makeTask(request: HouseholdRequest, title: string, people: readonly string[], { household, words, newId }: World): Arranged {
  const { zone } = household
  const said = request.due ?? request.start
  const due = said === undefined ? undefined : dueOf(said, zone)
  const rotation = request.rotates && people.length > 1 ? 'fixed' : 'together'
  const [first] = people
  const task: Task = {
    id: newId(), title, people: [...people], rotation, ...(rotation === 'fixed' && first !== undefined ? { turn: first } : {}),
    ...(due === undefined ? {} : { due }),
    ...(due === undefined || request.repetition === undefined ? {} : { repeats: { from: 'due', rrule: request.repetition.rrule, since: due.at } }),
    effort: request.duration === undefined ? 15 : Math.max(1, Temporal.Duration.from(request.duration).total('minutes')), checklist: [], reminders: remindersOf(request), medicine: medicine.test(title), done: [],
  }
  const names = household.people.filter(({ id }) => people.includes(id)).sort((a, b) => people.indexOf(a.id) - people.indexOf(b.id)).map(({ name, aliases }) => aliases[0] ?? name)
  // How it repeats is among the readings; here stands the first time.
  const day = words.due(task.due), when = request.due === undefined ? day : words.by(day)
  const line = task.repeats === undefined ? words.todo(title, when) : words.chore(title, when, rotation === 'fixed' ? words.list(names) : '')
  return { changes: [{ kind: 'add-task', after: task }], says: [line], checks: [] }
}

async function makeEvent(request: HouseholdRequest, title: string, people: readonly string[], world: World): Promise<Arranged> {
  const { household, words, newId } = world, { zone } = household
  const from = request.repetition?.start ?? request.start
  if (from === undefined) throw new Error('an event without a start')
  const allDay = from.length === 10, start = instantOf(from, zone)
  const length = await lengthOf(request, start, title, people, world)
  if (!length.ok) return { problem: length.problem }
  const { end, remark } = length.value
  const [place] = request.places.flatMap(({ id }) => (id === undefined ? [] : [id]))
  const reminders = remindersOf(request)
  const event: CalendarEvent = {
    id: newId(), title, start, end, zone, allDay, people: [...people], ...(place === undefined ? {} : { placeId: place }),
    ...(request.repetition === undefined ? {} : { repeats: repeatsOf(request.repetition, zone) }), ...(reminders.length === 0 ? {} : { reminders }),
  }
  const clash = await clashesOf(event, world)
  if (!clash.ok) return { problem: clash.problem }
  return { changes: [{ kind: 'add', after: event } satisfies Change], says: [words.added(title, words.when(event)), ...clash.value], checks: remark === undefined ? [] : [remark] }
}

export const remindersOf = ({ reminders }: HouseholdRequest): number[] => [...new Set(reminders.map((length) => Math.min(40_320, Math.max(0, Math.round(Temporal.Duration.from(length).total({ unit: 'minutes', relativeTo: '2026-01-01' }))))))]

/** As said; else as long as the last one of that name; else an hour. What was assumed is said. */
async function lengthOf(request: HouseholdRequest, start: Instant, title: string, people: readonly string[], world: World): Promise<Result<{ readonly end: Instant; readonly remark?: string }>> {
  const { household, words } = world, { zone } = household
  const from = request.repetition?.start ?? request.start ?? ''
  const day = Temporal.PlainDate.from(from.slice(0, 10))
  if (from.length === 10) {
    const days = request.end !== undefined ? Math.max(1, day.until(Temporal.PlainDate.from(request.end.slice(0, 10))).days) : request.duration === undefined ? 1 : Math.max(1, Math.round(Temporal.Duration.from(request.duration).total({ unit: 'days', relativeTo: day })))
    return ok({ end: instantOf(day.add({ days }).toString(), zone) })
  }
  const after = (minutes: number): Instant => toInstant(fromInstant(start) + minutes * 60_000)
  if (request.end !== undefined && fromInstant(instantOf(request.end, zone)) > fromInstant(start)) return ok({ end: instantOf(request.end, zone) })
  if (request.duration !== undefined) return ok({ end: after(Math.max(1, Temporal.Duration.from(request.duration).total({ unit: 'minutes', relativeTo: day.toString() }))) })
  const past = await findEvents(soughtOf({ title, people: people.map((id) => ({ name: id, id })) }, household), [toInstant(fromInstant(world.now) - 180 * 86_400_000), toInstant(fromInstant(world.now) + 60 * 86_400_000)], world)
  if (!past.ok) return past
  const own = new Set(contentWords(title)), names = new Set(household.people.flatMap(({ name, aliases }) => [name, ...aliases].flatMap(contentWords)))
  // "Early shift, with the car" is no measure for "car": most of what it is called has to be meant.
  const isLike = (event: CalendarEvent): boolean => { const theirs = contentWords(event.title).filter((word) => !names.has(word)); return theirs.filter((word) => [...own].some((other) => alike(word, other))).length * 2 >= theirs.length }
  const like = eachOnce(past.value.filter((event) => !event.allDay && isLike(event))).at(-1)
  const minutes = like === undefined ? HOUR : Math.round((fromInstant(like.end) - fromInstant(like.start)) / 60_000)
  return ok({ end: after(minutes), remark: like === undefined ? words.assumed(words.length(minutes)) : words.lengthOfLast(words.length(minutes)) })
}

/** "Remind Lena to call Grandma" is a call, for Lena; "Lena daran, Oma anzurufen" too. */
function withoutAddressee(title: string, { people }: HouseholdRequest): string {
  const [first] = people
  if (first === undefined) return title
  const rest = people.map(({ name }) => name.split(' ')[0] ?? name).concat(title.split(' ')[0] ?? '').flatMap((name) => { const found = new RegExp(`^${name.replace(/[^\\p{L}\\p{N} -]/gu, '.')},? (?:to |daran, (?:dass )?|an(?:s| das| die| den)? )(.+)$`, 'iu').exec(title)?.[1]; return found === undefined ? [] : [found] })[0]
  return rest === undefined ? title : `${rest.charAt(0).toUpperCase()}${rest.slice(1)}`
}

/** "Remind me to …": a to-do with a time, reminded of when it comes. */
export function makeReminder(request: HouseholdRequest, world: World): Arranged {
  const people = peopleOf(request, world)
  if ('ask' in people) return people
  // "Remind me in twenty minutes": of nothing but the time.
  const title = withoutAddressee(titleFor(request), request) || world.words.reminder
  const made = makeTask({ ...request, rotates: false }, title, people.ids, world)
  if (!('changes' in made)) return made
  return { ...made, changes: made.changes.map((change) => (change.kind === 'add-task' ? { ...change, after: { ...change.after, reminders: change.after.reminders.length > 0 ? change.after.reminders : change.after.due === undefined ? [] : [0] } } : change)) }
}
