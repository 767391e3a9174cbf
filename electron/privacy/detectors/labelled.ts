/** What a person labels as a number or secret of theirs: "zip code is 880", "PIN: 4815", "the password is tulip". */
import { allMatches } from '../all-matches.ts'
import { anyOf } from '../words/roles.ts'
import { each, when, type Detected, type Detector } from './detector.ts'

const labels = 'zip|post ?code|postal code|plz|pin|passcode|code|ssn|social security|passport|licence|license|plate|registration|policy|account|member|membership|customer|order|meter|contract|booking|reservation|reference|ref|serial|invoice|ticket|tracking|case|claim|extension|insurance|tax|iban|card|vin|imei|student|patient|room|locker|gate|safe|alarm'
const links = 'number|numbers|code|no|nr|id|plate|card|is|was|are|reads|here|the|now'
const link = `(?:[ ]?(?:no\\.|nr\\.|${links}|of mine|#|:|=|-)){1,4} ?`
const value = "[\\p{L}\\d][\\p{L}\\d./-]{0,40}(?: \\d[\\d./-]{0,20}){0,5}"
const label = new RegExp(`(?<![\\p{L}\\p{N}])(?:${labels})(${link})(${value})`, 'giu')
const secret = /(?<![\p{L}\p{N}])(?:password|passphrase|passwort|pass ?code|pin|username|user name|login)(?: (?:for|of|to) (?:the |our |my )?\p{L}{1,20})?(?: is | was |: ?|= ?)("?[^\s,;"]{3,64})/giu
const unitAfter = /^ ?(?:%|€|\$|£|(?:minutes?|mins?|hours?|h|kwh|kw|euros?|eur|cents?|dollars?|pounds?|percent|degrees?|times?|days?|weeks?|months?|years?|people|am|pm|o)\b)|^[:.]\d/i
const words = /^(?:on|in|the|a|an|not|off|wrong|right|right|old|new|on|ready|here|there|gone|lost|broken|too|very|full|empty|it|that|this|still|now)$/i

const numbers = (text: string): Detected[] => allMatches(text, label).flatMap((m) => {
  const [whole, , found = ''] = m
  const end = m.index + whole.length
  return found.replace(/[^\p{L}\d]/gu, '').length < 3 || !/\d/.test(found) || unitAfter.test(text.slice(end, end + 12)) ? [] : [{ start: end - found.length, end }]
})
const secrets = (text: string): Detected[] => allMatches(text, secret).flatMap((m) => {
  const found = (m[1] ?? '').replace(/[.!?]$/, ''), start = m.index + m[0].length - (m[1] ?? '').length
  return words.test(found) ? [] : [{ start, end: start + found.length }]
})
/** A label stands alone or with its link: "zipcode", "accountnumber". */
const labelWords = anyOf(labels.split('|').flatMap((label) => [label.replace(/ .*$/, ''), label.replace(' ?', '')]).flatMap((word) => [word, ...links.split('|').map((after) => word + after)]))
const secretWords = anyOf(['pass', 'password', 'passphrase', 'passwort', 'passcode', 'pin', 'user', 'username', 'login'])

export const labelled: Detector = {
  kind: 'number',
  find: each(when({ digits: 1, words: labelWords }, numbers), when({ words: secretWords }, secrets)),
  examples: ['my zip code is [880] now', 'ZIP: [394 13], thanks', 'the alarm code is [481] still', 'policy no. [HK/229] ends', 'the wifi password is [tulip-Garden77], tell', 'password: [hunter] ok'],
  counterExamples: ['the order is 150 euros', 'the code is wrong', 'order 100 napkins', 'the password is on the fridge', 'the meter is 100 days old'],
}
