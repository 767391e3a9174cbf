/** Known values by their words and digits, as match-known.ts looks for them. A long list takes over from the one before what both have, and sees of it only its own. */
import type { KnownValue } from './finding.ts'
import { wordsOf, type Word } from './words.ts'

/** A part of the text or of a value as it is compared: folded, with its place. */
export interface Part { readonly folded: string; readonly start: number; readonly end: number; /** the index of the word in which it begins */ readonly word: number }

/** Values as a tree of folded words: each step down is the next word. Most nodes are leaves. */
export interface Node { next?: Map<string, Node>; ends?: number[] }

export interface Index {
  readonly root: Node
  /** Of what ends at a node, or is known by these digits alone (six and more), what is on the list, in its order. */
  readonly at: (node: Node) => readonly KnownValue[]
  readonly numbered: (digits: string) => readonly KnownValue[]
  readonly lengths: readonly number[]
}

/** Every value of some lists, each once. */
interface Stock {
  readonly entries: KnownValue[]
  readonly root: Node
  readonly numbers: Map<string, number[]>
  /** Of those that are numbers, how long their digits are. */
  readonly lengths: Map<number, readonly number[]>
  /** By a value as it is written, where the newest stands among the entries; those before it that differ in the rest. */
  readonly places: Map<string, number>
  readonly before: Map<number, number>
}

const indexes = new WeakMap<readonly KnownValue[], Index>()
/** Of the newest long list, held weakly: it lasts as long as an index on it, or whoever holds it. */
let newest: WeakRef<Stock> | undefined

/** A shorter list is made from nothing. */
const LONG = 1000
/** So many values are taken in between two pauses: some milliseconds. */
const AT_ONCE = 400

/** Built once for a list; the list is held weakly, so that no value outlives it. */
export function indexOf(known: readonly KnownValue[]): Index {
  const index = indexes.get(known) ?? indexIn(stockFor(known), known)
  indexes.set(known, index)
  return index
}

/** Makes ready what `indexOf` needs for this list, in small steps with a pause after each. Whoever holds what comes of it keeps it. */
export async function prepareIndex(known: readonly KnownValue[], pause: () => Promise<void>): Promise<object> {
  const stock = stockFor(known)
  await pause()
  let taken = 0
  for (const [at, entry] of known.entries()) if (placeIn(stock, entry, at) === undefined) {
    put(stock, entry)
    if (++taken % AT_ONCE === 0) await pause()
  }
  if (known.length >= LONG) newest = new WeakRef(stock)
  return stock
}

export const createStock = (): Stock => ({ entries: [], root: {}, numbers: new Map(), lengths: new Map(), places: new Map(), before: new Map() })

/** The stock of before, as long as most of it is still known and holds most of what is. */
function stockFor(known: readonly KnownValue[]): Stock {
  if (known.length < LONG) return createStock()
  const before = newest?.deref()
  if (before === undefined || before.entries.length > known.length * 2) return createStock()
  let shared = 0, place: number | undefined
  for (const entry of known) if ((place = placeIn(before, entry, (place ?? -1) + 1)) !== undefined) shared++
  return shared * 2 >= known.length ? before : createStock()
}

/** `guess` is looked at first: what stood together stands together. */
function placeIn(stock: Stock, entry: KnownValue, guess: number): number | undefined {
  if (isSame(stock.entries[guess], entry)) return guess
  let place = stock.places.get(entry.value)
  while (place !== undefined && !isSame(stock.entries[place], entry)) place = stock.before.get(place)
  return place
}

const isSame = (a: KnownValue | undefined, b: KnownValue): boolean => a?.value === b.value && a.entity === b.entity && a.kind === b.kind && a.cue === b.cue && a.strength === b.strength

