/** Tells a typed value, which a household problem needs, from a number that identifies. */
import type { Word } from './words.ts'

const measured = /^\d{1,3}(?:am|pm|st|nd|rd|th|h|s|kg|g|km|m|cm|mm|l|ml|min|mins|hr|hrs|kwh|kw|w|wh|v|a|c|ish|x|p|ct|k)?$/i
const year = /^(?:19|20)\d\d$/
const units = new Set('am pm h hr hrs hour hours min mins minute minutes s sec secs second seconds day days night nights week weeks month months year years kwh kw w wh watt watts v volt volts amp amps percent degrees degree euro euros eur cent cents ct dollar dollars pound pounds usd gbp chf franc francs kg g gram grams km m metre metres meter meters mile miles l litre litres liter liters ml piece pieces times people persons adults children kids guests plates portions loads load cycles more o of or and to until till percentage steps'.split(' '))

export const isUnit = (lower: string): boolean => units.has(lower)
export const isYear = (digits: string): boolean => year.test(digits)

/** Whether a number says how much, how long or when. Up to three digits with or without a unit, a year, and four digits before a unit. */
export function isTypedValue(word: Word, next: Word | undefined): boolean {
  return measured.test(word.text) || year.test(word.text) || (/^\d{4}$/.test(word.text) && isCounted(next))
}

/** Whether what follows makes the number a quantity or a time: "7 minutes", "7:30", "7 %". */
export const isCounted = (next: Word | undefined): boolean => next !== undefined && ((/^[ -]$/.test(next.gap) && units.has(next.lower)) || (/^[:.]$/.test(next.gap) && next.number) || /^\s?[%€$£°]/.test(next.gap))
