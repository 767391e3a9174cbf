/** The household's own words: matchers for its devices, people and routines, by name, alias and everyday noun. */
import type { Device, Household, Person, Routine } from '../../shared/household.ts'
import type { Match, Matcher } from './grammar.ts'
import { convert, longest, phraseBook } from './grammar.ts'
import type { Token } from './tokens.ts'
import { tokenize } from './tokens.ts'
import { isFunctionWord } from './words.ts'

/** Ids a phrase may mean; more than one when it is ambiguous. */
export interface Mention { readonly candidates: readonly string[] }
/** A device named by what is done with it: "do the laundry". */
export interface DeviceMention extends Mention {
  readonly activity: boolean
  /** Done with what came out of the device named before: "dry them". */
  readonly follows: boolean
}

export interface Vocabulary {
  /** With its article or owner: "the dishwasher", "Tom's car". */
  readonly device: Matcher<DeviceMention>
  /** A device that leaves the house. */
  readonly vehicle: Matcher<DeviceMention>
  readonly person: Matcher<Mention>
  /** Every word of a routine's name or alias, in any order and inflection: "while Noah is asleep". */
  readonly routine: Matcher<Mention>
  /** The last word of a routine's name: "breakfast". Weak: only behind a word such as "before". */
  readonly routineHead: Matcher<Mention>
}

export const createVocabulary = (household: Household): Vocabulary => {
  const person = names(household.people.map((p) => ({ id: p.id, spoken: [p.name, ...p.aliases] })))
  const named = names(household.devices.map((d) => ({ id: d.id, spoken: [d.name, ...d.aliases] })))
  const kinds = deviceKinds(household.devices)
  const bareDevice: Matcher<DeviceMention> = (tokens, at) => {
    const own = named(tokens, at)
    const kind = kinds(tokens, at)
    return own !== undefined && own.next >= (kind?.next ?? 0) ? { value: { ...own.value, activity: false, follows: false }, next: own.next } : kind
  }
  const device: Matcher<DeviceMention> = (tokens, at) => {
    const start = ownerEnd(tokens, at, person)
    return longest(bareDevice, (t, i) => (i === at && start > at ? bareDevice(t, start) : undefined))(tokens, at)
  }
  const vehicles = new Set(household.devices.filter((d) => d.vehicle).map((d) => d.id))
  const vehicle = convert(device, (mention) => (mention.candidates.every((id) => vehicles.has(id)) ? mention : undefined))
  return { device, vehicle, person, ...routineMatchers(household.routines, household.people) }
}

const articles = new Set(['the', 'my', 'our', 'a', 'an', 'your', 'this', 'that', 'his', 'her', 'their', 'some'])

/** Behind "the", "my", "Tom's", "our old". */
const ownerEnd = (tokens: readonly Token[], at: number, person: Matcher<Mention>): number => {
  const article = articles.has(tokens[at]?.lower ?? '') ? at + 1 : at
  const owner = person(tokens, article)
  return owner !== undefined && /'s$|s'$/.test(tokens[owner.next - 1]?.lower ?? '') ? owner.next : article
}

/** Names of one word or more, in singular, plural or possessive. Names that several things bear yield all of them. */
const names = (things: readonly { readonly id: string; readonly spoken: readonly string[] }[]): Matcher<Mention> => {
  const byFirst = new Map<string, { id: string; stems: readonly string[] }[]>()
  for (const { id, spoken } of things) {
    for (const name of spoken) {
      const all = tokenize(name).filter((t) => t.kind !== 'mark').map((t) => t.stem)
      const stems = all.length > 1 && articles.has(all[0] ?? '') ? all.slice(1) : all
      const first = stems[0]
      if (first !== undefined) byFirst.set(first, [...(byFirst.get(first) ?? []), { id, stems }])
    }
  }
  return (tokens, at) => {
    const token = tokens[at]
    // Somebody may be called Will or May: then only with a capital.
    if (token === undefined || token.kind === 'mark' || (isFunctionWord(token) && !token.capital)) return undefined
    let next = at
    let candidates: string[] = []
    for (const { id, stems } of singulars(token.stem).flatMap((stem) => byFirst.get(stem) ?? [])) {
      const end = at + stems.length
      if (end < next || !stems.every((stem, i) => singulars(tokens[at + i]?.stem ?? '').includes(stem))) continue
      candidates = end > next ? [id] : [...candidates, id]
      next = end
    }
    return next === at ? undefined : { value: { candidates: [...new Set(candidates)] }, next }
  }
}

const singulars = (stem: string): string[] => [stem, ...(stem.endsWith('s') ? [stem.slice(0, -1)] : []), ...(stem.endsWith('es') ? [stem.slice(0, -2)] : [])]

/** Everyday nouns and doings for the kinds of device most households have. To add a kind: its signs, its nouns, its doings. */
const everyday: readonly { readonly is: (device: Device) => boolean; readonly nouns: readonly string[]; readonly doings: readonly string[] }[] = [
  { is: calledLike(/\bdish ?washer\b|spülmaschine|geschirrspüler/), nouns: ['dishwasher|dishwashers', 'dish washer', 'clean? dishes'], doings: ['do|doing|wash|washing|run|clean the? dishes', 'wash|washing|clean the? plates', 'do|doing|run the? washing up', 'wash up'] },
  { is: calledLike(/\bwashing machine\b|^washer$|\blaundry\b|waschmaschine/), nouns: ['washing machine|machines', 'washer', 'laundry', 'the washing', 'the|a wash'], doings: ['do|doing|wash|run|start|put a|the|some|our|my? laundry|washing|wash on?', 'do|run|start|put a|the load of? laundry|washing on?', 'wash|washing the|my|our? clothes', 'do|run a? wash'] },
  { is: calledLike(/\bdr[yi]er\b|trockner/), nouns: ['dryer|drier', 'tumble dryer|drier'], doings: ['dry|drying|tumble the|my|our? clothes|laundry|washing', 'dry|tumble it|them'] },
  { is: (device) => device.vehicle, nouns: ['electric? car|cars', 'ev|vehicle', 'auto|elektroauto|e-auto'], doings: [] },
]

