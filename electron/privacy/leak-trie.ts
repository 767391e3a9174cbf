/** A trie over folded characters that takes words one after another, each with a number that is told where the word ends. */

export interface Trie {
  /** The state after `state` by a character; 0 when no word goes on so. 0 is also where every walk begins. Knows every word that is there by now, and is made anew for those that come later. */
  readonly steps: () => (state: number, code: number) => number
  /** Whether a word may begin with the three characters of a glance; false is certain. */
  readonly mayBegin: (glance: number) => boolean
  /** The numbers of the words that end at a state, the newest first. */
  readonly endsAt: (state: number) => readonly number[]
  readonly isEnd: (state: number) => boolean
  readonly add: (word: string, number: number) => void
}

const none: readonly number[] = []

/** a to z, 0 to 9, and everything else: 37 classes, in six bits. */
const CLASS = Uint8Array.from({ length: 128 }, (_, code) => (code >= 97 && code <= 122 ? code - 96 : code >= 48 && code <= 57 ? code - 21 : 0))

/** Three characters in a row as one number, each by its class: that of the three which begin one place before, moved on by a character. */
export const glance = (before: number, code: number): number => (before << 6 | (code < 128 ? CLASS[code] ?? 0 : 0)) & 0x3ffff

/** `characters` is about how many there will be; more than that costs a copy. */
export function createTrie(characters: number): Trie {
  // Open addressing: one probe for nearly every step, and no object per state.
  let size = 2 ** Math.ceil(Math.log2(characters * 2 + 16)), mask = size - 1
  let states = new Int32Array(size), codes = new Uint16Array(size), targets = new Int32Array(size)
  /** By state, where its numbers begin in the lists below; 0 for nowhere. */
  let heads = new Int32Array(size >> 1)
  const numbers = [0], following = [0]
  let last = 0
  // Where most walks begin and end.
  const roots = new Int32Array(0x10000)
  /** One bit for each glance: all of it lies in the fastest memory there is. */
  const begins = new Uint32Array(2 ** 13)
  const slot = (state: number, code: number): number => {
    let at = (Math.imul(state, 0x9e3779b1) ^ Math.imul(code, 0x85ebca6b)) >>> 3 & mask
    while (targets[at] !== 0 && (states[at] !== state || codes[at] !== code)) at = (at + 1) & mask
    return at
  }

  const grow = (): void => {
    const before = { states, codes, targets }
    size *= 2
    mask = size - 1
    states = new Int32Array(size); codes = new Uint16Array(size); targets = new Int32Array(size)
    before.targets.forEach((target, from) => {
      if (target === 0) return
      const at = slot(before.states[from] ?? 0, before.codes[from] ?? 0)
      states[at] = before.states[from] ?? 0; codes[at] = before.codes[from] ?? 0; targets[at] = target
    })
    const larger = new Int32Array(size >> 1)
    larger.set(heads)
    heads = larger
  }

  return {
    steps: () => {
      // Names of its own, which nothing assigns to again, are read faster by far.
      const [ownStates, ownCodes, ownTargets, ownMask] = [states, codes, targets, mask]
      return (state, code) => {
        if (state === 0) return roots[code] ?? 0
        let at = (Math.imul(state, 0x9e3779b1) ^ Math.imul(code, 0x85ebca6b)) >>> 3 & ownMask
        while (ownTargets[at] !== 0 && (ownStates[at] !== state || ownCodes[at] !== code)) at = (at + 1) & ownMask
        return ownTargets[at] ?? 0
      }
    },
    mayBegin: (seen) => ((begins[seen >>> 5] ?? 0) >>> (seen & 31) & 1) === 1,
    isEnd: (state) => (heads[state] ?? 0) !== 0,
    endsAt: (state) => {
      if ((heads[state] ?? 0) === 0) return none
      const found: number[] = []
      for (let at = heads[state] ?? 0; at !== 0; at = following[at] ?? 0) found.push(numbers[at] ?? 0)
      return found
    },
    add: (word, number) => {
      // What a short word leaves open may be anything.
      let seen = 0
      for (let at = 0; at < 3; at++) seen = glance(seen, at < word.length ? word.charCodeAt(at) : 0)
      if (word.length < 3) begins.fill(0xffffffff, seen >>> 5, (seen >>> 5) + (word.length === 2 ? 2 : 128))
      else begins[seen >>> 5] = (begins[seen >>> 5] ?? 0) | 1 << (seen & 31)
      let state = 0
      for (let i = 0; i < word.length; i++) {
        const code = word.charCodeAt(i)
        let at = slot(state, code)
        if (targets[at] === 0) {
          if ((last + 1) * 2 >= size) { grow(); at = slot(state, code) }
          states[at] = state; codes[at] = code; targets[at] = ++last
          if (state === 0) roots[code] = last
        }
        state = targets[at] ?? 0
      }
      numbers.push(number)
      following.push(heads[state] ?? 0)
      heads[state] = numbers.length - 1
    },
  }
}
