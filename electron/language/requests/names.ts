/** People and places in a request: the household's by id, others as they are written. */
import type { Mention } from '../../../shared/understanding.ts'
import type { Household } from '../../../shared/household.ts'
import type { Token } from '../tokens.ts'
import { tokenize } from '../tokens.ts'
import { monthOf } from '../words.ts'
import { anyWeekday, lowerAt } from './calendar-words.ts'
import { givenNames } from './given-names.ts'
import type { Lexicon } from './lexicon.ts'

export interface Named { readonly mention: Mention; readonly from: number; readonly to: number; /** More of the household bear that name. */ readonly several?: readonly string[] }

type Known = Pick<Household, 'people' | 'places'>

/** Everybody a clause names, in order and each once; "me" only beside somebody else. */
export const peopleIn = (tokens: readonly Token[], phrases: readonly { readonly from: number; readonly to: number }[], message: string, { people }: Known, lexicon: Lexicon): Named[] => {
  const known = knownNames(people, withGivenName)
  const found: Named[] = []
  for (let at = 0; at < tokens.length;) {
    const within = phrases.find(({ from, to }) => at >= from && at < to)
    if (within !== undefined) { at = within.to; continue }
    const named = ofHousehold(tokens, at, known, lexicon) ?? withHonorific(tokens, at, message, lexicon) ?? alone(tokens, at, message, lexicon) ?? self(tokens, at, found)
    if (named === undefined) { at++; continue }
    if (!found.some(({ mention }) => mention.name === named.mention.name && mention.id === named.mention.id)) found.push(named)
    at = named.to
  }
  return found
}

/** The household's places a clause names. */
export const placesIn = (tokens: readonly Token[], { places }: Known, lexicon: Lexicon): Named[] => {
  const known = knownNames(places)
  return tokens.flatMap((_, at) => ofHousehold(tokens, at, known, lexicon) ?? [])
}

interface Spoken { readonly id: string; readonly name: string; readonly aliases: readonly string[] }
interface KnownName { readonly id: string; readonly name: string; readonly words: readonly string[] }
const articles = new Set(['the', 'der', 'die', 'das', 'a', 'an', 'our', 'my'])

/** Ruth Adler is also called Ruth. */
const withGivenName = ({ id, name, aliases }: Spoken): Spoken => {
  const [given, ...rest] = name.split(/\s+/)
  return { id, name, aliases: given === undefined || rest.length === 0 || given.endsWith('.') || given.length < 2 ? aliases : [...aliases, given] }
}

/** Names by the first word they begin with; held no longer than the household they are of. */
type KnownNames = ReadonlyMap<string, readonly KnownName[]>
const prepared = new WeakMap<object, KnownNames>()

/** Every clause of a message asks for the same names: they are cut into words once. */
const knownNames = <T extends Spoken>(all: readonly T[], also: (one: T) => Spoken = (one) => one): KnownNames => {
  let known = prepared.get(all)
  if (known === undefined) prepared.set(all, known = Map.groupBy(all.map(also).flatMap(namesOf), ({ words }) => words[0] ?? ''))
  return known
}

const namesOf = ({ id, name, aliases }: Spoken): KnownName[] =>
  [name, ...aliases].map((spoken) => {
    const words = tokenize(spoken).filter((t) => t.kind !== 'mark').map((t) => t.lower)
    return { id, name, words: words.length > 1 && articles.has(words[0] ?? '') ? words.slice(1) : words }
  })

/** A word that is the name, or its genitive: "Emma's", "Lenas". */
const isWord = (token: Token | undefined, word: string, lexicon: Lexicon, last: boolean): boolean => token !== undefined && (token.lower === word || token.stem === word || (last && lexicon.capitalNouns && token.lower === `${word}s`))

