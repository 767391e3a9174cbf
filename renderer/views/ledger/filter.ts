/** Finding receipts: by what stands in them, by whom of the household they tell, by where and when they went and what came of it. */
import type { Receipt } from '../../../shared/departure.ts'
import { engineName } from '../../../shared/engines.ts'
import { instantToWall } from '../../../shared/time.ts'
import { stampInWords } from '../../ui/dates.ts'
import { strings } from './strings.ts'

export interface Filter {
  readonly words: string
  /** An entry of the household: "person/emma". */
  readonly entry: string | null
  readonly provider: string | null
  readonly outcome: Receipt['outcome'] | null
  /** The first and the last day, `2026-11-22`, both included; '' = open. */
  readonly from: string
  readonly to: string
}

export const everything: Filter = { words: '', entry: null, provider: null, outcome: null, from: '', to: '' }

/** How many filters beside the words are set. */
export const settingsOf = ({ entry, provider, outcome, from, to }: Filter): number => [entry !== null, provider !== null, outcome !== null, from !== '', to !== ''].filter(Boolean).length

/** The receipts that fit all of a filter. The words stand as they are in provider, model, pattern, address, body, or date (as shown, and as `2026-11-22T13:05`); case and extra spaces do not matter. */
export const matching = (receipts: readonly Receipt[], filter: Filter, zone: string): readonly Receipt[] => {
  const { entry, provider, outcome, from, to } = filter, wanted = filter.words.trim().replace(/\s+/g, ' ').toLowerCase()
  return receipts.filter((receipt) => {
    if (provider !== null && receipt.provider !== provider) return false
    if (outcome !== null && receipt.outcome !== outcome) return false
    if (entry !== null && receipt.told?.some(({ entity }) => entity === entry) !== true) return false
    const day = instantToWall(receipt.at, zone).slice(0, 10)
    return (from === '' || day >= from) && (to === '' || day <= to) && (wanted === '' || says(receipt, zone).some((text) => text.toLowerCase().includes(wanted)))
  })
}

const says = ({ provider, practice, model, pattern, request, at }: Receipt, zone: string): readonly string[] =>
  [provider, engineName(provider), practice ? strings.practice : '', model, strings.patterns[pattern] ?? pattern, request.url, request.body, stampInWords(at, zone), instantToWall(at, zone)]
