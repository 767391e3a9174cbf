/** The built-in rules: a message about running devices → a plan request, or a question back. Pure; no model, no guess that is not shown. */
import type { Household } from '../../shared/household.ts'
import type { Problem } from '../../shared/problems.ts'
import { problem } from '../../shared/problems.ts'
import type { Result } from '../../shared/result.ts'
import { fail, ok } from '../../shared/result.ts'
import type { Instant } from '../../shared/time.ts'
import type { LoadRequest, PlanRequest, Reading, Request, Unread } from '../../shared/understanding.ts'
import { clarify, coming, meaning } from './clarify.ts'
import type { Book } from './draft-book.ts'
import { draft } from './drafts.ts'
import { createVocabulary } from './household-words.ts'
import type { Clause, Item } from './items.ts'
import { clausesOf, scan } from './items.ts'
import { planLoads } from './loads.ts'
import { createPhrases } from './phrases.ts'
import { words } from './plan-words.ts'
import { quietStretches } from './quiet.ts'
import { gloss } from './requests/gloss.ts'
import { lexiconOf } from './requests/lexicon.ts'
import type { Statement } from './readings.ts'
import { MAX_ROWS, spell } from './readings.ts'
import type { Stretch } from './resolve.ts'
import { createWhen, minutesBetween } from './resolve.ts'
import { quote, sayDate, sayList, sayStretch } from './say.ts'
import type { Ask, Scene } from './ties.ts'
import { askTomorrow } from './ties.ts'
import type { Token } from './tokens.ts'
import { languageTagOf } from './which-language.ts'

/** As far ahead as a plan may reach, in days. */
const MAX_DAYS = 8

/**
 * Reads a message. Every word of content ends up in a reading, which the person can check, or in `unread`.
 * A real question, and anything else that asks for no run, comes back as `question`. Two readings that are equally likely, a time that has passed
 * or a device that could be one of several come back as `unclear`; its choices are answered by sending the message again with " — " and the choice behind it.
 * Refused: a run of a device the household does not have, when nothing else is asked (`understand.unknown-device`, `understand.no-devices`).
 */
export const understand = (text: string, { now, household }: { readonly now: Instant; readonly household: Household }): Result<Request> => {
  const { tokens: written, clarifications } = clarify(text)
  // What is said in German is put into the grammar's words, which stand where its own stood.
  const isGerman = languageTagOf(text, household.zone) === 'de', tokens = isGerman ? verbFirst(gloss(written, lexiconOf('de'))).map(withUhr) : withLaundry(written)
  const items = scan(tokens, createPhrases(createVocabulary(household)))
  const clauses = clausesOf(items, tokens)
  const drafts = draft(clauses, tokens, household)
  const scene: Scene = { when: createWhen(now, household.zone), household, text, tokens, speaks: isGerman ? 'de' : 'en', asks: [] }
  askAhead(scene, drafts, items)
  const planned = planLoads(scene, drafts)
  const quiet = planned.loads.length === 0 ? { spans: [], statements: [] } : quietStretches(scene, drafts, planned.horizon, planned.silences)
  const objective = objectiveOf(scene, drafts)
  const statements = [...planned.statements, ...quiet.statements, ...objective.statements, ...reasonStatements(scene, drafts)]

  const names = (ids: readonly string[]): string => sayList(ids.map((id) => household.devices.find((d) => d.id === id)?.name ?? id))
  const structural = drafts.structural.map(({ item, clause, devices }) => ({ item, clause, says: `${quote(textOf(scene, item), 60)}: ${devices.length === 0 ? words.noted : names(devices)}` }))
  const told = spell(text, tokens, items, statements, structural)
  const clarified = clarifications.map(({ start, end, phrase, means }): Reading => ({ says: words.means(quote(phrase, 80), means), span: { start, end } }))
  const readings = [...told.readings, ...clarified]

  const nothing = planned.loads.length === 0 ? nothingPlanned(scene, drafts, clauses, tokens.length, planned.departs) : undefined
  // Of German this grammar knows what runs machines; what it is not sure of may be something else altogether.
  if (nothing === 'question' || (isGerman && nothing !== undefined && 'ask' in nothing)) return ok({ intent: 'question', readings: [{ says: words.notAPlan, span: { start: 0, end: text.length } }], unread: [] })
  if (nothing !== undefined && 'name' in nothing) return fail(nothing)
  const order = uniqueOrder(drafts, planned.loads)
  const loads = inOrder(planned.loads, order)
  const ask = scene.asks[0] ?? nothing ?? (loads === undefined ? circle() : tooMuch(scene, loads, planned.horizon, readings, told.unread))
  if (ask !== undefined || loads === undefined) return ok(unclear(ask ?? circle(), readings, told.unread))
  const limit = told.unread.find(({ text: phrase }) => LIMITS.test(phrase))
  if (limit !== undefined) return ok(unclear({ ask: words.ask.limit(quote(limit.text, 80)), choices: [] }, readings, told.unread))
  const plan: PlanRequest = { intent: 'plan', loads, order, objective: objective.value, horizon: [...planned.horizon], quiet: quiet.spans.map(([from, to]) => [from, to]), readings, unread: told.unread }
  return ok(plan)
}