function calledLike(sign: RegExp): (device: Device) => boolean {
  return (device) => [device.name, ...device.aliases].some((name) => sign.test(name.toLowerCase().replaceAll('-', ' ')))
}

const deviceKinds = (devices: readonly Device[]): Matcher<DeviceMention> => {
  const book = phraseBook(everyday.flatMap(({ is, nouns, doings }): (readonly [string, DeviceMention])[] => {
    const candidates = devices.filter(is).map((d) => d.id)
    const entry = (activity: boolean) => (pattern: string): readonly [string, DeviceMention] => [pattern, { candidates, activity, follows: / it\|them$/.test(pattern) }]
    return candidates.length === 0 ? [] : [...nouns.map(entry(false)), ...doings.map(entry(true))]
  }))
  return (tokens, at) => {
    const found = book(tokens, at)
    // "start the washing machine" names the machine, not the doing.
    return found?.value.activity === true && /^machines?$/.test(tokens[found.next]?.lower ?? '') ? undefined : found
  }
}

const routineMatchers = (routines: readonly Routine[], people: readonly Person[]): { readonly routine: Matcher<Mention>; readonly routineHead: Matcher<Mention> } => {
  const person = names(people.map((p) => ({ id: p.id, spoken: [p.name, ...p.aliases] })))
  const bags: { id: string; bag: readonly string[] }[] = []
  const heads = new Map<string, string[]>()
  for (const { id, name, aliases } of routines) {
    for (const spoken of [name, ...aliases]) {
      const bag = contentOf(tokenize(spoken), person)
      if (bag.length > 0) bags.push({ id, bag })
    }
    const head = contentOf(tokenize(name), person).findLast((stem) => !stem.startsWith('@'))
    if (head !== undefined) heads.set(head, [...(heads.get(head) ?? []), id])
  }
  const quiet = routines.filter((r) => r.quiet).map((r) => r.id)
  const quietHours = quiet.length === 0 ? undefined : phraseBook<Mention>([['the|our? quiet hours|times|time', { candidates: quiet }]])
  const routine: Matcher<Mention> = (tokens, at) => {
    const hours = quietHours?.(tokens, at)
    if (hours !== undefined) return hours
    let best: Match<Mention> | undefined
    for (const { id, bag } of bags) {
      const next = bagEnd(tokens, at, bag, person)
      if (next === undefined || next < (best?.next ?? 0)) continue
      best = { value: { candidates: next === best?.next ? [...new Set([...best.value.candidates, id])] : [id] }, next }
    }
    return best
  }
  const routineHead: Matcher<Mention> = (tokens, at) => {
    const start = articles.has(tokens[at]?.lower ?? '') ? at + 1 : at
    const token = tokens[start]
    const candidates = token?.kind === 'word' ? heads.get(stemOf(token)) : undefined
    return candidates === undefined ? undefined : { value: { candidates }, next: start + 1 }
  }
  return { routine, routineHead }
}

/** The stems that carry a routine's meaning; a person in them is one stem, whichever alias is used. */
const contentOf = (tokens: readonly Token[], person: Matcher<Mention>): string[] => {
  const stems: string[] = []
  for (let at = 0; at < tokens.length;) {
    const step = contentAt(tokens, at, person)
    if (step.stem !== undefined && !stems.includes(step.stem)) stems.push(step.stem)
    at = step.next
  }
  return stems
}

const contentAt = (tokens: readonly Token[], at: number, person: Matcher<Mention>): { readonly stem: string | undefined; readonly next: number } => {
  const who = person(tokens, at)
  if (who !== undefined) return { stem: `@${who.value.candidates.join('|')}`, next: who.next }
  const token = tokens[at]
  const silent = token === undefined || isFunctionWord(token) || /^(while|when|during|before|after|until)$/.test(token.lower)
  return { stem: silent ? undefined : stemOf(token), next: at + 1 }
}

/** Where every stem of the bag has been met, walking on over function words only. */
const bagEnd = (tokens: readonly Token[], at: number, bag: readonly string[], person: Matcher<Mention>): number | undefined => {
  const missing = new Set(bag)
  for (let i = at; i < tokens.length && i < at + 12;) {
    const token = tokens[i]
    if (token === undefined || /^(while|when|during|before|after|until)$/.test(token.lower) || (token.kind === 'mark' && /[.,;!?\n]/.test(token.text))) return undefined
    const step = contentAt(tokens, i, person)
    if (step.stem !== undefined && !missing.delete(step.stem)) return undefined
    if (missing.size === 0) return step.next
    i = step.next
  }
  return undefined
}

const irregular = new Map(Object.entries({ asleep: 'sleep', slept: 'sleep', napping: 'nap', naps: 'nap', rest: 'rest', resting: 'rest' }))
const stemOf = (token: Token): string => {
  const { stem } = token
  return irregular.get(stem) ?? (stem.length > 4 ? stem.replace(/(?:ing|s)$/, '') : stem)
}
