/** Stage 1 → 2: a local model or the built-in rules read the message; what they found is joined with what the household knows. */
import { OutlineShape } from '../../shared/ask.ts'
import type { CalendarEvent } from '../../shared/calendar.ts'
import type { Household } from '../../shared/household.ts'
import { locale } from '../../shared/language.ts'
import { problem, wording } from '../../shared/problems.ts'
import { fail, ok, type Result } from '../../shared/result.ts'
import type { Arrangement, LastArranged, Message, Task, TaskWords, Topic, Understanding, UndertakingWords } from '../../shared/stages.ts'
import type { Clock, Instant } from '../../shared/time.ts'
import { instantToWall, Temporal, toInstant, wallToInstant } from '../../shared/time.ts'
import type { HouseholdRequest, Reading, Request } from '../../shared/understanding.ts'
import type { LocalContext, LocalModel } from '../local/model.ts'
import { impossibleAlone } from '../planner/impossible.ts'
import { isHouseholds } from './arrange/arrange.ts'
import { isToldInGerman, readTelling } from './arrange/telling.ts'
import { splitAnswers } from './arrange/world.ts'
import { afterwards } from './afterwards.ts'
import { infeasible } from './infeasible.ts'
import type { Planner } from '../planner/planner.ts'
import { strings } from './remark-strings.ts'
import type { FoundTime } from './sanitize.ts'
import { buildSituation } from './situation.ts'
import { smallTalk, type SmallTalk } from './small-talk.ts'
import { go, halt, orHalt, type Outcome, type Step, type Walk } from './step.ts'

export interface UnderstandDeps {
  readonly clock: Clock
  /** A greeting, thanks or a call for help, in its language; undefined for everything that says more. */
  readonly smallTalkOf: (text: string) => { readonly is: SmallTalk; readonly language: 'en' | 'de' } | undefined
  /** What a message wants written or prepared, told by rules; undefined for anything else. */
  readonly readTask: (text: string) => TaskWords | undefined
  readonly topicOf: (text: string) => Topic
  readonly findTimes: (text: string, context: { readonly now: Instant; readonly zone: string }) => readonly FoundTime[]
  readonly household: () => Promise<Result<Household>>
  readonly events: (from: Instant, to: Instant) => Promise<Result<readonly CalendarEvent[]>>
  /** The engine the household chose. */
  readonly engine: () => Promise<Result<LocalModel>>
  readonly builtin: LocalModel
  readonly planner: Planner
  /** What the conversation was last asked to plan, before this message; undefined when nothing was planned in it. */
  readonly lastPlanned: (conversationId: string, before: string) => Promise<string | undefined>
  /** What a message asks of calendar, tasks and household, by rules. `previous` is what was asked for last. */
  readonly readRequests: (text: string, context: { readonly now: Instant; readonly household: Household; readonly previous?: HouseholdRequest }) => { readonly requests: readonly HouseholdRequest[]; readonly language: 'en' | 'de' }
  /** The turn of this conversation, before this message, that last proposed a change; undefined when there is none. */
  readonly lastArranged: (conversationId: string, before: string) => Promise<(LastArranged & { readonly text: string; readonly at: Instant }) | undefined>
}

