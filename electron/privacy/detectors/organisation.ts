/** Organisations told by their last word where no capital shows them: "at lemon tree nursery", "HARBOUR VIEW HOTEL". */
import { anyOf } from '../words/roles.ts'
import { each, matches, when, type Detector } from './detector.ts'

const types = 'nursery|preschool|kindergarten|montessori|school|academy|college|club|clinic|surgery|dental|pharmacy|chemist|bakery|hotel|inn|arms|church|chapel|market|stores|gym|salon|vets|hospice|hospital|library'
const typeWords = anyOf(types.split('|'))
const ordinary = /\b(?:the|a|an|my|our|your|his|her|their|this|that|any|some|every|each|no|and|or|to|from|at|in|of|for|with|by|on|is|are|be|local|nearest|next|other|new|old|after|before|primary|secondary|high|middle|night|sunday|summer|swimming|football|book|drama|music|dance|youth|sports?|tennis|golf|judo|breakfast|farmers|fish|flea|public|private|state|big|good|cheap|nice)\b/i
const lower = matches(new RegExp(`(?<=(?<!\\p{L})(?:at|from|with|by|via) )(?:[\\p{Ll}'’-]{2,20} ){1,3}(?:${types})(?!\\p{L})`, 'gu'), (m) => !ordinary.test(m.replace(/ \S+$/, '')) && m.split(' ').length >= 3)
const upper = matches(new RegExp(`(?<=(?:^|[,;:.!?\\n(]|\\b(?:FOR|AT|FROM|TO|WITH|BY)) ?)(?:(?!(?:FOR|AT|FROM|TO|WITH|BY) )[\\p{Lu}'’-]{3,20} ){1,3}(?:${types.toUpperCase()})(?!\\p{L})`, 'gu'), (m) => !ordinary.test(m))

export const organisation: Detector = {
  kind: 'organisation',
  find: each(when({ words: typeWords }, lower), when({ words: typeWords, capitals: 6 }, upper)),
  examples: ['at [lemon tree nursery] they', 'away with [short street chess club] then', '2 ADULTS, [HARBOUR VIEW HOTEL], 3', 'NUMBER FOR [BLUEBELL SURGERY] NOW'],
  counterExamples: ['at the swimming club', 'from our local pharmacy', 'at primary school', 'with my book club', 'at chess club', 'A NEW SCHOOL'],
}