/** "Spülmaschine und Trockner heute Nacht laufen lassen": a verb at the end of a clause that says no more than that they run. */
const verbFirst = (tokens: readonly Token[]): readonly Token[] =>
  tokens.some(({ lower }) => lower === 'let') ? tokens : tokens.filter(({ lower }, i) => !/^(?:run|charge)$/.test(lower) || i === 0 || (tokens[i + 1] !== undefined && tokens[i + 1]?.kind !== 'mark'))

/** "Um 7 Uhr" goes by a clock of 24 hours, "at 7 o'clock" does not. */
const withUhr = (token: Token): Token => (token.lower === "o'clock" ? { ...token, text: 'Uhr' } : token)

/** "Wash tonight": a wash that names nothing is the laundry's. */
const withLaundry = (tokens: readonly Token[]): readonly Token[] => {
  const opening = tokens.findIndex(({ lower }) => lower !== 'please')
  const isLoneWash = ({ lower }: Token, i: number): boolean => {
    const next = tokens[i + 1]?.lower ?? ''
    if (i === opening) return /^(?:wash|washing)$/.test(lower) && /^(?:tonight|tomorrow|today|overnight|when|at|by|after|before|between|this|as|cheaply|now|during)$/.test(next)
    // "The cheapest time to wash tonight".
    return lower === 'wash' && tokens[i - 1]?.lower === 'to' && /^(?:tonight|tomorrow|today|overnight|\??)$/.test(next)
  }
  return tokens.map((token, i) => (isLoneWash(token, i) ? { ...token, text: 'laundry', lower: 'laundry', stem: 'laundry' } : token))
}

/** A question back, with what was read in the message so far; what was merely assumed is not shown. */
const unclear = ({ ask, choices }: Ask, readings: readonly Reading[], unread: readonly Unread[]): Request => ({
  intent: 'unclear',
  ask: ask.slice(0, 300),
  choices: choices.filter((choice) => choice.length <= 120).slice(0, 3),
  readings: readings.filter(({ span }) => span !== undefined).slice(0, MAX_ROWS),
  unread: unread.slice(0, MAX_ROWS),
})