/** Asks back when the message is unclear; never passes it on to a cloud instead. A local model that fails is replaced by the built-in rules, and the answer says so. */
export const createUnderstand = (deps: UnderstandDeps): Step<Message, Understanding> => async (message, walk) => {
  const { clock, readTask, topicOf, findTimes, household, events, engine, builtin } = deps
  const home = await household()
  if (!home.ok) return orHalt(home)
  const model = await engine()
  if (!model.ok) return orHalt(model)
  const now = toInstant(clock.now())
  const talk = deps.smallTalkOf(message.text)
  if (talk !== undefined) {
    walk.record({ engine: builtin.label })
    return halt({ kind: 'ask', ask: smallTalk[talk.language][talk.is], choices: [], readings: [], unread: [] })
  }
  // What is to be written or prepared is told by its first words; no model is needed for that.
  const wanted = readTask(message.text)
  if (wanted !== undefined) {
    walk.record({ engine: builtin.label })
    const task = wanted.kind === 'write' ? ok<Task>(wanted) : undertakingOf(wanted.undertaking, message.text, home.value, now, findTimes)
    if (!task.ok) return orHalt(task)
    walk.show({ readings: [...readingsOf(task.value, message.text)], unread: [] })
    return go(understood({ message, household: home.value, task: task.value }, walk))
  }
  const why = await whyNot(deps, message, home.value, now, walk)
  if (why !== undefined) return why
  const context: LocalContext = { text: message.text, now, household: home.value, signal: walk.signal }
  const read = await arrangementOf(deps, message, context)
  if (read !== undefined) {
    walk.record({ engine: builtin.label })
    const arrangement = await plainer(deps, read, message, context, model.value, walk)
    walk.show({ readings: distinct(arrangement.requests.flatMap(({ readings }) => readings)), unread: [] })
    return go(understood({ message, household: home.value, task: { kind: 'arrange', arrangement } }, walk))
  }

  const next = await following(deps, message, context)
  let request = next ?? await model.value.understand(context)
  let reader = next === undefined ? model.value : builtin
  if (!request.ok && reader !== builtin && request.problem.name !== 'local.stopped') {
    walk.record({ remark: strings.rulesInstead(wording(request.problem).says) })
    reader = builtin
    walk.modelFailed = true
    request = await builtin.understand(context)
  }
  if (!request.ok) return orHalt(request)
  walk.record({ engine: reader.label })
  const { readings, unread } = request.value
  walk.show({ readings, unread })

  if (request.value.intent === 'unclear') return halt({ kind: 'ask', ask: request.value.ask, choices: request.value.choices, readings, unread })
  if (request.value.intent === 'question') return go(understood({ message, household: home.value, task: { kind: 'question', request: request.value, topic: topicOf(message.text) } }, walk))

  const [from, to] = request.value.horizon
  const around = await events(wallToInstant(from, home.value.zone), wallToInstant(to, home.value.zone))
  if (!around.ok) return orHalt(around)
  const situation = buildSituation({ request: request.value, household: home.value, events: around.value, now })
  if (!situation.ok) return orHalt(situation)
  // What cannot be placed at all is said here; asking a cloud would only show it the question.
  const impossible = impossibleAlone(situation.value.problem)
  if (impossible !== undefined) return halt({ kind: 'problem', problem: await infeasible(deps.planner, impossible, situation.value, walk.signal) })
  if (request.value.objective === 'cost' && situation.value.problem.objective === 'earliest') walk.record({ remark: strings.noTariff })
  return go(understood({ message, household: home.value, task: { kind: 'plan', request: request.value, situation: situation.value } }, walk))
}

/** What is to run after what was planned last, as the rules read it to the last word; it is told without the words it stands in, which name no time. */
async function following(deps: UnderstandDeps, { text, conversationId, turnId }: Message, context: LocalContext): Promise<Result<Request> | undefined> {
  const said = afterwards(text, await deps.lastArranged(conversationId, turnId), context.household.zone)
  const read = said === undefined ? undefined : await deps.builtin.understand({ ...context, text: said })
  if (read?.ok !== true || read.value.intent !== 'plan' || read.value.unread.length > 0) return undefined
  return ok({ ...read.value, readings: read.value.readings.map(({ says }) => ({ says })) })
}

const ofList = /(?<!\p{L})(?:(?:on|onto|to|from|off) (?:the|our|my) (?:[\p{L}-]+ )?list|(?:auf|von) (?:die|der|unsere|unserer|meine|meiner|den|dem) \p{L}*(?:liste|zettel))(?!\p{L})/iu

/** Whoever asks for the cloud gets it, but for what no cloud can do: changing what is in the calendar. */
const onlyHere = new Set<HouseholdRequest['intent']>(['move', 'cancel', 'remind', 'undo'])

