/** Postcodes that have a shape of their own (GB, US with its state, NL, CA, JP, PL, SE) and coordinates (WGS 84, decimal degrees). */
import { each, matches, when, type Detector } from './detector.ts'

const british = matches(/\b[A-Z]{1,2}\d[A-Z\d]? \d[A-Z]{2}\b/g)
const american = matches(/\b[A-Z]{2},? \d{5}(?:-\d{4})?\b/g)
const beforePlace = matches(/\b(?:\d{5}(?:-\d{4})?|\d{3} \d{2}|\d{4})(?= \p{Lu}\p{Ll})/gu, (m) => !/^(?:19|20)\d\d$/.test(m))
const dutch = matches(/\b\d{4} ?(?!AM|PM)[A-Z]{2}\b/g)
const canadian = matches(/\b[A-Z]\d[A-Z] ?\d[A-Z]\d\b/g)
const polishOrJapanese = matches(/(?<![\d-])(?:\d{2}-\d{3}|\d{3}-\d{4})(?![\d-])/g)
const coordinates = matches(/[-+]?\b\d{1,3}\.\d{3,15}[°\s,;NSEW]{1,4}[-+]?\d{1,3}\.\d{3,15}/g)

export const postcode: Detector = {
  kind: 'place code',
  find: each(
    when({ digits: 2, capitals: 3 }, british), when({ digits: 5, capitals: 2 }, american), when({ digits: 4, capitals: 1 }, beforePlace), when({ digits: 4, capitals: 2 }, dutch),
    when({ digits: 3, capitals: 3 }, canadian), when({ digits: 5, signs: '-' }, polishOrJapanese), when({ digits: 8, signs: '.' }, coordinates),
  ),
  examples: ['near [SW1A 1AA] there', 'in [OR 97205] now', 'at [10435] Berlin', 'in [1017 AB] there', 'for [K1A 0B1] now', 'in [30-002] there', 'to [100-0001] now', 'at [52.5200, 13.4050] now'],
  counterExamples: ['1.5 kW and 2.5 kW', 'in 2019 Easter', 'for 10-12 people', 'at 7 AM'],
}
