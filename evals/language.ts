/** How well sentences are read: each against what it should be read as; what has to be asked back counts apart from what is confidently wrong. */
import { z } from 'zod'
import type { RequestContext } from '../electron/language/requests/read-requests.ts'
import { readRequests } from '../electron/language/requests/read-requests.ts'
import type { HouseholdRequest } from '../shared/understanding.ts'
import { HouseholdIntent, Requests } from '../shared/understanding.ts'
import { wallToInstant } from '../shared/time.ts'
import type { Evaluated } from './run.ts'

const Expected = z.strictObject({
  intent: HouseholdIntent,
  start: z.string().optional(), end: z.string().optional(), duration: z.string().optional(), rrule: z.string().optional(), title: z.string().optional(),
  people: z.array(z.string()).optional(), exdates: z.array(z.string()).optional(), reminders: z.array(z.string()).optional(),
  unclear: z.boolean().optional(),
})
type Expected = z.infer<typeof Expected>

const Named = z.union([z.string().transform((name) => ({ name })), z.looseObject({ name: z.string(), id: z.string().optional(), aliases: z.array(z.string()).optional() })])

const Line = z.looseObject({
  id: z.string(), text: z.string(), lang: z.string().default('en'),
  /** Wall time with its zone: `2026-11-22T10:00[Europe/Berlin]`. */
  now: z.string().regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d)?\[[\w/+-]+\]$/),
  /** What was said just before, for corrections. */
  before: z.string().optional(),
  household: z.object({ people: z.array(Named).default([]), places: z.array(Named).default([]) }).default({ people: [], places: [] }),
  expect: Expected.extend({ more: z.array(Expected).optional() }).optional(),
})
type Line = z.infer<typeof Line>

/** Phrases read before the clock counts. */
const WARM_UP = 300

/** Every third phrase, by the number in its id, was not looked at while the grammar was built. */
const isAside = (id: string): boolean => Number(/\d+$/.exec(id)?.[0] ?? 1) % 3 === 0

/** Gives per phrase what its first request is, and the others under `more`. Where a line says what is expected it prints who was right. */
export async function evaluateLanguage(lines: readonly string[]): Promise<Evaluated> {
  const phrases = lines.map((line) => Line.parse(JSON.parse(line)))
  for (let run = 0; run < WARM_UP; run++) for (const line of phrases.slice(run % phrases.length, (run % phrases.length) + 1)) read(line)
  const started = performance.now(), work = process.cpuUsage()
  const answers = phrases.map(read)
  const each = (performance.now() - started) / Math.max(1, phrases.length), { user, system } = process.cpuUsage(work)
  const verdicts = phrases.flatMap((line, i) => (line.expect === undefined ? [] : [{ id: line.id, verdict: judge(line.expect, answers[i]) }]))
  const built = verdicts.filter(({ id }) => !isAside(id)), aside = verdicts.filter(({ id }) => isAside(id))
  const summary = [
    `phrases          ${phrases.length}`,
    ...(verdicts.length === 0 ? [] : [shares('used to build', built), shares('kept aside', aside), `wrong            ${verdicts.filter(({ id, verdict }) => verdict !== 'right' && !isAside(id)).map(({ id, verdict }) => `${id} ${verdict}`).join(', ') || 'none'} (of those used to build)`]),
    `time             ${each.toFixed(3)} ms a phrase, ${((user + system) / 1000 / Math.max(1, phrases.length)).toFixed(3)} ms of it at work`,
  ].join('\n')
  return { lines: answers.map((answer) => JSON.stringify(answer)), summary }
}

type Verdict = 'right' | 'asked' | 'confidently wrong'

const shares = (name: string, verdicts: readonly { readonly verdict: Verdict }[]): string => {
  const share = (wanted: Verdict): string => { const count = verdicts.filter(({ verdict }) => verdict === wanted).length; return `${((100 * count) / Math.max(1, verdicts.length)).toFixed(1)} % (${count}) ${wanted}` }
  return `${name.padEnd(17)}${share('right')}, ${share('confidently wrong')}, ${share('asked')}, of ${verdicts.length}`
}

