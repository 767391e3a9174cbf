/** Layer 2: a detector finds private things by their shape. To add one: write its file with examples, list it in all.ts, and its test finds it. */
import { allMatches } from '../all-matches.ts'

export interface Detected { readonly start: number; readonly end: number }

export interface Detector {
  /** What it finds, as shown in the panel: "e-mail address". */
  readonly kind: string
  /** Takes time linear in the text: every repetition in its patterns is bounded or cannot begin twice in the same run. */
  readonly find: (text: string) => Detected[]
  /** Texts in which exactly the bracketed part must be found. */
  readonly examples: readonly string[]
  /** Texts in which nothing may be found. */
  readonly counterExamples: readonly string[]
}

/** Every match of a pattern that passes a check. The pattern must be global and linear in the text. */
export const matches = (pattern: RegExp, check: (match: string) => boolean = () => true) => (text: string): Detected[] => {
  const found: Detected[] = []
  for (const m of allMatches(text, pattern)) if (check(m[0])) found.push({ start: m.index, end: m.index + m[0].length })
  return found
}

const digit = /\d/
/** For detectors of things that have a digit: texts without one are passed over. */
export const withDigits = (...finders: readonly ((text: string) => Detected[])[]) => (text: string): Detected[] => {
  const found: Detected[] = []
  if (digit.test(text)) for (const find of finders) found.push(...find(text))
  return found
}

/** Looks only at texts that a cheap pattern says could hold something. */
export const where = (hint: RegExp, find: (text: string) => Detected[]) => (text: string): Detected[] => (hint.test(text) ? find(text) : [])
