/** E-mail addresses, also written with "at" and "dot". */
import { anyOf } from '../words/roles.ts'
import { each, matches, when, type Detected, type Detector } from './detector.ts'

const before = /[\p{L}\p{N}_.+-]{1,64}$/u, after = /^[\p{L}\p{N}-]{1,63}(?:\.[\p{L}\p{N}-]{1,63}){1,8}/u
const spoken = matches(/(?<![\w.+-])[\w.+-]{1,64} ?[[(]?\bat\b[\])]? ?[\w-]{1,63}(?: ?[[(]?\bdot\b[\])]? ?[\w-]{1,63}){1,8}/gi)

/** Looks to both sides of every @ sign. */
function plain(text: string): Detected[] {
  const found: Detected[] = []
  for (let at = text.indexOf('@'); at !== -1; at = text.indexOf('@', at + 1)) {
    const name = before.exec(text.slice(Math.max(0, at - 64), at))?.[0], host = after.exec(text.slice(at + 1, at + 600))?.[0]
    if (name !== undefined && host !== undefined) found.push({ start: at - name.length, end: at + 1 + host.length })
  }
  return found
}

export const email: Detector = {
  kind: 'e-mail address',
  find: each(when({ signs: '@' }, plain), when({ words: anyOf(['dot']) }, spoken)),
  examples: ['write to [lena.b@example.org]', 'it is [lena at example dot org] now', '[max+school@post.example.co.uk]'],
  counterExamples: ['meet me at the school', 'at 7 sharp', 'a dot on the map', 'me@home'],
}
