/** Layer 1: finds what the vault knows, in any case and inflection, with exact offsets in the message. */
import type { Finding, KnownValue } from './finding.ts'

/** Letters and digits as one comparable form: compatibility forms folded, diacritics off, lower case. */
const fold = (text: string): string => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().replaceAll('ß', 'ss')

interface Folded { readonly text: string; /** offset in the original of each folded character */ readonly at: readonly number[] }

/** Folds a text and remembers where each folded character came from. Everything that is neither letter nor digit becomes one space. */
function foldWithOffsets(original: string): Folded {
  let text = ''
  const at: number[] = []
  for (const { segment, index } of segments(original)) {
    const folded = /[\p{L}\p{N}]/u.test(segment) ? fold(segment) : ' '
    if (folded === ' ' && text.endsWith(' ')) continue
    for (let i = 0; i < folded.length; i++) at.push(index)
    text += folded
  }
  return { text, at }
}

function* segments(text: string): Generator<{ segment: string; index: number }> {
  let index = 0
  for (const segment of text) { yield { segment, index }; index += segment.length }
}

/** Ends a name can take without becoming another word: possessive and plural. */
const ENDINGS = ['', ' s', 's', 'es', ' s s']

/** Finds every mention of a known value as whole words. Refuses nothing; an empty list means nothing known is mentioned. */
export function matchKnown(text: string, known: readonly KnownValue[]): Finding[] {
  const folded = foldWithOffsets(text)
  const haystack = ` ${folded.text} `
  const digits = digitRuns(text)
  const findings: Finding[] = []
  for (const entry of known) {
    const needle = foldWithOffsets(entry.value).text.trim()
    if (needle === '') continue
    const ends = /^[\d ]+$/.test(needle) ? [''] : ENDINGS
    for (let from = haystack.indexOf(` ${needle}`); from !== -1; from = haystack.indexOf(` ${needle}`, from + 1)) {
      const ending = ends.find((e) => haystack.startsWith(`${e} `, from + 1 + needle.length))
      if (ending === undefined) continue
      const start = folded.at[from] ?? 0
      const lastIndex = from + needle.length - 1
      const last = folded.at[lastIndex] ?? start
      const end = last + (Array.from(text.slice(last, last + 2))[0]?.length ?? 1)
      if (entry.strength === 'word' && !/^\p{Lu}/u.test(text.slice(start))) continue
      findings.push(found(entry, start, end))
    }
    const number = needle.replaceAll(' ', '')
    if (/^\d{6,}$/.test(number)) for (const run of digits) if (run.digits.includes(number.replace(/^0+/, ''))) findings.push(found(entry, run.start, run.end))
  }
  return findings
}

const found = (entry: KnownValue, start: number, end: number): Finding => ({ start, end, layer: 'vault', kind: entry.kind, entity: entry.entity, why: `Your vault knows this ${entry.kind}.`, releasable: entry.strength === 'role' })

/** Numbers as people write them, with spaces, dots, dashes and brackets between the digits. */
const digitRuns = (text: string): { start: number; end: number; digits: string }[] =>
  [...text.matchAll(/\+?\d(?:[\s().\-/–]{0,3}\d){5,}/g)].map((m) => ({ start: m.index, end: m.index + m[0].length, digits: m[0].replace(/\D/g, '') }))
