/** What the ledger says each provider was told of each entry of the household, over all receipts. */
import type { Receipt, Seen } from '../../shared/departure.ts'

interface SeenByAll {
  /** What was told last comes first. */
  readonly seen: readonly Seen[]
  /** Departures to a cloud from before receipts said what they told. */
  readonly unrecorded: number
}

/** Of what left, or may have; an entry counts once for a departure, however often it stands there. Receipts come newest first. */
export function seenOf(receipts: readonly Pick<Receipt, 'outcome' | 'provider' | 'practice' | 'told' | 'at'>[]): SeenByAll {
  const all = new Map<string, { seen: Omit<Seen, 'as'>; as: Map<string, Seen['as'][number]> }>()
  let unrecorded = 0
  for (const { outcome, provider, practice, told, at } of receipts) {
    if (outcome === 'not-sent') continue
    if (told === undefined) {
      if (!practice) unrecorded += 1
      continue
    }
    for (const [entity, things] of Map.groupBy(told, (one) => one.entity)) {
      const key = JSON.stringify([provider, practice, entity]), before = all.get(key)
      const as = before?.as ?? new Map<string, Seen['as'][number]>()
      for (const [name, [one]] of Map.groupBy(things, ({ kind, how }) => JSON.stringify([kind, how]))) if (one !== undefined) as.set(name, { kind: one.kind, how: one.how, times: (as.get(name)?.times ?? 0) + 1 })
      all.set(key, { seen: { provider, practice, entity, times: (before?.seen.times ?? 0) + 1, first: at, last: before?.seen.last ?? at }, as })
    }
  }
  return { seen: [...all.values()].map(({ seen, as }) => ({ ...seen, as: [...as.values()] })), unrecorded }
}
