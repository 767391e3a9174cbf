/** A message cut into what it asks for: sentences, and within them "… and remind me …", "dinner on Friday at 8 and brunch on Sunday at 11". */
import type { DayRef } from '../days.ts'
import type { Token } from '../tokens.ts'
import { isFunctionWord, monthOf } from '../words.ts'
import { lowerAt } from './calendar-words.ts'
import type { TimePhrase } from './time-phrases.ts'
import { timePhrases } from './time-phrases.ts'

export interface Clause {
  readonly tokens: readonly Token[]
  readonly phrases: readonly TimePhrase[]
  readonly question: boolean
  /** A day that was named for it before: "Tomorrow: dentist at 9, hairdresser at 11". */
  readonly lent: DayRef | undefined
  /** Joined by "and" to the clause before: it may want the same, "cancel yoga on Monday and football on Tuesday". */
  readonly follows: boolean
  /** "Thanks!": asks for nothing. */
  readonly courtesy: boolean
  /** Nothing is named in it but a time: it is about what the clause before is about. */
  readonly onlyTime: boolean
}

export const clausesOf = (tokens: readonly Token[]): Clause[] => sentencesOf(tokens).flatMap((sentence) => clausesIn(sentence))

const courtesies = /^(hi|hello|hey|thanks|thank|you|ok|okay|great|good|morning|evening|bye|cheers|lares|very|much|so|please|danke|hallo|super|prima|[,:!.])$/
const isCourtesy = (tokens: readonly Token[]): boolean => tokens.every(({ lower }) => courtesies.test(lower))

interface Sentence { readonly tokens: readonly Token[]; readonly question: boolean }

const sentencesOf = (tokens: readonly Token[]): Sentence[] => {
  const sentences: Sentence[] = []
  let from = 0
  for (let i = 0; i <= tokens.length; i++) {
    const mark = tokens[i]?.text
    if (i < tokens.length && !(mark !== undefined && /^[.!?;\n…]$/.test(mark) && !(mark === '.' && belongsToDate(tokens, i)))) continue
    if (i > from) sentences.push({ tokens: tokens.slice(from, i), question: mark === '?' })
    from = i + 1
  }
  return sentences
}

/** The full stop of "3. Dezember", "vom 12. bis 19.", "15. jedes Monats". */
const belongsToDate = (tokens: readonly Token[], at: number): boolean => {
  const before = tokens[at - 1], after = tokens[at + 1]
  return before?.kind === 'number' && before.end === tokens[at]?.start && after !== undefined && (monthOf(after) !== undefined || /^(until|to|and|of|every|each|in)$/.test(after.lower) || after.kind === 'number')
}

const clausesIn = ({ tokens, question }: Sentence): Clause[] => {
  const opening = heading(tokens)
  const body = opening === undefined ? tokens : tokens.slice(opening.next)
  const apart = split(body, timePhrases(body), opening !== undefined, question)
  const clauses = apart.length === 1 ? [{ tokens, follows: false }] : apart
  let lent = apart.length === 1 ? undefined : opening?.day
  return clauses.map(({ tokens: part, follows }): Clause => {
    const phrases = timePhrases(part)
    const own = dayIn(phrases)
    const clause = { tokens: part, phrases, question, follows, courtesy: isCourtesy(part), lent: own === undefined ? lent : undefined, onlyTime: !hasContent(part, phrases) }
    lent = own ?? lent
    return clause
  })
}

/** "Tomorrow: …", "This weekend: …". */
const heading = (tokens: readonly Token[]): { readonly day: DayRef; readonly next: number } | undefined => {
  const colon = tokens.findIndex(({ text }) => text === ':')
  if (colon < 1) return undefined
  const [first, second] = timePhrases(tokens.slice(0, colon))
  const found = first?.phrase.kind === 'moment' && second === undefined && first.from === 0 && first.to === colon ? first.phrase.moment : undefined
  return found?.day === undefined || found.clock !== undefined ? undefined : { day: found.day, next: colon + 1 }
}

const dayIn = (phrases: readonly TimePhrase[]): DayRef | undefined => {
  for (const { phrase } of phrases) {
    if (phrase.kind === 'moment' && phrase.moment.day !== undefined) return phrase.moment.day
    if (phrase.kind === 'vague-clock' && phrase.day !== undefined) return phrase.day
  }
  return undefined
}

const starters = new Set('move reschedule shift push postpone put delay cancel delete remove skip call change make rename add set extend shorten swap invite remind write draft show list undo create book schedule find plan run charge tell who when where what buy'.split(' '))
const joints = /^(and|then|but|,|also)$/

const split = (tokens: readonly Token[], phrases: readonly TimePhrase[], listed: boolean, question: boolean): { readonly tokens: readonly Token[]; readonly follows: boolean }[] => {
  const cuts: { readonly from: number; readonly next: number }[] = []
  let start = 0
  for (let i = 0; i < tokens.length; i++) {
    if (isBareReminder(tokens, start, i)) { cuts.push({ from: i, next: i }); start = i; continue }
    if (!joints.test(lowerAt(tokens, i)) || phrases.some(({ from, to }) => i >= from && i < to)) continue
    let next = i
    while (joints.test(lowerAt(tokens, next)) || (next > i && lowerAt(tokens, next) === 'please')) next++
    if (parts(tokens, start, i, next, phrases, listed) || (question && /^(is|are|do|does)$/.test(lowerAt(tokens, next)))) { cuts.push({ from: i, next }); start = next }
    i = next - 1
  }
  return [{ from: 0, next: 0 }, ...cuts].map(({ from, next }, i) => ({ tokens: tokens.slice(next, cuts[i]?.from), follows: i > 0 && !tokens.slice(from, next).some(({ lower }) => lower === 'but' || lower === 'then') && !starters.has(lowerAt(tokens, next)) })).filter((part) => part.tokens.length > 0)
}

