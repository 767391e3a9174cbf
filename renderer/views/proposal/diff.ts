/** A change in words: what it is about, when, and of an edit only what differs, as before and after. Pure. */
import { eventOf, isEventChange, titleOf, type CalendarEvent, type Change, type EntryChange, type HouseholdEntry } from '../../../shared/calendar.ts'
import type { Household } from '../../../shared/household.ts'
import type { Due, Task, TaskRepeats } from '../../../shared/tasks.ts'
import { timeInWords } from '../../ui/habits.ts'
import { reminderInWords } from '../../ui/reminder-words.ts'
import { repeatsInWords, ruleInWords } from '../../ui/rule-words.ts'
import { clockTime, namedDay, shortDay } from '../../ui/when.ts'
import { strings } from './strings.ts'

/** null = there is nothing of it before, or after. */
export interface Line { readonly label: string; readonly before: string | null; readonly after: string | null }
export interface Described {
  readonly sort: 'add' | 'edit' | 'remove'
  readonly title: string
  /** What kind of thing, where it is no event. */
  readonly kind: string | null
  /** When it is, and where an edit moves it, when it was. */
  readonly when: { readonly before: string | null; readonly after: string | null }
  readonly lines: readonly Line[]
}

/** What the words need to know: the household whose ids stand in the change, and the time. */
export interface Known { readonly household: Pick<Household, 'people' | 'places' | 'devices'> | null; readonly now: number }

/** One thing that can be said of it; null = nothing. */
type Facet = readonly [label: string, value: string | null]

const words = strings.lines

export const describe = (change: Change, known: Known): Described => {
  const title = titleOf(change)
  if (change.kind === 'household') return { sort: change.before === null ? 'add' : change.after === null ? 'remove' : 'edit', title, kind: kindOf(change), when: { before: null, after: null }, lines: entryLines(change, known) }
  if (isEventChange(change)) return describeEvent(change, title, known)
  const lines = change.kind === 'edit-task'
    ? [...changedTitle(change.before.title, title), ...changed(taskFacets(change.before, known), taskFacets(change.after, known)), ...changedText(words.note, change.before.note, change.after.note)]
    : change.kind === 'add-task' ? given([...taskFacets(change.after, known), [words.note, change.after.note ?? null]]) : []
  const task = change.kind === 'remove-task' ? change.before : change.after
  const [sort, before] = change.kind === 'add-task' ? ['add', null] as const : change.kind === 'remove-task' ? ['remove', null] as const : ['edit', dueInWords(change.before.due, known)] as const
  const due = dueInWords(task.due, known)
  return { sort, title, kind: task.list ?? (task.repeats === undefined ? strings.kinds.task : strings.kinds.chore), when: { before: before === due ? null : before, after: due }, lines }
}

function describeEvent(change: Extract<Change, { kind: 'add' | 'edit' | 'remove' }>, title: string, known: Known): Described {
  const event = eventOf(change)
  const after = when(event, known)
  if (change.kind === 'remove') return { sort: 'remove', title, kind: null, when: { before: null, after }, lines: event.repeats === undefined ? [] : given(repeatFacets(event)) }
  if (change.kind === 'edit') {
    const { before } = change
    const was = when(before, known)
    const lines = [...changedTitle(before.title, title), ...changed(eventFacets(before, known), eventFacets(event, known)), ...leftOut(before, event), ...changedText(words.note, before.note, event.note)]
    return { sort: 'edit', title, kind: null, when: { before: was === after ? null : was, after }, lines }
  }
  const lines = given([...eventFacets(event, known), [words.note, event.note ?? null]])
  // A time that becomes an event of its own is one that was moved or changed, not one more.
  const { instanceOf } = event
  if (instanceOf === undefined) return { sort: 'add', title, kind: null, when: { before: null, after }, lines }
  const was = event.start === instanceOf.at ? null : moment(instanceOf.at, event, known)
  return { sort: 'edit', title, kind: strings.kinds.oneTime, when: { before: was, after }, lines }
}

