/** What somebody could still guess from what leaves: said plainly, with the words that tell it, because nothing that leaves says nothing. */
import type { Guess } from '../../shared/departure.ts'
import type { PlanningProblem } from '../../shared/planning.ts'
import { strings } from './panel-strings.ts'

interface Telling { readonly words: RegExp; readonly says: Exclude<keyof typeof strings.guess, 'together'> }

/** Quasi-identifiers: common words that tell something about whoever writes them, and more in company. ← ADD ONE */
const telling: readonly Telling[] = [
  { words: /\b(?:school|kindergarten|nursery|preschool|daycare|homework|teacher|lessons?|playground|playdate|kids?|children|grandchild(?:ren)?)\b/gi, says: 'children' },
  { words: /\b(?:baby|newborn|naps?|toddler|pram|stroller|nappy|nappies|diapers?|breastfeed\w*|twins)\b/gi, says: 'small' },
  { words: /\b(?:pregnan\w*|midwife|ultrasound|due date|ivf|miscarriage)\b/gi, says: 'expecting' },
  { words: /\b(?:shifts?|night shift|office|commute|job|colleagues?|salary|redundan\w*|unemployed|retire\w*|freelance\w*)\b/gi, says: 'work' },
  { words: /\b(?:doctor|dentist|clinic|hospital|medicines?|medication|pills?|therap\w+|surgery|operation|ill|sick|illness|diabet\w+|asthma|allerg\w+|cancer|chemo\w*|depress\w+|anxiety|adhd|autis\w+|epilep\w+|dementia|wheelchair|insulin|inhaler|blood|prescription|rehab)\b/gi, says: 'health' },
  { words: /\b(?:holidays?|vacation|abroad|away|trip|travel\w*|flight|airport|house ?sit\w*)\b/gi, says: 'empty' },
  { words: /\b(?:alone|by (?:himself|herself|myself)|unattended|spare key|key under|unlocked)\b/gi, says: 'alone' },
  { words: /\b(?:dogs?|cats?|pets?|puppy|kitten|rabbits?|hamster|horses?|chickens|vet)\b/gi, says: 'animal' },
  { words: /\b(?:church|mosque|synagogue|temple|prayer|pray|bible|mass|ramadan|shabbat|baptism|communion|bar mitzvah|bat mitzvah|union|party meeting|demonstration)\b/gi, says: 'belief' },
  { words: /\b(?:divorc\w+|custody|separated|lawyer|court|police|probation|debts?|loan|mortgage|overdraft|benefits|bailiff|inheritance|funeral|will reading)\b/gi, says: 'law' },
  { words: /\b(?:English|French|German|Spanish|Italian|Chinese)\b/g, says: 'tongues' },
  { words: /\b(?:village|farm|island|lighthouse|the only|hamlet|countryside|seaside|mountains?|lake)\b/gi, says: 'where' },
  { words: /\b(?:pool|sauna|heat pump|solar|wallbox|electric car|ev|yacht|boat|cleaner|gardener|au pair|nanny)\b/gi, says: 'living' },
  { words: /\b(?:breakfast|sleeps?|sleeping|bedtime|wakes?|leaves? (?:home|the house)|gets? home|school run)\b/gi, says: 'rhythm' },
  { words: /\b(?:he|his|him|she|her|hers|husband|wife|boyfriend|girlfriend|son|daughter|brother|sister)\b/gi, says: 'kin' },
]

const MOST_WORDS = 12
/** A token, with or without what it tells. */
const token = /\[([A-Z]+(?:_[A-Z]+)*_?-?\d*)(?:[:,] ?([^\]]*))?\]/g

/**
 * `words` is the outgoing text, or null when only the problem leaves; `isUsual` whether a word is one that everybody writes.
 * Every guess names the words as they leave, so that each can be taken out.
 */
export function guesses(words: string | null, problem: PlanningProblem | null, isUsual: (lowerCaseWord: string) => boolean): Guess[] {
  return [
    ...(words === null ? [] : fromWords(words, isUsual)),
    ...(problem?.prices === undefined ? [] : [{ words: [], says: strings.guess.prices }]),
    ...(problem === null ? [] : [{ words: [], says: strings.guess.jobs }]),
  ]
}

function fromWords(words: string, isUsual: (lowerCaseWord: string) => boolean): Guess[] {
  const plain = words.replace(token, (mark) => ' '.repeat(mark.length))
  const rare = distinct([...plain.matchAll(/[\p{L}\p{M}]{3,}(?:[’'-][\p{L}\p{M}]+)*/gu)].map(([word]) => word).filter((word) => word.split(/[’'-]/).some((part) => part.length > 2 && !isUsual(part.toLowerCase()))))
  const numbers = distinct([...plain.matchAll(/(?<![\p{L}\p{N}.,:])\d+(?:[.,:]\d+)*(?: ?(?:%|€|\$|£|[\p{L}]{1,8}))?/gu)].map(([number]) => number.trim()))
  const marks = [...words.matchAll(token)]
  const people = distinct(marks.filter(([, name = '']) => name.startsWith('PERSON')).map(([whole]) => whole))
  const told = distinct(marks.filter(([, , cue]) => cue !== undefined).map(([whole]) => whole))
  return [
    ...telling.flatMap(({ words: pattern, says }): Guess[] => { const found = distinct(plain.match(pattern) ?? []); return found.length === 0 ? [] : [{ words: found, says: `${sentence(strings.guess[says])}.` }] }),
    ...(rare.length === 0 ? [] : [{ words: rare, says: strings.guess.rare }]),
    ...(numbers.length === 0 ? [] : [{ words: numbers, says: strings.guess.numbers }]),
    ...(told.length === 0 ? [] : [{ words: told, says: strings.guess.told }]),
    ...(people.length < 2 ? [] : [{ words: people, says: strings.guess.together(people.length) }]),
  ]
}

const sentence = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)
const distinct = (list: readonly string[]): string[] => [...new Map(list.map((word) => [word.toLowerCase(), word.slice(0, 120)])).values()].slice(0, MOST_WORDS)
