/** Clauses gathered into drafts: which device is to run, and what is tied to it. Nothing is placed in time yet. */
import type { Device, Household } from '../../shared/household.ts'
import type { Clause, Item } from './items.ts'
import { has } from './items.ts'
import type { Moment } from './moments.ts'
import type { Anchor, Lead } from './phrases.ts'
import type { Token } from './tokens.ts'
import { isFunctionWord, turnsMeaning } from './words.ts'

/** A time tied to a device: "before breakfast". `finish`: the phrase is about being done, so that "at 7" is an end. */
export interface Tie { readonly lead: Lead; readonly at: Anchor; readonly label: string | undefined; readonly finish: boolean; readonly items: readonly Item[]; readonly clause: number }
export interface Said<T> { readonly value: T; readonly items: readonly Item[]; readonly clause: number }

export interface Draft {
  readonly device: Device
  /** Asked to run; false for a device that is only mentioned, such as a car that leaves. */
  wanted: boolean
  excluded: boolean
  stretch: Said<Moment> | undefined
  minutes: Said<number> | undefined
  readonly ties: Tie[]
  /** When it leaves and when it is back. `within` is the day the clause names: "tomorrow Tom leaves at 7". */
  readonly moves: { readonly kind: 'leave' | 'return'; readonly tie: Tie; readonly within: Moment | undefined }[]
}

export interface Drafts {
  readonly byDevice: ReadonlyMap<string, Draft>
  readonly order: readonly { readonly first: string; readonly then: string; readonly items: readonly Item[]; readonly clause: number }[]
  readonly quiet: readonly (Tie | Said<'kept'>)[]
  readonly objectives: readonly Said<'cost' | 'earliest'>[]
  readonly stretches: readonly Said<Moment>[]
  readonly runs: readonly Said<readonly string[]>[]
  readonly excluded: readonly Said<readonly string[]>[]
  readonly reasons: readonly Said<null>[]
  /** Understood items that say nothing alone: verbs, mentions, subjects. */
  readonly structural: readonly { readonly item: Item; readonly clause: number; readonly devices: readonly string[] }[]
  readonly ambiguous: readonly { readonly item: Item; readonly candidates: readonly string[] }[]
  /** Names behind a verb that no device has. */
  readonly unknown: readonly { readonly name: string; readonly from: number; readonly to: number }[]
  readonly repeats: readonly Item[]
  /** "it" and "both" with nothing they could refer to. */
  readonly dangling: readonly Item[]
  /** Clauses that ask for a run but hold something that may turn it around: not used. */
  readonly doubtful: readonly Clause[]
}

type Mutable<T> = { -readonly [K in keyof T]: T[K] extends ReadonlyMap<infer A, infer B> ? Map<A, B> : T[K] extends readonly (infer E)[] ? E[] : T[K] }

/** Gathers what the clauses say about each device. A constraint at the end of "run A and charge B by 7" is meant for both, unless one has its own. */
export const draft = (clauses: readonly Clause[], tokens: readonly Token[], household: Household): Drafts => {
  const book: Mutable<Drafts> = { byDevice: new Map(), order: [], quiet: [], objectives: [], stretches: [], runs: [], excluded: [], reasons: [], structural: [], ambiguous: [], unknown: [], repeats: [], dangling: [], doubtful: [] }
  const seen: Gathered[] = []
  const vehicles = vehiclesIn(clauses, household)
  for (const [number, clause] of clauses.entries()) {
    book.repeats.push(...clause.items.filter((x) => x.meaning.kind === 'repeat'))
    for (const item of clause.items) if (item.meaning.kind === 'reason') book.reasons.push({ value: null, items: [item], clause: number })
    const words = clause.items.filter((x) => x.meaning.kind === 'word')
    const turned = words.some((x) => tokens.slice(x.from, x.to).some(turnsMeaning)) || strayNot(clause)
    if (clause.aside || turned || has(clause.items, 'repeat')) {
      if (!clause.aside && (asksForRun(clause) || (has(clause.items, 'device') && stopWords.has(tokens[clause.items.find((x) => x.meaning.kind !== 'filler')?.from ?? -1]?.lower ?? '')))) book.doubtful.push(clause)
      continue
    }
    const next = clauses[number + 1]?.join
    seen.push(gather(book, { clause, number, seen, next, vehicles }, tokens, household))
    if (next === 'then') for (const item of clause.items) if (item.meaning.kind === 'first') book.structural.push({ item, clause: number, devices: [] })
  }
  for (const pending of seen.filter((g) => g.pending)) {
    const target = seen.find((g) => g.number > pending.number && g.devices.length > 0) ?? seen.find((g) => g.devices.length > 0)
    if (target !== undefined) attach(book, pending, target.devices)
  }
  return book
}

