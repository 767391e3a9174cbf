/** Searching a text for a pattern that is kept: `text.matchAll` copies the pattern for every text, which takes longer than most searches. */

/** What most searches find. */
const none: readonly RegExpExecArray[] = []

/** Every match, as `text.matchAll` gives them. Throws for a pattern that is not global, which would be searched for forever. */
export function allMatches(text: string, pattern: RegExp): readonly RegExpExecArray[] {
  if (!pattern.global) throw new TypeError('a pattern searched for everywhere must be global')
  pattern.lastIndex = 0
  let match = pattern.exec(text)
  if (match === null) return none
  const found: RegExpExecArray[] = []
  for (; match !== null; match = pattern.exec(text)) {
    found.push(match)
    if (match[0] === '') pattern.lastIndex++
  }
  return found
}
