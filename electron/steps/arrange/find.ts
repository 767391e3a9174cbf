/** Which event or task a sentence means: by its words, its people, its day. */
import type { CalendarEvent } from '../../../shared/calendar.ts'
import type { Household } from '../../../shared/household.ts'
import { fail, ok, type Result } from '../../../shared/result.ts'
import type { Task } from '../../../shared/tasks.ts'
import { fromInstant, Temporal, toInstant, type Instant } from '../../../shared/time.ts'
import type { HouseholdRequest } from '../../../shared/understanding.ts'
import { instantOf, type World } from './world.ts'

/** How far ahead "the dentist" is looked for, in days. */
const AHEAD = 400
const DAY_MS = 86_400_000

const small = new Set('the a an our my your his her their this that these those next all every each of for with at on in to from and or but only lesson lessons appointment appointments again please once week weeks month day days today tomorrow it one ones session sessions event events moves moved is are was der die das den dem des ein eine einen einem einer unser unsere unseren mein meine meinen alle alles jeder jede jedes nur für mit am um im in zu zum zur vom von und oder termin termine stunde verschieben verschiebt absagen bitte wieder diese dieser diesen nächste nächsten nächster wird auf rather instead actually lieber besser stattdessen doch wurde wurden worden long dauert jetzt now lasts takes'.split(' '))

/** The words that say what a thing is: without small words, plurals and possessives. */
export const contentWords = (text: string): string[] => (text.toLowerCase().replace(/wi-fi/g, 'wifi').match(/[\p{L}\p{N}]+(?:['’][\p{L}]+)?/gu) ?? []).map((word) => word.replace(/['’]s?$/, '').replace(/['’]s$/, '')).filter((word) => word.length > 1 && !small.has(word))

/** "Lesson" and "lessons", "Zahnarzt" in "Zahnarzttermin". */
export const alike = (a: string, b: string): boolean => a === b || (Math.min(a.length, b.length) >= 4 && (a.startsWith(b) || b.startsWith(a))) || (a.length >= 3 && `${a}s` === b) || (b.length >= 3 && `${b}s` === a) || isHead(a, b) || isHead(b, a)

/** "Tonne" is what "Mülltonnen" are. */
const isHead = (head: string, compound: string): boolean => head.length >= 5 && compound.length > head.length + 2 && new RegExp(`${RegExp.escape(head.replace(/(?:en|n|e|s)$/, ''))}(?:en|n|e|s)?$`).test(compound)

/** Every word of a person's or place's names. */
const nameWords = (entries: readonly { readonly name: string; readonly aliases: readonly string[] }[]): Set<string> => new Set(entries.flatMap(({ name, aliases }) => [name, ...aliases].flatMap(contentWords)))

/** A message without the times and names that were read in it; each letter of them stands as `gap`. */
export const withoutRead = (text: string, { readings }: Pick<HouseholdRequest, 'readings'>, gap: string): string =>
  readings.reduce((rest, { span }) => (span === undefined ? rest : `${rest.slice(0, span.start)}${gap.repeat(span.end - span.start)}${rest.slice(span.end)}`), text)

interface Sought { readonly words: readonly string[]; readonly people: readonly string[] }

/** What is looked for: the words of the title that name nobody of the household, and the people it names. */
export function soughtOf({ title = '', people }: Pick<HouseholdRequest, 'title' | 'people'>, household: Household): Sought {
  const ids = people.flatMap(({ id }) => (id === undefined ? [] : [id]))
  const named = nameWords(household.people.filter(({ id }) => ids.includes(id)))
  const isName = (word: string): boolean => named.has(word) || (word.endsWith('s') && named.has(word.slice(0, -1)))
  return { words: contentWords(title).filter((word) => !isName(word)), people: ids }
}

const wordsOfEvent = ({ title, placeId }: CalendarEvent, household: Household): string[] => {
  const place = household.places.find(({ id }) => id === placeId)
  return [...contentWords(title), ...(place === undefined ? [] : [place.name, ...place.aliases].flatMap(contentWords))]
}

export function fits(event: CalendarEvent, { words, people }: Sought, household: Household): boolean {
  const own = wordsOfEvent(event, household)
  if (!words.every((word) => own.some((other) => alike(word, other)))) return false
  // Who is named takes part in it, or is in its title.
  return people.every((id) => event.people.includes(id) || nameWords(household.people.filter((person) => person.id === id)).intersection(new Set(own)).size > 0)
}

/** Where it is looked for: the day or the stretch that is said, else from now on. */
export function windowOf(request: Pick<HouseholdRequest, 'start' | 'end' | 'source'>, world: World, usesStart: boolean): readonly [Instant, Instant] {
  const { zone } = world.household
  const said = request.source ?? (usesStart ? request.start : undefined)
  if (said === undefined) return [toInstant(fromInstant(world.now) - 3_600_000), toInstant(fromInstant(world.now) + AHEAD * DAY_MS)]
  const day = Temporal.PlainDate.from(said.slice(0, 10))
  const end = request.source === undefined && request.end !== undefined ? instantOf(request.end, zone) : instantOf(day.add({ days: 1 }).toString(), zone)
  return [instantOf(day.toString(), zone), fromInstant(end) > fromInstant(instantOf(day.toString(), zone)) ? end : instantOf(day.add({ days: 1 }).toString(), zone)]
}

/** Events that fit, by start. Nothing sought (no word, nobody) finds nothing. */
export async function findEvents(sought: Sought, [from, to]: readonly [Instant, Instant], world: World): Promise<Result<readonly CalendarEvent[]>> {
  if (sought.words.length === 0 && sought.people.length === 0) return ok([])
  const around = await world.diary.between(from, to)
  return around.ok ? ok(around.value.filter((event) => fits(event, sought, world.household))) : fail(around.problem)
}

/** One of each series, the earliest. */
export const eachOnce = (events: readonly CalendarEvent[]): CalendarEvent[] => [...new Map([...events].reverse().map((event) => [event.instanceOf?.seriesId ?? event.id, event])).values()].sort((a, b) => fromInstant(a.start) - fromInstant(b.start))

export const findTasks = (sought: Sought, tasks: readonly Task[]): Task[] =>
  sought.words.length === 0 ? [] : tasks.filter((task) => task.doneAt === undefined && sought.words.every((word) => contentWords(task.title).some((other) => alike(word, other))))
