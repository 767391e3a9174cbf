/** Layer 2: a detector finds private things by their shape. To add one: write its file with examples, list it in all.ts, and its test finds it. */
import { allMatches } from '../all-matches.ts'
import { seenIn, shows, type Needs, type Seen } from './seen.ts'

export interface Detected { readonly start: number; readonly end: number }

/** Looks for one shape. What it needs of a text is said where it is listed: `when(needs, find)`. */
export type Find = (text: string) => readonly Detected[]

export interface Detector {
  /** What it finds, as shown in the panel: "e-mail address". */
  readonly kind: string
  /** Takes time linear in the text: every repetition in its patterns is bounded or cannot begin twice in the same run. `seen` must be of this text. */
  readonly find: (text: string, seen?: Seen) => readonly Detected[]
  /** Texts in which exactly the bracketed part must be found. */
  readonly examples: readonly string[]
  /** Texts in which nothing may be found. */
  readonly counterExamples: readonly string[]
}

/** A shape, and what a text must show for looking at all. */
export interface Look { readonly isWorth: (seen: Seen) => boolean; readonly find: Find }

/** `needs` must hold wherever `find` finds anything; the detectors' test tries to prove otherwise. */
export const when = (needs: Needs, find: Find): Look => ({ isWorth: shows(needs), find })

const none: readonly Detected[] = []

/** All that these shapes find, in their order. */
export const each = (...looks: readonly Look[]): Detector['find'] => (text, seen = seenIn(text)) => {
  let found: Detected[] | undefined
  for (const look of looks) if (look.isWorth(seen)) for (const one of look.find(text)) (found ??= []).push(one)
  return found ?? none
}

/** Every match of a pattern that passes a check. The pattern must be global and linear in the text. */
export const matches = (pattern: RegExp, check?: (match: string) => boolean): Find => (text) => {
  let found: Detected[] | undefined
  for (const m of allMatches(text, pattern)) if (check === undefined || check(m[0])) (found ??= []).push({ start: m.index, end: m.index + m[0].length })
  return found ?? none
}

/** Looks only at texts that a cheap pattern says could hold something. */
export const where = (hint: RegExp, find: Find): Find => (text) => (hint.test(text) ? find(text) : none)
