/** Amounts of money that are exact enough to be recognised: three significant digits or more. "200 euros" says no more than it must. */
import { amountOf } from '../generalize.ts'
import { each, matches, when, where, type Detector } from './detector.ts'

const currency = '(?:€|\\$|£|¥|zł|kr|CHF|EUR|USD|GBP|euros?|dollars?|pounds?|francs?|quid|bucks)'
const number = "\\d{1,3}(?:[.,'’ ]\\d{3}){0,3}(?:[.,]\\d{1,2})?|\\d{1,9}(?:[.,]\\d{1,2})?"
const isExact = (written: string): boolean => String(Math.round((amountOf(written) ?? 0) * 100)).replace(/0+$/, '').length >= 3
const before = matches(new RegExp(`(?<=${currency} ?)(?<![\\d.,])(?:${number})(?![\\d.,]?\\d)`, 'giu'), isExact)
const after = matches(new RegExp(`(?<![\\d.,])(?:${number})(?= ?${currency}(?!\\p{L}))`, 'giu'), isExact)

export const amount: Detector = {
  kind: 'amount',
  find: each(when({ digits: 3 }, where(/[€$£¥ł]|kr|chf|eur|usd|gbp|dollar|pound|franc|quid|bucks/i, (text) => [...before(text), ...after(text)]))),
  examples: ['the rent is [1,240] euros', 'it came to €[86.40], so', 'we owe $[12,345.67] now', 'invoice over [1.240,50] € is', 'paid £[475] in'],
  counterExamples: ['about 200 euros', 'a fee of €50', 'it costs 1,200 dollars', '0.30 euros per kWh', '125 grams', 'at 12.45 we go'],
}
