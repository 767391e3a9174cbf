/** Dates of birth: a date near the word, or a date of the last century. */
import { allMatches } from '../all-matches.ts'
import { anyOf } from '../words/roles.ts'
import { each, matches, when, type Detected, type Detector } from './detector.ts'

const month = '(?:jan|feb|mar|apr|may|jun|jul|aug|sep|sept|oct|nov|dec)[a-z]{0,6}'
const date = `(?:\\d{1,2}(?:st|nd|rd|th)?(?: of)? ${month}(?:,? \\d{4})?|${month} \\d{1,2}(?:st|nd|rd|th)?(?:,? \\d{4})?|\\d{1,2}[./-]\\d{1,2}[./-]\\d{2,4}|\\d{4}-\\d{2}-\\d{2})`
const nearBirth = new RegExp(`\\b(?:born|birthday|birthdate|birth|dob|d\\.o\\.b\\.?)\\b[^\\n\\d]{0,20}?(${date})\\b`, 'gi')
const lastCentury = matches(/\b(?:\d{1,2}[./-]\d{1,2}[./-]19\d\d|19\d\d-\d{2}-\d{2})\b/g)

const births = anyOf(['born', 'birthday', 'birthdate', 'birth', 'dob', 'd'])
const birthdays = (text: string): Detected[] => allMatches(text, nearBirth).map((m) => ({ start: m.index + m[0].length - (m[1] ?? '').length, end: m.index + m[0].length }))

export const birth: Detector = {
  kind: 'birth date',
  find: each(when({ digits: 1, words: births }, birthdays), when({ digits: 6 }, lastCentury)),
  examples: ['born on [3 March 2016], yes', 'her birthday is [May 4th] I', 'dob [2016-03-03] ok', 'on [17.04.1986] in'],
  counterExamples: ['on 3 March 2026 at noon', 'every 2 years', 'it is 7', 'was born in the summer'],
}
