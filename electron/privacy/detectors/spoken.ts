/** Numbers spelled out digit by digit, as phone numbers and codes are read aloud. */
import { matches, type Detector } from './detector.ts'

const digit = '(?:zero|oh|one|two|three|four|five|six|seven|eight|nine|double|null|eins|zwei|drei|vier|fünf|sechs|sieben|acht|neun)'

export const spoken: Detector = {
  kind: 'number',
  find: matches(new RegExp(`(?<![\\p{L}])${digit}(?:[ ,.-]{1,2}${digit}){3,}(?![\\p{L}])`, 'giu')),
  examples: ['call [nine one zero four four seven one] now', 'the pin is [four, seven, one, one]'],
  counterExamples: ['one or two of the three', 'at seven or eight', 'two hours before six'],
}
