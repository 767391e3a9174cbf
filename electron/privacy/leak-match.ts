/** Decides whether characters that spell a forbidden value are that value, or chance: the rules about borders and lengths. */
import { hasOwnGap, type Matcher, type Pattern } from './leak-patterns.ts'
import { GAP, HARD, textOf, type Stream } from './leak-stream.ts'
import { glance } from './leak-trie.ts'

/** How a stream was made. Each way has its own rules, because each makes words of its own by chance. */
export type Way = 'forward' | 'reversed' | 'rot13' | 'leet' | 'spoken' | 'at-dot' | 'numbers'

export interface Match { readonly pattern: Pattern; readonly from: number; readonly to: number; /** characters stand between that the value does not have, or the other way round */ readonly apart: boolean }

/** How long the ending may be that turns a name into an inflected one. */
const LONGEST_ENDING = 5
const ENDINGS = { short: /^s$/, middle: /^(?:s|es|n|en|ns)$/, long: /^(?:s|es|n|en|ns|ens|in|chen|lein|le|li|a|e|u|em|om|ou|ov|ova|ovi|y|ie|i|im|is|us|as|ii|iem|owi|ko|ka|ek)$/, stem: /^(?:y|ie|u|o|e|i|ou|ej|im|ы|и|oи|eи|eю|oю|ю)$/ }

/**
 * Every match in a stream. `shortest` is the least number of characters that counts where the stream itself may be chance.
 *
 * The rules, by the length n of the folded value (letters and digits only):
 * - n = 2: only as a whole word, never disguised (escapes are undone, so those do not help).
 * - n = 3 to 5: as a whole word with a plain ending; letters set apart one by one, or joined by marks, but not by spaces: "in a" is no Ina.
 * - n ≥ 6: also inside a longer word, and in pieces with any separators that begin and end with a word.
 * - n ≥ 8 or 10: also joined, or in pieces, inside other words.
 * - digits: n < 6 whole or one by one, 6 and 7 whole or in pieces between borders, from 8 anywhere in a longer run.
 * - a value that is also an everyday word: only as it is capitalised.
 * - reversed: from 5 on; shorter when the capital at the end tells ("moT"). rot13: from 4 on; 3 when the capital tells.
 * - leet: at least one letter and one sign must stand in the word; "5am" and "7th" are times and orders.
 * - scripts that no English text has: any length from 2, for nothing there is chance.
 */
export function matches(stream: Stream, matcher: Matcher, way: Way, shortest = 2): Match[] {
  const found: Match[] = []
  const anywhere = way === 'forward' || way === 'numbers' || way === 'spoken'
  let seen = glance(glance(0, stream.code[0] ?? 0), stream.code[1] ?? 0)
  for (let from = 0; from < stream.length; from++) {
    seen = glance(seen, from + 2 < stream.length ? stream.code[from + 2] ?? 0 : 0)
    if (from + 2 < stream.length && !matcher.mayBegin(seen)) continue
    if (!anywhere && ((stream.gap[from] ?? 0) & HARD) === 0) continue
    let state = 0
    for (let at = from; at < stream.length; at++) {
      if (at > from && ((stream.gap[at] ?? 0) & GAP.wall) !== 0) break
      state = matcher.next(state, stream.code[at] ?? 0)
      if (state === 0) break
      for (const pattern of matcher.endsAt(state)) {
        const verdict = pattern.folded.length < shortest && !pattern.foreign ? undefined : judge(pattern, stream, from, at + 1, way)
        if (verdict !== undefined) found.push({ pattern, from, to: at + 1, apart: verdict === 'apart' })
      }
    }
  }
  return found
}