const stopWords: ReadonlySet<string> = new Set(['cancel', 'stop', 'pause', 'skip', 'abort', 'delay', 'postpone', 'unplug'])

interface Gathered { readonly clause: Clause; readonly number: number; readonly devices: readonly string[]; readonly ties: readonly Tie[]; readonly lengths: readonly Said<number>[]; readonly stretch: Said<Moment> | undefined; readonly kind: 'verb' | 'finish' | undefined; readonly leading: boolean; readonly pending: boolean }

/** "make sure the car is charged", "it has to be done"; not "the dishwasher is done". */
const isDemand = ({ items }: Clause, tokens: readonly Token[]): boolean => items.some((x) => x.meaning.kind === 'filler' && tokens.slice(x.from, x.to).some((t) => /^(sure|must|should|need|needs|have|want|wants|ought|get|let)$/.test(t.lower) || (t.lower === 'has' && x.to - x.from > 1)))

const asksForRun = ({ items }: Clause): boolean => has(items, 'device', 'order') && (has(items, 'verb', 'finish', 'when', 'stretch') || items.some((x) => x.meaning.kind === 'device' && x.meaning.activity))

/** A "not" that stands before neither a verb nor a device: what it turns around is unknown. */
const strayNot = ({ items }: Clause): boolean => {
  const solid = items.filter((x) => x.meaning.kind !== 'filler')
  // "The car does not leave at 7", "it does not have to be quiet".
  if (has(items, 'not') && solid.some(({ meaning }) => meaning.kind === 'leave' || meaning.kind === 'return' || (meaning.kind === 'quiet' && meaning.clause))) return true
  return solid.some((x, i) => x.meaning.kind === 'not' && !['verb', 'device', 'finish', 'pronoun'].includes(solid[i + 1]?.meaning.kind ?? ''))
}

interface Place {
  readonly clause: Clause
  readonly number: number
  readonly seen: readonly Gathered[]
  /** What joins the clause after this one. */
  readonly next: Clause['join'] | undefined
  /** The vehicles the message speaks of. */
  readonly vehicles: readonly string[]
}

const vehiclesIn = (clauses: readonly Clause[], household: Household): string[] => {
  const ids = new Set(clauses.flatMap((c) => c.items).flatMap(({ meaning }) => (meaning.kind === 'device' || meaning.kind === 'order' ? meaning.candidates : meaning.kind === 'leave' ? (meaning.candidates ?? []) : [])))
  return household.devices.filter((d) => d.vehicle && ids.has(d.id)).map((d) => d.id)
}