const eventFacets = (event: CalendarEvent, known: Known): readonly Facet[] => [
  [words.who, names(event.people, known)],
  [words.where, event.placeId === undefined ? null : nameIn(known.household?.places, event.placeId)],
  [words.device, event.deviceId === undefined ? null : unlessSaid(nameIn(known.household?.devices, event.deviceId), event.title)],
  ...repeatFacets(event),
  [words.reminders, reminders(event.reminders ?? [], event.allDay)],
  [words.free, event.free === true ? words.isFree : null],
]

/** Without the dates taken out, which are named one by one. */
const repeatFacets = (event: CalendarEvent): readonly Facet[] => {
  const said = repeatsInWords(event.repeats === undefined ? event : { ...event, repeats: { ...event.repeats, exdates: [] } })
  return [[words.repeats, said === null ? null : said.rule === null ? said.says : `${said.says}: ${said.rule}`]]
}

/** The times of a series that are taken out of it or put back. */
const leftOut = (before: CalendarEvent, after: CalendarEvent): readonly Line[] => {
  const [was, is] = [before.repeats?.exdates ?? [], after.repeats?.exdates ?? []]
  const days = (dates: readonly string[], others: readonly string[]): string => dates.filter((date) => !others.includes(date)).map((date) => shortDay(date, after.zone)).join(', ')
  const [out, back] = [days(is, was), days(was, is)]
  return [...(out === '' ? [] : [{ label: words.leftOut, before: null, after: out }]), ...(back === '' || after.repeats === undefined ? [] : [{ label: words.putBack, before: null, after: back }])]
}

const taskFacets = (task: Task, known: Known): readonly Facet[] => [
  [words.repeats, taskRepeats(task.repeats, task.due?.zone)],
  [words.who, task.people.length === 0 ? null : strings.rotations[task.rotation](names(task.people, known) ?? '')],
  [words.turn, task.turn === undefined ? null : nameIn(known.household?.people, task.turn)],
  // What is bought or packed takes no time of its own.
  [words.effort, task.list === undefined ? strings.minutes(task.effort) : null],
  [words.checklist, task.checklist.length === 0 ? null : task.checklist.map(({ text, done }) => (done ? `${text} ✓` : text)).join(', ')],
  [words.reminders, reminders(task.reminders, task.due?.allDay ?? false)],
  [words.nag, task.nag === undefined ? null : strings.nag(task.nag)],
  [words.medicine, task.medicine ? words.isMedicine : null],
  [words.done, task.doneAt === undefined ? null : words.isDone],
]

const taskRepeats = (repeats: TaskRepeats | undefined, zone = 'UTC'): string | null => {
  if (repeats === undefined) return null
  return repeats.from === 'done' ? strings.afterDone(repeats.days) : ruleInWords(repeats.rrule, repeats.since, zone) ?? `${words.ownRule}: ${repeats.rrule}`
}

const kindOf = ({ before, after }: EntryChange): string => { const list = (after ?? before)?.list; return list === undefined ? '' : strings.kinds[list] }

const entryLines = ({ before, after }: EntryChange, known: Known): readonly Line[] => {
  if (after === null) return []
  if (before === null) return given(entryFacets(after, known)).concat(given([[textLabel(after), textOf(after) ?? null]]))
  const [was, is] = [nameOf(before), nameOf(after)]
  return [...changedTitle(was, is), ...changed(entryFacets(before, known), entryFacets(after, known)), ...changedText(textLabel(after), textOf(before), textOf(after))]
}

const nameOf = (entry: HouseholdEntry): string => titleOf({ kind: 'household', before: null, after: entry })
const textOf = (entry: HouseholdEntry): string | undefined => (entry.list === 'notes' ? entry.entry.text : entry.list === 'people' || entry.list === 'places' ? entry.entry.note : undefined)
const textLabel = ({ list }: HouseholdEntry): string => (list === 'notes' ? words.text : words.note)

