/** Layer 1: finds what the vault knows, in any case and inflection, with exact offsets in the message. One pass over the text, whatever the number of values. */
import type { Finding, KnownValue } from './finding.ts'
import { fold, indexOf, mergeApostrophes, split, type Index, type Node, type Part } from './known-index.ts'
import { judgeName } from './names.ts'
import { mainlyWords } from './words/names.ts'
import { openers } from './words/openers.ts'
import { strings } from './strings.ts'
import { wordsOf, type Word } from './words.ts'

/** Finds every mention of a known value as whole words. Refuses nothing; an empty list means nothing known is mentioned. */
export function matchKnown(text: string, known: readonly KnownValue[], words: readonly Word[] = wordsOf(text)): Finding[] {
  if (known.length === 0) return []
  const index = indexOf(known)
  const parts = split(words)
  const joined = /\p{L}['’]\p{L}/u.test(text) ? mergeApostrophes(parts, words) : []
  const mentions = [...walk(parts, words, index, text), ...walk(joined, words, index, text), ...matchNumbers(text, index)].map(found)
  return [...new Map(mentions.map((f) => [`${f.start}/${f.end}/${f.entity}`, f])).values()]
}

/** The known values that a text mentions. */
export function mentionedIn(text: string, known: readonly KnownValue[]): ReadonlySet<KnownValue> {
  const index = indexOf(known), words = wordsOf(text), parts = split(words)
  return new Set([...walk(parts, words, index, text), ...walk(mergeApostrophes(parts, words), words, index, text), ...matchNumbers(text, index)].map(({ entry }) => entry))
}

/** A known value and where it stands. */
interface Mention { readonly entry: KnownValue; readonly start: number; readonly end: number; /** more than the value: the run of digits it stands in, which is no other mention of it */ readonly within?: string }

/** Endings a name can take without becoming another word: plural and possessive. */
const ENDINGS = ['s', 'es']

function* walk(parts: readonly Part[], words: readonly Word[], { root, at: endsAt }: Index, text: string): Generator<Mention> {
  for (let at = 0; at < parts.length; at++) {
    const first = parts[at]
    let node: Node | undefined = root
    for (let to = at; first !== undefined && node !== undefined; to++) {
      const part: Part | undefined = parts[to]
      if (part === undefined) break
      for (const ending of ENDINGS) {
        const stem = part.folded.endsWith(ending) ? part.folded.slice(0, -ending.length) : ''
        if (stem !== '' && !/\d$/.test(stem)) for (const entry of endsOf(node.next?.get(stem), endsAt)) if (counts(entry, words, first, text)) yield { entry, start: first.start, end: stemEnd(text, part, stem) }
      }
      node = node.next?.get(part.folded)
      for (const entry of endsOf(node, endsAt)) if (counts(entry, words, first, text)) yield { entry, start: first.start, end: part.end }
    }
  }
}

const none: readonly KnownValue[] = []
const endsOf = (node: Node | undefined, endsAt: Index['at']): readonly KnownValue[] => (node?.ends === undefined ? none : endsAt(node))

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
function* matchNumbers(text: string, { numbered, lengths }: Index): Generator<Mention> {
  if (lengths.length === 0) return
  for (const run of text.matchAll(/\+?\d(?:[\s().\-/–]{0,3}\d){4,}/g)) {
    const written = run[0], places = [...written.matchAll(/\d/g)].map((digit) => digit.index)
    const joined = places.map((at) => written.charAt(at)).join('')
    const hits = lengths.flatMap((length) => Array.from({ length: Math.max(0, joined.length - length + 1) }, (_, from) => numbered(joined.slice(from, from + length)).map((entry) => {
      // Known without leading zeros or a country code, it is written with them.
      const lead = /^\+\d{1,3}[\s(]*0?\)?\s*$|[+0]*$/.exec(written.slice(0, places[from]))?.[0].length ?? 0
      const start = (places[from] ?? 0) - lead, end = (places[from + length - 1] ?? 0) + 1
      const begins = start === 0 || (!written.startsWith('+') && /[\s(]/.test(written.charAt(start - 1)))
      return { entry, start, end, isWhole: begins && (end === written.length || /\s/.test(written.charAt(end))) }
    })).flat())
    const whole = hits.filter(({ isWhole }) => isWhole)
    for (const { entry, start, end } of whole) yield { entry, start: run.index + start, end: run.index + end }
    for (const { entry, start, end } of hits) if (!whole.some((other) => start < other.end && other.start < end)) yield { entry, start: run.index, end: run.index + written.length, ...(end - start < written.length ? { within: written } : {}) }
  }
}

const found = ({ entry, start, end, within }: Mention): Finding => {
  const { kind, strength } = entry, entity = within === undefined ? entry.entity : `${entry.entity}/${within}`
  if (strength === 'forbidden') return { start, end, layer: 'rule', kind, entity, why: strings.rule, release: 'never' }
  return { start, end, layer: 'vault', kind, entity, why: strings.known(kind), release: kind === CANARY ? 'never' : strength === 'role' ? 'once' : 'twice' }
}

/** Values planted to prove a leak: nobody can have meant to write one. */
const CANARY = 'canary'
