/** Web addresses, handles and host names. */
import { anyOf } from '../words/roles.ts'
import { each, matches, when, where, type Detector } from './detector.ts'

const address = matches(/\b(?:https?|ftp|webcal):\/\/[^\s<>"]+/gi), bare = matches(/\bwww\.[^\s<>"]+/gi)
const endings = 'com|org|net|info|biz|edu|gov|eu|io|app|de|at|ch|fr|es|it|nl|pl|uk|us|co|me|dev|se|no|dk|fi|cz|hu|ru|br|jp|cn|in|au|nz|ca|be|pt|gr|ie|lu|sk|ro|bg|hr|rs|tr|ua|il|za|mx|ar|online|site|shop|xyz|cloud|home|local|lan|example'
const host = matches(new RegExp(`(?<![a-z0-9.-])(?:[a-z0-9-]{1,63}\\.){1,8}(?:${endings})\\b(?:\\/[^\\s<>"]*)?`, 'gi'))
const handle = matches(/(?<![\w@.])@[a-z0-9_.]{2,30}\b/gi)

export const url: Detector = {
  kind: 'web address',
  find: each(when({ signs: '/' }, where(/:\/\//, address)), when({ signs: '.', words: anyOf(['www']) }, bare), when({ signs: '.' }, where(/\w\.\w/, host)), when({ signs: '@' }, handle)),
  examples: ['see [https://school.example/p/1?x=2]', 'on [www.okafor.example]', 'call it [praxis-okafor.de]', 'ask [@lena_b] there'],
  counterExamples: ['it takes 1.5 hours', 'done.Then we go', 'e.g. later'],
}
