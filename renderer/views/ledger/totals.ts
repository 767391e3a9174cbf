/** What left in all, by provider: computed from the receipts, so that the sum and its parts are the same. */
import type { Receipt } from '../../../shared/departure.ts'

export interface Total {
  readonly provider: string
  readonly practice: boolean
  readonly requests: number
  readonly bytes: number
  /** As far as providers counted them. */
  readonly tokens: number
  /** Phrases that stayed here. */
  readonly replaced: number
  /** When something left last. */
  readonly last: string
}

/** Of what left; the most bytes first. Receipts come newest first. */
export function totalsOf(receipts: readonly Receipt[]): readonly Total[] {
  const totals = new Map<string, Total>()
  for (const { outcome, provider, practice, request, tokensIn, tokensOut, replaced, at } of receipts) {
    if (outcome === 'not-sent') continue
    const before = totals.get(provider) ?? { provider, practice, requests: 0, bytes: 0, tokens: 0, replaced: 0, last: at }
    totals.set(provider, { ...before, requests: before.requests + 1, bytes: before.bytes + request.bytes, tokens: before.tokens + (tokensIn ?? 0) + (tokensOut ?? 0), replaced: before.replaced + replaced })
  }
  return [...totals.values()].sort((a, b) => b.bytes - a.bytes)
}