/** "Dentist tomorrow 4 pm remind me an hour before". */
const isBareReminder = (tokens: readonly Token[], start: number, at: number): boolean =>
  lowerAt(tokens, at) === 'remind' && /^(me|us)$/.test(lowerAt(tokens, at + 1)) && at > start && !joints.test(lowerAt(tokens, at - 1)) && timePhrases(tokens.slice(start, at)).some(({ to }) => to === at - start) && hasContent(tokens.slice(start, at), timePhrases(tokens.slice(start, at)))

/** Whether what stands behind a joint is a request of its own. */
const parts = (tokens: readonly Token[], start: number, joint: number, next: number, phrases: readonly TimePhrase[], listed: boolean): boolean => {
  const left = tokens.slice(start, joint), right = tokens.slice(next)
  if (right.length === 0 || !left.some((t) => t.kind !== 'mark')) return false
  const opens = /^(no|not|sorry|actually|nope)$/.test(lowerAt(left, 0)) && left.length === 1
  if (/^(that|this|it)$/.test(lowerAt(left, 0)) && /^(was|is)$/.test(lowerAt(left, 1))) return false
  if (opens || /^(write|draft|compose|reply|text|help)$/.test(lowerAt(left, 0))) return false
  const leftTimes = timePhrases(left), rightTimes = phrases.filter(({ from }) => from >= next)
  if (starters.has(lowerAt(right, 0))) return !left.some((t, i) => t.lower === 'to' && lowerAt(left, i - 1) === 'me') || rightTimes.length > 0
  // Up to the next joint, so that "dentist 9 am, hairdresser 11 am, gym 6 pm" parts at each.
  // "Rent the van on Friday and bring it back on Sunday".
  if (/^(and|then)$/.test(lowerAt(tokens, next - 1)) && dayIn(leftTimes) !== undefined && dayIn(rightTimes) !== undefined && hasContent(left, leftTimes) && hasContent(right.slice(0, until(right)), timePhrases(right.slice(0, until(right))))) return true
  if (lowerAt(tokens, joint) === ',' && twoDays(left, leftTimes, right.slice(0, until(right)))) return true
  const timedLeft = leftTimes.some(isTimed), timedRight = rightTimes.some(isTimed)
  if (!timedRight) return false
  if (lowerAt(tokens, joint) === 'but' || lowerAt(tokens, next - 1) === 'but') return hasContent(right, timePhrases(right))
  // "Trash every Tuesday, recycling every other Wednesday".
  const bothRepeat = [leftTimes, rightTimes].every((times) => times.some(({ phrase }) => phrase.kind === 'repeat')) && hasContent(right, timePhrases(right))
  // "Dentist on Monday at 9, haircut on Tuesday at 10".
  const ownDay = dayIn(leftTimes) !== undefined && dayIn(timePhrases(right.slice(0, until(right)))) !== undefined && hasContent(right, timePhrases(right))
  return timedLeft && (listed || bothRepeat || ownDay || lowerAt(tokens, next - 1) === 'then' || lowerAt(tokens, next - 1) === 'and' || lowerAt(tokens, joint) === 'and') && (hasContent(right, timePhrases(right)) || rightTimes[0]?.from === next) && hasContent(left, leftTimes)
}

/** "Summer camp July 12 to 16, swim meet on July 24": two things on days of their own. A reminder, or what goes on with a preposition, is no second one. */
const twoDays = (left: readonly Token[], leftTimes: readonly TimePhrase[], right: readonly Token[]): boolean => {
  const rightTimes = timePhrases(right)
  if (/^(?:remind|wake|change|find|plan|is|are)$/.test(lowerAt(left, 0)) || (lowerAt(left, 0) === 'move' && !rightTimes.some(({ lead }) => lead === 'to')) || /^(?:with|for|at|in|near|not|or|then|instead|rather|because|so|when|if|who|which|that)$/.test(lowerAt(right, 0))) return false
  return [left, right].every((part, i) => { const times = i === 0 ? leftTimes : rightTimes; return times.some(hasDay) && hasContent(part, times) })
}

/** Where the next joint stands. */
const until = (tokens: readonly Token[]): number => { const at = tokens.findIndex(({ lower }) => joints.test(lower)); return at < 0 ? tokens.length : at }

const hasDay = ({ phrase }: TimePhrase): boolean => (phrase.kind === 'moment' && phrase.moment.day !== undefined) || (phrase.kind === 'range' && phrase.range[0].day !== undefined) || /^(?:days|vague-day)$/.test(phrase.kind)
const isTimed = ({ phrase }: TimePhrase): boolean => (phrase.kind === 'moment' && (phrase.moment.clock !== undefined)) || (phrase.kind === 'range' && phrase.range[0].clock !== undefined) || phrase.kind === 'vague-clock' || phrase.kind === 'repeat'

const hasContent = (tokens: readonly Token[], phrases: readonly TimePhrase[]): boolean => tokens.some((token, i) => !isFunctionWord(token) && !phrases.some(({ from, to }) => i >= from && i < to))
