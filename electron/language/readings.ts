/** Statements tied to the words they came from; every content word that none of them covers comes back as unread. */
import type { Reading, Unread } from '../../shared/understanding.ts'
import type { Item } from './items.ts'
import type { Token } from './tokens.ts'
import { isFunctionWord } from './words.ts'

export interface Statement {
  readonly says: string
  /** The items it came from; none for what was assumed. */
  readonly items: readonly Item[]
  readonly clause: number
}
/** An understood item that says nothing alone, such as a verb; it joins the statement next to it in its clause. */
export interface Structural { readonly item: Item; readonly clause: number; readonly says: string }

export const MAX_ROWS = 60

/** Spans never run over a content word that was not understood: a statement from two places becomes two readings. */
export const spell = (text: string, tokens: readonly Token[], items: readonly Item[], statements: readonly Statement[], structural: readonly Structural[]): { readonly readings: Reading[]; readonly unread: Unread[] } => {
  const silent = silentTokens(tokens, items)
  const rows: Row[] = []
  for (const { says, items: from, clause } of statements) {
    const clusters = clustersOf(from, silent)
    if (clusters.length === 0) rows.push({ says, clause, from: -1, to: -1 })
    for (const cluster of clusters) rows.push({ says, clause, ...cluster })
  }
  const joined = [...structural].sort((a, b) => a.item.from - b.item.from)
  for (const side of [joined, joined.toReversed()]) for (const { item, clause } of side) if (!isCovered(rows, item)) extend(rows, item, clause, silent)
  for (const { item, clause, says } of joined) if (!isCovered(rows, item)) rows.push({ says, clause, from: item.from, to: item.to })
  const readings = rows.map(({ says, from, to }): Reading => (from < 0 ? { says: shorten(says) } : { says: shorten(says), span: { start: tokens[from]?.start ?? 0, end: tokens[to - 1]?.end ?? 0 } }))
  return { readings, unread: unreadOf(text, tokens, items, rows, silent) }
}

interface Row { readonly says: string; readonly clause: number; from: number; to: number }

const shorten = (says: string): string => (says.length > 300 ? `${says.slice(0, 299)}…` : says)

/** Tokens that may lie inside a span without being said: function words, marks and courtesies. */
const silentTokens = (tokens: readonly Token[], items: readonly Item[]): boolean[] => {
  const silent = tokens.map(isFunctionWord)
  for (const item of items) if (item.meaning.kind === 'filler' || (item.meaning.kind === 'join' && item.meaning.word === 'and')) silent.fill(true, item.from, item.to)
  return silent
}

const clustersOf = (items: readonly Item[], silent: readonly boolean[]): { from: number; to: number }[] => {
  const clusters: { from: number; to: number }[] = []
  for (const item of [...items].sort((a, b) => a.from - b.from)) {
    const last = clusters.at(-1)
    if (last !== undefined && silent.slice(last.to, item.from).every(Boolean)) last.to = Math.max(last.to, item.to)
    else clusters.push({ from: item.from, to: item.to })
  }
  return clusters
}

const isCovered = (rows: readonly Row[], item: Item): boolean => rows.some((row) => row.from <= item.from && item.to <= row.to)

const extend = (rows: Row[], item: Item, clause: number, silent: readonly boolean[]): void => {
  const after = rows.find((row) => row.clause === clause && row.from >= item.to && silent.slice(item.to, row.from).every(Boolean))
  const before = rows.findLast((row) => row.clause === clause && row.from >= 0 && row.to <= item.from && silent.slice(row.to, item.from).every(Boolean))
  if (after !== undefined) after.from = item.from
  else if (before !== undefined) before.to = item.to
}

const unreadOf = (text: string, tokens: readonly Token[], items: readonly Item[], rows: readonly Row[], silent: readonly boolean[]): Unread[] => {
  const covered = tokens.map(() => false)
  for (const row of rows) if (row.from >= 0) covered.fill(true, row.from, row.to)
  const breaks = new Set(items.filter((x) => x.meaning.kind === 'stop' || x.meaning.kind === 'join').flatMap((x) => (silent.slice(x.from, x.to).every(Boolean) ? [x.from] : [])))
  const spans: { start: number; end: number }[] = []
  let run: number[] = []
  const close = (): void => {
    const content = run.filter((i) => silent[i] === false)
    const last = content.at(-1), first = run.find((i) => tokens[i]?.kind !== 'mark')
    // The small words before an unread one stay with it, "with the fish pan", and a sign right behind it, "80%".
    const end = last === undefined ? undefined : /^[%€$£°]$/.test(tokens[last + 1]?.text ?? '') ? last + 1 : last
    if (end !== undefined && first !== undefined) spans.push({ start: tokens[first]?.start ?? 0, end: tokens[end]?.end ?? 0 })
    run = []
  }
  for (const i of tokens.keys()) {
    if (covered[i] === true || breaks.has(i)) close()
    else run.push(i)
  }
  close()
  return spans.flatMap((span) => cut(text, span)).map((span) => ({ text: text.slice(span.start, span.end), span }))
}

/** At most 500 characters each. */
const cut = (text: string, { start, end }: { start: number; end: number }): { start: number; end: number }[] => {
  if (end - start <= 500) return [{ start, end }]
  const space = text.lastIndexOf(' ', start + 500)
  const middle = space > start ? space : start + 500
  return [{ start, end: middle }, ...cut(text, { start: middle, end }).filter((part) => text.slice(part.start, part.end).trim() !== '')]
}
