/** What a message says about noise: "nothing may make noise while the baby sleeps", "quietly". */
import type { Book, Tie } from './draft-book.ts'
import type { Clause, Item } from './items.ts'

/** A clause about noise: quiet at every time it names, or, naming none, the household's quiet hours. */
export const gatherQuiet = (book: Book, { items }: Clause, number: number, quiet: Item): void => {
  for (const item of items) if (['device', 'person', 'verb'].includes(item.meaning.kind)) book.structural.push({ item, clause: number, devices: [] })
  const ties = items.flatMap((item): Tie[] => {
    const { meaning } = item
    const rest = { label: undefined, finish: false, items: [quiet, item], clause: number }
    if (meaning.kind === 'when') return [{ lead: meaning.lead, at: meaning.at, ...rest }]
    return meaning.kind === 'stretch' ? [{ lead: 'during', at: { kind: 'moment', moment: meaning.moment }, ...rest }] : []
  })
  if (ties.length === 0) book.quiet.push({ value: 'kept', items: [quiet], clause: number })
  book.quiet.push(...ties)
}

/** "quietly", "without waking Noah", in a clause that asks for a run. */
export const gatherAdverbs = (book: Book, items: readonly Item[], clause: number): void => {
  for (const [at, item] of items.entries()) {
    if (item.meaning.kind !== 'quiet') continue
    const nextPlace = items.findIndex((x, i) => i > at && x.meaning.kind !== 'filler')
    const next = items[nextPlace]
    if (next?.meaning.kind === 'when' && belongsToQuiet(items, nextPlace)) book.quiet.push({ lead: next.meaning.lead, at: next.meaning.at, label: undefined, finish: false, items: [item, next], clause })
    else book.quiet.push({ value: 'kept', items: next?.meaning.kind === 'person' ? [item, next] : [item], clause })
  }
}

/** A time right behind "quietly" says when to be quiet, unless it is an end. */
export const belongsToQuiet = (items: readonly Item[], at: number): boolean => {
  const before = items.slice(0, at).findLast((x) => x.meaning.kind !== 'filler')
  const { meaning } = items[at] ?? {}
  return before?.meaning.kind === 'quiet' && meaning?.kind === 'when' && (meaning.at.kind === 'routine' || meaning.lead !== 'by')
}