/** What is asked of the household itself; undefined when devices are to run, or when it is a question for somebody who knows the world. */
async function arrangementOf(deps: UnderstandDeps, { text: whole, route, conversationId, turnId }: Message, context: LocalContext): Promise<Arrangement | undefined> {
  // Who lives here and what stands here is read as a whole, before anything is taken for a plan.
  if (readTelling(whole) !== undefined) return { requests: [{ intent: 'fact', title: whole.trim(), people: [], rotates: false, places: [], reminders: [], readings: [] }], language: isToldInGerman(whole) ? 'de' : 'en', answers: [], last: undefined }
  // "Dishwasher tablets on the list" runs nothing.
  const loads = ofList.test(whole) ? undefined : await deps.builtin.understand(context)
  if (loads !== undefined && (!loads.ok || loads.value.intent !== 'question')) return undefined
  const { text, answers } = splitAnswers(whole), { now, household } = context
  const last = await deps.lastArranged(conversationId, turnId)
  const [before] = last === undefined ? [] : deps.readRequests(splitAnswers(last.text).text, { now: last.at, household }).requests
  const { requests, language } = deps.readRequests(text, { now, household, ...(before === undefined ? {} : { previous: before }) })
  if (!isHouseholds(requests, text) || ((route === 'cloud' || route === 'check') && !requests.every(({ intent }) => onlyHere.has(intent)))) return undefined
  return { requests, language, answers, last }
}

/** What the rules would have to ask about, a local model may say again in plainer words: then they read that, and how it was said is the first of the readings. */
async function plainer(deps: UnderstandDeps, arrangement: Arrangement, message: Message, context: LocalContext, model: LocalModel, walk: Walk): Promise<Arrangement> {
  if (model.restate === null || !arrangement.requests.some(({ unclear }) => unclear !== undefined)) return arrangement
  const said = await model.restate(context)
  if (!said.ok) {
    if (said.problem.name !== 'local.stopped') walk.record({ remark: strings.rulesAlone(wording(said.problem).says) })
    walk.modelFailed = true
    return arrangement
  }
  const text = said.value.join(' ').slice(0, 1500)
  const { requests, language } = deps.readRequests(text, { now: context.now, household: context.household })
  // It counts only as far as the rules read it without a doubt, and it makes of a question nothing else.
  const asked = arrangement.requests.some(({ intent }) => intent === 'ask')
  if (requests.length === 0 || requests.some(({ unclear, intent }) => unclear !== undefined || (asked && intent !== 'ask')) || !isHouseholds(requests, text)) return arrangement
  walk.record({ engine: model.label })
  const reading: Reading = { says: `“${text}”`.slice(0, 300), span: { start: 0, end: message.text.length } }
  return { ...arrangement, language, requests: requests.map((request, i) => ({ ...request, readings: [...(i === 0 ? [reading] : []), ...request.readings.map(({ says }) => ({ says }))].slice(0, 60) })) }
}

const distinct = (readings: readonly Reading[]): Reading[] => [...new Map(readings.map((reading) => [`${reading.says} ${reading.span?.start ?? ''}`, reading])).values()].slice(0, 60)

function understood(value: { [K in 'message' | 'household' | 'task']: Understanding[K] }, walk: Parameters<Step<Message, Understanding>>[1]): Understanding {
  const understanding = Object.freeze(value) as Understanding
  walk.understanding = understanding
  return understanding
}

/** The first day the message names is the day it begins; without one it asks. People of the household are counted, nobody is named. */
function undertakingOf({ occasion, title, guests, lasts, minutesPerDay }: UndertakingWords, text: string, household: Household, now: Instant, findTimes: UnderstandDeps['findTimes']): Result<Task> {
  const today = Temporal.PlainDateTime.from(instantToWall(now, household.zone)).toPlainDate()
  const named = findTimes(text, { now, zone: household.zone }).flatMap(({ kind, wall, stretch }) => { const day = wall ?? stretch?.[0]; return kind === 'duration' || day === undefined ? [] : [Temporal.PlainDateTime.from(day).toPlainDate()] })
  const day = named.find((date) => Temporal.PlainDate.compare(date, today) >= 0)
  if (day === undefined) return fail(problem(named.length > 0 ? 'understand.past' : 'understand.no-day'))
  const count = (...roles: readonly string[]): number => household.people.filter(({ role }) => roles.includes(role)).length
  const shape = OutlineShape.safeParse({ occasion, daysAhead: Math.min(120, today.until(day, { largestUnit: 'day' }).days), lasts, adults: Math.min(20, Math.max(1, count('adult'))), children: Math.min(20, count('child', 'baby')), guests: guests === null ? null : Math.min(200, guests), minutesPerDay })
  if (!shape.success) return fail(problem('understand.unclear', { phrase: title }))
  return ok({ kind: 'outline', undertaking: { title: title === '' ? occasion : title, day: day.toString(), shape: shape.data } })
}

