/** Street addresses and what stands in them: house numbers, flats, post boxes. */
import { anyOf } from '../words/roles.ts'
import { each, matches, when, where, type Detector } from './detector.ts'

const types = ['Street', 'St', 'Road', 'Rd', 'Avenue', 'Ave', 'Lane', 'Ln', 'Drive', 'Dr', 'Court', 'Ct', 'Square', 'Sq', 'Way', 'Close', 'Crescent', 'Place', 'Pl', 'Terrace', 'Gardens', 'Boulevard', 'Blvd', 'Row', 'Mews', 'Grove', 'Hill', 'Walk', 'Parade', 'Highway', 'Hwy', 'Parkway', 'Pkwy', 'Circle', 'Quay']
const anyCase = types.flatMap((word) => [word, word.toLowerCase(), word.toUpperCase()]).join('|')
const numberFirst = matches(new RegExp(`(?<![\\d.,:])(?:\\d{1,5} )?\\d{1,5}[a-z]?,? (?:\\p{Lu}[\\p{L}.'’-]{0,30},? ){1,4}(?:${anyCase})\\b\\.?`, 'gu'))
const ordinary = /\b(?:the|a|an|on|in|to|of|my|our|your|his|her|their|this|that|at|by|from|for|and|or|main|next|other|same|wrong|right|busy|quiet|every|each|one|off|no|country|side|back|some|minutes?|hours?|times?|cross|down|up|along|across|into|miles?|km|metres?|meters?)\b/i
const lowerCase = matches(/(?<![\d.,:])\d{1,5}[a-z]? (?:[\p{Ll}'’-]{1,30} ){1,3}(?:street|road|avenue|lane|boulevard|crescent|terrace)\b/gu, (m) => !ordinary.test(m))
const lowerCaseDrive = matches(/(?<![\d.,:])\d{1,5}[a-z]? [\p{Ll}'’-]{1,29}(?<!s) (?:drive|court|square)\b/gu, (m) => !ordinary.test(m))
const afterPreposition = matches(/(?<=(?<!\p{L})(?:in|on|at|to|from|near|off|of|along|down|up|opposite|behind) )(?:[\p{Ll}'’-]{2,20} ){1,2}(?:mews|lane|road|street|avenue|crescent|terrace|grove|cottage|lodge|villa|manor)(?!\p{L})/gu, (m) => !ordinary.test(m))
const numberAfter = matches(/(?<![\p{L}\p{N}])[\p{Ll}'’-]{2,30} (?:street|road|avenue|lane|boulevard|crescent|terrace) \d{1,4}[a-z]?(?![\p{L}\p{N}]|[.:]\d| ?(?:%|minutes?|hours?|times?|km|m|miles?)(?!\p{L}))/gu, (m) => !ordinary.test(m))
const named = matches(/(?<![\p{L}\p{N}])(?:\p{Lu}[\p{Ll}'’-]{1,30} ){1,3}(?:Street|Road|Avenue|Lane|Drive|Court|Square|Crescent|Terrace|Gardens|Boulevard|Row|Mews|Grove)\b/gu)
const suffixes = 'straße|strasse|str\\.|weg|gasse|platz|allee|damm|ufer|ring|straat|laan|gracht|plein|kade|gatan|gata|vägen|vej|gade|katu'
/** Looked for from its digits on, which are few. */
const suffix = where(new RegExp(`\\d(?<=(?:${suffixes})\\s?\\d)`), matches(new RegExp(`(?<![\\p{L}\\p{N}])\\p{Lu}[\\p{L}.'’-]{0,30}(?:${suffixes})\\s?\\d{1,4}(?:\\s?[a-z]\\b)?(?:\\/\\d{1,4})?`, 'gu')))
const prefix = matches(/(?<![\p{L}\p{N}])(?:\d{1,5}[a-z]?,? )?(?:[Rr]ue|Via|Viale|[Cc]alle|[Aa]venida|Av\.|[Uu]lica|[Uu]l\.|[Aa]l\.|Plaza|Piazza|Corso|[Rr]ua|Chemin|Carrer|Paseo|Quai|Praça|Largo)\s(?:(?:de|du|des|del|della|delle|dei|la|le|les|los|las|da|do|dos) ){0,3}\p{Lu}[\p{L}.'’-]{0,30}(?: \p{Lu}[\p{L}.'’-]{0,30}){0,3}(?:,? \d{1,5}(?:\/\d{1,4}|[a-z]\b)?)?/gu)
const unit = matches(/(?<![\p{L}\p{N}])(?:apt|apartment|suite|ste|flat|unit|postbox|p\.? ?o\.? ?box|postfach|psc)\b\.? ?(?:no\.?|nr\.?|#)? ?\d{1,6}(?: ?[a-z]\b)?/giu)

const ofType = anyOf(types.map((word) => word.toLowerCase()))
const ofLower = anyOf(['street', 'road', 'avenue', 'lane', 'boulevard', 'crescent', 'terrace'])
const ofDrive = anyOf(['drive', 'court', 'square'])
const ofPlace = anyOf(['mews', 'lane', 'road', 'street', 'avenue', 'crescent', 'terrace', 'grove', 'cottage', 'lodge', 'villa', 'manor'])
const ofUnit = anyOf(['apt', 'apartment', 'suite', 'ste', 'flat', 'unit', 'postbox', 'box', 'obox', 'pobox', 'postfach', 'psc'])
const ofLead = anyOf(['rue', 'via', 'viale', 'calle', 'avenida', 'av', 'ulica', 'ul', 'al', 'plaza', 'piazza', 'corso', 'rua', 'chemin', 'carrer', 'paseo', 'quai', 'praça', 'largo'])

export const street: Detector = {
  kind: 'address',
  find: each(
    when({ digits: 1, capitals: 1 }, suffix), when({ digits: 1, words: ofUnit }, unit), when({ digits: 1, capitals: 2, words: ofType }, numberFirst), when({ digits: 1, words: ofLower }, lowerCase),
    when({ digits: 1, words: ofDrive }, lowerCaseDrive), when({ digits: 1, words: ofLower }, numberAfter), when({ capitals: 2, words: ofType }, named), when({ words: ofPlace }, afterPreposition), when({ capitals: 1, words: ofLead }, prefix),
  ),
  examples: ['to [12 Garden Lane] now', 'in der [Lindenstraße 14a] ist', 'at [31 rue des Lilas] then', 'on [Calle Mayor 8] there', 'to [770 26 Mill Road] please', 'the door of [Flat 3b] is', 'write to [PO Box 118] now', 'go to [14 linden lane] now', 'in [hill street 9] now', 'is [Station Road] open', 'mrs k in [mill mews] has', 'the bin at [jasmine cottage] not'],
  counterExamples: ['at 7:15 for his shift at the hospital', 'run it for 90 minutes on the way', 'at 7 close the door', 'at 8 cross the road', 'the 3 friends drive', '20 minutes along the street', 'the flat is cold', 'on the main road at 8', 'trees on our street', 'in every street'],
}