const gather = (book: Mutable<Drafts>, at: Place, tokens: readonly Token[], household: Household): Gathered => {
  const { clause, number, seen, next } = at
  const { items } = clause
  const draftOf = (id: string): Draft | undefined => book.byDevice.get(id) ?? newDraft(book, household, id)
  const mention = (item: Item, candidates: readonly string[]): string[] => {
    const [id] = candidates
    if (id === undefined) return []
    if (candidates.length > 1) { book.ambiguous.push({ item, candidates }); return [] }
    draftOf(id)
    return [id]
  }
  const joint = clause.joint === undefined ? [] : [clause.joint]
  const nothing: Gathered = { clause, number, devices: [], ties: [], lengths: [], stretch: undefined, kind: undefined, leading: false, pending: false }
  for (const item of items) if (item.meaning.kind === 'objective') book.objectives.push({ value: item.meaning.objective, items: [item], clause: number })

  const quiet = items.find((x) => x.meaning.kind === 'quiet')
  if (quiet?.meaning.kind === 'quiet' && quiet.meaning.clause) return gatherQuiet(book, clause, number, quiet, nothing)

  const named = items.flatMap((x) => (x.meaning.kind === 'device' ? mention(x, x.meaning.candidates) : x.meaning.kind === 'leave' && x.meaning.candidates !== undefined ? mention(x, x.meaning.candidates) : []))
  const last = seen.findLast((g) => g.devices.length > 0)
  // "Emma needs it by 7": only a vehicle leaves.
  const isVehicle = (id: string | undefined): boolean => household.devices.find((d) => d.id === id)?.vehicle === true
  const needed = items.some((x) => x.meaning.kind === 'leave' && x.meaning.pronoun === true) && !isVehicle(last?.devices.at(-1))
  if (has(items, 'leave', 'return') && !needed) return gatherMove(book, at, named, household, nothing)

  const inherits = clause.join !== 'start' && last?.kind === 'verb'
  const activity = items.some((x) => x.meaning.kind === 'device' && x.meaning.activity)
  const verb = has(items, 'verb') || activity
  const opens = has(items, 'first') && next === 'then'
  const constrained = has(items, 'when', 'stretch', 'length', 'objective', 'order', 'request') || next === 'before' || opens || (has(items, 'finish') && isDemand(clause, tokens))
  const leftOver = items.filter((x) => x.meaning.kind === 'word')
  const referred = named.length > 0 ? [] : needed ? (last?.devices ?? []) : referents(items, seen)
  const isLoad = has(items, 'not') || (verb && (named.length > 0 || referred.length > 0 || constrained)) || (inherits && named.length > 0) || (constrained && leftOver.length === 0)
  const unknown = named.length === 0 ? unknownObject(items, tokens) : undefined
  if (unknown !== undefined) { book.unknown.push(unknown); return nothing }
  const pronoun = items.find((x) => x.meaning.kind === 'pronoun')
  if (pronoun !== undefined && verb && constrained && named.length === 0 && referred.length === 0 && items.some((x) => x.meaning.kind === 'verb' && asksToRun(tokens, x))) book.dangling.push(pronoun)
  if (!isLoad || (pronoun !== undefined && verb && named.length === 0 && referred.length === 0)) {
    if (asksForRun(clause)) book.doubtful.push(clause)
    return nothing
  }

  const devices = [...new Set(named.length > 0 ? named : referred)]
  for (const item of items) {
    if (['verb', 'finish', 'device', 'pronoun', 'request', 'not', 'leave'].includes(item.meaning.kind)) book.structural.push({ item, clause: number, devices })
    if (item.meaning.kind === 'person' && isSubject(items, item)) book.structural.push({ item, clause: number, devices })
  }
  const others = items.flatMap((item) => {
    const { meaning } = item
    if (meaning.kind !== 'order') return []
    const other = mention(item, meaning.candidates)
    const these = devices.length > 0 ? devices : (last?.devices ?? [])
    for (const id of other) for (const mine of these) if (id !== mine) book.order.push({ first: meaning.otherFirst ? id : mine, then: meaning.otherFirst ? mine : id, items: [item], clause: number })
    return other
  })
  if (clause.join === 'then' && last !== undefined) for (const then of devices) for (const first of last.devices) if (then !== first) book.order.push({ first, then, items: [...joint, ...items.filter((x) => x.meaning.kind === 'device' || x.meaning.kind === 'pronoun')], clause: number })
  else for (const item of joint) book.structural.push({ item, clause: number, devices })

  const finish = has(items, 'finish') || needed
  const verbPlace = items.findIndex((x) => x.meaning.kind === 'verb' || x.meaning.kind === 'device')
  const ties = items.flatMap((item, i): Tie[] => {
    if (item.meaning.kind !== 'when' || belongsToQuiet(items, i)) return []
    return [{ lead: item.meaning.lead, at: item.meaning.at, label: item.meaning.label, finish, items: [item], clause: number }]
  })
  const stretchItem = items.find((x) => x.meaning.kind === 'stretch')
  const spoken = stretchItem?.meaning.kind === 'stretch' ? { value: stretchItem.meaning.moment, items: [stretchItem], clause: number } : undefined
  // "ready tomorrow morning" is an end; "done tonight" a stretch to do it in.
  const endsThen = spoken !== undefined && ties.length === 0 && items.some((x) => x.meaning.kind === 'finish' && x.meaning.state === 'ready') && !isToday(spoken.value)
  if (endsThen) ties.push({ lead: 'by', at: { kind: 'moment', moment: spoken.value }, label: undefined, finish, items: spoken.items, clause: number })
  const stretch = endsThen ? undefined : spoken
  if (stretch !== undefined && !has(items, 'not')) book.stretches.push(stretch)
  const lengths = items.flatMap((item): Said<number>[] => (item.meaning.kind === 'length' ? [{ value: item.meaning.minutes, items: [item], clause: number }] : []))
  for (const [i, item] of items.entries()) if (item.meaning.kind === 'quiet') gatherAdverb(book, items, i, number)

  if (has(items, 'not')) return negated(book, { ...nothing, devices, ties: ties.map(inverse), stretch }, items)
  const gathered: Gathered = { clause, number, devices, ties, lengths, stretch, kind: finish ? 'finish' : verb || inherits || opens ? 'verb' : undefined, leading: items.findIndex((x) => x.meaning.kind === 'when' || x.meaning.kind === 'stretch') < verbPlace, pending: devices.length === 0 && last === undefined }
  // "By 7, please." in a sentence of its own is about everything the sentence before asked for.
  const targets = devices.length > 0 ? devices : [...new Set(seen.filter((g) => g.clause.sentence === last?.clause.sentence).flatMap((g) => g.devices))]
  attach(book, gathered, targets)
  const heard = seen.findLast((g) => g.stretch !== undefined)?.stretch
  for (const id of devices) if (book.byDevice.get(id)?.wanted === false) attach(book, { ties: [], lengths: [], stretch: stretch ?? heard }, [id])
  if (devices.length > 0 && (verb || inherits || finish || constrained)) {
    attach(book, { ties: [], lengths: [], stretch }, others)
    for (const id of [...devices, ...others]) want(book, id)
    book.runs.push({ value: devices, items: items.filter((x) => x.meaning.kind === 'device' || x.meaning.kind === 'pronoun'), clause: number })
  }
  share(book, gathered, seen)
  return gathered
}