function readingsOf(task: Task, text: string): Reading[] {
  const span = { start: 0, end: text.length }
  if (task.kind === 'outline') return [{ says: strings.toPrepare(task.undertaking.title, Temporal.PlainDate.from(task.undertaking.day).toLocaleString(locale(), { weekday: 'short', day: 'numeric', month: 'long' }), task.undertaking.shape.lasts), span }]
  if (task.kind === 'write') return [{ says: strings.toWrite[task.letter.form](task.letter.to ?? ''), span }]
  return []
}

const whyNotWords = /^\s*(?:and |but |ok,? |so |und |aber |also )?(?:why (?:not|can['’]?t (?:it|we)(?: run)?)|(?:warum|wieso|weshalb) (?:(?:geht|läuft) (?:es|das|sie|er) )?nicht)\b(.*?)\??\s*$/is

/** "Why not on Saturday?" asks about the plan made last in this conversation. Undefined when that is not what is asked. */
async function whyNot(deps: UnderstandDeps, message: Message, household: Household, now: Instant, walk: Walk): Promise<Outcome<Understanding> | undefined> {
  const rest = whyNotWords.exec(message.text)?.[1]
  const planned = rest === undefined ? undefined : await deps.lastPlanned(message.conversationId, message.turnId)
  if (rest === undefined || planned === undefined) return undefined
  const request = await deps.builtin.understand({ text: planned, now, household, signal: walk.signal })
  if (!request.ok || request.value.intent !== 'plan') return undefined
  const [from, to] = request.value.horizon
  const around = await deps.events(wallToInstant(from, household.zone), wallToInstant(to, household.zone))
  if (!around.ok) return orHalt(around)
  const situation = buildSituation({ request: request.value, household, events: around.value, now })
  if (!situation.ok) return orHalt(situation)
  const times = deps.findTimes(message.text, { now, zone: household.zone }).filter(({ kind }) => kind !== 'duration')
  const named = situation.value.jobs.filter(({ deviceId, fixed }) => { const device = household.devices.find(({ id }) => id === deviceId); return fixed !== true && device !== undefined && [device.name, ...device.aliases].some((name) => message.text.toLowerCase().includes(name.toLowerCase())) })
  const open = situation.value.jobs.filter(({ fixed }) => fixed !== true)
  const job = named.length === 1 ? named[0] : open.length === 1 ? open[0] : undefined
  const time = times[0]
  // A time of day is when it would begin.
  const minutes = (situation.value.problem.jobs.find(({ id }) => id === job?.id)?.length ?? 1) * situation.value.problem.slotMinutes
  const stretch = time?.stretch ?? (time?.wall === undefined ? undefined : ([time.wall, Temporal.PlainDateTime.from(time.wall).add({ minutes }).toString({ smallestUnit: 'minute' })] as const))
  if (stretch === undefined) return halt({ kind: 'ask', ask: strings.whyNot.when, choices: [...strings.whyNot.whenChoices], readings: [], unread: [] })
  if (job === undefined) return halt({ kind: 'ask', ask: strings.whyNot.which, choices: open.slice(0, 3).map(({ title }) => title), readings: [], unread: [] })
  const phrase = message.text.slice(time?.start, time?.end)
  walk.show({ readings: [{ says: strings.whyNot.reading(job.title, phrase), span: { start: 0, end: message.text.length } }], unread: [] })
  walk.record({ engine: deps.builtin.label })
  return go(understood({ message, household, task: { kind: 'why-not', situation: situation.value, asked: { jobId: job.id, from: stretch[0], to: stretch[1], phrase } } }, walk))
}
