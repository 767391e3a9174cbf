/** Clauses gathered into drafts: which device is to run, and what is tied to it. Nothing is placed in time yet. */
import type { Household } from '../../shared/household.ts'
import type { Book, Gathered, Place, Said, Tie } from './draft-book.ts'
import { attach, cameToNothing, emptyBook, mention, share, want } from './draft-book.ts'
import { gatherMove } from './draft-moves.ts'
import { belongsToQuiet, gatherAdverbs, gatherQuiet } from './draft-quiet.ts'
import type { Clause, Item } from './items.ts'
import { has } from './items.ts'
import type { Moment } from './moments.ts'
import type { Token } from './tokens.ts'
import { isFunctionWord, turnsMeaning } from './words.ts'

/** Gathers what the clauses say. A clause with an unread word that may turn its meaning around is not used at all. */
export const draft = (clauses: readonly Clause[], tokens: readonly Token[], household: Household): Book => {
  const book = emptyBook()
  const seen: Gathered[] = []
  const vehicles = vehiclesIn(clauses, household)
  for (const [number, clause] of clauses.entries()) {
    for (const item of clause.items) {
      if (item.meaning.kind === 'repeat') book.repeats.push(item)
      if (item.meaning.kind === 'reason') book.reasons.push({ value: null, items: [item], clause: number })
    }
    if (clause.aside) continue
    if (isTurned(clause, tokens)) {
      if (asksForRun(clause, tokens) || asksToStop(clause, tokens)) book.doubtful.push(clause)
      continue
    }
    const next = clauses[number + 1]?.join
    seen.push(gather(book, { clause, number, seen, next, vehicles }, tokens, household))
    if (next === 'then') for (const item of clause.items) if (item.meaning.kind === 'first') book.structural.push({ item, clause: number, devices: [] })
  }
  for (const pending of seen.filter((g) => g.pending)) {
    const target = seen.find((g) => g.number > pending.number && g.devices.length > 0)
    if (target !== undefined) attach(book, pending, target.devices)
  }
  return book
}

const vehiclesIn = (clauses: readonly Clause[], household: Household): string[] => {
  const ids = new Set(clauses.flatMap((c) => c.items).flatMap(({ meaning }) => (meaning.kind === 'device' || meaning.kind === 'order' ? meaning.candidates : meaning.kind === 'leave' ? (meaning.candidates ?? []) : [])))
  return household.devices.filter((d) => d.vehicle && ids.has(d.id)).map((d) => d.id)
}

/** An unread "unless", "twice" or "or", a repetition, or a "not" whose object is unknown: "the car does not leave at 7". */
const isTurned = ({ items }: Clause, tokens: readonly Token[]): boolean => {
  if (has(items, 'repeat') || items.some((x) => x.meaning.kind === 'word' && tokens.slice(x.from, x.to).some(turnsMeaning))) return true
  if (!has(items, 'not')) return false
  const solid = items.filter((x) => x.meaning.kind !== 'filler')
  if (has(solid, 'leave', 'return') || solid.some(({ meaning }) => meaning.kind === 'quiet' && meaning.clause)) return true
  return solid.some((x, i) => x.meaning.kind === 'not' && !['verb', 'device', 'finish', 'pronoun'].includes(solid[i + 1]?.meaning.kind ?? ''))
}

/** That it is done is no request: "the laundry is done". */
const asksForRun = (clause: Clause, tokens: readonly Token[]): boolean =>
  has(clause.items, 'device', 'order') && (has(clause.items, 'verb', 'when', 'stretch') || hasActivity(clause.items) || (has(clause.items, 'finish') && isDemand(clause, tokens)))
const hasActivity = (items: readonly Item[]): boolean => items.some((x) => x.meaning.kind === 'device' && x.meaning.activity)

const asksToStop = ({ items }: Clause, tokens: readonly Token[]): boolean => {
  const opening = items.find((x) => x.meaning.kind !== 'filler')
  return opening !== undefined && has(items, 'device') && /^(cancel|stop|pause|skip|abort|delay|postpone|unplug)$/.test(tokens[opening.from]?.lower ?? '')
}

/** "make sure the car is charged", "it has to be done"; not "the dishwasher is done". */
const isDemand = ({ items }: Clause, tokens: readonly Token[]): boolean => items.some((x) => x.meaning.kind === 'filler' && tokens.slice(x.from, x.to).some((t) => /^(sure|must|should|need|needs|have|want|wants|ought|get|let)$/.test(t.lower) || (t.lower === 'has' && x.to - x.from > 1)))