/** Undefined: chance. */
export function judge(p: Pattern, stream: Stream, from: number, to: number, way: Way): 'whole' | 'apart' | undefined {
  const n = to - from
  const before = stream.gap[from] ?? 0, after = stream.gap[to] ?? 0
  if (n < 5 && ((before | after) & GAP.noText) !== 0) return undefined
  const inside = gapsInside(p, stream, from, to)
  const startsWord = (before & HARD) !== 0, endsWord = (after & HARD) !== 0
  const verdict = inside.extra === 0 && !inside.missing ? 'whole' : 'apart'
  if (p.entry.word) return sameCapitals(p, stream, from) && startsWord && endsWord && !negated(stream, to) && (verdict === 'whole' || inside.longest === 1) ? verdict : undefined
  if (way === 'numbers') return p.digits === n && (inside.seams === 0 ? n >= 7 : n >= 10 && (before & (GAP.seam | GAP.wall)) !== 0 && (after & (GAP.seam | GAP.wall)) !== 0) ? verdict : undefined
  if (p.digits === n) return digits(p, stream, from, to, way, inside, startsWord, endsWord) ? verdict : undefined
  if (way === 'spoken') return n >= 6 && p.digits >= 3 && startsWord && endsWord ? verdict : undefined
  if (way === 'at-dot' && !(p.hasMarks && n >= 6)) return undefined
  if (p.foreign && p.role === 'whole') {
    const joined = p.joinsWords || n >= 6
    return (joined || startsWord) && (joined || endsWord || endingAfter(stream, to)?.length === 1 || endsInflected(p, stream, to, n)) && (inside.extra === 0 || inside.longest === 1 || n >= 4) ? verdict : undefined
  }
  if (n === 2) return way === 'forward' && verdict === 'whole' && startsWord && endsWord && !negated(stream, to) ? verdict : undefined
  if (n === 3 && negated(stream, to)) return undefined
  if (way === 'reversed' && n < 5 && !capitalTells(stream, from, to)) return undefined
  if (way === 'rot13' && (n < 3 || (n === 3 && !capitalTells(stream, from, to)))) return undefined

  const softly = n >= 4 && way === 'forward'
  const starts = startsWord || (softly && (before & GAP.soft) !== 0)
  const ends = p.role === 'stem' ? endsInflected(p, stream, to, n) : endsWord || (softly && (after & GAP.soft) !== 0) || (way !== 'reversed' && endsInflected(p, stream, to, n))
  if (p.role === 'stem') return starts && ends && verdict === 'whole' ? verdict : undefined
  if (starts && ends) {
    if (inside.extra === 0) return !inside.missing || n >= 5 ? verdict : undefined
    return n >= 6 || inside.longest === 1 || (!inside.spaced && !inside.apostrophe) ? verdict : undefined
  }
  if (way !== 'forward') return undefined
  return n >= (inside.extra > 0 ? 10 : inside.missing ? 8 : 6) ? verdict : undefined
}

function digits(p: Pattern, stream: Stream, from: number, to: number, way: Way, inside: Inside, startsWord: boolean, endsWord: boolean): boolean {
  const n = to - from
  const digitAfter = endsWord ? false : isDigit(stream.code[to]), digitBefore = startsWord || from === 0 ? false : isDigit(stream.code[from - 1])
  if (p.role === 'tail') return !digitAfter && (n >= 8 || !digitBefore)
  if (way === 'reversed') return n >= 5 && startsWord && endsWord
  if (way === 'spoken') return n >= 4 && !digitAfter && !digitBefore && (n >= 6 || inside.longest <= 1)
  if (way !== 'forward') return false
  if (n >= 8) return true
  return !digitAfter && !digitBefore && (inside.extra === 0 || n >= 6 || inside.longest === 1)
}

const isDigit = (code: number | undefined): boolean => code !== undefined && code >= 48 && code <= 57

interface Inside { readonly extra: number; readonly missing: boolean; readonly longest: number; readonly spaced: boolean; readonly apostrophe: boolean; readonly seams: number }

/** What stands between the characters of a match that the value itself does not have there. */
function gapsInside(p: Pattern, stream: Stream, from: number, to: number): Inside {
  let extra = 0, missing = false, longest = 0, piece = 1, spaced = false, apostrophe = false, seams = 0
  for (let i = from + 1; i < to; i++) {
    const gap = stream.gap[i] ?? 0, own = hasOwnGap(p, i - from)
    if ((gap & GAP.seam) !== 0) seams++
    if ((gap & HARD) === 0) {
      if (own) missing = true
      piece++
      continue
    }
    longest = Math.max(longest, piece)
    piece = 1
    if (own && (gap & GAP.seam) === 0) continue
    extra++
    spaced ||= (gap & GAP.space) !== 0
    apostrophe ||= (gap & GAP.apostrophe) !== 0
  }
  return { extra, missing, longest: Math.max(longest, piece), spaced, apostrophe, seams }
}

/** The rest of the word after a match, when there is a short one. */
function endingAfter(stream: Stream, to: number): string | undefined {
  let end = to
  while (end < stream.length && ((stream.gap[end] ?? 0) & HARD) === 0 && end - to <= LONGEST_ENDING) end++
  return end > to && end - to <= LONGEST_ENDING ? textOf(stream, to, end) : undefined
}

function endsInflected(p: Pattern, stream: Stream, to: number, n: number): boolean {
  const ending = ((stream.gap[to] ?? 0) & HARD) !== 0 ? undefined : endingAfter(stream, to)
  if (ending === undefined) return false
  return (p.role === 'stem' ? ENDINGS.stem : n <= 3 ? ENDINGS.short : n === 4 ? ENDINGS.middle : ENDINGS.long).test(ending)
}

/** "Don’t" names no Don. */
const negated = (stream: Stream, to: number): boolean =>
  ((stream.gap[to] ?? 0) & GAP.apostrophe) !== 0 && stream.code[to] === 116 && to + 1 <= stream.length && ((stream.gap[to + 1] ?? 0) & HARD) !== 0

const capitalTells = (stream: Stream, from: number, to: number): boolean => stream.upper[from] === 1 && !stream.upper.subarray(from + 1, to).includes(1)

function sameCapitals(p: Pattern, stream: Stream, from: number): boolean {
  for (let i = 0; i < p.folded.length; i++) if ((p.capitals.charAt(i) === '1') !== (stream.upper[from + i] === 1)) return false
  return true
}
