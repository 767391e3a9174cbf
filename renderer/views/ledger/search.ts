/** Finding receipts by what stands in them. */
import type { Receipt } from '../../../shared/departure.ts'
import { instantToWall } from '../../../shared/time.ts'
import { stampInWords } from '../../ui/dates.ts'
import { strings } from './strings.ts'

/** The receipts in which the query stands as it is: in provider, model, pattern, address, body, or date (as shown, and as `2026-11-22T13:05`). Case and extra spaces do not matter. */
export const matching = (receipts: readonly Receipt[], query: string, zone: string): readonly Receipt[] => {
  const wanted = query.trim().replace(/\s+/g, ' ').toLowerCase()
  if (wanted === '') return receipts
  return receipts.filter(({ provider, practice, model, pattern, request, at }) =>
    [provider, practice ? strings.practice : '', model, strings.patterns[pattern] ?? pattern, request.url, request.body, stampInWords(at, zone), instantToWall(at, zone)].some((text) => text.toLowerCase().includes(wanted)))
}