/** "Emma wants the dishwasher …": somebody named before what is wanted. */
const isSubject = (items: readonly Item[], person: Item): boolean => {
  const rest = items.slice(items.indexOf(person) + 1)
  return has(rest, 'device', 'verb', 'finish', 'pronoun', 'leave') && items.slice(0, items.indexOf(person)).every((x) => ['filler', 'stretch', 'when'].includes(x.meaning.kind))
}

const isToday = ({ day }: Moment): boolean => day?.kind === 'offset' && day.days === 0

const newDraft = (book: Mutable<Drafts>, household: Household, id: string): Draft | undefined => {
  const device = household.devices.find((d) => d.id === id)
  if (device === undefined) return undefined
  const made: Draft = { device, wanted: false, excluded: false, stretch: undefined, minutes: undefined, ties: [], moves: [] }
  book.byDevice.set(id, made)
  return made
}

const want = (book: Mutable<Drafts>, id: string): void => {
  const found = book.byDevice.get(id)
  if (found !== undefined) found.wanted = true
}

const attach = (book: Mutable<Drafts>, { ties, lengths, stretch }: Pick<Gathered, 'ties' | 'lengths' | 'stretch'>, devices: readonly string[]): void => {
  for (const id of devices) {
    const target = book.byDevice.get(id)
    if (target === undefined) continue
    target.ties.push(...ties)
    target.stretch ??= stretch
    target.minutes ??= lengths[0]
  }
}

/** "Run A and charge B by 7": what closes a row of plain requests is meant for all of them; what opens one likewise. Lengths are not shared. */
const share = (book: Mutable<Drafts>, latest: Gathered, seen: readonly Gathered[]): void => {
  const before = seen.at(-1)
  if (latest.kind === undefined || latest.devices.length === 0 || before?.clause.sentence !== latest.clause.sentence || before.kind !== latest.kind) return
  if (latest.clause.join === 'then') attach(book, { ties: [], lengths: [], stretch: latest.stretch }, before.devices)
  if (latest.clause.join !== 'and') return
  if (latest.ties.length === 0 && latest.stretch === undefined) {
    if (before.leading) attach(book, { ...before, lengths: [] }, latest.devices)
    return
  }
  for (let i = seen.length - 1; i >= 0; i--) {
    const earlier = seen[i]
    if (earlier === undefined || earlier.kind !== latest.kind || earlier.clause.sentence !== latest.clause.sentence) break
    const ties = earlier.ties.length === 0 ? latest.ties : []
    attach(book, { ties, lengths: [], stretch: earlier.stretch === undefined ? latest.stretch : undefined }, earlier.devices)
    if (earlier.clause.join !== 'and') break
  }
}

