/** Street addresses, postcodes with a place, and coordinates. */
import { matches, type Detector } from './detector.ts'

const street = ['Street', 'St', 'Road', 'Rd', 'Avenue', 'Ave', 'Lane', 'Ln', 'Drive', 'Dr', 'Court', 'Ct', 'Square', 'Sq', 'Way', 'Close', 'Crescent', 'Place', 'Terrace', 'Gardens', 'Boulevard', 'Blvd'].flatMap((word) => [word, word.toLowerCase(), word.toUpperCase()]).join('|')
const numberFirst = matches(new RegExp(`\\b\\d{1,5}[a-z]?,? (?:\\p{Lu}[\\p{L}.'’-]*,? ){1,4}(?:${street})\\b\\.?`, 'gu'))
const numberLast = matches(/\p{Lu}[\p{L}.'’-]*(?:straße|strasse|str\.|weg|gasse|platz|allee|damm|ufer|ring)\s?\d{1,4}\s?[a-z]?\b/gu)
const postcode = matches(/\b[A-Z]{1,2}\d[A-Z\d]? \d[A-Z]{2}\b|\b\d{5}(?:-\d{4})?(?= \p{Lu}\p{L}+)/gu)
const coordinates = matches(/[-+]?\d{1,3}\.\d{3,}[°\s,;]+[-+]?\d{1,3}\.\d{3,}/g)

export const address: Detector = {
  kind: 'address',
  find: (text) => [...numberFirst(text), ...numberLast(text), ...postcode(text), ...coordinates(text)],
  examples: ['to [12 Garden Lane] now', 'in der [Lindenstraße 14a] ist', 'near [SW1A 1AA] there', 'at [52.5200, 13.4050] now'],
  counterExamples: ['at 7:15 for his shift at the hospital', 'run it for 90 minutes on the way', 'at 7 close the door', '1.5 kW and 2.5 kW'],
}
