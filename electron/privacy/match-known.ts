/** Layer 1: finds what the vault knows, in any case and inflection, with exact offsets in the message. One pass over the text, whatever the number of values. */
import type { Finding, KnownValue } from './finding.ts'
import { judgeName } from './names.ts'
import { mainlyWords } from './words/names.ts'
import { openers } from './words/openers.ts'
import { wordsOf, type Word } from './words.ts'

/** A part of the text or of a value as it is compared: folded, with its place. */
interface Part { readonly folded: string; readonly start: number; readonly end: number; /** the index of the word in which it begins */ readonly word: number }

/** Values as a tree of folded words: each step down is the next word. */
interface Node { readonly next: Map<string, Node>; readonly ends: KnownValue[] }

interface Index { readonly root: Node; /** by digits alone, for numbers of six digits and more */ readonly numbers: ReadonlyMap<string, readonly KnownValue[]>; readonly lengths: readonly number[] }

const indexes = new WeakMap<readonly KnownValue[], Index>()

/** Finds every mention of a known value as whole words. Refuses nothing; an empty list means nothing known is mentioned. */
export function matchKnown(text: string, known: readonly KnownValue[]): Finding[] {
  if (known.length === 0) return []
  const index = indexOf(known)
  const words = wordsOf(text), parts = split(words)
  const joined = /\p{L}['’]\p{L}/u.test(text) ? mergeApostrophes(parts, words) : []
  const mentions = [...walk(parts, words, index.root, text), ...walk(joined, words, index.root, text), ...matchNumbers(text, index)].map(found)
  return [...new Map(mentions.map((f) => [`${f.start}/${f.end}/${f.entity}`, f])).values()]
}

/** The known values that a text mentions. */
export function mentionedIn(text: string, known: readonly KnownValue[]): ReadonlySet<KnownValue> {
  const index = indexOf(known), words = wordsOf(text), parts = split(words)
  return new Set([...walk(parts, words, index.root, text), ...walk(mergeApostrophes(parts, words), words, index.root, text), ...matchNumbers(text, index)].map(({ entry }) => entry))
}

/** A known value and where it stands. */
interface Mention { readonly entry: KnownValue; readonly start: number; readonly end: number }

/** Built once for a list; the list is held weakly, so that no value outlives it. */
function indexOf(known: readonly KnownValue[]): Index {
  const index = indexes.get(known) ?? buildIndex(known)
  indexes.set(known, index)
  return index
}

function buildIndex(known: readonly KnownValue[]): Index {
  const root: Node = { next: new Map(), ends: [] }
  const numbers = new Map<string, KnownValue[]>()
  for (const entry of known) {
    const words = wordsOf(entry.value), parts = split(words), joined = mergeApostrophes(parts, words)
    for (const list of joined.length === parts.length ? [parts] : [parts, joined]) insert(root, list, entry)
    const digits = entry.value.replace(/[\s().\-/–+]/g, '')
    if (/^\d{6,}$/.test(digits)) for (const form of numberForms(entry.value, digits)) push(numbers, form, entry)
  }
  return { root, numbers, lengths: [...new Set([...numbers.keys()].map((form) => form.length))] }
}

function insert(root: Node, parts: readonly Part[], entry: KnownValue): void {
  if (parts.length === 0) return
  let node = root
  for (const { folded } of parts) {
    const next = node.next.get(folded) ?? { next: new Map<string, Node>(), ends: [] }
    node.next.set(folded, next)
    node = next
  }
  if (!node.ends.includes(entry)) node.ends.push(entry)
}

const push = (map: Map<string, KnownValue[]>, key: string, entry: KnownValue): void => { map.set(key, [...(map.get(key) ?? []), entry]) }

/** A number without its leading zeros; one with a country code also as dialled at home, by its last eight digits. */
function numberForms(written: string, digits: string): string[] {
  const bare = digits.replace(/^0+/, '')
  return [bare, ...(/^\s*(?:\+|00)/.test(written) && bare.length >= 10 ? [bare.slice(-7)] : [])].filter((form) => form.length >= 5)
}

const split = (words: readonly Word[]): Part[] => words.flatMap((word, at) => {
  const folded = fold(word)
  return folded === '' ? [] : [{ folded, start: word.start, end: word.end, word: at }]
})

/** "Mary’s" as "marys", "O’Neill" as "oneill", as they are written by those who leave the apostrophe out. */
function mergeApostrophes(parts: readonly Part[], words: readonly Word[]): Part[] {
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
function fold(word: { readonly lower: string }): string {
  if (/^[a-z0-9]*$/.test(word.lower)) return word.lower
  return word.lower.normalize('NFKD').replace(/[ßłøđæœıþ]/g, (c) => strokes[c] ?? c).replace(/[^\p{L}\p{N}]/gu, '').toLowerCase()
}

/** Endings a name can take without becoming another word: plural and possessive. */
const ENDINGS = ['s', 'es']

function* walk(parts: readonly Part[], words: readonly Word[], root: Node, text: string): Generator<Mention> {
  for (let at = 0; at < parts.length; at++) {
    const first = parts[at]
    let node: Node | undefined = root
    for (let to = at; first !== undefined && node !== undefined; to++) {
      const part: Part | undefined = parts[to]
      if (part === undefined) break
      for (const ending of ENDINGS) {
        const stem = part.folded.endsWith(ending) ? part.folded.slice(0, -ending.length) : ''
        if (stem !== '' && !/\d$/.test(stem)) for (const entry of node.next.get(stem)?.ends ?? []) if (counts(entry, words, first, text)) yield { entry, start: first.start, end: stemEnd(text, part, stem) }
      }
      node = node.next.get(part.folded)
      for (const entry of node?.ends ?? []) if (counts(entry, words, first, text)) yield { entry, start: first.start, end: part.end }
    }
  }
}

/** Where in the text the stem of a part ends, its ending left out and its last diacritics kept. */
function stemEnd(text: string, part: Part, stem: string): number {
  for (let end = part.start + 1; end < part.end; end++) {
    if (fold({ lower: text.slice(part.start, end).toLowerCase() }) !== stem) continue
    while (end < part.end && /[\p{M}\p{Cf}]/u.test(text.charAt(end))) end++
    return end
  }
  return part.end
}

/** A name that is also a word counts when it is capitalised, or in lower case where a name may be meant; very common words only where one must be. */
function counts(entry: KnownValue, words: readonly Word[], first: Part, text: string): boolean {
  if (entry.strength !== 'word' || /^[\p{Lu}\p{Lt}]/u.test(text.slice(first.start, first.start + 2))) return true
  const verdict = judgeName(words, first.word)
  return verdict === 'name' || (verdict === 'unclear' && !mainlyWords.has(first.folded) && !openers.has(first.folded))
}

/** Numbers as people write them, with spaces, dots, dashes and brackets between the digits. One that fills whole groups is told from its neighbours; of any other the whole run counts. */
function* matchNumbers(text: string, { numbers, lengths }: Index): Generator<Mention> {
  if (lengths.length === 0) return
  for (const run of text.matchAll(/\+?\d(?:[\s().\-/–]{0,3}\d){4,}/g)) {
    const written = run[0], places = [...written.matchAll(/\d/g)].map((digit) => digit.index)
    const joined = places.map((at) => written.charAt(at)).join('')
    const hits = lengths.flatMap((length) => Array.from({ length: Math.max(0, joined.length - length + 1) }, (_, from) => (numbers.get(joined.slice(from, from + length)) ?? []).map((entry) => {
      // Known without leading zeros or a country code, it is written with them.
      const lead = /^\+\d{1,3}[\s(]*0?\)?\s*$|[+0]*$/.exec(written.slice(0, places[from]))?.[0].length ?? 0
      const start = (places[from] ?? 0) - lead, end = (places[from + length - 1] ?? 0) + 1
      const begins = start === 0 || (!written.startsWith('+') && /[\s(]/.test(written.charAt(start - 1)))
      return { entry, start, end, isWhole: begins && (end === written.length || /\s/.test(written.charAt(end))) }
    })).flat())
    const whole = hits.filter(({ isWhole }) => isWhole)
    for (const { entry, start, end } of whole) yield { entry, start: run.index + start, end: run.index + end }
    for (const { entry, start, end } of hits) if (!whole.some((other) => start < other.end && other.start < end)) yield { entry, start: run.index, end: run.index + written.length }
  }
}

const found = ({ entry, start, end }: Mention): Finding => {
  const { kind, entity, strength } = entry
  if (strength === 'forbidden') return { start, end, layer: 'rule', kind, entity, why: 'A standing rule of your household keeps this here.', release: 'never' }
  return { start, end, layer: 'vault', kind, entity, why: `Your vault knows this ${kind}.`, release: kind === CANARY ? 'never' : strength === 'role' ? 'once' : 'twice' }
}

/** Values planted to prove a leak: nobody can have meant to write one. */
const CANARY = 'canary'
