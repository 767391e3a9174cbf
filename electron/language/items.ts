/** A message as a row of items, one behind the other, so that every token belongs to exactly one; and the row cut into clauses. */
import type { Matcher } from './grammar.ts'
import type { Meaning } from './phrases.ts'
import type { Token } from './tokens.ts'
import { isFunctionWord, turnsMeaning } from './words.ts'

export interface Item {
  /** `word`: a content word no phrase knows. `stop`: the end of a sentence. `reason`: why something is wanted. */
  readonly meaning: Meaning | { readonly kind: 'word' | 'reason' | 'stop' }
  /** Token indices, half-open. */
  readonly from: number
  readonly to: number
}

/** One statement with its predicate and what belongs to it. */
export interface Clause {
  readonly items: readonly Item[]
  /** The words that join it to the clause before: "and then", "before". */
  readonly joint: Item | undefined
  /** What joins it to the clause before. */
  readonly join: 'start' | 'and' | 'but' | 'then' | 'before'
  readonly sentence: number
  /** A real question, or a statement about the past: nothing in it is used. */
  readonly aside: boolean
}

/** Cuts tokens into items: the longest known phrase at each place, else one word. */
export const scan = (tokens: readonly Token[], phrases: Matcher<Meaning>): Item[] => {
  const items: Item[] = []
  for (let at = 0; at < tokens.length;) {
    const phrase = phrases(tokens, at)
    const token = tokens[at]
    if (token === undefined) break
    items.push(phrase === undefined ? { meaning: lone(token), from: at, to: at + 1 } : { meaning: phrase.value, from: at, to: phrase.next })
    at = phrase?.next ?? at + 1
  }
  return withReasons(items, tokens)
}

const lone = (token: Token): Item['meaning'] => {
  if (token.kind === 'mark') return /^[.!?;\n…]$/.test(token.text) ? { kind: 'stop' } : /^[,:()–—-]$/.test(token.text) ? { kind: 'join', then: false, word: 'comma' } : { kind: 'filler' }
  return { kind: isFunctionWord(token) ? 'filler' : 'word' }
}

/**
 * A "for" or "because" with words behind it that name nothing to plan is a reason: noted, changes nothing.
 * One that holds a time, a number or a "not" could change something, so its words stay unread.
 */
const withReasons = (items: readonly Item[], tokens: readonly Token[]): Item[] => {
  const result: Item[] = []
  for (let i = 0; i < items.length; i++) {
    const item = items[i]
    if (item === undefined) break
    if (item.meaning.kind !== 'because') { result.push(item); continue }
    let end = i + 1
    // "Lena leaves for the dentist at 8:45": there the time is the leaving's.
    const leaves = leavesUntimed(items, i)
    while (weak(items[end]) && !(leaves && items[end]?.meaning.kind === 'when')) end++
    const run = items.slice(i, end)
    const content = run.filter((x) => x.meaning.kind === 'word' || x.meaning.kind === 'person')
    const last = content.at(-1)
    const loaded = run.some((x) => timeWithin(x)) || content.some((x) => tokens.slice(x.from, x.to).some((t) => t.kind !== 'word' || turnsMeaning(t)))
    if (last === undefined || loaded || clauseFollows(items[end])) {
      result.push({ ...item, meaning: { kind: 'filler' } }, ...run.slice(1).map((x): Item => (loaded && timeWithin(x) ? { ...x, meaning: { kind: 'word' } } : x)))
    } else {
      const closing = run.indexOf(last) + 1
      result.push({ meaning: { kind: 'reason' }, from: item.from, to: last.to }, ...run.slice(closing))
    }
    i = end - 1
  }
  return result
}

const weak = (item: Item | undefined): boolean => item !== undefined && (['word', 'person', 'filler', 'pronoun'].includes(item.meaning.kind) || timeWithin(item))

const leavesUntimed = (items: readonly Item[], at: number): boolean => {
  const clause = items.slice(items.findLastIndex((x, i) => i < at && (x.meaning.kind === 'stop' || x.meaning.kind === 'join')) + 1, at)
  return has(clause, 'leave') && !has(clause, 'when')
}

/** A time that belongs to the reason itself: "for the party at 8", "for the trip on Friday". Tonight and today stay the stretch of the plan. */
const timeWithin = ({ meaning }: Item): boolean => {
  if (meaning.kind === 'when') return meaning.lead === 'at'
  return meaning.kind === 'stretch' && !(meaning.moment.day?.kind === 'offset' && meaning.moment.day.days === 0)
}

const clauseFollows = (item: Item | undefined): boolean => item !== undefined && ['leave', 'return', 'finish', 'verb', 'quiet', 'device', 'not'].includes(item.meaning.kind)

