/** Telephone numbers that their country's numbering plan knows (ITU-T E.164, through libphonenumber), however they are spaced. */
import { parsePhoneNumberFromString, type CountryCode } from 'libphonenumber-js/min'
import { allMatches } from '../all-matches.ts'
import { each, when, type Detected, type Detector } from './detector.ts'

/** Whose national forms are tried for a number without its country code, by its length and first digit. Elsewhere a number is still held back, only not called a phone. */
function countriesFor(digits: string): readonly CountryCode[] {
  if (digits.startsWith('0')) return digits.length === 10 ? ['FR', 'NL', 'DE', 'GB', 'IT'] : digits.length === 11 ? ['GB', 'DE', 'IT'] : ['DE', 'IT']
  if (digits.length === 10) return digits.startsWith('3') ? ['IT', 'US'] : ['US']
  return digits.length === 9 ? ['ES', 'PL'] : digits.length === 11 && digits.startsWith('1') ? ['US'] : []
}
const candidate = /(?<![\p{L}\p{N}.,])(?:\+|00)?\(?\d(?:[\s().\-/–]{0,3}\d){6,14}(?:\s?(?:x|ext\.?|extension)\s?\d{1,6})?(?![\p{L}\p{N}])/giu
const times = /^\d{1,2}\.\d{2}\b/

/** A number is a telephone number when the plan it names, or one of the countries', holds it. */
function isPhone(written: string): boolean {
  const number = written.replace(/^00/, '+')
  if (number.startsWith('+')) return parsePhoneNumberFromString(number)?.isPossible() === true
  return countriesFor(number.replace(/(?:x|ext).*$/i, '').replace(/\D/g, '')).some((country) => parsePhoneNumberFromString(number, country)?.isValid() === true)
}

const find = (text: string): Detected[] => allMatches(text, candidate).flatMap((m) => (times.test(m[0]) || !isPhone(m[0]) ? [] : [{ start: m.index, end: m.index + m[0].length }]))

export const phone: Detector = {
  kind: 'phone',
  find: each(when({ digits: 7 }, find)),
  examples: ['call [+49 30 901820] now', 'on [(212) 555-0123] please', 'ring [020 7946 0958] or', 'at [06 12 34 56 78] after', 'text [0151 23456789] now', 'dial [+1 (415) 555-2671 x 12] for'],
  counterExamples: ['from 17.30-18.30', 'in 2019 and 2020', 'kwh 12 14 16', '999 999'],
}
