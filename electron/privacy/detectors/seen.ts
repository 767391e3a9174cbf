/** What a text shows at a glance. Patterns that need what it does not show are not tried: most texts hold nothing that most patterns look for. */
import { wordsOf, type Word } from '../words.ts'
import { rolesOf, type WordList } from '../words/roles.ts'

export interface Seen {
  /** How many digits (0 to 9), capitals and letters that stand alone; every sign beyond ASCII counts as a capital. */
  readonly digits: number
  readonly capitals: number
  readonly lone: number
  /** Bit by bit, the ASCII signs from "!" to "@", and the lists of words of which one stands in it. */
  readonly signs: number
  readonly words: number
}

/** What a pattern needs to find anything, each at least. */
export interface Needs {
  readonly digits?: number
  readonly capitals?: number
  readonly lone?: number
  /** One of these ASCII signs. */
  readonly signs?: string
  /** One word of a list made by `anyOf`. */
  readonly words?: WordList
}

const plain = /^[a-z]+$/, parts = /[a-z]+/g

export function seenIn(text: string, words: readonly Word[] = wordsOf(text)): Seen {
  let digits = 0, capitals = 0, foreign = 0, lone = 0, signs = 0, found = 0
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (code >= 97 && code <= 122) continue
    if (code >= 48 && code <= 57) digits++
    else if (code > 127) foreign++
    else if (code >= 65 && code <= 90) capitals++
    else if (code >= 33 && code <= 64) signs |= 1 << (code - 33)
  }
  for (const { lower, roles } of words) {
    found |= roles.lists
    if (lower.length <= 2 && (lower.length === 1 || lower.charCodeAt(0) >= 0xd800)) lone++
    // What digits, other letters or unseen signs hang on: "street14", "was­born".
    if (digits + foreign > 0 && roles.lists === 0 && !plain.test(lower)) for (const part of lower.match(parts) ?? []) found |= rolesOf(part).lists
  }
  return { digits, capitals: capitals + foreign, lone, signs, words: found }
}

/** A text of which nothing is ruled out. */
export const EVERYTHING: Seen = { digits: Infinity, capitals: Infinity, lone: Infinity, signs: -1, words: -1 }

/** Whether a text shows what is needed, made once for what is asked of every text. */
export function shows({ digits = 0, capitals = 0, lone = 0, signs = '', words }: Needs): (seen: Seen) => boolean {
  const anySign = Array.from(signs).reduce((bits, sign) => bits | (1 << (sign.charCodeAt(0) - 33)), 0), anyWord = words?.bit ?? 0
  return (seen) => seen.digits >= digits && seen.capitals >= capitals && seen.lone >= lone && (anySign === 0 || (seen.signs & anySign) !== 0) && (anyWord === 0 || (seen.words & anyWord) !== 0)
}