/** What "it" and "both" refer to. */
const referents = (items: readonly Item[], seen: readonly Gathered[]): readonly string[] => {
  const pronoun = items.find((x) => x.meaning.kind === 'pronoun')
  if (pronoun?.meaning.kind !== 'pronoun') return []
  if (pronoun.meaning.many) return [...new Set(seen.flatMap((g) => g.devices))]
  return seen.findLast((g) => g.devices.length > 0)?.devices.slice(-1) ?? []
}

/** "run the sauna": a verb that asks for a run, with a thing behind it that is no device here. */
const unknownObject = (items: readonly Item[], tokens: readonly Token[]): { readonly name: string; readonly from: number; readonly to: number } | undefined => {
  const solid = items.findIndex((x) => x.meaning.kind !== 'filler')
  const opening = items[solid]
  const verb = opening?.meaning.kind === 'verb' ? opening : items.find((x, i) => x.meaning.kind === 'verb' && items.slice(0, i).every((y) => ['filler', 'stretch', 'when', 'not'].includes(y.meaning.kind)))
  if (verb === undefined) return undefined
  const strict = asksToRun(tokens, verb) && tokens[verb.from]?.lower !== 'start'
  const article = /^(the|my|our|a|an|your)$/.test(tokens[verb.to]?.lower ?? '')
  if (!article && !(strict && items.some((x) => x.from === verb.to && x.meaning.kind === 'word'))) return undefined
  if (!strict && !(article && /^(start|starting|put|set|use)$/.test(tokens[verb.from]?.lower ?? ''))) return undefined
  const from = article ? verb.to + 1 : verb.to
  let to = from
  while (items.some((x) => x.from === to && (x.meaning.kind === 'word' || x.meaning.kind === 'person')) && to < from + 4) to++
  const object = tokens.slice(from, to)
  return object.length === 0 || object.every(isFunctionWord) ? undefined : { name: object.map((t) => t.text).join(' ').slice(0, 60), from, to }
}

const asksToRun = (tokens: readonly Token[], verb: Item): boolean => /^(run|start|charge|recharge|turn|switch|plug)$/.test(tokens[verb.from]?.lower ?? '')

/** A time right behind "quietly" says when to be quiet. */
const belongsToQuiet = (items: readonly Item[], at: number): boolean => {
  const before = items.slice(0, at).findLast((x) => x.meaning.kind !== 'filler')
  const { meaning } = items[at] ?? {}
  return before?.meaning.kind === 'quiet' && meaning?.kind === 'when' && (meaning.at.kind === 'routine' || meaning.lead !== 'by')
}

const gatherAdverb = (book: Mutable<Drafts>, items: readonly Item[], at: number, clause: number): void => {
  const item = items[at]
  const nextPlace = items.findIndex((x, i) => i > at && x.meaning.kind !== 'filler')
  const next = items[nextPlace]
  if (item === undefined) return
  if (next?.meaning.kind === 'when' && belongsToQuiet(items, nextPlace)) book.quiet.push({ lead: next.meaning.lead, at: next.meaning.at, label: undefined, finish: false, items: [item, next], clause })
  else book.quiet.push({ value: 'kept', items: next?.meaning.kind === 'person' ? [item, next] : [item], clause })
}

