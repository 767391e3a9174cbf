/** Scores an outgoing text against the labelled one, from the text alone, so that any tool can be scored alike. */

export interface Labelled { readonly text: string; readonly spans: readonly { readonly start: number; readonly end: number; readonly type: string }[] }

export interface Score {
  /** Whether the words of an identifier still stand in a row. */
  readonly leak: boolean
  /** Whether any word of a person's name, titles aside, was left where it stood; null where nobody is named. */
  readonly name: boolean | null
  /** Words outside every label, and how many of them were left where they stood. */
  readonly plain: number
  readonly kept: number
}

interface Token { readonly word: string; readonly at: number }

const titles = new Set('mr mrs ms miss dr prof sir aunt uncle grandma grandpa mum mom dad s'.split(' '))
const tokensOf = (text: string): Token[] => [...text.matchAll(/[\p{L}\p{N}]+/gu)].map((m) => ({ word: m[0].normalize('NFKC').toLowerCase(), at: m.index }))

/** Dates, ages and titles are no identifiers of their own; they count neither as leaks nor as plain words. */
const identifying = (type: string): boolean => !/^(?:DATE_TIME|AGE|TITLE|NRP)$/.test(type)

export function scoreOf({ text, spans }: Labelled, sent: string): Score {
  const before = tokensOf(text), after = tokensOf(sent), left = stayed(before, after)
  const row = ` ${after.map(({ word }) => word).join(' ')} `
  const within = ({ at }: Token, span: Labelled['spans'][number]): boolean => at >= span.start && at < span.end
  const wanted = spans.filter(({ type }) => identifying(type))
  const people = wanted.filter(({ type }) => type === 'PERSON')
  const plain = before.map((token, i) => ({ token, left: left[i] === true })).filter(({ token }) => !spans.some((span) => within(token, span)))
  return {
    leak: wanted.some((span) => { const words = tokensOf(text.slice(span.start, span.end)).map(({ word }) => word); return words.length > 0 && row.includes(` ${words.join(' ')} `) }),
    name: people.length === 0 ? null : before.some((token, i) => left[i] === true && token.word.length > 1 && !titles.has(token.word) && people.some((span) => within(token, span))),
    plain: plain.length,
    kept: plain.filter(({ left: isLeft }) => isLeft).length,
  }
}

/** Which words of `a` stand in `b`, in order: a longest common subsequence. */
function stayed(a: readonly Token[], b: readonly Token[]): boolean[] {
  const width = b.length + 1, longest = new Uint16Array((a.length + 1) * width)
  const at = (i: number, j: number): number => longest[i * width + j] ?? 0
  for (let i = a.length - 1; i >= 0; i--) for (let j = b.length - 1; j >= 0; j--) longest[i * width + j] = a[i]?.word === b[j]?.word ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1))
  const left = a.map(() => false)
  for (let i = 0, j = 0; i < a.length && j < b.length;) {
    if (a[i]?.word === b[j]?.word) { left[i] = true; i++; j++ } else if (at(i + 1, j) >= at(i, j + 1)) i++
    else j++
  }
  return left
}

/** The shares, in per cent: documents with a leak, documents with a word of a name left, other words kept. */
export function sharesOf(scores: readonly Score[]): { readonly leak: number; readonly names: number; readonly kept: number } {
  const named = scores.filter(({ name }) => name !== null), plain = scores.reduce((sum, s) => sum + s.plain, 0)
  return {
    leak: share(scores.filter((s) => s.leak).length, scores.length),
    names: share(named.filter((s) => s.name === true).length, named.length),
    kept: share(scores.reduce((sum, s) => sum + s.kept, 0), plain),
  }
}

const share = (part: number, whole: number): number => (whole === 0 ? 0 : Math.round((1000 * part) / whole) / 10)