const gather = (book: Book, place: Place, tokens: readonly Token[], household: Household): Gathered => {
  const { clause: { items }, clause, number, seen } = place
  for (const item of items) if (item.meaning.kind === 'objective') book.objectives.push({ value: item.meaning.objective, items: [item], clause: number })
  const quiet = items.find((x) => x.meaning.kind === 'quiet' && x.meaning.clause)
  if (quiet !== undefined) {
    gatherQuiet(book, clause, number, quiet)
    return cameToNothing(clause, number)
  }
  const asked = book.ambiguous.length
  const named = items.flatMap((x) => (x.meaning.kind === 'device' || (x.meaning.kind === 'leave' && x.meaning.candidates !== undefined) ? mention(book, household, x, x.meaning.candidates ?? []) : []))
  if (book.ambiguous.length > asked) return cameToNothing(clause, number)
  // "Emma needs it by 7": only a vehicle leaves.
  const last = seen.findLast((g) => g.devices.length > 0)?.devices ?? []
  const needed = items.some((x) => x.meaning.kind === 'leave' && x.meaning.pronoun === true) && household.devices.find((d) => d.id === last.at(-1))?.vehicle !== true
  return has(items, 'leave', 'return') && !needed ? gatherMove(book, place, named, household) : gatherLoad(book, place, { named, needed }, tokens, household)
}

interface Naming { readonly named: readonly string[]; readonly needed: boolean }

const gatherLoad = (book: Book, place: Place, { named, needed }: Naming, tokens: readonly Token[], household: Household): Gathered => {
  const { clause, number, seen, next } = place
  const { items } = clause
  const nothing = cameToNothing(clause, number)
  const last = seen.findLast((g) => g.devices.length > 0)
  const verb = has(items, 'verb') || hasActivity(items)
  const opens = has(items, 'first') && next === 'then'
  const inherits = clause.join !== 'start' && last?.kind === 'verb' && named.length > 0
  const constrained = has(items, 'not', 'when', 'stretch', 'length', 'objective', 'order', 'request') || next === 'before' || opens || (has(items, 'finish') && isDemand(clause, tokens))
  const leftOver = has(items, 'word')

  const unknown = named.length === 0 ? unknownObject(items, tokens) : undefined
  if (unknown !== undefined) {
    book.unknown.push(unknown)
    return nothing
  }
  const pronoun = items.find((x) => x.meaning.kind === 'pronoun')
  const meant = named.length > 0 ? named : needed ? (last?.devices ?? []) : referents(pronoun, seen)
  const devices = [...new Set(meant.length > 0 || pronoun === undefined ? meant : charged(book, pronoun, items, tokens, household))]
  if (devices.length === 0 && pronoun !== undefined && verb) {
    if (constrained && items.some((x) => x.meaning.kind === 'verb' && asksToRun(tokens, x))) book.dangling.push(pronoun)
    return nothing
  }
  // With an unread word beside it, only a verb makes a device a request, and without a device nothing does.
  if (!(verb && devices.length > 0) && !inherits && !(constrained && !leftOver)) {
    if (asksForRun(clause, tokens) && !isByHand(clause, tokens)) book.doubtful.push(clause)
    return nothing
  }

  for (const item of items) {
    const joins = ['verb', 'finish', 'device', 'pronoun', 'request', 'not', 'leave'].includes(item.meaning.kind)
    if (joins || (item.meaning.kind === 'person' && isSubject(items, item))) book.structural.push({ item, clause: number, devices })
  }
  const others = gatherOrder(book, place, devices, last?.devices ?? [], household)
  const finish = has(items, 'finish') || needed
  const { ties, stretch, lengths } = constraintsOf(book, clause, number, devices, finish)
  gatherAdverbs(book, items, number)

  // A clause that names no device is about the one before it, or, with no verb of its own, "done by 7", about all its sentence asked for.
  const sentence = seen.filter((g) => g.clause.sentence === last?.clause.sentence).flatMap((g) => g.devices)
  const targets = devices.length > 0 ? devices : verb && clause.join !== 'start' ? (last?.devices ?? []) : [...new Set(sentence)]
  if (has(items, 'not')) return negated(book, { ...nothing, devices: targets, ties: ties.map(inverse), stretch }, items)
  if (stretch !== undefined) book.stretches.push(stretch)

  const devicePlace = items.findIndex((x) => x.meaning.kind === 'verb' || x.meaning.kind === 'device')
  const leading = items.findIndex((x) => x.meaning.kind === 'when' || x.meaning.kind === 'stretch') < devicePlace
  const gathered: Gathered = { clause, number, devices, ties, lengths, stretch, kind: finish ? 'finish' : verb || inherits || opens ? 'verb' : undefined, leading, pending: devices.length === 0 && last === undefined }
  attach(book, gathered, targets)
  // A stretch holds until another is named: "tonight run A; also charge B".
  const heard = stretch ?? seen.findLast((g) => g.stretch !== undefined)?.stretch
  attach(book, { ties: [], lengths: [], stretch: heard }, [...devices.filter((id) => book.byDevice.get(id)?.wanted === false), ...others])
  if (devices.length > 0) {
    want(book, [...devices, ...others])
    book.runs.push({ value: devices, items: items.filter((x) => x.meaning.kind === 'device' || x.meaning.kind === 'pronoun'), clause: number })
  }
  share(book, gathered, seen)
  return gathered
}

