/** Bank accounts (IBAN, ISO 13616, checked modulo 97) and payment cards (ISO/IEC 7812, Luhn). */
import { each, matches, when, type Detector } from './detector.ts'

const iban = matches(/\b[A-Z]{2}\d{2}(?: ?[A-Z0-9]{4}){2,7}(?: ?[A-Z0-9]{1,4})?\b/g, (m) => {
  const compact = m.replaceAll(' ', '').toUpperCase()
  if (compact.length < 15 || compact.length > 34) return false
  let rest = 0
  for (const c of compact.slice(4) + compact.slice(0, 4)) rest = Number(`${rest}${/\d/.test(c) ? c : c.charCodeAt(0) - 55}`) % 97
  return rest === 1
})
const card = matches(/\b\d(?:[ -]?\d){12,18}\b/g, (m) => {
  const digits = m.replace(/\D/g, '')
  let sum = 0
  for (let i = 0; i < digits.length; i++) {
    const doubled = Number(digits[digits.length - 1 - i]) * (i % 2 === 1 ? 2 : 1)
    sum += doubled > 9 ? doubled - 9 : doubled
  }
  return sum % 10 === 0
})

export const account: Detector = {
  kind: 'account number',
  find: each(when({ digits: 2, capitals: 2 }, iban), when({ digits: 13 }, card)),
  examples: ['to [DE89 3704 0044 0532 0130 00] please', 'card [4111 1111 1111 1111] ok'],
  counterExamples: ['DE88 3704 0044 0532 0130 00', '4111 1111 1111 1112'],
}