const entryFacets = (entry: HouseholdEntry, known: Known): readonly Facet[] => {
  switch (entry.list) {
    case 'people': { const { role, aliases, born, phone, email } = entry.entry; return [[words.role, strings.roles[role]], [words.aliases, listed(aliases)], [words.born, born ?? null], [words.phone, phone ?? null], [words.email, email ?? null]] }
    case 'places': { const { aliases, address, phone } = entry.entry; return [[words.aliases, listed(aliases)], [words.address, address ?? null], [words.phone, phone ?? null]] }
    case 'devices': { const { aliases, powerKw, runMinutes } = entry.entry; return [[words.aliases, listed(aliases)], [words.power, `${String(powerKw)} kW`], [words.run, strings.minutes(runMinutes)]] }
    case 'tariffs': return [[words.currency, entry.entry.currency]]
    case 'house': return [[words.zone, entry.entry.zone], [words.cap, `${String(entry.entry.capKw)} kW`]]
    case 'routines': { const { aliases, people, days, from, to, quiet } = entry.entry; return [[words.days, strings.days(days)], [words.time, `${timeInWords(from)} – ${timeInWords(to)}`], [words.who, names(people, known)], [words.aliases, listed(aliases)], [words.quiet, quiet ? words.isQuiet : null]] }
    case 'rules': return [[words.rule, strings.ruleKinds[entry.entry.kind]]]
    case 'notes': return []
  }
}

/** Lines for what there is. */
const given = (facets: readonly Facet[]): Line[] => facets.flatMap(([label, value]) => (value === null || value === '' ? [] : [{ label, before: null, after: value }]))
/** Lines for what differs; both lists have the same labels. */
const changed = (before: readonly Facet[], after: readonly Facet[]): readonly Line[] => after.flatMap(([label, value], index) => { const was = before[index]?.[1] ?? null; return was === value ? [] : [{ label, before: was, after: value }] })
const changedTitle = (before: string, after: string): readonly Line[] => (before === after ? [] : [{ label: words.title, before, after }])
/** Of a text that only grew, what was added. */
const changedText = (label: string, before = '', after = ''): readonly Line[] => {
  if (before === after) return []
  if (before !== '' && after.startsWith(before)) return [{ label: words.addedTo(label), before: null, after: after.slice(before.length).replace(/^[\s;,.]+/, '') }]
  return [{ label, before: before === '' ? null : before, after: after === '' ? null : after }]
}

/** Somebody or something that is no longer in the household is not named. */
const nameIn = (list: readonly { readonly id: string; readonly name: string }[] | undefined, id: string): string => list?.find((one) => one.id === id)?.name ?? strings.unknown
const names = (ids: readonly string[], { household }: Known): string | null => listed(ids.map((id) => household?.people.find((one) => one.id === id)?.name ?? strings.somebody))
const listed = (texts: readonly string[]): string | null => (texts.length === 0 ? null : texts.join(', '))
const unlessSaid = (name: string, title: string): string | null => (title.includes(name) ? null : name)
const reminders = (minutes: readonly number[], allDay: boolean): string | null => listed(minutes.map((one) => reminderInWords(one, allDay)))

const when = (event: CalendarEvent, { now }: Known): string => {
  const { start, end, zone, allDay } = event
  const day = namedDay(start, zone, now)
  if (allDay) { const last = namedDay(lastDayOf(end), zone, now); return last === day ? day : `${day} – ${last}` }
  const endDay = namedDay(end, zone, now)
  return `${day} ${clockTime(start, zone)} – ${endDay === day ? '' : `${endDay} `}${clockTime(end, zone)}`
}
/** A moment of the day before the midnight it ends at. */
const lastDayOf = (end: string): string => new Date(Date.parse(end) - 3_600_000).toISOString()
const moment = (at: string, { zone, allDay }: Pick<CalendarEvent, 'zone' | 'allDay'>, { now }: Known): string => (allDay ? namedDay(at, zone, now) : `${namedDay(at, zone, now)} ${clockTime(at, zone)}`)
const dueInWords = (due: Due | undefined, known: Known): string | null => (due === undefined ? null : strings.due(moment(due.at, due, known)))