const ofHousehold = (tokens: readonly Token[], at: number, known: KnownNames, lexicon: Lexicon): Named | undefined => {
  const { lower = '', stem = '' } = tokens[at] ?? {}
  const fits = [...new Set([lower, stem, lower.slice(0, -1)])].flatMap((first) => known.get(first) ?? []).filter(({ words }) => words.length > 0 && words.every((word, i) => isWord(tokens[at + i], word, lexicon, i === words.length - 1)))
  const longest = Math.max(0, ...fits.map(({ words }) => words.length))
  const best = fits.filter(({ words }) => words.length === longest)
  const ids = [...new Set(best.map(({ id }) => id))]
  const [first] = best
  if (first === undefined) return undefined
  // Somebody may be called Will or May: then a small letter is the word.
  if (longest === 1 && tokens[at]?.capital === false && (monthOf(tokens[at]) !== undefined || wordNames.has(lowerAt(tokens, at)))) return undefined
  const to = at + longest
  return ids.length === 1 ? { mention: { name: first.name, id: first.id }, from: at, to } : { mention: { name: tokens.slice(at, to).map((t) => t.stem).join(' ') }, from: at, to, several: [...new Set(best.map(({ name }) => name))] }
}

const wordNames = new Set(['will', 'may', 'mark', 'rose', 'grace', 'hope', 'joy', 'art', 'bill', 'sue', 'pat', 'dawn', 'summer', 'till', 'frank', 'jack', 'ruby', 'lily', 'ole', 'phil', 'rob', 'carol', 'christian', 'gabi'])

const textOf = (message: string, from: Token | undefined, to: Token | undefined): string => message.slice(from?.start ?? 0, to?.end ?? 0)

/** "Mr Becker", "Aunt Carol", "Dr. Hofer", "Familie Müller". */
const withHonorific = (tokens: readonly Token[], at: number, message: string, { honorific, genitive }: Lexicon): Named | undefined => {
  const name = tokens[at + 1]
  if (!honorific.test(tokens[at]?.stem ?? '') || name?.capital !== true) return undefined
  const written = textOf(message, tokens[at], name)
  return { mention: { name: genitive.source.startsWith("'") ? written.replace(genitive, '') : written }, from: at, to: at + 2 }
}

/** One word that is a name by itself or by what stands before it. */
const alone = (tokens: readonly Token[], at: number, message: string, lexicon: Lexicon): Named | undefined => {
  const token = tokens[at]
  if (token?.kind !== 'word') return undefined
  const bare = token.stem
  const base = !givenNames.has(bare) && lexicon.capitalNouns ? bare.replace(/s$/, '') : bare
  const written = textOf(message, token, token).replace(/['’]s?$/, '')
  const name = written.slice(0, base.length)
  if (lexicon.kin.test(base)) return { mention: { name }, from: at, to: at + 1 }
  if (anyWeekday(token) !== undefined || monthOf(token) !== undefined) return undefined
  // Written in haste: "lena dentist thursday".
  if (!token.capital) return !lexicon.capitalNouns && givenNames.has(base) && !wordNames.has(base) && tokens[at + 1]?.kind !== 'number' ? { mention: { name }, from: at, to: at + 1 } : undefined
  if (givenNames.has(base) && !(wordNames.has(base) && at === 0)) return { mention: { name }, from: at, to: at + 1 }
  if (lexicon.capitalNouns) return undefined
  // "dinner with the Millers", "call Priya", "Priya's recital".
  const led = at > 0 && /^(with|for|tell|ask|invite|meet|remind|visit)$/.test(lowerAt(tokens, at - 1) === 'the' ? lowerAt(tokens, at - 2) : lowerAt(tokens, at - 1))
  const owns = /['’]s$/.test(token.lower) && at > 0 && !/^(at|in|to)$/.test(lowerAt(tokens, at - 1))
  return (led || owns) && !notNames.has(bare) ? { mention: { name: written }, from: at, to: at + 1 } : undefined
}

const notNames = new Set(['christmas', 'easter', 'new', 'god', 'i', "i'm", "i'll", 'english', 'german', 'french', 'spanish', 'rome', 'paris', 'berlin', 'london', 'hamburg', 'vienna', "valentine"])

/** "Tom and me", "Tom and I", "instead of me": the one who writes. */
const self = (tokens: readonly Token[], at: number, found: readonly Named[]): Named | undefined => {
  const word = lowerAt(tokens, at)
  if (word !== 'me' && word !== 'i') return undefined
  const joined = /^(and|or|&)$/.test(lowerAt(tokens, at - 1)) && found.at(-1)?.to === at - 1
  const instead = lowerAt(tokens, at - 2) === 'instead' && lowerAt(tokens, at - 1) === 'of'
  return joined || instead ? { mention: { name: 'me' }, from: at, to: at + 1 } : undefined
}