/** The times, stretch and lengths of a clause. */
const constraintsOf = (book: Book, { items }: Clause, clause: number, devices: readonly string[], finish: boolean): { readonly ties: readonly Tie[]; readonly stretch: Said<Moment> | undefined; readonly lengths: readonly Said<number>[] } => {
  const ties = items.flatMap((item, i): Tie[] => {
    if (item.meaning.kind !== 'when' || belongsToQuiet(items, i)) return []
    if (item.meaning.at.kind === 'earlier') return sameTime(book, item, clause, devices)
    return [{ lead: item.meaning.lead, at: item.meaning.at, label: item.meaning.label, finish, items: [item], clause }]
  })
  const lengths = items.flatMap((item): Said<number>[] => (item.meaning.kind === 'length' ? [{ value: item.meaning.minutes, items: [item], clause }] : []))
  const item = items.find((x) => x.meaning.kind === 'stretch')
  const stretch = item?.meaning.kind === 'stretch' ? { value: item.meaning.moment, items: [item], clause } : stretchOfBeginning(ties)
  // "ready tomorrow morning" is an end; "done tonight" a stretch to do it in.
  const ready = items.some((x) => x.meaning.kind === 'finish' && x.meaning.state === 'ready')
  if (stretch === undefined || ties.length > 0 || !ready || isToday(stretch.value)) return { ties, stretch, lengths }
  return { ties: [{ lead: 'by', at: { kind: 'moment', moment: stretch.value }, label: undefined, finish, items: stretch.items, clause }], stretch: undefined, lengths }
}

/** "A after B", "A, then B": notes which is first, and returns the devices named only there. */
const gatherOrder = (book: Book, { clause, number }: Place, devices: readonly string[], previous: readonly string[], household: Household): string[] => {
  const { items, joint, join } = clause
  const pair = (first: string, then: string, from: readonly Item[]): void => { if (first !== then) book.order.push({ first, then, items: from, clause: number }) }
  const follows = items.some((x) => x.meaning.kind === 'device' && x.meaning.follows)
  if ((join === 'then' || follows) && previous.length > 0) {
    const from = [...(joint === undefined ? [] : [joint]), ...items.filter((x) => x.meaning.kind === 'device' || x.meaning.kind === 'pronoun')]
    for (const first of previous) for (const then of devices) pair(first, then, from)
  } else if (joint?.meaning.kind === 'join' && joint.meaning.word !== 'and') book.structural.push({ item: joint, clause: number, devices })
  return items.flatMap((item) => {
    const { meaning } = item
    if (meaning.kind !== 'order') return []
    const others = mention(book, household, item, meaning.candidates)
    for (const other of others) for (const mine of devices.length > 0 ? devices : previous) if (meaning.otherFirst) pair(other, mine, [item]); else pair(mine, other, [item])
    return others
  })
}

/** "Emma wants the dishwasher …": somebody named before what is wanted. */
const isSubject = (items: readonly Item[], person: Item): boolean => {
  const at = items.indexOf(person)
  return has(items.slice(at + 1), 'device', 'verb', 'finish', 'pronoun', 'leave') && items.slice(0, at).every((x) => ['filler', 'stretch', 'when'].includes(x.meaning.kind))
}

/** "before then": the time named last. A vehicle that leaves then is bound by that already. */
const sameTime = (book: Book, item: Item, clause: number, devices: readonly string[]): Tie[] => {
  const named = [...book.leavings, ...[...book.byDevice.values()].flatMap((d) => [...d.ties, ...d.moves.map((move) => move.tie)])].sort((a, b) => a.clause - b.clause).at(-1)
  if (named === undefined) return []
  if (devices.every((id) => book.byDevice.get(id)?.moves.some((move) => move.tie === named) === true)) {
    book.structural.push({ item, clause, devices })
    return []
  }
  return [{ ...named, lead: 'by', items: [...named.items, item], clause }]
}

