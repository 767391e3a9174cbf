/** National identity and tax numbers whose check digits hold: US SSN, GB NINO, DE tax number, FR NIR, ES DNI/NIE, IT codice fiscale, NL BSN, PL PESEL. */
import { each, matches, when, type Detector } from './detector.ts'

const digitsOf = (text: string): number[] => Array.from(text.replace(/\D/g, ''), Number)
const weighted = (digits: readonly number[], weights: readonly number[]): number => weights.reduce((sum, weight, i) => sum + weight * (digits[i] ?? 0), 0)

const american = matches(/\b(?!000|666|9)\d{3}-(?!00)\d{2}-(?!0000)\d{4}\b/g)
const british = matches(/\b[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z] ?\d{2} ?\d{2} ?\d{2} ?[A-D]\b/g)
/** ISO 7064, modulo 11, 10. */
const german = matches(/\b[1-9]\d(?: ?\d{3}){3}\b/g, (m) => {
  const digits = digitsOf(m)
  let product = 10
  for (const digit of digits.slice(0, 10)) product = (((digit + product) % 10 || 10) * 2) % 11
  return (11 - product) % 10 === digits[10]
})
const french = matches(/\b[12] ?\d{2} ?(?:0[1-9]|1[0-2]|[2-9]\d) ?(?:\d{2}|2[AB]) ?\d{3} ?\d{3} ?\d{2}\b/g, (m) => {
  const compact = m.replaceAll(' ', '').replace('2A', '19').replace('2B', '18')
  return 97 - Number(BigInt(compact.slice(0, 13)) % 97n) === Number(compact.slice(13))
})
const spanish = matches(/\b[XYZ\d]\d{7}-?[A-Z]\b/g, (m) => 'TRWAGMYFPDXBNJZSQVHLCKE'[Number(m.replace(/^[XYZ]/, (c) => String('XYZ'.indexOf(c))).replace(/\D/g, '')) % 23] === m.at(-1))
const italian = matches(/\b[A-Z]{6}\d{2}[A-EHLMPRST]\d{2}[A-Z]\d{3}[A-Z]\b/g)
const dutch = matches(/\b\d{9}\b/g, (m) => weighted(digitsOf(m), [9, 8, 7, 6, 5, 4, 3, 2, -1]) % 11 === 0)
const polish = matches(/\b\d{11}\b/g, (m) => weighted(digitsOf(m), [1, 3, 7, 9, 1, 3, 7, 9, 1, 3, 1]) % 10 === 0)

export const nationalId: Detector = {
  kind: 'identity number',
  find: each(
    when({ digits: 9, signs: '-' }, american), when({ digits: 6, capitals: 3 }, british), when({ digits: 11 }, german), when({ digits: 14 }, french),
    when({ digits: 7, capitals: 1 }, spanish), when({ digits: 7, capitals: 9 }, italian), when({ digits: 9 }, dutch), when({ digits: 11 }, polish),
  ),
  examples: ['SSN [078-05-1120] ok', 'NI [AB 12 34 56 C] ok', 'tax [86 095 742 719] ok', 'NIR [2 55 08 14 168 025 38] ok', 'DNI [12345678Z] ok', 'CF [RSSMRA85T10A562S] ok', 'BSN [111222333] ok', 'PESEL [44051401359] ok'],
  counterExamples: ['000-12-3456', '86 095 742 718', '12345678A', '111222334', '44051401358'],
}
