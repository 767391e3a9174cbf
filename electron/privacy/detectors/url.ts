/** Web addresses, handles and host names. */
import { matches, type Detector } from './detector.ts'

const address = matches(/\b(?:https?|ftp|webcal):\/\/[^\s<>"]+|\bwww\.[^\s<>"]+|\b(?:[a-z0-9-]+\.)+(?:com|org|net|info|biz|edu|gov|eu|io|app|de|at|ch|fr|es|it|nl|pl|uk|us|co|me|dev)\b(?:\/[^\s<>"]*)?/gi)
const handle = matches(/(?<![\w@.])@[a-z0-9_]{2,30}\b/gi)

export const url: Detector = {
  kind: 'web address',
  find: (text) => [...address(text), ...handle(text)],
  examples: ['see [https://school.example/p/1?x=2]', 'on [www.okafor.example]', 'call it [praxis-okafor.de]', 'ask [@lena_b] there'],
  counterExamples: ['it takes 1.5 hours', 'done.Then we go', 'e.g. later'],
}