/** Words that forbid or bound: a plan that drops them could do what was not wanted. */
const LIMITS = /\b(?:not|no|never|without|unless|except|only|at most|at least|more than|less than|under|below|above|avoid|dont|doesnt|cant|wont|shouldnt|mustnt)\b|n['’]t\b/i

const circle = (): Ask => ({ ask: words.ask.circle, choices: [] })

/** Questions that come before anything is placed in time. */
const askAhead = (scene: Scene, drafts: Book, items: readonly Item[]): void => {
  const { household, asks, when } = scene
  const [repeat] = drafts.repeats
  if (repeat !== undefined && (drafts.doubtful.length > 0 || drafts.byDevice.size > 0)) {
    const phrase = textOf(scene, repeat)
    asks.push({ ask: words.ask.repeat(quote(phrase, 60)), choices: coming(scene.speaks, phrase) })
  }
  for (const { item, candidates } of drafts.ambiguous) {
    const phrase = textOf(scene, item)
    const devices = household.devices.filter((d) => candidates.includes(d.id)).slice(0, 3)
    asks.push({ ask: words.ask.which(quote(phrase, 60), devices.map((d) => d.name).join(', ')), choices: devices.map((d) => meaning(scene.speaks, phrase, d.name)) })
  }
  for (const item of drafts.dangling) {
    const phrase = textOf(scene, item)
    const many = item.meaning.kind === 'pronoun' && item.meaning.many
    asks.push({ ask: (many ? words.ask.whichDevices : words.ask.what)(quote(phrase, 40)), choices: many ? [] : household.devices.slice(0, 3).map((d) => meaning(scene.speaks, phrase, scene.speaks === 'de' ? d.name : `the ${d.name}`)) })
  }
  if (when.smallHours && drafts.byDevice.size > 0 && items.some(({ meaning }) => momentsIn(meaning).some((m) => m.day?.kind === 'offset' && m.day.days === 1))) asks.push(askTomorrow(scene))
}

const momentsIn = (meaning: Item['meaning']) => {
  if (meaning.kind === 'stretch') return [meaning.moment]
  if (meaning.kind !== 'when') return []
  return meaning.at.kind === 'moment' ? [meaning.at.moment] : meaning.at.kind === 'range' ? [...meaning.at.range] : meaning.at.kind === 'routine' && meaning.at.moment !== undefined ? [meaning.at.moment] : []
}

const objectiveOf = (scene: Scene, drafts: Book): { readonly value: 'cost' | 'earliest'; readonly statements: readonly Statement[] } => {
  const decided = drafts.objectives.find(({ items }) => items.some((item) => /(?:decides|entscheidet)$/i.test(textOf(scene, item))))
  const value = decided?.value ?? drafts.objectives[0]?.value ?? 'cost'
  const other = drafts.objectives.find((said) => said.value !== value)
  const phrase = (said: (typeof drafts.objectives)[number] | undefined): string => said?.items.map((item) => textOf(scene, item)).join(' ') ?? ''
  if (other !== undefined && decided === undefined) scene.asks.push({ ask: words.ask.counts(quote(phrase(drafts.objectives[0]), 60), quote(phrase(other), 60)), choices: scene.speaks === 'de' ? ['der Preis entscheidet', 'die Zeit entscheidet'] : ['the price decides', 'the time decides'] })
  if (drafts.objectives.length === 0) return { value, statements: [{ says: words.assumedCheap, items: [], clause: -1 }] }
  const saying = { cost: words.cheap, earliest: words.soon }
  return { value, statements: drafts.objectives.map((said) => ({ says: said.value === value || decided === undefined ? saying[said.value] : `${quote(phrase(said), 60)}: ${words.gives}`, items: said.items, clause: said.clause })) }
}

const reasonStatements = (scene: Scene, drafts: Book): Statement[] =>
  drafts.reasons.map(({ items, clause }) => ({ says: `${quote(items.map((item) => textOf(scene, item)).join(' '), 240)}: ${words.changesNothing}`, items, clause }))

/** A device once before another; what was left out of the plan has no order. */
const uniqueOrder = (drafts: Book, loads: readonly LoadRequest[]): [string, string][] => {
  const planned = new Set(loads.map((load) => load.deviceId))
  const pairs = new Map(drafts.order.filter(({ first, then }) => planned.has(first) && planned.has(then)).map(({ first, then }) => [`${first} ${then}`, [first, then] as [string, string]]))
  return [...pairs.values()].slice(0, 50)
}

/** What has to run first stands first; undefined when each waits for another. */
const inOrder = (loads: readonly LoadRequest[], order: readonly (readonly [string, string])[]): LoadRequest[] | undefined => {
  const rest = [...loads], sorted: LoadRequest[] = []
  while (rest.length > 0) {
    const free = rest.findIndex((load) => !order.some(([first, then]) => then === load.deviceId && rest.some((other) => other.deviceId === first)))
    if (free < 0) return undefined
    sorted.push(...rest.splice(free, 1))
  }
  return sorted
}

const nothingPlanned = (scene: Scene, drafts: Book, clauses: readonly Clause[], tokenCount: number, departs: readonly string[]): Problem | Ask | 'question' | undefined => {
  const { household, asks } = scene
  const [unknown] = drafts.unknown
  if (unknown !== undefined) return problem(household.devices.length === 0 ? 'understand.no-devices' : 'understand.unknown-device', household.devices.length === 0 ? {} : { name: unknown })
  if (asks.length > 0) return undefined
  const [doubtful] = drafts.doubtful
  if (doubtful !== undefined) return { ask: words.ask.notSure(quote(clauseText(scene, doubtful), 160)), choices: [] }
  const [leaving] = departs
  const name = household.devices.find((d) => d.id === leaving)?.name
  if (name !== undefined) return { ask: words.ask.charge(name), choices: [scene.speaks === 'de' ? `${name} laden` : `charge the ${name}`] }
  if (clauses.length === 0 && tokenCount > 0) return 'question'
  return drafts.excluded.length > 0 ? { ask: words.ask.nothingLeft, choices: [] } : 'question'
}

/** What a plan cannot hold is asked about, never cut off. */
const tooMuch = ({ when }: Scene, loads: readonly LoadRequest[], horizon: Stretch, readings: readonly Reading[], unread: readonly Unread[]): Ask | undefined => {
  if (loads.length > 20 || readings.length > MAX_ROWS || unread.length > MAX_ROWS) return { ask: words.ask.tooMuch, choices: [] }
  if (horizon[0] >= horizon[1]) return { ask: words.ask.noTime(sayStretch(when, horizon)), choices: [] }
  if (minutesBetween(when, when.now, horizon[1]) > MAX_DAYS * 1440) return { ask: words.ask.tooFar(sayDate(when, horizon[1]), MAX_DAYS), choices: [] }
  return undefined
}

const textOf = ({ text, tokens }: Scene, item: Item): string => text.slice(tokens[item.from]?.start ?? 0, tokens[item.to - 1]?.end ?? 0)
const clauseText = (scene: Scene, { items }: Clause): string => scene.text.slice(scene.tokens[items[0]?.from ?? 0]?.start ?? 0, scene.tokens[(items.at(-1)?.to ?? 1) - 1]?.end ?? 0)