/** "after 10 pm tonight" names the stretch as well as its beginning. */
const stretchOfBeginning = (ties: readonly Tie[]): Said<Moment> | undefined => {
  for (const { lead, at, items, clause } of ties) {
    if ((lead !== 'from' && lead !== 'after') || at.kind !== 'moment' || at.moment.clock === undefined) continue
    const { day, part } = at.moment
    if (day !== undefined || part !== undefined) return { value: { ...(day === undefined ? {} : { day }), ...(part === undefined ? {} : { part }) }, items, clause }
  }
  return undefined
}

const isToday = ({ day }: Moment): boolean => day?.kind === 'offset' && day.days === 0

/** What "it" and "both" refer to. */
const referents = (pronoun: Item | undefined, seen: readonly Gathered[]): readonly string[] => {
  if (pronoun?.meaning.kind !== 'pronoun') return []
  if (pronoun.meaning.many) return seen.flatMap((g) => g.devices)
  return seen.findLast((g) => g.devices.length > 0)?.devices.slice(-1) ?? []
}

/** What people do with what a machine does not: "fold the laundry tomorrow", "empty the dishwasher". */
const isByHand = ({ items }: Clause, tokens: readonly Token[]): boolean => {
  const opening = items.find((x) => x.meaning.kind !== 'filler')
  return opening !== undefined && /^(?:word|finish)$/.test(opening.meaning.kind) && /^(?:fold|hang|iron|sort|empty|unload|load|clear|clean|descale|repair|fix|bring|fetch|collect|buy|order|vacuum|wipe|hoover)$/.test(tokens[opening.from]?.lower ?? '')
}

/** "Charge it" means the vehicle, where there is one alone. */
const charged = (book: Book, pronoun: Item, items: readonly Item[], tokens: readonly Token[], household: Household): readonly string[] => {
  const vehicles = household.devices.filter(({ vehicle }) => vehicle)
  return vehicles.length === 1 && items.some((x) => x.meaning.kind === 'verb' && /^(?:re)?charge$/.test(tokens[x.from]?.lower ?? '')) ? vehicles.flatMap(({ id }) => mention(book, household, pronoun, [id])) : []
}

const asksToRun = (tokens: readonly Token[], verb: Item): boolean => /^(run|start|charge|recharge|turn|switch|plug)$/.test(tokens[verb.from]?.lower ?? '')

/** "run the sauna": the name behind a verb that asks for a run, when it is no device here. */
const unknownObject = (items: readonly Item[], tokens: readonly Token[]): string | undefined => {
  const verb = items.find((x, i) => x.meaning.kind === 'verb' && items.slice(0, i).every((y) => ['filler', 'stretch', 'when', 'not'].includes(y.meaning.kind)))
  if (verb === undefined) return undefined
  const word = tokens[verb.from]?.lower ?? ''
  const article = /^(the|my|our|a|an|your)$/.test(tokens[verb.to]?.lower ?? '')
  // "charge phones" is clear without an article; "start the oven" needs it, for one can start many things.
  if (asksToRun(tokens, verb) && word !== 'start' ? !article && !items.some((x) => x.from === verb.to && x.meaning.kind === 'word') : !(article && (/^(start|starting|set|use)$/.test(word) || (word === 'put' && tokens.slice(verb.to, verb.to + 6).some(({ lower }) => lower === 'on'))))) return undefined
  const from = article ? verb.to + 1 : verb.to
  let to = from
  while (items.some((x) => x.from === to && (x.meaning.kind === 'word' || x.meaning.kind === 'person')) && to < from + 4) to++
  const object = tokens.slice(from, to)
  return object.length === 0 || object.every(isFunctionWord) ? undefined : object.map((t) => t.text).join(' ').slice(0, 60)
}

const inverse = (tie: Tie): Tie => ({ ...tie, lead: ({ by: 'from', until: 'from', before: 'from', from: 'by', after: 'by', at: 'not-during', during: 'not-during', 'not-during': 'during' } as const)[tie.lead] })

/** "don't run the dryer" leaves it out; "don't run it after 10" is an end. */
const negated = (book: Book, gathered: Gathered, items: readonly Item[]): Gathered => {
  const { devices, number } = gathered
  if (gathered.ties.length > 0) {
    attach(book, gathered, devices)
    want(book, devices)
    book.runs.push({ value: devices, items: items.filter((x) => x.meaning.kind === 'device'), clause: number })
    return gathered
  }
  for (const id of devices) {
    const out = book.byDevice.get(id)
    if (out !== undefined) out.excluded = true
  }
  if (devices.length > 0) book.excluded.push({ value: devices, items: items.filter((x) => ['not', 'verb', 'device', 'pronoun', 'stretch'].includes(x.meaning.kind)), clause: number })
  return gathered
}