/** What is found in the stock is answered with the list's own values; what the list does not have is passed over. */
export function indexIn(stock: Stock, known: readonly KnownValue[]): Index {
  /** By place, the turn of it in the list, from 1 on; 0 for what is not on it. */
  const turns = new Int32Array(stock.entries.length + known.length), turnOf = (place: number): number => turns[place] ?? 0
  let place = -1
  known.forEach((entry, at) => {
    place = placeIn(stock, entry, place + 1) ?? put(stock, entry)
    turns[place] ||= at + 1
  })
  if (known.length >= LONG) newest = new WeakRef(stock)
  const own = (places: readonly number[] | undefined): readonly KnownValue[] => (places === undefined ? NONE
    : places.map(turnOf).filter((turn) => turn > 0).sort((a, b) => a - b).flatMap((turn) => known[turn - 1] ?? []))
  const lengths = new Set([...stock.lengths].filter(([one]) => turnOf(one) > 0).sort(([a], [b]) => turnOf(a) - turnOf(b)).flatMap(([, all]) => all))
  return { root: stock.root, at: (node) => own(node.ends), numbered: (digits) => own(stock.numbers.get(digits)), lengths: [...lengths] }
}

const NONE: readonly KnownValue[] = []

function put(stock: Stock, entry: KnownValue): number {
  const place = stock.entries.push(entry) - 1, words = wordsOf(entry.value), parts = split(words), joined = mergeApostrophes(parts, words)
  const older = stock.places.get(entry.value)
  if (older !== undefined) stock.before.set(place, older)
  stock.places.set(entry.value, place)
  for (const list of joined.length === parts.length ? [parts] : [parts, joined]) insert(stock.root, list, place)
  const numbers = formsOfNumber(entry.value)
  for (const form of numbers) push(stock.numbers, form, place)
  if (numbers.length > 0) stock.lengths.set(place, numbers.map(({ length }) => length))
  return place
}

function insert(root: Node, parts: readonly Part[], place: number): void {
  if (parts.length === 0) return
  let node = root
  for (const { folded } of parts) {
    node.next ??= new Map()
    let next = node.next.get(folded)
    if (next === undefined) node.next.set(folded, next = {})
    node = next
  }
  node.ends ??= []
  if (!node.ends.includes(place)) node.ends.push(place)
}

function push(map: Map<string, number[]>, key: string, place: number): void {
  const list = map.get(key)
  if (list === undefined) map.set(key, [place])
  else list.push(place)
}

/** A number of six digits and more without its leading zeros; one with a country code also as dialled at home, by its last eight digits. */
function formsOfNumber(written: string): string[] {
  const digits = written.replace(/[\s().\-/–+]/g, '')
  if (!/^\d{6,}$/.test(digits)) return []
  const bare = digits.replace(/^0+/, '')
  return [bare, ...(/^\s*(?:\+|00)/.test(written) && bare.length >= 10 ? [bare.slice(-7)] : [])].filter((form) => form.length >= 5)
}

export const split = (words: readonly Word[]): Part[] => words.flatMap((word, at) => {
  const folded = fold(word)
  return folded === '' ? [] : [{ folded, start: word.start, end: word.end, word: at }]
})

/** "Mary’s" as "marys", "O’Neill" as "oneill", as they are written by those who leave the apostrophe out. */
export function mergeApostrophes(parts: readonly Part[], words: readonly Word[]): Part[] {
  const merged: Part[] = []
  for (const part of parts) {
    const last = merged.at(-1)
    if (last !== undefined && /^['’]$/.test(words[part.word]?.gap ?? '')) merged[merged.length - 1] = { ...last, folded: last.folded + part.folded, end: part.end }
    else merged.push(part)
  }
  return merged
}

/** Letters that have no decomposition but are written without their stroke. */
const strokes: Readonly<Record<string, string>> = { ß: 'ss', ł: 'l', ø: 'o', đ: 'd', æ: 'ae', œ: 'oe', ı: 'i', þ: 'th' }

/** Compatibility forms folded, diacritics and invisible characters off, lower case. */
export function fold(word: { readonly lower: string }): string {
  if (/^[a-z0-9]*$/.test(word.lower)) return word.lower
  return word.lower.normalize('NFKD').replace(/[ßłøđæœıþ]/g, (c) => strokes[c] ?? c).replace(/[^\p{L}\p{N}]/gu, '').toLowerCase()
}
