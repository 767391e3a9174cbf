/** IP and MAC addresses. */
import { each, matches, when, type Detector } from './detector.ts'

const v4 = matches(/\b\d{1,3}(?:\.\d{1,3}){3}\b/g, (m) => m.split('.').every((part) => Number(part) <= 255))
const v6 = matches(/(?<![\w:])(?:[0-9a-f]{1,4}:){2,7}(?::?[0-9a-f]{1,4}){0,7}(?![\w:])/gi, (m) => m.split(':').length >= 4 || m.includes('::'))
const mac = matches(/\b[0-9a-f]{2}(?:[:-][0-9a-f]{2}){5}\b/gi)

export const network: Detector = {
  kind: 'network address',
  find: each(when({ digits: 4, signs: '.' }, v4), when({ digits: 1, signs: ':' }, v6), when({ digits: 1, signs: ':-' }, mac)),
  examples: ['router at [192.168.0.1] now', 'the box [00:1A:2b:3c:4d:5e]', 'via [2001:db8:85a3::8a2e:370:7334] it'],
  counterExamples: ['at 7:15 and 8:30', 'version 1.2.3', '999.1.1.1 is none'],
}
