/** What a request is about: the words that say neither when nor what to do, as the message writes them. */
import type { Token } from '../tokens.ts'
import type { Named } from './names.ts'
import type { TimePhrase } from './time-phrases.ts'

const opening = new Set(`please also then and but so ok okay hi hello hey lares can could would will you we i me us the a an our my to put add book schedule create make move moved reschedule shift push bring postpone delay cancel delete remove skip drop scrap clear change set rename extend shorten remind write draft show list plan find run charge of for at on in from with back off forward no not sorry actually meant don't let forget about that is are do need have has i've we've we're i'm having there's there out by call fitin allday , : ; - –`.split(' '))
/** "Call the bank" is what is to be done, "call off the party" is not. */
const kept = new Set(['book', 'call', 'run', 'write', 'find', 'plan', 'clear', 'change', 'make', 'is', 'has', 'have', 'need', 'out'])
const closing = new Set('allday and but to at on in for of with by from the a an also please incalendar instead only too is now back forward ahead , : ; - – . ! ? cancel cancelled off moved is undo it that add'.split(' '))

/** "We have a meeting", "I need a haircut", "book the court", but "book club". */
const isOnlyVerb = (tokens: readonly Token[], at: number): boolean => {
  const word = tokens[at]?.lower ?? '', before = tokens[at - 1]?.lower ?? '', after = tokens[at + 1]?.lower ?? ''
  if (/^(have|has|need)$/.test(word)) return /^(i|we|me)$/.test(before)
  return word === 'book' && /^(a|an|the|my|our|us|me|some|another|two|three)$/.test(after)
}

/** The title, trimmed of verbs and small words at both ends; undefined when nothing is left. */
export const titleOf = (message: string, tokens: readonly Token[], phrases: readonly TimePhrase[], people: readonly Named[], creates: boolean): string | undefined => {
  const free = tokens.map((token, i) => token.lower !== 'incalendar' && !phrases.some(({ from, to }) => i >= from && i < to))
  // "Dentist for Lena": who it is for is said beside the title.
  if (creates) {
    let reach = -1
    for (const { from, to } of people) {
      const led = tokens[from - 1]?.lower === 'for' && from > 1 && !/['’]s?$/.test(tokens[to - 1]?.text ?? ''), joined = from - 1 === reach && /^(and|,|&)$/.test(tokens[from - 1]?.lower ?? '')
      if (!led && !joined) continue
      free.fill(false, from - 1, to)
      reach = to
    }
  }
  if (creates) for (const i of holders(tokens, people, free)) free[i] = false
  const dropped = (i: number, set: ReadonlySet<string>): boolean => {
    const token = tokens[i]
    if (token === undefined || free[i] !== true) return true
    if (set === opening && creates && kept.has(token.lower)) return isOnlyVerb(tokens, i)
    // "Give it back" is what is to be done, "push it back" is not.
    if (set === closing && creates && /^(?:it|back|off)$/.test(token.lower)) return false
    // "Den Zahnarzt … verschieben".
    return set.has(token.lower) || (set === closing && !creates && token.lower === 'move')
  }
  let from = 0, to = tokens.length
  while (from < to && dropped(from, opening)) from++
  while (to > from && dropped(to - 1, closing)) to--
  const runs: string[] = []
  for (let i = from; i < to;) {
    if (free[i] !== true) { i++; continue }
    let end = i
    while (end < to && free[end] === true) end++
    const opened = i
    while (i < end && /^[,;:]$/.test(tokens[i]?.text ?? '')) i++
    let last = end
    while (last > i && end < to && closing.has(tokens[last - 1]?.lower ?? '')) last--
    const written = message.slice(tokens[i]?.start ?? 0, tokens[last - 1]?.end ?? 0)
    if (last > i && /[\p{L}\p{N}]/u.test(written)) runs.push(runs.length > 0 && i > opened && last - i > 1 ? `, ${written}` : written)
    i = end
  }
  const title = runs.join(' ').replace(/\s+/g, ' ').replace(/\s+(?=[,;:])/g, '').replace(/^(?:(?:that )?ones?|her|him|them|ihn|ihm|sie)$/i, '').replace(/ (?:at )?(?:the )?same time$/i, '').trim()
  return title === '' ? undefined : title.slice(0, 300)
}

/** "Ama and Kofi have", "lena hat", "hat Jonas", "Danylo ist … auf", "Yusuf is on a": who it is for stands beside the title. Not "Lena has to be at school". */
const holders = (tokens: readonly Token[], people: readonly Named[], free: readonly boolean[]): number[] => {
  const next = (from: number): number => { let i = from; while (i < tokens.length && free[i] === false) i++; return i }
  const lower = (i: number): string => tokens[i]?.lower ?? ''
  const first = next(tokens.findIndex(({ lower: word }, i) => free[i] !== false && !openers.test(word)))
  const inverted = /^(?:has|have)$/.test(lower(first)) && people.some(({ from }) => from === next(first + 1))
  let at = inverted ? next(first + 1) : first
  const taken: number[] = inverted ? [first] : []
  for (let named = people.find(({ from }) => from === at); named !== undefined; named = people.find(({ from }) => from === at)) {
    if (/['’]s?$/.test(tokens[named.to - 1]?.text ?? '')) return []
    for (let i = named.from; i < named.to; i++) taken.push(i)
    at = next(named.to)
    if (!/^(?:and|&|,)$/.test(lower(at))) break
    taken.push(at)
    at = next(at + 1)
  }
  if (inverted) return taken
  const verb = at
  if (taken.length === 0 || !/^(?:has|have|got|is|are)$/.test(lower(verb))) return []
  const after = next(verb + 1)
  if (/^(?:has|have)$/.test(lower(verb))) return lower(after) === 'to' ? [] : [...taken, verb, ...(lower(after) === 'got' ? [after] : [])]
  // "Auf Klassenfahrt", "on a business trip"; "Emma is at camp" stays whole.
  return /^(?:on|to)$/.test(lower(after)) ? [...taken, verb, after] : []
}

const openers = /^(?:please|ok|okay|hi|hello|hey|lares|and|also|then|so|remember|that|bitte|[,:])$/

/** "…, please remember that": what is to be done with a fact is none of it. */
const toRemember = /[\s,;–-]+(?:(?:please|can you|could you|and|bitte|kannst du dir|und) )*(?:remember|note|keep in mind|merke?|merken)(?: (?:that|this|it|dir|das))*(?:,? (?:please|bitte))?$/i

/** All of a clause, without courtesies: of a rule or a question no word may be lost. */
export const wholeOf = (message: string, tokens: readonly Token[]): string | undefined => {
  const from = tokens.findIndex(({ lower }) => !openers.test(lower))
  const whole = from < 0 ? '' : message.slice(tokens[from]?.start ?? 0, tokens.at(-1)?.end ?? 0).replace(/\s+/g, ' ').replace(toRemember, '').trim()
  return whole === '' ? undefined : whole.slice(0, 300)
}
