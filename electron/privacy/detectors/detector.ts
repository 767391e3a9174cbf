/** Layer 2: a detector finds private things by their shape. To add one: write its file with examples, list it in all.ts, and its test finds it. */
export interface Detected { readonly start: number; readonly end: number }

export interface Detector {
  /** What it finds, as shown in the panel: "e-mail address". */
  readonly kind: string
  readonly find: (text: string) => Detected[]
  /** Texts in which exactly the bracketed part must be found. */
  readonly examples: readonly string[]
  /** Texts in which nothing may be found. */
  readonly counterExamples: readonly string[]
}

/** Every match of a pattern that passes a check. The pattern must be global and linear in the text. */
export const matches = (pattern: RegExp, check: (match: string) => boolean = () => true) => (text: string): Detected[] =>
  [...text.matchAll(pattern)].filter((m) => check(m[0])).map((m) => ({ start: m.index, end: m.index + m[0].length }))