/** Cuts items into clauses: at sentence ends, and at "and", "but" or a comma where a new predicate follows. */
export const clausesOf = (items: readonly Item[], tokens: readonly Token[]): Clause[] => {
  const clauses: Clause[] = []
  let current: Item[] = []
  let join: Clause['join'] = 'start'
  let joint: Item | undefined
  let sentence = 0
  const close = (next: Clause['join'], by?: Item): void => {
    if (current.some((x) => x.meaning.kind !== 'filler')) clauses.push({ items: current, join, joint, sentence, aside: false })
    current = []
    join = next
    joint = by
  }
  for (const [i, item] of items.entries()) {
    if (item.meaning.kind === 'stop') {
      close('start')
      sentence++
    } else if (item.meaning.kind === 'join') {
      const next = ahead(items, i + 1)
      if (item.meaning.word === 'before' || startsClause(current, next, item.meaning.then)) close(item.meaning.then ? 'then' : item.meaning.word === 'comma' || item.meaning.word === 'then' ? 'and' : item.meaning.word, item)
    } else {
      if (startsAnew(current, item, items, i)) close('and')
      current.push(item)
    }
  }
  close('start')
  return clauses.map((clause) => ({ ...clause, aside: isAside(clause, clauses, items, tokens) }))
}

/** The items up to the next join or stop. */
const ahead = (items: readonly Item[], from: number): readonly Item[] => {
  const end = items.findIndex((x, i) => i >= from && (x.meaning.kind === 'join' || x.meaning.kind === 'stop'))
  return items.slice(from, end < 0 ? undefined : end)
}

export const has = (items: readonly Item[], ...kinds: readonly Item['meaning']['kind'][]): boolean => items.some((x) => kinds.includes(x.meaning.kind))

const hasPredicate = (items: readonly Item[]): boolean => items.some(({ meaning }) => ['verb', 'finish', 'leave', 'return', 'not'].includes(meaning.kind) || (meaning.kind === 'quiet' && meaning.clause) || (meaning.kind === 'device' && meaning.activity))

const startsClause = (current: readonly Item[], next: readonly Item[], then: boolean): boolean => {
  if (!has(current, 'device', 'pronoun', 'order') && !hasPredicate(current)) return false
  if (hasPredicate(next)) return true
  const behind = current.slice(current.findIndex((x) => x.meaning.kind === 'device' || x.meaning.kind === 'pronoun') + 1)
  return has(next, 'device', 'pronoun', 'order') && (then || has(behind, 'when', 'stretch', 'length', 'objective', 'order', 'leave', 'quiet'))
}

/** A second verb with no "and" before it: "7 p.m. Charge the car", or a because-clause: "since Tom leaves at 7". */
const startsAnew = (current: readonly Item[], item: Item, items: readonly Item[], at: number): boolean => {
  const { kind } = item.meaning
  if (!has(current, 'verb', 'finish') || !has(current, 'device', 'pronoun', 'order')) return false
  if (kind === 'verb') return current.at(-1)?.meaning.kind !== 'verb'
  if (kind === 'person' || kind === 'leave') return has(ahead(items, at), 'leave', 'return') && !has(current, 'leave', 'return')
  return false
}

const pastWords = new Set(['was', 'were', 'had', 'did', "didn't", "wasn't", 'ran', 'went', 'yesterday', 'ago', 'broken', 'broke'])
const asking = new Set(['what', "what's", 'why', 'who', "who's", 'whose', 'which', 'where', "where's", 'how', "how's", 'when', "when's", 'is', 'are', 'was', 'were', 'does', 'did', 'has', 'will', 'would', 'could', 'should', 'can', 'may', 'might', 'shall', "isn't", "aren't", "doesn't", "didn't", 'am'])
const subjects = new Set(['i', 'we', 'you', 'they', 'he', 'she', 'it'])

const isAside = (clause: Clause, clauses: readonly Clause[], items: readonly Item[], tokens: readonly Token[]): boolean => {
  const words = clause.items.flatMap((x) => tokens.slice(x.from, x.to))
  if (words.some((t) => pastWords.has(t.lower)) || words.some((t, i) => /^(has|have)$/.test(t.lower) && words[i + 1]?.lower === 'been')) return true
  const inSentence = clauses.filter((c) => c.sentence === clause.sentence).flatMap((c) => c.items)
  const opening = inSentence.find((x) => !(x.meaning.kind === 'filler' && isCourtesy(tokens, x)))
  if (opening === undefined) return false
  const first = tokens[opening.from]?.lower ?? '', second = tokens[opening.from + 1]?.lower ?? ''
  if (['request', 'when', 'order', 'device', 'stretch', 'quiet', 'objective', 'not'].includes(opening.meaning.kind)) return false
  if (opening.meaning.kind === 'filler' && opening.to - opening.from > 1 && /^(can|could|would|will)$/.test(first)) return false
  // "Could the dryer run tonight?" is answered by a plan.
  if (/^(can|could|should|may)$/.test(first) && has(inSentence, 'device') && has(inSentence, 'verb')) return false
  if (asking.has(first)) return true
  const last = inSentence.at(-1)
  const stop = last === undefined ? undefined : items.find((x) => x.from >= last.to && x.meaning.kind === 'stop')
  return (first === 'do' || first === 'have') && subjects.has(second) && stop !== undefined && tokens[stop.from]?.text === '?'
}

const isCourtesy = (tokens: readonly Token[], item: Item): boolean => /^(please|hi|hello|hey|lares|ok|okay|thanks|thank|good|so|and|also|just|,)$/.test(tokens[item.from]?.lower ?? '')
