/** What is spelled out sign by sign, as phone numbers, codes and names are read aloud: "nine one zero", "S-m-i-t-h". */
import { anyOf } from '../words/roles.ts'
import { each, matches, when, type Detector } from './detector.ts'

const digitWords = 'zero oh one two three four five six seven eight nine double null eins zwei drei vier fünf sechs sieben acht neun'.split(' ')
const digit = `(?:${digitWords.join('|')})`

const digits = matches(new RegExp(`(?<![\\p{L}])${digit}(?:[ ,.-]{1,2}${digit}){3,}(?![\\p{L}])`, 'giu'))
/** Four letters at least: fewer are initials and abbreviations, which have their own rules. */
const letters = matches(/(?<![\p{L}\p{N}'’])\p{L}(?:(?: ?[-.,·] ?| {1,3})\p{L}){3,}(?![\p{L}\p{N}'’])/gu)

export const spoken: Detector = {
  kind: 'spelling',
  find: each(when({ words: anyOf(digitWords) }, digits), when({ lone: 4 }, letters)),
  examples: ['her name is [S-m-i-t-h] so', 'that is [O K A F O R] please', '[b, r, a, n, d, t] with dt', 'call [nine one zero four four seven one] now', 'the pin is [four, seven, one, one]'],
  counterExamples: ['one or two of the three', 'at seven or eight', 'two hours before six', 'plan A, B or C', 'is it a. m. or p. m.', 'so I a m'],
}