/** "nothing may make noise while the baby sleeps". */
const gatherQuiet = (book: Mutable<Drafts>, clause: Clause, number: number, quiet: Item, nothing: Gathered): Gathered => {
  const whens = clause.items.filter((x) => x.meaning.kind === 'when' || x.meaning.kind === 'stretch')
  const rest = clause.items.filter((x) => ['device', 'person', 'verb'].includes(x.meaning.kind))
  for (const item of rest) book.structural.push({ item, clause: number, devices: [] })
  if (whens.length === 0) book.quiet.push({ value: 'kept', items: [quiet], clause: number })
  for (const item of whens) {
    const tie = item.meaning.kind === 'when' ? { lead: item.meaning.lead, at: item.meaning.at } : item.meaning.kind === 'stretch' ? { lead: 'during' as const, at: { kind: 'moment' as const, moment: item.meaning.moment } } : undefined
    if (tie !== undefined) book.quiet.push({ ...tie, label: undefined, finish: false, items: [quiet, item], clause: number })
  }
  return nothing
}

/** "Tom leaves with the car at 7:15", "the car is back at 6". */
const gatherMove = (book: Mutable<Drafts>, { clause, number, seen, vehicles: spoken }: Place, named: readonly string[], household: Household, nothing: Gathered): Gathered => {
  const { items } = clause
  const vehicles = named.filter((id) => household.devices.find((d) => d.id === id)?.vehicle === true)
  const [ahead, second] = vehicles.length > 0 ? vehicles : spoken
  const when = items.find((x) => x.meaning.kind === 'when'), stretch = items.find((x) => x.meaning.kind === 'stretch')
  const tied = moveTie(when, stretch, number)
  const before = clause.join === 'before' ? seen.at(-1) : undefined
  if (tied === undefined || ((ahead === undefined || second !== undefined) && before === undefined)) return nothing
  if (before !== undefined) attach(book, { ties: [{ ...tied, lead: 'before' }], lengths: [], stretch: undefined }, before.devices)
  if (ahead === undefined) {
    for (const item of [...items, ...(clause.joint === undefined ? [] : [clause.joint])]) if (['leave', 'return', 'person', 'join'].includes(item.meaning.kind)) book.structural.push({ item, clause: number, devices: before?.devices ?? [] })
    return nothing
  }
  const move = book.byDevice.get(ahead) ?? newDraft(book, household, ahead)
  if (clause.joint !== undefined) book.structural.push({ item: clause.joint, clause: number, devices: [ahead] })
  const within = when !== undefined && stretch?.meaning.kind === 'stretch' ? stretch.meaning.moment : undefined
  move?.moves.push({ kind: has(items, 'leave') ? 'leave' : 'return', tie: tied, within })
  for (const item of items) if (['leave', 'return', 'person', 'device', 'pronoun', 'verb'].includes(item.meaning.kind) || (item === stretch && when !== undefined)) book.structural.push({ item, clause: number, devices: [ahead] })
  return { ...nothing, devices: vehicles }
}

const moveTie = (when: Item | undefined, stretch: Item | undefined, clause: number): Tie | undefined => {
  if (when?.meaning.kind === 'when') return { lead: when.meaning.lead, at: when.meaning.at, label: when.meaning.label, finish: false, items: [when], clause }
  if (stretch?.meaning.kind === 'stretch') return { lead: 'at', at: { kind: 'moment', moment: stretch.meaning.moment }, label: undefined, finish: false, items: [stretch], clause }
  return undefined
}

const inverse = (tie: Tie): Tie => ({ ...tie, lead: ({ by: 'from', before: 'from', from: 'by', after: 'by', at: 'not-during', during: 'not-during', 'not-during': 'during' } as const)[tie.lead] })

/** "don't run the dryer" leaves it out; "don't run it after 10" is an end. */
const negated = (book: Mutable<Drafts>, gathered: Gathered, items: readonly Item[]): Gathered => {
  if (gathered.ties.length > 0) {
    attach(book, gathered, gathered.devices)
    for (const id of gathered.devices) want(book, id)
    book.runs.push({ value: gathered.devices, items: items.filter((x) => x.meaning.kind === 'device'), clause: gathered.number })
    return gathered
  }
  for (const id of gathered.devices) {
    const out = book.byDevice.get(id)
    if (out !== undefined) out.excluded = true
  }
  book.excluded.push({ value: gathered.devices, items: items.filter((x) => ['not', 'verb', 'device', 'pronoun', 'stretch'].includes(x.meaning.kind)), clause: gathered.number })
  return gathered
}