type Answer = Partial<Expected> & { readonly id: string; readonly ask?: string; readonly choices?: readonly string[]; readonly more?: readonly Partial<Expected>[]; readonly says?: readonly string[] }

const read = (line: Line): Answer => {
  const [wall = '', zone = ''] = line.now.replace(']', '').split('[')
  const known = (all: Line['household']['people']): { id: string; name: string; aliases: string[] }[] => all.map((one) => ({ id: 'id' in one && one.id !== undefined ? one.id : one.name.toLowerCase().replace(/[^a-z0-9]+/g, '-'), name: one.name, aliases: 'aliases' in one ? (one.aliases ?? []) : [] }))
  const context: RequestContext = {
    now: wallToInstant(wall.slice(0, 16), zone), zone, language: line.lang,
    household: { people: known(line.household.people).map((person) => ({ ...person, role: 'other', hue: 0 })), places: known(line.household.places) },
  }
  const [previous] = line.before === undefined ? [] : readRequests(line.before, context)
  const [first, ...more] = Requests.parse(readRequests(line.text, previous === undefined ? context : { ...context, previous }))
  if (first === undefined) return { id: line.id, intent: 'ask', unclear: true, ask: 'There is nothing to read' }
  // Who has no id in the line is called by name, as the line does.
  const named = new Map(context.household.people.filter((_, i) => { const given = line.household.people[i]; return given !== undefined && !('id' in given && given.id !== undefined) }).map(({ id, name }) => [id, name]))
  return { id: line.id, ...flat(first, named), ...(more.length === 0 ? {} : { more: more.map((one) => flat(one, named)) }), says: [...new Set([first, ...more].flatMap(({ readings }) => readings.map(({ says }) => says)))] }
}

/** A request in the form of the evaluation: the deadline as its end, shifts and reminders before something as durations. */
const flat = ({ intent, title, start, end, due, duration, shift, repetition, people, reminders, unclear }: HouseholdRequest, named: ReadonlyMap<string, string>): Partial<Expected> & { ask?: string; choices?: string[] } => {
  const length = duration ?? shift ?? (intent === 'remind' ? reminders[0] : undefined), last = end ?? due
  return {
    intent,
    ...(title === undefined ? {} : { title }), ...(start === undefined ? {} : { start }), ...(last === undefined ? {} : { end: last }), ...(length === undefined ? {} : { duration: length }),
    ...(repetition === undefined ? {} : { rrule: repetition.rrule, ...(repetition.exdates.length === 0 ? {} : { exdates: repetition.exdates }) }),
    ...(people.length === 0 ? {} : { people: people.map(({ id, name }) => (id === undefined ? name : named.get(id) ?? id)) }),
    ...(intent === 'remind' || reminders.length === 0 ? {} : { reminders }),
    ...(unclear === undefined ? {} : { unclear: true, ask: unclear.ask, choices: unclear.choices }),
  }
}

/** Right only when every field is, the absent ones too; people in any order, and a title only where one is expected. */
const judge = (expected: NonNullable<Line['expect']>, answer: Answer | undefined): Verdict => {
  if (answer === undefined) return 'confidently wrong'
  const wanted = [expected, ...(expected.more ?? [])], given = [answer, ...(answer.more ?? [])]
  if (wanted.length === given.length && wanted.every((one, i) => isRight(one, given[i] ?? {}))) return 'right'
  return given.some(({ unclear }) => unclear === true) ? 'asked' : 'confidently wrong'
}

const isRight = (expected: Expected, given: Partial<Expected>): boolean => {
  if (expected.unclear === true || given.unclear === true) return expected.unclear === given.unclear
  const same = (a: readonly string[] | undefined, b: readonly string[] | undefined): boolean => [...(a ?? [])].sort().join('|') === [...(b ?? [])].sort().join('|')
  return expected.intent === given.intent && expected.start === given.start && expected.end === given.end && expected.duration === given.duration && expected.rrule === given.rrule
    && same(expected.people, given.people) && same(expected.exdates, given.exdates) && same(expected.reminders, given.reminders) && (expected.title === undefined || expected.title.toLowerCase() === given.title?.toLowerCase())
}
