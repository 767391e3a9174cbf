/** Ages: a number of years of age. */
import { each, matches, when, where, type Detector } from './detector.ts'

const age = matches(/\b\d{1,3}(?=[ -]years?[ -]old\b| ?y\/o\b| ?yo\b| yrs? old\b| years of age\b)|(?<=\b(?:aged|age|age of|turns|turning|turned) )\d{1,3}\b(?! (?:minutes?|hours?|o))/gi)

export const ageOf: Detector = {
  kind: 'age',
  find: each(when({ digits: 1 }, where(/year|yr|y\/o|yo\b|age|turn/i, age))),
  examples: ['a [7]-year-old boy', 'she is [79] years old', 'he turns [40] soon', 'for children aged [4] and'],
  counterExamples: ['every 2 years', 'it is 7', 'the lease runs 3 years'],
}
