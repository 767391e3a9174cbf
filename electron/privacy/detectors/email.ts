/** E-mail addresses, also written with "at" and "dot". */
import { matches, type Detector } from './detector.ts'

const plain = matches(/[\p{L}\p{N}_.+-]+@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+/gu)
const spoken = matches(/\b[\w.+-]+ ?[[(]?\bat\b[\])]? ?[\w-]+(?: ?[[(]?\bdot\b[\])]? ?[\w-]+)+/gi)

export const email: Detector = {
  kind: 'e-mail address',
  find: (text) => [...plain(text), ...spoken(text)],
  examples: ['write to [lena.b@example.org]', 'it is [lena at example dot org] now', '[max+school@post.example.co.uk]'],
  counterExamples: ['meet me at the school', 'at 7 sharp', 'a dot on the map'],
}
